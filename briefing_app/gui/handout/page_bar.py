"""The bar above the pages: which page, what file, contents, find and zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.handout.page_layout import Fit
from briefing_app.gui.kit.display_text import left_to_right
from briefing_app.gui.kit.find_toggle import FindToggle
from briefing_app.gui.kit.painted_buttons import ActionButton, IconButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.handout.page_process import Bookmark
    from briefing_app.gui.theme.theme import Theme

_SIZES = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 4.0)
_ROOM_FOR_STEPS = 20  # as below; Ctrl and + and - change the size too
_ROOM_FOR_TOGGLE = 41  # lines' heights of width: narrower bars have it in the menu alone
_LEAST_LETTERS = 16  # of a file's name: fewer say nothing


class _FileName(QtWidgets.QLabel):
    """A name that is shortened in its middle where there is no room for it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        policy = QtWidgets.QSizePolicy.Policy
        self.setSizePolicy(policy.Ignored, policy.Preferred)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        painter = QtGui.QPainter(self)
        middle = QtCore.Qt.TextElideMode.ElideMiddle
        short = self.fontMetrics().elidedText(self.text(), middle, self.width())
        if len(short) >= min(len(self.text()), _LEAST_LETTERS):
            painter.drawText(self.rect(), QtCore.Qt.AlignmentFlag.AlignCenter, short)
        painter.end()


class PageBar(QtWidgets.QWidget):
    """Tells what the reader wishes; shows what the view says of itself."""

    page_wished = QtCore.Signal(int)  # from 0
    place_wished = QtCore.Signal(int, float)  # page, points from its top
    step_wished = QtCore.Signal(int)
    zoom_wished = QtCore.Signal(int)
    scale_wished = QtCore.Signal(float)
    fit_wished = QtCore.Signal(object)
    columns_wished = QtCore.Signal(int)
    find_wished = QtCore.Signal()
    back_wished = QtCore.Signal()

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget | None = None) -> None:
        """Start without pages."""
        super().__init__(parent)
        self._theme = theme
        self._pages = 0
        self.setAccessibleName(self.tr("Pages"))
        self._build_controls()
        self._build_zoom_menu()
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 7)
        row.setSpacing(6)
        before: tuple[QtWidgets.QWidget, ...] = (self._back, self._field, self._of, self._on)
        for part in before:
            row.addWidget(part)
        row.addSpacing(10)
        row.addWidget(self._file, 1)
        row.addSpacing(10)
        for part in (
            self._return,
            self._contents,
            self._find,
            self._two,
            self._out,
            self._size,
            self._in,
        ):
            row.addWidget(part)
        self._connect()
        self.set_theme(theme)
        self.set_pages(0, ())

    def _build_controls(self) -> None:
        theme = self._theme
        self._back = IconButton(self.tr("Page before"), "chevron_left", theme)
        self._on = IconButton(self.tr("Next page"), "chevron_right", theme)
        self._field = QtWidgets.QLineEdit()
        self._field.setAlignment(QtCore.Qt.AlignmentFlag.AlignCenter)
        self._field.setAccessibleName(self.tr("Page; Enter goes to it"))
        self._of = QtWidgets.QLabel()
        self._file = _FileName()
        self._contents = IconButton(self.tr("Contents"), "list", theme)
        self._return = IconButton(self.tr("Back to the link (Alt+Left)"), "arrow_left", theme)
        self._return.hide()
        self._find = IconButton(self.tr("Find in the pages (Ctrl+F)"), "search", theme)
        self._two = FindToggle(self.tr("Two pages"), theme)
        self._two.setCheckable(True)
        self._out = IconButton(self.tr("Smaller (Ctrl+−)"), "minus", theme)
        self._size = ActionButton("100%", theme)
        self._in = IconButton(self.tr("Larger (Ctrl++)"), "plus", theme)
        self._outline = QtWidgets.QMenu(self)
        self._outline.setAccessibleName(self.tr("Contents"))

    def _build_zoom_menu(self) -> None:
        self._zooms = menu = QtWidgets.QMenu(self)
        width = menu.addAction(self.tr("Fit width"))
        width.setData(Fit.WIDTH)
        page = menu.addAction(self.tr("Fit page"))
        page.setData(Fit.PAGE)
        menu.addSeparator()
        for scale in _SIZES:
            menu.addAction(f"{round(scale * 100)}%").setData(scale)
        menu.addSeparator()
        self._two_action = menu.addAction(self.tr("Two pages side by side"))
        self._two_action.setCheckable(True)
        menu.triggered.connect(self._take_zoom)

    def _connect(self) -> None:
        self._back.clicked.connect(self._step_back)
        self._on.clicked.connect(self._step_on)
        self._field.returnPressed.connect(self._take_page)
        self._contents.clicked.connect(self.show_contents)
        self._outline.triggered.connect(self._take_place)
        self._find.clicked.connect(self.find_wished)
        self._return.clicked.connect(self.back_wished)
        self._two.toggled.connect(self._take_columns)
        self._two_action.toggled.connect(self._two.setChecked)
        self._out.clicked.connect(self._zoom_out)
        self._in.clicked.connect(self._zoom_in)
        self._size.clicked.connect(self._show_zooms)

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes."""
        self._theme = theme
        values = theme.values
        buttons = (self._back, self._on, self._return, self._contents, self._find, self._two)
        for button in (*buttons, self._out, self._size, self._in):
            button.set_theme(theme)
        for label, role in ((self._of, "menu"), (self._file, "meta")):
            label.setFont(theme.font(role))
            label.setStyleSheet(f"color: {values['ink2']};")
        self._field.setFont(theme.font("menu"))
        metrics = QtGui.QFontMetrics(theme.font("menu"))
        self._field.setFixedWidth(metrics.horizontalAdvance("0000") + 22)
        self._field.setFixedHeight(theme.line_px("menu") + 12)
        self._field.setStyleSheet(
            f"QLineEdit {{ background: {values['raised']}; color: {values['ink']};"
            f" border: 1px solid {values['edge']}; border-radius: 6px; padding: 0 4px; }}"
            f"QLineEdit:focus {{ border: 2px solid {values['focus']}; padding: 0 3px; }}"
        )
        self.update()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Paint the ground and the hairline below."""
        painter = QtGui.QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("win"))
        hair = self._theme.colour("hair")
        painter.fillRect(0, self.height() - 1, self.width(), 1, hair)
        painter.end()

    # what is shown

    def set_file_name(self, name: str) -> None:
        """Show what the file will be called."""
        self._file.setText(left_to_right(name))
        self._file.setToolTip(name)

    def set_pages(self, count: int, outline: Sequence[Bookmark]) -> None:
        """Take the number of pages and the bookmarks."""
        self._pages = count
        self._of.setText(self.tr("of {n}").format(n=f"{count:,}") if count else "")
        self._field.setEnabled(count > 0)
        self._field.setValidator(QtGui.QIntValidator(1, max(1, count), self._field))
        self._outline.clear()
        for mark in outline:
            words = " " * (4 * mark.level) + mark.title.replace("&", "&&")
            action = self._outline.addAction(f"{words}\t{mark.page + 1}")
            action.setData((mark.page, mark.top))
        self._contents.setEnabled(bool(outline))
        for button in (self._back, self._on, self._find, self._two, self._out, self._size):
            button.setEnabled(count > 0)
        self._in.setEnabled(count > 0)

    @QtCore.Slot(int)
    def show_page(self, page: int) -> None:
        """Say which page is looked at."""
        if not self._field.hasFocus() or not self._field.isModified():
            self._field.setText(str(page + 1) if page >= 0 else "")
        self._back.setEnabled(page > 0)
        self._on.setEnabled(page < self._pages - 1)
        words = self.tr("Page {page} of {n}").format(page=page + 1, n=self._pages)
        self._field.setAccessibleDescription(words)

    def show_way_back(self, *, there: bool) -> None:
        """Offer to go back to where a link was followed."""
        self._return.setVisible(there)

    def show_columns(self, columns: int) -> None:
        """Say how many pages stand side by side."""
        self._two.setChecked(columns == 2)

    @QtCore.Slot(float, object)
    def show_zoom(self, scale: float, fit: Fit) -> None:
        """Say how large the pages are."""
        names = {Fit.WIDTH: self.tr("Fit width"), Fit.PAGE: self.tr("Fit page")}
        percent = f"{round(scale * 100)}%"
        self._size.setText(names.get(fit, percent))
        self._size.setAccessibleName(self.tr("Zoom: {size}").format(size=percent))
        self._size.setToolTip(percent)
        self._size.updateGeometry()

    def focus_page(self) -> None:
        """Put the keyboard into the page field."""
        self._field.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    @QtCore.Slot()
    def show_contents(self) -> None:
        """Open the outline as a menu."""
        if not self._outline.isEmpty():
            self._outline.popup(self._below(self._contents))

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Leave out what does not fit; the menu of the zoom has it too."""
        super().resizeEvent(event)
        line = self._theme.line_px("menu")
        self._two.setVisible(self.width() > _ROOM_FOR_TOGGLE * line)
        for part in (self._out, self._in):
            part.setVisible(self.width() > _ROOM_FOR_STEPS * line)

    def _below(self, button: QtWidgets.QWidget) -> QtCore.QPoint:
        return button.mapToGlobal(QtCore.QPoint(0, button.height() + 2))

    # what the reader does

    @QtCore.Slot()
    def _take_page(self) -> None:
        self._field.setModified(False)
        if self._field.text():
            self.page_wished.emit(int(self._field.text()) - 1)

    @QtCore.Slot(QtGui.QAction)
    def _take_place(self, action: QtGui.QAction) -> None:
        self.place_wished.emit(*action.data())

    @QtCore.Slot(QtGui.QAction)
    def _take_zoom(self, action: QtGui.QAction) -> None:
        wish = action.data()
        if isinstance(wish, Fit):
            self.fit_wished.emit(wish)
        elif wish is not None:
            self.scale_wished.emit(float(wish))

    @QtCore.Slot(bool)
    def _take_columns(self, two: bool) -> None:
        self._two_action.setChecked(two)
        self._two.updateGeometry()  # it has a tick now, or none any more
        self.columns_wished.emit(2 if two else 1)

    @QtCore.Slot()
    def _show_zooms(self) -> None:
        self._zooms.popup(self._below(self._size))

    @QtCore.Slot()
    def _step_back(self) -> None:
        self.step_wished.emit(-1)

    @QtCore.Slot()
    def _step_on(self) -> None:
        self.step_wished.emit(1)

    @QtCore.Slot()
    def _zoom_out(self) -> None:
        self.zoom_wished.emit(-1)

    @QtCore.Slot()
    def _zoom_in(self) -> None:
        self.zoom_wished.emit(1)
