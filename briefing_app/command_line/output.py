"""What a command says: results on stdout, everything about them on stderr."""

from __future__ import annotations

import sys


def put(line: str) -> None:
    """Write a line of the result."""
    sys.stdout.write(f"{line}\n")


def put_bytes(data: bytes) -> None:
    """Write a result that is UTF-8 wherever it goes, such as JSON."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def say(sentence: str) -> None:
    """Tell the reader something on stderr."""
    put_aside(f"briefing-app: {sentence}")


def put_aside(line: str) -> None:
    """Write a line to stderr as it is."""
    sys.stderr.write(f"{line}\n")
