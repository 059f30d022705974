"""Briefings without a fault: what ships, and the smallest ones."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest

from briefing_app import paths
from briefing_app.errors import ContentError
from briefing_app.loading.load_briefing import load_briefing
from briefing_app.model.claim import ClaimType, Likelihood, Locator
from briefing_app.model.prose import ListBlock, Paragraph

VALID = Path(__file__).parent.parent / "fixtures" / "valid"


@pytest.mark.parametrize(
    "folder",
    [paths.shipped_briefing(), paths.manual(), *sorted(VALID.iterdir())],
    ids=lambda folder: folder.name,
)
def test_nothing_is_wrong_with_it(folder: Path):
    told = [problem.message for problem in load_briefing(folder).problems]
    hints = [words for words in told if words.startswith("the timeline shows only the first words")]
    assert told == hints
    # a collection to search, whose claims are long and have no labels
    assert len(hints) == (folder.name == "afghan-century")


def test_the_shipped_briefing_has_all_its_parts():
    briefing = load_briefing(paths.shipped_briefing()).briefing

    assert len(briefing.claims) == 71
    assert briefing.sections[0].id == "overview"
    assert [s.id for s in briefing.sections if s.has_options] == ["policy-options"]
    assert len(briefing.options) == 6
    assert len(briefing.content_hash) == 64


def test_values_have_the_schema_s_types():
    briefing = load_briefing(VALID / "minimal").briefing
    claims = {claim.id: claim for claim in briefing.claims}

    assert claims["A1"].date is not None
    assert claims["A1"].date.display() == "Feb 2024"
    assert claims["A1"].sources[0].locator == Locator(page="3")
    assert claims["A2"].type is ClaimType.STATISTIC
    assert claims["A2"].figures[0].value == 4200
    assert claims["A2"].sources[0].further_source is True
    assert claims["A4"].likelihood is Likelihood.LIKELY
    assert briefing.version == "1.0.0"
    assert briefing.sources[0].url == "https://example.org/survey"
    assert briefing.options[0].unresolved == ("A4",)


def test_prose_is_numbered_and_marked():
    choices = load_briefing(VALID / "minimal").briefing.sections[1].blocks

    match choices:
        case (Paragraph(number=1, content=text), ListBlock(number=2)):
            (mark,) = text.marks
            assert text.text[mark.start : mark.end] == "The bridge will stay shut through 2025"
            assert mark.claims == ("A4",)
        case _:
            pytest.fail(str(choices))


def test_a_briefing_in_one_file(tmp_path: Path):
    (tmp_path / "notes.md").write_text("[It rained]{claim=N1}.", "utf-8")
    (tmp_path / "briefing.yaml").write_text(
        "format: 1\nid: rain\ntitle: no\nlanguage: en\nversion: 1.10\nissued: 2024\nas_of: 2024\n"
        "subtitle:\nsummary: '[It rained]{claim=N1}.'\n"
        "sections: [{id: notes, title: Notes, file: notes.md}]\n"
        "claims:\n- {id: N1, section: notes, type: gap, text: It rained., label: ~}\n",
        "utf-8",
    )

    loaded = load_briefing(tmp_path)

    assert [str(problem) for problem in loaded.problems] == []
    assert loaded.briefing.title == "no"
    assert loaded.briefing.version == "1.10"
    assert loaded.briefing.subtitle == ""
    assert loaded.files == ("briefing.yaml", "notes.md")


def test_the_manifest_may_be_named_instead_of_its_folder():
    assert load_briefing(VALID / "minimal" / "briefing.yaml").briefing.id == "minimal"


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte order mark"])
@pytest.mark.parametrize("line_end", [b"\n", b"\r\n", b"\r"], ids=["LF", "CRLF", "CR"])
def test_line_ends_and_byte_order_marks_make_no_difference(
    tmp_path: Path, start: bytes, line_end: bytes
):
    folder = Path(shutil.copytree(VALID / "minimal", tmp_path / "b"))
    for file in folder.rglob("*.*"):
        file.write_bytes(start + file.read_bytes().replace(b"\n", line_end))

    loaded = load_briefing(folder)

    plain = load_briefing(VALID / "minimal").briefing
    assert [str(problem) for problem in loaded.problems] == []
    assert msgspec.structs.replace(loaded.briefing, content_hash=plain.content_hash) == plain


def test_more_errors_than_anybody_reads_are_counted(tmp_path: Path):
    folder = Path(shutil.copytree(VALID / "minimal", tmp_path / "b"))
    with open(folder / "claims.yaml", "a", encoding="utf-8") as stream:
        stream.write("- words\n" * 1200)

    loaded = load_briefing(folder)

    assert len(loaded.problems) == 1001
    assert "more of these are not listed" in loaded.problems[0].message
    assert len(loaded.briefing.claims) == 5


def test_overview_comes_first(tmp_path: Path):
    folder = Path(shutil.copytree(VALID / "minimal", tmp_path / "b"))
    manifest = folder / "briefing.yaml"
    lines = manifest.read_text("utf-8").splitlines(keepends=True)
    at = next(n for n, line in enumerate(lines) if "id: overview" in line)
    lines[at], lines[at + 1] = lines[at + 1], lines[at]
    manifest.write_text("".join(lines), "utf-8")

    assert [s.id for s in load_briefing(folder).briefing.sections] == ["overview", "choices"]


@pytest.mark.parametrize("name", ["nothing-here", "claims.yaml", "x" * 5000, "a\0b"])
def test_what_is_no_folder_is_refused_in_plain_words(name: str):
    with pytest.raises(ContentError, match=r"no such file or folder|holds no briefing"):
        load_briefing(VALID / "minimal" / name)


def test_the_content_hash_covers_each_file_and_nothing_else(tmp_path: Path):
    folder = Path(shutil.copytree(VALID / "minimal", tmp_path / "b"))
    before = load_briefing(folder)
    (folder / "notes.txt").write_text("not named", "utf-8")
    assert load_briefing(folder).briefing.content_hash == before.briefing.content_hash

    hashes = {before.briefing.content_hash}
    for name in before.files:
        file = folder / name
        data = file.read_bytes()
        file.write_bytes(data + b"\n")
        hashes.add(load_briefing(folder).briefing.content_hash)
        file.write_bytes(data)
    assert len(hashes) == len(before.files) + 1
