"""The rows of the people tab: the list of all names, and the page of one of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.gui.claims.claim_rows import ClaimRow, FamiliesRow, support_note
from briefing_app.gui.kit.page_rows import (
    HeadRow,
    LinkRow,
    Look,
    PageRow,
    TextRow,
    counted_claims,
    tr,
)
from briefing_app.gui.tabs.people.companion_rows import companion_rows
from briefing_app.gui.theme.arabic_face import is_arabic_script
from briefing_app.gui.words import claim_record
from briefing_app.gui.words import model_words as words
from briefing_app.gui.words.entity_words import KIND_ICONS, entity_target
from briefing_app.model.entity import EntityKind
from briefing_app.model.standing import standing_claims
from briefing_app.search.words.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.kit.pen import Pen
    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.model.entity import Entity
    from briefing_app.model.entity_claims import Companion, EntityClaims, Passage

_CONTEXT = "people_view"
_ORDER = (
    EntityKind.GROUP,
    EntityKind.PERSON,
    EntityKind.STATE,
    EntityKind.AGENCY,
    EntityKind.PLACE,
    EntityKind.AGREEMENT,
    EntityKind.TERM,
)
_BETWEEN_WORDS = re.compile(r"[\s\-\u2010-\u2015.,;:/()\[\]]+")
_ICON_PX, _TEXT_PX = 16, 28  # at 100 %


class GroupRow(PageRow):
    """The head of a kind, on the ground of the window."""

    __slots__ = ("_count", "_title")

    def __init__(self, title: str, count: int) -> None:
        """Hold the kind's word and how many there are."""
        super().__init__()
        self._title, self._count = title, count

    @property
    def sentence(self) -> str:
        """The kind and how many there are."""
        return f"{self._title}: {self._count:,}"

    def height(self, look: Look, width: int) -> int:
        """One line and what is around it."""
        return look.theme.line_px("list_head") + 12

    def paint(self, pen: Pen, look: Look, height: int, *, lit: bool) -> None:
        """Draw the ground across the whole list, then the words."""
        theme = look.theme
        pen.rule(-40, 0, pen.width + 80, theme.colour("win"), height)
        pen.rule(-40, height - 1, pen.width + 80, theme.colour("hair"))
        width = pen.text(self._title, "list_head", 0, 6, theme.colour("ink"))
        pen.text(f"{self._count:,}", "list_head", width + 8, 6, theme.colour("ink3"))


class EntityRow(PageRow):
    """One name of the list: icon, name, how many claims name it, other spellings below."""

    __slots__ = ("_count", "_entity", "_icon", "_keys", "_name", "_others")

    def __init__(self, entity: Entity, count: int) -> None:
        """Hold the words."""
        super().__init__(entity_target(entity.id))
        self._name, self._count = entity.name, count
        self._others = ", ".join(entity.spellings[1:])
        self._icon = KIND_ICONS[entity.kind]
        self._entity = entity
        self._keys: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """Name, number of claims and other spellings."""
        said = f"{self._name}, {counted_claims(self._count)}"
        return f"{said}, {tr(_CONTEXT, 'also')}: {self._others}" if self._others else said

    def matches(self, query: str) -> bool:
        """Return whether every word of a query begins a word of one spelling, in any script."""
        if not self._keys:
            self._keys = tuple(map(_search_key, self._entity.spellings))
        wanted = _search_key(query).split()
        joined = "".join(wanted)
        return any(
            all(f" {word}" in key for word in wanted) or key.replace(" ", "").startswith(joined)
            for key in self._keys
        )

    def _name_px(self, look: Look, width: float) -> float:
        count = look.block(f"{self._count:,}", "meta_strong", 1e6).natural_width
        return max(width - look.theme.px(_TEXT_PX) - count - 10, 40)

    def height(self, look: Look, width: int) -> int:
        """The name, wrapped where it must be, and a line of spellings."""
        name = look.block(self._name, "row", self._name_px(look, width)).height
        return name + (look.theme.line_px("meta") if self._others else 0) + 12

    def paint(self, pen: Pen, look: Look, height: int, *, lit: bool) -> None:
        """Draw it; other spellings are cut where there is no more room."""
        theme = look.theme
        room = self._name_px(look, pen.width)
        quiet = theme.colour("ink2")
        icon, start = theme.px(_ICON_PX), theme.px(_TEXT_PX)
        icon_y = 6 + (theme.line_px("row") - icon) / 2
        pen.icon(self._icon, 0, icon_y, theme.colour("accent") if lit else quiet, icon)
        block = look.block(self._name, "row_hit" if lit else "row", room)
        pen.draw_block(block, start, 6, room, theme.colour("ink"))
        count = f"{self._count:,}"
        x = pen.width - pen.text_width(count, "meta_strong")
        lower = (theme.line_px("row") - theme.line_px("meta_strong")) / 2
        pen.text(count, "meta_strong", x, 6 + lower, quiet)
        if self._others:
            y = 6 + block.height
            pen.text(self._others, "meta", start, y, quiet, max_width=pen.width - start)


def _search_key(text: str) -> str:
    """Return the folded words of a text, each after a space."""
    parts = _BETWEEN_WORDS.split(text)
    return "".join(f" {fold(part)}" for part in parts if part)


class KindRow(PageRow):
    """The kind of an entity, small, with its icon."""

    __slots__ = ("_icon", "_word")

    def __init__(self, kind: EntityKind) -> None:
        """Hold the kind's word."""
        super().__init__()
        self._icon, self._word = KIND_ICONS[kind], words.kind_word(kind)

    @property
    def sentence(self) -> str:
        """The kind."""
        return self._word

    def height(self, look: Look, width: int) -> int:
        """One line and the space above."""
        return look.theme.line_px("kicker") + 32

    def paint(self, pen: Pen, look: Look, height: int, *, lit: bool) -> None:
        """Draw icon and word."""
        theme = look.theme
        ink = theme.colour("ink2")
        line = theme.line_px("kicker")
        icon = theme.px(_ICON_PX)
        pen.icon(self._icon, 0, 26 + (line - icon) / 2, ink, icon)
        pen.text(self._word.upper(), "kicker", icon + 8, 26, ink)


class SpellingRow(PageRow):
    """A spelling, and what is to be said of it; Arabic script in Naskh."""

    __slots__ = ("_note", "_text")

    def __init__(self, text: str, note: str = "") -> None:
        """`note` stands at the trailing edge."""
        super().__init__()
        self._text, self._note = text, note

    @property
    def sentence(self) -> str:
        """The spelling and the note."""
        return f"{self._text}, {self._note}" if self._note else self._text

    def _columns(self, look: Look, width: float) -> tuple[str, float, float]:
        role = "naskh_row" if is_arabic_script(self._text) else "row"
        note = look.block(self._note, "meta", 1e6).natural_width if self._note else 0.0
        return role, max(width - note - (12 if note else 0), 40.0), note

    def height(self, look: Look, width: int) -> int:
        """The spelling, wrapped where it must be."""
        role, room, _ = self._columns(look, width)
        return look.block(self._text, role, room).height + 3

    def paint(self, pen: Pen, look: Look, height: int, *, lit: bool) -> None:
        """Draw the spelling at the leading edge, whatever way its script runs."""
        theme = look.theme
        role, room, note = self._columns(look, pen.width)
        block = look.block(self._text, role, room)
        pen.draw_block(block, 0, 1, room, theme.colour("ink"))
        if self._note:
            y = (block.line_px - theme.line_px("meta")) / 2 + 1
            pen.text(self._note, "meta", pen.width - note, y, theme.colour("ink3"))


def list_rows(entities: Sequence[Entity], claims: EntityClaims) -> list[EntityRow]:
    """Return a row for every entity, kind by kind, each kind in the order of its names."""
    rank = {kind: number for number, kind in enumerate(_ORDER)}
    ordered = sorted(entities, key=lambda e: (rank[e.kind], fold(e.name.replace(" ", ""))))
    return [EntityRow(entity, claims.count(entity.id)) for entity in ordered]


def grouped(rows: Sequence[EntityRow], kinds: dict[str, EntityKind]) -> list[PageRow]:
    """Return the rows under a head for each kind; `kinds` gives a target's kind."""
    groups: dict[EntityKind, list[PageRow]] = {}
    for row in rows:
        groups.setdefault(kinds[row.target], []).append(row)
    found: list[PageRow] = []
    for kind in _ORDER:
        if kind in groups:
            found.append(GroupRow(words.kind_group_words(kind), len(groups[kind])))
            found.extend(groups[kind])
    return found


def page_rows(
    entity: Entity, claims: Sequence[Claim], references: CrossReferences
) -> list[PageRow]:
    """Return the first part of an entity's page: kind, name, note and its claims."""
    rows: list[PageRow] = [KindRow(entity.kind), TextRow(entity.name, "section_title")]
    if entity.note:
        rows.append(TextRow(entity.note, "bottom_line", above=4))
    if not claims:
        rows.append(HeadRow(tr(_CONTEXT, "Claims in time order"), strong=True))
        nothing = tr(_CONTEXT, "No claim of this briefing names it as actor or place.")
        rows.append(TextRow(nothing, "detail", "ink2", above=4))
        return rows
    note = support_note(claims, references)
    rows.append(HeadRow(tr(_CONTEXT, "Claims in time order"), note, strong=True))
    before: object = ()
    for claim in claims:
        rows.append(ClaimRow(claim, references, dated=claim.date != before))
        before = claim.date
    return rows


def spelling_rows(entity: Entity) -> list[PageRow]:
    """Return all spellings that find the entity."""
    rows: list[PageRow] = [HeadRow(tr(_CONTEXT, "Spellings that find it"))]
    for spelling in entity.spellings:
        is_short = spelling == entity.short and spelling != entity.name
        rows.append(SpellingRow(spelling, tr(_CONTEXT, "short form") if is_short else ""))
    return rows


def relation_rows(
    companions: Sequence[Companion],
    passages: Sequence[Passage],
    claims: Sequence[Claim],
    references: CrossReferences,
) -> list[PageRow]:
    """Return whom the claims name as well, where they are said, and what they are."""
    rows = companion_rows(companions)
    if passages:
        rows.append(HeadRow(tr(_CONTEXT, "Read about it in")))
        rows.extend(_passage_row(passage, references) for passage in passages)
    if standing := standing_claims(claims):
        rows.append(HeadRow(tr(_CONTEXT, "What the claims are")))
        rows.append(FamiliesRow(standing))
    return rows


def _passage_row(passage: Passage, references: CrossReferences) -> LinkRow:
    numbers = passage.paragraphs
    first = numbers[0] if numbers else 0
    said = claim_record.paragraph_words(passage.section, first, references)
    if len(numbers) > 1 and passage.section:
        said += ", " + _runs(numbers[1:]) if not _is_run(numbers) else f"–{numbers[-1]}"
    note = counted_claims(passage.claims) if passage.claims else ""
    return LinkRow(said, f"place:{passage.section}#{first}", note)


def _is_run(numbers: Sequence[int]) -> bool:
    return len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1


def _runs(numbers: Sequence[int]) -> str:
    """Return ascending numbers, neighbours joined: `3, 5–8`."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in found)
