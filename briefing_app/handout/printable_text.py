"""Text that the bundled faces can set: words in other scripts told apart, dates kept together."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from briefing_app.faces import INVISIBLE, REPLACED, letters_with_face
from briefing_app.model.writing_direction import begins_right_to_left

if TYPE_CHECKING:
    from collections.abc import Iterator

# A run is a string, or a record where something lies on it; Typst's `set-runs` takes both.
Runs = str | list[dict[str, Any]]

MISSING = "\ufffd"
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
_BINDINGS = (
    re.compile(r"(?<=\b\d) (?=\w{3,} \d{4}\b)|(?<=\b\d\d) (?=\w{3,} \d{4}\b)"),  # 6_May 2022
    re.compile(rf"(?<=\b\d) (?=(?:{_MONTHS})\b)|(?<=\b\d\d) (?=(?:{_MONTHS})\b)"),  # 11_September
    re.compile(rf"(?:(?<=\d[ \u00a0])|\b)(?P<month>{_MONTHS}) (?=\d{{4}}\b)"),  # May_2022
    re.compile(r"(?<=\d) (?=(?:thousand|million|billion|trillion|bn|m|tn|per cent|%)\b)"),
)
_MAY_BIND = re.compile(r"\d[ \u00a0][\w%]|[a-z] \d{4}\b")  # tells most texts from the few
_RIGHT_TO_LEFT = (
    r"\u0590-\u05ff\ufb1d-\ufb4f"
    r"\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
)
_RUN = re.compile(
    rf"[{_RIGHT_TO_LEFT}](?:[{_RIGHT_TO_LEFT}\s\u200b-\u200f،؛؟.:,\-–()«»0-9]*[{_RIGHT_TO_LEFT}])?"
)
_LANGUAGES = (
    ("he", re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")),
    ("ps", re.compile("[ټډړږښڼېۍڅځ]")),
    ("ur", re.compile("[ٹڈڑںےۓہھ]")),
    ("fa", re.compile("[پچژگکی]")),
)
_BLANK = re.compile(r"\s")
_SIGNS = re.compile(r"[-/._:=&]+")
_WORD = re.compile(r"[^ \t\n\u200b]+")
_SHORTEST_TO_BREAK = 6
_WIDE, _USUAL = 1.05, 0.66  # ems, by Inter
_WIDE_LETTERS = "mw@%_&"
_LOOSE_ENDS = " \t\n\u00a0,;:–—-("
_LONG_WORD = 24
_WORD_END = re.compile(r"[^ \t\n\u200b]*\Z")
_WORD_START = re.compile(r"[^ \t\n\u200b]*")
_ENDLESS_LENGTH = 100
_ENDLESS_WORD = re.compile(rf"[^\s\u200b]{{{_ENDLESS_LENGTH},}}")
# shorter than what the template would break; a mark stays with its letter
_PIECE = re.compile(r"[^\s/.\-]{40}(?![\u0300-\u036f])")


def printable(text: str) -> str:
    """Return `text` with characters that no bundled face has, or PDF/A forbids, as U+FFFD.

    It is as long as before, so offsets still fit.
    """
    unknown = set(text).difference(letters_with_face())
    if not unknown:
        return text
    return text.translate({ord(char): REPLACED.get(char, MISSING) for char in unknown})


def keep_together(text: str) -> str:
    """Return `text`, as long as before, with spaces inside dates and amounts not breaking."""
    if not _MAY_BIND.search(text):
        return text
    for binding in _BINDINGS[:2]:
        text = binding.sub("\u00a0", text)
    text = _BINDINGS[2].sub("\\g<month>\u00a0", text)
    return _BINDINGS[3].sub("\u00a0", text)


def titled(text: str, otherwise: str) -> str:
    """Return a title that shows something: PDF/UA-1 refuses headings without visible words."""
    return text if any(not char.isspace() and char not in INVISIBLE for char in text) else otherwise


def shortened(text: str, limit: int) -> str:
    """Return at most `limit` characters, cut between two words, with an ellipsis.

    Where one word fills more than half of it, the cut is after one of its signs, or within it.
    """
    if len(text) <= limit:
        return text
    ends = [found.start() for found in _BLANK.finditer(text, 0, limit)]
    if not ends or ends[-1] < limit // 2:
        ends = [found.end() for found in _SIGNS.finditer(text, 0, limit - 1)]
    end = ends[-1] if ends and ends[-1] >= limit // 2 else limit - 1
    while end > 1 and unicodedata.combining(text[end]):
        end -= 1
    return f"{text[:end].rstrip(_LOOSE_ENDS)}…"


def plain_runs(text: str) -> Runs:
    """Return one style of text, ready to set: a string, or runs where scripts are mixed."""
    text = keep_together(printable(text))
    parts = list(by_script(text))
    if all(not language for _, _, language in parts):
        return _with_breaks(text)
    if begins_right_to_left(text):
        return [{"p": language_of(text), "runs": [run(text)]}]
    return [run(text[start:end], language) for start, end, language in parts]


def run(text: str, language: str = "") -> dict[str, Any]:
    """Return one run; `language` is set for right-to-left words only."""
    text = _with_breaks(text)
    return {"t": text, "rtl": language} if language else {"t": text}


def _with_breaks(text: str) -> str:
    """Return the text with places to end a line in endless words.

    The template does so for long words as it sets them; thousands of such places are beyond it.
    """
    if len(text) < _ENDLESS_LENGTH:
        return text
    return _ENDLESS_WORD.sub(lambda found: _PIECE.sub("\\g<0>\u200b", found.group()), text)


def end_of_line_at(text: str, place: int) -> str:
    """Return a place to end a line where a style changes within a long word, else nothing.

    The template breaks a word that is too long for its column, but sees one style at a time.
    """
    if not 0 < place < len(text) or text[place].isspace() or text[place - 1].isspace():
        return ""
    before = _WORD_END.search(text, max(0, place - _LONG_WORD), place)
    after = _WORD_START.match(text, place, place + _LONG_WORD)
    length = sum(len(part.group()) for part in (before, after) if part)
    return "\u200b" if length >= _LONG_WORD else ""


def widest_word(text: str) -> float:
    """Return about how wide the widest word is, rather more than less; in ems.

    A place that has room for so much need not look for words to break.
    """
    words = {word for word in _WORD.findall(text) if len(word) >= _SHORTEST_TO_BREAK}
    return max(
        (
            sum(
                _WIDE if c in _WIDE_LETTERS or c > "\u0250" or c.isupper() else _USUAL for c in word
            )
            for word in words
        ),
        default=0.0,
    )


def by_script(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, language) that cover `text`; language is empty for left-to-right text."""
    position = 0
    for match in _RUN.finditer(text):
        if match.start() > position:
            yield position, match.start(), ""
        yield match.start(), match.end(), language_of(match.group())
        position = match.end()
    if position < len(text):
        yield position, len(text), ""


def language_of(text: str) -> str:
    """Return the language of a run from right to left, by letters that only one of them has.

    Unicode, chapter 9.
    """
    return next((language for language, letters in _LANGUAGES if letters.search(text)), "ar")
