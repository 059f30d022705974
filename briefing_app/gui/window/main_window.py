"""The window: builds its parts, and says which part hears which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.scroll_to_focus import ScrollToFocus
from briefing_app.gui.tabs.briefing_pages import BriefingPages
from briefing_app.gui.tabs.tab_stack import TabStack
from briefing_app.gui.window.actions import Actions
from briefing_app.gui.window.copying import Copying
from briefing_app.gui.window.header import Header
from briefing_app.gui.window.index_rail import IndexRail
from briefing_app.gui.window.index_side import IndexSide
from briefing_app.gui.window.jumps import Jumps
from briefing_app.gui.window.kept_places import KeptPlaces
from briefing_app.gui.window.navigation import Place
from briefing_app.gui.window.notice_bar import NoticeBar
from briefing_app.gui.window.reading import Reading
from briefing_app.gui.window.reading_layout import ReadingLayout
from briefing_app.gui.window.status_footer import StatusFooter
from briefing_app.gui.window.tab_bar import TabBar
from briefing_app.gui.window.text_bars import TextBars
from briefing_app.gui.window.text_side import TextSide
from briefing_app.gui.window.whereabouts import Whereabouts
from briefing_app.gui.window.window_place import keep_on_screen, remember_place, restore_place
from briefing_app.gui.work.background import Background
from briefing_app.model.writing_direction import runs_right_to_left

if TYPE_CHECKING:
    from briefing_app.gui.state.settings_store import SettingsStore
    from briefing_app.gui.state.window_state import WindowState
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.gui.theme.theme_keeper import ThemeKeeper
    from briefing_app.gui.window.window_parts import WindowParts
    from briefing_app.open_briefing import OpenBriefing

_NARROW_PX = 1100
_MINIMUM_SIZE = QtCore.QSize(640, 480)


class MainWindow(QtWidgets.QMainWindow):
    """One window with one briefing; its parts know each other only as far as they are wired."""

    first_painted = QtCore.Signal()
    _paint_begun = QtCore.Signal()
    folder_dropped = QtCore.Signal(str)
    closed = QtCore.Signal()
    escaped = QtCore.Signal()  # Esc, where nothing else took it

    def __init__(
        self,
        opened: OpenBriefing,
        keeper: ThemeKeeper,
        settings: SettingsStore,
        state: WindowState,
    ) -> None:
        """Build the window around an open briefing; nothing is shown yet."""
        super().__init__()
        self.keeper = keeper
        self.settings = settings
        self.state = state
        self.background = Background(self)
        self._painted = False
        # queued: comes when the whole paint event is through, before whatever its parts post
        queued = QtCore.Qt.ConnectionType.QueuedConnection
        self._paint_begun.connect(self.first_painted, queued)
        self._follow_direction(opened)
        self._name_window(opened)
        self.setMinimumSize(_MINIMUM_SIZE)
        self.setAcceptDrops(True)
        self.actions_table = Actions(self)
        self._build()
        self._build_reading(opened)
        self._wire()
        self._wire_index()
        self._show(opened, None, again=False)
        self._restored = restore_place(self, state)
        self.first_painted.connect(self._stay_on_screen)

    def _build(self) -> None:
        """Make what can be seen."""
        theme = self.keeper.theme
        self.header = Header(theme)
        self.tab_bar = TabBar(theme)
        self.stack = TabStack()
        self.problem_bar = NoticeBar(theme)
        self.task_bar = NoticeBar(theme)
        self.rail = IndexRail(theme)
        self.footer = StatusFooter(theme)
        notices = (self.problem_bar, self.task_bar)
        self.text_side = TextSide(self.header, self.tab_bar, notices, self.stack)
        self.layout_widget = ReadingLayout(
            self.text_side,
            self._ground("panel"),
            self.rail,
            index_width=self.state.index_width,
            folded=self.state.index_folded,
            folded_on_wide_pages=self.state.index_folded_on_wide_pages,
        )
        central = QtWidgets.QWidget()
        whole = QtWidgets.QVBoxLayout(central)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.layout_widget, 1)
        whole.addWidget(self.footer)
        self.setCentralWidget(central)

    def _build_reading(self, opened: OpenBriefing) -> None:
        """Make what the reader does with what can be seen."""
        stack, layout, footer = self.stack, self.layout_widget, self.footer
        self.reading = reading = Reading(opened, self)
        self.jumps = Jumps(reading=reading, stack=stack, tab_bar=self.tab_bar, layout=layout)
        self.copying = Copying(
            self,
            reading=reading,
            stack=stack,
            settings=self.settings,
            footer=footer,
            keeper=self.keeper,
        )
        self.bars = TextBars(
            reading=reading,
            jumps=self.jumps,
            copying=self.copying,
            stack=stack,
            layout=layout,
            text_side=self.text_side,
            keeper=self.keeper,
        )
        self.index = IndexSide(
            reading=reading,
            layout=layout,
            keeper=self.keeper,
            background=self.background,
            state=self.state,
        )
        self._whereabouts = Whereabouts(
            reading=reading, stack=stack, tab_bar=self.tab_bar, footer=footer
        )
        self._kept_places = KeptPlaces(reading=reading, stack=stack, state=self.state)

    def parts(self) -> WindowParts:
        """Return the parts by name, to be handed to what works with them."""
        from briefing_app.gui.window.window_parts import WindowParts

        return WindowParts(
            frame=self,
            take=self.take,
            actions=self.actions_table,
            header=self.header,
            tab_bar=self.tab_bar,
            stack=self.stack,
            text_side=self.text_side,
            layout=self.layout_widget,
            footer=self.footer,
            problem_bar=self.problem_bar,
            task_bar=self.task_bar,
            reading=self.reading,
            jumps=self.jumps,
            bars=self.bars,
            copying=self.copying,
            index_side=self.index,
            keeper=self.keeper,
            settings=self.settings,
            state=self.state,
            background=self.background,
        )

    def take(self, opened: OpenBriefing, place: Place | None = None) -> None:
        """Show another briefing in this window, or the same one as it is on disk now."""
        self._name_window(opened)
        self._kept_places.remember()
        again = opened.path == self.reading.opened.path
        self._follow_direction(opened)
        search = self.index.search_state() if again else None
        self._show(opened, place, again=again)
        self.index.add(search)

    def _show(self, opened: OpenBriefing, place: Place | None, *, again: bool) -> None:
        """Show a briefing, or `again` the same one in another state, from a place on."""
        selected = self.reading.selected if again else None
        self.reading.take(opened)
        self.bars.forget_claims()
        tabs = BriefingPages(opened, self._theme, self.settings).tabs()
        self.header.set_briefing(opened.briefing)
        self.stack.set_makers({tab.key: tab.make for tab in tabs}, again=again)
        self.tab_bar.set_tabs([tab.label for tab in tabs])
        self.rail.show_count(len(opened.briefing.claims))
        cut_off = opened.briefing.as_of.display()
        self.footer.set_standing(
            self.tr("Works offline  ·  Information cut-off {date}").format(date=cut_off)
        )
        there = place if place and place.tab in self.stack.keys else None
        if again and there:
            self.jumps.stay(there.tab)
        else:
            go = self.jumps.go_on if again else self.jumps.begin
            go(there or Place(self._kept_places.tab()))
            self._kept_places.find_again()
        self.reading.select_claim(selected or "")

    def _follow_direction(self, opened: OpenBriefing) -> None:
        """Mirror the window where the briefing's language runs from right to left, or not."""
        self._runs = _direction(opened)
        _give_direction(self._runs)
        if self._runs != self.layoutDirection() or self._has_siblings():
            self.setLayoutDirection(self._runs)

    def _has_siblings(self) -> bool:
        """Whether there is another window, which may run the other way."""
        windows = QtWidgets.QApplication.topLevelWidgets()
        return any(isinstance(one, MainWindow) and one is not self for one in windows)

    def hold_direction(self) -> None:
        """Run on as now, whatever way a window beside this one runs."""
        self.setLayoutDirection(self._runs)

    def _theme(self) -> Theme:
        return self.keeper.theme

    def _name_window(self, opened: OpenBriefing) -> None:
        title = opened.briefing.title.replace("[*]", "[*][*]")  # Qt's sign for "changed", doubled
        carriers = {
            "pack": self.tr("{title} (from a .briefing file)"),
            "handout": self.tr("{title} (from a handout)"),
        }
        words = carriers.get(opened.folder.origin, "{title}").format(title=title)
        self.setWindowTitle(f"{words} — Briefing Viewer")

    def _ground(self, role: str) -> QtWidgets.QWidget:
        """A plain ground, where something else will be."""
        ground = QtWidgets.QWidget()
        palette = ground.palette()
        palette.setColor(palette.ColorRole.Window, self.keeper.theme.colour(role))
        ground.setPalette(palette)
        ground.setAutoFillBackground(True)
        return ground

    def _wire(self) -> None:
        """Who hears whom."""
        reading, jumps, copying, stack = self.reading, self.jumps, self.copying, self.stack
        ScrollToFocus(self)
        reading.claim_selected.connect(stack.select_claim)
        reading.claim_selected.connect(self.index.select_claim)
        reading.claim_selected.connect(self.bars.show_or_hide_strip)
        reading.claim_selected.connect(self._whereabouts.say_claim)
        jumps.arrived.connect(self.bars.follow_page)
        jumps.arrived.connect(self._whereabouts.say_place)
        self.tab_bar.currentChanged.connect(jumps.open_tab_at)
        stack.claim_selected.connect(jumps.select_claim_in_text)
        stack.claim_activated.connect(jumps.go_to_claim)
        stack.place_requested.connect(jumps.go_to_place)
        stack.section_requested.connect(jumps.go_to_section)
        stack.item_changed.connect(jumps.note_item)
        stack.width_wish_changed.connect(jumps.give_width)
        stack.place_changed.connect(self._whereabouts.say_place)
        stack.link_requested.connect(self.ask_about_link)
        stack.citation_requested.connect(copying.copy_citation)
        stack.place_copied_requested.connect(copying.copy_place)
        self.layout_widget.index_shown_changed.connect(self.bars.show_or_hide_strip)
        self.layout_widget.bare_changed.connect(self.bars.show_or_hide_strip)
        self.layout_widget.keyboard_left_over.connect(jumps.focus_text)
        self.rail.open_requested.connect(self.layout_widget.open_index)
        self.keeper.theme_changed.connect(self._take_theme)

    def _wire_index(self) -> None:
        """Who hears the claim index, and whom it hears."""
        index, jumps, stack = self.index, self.jumps, self.stack
        index.claim_selected.connect(self.reading.select_claim)
        index.claim_activated.connect(jumps.go_to_claim)
        index.place_activated.connect(jumps.go_to_place)
        index.entity_activated.connect(jumps.go_to_entity)
        index.source_activated.connect(jumps.go_to_source)
        index.query_changed.connect(stack.set_hits)
        index.claims_found.connect(stack.set_shown_claims)
        index.citation_requested.connect(self.copying.copy_citation)
        index.status_changed.connect(self._whereabouts.say_found)
        index.said.connect(self.footer.say)
        index.search_left.connect(self.layout_widget.close_drawer)
        index.search_left.connect(jumps.focus_text)
        stack.all_claims_requested.connect(index.show_all)
        stack.date_range_chosen.connect(index.search_dates)
        stack.query_requested.connect(index.ask)
        self.rail.search_requested.connect(index.search)

    @QtCore.Slot(object)
    def _take_theme(self, theme: Theme) -> None:
        parts = (self.header, self.tab_bar, self.stack, self.rail, self.footer)
        for part in (*parts, self.problem_bar, self.task_bar, self.bars, self.index):
            part.set_theme(theme)

    @QtCore.Slot(str)
    def ask_about_link(self, address: str) -> None:
        """Ask before anything outside is opened."""
        from briefing_app.gui.window.link_dialog import LinkDialog

        LinkDialog(address, self).exec()

    @QtCore.Slot()
    def _stay_on_screen(self) -> None:
        keep_on_screen(self, self._restored)

    def remember(self) -> None:
        """Write into the state how the window stands now."""
        state = self.state
        remember_place(self, state)
        state.index_width = self.layout_widget.index_width
        state.index_folded = self.layout_widget.folded
        state.index_folded_on_wide_pages = self.layout_widget.folded_on_wide_pages
        self._kept_places.remember()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Use the smaller header in narrow windows."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW_PX
        self.header.set_narrow(narrow)
        self.text_side.place_tabs()

    def changeEvent(self, event: QtCore.QEvent) -> None:
        """Turn round what does not do so by itself."""
        super().changeEvent(event)
        if event.type() == QtCore.QEvent.Type.ActivationChange and self.isActiveWindow():
            _give_direction(self._runs)
        if event.type() == QtCore.QEvent.Type.LayoutDirectionChange and self._painted:
            self.text_side.place_tabs()
            self.actions_table.turn_round()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Tell once that the first picture is on the screen."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self._paint_begun.emit()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Tell of Esc where nothing else took it."""
        if event.key() == QtCore.Qt.Key.Key_Escape:
            self.escaped.emit()
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QtGui.QContextMenuEvent) -> None:
        """Offer what can be done with the claim that is there, where no part has its own menu."""
        from briefing_app.gui.claims.claim_menu import ClaimMenu, claim_asked_for

        asked = claim_asked_for(self, event)
        if asked is None:
            return
        menu = ClaimMenu(asked.claim, self)
        menu.show_requested.connect(self.jumps.go_to_claim)
        menu.citation_requested.connect(self.copying.copy_citation)
        menu.statement_requested.connect(self.copying.copy_statement)
        menu.number_requested.connect(self.copying.copy_number)
        self.copying.open_menu(menu, asked.at)

    def dragEnterEvent(self, event: QtGui.QDragEnterEvent) -> None:
        """Take a folder or a file that could be a briefing."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QtGui.QDropEvent) -> None:
        """Open what was dropped."""
        local = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if local:
            event.acceptProposedAction()
            self.folder_dropped.emit(local[0])

    def closeEvent(self, event: QtGui.QCloseEvent) -> None:
        """Stop what runs, remember how the window stood."""
        self.index.stop()
        self.remember()
        self.background.wait()
        self.closed.emit()
        super().closeEvent(event)


def _direction(opened: OpenBriefing) -> QtCore.Qt.LayoutDirection:
    directions = QtCore.Qt.LayoutDirection
    mirrored = runs_right_to_left(opened.briefing.language)
    return directions.RightToLeft if mirrored else directions.LeftToRight


def _give_direction(direction: QtCore.Qt.LayoutDirection) -> None:
    """Let the program's dialogs and menus run as the window that they come from."""
    if direction != QtWidgets.QApplication.layoutDirection():
        QtWidgets.QApplication.setLayoutDirection(direction)
