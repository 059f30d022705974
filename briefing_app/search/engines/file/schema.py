"""The index file of a large briefing: its tables, and how terms are written into them.

One FTS5 table without content (SQLite FTS5 documentation, section 4.4.3): a column for each field
of a claim and one for its facet values, so that words, fields and filters are one expression.
`claim_tokens` has each claim's terms for the exact scoring of the best candidates.
"""

from __future__ import annotations

import functools
import unicodedata
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

import briefing_app
from briefing_app.search.query.field_values import values_of
from briefing_app.search.ranking.searchable_text import CLAIM_WEIGHTING
from briefing_app.search.words.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from briefing_app.model.claim import Claim

INDEX_VERSION: Final = 3
COLUMNS: Final = tuple(f"f{n}" for n in range(len(CLAIM_WEIGHTING.fields)))
VALUE_BREAK: Final = "."  # stands between two values of a field: no phrase crosses it
FIELD_BREAK: Final = "\n"
_FACET: Final = "\uf8ff"  # begins facet tokens; no term begins so
EVERY_CLAIM: Final = _FACET
_FACET_LETTERS: Final = {
    "actor": "a",
    "place": "p",
    "tag": "g",
    "section": "s",
    "type": "t",
    "family": "f",
    "confidence": "c",
    "status": "u",
    "source": "r",
    "id": "i",
}
_PRIVATE_USE: Final = 0xE000
_PRIVATE_COUNT: Final = 6000
_old_unicode = unicodedata.ucd_3_2_0

SCHEMA: Final = f"""
CREATE TABLE meta(name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE claim_tokens(doc INTEGER PRIMARY KEY, terms TEXT NOT NULL);
CREATE VIRTUAL TABLE claim USING fts5(
    {", ".join(COLUMNS)}, facet, content='', prefix='1 2 3 4',
    tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co M*' tokenchars '.'"
);
"""
# What ranks the candidates inside SQLite; the best of them are scored by `Evaluator`.
RANK: Final = f"bm25({', '.join(map(str, (*CLAIM_WEIGHTING.fields, 0.0)))})"
FINISH: Final = (
    "INSERT INTO claim(claim) VALUES('optimize')",
    "CREATE VIRTUAL TABLE terms USING fts5vocab('claim', 'row')",
    "CREATE TABLE vocab(term TEXT PRIMARY KEY, df INTEGER NOT NULL) WITHOUT ROWID",
    "INSERT INTO vocab SELECT term, doc FROM terms",
    "DROP TABLE terms",
)


@functools.lru_cache(maxsize=1 << 16)
def stored(term: str) -> str:
    """Return a term as the file has it: one token to SQLite, whatever letters it is made of.

    SQLite 3.40 knows the letters of Unicode 6.1 and takes newer ones for gaps; those are put into
    the private use area. That two of them may meet there only adds candidates.
    """
    if term.isascii() and term.isalnum():
        return term
    return "".join(c if _is_known(c) else _private(c) for c in term)


def _is_known(char: str) -> bool:
    if char.isascii():
        return char == "." or char.isalnum()
    return _old_unicode.category(char)[0] in "LNM"


def _private(char: str) -> str:
    return chr(_PRIVATE_USE + ord(char) % _PRIVATE_COUNT)


def facet_token(field: str, value: str) -> str:
    """Return the token that claims with this value of a field have."""
    written = fold(value) if field == "id" else value
    return _FACET + _FACET_LETTERS[field] + stored(written)


def facet_tokens(claim: Claim, contested: Container[str] = ()) -> str:
    """Return the facet column of a claim; `contested` as in `values_of`."""
    tokens = [EVERY_CLAIM]
    for field, values in values_of(claim, contested).items():
        tokens.extend(facet_token(field, value) for value in values)
    return " ".join(dict.fromkeys(tokens))


def field_text(values: Iterable[Iterable[str]]) -> str:
    """Return one field's values as terms with spaces between them."""
    return f" {VALUE_BREAK} ".join(" ".join(value) for value in values)


def file_key(content_hash: str) -> str:
    """Return what an index file is known by: 32 hexadecimal digits.

    It changes with the briefing's content, with the index version, and with the program's own
    rules for words, down to the last change.
    """
    key = sha256(f"{INDEX_VERSION} {briefing_app.__version__} {content_hash}\n{_rules()}".encode())
    return key.hexdigest()[:32]


@functools.cache
def _rules() -> str:
    """Size and time of the program's files that say what a word is, as this process began with."""
    package = Path(briefing_app.__file__).parent
    files = sorted(file for part in ("model", "search") for file in (package / part).rglob("*.py"))
    return "".join(
        f"{file.relative_to(package)} {details.st_size} {details.st_mtime_ns}\n"
        for file in files  # none inside a bundle: the version alone tells
        if (details := file.stat())
    )


FILTER_FIELDS: Final = {
    "families": "family",
    "types": "type",
    "sections": "section",
    "actors": "actor",
    "places": "place",
    "confidences": "confidence",
}
