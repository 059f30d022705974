"""Save and Print from the handout dialog: the same bytes, or a sentence that says what to do."""

from __future__ import annotations

import errno
import io
import os

import pikepdf
import pytest
from PySide6 import QtCore, QtGui, QtPrintSupport

from briefing_app.errors import HandoutCancelled
from briefing_app.gui.handout.cups_spool import Spool
from briefing_app.gui.handout.print_job import (
    chosen_pages,
    place_on_sheet,
    print_pages,
    strips,
    with_copies,
)
from briefing_app.gui.handout.printing import Printing

CONTROL = QtCore.Qt.KeyboardModifier.ControlModifier
Printer = QtPrintSupport.QPrinter
A4, LETTER = (595.28, 841.89), (612.0, 792.0)


def save_to(handout, target):
    """Answer the question where to; return what is suggested."""
    asked = []

    def answer(_parent, suggestion):
        asked.append(suggestion)
        return target

    handout.dialog.handing_out.ask_for_target = answer
    return asked


def inject_printer(handout, *, ask=None, names=("Office",)):
    """Put a printing in the dialog that is asked by the test."""
    dialog = handout.dialog
    hand = dialog.handing_out
    hand.printing._names = lambda: list(names)
    if ask is not None:
        hand.printing._ask = ask
    return hand.printing


def test_saving_writes_the_bytes_that_are_shown(handout, tmp_path) -> None:
    target = tmp_path / "out" / "mine.pdf"
    target.parent.mkdir()
    asked = save_to(handout, target)
    with handout.qtbot.waitSignal(handout.desk_handout.saved):
        handout.press(QtCore.Qt.Key.Key_S, CONTROL, handout.dialog)
    assert asked[0].name == "pakistan-after-the-taliban-takeover-1.0.0-2026-11-22.pdf"
    assert target.read_bytes() == handout.pdf
    assert f"Saved the handout: {target}" in handout.notice
    assert handout.notice_button("Show in folder")
    assert f"Saved the handout: {target}" in handout.desk.window.task_bar.text.text()
    assert handout.desk.window.state.last_handout_folder == str(target.parent)
    again = save_to(handout, None)
    handout.dialog.side.save.click()
    assert again[0].parent == target.parent


def test_saving_waits_for_the_pages_that_were_chosen(handout, tmp_path) -> None:
    target = tmp_path / "letter.pdf"
    save_to(handout, target)
    before = handout.pdf
    with handout.qtbot.waitSignal(handout.desk_handout.saved):
        handout.dialog.choices._paper._segments[1].click()
        handout.dialog.side.save.click()
    assert target.read_bytes() == handout.pdf != before


@pytest.mark.parametrize("exists", [False, True])
def test_a_full_disk_leaves_the_old_file_whole(handout, tmp_path, monkeypatch, exists) -> None:
    target = tmp_path / "handout.pdf"
    if exists:
        target.write_bytes(b"%PDF-old")

    def full(_descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    save_to(handout, target)
    monkeypatch.setattr(os, "fsync", full)
    handout.dialog.side.save.click()
    handout.qtbot.waitUntil(lambda: "The disk is full" in handout.notice)
    assert [file.name for file in tmp_path.iterdir()] == (["handout.pdf"] if exists else [])
    assert not exists or target.read_bytes() == b"%PDF-old"
    assert handout.notice_button("Save…")


def test_no_file_of_the_briefing_is_written_over(open_handout_of, live, folder) -> None:
    handout = open_handout_of(live)
    target, before = (
        folder / "sections" / "history.md",
        (folder / "sections/history.md").read_bytes(),
    )
    save_to(handout, target)
    handout.dialog.side.save.click()
    handout.qtbot.waitUntil(lambda: "is a file of the briefing itself" in handout.notice)
    assert target.read_bytes() == before


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_said(handout, tmp_path) -> None:
    tmp_path.chmod(0o500)
    save_to(handout, tmp_path / "handout.pdf")
    handout.dialog.side.save.click()
    handout.qtbot.waitUntil(lambda: "You may not write there" in handout.notice)
    tmp_path.chmod(0o700)


def test_a_folder_that_is_gone_is_said(handout, tmp_path) -> None:
    save_to(handout, tmp_path / "gone" / "handout.pdf")
    handout.dialog.side.save.click()
    handout.qtbot.waitUntil(lambda: "The folder does not exist" in handout.notice)


def test_what_is_saved_while_the_dialog_closes_is_told_in_the_window(handout, tmp_path) -> None:
    target = tmp_path / "handout.pdf"
    save_to(handout, target)
    with handout.qtbot.waitSignal(handout.desk_handout.saved):
        handout.dialog.side.save.click()
        handout.dialog.close()
    assert target.read_bytes().startswith(b"%PDF-")
    assert "Saved the handout" in handout.desk.window.task_bar.text.text()


@pytest.mark.parametrize("answered", [True, False])
def test_the_dialog_may_close_while_it_asks_where_to(handout, tmp_path, answered) -> None:
    dialog, target = handout.dialog, tmp_path / "handout.pdf"

    def answer(_parent, _suggestion):
        dialog.close()
        return target if answered else None

    dialog.handing_out.ask_for_target = answer
    with handout.qtbot.waitSignal(dialog.destroyed):
        dialog.side.save.click()
    assert target.exists() is answered
    assert handout.desk.window.task_bar.isVisible() is answered


def test_without_a_printer_it_offers_to_save(handout, tmp_path) -> None:
    inject_printer(handout, names=())
    handout.press(QtCore.Qt.Key.Key_P, CONTROL, handout.dialog)
    assert "No printer is set up here" in handout.notice
    save_to(handout, tmp_path / "handout.pdf")
    with handout.qtbot.waitSignal(handout.desk_handout.saved):
        handout.notice_button("Save…").click()


def test_print_in_the_main_window_shows_what_is_printed(desk, monkeypatch) -> None:
    system = QtPrintSupport.QPrinterInfo
    monkeypatch.setattr(system, "availablePrinterNames", staticmethod(list))
    desk.act("print")
    dialog = desk.session.commands.handout.dialog
    with desk.qtbot.waitSignal(dialog.shown_anew):
        pass
    desk.qtbot.waitUntil(dialog.notice.isVisible)
    assert "No printer is set up here" in dialog.notice.text.text()


@pytest.mark.parametrize("ranges", ["", "2-3"])
def test_printing_into_a_pdf_hands_over_the_pdf(handout, tmp_path, ranges) -> None:
    target = tmp_path / "printed.pdf"

    def ask(printer, pages, _parent):
        assert pages == handout.dialog.page_count
        # Qt's dialog suggests this as the file, with another ending than its last
        name = "pakistan-after-the-taliban-takeover-1.0.0-2026-11-22.pdf"
        assert printer.docName() == name
        printer.setOutputFormat(Printer.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target))
        if ranges:
            printer.setPrintRange(Printer.PrintRange.PageRange)
            printer.setPageRanges(QtGui.QPageRanges.fromString(ranges))
        return True

    inject_printer(handout, ask=ask)
    with handout.qtbot.waitSignal(handout.desk_handout.saved):
        handout.dialog.side.print.click()
    if not ranges:
        assert target.read_bytes() == handout.pdf
        return
    import pypdfium2

    with pikepdf.open(target) as printed:
        assert len(printed.pages) == 2
    document = pypdfium2.PdfDocument(target)
    page = document[0]
    text = page.get_textpage()
    assert "How to read this handout" in text.get_text_range()
    text.close()
    page.close()
    document.close()


def test_a_printer_that_is_not_wanted_after_all(handout) -> None:
    inject_printer(handout, ask=lambda *_: False)
    handout.dialog.side.print.click()
    assert not handout.dialog.handing_out.is_busy
    assert handout.notice == ""


class Paper:
    """A printer whose sheets go into a file, which only the job knows."""

    def __init__(self, file, size=QtGui.QPageSize.PageSizeId.A4) -> None:
        self.file = file
        self.printer = Printer(Printer.PrinterMode.HighResolution)
        self.printer.setOutputFormat(Printer.OutputFormat.PdfFormat)
        self.printer.setOutputFileName(str(file))
        self.printer.setPageSize(QtGui.QPageSize(size))
        self.printer.setResolution(150)

    def picture(self, number=0, *, width=400):
        import pypdfium2

        document = pypdfium2.PdfDocument(self.file)
        page = document[number]
        size = page.get_size()
        bitmap = page.render(scale=width / size[0], prefer_bgrx=True)
        kind = QtGui.QImage.Format.Format_RGB32
        shape = (bitmap.width, bitmap.height, bitmap.stride, kind)
        picture = QtGui.QImage(bytes(bitmap.buffer), *shape).copy()
        bitmap.close()
        page.close()
        document.close()
        return size, picture


@pytest.fixture(scope="module")
def sheets():
    """Three pages with a black frame 36 points inside: two upright, the second lying across."""
    pdf = pikepdf.new()
    for width, height in (A4, A4[::-1], A4):
        page = pdf.add_blank_page(page_size=(width, height))
        frame = f"8 w 36 36 {width - 72} {height - 72} re S 36 {height - 136} 100 100 re f"
        page.Contents = pdf.make_stream(frame.encode())
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def dark(picture, x, y) -> bool:
    return picture.pixelColor(round(x), round(y)).lightness() < 128


def ignore(_sheet) -> None:
    pass


def never() -> bool:
    return False


def test_pages_are_printed_where_they_stand(qapp, sheets, tmp_path) -> None:
    paper = Paper(tmp_path / "sheets.pdf")
    told = []
    print_pages(paper.printer, sheets, [0, 1], progress=told.append, cancelled=never)
    assert told == [0, 1]
    size, first = paper.picture()
    assert size == pytest.approx(A4, abs=1)
    scale = first.width() / size[0]
    assert dark(first, 36 * scale, 400 * scale)
    assert dark(first, (36 + 50) * scale, (36 + 50) * scale)  # the box in the upper left corner
    assert not dark(first, 20 * scale, 400 * scale)
    _, second = paper.picture(1)  # turned: its upper left corner is at the upper right
    assert dark(second, second.width() - (36 + 50) * scale, (36 + 50) * scale)
    assert not dark(second, (36 + 50) * scale, (36 + 50) * scale)


@pytest.mark.parametrize("width", [595, 1113, 2480])
def test_no_paper_shows_between_the_strips_of_a_page(qapp, sheets, tmp_path, width) -> None:
    paper = Paper(tmp_path / "sheets.pdf")
    print_pages(paper.printer, sheets, [0], progress=ignore, cancelled=never)
    size, picture = paper.picture(width=width)
    scale = picture.width() / size[0]
    line = [dark(picture, 36 * scale, y) for y in range(round(60 * scale), round(780 * scale))]
    assert all(line)


@pytest.mark.parametrize("gap", [20, 0])
def test_strips_are_cut_between_lines_of_text(qapp, gap) -> None:
    """Lines of 30 rows of which no two are alike, with a gap between them or none at all."""
    picture = QtGui.QImage(64, 2000, QtGui.QImage.Format.Format_RGB32)
    picture.fill(QtCore.Qt.GlobalColor.white)
    for row in range(2000):
        if row % (30 + gap) < 30:
            picture.setPixelColor(row % 64, row, QtGui.QColor("black"))
    found = strips(picture)
    ends = [top + count for top, count in found]
    assert found[0][0] == 0
    assert ends[-1] == 2000
    assert all(count < 910 for _, count in found)
    for end, (top, _) in zip(ends, found[1:], strict=False):
        assert top < end <= top + 2
        assert not gap or top % (30 + gap) > 30
    assert len(found) == (9 if gap else 3)


def test_a_page_larger_than_the_paper_is_made_smaller(qapp, sheets, tmp_path) -> None:
    paper = Paper(tmp_path / "sheets.pdf", QtGui.QPageSize.PageSizeId.Letter)
    print_pages(paper.printer, sheets, [0], progress=ignore, cancelled=never)
    size, picture = paper.picture()
    assert size == pytest.approx(LETTER, abs=1)
    middle = picture.height() // 2
    row = [x for x in range(picture.width()) if dark(picture, x, middle)]
    left, right = min(row), picture.width() - 1 - max(row)
    assert abs(left - right) <= 2  # in the middle
    share = 792 / 841.89
    wanted = (612 - 595.28 * share) / 2 + 32 * share
    assert left / picture.width() * 612 == pytest.approx(wanted, abs=3)


@pytest.mark.parametrize(
    ("page", "sheet", "reach", "place"),
    [
        (A4, A4, (14, 14, 567, 814), (0, 0, 595.28, 841.89, False)),
        (A4[::-1], A4, (14, 14, 567, 814), (0, 0, 595.28, 841.89, True)),
        (LETTER, A4, (0, 0, 595.28, 841.89), (0, 35.75, 595.28, 770.39, False)),
        ((300, 400), A4, (0, 0, 595.28, 841.89), (147.64, 220.95, 300, 400, False)),
        (A4, A4[::-1], (0, 0, 841.89, 595.28), (0, 0, 841.89, 595.28, True)),
    ],
)
def test_place_on_a_sheet(page, sheet, reach, place) -> None:
    found = place_on_sheet(page, sheet, QtCore.QRectF(*reach))
    assert (found.x, found.y, found.width, found.height) == pytest.approx(place[:4], abs=0.1)
    assert found.turned is place[4]


def test_page_ranges_copies_and_order(qapp, tmp_path) -> None:
    printer = Paper(tmp_path / "x.pdf").printer
    assert chosen_pages(printer, 4, 2) == [0, 1, 2, 3]
    printer.setPrintRange(Printer.PrintRange.CurrentPage)
    assert chosen_pages(printer, 4, 2) == [2]
    printer.setPrintRange(Printer.PrintRange.PageRange)
    printer.setPageRanges(QtGui.QPageRanges.fromString("1,3-9"))
    assert chosen_pages(printer, 4, 2) == [0, 2, 3]
    printer.setCopyCount(2)
    printer.setCollateCopies(True)
    copies = 1 if printer.supportsMultipleCopies() else 2
    assert with_copies(printer, [0, 2]) == [0, 2] * copies
    printer.setPageOrder(Printer.PageOrder.LastPageFirst)
    assert with_copies(printer, [0, 2])[:2] == [2, 0]


def test_a_cancelled_job_stops_at_the_page(qapp, sheets, tmp_path, monkeypatch) -> None:
    """CUPS gets nothing of it: what it would be sent lies in a folder that goes first."""
    order = []
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(Spool, "remove", _noting(order, "removed", Spool.remove))
    monkeypatch.setattr(QtGui.QPainter, "end", _noting(order, "ended", QtGui.QPainter.end))
    paper = Paper(tmp_path / "sheets.pdf")
    told: list[int] = []
    with pytest.raises(HandoutCancelled):
        print_pages(
            paper.printer, sheets, [0, 1, 2] * 3, progress=told.append,
            cancelled=lambda: len(told) >= 2,
        )  # fmt: skip
    assert told == [0, 1]
    assert order[:2] == ["removed", "ended"]
    assert not list(tmp_path.glob("briefing-viewer-print-*"))


def _noting(order, word, method):
    def noting(self, *arguments):
        order.append(word)
        return method(self, *arguments)

    return noting


def test_the_job_is_shown_page_by_page_and_can_be_cancelled(handout, monkeypatch, tmp_path) -> None:
    """A real job in its thread; its sheets go into a file that the dialog knows nothing of."""
    printing = inject_printer(handout, ask=lambda *_: True)
    paper = Paper(tmp_path / "sheets.pdf")
    seen = []
    printing.progressed.connect(lambda sheet, sheets: seen.append((sheet, sheets, handout.notice)))
    with handout.qtbot.waitSignal(printing.printed):
        printing._print(paper.printer, handout.pdf, [0, 1])
        assert "Printing page 1 of 2" in handout.notice
    assert [sheet for sheet, _, _ in seen] == [0, 0, 1]
    assert "2 pages were sent to the printer" in handout.notice
    pages = list(range(handout.dialog.page_count))
    with handout.qtbot.waitSignal(printing.cancelled):
        printing._print(Paper(tmp_path / "more.pdf").printer, handout.pdf, pages)
        handout.notice_button("Cancel").click()
    assert "Printing was cancelled" in handout.notice
    assert isinstance(printing, Printing)
    assert not printing.is_printing
