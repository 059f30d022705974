"""Every command that README.md names exists, with every option that it shows."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
TEXT = README.read_text("utf-8") if README.exists() else ""
pytestmark = pytest.mark.skipif(not TEXT, reason="there is no README.md yet")


def commands(text):
    """Return the shell commands in fenced blocks and in `back quotes`."""
    fenced = re.findall(r"^```(?:sh|console|bash|text)?\n(.*?)^```", text, flags=re.M | re.S)
    lines = [line.strip().removeprefix("$ ") for block in fenced for line in block.splitlines()]
    return [*lines, *re.findall(r"`([^`\n]+)`", text)]


def make_targets(text):
    return sorted({m[1] for c in commands(text) if (m := re.match(r"make ([a-z][\w-]*)", c))})


def program_calls(text):
    """Return (sub-command, options) of each call of the program."""
    calls = set()
    for command in commands(text):
        match = re.match(r"(?:\S*python3? -m briefing_app|briefing-app)(?: (.*))?$", command)
        words = (match[1] or "").split("#")[0].split() if match else []
        if words and re.fullmatch("[a-z]+", words[0]):
            calls.add((words[0], tuple(re.findall(r"(?<!\S)\[?(-{1,2}[a-z][\w-]*)", match[1]))))
    return sorted(calls)


@pytest.mark.parametrize("target", make_targets(TEXT))
def test_make_target_exists(target):
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(), flags=re.M)


@pytest.mark.parametrize(("subcommand", "options"), program_calls(TEXT))
def test_program_call_exists(subcommand, options):
    run = subprocess.run(
        [sys.executable, "-m", "briefing_app", subcommand, "--help"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert run.returncode == 0, run.stderr
    assert [option for option in options if option not in run.stdout] == []


@pytest.mark.parametrize(
    ("text", "targets", "calls"),
    [
        ("Type `make run`.", ["run"], []),
        ("```sh\n$ make test\nbriefing-app check PATH\n```\n", ["test"], [("check", ())]),
        (
            "`.venv/bin/python -m briefing_app search -b X --json [--limit N] words`",
            [],
            [("search", ("-b", "--json", "--limit"))],
        ),
        ("This will make people happy; `make_index()`.", [], []),
        ("`briefing-app [PATH]`", [], []),
    ],
)
def test_commands_are_found(text, targets, calls):
    assert make_targets(text) == targets
    assert program_calls(text) == calls
