"""Everything the window can open or do, gathered for the command palette and the shortcut list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6 import QtCore, QtGui

from briefing_app.gui.commands.command_matching import Entry
from briefing_app.gui.words import model_words as words
from briefing_app.gui.words.claim_record import context_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing_app.gui.window.actions import Actions
    from briefing_app.gui.window.tab_bar import TabBar
    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.model.entity import Entity
    from briefing_app.model.source import Source

# F13 to F35; Qt.Key_Back and what follows it
_RARE_KEYS = ((0x0100003C, 0x01000053), (0x01000061, 0x02000000))
_APART = "sections"  # a submenu that is a group of its own


def plain_words(action_text: str) -> str:
    """Return a menu's words without the signs for keys: `Find in text`."""
    kept = action_text.partition("\t")[0].replace("&&", "\0").replace("&", "").replace("\0", "&")
    return kept.removesuffix("…").strip()


def key_words(action: QtGui.QAction) -> str:
    """Return the keys of an action as this system writes them: `F3, Ctrl+G`.

    Without the keys that few keyboards have: a key called Open, another one for Zoom Out.
    """
    native = QtGui.QKeySequence.SequenceFormat.NativeText
    shown = [keys for keys in action.shortcuts() if not _is_rare(keys)]
    return ", ".join(keys.toString(native) for keys in shown)


def _is_rare(keys: QtGui.QKeySequence) -> bool:
    combination: Any = keys[0]  # type: ignore[index]  # Qt's stub does not know of it
    key = int(combination.key())
    return any(first <= key < past for first, past in _RARE_KEYS)


def menu_actions(table: Actions) -> Iterator[tuple[str, str, str, QtGui.QAction]]:
    """Yield (key, menu, words, action) of all that the menus hold, in their order.

    A choice of a submenu is called `Colours: Dark`.
    """
    names = {id(action): name for name, action in table.by_name.items()}
    submenus = {id(menu): name for name, menu in table.submenus.items()}
    for menu in table.menus():
        title = plain_words(menu.title())
        for action in menu.actions():
            inner = table.submenu_of(action)
            if inner is None:
                if id(action) in names:
                    key = f"action:{names[id(action)]}"
                    yield key, title, plain_words(action.text()), action
                continue
            name = submenus[id(inner)]
            for choice in inner.actions():
                if name != _APART and not choice.isSeparator():
                    text = f"{plain_words(inner.title())}: {plain_words(choice.text())}"
                    yield f"choice:{name}:{plain_words(choice.text())}", title, text, choice


def action_entries(table: Actions) -> list[Entry]:
    """Return the actions of the menus."""
    found = []
    for key, menu, text, action in menu_actions(table):
        detail = menu
        if action.isCheckable() and action.isChecked():
            detail = QtCore.QCoreApplication.translate("command_entries", "{menu}, on now").format(
                menu=menu
            )
        found.append(
            Entry(
                key, text, "action",
                detail=detail, keys=key_words(action), is_on=action.isEnabled(),
            )
        )  # fmt: skip
    return found


def section_entries(bar: TabBar, table: Actions) -> list[Entry]:
    """Return the tabs, with their keys."""
    actions = table.submenus[_APART].actions()
    found = []
    for number in range(bar.count()):
        title = bar.tabData(number)[1]
        keys = key_words(actions[number]) if number < len(actions) else ""
        found.append(Entry(f"tab:{bar.key(number)}", title, "section", keys=keys))
    return found


def entity_entries(entities: Iterable[Entity]) -> list[Entry]:
    """Return people, groups and places, to be found by every spelling."""
    return [
        Entry(
            f"entity:{entity.id}",
            f"{entity.name} ({entity.short})" if entity.short else entity.name,
            "entity",
            detail=words.kind_word(entity.kind),
            others=entity.aliases,
        )
        for entity in entities
    ]


def source_entries(sources: Iterable[Source]) -> list[Entry]:
    """Return the sources, to be found by title or by what the text calls them."""
    return [
        Entry(
            f"source:{source.id}",
            source.title or source.short_name,
            "source",
            detail=source.short_name if source.title else "",
            others=(source.short_name,),
        )
        for source in sources
    ]


def claim_entry(
    claim: Claim, references: CrossReferences, matched: tuple[tuple[int, int], ...] = ()
) -> Entry:
    """Return a claim as an entry."""
    detail = f"{words.type_word(claim.type)} · {context_words(claim, references)}"
    return Entry(
        f"claim:{claim.id}",
        claim.text,
        "claim",
        detail=detail,
        code=claim.id,
        family=claim.family,
        matched=matched,
    )
