"""The other elements of CSL, where citeproc-py does not do what CSL 1.0.2 says."""

from __future__ import annotations

import re
from typing import Any

from citeproc import model
from citeproc.source import VariableError

_SEVERAL = re.compile(r"\w\s*[-–—,&]\s*\w")


class Text(model.Text):  # type: ignore[misc]
    """A `cs:text`; its macro is looked up once, not searched for each time."""

    def get_macro(self, name: str) -> Any:
        """Return the macro of that name."""
        return self.get_root().macros[name]

    def calls_variable(self) -> bool:
        """Return whether it says something of the item."""
        name = self.get("macro")
        if name is None:
            return bool(super().calls_variable())
        known = self.get_root().calling
        if name not in known:
            known[name] = bool(super().calls_variable())
        return bool(known[name])

    def _variable(self, item: Any, context: Any) -> Any:
        name = self.get("variable")
        rendering = self.get_root().rendering
        if name in rendering.suppressed:
            return None
        text = super()._variable(item, context)
        if text:
            rendering.used.add(name)
        return text


class Number(model.Number):  # type: ignore[misc]
    """A `cs:number`."""

    def process(self, item: Any, context: Any = None, **kwargs: Any) -> Any:
        """Return the number as words or figures."""
        name = self.get("variable")
        rendering = self.get_root().rendering
        if name in rendering.suppressed:
            raise VariableError
        if name not in ("locator", "page-first"):
            value = item.reference[name.replace("-", "_")]
            rendering.used.add(name)
            return self._process(value, name)
        return super().process(item, context=context, **kwargs)


class Label(model.Label):  # type: ignore[misc]
    """A `cs:label`: its terms are the locale's, so that title case applies to them."""

    def case(self, text: Any, language: Any = None) -> Any:
        """Return the term in the case that is asked for."""
        return super().case(text, language or self.get_root().get("default-locale", "en")[:2])

    def _is_plural(self, item: Any) -> bool:
        name = self.get("variable")
        if name == "locator":
            return bool(_SEVERAL.search(str(item.locator.identifier)))
        value = str(item.reference.get(name.replace("-", "_"), ""))
        if name.startswith("number-of") and value.isdigit():
            return int(value) > 1
        return bool(_SEVERAL.search(value))
