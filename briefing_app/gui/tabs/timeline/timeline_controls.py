"""The buttons of the timeline, and how many claims it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from briefing_app.gui.kit.page_switch import PageSwitch
from briefing_app.gui.kit.painted_buttons import ActionButton, IconButton, LinkButton
from briefing_app.gui.kit.painted_label import PaintedText

if TYPE_CHECKING:
    from briefing_app.gui.theme.theme import Theme

_GAP_PX = 8
_WIDE_GAP_PX = 16


class TimelineControls(QtWidgets.QWidget):
    """Bands, a count that says what is left out, zoom, and the search for what is shown wide."""

    bands_chosen = QtCore.Signal(int)
    zoom_requested = QtCore.Signal(float)
    whole_requested = QtCore.Signal()
    search_requested = QtCore.Signal()
    all_claims_requested = QtCore.Signal()

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget | None = None) -> None:
        """Make the buttons."""
        super().__init__(parent)
        self._switch = PageSwitch(theme, [self.tr("By section"), self.tr("By actor")], self)
        self._switch.setAccessibleName(self.tr("What the bands are"))
        self._count = PaintedText(theme, "", "meta", "ink2", self)
        self._show_all = LinkButton(self.tr("Show all"), theme, role="meta", parent=self)
        self._out = IconButton(self.tr("Show more days (−)"), "minus", theme, parent=self)
        self._in = IconButton(self.tr("Show fewer days (+)"), "plus", theme, parent=self)
        self._whole = ActionButton(self.tr("All years"), theme, parent=self)
        self._search = ActionButton(
            self.tr("Search these dates"), theme, icon="search", parent=self
        )
        self._switch.page_chosen.connect(self.bands_chosen)
        self._show_all.clicked.connect(self.all_claims_requested)
        self._out.clicked.connect(self._zoom_out)
        self._in.clicked.connect(self._zoom_in)
        self._whole.clicked.connect(self.whole_requested)
        self._search.clicked.connect(self.search_requested)
        self._whole.setToolTip(self.tr("Every year to one scale, and back (0)"))
        self._search.setToolTip(self.tr("List the claims of the days that are shown wide"))
        self._show_all.hide()
        self.set_reasons(found=True, greyed=False)
        self.setAccessibleName(self.tr("Timeline controls"))

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes."""
        for part in (
            self._switch, self._count, self._show_all, self._out, self._in, self._whole,
            self._search,
        ):  # fmt: skip
            part.set_theme(theme)

    def choose_bands(self, number: int) -> None:
        """Show which bands there are, without a signal."""
        self._switch.choose(number)

    def set_reasons(self, *, found: bool, greyed: bool) -> None:
        """Take why claims are left out: by a search or filter, by what stands out, or by both."""
        self._reason = self.tr("{shown} of {n} dated claims, as filtered in the claim index")
        if greyed and found:
            self._reason = self.tr(
                "{shown} of {n} dated claims, as filtered in the claim index, greyed ones left out"
            )
        elif greyed:
            self._reason = self.tr("{shown} of {n} dated claims, greyed ones left out")

    def say_count(self, shown: int, dated: int) -> None:
        """Say how many dated claims are shown, and how to come back to all of them."""
        if shown == dated:
            words = self.tr("1 dated claim") if dated == 1 else self.tr("{n} dated claims")
            self.say(words.format(n=f"{dated:,}"))
        else:
            self.say(self._reason.format(shown=f"{shown:,}", n=f"{dated:,}"))
        self._show_all.setVisible(shown != dated)
        self._arrange()

    def say(self, words: str) -> None:
        """Say something where the count stands."""
        self._count.setText(words)
        self._arrange()

    @QtCore.Slot()
    def _zoom_in(self) -> None:
        self.zoom_requested.emit(1.0)

    @QtCore.Slot()
    def _zoom_out(self) -> None:
        self.zoom_requested.emit(-1.0)

    def lay_out(self, width: int) -> int:
        """Arrange everything on a width in px; return the height in px."""
        self.resize(width, max(self.height(), 1))
        return self._arrange()

    def _arrange(self) -> int:
        """Buttons at both ends with the words between them, or below where there is no room."""
        width = self.width()
        leading = self._switch.sizeHint()
        buttons = (self._out, self._in, self._whole, self._search)
        sizes = [button.sizeHint() for button in buttons]
        row = max(leading.height(), *(size.height() for size in sizes))
        trailing = sum(size.width() for size in sizes) + _GAP_PX * (len(sizes) - 1)
        self._place(self._switch, 0, (row - leading.height()) // 2, leading)
        one_row = leading.width() + _WIDE_GAP_PX + trailing <= width
        x, y = (width - trailing, 0) if one_row else (0, row + _GAP_PX)
        for button, size in zip(buttons, sizes, strict=True):
            self._place(button, x, y + (row - size.height()) // 2, size)
            x += size.width() + _GAP_PX
        start = leading.width() + _WIDE_GAP_PX
        link = self._show_all.sizeHint() if self._shows_link() else QtCore.QSize(0, 0)
        room = width - start - link.width() - 2 * _WIDE_GAP_PX - (trailing if one_row else 0)
        bottom = y + row
        wanted = self._count.natural_width()
        if wanted <= room:
            middle = (row - self._count.lay_out(wanted)) // 2
        else:
            start, middle = 0, bottom + _GAP_PX
            wanted = min(wanted, width - link.width() - _WIDE_GAP_PX)
            bottom = middle + self._count.lay_out(wanted)
        tall = self._count.lay_out(wanted)
        self._place(self._count, start, middle, QtCore.QSize(wanted, tall))
        self._place(self._show_all, start + wanted + 10, middle, link)
        return bottom

    def _shows_link(self) -> bool:
        return not self._show_all.isHidden()

    def _place(self, part: QtWidgets.QWidget, x: int, y: int, size: QtCore.QSize) -> None:
        left = self.width() - x - size.width() if self.isRightToLeft() else x
        part.setGeometry(QtCore.QRect(QtCore.QPoint(left, y), size))
