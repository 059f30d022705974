"""What is typed into the command palette, and what it means."""

from __future__ import annotations

import pytest

from briefing_app.gui.commands.command_matching import Entry, EntryMatcher

TITLES = ("Save handout as PDF", "Copy with citation", "Find in text", "Find next", "Terrorism")


def matcher() -> EntryMatcher:
    named = Entry(
        "entity:ttp",
        "Tehrik-e-Taliban Pakistan (TTP)",
        "entity",
        others=("Pakistani Taliban", "تحریک طالبان پاکستان"),
    )
    return EntryMatcher([*(Entry(title, title, "action") for title in TITLES), named])


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("find", "Find next"),
        ("pdf", "Save handout as PDF"),
        ("hando pd", "Save handout as PDF"),
        ("pdf save", "Save handout as PDF"),
        ("handuot", "Save handout as PDF"),
        ("citatoin", "Copy with citation"),
        ("cwc", "Copy with citation"),
        ("rrori", "Terrorism"),
        ("TERROR", "Terrorism"),
        ("ttp", "entity:ttp"),
        ("pakistani", "entity:ttp"),
        ("طالبان", "entity:ttp"),
    ],
)
def test_the_entry_that_is_meant_comes_first(typed: str, first: str) -> None:
    assert matcher().rank(typed)[0][1].key == first


@pytest.mark.parametrize("typed", ["", "  ", "!?", "zzzz", "find zzzz", "xq"])
def test_what_means_nothing_finds_nothing(typed: str) -> None:
    assert matcher().rank(typed) == []


@pytest.mark.parametrize(
    ("typed", "lit"),
    [
        ("hando pd", ["hando", "PD"]),
        ("cwc", ["C", "w", "c"]),
        ("handuot", ["handout"]),
        ("pakistani", []),
    ],
)
def test_the_letters_that_were_typed_are_lit(typed: str, lit: list[str]) -> None:
    entry = matcher().rank(typed)[0][1]
    assert [entry.title[start:end] for start, end in entry.matched] == lit


def test_a_word_counts_once() -> None:
    assert matcher().rank("find find") == []
