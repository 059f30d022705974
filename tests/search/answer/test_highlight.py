"""What is marked in a text, and where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

TEXT = "Tehrik-e-Taliban Pakistan’s (TTP) ceasefire cost US$100 billion and 80,000 lives."


def marked(index, query, text=TEXT):
    return [text[start:end] for start, end in index.matched_spans(query, text)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", []),
        ("ceasefire", ["ceasefire"]),
        ("ceas", ["ceasefire"]),
        ("ceas ", ["ceasefire"]),  # a shortened word
        ("ceasef ", ["ceasefire"]),
        ("=ceas", []),
        ("CEASEFIRE lives", ["ceasefire", "lives"]),
        ("80000", ["80,000"]),
        ("80 000", ["80,000"]),
        ("$100bn", ["US$100 billion"]),
        ('"US$100 billion"', ["US$100 billion"]),
        ("pakistan", ["Pakistan"]),
        ("tehreek", ["Tehrik"]),
        ("Pakistani Taliban", ["Tehrik-e-Taliban Pakistan", "TTP"]),
        ('"Pakistani Taliban"', []),
        ("TTP", ["TTP"]),
        ("-ceasefire", []),
        ("NOT (ceasefire lives)", []),
        ("type:event ceasefire", ["ceasefire"]),
        ("the ceasefire and", ["ceasefire"]),
        ("te", ["Tehrik"]),
        ("taliban tal*", ["Taliban"]),
        ('"tehrik-e-taliban pakistan" taliban', ["Tehrik-e-Taliban Pakistan"]),
    ],
)
def test_marks(index, query, expected):
    assert marked(index, query) == expected


def test_a_name_is_marked_where_the_word_is_not_said(index):
    assert marked(index, "tehreek", "the TTP’s ceasefire") == ["TTP"]


def test_marks_beyond_the_basic_plane_count_code_points(index):
    text = "🕊🕊 ceasefire 🕊 lives"
    assert index.matched_spans("ceasefire lives", text) == ((3, 12), (15, 20))


@given(st.text(), st.text())
def test_marks_lie_in_order_inside_any_text(index, query, text):
    at = 0
    for start, end in index.matched_spans(query, text):
        assert at <= start < end <= len(text)
        at = end


@given(st.text(min_size=1))
def test_a_text_is_found_in_itself(index, text):
    from briefing_app.search.words.tokens import tokenize

    quoted = text.replace('"', " ")
    for mark in "“”„‟«»":
        quoted = quoted.replace(mark, " ")
    if tokenize(quoted) and [t.term for t in tokenize(f'"{quoted}"')] == [
        t.term for t in tokenize(quoted)
    ]:
        assert index.matched_spans(f'"{quoted}"', quoted)
