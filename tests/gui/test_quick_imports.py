"""What the start puts off is there when it is wanted, from any thread and in any order."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.patience import HANG_S

BEGINNING = "from briefing_app.gui import quick_imports\nquick_imports.import_quickly()\n"


def run(program: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", BEGINNING + program],
        capture_output=True,
        text=True,
        check=False,
        timeout=HANG_S,
    )
    assert not done.stderr
    assert done.returncode == 0
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("program", "printed"),
    [
        ("import msgspec; print(msgspec.json.decode(b'[1]'))", "[1]"),
        ("from msgspec.json import encode; print(encode([1]))", "b'[1]'"),
        ("import msgspec.inspect as i; print(i.type_info(int).gt)", "None"),
        ("import msgspec; print(msgspec.toml.decode('a = 1'))", "{'a': 1}"),
        ("import tempfile; print(tempfile.TemporaryFile().read())", "b''"),
        (
            "from zipfile import is_zipfile; print(is_zipfile(__import__('sys').executable))",
            "False",
        ),
        (
            "from PySide6 import QtCore\n"
            "try: QtCore.QPoint().setX('one')\n"
            "except TypeError as error: print('setX' in str(error), 'int' in str(error))",
            "True True",
        ),
        (
            "from PySide6 import QtCore\n"
            "from PySide6.support.signature import get_signature\n"
            "print(get_signature(QtCore.QPoint.setX))",
            "(self, x: int, /) -> None",
        ),
        ("import base64; print(base64.b64encode(b'a'))", "b'YQ=='"),
        ("import inspect; print(inspect.getsource(inspect.getsource)[:13])", "def getsource"),
        ("from textwrap import dedent; print(dedent('  a'))", "a"),
        (
            "import traceback\n"
            "try: {}[1]\n"
            "except KeyError as error: print(traceback.format_exception(error)[-1].strip())",
            "KeyError: 1",
        ),
        (
            "import hashlib, hmac; print(hashlib.sha256(b'').hexdigest()[:8],"
            " hmac.digest(b'', b'', 'sha256').hex()[:8])",
            "e3b0c442 b613679a",
        ),
        (
            "import enum\n"
            "class Colour(enum.Enum): RED = 1\n"
            "try: Colour.RED = 2\n"
            "except AttributeError: print(Colour.RED.value)",
            "1",
        ),
        ("import typing_extensions; print(typing_extensions.Any)", "typing.Any"),
    ],
)
def test_what_was_put_off_works(program: str, printed: str) -> None:
    assert run(program) == printed


def test_it_is_put_off() -> None:
    put_off = ["argparse", "ast", "dis", "linecache", "logging", "tokenize", "_hashlib"]
    assert run(f"import sys; print([name for name in {put_off} if name in sys.modules])") == "[]"


def test_threads_that_meet_wait_for_each_other() -> None:
    program = """
import threading
import msgspec, zipfile
barrier, found = threading.Barrier(8), []
def work():
    barrier.wait()
    found.append((msgspec.json.decode(b"1"), zipfile.ZIP_STORED, hasattr(zipfile, "nothing")))
threads = [threading.Thread(target=work) for _ in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(set(found), len(found))
"""
    assert run(program) == "{(1, 0, False)} 8"


MEANWHILE = """
class Finder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name == "shiboken6":
            import inspect
            inspect.signature  # loads the module
sys.meta_path.insert(0, Finder)
"""


@pytest.mark.parametrize("before", ["import inspect; inspect.signature", MEANWHILE])
def test_sources_can_be_read_whenever_the_module_for_it_was_loaded(before: str) -> None:
    after = "import inspect; print(inspect.getsource(inspect.getsource)[:13])"
    program = f"import sys\n{before}\n{BEGINNING}{after}"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=HANG_S)
    assert (done.stdout.strip(), done.stderr) == ("def getsource", "")
