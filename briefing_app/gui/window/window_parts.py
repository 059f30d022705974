"""The window's parts by name, for the one place that hands each command those it uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6 import QtWidgets

    from briefing_app.gui.state.settings_store import SettingsStore
    from briefing_app.gui.state.window_state import WindowState
    from briefing_app.gui.tabs.tab_stack import TabStack
    from briefing_app.gui.theme.theme_keeper import ThemeKeeper
    from briefing_app.gui.window.actions import Actions
    from briefing_app.gui.window.copying import Copying
    from briefing_app.gui.window.header import Header
    from briefing_app.gui.window.index_side import IndexSide
    from briefing_app.gui.window.jumps import Jumps
    from briefing_app.gui.window.navigation import Place
    from briefing_app.gui.window.notice_bar import NoticeBar
    from briefing_app.gui.window.reading import Reading
    from briefing_app.gui.window.reading_layout import ReadingLayout
    from briefing_app.gui.window.status_footer import StatusFooter
    from briefing_app.gui.window.tab_bar import TabBar
    from briefing_app.gui.window.text_bars import TextBars
    from briefing_app.gui.window.text_side import TextSide
    from briefing_app.gui.work.background import Background
    from briefing_app.open_briefing import OpenBriefing


class WindowParts(NamedTuple):
    """What a window is made of; whoever is handed this hands on single parts."""

    frame: QtWidgets.QMainWindow  # as Qt knows it: parent of dialogs, full screen, menu bar
    take: Callable[[OpenBriefing, Place | None], None]  # show another briefing, from a place on
    actions: Actions
    header: Header
    tab_bar: TabBar
    stack: TabStack
    text_side: TextSide
    layout: ReadingLayout
    footer: StatusFooter
    problem_bar: NoticeBar
    task_bar: NoticeBar
    reading: Reading
    jumps: Jumps
    bars: TextBars
    copying: Copying
    index_side: IndexSide
    keeper: ThemeKeeper
    settings: SettingsStore
    state: WindowState
    background: Background
