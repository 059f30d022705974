"""Makes the folders of tests/fixtures/broken/cases.txt. Run it to write what is printed now."""

from __future__ import annotations

import codecs
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from briefing_app.errors import ContentError
from briefing_app.loading.load_briefing import load_briefing

FIXTURES = Path(__file__).parent.parent / "fixtures"
CASES = FIXTURES / "broken" / "cases.txt"


class Case(NamedTuple):
    name: str
    changes: tuple[str, ...]
    expected: tuple[str, ...]


def read_cases() -> list[Case]:
    """Return the cases of the table."""
    _, *blocks = re.split(r"^== ", CASES.read_text("utf-8"), flags=re.MULTILINE)
    cases = []
    for block in blocks:
        name, *lines = block.rstrip("\n").split("\n")
        changes = tuple(line for line in lines if line and line[0] not in ">")
        expected = tuple(line for line in lines if line.startswith(">"))
        cases.append(Case(name, changes, expected))
    return cases


def _bytes(text: str) -> bytes:
    """The table's escapes, as bytes: `\\xff` is that byte, everything else UTF-8."""
    parts = re.split(r"(\\x[0-9a-f]{2}|\\u[0-9a-f]{4}|\\n|\\t|\\\\)", text)
    found = b""
    for part in parts:
        if part.startswith("\\x"):
            found += bytes.fromhex(part[2:])
        elif part.startswith("\\"):
            found += codecs.decode(part, "unicode_escape").encode()
        else:
            found += part.encode()
    return found


def build(case: Case, folder: Path) -> None:
    """Write the case's files into a folder that is not there yet."""
    shutil.copytree(FIXTURES / "valid" / "minimal", folder)
    for change in case.changes:
        if change.endswith(" !"):
            (folder / change[:-2]).unlink()
            continue
        whole = re.match(r"(\S+) := ?(.*)\Z", change)
        if whole:
            (folder / whole[1]).write_bytes(_bytes(whole[2]))
            continue
        name, rest = change.split(": ", 1)
        old, new = rest.split(" => ", 1) if " => " in rest else (rest.removesuffix(" =>"), "")
        data = (folder / name).read_bytes()
        assert data.count(_bytes(old)) == 1, (case.name, old, data.count(_bytes(old)))
        (folder / name).write_bytes(data.replace(_bytes(old), _bytes(new)))


def printed(folder: Path) -> list[str]:
    """Return what is wrong with a folder, in the table's form."""
    try:
        loaded = load_briefing(folder)
    except ContentError as error:
        message = str(error).replace(str(folder), "FOLDER")
        return [f">! {message}", *(f">! {problem}" for problem in error.problems)]
    return [f"> {problem}" for problem in loaded.problems]


def _rewrite() -> None:
    text = CASES.read_text("utf-8")
    result = [text.partition("\n== ")[0]]
    for case in read_cases():
        with tempfile.TemporaryDirectory() as base:
            folder = Path(base, "case")
            build(case, folder)
            result.append("\n".join((f"== {case.name}", *case.changes, *printed(folder), "")))
    CASES.write_text("\n".join(result), "utf-8")


if __name__ == "__main__":
    sys.exit(_rewrite())
