"""The shape of the repository: what lies at its top, how long it is, what must not be in it."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

TOP_LEVEL = {
    *{"briefing_app", "content", "resources", "tests", ".ci"},
    *{"README.md", "LICENSE", "CHANGELOG.md", "Makefile", ".gitignore"},
    *{"pyproject.toml", "requirements.txt"},
}
OTHERS_WORK = {"csl", "fonts"}  # kept as their authors wrote them
MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 50
LONGER_FOR_A_REASON = {  # a file, or a function of one
    "briefing_app/gui/prose/prose_view.py": "its parts do the work; Qt calls one widget for all",
    "briefing_app/gui/window/actions.py:_rows": "a table, one action a row",
}
# Traces of one person's machine, and unfinished work.
UNWANTED = {
    "a path of one machine": r"(?<![\w.~])/(?:home|root|work|Users)/(?!you\b|me\b|user\b)\w",
    "the host of a package index": r"(?i)://(?:[\w-]+\.)*(?:pypi|python[h]osted|registry|deb|apt)\.",
    "an index or a wheel folder": r"(?m)^\s*--(?:(?:extra-)?index-url|find-links|trusted-host)",
    "unfinished work": r"\b(?:TODO|FIXME|XXX|HACK)\b",
    "a word on the typing tools": r"(?i)\bco-authored-by:|\bAI[- ](?:assist|agent|gener)",
    "a merge conflict": r"(?m)^(?:<{7}|>{7}) ",
    "a document that is not here": r"\b(?:research|notes)/[\w-]+\.md\b|\bdesign\.md\b",
}


@pytest.fixture(scope="module")
def tracked(repository, outside_environment):
    """The files that are, or would be, in git."""
    if not (repository / ".git").exists():
        pytest.skip("this is no git checkout")
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listing = subprocess.run(
        command,
        cwd=repository,
        env=outside_environment,  # git's own settings say whom it trusts
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    paths = (repository / name for name in listing.split("\0") if name)
    return [path for path in paths if path.is_file()]


def test_top_level(repository, tracked):
    names = {path.relative_to(repository).parts[0] for path in tracked}
    assert names - TOP_LEVEL == set()


def test_package_inits_are_empty(repository):
    filled = [
        str(path)
        for path in (repository / "briefing_app").rglob("__init__.py")
        if path.read_text().strip() and path.parent.name != "briefing_app"
    ]
    assert filled == []
    assert list((repository / "tests").rglob("__init__.py")) == []


def too_long(name, source):
    """Yield what is too long in a Python file, as `path` or `path:function`."""
    if source.count("\n") > MAX_FILE_LINES:
        yield name
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            first = node.body[1] if ast.get_docstring(node) and node.body[1:] else node.body[0]
            if node.end_lineno - first.lineno >= MAX_FUNCTION_LINES:
                yield f"{name}:{node.name}"


def test_files_and_functions_are_short(repository, tracked):
    found = {
        offender
        for path in tracked
        if path.suffix == ".py"
        for offender in too_long(str(path.relative_to(repository)), path.read_text("utf-8"))
    }
    assert found == set(LONGER_FOR_A_REASON)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("x = 1\n" * 400, []),
        ("x = 1\n" * 401, ["a.py"]),
        ("def f():\n" + " x = 1\n" * 50, []),
        ("def f():\n" + " x = 1\n" * 51, ["a.py:f"]),
        ('def f():\n """Says\n\n\n much."""\n' + " x = 1\n" * 50, []),
    ],
)
def test_length_is_measured(source, expected):
    assert list(too_long("a.py", source)) == expected


def unwanted(text):
    return [name for name, pattern in UNWANTED.items() if re.search(pattern, text)]


def test_no_traces(repository, tracked):
    found = {}
    for path in tracked:
        if path == Path(__file__) or path.parent.name in OTHERS_WORK:
            continue
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:  # fonts, pictures
            continue
        if names := unwanted(text):
            found[str(path.relative_to(repository))] = names
    assert found == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see /root/notes", ["a path of one machine"]),
        ("cd '/home/anna/x'", ["a path of one machine"]),
        ("/home/you/briefings, ~/work/x, a/work/b, network/root/x", []),
        ("from https://pypi.example/simple", ["the host of a package index"]),
        ("https://registry.example.org", ["the host of a package index"]),
        ("https://example.org/deb.html", []),
        ("--index-url https://example.org", ["an index or a wheel folder"]),
        ("# TODO: later", ["unfinished work"]),
        ("AI-generated", ["a word on the typing tools"]),
        ("Main generation", []),
        ("<<<<<<< HEAD\n", ["a merge conflict"]),
        ("see `research/yaml.md`", ["a document that is not here"]),
    ],
)
def test_traces_are_seen(text, expected):
    assert unwanted(text) == expected
