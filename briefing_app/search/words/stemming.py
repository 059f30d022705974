"""Which words are forms of one word: `attack`, `attacks`, `attacked`.

Snowball's stemmers (M. F. Porter, snowballstem.org) know endings; verbs that change inside are
listed here.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_ALGORITHMS = {
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ru": "russian",
    "sv": "swedish",
    "tr": "turkish",
}
_IRREGULAR = """
be is was were been / become became / begin began begun / break broke broken / bring brought
build built / burn burnt / buy bought / catch caught / choose chose chosen / come came
deal dealt / do did done / draw drew drawn / drive drove driven / fall fell fallen / feel felt
fight fought / find found / flee fled / fly flew flown / forbid forbade forbidden / forget forgot
forgive forgave / freeze froze frozen / get got / give gave given / go went gone / grow grew grown
hang hung / hear heard / hide hid hidden / hold held / keep kept / know knew known / lay laid
lead led / leave left / lend lent / lose lost / make made / mean meant / meet met / pay paid
ride rode ridden / rise rose risen / run ran / say said / see saw seen / seek sought / sell sold
send sent / shoot shot / show shown / sink sank sunk / speak spoke spoken / spend spent
stand stood / steal stole stolen / strike struck / swear swore sworn / take took taken
teach taught / tell told / think thought / throw threw thrown / understand understood
wage waged / wear wore worn / win won / withdraw withdrew withdrawn / write wrote written
"""
# Nouns that are made of verbs and adjectives in ways no ending tells, and irregular plurals.
_DERIVED = """
abstain abstention / admit admission / analysis analyses / apprehend apprehension / basis bases
bury burial / child children / choose choice / comprehend comprehension / conclude conclusion
conquer conquest / crisis crises / criterion criteria / decide decision / deep depth
defend defence defense / depart departure / describe description / destroy destruction
detain detention / die dead death / divide division / expand expansion / expel expulsion
explode explosion explosive / expose exposure / extend extension / fail failure / fly flight
foot feet / free freedom / give gift / grow growth / hunger hungry / include inclusion / intend
intention / intrude intrusion / invade invasion / life lives / long length / lose loss / man men
marry marriage / maintain maintenance / oppose opposition / permit permission / persuade persuasion
poor poverty / produce production / proceed procedure / propose proposal / prove proof
provide provision / rebel rebellion / receive receipt / reduce reduction / resolve resolution
retain retention / secede secession / seize seizure / sell sale / serve service / solve solution
speak speech / starve starvation / strong strength strengthen / submit submission / subvert
subversion / suspend suspension / transmit transmission / true truth / weigh weight / wife wives
woman women / young youth
"""


_SUFFIXES = (
    "ment", "ship", "ness", "less", "ful", "ist", "ism", "ion", "ive", "ant", "ent", "anc", "enc",
    "abl", "ibl", "er", "or", "al",
)  # fmt: skip
_SHORTEST_ROOT = 4  # letters


def root(stem: str) -> str:
    """Return an English stem without the suffix that made another word of it: merger, grower."""
    for suffix in _SUFFIXES:
        if stem.endswith(suffix) and len(stem) - len(suffix) >= _SHORTEST_ROOT:
            return stem.removesuffix(suffix)
    return stem


def _base_forms() -> dict[str, str]:
    forms: dict[str, str] = {}
    for table in (_IRREGULAR, _DERIVED):
        for group in table.replace("\n", " / ").split(" / "):
            base, *others = group.split() or [""]
            forms.update((form, forms.get(base, base)) for form in others)
    return forms


@functools.lru_cache(maxsize=16)
def stemmer(language: str) -> Callable[[str], str]:
    """Return the function from a folded word to its stem; `language` is BCP 47.

    A language without a stemmer keeps its words whole.
    """
    code = language.lower().partition("-")[0]
    algorithm = _ALGORITHMS.get(code)
    if algorithm is None:
        return str
    from Stemmer import Stemmer

    stem: Callable[[str], str] = Stemmer(algorithm).stemWord
    if code != "en":
        return stem
    base = _base_forms()
    return lambda word: stem(base.get(word, word))
