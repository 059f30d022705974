"""The packed PDF says object by object what Typst wrote, in fewer bytes."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest
import typst

from briefing_app.handout.object_streams import packed

TEXT = r"""
#set document(title: "trailer << endstream endobj")
#pdf.attach("a.txt", bytes("\nendstream\nendobj\nxref\ntrailer"), relationship: "source",
  mime-type: "text/plain", description: "startxref")
#title[Everything that a reader of PDF looks for]
#outline()
#for n in range(90) [
  #heading[trailer #n] #label("h-" + str(n))
  endobj endstream #link(label("h-" + str(calc.rem(n + 7, 90))))[there]
  #link("https://example.org/)")[out]
]
"""


@pytest.fixture(scope="module")
def written() -> bytes:
    pdf = typst.compile(TEXT.encode(), pdf_standards=["a-3a", "ua-1"], timestamp=1795000000)
    assert isinstance(pdf, bytes)
    return pdf


def objects(pdf: bytes) -> dict[int, tuple[bytes, bytes]]:
    """Words and data of each object by its number, without those that only pack others."""
    found = {}
    with pikepdf.open(io.BytesIO(pdf), attempt_recovery=False) as document:
        assert document.check_pdf_syntax() == []
        for item in document.objects:
            data = item.read_raw_bytes() if isinstance(item, pikepdf.Stream) else b""
            if data and item.get("/Type") in ("/ObjStm", "/XRef"):
                continue
            words = item.stream_dict if data else item
            if item.objgen[0]:
                found[item.objgen[0]] = (words.unparse(resolved=True), data)
    return found


def test_every_object_is_what_it_was(written) -> None:
    before, after = objects(written), objects(packed(written))
    assert len(before) > 600
    assert after == before


def test_it_is_less_than_half_as_large(written) -> None:
    assert len(packed(written)) < len(written) / 2


def test_the_bytes_are_the_same_twice(written) -> None:
    assert packed(written) == packed(written)


def test_trailer_version_and_words_stay(written) -> None:
    def seen(pdf):
        with pikepdf.open(io.BytesIO(pdf)) as document:
            return (
                document.pdf_version,
                bytes(document.trailer.ID[0]),
                bytes(document.trailer.ID[1]),
                dict(document.trailer.Info),
                document.trailer.Root.objgen,
            )

    assert seen(packed(written)) == seen(written)
    with pypdfium2.PdfDocument(packed(written)) as document:
        text = document[1].get_textpage().get_text_range()
        assert "endobj endstream there out" in text
        assert len(list(document.get_toc())) == 90


@pytest.mark.parametrize(
    "spoil",
    [
        lambda pdf: b"",
        lambda pdf: pdf[:-200],
        lambda pdf: pdf.replace(b"\nxref\n0 ", b"\nxref\n1 "),
        lambda pdf: pdf.replace(b"%PDF-1.7\n", b"%PDF-1.7\n%\n"),
        packed,
    ],
    ids=["empty", "cut", "other table", "shifted", "packed"],
)
def test_what_is_laid_out_otherwise_is_refused(written, spoil) -> None:
    with pytest.raises(ValueError, match=r"trailer|table"):
        packed(spoil(written))


def test_the_handout_is_packed(shipped_pdf) -> None:
    assert b"/Type/ObjStm" in shipped_pdf
    assert b"trailer\n" not in shipped_pdf
