"""People and places: every name in a list, and the page of the one that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.index.search_field import SearchField
from briefing_app.gui.kit.focus_hand_over import FocusHandOver
from briefing_app.gui.kit.page_list import PageList
from briefing_app.gui.kit.painted_label import scaled
from briefing_app.gui.tabs.page.records_view import RecordsView
from briefing_app.gui.tabs.people import people_rows
from briefing_app.gui.words import model_words as words
from briefing_app.gui.words.entity_words import entity_target
from briefing_app.model.entity_claims import EntityClaims

if TYPE_CHECKING:
    from briefing_app.gui.kit.page_rows import PageRow
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.cross_references import CrossReferences

_LIST_PX, _LIST_SHARE = 304, 0.38
_ASIDE_PX, _ASIDE_FROM_PX = 300, 860
_PADDING_PX = 16
_SIDE_PX, _NARROW_SIDE_PX = 44, 20
_PAGE_PX = 720


class PeopleChoices(NamedTuple):
    """What was typed over the names, and whose page was open."""

    typed: str
    entity_id: str


class PeopleScrolled(NamedTuple):
    """How far each part was scrolled, in px."""

    names: int
    page: int
    aside: int


class PeopleView(RecordsView):
    """The names at the leading edge, the page beside them; where there is room, an aside too."""

    def __init__(
        self,
        references: CrossReferences,
        theme: Theme,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """List all names and open the first one's page."""
        super().__init__(parent)
        self._references = references
        self._theme = theme
        self._claims = EntityClaims(references)
        self._shown = ""
        self._has_aside = False
        self._main_rows: list[PageRow] = []
        self._more_rows: list[PageRow] = []
        entities = references.briefing.entities
        self._kinds = {entity_target(entity.id): entity.kind for entity in entities}
        self._all_rows = people_rows.list_rows(entities, self._claims)
        self._field = SearchField(
            theme,
            self,
            placeholder=self.tr("Names, in any spelling"),
            name=self.tr("Find a name"),
        )
        self._names = PageList(theme, "panel", self)
        self._names.setAccessibleName(self.tr("Names"))
        self._page = PageList(theme, "paper", self)
        self._aside = PageList(theme, "paper", self)
        self._aside.setAccessibleName(self.tr("More about the name"))
        self._none = QtWidgets.QLabel(self.tr("No name is spelt like this."), self)
        self._none.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self._none.setWordWrap(True)
        self._none.hide()
        FocusHandOver(self, self._names)
        self._wire()
        self._names.set_rows(people_rows.grouped(self._all_rows, self._kinds))
        self._style_none()
        if self._all_rows:
            self.show_item(self._all_rows[0].target.partition(":")[2])

    def _wire(self) -> None:
        self._field.query_edited.connect(self._filter)
        self._field.left_downwards.connect(self._enter_list)
        self._field.entered.connect(self._open_first)
        self._names.current_changed.connect(self._browse)
        self._names.target_pressed.connect(self._open)
        for page in (self._page, self._aside):
            page.target_pressed.connect(self._follow)
            page.target_activated.connect(self._follow_far)

    # the list

    @QtCore.Slot(str)
    def _filter(self, query: str) -> None:
        """List the names that the typed words find."""
        rows = self._all_rows
        if query.strip():
            rows = [row for row in rows if row.matches(query)]
        self._names.set_rows(people_rows.grouped(rows, self._kinds))
        self._names.choose(entity_target(self._shown))
        self._none.setVisible(not rows)
        self._names.setAccessibleDescription(
            self.tr("{n} names").format(n=f"{len(rows):,}") if rows else self._none.text()
        )

    @QtCore.Slot()
    def _enter_list(self) -> None:
        self._names.setFocus(QtCore.Qt.FocusReason.TabFocusReason)

    @QtCore.Slot()
    def _open_first(self) -> None:
        first = next((row.target for row in self._names.rows if row.target), "")
        if first:
            self._open(first)

    @QtCore.Slot(str)
    def _browse(self, target: str) -> None:
        """Show the page of the name that the keys have reached; no step to go back to."""
        self._show(target.partition(":")[2])

    @QtCore.Slot(str)
    def _open(self, target: str) -> None:
        self._show(target.partition(":")[2])
        self._names.choose(target)
        self.item_changed.emit(self._shown)

    def choices(self) -> PeopleChoices:
        """Return the typed words and whose page is open."""
        return PeopleChoices(self._field.text(), self._shown)

    def choose_again(self, choices: object) -> None:
        """Filter and open what `choices` told of, if it is still named."""
        if not isinstance(choices, PeopleChoices):
            return
        self._field.set_text(choices.typed)
        if choices.entity_id in self._references.entities:
            self._show(choices.entity_id)
            self._names.choose(entity_target(choices.entity_id))

    def scroll_state(self) -> PeopleScrolled:
        """Return how far each part is scrolled, in px."""
        parts = (self._names, self._page, self._aside)
        return PeopleScrolled(*(part.verticalScrollBar().value() for part in parts))

    def scroll_again(self, scrolled: object) -> None:
        """Scroll each part to where `scroll_state` told."""
        if isinstance(scrolled, PeopleScrolled):
            self._names.verticalScrollBar().setValue(scrolled.names)
            self._page.verticalScrollBar().setValue(scrolled.page)
            self._aside.verticalScrollBar().setValue(scrolled.aside)

    # the page

    def show_item(self, entity_id: str) -> bool:
        """Open someone's or something's page; False if the briefing does not name it."""
        if entity_id not in self._references.entities:
            return False
        if self._names.row_of(entity_target(entity_id)) < 0:
            self._field.set_text("")  # the filter hides it
        self._show(entity_id)
        self._names.choose(entity_target(entity_id))
        return True

    def item(self) -> str:
        """Return the id of the entity whose page is open."""
        return self._shown

    def _show(self, entity_id: str) -> None:
        if entity_id == self._shown:
            return
        self._shown = entity_id
        self._names.light(entity_target(entity_id))
        entity = self._references.entities[entity_id]
        claims = self._claims.claims(entity_id)
        self._main_rows = people_rows.page_rows(entity, claims, self._references)
        self._more_rows = [
            *people_rows.spelling_rows(entity),
            *people_rows.relation_rows(
                self._claims.companions(entity_id),
                self._claims.passages(entity_id),
                claims,
                self._references,
            ),
        ]
        self._fill()
        self._page.setAccessibleName(entity.name)
        said = (words.kind_word(entity.kind), ", ".join(entity.spellings[1:]), entity.note)
        self._page.setAccessibleDescription(". ".join(part for part in said if part))

    def _fill(self, *, stay: bool = False) -> None:
        """Put the rows where there is room: beside each other, or one below the other."""
        if self._has_aside:
            self._page.set_rows(self._main_rows, stay=stay)
            self._aside.set_rows(self._more_rows, stay=stay)
        else:
            self._page.set_rows([*self._main_rows, *self._more_rows], stay=stay)

    @QtCore.Slot(str)
    def _follow(self, target: str) -> None:
        kind, _, name = target.partition(":")
        if kind == "claim":
            self.claim_selected.emit(name)
        elif kind == "entity":
            self.show_item(name)
            self.item_changed.emit(name)
        elif kind == "place":
            section, _, number = name.rpartition("#")
            if int(number):
                self.place_requested.emit(section, int(number))
            else:
                self.section_requested.emit(section)

    # laying out

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Place the parts to the new size."""
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QtCore.QEvent) -> None:
        """Lay out anew where the direction has changed."""
        super().changeEvent(event)
        if event.type() == QtCore.QEvent.Type.LayoutDirectionChange:
            self._lay_out()

    def _list_px(self) -> int:
        return min(scaled(self._theme, _LIST_PX), round(self.width() * _LIST_SHARE))

    def _box(self, x: int, y: int, width: int, height: int) -> QtCore.QRect:
        left = self.width() - x - width if self.isRightToLeft() else x
        return QtCore.QRect(left, y, width, max(height, 0))

    def _lay_out(self) -> None:
        width, height = self.width(), self.height()
        names = self._list_px()
        field = self._field.sizeHint().height()
        top = field + 2 * 12
        inner = names - 2 * _PADDING_PX
        self._field.setGeometry(self._box(_PADDING_PX, 12, max(inner, 40), field))
        self._names.put(self._box(0, top, names - 1, height - top), _PADDING_PX)
        self._none.setGeometry(self._box(_PADDING_PX, top, inner, 60))
        rest = width - names
        aside = scaled(self._theme, _ASIDE_PX)
        has_aside = rest >= scaled(self._theme, _ASIDE_FROM_PX)
        side = _SIDE_PX if has_aside else _NARROW_SIDE_PX
        page = rest - aside if has_aside else rest
        self._aside.setVisible(has_aside)
        self._page.put(self._box(names, 0, page, height), side, scaled(self._theme, _PAGE_PX))
        self._aside.put(self._box(names + page, 0, aside, height), _NARROW_SIDE_PX)
        if has_aside != self._has_aside:
            self._has_aside = has_aside
            self._fill(stay=True)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the ground of the list and the rule beside it."""
        painter = QtGui.QPainter(self)
        painter.fillRect(event.rect(), self._theme.colour("paper"))
        names = self._list_px()
        left = self.width() - names if self.isRightToLeft() else 0
        painter.fillRect(left, 0, names, self.height(), self._theme.colour("panel"))
        x = left if self.isRightToLeft() else names - 1
        painter.fillRect(x, 0, 1, self.height(), self._theme.colour("rule"))
        painter.end()

    # what the window asks

    def wants_width(self) -> bool:
        """Whether the page is better with the claim index folded away."""
        return True

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes."""
        self._theme = theme
        for part in (self._field, self._names, self._page, self._aside):
            part.set_theme(theme)
        self._style_none()
        self._lay_out()
        self.update()

    def _style_none(self) -> None:
        self._none.setFont(self._theme.font("detail"))
        palette = self._none.palette()
        palette.setColor(QtGui.QPalette.ColorRole.WindowText, self._theme.colour("ink2"))
        self._none.setPalette(palette)
