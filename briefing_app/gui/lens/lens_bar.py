"""The bar above the text that says what is greyed, and chooses what stands out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.index.filter_chip import FilterChip
from briefing_app.gui.kit.announce import announce
from briefing_app.gui.kit.display_text import plain_tool_tip
from briefing_app.gui.kit.painted_buttons import IconButton
from briefing_app.gui.kit.painted_label import scaled
from briefing_app.gui.kit.wrapping_row import WrappingRow
from briefing_app.gui.words import model_words as words
from briefing_app.gui.words.day_text import day_in, day_words
from briefing_app.gui.words.english_words import begin_at_side
from briefing_app.model.claim import Family
from briefing_app.model.claim_lens import Lens, Only, Seen

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence

    from briefing_app.gui.theme.theme import Theme

_DAY_PX = 120
_SLIDER_PX = 220
_PADDING_PX = 28
_SLIM_SHARE = 0.6  # of the reading size: in the projector view
_LOW_PX = 600  # in a lower window the text needs the room


def only_words(only: Only) -> str:
    """Return what stands out, in words: `Judged`, `Further source`."""
    say = QtCore.QCoreApplication.translate
    if only is Only.FURTHER_SOURCE:
        return say("lens", "Further source")
    if only is Only.DISPUTED:
        return say("lens", "Disputed")
    return say("lens", "Everything") if only is Only.ALL else words.family_word(Family(only.value))


class LensBar(QtWidgets.QFrame):
    """Chips for what stands out, a box and a slider for the day, and a sentence with the count."""

    lens_changed = QtCore.Signal(object)  # Lens
    closed = QtCore.Signal()
    settled = QtCore.Signal()  # Enter in the box for the day

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget | None = None) -> None:
        """Be hidden, with nothing greyed."""
        super().__init__(parent)
        self._theme = theme
        self._lens = Lens()
        self._short = self._long = self._slim_words = ""
        self._is_slim = False
        self._days: Sequence[datetime.date] = ()
        self._chips: dict[Only, FilterChip] = {}
        self.setAccessibleName(self.tr("What stands out in the text"))
        self._build()
        self.set_theme(theme)
        self.hide()

    def _build(self) -> None:
        self._row = WrappingRow()
        self._only_label = QtWidgets.QLabel(self.tr("Show only"))
        self._row.add(self._only_label)
        for only in Only:
            if only is not Only.ALL:
                self._row.add(self._chip(only))
        self._day_row = WrappingRow()
        self._day_label = QtWidgets.QLabel(self.tr("As of the day"))
        self.day_field = QtWidgets.QLineEdit()
        self.day_field.setPlaceholderText(self.tr("15 Aug 2021"))
        self.day_field.setAccessibleName(self.tr("As of the day"))
        self.day_field.setAccessibleDescription(
            self.tr("A day, a month or a year. What came later is greyed. Empty: nothing is.")
        )
        self.day_field.setMaxLength(40)
        self.day_field.textEdited.connect(self._take_typed)
        self.day_field.returnPressed.connect(self.settled)
        self.slider = QtWidgets.QSlider(QtCore.Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("As of the day, from one dated claim to the next"))
        self.slider.valueChanged.connect(self._take_slid)
        for part in (self._day_label, self.day_field, self.slider):
            self._day_row.add(part)
        self.said = QtWidgets.QLabel()
        self.said.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.close_button = IconButton(self.tr("Show everything again (Esc)"), "close", self._theme)
        self.close_button.clicked.connect(self.close_bar)
        column = QtWidgets.QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(self._row)
        column.addWidget(self._day_row)
        column.addWidget(self.said)
        whole = QtWidgets.QHBoxLayout(self)
        whole.setContentsMargins(_PADDING_PX, 8, 12, 8)
        whole.addLayout(column, 1)
        whole.addWidget(self.close_button, 0, QtCore.Qt.AlignmentFlag.AlignTop)

    def _chip(self, only: Only) -> FilterChip:
        family = Family(only.value) if only.value in {f.value for f in Family} else None
        chip = FilterChip(only_words(only), self._theme, family=family)
        chip.clicked.connect(self._take_chip)
        self._chips[only] = chip
        return chip

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        values = theme.values
        self.setStyleSheet(
            f"LensBar {{ background: {values['panel']};"
            f" border-bottom: 1px solid {values['rule']}; }}"
            f"QLabel {{ color: {values['ink']}; }}"
            f"QSlider::groove:horizontal {{ height: 4px; background: {values['edge']};"
            " border-radius: 2px; }"
            f"QSlider::handle:horizontal {{ background: {values['accent']}; width: 16px;"
            f" margin: -6px 0; border-radius: 8px; border: 2px solid {values['raised']}; }}"
            f"QSlider:focus {{ border: 2px solid {values['focus']}; border-radius: 6px; }}"
        )
        for chip in self._chips.values():
            chip.set_theme(theme)
        self.close_button.set_theme(theme)
        for label in (self._only_label, self._day_label):
            label.setFont(theme.font("list_head"))
        self._size_words()
        self.day_field.setFont(theme.font("detail"))
        scale = theme.line_px("detail") / 18
        height = self._chips[Only.SAID].sizeHint().height()
        for label in (self._only_label, self._day_label):
            label.setFixedHeight(height)
        self.day_field.setFixedSize(round(_DAY_PX * scale), height + 4)
        self.slider.setFixedSize(round(_SLIDER_PX * scale), height + 4)
        self._row.arrange()
        self._day_row.arrange()

    # what the window says

    def set_choices(self, counts: Mapping[Only, int], days: Sequence[datetime.date]) -> None:
        """Take how many claims each choice lets stand out, and the days on which it changes."""
        for only, chip in self._chips.items():
            chip.set_count(counts[only])
        self._days = days
        blocker = QtCore.QSignalBlocker(self.slider)
        self.slider.setRange(0, len(days))
        self.slider.setValue(len(days))
        del blocker
        self._day_row.setVisible(bool(days) and not self._is_slim)
        self._row.arrange()
        self._day_row.arrange()

    def set_slim(self, *, slim: bool) -> None:
        """Be one line that says what stands out, for a room to read, or the whole bar again."""
        self._is_slim = slim
        self._row.setVisible(not slim)
        self._day_row.setVisible(bool(self._days) and not slim)
        self.close_button.setVisible(not slim)
        self._size_words()
        self._fit_words()

    def _size_words(self) -> None:
        font = QtGui.QFont(self._theme.font("detail"))
        if self._is_slim:
            font.setPixelSize(round(self._theme.reading_px * _SLIM_SHARE))
        self.said.setFont(font)

    def set_lens(self, lens: Lens) -> None:
        """Show a lens, without a signal."""
        self._lens = lens
        for only, chip in self._chips.items():
            chip.setChecked(lens.only is only)
        if day_in(self.day_field.text()) != lens.day:
            self.day_field.setText(day_words(lens.day) if lens.day else "")
        self._mark_field(wrong=False)
        blocker = QtCore.QSignalBlocker(self.slider)
        self.slider.setValue(self._step_of(lens.day))
        del blocker
        self._row.arrange()

    def lens(self) -> Lens:
        """Return what is chosen."""
        return self._lens

    def say(self, seen: Seen, claims: int) -> None:
        """Say how much stands out and what the day means; told to screen readers as well."""
        parts, method = [], ""
        if self._lens:
            what = self.tr("{n} of {all} claims stand out, the rest is greyed.")
            parts.append(what.format(n=len(seen.lit), all=claims))
        else:
            parts.append(self.tr("All {all} claims stand out.").format(all=claims))
        if self._lens.day is not None:
            later = self.tr("{later} came after {day}; {perhaps} perhaps, {undated} have no date.")
            counts = {"later": len(seen.later), "perhaps": len(seen.perhaps)}
            day = day_words(self._lens.day)
            parts.append(later.format(day=day, undated=len(seen.undated), **counts))
            method = self.tr(
                "Events and statements count by their own date, judgements and advice by that "
                "of their source: a briefing does not say when each thing became known."
            )
        count = self.tr("{n} of {all} claims stand out").format(n=len(seen.lit), all=claims)
        self._slim_words = "  ·  ".join([*self._lens_words(), count])
        short, text = " ".join(parts), " ".join([*parts, method] if method else parts)
        if text != self._long:
            self._short, self._long = short, text
            self._fit_words()
            announce(self, text)

    def _lens_words(self) -> list[str]:
        words = []
        if self._lens.only is not Only.ALL:
            words.append(self.tr("Only: {what}").format(what=only_words(self._lens.only)))
        if self._lens.day is not None:
            words.append(self.tr("As of {day}").format(day=day_words(self._lens.day)))
        return words

    def _fit_words(self) -> None:
        """Say all, or in a low window what is counted, with the rest in the tool tip."""
        is_low = self.window().height() < scaled(self._theme, _LOW_PX)
        whole = self._short if is_low else self._long
        self.said.setText(self._slim_words if self._is_slim else whole)
        self.said.setToolTip(plain_tool_tip(self._long) if is_low else "")
        begin_at_side(self.said)
        self.said.setAccessibleName(self._long)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Fit what is said to the window."""
        super().resizeEvent(event)
        self._fit_words()

    def focus_day(self) -> None:
        """Put the keyboard into the box for the day."""
        self.day_field.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        self.day_field.selectAll()

    # what the reader does

    def _change(self, lens: Lens) -> None:
        if lens != self._lens:
            self.set_lens(lens)
            self.lens_changed.emit(lens)

    @QtCore.Slot()
    def _take_chip(self) -> None:
        pressed = next(only for only, chip in self._chips.items() if chip is self.sender())
        only = pressed if self._chips[pressed].isChecked() else Only.ALL
        self._change(Lens(only, self._lens.day))

    @QtCore.Slot(str)
    def _take_typed(self, text: str) -> None:
        day = day_in(text)
        if day is not None or not text.strip():
            self._change(Lens(self._lens.only, day))
        self._mark_field(wrong=bool(text.strip()) and day is None)

    def _mark_field(self, *, wrong: bool) -> None:
        """Say in the box that what is typed is no day yet."""
        tip = self.tr("Not a day yet. Write 15 Aug 2021, 2021-08-15, Aug 2021 or 2021.")
        self.day_field.setToolTip(tip if wrong else "")
        edge = self._theme.values["error" if wrong else "edge"]
        shape = "dashed" if wrong else "solid"
        self.day_field.setStyleSheet(
            f'QLineEdit[frame="true"] {{ border: {2 if wrong else 1}px {shape} {edge}; }}'
            if wrong
            else ""
        )

    @QtCore.Slot(int)
    def _take_slid(self, step: int) -> None:
        day = self._days[step] if step < len(self._days) else None
        self._change(Lens(self._lens.only, day))

    def _step_of(self, day: datetime.date | None) -> int:
        """The last step whose day is not after a day."""
        if day is None:
            return len(self._days)
        return max(sum(1 for other in self._days if other <= day) - 1, 0)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Show everything again with Esc."""
        if event.key() == QtCore.Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    @QtCore.Slot()
    def close_bar(self) -> None:
        """Show everything again, and go."""
        had_focus = self.isAncestorOf(QtWidgets.QApplication.focusWidget() or self)
        self._change(Lens())
        self.hide()
        if had_focus:
            self.closed.emit()
