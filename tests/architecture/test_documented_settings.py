"""The manual names every setting, what it may be, and every folder that is the reader's own."""

import ntpath

import pytest

from briefing_app import paths
from briefing_app.open_briefing import ALIASES
from briefing_app.settings import (
    FILE_NAME,
    LIMITS,
    Choice,
    OwnWords,
    Range,
    Settings,
    YesNo,
    read_settings,
)
from tests.architecture.documents import SECTIONS

PAGE = SECTIONS["settings"]
ROWS = PAGE.table("")


def test_the_manual_has_every_setting():
    assert list(ROWS) == list(LIMITS) == list(Settings.__struct_fields__)


@pytest.mark.parametrize(("name", "limit"), LIMITS.items())
def test_the_manual_has_its_values_and_its_default(name, limit):
    _, _, (words, values) = ROWS[name]
    match limit:
        case Choice():
            assert sorted(values) == sorted(limit.values)
        case Range():
            assert words.endswith(f"; {limit.low} to {limit.high}")
        case YesNo():
            assert sorted(values) == ["false", "true"]
        case OwnWords():
            assert values[0] in words
    default = getattr(Settings(), name)
    assert values[0] == (str(default).lower() if isinstance(default, bool) else str(default))


def test_the_file_that_is_shown_can_be_read(tmp_path):
    (shown,) = (block.text for block in PAGE.of_kind("block"))
    (tmp_path / FILE_NAME).write_text(shown, "utf-8")
    stored = read_settings(tmp_path)
    assert (stored.notes, stored.unknown) == ((), {})
    assert stored.settings != Settings()


def test_the_manual_names_the_files_of_the_settings_folder():
    code = {p.text for p in PAGE.of_kind("code")}
    assert {FILE_NAME, ALIASES} <= code


FOLDERS = {
    "settings": paths.settings_folder,
    "state": paths.state_folder,
    "cache": paths.cache_folder,
}


@pytest.mark.parametrize("name", FOLDERS)
@pytest.mark.parametrize(("platform", "column"), [("linux", 1), ("darwin", 2)])
def test_the_folder_is_where_the_manual_says(name, platform, column, monkeypatch, user_folders):
    monkeypatch.setattr("sys.platform", platform)
    for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(variable)
    told = PAGE.table("Folders")[name][column][0]
    assert FOLDERS[name]() == user_folders / told.removeprefix("~/")


@pytest.mark.parametrize("name", FOLDERS)
def test_the_folder_on_windows_is_where_the_manual_says(name, monkeypatch):
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", "/local")
    told = PAGE.table("Folders")[name][3][0]
    assert str(FOLDERS[name]()) == told.replace("%LOCALAPPDATA%", "/local").replace(ntpath.sep, "/")


@pytest.mark.parametrize("name", FOLDERS)
def test_the_variable_moves_the_folder(name, monkeypatch, tmp_path):
    (told,) = (p.code for p in PAGE.of_kind("text") if p.text.startswith("On Linux, "))
    variable = told[list(FOLDERS).index(name)]
    monkeypatch.setenv(variable, str(tmp_path))
    assert FOLDERS[name]() == tmp_path / "briefing-viewer"
