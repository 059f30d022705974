"""Writing the file that a command was asked for."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from briefing_app.open_briefing import OpenBriefing
    from briefing_app.save_file import FileKind


def add_output_arguments(command: argparse.ArgumentParser, name: str) -> None:
    """Let a command be told which file to write; `name` is how its help calls the file."""
    command.add_argument("-o", "--output", type=Path, required=True, metavar=name)
    command.add_argument(
        "--force",
        action="store_true",
        help="replace a file that is there even if it is of another kind",
    )


class Target(NamedTuple):
    """Where a command writes what it makes of a briefing; `check` it before, then `save`."""

    path: Path
    kind: FileKind
    own: tuple[Path, ...]  # the files of the briefing
    force: bool

    def check(self) -> None:
        """Refuse a place where it would not be written.

        Raises:
            WriteError: the message says why, and whether --force would do it.
        """
        from briefing_app.save_file import check_target

        with _force_named():
            check_target(self.path, self.kind, own=self.own, replace_other_kinds=self.force)

    def save(self, data: bytes) -> None:
        """Write the file.

        Raises:
            WriteError: as `check`, or it cannot be written.
        """
        from briefing_app.save_file import save_file

        with _force_named():
            save_file(self.path, data, self.kind, own=self.own, replace_other_kinds=self.force)


def target(output: Path, kind: FileKind, opened: OpenBriefing, *, force: bool) -> Target:
    """Return where to write, once it is known that it may be written.

    Raises:
        WriteError: as `Target.check`.
    """
    from briefing_app.open_briefing import own_files

    wanted = Target(output, kind, own_files(opened), force)
    wanted.check()
    return wanted


@contextlib.contextmanager
def _force_named() -> Iterator[None]:
    from briefing_app.errors import OtherKindError

    try:
        yield
    except OtherKindError as error:
        raise OtherKindError(f"{error} --force replaces it.") from None
