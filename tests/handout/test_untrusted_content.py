"""Whatever a briefing holds is printed as it stands, and nothing outside is read."""

from __future__ import annotations

import io

import msgspec
import pikepdf
import pypdfium2
import pytest

from briefing_app.handout.handout_plan import Depth, HandoutPlan, Paper
from briefing_app.model.briefing import Briefing, Handling, Section
from briefing_app.model.claim import Citation, Claim, ClaimType, Figure, Locator, Status
from briefing_app.model.dates import EdtfDate
from briefing_app.model.entity import Entity, EntityKind
from briefing_app.model.option import PolicyOption, Standing
from briefing_app.model.prose import (
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
from briefing_app.model.source import Source
from tests.handout.conftest import (
    conformance_failures,
    page_texts,
    paragraph,
    png,
    printed,
    small_briefing,
    squeezed,
)

CODE = (
    '#eval("1+1") #read("/etc/passwd") #include "x.typ" *b* _i_ <l> $x^2$ \\ @c `r` [d] {e} '
    "// f /* g */ = H ~ #let #panic() \\u{41}"
)
SECRET = "handout-secret-73"
DAY = EdtfDate("2020")


def everything(words: str) -> Briefing:
    """A briefing with `words` in every field that is printed."""
    text = paragraph(words)
    rich = RichText(words)
    blocks = (
        Heading(rich, 2),
        text,
        ListBlock(((text,), (text,)), ordered=True, start=3, number=2),
        Quotation((text,), number=3),
        CodeBlock(words, number=4),
        Table((rich, rich), ((rich, rich),), number=5),
        Picture(words, words, number=6),
        Rule(),
        Footnote(1, (text,)),
    )
    claim = Claim(
        "C1",
        "s",
        ClaimType.STATISTIC,
        words,
        label=words,
        note=words,
        figures=(Figure(words, words, 1.0),),
        sources=(Citation("a", Locator(section=words), attributed_to="e"),),
    )
    return Briefing(
        id="hostile",
        title=words,
        subtitle=words,
        language="en",
        version=words,
        issued=DAY,
        as_of=DAY,
        summary=(text,),
        sections=(Section("s", words, blocks, has_options=True),),
        claims=(claim,),
        sources=(Source("a", "book", title=words, note=words, genre=words, url=words),),
        entities=(Entity("e", EntityKind.TERM, words, words, (words, f"طالبان {words}"), words),),
        options=(PolicyOption("o", words, Standing.AUTHOR, words, ("C1",), ("C1",), ("C1",)),),
        key_judgments=("C1",),
        prepared_by=words,
        handling=Handling.RED,
        content_hash="ab" * 32,
    )


@pytest.mark.parametrize("plan", [HandoutPlan(), HandoutPlan(depth=Depth.ONE_PAGE)])
def test_typst_code_is_printed_as_it_stands(plan):
    pdf = printed(everything(CODE), plan)
    text = squeezed("".join(page_texts(pdf)))
    assert text.count(squeezed(CODE)) >= (4 if plan.depth is Depth.ONE_PAGE else 15)
    assert "root:x:0" not in text
    assert conformance_failures(pdf) == []


@pytest.mark.parametrize("path", ["/etc/passwd", "../secret.png", "secret.png", "main.typ", ""])
def test_no_file_is_read_but_by_the_given_reader(tmp_path, monkeypatch, path):
    (tmp_path / "secret.png").write_bytes(SECRET.encode())
    monkeypatch.chdir(tmp_path)
    asked = []

    def read(name):
        asked.append(name)
        return SECRET.encode()

    section = Section("s", "S", (Picture(path, "the words for it", number=1),))
    pdf = printed(small_briefing(sections=(section,), claims=(), summary=()), read_picture=read)
    assert asked == [path]
    text = "".join(page_texts(pdf))
    assert SECRET not in text
    assert "the words for it" in text


@pytest.mark.parametrize(
    "picture",
    [b"", b"rubbish", b"\x89PNG\r\n\x1a\nrubbish", b"GIF89a", b"RIFF....WEBP", png()[:60]],
    ids=["empty", "unknown", "png", "gif", "webp", "cut"],
)
def test_a_broken_picture_leaves_its_words(picture):
    blocks = (Picture("a.png", "A map of the border", number=1), paragraph("And on it goes.", 2))
    section = Section("s", "S", blocks)
    pdf = printed(small_briefing(sections=(section,)), read_picture=lambda _: picture)
    text = squeezed("".join(page_texts(pdf)))
    assert squeezed("A map of the border") in text
    assert squeezed("And on it goes.") in text


def test_a_picture_has_its_words_as_alternative():
    section = Section("s", "S", (Picture("a.png", "A map of the border", number=1),))
    pdf = printed(small_briefing(sections=(section,)), read_picture=lambda _: png())
    assert conformance_failures(pdf) == []
    with pikepdf.open(io.BytesIO(pdf)) as document:
        alternatives = {
            str(o.Alt)
            for o in document.objects
            if isinstance(o, pikepdf.Dictionary) and "/Alt" in o
        }
    assert "A map of the border" in alternatives


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://example.org/a?b=c#d", True),
        ("mailto:a@example.org", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("", False),
    ],
)
def test_links(address, kept):
    text = RichText("see here now", links=(Link(4, 8, address),))
    section = Section("s", "S", (Paragraph(text, 1),))
    with pikepdf.open(io.BytesIO(printed(small_briefing(sections=(section,))))) as pdf:
        found = {
            str(annotation.A.URI)
            for sheet in pdf.pages
            for annotation in sheet.get("/Annots", [])
            if "/A" in annotation and "/URI" in annotation.A
        }
    assert found == ({address} if kept else set())


AWKWARD = {
    "other scripts": "中文 हिन्दी עברית 😀 𝐀",
    "invisible": "a\u200bb\u00adc\u200e\u2067d\u2069\ufeff",
    "controls": "a\x01b\x0cc\x7fd\x85e",
    "not for interchange": "\ue000 \ufffe \U0010ffff",
    "half a pair": "a\ud800b",
    "combining": "e\u0301 x\u0323\u0301 \u0301",
    "blank": " ",
    "nothing": "",
    "zero width": "\u200b",
    "long word": "x" * 3000,
    "long": "word " * 400,
    "right to left": "یہ ایک خلاصہ ہے جس میں NATO کا ذکر ہے۔",
    "mixed": "The TTP (تحریک طالبان پاکستان) and القاعدة in Peshawar پشاور.",
}


@pytest.mark.parametrize("words", AWKWARD.values(), ids=AWKWARD.keys())
@pytest.mark.parametrize(
    "plan", [HandoutPlan(), HandoutPlan(depth=Depth.ONE_PAGE), HandoutPlan(large_print=True)]
)
def test_any_words_can_be_printed(words, plan):
    assert conformance_failures(printed(everything(words), plan)) == []


def test_right_to_left_words_come_back_whole():
    text = "".join(page_texts(printed(everything(AWKWARD["mixed"]))))
    for word in ("تحریک", "طالبان", "پاکستان", "القاعدة", "پشاور"):
        assert word in text or word[::-1] in text, word


@pytest.mark.parametrize("depth", Depth)
def test_characters_without_a_face_are_owned_up_to(depth):
    plan = HandoutPlan(depth=depth)
    text = "".join(page_texts(printed(everything(AWKWARD["other scripts"]), plan)))
    assert "stands for a character" in " ".join(text.split())
    assert "stands for a character" not in "".join(page_texts(printed(small_briefing())))


BARE = small_briefing(claims=(), sources=(), sections=(), summary=())
SHAPES = {
    "bare": BARE,
    "no claims": small_briefing(claims=(), key_judgments=("C1",)),
    "no sources": small_briefing(sources=()),
    "no sections": small_briefing(sections=()),
    "unknown ids": small_briefing(
        key_judgments=("no",),
        options=(PolicyOption("o", "O", Standing.DESCRIBED, "", ("no",), ("no",), ()),),
    ),
    "same claim twice": small_briefing(claims=small_briefing().claims * 2),
    "same section twice": small_briefing(
        sections=(Section("s", "S", (Footnote(1, (paragraph("n"),)),)),) * 2
    ),
    "one option": small_briefing(options=(PolicyOption("o", "O", Standing.AUTHOR),)),
    "many options": small_briefing(
        options=tuple(
            PolicyOption(f"o{n}", f"Option {n} " * 9, Standing.AUTHOR, "why " * 60, ("C1",) * 50)
            for n in range(14)
        )
    ),
    "each type and status": small_briefing(
        claims=tuple(
            Claim(f"C{n}.{status}", "vote", kind, "Words.", status=status)
            for n, kind in enumerate(ClaimType)
            for status in Status
        )
    ),
    "no true hash": small_briefing(content_hash="abc"),
    "old date": small_briefing(issued=EdtfDate("0001"), as_of=EdtfDate("../1950~")),
    "odd language": small_briefing(language="x-klingon"),
    "script in language": small_briefing(language="ur-Arab-PK"),
    "every handling": small_briefing(handling=Handling.AMBER_STRICT),
    "deep heading first": small_briefing(
        sections=(Section("s", "S", (Heading(RichText("Deep"), 6), Heading(RichText(" "), 2))),)
    ),
    "nested": small_briefing(
        sections=(
            Section(
                "s",
                "S",
                (
                    ListBlock(((ListBlock(((Quotation((paragraph("deep"),)),),)),),), number=1),
                    Table(tuple(RichText(f"h{n}") for n in range(12)), (), number=2),
                    CodeBlock("", number=3),
                ),
            ),
        )
    ),
    "notes": small_briefing(
        summary=(
            Paragraph(RichText("Up1", notes=(NoteReference(2, 3, 1),)), 1),
            Footnote(1, (paragraph("below"),)),
        ),
        sections=(
            Section(
                "s",
                "S",
                (
                    Paragraph(
                        RichText("a1b1c7", notes=tuple(NoteReference(n, n + 1, k) for n, k in
                                                       ((1, 1), (3, 1), (5, 7)))),
                        1,
                    ),
                    Footnote(1, (paragraph("the note"),)),
                ),
            ),
        ),
    ),
    "styles": small_briefing(
        sections=(
            Section(
                "s",
                "S",
                (
                    Paragraph(
                        RichText(
                            "all of it at once",
                            styles=tuple(StyleSpan(n, 12, style) for n, style in enumerate(Style)),
                        ),
                        1,
                    ),
                ),
            ),
        )
    ),
}  # fmt: skip


@pytest.mark.parametrize("briefing", SHAPES.values(), ids=SHAPES.keys())
@pytest.mark.parametrize(
    "plan",
    [
        HandoutPlan(),
        HandoutPlan(large_print=True),
        HandoutPlan(depth=Depth.ONE_PAGE, paper=Paper.LETTER),
    ],
    ids=["full", "large", "one-page"],
)
def test_any_shape_can_be_printed(briefing, plan):
    assert conformance_failures(printed(briefing, plan)) == []


def test_a_thousand_claims():
    claims = tuple(
        Claim(f"C{n}", f"s{n // 100}", ClaimType.EVENT, f"Statement {n} stands alone.")
        for n in range(1050)
    )
    sections = tuple(
        Section(
            f"s{k}",
            f"Section {k}",
            tuple(
                paragraph(f"This is what was said, number {n}.", n + 1, **{f"C{n}": "said"})
                for n in range(k * 100, k * 100 + 20)
            ),
        )
        for k in range(10)
    )
    texts = page_texts(printed(small_briefing(claims=claims, sections=sections)))
    assert "All 1050 claims" in " ".join("".join(texts).split())
    whole = squeezed("".join(texts))
    assert all(squeezed(claim.text) in whole for claim in claims)


def test_a_mark_beside_words_that_nobody_knows_is_dropped():
    text = Paragraph(msgspec.convert({"text": "plain words"}, RichText), 1)
    marked = paragraph("said words", 2, C1="said", NO="words")
    section = Section("s", "S", (text, marked))
    whole = "".join(page_texts(printed(small_briefing(sections=(section,)))))
    assert "NO" not in whole


@pytest.mark.parametrize("where", ["claim", "note", "cell", "entity", "source", "card", "key"])
def test_what_is_taller_than_a_page_is_not_cut(where):
    words = " ".join(f"w{n}" for n in range(1500))
    claim = small_briefing().claims[0]
    change = msgspec.structs.replace
    table = Table((RichText("a"), RichText("b")), ((RichText("1"), RichText(words)),), number=1)
    briefing = {
        "claim": small_briefing(claims=(change(claim, text=words),)),
        "note": small_briefing(claims=(change(claim, note=words),)),
        "cell": small_briefing(sections=(Section("s", "S", (table,)),)),
        "entity": small_briefing(entities=(Entity("e", EntityKind.TERM, "E", note=words),)),
        "source": small_briefing(sources=(Source("s", "report", title="A", note=words),)),
        "card": small_briefing(claims=(change(claim, text=words),), key_judgments=("C1",)),
        "key": small_briefing(
            options=(PolicyOption("o", "O", Standing.AUTHOR, words),), summary=(paragraph(words),)
        ),
    }[where]
    found = set("".join(page_texts(printed(briefing))).split())
    assert {f"w{n}" for n in range(1, 1500)} <= found


@pytest.mark.parametrize("size", [(1, 1), (6000, 20), (20, 6000)])
def test_a_picture_of_any_shape_fits_the_page(size):
    section = Section("s", "S", (Picture("a.png", "A", number=1), paragraph("Below.", 2)))
    pdf = printed(small_briefing(sections=(section,)), read_picture=lambda _: png(*size))
    document = pypdfium2.PdfDocument(pdf)
    boxes = [
        (item.get_bounds(), sheet.get_size())
        for sheet in document
        for item in sheet.get_objects(filter=(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE,))
    ]
    document.close()
    assert boxes
    for (left, bottom, right, top), (width, height) in boxes:
        assert left >= 0
        assert bottom >= 40
        assert right <= width
        assert top <= height
