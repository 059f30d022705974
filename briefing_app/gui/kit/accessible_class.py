"""Widgets under the class name by which Qt decides what to tell screen readers of them.

Qt looks a widget's class names up, from the last to the first, and takes the first that it knows
(`QAccessible::queryAccessibleInterface`): what is named here is found before Qt's own class.
"""

from __future__ import annotations

from PySide6 import QtWidgets


class QTextEdit(QtWidgets.QTextBrowser):
    """A text with a caret and lines; as a QTextBrowser it would be a mere label."""


class QWidget(QtWidgets.QStackedWidget):
    """No more than the page that it shows; as a QStackedWidget it would be read out as a pane."""
