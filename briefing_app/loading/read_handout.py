"""The briefing that a handout PDF carries (ISO 19005-3: an associated file)."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any, Final

from briefing_app.errors import ContentError
from briefing_app.loading.read_pack import BriefingPack
from briefing_app.model.pack_format import MOST_BYTES, PACK_ENDING

if TYPE_CHECKING:
    from pathlib import Path

_MIB: Final = 1024 * 1024
_MOST_ATTACHMENTS: Final = 1000


def attached_pack(path: Path) -> BriefingPack:
    """Return the pack in a PDF, read in memory.

    Raises:
        ContentError: the PDF cannot be read, carries no briefing, or the pack in it is refused.
    """
    import pikepdf

    try:
        if path.stat().st_size > MOST_BYTES:
            raise ContentError(f"{path} is larger than {MOST_BYTES // _MIB} MiB and is not opened.")
        with pikepdf.open(path, suppress_warnings=True) as pdf:
            data = _pack_bytes(pdf, path)
    except pikepdf.PasswordError as error:
        raise ContentError(f"{path} asks for a password; save it without one first.") from error
    except OSError as error:
        raise ContentError(f"{path} cannot be read: {error.strerror or error}.") from error
    except (pikepdf.PdfError, pikepdf.DataDecodingError, zlib.error, RuntimeError, ValueError,
            TypeError, KeyError, AttributeError) as error:  # fmt: skip
        raise ContentError(f"{path} is damaged. Ask for a new copy.") from error
    return BriefingPack(path, data, origin="handout")


def _pack_bytes(pdf: Any, path: Path) -> bytes:
    """The bytes of the one attachment that is called `….briefing`."""
    streams = []
    for number, (name, attachment) in enumerate(pdf.attachments.items()):
        if number >= _MOST_ATTACHMENTS:
            raise ContentError(f"{path} has too many attachments and is not opened.")
        if name.lower().endswith(PACK_ENDING):
            streams.append(attachment.obj.EF.F)
    if len(streams) > 1:
        raise ContentError(f"{path} carries more than one briefing, so none of them is opened.")
    if not streams:
        raise ContentError(
            f"{path} is a PDF that carries no briefing. Handouts made by Briefing Viewer do; ask "
            "whoever sent it for the .briefing file."
        )
    return _limited(streams[0], path)


def _limited(stream: Any, path: Path) -> bytes:
    """Decode an attachment, but never more of it than a pack may be long."""
    raw = bytes(stream.read_raw_bytes())
    filters = stream.get("/Filter")
    names = [] if filters is None else [str(f) for f in _listed(filters)]
    if names and (names != ["/FlateDecode"] or stream.get("/DecodeParms") is not None):
        raise ContentError(f"{path} carries its briefing in a way that is not read.")
    if not names:
        return raw
    unpacker = zlib.decompressobj()
    data = unpacker.decompress(raw, MOST_BYTES)
    if not unpacker.eof:
        raise ContentError(f"{path} carries a briefing that is damaged or too large.")
    return data


def _listed(filters: Any) -> list[Any]:
    import pikepdf

    return list(filters) if isinstance(filters, pikepdf.Array) else [filters]
