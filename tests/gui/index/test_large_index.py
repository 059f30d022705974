"""A briefing that is large enough for an index file, in the window."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtWidgets

from briefing_app.errors import SearchIndexError
from briefing_app.gui.index.claim_index_panel import ClaimIndexPanel
from briefing_app.gui.index.claim_list import ClaimList
from briefing_app.gui.index.list_bar import ListBar
from briefing_app.gui.index.no_results import NoResults
from briefing_app.gui.index.search_remarks import SearchRemarks
from briefing_app.gui.index.suggestion_popup import SuggestionPopup
from briefing_app.gui.kit.painted_buttons import LinkButton
from briefing_app.gui.theme.theme import Theme
from briefing_app.model.claim import ClaimType
from briefing_app.model.cross_references import CrossReferences
from briefing_app.search.answer.hit_list import HitList
from briefing_app.search.engines.file import finding
from briefing_app.search.engines.file.database import IndexDatabase
from briefing_app.search.engines.file.large_index import open_index
from briefing_app.search.engines.memory.memory_index import make_memory_index
from briefing_app.search.results import ClaimHit, Filters, Order
from tests.benchmarks.synthetic_claims import make_briefing

COUNT = 2_000


@pytest.fixture(scope="module")
def references():
    return CrossReferences(make_briefing(COUNT))


@pytest.fixture(scope="module")
def index(references, tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        options = {"progress": lambda *_: None, "cancelled": lambda: False}
        index = open_index(references.briefing, references, **options)
    yield index
    index.close()


@pytest.fixture
def panel(qtbot, references, index):
    panel = ClaimIndexPanel(references, Theme("light"))
    qtbot.addWidget(panel)
    panel.resize(484, 840)
    panel.show()
    panel.set_index(index)
    qtbot.waitUntil(lambda: not is_busy(panel))
    return panel


def is_busy(panel) -> bool:
    return panel._claim_search.is_busy()


def counted(panel) -> str:
    return panel.findChild(ListBar).accessibleName()


def listed(panel) -> list[str]:
    model = panel.findChild(ClaimList).model()
    return [model.row(n) for n in range(model.rowCount())]


def ask(qtbot, panel, query: str) -> None:
    panel.set_query(query)
    qtbot.waitUntil(lambda: not is_busy(panel))


def test_all_claims_can_be_scrolled_to(panel):
    assert counted(panel) == "2,000 claims"
    assert panel.findChild(ClaimList).model().rowCount() == COUNT


def test_the_answer_comes_from_a_thread(qtbot, panel, index, monkeypatch):
    asked = []
    search = index.search

    def watched(*arguments, **options):
        asked.append(QtCore.QThread.currentThread())
        return search(*arguments, **options)

    monkeypatch.setattr(index, "search", watched)
    ask(qtbot, panel, "police")
    assert "of 2,000" in counted(panel)
    assert asked
    assert QtWidgets.QApplication.instance().thread() not in asked


def test_the_ranked_answer_replaces_the_first(qtbot, panel, index, monkeypatch):
    monkeypatch.setattr(finding, "RANKED", 0)
    monkeypatch.setattr(finding, "SCORED", 20)
    answers = []
    panel.status_changed.connect(answers.append)
    ask(qtbot, panel, "the")
    expected = index.search("the", Filters(), Order.BEST)
    assert len(answers) == 2
    assert answers[0].startswith("up to ")
    assert answers[1].startswith(f"{expected.total:,} claims")
    assert counted(panel) == f"{expected.total:,} claims of 2,000"


def test_only_the_last_key_press_is_answered(qtbot, panel):
    heard = []
    panel._claim_search.answered.connect(lambda results: heard.append(results.query))
    for end in range(1, len("ceasefire") + 1):
        panel.set_query("ceasefire"[:end])
    qtbot.waitUntil(lambda: not is_busy(panel))
    assert heard == ["ceasefire"]
    assert "of 2,000" in counted(panel)


def test_without_results_the_filter_that_hides_them_is_named(qtbot, panel):
    panel.set_filters(Filters(types=frozenset({ClaimType.EVENT})))
    ask(qtbot, panel, "zzzz")
    assert counted(panel).startswith("No claims")
    nothing = panel.findChild(NoResults)
    assert nothing.isVisible()
    ask(qtbot, panel, "type:fact police")
    assert nothing.isVisible()
    offers = [link.text() for link in nothing.findChildren(LinkButton) if link.isVisible()]
    assert offers[0] == "without the filter Event"


def test_a_claim_is_found_in_the_list_by_its_id(qtbot, panel):
    ask(qtbot, panel, "police")
    claims = panel.findChild(ClaimList)
    model = claims.model()
    hit = model.row(7)
    assert model.row_of_claim(hit.id) == 7
    panel.select_claim(hit.id)
    assert panel.current_claim() == hit.id
    assert model.row_of_claim("nobody") == -1


def test_what_is_found_is_told_without_making_every_hit(qtbot, panel, index, monkeypatch):
    made, told = [], []
    get = HitList.__getitem__
    monkeypatch.setattr(
        HitList, "__getitem__", lambda hits, row: made.append(row) or get(hits, row)
    )
    panel.claims_found.connect(told.append)
    ask(qtbot, panel, "the")
    asked_for = len(made)
    expected = index.search("the", Filters(), Order.BEST)
    assert asked_for < expected.total == len(told[-1])
    assert told[-1] == {hit.id for hit in expected.claims}


def test_an_index_that_cannot_be_read_is_told(qtbot, panel, index, monkeypatch):
    def broken(*_arguments, **_options):
        raise SearchIndexError("The search index cannot be read.")

    monkeypatch.setattr(index, "search", broken)
    with qtbot.waitSignal(panel.status_changed) as said:
        panel.set_query("police")
    assert said.args == ["The search index cannot be read."]


@pytest.mark.parametrize(
    "query",
    [
        "id:C1",
        "id:zz police",
        "polise",
        "polise OR ceasefire",
        "actor:e1 the",
        "actr:e1",
        "zz-zz the",
    ],
)
def test_the_window_never_waits_for_the_index_file(qtbot, panel, monkeypatch, query):
    asked_in = set()
    rows = IndexDatabase.rows

    def watched(database, *arguments):
        asked_in.add(QtCore.QThread.currentThread())
        return rows(database, *arguments)

    marks = []
    panel.query_changed.connect(marks.append)
    monkeypatch.setattr(IndexDatabase, "rows", watched)
    ask(qtbot, panel, query)
    claims = panel.findChild(ClaimList)
    model = claims.model()
    for number in range(min(model.rowCount(), 60)):
        model.index(number, 0).data(11)  # what a screen reader is told
    claims.grab()
    if listed(panel):
        panel.select_claim(next(hit.id for hit in listed(panel) if isinstance(hit, ClaimHit)))
    assert marks[-1]("the police and a ceasefire") is not None
    assert asked_in
    assert QtWidgets.QApplication.instance().thread() not in asked_in


def test_fields_and_values_are_completed_but_ids(qtbot, panel, index):
    window = panel.window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    panel.focus_search()
    line = QtWidgets.QApplication.focusWidget()
    qtbot.waitUntil(lambda: panel._field._suggest is not None)
    qtbot.keyClicks(line, "type:ev")
    popup = window.findChild(SuggestionPopup)
    (suggestion,) = popup.suggestions()
    assert popup.isVisible()
    found = index.search("type:event", Filters(), Order.BEST).total
    assert (suggestion.text, suggestion.count) == ("event", found)
    panel.set_query("")
    qtbot.keyClicks(line, "id:C1")
    assert not popup.isVisible()


@pytest.mark.parametrize("field", ["actor", "place", "section", "type", "family", "tag", "status"])
def test_values_are_counted_as_the_index_in_memory_counts_them(references, index, field):
    expected = make_memory_index(references.briefing, references=references).value_counts()
    found = {value: n for value, n in index.value_counts()[field].items() if n}
    assert found == expected[field]


def test_the_list_is_not_emptied_while_typing(qtbot, panel):
    panel.focus_search()
    field = panel.focusWidget()
    rows = panel.findChild(ClaimList).model().rowCount
    for letter in "police zqxj":
        qtbot.keyClicks(field, letter)
        assert rows() > 0
    qtbot.waitUntil(lambda: "so far" in panel.findChild(SearchRemarks).accessibleName())
    assert rows() > 0
    assert not panel.findChild(NoResults).isVisible()
    qtbot.waitUntil(panel.findChild(NoResults).isVisible)  # after a while it is typed to its end
