"""Every tab of the real window, in the colours, sizes and directions that are to be looked at.

python tests/approvals/take_pictures.py FOLDER [--scale 1|2]
python tests/approvals/take_pictures.py --approve

The same picture on every machine: bundled fonts alone, no hinting, Fusion, one size of a dot, no
caret, no animation, no settings of the user's. Text at 200 % is a process of its own, since the
size of a dot is settled at its start.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from tests.patience import HANG_S

ROOT = Path(__file__).resolve().parents[2]
PICTURES = Path(__file__).with_name("pictures")
URDU = ROOT / "tests" / "fixtures" / "valid" / "urdu"
COLOURS = ("light", "dark", "high-contrast")
SHIPPED_TABS = (
    "overview", "history", "takeover", "terrorism", "policy-options", "timeline", "people",
    "sources",
)  # fmt: skip
URDU_TABS = ("overview", "sarhad", "rasta", "timeline", "people", "sources")
_REST_MS, _MOST_RESTS = 60, 60


class Scene(NamedTuple):
    """One window, and what is chosen in it."""

    name: str
    colours: str
    width: int
    height: int
    scale: int
    mirrored: bool = False

    @property
    def tabs(self) -> tuple[str, ...]:
        """The tabs that are opened one after the other."""
        return URDU_TABS if self.mirrored else SHIPPED_TABS


def scenes() -> list[Scene]:
    """Return all windows; those at one scale are taken in one process."""
    made = []
    for label, width, height, scale in (
        ("wide", 1440, 900, 1),
        ("narrow", 1024, 700, 1),
        ("large", 1440, 900, 2),
    ):
        made += [Scene(f"{label}-{c}", c, width, height, scale) for c in COLOURS]
        made.append(Scene(f"{label}-mirrored", "light", width, height, scale, mirrored=True))
    return made


def names() -> list[str]:
    """Return the names of all pictures, as in `NAME.png` when taken and `NAME.webp` when kept."""
    return [f"{scene.name}-{tab}" for scene in scenes() for tab in scene.tabs]


def take_all(folder: Path) -> None:
    """Take every picture, in a process for each scale, side by side.

    Raises:
        CalledProcessError: a process has failed; what it said is on stderr.
        TimeoutExpired: a process takes minutes.
    """
    with tempfile.TemporaryDirectory() as home:
        fonts = Path(home) / "fonts.conf"
        fonts.write_text(
            f"<fontconfig><dir>{ROOT / 'resources' / 'fonts'}</dir>"
            f"<cachedir>{home}/cache</cachedir></fontconfig>"
        )
        with ThreadPoolExecutor() as side_by_side:
            list(side_by_side.map(lambda scale: _take_apart(folder, scale, Path(home)), (1, 2)))


def _take_apart(folder: Path, scale: int, home: Path) -> None:
    """Take the pictures of one scale in a process of its own."""
    own = home / str(scale)
    own.mkdir()
    folders = {f"XDG_{name}_HOME": str(own) for name in ("CONFIG", "STATE", "CACHE", "DATA")}
    subprocess.run(
        [sys.executable, __file__, str(folder), "--scale", str(scale)],
        env={
            **os.environ,
            **folders,
            "HOME": str(own),
            "PYTHONPATH": str(ROOT),
            "FONTCONFIG_FILE": str(home / "fonts.conf"),
            "QT_QPA_PLATFORM": "offscreen",
            "QT_FONT_DPI": str(96 * scale),
            "QT_SCALE_FACTOR": "1",
            "QT_ENABLE_HIGHDPI_SCALING": "0",  # larger text, not larger dots
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
        },
        check=True,
        timeout=HANG_S,
    )


def take_scale(folder: Path, scale: int) -> None:
    """Take the pictures of one scale, in this process."""
    from PySide6 import QtCore, QtWidgets

    from briefing_app import paths
    from briefing_app.gui.application import Session, make_application
    from briefing_app.gui.state.window_state import WindowState

    application = make_application(["approvals"])
    application.setCursorFlashTime(0)
    application.setEffectEnabled(QtCore.Qt.UIEffect.UI_General, False)

    def rest() -> None:
        loop = QtCore.QEventLoop()
        QtCore.QTimer.singleShot(_REST_MS, loop.quit)
        loop.exec()

    def take(window: QtWidgets.QMainWindow, target: Path) -> None:
        before = None
        for _ in range(_MOST_RESTS):
            rest()
            if (focused := QtWidgets.QApplication.focusWidget()) is not None:
                focused.clearFocus()
            picture = window.grab().toImage()
            if picture == before and not window.background.is_busy():
                break
            before = picture
        else:
            raise SystemExit(f"the window never came to rest for {target.name}")
        if not picture.save(str(target)):
            raise SystemExit(f"{target} could not be written")

    for scene in (scene for scene in scenes() if scene.scale == scale):
        session = Session(URDU if scene.mirrored else paths.shipped_briefing())
        session.state = WindowState(width=scene.width, height=scene.height)
        session.keeper.choose(scene.colours)
        session.start()
        window = session.window
        assert window is not None
        window.resize(scene.width, scene.height)
        while window.index.panel is None or window.background.is_busy():
            rest()
        window.reading.select_claim("R17")
        for tab in scene.tabs:
            window.tab_bar.setCurrentIndex(window.tab_bar.index_of(tab))
            take(window, folder / f"{scene.name}-{tab}.png")
        window.close()
        window.deleteLater()
        rest()


def approve() -> None:
    """Put new pictures in the place of the approved ones; those that look the same stay."""
    from tests.approvals.compare_pictures import compare, keep

    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as taken:
        take_all(Path(taken))
        for old in PICTURES.iterdir():
            if old.suffix != ".webp" or old.stem not in names():
                old.unlink()
        changed = 0
        for name in names():
            new, kept = Path(taken) / f"{name}.png", PICTURES / f"{name}.webp"
            if kept.exists() and compare(kept, new) is None:
                continue
            changed += 1
            keep(new, kept)
    size = sum(path.stat().st_size for path in PICTURES.iterdir())
    said = f"{changed} of {len(names())} pictures are new, {size / 1e6:.1f} MB in all: look at them"
    sys.stdout.write(f"{said}\n{PICTURES}\n")


def main() -> None:
    """Take pictures as the command line asks."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--scale", type=int, default=0)
    parser.add_argument("--approve", action="store_true")
    given = parser.parse_args()
    if given.approve:
        approve()
    elif given.scale:
        take_scale(given.folder, given.scale)
    else:
        given.folder.mkdir(parents=True, exist_ok=True)
        take_all(given.folder)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
