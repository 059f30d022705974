"""What is no date is answered with the date that was meant, where that is plain."""

from __future__ import annotations

import pytest

from briefing_app.loading.date_hints import date_hint
from briefing_app.model.dates import EdtfDate


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("8/15/2021", "2021-08-15"),
        ("15th August 2021", "2021-08-15"),
        ("2021/08/15", "2021-08-15"),
        ("2021.8.5", "2021-08-05"),
        ("Q3 2021", "2021-07/2021-09"),
        ("2021-Q1", "2021-01/2021-03"),
        ("1998-4", "1998-04"),
        ("1998-4-3", "1998-04-03"),
        ("14/11/2026", "2026-11-14"),
        ("14.11.2026", "2026-11-14"),
        ("4/11/2026", ""),  # April or November
        ("November 2026", "2026-11"),
        ("14 Nov 2026", "2026-11-14"),
        ("Nov 14, 2026", "2026-11-14"),
        ("14 Sept 2026", "2026-09-14"),
        ("c. 1784", "1784~"),
        ("about 1784-03", "1784-03~"),
        ("1780s", "178X"),
        ("since 2021-08", "2021-08/.."),
        ("2001-2021", "2001/2021"),
        ("2001 - 2021", "2001/2021"),
        ("2026-11-09 - 2026-11-12", "2026-11-09/2026-11-12"),
        ("2001–2021", "2001/2021"),
        ("2001..2021", "2001/2021"),
        ("last year", ""),
        ("2023/2021", ""),
        ("2021-13", ""),
        ("", ""),
    ],
)
def test_the_date_that_was_meant(written: str, meant: str) -> None:
    assert date_hint(written) == (f"; did you mean '{meant}'?" if meant else "")
    if meant:
        assert EdtfDate(meant).display()
