"""What a briefing says of itself: subtitle, who prepared it, which edition, how to handle it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

from briefing_app.gui.kit.painted_label import PaintedText

if TYPE_CHECKING:
    from PySide6 import QtWidgets

    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.briefing import Briefing


def _tr(text: str) -> str:
    return QtCore.QCoreApplication.translate("imprint", text)


def imprint_words(briefing: Briefing) -> str:
    """Return the quiet line: `Prepared by … · Edition 1.0.0, 22 November 2026 · TLP:CLEAR`."""
    parts = []
    if briefing.prepared_by:
        parts.append(_tr("Prepared by {name}").format(name=briefing.prepared_by))
    edition = _tr("Edition {number}, {date}")
    parts.append(edition.format(number=briefing.version, date=briefing.issued.display()))
    if briefing.handling:
        parts.append(briefing.handling.value)
    return "  ·  ".join(parts)


def imprint_texts(
    briefing: Briefing, theme: Theme, parent: QtWidgets.QWidget
) -> tuple[PaintedText, ...]:
    """Return subtitle, if there is one, and the quiet line, to be placed one below the other."""
    words = PaintedText(theme, imprint_words(briefing), "meta", "ink2", parent)
    words.setAccessibleDescription(_tr("About this briefing"))
    if not briefing.subtitle:
        return (words,)
    return PaintedText(theme, briefing.subtitle, "judgement", "ink2", parent), words
