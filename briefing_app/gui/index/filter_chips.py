"""The row of filter chips: the four families, the menus, and a chip for each chosen value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.index.filter_chip import FilterChip
from briefing_app.gui.index.filter_menu import FilterMenu
from briefing_app.gui.kit.painted_buttons import LinkButton
from briefing_app.gui.words import model_words as words
from briefing_app.model.claim import ClaimType, Confidence, Family
from briefing_app.model.dates import EdtfDate
from briefing_app.search.results import Facets, FacetValue, Filters

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.cross_references import CrossReferences

_GAP_PX = 6


class FilterChips(QtWidgets.QWidget):
    """Chips in wrapping rows; arrow keys move between them."""

    filters_changed = QtCore.Signal(object)  # Filters

    def __init__(
        self, references: CrossReferences, theme: Theme, parent: QtWidgets.QWidget | None = None
    ) -> None:
        """Start with no filter and no counts."""
        super().__init__(parent)
        self._references = references
        self._theme = theme
        self._filters = Filters()
        self._facets = Facets()
        self._families: dict[Family, FilterChip] = {}
        self._menus: dict[str, FilterChip] = {}
        self._values: dict[tuple[str, str], FilterChip] = {}
        self._open_menu: FilterMenu | None = None
        for family in Family:
            self._add_family(family)
        for field, title in self._titles().items():
            self._add_menu(field, title)
        self._clear = LinkButton(self.tr("Clear all"), theme, role="chip", parent=self)
        self._clear.setAccessibleName(self.tr("Clear all filters"))
        self._clear.clicked.connect(self.clear)
        self._clear.installEventFilter(self)
        self._clear.hide()
        self.setAccessibleName(self.tr("Filters"))
        policy = QtWidgets.QSizePolicy(
            # not Fixed: that would hold the height of the last width until the next layout
            QtWidgets.QSizePolicy.Policy.Preferred,
            QtWidgets.QSizePolicy.Policy.Minimum,
        )
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _titles(self) -> dict[str, str]:
        return {
            "types": self.tr("Type"),
            "sections": self.tr("Section"),
            "actors": self.tr("Actor"),
            "places": self.tr("Place"),
            "dates": self.tr("Date"),
            "confidences": self.tr("Confidence"),
        }

    def _add_family(self, family: Family) -> None:
        chip = FilterChip(words.family_word(family), self._theme, family=family, parent=self)
        chip.setObjectName(family.value)
        chip.clicked.connect(self._on_family)
        chip.installEventFilter(self)
        self._families[family] = chip

    def _add_menu(self, field: str, title: str) -> None:
        chip = FilterChip(title, self._theme, menu=True, parent=self)
        chip.setObjectName(field)
        chip.setAccessibleDescription(self.tr("Opens a menu of values with their counts"))
        chip.clicked.connect(self._on_menu)
        chip.installEventFilter(self)
        self._menus[field] = chip

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        for chip in self._chips():
            chip.set_theme(theme)
        self._arrange()

    def filters(self) -> Filters:
        """Return what is filtered."""
        return self._filters

    def set_filters(self, filters: Filters) -> None:
        """Filter, as a click would; the signal comes where something changed."""
        if filters == self._filters:
            return
        self._filters = filters
        for family, chip in self._families.items():
            chip.setChecked(family in filters.families)
        self._show_values()
        self._clear.setVisible(bool(filters))
        self._arrange()
        self.filters_changed.emit(filters)

    def set_facets(self, facets: Facets) -> None:
        """Show how many claims each value would leave."""
        if facets is self._facets or facets == self._facets:
            return
        self._facets = facets
        counts = {found.value: found.count for found in facets.families}
        for family, chip in self._families.items():
            chip.set_count(counts.get(family.value, 0), at_least=bool(facets.of_first))
        self._arrange()

    @QtCore.Slot()
    def clear(self) -> None:
        """Take every filter off."""
        had_focus = self._clear.hasFocus()
        self.set_filters(Filters())
        if had_focus:
            self._families[Family.REPORTED].setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    @QtCore.Slot(str)
    def leave_out(self, field: str) -> None:
        """Take the filters of one field of `Filters` off."""
        self.set_filters(msgspec.structs.replace(self._filters, **{field: frozenset()}))

    def value_name(self, field: str, value: str) -> str:
        """Return a filter value as the reader knows it."""
        names: dict[str, Callable[[], str]] = {
            "families": lambda: words.family_word(Family(value)),
            "types": lambda: words.type_word(ClaimType(value)),
            "sections": lambda: self._section_title(value),
            "dates": lambda: EdtfDate(value).display(),
            "confidences": lambda: _capitalised(words.confidence_words(Confidence(value))),
        }
        name = names.get(field)
        return name() if name else self._references.name_of(value)

    def _section_title(self, section_id: str) -> str:
        section = self._references.sections.get(section_id)
        return section.title if section else section_id

    def names_of(self, filters: Filters) -> list[str]:
        """Return every chosen value by name, in the order of the chips."""
        fields = ("families", *self._menus)
        return [self.value_name(f, v) for f in fields for v in sorted(getattr(filters, f))]

    # --- choosing ---

    @QtCore.Slot()
    def _on_family(self) -> None:
        chosen = frozenset(family for family, chip in self._families.items() if chip.isChecked())
        self.set_filters(msgspec.structs.replace(self._filters, families=chosen))

    @QtCore.Slot()
    def _on_menu(self) -> None:
        chip = self.sender()
        if not isinstance(chip, FilterChip):
            return
        menu = self.make_menu(chip.objectName())
        corner = QtCore.QPoint(0, chip.height() + 2)
        if self.isRightToLeft():
            corner.setX(chip.width() - menu.sizeHint().width())
        menu.popup(chip.mapToGlobal(corner))

    def make_menu(self, field: str) -> FilterMenu:
        """Return the menu of a field, filled; it goes when it is closed."""
        if self._open_menu is not None:
            self._open_menu.deleteLater()
        menu = FilterMenu(self._menus[field].text(), self._theme, self)
        menu.setObjectName(field)
        chosen = frozenset(str(value) for value in getattr(self._filters, field))
        found: list[FacetValue] = list(getattr(self._facets, field))
        known = {value.value for value in found}
        found += [FacetValue(value, 0) for value in sorted(chosen - known)]
        menu.fill(
            ((v.value, self.value_name(field, v.value), v.count) for v in found),
            chosen,
            at_least=bool(self._facets.of_first),
        )
        menu.value_toggled.connect(self._on_value)
        menu.aboutToHide.connect(self._on_menu_closed)
        self._open_menu = menu
        return menu

    @QtCore.Slot()
    def _on_menu_closed(self) -> None:
        menu, self._open_menu = self._open_menu, None
        if menu is not None:
            menu.deleteLater()

    @QtCore.Slot(str, bool)
    def _on_value(self, value: str, checked: bool) -> None:
        menu = self.sender()
        if menu is not None:
            self._set_value(menu.objectName(), value, chosen=checked)

    @QtCore.Slot()
    def _on_value_chip(self) -> None:
        chip = self.sender()
        for (field, value), known in self._values.items():
            if known is chip:
                self._menus[field].setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
                self._set_value(field, value, chosen=False)
                return

    def _set_value(self, field: str, value: str, *, chosen: bool) -> None:
        kinds: dict[str, Any] = {"types": ClaimType, "confidences": Confidence}
        typed = kinds.get(field, str)(value)
        values = frozenset(getattr(self._filters, field))
        values = values | {typed} if chosen else values - {typed}
        self.set_filters(msgspec.structs.replace(self._filters, **{field: values}))

    def _show_values(self) -> None:
        wanted = [(f, str(v)) for f in self._menus for v in sorted(getattr(self._filters, f))]
        for key in [key for key in self._values if key not in wanted]:
            chip = self._values.pop(key)
            chip.hide()
            chip.deleteLater()
        for key in wanted:
            if key not in self._values:
                field, value = key
                name = self.value_name(field, value)
                chip = FilterChip(name, self._theme, parent=self)
                chip.setChecked(True)
                title = self._menus[field].text()
                chip.setAccessibleName(self.tr("{0}: {1}, remove").format(title, name))
                chip.clicked.connect(self._on_value_chip)
                chip.installEventFilter(self)
                chip.show()
                self._values[key] = chip
        self._values = {key: self._values[key] for key in wanted}

    # --- place ---

    def _chips(self) -> list[FilterChip | LinkButton]:
        return [
            *self._families.values(),
            *self._menus.values(),
            *self._values.values(),
            self._clear,
        ]

    def hasHeightForWidth(self) -> bool:
        """Return true: chips wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels."""
        return self._place(width, move=False)

    def sizeHint(self) -> QtCore.QSize:
        """Return the size at the width it has."""
        width = self.width()
        return QtCore.QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QtCore.QSize:
        """Return the widest chip's width."""
        return QtCore.QSize(120, 26)

    def _arrange(self) -> None:
        self._place(self.width(), move=True)
        self.updateGeometry()

    def _place(self, width: int, *, move: bool) -> int:
        groups = (
            list(self._families.values()),
            list(self._menus.values()),
            [*self._values.values(), *([self._clear] if self._filters else [])],
        )
        y = 0
        for group in groups:
            x = row = 0
            for chip in group:
                size = chip.sizeHint().boundedTo(QtCore.QSize(max(width, 60), 999))
                if x and x + size.width() > width:
                    x, y, row = 0, y + row + _GAP_PX, 0
                row = max(row, size.height())
                if move:
                    left = width - x - size.width() if self.isRightToLeft() else x
                    top = y + (row - size.height()) // 2
                    chip.setGeometry(QtCore.QRect(QtCore.QPoint(left, top), size))
                x += size.width() + _GAP_PX
            y += row + _GAP_PX if row else 0
        return max(y - _GAP_PX, 0)

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        """Wrap again."""
        self._place(self.width(), move=True)

    def changeEvent(self, event: QtCore.QEvent) -> None:
        """Follow a change of the layout direction."""
        super().changeEvent(event)
        if event.type() == QtCore.QEvent.Type.LayoutDirectionChange:
            self._arrange()

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Move between chips by the arrow keys; Down opens a menu."""
        if isinstance(event, QtGui.QKeyEvent) and event.type() == QtCore.QEvent.Type.KeyPress:
            keys = QtCore.Qt.Key
            if event.key() in (keys.Key_Left, keys.Key_Right):
                forward = (event.key() == keys.Key_Right) != self.isRightToLeft()
                return self._step(watched, 1 if forward else -1)
            if event.key() == keys.Key_Down and watched in self._menus.values():
                assert isinstance(watched, FilterChip)
                watched.click()
                return True
        return super().eventFilter(watched, event)

    def _step(self, chip: QtCore.QObject, by: int) -> bool:
        chips = [c for c in self._chips() if c.isVisible()]
        place = next((n for n, c in enumerate(chips) if c is chip), -1)
        if place >= 0 and 0 <= place + by < len(chips):
            chips[place + by].setFocus(QtCore.Qt.FocusReason.TabFocusReason)
        return True


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
