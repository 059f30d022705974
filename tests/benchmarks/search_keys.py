"""Key press to answer on the shipped briefing, against plain FTS5 in the same run.

Every prefix of a table of queries, as if they were typed; everything included that the window asks
for: claims with their marks, prose, names, sources, facets, offers.
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from search_large import plain_fts5, spread, timed

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
    index, (built, built_cpu) = timed(lambda: build_index(briefing))
    prefixes = [query[:end] for query in QUERIES for end in range(1, len(query) + 1)]
    taken = [timed(lambda q=q: index.search(q, Filters(), Order.BEST))[1] for q in prefixes]
    with tempfile.TemporaryDirectory() as folder:
        plain = plain_fts5(briefing.claims, Path(folder))
        plainly = [timed(lambda q=q: plain(q))[1] for q in prefixes]
    print(f"{len(briefing.claims)} claims, index built in {built:.1f} ms (CPU {built_cpu:.1f})")
    print(f"{len(prefixes)} prefixes of {len(QUERIES)} queries, in ms")
    print("  everything      ", spread(taken))
    print("  plain FTS5      ", spread(plainly), "(claims only, nothing marked)")
    p99 = sorted(cpu for _, cpu in taken)[int((len(taken) - 1) * 0.99)]
    print(f"p99 (CPU) is {p99 / 16:.2f} of a 16 ms frame (bar to painted results 1, stretch 0.5)")


if __name__ == "__main__":
    main()
