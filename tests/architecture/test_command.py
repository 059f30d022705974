"""The command `briefing-app` in .venv/bin, as `make setup` writes it, in whatever folder."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.patience import HANG_S

pytestmark = pytest.mark.slow


@pytest.fixture(params=["plain", "it's a “folder”, $HOME", "long" * 40])
def checkout(request, repository, tmp_path):
    """A checkout in a folder with that name, with the command; its parts lead to the real ones."""
    folder = tmp_path / request.param
    environment = folder / ".venv"
    (environment / "bin").mkdir(parents=True)
    shutil.copytree(repository / ".ci", folder / ".ci")
    for name in ("briefing_app", "content", "resources"):
        (folder / name).symlink_to(repository / name)
    shutil.copy(Path(sys.prefix) / "pyvenv.cfg", environment)
    (environment / "lib").symlink_to(Path(sys.prefix) / "lib")
    (environment / "bin" / "python").symlink_to(Path(sys.executable).resolve())
    subprocess.run([folder / ".ci" / "write_command.sh"], check=True, cwd=tmp_path)
    return folder


def run(command, *words, folder, code=0):
    done = subprocess.run(
        [command, *words],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C.UTF-8"},
        check=False,
        capture_output=True,
        text=True,
        timeout=HANG_S,
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done


def test_it_starts_from_any_folder_and_through_a_link(checkout, tmp_path):
    command = checkout / ".venv" / "bin" / "briefing-app"
    link = tmp_path / "links" / "app"
    link.parent.mkdir()
    link.symlink_to(command)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "briefing_app.py").write_text("raise SystemExit('this is another program')")
    direct = run(command, "--version", folder=elsewhere)
    assert direct.stdout.startswith("briefing-app ")
    assert run(link, "--version", folder=elsewhere).stdout == direct.stdout
    assert run(".venv/bin/briefing-app", "--version", folder=checkout).stdout == direct.stdout


def test_words_with_blanks_arrive_whole(checkout, tmp_path):
    command = checkout / ".venv" / "bin" / "briefing-app"
    query = "\"regional  mechanism\" -'x' $HOME"
    answer = json.loads(run(command, "search", "--json", query, folder=tmp_path).stdout)
    assert answer["query"] == query


def test_the_exit_code_is_the_programs(checkout, tmp_path):
    command = checkout / ".venv" / "bin" / "briefing-app"
    assert "no display" in run(command, folder=tmp_path, code=2).stderr
    assert run(command, "check", "nowhere", folder=tmp_path, code=2).stdout == ""


def test_set_up_left_it():
    environment = Path(sys.prefix)
    if not (environment / ".set-up").exists():
        pytest.skip("not an environment made by make setup")
    assert os.access(environment / "bin" / "briefing-app", os.X_OK)
