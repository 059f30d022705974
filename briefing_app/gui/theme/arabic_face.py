"""Whether a briefing needs the face for Arabic letters before anything of it is laid out.

A face that comes later sets nothing anew: what was laid out without it goes on showing boxes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.model.prose import rich_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.model.briefing import Briefing

_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")


def is_arabic_script(text: str) -> bool:
    """Return whether a text has letters of the Arabic script."""
    return _ARABIC.search(text) is not None


def needs_arabic_face(briefing: Briefing, *, spellings: bool) -> bool:
    """Return whether anything that a briefing says has letters of the Arabic script.

    `spellings`: those of its names count, too, which only the tab of people shows.
    """
    return any(map(is_arabic_script, _texts(briefing, spellings=spellings)))


def _texts(briefing: Briefing, *, spellings: bool) -> Iterator[str]:
    yield from (briefing.title, briefing.subtitle, briefing.prepared_by)
    for section in briefing.sections:
        yield section.title
    for blocks in (briefing.summary, *(section.blocks for section in briefing.sections)):
        yield from (text.text for _, text in rich_texts(blocks))
    for claim in briefing.claims:
        yield claim.text
    for option in briefing.options:
        yield option.title
    for entity in briefing.entities:
        yield from (entity.name, *(entity.spellings if spellings else ()))
    for source in briefing.sources:
        yield source.title
