"""Blocks become a document, and everything that lies on the text keeps its place in it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6 import QtCore, QtGui

from briefing_app.gui.prose.prose_column import ProseStyle
from briefing_app.gui.prose.prose_document import ProseDocument
from briefing_app.gui.prose.prose_pictures import ProsePictures
from briefing_app.gui.theme.theme import LIGHT, Theme
from briefing_app.model.prose import (
    ClaimMark,
    CodeBlock,
    Footnote,
    Heading,
    Link,
    ListBlock,
    NoteReference,
    Paragraph,
    Picture,
    Quotation,
    RichText,
    Rule,
    Style,
    StyleSpan,
    Table,
)

URDU = "پاکستان نے دنیا سے کہا ہے۔"


def no_picture(_path: str) -> bytes:
    raise OSError


@pytest.fixture
def build(qapp):
    owner = QtCore.QObject()

    def built(*blocks, body_role: str = "body") -> ProseDocument:
        pictures = ProsePictures(no_picture, pixel_ratio=1.0, parent=owner)
        made = ProseDocument(
            blocks, Theme(LIGHT), style=ProseStyle(role=body_role), pictures=pictures, parent=owner
        )
        made.build()
        return made

    yield built
    owner.deleteLater()


def words(made: ProseDocument, start: int, end: int) -> str:
    cursor = QtGui.QTextCursor(made.document)
    cursor.setPosition(start)
    cursor.setPosition(end, QtGui.QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def para(text: str, number: int = 0, **lying) -> Paragraph:
    return Paragraph(RichText(text, **lying), number)


def cell(text: str, claim: str = "") -> RichText:
    return RichText(text, marks=(ClaimMark(0, len(text), (claim,)),) if claim else ())


MARK = (ClaimMark(4, 9, ("A1", "A2")),)


@pytest.mark.parametrize(
    "block",
    [
        para("One words two", 1, marks=MARK),
        Heading(RichText("One words two", marks=MARK), 2),
        ListBlock(((para("One words two", marks=MARK),),), number=1),
        ListBlock(((para("first"),), (para("b"), para("One words two", marks=MARK))), number=1),
        ListBlock(((ListBlock(((para("One words two", marks=MARK),),)),),), number=1),
        Quotation((para("before"), para("One words two", marks=MARK)), 1),
        Table((cell("h"), cell("i")), ((RichText("One words two", MARK), cell("x")),), 1),
        Table(
            tuple(cell(f"h{n}") for n in range(12)),
            ((*(cell("x") for _ in range(11)), RichText("One words two", MARK)),),
            1,
        ),
        Footnote(1, (para("One words two", marks=MARK),)),
    ],
)
@pytest.mark.parametrize("before", [(), (para("x" * 300 + " 😀"),), (Rule(),)])
def test_a_mark_lies_on_its_words_wherever_they_stand(build, before, block):
    made = build(*before, block, para("after", 2))
    (mark,) = made.places.marks
    assert words(made, mark.start, mark.end) == "words"
    assert mark.claims == ("A1", "A2")
    assert made.places.marks_of("A2") == [0]
    unit = made.places.units[made.places.unit_at(mark.start)]
    assert unit.start <= mark.start < mark.end <= unit.end
    assert unit.number == getattr(block, "number", 0) * (not isinstance(block, Footnote))


def test_every_numbered_block_is_found_by_its_number(build):
    table = Table((cell("h"),), ((cell("v"),),), 3)
    made = build(para("a", 1), Heading(RichText("h"), 2), para("b", 2), table, para("c", 4))
    texts = {}
    for number in (1, 2, 3, 4):
        unit = made.places.unit_numbered(number)
        texts[number] = made.document.findBlock(unit.start).text()
    assert texts == {1: "a", 2: "b", 3: "h", 4: "c"}
    assert made.places.unit_numbered(5) is None
    assert made.places.unit_numbered(0) is None


def test_links_and_notes_are_anchors_with_names_of_our_own(build):
    made = build(
        para(
            "See here1.",
            1,
            links=(Link(4, 8, "https://a.example/?x=1"),),
            notes=(NoteReference(8, 9, 1),),
        ),
        Footnote(1, (para("the note"),)),
    )
    (link,) = made.places.links
    assert words(made, link.start, link.end) == "here"
    assert link.address == "https://a.example/?x=1"
    cursor = QtGui.QTextCursor(made.document)
    names = []
    for position in (link.start + 1, link.end + 1):
        cursor.setPosition(position)
        names.append(cursor.charFormat().anchorHref())
    assert names == ["link:0", "note:1"]
    assert made.document.findBlock(made.places.notes[1]).text() == "1. the note"


@pytest.mark.parametrize(
    ("style", "look"),
    [
        (Style.EMPHASIS, lambda f: f.fontItalic()),
        (Style.STRONG, lambda f: f.fontWeight() >= 600),
        (Style.STRIKETHROUGH, lambda f: f.fontStrikeOut()),
        (Style.CODE, lambda f: f.fontFamilies()[0] == "JetBrains Mono"),
    ],
)
def test_styles_change_their_words_only(build, style, look):
    made = build(para("some words here", 1, styles=(StyleSpan(5, 10, style),)))
    cursor = QtGui.QTextCursor(made.document)
    looks = []
    for position in (3, 8, 13):
        cursor.setPosition(position)
        looks.append(bool(look(cursor.charFormat())))
    assert looks == [False, True, False]


def test_arabic_script_runs_from_right_to_left_in_its_own_face(build):
    made = build(para(URDU, 1), para("English", 2))
    urdu, english = made.document.begin(), made.document.begin().next()
    direction = QtCore.Qt.LayoutDirection
    assert urdu.blockFormat().layoutDirection() == direction.RightToLeft
    assert english.blockFormat().layoutDirection() == direction.LeftToRight
    cursor = QtGui.QTextCursor(urdu)
    cursor.movePosition(QtGui.QTextCursor.MoveOperation.Right)
    assert cursor.charFormat().fontFamilies()[0] == "Noto Naskh Arabic"


def test_nothing_in_a_text_becomes_markup(build):
    text = '<b>bold</b> <img src="file:///etc/passwd"> &amp; <a href="x">y</a>'
    made = build(para(text, 1))
    assert made.document.begin().text() == text
    assert not made.places.links


def test_text_is_copied_as_the_briefing_has_it(build):
    made = build(
        Heading(RichText("US-led"), 2),
        para("x" * 250, 1),
        ListBlock(((para("one"),), (para("two"),)), number=2),
        Table((cell("h"), cell("i")), ((cell("v"), cell("w")),), 3),
        CodeBlock("if a-b:\n    c\n", number=4),
        Picture("map.png", "A map", 5),
        para("😀 end", 6),
    )
    whole = made.places.source_text(0, made.document.characterCount())
    assert whole == (
        "US-led\n\n" + "x" * 250 + "\n\none\ntwo\n\nh\ti\nv\tw\n\nif a-b:\n    c\n\n"
        "[Picture: A map. Not shown: the file cannot be read.]\n\n😀 end"
    )


def test_a_part_is_copied_from_letter_to_letter(build):
    made = build(para("😀 US-led mission", 1), para("second", 2))
    run = made.places.runs[0]
    (start, _), (second, _) = run.spans([(2, 8)])[0], made.places.runs[1].spans([(0, 3)])[0]
    assert made.places.source_text(start, second + 3) == "US-led mission\n\nsec"


def test_deep_lists_and_quotations_leave_room_for_words(build):
    block = para("deep")
    for _ in range(30):
        block = Quotation((ListBlock(((block,),)),))
    made = build(block)
    made.document.setTextWidth(600)
    layout = made.document.documentLayout()
    last = made.document.findBlock(made.places.runs[-1].start)
    left = layout.blockBoundingRect(last).left() + last.layout().lineAt(0).x()
    assert left < 400


@pytest.mark.parametrize("rows", [1, 49, 50, 120])
def test_long_tables_keep_every_row_and_line_up(build, rows):
    body = tuple((cell(f"r{n}"), cell("wide " * 5 * (n == 3))) for n in range(rows))
    made = build(Table((cell("h"), cell("i")), body, 1), para("after", 2))
    made.document.setTextWidth(600)
    layout = made.document.documentLayout()
    first = [run for run in made.places.runs if run.text.startswith("r")]
    assert [run.text for run in first] == [f"r{n}" for n in range(rows)]
    tops = [layout.blockBoundingRect(made.document.findBlock(r.start)).top() for r in first]
    gaps = {round(b - a) for a, b in pairwise(tops)}
    assert not gaps or max(gaps) - min(gaps) <= 2
    lefts = {
        round(layout.blockBoundingRect(made.document.findBlock(r.start)).left()) for r in first
    }
    assert len(lefts) == 1


def test_a_long_text_is_built_in_slices(qapp):
    owner = QtCore.QObject()
    blocks = [para("words " * 50, n + 1) for n in range(400)]
    pictures = ProsePictures(no_picture, pixel_ratio=1.0, parent=owner)
    made = ProseDocument(blocks, Theme(LIGHT), style=ProseStyle(), pictures=pictures, parent=owner)
    made.build(budget_ms=0.0)
    assert 1 <= len(made.places.units) < 400
    assert not made.is_complete
    while not made.is_complete:
        made.build(budget_ms=1.0)
    assert [unit.number for unit in made.places.units] == list(range(1, 401))
    owner.deleteLater()


def test_a_long_list_counts_on_in_lists_that_qt_goes_through_quickly(build):
    items = tuple((para(f"item {n}"),) for n in range(5000))
    made = build(ListBlock(items, ordered=True, start=3), para("after"))
    lists = [made.document.findBlockByNumber(n).textList() for n in range(5000)]
    assert {items.count() for items in lists} <= set(range(1, 401))  # Qt goes through one for each
    numbered = [made.document.findBlockByNumber(n) for n in (0, 399, 400, 4999)]
    assert [block.textList().itemText(block) for block in numbered] == [
        "3.",
        "402.",
        "403.",
        "5002.",
    ]
    assert made.document.findBlockByNumber(5000).textList() is None


def test_headings_in_arabic_letters_are_larger_and_bold_too(build):
    made = build(Heading(RichText("جنگ بندی"), 2), para(URDU), body_role="body")
    heading, body = (made.document.findBlockByNumber(n) for n in (0, 1))
    fonts = [block.begin().fragment().charFormat().font() for block in (heading, body)]
    assert [font.families()[0] for font in fonts] == ["Noto Naskh Arabic"] * 2
    assert fonts[0].pointSizeF() > fonts[1].pointSizeF()
    assert fonts[0].weight() > fonts[1].weight()
