"""Preparer, subtitle, edition and handling stand on the overview, as on paper."""

from __future__ import annotations

import msgspec
import pytest
from PySide6 import QtWidgets

from briefing_app.gui.tabs.overview.imprint import imprint_words
from briefing_app.model.briefing import Handling


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "Prepared by Briefing Viewer project  ·  Edition 1.0.0, 22 Nov 2026  ·  TLP:CLEAR"),
        ({"prepared_by": ""}, "Edition 1.0.0, 22 Nov 2026  ·  TLP:CLEAR"),
        ({"prepared_by": "", "handling": None}, "Edition 1.0.0, 22 Nov 2026"),
        ({"prepared_by": "A Desk", "handling": Handling.RED, "version": "2"},
         "Prepared by A Desk  ·  Edition 2, 22 Nov 2026  ·  TLP:RED"),
    ],
)  # fmt: skip
def test_the_quiet_line(briefing, changes, words) -> None:
    assert imprint_words(msgspec.structs.replace(briefing, **changes)) == words


def test_a_reader_sees_it_first(desk, briefing) -> None:
    desk.window.jumps.go_to_section("overview")
    desk.settle()
    page = desk.window.stack.current_page()
    labels = [label for label in page.findChildren(QtWidgets.QLabel) if label.isVisible()]
    labels.sort(key=lambda label: label.mapTo(page, label.rect().topLeft()).y())
    assert [label.text() for label in labels[:2]] == [briefing.subtitle, imprint_words(briefing)]
