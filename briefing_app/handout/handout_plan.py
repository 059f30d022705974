"""What goes into a handout, on which paper, and how its pages are marked."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

import msgspec

from briefing_app.errors import HandoutError
from briefing_app.model.briefing import Handling

if TYPE_CHECKING:
    from briefing_app.model.briefing import Briefing

WATERMARK_LETTERS = 40
COPY_LETTERS = 24


class Paper(enum.StrEnum):
    """The sheet it is printed on."""

    A4 = "a4"
    LETTER = "letter"


class Depth(enum.StrEnum):
    """Everything, or the one page that somebody reads on the way to the meeting."""

    FULL = "full"
    ONE_PAGE = "one-page"


class Colour(enum.StrEnum):
    """With the accent colour, or for a printer that has black only."""

    COLOUR = "colour"
    GREY = "grey"


class HandoutPlan(msgspec.Struct, frozen=True):
    """What to print. None stands for all; ids that the briefing does not have are passed over."""

    paper: Paper = Paper.A4
    depth: Depth = Depth.FULL
    sections: tuple[str, ...] | None = None
    claims: tuple[str, ...] | None = None  # which claims timeline and claim table list
    options: bool = True
    claim_table: bool = True
    sources: bool = True
    names: bool = True  # people, places and abbreviations
    timeline: bool = True
    notes: bool = True  # what claims say that the reader must know about them
    colour: Colour = Colour.COLOUR
    large_print: bool = False  # 16 points or more, one column
    handling: Handling | None = None  # None for the briefing's own
    watermark: str = ""  # at most WATERMARK_LETTERS of it
    copy_number: str = ""  # `3 of 12`; at most COPY_LETTERS of it


def possible_handlings(briefing: Briefing) -> tuple[Handling, ...]:
    """Return the marks that a handout may bear: the briefing's own and the stricter ones."""
    ordered = tuple(Handling)  # from the laxest on
    return ordered if briefing.handling is None else ordered[ordered.index(briefing.handling) :]


def handling_of(briefing: Briefing, plan: HandoutPlan) -> Handling | None:
    """Return the mark of every page.

    Raises:
        HandoutError: the plan's mark would let more people have it than the briefing's own does.
    """
    if plan.handling is None:
        return briefing.handling
    if plan.handling not in possible_handlings(briefing):
        raise HandoutError(
            f"The briefing is marked {briefing.handling}; a handout of it cannot be "
            f"{plan.handling}, which lets more people have it. Choose {briefing.handling} or a "
            "stricter mark."
        )
    return plan.handling
