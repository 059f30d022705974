"""Figures in words: `more than 80,000 lives`, `US$100 billion`."""

from __future__ import annotations

from briefing_app.model.claim import Figure, Qualifier

_QUALIFIERS = {
    Qualifier.EXACTLY: "exactly",
    Qualifier.ABOUT: "about",
    Qualifier.MORE_THAN: "more than",
    Qualifier.LESS_THAN: "less than",
    Qualifier.AT_LEAST: "at least",
    Qualifier.AT_MOST: "at most",
}
_CURRENCIES = {"USD": "US$", "EUR": "€", "GBP": "£", "PKR": "Rs", "AFN": "Af"}
_SCALES = ((1e12, "trillion", "tn"), (1e9, "billion", "bn"), (1e6, "million", "m"))


def qualifier_words(qualifier: Qualifier | None) -> str:
    """Return the qualifier as it is said: `more than`; nothing where the number stands alone."""
    return _QUALIFIERS[qualifier] if qualifier else ""


def amount(figure: Figure, *, short: bool = False) -> str:
    """Return the number with its currency or percent sign: `80,000`, `US$100 billion` (`bn`)."""
    if figure.value is not None:
        words = _number(figure.value, money=figure.unit in _CURRENCIES, short=short)
    else:
        ends = [
            _number(n, money=False, short=short) for n in (figure.low, figure.high) if n is not None
        ]
        words = "–".join(ends)
    if figure.unit in _CURRENCIES:
        return f"{_CURRENCIES[figure.unit]}{words}"
    return f"{words}%" if figure.unit in ("%", "percent") else words


def _number(value: float, *, money: bool, short: bool) -> str:
    if money:
        for scale, word, letter in _SCALES:
            if abs(value) >= scale:
                return f"{_plain(value / scale)} {letter if short else word}"
    return _plain(value)


def _plain(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"


def unit_words(figure: Figure) -> str:
    """Return the unit where it is not already part of the amount: `incidents`, else nothing."""
    return "" if figure.unit in _CURRENCIES or figure.unit in ("%", "percent") else figure.unit


def in_words(figure: Figure) -> str:
    """Return the whole figure as one phrase: `more than 80,000 lives`."""
    parts = (qualifier_words(figure.qualifier), amount(figure), unit_words(figure))
    return " ".join(part for part in parts if part)
