"""Links on the shown pages: clicked, pointed at, gone through by key, and the way back."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.handout.page_layout import Fit
from briefing_app.gui.handout.page_process import PageProcess, read_links
from briefing_app.gui.handout.page_trail import PageTrail
from briefing_app.gui.window.link_dialog import LinkDialog

Key = QtCore.Qt.Key
ALT, CONTROL, SHIFT = (
    QtCore.Qt.KeyboardModifier.AltModifier,
    QtCore.Qt.KeyboardModifier.ControlModifier,
    QtCore.Qt.KeyboardModifier.ShiftModifier,
)
LEFT = QtCore.Qt.MouseButton.LeftButton
HAND = QtCore.Qt.CursorShape.PointingHandCursor


class Pages:
    """The pages of the open dialog, with the words for what a reader does on them."""

    def __init__(self, handout) -> None:
        self.handout = handout
        self.dialog, self.view = handout.dialog, handout.dialog.view
        self.view.set_fit(Fit.WIDTH)
        self.see(0)

    def see(self, page, top=0.0) -> None:
        """Look at a page until its links are known."""
        self.view.go_to(page, top)
        self.handout.qtbot.waitUntil(lambda: page in self.view.links._links)

    def link(self, page, wanted):
        return next(link for link in self.view.links._links[page] if wanted(link))

    def point(self, page, link) -> QtCore.QPoint:
        """The middle of a link's last line, in the viewport, scrolled to if need be."""
        self.view._show_box(page, link.boxes[-1])
        return (
            self.view._layout.box_of(page, link.boxes[-1]).center().toPoint() - self.view._shift()
        )

    def click(self, page, link) -> None:
        self.handout.qtbot.mouseClick(self.view.viewport(), LEFT, pos=self.point(page, link))

    def move(self, point) -> None:
        """Move the pointer, which the offscreen platform has none of."""
        viewport = self.view.viewport()
        event = QtGui.QMouseEvent(
            QtCore.QEvent.Type.MouseMove, QtCore.QPointF(point),
            viewport.mapToGlobal(QtCore.QPointF(point)), QtCore.Qt.MouseButton.NoButton,
            QtCore.Qt.MouseButton.NoButton, QtCore.Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QtWidgets.QApplication.sendEvent(viewport, event)

    def title_page(self, start) -> int:
        return next(m.page for m in self.dialog._book.outline if m.title.startswith(start))

    def words_at_top(self, letters=80) -> str:
        import pypdfium2

        page, top = self.view.place
        with pypdfium2.PdfDocument(self.handout.pdf) as document:
            sheet = document[page]
            high = sheet.get_height() - top
            words = sheet.get_textpage().get_text_bounded(top=high, bottom=high - 36)
            return " ".join(words.split())[:letters]


@pytest.fixture
def pages(handout):
    return Pages(handout)


def test_the_contents_lead_to_their_part(pages) -> None:
    link = pages.link(0, lambda link: link.words == "Sources")
    pages.click(0, link)
    assert link.page == pages.title_page("Sources")
    assert pages.view.place == (link.page, pytest.approx(link.top, abs=1))
    assert "Sources" in pages.words_at_top()
    assert pages.view._marks.reached is None  # a heading stands out


def test_a_claim_number_leads_to_its_row_and_the_row_back_to_its_page(pages) -> None:
    here = pages.title_page("Terrorism")
    pages.see(here)
    mark = pages.link(here, lambda link: link.words == "R1")
    pages.click(here, mark)
    assert "R1 Terrorist incidents in Pakistan rose" in pages.words_at_top()
    pages.see(mark.page)
    row = pages.link(mark.page, lambda link: link.words == str(here + 1))
    pages.click(mark.page, row)
    assert pages.view._marks.reached[0] == here
    assert "R1" in pages.words_at_top(200).split()


def test_the_line_that_a_link_led_to_is_shown_for_a_moment(pages) -> None:
    pages.view._showing.setInterval(50)
    pages.click(0, pages.link(0, lambda link: link.words == "R7"))
    area = pages.view._layout.line_at(*pages.view._marks.reached).toRect()
    spot = area.topRight() - pages.view._shift() + QtCore.QPoint(-8, 8)
    assert pages.view.viewport().grab().toImage().pixelColor(spot).blue() < 200
    pages.handout.qtbot.waitUntil(lambda: pages.view._marks.reached is None)
    assert pages.view.viewport().grab().toImage().pixelColor(spot).blue() > 240


def test_where_whole_pages_are_shown_the_page_stays_whole(pages) -> None:
    pages.view.set_fit(Fit.PAGE)
    link = pages.link(0, lambda link: link.words.startswith("What this briefing"))
    assert link.top > 100
    pages.click(0, link)
    assert pages.view.page == link.page
    assert pages.view.place == (link.page, 0.0)


@pytest.mark.parametrize("by", ["key", "button"])
def test_back_to_the_link_and_forward_again(pages, by) -> None:
    dialog, view = pages.dialog, pages.view
    assert dialog.bar._return.isHidden()
    pages.see(1, 200.0)
    left = view.place
    pages.click(1, pages.link(1, lambda link: link.words == "H3"))
    left = pages.dialog._trail._behind[-1]
    there = view.place
    assert there[0] > 5
    assert dialog.bar._return.isVisible()
    if by == "key":
        pages.handout.press(Key.Key_Left, ALT, dialog)
    else:
        pages.handout.qtbot.mouseClick(dialog.bar._return, LEFT)
    assert view.place == pytest.approx(left)
    assert dialog.bar._return.isHidden()
    pages.handout.press(Key.Key_Right, ALT, dialog)
    assert view.place == pytest.approx(there)
    pages.handout.press(Key.Key_Right, ALT, dialog)
    assert view.place == pytest.approx(there)


def test_the_pointer_is_a_hand_and_a_tip_says_where_it_leads(pages) -> None:
    viewport = pages.view.viewport()
    link = pages.link(0, lambda link: link.words == "K13")
    spot = pages.point(0, link)
    pages.move(spot)
    assert viewport.cursor().shape() is HAND
    tip = QtGui.QHelpEvent(QtCore.QEvent.Type.ToolTip, spot, viewport.mapToGlobal(spot))
    QtWidgets.QApplication.sendEvent(viewport, tip)
    assert f"Go to page {link.page + 1}" in QtWidgets.QToolTip.text()
    pages.move(QtCore.QPoint(2, 2))
    assert viewport.cursor().shape() is not HAND


def test_a_press_that_ends_beside_the_link_follows_nothing(pages) -> None:
    link = pages.link(0, lambda link: link.words == "Sources")
    spot = pages.point(0, link)
    bot, viewport = pages.handout.qtbot, pages.view.viewport()
    before = pages.view.place
    bot.mousePress(viewport, LEFT, pos=spot)
    bot.mouseRelease(viewport, LEFT, pos=QtCore.QPoint(3, 3))
    bot.mousePress(viewport, LEFT, pos=QtCore.QPoint(3, 3))
    bot.mouseRelease(viewport, LEFT, pos=spot)
    assert pages.view.place == before


def test_what_leads_out_is_asked_about_and_nothing_is_opened(pages, monkeypatch) -> None:
    opened = []
    monkeypatch.setattr(QtGui.QDesktopServices, "openUrl", opened.append)
    page = pages.title_page("Sources")
    pages.see(page)
    link = pages.link(page, lambda link: link.page < 0)
    assert len(link.boxes) > 1
    assert link.address.startswith("https://blogs.lse.ac.uk/")
    assert "asked before it is opened" in pages.view.links.where_to(link)
    pages.click(page, link)
    question = pages.dialog.findChild(LinkDialog)
    assert question.isVisible()
    assert question.field.text() == link.address
    assert opened == []
    question.open_button.click()
    assert [url.toString() for url in opened] == [link.address]
    assert pages.view.page == page


def test_links_by_key_in_reading_order(pages) -> None:
    pages.handout.press(Key.Key_F6, target=pages.dialog)
    first = pages.view.links.current
    assert first == pages.view.links._links[0][0]
    assert pages.view.hasFocus()
    pages.handout.press(Key.Key_F6, target=pages.dialog)
    second = pages.view.links.current
    assert second == pages.view.links._links[0][1]
    pages.handout.press(Key.Key_F6, SHIFT, pages.dialog)
    assert pages.view.links.current == first
    area = pages.view._layout.box_of(0, first.boxes[0]).toRect()
    edge = QtCore.QPoint(area.center().x(), area.top() - 3) - pages.view._shift()
    ink = pages.view.viewport().grab().toImage().pixelColor(edge)
    assert ink.blue() > ink.red() + 40
    pages.handout.press(Key.Key_Return, target=pages.view)
    assert pages.view.place[0] == first.page
    assert pages.dialog.isVisible()


def test_links_by_key_go_on_over_pages_and_end_at_the_last(pages) -> None:
    bot, dialog, view = pages.handout.qtbot, pages.dialog, pages.view
    count = dialog.page_count
    page = pages.title_page("Sources")
    pages.see(page)
    last = view.links._links[page][-1]
    for _ in range(100):
        if view.links.current == last:
            break
        bot.keyClick(dialog, Key.Key_F6)
    assert view.links.current == last
    bot.keyClick(dialog, Key.Key_F6)  # nothing more to the end
    bot.waitUntil(lambda: count - 1 in view.links._links)
    assert view.links._pending == 0 or view.links._goes_on(1) is False
    bot.keyClick(dialog, Key.Key_F6, SHIFT)
    assert view.links.current is not None


def test_links_before_the_first_page_in_view(pages) -> None:
    page = pages.title_page("About this handout")
    pages.see(page)
    pages.handout.qtbot.keyClick(pages.dialog, Key.Key_F6, SHIFT)
    pages.handout.qtbot.waitUntil(lambda: pages.view.links.current is not None)
    assert pages.view.links._current[0] <= page


def test_other_pages_have_other_links(pages) -> None:
    pages.click(0, pages.link(0, lambda link: link.words == "Sources"))
    dialog = pages.dialog
    pages.handout.change(dialog.choices._parts["sources"].click)
    assert dialog.bar._return.isHidden()
    assert pages.view.links.current is None
    pages.see(0)
    assert not any(link.words == "Sources" for link in pages.view.links._links[0])


def test_a_page_that_is_not_there_is_left_unanswered(handout) -> None:
    """The window may ask about pages of the PDF before this one."""
    process = PageProcess()
    process.start()
    try:
        process.tell({"ask": "open", "id": 1}, handout.pdf)
        process.tell({"ask": "want", "pages": [[9999, 10, 10]]})
        process.tell({"ask": "text", "page": 9999})
        process.tell({"ask": "links", "id": 1, "page": 9999})
        process.tell({"ask": "links", "id": 1, "page": 0})
        answers = [process.hear(), process.hear()]
    finally:
        process.clean_up()
    assert [answer[0]["say"] for answer in answers] == ["opened", "links"]
    links = read_links(answers[1][0])
    assert {"Timeline", "Sources", "K13"} <= {link.words for link in links}


def test_a_new_link_drops_what_lay_ahead() -> None:
    trail = PageTrail()
    assert trail.back((0, 0.0)) is None
    trail.leave((0, 1.0))
    trail.leave((4, 2.0))
    assert trail.back((9, 0.0)) == (4, 2.0)
    assert trail.forward((4, 2.0)) == (9, 0.0)
    assert trail.back((9, 0.0)) == (4, 2.0)
    trail.leave((4, 3.0))
    assert trail.forward((7, 0.0)) is None
    assert trail.back((7, 0.0)) == (4, 3.0)
    assert trail.can_go_back
