"""The first tab: the bottom line, what it rests on, the key judgements and figures, the limits."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from briefing_app.gui.kit.painted_item import ClaimItem
from briefing_app.gui.kit.painted_label import PaintedText, SectionHead, scaled
from briefing_app.gui.kit.sheet import Sheet
from briefing_app.gui.prose.plain_prose import PlainProse
from briefing_app.gui.prose.prose_column import ProseStyle
from briefing_app.gui.tabs.overview.cut_off_box import CutOffBox
from briefing_app.gui.tabs.overview.imprint import imprint_texts
from briefing_app.gui.tabs.page.scroll_page import ScrollPage
from briefing_app.model.claim import ClaimType
from briefing_app.model.cross_references import SUMMARY
from briefing_app.model.key_figures import key_figures
from briefing_app.model.limits_of_knowledge import limits_of_knowledge

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.gui.kit.page_rows import HitFinder
    from briefing_app.gui.prose.prose_view import ProseView
    from briefing_app.gui.tabs.overview.judgement_list import JudgementList
    from briefing_app.gui.tabs.overview.overview_parts import FigureStrip, LimitList, SectionList
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.claim_lens import Seen
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.model.prose import Block

OVERVIEW = "overview"  # id of the section that is read at the end of this tab

_WIDTH_PX = 836
_SIDE_PX, _NARROW_SIDE_PX, _NARROW_BELOW_PX = 28, 20, 700
_TOP_PX, _BOTTOM_PX = 28, 36
_ASIDE_PX, _ASIDE_GAP_PX = 226, 40
_TEXT_MIN_PX = 420  # beside the aside; under it the aside goes below
_PART_GAP_PX = 16
_ASIDE_OVER_PX = 28  # so much taller than the bottom line the aside may be
_KICKER_GAP_PX = 6
_IMPRINT_GAP_PX, _IMPRINT_BELOW_PX = 3, 13


class OverviewView(ScrollPage):
    """The overview of a briefing; what stands below the bottom line follows the first paint."""

    def __init__(
        self,
        references: CrossReferences,
        theme: Theme,
        read_picture: Callable[[str], bytes],
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """Build what the first paint shows."""
        super().__init__(parent)
        self._references = references
        self._theme = theme
        self._read_picture = read_picture
        self._limits = limits_of_knowledge(references)
        self._selected: str | None = None
        self._find: HitFinder | None = None
        self._lens: Seen | None = None
        self._mark_strength = "quiet"
        self._rest_built = False
        self._summary: ProseView | None = None
        self._plain_summary: PlainProse | None = None  # in its place until it is built
        self._text: ProseView | None = None
        self._text_head: SectionHead | None = None
        self._parts: list[JudgementList | FigureStrip | LimitList] = []
        self._sections: SectionList | None = None
        self._sections_aside = False
        self.area.setAccessibleName(self.tr("Overview"))
        self.setFocusProxy(self.area)
        self._sheet = Sheet(theme)
        self.area.setWidget(self._sheet)
        self._build_first()
        self._sheet.first_painted.connect(
            self._build_rest, QtCore.Qt.ConnectionType.QueuedConnection
        )

    # building

    def _build_first(self) -> None:
        references, theme, sheet = self._references, self._theme, self._sheet
        briefing = references.briefing
        self._imprint = imprint_texts(briefing, theme, sheet)
        self._kicker: PaintedText | None = None
        if briefing.summary:
            self._kicker = PaintedText(
                theme, self.tr("The bottom line").upper(), "kicker", "ink2", sheet
            )
            self._kicker.setAccessibleName(self.tr("The bottom line"))
            if PlainProse.can_show(briefing.summary):
                style = self._summary_style()
                self._plain_summary = PlainProse(briefing.summary, theme, style, sheet)
            else:
                self._build_summary()
        self._cut_off = CutOffBox(theme, references, self._limits, sheet)

    @staticmethod
    def _summary_style() -> ProseStyle:
        return ProseStyle(role="bottom_line", margins=False, embedded=True)

    def _build_summary(self) -> None:
        """Build the bottom line to read, in the place of its plain words."""
        blocks, name = self._references.briefing.summary, self.tr("The bottom line")
        self._summary = self._prose(blocks, SUMMARY, self._summary_style(), name)
        plain, self._plain_summary = self._plain_summary, None
        if plain is not None:
            plain.setParent(None)
            plain.deleteLater()

    @QtCore.Slot()
    def _build_rest(self) -> None:
        """Build what stands below the bottom line; that itself stays where it is."""
        if self._rest_built:
            return
        self._rest_built = True
        from briefing_app.gui.tabs.overview import overview_words
        from briefing_app.gui.tabs.overview.overview_parts import LimitList
        from briefing_app.gui.tabs.overview.section_line import length_words

        if self._plain_summary is not None:
            self._build_summary()
        self._build_middle()
        references, theme, sheet = self._references, self._theme, self._sheet
        if overview_words.limit_lines(self._limits):
            limits = LimitList(sheet, self._limits, references)
            self._parts.append(limits)
            for line in limits.gaps:
                self._connect(line)
            if limits.more is not None:
                limits.more.clicked.connect(self._request_gaps)
        section = references.sections.get(OVERVIEW)
        if section and section.blocks:
            claims = len(references.claims_of_section(OVERVIEW))
            note = length_words(section, claims)
            self._text_head = SectionHead(theme, section.title, note, sheet)
            style = ProseStyle(embedded=True)
            self._text = self._prose(section.blocks, OVERVIEW, style, section.title)
        self.select_claim(self._selected)
        self.set_hits(self._find)
        self.set_lens(self._lens)
        self.set_mark_strength(self._mark_strength)
        self.lay_out()
        self._order_focus()

    def _build_middle(self) -> None:
        """Build judgements, figures and the list of sections."""
        from briefing_app.gui.tabs.overview import overview_words
        from briefing_app.gui.tabs.overview.judgement_list import JudgementList
        from briefing_app.gui.tabs.overview.overview_parts import FigureStrip, SectionList

        references, sheet = self._references, self._sheet
        claims = overview_words.key_judgements(references)
        if claims:
            judgements = JudgementList(sheet, claims, references)
            self._parts.append(judgements)
            for card in judgements.cards:
                card.place_requested.connect(self.place_requested)
                self._connect(card)
            for against in judgements.against:
                against.more_requested.connect(self.claim_selected)
                for line in against.lines:
                    self._connect(line)
        if key_figures(references):
            figures = FigureStrip(sheet, references)
            self._parts.append(figures)
            for figure in figures.cards:
                self._connect(figure)

        self._sections = SectionList(sheet, references, OVERVIEW)
        for entry in self._sections.lines:
            entry.section_requested.connect(self.section_requested)

    def _order_focus(self) -> None:
        """Let Tab go through the page as it is read: top to bottom."""
        buttons = self._sheet.findChildren(QtWidgets.QAbstractButton)
        own = (item for item in buttons if item.parent() is self._sheet)
        items: list[QtWidgets.QWidget] = [*own, *self._built_prose()]
        items.sort(key=lambda item: (item.y(), -item.x() if self.isRightToLeft() else item.x()))
        for before, after in itertools.pairwise(items):
            QtWidgets.QWidget.setTabOrder(before, after)

    def _prose(
        self, blocks: tuple[Block, ...], section_id: str, style: ProseStyle, name: str
    ) -> ProseView:
        from briefing_app.gui.prose.prose_view import ProseView

        view = ProseView(
            blocks,
            self._references,
            self._theme,
            section_id=section_id,
            style=style,
            read_picture=self._read_picture,
            area=self.area,
            parent=self._sheet,
        )
        view.setAccessibleName(name)
        view.claim_selected.connect(self.claim_selected)
        view.link_requested.connect(self.link_requested)
        view.zoom_requested.connect(self.zoom_requested)
        view.citation_requested.connect(self.citation_requested)
        view.place_copied_requested.connect(self.place_copied_requested)
        return view

    @QtCore.Slot()
    def _request_gaps(self) -> None:
        self.query_requested.emit(f"type:{ClaimType.GAP}")

    def _connect(self, item: ClaimItem) -> None:
        item.claim_selected.connect(self.claim_selected)
        item.claim_activated.connect(self.claim_activated)

    # laying out

    def lay_out(self) -> None:
        """Place the parts in the viewport's width."""
        # room for the scroll bar is always left: else the words would move when it comes
        width = self.area.width() - self.area.verticalScrollBar().sizeHint().width()
        side = _NARROW_SIDE_PX if width < _NARROW_BELOW_PX else _SIDE_PX
        content = min(scaled(self._theme, _WIDTH_PX), width - 2 * side)
        x = (width - content) // 2
        viewport = self.area.viewport().size()
        self._sheet.begin(viewport.width())
        y = self._lay_out_imprint(x, _TOP_PX, content)
        y += self._lay_out_top(x, y, content)
        for part in self._parts:
            y += _PART_GAP_PX
            y += part.lay_out(x, y, content)
        if self._sections and self._sections.lines and not self._sections_aside:
            y += _PART_GAP_PX
            y += self._sections.lay_out(x, y, content)
        if self._text and self._text_head:
            y = self._lay_out_text(x, y + _PART_GAP_PX, content)
        self._sheet.resize(viewport.width(), max(y + _BOTTOM_PX, viewport.height()))
        self._sheet.update()

    def _lay_out_imprint(self, x: int, y: int, width: int) -> int:
        """Place what the briefing says of itself; return where the next part begins, in px."""
        for text in self._imprint:
            tall = text.lay_out(width)
            self._sheet.place(text, x, y, width, tall)
            y += tall + _IMPRINT_GAP_PX
        return y + _IMPRINT_BELOW_PX

    def _lay_out_top(self, x: int, y: int, width: int) -> int:
        """Place the bottom line and the cut-off beside it, or below; return the height in px."""
        sheet = self._sheet
        aside = scaled(self._theme, _ASIDE_PX)
        beside = width - aside - _ASIDE_GAP_PX >= scaled(self._theme, _TEXT_MIN_PX)
        height = 0
        self._sections_aside = False
        summary = self._summary or self._plain_summary
        if summary and self._kicker:
            column = width - aside - _ASIDE_GAP_PX if beside else width
            kicker = self._kicker.lay_out(column)
            sheet.place(self._kicker, x, y, column, kicker)
            tall = summary.fit_height(column)
            sheet.place(summary, x, y + kicker + _KICKER_GAP_PX, column, tall)
            height = kicker + _KICKER_GAP_PX + tall
        if not (beside and height):
            box = self._cut_off.lay_out(width)
            top = y + height + (_PART_GAP_PX if height else 0)
            sheet.place(self._cut_off, x, top, width, box)
            return top + box - y
        box = self._cut_off.lay_out(aside)
        left = x + width - aside
        sheet.place(self._cut_off, left, y, aside, box)
        if self._sections and self._sections.lines:
            below = box + _PART_GAP_PX + self._sections.height(aside)
            self._sections_aside = below <= height + _ASIDE_OVER_PX
            if self._sections_aside:  # a long bottom line leaves room under the cut-off
                self._sections.lay_out(left, y + box + _PART_GAP_PX, aside)
                return max(height, below)
        return max(height, box)

    def _lay_out_text(self, x: int, y: int, width: int) -> int:
        assert self._text_head
        assert self._text
        head = self._text_head.lay_out(width)
        self._sheet.place(self._text_head, x, y, width, head)
        y += head + _PART_GAP_PX
        tall = self._text.heightForWidth(width)
        self._sheet.place(self._text, x, y, width, tall)
        return y + tall

    # what the window asks

    def show_claim(self, claim_id: str, *, flash: bool) -> bool:
        """Scroll to where the bottom line or this tab's text says the claim; False if neither."""
        self._build_rest()
        return any(view.show_claim(claim_id, flash=flash) for view in self.prose_views())

    def show_place(self, section_id: str, paragraph: int) -> bool:
        """Scroll to a paragraph of the bottom line or of the text; False if there is none."""
        views = {view.section_id: view for view in self.prose_views()}
        return section_id in views and views[section_id].show_paragraph(paragraph)

    def _claim_items(self) -> list[ClaimItem]:
        return self._sheet.findChildren(ClaimItem)  # type: ignore[type-abstract]

    def select_claim(self, claim_id: str | None) -> None:
        """Light a claim wherever it stands here; None lights none."""
        self._selected = claim_id
        for view in self._built_prose():
            view.select_claim(claim_id)
        for item in self._claim_items():
            item.set_selected(item.claim_id == claim_id)

    def set_hits(self, find: HitFinder | None) -> None:
        """Mark what a search finds (code point spans of a text); None marks nothing."""
        self._find = find
        for view in self._built_prose():
            view.set_hits(find)
        for item in self._claim_items():
            item.set_hits(find)

    def set_lens(self, lens: Seen | None) -> None:
        """Grey what does not stand out, in the texts and on the cards; None greys nothing."""
        self._lens = lens
        for view in self._built_prose():
            view.set_lens(lens)
        for item in self._claim_items():
            item.set_lens(lens)

    def set_mark_strength(self, strength: str) -> None:
        """Draw the lines under the texts' claims `quiet`, `strong` or `off`."""
        self._mark_strength = strength
        for view in self._built_prose():
            view.set_mark_strength(strength)

    def set_scroll_value(self, value: int) -> None:
        """Scroll to where the page was, in px; all is built for it, and to be found again."""
        self._build_rest()
        super().set_scroll_value(value)

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes."""
        self._theme = theme
        self._sheet.set_theme(theme)
        self.lay_out()

    def prose_views(self) -> list[ProseView]:
        """Return the texts of this tab, top to bottom: the bottom line and the section's text."""
        self._build_rest()
        return self._built_prose()

    def _built_prose(self) -> list[ProseView]:
        return [view for view in (self._summary, self._text) if view is not None]
