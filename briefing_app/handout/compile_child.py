"""The process that sets the pages: reads one JSON request, writes the PDF or what went wrong.

Run as a file by `compile_handout`, so that it imports Typst and nothing of the program: neither
the window nor the program's own start. Its arguments are the import path. It exits with 0 and the
PDF on standard output, or with 3 and a JSON record of the failure.
"""

from __future__ import annotations

import io
import json
import os
import sys
from typing import Any

FAILED = 3
_PLACES = "claim-places.json"  # as main.typ calls it
_ROOM_ABOVE = 14.0  # points between the top of the window and the claim


def main() -> int:
    """Return the exit code."""
    sys.path[:] = sys.argv[1:]
    import pikepdf  # noqa: F401 - while the program makes the data
    import typst

    request = json.load(sys.stdin.buffer)
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[request["font_folder"]],
    )
    templates = {name: text.encode() for name, text in request["templates"].items()}

    def compiled(files: dict[str, bytes], inputs: dict[str, str]) -> bytes:
        pdf: bytes = typst.compile(
            files,
            root=request["root"],
            font_paths=fonts,
            ignore_system_fonts=True,
            sys_inputs=inputs,
            pdf_standards=request["standards"],
            timestamp=request["timestamp"],
        )
        return pdf

    try:
        unusable = _unusable_pictures(request["pictures"], compiled, typst.TypstError)
        inputs = {"data": request["data"], "unusable": json.dumps(unusable)}
        pdf = compiled(templates, inputs)
    except typst.TypstError as error:
        report = {"message": str(error), "diagnostic": getattr(error, "diagnostic", None)}
        sys.stdout.buffer.write(json.dumps(report, default=str).encode())
        return FAILED
    sys.stdout.buffer.write(_with_destinations(pdf))
    return 0


def _with_destinations(data: bytes) -> bytes:
    """Return the PDF with a named destination for each claim, in place of the list of places.

    `claim-R12` (ISO 32000-1, section 12.3.2.3): what a link to `handout.pdf#claim-R12` opens at.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        places = json.loads(pdf.attachments[_PLACES].get_file().read_bytes())
        del pdf.attachments[_PLACES]
        names = pdf.Root.Names
        if not len(pdf.attachments):
            del names.EmbeddedFiles
        if "/Dests" not in names:
            names.Dests = pikepdf.NameTree.new(pdf).obj
        named = pikepdf.NameTree(names.Dests)
        pages = list(pdf.pages)
        for claim, (number, y) in places.items():
            page = pages[number - 1]
            top = min(float(page.mediabox[3]) - y + _ROOM_ABOVE, float(page.mediabox[3]))
            place = [page.obj, pikepdf.Name.XYZ, None, round(top, 2), None]
            named[f"claim-{claim}"] = pikepdf.Dictionary(D=pikepdf.Array(place))
        out = io.BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            fix_metadata_version=False,  # it would rewrite the metadata
            object_stream_mode=pikepdf.ObjectStreamMode.generate,  # a third of the size
        )
    return out.getvalue()


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
