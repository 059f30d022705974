"""What can be typed into the search field, with examples of the open briefing that can be run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from briefing_app.gui.kit.page_list import PageList
from briefing_app.gui.kit.page_rows import HeadRow, PageRow, TextRow, counted_claims
from briefing_app.gui.kit.painted_label import scaled
from briefing_app.search.query.example_queries import example_queries
from briefing_app.search.results import Filters, Order

if TYPE_CHECKING:
    from PySide6 import QtWidgets

    from briefing_app.gui.kit.page_rows import Look
    from briefing_app.gui.kit.pen import Pen
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.search.claim_index import ClaimIndex

_SIDE_PX = 16
_QUERY_PX = 188
_NARROW_PX = 380
_GAP_PX = 12
_PADDING_PX = 5
_PREFIX = "query:"


class ExampleRow(PageRow):
    """A query that can be run, and beside it what it finds."""

    __slots__ = ("_count", "_said", "query")

    def __init__(self, query: str, said: str, count: int) -> None:
        """`count`: claims found; -1 where nobody has counted them."""
        super().__init__(f"{_PREFIX}{query}")
        self.query, self._said = query, said
        self._count = counted_claims(count) if count >= 0 else ""

    @property
    def sentence(self) -> str:
        """What a screen reader says."""
        return ", ".join(filter(None, (self.query, self._said, self._count)))

    def _columns(self, look: Look, width: float) -> tuple[float, float, bool]:
        """Return how wide query and words are, in px, and whether they stand side by side."""
        theme = look.theme
        count = look.block(self._count, "meta", 1e6).natural_width + _GAP_PX if self._count else 0
        if width < scaled(theme, _NARROW_PX):
            return width, width - count, False
        column = float(scaled(theme, _QUERY_PX))
        return column, width - column - _GAP_PX - count, True

    def _lines(self, look: Look, width: float) -> list[str]:
        """Return the query cut where it has a space; its signs are kept as they are typed."""
        metrics = QtGui.QFontMetricsF(look.theme.font("id_row"))
        lines: list[str] = []
        for word in self.query.split(" "):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and metrics.horizontalAdvance(longer) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def height(self, look: Look, width: int) -> int:
        """The height of its words."""
        query, words, beside = self._columns(look, width)
        left = len(self._lines(look, query)) * look.theme.line_px("id_row")
        right = look.block(self._said, "detail", words).height
        return (max(left, right) if beside else left + right) + 2 * _PADDING_PX

    def paint(self, pen: Pen, look: Look, height: int, *, lit: bool) -> None:
        """Draw it."""
        theme = look.theme
        query, words, beside = self._columns(look, pen.width)
        x, y = 0.0, float(_PADDING_PX)
        for line in self._lines(look, query):
            pen.text(line, "id_row", 0, y, theme.colour("accent"), max_width=query)
            y += theme.line_px("id_row")
        if beside:
            x, y = query + _GAP_PX, float(_PADDING_PX)
        pen.draw_block(look.block(self._said, "detail", words), x, y, words, theme.colour("ink"))
        if self._count:
            room = pen.text_width(self._count, "meta")
            pen.text(self._count, "meta", pen.width - room, y + 1, theme.colour("ink2"))


class GrammarPage(PageList):
    """A page of examples; Enter or a click runs one, Esc leaves."""

    query_requested = QtCore.Signal(str)
    left = QtCore.Signal()

    def __init__(
        self, references: CrossReferences, theme: Theme, parent: QtWidgets.QWidget | None = None
    ) -> None:
        """Make the examples from the claims of the briefing."""
        super().__init__(theme, "panel", parent)
        self._examples = example_queries(references.in_text_order())
        self.side_px = _SIDE_PX
        self.setAccessibleName(self.tr("What you can type"))
        self.target_pressed.connect(self._on_pressed)

    def set_index(self, index: ClaimIndex | None) -> None:
        """Show the examples; a small index tells how many claims each finds."""
        rows: list[PageRow] = [
            TextRow(self.tr("What you can type"), "card_statement", above=14, below=4),
            TextRow(self.tr("Press an example to search for it; Esc goes back."), ink="ink2"),
        ]
        for title, kinds in self._groups().items():
            examples = [
                ExampleRow(query, said, self._count(index, query))
                for kind, said in kinds.items()
                if (query := self._examples.get(kind))
            ]
            if examples:
                rows += [HeadRow(title), *examples]
        rows.append(TextRow(self._note(), ink="ink2", above=14, below=20))
        self.set_rows(rows)

    @staticmethod
    def _count(index: ClaimIndex | None, query: str) -> int:
        if index is None or index.large:
            return -1
        return index.search(query, Filters(), Order.TEXT, limit=0).total

    def _note(self) -> str:
        return self.tr(
            "Words are found in any form and spelling, and with a typing error where nothing else "
            "matches; a line under the field says what was added. The last word may be unfinished."
        )

    def _groups(self) -> dict[str, dict[str, str]]:
        return {
            self.tr("Words"): {
                "word": self.tr("a word, in any form and spelling"),
                "all": self.tr("both words, in any order"),
                "phrase": self.tr("these words, side by side"),
                "exact": self.tr("only as it is typed"),
                "beginning": self.tr("words that begin so"),
            },
            self.tr("Together"): {
                "without": self.tr("not with the second word; also NOT"),
                "either": self.tr("one or the other; OR in capitals"),
                "brackets": self.tr("brackets hold together what belongs together"),
            },
            self.tr("Fields"): {
                "actor": self.tr("who is involved, by any name"),
                "place": self.tr("where it happened"),
                "section": self.tr("section of the briefing"),
                "type": self.tr("kind of claim; a comma means “or”"),
                "family": self.tr("reported, said, judged or advised"),
                "source": self.tr("source it rests on"),
                "confidence": self.tr("stated confidence"),
                "tag": self.tr("tag set by the author"),
                "id": self.tr("one claim, by its number"),
            },
            self.tr("Dates"): {
                "date": self.tr("a year, a month 2021-08 or a day 2021-08-15, also 15 Aug 2021"),
                "date range": self.tr("from … to, both included"),
                "date before": self.tr("up to and including"),
                "date after": self.tr("from then on; also < > <= and 2021.."),
            },
        }

    def enter_from_above(self) -> None:
        """Take the keyboard, on the first example."""
        self.setFocus(QtCore.Qt.FocusReason.TabFocusReason)

    @QtCore.Slot(str)
    def _on_pressed(self, target: str) -> None:
        self.query_requested.emit(target.removeprefix(_PREFIX))

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Leave with Esc, and with Up on the first example."""
        first = next((n for n, row in enumerate(self.rows) if row.target), -1)
        at_top = event.key() == QtCore.Qt.Key.Key_Up and self.currentIndex().row() <= first
        if event.key() == QtCore.Qt.Key.Key_Escape or at_top:
            self.scrollToTop()
            self.left.emit()
            return
        super().keyPressEvent(event)
