"""The flash of words that were jumped to: full for 900 ms, then fading for 300 ms."""

from __future__ import annotations

from PySide6 import QtCore, QtWidgets

_HELD_MS = 900
_FADE_MS = 300
_STILL_MS = 1200  # where the system asks for no motion


class Flash(QtCore.QObject):
    """Gives the strength of one flash over time."""

    strength_changed = QtCore.Signal(float)  # 1 full, 0 over

    def __init__(self, parent: QtWidgets.QWidget) -> None:
        """Be still; ask `parent`'s style whether things may move."""
        super().__init__(parent)
        self._widget = parent
        self._held = QtCore.QTimer(self)
        self._held.setSingleShot(True)
        self._held.timeout.connect(self._fade)
        self._fading: QtCore.QVariantAnimation | None = None

    def start(self) -> None:
        """Begin anew."""
        self._end_fading()
        self._held.start(_HELD_MS if self._may_move() else _STILL_MS)
        self.strength_changed.emit(1.0)

    def stop(self) -> None:
        """End at once, if it is under way."""
        if self._held.isActive() or self._fading is not None:
            self._held.stop()
            self._end_fading()
            self.strength_changed.emit(0.0)

    def is_active(self) -> bool:
        """Whether the words are still lit."""
        return self._held.isActive() or self._fading is not None

    def _may_move(self) -> bool:
        hint = QtWidgets.QStyle.StyleHint.SH_Widget_Animation_Duration
        return self._widget.style().styleHint(hint, None, self._widget) > 0

    def _end_fading(self) -> None:
        if self._fading is not None:
            self._fading.stop()
            self._fading.deleteLater()
            self._fading = None

    @QtCore.Slot()
    def _fade(self) -> None:
        if not self._may_move():
            self.strength_changed.emit(0.0)
            return
        self._fading = QtCore.QVariantAnimation(self)
        self._fading.setStartValue(1.0)
        self._fading.setEndValue(0.0)
        self._fading.setDuration(_FADE_MS)
        self._fading.valueChanged.connect(self._pass_on)
        self._fading.finished.connect(self._end_fading)
        self._fading.start()

    @QtCore.Slot(object)
    def _pass_on(self, strength: float) -> None:
        self.strength_changed.emit(strength)
