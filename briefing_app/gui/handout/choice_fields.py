"""What the choices of a handout are set out with: titled groups, and fields with their label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.theme import icons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.theme.theme import Theme


class ChoiceGroup(QtWidgets.QWidget):
    """A title in semi-bold and what can be chosen below it."""

    def __init__(
        self,
        title: str,
        parts: Sequence[QtWidgets.QWidget],
        theme: Theme,
        *,
        gap_px: int = 0,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """Hold the parts, one below the other."""
        super().__init__(parent)
        self._title = QtWidgets.QLabel(title)
        self._title.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self.setAccessibleName(title)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addSpacing(4)
        for number, part in enumerate(parts):
            column.addSpacing(gap_px if number else 0)
            column.addWidget(part)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take new sizes; the parts take theirs from their owner."""
        self._title.setFont(theme.font("list_head"))


class LabelledField(QtWidgets.QWidget):
    """A field with its name before it, or above it where there is no room."""

    def __init__(
        self,
        label: str,
        field: QtWidgets.QLineEdit | QtWidgets.QComboBox,
        theme: Theme,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """Hold a field."""
        super().__init__(parent)
        self._label = QtWidgets.QLabel(label)
        self._label.setBuddy(field)
        self._field = field
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self._label)
        column.addWidget(field)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes."""
        values = theme.values
        self._label.setFont(theme.font("meta"))
        self._label.setStyleSheet(f"color: {values['ink2']};")
        self._field.setFont(theme.font("menu"))
        kind = "QComboBox" if isinstance(self._field, QtWidgets.QComboBox) else "QLineEdit"
        self._field.setStyleSheet(
            f"{kind} {{ background: {values['raised']}; color: {values['ink']};"
            f" border: 1px solid {values['edge']}; border-radius: 6px; padding: 4px 8px; }}"
            f"{kind}:focus {{ border: 2px solid {values['focus']}; padding: 3px 7px; }}"
            "QComboBox::drop-down { border: none; width: 22px; }"
            "QComboBox::down-arrow { image: none; }"
            f"QComboBox QAbstractItemView {{ background: {values['raised']};"
            f" color: {values['ink']}; selection-background-color: {values['accent_bg']};"
            f" selection-color: {values['ink']}; border: 1px solid {values['edge']}; }}"
        )


def make_line(name: str, example: str, letters: int) -> QtWidgets.QLineEdit:
    """Return a field for a few letters."""
    line = QtWidgets.QLineEdit()
    line.setMaxLength(letters)
    line.setPlaceholderText(example)
    line.setAccessibleName(name)
    line.setAccessibleDescription(example)
    return line


class _Combo(QtWidgets.QComboBox):
    """A list of choices that the wheel scrolls past, so that no choice changes by accident."""

    def wheelEvent(self, event: QtGui.QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QtGui.QPainter(self)
        side = round(16 * self.logicalDpiY() / 96)
        x = 6 if self.isRightToLeft() else self.width() - side - 6
        box = QtCore.QRectF(x, (self.height() - side) / 2, side, side)
        icons.draw(painter, "chevron_down", box, self.palette().text().color())
        painter.end()


def make_combo(name: str) -> QtWidgets.QComboBox:
    """Return an empty list of choices."""
    combo = _Combo()
    combo.setAccessibleName(name)
    combo.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
    policy = QtWidgets.QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
    combo.setSizeAdjustPolicy(policy)
    return combo
