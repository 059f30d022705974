"""The plain words of the first paint stand to the pixel where the marked text will have them."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.prose.plain_prose import PlainProse
from briefing_app.gui.prose.prose_view import ProseStyle, ProseView
from briefing_app.gui.theme.theme import DARK, LIGHT, Theme
from briefing_app.gui.theme.type_scale import FIRST_FACES, load_faces
from briefing_app.model.briefing import Briefing
from briefing_app.model.claim import Claim, ClaimType
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.dates import EdtfDate
from briefing_app.model.prose import (
    ClaimMark,
    Heading,
    Link,
    Paragraph,
    RichText,
    Style,
    StyleSpan,
)

STYLE = ProseStyle(role="bottom_line", margins=False, embedded=True)
WORDS = "Friendly ties or not, the US-led “war” – so far – has fi­nally Å cost fjords AWAY. "


def paragraphs(*texts: str) -> tuple[Paragraph, ...]:
    mark = ClaimMark(2, 30, ("K1",))
    return tuple(Paragraph(RichText(t, marks=(mark,)), n) for n, t in enumerate(texts, 1))


def references(blocks) -> CrossReferences:
    date = EdtfDate("2022-05-06")
    claims = (Claim("K1", "history", ClaimType.ASSESSMENT, "It is so."),)
    return CrossReferences(Briefing("b", "B", "en", "1", date, date, blocks, (), claims))


def no_picture(_path: str) -> bytes:
    raise OSError


def pictures(qtbot, blocks, theme: Theme, width: int, *, mirrored: bool) -> list[QtGui.QImage]:
    """The plain words and the marked text without its lines, as they lie on a page."""
    load_faces(FIRST_FACES)
    area = QtWidgets.QScrollArea()
    qtbot.addWidget(area)
    page = QtWidgets.QWidget()
    palette = page.palette()
    palette.setColor(palette.ColorRole.Window, theme.colour("paper"))
    page.setPalette(palette)
    area.setWidget(page)
    if mirrored:
        area.setLayoutDirection(QtCore.Qt.LayoutDirection.RightToLeft)
    plain = PlainProse(blocks, theme, STYLE, page)
    prose = ProseView(
        blocks,
        references(blocks),
        theme,
        section_id="summary",
        style=STYLE,
        read_picture=no_picture,
        area=area,
        parent=page,
    )
    prose.set_mark_strength("off")
    prose.hide()
    made = []
    for view in (plain, prose):
        height = view.fit_height(width)
        assert height == prose.fit_height(width)
        view.setGeometry(0, 0, width, height)
        page.resize(width, height)
        view.show()
        made.append(page.grab().toImage())
        view.hide()
    return made


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("width", [320, 570, 836])
@pytest.mark.parametrize("reading_px", [15, 17, 24])
def test_no_letter_moves(qtbot, reading_px: int, width: int, mirrored: bool):
    blocks = paragraphs(WORDS * 4, WORDS, "Short.")
    theme = Theme(LIGHT, reading_px=reading_px)
    plain, prose = pictures(qtbot, blocks, theme, width, mirrored=mirrored)
    assert plain == prose


@pytest.mark.parametrize(
    "text", ["x" * 500, "One line\nand another.", "al-Qaeda, Tehrik-e-Taliban " * 9, "é̂̃ " * 40]
)
def test_nor_in_words_that_are_hard_to_set(qtbot, text: str):
    plain, prose = pictures(qtbot, paragraphs(text), Theme(DARK), 500, mirrored=False)
    assert plain == prose


def test_there_is_something_to_see(qtbot):
    plain, _ = pictures(qtbot, paragraphs(WORDS), Theme(LIGHT), 500, mirrored=False)
    colours = {plain.pixelColor(x, y).lightness() for x in range(500) for y in range(58)}
    assert min(colours) < 60
    assert max(colours) > 240


@pytest.mark.parametrize(
    ("block", "plain"),
    [
        (Paragraph(RichText("Plain, with a claim.", marks=(ClaimMark(0, 5, ("K1",)),))), True),
        (Paragraph(RichText("“Typographic” – signs…")), True),
        (Heading(RichText("A heading"), 2), False),
        (Paragraph(RichText("Strong.", styles=(StyleSpan(0, 6, Style.STRONG),))), False),
        (Paragraph(RichText("A link.", links=(Link(2, 6, "https://a.example"),))), False),
        (Paragraph(RichText("پاکستان")), False),
    ],
)
def test_what_plain_words_can_show(block, plain: bool):
    assert PlainProse.can_show((block,)) is plain
