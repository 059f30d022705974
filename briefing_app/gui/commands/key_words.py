"""The keys that are no actions: what a view does with them while the keyboard is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6 import QtCore

if TYPE_CHECKING:
    from collections.abc import Callable

QT_TRANSLATE_NOOP = cast("Callable[[str, str], str]", QtCore.QT_TRANSLATE_NOOP)


class KeyRow(NamedTuple):
    """What a key does; `keys` as they are written, alternatives after commas."""

    words: str
    keys: str


_PLACES: tuple[tuple[str, tuple[KeyRow, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("key_words", "In the text"),
        (
            KeyRow(
                QT_TRANSLATE_NOOP("key_words", "Show who says the claim, explain the names"),
                "Ctrl+Space",
            ),
            KeyRow(QT_TRANSLATE_NOOP("key_words", "Select the claim"), "Enter"),
            KeyRow(QT_TRANSLATE_NOOP("key_words", "Put away what lies over the text"), "Esc"),
            KeyRow(QT_TRANSLATE_NOOP("key_words", "Change the text size"), "Ctrl+Wheel"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("key_words", "In the find bar"),
        (
            KeyRow(
                QT_TRANSLATE_NOOP("key_words", "Next place, previous place, in other tabs too"),
                "Enter, Shift+Enter",
            ),
            KeyRow(QT_TRANSLATE_NOOP("key_words", "Close it"), "Esc"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("key_words", "In the projector view"),
        (
            KeyRow(QT_TRANSLATE_NOOP("key_words", "Next paragraph"), "Page Down, Space"),
            KeyRow(QT_TRANSLATE_NOOP("key_words", "Previous paragraph"), "Page Up, Shift+Space"),
            KeyRow(QT_TRANSLATE_NOOP("key_words", "Next section, previous section"), "Right, Left"),
            KeyRow(QT_TRANSLATE_NOOP("key_words", "End it"), "Esc"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("key_words", "In the claim index"),
        (
            KeyRow(QT_TRANSLATE_NOOP("key_words", "From the search field into the list"), "Down"),
            KeyRow(QT_TRANSLATE_NOOP("key_words", "Show the claim in the text"), "Enter"),
            KeyRow(QT_TRANSLATE_NOOP("key_words", "Clear the search, then leave it"), "Esc"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("key_words", "On the timeline"),
        (
            KeyRow(QT_TRANSLATE_NOOP("key_words", "From claim to claim"), "Left, Right, Up, Down"),
            KeyRow(QT_TRANSLATE_NOOP("key_words", "Fewer days, more days"), "+, -"),
            KeyRow(QT_TRANSLATE_NOOP("key_words", "Earlier, later"), "Ctrl+Left, Ctrl+Right"),
            KeyRow(QT_TRANSLATE_NOOP("key_words", "All years, and back"), "0"),
        ),
    ),
)


def view_keys() -> list[tuple[str, list[KeyRow]]]:
    """Return (where, what the keys do there), in the reader's language."""
    say = QtCore.QCoreApplication.translate
    return [
        (say("key_words", place), [KeyRow(say("key_words", row.words), row.keys) for row in rows])
        for place, rows in _PLACES
    ]
