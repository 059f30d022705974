"""How entities are named in the window: the icon of a kind, and what leads to an entity's page."""

from __future__ import annotations

from briefing_app.model.entity import EntityKind

KIND_ICONS = {
    EntityKind.GROUP: "people",
    EntityKind.PERSON: "person",
    EntityKind.STATE: "flag",
    EntityKind.AGENCY: "building",
    EntityKind.PLACE: "pin",
    EntityKind.AGREEMENT: "document",
    EntityKind.TERM: "book",
}


def entity_target(entity_id: str) -> str:
    """Return what a row that stands for an entity leads to."""
    return f"entity:{entity_id}"
