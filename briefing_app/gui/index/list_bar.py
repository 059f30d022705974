"""The bar above the claim list: how many were found, and in which order they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.painted_buttons import PaintedButton
from briefing_app.gui.kit.pen import Pen
from briefing_app.search.results import Order

if TYPE_CHECKING:
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.search.results import Results

_HEIGHT_PX = 30
_PADDING_PX = 16
_ICON_PX = 12


class OrderButton(PaintedButton):
    """Names the order in force; opens the menu of orders."""

    def sizeHint(self) -> QtCore.QSize:
        """Return the words, the chevron and room for the ring."""
        width = QtGui.QFontMetricsF(self.theme.font("chip")).horizontalAdvance(self.text())
        return QtCore.QSize(
            round(width) + self.theme.px(_ICON_PX) + 18, self.theme.line_px("chip") + 8
        )

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Draw it."""
        painter = QtGui.QPainter(self)
        pen = self.pen(painter)
        ink = self.theme.colour("ink" if self.underMouse() else "ink2")
        y = (self.height() - self.theme.line_px("chip")) / 2
        x = 6 + pen.text(self.text(), "chip", 6, y, ink)
        icon = self.theme.px(_ICON_PX)
        pen.icon("chevron_down", x + 5, (self.height() - icon) / 2, ink, icon)
        self.draw_focus(pen, 4)
        painter.end()


class ListBar(QtWidgets.QWidget):
    """Count at the leading edge, order at the trailing edge."""

    order_changed = QtCore.Signal(object)  # Order

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget | None = None) -> None:
        """Start without a count."""
        super().__init__(parent)
        self._theme = theme
        self._strong, self._rest = "", ""
        self._order = Order.BEST
        self._is_query = False
        self._button = OrderButton("", theme, self)
        self._button.clicked.connect(self._open_menu)
        self._button.setAccessibleDescription(self.tr("Opens the menu of orders"))
        self._menu: QtWidgets.QMenu | None = None
        policy = QtWidgets.QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Fixed)
        self._name_order()

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self._button.set_theme(theme)
        self._arrange()
        self.updateGeometry()
        self.update()

    def order(self) -> Order:
        """Return the chosen order."""
        return self._order

    def set_order(self, order: Order) -> None:
        """List in another order, without a signal."""
        self._order = order
        self._name_order()

    def show_count(self, results: Results, claim_count: int, *, narrowed: bool) -> None:
        """Say how many claims of how many were found, and how much else."""
        total = results.total
        others = len(results.paragraphs) + len(results.entities) + len(results.sources)
        self._strong = self._counted(total)
        if not results.whole and total > 1:
            self._strong = self.tr("Up to {0} claims").format(f"{total:,}")
        rest = []
        if narrowed:
            rest.append(self.tr(" of {0}").format(f"{claim_count:,}"))
        if others == 1:
            rest.append(self.tr(", and 1 other result"))
        elif others:
            rest.append(self.tr(", and {0} other results").format(f"{others:,}"))
        if len(results.claims) < total:
            rest.append(self.tr(", first {0} listed").format(f"{len(results.claims):,}"))
        self._rest = "".join(rest)
        self.setAccessibleName(self._strong + self._rest)
        self._is_query = bool(results.answered.strip())
        self._name_order()
        self.update()

    def _counted(self, count: int) -> str:
        if count == 1:
            return self.tr("1 claim")
        return self.tr("{0} claims").format(f"{count:,}") if count else self.tr("No claims")

    def _words(self) -> dict[Order, str]:
        return {
            Order.BEST: self.tr("Best first"),
            Order.TEXT: self.tr("Order of the text"),
            Order.DATE: self.tr("By date"),
        }

    def _in_force(self) -> Order:
        """The order that is seen: without a query the best order is that of the text."""
        unsearched = self._order is Order.BEST and not self._is_query
        return Order.TEXT if unsearched else self._order

    def _name_order(self) -> None:
        name = self._words()[self._in_force()]
        if name != self._button.text():
            self._button.setText(name)
            self._button.setAccessibleName(self.tr("Order: {0}").format(name))
            self._arrange()

    @QtCore.Slot()
    def _open_menu(self) -> None:
        menu = self.make_menu()
        corner = QtCore.QPoint(0, self._button.height())
        if not self.isRightToLeft():
            corner.setX(self._button.width() - menu.sizeHint().width())
        menu.popup(self._button.mapToGlobal(corner))

    def make_menu(self) -> QtWidgets.QMenu:
        """Return the menu of orders; it goes when it is closed."""
        menu = QtWidgets.QMenu(self)
        menu.setFont(self._theme.font("menu"))
        menu.setAccessibleName(self.tr("Order"))
        group = QtGui.QActionGroup(menu)
        for order, name in self._words().items():
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(order is self._in_force())
            action.setEnabled(order is not Order.BEST or self._is_query)
            action.setData(order.value)
            group.addAction(action)
        group.triggered.connect(self._on_chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    @QtCore.Slot(QtGui.QAction)
    def _on_chosen(self, action: QtGui.QAction) -> None:
        order = Order(action.data())
        if order is not self._in_force():
            self._order = order
            self._name_order()
            self.order_changed.emit(order)

    def sizeHint(self) -> QtCore.QSize:
        """Return 30 px of height at 100 %."""
        return QtCore.QSize(240, max(_HEIGHT_PX, self._theme.line_px("list_head") + 12))

    def _arrange(self) -> None:
        size = self._button.sizeHint()
        x = self.width() - _PADDING_PX + 6 - size.width()
        left = self.width() - x - size.width() if self.isRightToLeft() else x
        top = (self.height() - size.height()) // 2
        self._button.setGeometry(QtCore.QRect(QtCore.QPoint(left, top), size))

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        """Keep the button at the trailing edge."""
        self._arrange()

    def changeEvent(self, event: QtCore.QEvent) -> None:
        """Follow a change of the layout direction."""
        super().changeEvent(event)
        if event.type() == QtCore.QEvent.Type.LayoutDirectionChange:
            self._arrange()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Draw the count and the rule below."""
        painter = QtGui.QPainter(self)
        theme = self._theme
        pen = Pen(painter, theme, self.width(), mirrored=self.isRightToLeft())
        y = (self.height() - theme.line_px("list_head")) / 2
        x = _PADDING_PX + pen.text(self._strong, "list_head", _PADDING_PX, y, theme.colour("ink"))
        if self._rest:
            text = self._rest.lstrip()
            x += 5 if text != self._rest else 0
            room = self.width() - x - self._button.width() - _PADDING_PX
            y = (self.height() - theme.line_px("detail")) / 2
            pen.text(text, "detail", x, y, theme.colour("ink2"), max_width=max(room, 1))
        pen.rule(0, self.height() - 1, self.width(), theme.colour("hair"))
        painter.end()
