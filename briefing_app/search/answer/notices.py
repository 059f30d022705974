"""The words below the search field that say what is listed, where it is not what was typed.

What is wrong with a query itself is said by who reads it (`query/parser.py`, `field_values.py`).
"""

from __future__ import annotations

import re

from briefing_app.search.results import Notice


def everything_is_listed(query: str, word: str) -> Notice:
    """Return what is said where nothing has a word so far."""
    start = query.find(word)
    told = f"Nothing has “{word}” so far: every claim is listed."
    return Notice(start, start + len(word), told)


def other_is_listed(query: str, start: int, other: str) -> Notice:
    """Return what is said where another query is answered; `start`: where the last word begins."""
    word = query[start:]
    as_well = " as well" if query[:start].strip() else ""
    told = f"Nothing has “{word}”{as_well} so far: what “{other}” finds is listed."
    return Notice(start, len(query), told)


def word_is_left_out(query: str, left_out: str) -> Notice:
    """Return what is said where no claim has one of the words as well."""
    match = re.search(rf"(?<!\w){re.escape(left_out)}(?!\w)", query)
    start = match.start() if match else max(query.find(left_out), 0)
    told = f"No claim has “{left_out}” as well: what the other words find is listed."
    return Notice(start, start + len(left_out), told)


def kind_is_listed(kind: str, who: str = "") -> Notice:
    """Return what is said where all of a kind is listed, or all of it that is by or about one."""
    of_whom = f" of or about {who}" if who else ""
    return Notice(0, 0, f"Every {kind}{of_whom} is listed.")
