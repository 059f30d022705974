"""Filter chips as a reader uses them: pointer, keys, menus."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtWidgets

from briefing_app.gui.index.filter_chip import FilterChip
from briefing_app.gui.index.filter_chips import FilterChips
from briefing_app.gui.theme.theme import Theme
from briefing_app.model.claim import ClaimType, Confidence, Family
from briefing_app.search.results import Facets, FacetValue, Filters

Key = QtCore.Qt.Key
LEFT = QtCore.Qt.MouseButton.LeftButton
FACETS = Facets(
    families=(
        FacetValue("reported", 44),
        FacetValue("said", 9),
        FacetValue("judged", 17),
        FacetValue("advised", 0),
    ),
    types=(FacetValue("event", 30), FacetValue("assessment", 17)),
    sections=(FacetValue("terrorism", 23), FacetValue("policy-options", 12)),
    actors=(FacetValue("ttp", 14), FacetValue("pakistan", 40)),
    places=(FacetValue("afghanistan", 22),),
    dates=(FacetValue("2021", 12), FacetValue("195X", 1)),
    confidences=(FacetValue("not-stated", 17),),
)


@pytest.fixture
def chips(qtbot, references):
    chips = FilterChips(references, Theme("light"))
    qtbot.addWidget(chips)
    chips.set_facets(FACETS)
    chips.resize(452, 100)
    chips.show()
    chips.activateWindow()
    qtbot.waitUntil(chips.isActiveWindow)
    return chips


def chip(chips: FilterChips, text: str) -> FilterChip:
    return next(c for c in chips.findChildren(FilterChip) if c.text() == text and c.isVisible())


def texts(chips: FilterChips) -> list[str]:
    return [c.text() for c in chips.findChildren(FilterChip) if c.isVisible()]


def test_families_come_first_with_their_counts(chips):
    assert texts(chips)[:4] == ["Reported", "Said", "Judged", "Advised"]
    assert chip(chips, "Reported").accessibleName() == "Reported, 44 claims"
    assert not chip(chips, "Said").is_off
    assert chip(chips, "Advised").is_off


def test_a_family_goes_on_and_off(qtbot, chips):
    with qtbot.waitSignal(chips.filters_changed) as heard:
        qtbot.mouseClick(chip(chips, "Judged"), LEFT)
    assert heard.args == [Filters(families=frozenset({Family.JUDGED}))]
    qtbot.mouseClick(chip(chips, "Said"), LEFT)
    assert chips.filters().families == {Family.JUDGED, Family.SAID}
    qtbot.mouseClick(chip(chips, "Judged"), LEFT)
    qtbot.mouseClick(chip(chips, "Said"), LEFT)
    assert not chips.filters()


def test_an_off_chip_can_still_be_reached_and_pressed(qtbot, chips):
    off = chip(chips, "Advised")
    off.setFocus()
    assert off.hasFocus()
    qtbot.keyClick(off, Key.Key_Return)
    assert chips.filters().families == {Family.ADVISED}
    assert not off.is_off


def test_arrow_keys_move_and_stop_at_the_ends(qtbot, chips):
    order = ["Reported", "Said", "Judged", "Advised", "Type"]
    chip(chips, "Reported").setFocus()
    qtbot.keyClick(chips.focusWidget(), Key.Key_Left)
    assert chips.focusWidget().text() == "Reported"
    for text in order[1:]:
        qtbot.keyClick(chips.focusWidget(), Key.Key_Right)
        assert chips.focusWidget().text() == text


def test_arrow_keys_are_mirrored(qtbot, chips):
    chips.setLayoutDirection(QtCore.Qt.LayoutDirection.RightToLeft)
    chip(chips, "Reported").setFocus()
    assert chip(chips, "Reported").x() > chip(chips, "Said").x()
    qtbot.keyClick(chips.focusWidget(), Key.Key_Left)
    assert chips.focusWidget().text() == "Said"


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("types", ["Event\t30", "Assessment\t17"]),
        ("sections", ["Terrorism\t23", "Policy options\t12"]),
        ("actors", ["TTP\t14", "Pakistan\t40"]),
        ("places", ["Afghanistan\t22"]),
        ("dates", ["2021\t12", "1950s\t1"]),
        ("confidences", ["Confidence not stated\t17"]),
    ],
)
def test_menus_name_their_values(chips, field, expected):
    assert [action.text() for action in chips.make_menu(field).actions()] == expected


def open_menu(qtbot, chips: FilterChips, title: str) -> QtWidgets.QMenu:
    chip(chips, title).setFocus()
    qtbot.keyClick(chip(chips, title), Key.Key_Down)
    qtbot.waitUntil(lambda: QtWidgets.QApplication.activePopupWidget() is not None)
    menu = QtWidgets.QApplication.activePopupWidget()
    assert isinstance(menu, QtWidgets.QMenu)
    return menu


def test_several_values_of_a_menu_by_keys(qtbot, chips):
    menu = open_menu(qtbot, chips, "Type")
    for key in (Key.Key_Down, Key.Key_Space, Key.Key_Down, Key.Key_Space):
        qtbot.keyClick(menu, key)
    assert menu.isVisible()
    qtbot.keyClick(menu, Key.Key_Escape)
    assert not menu.isVisible()
    assert chips.filters().types == {ClaimType.EVENT, ClaimType.ASSESSMENT}
    assert chip(chips, "Event").isChecked()
    assert chip(chips, "Assessment").accessibleName() == "Type: Assessment, remove"


def test_a_value_by_the_pointer_keeps_the_menu_open(qtbot, chips):
    menu = open_menu(qtbot, chips, "Actor")
    qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(menu.actions()[0]).center())
    assert menu.isVisible()
    assert chips.filters().actors == {"ttp"}
    menu.close()


def test_a_value_chip_takes_itself_off(qtbot, chips):
    chips.set_filters(Filters(actors=frozenset({"ttp"}), dates=frozenset({"195X"})))
    qtbot.mouseClick(chip(chips, "1950s"), LEFT)
    assert chips.filters() == Filters(actors=frozenset({"ttp"}))
    assert "1950s" not in texts(chips)
    assert chip(chips, "Date").hasFocus()


def test_a_chosen_value_without_claims_stays_in_its_menu(chips):
    chips.set_filters(Filters(places=frozenset({"kabul"})))
    actions = chips.make_menu("places").actions()
    assert [(a.data(), a.isChecked()) for a in actions] == [("afghanistan", False), ("kabul", True)]


def test_clear_all(qtbot, chips):
    clear = next(
        b for b in chips.findChildren(QtWidgets.QAbstractButton) if b.text() == "Clear all"
    )
    assert not clear.isVisible()
    chips.set_filters(
        Filters(families=frozenset({Family.SAID}), confidences=frozenset({Confidence.NOT_STATED}))
    )
    assert clear.isVisible()
    with qtbot.waitSignal(chips.filters_changed) as heard:
        qtbot.mouseClick(clear, LEFT)
    assert heard.args == [Filters()]
    assert not clear.isVisible()
    assert not chip(chips, "Said").isChecked()


def test_the_same_filters_give_no_signal(qtbot, chips):
    chips.set_filters(Filters(actors=frozenset({"ttp"})))
    with qtbot.assertNotEmitted(chips.filters_changed):
        chips.set_filters(Filters(actors=frozenset({"ttp"})))


def test_chips_wrap(chips):
    chips.set_filters(Filters(actors=frozenset({"ttp", "pakistan", "afghan-taliban"})))
    assert chips.heightForWidth(200) > chips.heightForWidth(328) > chips.heightForWidth(900)
    chips.resize(200, chips.heightForWidth(200))
    boxes = [c.geometry() for c in chips.findChildren(FilterChip) if c.isVisible()]
    assert all(chips.rect().contains(box) for box in boxes)
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])
