"""A piece of work that stands still: what other figures of the same run are ratios to."""

import statistics
import time

ROUNDS = 15


def _work():
    counts = {}
    for number in range(12_000):
        word = str(number * 7919 % 1000)
        counts[word] = counts.get(word, 0) + len(word)
    return sorted(counts.items(), key=lambda found: (found[1], found[0]))


def piece_ms():
    """Return the CPU ms that this thread takes for it; the machine that set the aims took 1.9."""
    spent = []
    for _ in range(ROUNDS):
        began = time.thread_time()
        _work()
        spent.append((time.thread_time() - began) * 1000)
    return statistics.median(spent)


def main():
    print(f"one piece of work: {piece_ms():.2f} ms of CPU time")


if __name__ == "__main__":
    main()
