"""The file name that a handout is offered under."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from briefing_app.handout.handout_plan import Colour, Depth, Paper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.handout.handout_plan import HandoutPlan
    from briefing_app.model.briefing import Briefing

_FORBIDDEN = re.compile(r"[^\w.]+")  # also all that Windows forbids: < > : " / \ | ? *
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")  # Windows' reserved names
_PARTS = ("timeline", "options", "notes", "claim_table", "sources", "names")
_MOST_NAMED = 2  # parts left out, or sections; more are not spelt out
_MOST_LETTERS = 16  # of a watermark
_TITLE_BYTES = 120  # a name may have 255 bytes on common file systems


def suggested_file_name(
    briefing: Briefing, *, form: Sequence[str] = (), suffix: str = ".pdf"
) -> str:
    """Return `title-version-date-form.pdf`, allowed on every platform and never hidden."""
    title = _safe(briefing.title)
    while len(title.encode()) > _TITLE_BYTES:
        title = title.rpartition("-")[0] or title[: _TITLE_BYTES // 4]
    parts = (title or _safe(briefing.id), _safe(briefing.version), _safe(briefing.issued.text))
    name = "-".join(part for part in (*parts, *map(_safe, form)) if part)
    return f"{'briefing-' if _DEVICES.match(name) else ''}{name}{suffix}"


def form_of(plan: HandoutPlan) -> tuple[str, ...]:
    """Return what tells the handout of a plan from the usual one: `one-page`, `large-print`."""
    one_page = plan.depth is Depth.ONE_PAGE
    words = [
        (one_page, "one-page"),
        (not one_page and plan.claims is not None, "chosen-claims"),
        (not one_page and plan.claims is None and plan.sections == (), "claims"),
        (not one_page and bool(plan.sections), _sections(plan.sections or ())),
        (plan.large_print, "large-print"),
        (plan.paper is Paper.LETTER, "letter"),
        (plan.colour is Colour.GREY, "grey"),
    ]
    if not one_page:
        left_out = [name for name in _PARTS if not getattr(plan, name)]
        left_out = [] if plan.sections == () else left_out  # the claims by themselves have less
        if len(left_out) > _MOST_NAMED:
            words.append((True, "shortened"))
        else:
            words += [(True, f"without-{name.replace('_', '-')}") for name in left_out]
    words.append((plan.handling is not None, (plan.handling or "").replace("+", "-")))
    words.append((bool(plan.watermark.strip()), plan.watermark[:_MOST_LETTERS]))
    words.append((bool(plan.copy_number.strip()), f"copy-{plan.copy_number}"))
    return tuple(word for there, word in words if there)


def _sections(ids: Sequence[str]) -> str:
    named = "-".join(ids)
    if len(ids) <= _MOST_NAMED and len(named) <= 2 * _MOST_LETTERS:
        return named
    return f"{len(ids)}-sections"


def _safe(text: str) -> str:
    folded = unicodedata.normalize("NFC", text).lower().replace("'", "").replace("’", "")
    return _FORBIDDEN.sub("-", folded).strip("-._")
