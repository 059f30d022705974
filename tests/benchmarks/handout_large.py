"""A handout of 4,500 claims: how long it takes, how soon it is cancelled, what memory it leaves.

Memory is what the process itself holds (PSS); the pages are set in a process of their own.
"""

import contextlib
import gc
import threading
import time
from pathlib import Path

from briefing_app.errors import HandoutCancelled
from briefing_app.handout.compile_handout import HandoutCompilation, make_handout
from briefing_app.handout.handout_data import handout_data
from briefing_app.handout.handout_plan import HandoutPlan
from tests.benchmarks.synthetic_claims import make_briefing

CLAIMS = 4_500
CANCELLED_AFTER = (0.05, 0.5, 2.0)  # seconds: while it starts, while it begins, in the midst


def main():
    briefing = make_briefing(CLAIMS)
    before = held_mb()
    begin = time.perf_counter()
    pdf = make_handout(briefing, HandoutPlan(), {}, no_picture)
    print(f"{CLAIMS:,} claims, {len(pdf) / 1e6:.1f} MB: {time.perf_counter() - begin:.1f} s")
    del pdf
    gc.collect()
    print(f"memory of the process: {before:.0f} MB before, {held_mb():.0f} MB after")
    for after in CANCELLED_AFTER:
        print(f"cancelled after {after} s: gone in {cancelled(briefing, after) * 1000:.0f} ms")
    gc.collect()
    print(f"memory of the process at the end: {held_mb():.0f} MB")


def cancelled(briefing, after):
    """Return the seconds from the wish to the end of the compile."""
    compilation = HandoutCompilation()
    wished = []

    def cancel():
        wished.append(time.perf_counter())
        compilation.cancel()

    timer = threading.Timer(after, cancel)
    timer.start()
    with contextlib.suppress(HandoutCancelled):
        compilation.start(lambda: handout_data(briefing, HandoutPlan(), {}, no_picture))
        compilation.wait()
    ended = time.perf_counter()
    timer.join()
    return ended - wished[0]


def held_mb():
    """Return the proportional set size."""
    lines = Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def no_picture(path):
    raise FileNotFoundError(path)


if __name__ == "__main__":
    main()
