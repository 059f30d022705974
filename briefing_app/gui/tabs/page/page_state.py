"""What a reader has done with a page, to be done again with the page that takes its place."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6 import QtWidgets


class PageState(NamedTuple):
    """What was chosen on a page, and how it was scrolled; None where it has no such thing."""

    chosen: Any
    scrolled: Any


def state_of(page: Any) -> PageState:
    """Return the state of a page: what its `view_state` and `scroll_state` tell, if it has them.

    A page that scrolls as a whole needs no `scroll_state`.
    """
    chosen = page.view_state() if hasattr(page, "view_state") else None
    if hasattr(page, "scroll_state"):
        return PageState(chosen, page.scroll_state())
    if isinstance(page, QtWidgets.QAbstractScrollArea):
        return PageState(chosen, page.verticalScrollBar().value())
    return PageState(chosen, None)


def choose_again(page: Any, state: PageState) -> None:
    """Let a page that was not yet shown take up what was chosen."""
    if state.chosen is not None:
        page.take_view_state(state.chosen)


def scroll_again(page: Any, state: PageState) -> None:
    """Scroll a page that is shown, and so has its size, to where it was."""
    if state.scrolled is None:
        return
    if hasattr(page, "take_scroll_state"):
        page.take_scroll_state(state.scrolled)
    elif isinstance(page, QtWidgets.QAbstractScrollArea):
        page.verticalScrollBar().setValue(state.scrolled)
