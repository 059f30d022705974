"""The command line on a briefing that is large enough for an index file."""

import json

import pytest

from briefing_app import open_briefing, paths
from briefing_app.__main__ import main


@pytest.fixture
def search(capsys):
    def search(*arguments):
        assert main(["search", *arguments]) == 0
        return capsys.readouterr()

    return search


@pytest.mark.parametrize("query", ["ceasefire", "ttp attack*", "date:2021 taliban", "zzzz"])
def test_a_large_briefing_is_answered_alike_from_its_index_file(search, monkeypatch, query):
    expected = search("--json", query)
    monkeypatch.setattr(open_briefing, "LARGE", 1)
    built, taken_up = search("--json", query), search("--json", query)
    assert built == taken_up == expected
    assert len(list((paths.cache_folder() / "search").glob("*.sqlite"))) == 1


def test_it_says_that_the_index_cannot_be_kept(search, monkeypatch):
    monkeypatch.setattr(open_briefing, "LARGE", 1)
    paths.cache_folder().parent.mkdir(parents=True, exist_ok=True)
    paths.cache_folder().write_bytes(b"in the way")
    said = search("--json", "ceasefire")
    assert json.loads(said.out)["total"] > 0
    assert "cannot be kept" in said.err
