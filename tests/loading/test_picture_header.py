"""A picture's size is read from its header, and never by decoding it."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from briefing_app.loading.picture_header import picture_kind, pixel_size

KINDS = [
    ("png", {"format": "PNG"}),
    ("jpeg", {"format": "JPEG"}),
    ("jpeg", {"format": "JPEG", "progressive": True}),
    ("jpeg", {"format": "JPEG", "exif": b"Exif\0\0" + b"x" * 3000, "comment": b"words"}),
    ("gif", {"format": "GIF"}),
    ("webp", {"format": "WEBP"}),
    ("webp", {"format": "WEBP", "lossless": True}),
    ("webp", {"format": "WEBP", "exif": b"Exif\0\0x"}),
]


def made(width: int, height: int, options: dict) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (width, height), (200, 100, 50)).save(stream, **options)
    return stream.getvalue()


@pytest.mark.parametrize(("kind", "options"), KINDS)
@pytest.mark.parametrize(("width", "height"), [(1, 1), (37, 5), (300, 700)])
def test_sizes(kind: str, options: dict, width: int, height: int):
    data = made(width, height, options)

    assert picture_kind(data) == kind
    assert pixel_size(data) == (width, height)


@pytest.mark.parametrize(("kind", "options"), KINDS)
def test_a_cut_file_has_no_size_or_the_right_one(kind: str, options: dict):
    data = made(37, 5, options)
    for length in range(min(len(data), 4000)):
        assert pixel_size(data[:length]) in (None, (37, 5))


@pytest.mark.parametrize("data", [b"", b"GIF", b"%PDF-1.7", b"<svg/>", b"RIFF1234WAVE"])
def test_what_is_no_picture(data: bytes):
    assert picture_kind(data) == ""
    assert pixel_size(data) is None


@given(
    st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a", b"RIFF1234WEBPVP8"]),
    st.binary(max_size=80),
)
def test_any_header_gives_a_size_or_none(start: bytes, rest: bytes):
    size = pixel_size(start + rest)
    assert size is None or min(size) > 0
