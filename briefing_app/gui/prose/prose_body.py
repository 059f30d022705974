"""The text of a view as it is set: built in slices, laid out lazily, in a column."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from briefing_app.gui.prose.prose_column import Column, column_in
from briefing_app.gui.prose.prose_document import ProseDocument
from briefing_app.gui.prose.prose_geometry import ProseGeometry
from briefing_app.gui.prose.prose_pictures import ProsePictures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6 import QtWidgets

    from briefing_app.gui.prose.prose_column import ProseStyle
    from briefing_app.gui.prose.prose_places import ProsePlaces, TextRun
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.prose import Block

_FIRST_SLICE_MS = 30.0  # enough for some 5,000 words; the rest follows between events
_SLICE_MS = 12.0
_TOP_PX, _BOTTOM_PX = 28, 96


class ProseBody(QtCore.QObject):
    """One section's document, the places in it and their geometry; a view shows and paints it."""

    completed = QtCore.Signal()  # the rest of a long text is in
    geometry_changed = QtCore.Signal()  # another document, or the same one in another column
    picture_ready = QtCore.Signal()
    picture_lost = QtCore.Signal()  # one is damaged: the text is to be set anew, without it

    def __init__(
        self,
        text: QtWidgets.QTextEdit,
        blocks: Sequence[Block],
        theme: Theme,
        style: ProseStyle,
        *,
        read_picture: Callable[[str], bytes],
        sign_of: Callable[[str], str],
        title: str = "",
        subtitle: str = "",
    ) -> None:
        """Be empty until `set_anew`; `text` is the view, whose width and direction count.

        `read_picture` gives a picture's bytes or raises a BriefingError, `sign_of` what stands
        after a claim's id.
        """
        super().__init__(text)
        self.theme, self.style = theme, style
        self.has_width = False  # the first one is no real one
        self._text = text
        self._blocks = tuple(blocks)
        self._title, self._subtitle = title, subtitle
        self._read_picture = read_picture
        self._sign_of = sign_of
        self._growing = QtCore.QTimer(self)
        self._growing.timeout.connect(self._grow)
        self._heights: dict[int, int] = {}
        self._damaged: set[str] = set()
        self._pictures = self._new_pictures()
        self._made = self._new_document(())
        self.geometry = self._new_geometry(self._column_for(text.viewport().width()))

    @property
    def document(self) -> QtGui.QTextDocument:
        """The document; another one each time that the text is set anew."""
        return self._made.document

    @property
    def places(self) -> ProsePlaces:
        """Where things stand in the document, as far as it is built."""
        return self._made.places

    @property
    def is_complete(self) -> bool:
        """Whether the whole text is in."""
        return self._made.is_complete

    # building

    def set_anew(self, theme: Theme, style: ProseStyle) -> None:
        """Show another document: at first, and when theme, reading size or lines change."""
        self._growing.stop()
        self.theme, self.style = theme, style
        self._pictures.deleteLater()
        self._pictures = self._new_pictures()
        column = self._column_for(self._text.viewport().width())
        self._pictures.widest_px = self.full_measure_px()
        made = self._new_document(self._blocks)
        made.add_title(self._title, self._subtitle)
        made.build(budget_ms=_FIRST_SLICE_MS)
        self._set_margins(made.document, column)
        made.fit_pictures(column.width)
        if not self.has_width:  # do not lay out for it
            made.document.setLayoutEnabled(False)
        self._text.setDocument(made.document)  # scrolls: places and geometry are still the old ones
        old, self._made = self._made, made
        old.document.deleteLater()
        self._heights.clear()
        self._look_anew(column)
        self._pictures.start()
        if not made.is_complete:
            self._growing.start(0)

    def finish(self) -> None:
        """Set what is still missing of a long text, at once."""
        if not self.is_complete:
            self._made.build()
            self._end_growing()

    @QtCore.Slot()
    def _grow(self) -> None:
        self._made.build(budget_ms=_SLICE_MS)
        if self.is_complete:
            self._end_growing()
        else:
            self._pictures.start()

    def _end_growing(self) -> None:
        self._growing.stop()
        self._pictures.start()
        self.completed.emit()

    def _new_pictures(self) -> ProsePictures:
        made = ProsePictures(
            self._read_picture,
            pixel_ratio=self._text.devicePixelRatioF(),
            damaged=frozenset(self._damaged),
            parent=self,
        )
        made.picture_ready.connect(self._show_picture)
        made.picture_failed.connect(self._leave_out_picture)
        return made

    def _new_document(self, blocks: Sequence[Block]) -> ProseDocument:
        return ProseDocument(
            blocks, self.theme, style=self.style, pictures=self._pictures, parent=self._text
        )

    @QtCore.Slot(str, QtGui.QImage)
    def _show_picture(self, name: str, image: QtGui.QImage) -> None:
        kind = QtGui.QTextDocument.ResourceType.ImageResource
        self.document.addResource(kind, QtCore.QUrl(name), image)
        self.picture_ready.emit()

    @QtCore.Slot(str)
    def _leave_out_picture(self, path: str) -> None:
        """Put words in the place of a picture that could not be decoded."""
        self._damaged.add(path)
        self.picture_lost.emit()

    # the column

    @contextmanager
    def fitted_to(self, width_px: int) -> Iterator[None]:
        """Set the column for another width; inside, the view takes that width."""
        self.has_width = True
        column = self._column_for(width_px)
        document = self.document
        document.setLayoutEnabled(False)  # else all of a long text would be laid out here
        self._set_margins(document, column)
        self._made.fit_pictures(column.width)
        yield
        document.setLayoutEnabled(True)
        self._look_anew(column)

    def turn_round(self) -> None:
        """Set the column anew where the view has been mirrored."""
        column = self._column_for(self._text.viewport().width())
        self._set_margins(self.document, column)
        self._look_anew(column)

    def full_measure_px(self) -> int:
        """Return how wide the column is where there is room for it."""
        return round(self.style.measure_px * self._scale())

    def height_in(self, width_px: int) -> int:
        """Return how high the whole text is in a width, in px."""
        found = self._heights.get(width_px)
        if found is None:
            self.finish()
            found = self._heights[width_px] = self._measure(width_px)
        return found

    def _measure(self, width_px: int) -> int:
        document = self.document
        self.has_width = True
        document.setLayoutEnabled(True)
        kept = document.textWidth()
        self._set_margins(document, self._column_for(width_px), width_px)
        document.setTextWidth(width_px)
        height = round(document.size().height() + 0.5)
        self._set_margins(document, self.geometry.column)
        document.setTextWidth(kept)
        return height

    def _scale(self) -> float:
        return self.theme.line_px("body") / 27

    def _column_for(self, width_px: int) -> Column:
        mirrored = self._text.isRightToLeft()
        return column_in(width_px, self.style, self.theme, mirrored=mirrored)

    def _set_margins(
        self, document: QtGui.QTextDocument, column: Column, width_px: int = 0
    ) -> None:
        """Make the column by the margins of the root frame; `width_px` if not the viewport's."""
        frame = document.rootFrame()
        margins = frame.frameFormat()
        margins.setLeftMargin(column.left)
        width = width_px or self._text.viewport().width()
        margins.setRightMargin(max(width - column.left - column.width, 0))
        if not self.style.embedded:
            margins.setTopMargin(round(_TOP_PX * self._scale()))
            margins.setBottomMargin(round(_BOTTOM_PX * self._scale()))
        frame.setFrameFormat(margins)

    # where things are

    def _look_anew(self, column: Column) -> None:
        self.geometry = self._new_geometry(column)
        self.geometry_changed.emit()

    def _new_geometry(self, column: Column) -> ProseGeometry:
        return ProseGeometry(
            self.document,
            self.places,
            self.theme,
            column,
            mirrored=self._text.isRightToLeft(),
            margins=self.style.margins,
            sign_of=self._sign_of,
        )

    def line_at(self, position: int) -> tuple[float, float]:
        """Return where a position's line begins and ends, in px of the document's height."""
        block = self.document.findBlock(position)
        if not block.isValid():
            block = self.document.lastBlock()
        top = self.document.documentLayout().blockBoundingRect(block).top()
        line = block.layout().lineForTextPosition(position - block.position())
        if not line.isValid():
            return top, top
        return top + line.y(), top + line.y() + line.height()

    def words_of_line(self, position: int) -> str:
        """Return the words of the line that a document position stands in."""
        cursor = QtGui.QTextCursor(self.document)
        cursor.setPosition(position)
        cursor.select(QtGui.QTextCursor.SelectionType.LineUnderCursor)
        return cursor.selectedText()

    def runs(self) -> list[TextRun]:
        """Return the runs of the whole text, for searching in."""
        self.finish()
        return self.places.runs
