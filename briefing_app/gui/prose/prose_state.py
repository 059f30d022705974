"""What is lit in a text at the moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.model.claim_lens import Seen


class ProseState:
    """Set by the parts of a view, read by what paints it."""

    __slots__ = (
        "current_mark",
        "flash_strength",
        "found",
        "found_current",
        "hovered_mark",
        "keyboard_claim",
        "lens",
        "mark_strength",
        "selected",
    )

    def __init__(self) -> None:
        self.selected = ""  # claim id
        self.flash_strength = 0.0  # of the selected claim's words, 0 to 1
        self.hovered_mark = -1
        self.current_mark = -1  # where the keyboard is
        self.keyboard_claim = ""
        self.mark_strength = "quiet"
        self.lens: Seen | None = None
        self.found: list[tuple[int, int]] = []  # by the find bar, sorted
        self.found_current = -1

    def is_greyed(self, claims: Sequence[str]) -> bool:
        """Return whether words that say these claims are greyed by the lens."""
        return self.lens is not None and self.lens.lit.isdisjoint(claims)
