"""What the package imports: nothing that can open a connection, and little at start."""

import ast
import subprocess
import sys

import pytest

NEVER = {"ftplib", "http", "smtplib", "ssl", "telnetlib", "urllib.request", "webbrowser", "xmlrpc"}
PRINTING = {"briefing_app.gui.handout.printing", "briefing_app.gui.handout.print_job"}
NOT_AT_START = {
    "asyncio", "socket", "PySide6.QtNetwork", "PySide6.QtPrintSupport", "pypdfium2",
    "briefing_app.gui.handout.handout_dialog", *PRINTING,
}  # fmt: skip
ALLOWED = {"urllib.parse"}  # takes addresses apart, opens none


def imported_names(nodes):
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def at_module_level(tree):
    """Yield the nodes that run when the module is imported."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            waiting.extend(node.orelse)
        elif not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            waiting.extend(ast.iter_child_nodes(node))


def offences(tree):
    def within(name, forbidden):
        return any(name == word or name.startswith(f"{word}.") for word in forbidden)

    anywhere = {name for name in imported_names(ast.walk(tree)) if within(name, NEVER)}
    at_start = {
        name for name in imported_names(at_module_level(tree)) if within(name, NOT_AT_START)
    }
    return sorted((anywhere | at_start) - ALLOWED)


def test_no_module_can_open_a_connection(repository):
    found = {
        str(path.relative_to(repository)): names
        for path in (repository / "briefing_app").rglob("*.py")
        if (names := offences(ast.parse(path.read_bytes())))
    }
    for module in PRINTING:  # what printing needs comes with it, and it comes when it is asked for
        names = found.pop(f"{module.replace('.', '/')}.py")
        assert set(names) <= {"PySide6.QtPrintSupport", *with_contents(names, PRINTING)}
    assert found == {}


def with_contents(names, modules):
    return {name for name in names if any(name.startswith(module) for module in modules)}


def test_nothing_of_the_handout_is_loaded_with_the_window():
    code = (
        "import sys\n"
        "import briefing_app.gui.application, briefing_app.gui.window.main_window\n"
        "import briefing_app.gui.commands.commands\n"
        "late = ('briefing_app.gui.handout.', 'pypdfium2', 'PySide6.QtPrintSupport', 'typst')\n"
        "door = 'briefing_app.gui.handout.handout_desk'\n"
        "print([n for n in sys.modules if n.startswith(late) and n != door])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("import socket", ["socket"]),
        ("class A:\n from PySide6 import QtNetwork", ["PySide6.QtNetwork"]),
        ("if 1:\n from PySide6.QtPrintSupport import QPrinter", 2),
        ("def f():\n import socket", []),
        ("def f():\n import http.client", ["http.client"]),
        ("from urllib import request", ["urllib.request"]),
        ("from urllib.parse import urlsplit", []),
        ("import https_like_name", []),
    ],
)
def test_offences_are_seen(code, expected):
    found = offences(ast.parse(code))
    assert (len(found) if isinstance(expected, int) else found) == expected
