"""Problems of a briefing as a list: a click tells which, the keyboard goes through them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.theme.theme import Theme

_ROWS_SHOWN = 6
_MOST_ROWS = 500
_AIR_PX = 8


class ProblemRows(QtWidgets.QListWidget):
    """One row a problem, as `check` prints it; rows wrap, so that all of it can be read."""

    problem_chosen = QtCore.Signal(object)  # Problem: to be shown in the text
    file_requested = QtCore.Signal(object)  # Problem: to be shown in its file

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        """Be empty."""
        super().__init__(parent)
        self._problems: tuple[Problem | str, ...] = ()
        self._has_files = False
        self.setAccessibleName(self.tr("Problems, one a line"))
        self.setAccessibleDescription(self.tr("Enter shows what it is about in the text."))
        self.setWordWrap(True)
        self.setTextElideMode(QtCore.Qt.TextElideMode.ElideNone)
        self.setVerticalScrollMode(QtWidgets.QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QtWidgets.QListView.ResizeMode.Adjust)
        self.itemClicked.connect(self._choose)

    def list_problems(self, problems: Sequence[Problem | str], *, has_files: bool) -> None:
        """List problems, or mere sentences; `has_files` says whether their files can be opened."""
        self._problems = tuple(problems)
        self._has_files = has_files
        self.clear()
        self.addItems([str(problem) for problem in problems[:_MOST_ROWS]])
        if len(problems) > _MOST_ROWS:
            more = self.tr("and {n} more").format(n=f"{len(problems) - _MOST_ROWS:,}")
            self.addItem(more)
            self.item(_MOST_ROWS).setFlags(QtCore.Qt.ItemFlag.NoItemFlags)
        self.setCurrentRow(0)

    def current(self) -> Problem | None:
        """Return the problem that the keyboard is on; None if there is none."""
        row = self.currentRow()
        listed = 0 <= row < min(len(self._problems), _MOST_ROWS)
        problem = self._problems[row] if listed else None
        return problem if isinstance(problem, Problem) else None

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes."""
        self.setFont(theme.font("id"))
        rows = min(max(self.count(), 1), _ROWS_SHOWN)
        self.setFixedHeight(rows * (theme.line_px("id") + 6) + _AIR_PX)
        values = theme.values
        self.setStyleSheet(
            f"QListWidget {{ background: {values['paper']}; color: {values['ink']};"
            f" border: 1px solid {values['edge']}; }}"
            "QListWidget::item { padding: 3px 6px; }"
            f"QListWidget::item:hover {{ background: {values['hover']}; }}"
            f"QListWidget::item:selected {{ background: {values['accent_bg']};"
            f" color: {values['ink']}; }}"
            f"QListWidget:focus {{ border: 2px solid {values['focus']}; }}"
        )

    @QtCore.Slot()
    def _choose(self) -> None:
        problem = self.current()
        if problem is not None:
            self.problem_chosen.emit(problem)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Choose with Enter; Qt would only do so with some styles."""
        if event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            self._choose()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QtGui.QContextMenuEvent) -> None:
        """Offer both ways to a problem."""
        problem = self.current()
        if problem is None:
            return
        menu = QtWidgets.QMenu(self)
        menu.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Show in the &text"), self._choose)
        if self._has_files:
            menu.addAction(self.tr("&Open the file at this line"), self.ask_for_file)
        menu.popup(event.globalPos())

    @QtCore.Slot()
    def ask_for_file(self) -> None:
        """Ask for the file of the current problem."""
        problem = self.current()
        if problem is not None:
            self.file_requested.emit(problem)
