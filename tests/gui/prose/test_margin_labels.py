"""Claim ids in the margin with text twice as large: whole, and never on top of each other."""

from __future__ import annotations

import itertools

import pytest

from briefing_app.gui.theme.theme import LIGHT, Theme


@pytest.mark.parametrize("width", [560, 800, 1000, 1400])
@pytest.mark.parametrize("mirrored", [False, True])
def test_large_ids_are_whole_and_stand_clear_of_each_other(make, width, mirrored) -> None:
    view = make(size=(width, 900), mirrored=mirrored)
    theme = Theme(LIGHT, reading_px=48)  # ids follow text that is read from afar
    view.set_theme(theme)
    units = [view.body.geometry.unit(number) for number in range(9)]
    labels = [label for unit in units for label in unit.labels]
    assert {"C1", "C2", "C10", "C12"} <= {label.text for label in labels}
    for unit in units:
        for first, second in itertools.combinations(unit.labels, 2):
            assert not first.box.intersects(second.box)
        if view.body.geometry.column.narrow:
            line = theme.line_px("id_margin")
            assert all(abs(label.baseline - unit.number_baseline) >= line for label in unit.labels)
    edges = [edge for label in labels for edge in (label.box.left(), label.box.right())]
    assert min(edges) >= 0
    assert max(edges) <= view.viewport().width()
