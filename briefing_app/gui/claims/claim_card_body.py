"""What a claim card says: the statement, and below it the record line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.claims.claim_neighbour_lines import neighbour_lines
from briefing_app.gui.kit.display_text import plain_tool_tip
from briefing_app.gui.kit.painted_buttons import PaintedButton
from briefing_app.gui.kit.pen import Pen
from briefing_app.gui.kit.runs_block import RunsBlock
from briefing_app.gui.kit.text_block import TextBlock
from briefing_app.gui.words import claim_record
from briefing_app.model.neighbours import ClaimNeighbours

if TYPE_CHECKING:
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.gui.words.claim_record import RecordLine, Run
    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.search.results import Span

_LABEL_COLUMN_PX = 92  # or what the widest label needs
_LINE_GAP_PX = 3
_STATEMENT_GAP_PX = 8
_TIGHT_LINES = 2


class RecordLink(PaintedButton):
    """The part of a line that can be pressed; the line itself draws the words."""

    followed = QtCore.Signal(str)  # the target

    def __init__(self, text: str, target: str, theme: Theme, parent: QtWidgets.QWidget) -> None:
        """Stand over the words."""
        super().__init__(text, theme, parent)
        self._target = target
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._follow)

    def cover(self, boxes: list[QtCore.QRect]) -> None:
        """Stand over words that may go on in the next line."""
        region = QtGui.QRegion()
        for box in boxes:
            region += box
        whole = region.boundingRect()
        self.setGeometry(whole)
        if len(boxes) > 1:
            self.setMask(region.translated(-whole.topLeft()))
        else:
            self.clearMask()

    @QtCore.Slot()
    def _follow(self) -> None:
        self.followed.emit(self._target)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Draw the underline under the pointer, and the ring."""
        painter = QtGui.QPainter(self)
        if self.underMouse():
            line = QtCore.QRect(2, self.height() - 2, self.width() - 4, 1)
            painter.fillRect(line, self.theme.colour("accent"))
        if self.shows_focus():
            painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
            painter.setPen(QtGui.QPen(self.theme.colour("focus"), 2))
            painter.drawRoundedRect(QtCore.QRectF(self.rect()).adjusted(1, 1, -1, -1), 3, 3)
        painter.end()


class ClaimCardBody(QtWidgets.QLabel):
    """A label, so that screen readers read it; its words are painted on the line grid."""

    link_followed = QtCore.Signal(str)

    def __init__(
        self, references: CrossReferences, theme: Theme, parent: QtWidgets.QWidget | None = None
    ) -> None:
        """Start empty."""
        super().__init__(parent)
        self._references = references
        self._theme = theme
        self._neighbours = ClaimNeighbours(references)
        self._claim: Claim | None = None
        self._matched: tuple[Span, ...] = ()
        self._folded = False
        self._most_lines = 0  # of the statement; 0: all of them
        self._lines: tuple[RecordLine, ...] = ()
        self._links: list[tuple[int, int, RecordLink]] = []
        self._statement: TextBlock | None = None
        self._blocks: list[RunsBlock] = []
        self._column = _LABEL_COLUMN_PX
        self._laid_out: tuple[int, bool] | None = None  # for which width and direction
        self._height = 0
        self.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(QtCore.Qt.ContextMenuPolicy.ActionsContextMenu)
        self._copy = QtGui.QAction(self.tr("Copy text"), self)
        self._copy.setShortcut(QtGui.QKeySequence.StandardKey.Copy)
        self._copy.setShortcutContext(QtCore.Qt.ShortcutContext.WidgetShortcut)
        self._copy.triggered.connect(self.copy_text)
        self.addAction(self._copy)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        for _, _, link in self._links:
            link.set_theme(theme)
        self._statement = None
        self.update()

    def show_claim(self, claim: Claim, matched: tuple[Span, ...]) -> None:
        """Show a claim's record; `matched` lies on its statement."""
        if claim is not self._claim:
            self._claim = claim
            self._lines = (
                *claim_record.record_lines(claim, self._references),
                *neighbour_lines(claim, self._neighbours, self._references),
            )
            self._statement = None
            self._make_links()
            self.setText(self.record_text())
        self._matched = matched
        self.update()

    def set_folded(self, *, folded: bool, tight: bool) -> None:
        """Show the statement alone, where it is `tight` two lines of it, or all of it."""
        self._folded = folded
        self._most_lines = _TIGHT_LINES if folded and tight else 0
        for _, _, link in self._links:
            link.setVisible(not folded)
        self._statement = None
        self.update()

    def record_text(self) -> str:
        """Return the record as plain text, a line each."""
        if self._claim is None:
            return ""
        head = f"{self._claim.id}. {self._claim.text}"
        lines = [f"{line.label}: {line.text}".removeprefix(": ") for line in self._lines]
        return "\n".join([head, *lines])

    @QtCore.Slot()
    def copy_text(self) -> None:
        """Put the record on the clipboard."""
        QtGui.QGuiApplication.clipboard().setText(self.record_text())

    def _make_links(self) -> None:
        for _, _, link in self._links:
            link.hide()
            link.deleteLater()
        self._links = []
        before: QtWidgets.QWidget = self  # Tab goes from the words through their links
        for number, line in enumerate(self._lines):
            for place, run in enumerate(line.runs):
                if run.target:
                    link = RecordLink(run.text, run.target, self._theme, self)
                    group = line.group or line.label
                    is_head = group.endswith(f" {run.text}:")  # the link that names the group
                    name = group.removesuffix(":") if is_head else f"{group} {run.text}"
                    link.setAccessibleName(name)
                    self._describe(link, run)
                    link.followed.connect(self.link_followed)
                    link.setVisible(not self._folded)
                    QtWidgets.QWidget.setTabOrder(before, link)
                    before = link
                    self._links.append((number, place, link))

    def _describe(self, link: RecordLink, run: Run) -> None:
        """Let a link to a claim say the claim, and what the relation to it is."""
        kind, _, name = run.target.partition(":")
        if kind == "claim" and name in self._references.claims:
            statement = " ".join(
                part for part in (run.hint, self._references.claims[name].text) if part
            )
            link.setAccessibleDescription(statement)
            link.setToolTip(plain_tool_tip(statement))
        elif kind == "query":
            link.setAccessibleDescription(self.tr("Lists all of them in the claim index."))

    def _short_words(self) -> str:
        """Return who says the claim and how well it is supported, for the folded card."""
        claim = self._claim
        assert claim is not None
        said = [claim_record.source_words(one, self._references) for one in claim.sources[:1]]
        return "  ·  ".join([*said, claim_record.support_words(claim, self._references)])

    def lay_out(self, width: int) -> int:
        """Lay everything out to a width in pixels; return the height in pixels."""
        if self._claim is None:
            return 0
        mirrored = self.isRightToLeft()
        if self._statement is None or self._laid_out != (width, mirrored):
            self._laid_out = (width, mirrored)
            self._height = self._lay_out(self._claim, width, mirrored=mirrored)
        return self._height

    def _lay_out(self, claim: Claim, width: int, *, mirrored: bool) -> int:
        theme = self._theme
        self._statement = TextBlock(
            claim.text,
            theme.font("card_statement"),
            theme.line_px("card_statement"),
            width,
            mirrored=mirrored,
            max_lines=self._most_lines,
        )
        y = self._statement.height
        self._blocks = []
        if self._folded:
            return y + 4 + theme.line_px("meta")
        y += _STATEMENT_GAP_PX
        self._column = column = self._label_column(width)
        room = width - column
        tops = []
        for line in self._lines:
            block = RunsBlock(line.runs, theme, room, mirrored=mirrored)
            self._blocks.append(block)
            tops.append(y)
            y += block.height + _LINE_GAP_PX
        left = 0 if mirrored else column
        for number, place, link in self._links:
            link.cover(
                [
                    box.adjusted(-2, 0, 2, 0).translated(left, tops[number]).toAlignedRect()
                    for box in self._blocks[number].boxes(place)
                ]
            )
        return y

    def _label_column(self, width: int) -> int:
        metrics = QtGui.QFontMetricsF(self._theme.font("detail"))
        widest = max((metrics.horizontalAdvance(line.label) for line in self._lines), default=0.0)
        return min(max(_LABEL_COLUMN_PX, round(widest) + 8), width * 2 // 5)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Draw the statement and the lines."""
        if self._claim is None:
            return
        self.lay_out(self.width())
        assert self._statement is not None
        theme = self._theme
        painter = QtGui.QPainter(self)
        pen = Pen(painter, theme, self.width(), mirrored=self.isRightToLeft())
        ink, hits = theme.colour("ink"), self._matched
        y = pen.draw_block(self._statement, 0, 0, self.width(), ink, hits=hits)
        if self._folded:
            said, quiet = self._short_words(), theme.colour("ink2")
            pen.text(said, "meta", 0, y + 4, quiet, max_width=self.width())
        y += _STATEMENT_GAP_PX
        room = self.width() - self._column
        for line, block in zip(self._lines, self._blocks, strict=False):
            pen.text(line.label, "detail", 0, y, theme.colour("ink2"), max_width=self._column)
            block.draw(painter, pen.box(self._column, y, room, 0).left(), y, ink)
            y += block.height + _LINE_GAP_PX
        if self.hasFocus():
            painter.setPen(QtGui.QPen(theme.colour("focus"), 2))
            painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QtCore.QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()
