"""Keys under which the romanised spellings of one Dari, Pashto, Urdu or Arabic name meet.

`Daoud`, `Dawood` and `Daud` differ in how vowels are written, `Qandahar` and `Kandahar` in letters
that English does not tell apart. Keys are for names only: of common words they would join too many.
"""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

_ARABIC_LETTERS = str.maketrans(
    {
        **dict(zip("ابپتثجحدذرزسصضطظ", "abptsjhdzrzsszt" + "z", strict=True)),
        **dict(zip("فقکگلمنوهیٹڈڑںټډړڼځ", "fqkglmnwhytdrntdrnz", strict=True)),
        "چ": "ch",
        "خ": "kh",
        "ژ": "zh",
        "ش": "sh",
        "غ": "gh",
        "ښ": "sh",
        "ږ": "g",
        "څ": "ts",
        "ع": "",
        "ء": "",
    }
)
# In order. Capitals stand for one sound written with two letters.
_ONE_SPELLING = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"\Aw(?=[aeiou])", "v"),  # Wardak, Vardak
        ("tsch|tch", "C"),
        ("dsch|dj", "j"),
        ("sch", "S"),
        ("ch", "C"),
        ("sh", "S"),
        ("c(?=[eiy])", "s"),
        ("ph", "f"),
        ("gh", "g"),
        ("dh", "d"),
        ("th", "t"),
        ("zh", "j"),
        ("ck|c|q", "k"),
        ("w", "u"),
        ("oo|ou|o", "u"),
        ("ee|e|y", "i"),
        (r"(.)\1+", r"\1"),
    )
)
_FINAL_A = re.compile(r"(?<=[^اویل])ه\Z")  # a vowel at the end of Doha, no h as in Allah
_HONORIFIC = re.compile(r"[ui]din\Z")
_SILENT = re.compile(r"(?<!\A)[aiuhv]")
_SHORTEST = 3
# Jaro-Winkler similarity of two names' sounds; in Arabic script short vowels are not written
_ALIKE, _ALIKE_IF_SHORT, _ALIKE_UNVOWELLED = 0.86, 0.90, 0.80
_FEW_CONSONANTS = 2
_MOST_LONGER = 1  # letters by which the sound of a name with few consonants may be longer


class NameKeys(NamedTuple):
    """What spellings of one name have in common; empty if the word can be no name.

    `sound` writes each sound one way, `stem` is that without -uddin, `consonants` only its bones.
    """

    sound: str
    stem: str
    consonants: str


_NONE = NameKeys("", "", "")


@functools.lru_cache(maxsize=1 << 15)
def name_keys(term: str, *, shortest: int = _SHORTEST) -> NameKeys:
    """Return the keys of a folded word, in Latin or Arabic letters; of a shorter one none."""
    if len(term) < shortest:
        return _NONE
    latin = term if term.isascii() else _romanised(term)
    if not (latin.isascii() and latin.isalpha()):
        return _NONE
    sound = latin
    for pattern, replacement in _ONE_SPELLING:
        sound = pattern.sub(replacement, sound)
    bones = sound.replace("kh", "k")
    if bones[0] in "aiu":
        bones = "a" + bones[1:]
    bones = re.sub(r"(.)\1+", r"\1", _SILENT.sub("", bones))
    return NameKeys(sound, _HONORIFIC.sub("", sound), bones)


def same_name(one: str, other: str) -> bool:
    """Whether two folded words may be spellings of one name, by sound or by their consonants."""
    keys, others = name_keys(one), name_keys(other)
    if not keys.sound or keys.sound == others.sound:
        return bool(keys.sound)
    alike = likeness(keys, others, vowelled=one.isascii())
    return keys.consonants == others.consonants and alike > 0


def likeness(keys: NameKeys, others: NameKeys, *, vowelled: bool) -> float:
    """Return how alike two names with the same consonants are, vowels and all; 0 if too little.

    `vowelled`: the first was written with all its vowels, as in Latin letters.
    """
    from rapidfuzz.distance import JaroWinkler

    count = len(keys.consonants.removeprefix("a"))  # which stands for any vowel
    least = _ALIKE if vowelled else _ALIKE_UNVOWELLED
    least = _ALIKE_IF_SHORT if count <= _FEW_CONSONANTS else least
    if count <= _FEW_CONSONANTS and abs(len(keys.sound) - len(others.sound)) > _MOST_LONGER:
        return 0.0  # what little they share is the beginning: Syria, Sir
    alike = JaroWinkler.similarity(keys.sound, others.sound)
    return alike if len(keys.consonants) >= _FEW_CONSONANTS and alike >= least else 0.0


def _romanised(term: str) -> str:
    latin = _FINAL_A.sub("a", term).translate(_ARABIC_LETTERS)
    return "a" + latin if term[0] == "ع" else latin
