"""The shape of briefing.yaml, before the files that it names are read."""

from __future__ import annotations

from typing import Any, Final

import msgspec

from briefing_app.model.briefing import Handling
from briefing_app.model.dates import EdtfDate

MANIFEST: Final = "briefing.yaml"
FORMAT: Final = "1"


class ManifestSection(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A section as briefing.yaml lists it: its title and the Markdown file of its prose."""

    id: str
    title: str
    file: str
    options: str | list[Any] | None = None  # set beside each other in this section


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """briefing.yaml. `claims`, `sources`, `entities`, `options`: a file's name, or the list itself.

    The lists are converted record by record after this, so that one bad record costs only itself.
    """

    format: str
    id: str
    title: str
    language: str
    version: str
    issued: EdtfDate
    as_of: EdtfDate
    summary: str
    sections: tuple[ManifestSection, ...]
    claims: str | list[Any] | None = None
    sources: str | list[Any] | None = None
    entities: str | list[Any] | None = None
    options: str | list[Any] | None = None
    key_judgments: tuple[str, ...] = ()
    subtitle: str = ""
    prepared_by: str = ""
    handling: Handling | None = None
