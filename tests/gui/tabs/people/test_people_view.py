"""People and places: finding a name, reading its page, and going on from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6 import QtCore, QtGui

from briefing_app.gui.claims.claim_rows import ClaimRow
from briefing_app.gui.tabs.people.people_rows import (
    EntityRow,
    GroupRow,
    entity_target,
)
from briefing_app.gui.tabs.people.people_view import PeopleView
from briefing_app.gui.theme.theme import DARK, HIGH_CONTRAST, LIGHT, Theme
from briefing_app.gui.words.claim_record import claim_target
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.dates import EdtfDate
from briefing_app.model.entity import Entity, EntityKind
from briefing_app.model.entity_claims import EntityClaims

if TYPE_CHECKING:
    from briefing_app.gui.kit.page_list import PageList
    from briefing_app.model.briefing import Briefing

Key = QtCore.Qt.Key
CONTROL = QtCore.Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def make(qtbot):
    def made(briefing: Briefing, width: int = 1390, height: int = 740) -> PeopleView:
        view = PeopleView(CrossReferences(briefing), Theme(LIGHT))
        qtbot.addWidget(view)
        view.resize(width, height)
        with qtbot.waitExposed(view):
            view.show()
        return view

    return made


@pytest.fixture
def view(make, briefing):
    return make(briefing)


def type_name(view: PeopleView, qtbot, text: str) -> None:
    line = view._field.focusProxy()
    if text.isascii():
        qtbot.keyClicks(line, text)
    else:
        line.insert(text)  # as an input method does; Qt's key events of tests are ASCII


def names(view: PeopleView) -> list[str]:
    targets = [row.target for row in view._names.rows if row.target]
    return [target.partition(":")[2] for target in targets]


def sentences(page: PageList) -> list[str]:
    return [row.sentence for row in page.rows]


def click(qtbot, page: PageList, target: str, *, twice: bool = False) -> None:
    assert page.choose(target)
    box = page.visualRect(page.model().index(page.row_of(target), 0))
    left = QtCore.Qt.MouseButton.LeftButton
    qtbot.mouseClick(page.viewport(), left, pos=box.center())
    if twice:
        qtbot.mouseDClick(page.viewport(), left, pos=box.center())


def test_it_lists_every_name_under_its_kind_with_its_number_of_claims(view, briefing):
    assert sorted(names(view)) == sorted(entity.id for entity in briefing.entities)
    heads = [row.sentence for row in view._names.rows if isinstance(row, GroupRow)]
    assert heads[:2] == ["Groups: 5", "People: 6"]
    counted = sum("ttp" in (*claim.actors, *claim.places) for claim in briefing.claims)
    said = next(row.sentence for row in view._names.rows if row.target == "entity:ttp")
    assert said.startswith(f"Tehrik-e-Taliban Pakistan, {counted} claims, also: TTP")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ttp", "ttp"),
        ("TEHREEK", "ttp"),
        ("tehrik e taliban", "ttp"),
        ("تحریک", "ttp"),
        ("تحريك", "ttp"),  # the Arabic forms of the letters
        ("القاعدة", "al-qaeda"),
        ("isk", "iskp"),
        ("zulfiqar bhutto", "zulfikar-ali-bhutto"),
        ("Bórhanuddin", "burhanuddin-rabbani"),
    ],
)
def test_a_name_is_found_by_any_spelling_in_any_script(view, qtbot, typed, found):
    type_name(view, qtbot, typed)
    assert found in names(view)
    assert len(names(view)) < 5


def test_a_name_that_is_not_there_says_so_and_esc_brings_all_back(view, qtbot, briefing):
    type_name(view, qtbot, "zanzibar")
    assert names(view) == []
    assert view._none.isVisible()
    assert view._names.accessibleDescription() == view._none.text()
    qtbot.keyClick(view._field.focusProxy(), Key.Key_Escape)
    assert len(names(view)) == len(briefing.entities)


def test_enter_in_the_field_opens_the_first_name_and_down_leads_into_the_list(view, qtbot):
    field = view._field.focusProxy()
    qtbot.keyClicks(field, "peshawar accord")
    with qtbot.waitSignal(view.item_changed) as heard:
        qtbot.keyClick(field, Key.Key_Return)
    assert heard.args == ["peshawar-accord"] == [view.item()]
    field.clear()
    field.setFocus()
    qtbot.keyClick(field, Key.Key_Down)
    assert view._names.hasFocus()


def test_arrow_keys_turn_the_pages_past_the_heads(view, qtbot):
    view._names.setFocus(QtCore.Qt.FocusReason.TabFocusReason)
    order = names(view)
    assert view.item() == order[0]
    qtbot.keyClick(view._names, Key.Key_End)
    assert view.item() == order[-1]
    qtbot.keyClick(view._names, Key.Key_Home)
    for name in order[1:7]:  # from the groups into the people
        qtbot.keyClick(view._names, Key.Key_Down)
        assert view.item() == name


def test_the_page_says_kind_name_note_and_claims_in_time_order(view, briefing):
    assert view.show_item("ttp")
    said = sentences(view._page)
    assert said[:3] == [
        "Group",
        "Tehrik-e-Taliban Pakistan",
        "Has a relationship with the Afghan Taliban.",
    ]
    assert said[3].endswith("1 source, 2 origins")
    claims = [row.claim for row in view._page.rows if isinstance(row, ClaimRow)]
    assert {c.id for c in claims} == {
        c.id for c in briefing.claims if "ttp" in (*c.actors, *c.places)
    }
    begun = [claim.date.first_day for claim in claims if claim.date and claim.date.first_day]
    assert begun == sorted(begun)
    order = [claim.id for claim in claims]
    assert order.index("R20") < order.index("R17")  # before November 2021, in November 2021
    first_undated = next(n for n, claim in enumerate(claims) if claim.date is None)
    assert all(claim.date is None for claim in claims[first_undated:])
    assert view._page.accessibleName() == "Tehrik-e-Taliban Pakistan"


def test_every_spelling_stands_there_and_arabic_script_is_set_in_naskh(view, briefing):
    view.show_item("ttp")
    said = sentences(view._aside)
    entity = next(e for e in briefing.entities if e.id == "ttp")
    for spelling in entity.spellings:
        assert any(line.partition(",")[0] == spelling for line in said)
    assert "TTP, short form" in said


def test_who_is_named_as_well_comes_by_shared_claims_and_opens(view, qtbot, briefing):
    view.show_item("ttp")
    links = [row for row in view._aside.rows if row.target.startswith("entity:")]
    assert links[0].target == "entity:pakistan"
    shared = sum({"ttp", "pakistan"} <= {*claim.actors, *claim.places} for claim in briefing.claims)
    said = f"Pakistan, {shared} claims in common, mostly reported, both act"
    assert links[0].sentence == said
    with qtbot.waitSignal(view.item_changed):
        click(qtbot, view._aside, "entity:afghan-taliban")
    assert view.item() == "afghan-taliban"
    assert view._names.current_target() == "entity:afghan-taliban"


def test_a_claim_is_selected_by_enter_and_shown_in_the_text_by_ctrl_enter(view, qtbot):
    view.show_item("ttp")
    view._page.setFocus(QtCore.Qt.FocusReason.TabFocusReason)
    first = view._page.current_target().partition(":")[2]
    with qtbot.waitSignal(view.claim_selected) as selected:
        qtbot.keyClick(view._page, Key.Key_Return)
    with qtbot.waitSignal(view.claim_activated) as activated:
        qtbot.keyClick(view._page, Key.Key_Return, CONTROL)
    assert selected.args == activated.args == [first]


def test_a_double_click_shows_a_claim_in_the_text(view, qtbot):
    view.show_item("ttp")
    with qtbot.waitSignal(view.claim_activated) as heard:
        click(qtbot, view._page, claim_target("R9"), twice=True)
    assert heard.args == ["R9"]


def test_read_about_it_in_leads_to_the_paragraph(view, qtbot):
    view.show_item("ttp")
    link = next(row for row in view._aside.rows if row.target.startswith("place:terrorism"))
    assert link.sentence.startswith("Terrorism ¶3, 4, 6–10, ")
    with qtbot.waitSignal(view.place_requested) as heard:
        click(qtbot, view._aside, link.target)
    assert heard.args == ["terrorism", 3]


def test_an_entity_that_no_claim_names_is_looked_for_in_the_text(briefing):
    extra = Entity("capital", EntityKind.TERM, "Islamabad")
    changed = msgspec.structs.replace(briefing, entities=(*briefing.entities, extra))
    claims = EntityClaims(CrossReferences(changed))
    passages = claims.passages("capital")
    assert {passage.section for passage in passages} >= {"history", "takeover"}
    assert all(passage.claims == 0 for passage in passages)


def test_opening_from_elsewhere_lifts_a_filter_that_hides_the_name(view, qtbot):
    type_name(view, qtbot, "doha")
    assert view.show_item("ttp")
    assert "ttp" in names(view)
    assert view._names.current_target() == entity_target("ttp")
    assert not view.show_item("nobody")
    assert view.item() == "ttp"


def test_selected_claims_and_hits_are_shown(view):
    view.show_item("ttp")
    plain = view._page.grab().toImage()
    view.select_claim("R7")
    lit = view._page.grab().toImage()
    assert lit != plain
    view.select_claim(None)
    assert view._page.grab().toImage() == plain
    view.set_hits(lambda _text: [(0, 5)])
    assert view._page.grab().toImage() != plain
    assert view.prose_views() == []


def test_without_room_the_aside_follows_the_claims(make, briefing):
    view = make(briefing, width=760)
    view.show_item("ttp")
    assert not view._aside.isVisible()
    assert "TTP, short form" in sentences(view._page)
    view.resize(1390, 740)
    assert view._aside.isVisible()
    assert "TTP, short form" not in sentences(view._page)


@pytest.mark.parametrize("scheme", [LIGHT, DARK, HIGH_CONTRAST])
@pytest.mark.parametrize("width", [1390, 980, 560])
def test_every_row_has_room_for_its_words(make, briefing, scheme, width):
    view = make(briefing, width=width)
    view.set_theme(Theme(scheme, reading_px=24))
    view.show_item("ttp")
    for page in (view._names, view._page, view._aside):
        if page.isVisible():
            for number, row in enumerate(page.rows):
                needed = row.height(page._look, page.words_px())
                assert page.rowHeight(number) == needed
                assert row.sentence


def test_it_is_mirrored(make, briefing):
    view = make(briefing)
    view.setLayoutDirection(QtCore.Qt.LayoutDirection.RightToLeft)
    assert view._names.x() > view._page.x() > view._aside.x()
    assert view._page._look.mirrored


def test_a_screen_reader_hears_every_row(view):
    view.show_item("ttp")
    table = QtGui.QAccessible.queryAccessibleInterface(view._page)
    said = [table.child(n).text(QtGui.QAccessible.Text.Name) for n in range(table.childCount())]
    assert any("R7. A UN report warned" in line for line in said)


def test_thousands_of_names_and_claims_stay_quick(make, briefing):
    """Counted in rows that are measured, not in time: the machine is shared."""
    many = tuple(Entity(f"e{n}", EntityKind.PLACE, f"Place {n}") for n in range(2000))
    claims = tuple(
        msgspec.structs.replace(
            briefing.claims[n % 71],
            id=f"C{n}",
            date=EdtfDate(f"{1950 + n % 60}"),
            actors=("e0", f"e{n % 2000}"),
            places=(),
            relations=(),
        )
        for n in range(20_000)
    )
    view = make(msgspec.structs.replace(briefing, entities=many, claims=claims, options=()))
    measured = 0
    height = ClaimRow.height

    def counting(row: ClaimRow, look: object, width: int) -> int:
        nonlocal measured
        measured += 1
        return height(row, look, width)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(ClaimRow, "height", counting)
        view.show_item("e1")
        view.show_item("e0")
        view._page.grab()
        assert len(view._page.rows) > 20_000
        view._page.scrollToBottom()
        view._page.grab()
    assert measured < 400
    assert sum(isinstance(row, EntityRow) for row in view._names.rows) == 2000
