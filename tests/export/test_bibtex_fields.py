"""Nothing of an item is lost that BibTeX or biblatex has a field for."""

from __future__ import annotations

import json

import pytest
from pybtex.database import parse_string

from briefing_app.export.bibtex import bibtex
from briefing_app.model.dates import EdtfDate
from briefing_app.model.source import Name, Source


def entry(**fields):
    (found,) = parse_string(bibtex([Source("s", "book", **fields)]), "bibtex").entries.values()
    return found


@pytest.mark.parametrize(
    ("ours", "value", "field", "expected"),
    [
        ("title_short", "T", "shorttitle", "T"),
        ("abstract", "A & B", "abstract", r"A \& B"),
        ("genre", "Working paper", "type", "Working paper"),
        ("medium", "tape", "howpublished", "tape"),
        ("accessed", EdtfDate("2022-05-06"), "urldate", "2022-05-06"),
        ("issued", EdtfDate("2019-08-13/2019-08-15"), "date", "2019-08-13/2019-08-15"),
        ("csl", json.dumps({"ISSN": "1234-5678"}), "issn", "1234-5678"),
        ("csl", json.dumps({"event-title": "Talks"}), "eventtitle", "Talks"),
        ("csl", json.dumps({"number-of-pages": 12}), "pagetotal", "12"),
        ("csl", json.dumps({"keyword": "a, b"}), "keywords", "a, b"),
    ],
)
def test_field(ours, value, field, expected):
    assert entry(**{ours: value}).fields[field] == expected


@pytest.mark.parametrize(
    ("name", "prelast", "last", "lineage", "first"),
    [
        (Name("Berg", "Anna", non_dropping_particle="van der"), "van der", "Berg", "", "Anna"),
        (Name("King", "Martin", suffix="Jr."), "", "King", "Jr.", "Martin"),
        (
            Name("Humboldt", "Alexander", dropping_particle="von"),
            "von",
            "Humboldt",
            "",
            "Alexander",
        ),
    ],
)
def test_names_keep_their_parts(name, prelast, last, lineage, first):
    (person,) = entry(author=(name,)).persons["author"]
    parts = (person.prelast_names, person.last_names, person.lineage_names, person.first_names)
    assert [" ".join(part) for part in parts] == [prelast, last, lineage, first]


def test_a_single_name_and_a_translator_are_kept():
    found = entry(
        author=(Name(given="Shahid"),), csl=json.dumps({"translator": [{"family": "Doe"}]})
    )
    assert "Shahid" in str(found.persons["author"][0])
    assert "Doe" in found.fields.get("translator", "")
