"""A tour of the real window, in a process of its own; prints one JSON object a line.

python tests/end_to_end/window_tour.py [--full] [--handout FILE] [--linger SECONDS]
    [--forbidden WORD] BRIEFING...

For every stop: the most work that the window's thread did in one piece, between two turns of its
event loop: in calls and returns, or by another clock that is given. For every briefing: texts
that a widget would read as mark-up or as a key, forbidden words on the screen, the canary's colour.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app import paths
from briefing_app.gui.application import Session, make_application
from tests.gui.pulse import Pulse
from tests.patience import HANG_MS
from tests.work_counter import WorkCounter

if TYPE_CHECKING:
    from collections.abc import Callable

CANARY = (255, 0, 254)  # the colour of the picture that nobody may read; no theme has it
QUICK = 20_000  # steps in one piece: the window is at rest
TABS = 8  # of a briefing with very many, the first ones and the last
Key = QtCore.Qt.Key
WINDOWS: list[QtWidgets.QWidget] = []


class Tour(QtCore.QObject):
    """Goes from stop to stop; leaves one when the window is at rest."""

    def __init__(self, given: argparse.Namespace, pulse: Pulse) -> None:
        super().__init__()
        self.given = given
        self.briefings: list[Path] = given.briefings
        self.name = self.briefings[0].name
        self.session = Session(self.briefings[0])
        self.pulse = pulse
        self.stops = self._all_stops()
        self.ready, self.stop = (lambda: True), ""
        self.hang, self.lingering = once(HANG_MS, self), once(int(given.linger * 1000), self)
        self.timer = QtCore.QTimer(self)
        self.timer.setInterval(2)  # called, not named: the tour is made in Turkish too
        self.timer.timeout.connect(self._look)

    def start(self) -> None:
        self.stop = "start"
        self.hang.start()
        self.session.start()
        self.window = self.session.window
        WINDOWS.append(self.window)
        self.ready = lambda: hasattr(self.session, "commands") and self.at_rest()
        self.timer.start()

    def at_rest(self) -> bool:
        panel = self.window.index.panel
        indexed = panel is not None and not self.window.background.is_busy()
        return indexed and self.pulse.quick_in_a_row > 6

    @QtCore.Slot()
    def _look(self) -> None:
        try:
            self._look_and_go_on()
        except Exception:  # noqa: BLE001 - a fault of the tour itself ends it
            traceback.print_exc()
            os._exit(3)

    def _look_and_go_on(self) -> None:
        late = not self.hang.isActive() and not self.lingering.isActive()
        if not late and not (self.ready() and self.pulse.quick_in_a_row > 6):
            return
        if dialog := QtWidgets.QApplication.activeModalWidget():
            if late:
                dialog.close()
            return
        self._tell(late)
        self.timer.stop()
        following = next(self.stops, None)
        if following is None:
            self.pulse.end()
            QtWidgets.QApplication.closeAllWindows()  # the help stands in one of its own
            return
        self.stop, act, self.ready = following
        self.hang.start()
        self.pulse.start_anew()
        QtCore.QTimer.singleShot(0, self.timer.start)
        act()

    def _tell(self, late: bool) -> None:
        say(
            briefing=self.name,
            stop=self.stop,
            in_one_piece=round(self.pulse.longest, 1),
            late=late,
        )

    def _all_stops(self):
        for number, path in enumerate(self.briefings):
            self.name = path.name
            if number:
                yield self._opening(path)
            page = self.session.commands.failures.page
            failed = page is not None and page.isVisible()
            say(briefing=self.name, opened=not failed)
            if not failed:
                yield from self._visit()
                if self.given.full:
                    yield from self._rest_of_the_window()
            self._examine()
        if self.given.linger:
            yield "linger", self.lingering.start, (lambda: not self.lingering.isActive())

    def _opening(self, path: Path):
        opening = self.session.commands.opening
        return "open", (lambda: opening.open_path(path)), self.at_rest

    def _visit(self):
        """What every reader does with a briefing."""
        window, rest = self.window, self.at_rest
        bar = window.tab_bar
        numbers = [*range(bar.count())]
        for number in [*numbers[:TABS], *numbers[TABS:][-1:]]:
            yield f"tab {number}", (lambda n=number: bar.setCurrentIndex(n)), rest
            for scroll in window.stack.currentWidget().findChildren(QtWidgets.QAbstractScrollArea):
                if not scroll.isVisible():
                    continue
                for place in (0.5, 1.0, 0.0):
                    yield f"tab {number} scroll", (lambda p=place, s=scroll: scroll_to(s, p)), rest
        bar.setCurrentIndex(0)
        yield "search", window.index.search, rest
        for letters in ("t", "he", " & <b>"):
            yield "search key", (lambda x=letters: [type_text(letter) for letter in x]), rest
        yield "search clear", (lambda: window.index.panel.set_query("")), rest
        claims = list(window.reading.references.claims)
        for claim in (*claims[:1], *claims[-1:]):
            yield "select", (lambda c=claim: window.reading.select_claim(c)), rest
            yield "go to claim", (lambda c=claim: window.jumps.go_to_claim(c)), rest
        yield "find", (lambda: self.act("find")), rest
        for letter in "the":
            yield "find key", (lambda x=letter: type_text(x)), rest
        yield "find next", (lambda: self.act("find_next")), rest
        yield "find close", (lambda: press(Key.Key_Escape)), rest
        yield "problems", (lambda: self.act("problems")), rest
        yield "filter menus", self._open_filter_menus, rest
        yield "index away", (lambda: self.act("index")), rest
        yield "index back", (lambda: self.act("index")), rest

    def _rest_of_the_window(self):
        window, rest, act = self.window, self.at_rest, self.act
        for name in ("zoom_in", "zoom_in", "zoom_out", "zoom_reset", "next_claim", "copy_citation",
                     "back", "forward", "next_tab", "previous_tab"):  # fmt: skip
            yield name, (lambda n=name: act(n)), rest
        for colours in ("dark", "high-contrast", "light"):
            yield colours, (lambda c=colours: self._choose(c)), rest
        yield "narrow", (lambda: window.resize(900, 700)), rest
        yield "wide", (lambda: window.resize(1440, 900)), rest
        yield "drawn lines", (window.grab), rest
        yield "handout", (lambda: act("handout")), self._handout_is_shown
        yield "save handout", self._save_handout, self._handout_is_saved
        yield "close handout", (lambda: self._handout().close()), rest
        yield "reload", (lambda: act("reload")), rest
        yield "about", (lambda: self._in_dialog(lambda box: box.reject(), "about")), rest
        link = "https://user@xn--e1afmkfd.example/?q=%00"
        yield "link", (lambda: self._in_link_dialog(link)), rest
        yield "manual", (lambda: act("manual")), rest
        yield "full screen", (lambda: act("full_screen")), rest
        yield "full screen off", (lambda: act("full_screen")), rest

    def act(self, name: str) -> None:
        self.window.actions_table.by_name[name].trigger()

    def _choose(self, colours: str) -> None:
        menu = self.window.actions_table.submenus["colours"]
        next(action for action in menu.actions() if action.data() == colours).trigger()

    def _open_filter_menus(self) -> None:
        for chip in self.window.index.panel.findChildren(QtWidgets.QAbstractButton):
            if getattr(chip, "_has_menu", False):
                QtCore.QTimer.singleShot(120, close_popup)
                chip.click()

    def _in_dialog(self, answer, name: str) -> None:
        when_asked(answer)
        self.act(name)

    def _in_link_dialog(self, address: str) -> None:
        when_asked(lambda box: box.reject())
        self.window.ask_about_link(address)

    def _handout(self):
        return self.session.commands.handout.dialog

    def _handout_is_shown(self) -> bool:
        dialog = self._handout()
        return bool(dialog.page_count) and dialog.view.pictures.is_current(0) and self.at_rest()

    def _handout_is_saved(self) -> bool:
        return not self._handout().handing_out.is_busy and self.at_rest()

    def _save_handout(self) -> None:
        self.given.handout.unlink(missing_ok=True)  # else the dialog asks whether to replace it

        def answer(box: QtWidgets.QFileDialog) -> None:
            box.findChild(QtWidgets.QLineEdit).setText(str(self.given.handout))
            box.accept()

        when_asked(answer)
        self._handout().save()

    def _examine(self) -> None:
        words = list(all_words(self.window))
        image = self.window.grab().toImage().convertToFormat(QtGui.QImage.Format.Format_RGB32)
        red, green, blue = CANARY
        colour = bytes((blue, green, red, 255)) if sys.byteorder == "little" else b""
        found = [text for _, text in words if self.given.forbidden in text]
        say(
            briefing=self.name,
            mark_up=[f"{where}: {text[:200]}" for where, text in words if where.startswith("!")],
            forbidden=found if self.given.forbidden else [],
            canary=colour in bytes(image.constBits()),
            words=sum(len(text) for _, text in words),
        )


def all_words(window: QtWidgets.QWidget):
    """Every text a widget holds; where it starts with `!`, Qt would read more than words in it."""
    rich = QtGui.Qt.mightBeRichText
    for widget in QtWidgets.QApplication.allWidgets():
        kind = type(widget).__name__
        tip = widget.toolTip()
        yield ("!" if rich(tip) and not tip.startswith("<span>") else "") + f"{kind} tip", tip
        yield f"{kind} name", widget.accessibleName()
        yield f"{kind} description", widget.accessibleDescription()
        if isinstance(widget, QtWidgets.QLabel):
            plain = widget.textFormat() == QtCore.Qt.TextFormat.PlainText
            yield ("" if plain or not rich(widget.text()) else "!") + f"{kind} text", widget.text()
        if isinstance(widget, QtWidgets.QAbstractButton):
            keyed = not widget.shortcut().isEmpty()
            yield ("!" if keyed else "") + f"{kind} button", widget.text()
        if isinstance(widget, QtWidgets.QTabBar):
            for n in range(widget.count()):
                keyed = not QtGui.QKeySequence.mnemonic(widget.tabText(n)).isEmpty()
                yield ("!" if keyed else "") + f"{kind} tab", widget.tabText(n)
                tip = widget.tabToolTip(n)
                yield ("!" if rich(tip) else "") + f"{kind} tab tip", tip
        if isinstance(widget, QtWidgets.QTextEdit | QtWidgets.QPlainTextEdit):
            yield f"{kind} document", widget.toPlainText()
        if isinstance(widget, QtWidgets.QAbstractItemView) and widget.model():
            model = widget.model()
            for n in range(min(model.rowCount(), 300)):
                yield f"{kind} row", str(model.index(n, 0).data())
                tip = str(model.index(n, 0).data(QtCore.Qt.ItemDataRole.ToolTipRole) or "")
                yield ("!" if rich(tip) else "") + f"{kind} row tip", tip
    for action in window.findChildren(QtGui.QAction):
        yield "action", action.text()


def once(after_ms: int, parent: QtCore.QObject) -> QtCore.QTimer:
    timer = QtCore.QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(after_ms)
    return timer


def scroll_to(area: QtWidgets.QAbstractScrollArea, share: float) -> None:
    bar = area.verticalScrollBar()
    bar.setValue(round(bar.maximum() * share))


def when_asked(answer) -> None:
    """Answer the dialog that is about to open, a while after it has been shown."""
    asked = QtWidgets.QApplication.activeModalWidget()

    def look() -> None:
        box = QtWidgets.QApplication.activeModalWidget()
        if box is None or box is asked or not box.isVisible():
            QtCore.QTimer.singleShot(50, look)
        else:
            QtCore.QTimer.singleShot(200, lambda: answer(box))

    QtCore.QTimer.singleShot(50, look)


def close_popup() -> None:
    popup = QtWidgets.QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


def send_key(key: int, text: str) -> None:
    # without a window manager the window is not active, but knows who would have the keyboard
    target = QtWidgets.QApplication.focusWidget() or WINDOWS[0].focusWidget()
    kinds = QtCore.QEvent.Type
    for kind in (kinds.KeyPress, kinds.KeyRelease):
        event = QtGui.QKeyEvent(kind, key, QtCore.Qt.KeyboardModifier.NoModifier, text)
        QtCore.QCoreApplication.sendEvent(target, event)


def type_text(letter: str) -> None:
    send_key(ord(letter.upper()), letter)


def press(key: Key) -> None:
    send_key(key, "")


def say(**what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("briefings", nargs="*", type=Path)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--handout", type=Path, default=Path("handout.pdf"))
    parser.add_argument("--linger", type=float, default=0)
    parser.add_argument("--forbidden", default="")
    given = parser.parse_args()
    given.briefings = given.briefings or [paths.shipped_briefing()]
    return given


def main() -> int:
    given = read_arguments()
    with WorkCounter() as work:
        return run_tour(given, lambda: work.steps, QUICK)


def run_tour(given: argparse.Namespace, clock: Callable[[], float], quick: float) -> int:
    """Make the tour; `quick` is what a window at rest does between two looks at the clock."""
    application = make_application(sys.argv[:1])
    tour = Tour(given, Pulse(clock, quick))
    tour.start()
    code = application.exec()
    say(end=code, platform=application.platformName(), pid=os.getpid())
    return code


if __name__ == "__main__":
    sys.exit(main())
