"""`export`: claims and sources as data for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.command_line.briefings import CannotOpen, found_claims, opened
from briefing_app.command_line.output import say
from briefing_app.command_line.saving import target
from briefing_app.export.claim_columns import COLUMNS
from briefing_app.export.exports import exported
from briefing_app.export.formats import FORMATS, format_named
from briefing_app.save_file import text_kind

if TYPE_CHECKING:
    from pathlib import Path


def export(
    path: Path | None,
    output: Path,
    *,
    form: str,
    query: str | None,
    columns: str | None,
    exact: bool,
    separator: str,
    force: bool,
) -> int:
    """Write the file; return 0, or 1 or 2 if there is nothing to write.

    Raises:
        ExportError: there is no such column.
        WriteError: the file could not be written.
    """
    wanted = format_named(form)
    if not wanted.is_table and (columns is not None or exact or separator != "comma"):
        tables = ", ".join(one.name for one in FORMATS if one.is_table)
        say(f"--columns, --exact and --separator are for --format {tables}.")
        return 2
    try:
        found = opened(path)
    except CannotOpen as error:
        return error.code
    briefing = found.briefing
    claims = found_claims(briefing, query)
    if claims == ():
        return 2
    place = target(output, text_kind(wanted.suffix), found, force=force)
    chosen = COLUMNS if columns is None else [c.strip() for c in columns.split(",") if c.strip()]
    data = exported(
        briefing,
        wanted,
        claims=claims,
        columns=chosen,
        exact=exact,
        separator=separator,
    )
    place.save(data)
    return 0
