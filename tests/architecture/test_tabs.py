"""Tabs are met by their class: nothing in `gui/tabs` looks a method or a signal up by its name."""

import ast

import pytest

BY_NAME = {"hasattr", "getattr", "setattr", "methodcaller", "attrgetter"}
CONTRACT = ("tab_page.py", "tab_stack.py", "briefing_pages.py")


def names(tree: ast.AST) -> set[str]:
    """The names that code reads, with those that it reads of other things."""
    plain = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return plain | {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("if hasattr(page, 'item'): page.item()", {"hasattr"}),
        ("for name in NAMES: getattr(page, name).connect(getattr(self, name))", {"getattr"}),
        ("page.item()", set()),
    ],
)
def test_the_check_finds_what_is_looked_up_by_name(code, found) -> None:
    assert names(ast.parse(code)) & BY_NAME == found


def test_no_tab_looks_anything_up_by_name(repository) -> None:
    modules = sorted((repository / "briefing_app" / "gui" / "tabs").rglob("*.py"))
    assert len(modules) > 20
    found = {
        module.name: looked_up
        for module in modules
        if (looked_up := names(ast.parse(module.read_bytes())) & BY_NAME)
    }
    assert found == {}


@pytest.mark.parametrize("name", CONTRACT)
def test_what_stands_between_stack_and_tabs_is_typed(repository, name) -> None:
    module = repository / "briefing_app" / "gui" / "tabs" / name
    assert not names(ast.parse(module.read_bytes())) & {"Any", "cast"}
