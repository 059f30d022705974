"""The type scale: which face, size, weight and line each use has, and the bundled font files."""

from __future__ import annotations

from PySide6 import QtGui

from briefing_app import paths

SERIF, SANS, MONO, NASKH = "Source Serif 4", "Inter", "JetBrains Mono", "Noto Naskh Arabic"

FIRST_FACES = (
    "SourceSerif4-Regular.otf",
    "SourceSerif4-Semibold.otf",
    "Inter-Regular.otf",
    "Inter-Medium.otf",
    "Inter-SemiBold.otf",
    "JetBrainsMono-Regular.ttf",
)
ARABIC_FACES = ("NotoNaskhArabic-Regular.ttf", "NotoNaskhArabic-Bold.ttf")
LATER_FACES = (
    "SourceSerif4-It.otf",
    "SourceSerif4-SemiboldIt.otf",
    *ARABIC_FACES,
    "Inter-Italic.otf",
)

# role: (family, size in px, line in px, weight); all grow with the reading size, and those that
# are read at length get smaller with it as well
_SCALE: dict[str, tuple[str, float, int, int]] = {
    "section_title": (SERIF, 30, 38, 600),
    "window_title": (SERIF, 21, 28, 600),
    "window_title_narrow": (SERIF, 18, 24, 600),
    "page_title": (SERIF, 26, 34, 600),
    "subtitle": (SERIF, 20, 27, 600),
    "body": (SERIF, 17, 27, 400),
    "body_strong": (SERIF, 17, 27, 600),
    "naskh": (NASKH, 21, 38, 400),
    "naskh_title": (NASKH, 32, 52, 700),
    "naskh_heading": (NASKH, 23, 40, 700),
    "naskh_row": (NASKH, 17, 28, 400),
    "bottom_line": (SERIF, 19, 29, 400),
    "judgement": (SERIF, 15, 21, 400),
    "figure": (SERIF, 28, 34, 600),
    "cut_off": (SERIF, 25, 32, 600),
    "card_statement": (SERIF, 16, 23, 600),
    "hover_statement": (SERIF, 15, 22, 400),
    "strip_statement": (SERIF, 15, 21, 600),
    "option_title": (SERIF, 16, 20, 600),
    "row": (SANS, 13.5, 19, 400),
    "row_hit": (SANS, 13.5, 19, 600),
    "tab": (SANS, 13, 18, 500),
    "tab_current": (SANS, 13, 18, 600),
    "menu": (SANS, 13, 18, 400),
    "list_head": (SANS, 12.5, 18, 600),
    "detail": (SANS, 12.5, 18, 400),
    "detail_strong": (SANS, 12.5, 18, 600),
    "option_claim": (SANS, 12.5, 17, 400),
    "search": (SANS, 14, 20, 400),
    "chip": (SANS, 12, 16, 500),
    "button": (SANS, 13, 18, 600),
    "badge": (SANS, 11, 14, 500),
    "meta": (SANS, 11.5, 16, 400),
    "meta_strong": (SANS, 11.5, 16, 500),
    "kicker": (SANS, 11, 15, 600),
    "paragraph_number": (SANS, 11, 15, 500),
    "id_row": (MONO, 12, 19, 400),
    "id_card": (MONO, 13, 18, 400),
    "id_margin": (MONO, 11, 15, 400),
    "id": (MONO, 11.5, 17, 400),
    "code": (MONO, 14, 22, 400),
}
_READING = {"section_title", "subtitle", "body", "body_strong", "naskh", "naskh_title",
            "naskh_heading", "bottom_line", "code"}  # fmt: skip
_READING_BASE_PX = 17
_MARGIN = {"paragraph_number", "id_margin"}  # stay small, but for text that is read from afar
_MARGIN_SHARE = 0.8
_TRACKED = {"kicker": 0.7}
_loaded: set[str] = set()  # file names


def load_faces(names: tuple[str, ...]) -> None:
    """Make bundled font files known to Qt; a missing one is skipped (a system face stands in)."""
    add = QtGui.QFontDatabase.addApplicationFont
    for name in names:
        if name in _loaded:
            continue
        _loaded.add(name)
        add(str(paths.resource("fonts", name)))


def make_font(role: str, reading_px: int) -> QtGui.QFont:
    """Return the font of a role; sizes are points (px x 0.75), so that text scaling works.

    Raises:
        KeyError: there is no such role.
    """
    family, size_px, _, weight = _SCALE[role]
    font = QtGui.QFont([family, NASKH])
    font.setPointSizeF(size_px * _factor(role, reading_px) * 0.75)
    font.setWeight(QtGui.QFont.Weight(weight))
    font.setHintingPreference(QtGui.QFont.HintingPreference.PreferNoHinting)
    if role in _TRACKED:
        font.setLetterSpacing(QtGui.QFont.SpacingType.AbsoluteSpacing, _TRACKED[role])
    if family == MONO:
        font.setStyleHint(QtGui.QFont.StyleHint.Monospace)
    return font


def line_px(role: str, reading_px: int) -> int:
    """Return the line height of a role in px; it follows the font where text is scaled up.

    Raises:
        KeyError: there is no such role.
    """
    line = _SCALE[role][2] * _factor(role, reading_px)
    screen = QtGui.QGuiApplication.primaryScreen()
    dpi = screen.logicalDotsPerInchY() if screen else 96.0
    return round(line * dpi / 96.0)


def _factor(role: str, reading_px: int) -> float:
    factor = reading_px / _READING_BASE_PX
    if role in _MARGIN:
        return max(factor * _MARGIN_SHARE, 1.0)
    return factor if role in _READING else max(factor, 1.0)
