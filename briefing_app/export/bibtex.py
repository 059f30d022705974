"""Sources as BibTeX, for reference managers and LaTeX."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

import msgspec

from briefing_app.export.csl_items import other_variables
from briefing_app.model.dates import Precision
from briefing_app.model.source import Name, joined_particles

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.model.dates import EdtfDate
    from briefing_app.model.source import Source

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
# CSL's variables that a source keeps as they came -> biblatex's fields
_FURTHER: Final = {
    "ISSN": "issn",
    "PMID": "pmid",
    "PMCID": "pmcid",
    "annote": "annotation",
    "archive": "library",
    "authority": "institution",
    "call-number": "library",
    "chapter-number": "chapter",
    "collection-number": "number",
    "container-title-short": "shortjournal",
    "event": "eventtitle",
    "event-title": "eventtitle",
    "event-place": "venue",
    "journalAbbreviation": "shortjournal",
    "keyword": "keywords",
    "number-of-pages": "pagetotal",
    "number-of-volumes": "volumes",
    "original-publisher": "origpublisher",
    "original-publisher-place": "origlocation",
    "original-title": "origtitle",
    "part-number": "part",
    "shortTitle": "shorttitle",
    "status": "pubstate",
    "version": "version",
}
_ROLES: Final = {
    "translator": "translator",
    "container-author": "bookauthor",
    "collection-editor": "editora",
    "illustrator": "editorb",
    "director": "editorc",
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
    for key, value in _further(source).items():
        fields[key] = fields.get(key) or value
    rows = [
        # a month is one of BibTeX's own words, which braces would hide
        f"  {key} = {value if key == 'month' else f'{{{value}}}'},\n"
        for key, value in fields.items()
        if value
    ]
    return f"@{kind}{{{source.id},\n{''.join(rows)}}}\n"


def _further(source: Source) -> dict[str, str]:
    """What biblatex has a field for beside BibTeX's own."""
    others = other_variables(source)
    found = {
        "shorttitle": escaped(source.title_short),
        "abstract": escaped(source.abstract),
        "type": escaped(source.genre),
        "howpublished": escaped(source.medium),
        "urldate": _edtf(source.accessed),
        "date": _edtf(source.issued) if source.issued and source.issued.is_interval else "",
    }
    for variable, field in _FURTHER.items():
        value = others.get(variable)
        if isinstance(value, str | int) and not found.get(field):
            found[field] = escaped(str(value))
    for variable, field in _ROLES.items():
        value = others.get(variable)
        if isinstance(value, list):
            names = msgspec.convert(value, tuple[Name, ...], strict=False)
            found[field] = " and ".join(filter(None, map(_name, names)))
    return found


def _edtf(date: EdtfDate | None) -> str:
    return escaped(date.text) if date else ""


def _name(name: Name) -> str:
    if name.literal or not (name.given and name.family):
        whole = name.literal or name.short
        return f"{{{escaped(whole)}}}" if whole else ""  # an organisation is one word
    particles = (name.dropping_particle, name.non_dropping_particle, name.family)
    family = joined_particles(*(_one_part(part) for part in particles if part))
    return ", ".join(filter(None, (family, _one_part(name.suffix), _one_part(name.given))))


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
