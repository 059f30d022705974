"""The shipped briefing with its index, opened once; every test runs on both kinds of index."""

import pytest

from briefing_app.open_briefing import build_index, known_aliases, open_briefing
from briefing_app.search.fts_build import fill
from briefing_app.search.fts_index import FtsIndex
from briefing_app.search.index_database import IndexDatabase


@pytest.fixture(scope="session")
def shipped(shipped_briefing_path):
    return open_briefing(shipped_briefing_path, cache=False)


@pytest.fixture(scope="session")
def memory_index(shipped):
    return build_index(shipped.briefing)


@pytest.fixture(scope="session")
def file_index(shipped, tmp_path_factory):
    references = shipped.cross_references
    claims = references.in_text_order()

    def write(connection):
        fill(connection, claims, references, progress=lambda *_: None, cancelled=lambda: False)

    file = tmp_path_factory.mktemp("index") / "shipped.sqlite"
    database = IndexDatabase(file, len(claims), write)
    index = FtsIndex(shipped.briefing, references, database, known_aliases())
    yield index
    index.close()


@pytest.fixture(scope="session", params=["memory", "file"])
def index(request):
    return request.getfixturevalue(f"{request.param}_index")
