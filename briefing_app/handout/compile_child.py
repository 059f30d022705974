"""The process that sets the pages: reads one JSON request, writes the PDF or what went wrong.

The request is one line of standard input, which stays open as long as somebody waits for the
pages: when it closes, the process ends at once.

Run as a file by `compile_handout`, so that it imports Typst and what packs the PDF: neither the
window nor the program's own start. Its arguments are the import path. It exits with 0 and the PDF
on standard output, or with 3 and a JSON record of the failure. Whatever Typst warns of is a
failure too: pages that do not settle bear wrong numbers, and look as good as right ones.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import threading
from typing import Any

FAILED = 3
ALLOWED_WARNINGS: tuple[str, ...] = ()  # how each that harms no page begins, with the reason


def main() -> int:
    """Return the exit code."""
    sys.path[:] = sys.argv[1:]
    import typst

    from briefing_app.handout.object_streams import packed

    request = json.loads(sys.stdin.buffer.readline())
    threading.Thread(target=_end_with_parent, daemon=True).start()
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[request["font_folder"]],
    )
    templates = {name: text.encode() for name, text in request["templates"].items()}

    def compiled(files: dict[str, bytes], inputs: dict[str, str]) -> tuple[bytes, list[Any]]:
        """The PDF and what Typst warns of."""
        pdf: bytes
        pdf, warnings = typst.compile_with_warnings(
            files,
            root=request["root"],
            font_paths=fonts,
            ignore_system_fonts=True,
            sys_inputs=inputs,
            pdf_standards=request["standards"],
            timestamp=request["timestamp"],
        )
        return pdf, warnings

    try:
        unusable = _unusable_pictures(request["pictures"], compiled, typst.TypstError)
        inputs = {"data": request["data"], "unusable": json.dumps(unusable)}
        pdf, warnings = compiled(templates, inputs)
    except typst.TypstError as error:
        return _report({"message": str(error), "diagnostic": getattr(error, "diagnostic", None)})
    told = [str(warning) for warning in warnings]
    told = [words for words in told if not words.startswith(ALLOWED_WARNINGS)]
    if told:
        return _report({"message": told[0], "warnings": told})
    with contextlib.suppress(ValueError):  # laid out as by another Typst: larger, and as good
        pdf = packed(pdf)
    sys.stdout.buffer.write(pdf)
    return 0


def _end_with_parent() -> None:
    # Typst lets this thread run while it works. The system's own signal for a parent's death would
    # come with the end of the thread that started us, too.
    while os.read(sys.stdin.fileno(), 1 << 12):
        pass
    os._exit(FAILED)


def _report(failure: dict[str, Any]) -> int:
    """Write what went wrong; return the exit code that says that it did."""
    sys.stdout.buffer.write(json.dumps(failure, default=str).encode())
    return FAILED


def _unusable_pictures(names: list[str], compiled: Any, failure: type[Exception]) -> list[str]:
    """Return the pictures that cannot be set; one that is broken must not cost the handout."""
    probe = (
        '#set document(title: "p")\n#set text(font: "Inter")\n#title()\n'
        '#image(sys.inputs.name, alt: "p", width: 20mm)'
    )
    unusable = []
    for name in names:
        try:
            compiled({"main.typ": probe.encode()}, {"name": name})
        except failure:
            unusable.append(name)
    return unusable


if __name__ == "__main__":
    code = main()
    sys.stdout.buffer.flush()
    os._exit(code)  # what Typst keeps in memory is given back faster by the system than by Python
