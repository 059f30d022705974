"""Key press to answer on large briefings, everything included, against plain FTS5 in the same run.

    search_large.py [NUMBER OF CLAIMS]...

Without numbers: 5,000 and 100,000. A million takes several minutes to build.
"""

import gc
import os
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from synthetic_claims import make_briefing, queries

LISTED = 20_000  # as the window asks
SHOWN = 50  # rows whose hits are marked


def timed(work):
    begin = time.perf_counter()
    result = work()
    return result, (time.perf_counter() - begin) * 1000


def spread(taken):
    ordered = sorted(taken)
    parts = [ordered[min(int(len(ordered) * part), len(ordered) - 1)] for part in (0.5, 0.95, 0.99)]
    return "p50 {:8.2f}  p95 {:8.2f}  p99 {:8.2f}  longest {:8.2f} ms".format(*parts, ordered[-1])


def plain_fts5(briefing, folder):
    """FTS5 as one would take it: the text, `word*` for the word being typed, ORDER BY rank."""
    connection = sqlite3.connect(folder / "plain.sqlite")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(text, prefix='2 3')")
    connection.executemany("INSERT INTO t VALUES(?)", ((claim.text,) for claim in briefing.claims))
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
    from briefing_app.search.large_index import open_index
    from briefing_app.search.results import Filters, Order

    briefing, made = timed(lambda: make_briefing(count))
    gc.freeze()
    references = CrossReferences(briefing)
    print(f"\n{count:,} claims (made in {made / 1000:.0f} s)")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        options = {"progress": lambda *_: None, "cancelled": lambda: False}
        first, built = timed(lambda: open_index(briefing, references, **options))
        first.close()
        size = sum(file.stat().st_size for file in Path(folder).rglob("*.sqlite"))
        index, opened = timed(lambda: open_index(briefing, references, **options))
        _, warm = timed(lambda: index.search("ta", Filters(), Order.BEST, refine=False))
        print(
            f"  built in {built / 1000:.1f} s, {size / 1e6:.0f} MB, opened in {opened:.0f} ms, "
            f"first query {warm:.0f} ms"
        )
        typed = [query[:end] for query in queries(briefing) for end in range(1, len(query) + 1)]
        latencies(index, briefing, typed, plain_fts5(briefing, Path(folder)))
        if count <= LARGE:
            memory = build_index(briefing) if count < LARGE else in_memory(briefing)
            print("  in memory       ", spread([press(memory, query)[1] for query in typed]))
        index.close()


def in_memory(briefing):
    from briefing_app.search.memory_index import MemoryIndex

    return MemoryIndex(briefing)


def press(index, query, *, refine=False):
    from briefing_app.search.results import Filters, Order

    def answer():
        found = index.search(query, Filters(), Order.BEST, limit=LISTED, refine=refine)
        return found, found.claims[:SHOWN]

    (found, _), taken = timed(answer)
    return found, taken


def latencies(index, briefing, typed, plain):
    first, refined, plainly, slowest = [], [], [], []
    for number, query in enumerate(typed):
        found, taken = press(index, query)
        first.append(taken)
        slowest.append((taken, query))
        plainly.append(timed(lambda query=query: plain(query))[1])
        if not found.whole and number % 5 == 0:
            refined.append(press(index, query, refine=True)[1])
    print(f"  {len(typed)} key presses, {SHOWN} rows marked each")
    print("  first answer    ", spread(first))
    print("  plain FTS5      ", spread(plainly))
    if refined:
        print(
            "  ranked answer   ",
            spread(refined),
            f"(a fifth of those that need one: {len(refined)})",
        )
    print("  slowest:", ", ".join(f"{q!r} {t:.0f} ms" for t, q in sorted(slowest)[-6:]))


def main():
    for count in [int(text.replace(",", "")) for text in sys.argv[1:]] or [5_000, 100_000]:
        measure(count)


if __name__ == "__main__":
    main()
