"""The file name that a handout is offered under."""

from __future__ import annotations

import pytest

from briefing_app.handout.file_name import suggested_file_name
from briefing_app.model.dates import EdtfDate
from tests.handout.conftest import small_briefing


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "a-small-briefing-1.0.0-2026-11-22.pdf"),
        ({"title": "Pakistan’s CON: a/b\\c?*"}, "pakistans-con-a-b-c-1.0.0-2026-11-22.pdf"),
        ({"title": "../../etc/passwd"}, "etc-passwd-1.0.0-2026-11-22.pdf"),
        ({"title": "CON", "version": "", "id": "x"}, "con-2026-11-22.pdf"),
        ({"title": "con.x"}, "briefing-con.x-1.0.0-2026-11-22.pdf"),
        ({"title": "…"}, "small-1.0.0-2026-11-22.pdf"),
        ({"title": "طالبان"}, "طالبان-1.0.0-2026-11-22.pdf"),
        ({"issued": EdtfDate("2020/..")}, "a-small-briefing-1.0.0-2020.pdf"),
    ],
)
def test_file_name(changes, expected):
    assert suggested_file_name(small_briefing(**changes)) == expected


@pytest.mark.parametrize("title", ["word " * 100, "ط" * 300, "x" * 300])
def test_a_file_name_fits(title):
    name = suggested_file_name(small_briefing(title=title))
    assert len(name.encode()) < 200
    assert name.endswith("-1.0.0-2026-11-22.pdf")
    assert not name.startswith("-")
