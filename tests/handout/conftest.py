"""Briefings to print, and what is asked of every PDF."""

from __future__ import annotations

import io
import re
import struct
import zlib
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import page
import pikepdf
import pypdfium2
import pytest

from briefing_app.export.citation import references
from briefing_app.handout.compile_handout import make_handout
from briefing_app.handout.handout_plan import HandoutPlan
from briefing_app.loading.load_briefing import load_briefing
from briefing_app.model.briefing import Briefing, Section
from briefing_app.model.claim import Citation, Claim, ClaimType
from briefing_app.model.dates import EdtfDate
from briefing_app.model.prose import ClaimMark, Paragraph, RichText
from briefing_app.model.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.loading.loaded_briefing import LoadedBriefing

_STREAM_LENGTH = re.compile(r"PDFA\w+-STREAM-LENGTH-001")


def paragraph(text: str, number: int = 1, **marks: str) -> Paragraph:
    """A paragraph; each mark names its claim and the words that say it."""
    spans = [(text.index(words), text.index(words) + len(words), c) for c, words in marks.items()]
    spans.sort()
    return Paragraph(RichText(text, tuple(ClaimMark(s, e, (c,)) for s, e, c in spans)), number)


def small_briefing(**changes: object) -> Briefing:
    """One section, one claim, one source; `changes` replace fields."""
    briefing = Briefing(
        id="small",
        title="A small briefing",
        language="en-GB",
        version="1.0.0",
        issued=EdtfDate("2026-11-22"),
        as_of=EdtfDate("2022-05-06"),
        summary=(paragraph("The vote was lost.", C1="The vote was lost"),),
        sections=(
            Section("vote", "The vote", (paragraph("In 1947 the vote was lost.", C1="was lost"),)),
        ),
        claims=(
            Claim("C1", "vote", ClaimType.EVENT, "The vote was lost.", sources=(Citation("s"),)),
        ),
        sources=(Source("s", "report", title="A report"),),
    )
    return msgspec.structs.replace(briefing, **changes)


def no_pictures(path: str) -> bytes:
    raise FileNotFoundError(path)


def printed(
    briefing: Briefing,
    plan: HandoutPlan | None = None,
    read_picture: Callable[[str], bytes] = no_pictures,
) -> bytes:
    """The handout with its references."""
    listed = references(briefing.sources)
    return make_handout(briefing, plan or HandoutPlan(), listed, read_picture)


def page_texts(pdf: bytes) -> list[str]:
    """What a reader who copies each page gets."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [sheet.get_textpage().get_text_range() for sheet in document]
    finally:
        document.close()


def destinations(pdf: bytes) -> dict[str, tuple[int, float]]:
    """Where each name leads: the page, from 0, and how high on it, in points from its foot."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        order = {sheet.obj.objgen: number for number, sheet in enumerate(document.pages)}
        named = pikepdf.NameTree(document.Root.Names.Dests)
        places = {name: named[name] for name in named}
        return {name: (order[place[0].objgen], float(place[3])) for name, place in places.items()}


class NumberedLink(NamedTuple):
    """A link that says on which page it ends, and where it does end; pages from 1."""

    from_page: int
    said: int
    words: str
    to_page: int


def numbered_links(pdf: bytes) -> list[NumberedLink]:
    """Links within the handout whose description, in any language, ends with a page's number."""
    found = []
    with pikepdf.open(io.BytesIO(pdf)) as document, pypdfium2.PdfDocument(pdf) as shown:
        named = destinations(pdf) if "/Names" in document.Root else {}
        order = {sheet.obj.objgen: number for number, sheet in enumerate(document.pages)}
        for number, sheet in enumerate(document.pages):
            words = shown[number].get_textpage()
            for link in sheet.get("/Annots", ()):
                said = re.search(r"\s(\d+)$", str(link.get("/Contents", "")))
                if said is None or "/Dest" not in link:
                    continue
                aim = link.Dest
                by_name = isinstance(aim, pikepdf.String)
                to_page = named[str(aim)][0] if by_name else order[aim[0].objgen]
                text = words.get_text_bounded(*(float(edge) for edge in link.Rect))
                found.append(NumberedLink(number + 1, int(said[1]), text.strip(), to_page + 1))
    return found


def wrong_page_numbers(pdf: bytes) -> list[str]:
    """What the pages say of their own numbers, and links of theirs, that is not so."""
    texts = [" ".join(text.split()) for text in page_texts(pdf)]
    wrong = []
    for number, text in enumerate(texts, 1):
        forms = (f"Page {number} of {len(texts)}", f"{len(texts)} of {number} Page")  # as copied
        if not any(form in text for form in forms):
            wrong.append(f"page {number} does not say so")
    with pypdfium2.PdfDocument(pdf) as shown:
        parts = {part.get_title(): part.get_dest().get_index() + 1 for part in shown.get_toc()}
    table = parts.get("Claim table", len(texts) + 1)
    for link in numbered_links(pdf):
        # digits in the text between contents and claim table are those of footnotes
        is_number = link.words.isdecimal() and (link.from_page == 1 or link.from_page >= table)
        printed_number = int(link.words) if is_number else link.said
        if not link.said == link.to_page == printed_number:
            wrong.append(str(link))
    return wrong


def squeezed(text: str) -> str:
    """Text without white space and hyphenation, to compare what was set with what was written."""
    return re.sub(r"[\s\u00ad\u200b\ufffe\u0002]|-(?=\s*\n)", "", text).replace("-", "")


def conformance_failures(pdf: bytes) -> list[str]:
    """What breaks PDF/UA-1 or PDF/A-3a, but for the validator's one known false alarm."""
    found = []
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A):
        report = page.validate_pdf_bytes(pdf, profile=profile)
        for failure in report.failures:
            alarm = _STREAM_LENGTH.fullmatch(failure.rule_id)
            if not (alarm and stream_lengths_are_right(pdf)):
                found.append(f"{failure.rule_id}: {failure.message}")
    return found


def stream_lengths_are_right(pdf: bytes) -> bool:
    """Whether qpdf finds the end of each stream where its /Length says.

    page-validation 0.11 takes a final 0x0D of the data for part of the line end after it.
    """
    with pikepdf.open(io.BytesIO(pdf), attempt_recovery=False) as document:
        return document.check_pdf_syntax() == []


def png(width: int = 40, height: int = 30) -> bytes:
    """A picture."""
    rows = b"".join(b"\0" + b"\x20\x60\xa0" * width for _ in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.fixture(scope="session")
def shipped(shipped_briefing_path) -> LoadedBriefing:
    return load_briefing(shipped_briefing_path)


@pytest.fixture(scope="session")
def shipped_pdf(shipped) -> bytes:
    return printed(shipped.briefing, read_picture=shipped.folder.read)
