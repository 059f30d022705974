"""About: what program this is, which briefing is open, and the licences of its parts."""

from __future__ import annotations

import platform
import sqlite3
from importlib import metadata
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

import briefing_app
from briefing_app import paths
from briefing_app.gui.kit.display_text import left_to_right

if TYPE_CHECKING:
    from briefing_app.model.briefing import Briefing

_PARTS = (
    ("PySide6-Essentials", "LGPL-3.0"),
    ("PyYAML", "MIT"),
    ("msgspec", "BSD-3-Clause"),
    ("markdown-it-py", "MIT"),
    ("mdit-py-plugins", "MIT"),
    ("typst", "Apache-2.0"),
    ("citeproc-py", "BSD-2-Clause"),
    ("pikepdf", "MPL-2.0"),
    ("pypdfium2", "BSD-3-Clause, Apache-2.0"),
)
_FONTS = (
    "Source Serif 4",
    "Inter",
    "JetBrains Mono",
    "Noto Naskh Arabic",
    "Noto Serif Hebrew",
)


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "—"


def about_text(briefing: Briefing | None) -> str:
    """Return the whole page as plain text, fit for copying into a report of a fault."""
    lines = [f"Briefing Viewer {briefing_app.__version__}", ""]
    if briefing:
        lines += [
            f"{left_to_right(briefing.title)}, version {briefing.version}",
            f"Issued {briefing.issued.display()}, information as of {briefing.as_of.display()}",
            f"Handling: {briefing.handling.value if briefing.handling else 'none given'}",
            f"Prepared by: {briefing.prepared_by or 'not stated'}",
            "Content hash (SHA-256):",
            *_grouped(briefing.content_hash),
            "",
        ]
    lines += [
        "Works offline: it opens no connection.",
        f"Python {platform.python_version()}, Qt {QtCore.qVersion()}, "
        f"SQLite {sqlite3.sqlite_version}",
        "",
        "Parts and their licences:",
        *(f"  {name} {_version(name)}, {licence}" for name, licence in _PARTS),
        "",
        "Synonyms: WordNet 3.1 (Princeton University), WordNet licence",
        "Word pieces of BERT-Base, Uncased (Google Research), Apache License 2.0",
        "Fonts, all under the SIL Open Font License 1.1:",
        *(f"  {name}" for name in _FONTS),
        "Citation styles: Citation Style Language project, CC BY-SA 3.0",
        "",
        f"Licence texts: {paths.resource('fonts')}",
        "Briefing Viewer itself: MIT License",
    ]
    return "\n".join(lines)


def _grouped(content_hash: str) -> list[str]:
    groups = [content_hash[n : n + 8] for n in range(0, len(content_hash), 8)]
    return [f"  {' '.join(groups[:4])}", f"  {' '.join(groups[4:])}"] if groups else ["  —"]


class AboutDialog(QtWidgets.QDialog):
    """Shows `about_text`, to read and to copy."""

    def __init__(self, briefing: Briefing | None, parent: QtWidgets.QWidget | None = None) -> None:
        """Describe the program and the open briefing."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Briefing Viewer"))
        self.text = QtWidgets.QPlainTextEdit(about_text(briefing))
        self.text.setReadOnly(True)
        self.text.setMinimumSize(520, 420)
        self.text.setAccessibleName(self.tr("About this program and its parts"))
        close = QtWidgets.QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column = QtWidgets.QVBoxLayout(self)
        column.addWidget(self.text)
        column.addWidget(close, 0, QtCore.Qt.AlignmentFlag.AlignRight)
