"""Short forms of long names of sources, for narrow places: `IPCC 2022`."""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING

from briefing_app.handout.printable_text import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.model.source import Source

LONGEST = 20  # letters; a name that is not longer stays as it is
_STEM = 14
_YEAR = re.compile(r"[\s,]+(\(?\d{4}[a-z]?\)?)\Z")
_OWN = re.compile(r"\(([A-Z][\w&.-]{1,9})\)")  # the name says it itself: `… Portal (SATP)`


def short_forms(sources: Iterable[Source]) -> dict[str, str]:
    """Return a short form for each source by id: what a sentence calls it, or shorter.

    No two sources have the same one.
    """
    forms = {source.id: short_form(source.short_name) for source in sources}
    taken = list(forms.values())
    seen: dict[str, int] = {}
    for source_id, form in forms.items():
        if taken.count(form) > 1:
            number = seen[form] = seen.get(form, -1) + 1
            forms[source_id] = f"{form}-{_mark(number)}"
    return forms


def short_form(name: str) -> str:
    """Return a name if it is short, else its initials, else its beginning; with its year."""
    if len(name) <= LONGEST:
        return name
    year = _YEAR.search(name)
    stem = name[: year.start()] if year else name
    own = _OWN.search(stem)
    initials = "".join(w[0] for w in re.findall(r"\w+", stem) if w[0].isupper())
    if own is not None:
        stem = own[1]
    elif 3 <= len(initials) <= 8:
        stem = initials
    else:
        stem = shortened(stem, _STEM)
    return f"{stem} {year[1].strip('()')}" if year else stem


def _mark(number: int) -> str:
    letters = string.ascii_lowercase
    return letters[number] if number < len(letters) else str(number + 1)
