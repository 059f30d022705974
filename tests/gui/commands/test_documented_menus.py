"""README.md and the manual name the menus' entries and keys as they are, and the manual all."""

from __future__ import annotations

import re

import pytest
from PySide6 import QtGui

from briefing_app.gui.commands.command_entries import plain_words
from briefing_app.gui.commands.key_words import view_keys
from briefing_app.gui.export.column_list import ColumnList
from briefing_app.gui.kit.page_list import PageList
from tests.architecture.documents import DOCUMENTS, SECTIONS

PAGE, SETTINGS = SECTIONS["keyboard"], SECTIONS["settings"]
ONLY_ON_WINDOWS = {"Ctrl+F4"}
RARE = {"Open", "Close", "Copy", "Find", "Zoom Out", "Help"}  # keys that few keyboards have
MENUS = ("File", "Edit", "View", "Go", "Tools", "Help")
KEY = r"(?:(?:Ctrl|Alt|Shift)\+)+(?:Page Down|Page Up|\w+|[-+=?])|\bF\d+\b"
ELSEWHERE = {"Ctrl+C": "a terminal’s own"}
COMPARED_BELOW = {"In a list of claims", "In the export window"}
COMPARED_BY_THE_DIALOG = {"In the handout"}


def written(keys: str) -> list[str]:
    """Return the keys of a cell, as Qt writes them."""
    some = re.findall(r"Ctrl\+1 to Ctrl\+9", keys)
    if some:
        return [f"Ctrl+{number}" for number in range(1, 10)]
    named = keys.replace("Page Down", "PgDown").replace("Page Up", "PgUp")
    return [key for key in re.split(r", |; ", named) if key]


def bound(action: QtGui.QAction) -> list[str]:
    """Return the keys of an entry; of a submenu, those of its choices."""
    actions = action.menu().actions() if action.menu() else [action]
    keys = [sequence.toString() for each in actions for sequence in each.shortcuts()]
    return [key for key in keys if key not in RARE | ONLY_ON_WINDOWS]


def entries(window) -> dict[str, list[QtGui.QAction]]:
    """Return the entries of each menu, rules left out."""
    return {
        plain_words(top.text()): [a for a in top.menu().actions() if not a.isSeparator()]
        for top in window.menuBar().actions()
    }


def test_the_manual_has_every_entry_of_the_menus_with_its_keys(desk) -> None:
    real = {
        (menu, action.text().replace("&", "")): bound(action)
        for menu, actions in entries(desk.window).items()
        for action in actions
    }
    told = {
        (menu, entry): written(row[1][0])
        for menu in MENUS
        for entry, row in PAGE.table(menu).items()
    }
    assert list(told) == list(real)
    sections = ("Go", "Section")
    assert real.pop(sections) == told.pop(sections)[: desk.window.tab_bar.count()]
    assert told == real


@pytest.mark.parametrize("place", [place for place, _ in view_keys()])
def test_the_manual_has_every_key_without_a_menu(place) -> None:
    rows = PAGE.table(place)
    for row in dict(view_keys())[place]:
        assert rows[row.keys][1][0].startswith(row.words[0].lower() + row.words[1:])


def test_every_way_through_the_menus_is_there(desk) -> None:
    """`File › Handout… (Ctrl+Shift+P)`: that menu has that entry, with that key."""
    names = {
        menu: {plain_words(action.text()): bound(action) for action in actions}
        for menu, actions in entries(desk.window).items()
    }
    texts = [p.text for document in DOCUMENTS for p in document.of_kind("text", "cell")]
    ways = [
        (way[1], text[way.end() :])
        for text in texts
        for way in re.finditer(rf"\b({'|'.join(MENUS)}) [>›] ", text)
    ]
    assert len(ways) > 25
    for menu, rest in ways:
        entry = max((n for n in names[menu] if rest.startswith(n)), key=len, default="")
        assert entry, f"{menu} > {rest}"
        key = re.match(rf"{re.escape(entry)}…? \(({KEY})\)", rest)
        assert key is None or key[1] in names[menu][entry], f"{menu} > {rest}"


def test_every_setting_is_where_the_manual_says(desk) -> None:
    """The menu's choice changes the setting that its row names."""
    told = {name: row[1][0] for name, row in SETTINGS.table("").items()}
    ways = {name: re.search(r"\((\w+ > [^,)]+)", words) for name, words in told.items()}
    assert [name for name, way in ways.items() if way is None] == ["open_last_briefing", "editor"]
    table, store = desk.window.actions_table, desk.window.settings
    by_way = {
        f"{menu} > {plain_words(action.text())}": action
        for menu, actions in entries(desk.window).items()
        for action in actions
    }
    for name, way in ways.items():
        if way is None:
            continue
        before = getattr(store.current, name)
        action = by_way[way[1]]
        inner = table.submenu_of(action)
        if inner is not None:
            action = next(choice for choice in inner.actions() if not choice.isChecked())
        action.trigger()
        assert getattr(store.current, name) != before, name


def keys_in(text: str) -> set[str]:
    return set(re.findall(KEY, text)) - set(ELSEWHERE)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_every_key_that_is_named_is_in_the_lists_of_keys(document) -> None:
    listed = {
        key
        for table in PAGE.tables
        for row in table.rows
        for cell in row[:2]
        for key in keys_in(cell[0])
    } | {f"Ctrl+{number}" for number in range(1, 10)}
    named = {key for p in document.of_kind("text", "cell") for key in keys_in(p.text)}
    assert named - listed == set()


def press(desk, widget, keys: str) -> None:
    """Press keys as the manual writes them."""
    combination = QtGui.QKeySequence(keys.replace("Enter", "Return"))[0]
    desk.qtbot.keyClick(widget, combination.key(), combination.keyboardModifiers())


def test_the_keys_of_a_list_of_claims_do_what_the_manual_says(desk) -> None:
    down_up, enter, strong = PAGE.table("In a list of claims")
    bar = desk.window.tab_bar
    bar.setCurrentIndex(next(n for n in range(bar.count()) if bar.key(n) == "people"))
    lists = [w for w in desk.window.stack.findChildren(PageList) if w.isVisible()]
    page, start = next(
        (page, row.target) for page in lists for row in page.rows if row.target.startswith("claim:")
    )
    page.setFocus()
    page.choose(start)
    seen = [page.current_target()]
    for key in down_up.split(", "):
        press(desk, page, key)
        seen.append(page.current_target())
    assert seen[0] == seen[2] != seen[1]
    press(desk, page, enter)
    assert f"claim:{desk.window.reading.selected}" == start
    assert desk.tab == "people"
    press(desk, page, strong)
    assert desk.tab != "people"


def test_the_keys_of_the_export_window_do_what_the_manual_says(qtbot, desk) -> None:
    columns = ColumnList(("id", "text", "date"), ("id", "text", "date"))
    qtbot.addWidget(columns)
    (keys,) = PAGE.table("In the export window")
    orders = []
    columns.setCurrentRow(1)
    for key in keys.split(", "):
        press(desk, columns, key)
        orders.append(columns.chosen())
    assert orders == [("text", "id", "date"), ("id", "text", "date")]


def test_every_list_of_keys_is_compared() -> None:
    places = {place for place, _ in view_keys()}
    titles = {table.heading for table in PAGE.tables}
    assert titles == {*MENUS, *places} | COMPARED_BELOW | COMPARED_BY_THE_DIALOG
