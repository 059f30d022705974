"""The process that takes the briefing out of a PDF: few bytes may unpack to more than there is.

Run as a file by `read_handout`; its arguments are the import path, and its input is one JSON
record. It exits with 0 and the pack on standard output, or with 3 and a sentence that says why
there is none. Memory and time are limited where the system can (POSIX).
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import zlib
from typing import Any, Final

REFUSED: Final = 3
MOST_SECONDS: Final = 20  # of the processor
_MOST_ATTACHMENTS: Final = 1000


class _RefusedError(Exception):
    """Why the PDF gives no briefing."""


def main() -> int:
    """Return the exit code."""
    sys.path[:] = sys.argv[1:]
    request = json.loads(sys.stdin.buffer.read())
    _limit(request["most_memory"])
    try:
        pack = _attached(**request)
    except _RefusedError as refusal:
        sys.stdout.buffer.write(str(refusal).encode(errors="surrogateescape"))
        return REFUSED
    sys.stdout.buffer.write(pack)
    return 0


def _limit(most_memory: int) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # Windows; a lower limit is set
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most_memory, most_memory))
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _attached(path: str, ending: str, most_bytes: int, most_memory: int) -> bytes:
    import pikepdf

    try:
        with pikepdf.open(path, suppress_warnings=True) as pdf:
            return _pack_bytes(pdf, ending, most_bytes)
    except pikepdf.PasswordError as error:
        raise _RefusedError("asks for a password; save it without one first.") from error
    except OSError as error:
        raise _RefusedError(f"cannot be read: {error.strerror or error}.") from error
    except MemoryError as error:
        raise _RefusedError("unpacks to more than is opened.") from error
    except (pikepdf.PdfError, pikepdf.DataDecodingError, zlib.error, RuntimeError, ValueError,
            TypeError, KeyError, AttributeError) as error:  # fmt: skip
        if _most_used() > most_memory // 4:  # qpdf takes what finds no room for damaged
            raise _RefusedError("unpacks to more than is opened, or is damaged.") from error
        raise _RefusedError("is damaged. Ask for a new copy.") from error


def _most_used() -> int:
    """The most memory that this process had, in bytes; 0 where that is not told."""
    try:
        import resource
    except ImportError:
        return 0
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def _pack_bytes(pdf: Any, ending: str, most_bytes: int) -> bytes:
    """The bytes of the one attachment whose name ends so."""
    streams = []
    for number, (name, attachment) in enumerate(pdf.attachments.items()):
        if number >= _MOST_ATTACHMENTS:
            raise _RefusedError("has too many attachments and is not opened.")
        if name.lower().endswith(ending):
            streams.append(attachment.obj.EF.F)
    if len(streams) > 1:
        raise _RefusedError("carries more than one briefing, so none of them is opened.")
    if not streams:
        raise _RefusedError(
            "is a PDF that carries no briefing. Handouts made by Briefing Viewer do; ask "
            "whoever sent it for the .briefing file."
        )
    return _limited(streams[0], most_bytes)


def _limited(stream: Any, most_bytes: int) -> bytes:
    """Decode an attachment, but never more of it than a pack may be long."""
    raw = bytes(stream.read_raw_bytes())
    filters = stream.get("/Filter")
    names = [] if filters is None else [str(f) for f in _listed(filters)]
    if names and (names != ["/FlateDecode"] or stream.get("/DecodeParms") is not None):
        raise _RefusedError("carries its briefing in a way that is not read.")
    if not names:
        return raw
    unpacker = zlib.decompressobj()
    data = unpacker.decompress(raw, most_bytes)
    if not unpacker.eof:
        raise _RefusedError("carries a briefing that is damaged or too large.")
    return data


def _listed(filters: Any) -> list[Any]:
    import pikepdf

    return list(filters) if isinstance(filters, pikepdf.Array) else [filters]


if __name__ == "__main__":
    code = main()
    sys.stdout.buffer.flush()
    os._exit(code)
