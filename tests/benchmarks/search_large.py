"""Key press to answer on large briefings, everything included, against plain FTS5 in the same run.

    search_large.py [NUMBER OF CLAIMS]...

Without numbers: 5,000, 100,000 and 1,000,000, each in a process of its own; the million takes about
six minutes. CPU time is told beside the time by the clock: the machine may be shared.
"""

import gc
import itertools
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from synthetic_claims import make_briefing, queries

LISTED = 20_000  # as the window asks
SHOWN = 50  # rows whose hits are marked


COUNTS = (5_000, 100_000, 1_000_000)
PLAIN_SECONDS = 60  # for plain FTS5, which takes a second and more for a letter of a million


def timed(work):
    """Return the result, and the milliseconds by the clock and of CPU that it took."""
    begin, cpu = time.perf_counter(), time.process_time()
    result = work()
    taken = (time.perf_counter() - begin) * 1000
    return result, (taken, (time.process_time() - cpu) * 1000)


def spread(taken):
    """Return the percentiles of (clock, CPU) pairs as text."""
    by_clock, by_cpu = (sorted(part) for part in zip(*taken, strict=True))
    shares = (("p50", 0.5), ("p95", 0.95), ("p99", 0.99), ("longest", 1.0))
    return "  ".join(
        f"{name} {by_clock[int((len(taken) - 1) * share)]:.2f}"
        f" (CPU {by_cpu[int((len(taken) - 1) * share)]:.2f})"
        for name, share in shares
    )


def memory(name="VmRSS"):
    """Return the memory of this process in MB; 0 where the system does not say."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith(name)) // 1024


def plain_fts5(claims, folder):
    """FTS5 as one would take it: the text, `word*` for the word being typed, ORDER BY rank."""
    connection = sqlite3.connect(folder / "plain.sqlite")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(text, prefix='2 3')")
    connection.executemany("INSERT INTO t VALUES(?)", ((claim.text,) for claim in claims))
    connection.commit()

    def search(query):
        words = [part for part in query.split() if ":" not in part and part[:1] != "-"]
        words = ["".join(c for c in word if c.isalnum()) for word in words]
        phrases = [f'"{word}"' for word in words if word]
        if phrases:
            match = " AND ".join(phrases) + "*"
            statement = "SELECT rowid, text FROM t WHERE t MATCH ? ORDER BY rank LIMIT 50"
            connection.execute(statement, (match,)).fetchall()

    return search


def measure(count):
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.open_briefing import LARGE, build_index
    from briefing_app.search.engines.file.large_index import open_index
    from briefing_app.search.results import Filters, Order

    briefing, (made, _) = timed(lambda: make_briefing(count))
    gc.freeze()
    references = CrossReferences(briefing)
    claims_only = memory()
    print(f"\n{count:,} claims (made in {made / 1000:.0f} s, {claims_only} MB of memory)")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        options = {"progress": lambda *_: None, "cancelled": lambda: False}
        first, (built, built_cpu) = timed(lambda: open_index(briefing, references, **options))
        first.close()
        del first
        gc.collect()
        size = sum(file.stat().st_size for file in Path(folder).rglob("*.sqlite"))
        print(
            f"  built in {built / 1000:.1f} s (CPU {built_cpu / 1000:.1f}), {size / 1e6:.0f} MB on "
            f"disk; peak {memory('VmHWM')} MB, {memory() - claims_only:+} MB after closing"
        )
        index, (opened, _) = timed(lambda: open_index(briefing, references, **options))
        _, (warm, _) = timed(lambda: index.search("ta", Filters(), Order.BEST, refine=False))
        print(f"  opened in {opened:.0f} ms, first query {warm:.0f} ms")
        typed = [query[:end] for query in queries(briefing) for end in range(1, len(query) + 1)]
        latencies(index, typed, plain_fts5(briefing.claims, Path(folder)))
        print(f"  memory while open {memory() - claims_only:+} MB")
        if count <= LARGE:
            held = build_index(briefing) if count < LARGE else in_memory(briefing)
            print("  in memory       ", spread([press(held, query)[1] for query in typed]))
        index.close()


def in_memory(briefing):
    from briefing_app.search.engines.memory.memory_index import make_memory_index

    return make_memory_index(briefing)


def press(index, query, *, refine=False):
    from briefing_app.search.results import Filters, Order

    def answer():
        found = index.search(query, Filters(), Order.BEST, limit=LISTED, refine=refine)
        return found, found.claims[:SHOWN]

    (found, _), taken = timed(answer)
    return found, taken


def latencies(index, typed, plain):
    first, refined, slowest = [], [], []
    for number, query in enumerate(typed):
        found, taken = press(index, query)
        first.append(taken)
        slowest.append((taken[0], query))
        if not found.whole and number % 5 == 0:
            refined.append(press(index, query, refine=True)[1])
    print(f"  {len(typed)} key presses, {SHOWN} rows marked each, in ms")
    print("  first answer    ", spread(first))
    tell_plain(typed, plain)
    if refined:
        print("  ranked answer   ", spread(refined), f"(of {len(refined)} that need one)")
    print("  slowest:", ", ".join(f"{q!r} {t:.0f} ms" for t, q in sorted(slowest)[-6:]))


def tell_plain(typed, plain):
    """Print what plain FTS5 takes, for as many key presses as there is time for."""
    until = time.perf_counter() + PLAIN_SECONDS
    step = 7  # so that there are queries of any length among them
    mixed = (query for start in range(step) for query in typed[start::step])
    in_time = itertools.takewhile(lambda _: time.perf_counter() < until, mixed)
    taken = [timed(lambda query=query: plain(query))[1] for query in in_time]
    part = "" if len(taken) == len(typed) else f" ({len(taken)} of them)"
    print("  plain FTS5      ", spread(taken) + part)


def main():
    counts = [int(text.replace(",", "")) for text in sys.argv[1:]] or COUNTS
    if len(counts) == 1:
        measure(counts[0])
        return
    for count in counts:
        sys.stdout.flush()
        subprocess.run([sys.executable, __file__, str(count)], check=False)


if __name__ == "__main__":
    main()
