"""Saves in a briefing's folder, as an author's editor makes them, while a window shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def replace(file: Path, old: str, new: str, way: str = "in place") -> None:
    """Save a file as an editor does."""
    text = file.read_text("utf-8")
    assert old in text
    text = text.replace(old, new, 1)
    if way == "in place":
        file.write_text(text, "utf-8")
    elif way == "rename":  # vim with backupcopy=no, GNOME Text Editor
        beside = file.with_name(f".{file.name}.swp")
        beside.write_text(text, "utf-8")
        beside.replace(file)
    else:  # deleted, then written anew
        file.unlink()
        file.write_text(text, "utf-8")


def read_anew(live, folder: Path, number: int) -> None:
    """Save version 1.0.`number + 1` and wait until the window shows it."""
    with live.qtbot.waitSignal(live.window.index.built):
        replace(folder / "briefing.yaml", f"version: 1.0.{number}", f"version: 1.0.{number + 1}")
