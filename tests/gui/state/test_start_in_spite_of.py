"""Whatever was remembered, the window opens and says what was left out."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6 import QtWidgets

from briefing_app import paths

if TYPE_CHECKING:
    from pathlib import Path


def told(desk) -> str:
    labels = desk.window.task_bar.findChildren(QtWidgets.QLabel)
    return " ".join(label.text() for label in labels)


def remembered(**values: object) -> Path:
    folder = paths.state_folder()
    assert folder is not None
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "window.msgpack"
    file.write_bytes(msgspec.msgpack.encode(values))
    return file


@pytest.mark.parametrize(
    ("last", "why"),
    [
        ("/missing/briefing", "No such file or directory"),
        ("/" + "x" * 300, "File name too long"),
        ("/x" * 5000, "File name too long"),
        ("/a\0b", "embedded null byte"),
        ("/dev/null/briefing", "Not a directory"),
    ],
    ids=["gone", "long name", "long path", "NUL", "under a file"],
)
def test_the_last_briefing_cannot_be_opened(open_desk, last, why) -> None:
    remembered(recent=[last], last_folder=last)
    desk = open_desk(None)
    assert desk.window.reading.opened.briefing.id == "pakistan-afghanistan-2022"
    assert "open last cannot be opened" in told(desk)
    assert why in told(desk)


@pytest.mark.parametrize(
    "values",
    [
        {"x": 10**18, "y": -(10**18)},
        {"width": -(2**40), "height": float("nan")},
        {"x": 16_000_000, "y": -16_000_000, "width": -5, "height": 0, "index_width": -7},
        {"width": "wide", "tabs": 5, "recent": {"a": 1}},
    ],
)
def test_the_window_stands_where_it_can(open_desk, shipped_briefing_path, values) -> None:
    remembered(**values)
    desk = open_desk(shipped_briefing_path)
    assert desk.window.screen().availableGeometry().intersects(desk.window.geometry())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files on this system")
def test_pipes_in_place_of_settings_and_state(open_desk, shipped_briefing_path) -> None:
    state = remembered()
    state.unlink()
    os.mkfifo(state)
    settings = paths.settings_folder()
    assert settings is not None
    settings.mkdir(parents=True, exist_ok=True)
    os.mkfifo(settings / "settings.json")
    os.mkfifo(settings / "aliases.txt")
    desk = open_desk(shipped_briefing_path)
    assert "settings.json cannot be read" in told(desk)


def test_a_setting_that_cannot_be_kept_is_told(desk) -> None:
    folder = paths.settings_folder()
    assert folder is not None
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_bytes(b"in the way")
    desk.session.settings.change(measure="wide")
    assert desk.session.settings.current.measure == "wide"
    assert "The settings were not kept" in told(desk)
