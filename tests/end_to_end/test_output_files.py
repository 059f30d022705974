"""Where the commands write: never over the briefing, nor unasked over another kind of file."""

from __future__ import annotations

import shutil

import pytest

from briefing_app.__main__ import main
from tests.conftest import ROOT

COMMANDS = {
    "handout": ["handout"],
    "one page": ["handout", "--depth", "one-page"],
    "pack": ["pack"],
    "csv": ["export", "--format", "csv"],
    "markdown": ["export", "--format", "markdown"],
    "json-ld": ["export", "--format", "json-ld"],
    "csl-json": ["export", "--format", "csl-json"],
    "bibtex": ["export", "--format", "bibtex"],
}

ENDINGS = {
    "handout": ".pdf",
    "one page": ".pdf",
    "pack": ".briefing",
    "csv": ".csv",
    "markdown": ".md",
    "json-ld": ".jsonld",
    "csl-json": ".json",
    "bibtex": ".bib",
}


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "briefing"
    shutil.copytree(ROOT / "tests" / "fixtures" / "valid" / "everything", folder)
    return folder


def everything_in(folder):
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("force", [[], ["--force"]])
@pytest.mark.parametrize("command", COMMANDS)
def test_no_file_of_the_briefing_is_ever_replaced(folder, capsys, command, force):
    before = everything_in(folder)
    for path in before:
        code = main([*COMMANDS[command], str(folder), "-o", str(path), *force])
        assert code == 2, path
        assert f"{path} is a file of the briefing itself" in capsys.readouterr().err
    assert everything_in(folder) == before


@pytest.mark.parametrize("carrier", ["pack", "handout"])
@pytest.mark.parametrize("command", COMMANDS)
def test_nor_the_one_file_that_it_was_opened_from(folder, tmp_path, capsys, command, carrier):
    file = tmp_path / {"pack": "x.briefing", "handout": "x.pdf"}[carrier]
    assert main([carrier, str(folder), "-o", str(file)]) == 0
    before = file.read_bytes()
    assert main([*COMMANDS[command], str(file), "-o", str(file), "--force"]) == 2
    assert "is a file of the briefing itself" in capsys.readouterr().err
    assert file.read_bytes() == before


@pytest.mark.parametrize("command", COMMANDS)
def test_another_kind_of_file_needs_force(folder, tmp_path, capsys, command):
    letter = tmp_path / "letter.docx"
    letter.write_bytes(b"PK\x03\x04 a letter")
    call = [*COMMANDS[command], str(folder), "-o", str(letter)]
    assert main(call) == 2
    said = capsys.readouterr().err
    assert "it was left as it is. --force replaces it." in said
    assert letter.read_bytes() == b"PK\x03\x04 a letter"
    assert main([*call, "--force"]) == 0
    assert letter.read_bytes() != b"PK\x03\x04 a letter"


@pytest.mark.parametrize("command", COMMANDS)
def test_its_own_result_is_replaced_without_a_word(folder, tmp_path, capsys, command):
    target = tmp_path / f"out{ENDINGS[command]}"
    for _ in range(2):
        assert main([*COMMANDS[command], str(folder), "-o", str(target)]) == 0
    assert capsys.readouterr().err == ""
