"""How well questions are answered, the nearest claims counted in, by kind of query.

    python tests/benchmarks/search_answers.py QUERIES.tsv s=content/pakistan-afghanistan-2022 ...

A line of a set is corpus, kind, query and the expected ids, `-` where the briefing has no answer.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

from briefing_app.open_briefing import build_index, open_briefing
from briefing_app.search.results import Filters, Order

SHOWN = 5


def listed(results):
    """Return the ids that the reader sees, those above the line first."""
    near = () if results.nothing_near else results.nearest
    return [hit.id for hit in (*results.claims[:SHOWN], *near)][:SHOWN]


def measure(rows, indexes, *, tell=False):
    """Return for each kind (queries, recall@5, precision@1, rows above the line, rows below)."""
    scores = defaultdict(list)
    for corpus, kind, query, expected in rows:
        results = indexes[corpus].search(query, Filters(), Order.BEST)
        ids, wanted = listed(results), set(expected.split()) - {"-"}
        above = bool(results.claims)
        below = bool(results.nearest) and not results.nothing_near
        if wanted:
            recall = len(wanted.intersection(ids)) / min(len(wanted), SHOWN)
            first = float(bool(ids) and ids[0] in wanted)
        else:
            recall = first = float(not ids)
        scores[kind].append((recall, first, above, below))
        if tell and min(recall, first) < 1:
            near = [(h.id, round(h.score, 2), h.missing, h.meant) for h in results.nearest[:3]]
            print(
                f"{kind} {query!r} {expected} -> {ids} nothing_near={results.nothing_near} {near}"
            )
    return {
        kind: (len(found), *(sum(column) / len(found) for column in zip(*found, strict=True)))
        for kind, found in scores.items()
    }


def read_rows(path):
    """Return the rows of a set without its remarks."""
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [row for row in rows if len(row) == 4 and row[0] != "corpus"]


def main(queries, *corpora, tell=False):
    """Print the figures of one set."""
    indexes = {}
    for corpus in corpora:
        letter, _, path = corpus.partition("=")
        indexes[letter] = build_index(open_briefing(Path(path), cache=False).briefing)
    rows = read_rows(queries)
    figures = measure(rows, indexes, tell=tell)
    answerable = [row for row in rows if row[3] != "-"]
    figures["all answerable"] = measure([(c, "", q, e) for c, _, q, e in answerable], indexes)[""]
    for kind, (count, recall, first, above, below) in figures.items():
        print(f"{kind:28} {count:4} {recall:.3f} {first:.3f} above {above:.2f} below {below:.2f}")


if __name__ == "__main__":
    arguments = [a for a in sys.argv[1:] if a != "--tell"]
    main(*arguments, tell="--tell" in sys.argv)
