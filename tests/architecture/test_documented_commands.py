"""Each command that README.md and the manual name works as typed; the manual names each that is."""

import argparse
import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from briefing_app import __main__ as program
from briefing_app.command_line.arguments import _parser
from briefing_app.command_line.commands import COMMANDS
from briefing_app.export.claim_columns import COLUMNS
from briefing_app.handout.handout_plan import COPY_LETTERS, WATERMARK_LETTERS
from briefing_app.model.briefing import Handling
from briefing_app.open_briefing import open_briefing
from tests.architecture.documents import (
    DOCUMENTS,
    README,
    ROOT,
    SECTIONS,
    command_lines,
    parse,
    spelt_out,
)

PAGE = SECTIONS["commands"]
SMALL_BRIEFING = ROOT / "tests" / "fixtures" / "valid" / "everything"
STAND_INS = {  # what a document writes, and what is there
    "PATH…": "path/to/briefing path/to/folder",
    "PATH": "path/to/briefing",
    "QUERY": "type:statistic",
    "check FOLDER": "check path/to/folder",
    "new FOLDER": "new new-folder",
}


class Line(NamedTuple):
    """A command line of a document."""

    document: str
    text: str

    def __str__(self) -> str:
        return f"{self.document.rpartition('/')[2]}: {self.text}"


LINES = [
    Line(document.name, text)
    for document in DOCUMENTS
    for line in command_lines(document)
    for text in spelt_out(line)
]
CALLS = [  # `briefing-app COMMAND --help` stands for each of them
    line._replace(text=line.text.replace("COMMAND", name))
    for line in LINES
    for name in (COMMANDS if "COMMAND" in line.text else COMMANDS[:1])
    if re.match(r"\S*briefing-app\b|\S*python -m briefing_app\b", line.text)
]
MAKE = sorted({line.text.split()[1] for line in LINES if line.text.startswith("make ")})


def words_of(line: Line) -> list[str]:
    """Return what the program is given, real things in the place of capitals."""
    text = line.text
    for written, there in STAND_INS.items():
        text = re.sub(rf"(?<!\S){re.escape(written)}(?!\S)", there, text)
    words = shlex.split(text)
    return words[3:] if "python" in words[0] else words[1:]


@pytest.fixture(scope="module")
def workplace(tmp_path_factory):
    """A folder with all that the documents' commands are given."""
    folder = tmp_path_factory.mktemp("workplace")
    for name in ("briefing", "folder"):
        shutil.copytree(SMALL_BRIEFING, folder / "path" / "to" / name)
    output = str(folder / "handout.pdf")
    assert program.main(["handout", str(SMALL_BRIEFING), "-o", output]) == 0
    return folder


@pytest.fixture
def there(workplace, tmp_path, monkeypatch):
    """A copy of it, to stand in."""
    folder = tmp_path / "there"
    shutil.copytree(workplace, folder)
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("line", CALLS, ids=str)
def test_the_line_works_as_typed(line, there, capsys):
    words = words_of(line)
    if len(words) == 1 and words[0] in COMMANDS and words[0] != "schema":
        words.append("--help")  # only its name
    if not words or (len(words) == 1 and words[0] not in (*COMMANDS, "--version")):
        opens_in_the_window(words)
        return
    code = program.main(words)
    said = capsys.readouterr()
    assert code == 0, said.out + said.err
    if "-o" in words:
        output = there / words[words.index("-o") + 1]
        assert any(output.iterdir()) if output.is_dir() else output.stat().st_size
    else:
        assert said.out or words[0] == "check"


def opens_in_the_window(words):
    for name in words:
        assert program._is_path(name)
        assert open_briefing(Path(name)).briefing.claims


def test_lines_are_found():
    assert len(CALLS) > 40
    assert {word for line in CALLS for word in words_of(line)} >= set(COMMANDS)


@pytest.mark.parametrize("target", MAKE)
def test_make_has_the_target(target):
    run = subprocess.run(
        ["make", "-n", target], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr


def test_make_help_and_readme_name_every_target():
    makefile = (ROOT / "Makefile").read_text()
    targets = set(re.findall(r"^([a-z-]+):", makefile, flags=re.M))
    told = set(re.findall(r'@echo "make ([a-z-]+) ', makefile))
    assert told == targets - {"help"}
    assert set(MAKE) == told


def test_the_error_that_readme_shows_is_the_one_that_is_printed(there, capsys):
    shown = next(p.text for p in README.of_kind("block") if ": error: " in p.text)
    program.main(["new", "FOLDER"])
    claims = there / "FOLDER" / "claims.yaml"
    claims.write_text(claims.read_text("utf-8").replace("type: assess", "type: evnt #"), "utf-8")
    capsys.readouterr()
    assert program.main(["check", "FOLDER"]) == 1
    printed = capsys.readouterr().out.splitlines()
    start, _, end = " ".join(shown.split()).partition("[…] ")
    assert [line for line in printed if line.startswith(start) and line.endswith(end)]


# the other way round


def subparsers():
    parser = _parser()
    (commands,) = (a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    return commands.choices


def test_the_manual_has_every_command():
    assert [name for name in PAGE.table("") if not name.isdigit()] == list(COMMANDS)
    assert list(subparsers()) == list(COMMANDS)


def test_the_manual_has_every_exit_code():
    codes = (program.DONE, program.CONTENT_PROBLEMS, program.CANNOT, program.INTERRUPTED)
    assert [name for name in PAGE.table("") if name.isdigit()] == [str(code) for code in codes]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_manual_has_every_option(command):
    """Its names, what it is given, its choices, and whether it must be given."""
    real = {}
    for action in subparsers()[command]._actions:
        if action.option_strings and not isinstance(action, argparse._HelpAction):
            given = [action.metavar] if action.metavar else []
            real[" ".join([", ".join(action.option_strings), *given])] = action
    rows = PAGE.table(command)
    assert list(rows) == list(real)
    for name, action in real.items():
        words, code = rows[name][1]
        assert action.required == ("must be given" in words), name
        if action.choices:
            assert set(code) == set(action.choices), name
        assert not action.choices or action.required or code[0] == action.default, name


def test_the_manual_has_every_handling_mark_column_and_limit():
    rows = PAGE.table("handout")
    assert {mark.value for mark in Handling} <= set(rows["--handling MARK"][1][1])
    assert f"at most {WATERMARK_LETTERS} letters" in rows["--watermark WORDS"][1][0]
    assert f"at most {COPY_LETTERS} letters" in rows["--copy NUMBER"][1][0]
    listed = [p.code for p in PAGE.of_kind("text") if p.text.startswith("The columns are ")]
    assert listed == [COLUMNS]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Type `make run`, or `make_index()`.", ["make run"]),
        ("```\nbriefing-app check PATH   what it does\n```\n", ["briefing-app check PATH"]),
        ("    briefing-app new X # a word\n", ["briefing-app new X"]),
        ("`.venv/bin/briefing-app search a`", [".venv/bin/briefing-app search a"]),
        ("`briefing-apple`, make run, `python`", []),
    ],
)
def test_command_lines_are_read(text, lines):
    assert command_lines(parse(text)) == lines


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("a b", ["a b"]),
        ("a [b] c", ["a b c", "a c"]),
        ("a --f x|y c", ["a --f x c", "a --f y c"]),
    ],
)
def test_optional_parts_are_spelt_out(line, lines):
    assert spelt_out(line) == lines
