"""CSL's dates (CSL 1.0.2, Date): ranges keep what both ends share, seasons stand for months."""

from __future__ import annotations

from typing import Any

from citeproc import model
from citeproc.source import Date as DateValue
from citeproc.source import DateRange, LiteralDate
from citeproc.string import join

_PARTS = ("year", "month", "day")


class Date(model.Date):  # type: ignore[misc]
    """A `cs:date`: the year of a range within a year is written once, not dropped."""

    def process(self, item: Any, variable: Any = None, *rest: Any, **more: Any) -> Any:
        """Return the date's text; words stand where the year is asked for, and only there."""
        own = variable or self.get("variable")
        value = item.reference.get(own.replace("-", "_")) if own else None
        if isinstance(value, LiteralDate) and not self.is_locale_date() and not self._has_year():
            return None
        return super().process(item, variable, *rest, **more)

    def _has_year(self) -> bool:
        if self.get("form") is not None:
            return "year" in self.get("date-parts", "year-month-day").split("-")
        return any(part.get("name") == "year" for part in self.iterchildren())

    def render_single_date(self, date: Any, show_parts: Any = None, context: Any = None) -> Any:
        """Return one date's parts, joined; None if it has none of those asked for."""
        shown = self._shown(date, show_parts or _PARTS)
        return self._joined([(part, ()) for part in shown], date, context)

    def render_date_range(
        self, date_range: Any, show_parts: Any = None, context: Any = None
    ) -> Any:
        """Return both ends, with what they share written once."""
        begin, end = date_range.begin, date_range.end
        if end.is_nil():  # it goes on
            text = self._joined(
                _bare(self._shown(begin, show_parts or _PARTS), -1, "suffix"), begin, context
            )
            return None if text is None else text + "–"
        shown = [self._shown(one, show_parts or _PARTS) for one in (begin, end)]
        names = [[part.get("name") for part in parts] for parts in shown]
        apart = _apart(begin, end, *names)
        if not apart:
            return self.render_single_date(begin, show_parts, context)
        if not shown[0] or not shown[1]:
            return None
        low, high = 0, len(names[0])
        if names[0] == names[1]:
            places = [names[0].index(name) for name in apart]
            if max(places) - min(places) + 1 == len(places):
                low, high = min(places), max(places) + 1
        else:
            high = max(len(names[0]), len(names[1]))
        first, last = shown[0][low:high], shown[1][low:high]
        left = self._joined(_bare(first, -1, "suffix"), begin, context)
        right = self._joined(_bare(last, 0, "prefix"), end, context)
        pieces = [
            self._joined([(part, ()) for part in shown[0][:low]], begin, context),
            left + _delimiter(shown[0], apart, context) + right,
            self._joined([(part, ()) for part in shown[1][high:]], end, context),
        ]
        return self._join([piece for piece in pieces if piece], context)

    def _shown(self, date: Any, names: Any) -> list[Any]:
        return [
            part
            for part in self.iterchildren()
            if part.get("name") in names and _has(date, part.get("name"))
        ]

    def _join(self, texts: list[Any], context: Any) -> Any:
        own = self.get("delimiter", "")
        outer = context.get("delimiter") if context is not None else None
        return join(texts, own if outer is None else outer)

    def _joined(self, parts: Any, date: Any, context: Any) -> Any:
        texts = [part.render(date, context, bare) for part, bare in parts]
        texts = [text for text in texts if text is not None]
        return self._join(texts, context) if texts else None


class Date_Part(model.Date_Part):  # type: ignore[misc]  # noqa: N801 -- citeproc's names
    """A `cs:date-part`, which leaves the locale's own as it was for the next date."""

    def render(self, date: Any, context: Any = None, bare: Any = ()) -> Any:
        """Return the part's text without the affixes named in `bare`."""
        written = dict(self.attrib)
        try:
            text = self.process(date, context)
            for affix in bare:
                self.attrib.pop(affix, None)
            return self.markup(text)
        finally:
            self.attrib.clear()
            self.attrib.update(written)

    def process(self, date: Any, context: Any = None) -> Any:
        """Return the part's words; a season's where there is no month."""
        if self.get("name") == "month" and "month" not in date:
            words = self if context is None else context
            return words.get_single_term(name=f"season-{date.season:02}")
        return super().process(date, context)


def _has(date: Any, name: str) -> bool:
    return name in date or (name == "month" and "season" in date)


def _apart(begin: Any, end: Any, first: list[str], last: list[str]) -> list[str]:
    """The parts that the two ends write differently, and all that are finer than those."""
    for place, name in enumerate(_PARTS):
        written = [
            _value(one, name) if name in shown else None
            for one, shown in ((begin, first), (end, last))
        ]
        if written[0] != written[1]:
            finer = _PARTS[place:]
            return [part for part in first if part in finer] or [name]
    return []


def _value(date: Any, name: str) -> Any:
    return date.get(name, ("season", date.get("season")) if name == "month" else None)


def _bare(parts: list[Any], place: int, affix: str) -> list[tuple[Any, tuple[str, ...]]]:
    bare: list[tuple[str, ...]] = [() for _ in parts]
    if parts:
        bare[place] = (affix,)
    return list(zip(parts, bare, strict=True))


def _delimiter(parts: list[Any], apart: list[str], context: Any) -> str:
    """The coarsest differing part's `range-delimiter` (CSL 1.0.2, Date Ranges)."""
    coarsest = next((name for name in _PARTS if name in apart), "year")
    for part in parts:
        if part.get("name") != coarsest:
            continue
        if context is not None:
            found = context.xpath_search(f'./cs:date-part[@name="{coarsest}"]')
            if found and found[0].get("range-delimiter"):
                return str(found[0].get("range-delimiter"))
        return str(part.get("range-delimiter", "–"))
    return "–"


def parsed_date(written: Any) -> Any:
    """Return citeproc's date for CSL-JSON's: numbers as numbers or text, seasons, words."""
    if not isinstance(written, dict):
        return LiteralDate(str(written)) if written else None
    circa = written.get("circa") not in (None, False, 0, "", "0", "false")
    points = [_point(parts, written.get("season")) for parts in written.get("date-parts") or []]
    known = [point for point in points if point]
    if known and points[0]:
        if len(points) > 1:
            end = DateValue(**points[1]) if points[1] else DateValue(year=0)
            return DateRange(begin=DateValue(**points[0]), end=end, circa=circa)
        return DateValue(circa=circa, **known[0])
    words = written.get("literal") or written.get("raw")
    if not words and written.get("season"):
        words = str(written["season"])
    return LiteralDate(str(words), circa=circa) if words else None


def _point(parts: Any, season: Any) -> dict[str, int]:
    """The parts that are numbers, as long as the coarser ones are known."""
    if not isinstance(parts, list):
        parts = [parts]
    found: dict[str, int] = {}
    for name, value in zip(_PARTS, parts, strict=False):
        number = _number(value)
        if not number:
            break
        if name == "month" and not 1 <= number <= 12:
            if 13 <= number <= 24:  # seasons, to those who have no other place for them
                found["season"] = (number - 1) % 4 + 1
            break
        found[name] = number
    named = _number(season)
    if "year" in found and "month" not in found and named in (1, 2, 3, 4):
        found["season"] = named
    return found


def _number(value: Any) -> int:
    try:
        return int(value)
    except (TypeError, ValueError):
        return 0
