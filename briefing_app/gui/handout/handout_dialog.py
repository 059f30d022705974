"""The handout dialog: what goes in at the left, the real pages at the right, Save and Print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.faces import what_is_lacking
from briefing_app.gui.handout.choices_panel import ChoicesPanel
from briefing_app.gui.handout.compile_progress import CompileProgress
from briefing_app.gui.handout.dialog_keys import add_keys
from briefing_app.gui.handout.dialog_side import DialogSide
from briefing_app.gui.handout.find_in_pages import FindInPages
from briefing_app.gui.handout.handing_out import HandingOut, ShownPages
from briefing_app.gui.handout.handout_maker import Handout, HandoutMaker
from briefing_app.gui.handout.outline_places import section_at
from briefing_app.gui.handout.page_bar import PageBar
from briefing_app.gui.handout.page_layout import Fit
from briefing_app.gui.handout.page_source import PageSource
from briefing_app.gui.handout.page_trail import PageTrail
from briefing_app.gui.handout.page_view import PageView
from briefing_app.gui.handout.size_question import SizeQuestion
from briefing_app.gui.window.link_dialog import LinkDialog
from briefing_app.gui.window.notice_bar import NoticeBar, Tone
from briefing_app.gui.words.english_words import settle_dialog

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from briefing_app.gui.handout.handout_choices import HandoutChoices
    from briefing_app.gui.handout.page_process import Book
    from briefing_app.gui.handout.page_trail import Place
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.gui.work.background import Background
    from briefing_app.open_briefing import OpenBriefing

_TICKED_MS = 120  # before the pages are made anew: two ticks in a row make one handout
_TYPED_MS = 600
_ROOM_FOR_TWO_PX = 900
_MANY = 1000  # claims from which on it is said how many there are
_SOFT_HYPHEN = "\ufffe"  # what PDFium gives for a hyphen at the end of a line
_SPOKEN = 600  # letters of a page that a screen reader is given as its description


class HandoutDialog(QtWidgets.QDialog):
    """A window beside the main one; it closes without leaving anything running."""

    choices_changed = QtCore.Signal(object)  # HandoutChoices
    saved = QtCore.Signal(object)  # the file
    command_requested = QtCore.Signal(str)  # the name of one of the window's actions
    shown_anew = QtCore.Signal()  # other pages are there
    gone = QtCore.Signal()

    def __init__(
        self,
        opened: OpenBriefing,
        choices: HandoutChoices,
        theme: Theme,
        background: Background,
        citation_style: str,
        folder: Path,
        found: Collection[str] | None = None,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """Show the handout of a briefing as it was chosen last.

        `folder` is where to save first, `found` what the search in the window has found.
        """
        super().__init__(parent)
        briefing = opened.briefing
        self._book: Book | None = None
        self._handout: Handout | None = None
        self.maker = HandoutMaker(opened, citation_style, background, self)
        self.source = PageSource(self)
        self.choices = ChoicesPanel(opened.cross_references, choices, found, theme)
        self.side = DialogSide(self.choices, theme)
        self.bar = PageBar(theme)
        words = self.tr("Setting the pages of {n} claims…").format(n=f"{len(briefing.claims):,}")
        self.progress = CompileProgress(
            theme, words if len(briefing.claims) >= _MANY else self.tr("Setting the pages…")
        )
        self.notice = NoticeBar(theme)
        self._size_question = SizeQuestion(self.notice, self)
        self.view = PageView(self.source, theme)
        self._trail = PageTrail()
        self.find_bar = FindInPages(self.source, self.view, theme)
        self.handing_out = HandingOut(
            opened,
            folder,
            shown=self._shown_pages,
            make_pages=self._make_missing_pages,
            notice=self.notice,
            background=background,
            dialog=self,
        )
        self._theme = theme
        self.setWindowTitle(self.tr("Handout — {title}").format(title=briefing.title))
        self.setWindowFlag(QtCore.Qt.WindowType.WindowMinMaxButtonsHint)
        self.setMinimumSize(560, 400)
        self._lay_out()
        self._connect()
        self._add_keys()
        self.set_theme(theme)
        settle_dialog(self)
        self.view.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        self._make(0)

    def _lay_out(self) -> None:
        right = QtWidgets.QVBoxLayout()
        right.setSpacing(0)
        for part in (self.bar, self.progress, self.notice):
            right.addWidget(part)
        right.addWidget(self.view, 1)
        right.addWidget(self.find_bar)
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self._hear_choices()
        self.side.save.clicked.connect(self.save)
        self.side.print.clicked.connect(self.print)
        self.side.close_button.clicked.connect(self.close)
        maker, bar, view = self.maker, self.bar, self.view
        maker.began.connect(self.progress.start)
        maker.made.connect(self._take_handout)
        maker.failed.connect(self._say_failed)
        maker.cancelled.connect(self._say_cancelled)
        self.progress.cancel_wished.connect(maker.cancel)
        self._size_question.agreed.connect(self.make_again)
        self.source.opened.connect(self._take_book)
        self.source.failed.connect(self._say_pages_gone)
        self.source.text_read.connect(self._describe)
        view.page_changed.connect(bar.show_page)
        view.page_changed.connect(self._read_page)
        view.zoom_changed.connect(bar.show_zoom)
        bar.page_wished.connect(self._go_to_page)
        bar.place_wished.connect(self._go_to_place)
        bar.step_wished.connect(view.step_page)
        bar.zoom_wished.connect(view.zoom)
        bar.scale_wished.connect(view.zoom_to)
        bar.fit_wished.connect(view.set_fit)
        bar.columns_wished.connect(view.set_columns)
        bar.back_wished.connect(self.go_back)
        view.links.place_wished.connect(self._follow)
        view.links.address_wished.connect(self._ask_about_address)
        bar.find_wished.connect(self.find_bar.open_bar)
        self.handing_out.saved.connect(self.saved)

    def _add_keys(self) -> None:
        add_keys(
            self,
            pages=self.view,
            find_bar=self.find_bar,
            bar=self.bar,
            acts=(
                (QtGui.QKeySequence.StandardKey.Save, self.save),
                (QtGui.QKeySequence.StandardKey.Print, self.print),
                (QtGui.QKeySequence.StandardKey.Close, self.close),
                ("Alt+Left", self.go_back),
                ("Alt+Right", self.go_forward),
            ),
            command=self.command_requested.emit,
        )

    def _hear_choices(self) -> None:
        self.choices.changed.connect(self._on_changed)
        self.choices.typed.connect(self._on_typed)

    def take(self, opened: OpenBriefing) -> None:
        """Show the same briefing as it is now: choices and place stay, as far as there are such."""
        choices = self.choices.choices().known_to(opened.briefing)
        self.choices = ChoicesPanel(opened.cross_references, choices, None, self._theme)
        self.side.replace_choices(self.choices)
        self._hear_choices()
        self.maker.set_briefing(opened)
        self.handing_out.set_briefing(opened)
        self._make(0)

    @QtCore.Slot(object)
    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes."""
        self._theme = theme
        parts = (self.side, self.choices, self.bar, self.progress, self.notice, self.view)
        for part in (*parts, self.find_bar):
            part.set_theme(theme)
        self.side.fit_to(self.width())

    @property
    def handout(self) -> Handout | None:
        """The handout whose pages are shown; None until there is one."""
        return self._handout

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return len(self._book.sizes) if self._book else 0

    @QtCore.Slot()
    def _on_changed(self) -> None:
        self._make(_TICKED_MS)

    @QtCore.Slot()
    def _on_typed(self) -> None:
        self._make(_TYPED_MS)

    @QtCore.Slot()
    def make_again(self) -> None:
        """Make the pages of the present choices."""
        self._make(0)

    def _make_missing_pages(self) -> None:
        """Make the pages of the present choices, unless that is under way."""
        if not self.maker.is_working:  # it was cancelled, or failed before
            self.make_again()

    def _make(self, after_ms: int) -> None:
        missing = self.choices.missing()
        if missing:
            self.maker.stop()
            self.progress.stop()
            self.notice.say(missing, tone=Tone.WARNING)
            return
        self.notice.hide()
        choices = self.choices.choices()
        self.choices_changed.emit(choices)
        plan = choices.plan()
        self.bar.set_file_name(self.handing_out.set_plan(plan))
        if self._size_question.stands_open(self.maker.briefing, plan):
            self.maker.stop()
            self.progress.stop()
            self.handing_out.forget()
            return
        self.maker.make(plan, after_ms=after_ms)

    @QtCore.Slot(object)
    def _take_handout(self, handout: Handout) -> None:
        self._handout = handout
        self.source.open(handout.pdf)

    @QtCore.Slot(object)
    def _take_book(self, book: Book) -> None:
        assert self._handout is not None
        if self._book is None:
            self._begin_as_there_is_room()
        self._book = book
        self._trail = PageTrail()  # other pages: what stood there may stand elsewhere now
        self.bar.show_way_back(there=False)
        self.progress.stop()
        self.bar.set_pages(len(book.sizes), book.outline)
        self.view.show_book(book)
        self.find_bar.search()
        words = self.tr("1 page") if len(book.sizes) == 1 else self.tr("{n} pages")
        size = QtCore.QLocale().formattedDataSize(
            len(self._handout.pdf), 0, QtCore.QLocale.DataSizeFormat.DataSizeTraditionalFormat
        )
        self.side.say_file(
            f"{words.format(n=f'{len(book.sizes):,}')}  ·  {size}",
            carries_briefing=self._handout.carries_briefing,
        )
        if lacking := self._handout.lacking:
            self.notice.say(what_is_lacking(lacking), tone=Tone.WARNING)
        self.shown_anew.emit()
        self.handing_out.go_on()

    def _begin_as_there_is_room(self) -> None:
        """Show two whole pages, or one as wide as it goes."""
        if self.width() - self.side.width() >= _ROOM_FOR_TWO_PX:
            self.bar.show_columns(2)
            self.view.set_fit(Fit.PAGE)

    @QtCore.Slot(str)
    def _say_failed(self, words: str) -> None:
        self.progress.stop()
        self.handing_out.forget()
        again = (self.tr("Try again"), self.make_again)
        self.notice.say(words, tone=Tone.ERROR, buttons=[again])

    @QtCore.Slot()
    def _say_cancelled(self) -> None:
        self.progress.stop()
        self.handing_out.forget()
        words = (
            self.tr("Cancelled. The pages are those of the choices before.")
            if self._handout
            else self.tr("Cancelled; there are no pages yet.")
        )
        self.notice.say(words, buttons=[(self.tr("Set the pages"), self.make_again)])

    @QtCore.Slot(str)
    def _say_pages_gone(self, words: str) -> None:
        self.progress.stop()
        again = (self.tr("Show the pages"), self._show_again)
        self.notice.say(words, tone=Tone.ERROR, buttons=[again])

    @QtCore.Slot()
    def _show_again(self) -> None:
        self.notice.hide()
        if self._handout is not None:
            self.source.open(self._handout.pdf)

    @QtCore.Slot(int)
    def _go_to_page(self, page: int) -> None:
        self.view.go_to(page)
        self.view.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    @QtCore.Slot(int, float)
    def _go_to_place(self, page: int, top: float) -> None:
        self.view.go_to(page, top)
        self.view.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    @QtCore.Slot(int, float)
    def _follow(self, page: int, top: float) -> None:
        if self.view.place is not None:
            self._trail.leave(self.view.place)
        self.view.follow(page, top)
        self.bar.show_way_back(there=True)

    @QtCore.Slot()
    def go_back(self) -> None:
        """Show again what was left by the last link that was followed."""
        self._turn(self._trail.back)

    @QtCore.Slot()
    def go_forward(self) -> None:
        """Undo the last step back."""
        self._turn(self._trail.forward)

    def _turn(self, turn: Callable[[Place], Place | None]) -> None:
        place = turn(self.view.place) if self.view.place is not None else None
        if place is not None:
            self.view.go_to(*place)
            self.view.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        self.bar.show_way_back(there=self._trail.can_go_back)

    @QtCore.Slot(str)
    def _ask_about_address(self, address: str) -> None:
        """Ask before anything outside is opened."""
        question = LinkDialog(address, self)
        question.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        question.open()

    @QtCore.Slot(int)
    def _read_page(self, page: int) -> None:
        if page >= 0:
            self.source.read_text(page)

    @QtCore.Slot(int, str)
    def _describe(self, page: int, text: str) -> None:
        if page != self.view.page or self._book is None:
            return
        words = self.tr("Page {page} of {n}").format(page=page + 1, n=self.page_count)
        mark = section_at(self._book.outline, page, 0.0)
        section = f", {mark.title}" if mark else ""
        read = " ".join(text.replace(_SOFT_HYPHEN, "").split())
        self.view.describe(f"{words}{section}. {read[:_SPOKEN]}")

    def _shown_pages(self) -> ShownPages | None:
        if self._handout is None or self.maker.is_working:
            return None
        page, paper = max(self.view.page, 0), self.choices.choices().paper
        return ShownPages(self._handout.pdf, self.page_count, page, paper)

    @QtCore.Slot()
    def save(self) -> None:
        """Save what is shown, as soon as it is what was chosen."""
        self.handing_out.save()

    @QtCore.Slot()
    def print(self) -> None:
        """Print what is shown, as soon as it is what was chosen."""
        self.handing_out.print()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Leave most of the window to the pages."""
        super().resizeEvent(event)
        self.side.fit_to(self.width())

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Let Esc close; Enter presses only the button that has the keyboard."""
        if event.key() not in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Stop making pages and go; what is being saved or printed is finished out of sight."""
        self.maker.stop()
        self.progress.stop()
        self.source.stop()
        self.handing_out.forget()
        self.view.forget_pictures()
        self._handout = None
        super().done(result)
        self.gone.emit()
        self.handing_out.idle.connect(self.deleteLater)
        if not self.handing_out.is_busy:
            self.deleteLater()
