"""The longest that the window is deaf at each stop of a tour: CPU time of its thread in one piece.

Once on the shipped briefing and the manual with all that a reader may do, once on briefings that
nobody writes. As a ratio to a piece of work measured in the same run; the aim is 53 pieces, which
are 100 ms on the machine that it was set on.
"""

import argparse
import contextlib
import io
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.piece_of_work import piece_ms

ROOT = Path(__file__).resolve().parents[2]
AIM_PIECES = 53
QUICK_MS = 8.0  # in one piece: the window is at rest
TOLD = 8
HONEST = ("pakistan-afghanistan-2022", "manual")


def cpu_ms():
    """Return the CPU time of this thread."""
    return time.thread_time() * 1000


def tour(folder, paths, *, full):
    """Make the tour in this process; print its lines."""
    from tests.end_to_end.window_tour import run_tour

    handout = Path(folder) / "handout.pdf"
    given = argparse.Namespace(briefings=paths, full=full, handout=handout, linger=0, forbidden="")
    run_tour(given, cpu_ms, QUICK_MS)


def hostile(folder):
    """Return the folders of briefings that nobody writes."""
    from tests.end_to_end.hostile_briefings import CASES, build, make_outside

    outside = Path(folder) / "outside"
    make_outside(outside)
    good = ROOT / "tests" / "fixtures" / "valid" / "minimal"
    return [build(case, good, Path(folder), outside) for case in CASES]


def measure(kind):
    with tempfile.TemporaryDirectory() as folder:
        for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
            os.environ[name] = folder
        paths = hostile(folder) if kind == "hostile" else [ROOT / "content" / n for n in HONEST]
        piece, told = piece_ms(), io.StringIO()
        with contextlib.redirect_stdout(told):
            tour(folder, paths, full=kind == "honest")
    lines = [line for line in map(json.loads, told.getvalue().splitlines()) if "stop" in line]
    lines.sort(key=lambda line: -line["in_one_piece"])
    print(f"{kind}: {len(lines)} stops; a piece of work took {piece:.2f} ms")
    for line in lines[:TOLD]:
        ratio = line["in_one_piece"] / piece
        over = "  over the aim" if ratio > AIM_PIECES and line["stop"] != "start" else ""
        print(f"  {line['briefing'][:30]:30} {line['stop']:16} {ratio:7.1f} pieces{over}")


def main():
    if sys.argv[1:]:
        measure(sys.argv[1])
        return
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    for kind in ("honest", "hostile"):
        subprocess.run([sys.executable, __file__, kind], env=environment, check=True)


if __name__ == "__main__":
    main()
