"""Pictures of the real window: for the README, and for a machine without a display.

python -m briefing_app.gui.screenshots -o window.png [--tab terrorism] [--query ceasefire]
    [--claim R17] [--colours dark] [--size 1440x900] [--handout] [BRIEFING]
python -m briefing_app.gui.screenshots --readme
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from PySide6 import QtCore, QtWidgets

from briefing_app import paths
from briefing_app.gui.application import Session, make_application
from briefing_app.gui.state.window_state import WindowState

_SETTLE_MS = 1600  # longer than a flash lasts, so that a picture shows the lasting state
_FLASH_MS = 250


class Scene(NamedTuple):
    """What one picture shows."""

    file: Path
    tab: str = ""
    query: str = ""
    claim: str = ""
    colours: str = "light"
    width: int = 1440
    height: int = 900
    flashed: bool = False
    briefing: Path | None = None
    handout: bool = False  # the dialog in place of the window


def readme_scenes(folder: Path) -> list[Scene]:
    """Return the pictures that the README shows."""
    return [
        Scene(folder / "overview.png", claim="K13"),
        Scene(
            folder / "search-dark.png", tab="terrorism", query="ceasefire", claim="R17",
            colours="dark",
        ),
        Scene(folder / "handout.png", handout=True),
    ]  # fmt: skip


class Photographer(QtCore.QObject):
    """Opens the window, brings it into a scene's state and saves what it looks like."""

    def __init__(self, scene: Scene) -> None:
        """Open the window for one scene."""
        super().__init__()
        self._scene = scene
        self._session = Session(scene.briefing or paths.shipped_briefing())
        self._session.state = WindowState(width=scene.width, height=scene.height)
        self._session.keeper.choose(scene.colours)
        self._session.start()
        assert self._session.window is not None
        self._window = self._session.window
        self._window.resize(scene.width, scene.height)
        self._window.index.built.connect(self._act)

    @QtCore.Slot()
    def _act(self) -> None:
        scene, reading = self._scene, self._window.reading
        if scene.tab:
            self._window.jumps.go_to_section(scene.tab)
        if scene.query and self._window.index.panel is not None:
            self._window.index.panel.set_query(scene.query)
        if scene.claim and scene.tab:
            self._window.jumps.go_to_claim(scene.claim)
        elif scene.claim:
            reading.select_claim(scene.claim)
        if scene.handout:
            self._open_handout()
            return
        QtCore.QTimer.singleShot(_FLASH_MS if scene.flashed else _SETTLE_MS, self._save)

    def _open_handout(self) -> None:
        self._session.commands.handout.open()
        dialog = self._session.commands.handout.dialog
        assert dialog is not None
        dialog.resize(self._scene.width, self._scene.height)
        dialog.shown_anew.connect(self._wait_for_pictures)

    @QtCore.Slot()
    def _wait_for_pictures(self) -> None:
        QtCore.QTimer.singleShot(_SETTLE_MS, self._save)

    @QtCore.Slot()
    def _save(self) -> None:
        self._scene.file.parent.mkdir(parents=True, exist_ok=True)
        shown = self._session.commands.handout.dialog or self._window
        saved = shown.grab().save(str(self._scene.file))
        self._window.close()
        QtWidgets.QApplication.exit(0 if saved else 1)


def take(scenes: list[Scene]) -> int:
    """Take every picture, one window after the other; return 0 if all were saved."""
    application = make_application(["screenshots"])
    code = 0
    for scene in scenes:
        photographer = Photographer(scene)
        code = max(code, application.exec())
        photographer.deleteLater()
    return code


def main(arguments: list[str]) -> int:
    """Read the command line and take the pictures it asks for."""
    parser = argparse.ArgumentParser(prog="python -m briefing_app.gui.screenshots")
    parser.add_argument("briefing", nargs="?", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=Path("window.png"))
    parser.add_argument("--readme", action="store_true", help="take the README's pictures")
    parser.add_argument("--tab", default="")
    parser.add_argument("--query", default="")
    parser.add_argument("--claim", default="")
    parser.add_argument("--colours", default="light")
    parser.add_argument("--size", default="1440x900")
    parser.add_argument("--flashed", action="store_true")
    parser.add_argument("--handout", action="store_true", help="the handout dialog")
    given = parser.parse_args(arguments)
    if given.readme:
        return take(readme_scenes(paths.resource("screenshots")))
    width, _, height = given.size.partition("x")
    scene = Scene(
        given.output, given.tab, given.query, given.claim, given.colours, int(width), int(height),
        given.flashed, given.briefing, given.handout,
    )  # fmt: skip
    return take([scene])


if __name__ == "__main__":
    import os

    with tempfile.TemporaryDirectory() as folder:  # the user's own settings stay out of pictures
        for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
            os.environ[name] = folder
        sys.exit(main(sys.argv[1:]))
