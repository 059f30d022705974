"""CSL 1.0.2 on citeproc-py, with those of its elements mended that print wrong words.

Why not another processor: of the 601 plain fixtures of the CSL test-suite citeproc-py 0.11.1 gets
386 right, mended 448 (dates 91 of 96, names 70 of 85), in a third of the time (11 ms a reference
in Chicago, 34 before). hayagriva, behind Typst, refuses ranges within a year, prints `?.` and takes
35 to 330 ms a list; citeproc-js needs a JavaScript engine and is CPAL or AGPL.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from citeproc import DATES, LOCALES_PATH, frontend, model
from citeproc.source import Name as NameValue
from citeproc.source import Reference
from citeproc.source.json import CiteProcJSON
from lxml import etree

import briefing_app.export.csl.seams  # noqa: F401 -- mends how pieces are joined
from briefing_app.export.csl import dates, elements, names


class _Rendering:
    """What one reference has said so far."""

    def __init__(self) -> None:
        self.used: set[str] = set()
        self.suppressed: set[str] = set()


class Layout(model.Layout):  # type: ignore[misc]
    """A `cs:layout`: each reference begins with nothing said."""

    def render_children(self, item: Any, **kwargs: Any) -> Any:
        """Return one reference."""
        self.get_root().rendering = _Rendering()
        return super().render_children(item, **kwargs)


_MENDED = {
    "date": dates.Date, "date-part": dates.Date_Part, "layout": Layout,
    "name": names.CslName, "names": names.Names, "substitute": names.Substitute,
    "text": elements.Text, "number": elements.Number, "label": elements.Label,
}  # fmt: skip


class _Root(model.Style):  # type: ignore[misc]
    """A `cs:style` whose locales are read with the same elements."""

    def look_up_in(self, output_locale: str) -> None:
        """Set the locales in which terms and dates are looked up, most particular first."""
        language = output_locale.partition("-")[0]
        self.locales = []
        for wanted in dict.fromkeys((output_locale, language, None)):
            test = f"@xml:lang='{wanted}'" if wanted else "not(@xml:lang)"
            self.locales += self.xpath_search(f"./cs:locale[{test}]")[:1]
        dialect = model.PRIMARY_DIALECTS.get(language)
        self._kept = []
        for wanted in dict.fromkeys((output_locale, dialect, "en-US")):
            path = Path(LOCALES_PATH) / f"locales-{wanted}.xml"
            if wanted in model.LANGUAGE_NAMES and path.exists():
                self._kept.append(etree.parse(str(path), _parser()))
                self.locales.append(self._kept[-1].getroot())
        for locale in self.locales:
            locale.style = self
            locale.rendering = None


def _parser() -> Any:
    lookup = etree.ElementNamespaceClassLookup()
    namespace = lookup.get_namespace("http://purl.org/net/xbiblio/csl")
    namespace[None] = model.CitationStylesElement
    for kind in model.CitationStylesElement.__subclasses__():
        namespace[kind.__name__.replace("_", "-").lower()] = kind
    for element, mended in {**_MENDED, "style": _Root}.items():
        namespace[element] = mended
    parser = etree.XMLParser(remove_comments=True, encoding="UTF-8", no_network=True)
    parser.set_element_class_lookup(lookup)
    return parser


class CslStyle(frontend.CitationStylesStyle):  # type: ignore[misc]
    """A style, read from a file."""

    def __init__(self, file: Any, locale: str = "") -> None:
        self.parser = _parser()
        self.xml = etree.parse(file, self.parser)
        self.root = self.xml.getroot()
        self.root.rendering = _Rendering()
        self.root.macros = {m.get("name"): m for m in self.root.xpath_search("./cs:macro")}
        self.root.calling = {}
        self.root.look_up_in(locale or self.root.get("default-locale", "en-US"))


class _Name(NameValue):  # type: ignore[misc]
    """A name whose unknown keys are passed over."""

    def __init__(self, **written: Any) -> None:
        dict.update(self, written)


class _Item(Reference):  # type: ignore[misc]
    """An item with whatever fields it has."""

    def __init__(self, key: str, kind: str, fields: dict[str, Any]) -> None:
        dict.update(self, fields)
        dict.update(self, key=key, type=kind)


class Items(CiteProcJSON):  # type: ignore[misc]
    """CSL-JSON items, as those who write them do: without a type, with keys of their own."""

    def __init__(self, items: list[dict[str, Any]]) -> None:
        for item in items:
            fields: dict[str, Any] = {}
            for key, value in item.items():
                name = "title_short" if key == "shortTitle" else key.replace("-", "_")
                if name in ("id", "type", "key") or value in (None, "", [], {}):
                    continue
                fields[name] = self._parsed(name, value)
            fields = {name: value for name, value in fields.items() if value}
            self.add(_Item(str(item["id"]).lower(), item.get("type") or "document", fields))

    def _parsed(self, name: str, value: Any) -> Any:
        if isinstance(value, list):
            return [_Name(**one) for one in value if isinstance(one, dict)]
        if name in DATES or isinstance(value, dict):
            return dates.parsed_date(value)
        return value if name == "language" else self.parse_string(value)


class Bibliography(frontend.CitationStylesBibliography):  # type: ignore[misc]
    """The references of CSL-JSON items in a style."""

    def __init__(self, style: CslStyle, items: list[dict[str, Any]], formatter: Any) -> None:
        super().__init__(style, Items(items), formatter)
