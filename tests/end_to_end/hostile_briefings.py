"""Builds folders that a careless or hostile author could hand on, one for each row of the table."""

from __future__ import annotations

import os
import shutil
import struct
import zlib
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SECRET = "zq7-nobody-may-read-this"
CANARY = (255, 0, 254)
MARK_UP = '<b>Zebra</b> <img src="file://{outside}/canary.png"> &Q #*_<>$\\ %n {0} [*] `r` @c'


class Case(NamedTuple):
    """A name, what it does to a good briefing, and how `check` ends."""

    name: str
    spoil: Callable[[Path, Path], None]
    code: int


def build(case: Case, good: Path, parent: Path, outside: Path) -> Path:
    """Return the case's folder, below `parent`; `outside` holds what nobody may read."""
    folder = parent / case.name.replace(" ", "-")
    shutil.copytree(good, folder)
    case.spoil(folder, outside)
    return folder


def make_outside(folder: Path) -> None:
    """Write what the briefings try to reach."""
    folder.mkdir()
    for name in ("secret.md", "secret.yaml", "secret.txt", "secret.css"):
        (folder / name).write_text(f"{SECRET}\n")
    (folder / "canary.png").write_bytes(png(40, 40, CANARY))


def png(width: int, height: int, colour: tuple[int, ...], said: tuple[int, int] = (0, 0)) -> bytes:
    """A picture of one colour; `said` is the size that its header claims, if another."""
    rows = (b"\0" + bytes(colour) * width) * height

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    size = said if any(said) else (width, height)
    head = struct.pack(">IIBBBBB", *size, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def replace(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text, (file, old)
    path.write_text(text.replace(old, new, 1), "utf-8")


def prose(text: str) -> Callable[[Path, Path], None]:
    """Put a text at the end of a section."""

    def spoil(folder: Path, outside: Path) -> None:
        file = folder / "sections" / "choices.md"
        added = text.replace("{outside}", str(outside))
        file.write_text(f"{file.read_text('utf-8')}\n\n{added}\n\nAnd on it goes.\n", "utf-8")

    return spoil


def swap(file: str, old: str, new: str) -> Callable[[Path, Path], None]:
    def spoil(folder: Path, outside: Path) -> None:
        replace(folder, file, old, new.replace("{outside}", str(outside)))

    return spoil


def whole(file: str, data: bytes) -> Callable[[Path, Path], None]:
    return lambda folder, outside: (folder / file).write_bytes(data) and None


def section_file(name: str) -> Callable[[Path, Path], None]:
    return swap("briefing.yaml", "file: sections/choices.md", f'file: "{name}"')


def section_is(make: Callable[[Path, Path], None]) -> Callable[[Path, Path], None]:
    """Put something else where a section's file was; it gets the path and `outside`."""

    def spoil(folder: Path, outside: Path) -> None:
        file = folder / "sections" / "choices.md"
        file.unlink()
        make(file, outside)

    return spoil


def pictures(**files: bytes | Callable[[Path, Path], None]) -> Callable[[Path, Path], None]:
    """Show pictures; each is bytes, or made by a function of its path and `outside`."""

    def spoil(folder: Path, outside: Path) -> None:
        lines = []
        for name, content in files.items():
            file = folder / name.replace("_", ".")
            if isinstance(content, bytes):
                file.write_bytes(content)
            else:
                content(file, outside)
            lines.append(f"![Words for {file.name}]({file.name})")
        prose("\n\n".join(lines))(folder, outside)

    return spoil


def link_to(name: str) -> Callable[[Path, Path], None]:
    return lambda file, outside: file.symlink_to(outside / name)


def linked_folder(folder: Path, outside: Path) -> None:
    shutil.move(folder / "sections", outside.parent / f"{folder.name}-sections")
    (folder / "sections").symlink_to(outside.parent / f"{folder.name}-sections")


def manifest_is(make: Callable[[Path], object]) -> Callable[[Path, Path], None]:
    def spoil(folder: Path, outside: Path) -> None:
        (folder / "briefing.yaml").unlink()
        make(folder / "briefing.yaml")

    return spoil


def everything_says(folder: Path, outside: Path) -> None:
    """Put mark-up, signs and placeholders into every text a briefing has."""
    words = MARK_UP.replace("{outside}", str(outside))
    quoted = "'" + words.replace("'", "''") + "'"
    for file, keys in (
        ("briefing.yaml", ("title: ", "subtitle: ", "prepared_by: ", "version: ")),
        ("claims.yaml", ("  text: ", "  label: ", "  basis: ")),
        ("sources.yaml", ("  title: ", "  publisher: ")),
    ):
        lines = (folder / file).read_text("utf-8").splitlines()
        for number, line in enumerate(lines):
            key = next((key for key in keys if line.startswith(key)), None)
            lines[number] = f"{key}{quoted}" if key else line
        (folder / file).write_text("\n".join(lines), "utf-8")
    replace(folder, "briefing.yaml", "title: Choices", f"title: {quoted}")
    replace(folder, "entities.yaml", "name: County Council", f"name: {quoted}")
    replace(
        folder, "entities.yaml", "name: Ferry Point", 'name: "Two\\nlines\\tand a tab & <i>x</i>"'
    )
    replace(folder, "options.yaml", "title: Run a ferry", f"title: {quoted}")
    replace(
        folder,
        "options.yaml",
        "summary: A ferry for the time of the closure.",
        f"summary: {quoted}",
    )
    prose(f"## {words}\n\n[{words.replace('[', '(').replace(']', ')')}]{{claim=A5}}")(
        folder, outside
    )


def many_claims(folder: Path, outside: Path) -> None:
    claims = folder / "claims.yaml"
    text, said = [claims.read_text("utf-8")], []
    for n in range(4500):
        text.append(
            f"- {{id: M{n}, section: choices, type: event,"
            f" text: The council met for the {n}th time.,"
            " actors: [county], sources: [{id: survey-2024, locator: {page: 3}}]}"
        )
        said.append(f"[The council met again ({n})]{{claim=M{n}}}." + "\n" * 2 * (n % 9 == 0))
    claims.write_text("\n".join(text), "utf-8")
    prose(" ".join(said))(folder, outside)


def many_sections(folder: Path, outside: Path) -> None:
    lines = []
    for n in range(300):
        (folder / "sections" / f"s{n}.md").write_text(f"Section {n}.\n")
        lines.append(f"  - {{id: s{n}, title: Section {n} & more, file: sections/s{n}.md}}")
    replace(
        folder, "briefing.yaml", "claims: claims.yaml", "\n".join([*lines, "claims: claims.yaml"])
    )


def device(file: Path, outside: Path) -> None:
    try:
        os.mknod(file, 0o20666, os.makedev(1, 5))  # endless zeros
    except PermissionError:
        os.mkfifo(file)


def fifo(file: Path, outside: Path) -> None:
    os.mkfifo(file)


HTML = """<script>document.write(1)</script>

<style>@import url(file://{outside}/secret.css); p { background: url({outside}/canary.png) }</style>

<iframe src="file://{outside}/secret.txt"></iframe> <object data="{outside}/secret.txt"></object>

<link rel="stylesheet" href="{outside}/secret.css"><meta http-equiv="refresh" content="0;url=/">

<table background="{outside}/canary.png"><tr><td>cell</td></tr></table>

<img src="{outside}/canary.png" onerror="x()"> <img src="https://example.org/a.png">

<svg><image href="{outside}/canary.png"/></svg> <base href="file://{outside}/">
<form action="https://example.org"><input></form> <body background="{outside}/canary.png">"""

_PATHS = """https://example.org/a.png //example.org/a.png file://{outside}/canary.png
        {outside}/canary.png ../outside/canary.png ..%2foutside%2fcanary.png
        ..\\\\outside\\\\canary.png
        data:image/png;base64,iVBORw0KGgo= qrc:/a.png C:\\\\a.png
        \\\\\\\\host\\\\a.png ~/a.png $HOME/a.png
        missing.png /dev/zero con.png a.png::$DATA sections/../../outside/canary.png ."""
PICTURE_PATHS = "\n\n".join(f"![words for {n}]({path})" for n, path in enumerate(_PATHS.split()))

_ADDRESSES = """javascript:alert(1) JaVaScRiPt:alert(1) java&#115;cript:alert(1)
        &#1;javascript:alert(1)
        javascript&colon;alert(1) vbscript:x file:///etc/passwd FILE:{outside}/secret.txt smb://host/x
        //example.org/x qrc:/x data:text/html,x \\\\\\\\host\\\\share http://user:pw@example.org/
        https://xn--e1afmkfd.example/ https://exa\u202emple.org/ https://\u0430pple.com/
        ftp://host/x
        https://example.org/%00 mailto:a@example.org?attach=/etc/passwd tel:1 about:blank"""
LINKS = "\n\n".join(f"[link {n}]({name})" for n, name in enumerate(_ADDRESSES.split()))

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/passwd"/></svg>'
GIF = b"GIF89a\x0a\0\x0a\0\x80\0\0\0\0\0\xff\xff\xff"
GIF_FRAME = (
    b"\x21\xf9\4\0\0\0\0\0\x2c\0\0\0\0\x0a\0\x0a\0\0"
    b"\2\x0b\x84\x8f\xa9\xcb\xed\x0f\xa3\x9c\xb4\xda\x8b\0"
)
JPEG = b"\xff\xd8\xff\xc0\0\x11\x08\xff\xff\xff\xff\3\1\x22\0\2\x11\1\3\x11\1\xff\xd9"
WEBP = b"RIFF\x24\0\0\0WEBPVP8L\x0d\0\0\0\x2f\xff\xff\xff\x0f" + b"\0" * 16

ALIASES = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"

CASES = (
    Case("alias bomb", whole("claims.yaml", ALIASES.encode()), 1),
    Case("deep brackets", whole("entities.yaml", b"[" * 30_000), 1),
    Case("python tag", whole("sources.yaml", b"!!python/object/apply:os.system [id]"), 1),
    Case("second document", swap("briefing.yaml", "format: 1", "format: 1\n---\nformat: 1"), 1),
    Case("duplicate key", swap("briefing.yaml", "format: 1", "format: 1\nformat: 1"), 1),
    Case("hidden in title", swap("briefing.yaml", "title: The", "title: The \u202e"), 1),
    Case(
        "hidden by escape",
        swap("claims.yaml", "text: Rust", 'text: "\\u202E Rust"\n  note: Rust'),
        1,
    ),
    Case("nul byte", whole("claims.yaml", b"- id: A1\0"), 1),
    Case("utf 16", whole("claims.yaml", "- id: A1".encode("utf-16")), 1),
    Case("number of 5000 digits", swap("claims.yaml", "value: 4200", f"value: {'9' * 5000}"), 1),
    Case("year 99999", swap("claims.yaml", "date: 2024-02", "date: 99999-02"), 1),
    Case("manifest is a fifo", manifest_is(os.mkfifo), 1),
    Case("manifest is a folder", manifest_is(os.mkdir), 1),
    Case("manifest is random", whole("briefing.yaml", bytes(range(256)) * 40), 1),
    Case("manifest is empty", whole("briefing.yaml", b""), 1),
    Case("language is a path", swap("briefing.yaml", "language: en-GB", "language: ../../etc"), 1),
    Case("section upwards", section_file("../outside/secret.md"), 1),
    Case(
        "section absolute", swap("briefing.yaml", "sections/choices.md", "{outside}/secret.md"), 1
    ),
    Case("section is an address", section_file("https://example.org/a.md"), 1),
    Case("section is a file address", section_file("file:///etc/passwd"), 1),
    Case("section is zero", section_file("/dev/zero"), 1),
    Case("section is a link", section_is(link_to("secret.md")), 1),
    Case("section links to itself", section_is(lambda file, _: file.symlink_to(file)), 1),
    Case("section is a fifo", section_is(fifo), 1),
    Case("section is a device", section_is(device), 1),
    Case("section is a folder", section_is(lambda file, _: file.mkdir()), 1),
    Case("folder is a link", linked_folder, 1),
    Case(
        "claims upwards",
        swap("briefing.yaml", "claims: claims.yaml", "claims: ../outside/secret.yaml"),
        1,
    ),
    Case("raw html", prose(HTML), 0),
    Case("picture paths", prose(PICTURE_PATHS), 1),
    Case("picture is a link", pictures(a_png=link_to("canary.png")), 1),
    Case("picture is a fifo", pictures(a_png=fifo), 1),
    Case("picture is a device", pictures(a_png=device), 1),
    Case("picture of 3600 megapixels", pictures(a_png=png(4, 4, (0, 0, 0), (60_000, 60_000))), 1),
    Case(
        "pictures that lie",
        pictures(
            a_png=png(4, 4, (0, 0, 0), (4000, 4000)),
            b_png=png(3000, 3000, (0, 0, 0), (3, 3)),
            c_png=png(9, 9, (9, 9, 9))[:50],
            d_png=b"<html><img src=/etc/passwd></html>",
            e_png=SVG,
            f_svg=SVG,
            g_jpg=JPEG,
            h_gif=GIF + GIF_FRAME * 20_000,
            i_webp=WEBP,
            j_png=b"",
            k_png=b"%PDF-1.4",
        ),
        1,
    ),
    Case(
        "many pictures", pictures(**{f"p{n}_png": png(300, 300, (n, n, n)) for n in range(60)}), 0
    ),
    Case("links", prose(LINKS), 0),
    Case("long word", prose("x" * 300_000), 1),
    Case("long arabic word", prose("\u0628" * 100_000), 1),
    Case("combining marks", prose("e" + "\u0301" * 20_000), 1),
    Case("hidden in prose", prose("a\u202eb\u2066c\u200bd\ufeff \x01\x1b[31m \U000e0041"), 0),
    Case("4000 headings", prose("\n\n".join(f"## Heading {n}" for n in range(4000))), 1),
    Case("4000 list items", prose("\n".join(f"- item {n}" for n in range(4000))), 1),
    Case(
        "2000 columns",
        prose("|".join("c" * 2000) + "\n" + "|".join(["-"] * 2000) + "\n" + "|".join("v" * 2000)),
        1,
    ),
    Case("5000 rows", prose("a|b\n-|-\n" + "1|2\n" * 5000), 1),
    Case("2 MB of words", prose("word " * 400_000), 1),
    Case("open brackets", prose("[" * 50_000), 1),
    Case("open links", prose("[a](" * 20_000), 1),
    Case("stars", prose("*a_" * 30_000), 1),
    Case("quotations", prose(">" * 5000 + "x"), 1),
    Case("nested lists", prose("\n".join("  " * n + "- x" for n in range(300))), 1),
    Case("definitions", prose("\n".join(f"[d{n}]: /x" for n in range(20_000))), 0),
    Case("back ticks", prose("".join("`" * n + " " for n in range(700))), 1),
    Case(
        "footnotes",
        prose(
            " ".join(f"w[^n{n}]" for n in range(2000))
            + "".join(f"\n\n[^n{n}]: note {n}" for n in range(2000))
        ),
        1,
    ),
    Case("open marks", prose("[a]{claim=" * 20_000), 1),
    Case("marks on nothing", prose("[a]{claim=Z1} " * 2000), 1),
    Case("mark up everywhere", everything_says, 0),
    Case(
        "title of 100000 letters",
        swap("briefing.yaml", "title: The bridge", f"title: {'The bridge ' * 9000}"),
        1,
    ),
    Case("claim of 300000 letters", swap("claims.yaml", "text: Rust", f"text: {'R' * 300_000}"), 1),
    Case("claim of 19000 letters", swap("claims.yaml", "text: Rust", f"text: {'R' * 19_000}"), 0),
    Case("claim of 3000 words", swap("claims.yaml", "text: Rust", f"text: {'rust ' * 3000}"), 0),
    Case("4500 claims", many_claims, 0),
    Case("300 sections", many_sections, 1),
)
