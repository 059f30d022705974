"""The window: builds its parts, and says which part hears which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.scroll_to_focus import ScrollToFocus
from briefing_app.gui.tabs.tab_stack import TabStack
from briefing_app.gui.window.actions import Actions
from briefing_app.gui.window.header import Header
from briefing_app.gui.window.index_rail import IndexRail
from briefing_app.gui.window.item_jumps import ItemJumps
from briefing_app.gui.window.notice_bar import NoticeBar
from briefing_app.gui.window.reading import Reading
from briefing_app.gui.window.reading_layout import ReadingLayout
from briefing_app.gui.window.status_footer import StatusFooter
from briefing_app.gui.window.tab_bar import PADDING_PX as TAB_PADDING_PX
from briefing_app.gui.window.tab_bar import TabBar
from briefing_app.gui.work.background import Background
from briefing_app.model.writing_direction import runs_right_to_left

if TYPE_CHECKING:
    from briefing_app.gui.index.claim_index_panel import ClaimIndexPanel
    from briefing_app.gui.state.settings_store import SettingsStore
    from briefing_app.gui.state.window_state import WindowState
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.gui.theme.theme_keeper import ThemeKeeper
    from briefing_app.gui.window.navigation import Place
    from briefing_app.open_briefing import OpenBriefing

_NARROW_PX = 1100
_MINIMUM_SIZE = QtCore.QSize(640, 480)


class MainWindow(QtWidgets.QMainWindow):
    """One window with one briefing; what it does with it is in `Reading` and `Commands`."""

    first_painted = QtCore.Signal()
    _paint_begun = QtCore.Signal()
    folder_dropped = QtCore.Signal(str)
    closed = QtCore.Signal()
    escaped = QtCore.Signal()  # Esc, where nothing else took it
    index_added = QtCore.Signal()

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
        _follow_direction(opened)
        self._name_window(opened)
        self.setMinimumSize(_MINIMUM_SIZE)
        self.setAcceptDrops(True)
        self.actions_table = Actions(self)
        self._build(opened)
        self.reading = Reading(self, opened)
        self.item_jumps = ItemJumps(self.reading, self.stack)
        self._wire()
        self._restore()

    def _build(self, opened: OpenBriefing) -> None:
        theme = self.keeper.theme
        self.header = Header(theme)
        self.tab_bar = TabBar(theme)
        self.stack = TabStack()
        self.problem_bar = NoticeBar(theme)
        self.task_bar = NoticeBar(theme)
        self.panel: ClaimIndexPanel | None = None  # follows after the first paint
        self.rail = IndexRail(theme)
        self.footer = StatusFooter(theme)
        self.text_side = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(self.text_side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._tab_row = QtWidgets.QHBoxLayout()
        self._tab_row.addWidget(self.tab_bar, 1)
        column.addWidget(self.header)
        column.addLayout(self._tab_row)
        column.addWidget(self.problem_bar)
        column.addWidget(self.task_bar)
        column.addWidget(self.stack, 1)
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

    def take(self, opened: OpenBriefing, *, place: Place | None = None) -> None:
        """Show another briefing in this window, or the same one as it is on disk now."""
        self._name_window(opened)
        self.reading.remember(self.state)
        again = opened.path == self.reading.opened.path
        _follow_direction(opened)
        search = self.panel.search_state() if self.panel and again else None
        self.reading.take(opened, place=place)
        self.add_index()
        if search and self.panel:
            self.panel.take_up_search(search)

    def _name_window(self, opened: OpenBriefing) -> None:
        title = opened.briefing.title.replace("[*]", "[*][*]")  # Qt's sign for "changed", doubled
        carriers = {
            "pack": self.tr("{title} (from a .briefing file)"),
            "handout": self.tr("{title} (from a handout)"),
        }
        words = carriers.get(opened.folder.origin, "{title}").format(title=title)
        self.setWindowTitle(f"{words} — Briefing Viewer")

    def add_index(self) -> None:
        """Put the claim index of the open briefing in its place and begin to build its search."""
        from briefing_app.gui.index.claim_index_panel import ClaimIndexPanel

        if self.panel is not None:
            self.panel.stop_search()
        self.panel = panel = ClaimIndexPanel(
            self.reading.references, self.keeper.theme, background=self.background
        )
        panel.set_card_folded(self.state.card_folded)
        reading = self.reading
        panel.claim_selected.connect(reading.select_claim)
        panel.claim_activated.connect(reading.go_to_claim)
        panel.place_activated.connect(reading.go_to_place)
        panel.entity_activated.connect(self.item_jumps.go_to_entity)
        panel.source_activated.connect(self.item_jumps.go_to_source)
        panel.query_changed.connect(self.stack.set_hits)
        panel.claims_found.connect(self.stack.set_shown_claims)
        self.stack.all_claims_requested.connect(panel.show_all)
        panel.citation_requested.connect(reading.copying.copy_citation)
        panel.status_changed.connect(reading.say_found)
        panel.search_left.connect(self.layout_widget.close_drawer)
        panel.search_left.connect(reading.focus_text)
        panel.card_folded_changed.connect(self._keep_card_folded)
        self.layout_widget.replace_index(panel)
        if reading.selected:
            panel.select_claim(reading.selected)
        reading.build_index()
        self.index_added.emit()

    @QtCore.Slot(str)
    def _search_dates(self, dates: str) -> None:
        """Search for claims of these days (`2021-08..2022-03`), with what is searched for."""
        if self.panel is not None:
            words = self.panel.query().split()
            kept = [word for word in words if not word.lower().startswith("date:")]
            self.panel.set_query(" ".join([*kept, f"date:{dates}"]))

    @QtCore.Slot(str)
    def _ask(self, query: str) -> None:
        """Show in the claim index what a query finds."""
        self.layout_widget.open_index()
        if self.panel is not None:
            self.panel.set_query(query)

    @QtCore.Slot(bool)
    def _keep_card_folded(self, folded: bool) -> None:
        self.state.card_folded = folded

    def _ground(self, role: str) -> QtWidgets.QWidget:
        """A plain ground, where something else will be."""
        ground = QtWidgets.QWidget()
        palette = ground.palette()
        palette.setColor(palette.ColorRole.Window, self.keeper.theme.colour(role))
        ground.setPalette(palette)
        ground.setAutoFillBackground(True)
        return ground

    def apply_claim_lines(self) -> None:
        """Draw the lines under claims as strong as the settings say."""
        self.stack.set_mark_strength(self.settings.current.claim_lines)

    def add_under_text(self, widget: QtWidgets.QWidget) -> None:
        """Put a bar under the text: the find bar or the claim strip, made when first needed."""
        layout = self.text_side.layout()
        assert layout is not None
        layout.addWidget(widget)

    def add_above_text(self, widget: QtWidgets.QWidget) -> None:
        """Put a bar between the tabs and the text, when it is first needed."""
        layout = self.text_side.layout()
        assert isinstance(layout, QtWidgets.QVBoxLayout)
        layout.insertWidget(layout.indexOf(self.stack), widget)

    def _wire(self) -> None:
        """Who hears whom."""
        reading = self.reading
        ScrollToFocus(self)
        self.tab_bar.currentChanged.connect(reading.open_tab_at)
        self.stack.claim_selected.connect(reading.select_claim_in_text)
        self.stack.claim_activated.connect(reading.go_to_claim)
        self.stack.place_requested.connect(reading.go_to_place)
        self.stack.section_requested.connect(reading.go_to_section)
        self.stack.place_changed.connect(reading.note_place)
        self.stack.link_requested.connect(reading.ask_about_link)
        self.stack.citation_requested.connect(reading.copying.copy_citation)
        self.stack.place_copied_requested.connect(reading.copying.copy_place)
        self.stack.item_changed.connect(self.item_jumps.note_item)
        self.stack.date_range_chosen.connect(self._search_dates)
        self.stack.query_requested.connect(self._ask)
        self.stack.width_wish_changed.connect(reading.give_width)
        self.rail.open_requested.connect(self.layout_widget.open_index)
        self.rail.search_requested.connect(reading.search)
        self.layout_widget.index_shown_changed.connect(reading.bars.show_or_hide_strip)
        self.layout_widget.keyboard_left_over.connect(reading.focus_text)
        self.keeper.theme_changed.connect(self._take_theme)

    @QtCore.Slot(object)
    def _take_theme(self, theme: Theme) -> None:
        parts = (self.header, self.tab_bar, self.stack, self.rail, self.footer)
        for part in (*parts, self.problem_bar, self.task_bar, self.reading):
            part.set_theme(theme)
        if self.panel is not None:
            self.panel.set_theme(theme)

    def _restore(self) -> None:
        """Come back where the window was left, as long as that is on a screen."""
        state = self.state
        screen = self.screen().availableGeometry()
        self.resize(min(state.width, screen.width()), min(state.height, screen.height()))
        if state.x is not None and state.y is not None:
            spot = QtCore.QPoint(state.x + 40, state.y + 20)
            if any(s.availableGeometry().contains(spot) for s in QtGui.QGuiApplication.screens()):
                self.move(state.x, state.y)
        if state.maximized:
            self.setWindowState(QtCore.Qt.WindowState.WindowMaximized)

    def remember(self) -> None:
        """Write into the state how the window stands now."""
        state = self.state
        state.maximized = self.isMaximized()
        filled = state.maximized or self.isFullScreen()
        area = self.normalGeometry() if filled else self.geometry()
        state.x, state.y = area.x(), area.y()
        state.width, state.height = area.width(), area.height()
        state.index_width = self.layout_widget.index_width
        state.index_folded = self.layout_widget.folded
        state.index_folded_on_wide_pages = self.layout_widget.folded_on_wide_pages
        self.reading.remember(state)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Use the smaller header in narrow windows."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW_PX
        self.header.set_narrow(narrow)
        self._place_tabs()

    def changeEvent(self, event: QtCore.QEvent) -> None:
        """Turn round what does not do so by itself."""
        super().changeEvent(event)
        if event.type() == QtCore.QEvent.Type.LayoutDirectionChange and self._painted:
            self._place_tabs()
            self.actions_table.turn_round()

    def _place_tabs(self) -> None:
        """Let the first name stand under the title."""
        margin = self.header.padding_px - TAB_PADDING_PX
        mirrored = self.isRightToLeft()
        self._tab_row.setContentsMargins(0 if mirrored else margin, 0, margin * mirrored, 0)

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
        copying = self.reading.copying
        menu.show_requested.connect(self.reading.go_to_claim)
        menu.citation_requested.connect(copying.copy_citation)
        menu.statement_requested.connect(copying.copy_statement)
        menu.number_requested.connect(copying.copy_number)
        menu.popup(asked.at)

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
        self.reading.stop()
        self.remember()
        self.background.wait()
        self.closed.emit()
        super().closeEvent(event)


def _follow_direction(opened: OpenBriefing) -> None:
    """Mirror every window where the briefing's language runs from right to left, or none.

    Of the whole program, so that its dialogs and menus do as the window does.
    """
    directions = QtCore.Qt.LayoutDirection
    mirrored = runs_right_to_left(opened.briefing.language)
    if mirrored != QtWidgets.QApplication.isRightToLeft():
        direction = directions.RightToLeft if mirrored else directions.LeftToRight
        QtWidgets.QApplication.setLayoutDirection(direction)
