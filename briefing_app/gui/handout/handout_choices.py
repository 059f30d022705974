"""What a reader chose for a briefing's handout: kept between starts, and made into a plan."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Any

import msgspec

from briefing_app.handout.handout_plan import (
    Colour,
    Depth,
    HandoutPlan,
    Paper,
    possible_handlings,
)
from briefing_app.model.briefing import Handling

if TYPE_CHECKING:
    from briefing_app.gui.state.window_state import WindowState
    from briefing_app.model.briefing import Briefing

REMEMBERED = 50  # briefings


class Extent(enum.StrEnum):
    """How much of the briefing the handout holds."""

    TEXT = "text"
    CLAIMS = "claims"
    ONE_PAGE = "one-page"


class HandoutChoices(msgspec.Struct, frozen=True, omit_defaults=True):
    """The choices; sections and claims are ids, None stands for all of them."""

    extent: Extent = Extent.TEXT
    sections: tuple[str, ...] | None = None
    claims: tuple[str, ...] | None = None
    claim_table: bool = True
    sources: bool = True
    timeline: bool = True
    options: bool = True
    notes: bool = True
    names: bool = True
    paper: Paper = Paper.A4
    colour: Colour = Colour.COLOUR
    large_print: bool = False
    handling: Handling | None = None
    watermark: str = ""
    copy_number: str = ""

    def plan(self) -> HandoutPlan:
        """Return the plan of the handout; the claims chosen stand in for the text."""
        claims_only = self.extent is Extent.CLAIMS
        one_page = self.extent is Extent.ONE_PAGE
        return HandoutPlan(
            paper=self.paper,
            depth=Depth.ONE_PAGE if one_page else Depth.FULL,
            sections=() if claims_only else None if one_page else self.sections,
            claims=self.claims if claims_only else None,
            options=self.options and not claims_only,
            claim_table=self.claim_table or claims_only,
            sources=self.sources,
            names=self.names,
            timeline=self.timeline or one_page,  # there it is not asked about
            notes=self.notes,
            colour=self.colour,
            large_print=self.large_print,
            handling=self.handling,
            watermark=self.watermark.strip(),
            copy_number=self.copy_number.strip(),
        )

    def known_to(self, briefing: Briefing) -> HandoutChoices:
        """Return the choices without what this briefing does not have any more."""
        handling = self.handling if self.handling in possible_handlings(briefing) else None
        return msgspec.structs.replace(
            self,
            sections=_known(self.sections, [section.id for section in briefing.sections]),
            claims=_known(self.claims, [claim.id for claim in briefing.claims]),
            handling=handling,
        )


def _known(chosen: tuple[str, ...] | None, known: list[str]) -> tuple[str, ...] | None:
    """The chosen ids that there are; None where that is all of them or none."""
    if chosen is None:
        return None
    wanted = set(chosen)
    found = tuple(name for name in known if name in wanted)
    return None if not found or len(found) == len(known) else found


def remembered_choices(state: WindowState, briefing: Briefing) -> HandoutChoices:
    """Return what was chosen for a briefing before; the defaults where nothing was."""
    kept = state.handouts.get(briefing.id, {})
    try:
        return msgspec.convert(kept, HandoutChoices).known_to(briefing)
    except msgspec.ValidationError:  # written by another version
        return HandoutChoices()


def remember_choices(state: WindowState, briefing: Briefing, choices: HandoutChoices) -> None:
    """Keep the choices of a briefing, as the latest; those of the oldest give way."""
    handouts: dict[str, dict[str, Any]] = dict(state.handouts)
    handouts.pop(briefing.id, None)
    handouts[briefing.id] = msgspec.to_builtins(choices)
    state.handouts = dict(list(handouts.items())[-REMEMBERED:])
