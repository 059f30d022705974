"""CSL-JSON as reference managers write it: read whole, and given back as it came."""

from __future__ import annotations

import json

import pytest

from briefing_app.export.citation import references
from briefing_app.export.csl_items import csl_json
from briefing_app.loading.convert_records import Records
from briefing_app.loading.did_you_mean import in_brackets
from briefing_app.loading.problem_list import ProblemList, Spot
from briefing_app.loading.strict_yaml import parse_yaml
from briefing_app.model.source import Source


def read(text):
    problems = ProblemList()
    records = Records(problems).convert_list(parse_yaml(text).root, Source, Spot("sources.yaml"))
    return [source for _, source in records], [str(p) for p in problems.sorted_problems({})]


ITEM = {"id": "s", "type": "article-journal", "title": "Borders"}
ROUND = [
    {"author": [{"family": "Berg", "given": "Anna", "non-dropping-particle": "van der"}]},
    {"author": [{"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"}]},
    {"author": [{"family": "King", "given": "Martin", "suffix": "Jr.", "comma-suffix": True}]},
    {"author": [{"literal": "Crisis Group"}], "editor": [{"given": "Shahid"}]},
    {"issued": {"date-parts": [[2021, 8, 15]]}},
    {"issued": {"date-parts": [[2021, 3], [2021, 5]]}},
    {"issued": {"date-parts": [[2021]], "season": "2"}},
    {"issued": {"date-parts": [[-44, 3, 15]]}},
    {"issued": {"date-parts": [[1950]], "circa": "1"}},
    {"issued": {"raw": "2021-08-15"}},
    {"issued": {"literal": "before the flood"}, "accessed": {"date-parts": [[2022, 1, 2]]}},
    {"issued": {"date-parts": [[2021, 8, 15]]}, "original-date": {"literal": "1784"}},
    {"ISSN": "1234-5678", "citation-key": "berg2021", "container-title-short": "B. J."},
    {"translator": [{"family": "Doe", "given": "Jo"}], "event-title": "Talks", "PMID": "12"},
    {"abstract": "What it says.", "DOI": "10.1/2", "ISBN": "1", "keyword": "a, b"},
    {"custom": {"citationKey": "k"}, "categories": ["a", "b"]},
]


@pytest.mark.parametrize("fields", ROUND, ids=lambda fields: str(fields)[:60])
def test_what_comes_in_goes_out(fields):
    sources, problems = read(json.dumps([ITEM | fields]))
    assert problems == []
    assert json.loads(csl_json(sources)) == [ITEM | fields]


@pytest.mark.parametrize(
    ("issued", "short", "apa"),
    [
        ({"date-parts": [["2021", "8", "15"]]}, "Berg 2021", "2021, August 15"),
        ({"date-parts": [["2021", ""]]}, "Berg 2021", "2021"),
        ({"date-parts": [[2021, 8, 13], [2021, 8, 15]]}, "Berg 2021", "2021, August 13–15"),
        ({"date-parts": [["2021"]], "season": 2}, "Berg 2021", "2021, Summer"),
        ({"date-parts": [[2021, 22]]}, "Berg 2021", "2021, Summer"),
        ({"date-parts": [[-44]]}, "Berg", "44 B.C.E."),
        ({"raw": "2021-08-15"}, "Berg 2021", "2021-08-15"),
        ({"literal": "no year given"}, "Berg", "no year given"),
        ("/1950", "Berg 1950", "before 1950"),
        ("../1950", "Berg 1950", "until 1950"),
        ("1950/..", "Berg 1950", "since 1950"),
        ("195X", "Berg 1950s", "1950s"),
        ("195X~", "Berg 1950s", "about 1950s"),
        ("19XX", "Berg 20th century", "20th century"),
        ("2019-08-13/2019-08-15", "Berg 2019", "2019, August 13–15"),
    ],
)
def test_dates_are_said_and_printed(issued, short, apa):
    item = {"id": "s", "type": "webpage", "title": "T", "author": [{"family": "Berg"}]}
    (source,), problems = read(json.dumps([item | {"issued": issued}]))
    assert problems == []
    assert source.short_name == short
    assert references([source], "apa")["s"].text == f"Berg. ({apa}). T."


def test_a_date_that_says_nothing_is_told_with_what_to_write():
    _, problems = read('[{"id": "s", "type": "book", "issued": {"year": 2021}}]')
    assert [p.partition("issued: ")[2] for p in problems] == [
        "here a date is needed, not a set of keys; write 2021-08-15"
    ]


def test_a_slip_is_still_one():
    _, problems = read('[{"id": "s", "type": "book", "titel": "T"}]')
    assert "did you mean 'title'?" in problems[0]


NAMES = (
    *("Bridge Office", "Feynman, Richard P.", "Ministry: Roads", "#1 Press", "[sic]", "{a}"),
    *('The "Club"', "yes", "null", "42", "- x", "O’Neill & Sons", "back\\slash", "@handle"),
    *("a #b", "true", "~", "خان", "*x", "&y", "!z", "%", "a: b", "ends:"),
)


@pytest.mark.parametrize("name", NAMES)
def test_the_advised_author_can_be_typed(name):
    _, (problem,) = read(json.dumps([ITEM | {"author": name}]))
    advised = problem.partition("; write ")[2]
    sources, problems = read(f"- {{id: s, type: book, author: {advised}}}")
    assert problems == []
    assert sources[0].author[0].literal == name


@pytest.mark.parametrize("name", NAMES)
def test_text_in_brackets_is_read_back(name):
    assert parse_yaml(f"[{in_brackets(name)}]").root == [name]
