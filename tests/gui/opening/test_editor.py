"""Which program opens a file of the briefing at a line, and that only texts are opened."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_app.gui.opening import editor
from briefing_app.gui.opening.editor import can_be_opened, editor_command

FILE = Path("/b/a {line} file.yaml")
FOUND = ["code", "gedit", "kate", "subl", "vim", "x-terminal-emulator", "notes"]


@pytest.fixture(autouse=True)
def programs(monkeypatch):
    known = {name: f"/bin/{name}" for name in FOUND}
    monkeypatch.setattr(editor.shutil, "which", known.get)


@pytest.mark.parametrize(
    ("setting", "environ", "command"),
    [
        ("default", {}, []),
        ("default", {"VISUAL": "gedit"}, ["/bin/gedit", "+7", str(FILE)]),
        ("default", {"EDITOR": "kate -n"}, ["/bin/kate", "-n", "--line", "7", str(FILE)]),
        ("default", {"VISUAL": "missing", "EDITOR": "subl"}, ["/bin/subl", f"{FILE}:7:3"]),
        ("code", {"VISUAL": "gedit"}, ["/bin/code", "--goto", f"{FILE}:7:3"]),
        ("notes", {}, ["/bin/notes", str(FILE)]),
        ("notes -l {line} '{file}'", {}, ["/bin/notes", "-l", "7", str(FILE)]),
        ("notes {file}:{line}:{column}", {}, ["/bin/notes", f"{FILE}:7:3"]),
        ("vim", {}, ["/bin/x-terminal-emulator", "-e", "/bin/vim", "+7", str(FILE)]),
        ("notes 'unclosed", {"VISUAL": "gedit"}, ["/bin/gedit", "+7", str(FILE)]),
        ("notes; rm -rf /", {}, []),
        ("notes $(id)", {}, ["/bin/notes", "$(id)", str(FILE)]),
    ],
)
def test_the_arguments(setting, environ, command) -> None:
    assert editor_command(setting, environ, FILE, 7, 3) == command


@pytest.mark.parametrize(
    ("name", "opened"),
    [
        ("claims.yaml", True),
        ("text.md", True),
        ("run.desktop", False),
        ("run.sh", False),
        ("picture.svg", False),
        ("missing.yaml", False),
    ],
)
def test_only_texts_that_are_there_are_opened(tmp_path, name, opened) -> None:
    if not name.startswith("missing"):
        (tmp_path / name).write_text("x")
    assert can_be_opened(tmp_path / name) is opened
