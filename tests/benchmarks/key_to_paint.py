"""Key press to painted results in the real window: a table of queries typed letter by letter.

Each key is a real key event to the search field of the window on the shipped briefing. It is over
when the event loop has nothing left to do and both the field and the list below it are painted.
Measured twice, on an Xvfb of its own and on Qt's offscreen platform; then the first letters over
4,500 made-up claims, the largest briefing but for an index file, in the claim index alone.
"""

import gc
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from start_to_paint import display
from synthetic_claims import make_briefing

BRIEFING = Path(__file__).resolve().parents[2] / "content" / "pakistan-afghanistan-2022"
FRAME_MS = 16.0
MANY = 4_500
# "<" is a Backspace, ">" the Tab that takes what the popup offers
QUERIES = (
    "ceasefire",
    "ceasefire nov 2021",
    "ceesfire<<<<<<asefire",
    "daud khan",
    "dawood",
    "tehreek taliban",
    "tehrik-e-taliban pakistan",
    "pakistani taliban",
    "peshwar mosque",
    "peshawar mosque",
    "80000",
    "80,000 lives",
    "$100bn",
    "isis-k",
    "islamic state khorasan",
    "fata merger",
    "طالبان",
    "تحریک طالبان",
    "durand line",
    '"Durand Line"',
    "who voted against Pakistan in 1947",
    "number of terrorist incidents after August 2021",
    "272 incidents",
    "TTP attacks since the takeover",
    "haqqani network",
    "strategic depth",
    "recognition of the Taliban government",
    "what should Islamabad do<<<<<do about it",
    "border fence OR trench",
    "refugees OR migrants",
    "prisoners -ceasefire",
    "=Daoud",
    "(ttp OR iskp) attack*",
    "act>tt>",
    "type:statistic",
    "type:stat> pakistan",
    "section:history treaty",
    "actor:pakistani tal> ceasefire",
    "place:kabul",
    "date:2021-08..2022",
    "date:1947..1979 afghanistan",
    "source:satp",
    "actr:ttp<<<<<<<",
    "confidence:not-stated security",
    "economy trade transit",
    "terorism in pakstan",
    "zebra crossing",
    "the",
    "pakistan",
    "a",
)


class Painted:
    """Tells whether parts of a window were painted since they were last asked."""

    def __init__(self, parts):
        from PySide6 import QtCore

        seen = self.seen = set()

        class Filter(QtCore.QObject):
            def eventFilter(self, watched, event):
                if event.type() == QtCore.QEvent.Type.Paint:
                    seen.add(watched)
                return False

        self.filter = Filter()
        self.parts = parts
        for part in parts:
            part.installEventFilter(self.filter)


def press(application, line, painted, key):
    """Return the wall and CPU milliseconds from a key press to the painted window."""
    from PySide6 import QtCore, QtGui

    kinds = (QtCore.QEvent.Type.KeyPress, QtCore.QEvent.Type.KeyRelease)
    keys = {"<": QtCore.Qt.Key.Key_Backspace, ">": QtCore.Qt.Key.Key_Tab}
    code, text = (keys[key], "") if key in keys else (ord(key.upper()), key)
    events = [QtGui.QKeyEvent(k, code, QtCore.Qt.KeyboardModifier(), text) for k in kinds]
    painted.seen.clear()
    wall, cpu = time.perf_counter(), time.process_time()
    for event in events:
        application.sendEvent(line, event)
    while line not in painted.seen:
        application.processEvents()
    application.processEvents()  # what painting itself has asked for
    return (time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000


def typed(application, panel, queries):
    """Return (wall ms, CPU ms, query so far) of every key press, and how often the list painted."""
    from PySide6 import QtTest

    from briefing_app.gui.index.claim_list import ClaimList
    from briefing_app.gui.index.query_line import QueryLine

    line, viewport = panel.findChild(QueryLine), panel.findChild(ClaimList).viewport()
    painted = Painted((line, viewport))
    panel.focus_search()
    times, lists = [], 0
    for query in queries:
        line.clear()
        application.processEvents()
        gc.collect()
        for key in query:
            QtTest.QTest.qWait(1)  # nobody types without a pause; timers get their turn
            wall, cpu = press(application, line, painted, key)
            times.append((wall, cpu, line.text()))
            lists += viewport in painted.seen
    return times, lists


def report(title, times, lists):
    print(f"{title}: {len(times)} key presses, the list painted after {lists} of them")
    for name, column in (("wall", 0), ("CPU", 1)):
        ordered = sorted(row[column] for row in times)
        p50, p95, p99 = (ordered[int(len(ordered) * part)] for part in (0.50, 0.95, 0.99))
        print(
            f"  {name:4} p50 {p50:5.1f}  p95 {p95:5.1f}  p99 {p99:5.1f}  longest {ordered[-1]:5.1f}"
            f" ms;  p99 is {p99 / FRAME_MS:.2f} of a {FRAME_MS:.0f} ms frame (bar 1, stretch 0.5)"
        )
    slowest = sorted(times, key=lambda row: -row[1])[:4]
    print("  slowest: " + ", ".join(f"“{text}” {cpu:.1f}" for _, cpu, text in slowest))


def measure_window(application):
    from PySide6 import QtCore

    from briefing_app.gui.application import Session
    from briefing_app.gui.state.window_state import WindowState

    session = Session(BRIEFING)
    session.state = WindowState(width=1440, height=900)
    session.start()
    window = session.window
    window.resize(1440, 900)
    built = []
    window.index.built.connect(lambda *_: built.append(True))
    while not built or window.index.panel is None:
        application.processEvents(QtCore.QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    window.activateWindow()
    report("the shipped briefing", *typed(application, window.index.panel, QUERIES))
    window.close()


def measure_many(application):
    from briefing_app.gui.index.claim_index_panel import ClaimIndexPanel
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.open_briefing import build_index

    briefing = make_briefing(MANY)
    references = CrossReferences(briefing)
    panel = ClaimIndexPanel(references, Theme("light"))
    panel.resize(484, 840)
    panel.show()
    panel.set_index(build_index(briefing, references=references))
    application.processEvents()
    panel.activateWindow()
    letters = [letter for letter in "tapbscgme" for _ in range(3)]
    report(f"first letters over {MANY:,} claims", *typed(application, panel, letters))
    panel.close()


def measure():
    with tempfile.TemporaryDirectory() as folder:  # the user's own settings stay as they are
        for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            os.environ[name] = folder
        from briefing_app.gui.application import make_application

        application = make_application(["key-to-paint"])
        print(f"Platform {application.platformName()}")
        measure_window(application)
        measure_many(application)


def main():
    if sys.argv[1:] == ["--measure"]:
        measure()
        return
    with display() as environment:
        platforms = [environment]
        if environment["QT_QPA_PLATFORM"] != "offscreen":
            platforms.append({**environment, "QT_QPA_PLATFORM": "offscreen"})
        for platform in platforms:
            command = [sys.executable, __file__, "--measure"]
            subprocess.run(command, env={**platform, "QT_FONT_DPI": "96"}, check=True)


if __name__ == "__main__":
    main()
