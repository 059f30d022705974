"""The shipped briefing with its index, opened once; every test runs on both kinds of index."""

from pathlib import Path

import pytest

from briefing_app.open_briefing import build_index, known_aliases, open_briefing
from briefing_app.search.engines.file.build import fill
from briefing_app.search.engines.file.database import IndexDatabase
from briefing_app.search.engines.file.file_index import read_file_index

CENTURY = Path(__file__).parent.parent / "fixtures" / "valid" / "afghan-century"


@pytest.fixture(scope="session")
def shipped(shipped_briefing_path):
    return open_briefing(shipped_briefing_path, cache=False)


@pytest.fixture(scope="session")
def memory_index(shipped):
    return build_index(shipped.briefing)


def database_of(references, file):
    """Return an index file that is written for a briefing."""
    claims = references.in_text_order()

    def write(connection):
        fill(connection, claims, references, progress=lambda *_: None, cancelled=lambda: False)

    return IndexDatabase(file, len(claims), write)


def file_index_of(opened, file):
    """Return an index of a briefing over an index file that is written for it."""
    references = opened.cross_references
    database = database_of(references, file)
    return read_file_index(opened.briefing, references, database, known_aliases())


@pytest.fixture(scope="session")
def file_index(shipped, tmp_path_factory):
    index = file_index_of(shipped, tmp_path_factory.mktemp("index") / "shipped.sqlite")
    yield index
    index.close()


@pytest.fixture(scope="session", params=["memory", "file"])
def index(request):
    return request.getfixturevalue(f"{request.param}_index")


@pytest.fixture(scope="session", params=["memory", "file"])
def indexes(request, tmp_path_factory):
    """The shipped briefing (s) and a second corpus that is written for the queries (a)."""
    century = open_briefing(CENTURY, cache=False)
    shipped_index = request.getfixturevalue(f"{request.param}_index")
    if request.param == "memory":
        yield {"s": shipped_index, "a": build_index(century.briefing)}
        return
    second = file_index_of(century, tmp_path_factory.mktemp("index") / "century.sqlite")
    yield {"s": shipped_index, "a": second}
    second.close()
