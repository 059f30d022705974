"""The manual's examples of a briefing can be opened; it names every key and word of the files."""

import json

import pytest
import yaml

from briefing_app.loading.check_briefing import _SUMMARY_WORDS, MOST_SECTIONS
from briefing_app.loading.check_claims import _LABEL_LENGTH, _TEXT_LENGTH
from briefing_app.loading.json_schema import schemas
from briefing_app.loading.load_briefing import load_briefing
from briefing_app.loading.prose_limits import _MOST, MAX_TEXT
from briefing_app.model.claim import ClaimType, Likelihood, Locator, RelationType
from briefing_app.model.source import Reliability
from tests.architecture.documents import SECTIONS

WRITING, PAGE = SECTIONS["writing"], SECTIONS["files"]
RECORDS = {  # the heading in the manual, the record of the schemas
    "briefing.yaml": "Manifest",
    "Each of the sections": "ManifestSection",
    "claims.yaml": "Claim",
    "Each of the figures": "Figure",
    "Each of a claim’s sources": "Citation",
    "Each of the relations": "Relation",
    "sources.yaml": "Source",
    "Each of the authors and editors": "Name",
    "entities.yaml": "Entity",
    "options.yaml": "PolicyOption",
}
DEFINITIONS = {
    name: record
    for text in schemas().values()
    for name, record in json.loads(text)["$defs"].items()
}


def key_rows(heading):
    """Return the rows of the table of keys; other tables may follow under the heading."""
    (table, *_) = [t for t in PAGE.tables if t.heading == heading]
    return {row[0][0]: row for row in table.rows}


def test_every_record_has_its_table():
    assert set(RECORDS.values()) | {"Locator"} == set(DEFINITIONS)


@pytest.mark.parametrize(("heading", "record"), RECORDS.items())
def test_the_manual_has_every_key(heading, record):
    rows = key_rows(heading)
    assert set(rows) == set(DEFINITIONS[record]["properties"])
    must = {name for name, row in rows.items() if row[1][0] == "must"}
    assert must == set(DEFINITIONS[record]["required"])


def words_of(schema):
    """Yield the lists of words that a key may have."""
    if "enum" in schema and all(isinstance(word, str) for word in schema["enum"]):
        yield schema["enum"]
    for part in schema.get("anyOf", ()):
        yield from words_of(part)


CHOICES = [
    (heading, key, words)
    for heading, record in RECORDS.items()
    for key, schema in DEFINITIONS[record]["properties"].items()
    for words in words_of(schema)
    if key not in ("type", "likelihood", "reliability", "further_source")
]


@pytest.mark.parametrize(("heading", "key", "words"), CHOICES)
def test_the_manual_has_every_word_that_a_key_may_have(heading, key, words):
    assert key_rows(heading)[key][2][1] == words


def test_the_manual_has_every_type_with_its_family():
    rows = PAGE.table("Types")
    assert {name: row[1][0].lower() for name, row in rows.items()} == {
        kind.value: kind.family.value for kind in ClaimType
    }


def test_the_manual_has_every_likelihood_with_its_band():
    assert {name: row[1][0] for name, row in PAGE.table("Likelihoods").items()} == {
        kind.value: "{}–{}".format(*kind.band_percent) for kind in Likelihood
    }


def test_the_manual_has_every_relation_reliability_and_locator():
    relations = [t for t in PAGE.tables if t.heading == "Each of the relations"][1]
    assert [row[0][0] for row in relations.rows] == [kind.value for kind in RelationType]
    (told,) = (p for p in PAGE.of_kind("text") if p.text.startswith("Reliability is "))
    assert {grade.value for grade in Reliability} <= set(told.code)
    assert key_rows("Each of a claim’s sources")["locator"][2][1] == list(Locator.__struct_fields__)


@pytest.mark.parametrize(
    ("heading", "key", "number"),
    [
        ("claims.yaml", "text", _TEXT_LENGTH),
        ("claims.yaml", "label", _LABEL_LENGTH),
        ("briefing.yaml", "summary", _SUMMARY_WORDS),
        ("briefing.yaml", "sections", MOST_SECTIONS),
    ],
)
def test_the_manual_has_the_limits(heading, key, number):
    assert f"at most {number} " in key_rows(heading)[key][2][0] + " "


def test_the_manual_has_the_limits_of_prose():
    (told,) = (
        p.text for p in WRITING.of_kind("text") if p.text.startswith("A section can be long")
    )
    limits = [f"{most:,} {kind}" for kind, most in {"characters": MAX_TEXT, **_MOST}.items()]
    assert [limit for limit in limits if limit not in told] == []


# the examples


@pytest.fixture
def example(tmp_path):
    """The whole briefing that “Writing a briefing” shows, as files."""
    for block in WRITING.of_kind("block"):
        if "." in block.heading:
            path = tmp_path / block.heading
            path.parent.mkdir(exist_ok=True)
            if not path.exists():
                path.write_text(block.text, "utf-8")
    return tmp_path


def problems_of(folder):
    return [str(problem) for problem in load_briefing(folder).problems]


def test_the_example_can_be_opened(example):
    assert problems_of(example) == []
    assert [claim.id for claim in load_briefing(example).briefing.claims] == ["B1", "B2"]


def test_the_error_line_is_a_real_one(example):
    (shown,) = (
        block.text.strip() for block in WRITING.of_kind("block") if ": error: " in block.text
    )
    claims = example / "claims.yaml"
    text = claims.read_text("utf-8")
    claims.write_text(text.replace("inspection-2024", "inspection-2042", 1), "utf-8")
    assert shown in problems_of(example)


FRAGMENTS = [
    pytest.param(block, id=f"{block.heading}: {block.text.split()[0]}")
    for document in (WRITING, PAGE)
    for block in document.of_kind("block")
    if block.info == "yaml" and (document is PAGE or "." not in block.heading)
]


@pytest.mark.parametrize("block", FRAGMENTS)
def test_a_part_of_a_file_can_be_put_into_the_example(block, example):
    content = yaml.load(block.text, yaml.BaseLoader)
    claims = yaml.load((example / "claims.yaml").read_text("utf-8"), yaml.BaseLoader)
    if block.heading in ("entities.yaml", "options.yaml"):
        put_beside(example, block)
    elif isinstance(content, dict):  # part of a claim
        claims[0] |= content
    elif content:
        claims += content
        for claim in content:
            append(example / "sections" / "state.md", f"[A sentence]{{claim={claim['id']}}}.")
    if "evening-post" in block.text:
        append(example / "sources.yaml", "- {id: evening-post, type: report, title: A report}")
    (example / "claims.yaml").write_text(yaml.safe_dump(claims), "utf-8")
    assert problems_of(example) == []


def put_beside(folder, block):
    name = block.heading.removesuffix(".yaml")
    (folder / block.heading).write_text(block.text, "utf-8")
    manifest = folder / "briefing.yaml"
    if name == "options":  # shown by a section
        text = manifest.read_text("utf-8").replace("state.md}", "state.md, options: options.yaml}")
        manifest.write_text(text, "utf-8")
    else:
        append(manifest, f"{name}: {block.heading}")


def append(file, line):
    file.write_text(f"{file.read_text('utf-8').rstrip()}\n{line}\n", "utf-8")


def test_examples_are_found():
    assert len(FRAGMENTS) == 6
