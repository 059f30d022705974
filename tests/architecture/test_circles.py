"""No module of the package comes round to itself by its imports, those for types only included."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

import grimp
import pytest

if TYPE_CHECKING:
    from pathlib import Path


def circle(package: str) -> set[str]:
    """Return the modules of a circle of imports in a package; none if there is no circle."""
    graph = grimp.build_graph(package, exclude_type_checking_imports=False, cache_dir=None)
    imports = {name: graph.find_modules_directly_imported_by(name) for name in graph.modules}
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        return set(error.args[1])
    return set()


def test_the_package_has_no_circle_of_imports() -> None:
    assert circle("briefing_app") == set()


@pytest.mark.parametrize(
    ("modules", "found"),
    [
        ({"a": "from {package} import b", "b": "import sys", "c": "from {package} import a"}, ""),
        ({"a": "from {package} import b", "b": "from {package} import a"}, "ab"),
        ({"a": "from {package}.b import x", "b": "def f():\n from {package}.a import y"}, "ab"),
        (
            {
                "a": "from {package}.b import x",
                "b": "from {package}.c import x",
                "c": "from typing import TYPE_CHECKING\n"
                "if TYPE_CHECKING:\n from {package}.a import x",
                "d": "from {package}.a import x",
            },
            "abc",
        ),
    ],
)
def test_circles_are_seen(tmp_path: Path, monkeypatch, modules, found) -> None:
    package = "made_for_this"
    (tmp_path / package).mkdir()
    (tmp_path / package / "__init__.py").touch()
    for name, source in modules.items():
        (tmp_path / package / f"{name}.py").write_text(source.format(package=package))
    monkeypatch.syspath_prepend(tmp_path)
    assert circle(package) == {f"{package}.{name}" for name in found}
