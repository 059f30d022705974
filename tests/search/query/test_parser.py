"""The query language: what is read out of a string, and that every string can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.search.query.parser import FIELDS, parse
from briefing_app.search.query.tree import And, Dates, Field, Not, Or, Words


def written(node):
    """Return a tree as text: (and a (not b))."""
    match node:
        case None:
            return ""
        case Words():
            marks = ("=" if node.exact else "") + ("'" if node.quoted else "")
            return marks + "_".join(node.terms) + ("*" if node.prefix else "")
        case Field():
            return f"{node.name}:" + ",".join(value.text for value in node.values)
        case Dates():
            return "date:" + ",".join(f"{r.first or ''}..{r.last or ''}" for r in node.ranges)
        case Not():
            return f"(not {written(node.node)})"
        case And():
            return f"(and {' '.join(map(written, node.nodes))})"
        case Or():
            return f"(or {' '.join(map(written, node.nodes))})"


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("", ""),
        ("   ", ""),
        ("a", "a"),
        ("a b", "(and a b)"),
        ("a AND b", "(and a b)"),
        ("a and b", "(and a and b)"),
        ('"a b" c', "(and 'a_b c)"),
        ("“a b”", "'a_b"),
        ('"a b', "'a_b"),
        ('""', ""),
        ("a -b", "(and a (not b))"),
        ("a −b", "(and a (not b))"),
        ("a - b", "(and a b)"),
        ("a NOT b c", "(and a (not b) c)"),
        ("NOT NOT a", "(not a)"),
        ('-"a b"', "(not 'a_b)"),
        ("-(a b)", "(not (and a b))"),
        ("a OR b c", "(or a (and b c))"),
        ("a | b", "(or a b)"),
        ("a|b", "(or a b)"),
        ("(a OR b) c", "(and (or a b) c)"),
        ("(a OR b", "(or a b)"),
        ("a) b", "(and a b)"),
        ("((((", ""),
        ("()", ""),
        ("a OR", "a"),
        ("OR a", "a"),
        ("a NOT", "a"),
        ("or not", "(and or not)"),
        ("ceas*", "ceas*"),
        ("*", ""),
        ("=swat", "=swat"),
        ('="a b"', "='a_b"),
        ("= a", "a"),
        ("cease-fire", "cease_fire"),
        ("tehrik-e-taliban", "tehrik_taliban"),
        ("80 000 lives", "(and 80000 lives)"),
        ("actor:ttp", "actor:ttp"),
        ("ACTOR:ttp", "actor:ttp"),
        ("actor:ttp,iskp", "actor:ttp,iskp"),
        ('actor:"al qaeda",ttp x', "(and actor:al qaeda,ttp x)"),
        ("-actor:ttp", "(not actor:ttp)"),
        ("actor:", ""),
        ("actor:,", ""),
        ("(actor:ttp)", "actor:ttp"),
        ("actor:ttp OR tag:cause", "(or actor:ttp tag:cause)"),
        ("https://example.org", "https_example_org"),
        ("Pakistan: history", "(and pakistan history)"),
        ("foo:bar", "foo_bar"),
        ("date:2021", "date:2021-01-01..2021-12-31"),
        ("date:2021-02,1947", "date:2021-02-01..2021-02-28,1947-01-01..1947-12-31"),
        ("date:soon a", "a"),
        ("date:", ""),
        ("a" * 2001, "a" * 2000),
    ],
)
def test_trees(query, tree):
    assert written(parse(query).root) == tree


@pytest.mark.parametrize(
    ("query", "typing"),
    [("a ceas", True), ("a ceas ", False), ("ceas)", False), ('"a ceas', True), ("=ceas", False)],
)
def test_only_the_word_that_touches_the_end_is_being_typed(query, typing):
    node = parse(query).root
    last = node.nodes[-1] if isinstance(node, And) else node
    assert last.typing is typing


PIECES = st.sampled_from(
    ["a", "ceasefire", '"', "“", "(", ")", "-", "NOT", "OR", "|", "=", "*", ":", ",", " ", "  "]
    + [f"{field}:" for field in FIELDS]
    + ["foo:", "2021", "..", ">=", "date:>", "80 000", "طالبان", "\x00", "\ud83d", "é"]
)


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_any_string_is_a_query(text):
    query = parse(text)
    for notice in query.notices:
        assert 0 <= notice.start <= notice.end <= len(text)
        assert notice.message


@pytest.mark.parametrize("piece", ["(", ")", "-(", "NOT ", '"', "a OR (", "|", "-", "=", "actor:"])
def test_repeating_a_sign_does_no_harm(piece):
    parse(piece * 3000)
