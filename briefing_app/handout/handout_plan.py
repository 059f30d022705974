"""What goes into a handout and on which paper."""

from __future__ import annotations

import enum

import msgspec


class Paper(enum.StrEnum):
    """The sheet it is printed on."""

    A4 = "a4"
    LETTER = "letter"


class Depth(enum.StrEnum):
    """Everything, or the one page that somebody reads on the way to the meeting."""

    FULL = "full"
    ONE_PAGE = "one-page"


class HandoutPlan(msgspec.Struct, frozen=True):
    """What to print. None stands for all; ids that the briefing does not have are passed over."""

    paper: Paper = Paper.A4
    depth: Depth = Depth.FULL
    sections: tuple[str, ...] | None = None
    claims: tuple[str, ...] | None = None  # which claims the claim table lists
    options: bool = True
    claim_table: bool = True
    sources: bool = True
    names: bool = True  # people, places and abbreviations
