"""The file name that a handout is offered under."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_app.model.briefing import Briefing

_FORBIDDEN = re.compile(r"[^\w.]+")  # also all that Windows forbids: < > : " / \ | ? *
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")  # Windows' reserved names
_TITLE_BYTES = 120  # a name may have 255 bytes on common file systems


def suggested_file_name(briefing: Briefing, *, suffix: str = ".pdf") -> str:
    """Return `title-version-date.pdf`, allowed on every platform and never hidden."""
    title = _safe(briefing.title)
    while len(title.encode()) > _TITLE_BYTES:
        title = title.rpartition("-")[0] or title[: _TITLE_BYTES // 4]
    parts = (title or _safe(briefing.id), _safe(briefing.version), _safe(briefing.issued.text))
    name = "-".join(part for part in parts if part)
    return f"{'briefing-' if _DEVICES.match(name) else ''}{name}{suffix}"


def _safe(text: str) -> str:
    folded = unicodedata.normalize("NFC", text).lower().replace("'", "").replace("’", "")
    return _FORBIDDEN.sub("-", folded).strip("-._")
