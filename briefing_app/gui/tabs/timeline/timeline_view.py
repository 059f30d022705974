"""The timeline: every dated claim on two scales, all years above, one part of them wide below."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.focus_hand_over import FocusHandOver
from briefing_app.gui.kit.painted_item import PaintedItem
from briefing_app.gui.tabs.page.scroll_page import ScrollPage
from briefing_app.gui.tabs.timeline.timeline_claims import (
    bands_by_actor,
    bands_by_section,
    dense_frame,
)
from briefing_app.gui.tabs.timeline.timeline_marks import DatedMark, PileMark
from briefing_app.gui.tabs.timeline.timeline_parts import TimelineParts
from briefing_app.gui.tabs.timeline.timeline_scale import (
    fitted_frame,
    panned,
    range_text,
    range_words,
    snapped,
    zoomed,
)
from briefing_app.gui.tabs.timeline.timeline_strip import PAN_SHARE, ZOOM_FACTOR
from briefing_app.model.timeline import LEAST_DAYS, Span, dated_claims, whole_span

if TYPE_CHECKING:
    from briefing_app.gui.kit.page_rows import HitFinder
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.cross_references import CrossReferences

_BY_SECTION, _BY_ACTOR = 0, 1


class TimelineChoices(NamedTuple):
    """The days that were shown wide, and whether bands were sections."""

    frame: Span
    by_section: bool


class TimelineView(ScrollPage):
    """Wheel, keys and buttons zoom; the frame pans; days dragged over go into the search."""

    def __init__(
        self,
        references: CrossReferences,
        theme: Theme,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """Show the claims of a briefing that has at least one with a date."""
        super().__init__(parent)
        self._references = references
        briefing = references.briefing
        self._all = dated_claims(references.in_text_order(), briefing.as_of)
        cut_off = briefing.as_of.last_day or briefing.as_of.first_day
        assert cut_off is not None
        self._cut_off = cut_off.toordinal() + 1
        self._whole = whole_span(self._all, briefing.as_of)
        self._first_frame = self._frame = dense_frame(self._all, self._whole)
        self._shown = self._all
        self._by_section = True
        self.area.setAccessibleName(self.tr("Timeline"))
        self._parts = parts = TimelineParts(
            theme, references, self._all, self._whole, self._cut_off
        )
        self._sheet, self._controls, self._strip = parts.sheet, parts.controls, parts.strip
        self._bands, self._undated = parts.bands, parts.undated
        self.area.setWidget(self._sheet)
        self._strip.set_frame(self._frame)
        FocusHandOver(self, self._strip)
        self._connect()
        self._take_claims()

    def _connect(self) -> None:
        for part in (self._bands, self._undated):
            part.claim_selected.connect(self.claim_selected)
            part.claim_activated.connect(self.claim_activated)
        controls = self._controls
        controls.bands_chosen.connect(self._choose_bands)
        controls.zoom_requested.connect(self.zoom)
        controls.whole_requested.connect(self.show_all_years)
        controls.search_requested.connect(self.search_frame)
        controls.all_claims_requested.connect(self.all_claims_requested)
        self._strip.frame_changed.connect(self._take_frame)
        self._bands.pile_opened.connect(self._open_pile)
        self._parts.axis.wheel_turned.connect(self._turn_on_axis)
        self._sheet.wheel_turned.connect(self._turn)
        self._sheet.wheel_panned.connect(self.pan)
        self._sheet.stretch_dragged.connect(self._say_stretch)
        self._sheet.stretch_chosen.connect(self._choose_stretch)
        self.area.verticalScrollBar().valueChanged.connect(self._keep_axis_in_sight)

    def _take_claims(self) -> None:
        """Sort what is shown into bands."""
        if self._by_section:
            bands = bands_by_section(self._shown, self._references)
        else:
            others = self.tr("Others, or nobody named")
            bands = bands_by_actor(self._shown, self._references, others)
        self._bands.set_bands(bands)
        self._strip.set_claims(self._shown)
        self._controls.say_count(len(self._shown), len(self._all))

    # laying out

    def lay_out(self) -> None:
        """Place bands, axis and controls in the viewport."""
        view = self.area.viewport()
        any_shown = bool(self._shown)
        self._parts.lay_out(view.width(), view.height(), self._frame, any_shown=any_shown)
        self._keep_axis_in_sight()

    @QtCore.Slot()
    def _keep_axis_in_sight(self) -> None:
        self._parts.keep_axis_in_sight(self.scroll_value())

    # moving through time

    @QtCore.Slot(object)
    def _take_frame(self, frame: Span) -> None:
        """Show other days wide."""
        if frame == self._frame:
            return
        self._frame = frame
        held = self.focusWidget()
        self.fit()
        if isinstance(held, DatedMark) and held.isHidden():  # it has gone into a pile
            self._focus(self._bands.mark_of(held.claim_id))
        elif isinstance(held, PileMark):
            self._focus(held if held.isVisible() else self._strip)

    @staticmethod
    def _focus(part: QtWidgets.QWidget | None) -> None:
        if part is not None:
            part.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def set_frame(self, frame: Span) -> None:
        """Show these days wide, below and in the frame."""
        self._strip.set_frame(frame)
        self._take_frame(frame)

    @property
    def frame_days(self) -> Span:
        """The days that are shown wide."""
        return self._frame

    @QtCore.Slot(float)
    def zoom(self, steps: float, day: float | None = None) -> None:
        """Show fewer days (steps above 0) or more, around a day or the middle."""
        self.set_frame(zoomed(self._frame, self._whole, ZOOM_FACTOR**steps, day))

    @QtCore.Slot(float)
    def pan(self, steps: float) -> None:
        """Move towards later days (steps above 0) or earlier ones."""
        self.set_frame(panned(self._frame, self._whole, steps * self._frame.days * PAN_SHARE))

    @QtCore.Slot()
    def show_all_years(self) -> None:
        """Show every year to one scale; once more, the part that was wide at first."""
        everything = self._frame == self._whole
        self.set_frame(self._first_frame if everything else self._whole)

    @QtCore.Slot(float, float)
    def _turn(self, x: float, steps: float) -> None:
        """Zoom around what is under the pointer; in a narrow part, around the frame's near end."""
        self.zoom(steps, self._parts.scale.day(x))

    @QtCore.Slot(float, float)
    def _turn_on_axis(self, x: float, steps: float) -> None:
        self._turn(x - self._parts.plot_left(), steps)

    @QtCore.Slot(int, int)
    def _open_pile(self, first: int, end: int) -> None:
        """Show a pile's days wide; where that parts nothing, list its claims in the index."""
        margin = (end - first) * 0.1
        frame = fitted_frame(first - margin, end + margin, self._whole)
        if frame.days >= self._frame.days or self._frame.days <= LEAST_DAYS:
            self.date_range_chosen.emit(range_text(Span(first, end)))
        else:
            self.set_frame(frame)

    def choices(self) -> TimelineChoices:
        """Return the days that are shown wide, and whether bands are sections."""
        return TimelineChoices(self._frame, self._by_section)

    def choose_again(self, choices: object) -> None:
        """Show what `choices` told of, as far as there are such days."""
        if not isinstance(choices, TimelineChoices):
            return
        if not choices.by_section:
            self._controls.choose_bands(_BY_ACTOR)
            self._choose_bands(_BY_ACTOR)
        self.set_frame(fitted_frame(choices.frame.first, choices.frame.end, self._whole))

    # days for the search

    def _stretch(self, left: float, right: float) -> Span:
        per_day = max(self._parts.scale.segment_at(x).px_per_day for x in (left, right))
        return snapped(self._parts.scale.day(left), self._parts.scale.day(right), per_day)

    @QtCore.Slot(float, float)
    def _say_stretch(self, left: float, right: float) -> None:
        self._controls.say(range_words(self._stretch(left, right)))

    @QtCore.Slot(float, float)
    def _choose_stretch(self, left: float, right: float) -> None:
        self._controls.say_count(len(self._shown), len(self._all))
        self.date_range_chosen.emit(range_text(self._stretch(left, right)))

    @QtCore.Slot()
    def search_frame(self) -> None:
        """Search for the claims of the days that are shown wide."""
        first, last = self._frame.first, self._frame.end - 1
        span = snapped(first, last, self._parts.scale.wide.px_per_day)
        self.date_range_chosen.emit(range_text(span))

    # what the window asks

    @QtCore.Slot(int)
    def _choose_bands(self, number: int) -> None:
        self._by_section = number == _BY_SECTION
        self._take_claims()
        self.fit()

    def set_shown_claims(
        self, claim_ids: frozenset[str] | None, *, found: bool = True, greyed: bool = False
    ) -> None:
        """Show only these claims; None shows all. A search `found` them, a lens `greyed` others."""
        self._controls.set_reasons(found=found, greyed=greyed)
        shown = self._all
        if claim_ids is not None:
            shown = tuple(item for item in self._all if item.claim.id in claim_ids)
        undated_changed = self._undated.set_shown(claim_ids)
        if shown != self._shown or undated_changed:
            self._shown = shown
            self._take_claims()
            self.fit()
        else:
            self._controls.say_count(len(self._shown), len(self._all))

    def show_claim(self, claim_id: str, *, flash: bool) -> bool:
        """Scroll to a claim and light it; False if it is not among those that are shown."""
        mark = self._bands.mark_of(claim_id) or self._undated.mark_of(claim_id)
        if mark is None:
            return False
        self.select_claim(claim_id)
        self.area.ensureWidgetVisible(mark, 0, self._parts.axis_room())
        return True

    def select_claim(self, claim_id: str | None) -> None:
        """Light a claim; None lights none."""
        self._bands.select_claim(claim_id)
        self._undated.select_claim(claim_id)
        if claim_id is not None:  # Tab comes to what is lit
            mark = self._bands.mark_of(claim_id) or self._undated.mark_of(claim_id)
            self._parts.roving.stop_at(mark)

    def set_hits(self, find: HitFinder | None) -> None:
        """Mark what a search finds; None marks nothing."""
        self._bands.set_hits(find)
        self._undated.set_hits(find)

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes."""
        self._parts.set_theme(theme)
        self.fit()

    def wants_width(self) -> bool:
        """Whether the page is better with the claim index folded away: always."""
        return True

    def take_wheel(self, event: QtGui.QWheelEvent) -> bool:
        """Return False: the sheet has taken what it can use."""
        return False

    def take_key(self, event: QtGui.QKeyEvent) -> bool:
        """+ and - zoom, 0 shows all years, Ctrl and an arrow pans; others go to claims."""
        keys, key = QtCore.Qt.Key, event.key()
        control = event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier
        sideways = {keys.Key_Left: -1, keys.Key_Right: 1}.get(QtCore.Qt.Key(key))
        if control and sideways:
            self.pan(-sideways if self.isRightToLeft() else sideways)
        elif control:
            return False
        elif key in (keys.Key_Plus, keys.Key_Equal):
            self.zoom(1)
        elif key in (keys.Key_Minus, keys.Key_Underscore):
            self.zoom(-1)
        elif key == keys.Key_0:
            self.show_all_years()
        elif key == keys.Key_Escape and self._sheet.cancel_drag():
            self._controls.say_count(len(self._shown), len(self._all))
        elif key in (keys.Key_Home, keys.Key_End) and self._go_to_end(key):
            pass
        else:
            return super().take_key(event)
        return True

    def _go_to_end(self, key: int) -> bool:
        """Give the first or the last mark the focus where one has it; return whether one had."""
        ends = self._parts.roving.ends()
        if ends is None or not isinstance(self.focusWidget(), PaintedItem):
            return False
        mark = ends[0 if key == QtCore.Qt.Key.Key_Home else 1]
        self._focus(mark)
        self.area.ensureWidgetVisible(mark, 0, self._parts.axis_room())
        return True
