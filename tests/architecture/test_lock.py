"""requirements.txt pins, by hash, what pyproject.toml asks for; its header says how it is made."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


@pytest.fixture(scope="module")
def lock(repository):
    return (repository / "requirements.txt").read_text()


@pytest.fixture(scope="module")
def wanted(repository):
    pyproject = tomllib.loads((repository / "pyproject.toml").read_text())
    texts = pyproject["project"]["dependencies"] + pyproject["dependency-groups"]["dev"]
    return [Requirement(text) for text in texts]


def test_each_dependency_is_pinned_within_its_bounds(lock, wanted):
    pinned = dict(re.findall(r"^([\w.-]+)==([^\s;]+)", lock, flags=re.M))
    unpinned = [
        str(requirement)
        for requirement in wanted
        if pinned.get(canonicalize_name(requirement.name), "") not in requirement.specifier
    ]
    assert unpinned == []


def test_each_pin_has_hashes(lock):
    assert re.findall(r"^\S+==[^\\\n]*$", lock, flags=re.M) == []
    assert lock.count("--hash=sha256:") > lock.count("==")


def test_header_says_how_to_remake_it(lock):
    assert "uv pip compile --universal --generate-hashes" in lock.split("==")[0]
