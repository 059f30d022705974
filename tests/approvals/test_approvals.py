"""The window looks as it was approved; `make approvals` takes the pictures anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.approvals import take_pictures
from tests.approvals.compare_pictures import compare
from tests.approvals.take_pictures import PICTURES

if TYPE_CHECKING:
    from pathlib import Path

MOST_MB = 8.0

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def taken(tmp_path_factory) -> Path:
    """The pictures as the window looks now."""
    folder = tmp_path_factory.mktemp("taken")
    take_pictures.take_all(folder)
    return folder


@pytest.mark.parametrize("name", take_pictures.names())
def test_the_window_looks_as_approved(name, taken, tmp_path) -> None:
    approved = PICTURES / f"{name}.webp"
    assert approved.exists(), "not approved yet: make approvals"
    difference = tmp_path / f"differs-{name}.png"
    apart = compare(approved, taken / f"{name}.png", difference)
    assert apart is None, f"{apart}: look at {difference}; if it is meant, make approvals"


def test_every_picture_is_still_taken_and_all_are_small() -> None:
    kept = list(PICTURES.iterdir())
    assert {path.name for path in kept} == {f"{name}.webp" for name in take_pictures.names()}
    assert sum(path.stat().st_size for path in kept) < MOST_MB * 1e6


@pytest.mark.parametrize(("moved_px", "same"), [(0, True), (2, False)])
def test_a_line_of_text_that_moves_is_noticed(moved_px, same, tmp_path) -> None:
    kept = PICTURES / "wide-light-history.webp"
    new, difference = tmp_path / "new.png", tmp_path / "difference.png"
    picture = Image.open(kept).convert("RGB")
    moved = picture.crop((0, 200, picture.width, 400))
    picture.paste(moved, (0, 200 + moved_px))
    picture.save(new)
    assert (compare(kept, new, difference) is None) == same
    assert difference.exists() != same


@pytest.mark.parametrize(("levels", "same"), [(0, True), (2, True), (3, False)])
@pytest.mark.parametrize("box", [(0, 0, 1440, 900), (1000, 300, 1025, 318)], ids=["all", "a word"])
def test_a_slight_change_of_colour_is_noticed(levels, same, box, tmp_path) -> None:
    kept = PICTURES / "wide-dark-terrorism.webp"
    new = tmp_path / "new.png"
    picture = Image.open(kept).convert("RGB")
    picture.paste(picture.crop(box).point([min(n + levels, 255) for n in range(256)] * 3), box)
    picture.save(new)
    assert (compare(kept, new) is None) == same
