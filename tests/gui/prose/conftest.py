"""A section to read, in a window: thirty paragraphs, each with three claims."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtWidgets

from briefing_app.gui.prose.prose_view import ProseStyle, ProseView
from briefing_app.gui.theme.theme import LIGHT, Theme
from briefing_app.model.briefing import Briefing, Section
from briefing_app.model.claim import Claim, ClaimType
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.dates import EdtfDate
from briefing_app.model.prose import (
    ClaimMark,
    Footnote,
    Heading,
    Link,
    NoteReference,
    Paragraph,
    RichText,
)

KINDS = (ClaimType.EVENT, ClaimType.STATEMENT, ClaimType.ASSESSMENT, ClaimType.OPTION)
SENTENCE = "Something happened that is worth a claim. "
REST = "And some words that say nothing in particular, to fill the paragraph. " * 3


def no_picture(_path: str) -> bytes:
    raise OSError


def paragraph(number: int) -> Paragraph:
    """Two claims: the first sentence says one, the next words say another."""
    text = SENTENCE + REST
    first, second = f"C{2 * number - 1}", f"C{2 * number}"
    marks = (ClaimMark(0, 40, (first,)), ClaimMark(42, 60, (second, "SHARED")))
    return Paragraph(RichText(text, marks=marks), number)


BLOCKS = (
    Heading(RichText("Beginning"), 2),
    *(paragraph(number) for number in range(1, 31)),
    Paragraph(
        RichText(
            "A link and a note1.",
            links=(Link(2, 6, "https://a.example/?q=ü"),),
            notes=(NoteReference(17, 18, 1),),
        ),
        31,
    ),
    Footnote(1, (Paragraph(RichText("What the note says.")),)),
)


def references(blocks=BLOCKS) -> CrossReferences:
    date = EdtfDate("2022-05-06")
    ids = [f"C{n}" for n in range(1, 61)] + ["SHARED"]
    claims = [
        Claim(name, "history", KINDS[n % 4], f"Statement of {name}.") for n, name in enumerate(ids)
    ]
    section = Section("history", "History", blocks)
    return CrossReferences(Briefing("b", "B", "en", "1", date, date, (), (section,), tuple(claims)))


@pytest.fixture
def make(qtbot):
    def made(blocks=BLOCKS, size=(900, 600), theme=LIGHT, style=None, **more) -> ProseView:
        window = QtWidgets.QWidget()
        if more.pop("mirrored", False):
            window.setLayoutDirection(QtCore.Qt.LayoutDirection.RightToLeft)
        column = QtWidgets.QVBoxLayout(window)
        column.setContentsMargins(0, 0, 0, 0)
        view = ProseView(
            blocks,
            references(blocks),
            Theme(theme),
            section_id="history",
            style=style or ProseStyle(),
            read_picture=no_picture,
            title=more.get("title", "History"),
            subtitle=more.get("subtitle", "60 claims"),
        )
        column.addWidget(view)
        qtbot.addWidget(window)
        window.resize(*size)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        view.window_ = window
        return view

    return made


@pytest.fixture
def view(make):
    return make()


@pytest.fixture
def blocks():
    return BLOCKS


@pytest.fixture
def label_box():
    """Where a claim's id stands in the viewport."""
    return _label_box


@pytest.fixture
def words_box():
    """Where the first line of a claim's words stands in the viewport."""
    return _words_box


def _label_box(view, claim_id: str) -> QtCore.QRect:
    scroll, height = view.scroll_value(), view.viewport().height()
    for _, unit in view.body.geometry.units_between(scroll, scroll + height):
        for label in unit.labels:
            if claim_id in label.claims:
                return label.box.translated(0, -scroll).toAlignedRect()
    raise AssertionError(f"{claim_id} is not in view")


def _words_box(view, claim_id: str) -> QtCore.QRect:
    return view.places.words_box(view.marks.of(claim_id)[0])
