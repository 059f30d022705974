"""The lists of aliases that are shipped, their shape, and what a query makes of them."""

import pytest

from briefing_app import paths
from briefing_app.open_briefing import ALIASES, build_index, known_aliases
from briefing_app.search.results import Filters, Order
from briefing_app.search.words.aliases import read_aliases
from briefing_app.search.words.tokens import terms

FILES = sorted(paths.resource("aliases").glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_list_says_what_it_is_and_every_line_has_two_names(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# ")
    for line in lines:
        assert line == line.strip()
        if not line.startswith("#"):
            names = line.split(" = ")
            assert len(names) > 1
            assert all(name and "=" not in name and terms(name) for name in names), line
            assert len(names) == len(set(names)), line


def test_the_lists_are_those_of_the_field():
    things = [thing for path in FILES for thing in read_aliases(path)]
    assert len(things) >= 250
    assert len(things) == len(set(things))
    assert {path.stem for path in FILES} == {"groups", "offices", "people", "places", "terms"}


def ids(index, query):
    return [hit.id for hit in index.search(query, Filters(), Order.BEST).claims]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("NWFP", "R16"),
        ("daesh", "R10"),
        ("Taliban Movement of Pakistan prisoners", "R18"),
        ("Tahrek e Talebaan Pakistan prisoners", "R18"),  # a name of several words by its sound
        ("foreign ministry", "H5"),
        ("unhcr", None),
    ],
)
def test_a_name_of_the_field_finds_what_the_briefing_calls_it(index, query, first):
    assert ids(index, query)[:1] == ([first] if first else [])


def test_the_readers_own_list_counts(shipped):
    folder = paths.settings_folder()
    folder.mkdir(parents=True)
    (folder / ALIASES).write_text("# mine\nthe neighbours = Afghanistan\nnothing\n = \n", "utf-8")
    assert known_aliases()[-1] == ("the neighbours", "Afghanistan")
    results = build_index(shipped.briefing).search("the neighbours fragility", Filters(), "best")
    assert [hit.id for hit in results.claims][:2] == ["I5", "K13"]
    assert "Afghanistan" in results.also


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"= = =\n==", b"a" * 3_000_000])
def test_a_list_with_nothing_in_it_says_nothing(tmp_path, content):
    path = tmp_path / "aliases.txt"
    path.write_bytes(content)
    assert read_aliases(path) == ()
