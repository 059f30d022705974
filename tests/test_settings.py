"""Settings: what is kept, what falls back, and that nothing a reader wrote is lost."""

import json
import os
import socket as socketlib

import pytest

from briefing_app.errors import SettingsError
from briefing_app.settings import (
    LIMITS,
    Settings,
    changed,
    read_settings,
    write_settings,
)


def stored(folder, content):
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    (folder / "settings.json").write_bytes(data)
    return read_settings(folder)


def test_every_setting_has_a_limit_and_a_default_within_it():
    assert set(LIMITS) == set(Settings.__struct_fields__)
    for name, limit in LIMITS.items():
        assert limit.allows(getattr(Settings(), name))
        assert limit.meaning


def test_a_first_start_has_defaults_and_nothing_to_say(tmp_path):
    found = read_settings(tmp_path / "not there yet")
    assert (found.settings, found.notes) == (Settings(), ())


def test_what_was_changed_is_there_at_the_next_start(tmp_path):
    folder = tmp_path / "config" / "app"
    found = changed(read_settings(folder), reading_px=20, colour_scheme="dark")
    write_settings(folder, found)
    again = read_settings(folder)
    assert again.settings == Settings(reading_px=20, colour_scheme="dark")
    assert again.notes == ()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("reading_px", 14),
        ("reading_px", 52),
        ("reading_px", "17"),
        ("reading_px", 17.5),
        ("reading_px", True),
        ("reading_px", None),
        ("reading_px", 10**400),
        ("colour_scheme", "pink"),
        ("colour_scheme", ["dark"]),
        ("claim_lines", ""),
        ("citation_style", {}),
        ("open_last_briefing", "yes"),
        ("open_last_briefing", 1),
    ],
)
def test_a_value_that_is_not_allowed_falls_back_with_a_note(tmp_path, name, value):
    found = stored(tmp_path, {"claim_lines": "strong", name: value})
    assert getattr(found.settings, name) == getattr(Settings(), name)
    (note,) = found.notes
    assert name in note
    assert LIMITS[name].rule in note
    with pytest.raises(SettingsError, match=name):
        changed(found, **{name: value})


@pytest.mark.parametrize("value", [15, 24])
def test_both_ends_of_a_range_are_allowed(tmp_path, value):
    assert stored(tmp_path, {"reading_px": value}).settings.reading_px == value


def test_what_a_newer_version_wrote_is_kept(tmp_path):
    found = stored(tmp_path, {"reading_px": 18, "from_the_future": {"deep": [1, 2]}})
    assert "from_the_future" in found.notes[0]
    write_settings(tmp_path, changed(found, reading_px=19))
    kept = json.loads((tmp_path / "settings.json").read_text())
    assert kept["from_the_future"] == {"deep": [1, 2]}
    assert kept["reading_px"] == 19


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"reading_px": 1e999}',
        b"[" * 100_000,
        b" " * 2**21,
    ],
    ids=["empty", "open", "list", "null", "bytes", "infinite", "deep", "large"],
)
def test_a_damaged_file_gives_defaults_and_a_note_and_is_put_aside(tmp_path, content):
    found = stored(tmp_path, content)
    assert found.settings == Settings()
    (note,) = found.notes
    assert "settings.json" in note
    assert (tmp_path / "settings.json").read_bytes() == content
    kept = write_settings(tmp_path, changed(found, reading_px=16))
    assert kept.settings.reading_px == 16
    assert set_aside_in(tmp_path).read_bytes() == content
    assert read_settings(tmp_path).settings == Settings(reading_px=16)
    assert read_settings(tmp_path).notes == ()


def set_aside_in(folder):
    (found,) = folder.glob("settings.json.damaged-20??-??-??*")
    return found


@pytest.mark.parametrize("kind", ["folder", "pipe", "device", "link to itself", "socket"])
def test_what_is_no_file_is_told_and_set_aside(tmp_path, kind):
    file = tmp_path / "settings.json"
    match kind:
        case "folder":
            file.mkdir()
        case "pipe":
            os.mkfifo(file)
        case "device":
            file.symlink_to("/dev/zero")
        case "link to itself":
            file.symlink_to(file)
        case "socket":
            socket = socketlib.socket(socketlib.AF_UNIX)
            socket.bind(os.path.relpath(file))
            socket.close()
    found = read_settings(tmp_path)
    assert found.settings == Settings()
    assert "cannot be read" in found.notes[0]
    write_settings(tmp_path, changed(found, reading_px=16))
    assert read_settings(tmp_path).settings == Settings(reading_px=16)
    assert os.path.lexists(set_aside_in(tmp_path))


def test_two_windows_do_not_undo_each_other(tmp_path):
    first, second = read_settings(tmp_path), read_settings(tmp_path)
    first = write_settings(tmp_path, changed(first, reading_px=20))
    second = write_settings(tmp_path, changed(second, colour_scheme="dark"))
    write_settings(tmp_path, changed(first, measure="wide"))
    assert read_settings(tmp_path).settings == Settings(
        reading_px=20, colour_scheme="dark", measure="wide"
    )


def test_what_could_not_be_kept_is_kept_with_the_next_change(tmp_path):
    (tmp_path / "app").write_text("in the way")
    found = changed(read_settings(tmp_path / "app"), reading_px=20)
    with pytest.raises(SettingsError):
        write_settings(tmp_path / "app", found)
    (tmp_path / "app").unlink()
    write_settings(tmp_path / "app", changed(found, measure="wide"))
    assert read_settings(tmp_path / "app").settings == Settings(reading_px=20, measure="wide")


def test_without_a_folder_settings_live_in_memory_only():
    found = read_settings(None)
    assert found.settings == Settings()
    assert "no folder" in found.notes[0]
    assert write_settings(None, changed(found, reading_px=21)).settings.reading_px == 21


def test_an_unknown_setting_cannot_be_changed(tmp_path):
    with pytest.raises(SettingsError, match="reading_px"):
        changed(read_settings(tmp_path), reading_pt=17)


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(SettingsError, match="not kept"):
        write_settings(tmp_path / "file" / "app", read_settings(None))


def test_a_folder_in_place_of_the_file_is_told(tmp_path):
    (tmp_path / "settings.json").mkdir()
    found = read_settings(tmp_path)
    assert found.settings == Settings()
    assert "cannot be read" in found.notes[0]
