"""The process that draws pages: opens one PDF at a time and answers what is asked about it.

Run as a file by `page_process`, so that it imports PDFium and of the program only how words are
found; its arguments are the import path. A message is two lengths (32 bits each, big-endian), a
JSON object and a payload. Questions: `open` (the PDF is the payload), `want` (pages to be drawn, in
this order, in place of those wanted before), `find` (a text; answered page by page between
drawings), `text` and `links` (of one page). A page that there is not is left unanswered. Sizes and
boxes are in points from the upper left corner of a page.
"""

from __future__ import annotations

import ctypes
import json
import os
import struct
import sys
import threading
from collections import deque
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.gui.prose.text_matcher import TextMatcher

LENGTHS = struct.Struct(">II")
_TEXT_LETTERS = 20_000  # of one page: more than anybody has read to them at once
_LINK_LETTERS = 300  # of one link
_PAGES_A_REPORT = 25  # searched without a hit, until the window hears how far it is


class _Mailbox:
    """What is asked, gathered by a thread while a page is drawn."""

    def __init__(self) -> None:
        self._arrived: deque[tuple[dict[str, Any], bytes] | None] = deque()
        self._condition = threading.Condition()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        stream = sys.stdin.buffer
        while True:
            lengths = stream.read(LENGTHS.size)
            message = None
            if len(lengths) == LENGTHS.size:
                words, size = LENGTHS.unpack(lengths)
                message = json.loads(stream.read(words)), stream.read(size)
            with self._condition:
                self._arrived.append(message)
                self._condition.notify()
            if message is None:
                return

    def take(self, *, wait: bool) -> tuple[dict[str, Any], bytes] | None:
        """Return the next question; an empty one if there is none, None after the last."""
        with self._condition:
            while wait and not self._arrived:
                self._condition.wait()
            return self._arrived.popleft() if self._arrived else ({}, b"")


class _Desk:
    """One PDF, the pages of it that are wanted, and the search that is under way."""

    def __init__(self) -> None:
        import pypdfium2

        self._pdfium = pypdfium2
        self._pdf: Any = None
        self._wanted: deque[list[int]] = deque()
        self._search: Iterator[None] = iter(())
        self._searching = False

    @property
    def has_work(self) -> bool:
        """Whether there is something to do without being asked anew."""
        return bool(self._wanted) or self._searching

    def answer(self, question: dict[str, Any], payload: bytes) -> None:
        """Do what is asked, or note it down to be done between other questions."""
        kind = question.get("ask")
        if kind == "open":
            self._open(question["id"], payload)
        elif kind == "want":
            self._wanted = deque(page for page in question["pages"] if self._has(page[0]))
        elif kind == "find":
            self._search = self._find(question["id"], question["text"], question["start"])
            self._searching = bool(question["text"])
        elif kind == "text" and self._has(question["page"]):
            self._tell_text(question["page"])
        elif kind == "links" and self._has(question["page"]):
            self._tell_links(question["id"], question["page"])

    def work(self) -> None:
        """Draw one page, or search one."""
        if self._wanted:
            self._draw(*self._wanted.popleft())
        elif self._searching and next(self._search, True):
            self._searching = False

    def _has(self, page: int) -> bool:
        return self._pdf is not None and 0 <= page < len(self._pdf)

    def _open(self, number: int, data: bytes) -> None:
        if self._pdf is not None:
            self._pdf.close()
        self._wanted.clear()
        self._searching = False
        self._pdf = pdf = self._pdfium.PdfDocument(data)
        sizes = [pdf.get_page_size(page) for page in range(len(pdf))]
        _say({"say": "opened", "id": number, "sizes": sizes, "outline": self._outline()})

    def _outline(self) -> list[list[Any]]:
        """Level, title, page and distance from its top of each bookmark."""
        entries = []
        for bookmark in self._pdf.get_toc():
            place = self._place(bookmark.get_dest())
            if place is not None:
                entries.append([bookmark.level, bookmark.get_title(), *place])
        return entries

    def _place(self, aim: Any) -> tuple[int, float] | None:
        """Page of a destination, and its distance from the top of it."""
        page = aim.get_index() if aim is not None else None
        if page is None:
            return None
        _, numbers = aim.get_view()
        height = self._pdf.get_page_size(page)[1]
        return page, max(0.0, height - numbers[1]) if len(numbers) > 1 else 0.0

    def _draw(self, page: int, width: int, height: int) -> None:
        raw, bitmaps = self._pdfium.raw, self._pdfium.PdfBitmap
        bitmap = bitmaps.new_native(width, height, raw.FPDFBitmap_BGRx)
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
        sheet = self._pdf[page]
        raw.FPDF_RenderPageBitmap(bitmap, sheet, 0, 0, width, height, 0, raw.FPDF_ANNOT)
        picture = {"page": page, "width": width, "height": height, "stride": bitmap.stride}
        _say({"say": "drawn", **picture}, memoryview(bitmap.buffer))
        bitmap.close()
        sheet.close()

    def _find(self, number: int, text: str, start: int) -> Iterator[None]:
        """Search from a page on and round to it again; what is found is told page by page."""
        from briefing_app.gui.prose.text_matcher import TextMatcher

        matcher = TextMatcher(text)
        pages = len(self._pdf)
        for done in range(pages):
            page = (start + done) % pages
            hits = self._hits(page, matcher)
            if hits or done % _PAGES_A_REPORT == 0:
                _say({"say": "found", "id": number, "page": page, "hits": hits})
            yield
        _say({"say": "searched", "id": number})

    def _hits(
        self, page: int, matcher: TextMatcher
    ) -> list[list[tuple[float, float, float, float]]]:
        from briefing_app.gui.handout.page_words import spans_on_page

        sheet = self._pdf[page]
        height = sheet.get_height()
        words = sheet.get_textpage()
        letter = self._pdfium.raw.FPDFText_GetUnicode
        # letter by letter: the text as a whole has places of its own where it leaves some out
        text = "".join(chr(letter(words, n)) for n in range(words.count_chars()))
        hits = []
        for start, end in spans_on_page(text, matcher):
            boxes = (words.get_rect(n) for n in range(words.count_rects(start, end - start)))
            hits.append([(x, height - top, right, height - y) for x, y, right, top in boxes])
        words.close()
        sheet.close()
        return hits

    def _tell_text(self, page: int) -> None:
        sheet = self._pdf[page]
        words = sheet.get_textpage()
        text = words.get_text_range()[:_TEXT_LETTERS]
        words.close()
        sheet.close()
        _say({"say": "text", "page": page, "text": text})

    def _tell_links(self, number: int, page: int) -> None:
        raw = self._pdfium.raw
        sheet = self._pdf[page]
        words = sheet.get_textpage()
        height = sheet.get_height()
        links = []
        position, link = ctypes.c_int(0), raw.FPDF_LINK()
        while raw.FPDFLink_Enumerate(sheet, position, link):
            target = self._target(link)
            if target is not None:
                edges = self._edges(link)
                said = " ".join(words.get_text_bounded(*box) for box in edges)
                boxes = [(x, height - top, right, height - y) for x, y, right, top in edges]
                links.append([boxes, " ".join(said.split())[:_LINK_LETTERS], *target])
        words.close()
        sheet.close()
        _say({"say": "links", "id": number, "page": page, "links": links})

    def _edges(self, link: Any) -> list[tuple[float, float, float, float]]:
        """Left, bottom, right and top of each line of a link."""
        raw = self._pdfium.raw
        edges = []
        quad = raw.FS_QUADPOINTSF()
        for n in range(raw.FPDFLink_CountQuadPoints(link)):
            if raw.FPDFLink_GetQuadPoints(link, n, quad):
                xs, ys = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
                edges.append((min(xs), min(ys), max(xs), max(ys)))
        if not edges:
            box = raw.FS_RECTF()
            raw.FPDFLink_GetAnnotRect(link, box)
            edges.append((box.left, box.bottom, box.right, box.top))
        return edges

    def _target(self, link: Any) -> tuple[int, float, str] | None:
        """Page, distance from its top and address; the page is -1 for what leads out of the PDF."""
        raw = self._pdfium.raw
        aim = raw.FPDFLink_GetDest(self._pdf, link)
        if aim:
            place = self._place(self._pdfium.PdfDest(aim, self._pdf))
            return (*place, "") if place is not None else None
        action = raw.FPDFLink_GetAction(link)
        if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
            return None
        size = raw.FPDFAction_GetURIPath(self._pdf, action, None, 0)
        address = ctypes.create_string_buffer(size)
        raw.FPDFAction_GetURIPath(self._pdf, action, address, size)
        return -1, 0.0, address.value.decode(errors="replace")


def _say(words: dict[str, Any], payload: bytes | memoryview = b"") -> None:
    message = json.dumps(words).encode()
    out = sys.stdout.buffer
    size = memoryview(payload).nbytes
    out.write(LENGTHS.pack(len(message), size) + message)
    if size:
        out.write(payload)
    out.flush()


def main() -> None:
    """Answer until nobody asks any more."""
    sys.path[:] = sys.argv[1:]
    desk = _Desk()
    mailbox = _Mailbox()
    while True:
        message = mailbox.take(wait=not desk.has_work)
        if message is None:
            return
        question, payload = message
        if question:
            desk.answer(question, payload)
        else:
            desk.work()


if __name__ == "__main__":
    try:
        main()
    finally:
        sys.stdout.flush()
        os._exit(0)  # PDFium's objects need not be taken down one by one
