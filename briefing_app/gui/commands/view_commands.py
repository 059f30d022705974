"""What the View and Edit menus set: text size, colours, lines, citation style, full screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

from briefing_app.export.citation import CitationStyle
from briefing_app.gui.commands.projector import Projector
from briefing_app.gui.commands.text_caret import TextCaret
from briefing_app.gui.prose.prose_column import MEASURES_PX

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.gui.window.main_window import MainWindow

_ZOOM_STEP_PX = 1
_SMALLEST_PX, _NORMAL_PX, _LARGEST_PX = 15, 17, 24


class ViewCommands(QtCore.QObject):
    """Changes how one window shows its briefing, and keeps it in the settings."""

    def __init__(self, window: MainWindow) -> None:
        """Change a window whose menus are not filled yet."""
        super().__init__(window)
        self._window = window
        self.projector = Projector(window)
        self.caret = TextCaret(window)
        window.stack.zoom_requested.connect(self.zoom)

    def slots(self) -> dict[str, Callable[[], None]]:
        """Return what does the View menu's actions, by their names."""
        return {
            "widen": self.widen_index,
            "zoom_in": self.zoom_in,
            "zoom_out": self.zoom_out,
            "zoom_reset": self.zoom_reset,
            "justified": self.toggle_justified,
            "caret": self.caret.toggle,
            "projector": self.projector.toggle,
            "full_screen": self.toggle_full_screen,
        }

    def fill_choices(self) -> None:
        """Fill the submenus of which one choice holds."""
        window = self._window
        table, settings = window.actions_table, window.settings.current
        colours = [
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("high-contrast", self.tr("High contrast")),
        ]
        table.offer_choices("colours", colours, window.keeper.choice, self._choose_colours)
        lines = [
            ("quiet", self.tr("Quiet")),
            ("strong", self.tr("Strong")),
            ("off", self.tr("Off")),
        ]
        table.offer_choices("claim_lines", lines, settings.claim_lines, self._choose_lines)
        measures = [
            ("narrow", self.tr("Narrow")),
            ("normal", self.tr("Normal")),
            ("wide", self.tr("Wide")),
        ]
        table.offer_choices("measure", measures, settings.measure, self._choose_measure)
        table.check("justified", checked=settings.justified)
        table.check("caret", checked=settings.caret)
        styles = [(style.value, style.display_name) for style in CitationStyle]
        table.offer_choices("citation_style", styles, settings.citation_style, self._choose_style)

    @QtCore.Slot(int)
    def zoom(self, steps: int) -> None:
        """Make the text larger or smaller by steps; 0 sets it back."""
        if self.projector.is_on:
            self.projector.zoom(steps)
            return
        now = self._window.keeper.theme.reading_px
        wanted = now + steps * _ZOOM_STEP_PX if steps else _NORMAL_PX
        size = min(max(wanted, _SMALLEST_PX), _LARGEST_PX)
        self._window.keeper.set_reading_px(size)
        self._window.settings.change(reading_px=size)
        self._window.footer.say(self.tr("Text size {size}").format(size=size))

    def zoom_in(self) -> None:
        """Make the text one step larger."""
        self.zoom(1)

    def zoom_out(self) -> None:
        """Make the text one step smaller."""
        self.zoom(-1)

    def zoom_reset(self) -> None:
        """Set the text back to its normal size."""
        self.zoom(0)

    def _choose_colours(self, choice: str) -> None:
        self._window.keeper.choose(choice)
        self._window.settings.change(colour_scheme=choice)

    def _choose_lines(self, strength: str) -> None:
        self._window.settings.change(claim_lines=strength)
        self._window.stack.set_mark_strength(strength)

    def _choose_measure(self, measure: str) -> None:
        self._window.settings.change(measure=measure)
        self._set_lines()

    def toggle_justified(self) -> None:
        """Let the lines of the text end on one edge, or where they end."""
        settings = self._window.settings
        settings.change(justified=not settings.current.justified)
        self._set_lines()

    def _set_lines(self) -> None:
        current = self._window.settings.current
        measure = MEASURES_PX[current.measure]
        self._window.stack.set_lines(measure, justified=current.justified)

    def _choose_style(self, style: str) -> None:
        self._window.settings.change(citation_style=style)
        self._window.stack.follow_style()

    def widen_index(self) -> None:
        """Make the claim index wider by a step; after the widest it is narrow again."""
        width = self._window.layout_widget.widen_index()
        self._window.footer.say(self.tr("Claim index {width} px wide").format(width=width))

    def toggle_full_screen(self) -> None:
        """Fill the screen, or go back to a window."""
        window = self._window
        if window.isFullScreen():
            window.showNormal()
        else:
            window.showFullScreen()
        window.actions_table.check("full_screen", checked=window.isFullScreen())
