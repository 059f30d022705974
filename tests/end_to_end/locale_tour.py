"""A short tour of the real window under whatever locale the process has; prints what it saw.

python tests/end_to_end/locale_tour.py BRIEFING HANDOUT
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6 import QtCore, QtTest, QtWidgets

from briefing_app.gui.application import Session, make_application
from tests.patience import HANG_MS


def wait_for(ready) -> None:
    """Let the window work until something is so."""
    hang, tick = QtCore.QTimer(), QtCore.QTimer()
    hang.setSingleShot(True)
    hang.start(HANG_MS)
    tick.start(5)  # so that the loop turns
    turn = QtCore.QEventLoop.ProcessEventsFlag.WaitForMoreEvents
    while not ready():
        if not hang.isActive():
            raise SystemExit(f"never so: line {ready}")
        QtCore.QCoreApplication.processEvents(turn)


def tour(session: Session, handout: Path) -> dict[str, object]:
    """Open, search, every tab, the handout; what a reader sees there."""
    session.start()
    window = session.window
    assert window is not None
    wait_for(lambda: window.index.claim_index is not None and not window.background.is_busy())
    seen: dict[str, object] = {"mirrored": window.isRightToLeft()}
    panel = window.index.panel
    assert panel is not None
    for query in ("TALIBAN", "interim", "INTERIM", "272", "date:2021-08..2022-03", "IKILLI"):
        panel.set_query(query)
        wait_for(lambda: not window.background.is_busy())
        QtWidgets.QApplication.processEvents()
        seen[query] = sorted(panel.found_claims() or ())
    panel.set_query("")
    bar = window.tab_bar
    for number in range(bar.count()):
        bar.setCurrentIndex(number)
        QtWidgets.QApplication.processEvents()
        page = window.stack.currentWidget()
        labels = page.findChildren(QtWidgets.QLabel)
        seen[f"tab {number}"] = [label.text() for label in labels if label.isVisible()]
    window.actions_table.by_name["zoom_in"].trigger()
    seen["footer"] = window.footer.accessibleName()
    window.actions_table.by_name["handout"].trigger()
    wait_for(lambda: bool(session.commands.handout.dialog.page_count))
    dialog = session.commands.handout.dialog
    seen["pages"] = dialog.page_count
    handout.write_bytes(dialog.handout.pdf)
    dialog.close()
    return seen


def main() -> None:
    application = make_application(["locale"])
    session = Session(Path(sys.argv[1]))

    def begin() -> None:
        try:
            seen = tour(session, Path(sys.argv[2]))
            window = session.window
            assert window is not None
            told = window.task_bar.text.text() if window.task_bar.isVisible() else ""
            seen["told"] = told  # a fault of ours would stand there
            locale = QtCore.QLocale.system()
            seen["of the locale"] = {"name": locale.name(), "number": locale.toString(1234.5)}
            sys.stdout.write(json.dumps(seen) + "\n")
            sys.stdout.flush()
        except BaseException:  # noqa: BLE001 - a fault of the tour itself ends it
            traceback.print_exc()
            os._exit(3)
        window.activateWindow()
        wait_for(window.isActiveWindow)
        keys, held = QtCore.Qt.Key, QtCore.Qt.KeyboardModifier
        QtTest.QTest.keyClick(window, keys.Key_Q, held.ControlModifier)

    QtCore.QTimer.singleShot(0, begin)
    raise SystemExit(application.exec())


if __name__ == "__main__":
    main()
