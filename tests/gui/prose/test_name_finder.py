"""Names in a text that need explaining, and what is said of them."""

from __future__ import annotations

import pytest

from briefing_app.gui.prose.name_finder import NameFinder
from briefing_app.model.briefing import Briefing
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.dates import EdtfDate
from briefing_app.model.entity import Entity, EntityKind

DAY = EdtfDate("2022-05-06")
ENTITIES = (
    Entity(
        "ttp", EntityKind.GROUP, "Tehrik-e-Taliban Pakistan", "TTP",
        ("Pakistani Taliban", "تحریک طالبان پاکستان"), "Not the Afghan Taliban.",
    ),
    Entity("taliban", EntityKind.GROUP, "Afghan Taliban", aliases=("Taliban",)),
    Entity("is", EntityKind.GROUP, "Islamic State", "IS"),
    Entity("pakistan", EntityKind.STATE, "Pakistan"),
    Entity("line", EntityKind.TERM, "Durand Line"),
    Entity("a", EntityKind.PLACE, "Aland", aliases=("Mar",)),
    Entity("b", EntityKind.PLACE, "Beland", aliases=("Mar",)),
)  # fmt: skip


@pytest.fixture(scope="module")
def finder() -> NameFinder:
    briefing = Briefing("b", "B", "en", "1", DAY, DAY, (), (), (), (), ENTITIES)
    return NameFinder(CrossReferences(briefing))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The TTP announced a ceasefire.", [("TTP", "ttp")]),
        ("Tehrik-e-Taliban Pakistan (TTP)", [("Tehrik-e-Taliban Pakistan", "ttp"), ("TTP", "ttp")]),
        ("the Pakistani Taliban’s talks", [("Pakistani Taliban", "ttp")]),
        ("the Taliban", [("Taliban", "taliban")]),
        ("در تحریک طالبان پاکستان", [("تحریک طالبان پاکستان", "ttp")]),
        ("what is said by IS is this", [("IS", "is")]),
        ("Is it?", []),
        ("Pakistan", []),
        ("the Durand Line", []),
        ("Mar", []),
        ("", []),
    ],
)
def test_what_needs_explaining_is_found(finder, text: str, found: list) -> None:
    names = finder.find(text)
    assert [(name.written, name.entity) for name in names] == found
    assert all(text[name.start : name.end] == name.written for name in names)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("TTP", ["TTP  Tehrik-e-Taliban Pakistan · Group", "Not the Afghan Taliban."]),
        (
            "Pakistani Taliban",
            [
                "Pakistani Taliban  Tehrik-e-Taliban Pakistan (TTP) · Group",
                "Not the Afghan Taliban.",
            ],
        ),
    ],
)
def test_what_is_said_of_a_name(finder, text: str, lines: list) -> None:
    explanation = finder.explanation(finder.find(text)[0])
    assert ["".join(run.text for run in runs) for runs in explanation] == lines
