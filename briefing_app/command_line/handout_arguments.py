"""What `handout` can be asked for, and the plan that this makes."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.command_line.saving import add_output_arguments

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.handout.handout_plan import HandoutPlan

_HANDLINGS = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
_PARTS = {  # what can be left out: the plan's field, what it is
    "timeline": "the timeline",
    "options": "the options side by side",
    "notes": "the notes of claims",
    "claim_table": "the claim table",
    "sources": "the list of sources",
    "names": "people, places and abbreviations",
}


def add_handout_arguments(handout: argparse.ArgumentParser) -> None:
    """Give the command its arguments."""
    handout.add_argument(
        "path", nargs="?", type=Path, metavar="PATH", help="which briefing (default: the shipped)"
    )
    add_output_arguments(handout, "OUT.pdf")
    handout.add_argument("--paper", choices=("a4", "letter"), default="a4")
    handout.add_argument("--depth", choices=("full", "one-page"), default="full")
    handout.add_argument(
        "--sections", metavar="ID,ID", help="only these sections, by id (default: all)"
    )
    handout.add_argument(
        "--claims", metavar="QUERY", help="only the claims that the query finds (default: all)"
    )
    for name, words in _PARTS.items():
        handout.add_argument(
            f"--no-{name.replace('_', '-')}",
            dest=name,
            action="store_false",
            help=f"without {words}",
        )
    handout.add_argument("--grey", action="store_true", help="for a printer that has black only")
    handout.add_argument(
        "--large-print", action="store_true", help="16 points or more, in one column"
    )
    handout.add_argument(
        "--handling",
        type=_handling,
        metavar="MARK",
        help="another mark than the briefing's, not a laxer one: " + ", ".join(_HANDLINGS),
    )
    handout.add_argument(
        "--watermark",
        type=_words("WATERMARK_LETTERS"),
        default="",
        metavar="WORDS",
        help="on every page, behind the text: DRAFT, or for whom it is",
    )
    handout.add_argument(
        "--copy",
        type=_words("COPY_LETTERS"),
        default="",
        metavar="NUMBER",
        help='in the foot of every page: "3 of 12"',
    )


def plan_of(options: argparse.Namespace) -> HandoutPlan:
    """Return the plan, still without the sections and claims, which need the briefing."""
    from briefing_app.handout.handout_plan import Colour, Depth, HandoutPlan, Paper
    from briefing_app.model.briefing import Handling

    return HandoutPlan(
        paper=Paper(options.paper),
        depth=Depth(options.depth),
        **{name: getattr(options, name) for name in _PARTS},
        colour=Colour.GREY if options.grey else Colour.COLOUR,
        large_print=options.large_print,
        handling=Handling(options.handling) if options.handling else None,
        watermark=options.watermark,
        copy_number=options.copy,
    )


def _handling(text: str) -> str:
    mark = text.strip().upper()
    mark = mark if mark.startswith("TLP:") else f"TLP:{mark}"
    if mark not in _HANDLINGS:
        raise argparse.ArgumentTypeError(f"“{text}” is none of {', '.join(_HANDLINGS)}")
    return mark


def _words(limit_name: str) -> Callable[[str], str]:
    def words(text: str) -> str:
        from briefing_app.handout import handout_plan

        limit = getattr(handout_plan, limit_name)
        short = " ".join(text.split())
        if len(short) > limit:
            raise argparse.ArgumentTypeError(f"“{short}” is longer than {limit} letters")
        return short

    return words
