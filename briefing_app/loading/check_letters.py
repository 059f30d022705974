"""Letters that the handout has no face for: told to the author, who can see it coming."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.faces import letters_without_face, what_is_lacking
from briefing_app.loading.text_checks import HIDDEN
from briefing_app.model.printed_texts import (
    texts_of_blocks,
    texts_of_claim,
    texts_of_entity,
    texts_of_option,
    texts_of_source,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing_app.loading.material import Material
    from briefing_app.loading.problem_list import Spot


def check_letters(material: Material) -> None:
    """Note once, where they stand first, the letters that the handout cannot show."""
    found: set[str] = set()
    first: Spot | None = None
    for spot, texts in _texts(material):
        letters = [c for c in letters_without_face(texts) if not HIDDEN.match(c)]  # told already
        found.update(letters)
        first = first or (spot if letters else None)
    if first is not None:
        material.problems.warning(first, what_is_lacking(sorted(found)))


def _texts(material: Material) -> Iterator[tuple[Spot, Iterable[str]]]:
    root, manifest = material.root, material.manifest
    for key in ("title", "subtitle", "prepared_by"):
        yield root.at(key), (getattr(manifest, key),)
    yield root.at("summary"), texts_of_blocks(material.summary.prose.blocks)
    for spot, entry, part in material.sections:
        yield spot.at("title"), (entry.title,)
        if part is not None:
            yield spot, texts_of_blocks(part.prose.blocks)
    yield from ((spot, texts_of_claim(claim)) for spot, claim in material.claims)
    yield from ((spot, texts_of_source(source)) for spot, source in material.sources)
    yield from ((spot, texts_of_entity(entity)) for spot, entity in material.entities)
    yield from ((spot, texts_of_option(option)) for spot, option in material.options)
