"""Sources as BibTeX, for reference managers and LaTeX."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from briefing_app.model.dates import Precision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.model.source import Name, Source

_KINDS: Final = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
    "manuscript": "unpublished",
}
_ESCAPES: Final = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # BibTeX counts braces, escaped ones too
    "}": r"\textbraceright{}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}
_SPECIAL: Final = re.compile(r"[\\{}$&#%_^~]")
_MONTHS: Final = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
_CONTAINERS: Final = {
    "article": "journal",
    "incollection": "booktitle",
    "inproceedings": "booktitle",
}
_PUBLISHERS: Final = {"techreport": "institution", "phdthesis": "school"}
# our field -> BibTeX's, where it is the same for every kind; the first one with words counts
_FIELDS: Final = {
    "publisher_place": "address",
    "collection_title": "series",
    "edition": "edition",
    "volume": "volume",
    "issue": "number",
    "number": "number",
    "page": "pages",
    "isbn": "isbn",
    "language": "language",
}


def bibtex(sources: Iterable[Source]) -> str:
    """Return one entry a source; the ids are the keys."""
    return "\n".join(_entry(source) for source in sources)


def _entry(source: Source) -> str:
    kind = _KINDS.get(source.type, "misc")
    fields: dict[str, str] = {}
    for role, names in (("author", source.author), ("editor", source.editor)):
        fields[role] = " and ".join(filter(None, map(_name, names)))
    fields["title"] = f"{{{escaped(source.title or source.short_name)}}}"  # keep its capitals
    fields[_CONTAINERS.get(kind, "howpublished")] = escaped(source.container_title)
    fields |= _date(source)
    fields[_PUBLISHERS.get(kind, "publisher")] = escaped(source.publisher)
    for ours, theirs in _FIELDS.items():
        fields[theirs] = fields.get(theirs) or escaped(getattr(source, ours))
    fields["pages"] = fields["pages"].replace("–", "--")
    fields |= {"doi": _address(source.doi), "url": _address(source.url)}
    rows = [
        # a month is one of BibTeX's own words, which braces would hide
        f"  {key} = {value if key == 'month' else f'{{{value}}}'},\n"
        for key, value in fields.items()
        if value
    ]
    return f"@{kind}{{{source.id},\n{''.join(rows)}}}\n"


def _name(name: Name) -> str:
    if name.literal or not name.given:
        whole = name.literal or name.family
        return f"{{{escaped(whole)}}}" if whole else ""  # an organisation is one word
    return f"{_one_part(name.family)}, {_one_part(name.given)}"


def _one_part(text: str) -> str:
    """A part of a name, held together where BibTeX would take it apart."""
    parted = "," in text or "and" in text.lower().split()
    return f"{{{escaped(text)}}}" if parted else escaped(text)


def _date(source: Source) -> dict[str, str]:
    if source.issued is None:
        return {}
    point = source.issued.start
    if source.issued.is_interval or point is None or point.precision < Precision.YEAR:
        return {"year": escaped(source.issued.display())}
    found = {"year": str(point.first.year)}
    if point.precision >= Precision.MONTH:
        found["month"] = _MONTHS[point.first.month - 1]
    if point.precision >= Precision.DAY:
        found["day"] = str(point.first.day)
    return found


def escaped(text: str) -> str:
    """Return text on one line that TeX sets as it is."""
    line = " ".join(text.split())
    clean = "".join(c for c in line if unicodedata.category(c) not in ("Cc", "Cs"))
    return _SPECIAL.sub(lambda match: _ESCAPES[match.group()], clean)


def _address(text: str) -> str:
    """An address as it is, but for what would end the field (RFC 3986: percent-encoded)."""
    codes = {"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20", '"': "%22"}
    return "".join(codes.get(c, c) for c in text if unicodedata.category(c) != "Cc")
