"""`--reverse-files`: the last file first, to find tests that lean on what ran before them."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--reverse-files", action="store_true", help="last file first; a file keeps its order"
    )


@pytest.hookimpl(trylast=True)  # after pytest has put the tests of wide fixtures together
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("reverse_files"):
        return
    files: dict[object, list[pytest.Item]] = {}
    for item in items:
        files.setdefault(item.path, []).append(item)
    items[:] = [item for file in reversed(files.values()) for item in file]
