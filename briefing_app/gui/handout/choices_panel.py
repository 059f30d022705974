"""The left side of the handout dialog: what goes in, on which paper, and how it is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6 import QtCore, QtWidgets

from briefing_app.gui.handout.choice_fields import ChoiceGroup, LabelledField, make_combo, make_line
from briefing_app.gui.handout.claim_picker import ClaimPicker
from briefing_app.gui.handout.handout_choices import Extent, HandoutChoices
from briefing_app.gui.handout.tick_row import TickRow
from briefing_app.gui.kit.page_switch import PageSwitch
from briefing_app.handout.handout_plan import (
    COPY_LETTERS,
    WATERMARK_LETTERS,
    Colour,
    Paper,
    possible_handlings,
)
from briefing_app.model.briefing import Handling

if TYPE_CHECKING:
    from collections.abc import Collection

    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.cross_references import CrossReferences

_EXTENTS = (Extent.TEXT, Extent.CLAIMS, Extent.ONE_PAGE)
_PAPERS = (Paper.A4, Paper.LETTER)
_COLOURS = (Colour.COLOUR, Colour.GREY)
_GROUP_GAP_PX = 16


class ChoicesPanel(QtWidgets.QWidget):
    """All choices; each change is told at once, typed ones apart, so that they may wait."""

    changed = QtCore.Signal()
    typed = QtCore.Signal()

    def __init__(
        self,
        references: CrossReferences,
        choices: HandoutChoices,
        found: Collection[str] | None,
        theme: Theme,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """Show the choices for a briefing; `found` is what the search in the window has found."""
        super().__init__(parent)
        self._references = references
        self._theme = theme
        self._held = True
        self._column = QtWidgets.QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GROUP_GAP_PX)
        self._build_extent()
        self._build_parts()
        self._build_paper()
        self._build_marks()
        self._column.addStretch(1)
        self._connect()
        self.set_theme(theme)
        self.picker.set_found(found)
        self._show(choices, found)

    def _build_extent(self) -> None:
        theme, briefing = self._theme, self._references.briefing
        titles = [self.tr("Full text"), self.tr("Claims"), self.tr("One page")]
        self._extent = self._switch(titles, self.tr("How much goes in"))
        self._sections = {}
        for section in briefing.sections:
            count = len(self._references.claims_of_section(section.id))
            words = self.tr("1 claim") if count == 1 else self.tr("{n} claims")
            note = words.format(n=f"{count:,}") if count else ""
            self._sections[section.id] = TickRow(section.title, theme, note)
        self.picker = ClaimPicker(list(self._references.in_text_order()), theme)
        self._add(ChoiceGroup(self.tr("Length"), [self._extent], theme))
        self._section_group = self._add(
            ChoiceGroup(self.tr("Sections"), list(self._sections.values()), theme)
        )
        self._claim_group = self._add(
            ChoiceGroup(self.tr("Claims to hand out"), [self.picker], theme)
        )

    def _build_parts(self) -> None:
        briefing, theme = self._references.briefing, self._theme
        dated = sum(1 for claim in briefing.claims if claim.date is not None)
        noted = sum(1 for claim in briefing.claims if claim.note)
        claims = len(briefing.claims)
        all_claims = self.tr("{n} claim") if claims == 1 else self.tr("{n} claims")
        parts = (
            ("claim_table", self.tr("Claim index"), claims, all_claims),
            ("sources", self.tr("Sources"), len(briefing.sources), "{n}"),
            ("timeline", self.tr("Timeline"), dated, self.tr("{n} dated")),
            ("options", self.tr("Options"), len(briefing.options), "{n}"),
            ("notes", self.tr("Notes on claims"), noted, "{n}"),
            ("names", self.tr("People, places, terms"), len(briefing.entities), "{n}"),
        )
        self._parts = {}
        for name, title, count, words in parts:
            if count:
                note = words.format(n=f"{count:,}")
                spoken = self.tr("{n} of them").format(n=note) if words == "{n}" else ""
                self._parts[name] = TickRow(title, theme, note, spoken=spoken)
        self._part_group = self._add(
            ChoiceGroup(self.tr("Also in it"), list(self._parts.values()), theme)
        )

    def _build_paper(self) -> None:
        self._paper = self._switch(["A4", "Letter"], self.tr("Paper"))
        titles = [self.tr("Colour"), self.tr("Grey")]
        self._colour = self._switch(titles, self.tr("Colour or grey"))
        self._large = TickRow(self.tr("Large print"), self._theme, self.tr("16 points or more"))
        controls = [self._paper, self._colour, self._large]
        self._add(ChoiceGroup(self.tr("Paper"), controls, self._theme, gap_px=6))

    def _build_marks(self) -> None:
        theme, briefing = self._theme, self._references.briefing
        own = briefing.handling.value if briefing.handling else self.tr("no mark")
        self._handling = make_combo(self.tr("Handling mark"))
        self._handling.addItem(self.tr("As the briefing: {mark}").format(mark=own), "")
        for mark in possible_handlings(briefing):
            if mark is not briefing.handling:
                self._handling.addItem(mark.value, mark.value)
        self._watermark = make_line(
            self.tr("Watermark"), self.tr("None, or for example Draft"), WATERMARK_LETTERS
        )
        self._copy = make_line(self.tr("Copy number"), self.tr("For example 3 of 12"), COPY_LETTERS)
        self._fields = [
            LabelledField(self.tr("Handling"), self._handling, theme),
            LabelledField(self.tr("Watermark"), self._watermark, theme),
            LabelledField(self.tr("Copy number"), self._copy, theme),
        ]
        self._add(ChoiceGroup(self.tr("On every page"), list(self._fields), theme, gap_px=8))

    def _switch(self, titles: list[str], name: str) -> PageSwitch:
        switch = PageSwitch(self._theme, titles)
        switch.setAccessibleName(name)
        policy = QtWidgets.QSizePolicy.Policy
        switch.setSizePolicy(policy.Expanding, policy.Fixed)
        return switch

    def _add(self, group: ChoiceGroup) -> ChoiceGroup:
        self._column.addWidget(group)
        return group

    def _connect(self) -> None:
        for switch in (self._extent, self._paper, self._colour):
            switch.page_chosen.connect(self._on_change)
        for row in (*self._sections.values(), *self._parts.values(), self._large):
            row.toggled.connect(self._on_change)
        self._handling.currentIndexChanged.connect(self._on_change)
        self.picker.picked.connect(self._on_change)
        self._watermark.textChanged.connect(self._on_typed)
        self._copy.textChanged.connect(self._on_typed)

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes."""
        self._theme = theme
        for group in self.findChildren(ChoiceGroup):
            group.set_theme(theme)
        for row in (*self._sections.values(), *self._parts.values(), self._large):
            row.set_theme(theme)
        for switch in (self._extent, self._paper, self._colour):
            switch.set_theme(theme)
        for field in self._fields:
            field.set_theme(theme)
        self.picker.set_theme(theme)

    def _show(self, choices: HandoutChoices, found: Collection[str] | None) -> None:
        self._extent.choose(_EXTENTS.index(choices.extent))
        for name, row in self._sections.items():
            row.setChecked(choices.sections is None or name in choices.sections)
        for name, row in self._parts.items():
            row.setChecked(bool(getattr(choices, name)))
        # what is being looked for comes before what was picked another time
        self.picker.tick(found or choices.claims or self._references.claims)
        self._paper.choose(_PAPERS.index(choices.paper))
        self._colour.choose(_COLOURS.index(choices.colour))
        self._large.setChecked(choices.large_print)
        mark = choices.handling.value if choices.handling else ""
        self._handling.setCurrentIndex(max(0, self._handling.findData(mark)))
        self._watermark.setText(choices.watermark)
        self._copy.setText(choices.copy_number)
        self._choices = choices
        self._held = False
        self._show_groups()

    def choices(self) -> HandoutChoices:
        """Return what is chosen now; a group of which nothing is ticked counts as it was."""
        sections = tuple(name for name, row in self._sections.items() if row.isChecked())
        everything = len(sections) == len(self._sections)
        claims = self.picker.claims()
        all_claims = len(claims) == len(self._references.claims)
        parts = {name: row.isChecked() for name, row in self._parts.items()}
        mark = self._handling.currentData()
        return msgspec.structs.replace(
            self._choices,
            extent=_EXTENTS[self._extent.chosen()],
            sections=None if everything else sections,
            claims=None if all_claims else claims,
            paper=_PAPERS[self._paper.chosen()],
            colour=_COLOURS[self._colour.chosen()],
            large_print=self._large.isChecked(),
            handling=Handling(mark) if mark else None,
            watermark=self._watermark.text(),
            copy_number=self._copy.text(),
            **parts,
        )

    def missing(self) -> str:
        """Return what must be chosen before there can be a handout; empty if nothing."""
        choices = self.choices()
        if choices.extent is Extent.TEXT and choices.sections == () and self._sections:
            return self.tr("Tick at least one section, or choose “Claims” or “One page”.")
        if choices.extent is Extent.CLAIMS and choices.claims == ():
            return self.tr("Tick at least one claim, or choose “Full text”.")
        return ""

    @QtCore.Slot()
    def _on_change(self, *_changed: object) -> None:
        if not self._held:
            self._show_groups()
            self.changed.emit()

    @QtCore.Slot()
    def _on_typed(self, *_changed: object) -> None:
        if not self._held:
            self.typed.emit()

    def _show_groups(self) -> None:
        extent = _EXTENTS[self._extent.chosen()]
        self._section_group.setVisible(extent is Extent.TEXT and bool(self._sections))
        self._claim_group.setVisible(extent is Extent.CLAIMS)
        self._part_group.setVisible(extent is not Extent.ONE_PAGE and bool(self._parts))
        for name in ("claim_table", "options"):
            if name in self._parts:  # claims are handed out as their index, without the options
                self._parts[name].setVisible(extent is not Extent.CLAIMS)
