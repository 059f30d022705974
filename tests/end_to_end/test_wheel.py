"""The built wheel, in an environment without Qt and away from the checkout, does the main job."""

import hashlib
import json
import os
import re
import subprocess
import sys
import tomllib
import venv
import zipfile
from importlib import metadata

import pypdfium2
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.patience import HANG_S

pytestmark = pytest.mark.slow
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
BRIEFING = "pakistan-afghanistan-2022"


def run(command, folder, environment, code=0):
    done = subprocess.run(
        [str(word) for word in command],
        cwd=folder,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        timeout=HANG_S,
    )
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done


def runtime_packages(pyproject):
    """Return the names of what the program needs beside Qt, and of what that needs in turn."""
    waiting = [Requirement(text) for text in pyproject["project"]["dependencies"]]
    names = {"pyside6-essentials", "shiboken6"}
    left_out = frozenset(names)
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        wanted = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if wanted and name not in names:
            names.add(name)
            waiting += [Requirement(text) for text in metadata.requires(name) or ()]
    return names - left_out


def locked(requirements, names):
    """Return the part of the lock that pins these packages, hashes and all."""
    entries = re.findall(r"^[\w.-]+==[^\n]*(?:\n {4}[^\n]*)*", requirements, flags=re.M)
    chosen = [entry for entry in entries if canonicalize_name(entry.split("==")[0]) in names]
    assert len(chosen) == len(names), "requirements.txt does not pin all of pyproject.toml"
    return "\n".join(chosen) + "\n"


@pytest.fixture(scope="module")
def dependencies(repository, outside_environment):
    """A folder with the program's dependencies except Qt; kept between runs."""
    pyproject = tomllib.loads((repository / "pyproject.toml").read_text())
    lock = locked((repository / "requirements.txt").read_text(), runtime_packages(pyproject))
    key = hashlib.sha256((lock + sys.version).encode()).hexdigest()[:16]
    folder = repository / ".venv" / "wheel-test" / key
    if not folder.exists():
        unfinished = folder.with_name(f"{key}-{os.getpid()}")
        unfinished.mkdir(parents=True)
        (unfinished / "lock.txt").write_text(lock)
        strict = ["--no-deps", "--only-binary", ":all:", "--require-hashes"]
        run(
            [*PIP, "install", *strict, "-r", "lock.txt", "--target", "site"],
            unfinished,
            outside_environment,  # the user's own pip settings
        )
        unfinished.rename(folder)
    return folder / "site"


@pytest.fixture(scope="module")
def wheel(repository, tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        repository,
        os.environ,
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, dependencies, tmp_path_factory):
    """A function that runs a command of a fresh environment with the wheel, elsewhere."""
    folder = tmp_path_factory.mktemp("installed")
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    run(
        [*PIP, "--python", folder / "bin" / "python", "install", "--no-deps", "--no-index", wheel],
        elsewhere,
        os.environ,
    )
    (packages,) = folder.glob("lib/python3*/site-packages")
    (packages / "dependencies.pth").write_text(f"{dependencies}\n")
    environment = {"PATH": os.environ["PATH"], "HOME": str(elsewhere), "LC_ALL": "C.UTF-8"}

    def call(program, *words, code=0, **variables):
        command = [folder / "bin" / program, *words]
        return run(command, elsewhere, environment | variables, code)

    call.folder = elsewhere
    call.content = packages / "briefing_app" / "content"
    return call


def test_wheel_holds_what_it_needs_and_nothing_else(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert f"briefing_app/content/{BRIEFING}/briefing.yaml" in names
    assert "briefing_app/content/manual/briefing.yaml" in names
    assert any(name.startswith("briefing_app/resources/fonts/") for name in names)
    assert any(name.startswith("briefing_app/resources/handout/") for name in names)
    stray = r"^(?!briefing_app/|briefing_viewer-[\d.]+\.dist-info/)|__pycache__|/tests?/|\.tmp$"
    assert [name for name in names if re.search(stray, name)] == []


def test_it_is_the_wheel_and_there_is_no_qt(installed, repository):
    where = installed("python", "-c", "import briefing_app; print(briefing_app.__file__)").stdout
    assert str(repository) not in where
    find = "from importlib.util import find_spec; print(find_spec('PySide6'))"
    assert installed("python", "-c", find).stdout == "None\n"


def test_check(installed):
    assert (
        ": error: " not in installed("briefing-app", "check", installed.content / BRIEFING).stdout
    )


def test_search(installed):
    answer = json.loads(
        installed("briefing-app", "search", "--json", "admission to the United Nations").stdout
    )
    first = answer["hits"][0]
    assert first["id"] == "H1"
    assert [first["text"][start:end].lower() for start, end in first["matched"]]


def test_handout_twice_is_the_same_file(installed):
    briefing = installed.content / BRIEFING
    files = [installed.folder / name for name in ("one.pdf", "two.pdf")]
    for file in files:
        installed("briefing-app", "handout", briefing, "-o", file)
    assert files[0].read_bytes() == files[1].read_bytes()
    with pypdfium2.PdfDocument(files[0]) as document:
        text = "".join(page.get_textpage().get_text_range() for page in document)
    assert "Pakistan" in text
    assert "TLP:CLEAR" in text


def test_window_without_a_display_says_so(installed):
    assert "no display" in installed("briefing-app", code=2).stderr


def test_window_without_qt_ends_in_plain_words(installed):
    assert installed("briefing-app", code=2, DISPLAY=":0").stderr.startswith("briefing-app: ")
