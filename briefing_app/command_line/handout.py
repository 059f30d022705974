"""`handout`: the PDF of a briefing, or of part of it."""

from __future__ import annotations

import contextlib
import logging
from typing import TYPE_CHECKING

import msgspec

from briefing_app import paths
from briefing_app.command_line.briefings import CannotOpen, found_claims, opened
from briefing_app.command_line.output import say
from briefing_app.command_line.printable import printable
from briefing_app.command_line.saving import target
from briefing_app.errors import HandoutError
from briefing_app.export.citation import references
from briefing_app.faces import what_is_lacking
from briefing_app.handout.compile_handout import make_handout
from briefing_app.handout.handout_plan import handling_of
from briefing_app.handout.handout_size import too_much
from briefing_app.open_briefing import pack_to_attach
from briefing_app.save_file import PDF
from briefing_app.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefing_app.handout.handout_data import HandoutData
    from briefing_app.handout.handout_plan import HandoutPlan
    from briefing_app.model.briefing import Briefing


def handout(
    path: Path | None,
    output: Path,
    plan: HandoutPlan,
    *,
    sections: str | None,
    claims: str | None,
    force: bool,
) -> int:
    """Write the PDF of `plan`, with the sections and claims that are asked for.

    Returns 0, or 1 or 2 if the briefing or a part of it is not to be had, or is too large.

    Raises:
        HandoutError: the pages could not be set, or not with such a handling mark.
        WriteError: the file could not be written.
    """
    try:
        found = opened(path)
    except CannotOpen as error:
        return error.code
    briefing = found.briefing
    chosen_sections = _sections(briefing, sections)
    chosen_claims = found_claims(briefing, claims)
    if chosen_sections == () or chosen_claims == ():
        return 2
    plan = msgspec.structs.replace(plan, sections=chosen_sections, claims=chosen_claims)
    handling_of(briefing, plan)
    large = too_much(briefing, plan)
    if large and not force:
        say(f"{large} --force makes it all the same.")
        return 2
    place = target(output, PDF, found, force=force)
    listed = references(briefing.sources, Settings().citation_style)
    with _log_kept() as log:
        try:
            pdf = make_handout(
                briefing, plan, listed, found.folder.read, lambda: pack_to_attach(found), _tell
            )
        except HandoutError:
            if log is not None and log.exists():
                say(f"the log is {log}")
            raise
    place.save(pdf)
    return 0


def _tell(data: HandoutData) -> None:
    """Say which letters the pages will lack."""
    if data.lacking:
        say(printable(what_is_lacking(data.lacking)))


def _sections(briefing: Briefing, wanted: str | None) -> tuple[str, ...] | None:
    """Return the ids of the sections; None for all, nothing if one is not there."""
    if wanted is None:
        return None
    known = [section.id for section in briefing.sections]
    ids = [name.strip() for name in wanted.split(",") if name.strip()]
    for name in ids:
        if name not in known:
            say(f"There is no section “{name}”. There are: {', '.join(known)}.")
            return ()
    if not ids:
        say(f"Name sections: {', '.join(known)}.")
    return tuple(name for name in known if name in ids)


@contextlib.contextmanager
def _log_kept() -> Iterator[Path | None]:
    """Send the log to a file that only comes to be if there is something to log, not to stderr."""
    file, handler = _log_file()
    logger = logging.getLogger("briefing_app")
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield file
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate
        handler.close()


def _log_file() -> tuple[Path | None, logging.Handler]:
    folder = paths.state_folder()
    if folder is not None:
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            file = folder / "briefing-app.log"
            return file, logging.FileHandler(file, encoding="utf-8", delay=True)
    return None, logging.NullHandler()
