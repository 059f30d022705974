"""What an author most likely meant, where a name, a key or a value is not the format's."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# words that authors use for the format's own; no spelling is near enough to guess them
SYNONYMS: Final = {
    "agent": "person",
    "approx": "about",
    "approximately": "about",
    "blog": "post-weblog",
    "circa": "about",
    "claim": "fact",
    "company": "agency",
    "contested": "disputed",
    "country": "state",
    "institution": "agency",
    "journal": "article-journal",
    "judgement": "assessment",
    "judgment": "assessment",
    "location": "place",
    "medium": "moderate",
    "newspaper": "article-newspaper",
    "number": "statistic",
    "opinion": "assessment",
    "organisation": "agency",
    "organization": "agency",
    "outdated": "superseded",
    "prediction": "forecast",
    "probable": "likely",
    "quote": "statement",
    "rebuts": "contradicts",
    "refutes": "contradicts",
    "remote": "almost-no-chance",
    "replaced": "superseded",
    "retracted": "withdrawn",
    "unknown": "not-stated",
    "web": "webpage",
    "website": "webpage",
}
# what YAML, or an editor's, takes for no text
_OTHER_THAN_TEXT: Final = re.compile(
    r"(?:true|false|yes|no|on|off|null|[\d.+-].*)\Z", re.IGNORECASE
)
_MOST_NAMES: Final = 2000


def nearest_name(word: str, names: Iterable[str]) -> str:
    """Return the known name that a word seems to stand for, or nothing; slow with many names."""
    known = names if isinstance(names, (list, tuple, frozenset)) else list(names)
    if SYNONYMS.get(word.casefold()) in known:
        return SYNONYMS[word.casefold()]
    import difflib

    folded = {name.casefold(): name for name in known if abs(len(name) - len(word)) <= 8}
    few = dict(itertools.islice(folded.items(), _MOST_NAMES))
    near = difflib.get_close_matches(word.casefold(), few, n=1, cutoff=0.7)
    return few[near[0]] if near else ""


def key_hint(key: str, value: object) -> str:
    """Return why a key may be there that nobody meant as one: it follows a comma; else nothing."""
    if key.isdigit():
        return "; a ',' ends the value before it: write a number without one"
    if value is None and " " in key:
        return "; a ',' ends the text before it: put that text in quotes"
    return ""


def in_brackets(text: str) -> str:
    """Return text as YAML reads it back between brackets: in quotes where it has to be."""
    plain = re.fullmatch(r"[^\W_](?:[\w .'’()/-]*[\w.'’)])?", text) and not _OTHER_THAN_TEXT.match(
        text
    )
    if plain:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def record_hint(raw: object, keys: Sequence[str], required: Sequence[str]) -> str:
    """Return how a record is written where only a text stands: `; write {id: satp}`."""
    if not isinstance(raw, str) or len(raw) > 40:
        return ""
    if "page" in keys:
        page = re.fullmatch(r"(?:pp?\.? ?|pages? )?(\d[\d–-]*)", raw)
        return f"; write {{page: {page[1]}}}" if page else "; write {section: …} or {page: …}"
    if "literal" in keys:
        return f"; write {{literal: {in_brackets(raw)}}}"
    return f"; write {{id: {raw}}}" if list(required) == ["id"] else ""
