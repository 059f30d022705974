"""The side of the window with the text: title, tabs, notices, the pages, and bars around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtWidgets

from briefing_app.gui.window.tab_bar import PADDING_PX as TAB_PADDING_PX

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.window.header import Header
    from briefing_app.gui.window.tab_bar import TabBar


class TextSide(QtWidgets.QWidget):
    """A column; bars that are seldom wanted are put in when they are."""

    def __init__(
        self,
        header: Header,
        tab_bar: TabBar,
        notices: Sequence[QtWidgets.QWidget],
        pages: QtWidgets.QWidget,
    ) -> None:
        """Put the parts one below the other; the pages take what room there is."""
        super().__init__()
        self._header = header
        self._pages = pages
        self._column = QtWidgets.QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._tab_row = QtWidgets.QHBoxLayout()
        self._tab_row.addWidget(tab_bar, 1)
        self._column.addWidget(header)
        self._column.addLayout(self._tab_row)
        for notice in notices:
            self._column.addWidget(notice)
        self._column.addWidget(pages, 1)

    def add_under_text(self, widget: QtWidgets.QWidget) -> None:
        """Put a bar under the text: the find bar or the claim strip, made when first needed."""
        self._column.addWidget(widget)

    def add_above_text(self, widget: QtWidgets.QWidget) -> None:
        """Put a bar between the tabs and the text, when it is first needed."""
        self._column.insertWidget(self._column.indexOf(self._pages), widget)

    def place_tabs(self) -> None:
        """Let the first name stand under the title."""
        margin = self._header.padding_px - TAB_PADDING_PX
        mirrored = self.isRightToLeft()
        self._tab_row.setContentsMargins(0 if mirrored else margin, 0, margin * mirrored, 0)
