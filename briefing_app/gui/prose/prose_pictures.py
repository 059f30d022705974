"""Pictures in prose: only what is safe to decode, decoded away from the window.

Limits: research on hostile content (a picture of 60,000 x 60,000 pixels, a lying header, a web page
called .png). What a picture is, its first bytes say; its name says nothing.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from briefing_app.errors import BriefingError
from briefing_app.gui.work.background import Background

if TYPE_CHECKING:
    from collections.abc import Callable

LARGEST_BYTES = 32 * 1024 * 1024
LARGEST_PIXELS = 40_000_000
MOST_PICTURES = 16  # in one section
_SCHEME = "picture:"


def _tr(text: str) -> str:
    return QtCore.QCoreApplication.translate("prose", text)


def picture_format(data: bytes) -> bytes:
    """Return Qt's name for the kind of picture, by its first bytes; empty if it is none of ours."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return b"png"
    if data.startswith(b"\xff\xd8\xff"):
        return b"jpeg"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return b"gif"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return b"webp"
    return b""


def _reader(data: bytes, kind: bytes, buffer: QtCore.QBuffer) -> QtGui.QImageReader:
    buffer.setData(data)
    buffer.open(QtCore.QIODevice.OpenModeFlag.ReadOnly)
    reader = QtGui.QImageReader(buffer, kind)
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    return reader


def picture_size(data: bytes) -> QtCore.QSize | str:
    """Return the size that a picture says it has, in pixels, or why it is not to be decoded."""
    if len(data) > LARGEST_BYTES:
        return _tr("Not shown: the file is larger than 32 MB.")
    kind = picture_format(data)
    if not kind:
        return _tr("Not shown: it is not a PNG, JPEG, GIF or WebP picture.")
    buffer = QtCore.QBuffer()
    size = _reader(data, kind, buffer).size()
    if not size.isValid() or size.isEmpty():
        return _tr("Not shown: the picture is damaged.")
    if size.width() * size.height() > LARGEST_PIXELS:
        return _tr("Not shown: it has more than 40 million pixels.")
    return size


def decode(data: bytes, kind: bytes, width_px: int) -> QtGui.QImage:
    """Return the picture, made smaller to a width where it is wider; null if it is damaged."""
    buffer = QtCore.QBuffer()
    reader = _reader(data, kind, buffer)
    size = reader.size()
    if size.width() > width_px:
        height = max(1, round(size.height() * width_px / size.width()))
        reader.setScaledSize(QtCore.QSize(width_px, height))
    return reader.read()


class ProsePictures(QtCore.QObject):
    """The pictures of one section; `picture_ready` says that one can be painted."""

    picture_ready = QtCore.Signal(str, QtGui.QImage)  # its name in the document
    picture_failed = QtCore.Signal(str)  # its path: it has turned out to be damaged

    def __init__(
        self,
        read_picture: Callable[[str], bytes],
        *,
        pixel_ratio: float,
        damaged: frozenset[str] = frozenset(),
        parent: QtCore.QObject | None = None,
    ) -> None:
        """Read with `read_picture`, which raises a BriefingError or OSError where it cannot.

        The paths in `damaged` are known to be so from an earlier try.
        """
        super().__init__(parent)
        self._read = read_picture
        self._ratio = pixel_ratio
        self._background: Background | None = None
        self._names: list[str] = []
        self._paths: dict[str, str] = {}
        self._known: dict[str, QtGui.QTextImageFormat | str] = {
            path: _tr("Not shown: the picture is damaged.") for path in damaged
        }
        self._waiting: list[tuple[str, bytes, bytes, int]] = []
        self.widest_px = 600

    def add(self, path: str) -> QtGui.QTextImageFormat | str:
        """Return the format of a picture whose size is known, or why it is not shown."""
        if path not in self._known:
            self._known[path] = self._look_at(path)
        return self._known[path]

    def _look_at(self, path: str) -> QtGui.QTextImageFormat | str:
        if len(self._names) >= MOST_PICTURES:
            return _tr("Not shown: a section shows at most 16 pictures.")
        try:
            data = self._read(path)
        except BriefingError as error:
            return str(error)
        except OSError:
            return _tr("Not shown: the file cannot be read.")
        size = picture_size(data)
        return size if isinstance(size, str) else self._expect(path, data, size)

    def _expect(self, path: str, data: bytes, size: QtCore.QSize) -> QtGui.QTextImageFormat:
        """Keep room for a picture; it is decoded on `start`."""
        kind = picture_format(data)
        name = f"{_SCHEME}{len(self._names)}"
        self._names.append(name)
        width = min(size.width(), self.widest_px)
        self._paths[name] = path
        self._waiting.append((name, data, kind, round(width * self._ratio)))
        made = QtGui.QTextImageFormat()
        made.setName(name)
        made.setWidth(width)
        made.setHeight(max(1, round(size.height() * width / size.width())))
        return made

    def start(self) -> None:
        """Decode what has been added, in a thread."""
        if self._waiting and self._background is None:
            self._background = Background(self)
        for name, data, kind, width_px in self._waiting:
            assert self._background is not None
            self._background.run(
                partial(decode, data, kind, width_px),
                partial(self._deliver, name),
                partial(self._fail, name),
            )
        self._waiting.clear()

    def _deliver(self, name: str, image: QtGui.QImage) -> None:
        if image.isNull():
            self.picture_failed.emit(self._paths[name])
        else:
            image.setDevicePixelRatio(self._ratio)
            self.picture_ready.emit(name, image)

    def _fail(self, name: str, _error: Exception) -> None:
        self.picture_failed.emit(self._paths[name])

    def wait(self) -> None:
        """Wait until nothing is being decoded; for closing down."""
        if self._background is not None:
            self._background.wait()
