"""What is under the pointer in a view of prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from PySide6 import QtCore

    from briefing_app.gui.prose.prose_geometry import ProseGeometry
    from briefing_app.gui.prose.prose_places import ProsePlaces

_TARGET_PX = 24  # the smallest thing that can be hit


class Pointed(msgspec.Struct, frozen=True):
    """Something that can be clicked: the words or ids of claims, or a paragraph's number."""

    claims: tuple[str, ...] = ()
    mark: int = -1
    number: int = 0
    in_margin: bool = False


def pointed_at(
    geometry: ProseGeometry, places: ProsePlaces, point: QtCore.QPointF
) -> Pointed | None:
    """Return what stands at a point of the document; ids and numbers have room around them."""
    reach = _TARGET_PX / 2
    near: list[tuple[float, Pointed]] = []
    for index, unit in geometry.units_between(point.y() - reach, point.y() + reach):
        for segment in unit.segments:
            if segment.box.contains(point):
                return Pointed(places.marks[segment.index].claims, segment.index)
        for label in unit.labels:
            if _roomy(label.box).contains(point):
                distance = abs(label.box.center().y() - point.y())
                near.append((distance, Pointed(label.claims, label.mark, in_margin=True)))
        box = geometry.number_box(index, unit)
        if box is not None and _roomy(box).contains(point):
            found = Pointed(number=places.units[index].number, in_margin=True)
            near.append((abs(box.center().y() - point.y()), found))
    return min(near, key=lambda pair: pair[0])[1] if near else None


def _roomy(box: QtCore.QRectF) -> QtCore.QRectF:
    """A box made as large as the smallest thing that can be hit."""
    x = max((_TARGET_PX - box.width()) / 2, 4.0)
    y = max((_TARGET_PX - box.height()) / 2, 0.0)
    return box.adjusted(-x, -y, x, y)
