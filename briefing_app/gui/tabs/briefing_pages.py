"""The tabs of a briefing: which there are, and how each page is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore

from briefing_app.gui.prose.prose_column import MEASURES_PX, ProseStyle
from briefing_app.model.prose import rich_texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from briefing_app.gui.state.settings_store import SettingsStore
    from briefing_app.gui.tabs.section.section_page import SectionPage
    from briefing_app.gui.tabs.tab_page import TabPage
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.briefing import Section
    from briefing_app.open_briefing import OpenBriefing

OVERVIEW = "overview"
TIMELINE, PEOPLE, SOURCES = "timeline", "people", "sources"


class Tab(NamedTuple):
    """One tab: its key, its name, how many claims its section has, and how its page is made."""

    key: str
    title: str
    claim_count: int
    make: Callable[[], TabPage]
    rule_before: bool = False  # whether a rule parts it from the tabs before

    @property
    def label(self) -> tuple[str, str, int, bool]:
        """What the tab bar shows."""
        return self.key, self.title, self.claim_count, self.rule_before


def _tr(text: str) -> str:
    return QtCore.QCoreApplication.translate("briefing_pages", text)


def key_beside_sections(key: str, sections: Iterable[str]) -> str:
    """Return a tab's key that is no section's id; ids have no colon."""
    return f"{key}:" if key in sections else key


class BriefingPages:
    """Makes the pages of one open briefing with whatever theme is on at that moment."""

    def __init__(
        self,
        opened: OpenBriefing,
        theme: Callable[[], Theme],
        settings: SettingsStore,
    ) -> None:
        """Work on one briefing; `theme` answers with the current theme."""
        self._opened = opened
        self._theme = theme
        self._settings = settings

    def tabs(self) -> list[Tab]:
        """Return the overview, every other section in the briefing's order, then the records."""
        references = self._opened.cross_references
        tabs = [Tab(OVERVIEW, _tr("Overview"), 0, self._make_overview)]
        for section in self._opened.briefing.sections:
            if section.id != OVERVIEW:
                count = len(references.claims_of_section(section.id))
                tabs.append(Tab(section.id, section.title, count, self._maker(section)))
        tabs.extend(self._record_tabs())
        return tabs

    def _record_tabs(self) -> list[Tab]:
        """The timeline, people and places and the sources, where the briefing has any."""
        briefing, sections = self._opened.briefing, self._opened.cross_references.sections
        has_dates = any(claim.date for claim in briefing.claims)
        rows = (
            (has_dates, TIMELINE, _tr("Timeline"), self._make_timeline),
            (briefing.entities, PEOPLE, _tr("People and places"), self._make_people),
            (briefing.sources, SOURCES, _tr("Sources"), self._make_sources),
        )
        tabs = [
            Tab(key_beside_sections(key, sections), title, 0, make)
            for has_any, key, title, make in rows
            if has_any
        ]
        if tabs:
            tabs[0] = tabs[0]._replace(rule_before=True)
        return tabs

    def _maker(self, section: Section) -> Callable[[], TabPage]:
        def make() -> TabPage:
            if section.has_options and self._opened.briefing.options:
                return self._make_policy(section)
            return self._make_section(section)

        return make

    def _make_overview(self) -> TabPage:
        from briefing_app.gui.tabs.overview.overview_view import OverviewView

        opened = self._opened
        return OverviewView(opened.cross_references, self._theme(), opened.folder.read)

    def _make_timeline(self) -> TabPage:
        from briefing_app.gui.tabs.timeline.timeline_view import TimelineView

        return TimelineView(self._opened.cross_references, self._theme())

    def _make_people(self) -> TabPage:
        from briefing_app.gui.tabs.people.people_view import PeopleView

        return PeopleView(self._opened.cross_references, self._theme())

    def _make_sources(self) -> TabPage:
        from briefing_app.gui.tabs.sources.sources_view import SourcesView

        return SourcesView(self._opened.cross_references, self._theme(), self._citation_style)

    def _citation_style(self) -> str:
        return self._settings.current.citation_style

    def _make_policy(self, section: Section) -> TabPage:
        from briefing_app.gui.tabs.options.policy_view import PolicyView

        references = self._opened.cross_references
        return PolicyView(references, self._theme(), lambda: self._make_section(section))

    def _make_section(self, section: Section) -> SectionPage:
        from briefing_app.gui.tabs.section.section_page import SectionPage

        settings = self._settings.current
        return SectionPage(
            section,
            self._opened.cross_references,
            self._theme(),
            style=ProseStyle(
                measure_px=MEASURES_PX[settings.measure], justified=settings.justified
            ),
            read_picture=self._opened.folder.read,
            subtitle=self._subtitle(section),
        )

    def _subtitle(self, section: Section) -> str:
        references = self._opened.cross_references
        claims = references.claims_of_section(section.id)
        paragraphs = max((number for number, _ in rich_texts(section.blocks)), default=0)
        parts = []
        if claims:
            words = _tr("{n} claim") if len(claims) == 1 else _tr("{n} claims")
            parts.append(words.format(n=len(claims)))
        words = _tr("{n} paragraph") if paragraphs == 1 else _tr("{n} paragraphs")
        parts.append(words.format(n=paragraphs))
        origins = dict.fromkeys(
            (citation.locator.section, citation.id)
            for claim in claims
            for citation in claim.sources
        )
        if len(origins) == 1:
            (heading, source_id), *_ = origins
            name = references.name_of(source_id)
            where = f"“{heading}”, {name}" if heading else name
            parts.append(_tr("from {source}").format(source=where))
        return "  ·  ".join(parts)
