"""Whether two pictures look the same, and a picture of where they do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image, ImageChops

if TYPE_CHECKING:
    from pathlib import Path

_INKS = 32  # colours that a picture is kept in
_LEVELS = 12  # of 255 in one channel
_SHARE = 0.002  # of the pixels may be further apart
_MARK = (230, 0, 120)


def in_few_inks(picture: Image.Image) -> Image.Image:
    """Return a picture in as many colours as are kept, each the nearest to what was there."""
    picture = picture.convert("RGB")
    return picture.quantize(palette=picture.quantize(_INKS), dither=Image.Dither.NONE)


def compare(approved: Path, new: Path, difference: Path | None = None) -> str | None:
    """Return how far two pictures are apart in words, None where they look the same.

    Where they do not, `difference` becomes a picture of three: approved, new, and what differs.
    """
    kept, after = Image.open(approved), Image.open(new).convert("RGB")
    if after.width == 2 * kept.width:  # some are kept at half the size
        after = after.reduce(2)
    if kept.size != after.size:
        return f"approved at {kept.size}, now {after.size}"
    before = kept.convert("RGB")
    after = after.quantize(palette=kept, dither=Image.Dither.NONE).convert("RGB")
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
