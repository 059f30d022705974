"""Days as readers type them."""

from __future__ import annotations

import datetime

import pytest

from briefing_app.gui.words.day_text import day_in, day_words


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021-08-15", (2021, 8, 15)),
        ("15 August 2021", (2021, 8, 15)),
        (" 15  aug. 2021 ", (2021, 8, 15)),
        ("15th Aug 2021", (2021, 8, 15)),
        ("August 15, 2021", (2021, 8, 15)),
        ("15/8/2021", (2021, 8, 15)),
        ("15.08.2021", (2021, 8, 15)),
        ("Feb 2020", (2020, 2, 29)),
        ("2021-02", (2021, 2, 28)),
        ("Sept 2021", (2021, 9, 30)),
        ("2021", (2021, 12, 31)),
        ("195X", (1959, 12, 31)),
    ],
)
def test_a_day_is_read(text: str, day: tuple[int, int, int]) -> None:
    assert day_in(text) == datetime.date(*day)


@pytest.mark.parametrize(
    "text", ["", "soon", "31 Feb 2021", "2021/2022", "15 Foo 2021", "32/1/2021", "1/13/2021", "20"]
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert day_in(text) is None


def test_a_day_reads_back() -> None:
    day = datetime.date(2021, 8, 15)
    assert day_in(day_words(day)) == day
