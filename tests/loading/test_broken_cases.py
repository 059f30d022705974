"""Every broken briefing is told exactly, and opens as far as it can."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from briefing_app.errors import ContentError
from briefing_app.loading.load_briefing import load_briefing
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.prose import rich_texts
from tests.loading.broken_cases import Case, build, printed, read_cases

if TYPE_CHECKING:
    from pathlib import Path

CASES = read_cases()
_NAMED = re.compile(
    r"(?:there is no [a-z ]+|unknown key) '([^']+)'|\A'([^']+)' is (?:not one|no id)"
)


def test_there_are_many_cases_with_one_name_each():
    assert len(CASES) > 120
    assert len({case.name for case in CASES}) == len(CASES)
    assert all(case.expected for case in CASES)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "case"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_broken_case(case: Case, folder: Path):
    build(case, folder)

    assert printed(folder) == list(case.expected)

    _places_hold_what_the_message_names(folder)
    _references_can_be_followed(folder)


def _problems(folder: Path):
    try:
        return load_briefing(folder).problems
    except ContentError as error:
        return error.problems


def _places_hold_what_the_message_names(folder: Path) -> None:
    """A second opinion on each place: the named word stands right there in the file."""
    for problem in _problems(folder):
        lines = (folder / problem.file).read_bytes().decode("utf-8", "replace").split("\n")
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        named = _NAMED.search(problem.message)
        if named:
            word = named[1] or named[2]
            assert lines[problem.line - 1][problem.column - 1 :].lstrip('"').startswith(word[:40])


def _references_can_be_followed(folder: Path) -> None:
    try:
        briefing = load_briefing(folder).briefing
    except ContentError:
        return
    refs = CrossReferences(briefing)
    for claim in briefing.claims:
        assert claim.section in refs.sections
        assert {*claim.actors, *claim.places} <= refs.entities.keys()
        assert {relation.to for relation in claim.relations} <= refs.claims.keys() - {claim.id}
        for citation in claim.sources:
            assert citation.id in refs.sources
            assert citation.attributed_to in {"", *refs.sources, *refs.entities}
    for source in briefing.sources:
        chain = [source.id]
        while refs.sources[chain[-1]].cited_by:
            chain.append(refs.sources[chain[-1]].cited_by)
            assert len(chain) <= len(briefing.sources)
    for option in briefing.options:
        assert {*option.in_favour, *option.against, *option.unresolved} <= refs.claims.keys()
    assert set(briefing.key_judgments) <= refs.claims.keys()
    for blocks in (briefing.summary, *(section.blocks for section in briefing.sections)):
        for _, text in rich_texts(blocks):
            for mark in text.marks:
                assert set(mark.claims) <= refs.claims.keys()
                assert 0 <= mark.start < mark.end <= len(text.text)
