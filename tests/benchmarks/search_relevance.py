"""nDCG@10 on public test collections, terms joined by OR, through the index's own evaluation.

The collections are not shipped. Give their folder as the argument or in SEARCH_COLLECTIONS; it has
NAME.json.gz files with docs [id, title, text], queries [id, text] and qrels {query: {doc: grade}}.
"""

import gzip
import json
import math
import os
import sys
import time
from pathlib import Path

from briefing_app.search.query.expansion import expand
from briefing_app.search.query.tree import Or, Words
from briefing_app.search.ranking.evaluate import Evaluator, Weighting
from briefing_app.search.ranking.inverted_index import InvertedIndex
from briefing_app.search.words.lexicon import make_lexicon
from briefing_app.search.words.names import NameTable
from briefing_app.search.words.stop_words import STOP_WORDS
from briefing_app.search.words.tokens import tokenize
from briefing_app.search.words.vocabulary import Vocabulary

BARS = {"cranfield": 0.52, "npl": 0.42}
DEPTH = 10


def indexed(docs):
    """Return the evaluator and the lexicon of [id, title, text] rows."""
    index = InvertedIndex(1)
    texts = []
    for _, title, text in docs:
        whole = f"{title} {text}".strip()
        tokens = tokenize(whole)
        texts.append((whole, tokens))
        index.add((([token.term for token in tokens],),))
    names = NameTable(())
    words = Vocabulary(index.counts(), texts, names.phrases(), language="en")
    lexicon = make_lexicon(names, (), words, "en")
    return Evaluator(index, Weighting(), lambda _: {}), lexicon


def any_term(text):
    """Return the query's tree: its words, stop words left out, joined by OR."""
    terms = dict.fromkeys(t.term for t in tokenize(text.lower()) if t.term not in STOP_WORDS)
    nodes = tuple(Words((term,), 0, 0) for term in terms)
    return Or(nodes) if len(nodes) > 1 else nodes[0]


def ndcg(ranked, grades):
    """Return the normalised discounted cumulative gain of the first ten."""
    gains = (grades.get(doc, 0) / math.log2(place + 2) for place, doc in enumerate(ranked))
    best = sorted(grades.values(), reverse=True)[:DEPTH]
    return sum(gains) / sum(g / math.log2(place + 2) for place, g in enumerate(best))


def measure(path):
    collection = json.loads(gzip.decompress(path.read_bytes()))
    ids = [row[0] for row in collection["docs"]]
    begin = time.perf_counter()
    evaluator, lexicon = indexed(collection["docs"])
    built = time.perf_counter() - begin
    values = []
    taken = []
    for number, text in collection["queries"]:
        grades = collection["qrels"].get(number, {})
        if not any(grades.values()):
            continue
        begin = time.perf_counter()
        scores = evaluator.scores(expand(any_term(text), lexicon).plan)
        best = sorted(scores, key=lambda doc: (-scores[doc], doc))[:DEPTH]
        taken.append((time.perf_counter() - begin) * 1000)
        values.append(ndcg([ids[doc] for doc in best], grades))
    name = path.name.partition(".")[0]
    found, bar = sum(values) / len(values), BARS.get(name)
    against = f", {found / bar:.2f} of the bar {bar}" if bar else ""
    taken.sort()
    print(
        f"{name}: {len(ids)} documents, {len(values)} queries, nDCG@10 {found:.3f}{against}; "
        f"built in {built:.1f} s, a query {taken[len(taken) // 2]:.1f} ms"
    )


def main():
    named = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("SEARCH_COLLECTIONS", "")
    files = sorted(Path(named).glob("*.json.gz")) if named else []
    if not files:
        print("Skipped: name the folder of the test collections in SEARCH_COLLECTIONS.")
    for path in files:
        measure(path)


if __name__ == "__main__":
    main()
