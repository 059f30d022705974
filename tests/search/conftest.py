"""The shipped briefing with its index, opened once."""

import pytest

from briefing_app.open_briefing import build_index, open_briefing


@pytest.fixture(scope="session")
def shipped(shipped_briefing_path):
    return open_briefing(shipped_briefing_path, cache=False)


@pytest.fixture(scope="session")
def index(shipped):
    return build_index(shipped.briefing)
