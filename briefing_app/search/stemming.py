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


def _base_forms() -> dict[str, str]:
    forms: dict[str, str] = {}
    for group in _IRREGULAR.replace("\n", "/").split("/"):
        forms.update((form, group.split()[0]) for form in group.split()[1:])
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
