"""Key judgements: how sure they are and why, how likely, and what speaks against them."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6 import QtCore, QtGui

from briefing_app import paths
from briefing_app.gui.claims.claim_line import ClaimLine
from briefing_app.gui.claims.likelihood_band import band_width, draw_band
from briefing_app.gui.kit.painted_buttons import LinkButton
from briefing_app.gui.kit.pen import Pen
from briefing_app.gui.tabs.overview.judgement_card import JudgementCard
from briefing_app.gui.tabs.overview.judgement_list import CounterClaims
from briefing_app.gui.tabs.overview.overview_view import OverviewView
from briefing_app.gui.theme.theme import LIGHT, Theme
from briefing_app.loading.load_briefing import load_briefing
from briefing_app.model.claim import Likelihood, Relation, RelationType
from briefing_app.model.cross_references import CrossReferences

EVERYTHING = Path(__file__).parents[3] / "fixtures" / "valid" / "everything"
Direction = QtCore.Qt.LayoutDirection


def no_picture(_path: str) -> bytes:
    raise AssertionError("no picture is named here")


@pytest.fixture
def make(qtbot):
    def made(briefing) -> OverviewView:
        view = OverviewView(CrossReferences(briefing), Theme(LIGHT), no_picture)
        qtbot.addWidget(view)
        view.resize(956, 740)
        with qtbot.waitExposed(view):
            view.show()
        view.prose_views()  # builds what would follow the first paint
        return view

    return made


@pytest.fixture
def everything(make):
    return make(load_briefing(EVERYTHING).briefing)


def test_a_judgement_says_how_sure_it_is_why_and_what_stands_against_it(everything):
    flood, reopen, dredge = everything.findChildren(JudgementCard)
    assert flood.accessibleName() == (
        "E5. The flood is the cause of the closure. Assessment, disputed, moderate confidence, "
        "2 sources, 1 origin, Judgements ¶1. "
        "Basis: The gauge, and the survey that cites it."
    )
    assert "likely (55–80%) within Mar–Aug 2024" in reopen.accessibleName()
    assert "nothing here against it" in reopen.accessibleName()
    assert "what the source asks for" in dredge.accessibleName()
    against = next(line for line in everything.findChildren(ClaimLine) if line.claim_id == "E8")
    assert against.accessibleName().startswith("E5 stands against: E8. ")
    assert flood.geometry().bottom() < against.y()
    assert against.x() > flood.x()


def test_a_claim_against_a_judgement_is_selected_by_keys(qtbot, everything):
    against = next(line for line in everything.findChildren(ClaimLine) if line.claim_id == "E8")
    with qtbot.waitSignal(everything.claim_selected) as caught:
        qtbot.keyClick(against, QtCore.Qt.Key.Key_Return)
    assert caught.args == ["E8"]


def test_many_claims_against_a_judgement_are_counted(qtbot, make, briefing):
    against = tuple(
        msgspec.structs.replace(
            briefing.claims[number], id=f"X{number}",
            relations=(Relation(RelationType.UNDERCUTS, "K13"),),
        )
        for number in range(5)
    )  # fmt: skip
    view = make(msgspec.structs.replace(briefing, claims=(*briefing.claims, *against)))
    listed = view._sheet.findChild(CounterClaims)
    assert [line.claim_id for line in listed.lines] == ["X0", "X1", "X2"]
    (more,) = [b for b in view.findChildren(LinkButton) if "more" in b.text()]
    assert more.text() == "2 more on the claim card"
    with qtbot.waitSignal(view.claim_selected) as caught:
        qtbot.keyClick(more, QtCore.Qt.Key.Key_Return)
    assert caught.args == ["K13"]


@pytest.mark.parametrize("direction", [Direction.LeftToRight, Direction.RightToLeft])
@pytest.mark.parametrize("likelihood", list(Likelihood))
def test_the_band_is_drawn_where_it_lies(qtbot, likelihood, direction):
    theme = Theme(LIGHT)
    mirrored = direction is Direction.RightToLeft
    picture = QtGui.QImage(300, 20, QtGui.QImage.Format.Format_RGB32)
    picture.fill(theme.colour("paper"))
    painter = QtGui.QPainter(picture)
    draw_band(Pen(painter, theme, 300, mirrored=mirrored), likelihood, 10, 10)
    painter.end()
    width = band_width(theme)
    low, high = likelihood.band_percent
    wanted = {10 + width * low / 100 + 2, 10 + width * high / 100 - 2}
    judged = theme.colour("judged").rgb()
    filled = [x for x in range(300) if picture.pixel(x, 10) == judged]
    if mirrored:
        filled = [299 - x for x in filled]
    assert min(filled) <= min(wanted) + 2
    assert max(filled) >= max(wanted) - 2
    assert max(filled) - min(filled) < width * (high - low) / 100 + 4


def test_what_stands_against_a_judgement_s_option_stands_below_it(make):
    """The handout says so too: neither may say that nothing is against it."""
    view = make(load_briefing(paths.shipped_briefing()).briefing)
    lines = {line.accessibleName()[:40] for line in view.findChildren(ClaimLine)}
    assert {name.split(": ")[0] for name in lines if name.startswith("O4 ")} == {
        "O4 against its option"
    }
    shown = [line.claim_id for line in view.findChildren(ClaimLine)]
    assert {"O3", "O8"} <= set(shown)
    card = next(c for c in view.findChildren(JudgementCard) if c.claim_id == "O4")
    assert "nothing here against it" not in card.accessibleName()
