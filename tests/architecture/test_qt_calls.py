"""How Qt may be called from Python."""

import ast
import re


def test_no_property_is_set_by_a_keyword(repository):
    """PySide finds its setter by the C library's case rules: in Turkish `interval` has none."""
    found = []
    for file in sorted((repository / "briefing_app" / "gui").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and is_qt_class(node.func):
                named = {keyword.arg for keyword in node.keywords} - {"parent"}
                found += [f"{file}:{node.lineno}: {name}" for name in sorted(map(str, named))]
    assert found == []


def is_qt_class(called):
    return re.fullmatch(r"Qt[A-Z]\w*\.Q[A-Z]\w*", ast.unparse(called)) is not None
