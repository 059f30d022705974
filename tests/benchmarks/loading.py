"""The strict YAML loader against yaml.CSafeLoader on the same bytes, which accepts more."""

import statistics
import time
from pathlib import Path

import yaml

from briefing_app.loading.load_briefing import load_briefing
from briefing_app.loading.strict_yaml import parse_yaml

BRIEFING = Path(__file__).resolve().parents[2] / "content" / "pakistan-afghanistan-2022"
ROUNDS = 31


def medians_ms(*works):
    """Return the median milliseconds of each, run by turns."""
    times = [[] for _ in works]
    for _ in range(ROUNDS):
        for work, taken in zip(works, times, strict=True):
            begin = time.perf_counter()
            work()
            taken.append((time.perf_counter() - begin) * 1000)
    return [statistics.median(taken) for taken in times]


def main():
    texts = [path.read_text("utf-8") for path in sorted(BRIEFING.glob("*.yaml"))]
    ours, theirs = medians_ms(
        lambda: [parse_yaml(text) for text in texts],
        lambda: [yaml.load(text, Loader=yaml.CSafeLoader) for text in texts],
    )
    kilobytes = sum(len(text.encode()) for text in texts) / 1000
    print(f"{kilobytes:.0f} kB of YAML: strict loader {ours:.1f} ms, CSafeLoader {theirs:.1f} ms")
    print(f"CSafeLoader takes {theirs / ours:.1f} times as long (bar 1, stretch 3)")
    (whole,) = medians_ms(lambda: load_briefing(BRIEFING))
    print(f"the whole briefing, checked, without the cache: {whole:.1f} ms")


if __name__ == "__main__":
    main()
