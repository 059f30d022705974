"""Why a claim is listed that has not all of what was asked for, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

if TYPE_CHECKING:
    from briefing_app.search.results import NearHit


def near_words(hit: NearHit) -> str:
    """Return what of the query is missing, and which words stand for which of it."""
    if hit.by_meaning:
        return QtCore.QCoreApplication.translate("near_words", "near by meaning")
    parts = []
    if hit.missing:
        missing = QtCore.QCoreApplication.translate("near_words", "without: {0}")
        parts.append(missing.format(", ".join(hit.missing)))
    parts.extend(f"{typed} ≈ {found}" for typed, found in hit.meant if found)
    return " · ".join(parts)
