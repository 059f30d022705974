"""The export dialog: what leaves the program at the left, the file as it will be at the right."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.export.claim_columns import COLUMNS
from briefing_app.export.csv_table import SEPARATORS
from briefing_app.export.exports import exported
from briefing_app.export.formats import FORMATS, ExportFormat
from briefing_app.gui.export.column_list import ColumnList
from briefing_app.gui.export.separator_choice import labelled, separator_choice
from briefing_app.gui.kit import accessible_class
from briefing_app.gui.state.export_choices import ExportChoices
from briefing_app.gui.words.english_words import settle_dialog
from briefing_app.gui.work.single_shot import single_shot
from briefing_app.handout.file_name import suggested_file_name

if TYPE_CHECKING:
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.gui.work.background import Background
    from briefing_app.model.briefing import Briefing

_PREVIEW_LINES = 200
_PREVIEW_ROWS = 50
_PAUSE_MS = 120
_COLUMN_PX = 220
_SIDE_PX, _LIST_PX, _SIZE_PX = 330, 150, (1020, 770)  # at 100 %


class ExportDialog(QtWidgets.QDialog):
    """Makes the file again when a choice changes; what is saved are the bytes that are shown."""

    save_requested = QtCore.Signal(object, str, str)  # bytes, file name, kinds for a file dialog
    previewed = QtCore.Signal()

    def __init__(
        self,
        briefing: Briefing,
        theme: Theme,
        choices: ExportChoices,
        background: Background,
        *,
        found: tuple[str, ...] | None,
        query: str,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """Offer a briefing's claims; `found` are those of the search, None without one."""
        super().__init__(parent)
        self._briefing = briefing
        self._background = background
        self._found = found
        self._job = 0
        self._data = b""
        self.setWindowTitle(self.tr("Export"))
        self._pause = single_shot(self, _PAUSE_MS)
        self._pause.timeout.connect(self._make)
        self._build_forms(choices)
        self._build_claims(query)
        self._build_columns(choices)
        self._build_preview()
        self._lay_out()
        self.set_theme(theme)
        room = (parent or self).screen().availableSize() * 0.95
        self.resize(QtCore.QSize(*map(theme.px, _SIZE_PX)).boundedTo(room))
        self._follow_form()
        settle_dialog(self)

    # --- parts ---

    def _build_forms(self, choices: ExportChoices) -> None:
        self.forms: dict[ExportFormat, QtWidgets.QRadioButton] = {}
        self._explanations: list[QtWidgets.QLabel] = []
        for form in FORMATS:
            button = QtWidgets.QRadioButton(self.tr(form.title))
            explanation = self.tr(form.explanation)
            button.setAccessibleDescription(explanation)
            button.setChecked(form.name == choices.form)
            button.toggled.connect(self._follow_form)
            self.forms[form] = button
            self._explanations.append(QtWidgets.QLabel(explanation))
        if not any(button.isChecked() for button in self.forms.values()):
            self.forms[FORMATS[0]].setChecked(True)

    def _build_claims(self, query: str) -> None:
        total = len(self._briefing.claims)
        self.all_claims = QtWidgets.QRadioButton(self.tr("&All {n} claims").format(n=f"{total:,}"))
        count = len(self._found or ())
        words = self.tr("The {n} claims &found").format(n=f"{count:,}")
        if query:
            shown = query if len(query) <= 28 else f"{query[:27]}…"
            words = self.tr("The {n} claims &found by “{query}”").format(
                n=f"{count:,}", query=shown.replace("&", "&&")
            )
        self.found_claims = QtWidgets.QRadioButton(words)
        self.found_claims.setVisible(self._found is not None)
        self.found_claims.setEnabled(count > 0)
        (self.found_claims if count else self.all_claims).setChecked(True)
        self.all_claims.toggled.connect(self._wait)

    def _build_columns(self, choices: ExportChoices) -> None:
        self.columns = ColumnList(COLUMNS, choices.columns)
        self.columns.setSpacing(2)
        self.columns.changed.connect(self._wait)
        self._order_words = QtWidgets.QLabel(
            self.tr("Drag a column to move it, or press Alt+↑ or ↓")
        )
        self._order_words.setWordWrap(True)
        self.every = QtWidgets.QPushButton(self.tr("All columns"))
        self.none = QtWidgets.QPushButton(self.tr("Only id and text"))
        self.every.clicked.connect(self._tick_every)
        self.none.clicked.connect(self._tick_few)
        self.exact = QtWidgets.QCheckBox(self.tr("&Exact characters"))
        self.exact.setChecked(choices.exact)
        self.exact.toggled.connect(self._wait)
        self._exact_words = QtWidgets.QLabel(
            self.tr(
                "Otherwise an apostrophe stands before what a spreadsheet would calculate or change"
            )
        )
        self.separator = separator_choice(choices.separator)
        self.separator.currentIndexChanged.connect(self._wait)
        self._exact_words.setWordWrap(True)
        self._explanations += [self._exact_words, self._order_words]
        for button in (self.every, self.none):
            button.setAutoDefault(False)
        self.table_choices = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(self.table_choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._heading(self.tr("Columns")))
        column.addWidget(self.columns, 1)
        column.addWidget(self._order_words)
        row = QtWidgets.QHBoxLayout()
        row.addWidget(self.every)
        row.addWidget(self.none)
        row.addStretch(1)
        column.addLayout(row)
        column.addLayout(labelled(self.tr("Sepa&rator:"), self.separator))
        column.addWidget(self.exact)
        column.addWidget(self._exact_words)

    def _build_preview(self) -> None:
        self.text = QtWidgets.QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QtWidgets.QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName(self.tr("The file, from its start"))
        self.table = QtWidgets.QTableWidget()
        self.table.setEditTriggers(QtWidgets.QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.setAccessibleName(self.tr("The first rows of the table"))
        self.table.verticalHeader().hide()
        self.pages = accessible_class.QWidget()
        self.pages.addWidget(self.text)
        self.pages.addWidget(self.table)
        self.summary = QtWidgets.QLabel()
        self.problem = QtWidgets.QLabel()
        for label in (self.summary, self.problem):
            label.setTextFormat(QtCore.Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.problem.hide()
        self.save = QtWidgets.QPushButton(self.tr("Save…"))
        self.save.setDefault(True)
        self.save.clicked.connect(self._save)
        self.cancel = QtWidgets.QPushButton(self.tr("Cancel"))
        self.cancel.clicked.connect(self.reject)

    def _heading(self, words: str) -> QtWidgets.QLabel:
        label = QtWidgets.QLabel(words)
        label.setProperty("heading", True)
        return label

    def _lay_out(self) -> None:
        left = QtWidgets.QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self._heading(self.tr("Form")))
        for button, words in zip(self.forms.values(), self._explanations, strict=False):
            left.addWidget(button)
            words.setWordWrap(True)
            left.addWidget(words)
        left.addSpacing(12)
        left.addWidget(self._heading(self.tr("Claims")))
        left.addWidget(self.all_claims)
        left.addWidget(self.found_claims)
        left.addSpacing(12)
        left.addWidget(self.table_choices, 1)
        left.addStretch(0)
        # radio buttons exclude each other by their parent: two questions, two groups
        self._groups = [QtWidgets.QButtonGroup(self), QtWidgets.QButtonGroup(self)]
        for button in self.forms.values():
            self._groups[0].addButton(button)
        for button in (self.all_claims, self.found_claims):
            self._groups[1].addButton(button)
        side = QtWidgets.QWidget()
        side.setLayout(left)
        left.setContentsMargins(0, 0, 8, 0)  # the scroll bar is kept off the words
        self._side = QtWidgets.QScrollArea()  # large text may need more than the window's height
        self._side.setWidget(side)
        side.setAutoFillBackground(False)
        self._side.viewport().setAutoFillBackground(False)
        self._side.setWidgetResizable(True)
        self._side.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self._side.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._side.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        right = QtWidgets.QVBoxLayout()
        right.addWidget(self.pages, 1)
        right.addWidget(self.summary)
        right.addWidget(self.problem)
        buttons = QtWidgets.QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        right.addLayout(buttons)
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(20, 20, 20, 20)
        row.setSpacing(20)
        row.addWidget(self._side)
        row.addLayout(right, 1)

    @QtCore.Slot(object)
    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes."""
        self._side.setFixedWidth((_SIDE_PX + theme.px(_SIDE_PX)) // 2 + 8)
        self.columns.setMinimumHeight(theme.px(_LIST_PX))
        palette = self.palette()
        palette.setColor(palette.ColorRole.Window, theme.colour("panel"))
        self.setPalette(palette)
        self.text.setFont(theme.font("id"))
        self.table.setFont(theme.font("row"))
        for label in self.findChildren(QtWidgets.QLabel):
            if label.property("heading"):
                label.setFont(theme.font("list_head"))
        muted = QtGui.QPalette(palette)
        muted.setColor(muted.ColorRole.WindowText, theme.colour("ink2"))
        for label in (*self._explanations, self.summary):
            label.setPalette(muted)
        for label in self._explanations[: len(self.forms)]:
            label.setIndent(theme.px(16) + 12)
        wrong = QtGui.QPalette(palette)
        wrong.setColor(wrong.ColorRole.WindowText, theme.colour("error"))
        self.problem.setPalette(wrong)

    # --- choices ---

    def form(self) -> ExportFormat:
        """Return the form that is chosen."""
        return next(form for form, button in self.forms.items() if button.isChecked())

    def chosen_columns(self) -> tuple[str, ...]:
        """Return the ticked columns, in their order."""
        return self.columns.chosen()

    def choices(self) -> ExportChoices:
        """Return what is to be found chosen the next time."""
        columns = self.chosen_columns()
        kept = () if columns == COLUMNS else columns
        separator = self.separator.currentData()
        return ExportChoices(self.form().name, kept, self.exact.isChecked(), separator)

    @QtCore.Slot()
    def _tick_every(self) -> None:
        self.columns.tick_all(COLUMNS)

    @QtCore.Slot()
    def _tick_few(self) -> None:
        self.columns.tick(("id", "text"))

    # --- the file ---

    @QtCore.Slot()
    def _follow_form(self) -> None:
        self.table_choices.setVisible(self.form().is_table)
        self._wait()

    @QtCore.Slot()
    def _wait(self) -> None:
        """Make the file soon: one after the last of several changes."""
        self.save.setEnabled(False)
        self._pause.start()

    @QtCore.Slot()
    def _make(self) -> None:
        form, columns, exact = self.form(), self.chosen_columns(), self.exact.isChecked()
        separator = self.separator.currentData()
        claims = self._found if self.found_claims.isChecked() else None
        self._background.drop(self._job)
        if form.is_table and not columns:
            self.say_problem(self.tr("Tick at least one column."))
            return
        self._job = self._background.run(
            lambda: exported(
                self._briefing,
                form,
                claims=claims,
                columns=columns,
                exact=exact,
                separator=separator,
            ),
            self._show,
            self._fail,
        )

    def _show(self, data: bytes) -> None:
        self._data = data
        self.problem.hide()
        self.save.setEnabled(True)
        if self.form().is_table:
            self._show_table(data)
        else:
            lines = data.decode("utf-8-sig").split("\n", _PREVIEW_LINES)
            rest = self.tr("…") if len(lines) > _PREVIEW_LINES else ""
            self.text.setPlainText("\n".join([*lines[:_PREVIEW_LINES], rest]).rstrip())
            self.pages.setCurrentWidget(self.text)
        self._summarise()
        self.previewed.emit()

    def _show_table(self, data: bytes) -> None:
        between = SEPARATORS[self.separator.currentData()]
        reader = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=between)
        header = next(reader)
        rows = [row for row, _ in zip(reader, range(_PREVIEW_ROWS), strict=False)]
        self.table.setColumnCount(len(header))
        self.table.setRowCount(len(rows))
        self.table.setHorizontalHeaderLabels(header)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                self.table.setItem(number, column, QtWidgets.QTableWidgetItem(cell))
        self.table.resizeColumnsToContents()
        for column in range(len(header)):
            widest = round(_COLUMN_PX * self.logicalDpiX() / 96)
            self.table.setColumnWidth(column, min(self.table.columnWidth(column), widest))
        self.pages.setCurrentWidget(self.table)

    def _summarise(self) -> None:
        claims = len(self._briefing.claims)
        if self.found_claims.isChecked():
            claims = len(self._found or ())
        size = self.locale().formattedDataSize(
            len(self._data), 1, QtCore.QLocale.DataSizeFormat.DataSizeSIFormat
        )
        if not self.form().has_claims:
            words = self.tr("The sources that {n} claims rest on, {size}")
        elif claims > _PREVIEW_ROWS and self.form().is_table:
            words = self.tr("{n} claims, {size}; the first {rows} are shown")
        else:
            words = self.tr("{n} claims, {size}")
        self.summary.setText(words.format(n=f"{claims:,}", size=size, rows=_PREVIEW_ROWS))

    def _fail(self, error: Exception) -> None:
        raise error

    def say_problem(self, words: str) -> None:
        """Say what stands in the way, under the file."""
        self.problem.setText(words)
        self.problem.show()

    @QtCore.Slot()
    def _save(self) -> None:
        self.problem.hide()  # of the try before
        form = self.form()
        name = suggested_file_name(self._briefing, suffix=form.suffix)
        kind = self.forms[form].text().replace("&", "").split(" (")[0]
        self.save_requested.emit(self._data, name, f"{kind} (*{form.suffix})")

    def done(self, result: int) -> None:
        """Forget the file that is being made."""
        self._pause.stop()
        self._background.drop(self._job)
        super().done(result)
