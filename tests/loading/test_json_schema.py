"""The schemas for editors are the loader's own types, and judge as the loader does."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from briefing_app import paths
from briefing_app.loading.convert_records import Records
from briefing_app.loading.json_schema import schemas
from briefing_app.loading.manifest import Manifest
from briefing_app.loading.problem_list import ProblemList, Spot
from briefing_app.loading.strict_yaml import parse_yaml
from briefing_app.model.claim import Claim
from briefing_app.model.entity import Entity
from briefing_app.model.option import PolicyOption
from briefing_app.model.source import Source

KINDS = {"claims": Claim, "sources": Source, "entities": Entity, "options": PolicyOption}
FOLDERS = [
    paths.shipped_briefing(),
    paths.manual(),
    Path(__file__).parent.parent / "fixtures" / "valid" / "minimal",
]
MANIFEST = "{format: 1, id: a, title: b, language: en, version: 1, issued: 2024, as_of: 2024, "


class EditorLoader(yaml.CSafeLoader):
    """YAML as an editor reads it: 1.2's core schema, so numbers and true/false but no dates."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, rule) for tag, rule in rules if not tag.endswith((":timestamp", ":bool"))]
    for first, rules in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))


def validator(name: str) -> jsonschema.Draft202012Validator:
    schema = json.loads(schemas()[f"{name}.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_the_files_in_the_tree_are_up_to_date():
    folder = paths.resource("schema")
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == schemas()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_valid_briefings_are_valid_to_editors(folder: Path):
    for file in folder.glob("*.yaml"):
        content = yaml.load(file.read_text("utf-8"), Loader=EditorLoader)
        errors = [error.message for error in validator(file.stem).iter_errors(content)]
        assert errors == []


CLAIM = "id: A, section: s, type: fact, text: t"
GOOD_DATES = (
    "1992 2021-08 2021-08-15 195X 19XX 1992~ 2021-08? 2021% 2001/2021 2016/.. ../2021 2016/ /2021 "
    "'1992' 2021-08-15~/2022?"
)
BAD_DATES = (
    "92 2021-13 2021-00 2021-08-32 2021-8 .. / ../.. 1992/1993/1994 today 20X 2021-08-15T00:00 "
    "0000 1992?~"
)


def claim(more: str) -> str:
    return f"- {{{CLAIM}, {more}}}"


SAMPLES = [
    ("claims", f"- {{{CLAIM}}}", True),
    ("claims", "[]", True),
    ("claims", "", True),
    ("claims", claim("label: ~, date: null, tags: "), True),
    ("claims", claim("text2: x"), False),
    ("claims", "- {id: A, section: s, type: fact}", False),
    ("claims", "- {id: A, section: s, type: fact, text: ~}", False),
    ("claims", "- {id: A, section: 1, type: fact, text: 1.10}", True),
    ("claims", "- {id: A, section: true, type: fact, text: 0x1F}", True),
    ("claims", claim("label: [x]"), False),
    ("claims", claim("tags: x"), False),
    ("claims", claim("tags: [x, 1]"), True),
    ("claims", claim("tags: [[x]]"), False),
    ("claims", "- {id: A, section: s, type: Fact, text: t}", False),
    ("claims", "- words", False),
    ("claims", "words", False),
    *(("claims", claim(f"date: {date}"), True) for date in GOOD_DATES.split()),
    *(("claims", claim(f"date: {date}"), False) for date in BAD_DATES.split()),
    ("claims", claim("figures: [{name: n, unit: u, value: 272}]"), True),
    ("claims", claim("figures: [{name: n, unit: u, value: '2.5'}]"), True),
    ("claims", claim("figures: [{name: n, unit: u, low: -1, high: 1e3}]"), True),
    ("claims", claim("figures: [{name: n, unit: u, value: about}]"), False),
    ("claims", claim("figures: [{name: n, unit: u, value: true}]"), False),
    ("claims", claim("figures: [{name: n, value: 272}]"), False),
    ("claims", claim("sources: [{id: s, further_source: true}]"), True),
    ("claims", claim("sources: [{id: s, further_source: yes}]"), False),
    ("claims", claim("sources: [{id: s, locator: {page: 3}}]"), True),
    ("claims", claim("sources: [{id: s, locator: {pages: 3}}]"), False),
    ("claims", claim("relations: [{type: supports, to: B}]"), True),
    ("claims", claim("relations: [{type: helps, to: B}]"), False),
    ("sources", "- {id: s, type: book, URL: https://x.org, container-title: T}", True),
    ("sources", "- {id: s, type: book, url: https://x.org}", False),
    ("sources", "- {id: s, type: book, container_title: T}", False),
    ("sources", "- {id: s, type: book, author: [{family: F}, {literal: L}]}", True),
    ("sources", "- {id: s, type: book, author: F}", False),
    ("sources", "- {id: s, type: book, reliability: F}", True),
    ("sources", "- {id: s, type: book, reliability: G}", False),
    ("entities", "- {id: e, kind: place, name: N, aliases: [M]}", True),
    ("entities", "- {id: e, kind: planet, name: N}", False),
    ("options", "- {id: o, title: T, standing: author, for: [A], open: []}", True),
    ("options", "- {id: o, title: T, standing: author, in_favour: [A]}", False),
    ("options", "- {id: o, title: T}", False),
    ("briefing", MANIFEST + "summary: x, sections: []}", True),
    ("briefing", MANIFEST + "summary: x, sections: [], claims: claims.yaml}", True),
    ("briefing", MANIFEST + f"summary: x, sections: [], claims: [{{{CLAIM}}}]}}", True),
    ("briefing", MANIFEST + "summary: x, sections: [], claims: {a: b}}", False),
    ("briefing", MANIFEST + "summary: x, sections: [{id: a, title: b, file: c}]}", True),
    ("briefing", MANIFEST + "summary: x, sections: [{id: a, title: b}]}", False),
    ("briefing", MANIFEST + "summary: x, sections: [], handling: TLP:AMBER+STRICT}", True),
    ("briefing", MANIFEST + "summary: x, sections: [], handling: secret}", False),
    ("briefing", MANIFEST + "sections: []}", False),
]


@pytest.mark.parametrize(("name", "text", "valid"), SAMPLES, ids=lambda value: str(value)[:60])
def test_editor_and_loader_judge_alike(name: str, text: str, valid: bool):
    problems = ProblemList()
    records = Records(problems)
    raw = parse_yaml(text).root
    if name == "briefing":
        records.convert(raw, Manifest, Spot("x"))
    else:
        records.convert_list(raw, KINDS[name], Spot("x"))
    by_loader = not problems.sorted_problems({})
    by_editor = validator(name).is_valid(yaml.load(text, Loader=EditorLoader))

    assert (by_loader, by_editor) == (valid, valid)
