"""The fixtures of the CSL test-suite (citation-style-language/test-suite), put through ours.

The suite is not part of this repository: `CSL_TEST_SUITE` names its archive, a `.tar.gz` that holds
`processor-tests/humans/*.txt`. Counted is what has one plain citation or bibliography.
"""

from __future__ import annotations

import dataclasses
import html
import io
import json
import re
import tarfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

# sections that ask for more than a plain citation or bibliography
_STATE = ("BIBENTRIES", "BIBSECTION", "CITATION-ITEMS", "CITATIONS", "ABBREVIATIONS")


@dataclasses.dataclass(frozen=True)
class Fixture:
    """One case: items, a style, and what has to come out."""

    name: str
    mode: str
    expected: str
    style: str
    items: list[dict[str, Any]]


def fixtures(archive: Path) -> Iterator[Fixture]:
    """Yield the plain fixtures of the suite's archive, by name."""
    with tarfile.open(archive) as files:
        members = [m for m in files.getmembers() if re.search(r"/humans/\w[^/]*\.txt$", m.name)]
        for member in sorted(members, key=lambda one: one.name):
            content = files.extractfile(member)
            assert content is not None
            text = content.read().decode()
            mode = _section(text, "MODE").strip()
            if mode in ("citation", "bibliography") and not any(_section(text, s) for s in _STATE):
                yield Fixture(
                    Path(member.name).stem,
                    mode,
                    _section(text, "RESULT").strip(),
                    _section(text, "CSL").strip(),
                    json.loads(_section(text, "INPUT")),
                )


def comes_out_right(fixture: Fixture) -> bool:
    """Return whether what we print is what the fixture asks for, but for how `&` is escaped."""
    try:
        printed = _printed(fixture)
    except Exception:  # noqa: BLE001 -- a fixture that cannot be printed is one that is not right
        return False
    return html.unescape(printed) == html.unescape(fixture.expected)


def _printed(fixture: Fixture) -> str:
    from citeproc import Citation, CitationItem, formatter

    from briefing_app.export.csl.style import Bibliography, CslStyle

    items = [{**item, "id": str(item.get("id", n))} for n, item in enumerate(fixture.items)]
    bibliography = Bibliography(CslStyle(io.BytesIO(fixture.style.encode())), items, formatter.html)
    citation = Citation([CitationItem(item["id"]) for item in items])
    bibliography.register(citation)
    if fixture.mode == "citation":
        return str(bibliography.cite(citation, lambda item: None))
    bibliography.sort()
    entries = [f'  <div class="csl-entry">{e}</div>\n' for e in bibliography.bibliography()]
    return f'<div class="csl-bib-body">\n{"".join(entries)}</div>'


def _section(text: str, name: str) -> str:
    found = re.search(rf">>=+ {name} =+>>\n(.*?)\n?<<=+ {name} =+<<", text, re.DOTALL)
    return found[1] if found else ""
