"""What the View and Edit menus set: text size, colours, lines, citation style, full screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

from briefing_app.export.citation import CitationStyle
from briefing_app.gui.prose.prose_column import MEASURES_PX

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6 import QtWidgets

    from briefing_app.gui.commands.projector import Projector
    from briefing_app.gui.commands.text_caret import TextCaret
    from briefing_app.gui.state.settings_store import SettingsStore
    from briefing_app.gui.tabs.tab_stack import TabStack
    from briefing_app.gui.theme.theme_keeper import ThemeKeeper
    from briefing_app.gui.window.actions import Actions
    from briefing_app.gui.window.reading_layout import ReadingLayout
    from briefing_app.gui.window.status_footer import StatusFooter

_NORMAL_PX = 17
# 88 % to 300 %; of large letters a step is larger, so that 200 % is a dozen presses away
_SIZES_PX = (*range(15, 25), *range(26, 37, 2), *range(39, 52, 3))


class ViewCommands(QtCore.QObject):
    """Changes how one window shows its briefing, and keeps it in the settings."""

    def __init__(
        self,
        window: QtWidgets.QWidget,
        projector: Projector,
        caret: TextCaret,
        *,
        actions: Actions,
        stack: TabStack,
        layout: ReadingLayout,
        footer: StatusFooter,
        keeper: ThemeKeeper,
        settings: SettingsStore,
    ) -> None:
        """Change a window whose menus are not filled yet."""
        super().__init__(window)
        self._window = window
        self._projector = projector
        self._caret = caret
        self._actions = actions
        self._stack = stack
        self._layout = layout
        self._footer = footer
        self._keeper = keeper
        self._settings = settings
        stack.zoom_requested.connect(self.zoom)

    def slots(self) -> dict[str, Callable[[], None]]:
        """Return what does the View menu's actions, by their names."""
        return {
            "widen": self.widen_index,
            "zoom_in": self.zoom_in,
            "zoom_out": self.zoom_out,
            "zoom_reset": self.zoom_reset,
            "justified": self.toggle_justified,
            "caret": self._caret.toggle,
            "projector": self._projector.toggle,
            "full_screen": self.toggle_full_screen,
        }

    def fill_choices(self) -> None:
        """Fill the submenus of which one choice holds."""
        table, settings = self._actions, self._settings.current
        colours = [
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("high-contrast", self.tr("High contrast")),
        ]
        table.offer_choices("colours", colours, self._keeper.choice, self._choose_colours)
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
        if self._projector.is_on:
            self._projector.zoom(steps)
            return
        size = self._size_after(steps) if steps else _NORMAL_PX
        self._keeper.set_reading_px(size)
        self._settings.change(reading_px=size)
        percent = round(100 * size / _NORMAL_PX)
        self._footer.say(self.tr("Text size {percent} %").format(percent=percent))

    def _size_after(self, steps: int) -> int:
        """The size that is some steps larger, or smaller; the last one there is at the ends."""
        now = self._keeper.theme.reading_px
        if steps > 0:
            larger = [size for size in _SIZES_PX if size > now]
            return larger[min(steps, len(larger)) - 1] if larger else now
        smaller = [size for size in reversed(_SIZES_PX) if size < now]
        return smaller[min(-steps, len(smaller)) - 1] if smaller else now

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
        self._keeper.choose(choice)
        self._settings.change(colour_scheme=choice)

    def _choose_lines(self, strength: str) -> None:
        self._settings.change(claim_lines=strength)
        self._stack.set_mark_strength(strength)

    def _choose_measure(self, measure: str) -> None:
        self._settings.change(measure=measure)
        self._set_lines()

    def toggle_justified(self) -> None:
        """Let the lines of the text end on one edge, or where they end."""
        settings = self._settings
        settings.change(justified=not settings.current.justified)
        self._set_lines()

    def _set_lines(self) -> None:
        current = self._settings.current
        measure = MEASURES_PX[current.measure]
        self._stack.set_lines(measure, justified=current.justified)

    def _choose_style(self, style: str) -> None:
        self._settings.change(citation_style=style)
        self._stack.follow_style()

    def widen_index(self) -> None:
        """Make the claim index wider by a step; after the widest it is narrow again."""
        width = self._layout.widen_index()
        self._footer.say(self.tr("Claim index {width} px wide").format(width=width))

    def toggle_full_screen(self) -> None:
        """Fill the screen, or go back to a window."""
        window = self._window
        if window.isFullScreen():
            window.showNormal()
        else:
            window.showFullScreen()
        self._actions.check("full_screen", checked=window.isFullScreen())
