"""Where the property tests' examples come from.

`make test` tries the same examples in every run, on every machine and in any order of files; so one
that finds something was found by whoever changed something. `make fuzz` (`--fuzz`) looks for new
ones, from one seed that it prints, and says how to repeat what it found.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import shlex

import hypothesis
import pytest
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants

import briefing_app

EXAMPLES = 100  # of each property in `make test`
BLOB = re.compile(r"@reproduce_failure\(.*\)")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--fuzz", type=int, metavar="EXAMPLES", help="try so many new examples of each property"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Settle how many examples are tried, and that nothing but a seed decides which.

    How long an example takes, or is made, says nothing on a shared machine.
    """
    examples = config.getoption("fuzz")
    if examples is not None and config.getoption("hypothesis_seed") is None:
        raise pytest.UsageError("--fuzz needs --hypothesis-seed, so that it can be repeated")
    hypothesis.settings.register_profile(
        "house",
        deadline=None,
        suppress_health_check=[hypothesis.HealthCheck.too_slow],
        derandomize=examples is None,
        max_examples=examples or EXAMPLES,
        database=None,
        print_blob=True,
    )
    hypothesis.settings.load_profile("house")


def pytest_collection_finish(session: pytest.Session) -> None:
    """Let examples not depend on which of our modules this process happens to have imported.

    Hypothesis mixes the constants of all modules that it sees into its examples: other files'
    tests, or their order, would change what a test tries. A search for new examples has those of
    the whole program; there is no setting for this, and tests/architecture/test_how_tests_run.py
    holds it.
    """
    constants = Constants()
    if session.config.getoption("fuzz") is not None:
        for module in pkgutil.walk_packages(briefing_app.__path__, "briefing_app."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
        constants = providers._get_local_constants()
    providers._get_local_constants = lambda: constants
    providers.CONSTANTS_CACHE.cache.clear()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say of each property that does not hold how to see that again."""
    config = terminalreporter.config
    examples, seed = config.getoption("fuzz"), config.getoption("hypothesis_seed")
    failed = terminalreporter.getreports("failed") if examples else []
    for report in failed:
        test = shlex.quote(report.nodeid)
        terminalreporter.write_line(f"does not hold: {report.nodeid}")
        terminalreporter.write_line(f"    make fuzz SEED={seed} EXAMPLES={examples} TESTS={test}")
        for blob in dict.fromkeys(BLOB.findall(report.longreprtext)):
            terminalreporter.write_line(f"    or, quicker, above the test: {blob}")
    if failed:
        terminalreporter.write_line(
            "Mend each, and pin the falsifying example above: an @example of the test, or a row of"
            " its table."
        )
