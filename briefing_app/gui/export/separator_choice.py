"""The list from which the separator of a table is chosen."""

from __future__ import annotations

from PySide6 import QtCore, QtWidgets

from briefing_app.export.csv_table import SEPARATORS


def separator_choice(chosen: str) -> QtWidgets.QComboBox:
    """Return the list, with the name of a separator as the data of each entry."""
    words = {
        "comma": QtCore.QCoreApplication.translate("separator_choice", "Comma"),
        "semicolon": QtCore.QCoreApplication.translate(
            "separator_choice", "Semicolon, for Excel where 1,5 is one and a half"
        ),
        "tab": QtCore.QCoreApplication.translate("separator_choice", "Tab"),
    }
    box = QtWidgets.QComboBox()
    for name in SEPARATORS:
        box.addItem(words[name], name)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    narrow = QtWidgets.QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
    box.setSizeAdjustPolicy(narrow)
    box.setMinimumContentsLength(10)
    return box


def labelled(words: str, field: QtWidgets.QWidget) -> QtWidgets.QHBoxLayout:
    """Return a field with its label before it, which gives it its key."""
    label = QtWidgets.QLabel(words)
    label.setBuddy(field)
    field.setAccessibleName(words.replace("&", "").rstrip(":"))
    row = QtWidgets.QHBoxLayout()
    row.addWidget(label)
    row.addWidget(field, 1)
    return row
