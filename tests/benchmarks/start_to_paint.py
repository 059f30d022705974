"""Start to first paint, and memory, of the real window against an empty one of the same Python.

The empty one twice: with shiboken's support files unpacked, as `make setup` does for both windows,
and as pip leaves them ("stock"). All are started by turns on one display: an Xvfb of its own, or
Qt's offscreen platform where there is no Xvfb. Each writes time.monotonic_ns() to the path in
BRIEFING_APP_REPORT_PAINT once the event loop is back from its first paint event: what it shows can
be read. The real window writes a second line once the claim index is painted: all is there.
"""

import contextlib
import os
import select
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import PySide6
import shiboken6

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 15
MEMORY_ROUNDS = 3
SETTLED_SECONDS = 2.0
LONGEST_SECONDS = 30.0
FIRST_START = "real, first start"  # with an empty home: no cache of the briefing yet

EMPTY_WINDOW = """
import os, time
from PySide6 import QtCore, QtWidgets

def report():
    with open(os.environ["BRIEFING_APP_REPORT_PAINT"], "w") as stream:
        stream.write(f"{time.monotonic_ns()}\\n")

class Window(QtWidgets.QMainWindow):
    painted = False
    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            QtCore.QTimer.singleShot(0, report)

application = QtWidgets.QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
application.exec()
"""


@contextlib.contextmanager
def display():
    """Yield the environment for a window: a fresh Xvfb, or else offscreen."""
    environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": "disabled:"}
    if shutil.which("Xvfb") is None:
        print("There is no Xvfb (apt-get install xvfb): measured on Qt's offscreen platform.")
        yield environment | {"QT_QPA_PLATFORM": "offscreen"}
        return
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24"]
    server = subprocess.Popen(
        [*command, "-nolisten", "tcp", "-noreset"], pass_fds=[writing], stderr=subprocess.DEVNULL
    )
    os.close(writing)
    with open(reading) as stream:
        number = stream.readline().strip()
    try:
        if not number:
            raise SystemExit("Xvfb did not start.")
        yield environment | {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"}
    finally:
        server.terminate()
        server.wait()


def tree(process_id):
    """Return a process and all its descendants."""
    found = [process_id]
    for parent in found:
        for task in Path(f"/proc/{parent}/task").glob("*/children"):
            with contextlib.suppress(OSError):
                found.extend(int(child) for child in task.read_text().split())
    return found


def pss_mb(process_id):
    """Return the proportional set size of a process and its descendants, in MB."""
    total_kb = 0
    for member in tree(process_id):
        with contextlib.suppress(OSError):
            for line in Path(f"/proc/{member}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total_kb += int(line.split()[1])
    return total_kb / 1024


def paints(reading, count):
    """Return as many reported times in nanoseconds as are expected; fewer if they do not come."""
    written = b""
    deadline = time.monotonic() + LONGEST_SECONDS
    while written.count(b"\n") < count and time.monotonic() < deadline:
        if select.select([reading], [], [], 0.1)[0]:
            with contextlib.suppress(BlockingIOError):  # a writer has come, and not yet written
                written += os.read(reading, 64)
            time.sleep(0.001)  # a pipe that its writer has closed is always ready
    return [int(line) for line in written.split()]


def start(command, environment, home, *, count, weigh):
    """Return (milliseconds to each of `count` paints, MB once settled or None)."""
    pipe = home / "painted"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    log = home / "log"
    with log.open("wb") as stream:
        begin = time.monotonic_ns()
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment | {"BRIEFING_APP_REPORT_PAINT": str(pipe)},
            stdout=stream,
            stderr=stream,
            start_new_session=True,
        )
    try:
        painted = paints(reading, count)
        if len(painted) < count:
            raise SystemExit(f"{command} painted {len(painted)} of {count}:\n{log.read_text()}")
        memory = None
        if weigh:
            time.sleep(SETTLED_SECONDS)
            memory = pss_mb(process.pid)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        os.close(reading)
        pipe.unlink()
    return [(moment - begin) / 1e6 for moment in painted], memory


@contextlib.contextmanager
def stock_qt():
    """Yield a folder with the Qt packages as pip leaves them."""
    with tempfile.TemporaryDirectory(dir=sys.prefix) as folder:  # links need the same file system
        for package in (PySide6, shiboken6):
            source = Path(package.__file__).parent
            unpacked = shutil.ignore_patterns("files.dir")
            target = Path(folder, source.name)
            shutil.copytree(source, target, copy_function=os.link, ignore=unpacked)
        yield folder


def measure(windows, environment):
    """Return for each window its milliseconds to each paint and its MB, taken by turns."""
    times = {name: [] for name in windows}
    memory = {name: [] for name in windows}
    with tempfile.TemporaryDirectory() as folder:
        homes = {name: Path(folder, str(number)) for number, name in enumerate(windows)}
        for home in homes.values():
            home.mkdir()
        for turn in range(-1, ROUNDS):  # the first one warms the disk cache and is not counted
            for name, (command, extra) in windows.items():
                if name == FIRST_START:
                    shutil.rmtree(homes[name])
                    homes[name].mkdir()
                own = environment | extra | {"HOME": str(homes[name])}
                for variable in ("CONFIG_HOME", "STATE_HOME", "CACHE_HOME", "DATA_HOME"):
                    own[f"XDG_{variable}"] = str(homes[name] / variable.lower())
                count, weigh = 2 if command[1] == "-m" else 1, 0 <= turn < MEMORY_ROUNDS
                ms, mb = start(command, own, homes[name], count=count, weigh=weigh)
                if turn >= 0:
                    times[name].append(ms)
                    memory[name] += [mb] if mb else []
    return times, memory


def main():
    briefing = ROOT / "content" / "pakistan-afghanistan-2022"
    empty = [sys.executable, "-c", EMPTY_WINDOW]
    real = [sys.executable, "-m", "briefing_app", str(briefing)]
    with display() as environment, stock_qt() as folder:
        windows = {
            "empty, stock": (empty, {"PYTHONPATH": folder}),
            "empty": (empty, {}),
            FIRST_START: (real, {}),
            "real": (real, {}),
        }
        times, memory = measure(windows, environment)
    medians = {}
    for name, taken in times.items():
        first = [ms[0] for ms in taken]
        medians[name] = statistics.median(first)
        whole = [ms[-1] for ms in taken if len(ms) > 1]
        rest = f", whole window after {statistics.median(whole):.0f} ms" if whole else ""
        print(
            f"{name:17} {medians[name]:5.0f} ms to first paint"
            f" ({min(first):.0f}-{max(first):.0f}, n={ROUNDS}){rest},"
            f" {statistics.median(memory[name]):5.1f} MB PSS after {SETTLED_SECONDS:.0f} s"
        )
    for name in ("empty, stock", "empty"):
        print(f"real / {name}: {medians['real'] / medians[name]:.2f} (bar 1.5, stretch 1.2)")


if __name__ == "__main__":
    main()
