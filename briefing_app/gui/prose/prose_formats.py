"""The formats that prose is set in: one place that turns roles of the type scale into Qt's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from briefing_app.model.prose import Style

if TYPE_CHECKING:
    from briefing_app.gui.theme.theme import Theme

UNDERLINE_DROP_EM = 0.26  # how far under the baseline the line of a claim stands
_NASKH_DROP_EM = 0.5  # its letters reach further down
_EM_PX = {"section_title": 30, "subtitle": 20, "naskh": 21, "bottom_line": 19, "code": 14}
_HEADING_ROLES = {2: "subtitle"}
_MINIMUM_HEIGHT = 3  # QTextBlockFormat.MinimumHeight; its enum takes 1.4 ms to build
_NOTE_SCALE = 15 / 17


class ProseFormats:
    """Block and character formats in one theme; made once for a document."""

    def __init__(self, theme: Theme, body_role: str, *, justified: bool = False) -> None:
        """Take the sizes from `body_role`: `body` or `bottom_line`."""
        self._justified = justified
        self.theme = theme
        self.body_role = body_role
        self._scale = theme.line_px("body") / 27
        self._characters: dict[str, QtGui.QTextCharFormat] = {}

    def px(self, pixels: float) -> float:
        """Return a distance given for the reading size 17, at this reading size."""
        return round(pixels * self._scale)

    def character(self, role: str) -> QtGui.QTextCharFormat:
        """Return the character format of a role of the type scale, or of `note`."""
        found = self._characters.get(role)
        if found is None:
            found = self._characters[role] = self._make(role)
        return found

    def _make(self, role: str) -> QtGui.QTextCharFormat:
        made = QtGui.QTextCharFormat()
        font = QtGui.QFont(self.theme.font("body" if role == "note" else role))
        if role == "note":
            font.setPointSizeF(font.pointSizeF() * _NOTE_SCALE)
        made.setFont(font)
        if role in ("meta", "note"):
            made.setForeground(self.theme.colour("ink2"))
        return made

    def heading_role(self, level: int) -> str:
        """Return the role of a heading of a level from 2 to 6."""
        return _HEADING_ROLES.get(level, "body_strong")

    def role_in_script(self, role: str, *, arabic: bool) -> str:
        """Return the role that Arabic letters have where Latin ones have `role`."""
        if not arabic:
            return role
        if role == "section_title":
            return "naskh_title"
        return "naskh_heading" if role in _HEADING_ROLES.values() else "naskh"

    def drop_px(self, role: str, *, arabic: bool) -> float:
        """Return how far under the baseline a claim's line stands."""
        if arabic:
            return _NASKH_DROP_EM * self.px(_EM_PX["naskh"])
        return UNDERLINE_DROP_EM * self.px(_EM_PX.get(role, 17))

    def block(
        self,
        role: str,
        *,
        above: float = 0,
        below: float = 13,
        left: float = 0,
        indent: int = 0,
        arabic: bool = False,
    ) -> QtGui.QTextBlockFormat:
        """Return a block format; distances in pixels at reading size 17."""
        made = QtGui.QTextBlockFormat()
        shown = "body" if role == "note" else role
        line = self.theme.line_px(self.role_in_script(shown, arabic=arabic))
        made.setLineHeight(round(line * _NOTE_SCALE) if role == "note" else line, _MINIMUM_HEIGHT)
        made.setTopMargin(self.px(above))
        made.setBottomMargin(self.px(below))
        if left:
            (made.setRightMargin if arabic else made.setLeftMargin)(self.px(left))
        made.setIndent(indent)
        if self._justified and role in (self.body_role, "note"):
            made.setAlignment(QtCore.Qt.AlignmentFlag.AlignJustify)
        # said for every block: else a mirrored window would turn English paragraphs round
        direction = QtCore.Qt.LayoutDirection
        made.setLayoutDirection(direction.RightToLeft if arabic else direction.LeftToRight)
        return made

    def style(self, style: Style) -> QtGui.QTextCharFormat:
        """Return what a style changes in the text that it lies on."""
        made = QtGui.QTextCharFormat()
        match style:
            case Style.EMPHASIS:
                made.setFontItalic(True)
            case Style.STRONG:
                made.setFontWeight(600)
            case Style.STRIKETHROUGH:
                made.setFontStrikeOut(True)
            case Style.CODE:
                font = self.theme.font("code")
                made.setFontFamilies(font.families())
                made.setFontPointSize(font.pointSizeF())
        return made

    def link(self, name: str) -> QtGui.QTextCharFormat:
        """Return the format of words that lead somewhere; `name` is what the view is told."""
        made = QtGui.QTextCharFormat()
        made.setAnchor(True)
        made.setAnchorHref(name)
        made.setForeground(self.theme.colour("accent"))
        made.setFontUnderline(name.startswith("link:"))
        return made

    def note_sign(self, number: int) -> QtGui.QTextCharFormat:
        """Return the format of a footnote sign in the text."""
        made = self.link(f"note:{number}")
        made.setVerticalAlignment(QtGui.QTextCharFormat.VerticalAlignment.AlignSuperScript)
        return made
