"""Everything but the window runs where Qt is not installed."""

import subprocess
import sys

from tests.patience import HANG_S

BLOCKED = """
import importlib, pkgutil, sys

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(f"{name} is blocked")

sys.meta_path.insert(0, Blocker())
import briefing_app
names = [
    module.name
    for module in pkgutil.walk_packages(briefing_app.__path__, "briefing_app.")
    if not module.name.startswith("briefing_app.gui")
]
for name in names:
    importlib.import_module(name)
print(*names)
"""


def run_python(code, *options):
    return subprocess.run(
        [sys.executable, "-W", "error", *options, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        timeout=HANG_S,
    ).stdout


def test_all_below_gui_imports_with_qt_blocked(repository, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(repository))
    names = run_python(BLOCKED).split()
    assert "briefing_app.model.claim" in names
    assert "briefing_app.search.claim_index" in names


def test_blocking_works(monkeypatch, repository):
    code = BLOCKED.replace("import briefing_app\n", "import PySide6\n")
    monkeypatch.setenv("PYTHONPATH", str(repository))
    try:
        run_python(code)
    except subprocess.CalledProcessError as error:
        assert "PySide6 is blocked" in error.stderr
    else:
        raise AssertionError("PySide6 was imported")
