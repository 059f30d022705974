"""Whether two pictures look the same, and a picture of where they do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image, ImageChops

if TYPE_CHECKING:
    from pathlib import Path

_LEVELS = 2  # of 255 in one channel: how a machine may round
_SHARE = 0.0003  # of the pixels may be further apart: a word or two in another colour are more
_MARK = (230, 0, 120)


def keep(new: Path, kept: Path) -> None:
    """Write a picture as it is kept: every pixel of it, in a third of the room."""
    Image.open(new).convert("RGB").save(kept, "WEBP", lossless=True, quality=100)


def compare(approved: Path, new: Path, difference: Path | None = None) -> str | None:
    """Return how far two pictures are apart in words, None where they look the same.

    Where they do not, `difference` becomes a picture of three: approved, new, and what differs.
    """
    before, after = Image.open(approved).convert("RGB"), Image.open(new).convert("RGB")
    if before.size != after.size:
        return f"approved at {before.size}, now {after.size}"
    bands = ImageChops.difference(before, after).split()
    furthest = ImageChops.lighter(ImageChops.lighter(*bands[:2]), bands[2])
    marked = furthest.point([255 * (level > _LEVELS) for level in range(256)])
    share = marked.histogram()[255] / (marked.width * marked.height)
    if share <= _SHARE:
        return None
    if difference is not None:
        shown = Image.blend(after, Image.new("RGB", after.size, "white"), 0.7)
        shown.paste(_MARK, mask=marked)
        sheet = Image.new("RGB", (before.width * 3 + 40, before.height), "gray")
        for number, part in enumerate((before, after, shown)):
            sheet.paste(part, (number * (before.width + 20), 0))
        sheet.save(difference)
    return f"{share:.2%} of the pixels differ"
