"""Key press to answer: every prefix of a table of queries, as if they were typed."""

import time
from pathlib import Path

from briefing_app.loading.load_briefing import load_briefing
from briefing_app.open_briefing import build_index
from briefing_app.search.results import Filters, Order

BRIEFING = Path(__file__).resolve().parents[2] / "content" / "pakistan-afghanistan-2022"
QUERIES = (
    "who voted against Pakistan in 1947",
    "voted against",
    "TTP attacks since the takeover",
    "pakistani taliban",
    "tehreek e taliban",
    "272 incidents",
    "number of terrorist incidents after August 2021",
    "durand line",
    '"Durand Line"',
    "border fence",
    "refugees OR migrants",
    "type:statistic",
    "type:option -kabul",
    "section:history treaty",
    "date:1947..1979",
    "actor:ttp ceasefire",
    "Haqqani network",
    "recognition of the Taliban government",
    "dose Pakistan recognise the talban",
    "strategic depth",
    "engagement with Kabul",
    "what should Islamabad do",
    "air strikes in Khost and Kunar",
    "terorism",
    "(ttp OR isis) attack*",
    "economy trade transit",
    "تحریک طالبان",
)


def main():
    briefing = load_briefing(BRIEFING).briefing
    begin = time.perf_counter()
    index = build_index(briefing)
    built_ms = (time.perf_counter() - begin) * 1000
    prefixes = [query[:end] for query in QUERIES for end in range(1, len(query) + 1)]
    taken = []
    for prefix in prefixes:
        begin = time.perf_counter()
        index.search(prefix, Filters(), Order.BEST)
        taken.append((time.perf_counter() - begin) * 1000)
    taken.sort()
    p50, p95, p99 = (taken[int(len(taken) * part)] for part in (0.50, 0.95, 0.99))
    print(f"{len(briefing.claims)} claims, index built in {built_ms:.1f} ms")
    print(
        f"{len(prefixes)} prefixes of {len(QUERIES)} queries: "
        f"p50 {p50:.2f}, p95 {p95:.2f}, p99 {p99:.2f}, longest {taken[-1]:.2f} ms"
    )
    print(f"p99 is {p99 / 16:.2f} of a 16 ms frame (bar to painted results 1, stretch 0.5)")


if __name__ == "__main__":
    main()
