"""`handout` with all that it can be asked for."""

import io
import re
import shutil

import pikepdf
import pypdfium2
import pytest

from briefing_app.__main__ import main

MINIMAL = "tests/fixtures/valid/minimal"


@pytest.fixture
def made(repository, tmp_path, capsys):
    """The text of the handout of a small briefing, and its properties."""

    def made(*options):
        output = tmp_path / "out.pdf"
        assert main(["handout", str(repository / MINIMAL), "-o", str(output), *options]) == 0
        assert capsys.readouterr().err == ""
        data = output.read_bytes()
        with pypdfium2.PdfDocument(data) as document:
            text = " ".join(sheet.get_textpage().get_text_range() for sheet in document)
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return " ".join(text.split()), str(pdf.docinfo.get("/Keywords", ""))

    return made


@pytest.mark.parametrize("mark", ["TLP:AMBER", "amber", "tlp:amber"])
def test_handling(made, mark):
    text, keywords = made("--handling", mark)
    assert "TLP:AMBER" in text
    assert keywords == "TLP:AMBER"


def test_marks_of_a_copy(made):
    text, _ = made("--watermark", "DRAFT", "--copy", "3  of 12", "--grey", "--large-print")
    assert "DRAFT" in text
    assert "Copy 3 of 12" in text


@pytest.mark.parametrize(
    ("option", "words"),
    [
        ("--no-claim-table", "Claim table"),
        ("--no-sources", "Sources"),
    ],
)
def test_parts_can_be_left_out(made, option, words):
    assert words in made()[0]
    assert words not in made(option)[0]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--handling", "secret"], "is none of TLP:CLEAR, TLP:GREEN"),
        (["--watermark", "W" * 41], "longer than 40 letters"),
        (["--copy", "1" * 25], "longer than 24 letters"),
    ],
)
def test_wrong_use_is_said(tmp_path, capsys, options, words):
    assert main(["handout", "-o", str(tmp_path / "out.pdf"), *options]) == 2
    assert words in capsys.readouterr().err


def test_a_laxer_mark_is_refused(repository, tmp_path, capsys):
    briefing = repository / "tests/fixtures/valid/right-to-left"
    output = tmp_path / "out.pdf"
    assert main(["handout", str(briefing), "-o", str(output), "--handling", "clear"]) == 2
    said = capsys.readouterr()
    assert "is marked TLP:GREEN" in said.err
    assert "Choose TLP:GREEN or a stricter mark" in said.err
    assert not output.exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("The council closed the bridge.", ""),
        ("המועצה סגרה את הגשר.", ""),
        (
            "สะพาน closed.",
            "5 letters have no face in the handout, which shows \ufffd instead: Thai ",
        ),
    ],
)
def test_letters_without_a_face_are_told_before_it_is_saved(
    repository, tmp_path, capsys, words, told
):
    folder = tmp_path / "briefing"
    shutil.copytree(repository / MINIMAL, folder)
    claims = folder / "claims.yaml"
    first = re.search(r"^  text: (.+)$", claims.read_text("utf-8"), re.MULTILINE)
    claims.write_text(claims.read_text("utf-8").replace(first[1], words), "utf-8")
    assert main(["handout", str(folder), "-o", str(tmp_path / "out.pdf")]) == 0
    assert told in capsys.readouterr().err
    assert main(["check", str(folder)]) == 0
    out = capsys.readouterr().out
    assert told in out
    assert ("no face" in out) == bool(told)
