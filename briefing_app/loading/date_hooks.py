"""How dates go into msgspec and out of it again."""

from __future__ import annotations

from typing import Any

from briefing_app.model.dates import EdtfDate


def decode_hook(wanted: type, value: Any) -> Any:
    """Return a date from its text.

    Raises:
        ValueError: it is no date; the message says how dates are written.
    """
    if wanted is EdtfDate and isinstance(value, str):
        return EdtfDate(value)
    raise ValueError("a date is text")


def encode_hook(value: Any) -> Any:
    """Return the text of a date.

    Raises:
        NotImplementedError: the value is something else.
    """
    if isinstance(value, EdtfDate):
        return value.text
    raise NotImplementedError(f"{type(value).__name__} cannot be written")
