"""What the reader chose in the export dialog the last time."""

from __future__ import annotations

import msgspec


class ExportChoices(msgspec.Struct, frozen=True, omit_defaults=True):
    """The choices by name, so that one that a later version drops is passed over."""

    form: str = "csv"
    columns: tuple[str, ...] = ()  # empty: all
    exact: bool = False
    separator: str = "comma"
