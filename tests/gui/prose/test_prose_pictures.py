"""Pictures in prose: what may be decoded, what is said instead, and that nothing waits for it."""

from __future__ import annotations

import struct
import zlib

import pytest
from PySide6 import QtCore, QtGui

from briefing_app.errors import UnsafePathError
from briefing_app.gui.prose import prose_pictures
from briefing_app.gui.prose.prose_pictures import (
    LARGEST_BYTES,
    MOST_PICTURES,
    ProsePictures,
    decode,
    picture_format,
    picture_size,
)
from briefing_app.gui.prose.prose_view import ProseStyle, ProseView
from briefing_app.gui.theme.theme import LIGHT, Theme
from briefing_app.model.briefing import Briefing
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.dates import EdtfDate
from briefing_app.model.prose import Paragraph, Picture, RichText


def picture(width: int, height: int, kind: str = "PNG", colour: str = "#cc3344") -> bytes:
    image = QtGui.QImage(width, height, QtGui.QImage.Format.Format_RGB32)
    image.fill(QtGui.QColor(colour))
    buffer = QtCore.QBuffer()
    buffer.open(QtCore.QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)
    return bytes(buffer.data())


def lying_png(width: int, height: int) -> bytes:
    """A PNG whose header promises a size that its data does not have."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"x"))


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_pictures_are_known_by_their_first_bytes(qapp, kind):
    data = picture(40, 30, kind)
    assert picture_format(data) == kind.lower().encode()
    assert picture_size(data) == QtCore.QSize(40, 30)
    assert decode(data, picture_format(data), 20).size() == QtCore.QSize(20, 15)


GIF = (
    b"GIF89a\x02\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x02\x00\x01\x00"
    b"\x00\x02\x02\x04\n\x00;"
)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not a PNG"),
        (b"<html><script>alert(1)</script></html>", "not a PNG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' width='5' height='5'/>", "not a PNG"),
        (b"%PDF-1.7", "not a PNG"),
        (b"BM" + b"\0" * 100, "not a PNG"),
        (b"\x89PNG\r\n\x1a\n", "damaged"),
        (b"\xff\xd8\xff", "damaged"),
        (lying_png(60_000, 60_000), "40 million"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * LARGEST_BYTES, "32 MB"),
    ],
)
@pytest.mark.qt_log_ignore("JPEG datastream contains no image", extend=True)
def test_what_is_not_shown_says_why(qapp, data, reason):
    answer = picture_size(data)
    assert isinstance(answer, str)
    assert reason in answer


def test_a_gif_shows_its_first_frame(qapp):
    assert picture_format(GIF) == b"gif"
    assert picture_size(GIF) == QtCore.QSize(2, 1)


def test_only_so_many_are_shown_in_a_section(qapp):
    data = picture(4, 4)
    pictures = ProsePictures(lambda _path: data, pixel_ratio=1.0)
    answers = [pictures.add(f"{n}.png") for n in range(MOST_PICTURES + 1)]
    assert [isinstance(answer, str) for answer in answers] == [False] * MOST_PICTURES + [True]
    assert isinstance(pictures.add("0.png"), QtGui.QTextImageFormat)  # once more is no more work


def refuse(_path: str) -> bytes:
    raise UnsafePathError("'../x.png' points outside the briefing's folder.")


def broken(_path: str) -> bytes:
    raise OSError(5, "Input/output error")


@pytest.mark.parametrize(("read", "reason"), [(refuse, "outside"), (broken, "cannot be read")])
def test_a_picture_that_cannot_be_read_says_why(qapp, read, reason):
    answer = ProsePictures(read, pixel_ratio=1.0).add("x.png")
    assert isinstance(answer, str)
    assert reason in answer


@pytest.fixture
def view(qtbot):
    def made(data: bytes) -> ProseView:
        date = EdtfDate("2022")
        references = CrossReferences(Briefing("b", "B", "en", "1", date, date, (), (), ()))
        blocks = (
            Paragraph(RichText("Before."), 1),
            Picture("map.png", "A map", 2),
            Paragraph(RichText("After."), 3),
        )
        view = ProseView(
            blocks,
            references,
            Theme(LIGHT),
            section_id="s",
            style=ProseStyle(),
            read_picture=lambda _path: data,
        )
        qtbot.addWidget(view)
        view.resize(900, 700)
        with qtbot.waitExposed(view):
            view.show()
        return view

    return made


def has_colour(view: ProseView, name: str) -> bool:
    image = view.viewport().grab().toImage()
    x = view.body.geometry.column.left + 20
    return any(image.pixelColor(x, y).name() == name for y in range(image.height()))


def test_a_picture_appears_where_it_stands_once_it_is_decoded(view, qtbot):
    shown = view(picture(300, 200))
    qtbot.waitUntil(lambda: has_colour(shown, "#cc3344"))


def test_a_wide_picture_is_made_to_fit_the_column_and_again_when_that_changes(view, qtbot):
    shown = view(picture(2000, 500))
    qtbot.waitUntil(lambda: has_colour(shown, "#cc3344"))
    widths = []
    for width in (900, 500, 900):
        shown.resize(width, 700)
        cursor = QtGui.QTextCursor(shown.document())
        cursor.setPosition(shown.body.places.unit_numbered(2).start + 1)
        made = cursor.charFormat().toImageFormat()
        widths.append(made.width())
        assert made.width() == shown.body.geometry.column.width
        assert made.height() == pytest.approx(made.width() / 4, abs=1)
    assert widths[0] == widths[2] > widths[1]


def test_words_take_the_place_of_a_truncated_picture(view, qtbot):
    data = picture(300, 200)
    shown = view(data[: len(data) // 2])
    qtbot.waitUntil(lambda: "damaged" in shown.document().toPlainText())
    assert shown.document().toPlainText().splitlines() == [
        "Before.",
        "[Picture: A map. Not shown: the picture is damaged.]",
        "After.",
    ]


def test_nothing_is_decoded_on_the_window_s_thread(view, qtbot, monkeypatch):
    threads = []

    def noting(*arguments):
        threads.append(QtCore.QThread.currentThread())
        return decode(*arguments)

    monkeypatch.setattr(prose_pictures, "decode", noting)
    shown = view(picture(300, 200))
    qtbot.waitUntil(lambda: has_colour(shown, "#cc3344"))
    assert threads
    assert QtCore.QThread.currentThread() not in threads
