"""What the handout asks of a formatted reference; whoever formats it is the caller's choice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence


class PrintableRun(Protocol):
    """A stretch of a reference in one style."""

    @property
    def text(self) -> str:
        """The words."""
        ...

    @property
    def italic(self) -> bool:
        """Whether they are set in italics."""
        ...

    @property
    def address(self) -> str:
        """The address that they lead to; empty if none."""
        ...


class PrintableReference(Protocol):
    """A reference, ready to print."""

    @property
    def runs(self) -> Sequence[PrintableRun]:
        """The stretches that make it up."""
        ...
