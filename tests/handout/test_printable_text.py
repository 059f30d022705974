"""Text as the bundled faces can set it."""

from __future__ import annotations

import pytest

from briefing_app.handout.printable_text import (
    by_script,
    keep_together,
    plain_runs,
    printable,
    shortened,
    titled,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("naïve – “quoted” ↗ ¶ −", "naïve – “quoted” ↗ ¶ −"),
        ("طالبان ٹی پښتو", "طالبان ٹی پښتو"),
        ("Ελλάδα Россия Việt", "Ελλάδα Россия Việt"),
        ("中a", "\ufffda"),
        ("😀", "\ufffd"),
        ("a\ue000b", "a\ufffdb"),
        ("a\ufeffb", "a\u2060b"),
        ("a\tb\nc\x85d", "a b c d"),
        ("a\x01b", "a\ufffdb"),
        ("so\u00adft\u200b", "so\u00adft\u200b"),
    ],
)
def test_printable_keeps_the_length(text, expected):
    assert printable(text) == expected
    assert len(printable(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 6 May 2022 it", "On 6_May_2022 it"),
        ("after 11 September 2001, the", "after 11_September_2001, the"),
        ("by 11 Sept 2001", "by 11_Sept_2001"),
        ("on 11 September they", "on 11_September they"),
        ("in March 2022", "in March_2022"),
        ("am 6. Mai 2022", "am 6. Mai 2022"),
        ("le 6 mai 2022", "le 6_mai 2022"),
        ("US$100 billion", "US$100_billion"),
        ("about 5 million people", "about 5_million people"),
        ("the 272 incidents", "the 272 incidents"),
        ("it may 2022", "it may 2022"),
    ],
)
def test_dates_and_amounts_do_not_break(text, expected):
    assert keep_together(text).replace("\u00a0", "_") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("plain", [("plain", "")]),
        ("(طالبان)", [("(", ""), ("طالبان", "ar"), (")", "")]),
        ("TTP تحریک طالبان پاکستان.", [("TTP ", ""), ("تحریک طالبان پاکستان", "fa"), (".", "")]),
        ("ذوالفقار علی بھٹو", [("ذوالفقار علی بھٹو", "ur")]),
        ("پښتو", [("پښتو", "ps")]),
    ],
)
def test_scripts_are_told_apart(text, expected):
    assert [(text[s:e], language) for s, e, language in by_script(text)] == expected


def test_plain_text_stays_a_string():
    assert plain_runs("plain") == "plain"
    assert plain_runs("a طالبان") == [{"t": "a "}, {"t": "طالبان", "rtl": "ar"}]


@pytest.mark.parametrize("blank", ["", " ", "\u200b", "\u00ad \u200e"])
def test_a_title_shows_something(blank):
    assert titled(blank, "id") == "id"
    assert titled("T", "id") == "T"


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("The vote was lost", 17, "The vote was lost"),
        ("The vote was lost", 16, "The vote was…"),
        ("The vote was lost", 13, "The vote was…"),
        ("The vote was lost", 12, "The vote…"),
        ("The vote, which was lost", 12, "The vote…"),
        ("malware--33159b98-3264", 20, "malware--33159b98…"),
        ("see malware--33159b98-3264", 20, "see malware…"),
        ("Rindfleischetikettierung", 10, "Rindfleis…"),
        ("e\u0301" * 10, 6, "e\u0301e\u0301…"),
    ],
)
def test_it_is_cut_between_words(text, limit, expected):
    assert shortened(text, limit) == expected
    assert len(shortened(text, limit)) <= limit
