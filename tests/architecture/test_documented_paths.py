"""What README.md names of the code is there; its recipes name what such a thing touches."""

import ast
import re
from typing import NamedTuple

import pytest

from tests.architecture.documents import DOCUMENTS, README, ROOT

PACKAGE = ROOT / "briefing_app"
CODE = "Working on the code"
FILES = re.compile(r"[\w.-]+(?:/[\w.-]+)*/?")
RECIPES = {
    match[1]: match[2]
    for match in re.finditer(
        r"^- \*\*(.+?)\*\*: (.*(?:\n  .*)*)", (ROOT / "README.md").read_text("utf-8"), flags=re.M
    )
}


def found(name):
    """Return the file or folder that README calls so, seen from where it speaks of.

    That is the top, the package, a folder of the package (in the table of folders) or tests/.
    """
    places = (ROOT / name, PACKAGE / name, PACKAGE / f"{name}.py", ROOT / "tests" / name)
    return next((p for p in (*places, *PACKAGE.glob(f"*/{name}")) if p.exists()), None)


def paths_in(text):
    """Return what looks like a path among the code of a text."""
    code = [part for part in re.findall(r"`([^`]+)`", text) if FILES.fullmatch(part)]
    return [part for part in code if "/" in part or part.endswith((".py", ".md", ".toml"))]


NAMED = [
    path
    for passage in README.of_kind("text", "cell")
    for part in passage.code
    for path in paths_in(f"`{part}`")
    if not path.startswith((".venv/", "build/"))
]
PARTS = [
    part
    for passage in README.of_kind("text", "cell")
    if passage.heading == CODE
    for part in passage.code
    if re.fullmatch(r"[a-z_]+", part)
]


@pytest.mark.parametrize("name", sorted({*NAMED, *PARTS}))
def test_what_readme_names_is_there(name):
    assert found(name)


def test_paths_are_found():
    assert len(NAMED) > 30
    assert {"gui", "settings", "errors"} <= set(PARTS)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_what_is_linked_to_is_there(document):
    text = (ROOT / document.name).read_text("utf-8")
    links = re.findall(r"\]\(([^)]+)\)", text)
    assert [
        link for link in links if not (ROOT / document.name).parent.joinpath(link).exists()
    ] == []


def test_the_folders_of_the_package_are_in_readmes_table():
    named = {name for name in README.table(CODE) if name.startswith("briefing_app/")}
    real = {f"briefing_app/{path.parent.name}/" for path in PACKAGE.glob("*/__init__.py")}
    assert named == real


def test_the_folders_in_the_picture_are_there():
    (picture,) = (block.text for block in README.of_kind("block") if block.heading == CODE)
    names = re.findall(r"\b[a-z]+\b", picture.replace("<briefing>", ""))
    assert [name for name in names if not found(name)] == []


# the recipes


def names_used(path):
    """Return the names and words of a module: attributes, keywords, text, imported modules."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case (
                ast.Attribute(attr=str(name))
                | ast.Name(id=str(name))
                | ast.keyword(arg=str(name))
                | ast.Constant(value=str(name))
                | ast.ImportFrom(module=str(name))
            ):
                yield name


USED = {str(path.relative_to(PACKAGE)): set(names_used(path)) for path in PACKAGE.rglob("*.py")}


class Typical(NamedTuple):
    """Things of a kind that are there already: what they are called, and where that is no matter.

    `apart` are the recipe's files that such a thing touches under no name of its own.
    """

    names: tuple[str, ...]
    apart: tuple[str, ...] = ()


TABS = tuple(
    f"briefing_app.gui.tabs.{view.parent.name}.{view.stem}"
    for view in (PACKAGE / "gui" / "tabs").glob("*/*_view.py")
)
TYPICAL = {
    "A claim field": Typical(("horizon", "likelihood", "basis")),
    "A tab": Typical(
        tuple(tab for tab in TABS if "records_view" not in tab),
        ("gui/tabs/", "gui/window/jumps.py", "tests/approvals/take_pictures.py"),
    ),
    "An export format": Typical(("JSON_LD", "json-ld"), ("export/",)),
    "A name of the field": Typical((), ("resources/aliases/",)),
    "A theme": Typical(("high-contrast",), ("resources/themes/",)),
    "An action": Typical(("show_in_text", "next_tab", "zoom_reset")),
    "A handout element": Typical(("claim_table",), ("resources/handout/",)),
}
NOT_THE_THING = {  # a module that has the name for something else
    "A tab": {"gui/tabs/options/policy_view.py"},  # the tab of options is two views
}


def recipe_paths(title):
    return [path for path in paths_in(RECIPES[title]) if path != "resources/schema"]


def test_every_recipe_is_compared():
    assert set(RECIPES) == set(TYPICAL)


@pytest.mark.parametrize("title", TYPICAL)
def test_the_recipe_names_every_module_that_such_a_thing_touches(title):
    paths = recipe_paths(title)
    users = {
        module: sorted(used & set(TYPICAL[title].names))
        for module, used in USED.items()
        if used & set(TYPICAL[title].names)
    }
    missing = {
        module: names
        for module, names in users.items()
        if module not in NOT_THE_THING.get(title, ())
        and not any(
            module == path or (path[-1] == "/" and module.startswith(path)) for path in paths
        )
    }
    assert missing == {}


@pytest.mark.parametrize(
    ("title", "path"),
    [
        (title, path)
        for title in TYPICAL
        for path in recipe_paths(title)
        if path not in TYPICAL[title].apart and not path.startswith("content/")
    ],
)
def test_such_a_thing_touches_what_the_recipe_names(title, path):
    modules = [module for module in USED if module == path or module.startswith(path)]
    assert any(USED[module] & set(TYPICAL[title].names) for module in modules)
