"""Prose set in a column: built in slices, laid out lazily, kept in place when resized."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit import accessible_class
from briefing_app.gui.prose.prose_column import Column, ProseStyle, column_in
from briefing_app.gui.prose.prose_document import ProseDocument
from briefing_app.gui.prose.prose_geometry import ProseGeometry
from briefing_app.gui.prose.prose_hits import ProseHits
from briefing_app.gui.prose.prose_painter import ProsePainter, ProseState
from briefing_app.gui.prose.prose_pictures import ProsePictures

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.claim import Family
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.model.prose import Block

_FIRST_SLICE_MS = 30.0  # enough for some 5,000 words; the rest follows between events
_SLICE_MS = 12.0
_TOP_PX, _BOTTOM_PX = 28, 96
_LEAST_EMBEDDED_PX = 120
_RESIZED = QtCore.Qt.WidgetAttribute.WA_Resized


class ProseText(accessible_class.QTextEdit):
    """Builds one section's document and keeps it in its column; ProsePane paints it."""

    def __init__(
        self,
        blocks: Sequence[Block],
        references: CrossReferences,
        theme: Theme,
        *,
        style: ProseStyle,
        read_picture: Callable[[str], bytes],
        title: str = "",
        subtitle: str = "",
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """Show `blocks`; `read_picture` gives a picture's bytes or raises a BriefingError."""
        super().__init__(parent)
        self.references = references
        self._blocks = tuple(blocks)
        self._theme = theme
        self._prose_style = style
        self._read_picture = read_picture
        self._title, self._subtitle = title, subtitle
        self._blank = QtGui.QImage(1, 1, QtGui.QImage.Format.Format_ARGB32)
        self._blank.fill(0)
        self._state = ProseState()
        self._is_greyed = False
        self._hits = ProseHits()
        self._building = QtCore.QTimer(self)
        self._building.timeout.connect(self._build_more)
        self._heights: dict[int, int] = {}
        self._has_width = False
        self._damaged: set[str] = set()
        self._wanted: Callable[[], None] | None = None  # a scroll, once there is a width
        self._pictures = self._new_pictures()
        self._made = self._new_document(())
        self._set_up_widget()
        self._rebuild()

    def _set_up_widget(self) -> None:
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setReadOnly(True)
        # a viewport of ours: to find out what class Qt's own one has takes PySide 16 ms
        self.setViewport(QtWidgets.QWidget())
        self.viewport().setAutoFillBackground(False)
        self.viewport().setCursor(QtCore.Qt.CursorShape.IBeamCursor)
        self.viewport().setMouseTracking(True)
        off = QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(off)
        if self._prose_style.embedded:
            self.setVerticalScrollBarPolicy(off)
            policy = self.sizePolicy()
            policy.setHeightForWidth(True)
            policy.setVerticalPolicy(QtWidgets.QSizePolicy.Policy.Minimum)
            self.setSizePolicy(policy)
        self.setAccessibleName(self._title or self.tr("Bottom line"))

    # building

    def _rebuild(self) -> None:
        """Set the text anew: at first, and when theme or reading size change."""
        self._building.stop()
        self._colour()
        self._pictures.deleteLater()
        self._pictures = self._new_pictures()
        column = self._column_for(self.viewport().width())
        self._pictures.widest_px = self._full_measure()
        made = self._new_document(self._blocks)
        made.add_title(self._title, self._subtitle)
        made.build(budget_ms=_FIRST_SLICE_MS)
        old, self._made = self._made, made
        self._set_margins(column)
        made.fit_pictures(column.width)
        if not self._has_width:  # the first width is no real one; do not lay out for it
            made.document.setLayoutEnabled(False)
        self.setDocument(made.document)
        old.document.deleteLater()
        self._painter = ProsePainter(
            self._theme, made.places, self._state, self._family_of, self._hits.segments
        )
        self._look_anew(column)
        self._heights.clear()
        self._pictures.start()
        if not made.is_complete:
            self._building.start(0)
        self._grey_words()

    def _grey_words(self) -> None:
        """Grey what the lens greys, as far as the text is set."""
        lens, places = self._state.lens, self._made.places
        if lens is None and not self._is_greyed:
            return
        from briefing_app.gui.prose.prose_greying import greyed_selections, greyed_spans

        self._is_greyed = lens is not None
        document = self._made.document
        spans = greyed_spans(places, lens, document.characterCount() - 1) if lens else []
        grey = self._theme.colour("dimmed")
        self.setExtraSelections(greyed_selections(document, spans, grey))

    def _new_pictures(self) -> ProsePictures:
        made = ProsePictures(
            self._read_picture,
            pixel_ratio=self.devicePixelRatioF(),
            damaged=frozenset(self._damaged),
            parent=self,
        )
        made.picture_ready.connect(self._show_picture)
        made.picture_failed.connect(self._leave_out_picture)
        return made

    def _new_document(self, blocks: Sequence[Block]) -> ProseDocument:
        return ProseDocument(
            blocks,
            self._theme,
            style=self._prose_style,
            pictures=self._pictures,
            parent=self,
        )

    @QtCore.Slot()
    def _build_more(self) -> None:
        self._made.build(budget_ms=_SLICE_MS)
        self._pictures.start()
        if self._made.is_complete:
            self._building.stop()
            self._grey_words()

    def finish_building(self) -> None:
        """Set what is still missing of a long text, at once."""
        if not self._made.is_complete:
            self._made.build()
            self._pictures.start()
            self._building.stop()
            self._grey_words()

    def _colour(self) -> None:
        palette = self.palette()
        role, colour = QtGui.QPalette.ColorRole, self._theme.colour
        palette.setColor(role.Base, colour("paper"))
        palette.setColor(role.Text, colour("ink"))
        palette.setColor(role.Link, colour("accent"))
        palette.setColor(role.Highlight, colour("accent"))
        palette.setColor(role.HighlightedText, colour("accent_ink"))
        self.setPalette(palette)

    def _scale(self) -> float:
        return self._theme.line_px("body") / 27

    def _column_for(self, width_px: int) -> Column:
        return column_in(width_px, self._prose_style, self._theme, mirrored=self.isRightToLeft())

    def _set_margins(self, column: Column, width: int = 0) -> None:
        """Make the column by the margins of the root frame; `width` other than the viewport's."""
        document = self._made.document
        frame = document.rootFrame()
        margins = frame.frameFormat()
        margins.setLeftMargin(column.left)
        width = width or self.viewport().width()
        margins.setRightMargin(max(width - column.left - column.width, 0))
        if not self._prose_style.embedded:
            margins.setTopMargin(round(_TOP_PX * self._scale()))
            margins.setBottomMargin(round(_BOTTOM_PX * self._scale()))
        frame.setFrameFormat(margins)

    def _look_anew(self, column: Column) -> None:
        self._geometry = ProseGeometry(
            self._made.document,
            self._made.places,
            self._theme,
            column,
            mirrored=self.isRightToLeft(),
            margins=self._prose_style.margins,
            sign_of=self._sign_of,
        )
        self._hits.look_in(self._made.places, self._geometry)

    def _sign_of(self, claim_id: str) -> str:
        from briefing_app.gui.words.claim_standing import standing_sign

        claim = self.references.claims.get(claim_id)
        return standing_sign(claim, self.references) if claim else ""

    def _family_of(self, claim_id: str) -> Family | None:
        claim = self.references.claims.get(claim_id)
        return claim.family if claim else None

    @QtCore.Slot(str, QtGui.QImage)
    def _show_picture(self, name: str, image: QtGui.QImage) -> None:
        kind = QtGui.QTextDocument.ResourceType.ImageResource
        self._made.document.addResource(kind, QtCore.QUrl(name), image)
        self.viewport().update()

    @QtCore.Slot(str)
    def _leave_out_picture(self, path: str) -> None:
        """Put words in the place of a picture that could not be decoded."""
        self._damaged.add(path)
        self.set_theme(self._theme)

    def loadResource(self, _kind: int, _name: QtCore.QUrl | str) -> Any:
        """Return an empty picture: with None, Qt would load one from the disk by its name."""
        return self._blank

    # layout

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Keep the line at the top where it is while the column changes."""
        if self._has_width and event.size().width() == event.oldSize().width():
            super().resizeEvent(event)
            return
        place = self._top_place() if self._has_width else None
        self._has_width = True
        self._fit(event)
        if self.viewport().width() != event.size().width():  # the scroll bar has come or gone
            self._fit(QtGui.QResizeEvent(self.viewport().size(), event.size()))
        self._restore(place)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            wanted()
        if self._prose_style.embedded:
            self.updateGeometry()

    def showEvent(self, event: QtGui.QShowEvent) -> None:
        """Stay where a jump before the first show has led; Qt would go to the text cursor."""
        place = self._top_place()
        super().showEvent(event)
        if place is None:
            self.verticalScrollBar().setValue(0)
        else:
            self._restore(place)

    def _fit(self, event: QtGui.QResizeEvent) -> None:
        """Set the column for the viewport's new width."""
        column = self._column_for(event.size().width())
        document = self._made.document
        document.setLayoutEnabled(False)  # else all of a long text would be laid out here
        self._set_margins(column)
        self._made.fit_pictures(column.width)
        super().resizeEvent(event)
        document.setLayoutEnabled(True)
        self._look_anew(column)

    def changeEvent(self, event: QtCore.QEvent) -> None:
        """Turn the margins round when the window is mirrored."""
        super().changeEvent(event)
        if event.type() == QtCore.QEvent.Type.LayoutDirectionChange:
            column = self._column_for(self.viewport().width())
            self._set_margins(column)
            self._look_anew(column)

    def heightForWidth(self, width: int) -> int:
        """Return how high the whole text is in a width, for embedding."""
        if not self._prose_style.embedded:
            return super().heightForWidth(width)
        found = self._heights.get(width)
        if found is None:
            self.finish_building()
            found = self._heights[width] = self._measure(width)
        return found

    def fit_height(self, width: int) -> int:
        """Return how high the view is to be in a width, in px, so that nothing is cut."""
        return self.heightForWidth(width)

    def _measure(self, width: int) -> int:
        document = self._made.document
        self._has_width = True
        document.setLayoutEnabled(True)
        kept = document.textWidth()
        self._set_margins(self._column_for(width), width)
        document.setTextWidth(width)
        height = round(document.size().height() + 0.5)
        self._set_margins(self._geometry.column)
        document.setTextWidth(kept)
        return height

    def sizeHint(self) -> QtCore.QSize:
        """Return the size that the text asks for where it is embedded."""
        if not self._prose_style.embedded:
            return super().sizeHint()
        width = self.width() if self.testAttribute(_RESIZED) else self._full_measure()
        return QtCore.QSize(self._full_measure(), self.heightForWidth(width))

    def minimumSizeHint(self) -> QtCore.QSize:
        """Return the least size: embedded text is never cut."""
        if not self._prose_style.embedded:
            return super().minimumSizeHint()
        return QtCore.QSize(_LEAST_EMBEDDED_PX, self.heightForWidth(max(self.width(), 1)))

    def _full_measure(self) -> int:
        return round(self._prose_style.measure_px * self._scale())

    def _top_place(self) -> tuple[int, float] | None:
        """What stands at the top: (document position, pixels above it); None at the very top."""
        scroll = self.verticalScrollBar().value()
        if scroll == 0 or not self._made.places.units:
            return None
        position = self._geometry.position_at(scroll)
        return position, self._line_at(position)[0] - scroll

    def _restore(self, place: tuple[int, float] | None) -> None:
        if place is not None:
            position, above = place
            if position >= self._made.document.characterCount():
                self.finish_building()
            self._scroll_so(self._line_at(position)[0] - above)

    def _line_at(self, position: int) -> tuple[float, float]:
        """Where a position's line begins and ends, in the document's height."""
        document = self._made.document
        block = document.findBlock(position)
        if not block.isValid():
            block = document.lastBlock()
        top = document.documentLayout().blockBoundingRect(block).top()
        line = block.layout().lineForTextPosition(position - block.position())
        if not line.isValid():
            return top, top
        return top + line.y(), top + line.y() + line.height()

    def _scroll_so(self, top: float) -> None:
        """Scroll so that a height of the document stands at the top."""
        bar = self.verticalScrollBar()
        if top > bar.maximum():
            self._made.document.size()  # lays out the rest, so that the bar knows its range
        bar.setValue(round(top))

    def set_lines(self, measure_px: int, *, justified: bool) -> None:
        """Set the text in lines of another width, which end on one edge or not."""
        style = msgspec.structs.replace(
            self._prose_style, measure_px=measure_px, justified=justified
        )
        if style != self._prose_style and not style.embedded:
            self._prose_style = style
            self.set_theme(self._theme)

    def set_theme(self, theme: Theme) -> None:
        """Restyle: colours, faces or the reading size."""
        place, cursor = self._top_place(), self.textCursor()
        self._theme = theme
        self._rebuild()
        by_keys = QtCore.Qt.TextInteractionFlag.TextSelectableByKeyboard
        if cursor.hasSelection() or self.textInteractionFlags() & by_keys:
            self.finish_building()
            kept = self.textCursor()
            kept.setPosition(cursor.anchor())
            kept.setPosition(cursor.position(), QtGui.QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(kept)
        self._restore(place)
        self.updateGeometry()
        self.viewport().update()
