"""The claims to hand out: those found, or picked one by one from all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.painted_buttons import LinkButton
from briefing_app.gui.kit.painted_label import scaled

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.claim import Claim

_LIST_PX = 236
_ROWS_AT_ONCE = 500  # laid out without giving the window its turn
_Index = QtCore.QModelIndex | QtCore.QPersistentModelIndex


class _ClaimTicks(QtCore.QAbstractListModel):
    """Every claim in the order of the text, with a tick."""

    ticks_changed = QtCore.Signal()

    def __init__(self, claims: list[Claim], parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self._claims = claims
        self.ticked: set[str] = set()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._claims)

    def data(self, index: _Index, role: int = 0) -> Any:
        roles = QtCore.Qt.ItemDataRole
        claim = self._claims[index.row()]
        if role in (roles.DisplayRole.value, roles.ToolTipRole.value):
            return f"{claim.id}  {claim.text}"
        if role == roles.CheckStateRole.value:
            states = QtCore.Qt.CheckState
            return states.Checked if claim.id in self.ticked else states.Unchecked
        return None

    def flags(self, _index: _Index) -> QtCore.Qt.ItemFlag:
        flags = QtCore.Qt.ItemFlag
        return flags.ItemIsEnabled | flags.ItemIsSelectable | flags.ItemIsUserCheckable

    def setData(self, index: _Index, value: Any, role: int = 0) -> bool:
        if role != QtCore.Qt.ItemDataRole.CheckStateRole.value:
            return False
        claim = self._claims[index.row()].id
        checked = QtCore.Qt.CheckState(value) == QtCore.Qt.CheckState.Checked
        if checked:
            self.ticked.add(claim)
        else:
            self.ticked.discard(claim)
        self.dataChanged.emit(index, index)
        self.ticks_changed.emit()
        return True

    def tick(self, claims: Iterable[str]) -> None:
        self.ticked = set(claims)
        if self._claims:
            self.dataChanged.emit(self.index(0), self.index(len(self._claims) - 1))


class ClaimPicker(QtWidgets.QWidget):
    """The list with its ticks, how many there are, and all, none or those found at once."""

    picked = QtCore.Signal()

    def __init__(
        self, claims: list[Claim], theme: Theme, parent: QtWidgets.QWidget | None = None
    ) -> None:
        """List claims; none is ticked."""
        super().__init__(parent)
        self._ids = [claim.id for claim in claims]
        self._found: Collection[str] | None = None
        self._model = _ClaimTicks(claims, self)
        self._model.ticks_changed.connect(self._say)
        self._model.ticks_changed.connect(self.picked)
        self.list = QtWidgets.QListView()
        self.list.setUniformItemSizes(True)
        self.list.setLayoutMode(QtWidgets.QListView.LayoutMode.Batched)
        self.list.setBatchSize(_ROWS_AT_ONCE)
        self.list.setTextElideMode(QtCore.Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Claims to hand out; Space ticks one"))
        self._count = QtWidgets.QLabel()
        self._all = LinkButton(self.tr("All"), theme)
        self._none = LinkButton(self.tr("None"), theme)
        self._now = LinkButton(self.tr("Found now"), theme)
        self._all.setAccessibleName(self.tr("Tick all claims"))
        self._none.setAccessibleName(self.tr("Tick no claim"))
        self._now.setAccessibleName(self.tr("Tick the claims that the search has found"))
        self._all.clicked.connect(self._tick_all)
        self._none.clicked.connect(self._tick_none)
        self._now.clicked.connect(self._tick_found)
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._count, 1)
        for link in (self._now, self._all, self._none):
            row.addWidget(link)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.list)
        self.set_theme(theme)
        self.set_found(None)

    def showEvent(self, event: QtGui.QShowEvent) -> None:
        """Fill the list when it is first seen: thousands of rows take their time."""
        super().showEvent(event)
        if self.list.model() is not self._model:
            self.list.setModel(self._model)
            first = next((n for n, claim in enumerate(self._ids) if claim in self._model.ticked), 0)
            self.list.setCurrentIndex(self._model.index(first))
            self.list.scrollTo(self._model.index(first), self.list.ScrollHint.PositionAtTop)

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes."""
        values = theme.values
        for link in (self._all, self._none, self._now):
            link.set_theme(theme)
        self._count.setFont(theme.font("meta"))
        self.list.setFont(theme.font("detail"))
        self.list.setFixedHeight(scaled(theme, _LIST_PX))
        self.list.setStyleSheet(
            f"QListView {{ background: {values['raised']}; color: {values['ink']};"
            f" border: 1px solid {values['edge']}; border-radius: 6px; padding: 3px; }}"
            f"QListView:focus {{ border: 2px solid {values['focus']}; padding: 2px; }}"
            f"QListView::item {{ padding: 3px; border-radius: 4px; }}"
            f"QListView::item:selected {{ background: {values['accent_bg']};"
            f" color: {values['ink']}; }}"
        )

    def set_found(self, found: Collection[str] | None) -> None:
        """Take the claims that the search in the window has found; None while nothing is sought."""
        self._found = found
        self._now.setVisible(found is not None)

    def claims(self) -> tuple[str, ...]:
        """Return the ids of the ticked claims, in the order of the text."""
        return tuple(claim for claim in self._ids if claim in self._model.ticked)

    def tick(self, claims: Iterable[str]) -> None:
        """Tick exactly these."""
        self._model.tick(claims)
        self._say()

    @QtCore.Slot()
    def _say(self) -> None:
        ticked, known = len(self._model.ticked), len(self._ids)
        words = self.tr("{n} of {all} claims").format(n=f"{ticked:,}", all=f"{known:,}")
        self._count.setText(words)

    @QtCore.Slot()
    def _tick_all(self) -> None:
        self.tick(self._ids)
        self.picked.emit()

    @QtCore.Slot()
    def _tick_none(self) -> None:
        self.tick(())
        self.picked.emit()

    @QtCore.Slot()
    def _tick_found(self) -> None:
        self.tick(self._found or ())
        self.picked.emit()
