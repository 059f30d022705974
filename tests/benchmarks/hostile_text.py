"""What texts made to be dear cost, a character, against honest prose read in the same run.

And what `check` takes over whole folders of that kind, against the shipped briefing.
"""

import contextlib
import io
import logging
import os
import tempfile
import time
from pathlib import Path

from briefing_app.__main__ import main as command
from briefing_app.loading.read_prose import read_prose
from tests.benchmarks.window_stops import hostile
from tests.loading.test_read_prose import BOMBS

BRIEFING = Path(__file__).resolve().parents[2] / "content" / "pakistan-afghanistan-2022"
SIZE = 20_000
BAR = 20  # times what as much honest prose takes


def cpu_ms(act):
    """Return the CPU ms of this process that an act takes."""
    began = time.process_time()
    act()
    return (time.process_time() - began) * 1000


def read(text):
    return read_prose(text, lambda _name: "no such picture")


def check(path):
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        command(["check", str(path)])


def ratios(title, rows, bar):
    print(title)
    for name, ratio in sorted(rows.items(), key=lambda row: -row[1]):
        print(f"  {name:34} {ratio:7.2f}{'  over the bar' if ratio > bar else ''}")


def main():
    logging.disable()
    prose = "\n\n".join(path.read_text("utf-8") for path in sorted(BRIEFING.glob("*/*.md")))
    read(prose)
    honest = cpu_ms(lambda: read(prose)) / len(prose)
    rows = {}
    for name, bomb in BOMBS.items():
        text = bomb(SIZE)
        rows[name] = cpu_ms(lambda text=text: read(text)) / len(text) / honest
    ratios(f"a character, as so many of honest prose (bar {BAR})", rows, BAR)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        shipped = cpu_ms(lambda: check(BRIEFING))
        paths = hostile(folder)
        rows = {path.name: cpu_ms(lambda path=path: check(path)) / shipped for path in paths}
    ratios(f"check of a folder, as so many of the shipped briefing (bar {BAR})", rows, BAR)


if __name__ == "__main__":
    main()
