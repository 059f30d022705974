"""A theme as Qt's palette and a short style sheet for what a palette cannot say."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from PySide6 import QtGui

from briefing_app import paths

if TYPE_CHECKING:
    from briefing_app.gui.theme.theme import Theme

_ROLES = {
    "Window": "win",
    "WindowText": "ink",
    "Base": "paper",
    "AlternateBase": "panel",
    "Text": "ink",
    "PlaceholderText": "ink3",
    "Button": "raised",
    "ButtonText": "ink",
    "BrightText": "ink",
    "Highlight": "accent_bg",
    "HighlightedText": "ink",
    "ToolTipBase": "raised",
    "ToolTipText": "ink",
    "Link": "accent",
    "LinkVisited": "accent",
    "Light": "raised",
    "Midlight": "hair",
    "Mid": "rule",
    "Dark": "edge",
    "Shadow": "edge",
    "Accent": "accent",
}


def make_palette(theme: Theme) -> QtGui.QPalette:
    """Return the palette of a theme."""
    palette = QtGui.QPalette()
    for name, role in _ROLES.items():
        palette.setColor(getattr(QtGui.QPalette.ColorRole, name), theme.colour(role))
    disabled = QtGui.QPalette.ColorGroup.Disabled
    for name in ("WindowText", "Text", "ButtonText"):
        palette.setColor(disabled, getattr(QtGui.QPalette.ColorRole, name), theme.colour("ink3"))
    return palette


_STYLE_SHEET = Template("""
QMenuBar { background: $win; border-bottom: 1px solid $hair; padding: 2px 12px; }
QMenuBar::item { padding: 4px 8px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $accent_bg; }
QMenu { background: $raised; border: 1px solid $edge; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 24px; border-radius: 6px; }
QMenu::item:selected { background: $accent_bg; color: $ink; }
QMenu::item:disabled { color: $ink3; }
QMenu::separator { height: 1px; background: $hair; margin: 4px 8px; }
QToolTip { background: $raised; color: $ink; border: 1px solid $edge; padding: 4px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: $rule; border-radius: 3px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $edge; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
    background: none; border: none; width: 0; height: 0; }
QSplitter::handle { background: $rule; }
QPushButton { background: $raised; color: $ink; border: 1px solid $edge; border-radius: 6px;
    padding: 5px 12px; font-weight: 600; }
QPushButton:hover { background: $hover; }
QPushButton:default { background: $accent; color: $accent_ink; border-color: $accent; }
QPushButton:disabled { color: $ink3; border-color: $hair; }
QPushButton:focus { border: 2px solid $focus; padding: 4px 11px; }
QPushButton:default:focus { border: 2px solid $ink; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator { background: $raised;
    border: 1px solid $edge; width: ${tick_px}px; height: ${tick_px}px; }
QCheckBox::indicator, QAbstractItemView::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: ${half_px}px; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: $accent;
    border-color: $accent; image: url($check); }
QRadioButton::indicator:checked { border: ${ring_px}px solid $accent;
    width: ${dot_px}px; height: ${dot_px}px; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $hair; }
QCheckBox, QRadioButton { border: 2px solid transparent; padding: 1px; spacing: 7px; }
QCheckBox:focus, QRadioButton:focus { border-color: $focus; border-radius: 4px; }
QLineEdit[frame="true"] { background: $raised; color: $ink; border: 1px solid $edge;
    border-radius: 8px;
    padding: 4px 8px; selection-background-color: $accent; selection-color: $accent_ink; }
QLineEdit[frame="true"]:focus { border: 2px solid $focus; padding: 3px 7px; }
QPlainTextEdit, QListWidget, QTableWidget { border: 1px solid $edge; border-radius: 6px; }
QPlainTextEdit:focus, QListWidget:focus, QTableWidget:focus { border: 2px solid $focus; }
QListWidget::item { padding: 2px; }
QProgressBar { background: $hover; border: 1px solid $edge; border-radius: 4px; height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
""")


def make_style_sheet(theme: Theme) -> str:
    """Return the style sheet of a theme."""
    tick = "check-white" if theme.colour("accent_ink").lightness() > 127 else "check-black"
    whole, ring = theme.px(16), theme.px(5)
    return _STYLE_SHEET.substitute(
        theme.values,
        check=paths.resource("icons", f"{tick}.png").as_posix(),
        tick_px=whole - 2,  # without its border
        half_px=whole // 2,
        ring_px=ring,
        dot_px=whole - 2 * ring,
    )
