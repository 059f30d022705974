"""CSL's names (CSL 1.0.2, Names and Name): initials, particles, suffixes, substitutes."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from citeproc import model
from citeproc.source import VariableError
from citeproc.string import String, join

# family first and no blank between: Han, Kana, Hangul
_EAST_ASIAN = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")
_JOINED_PARTICLE = ("'", "’", "-")


class Names(model.Names):  # type: ignore[misc]
    """A `cs:names`, which does not say again who already stood in for the author."""

    def process(
        self, item: Any, names_context: Any = None, context: Any = None, **kwargs: Any
    ) -> Any:
        """Return the names of its roles, else its substitute.

        Raises:
            VariableError: there is neither.
        """
        context = self if context is None else context
        names_context = self._pattern() if names_context is None else names_context
        suppressed = self.get_root().rendering.suppressed
        roles = [r for r in self.get("variable").split() if r not in suppressed]
        both = self._same_people(item, roles)
        output = []
        for role in roles[:1] if both else roles:
            if not item.reference.get(role):
                continue
            self.get_root().rendering.used.add(role)
            label = "editortranslator" if both else role
            output.append(self._role(item, role, label, names_context, context, kwargs))
        if both:
            self.get_root().rendering.used.update(roles)
        counted = names_context.name is not None and names_context.name.get("form") == "count"
        if output and counted:
            total = sum(int(str(part)) for part in output)
            return str(total) if total else None
        if output:
            return self.join(output, self.get_parent_delimiter(context))
        substitute = self.substitute()
        if substitute is None:
            raise VariableError
        return substitute.render(item, context=context, **kwargs)

    def _pattern(self) -> Any:
        """The names whose form it takes: those it stands in for, if it says nothing itself."""
        if self.name is not None:
            return self
        above = [one for one in self.iterancestors() if isinstance(one, Substitute)]
        return above[0].getparent() if above else self

    def _same_people(self, item: Any, roles: list[str]) -> bool:
        reference = item.reference
        return (
            set(roles) == {"editor", "translator"}
            and bool(reference.get("editor"))
            and reference.get("editor") == reference.get("translator")
            and self.get_term("editortranslator") is not None
            and bool(self.get_term("editortranslator").getchildren())
        )

    def _role(
        self, item: Any, role: str, label: str, names_context: Any, context: Any, kwargs: Any
    ) -> Any:
        name = names_context.name
        if name is None:
            name = CslName()
            names_context.insert(0, name)
        text = name.render(item, role, context=context, **kwargs)
        element = names_context.label
        if element is None:
            return text
        words = element.render(item, label, len(item.reference[role]) > 1, **kwargs)
        if words is None:
            return text
        return words + text if element is names_context.getchildren()[0] else text + words


class Substitute(model.Substitute):  # type: ignore[misc]
    """A `cs:substitute`: what stood in is not said again (CSL 1.0.2, Substitute)."""

    def render(self, item: Any, context: Any = None, **kwargs: Any) -> Any:
        """Return the first child that says something.

        Raises:
            VariableError: none does.
        """
        rendering = self.get_root().rendering
        outer = rendering.used
        for child in self.getchildren():
            rendering.used = set()
            try:
                text = child.render(item, context=context, **kwargs)
            except VariableError:
                text = None
            used, rendering.used = rendering.used, outer
            if text:
                rendering.suppressed |= used
                rendering.used |= used
                return text
        raise VariableError


class CslName(model.Name):  # type: ignore[misc]
    """A `cs:name`."""

    def process(
        self, item: Any, variable: str, context: Any = None, sort_options: Any = None, **_: Any
    ) -> Any:
        """Return the names of one role in order, or their count."""

        def option(name: str) -> Any:
            return self.get_option(name, context, sort_options)

        names = item.reference.get(variable, [])
        fewest, use_first = option("et-al-min"), option("et-al-use-first")
        cut = len(names) > 1 and fewest and len(names) >= fewest
        if option("form") == "count":
            return min(len(names), use_first) if cut else len(names)
        shown = names[:use_first] if cut else names
        texts = [self._one(name, place, option, context) for place, name in enumerate(shown)]
        if cut and option("et-al-use-last") and use_first <= fewest - 2:
            last = self._one(names[-1], len(shown), option, context)
            return join([*texts, f"… {last}"], option("delimiter"))
        et_al = self.et_al() if cut else None
        return self._cut(texts, et_al, option) if et_al else self._listed(texts, option)

    def _cut(self, texts: list[Any], et_al: Any, option: Any) -> Any:
        if not texts:
            return None
        rule = option("delimiter-precedes-et-al")
        if rule == "always" or (rule == "contextual" and len(texts) >= 2):
            return join([*texts, et_al], option("delimiter"))
        return join([join(texts, option("delimiter")), et_al], " ")

    def _listed(self, texts: list[Any], option: Any) -> Any:
        delimiter, word = option("delimiter"), option("and")
        if word is None or len(texts) < 2:
            return join(texts, delimiter)
        word = self.get_single_term(name="and") if word == "text" else self.preformat("&")
        rule = option("delimiter-precedes-last")
        parted = (
            rule == "always"
            or (rule == "contextual" and len(texts) > 2)
            or (
                rule == "after-inverted-name"
                and (
                    option("name-as-sort-order") == "all"
                    or (option("name-as-sort-order") == "first" and len(texts) == 2)
                )
            )
        )
        text = join(texts[:-1], delimiter)
        return join([join([text, word], delimiter if parted else " "), texts[-1]], " ")

    def _one(self, name: Any, place: int, option: Any, context: Any) -> Any:
        given, family, dropping, lasting, suffix = name.parts()
        if not family:  # a single name is no forename to be shortened
            given, family = None, given
        family = family or ""
        mark = option("initialize-with")
        if given and mark is not None and self.get("initialize") != "false":
            given = self.initialize(given, mark, context)
        if option("form") == "short":
            return self._formatted(None, _together(lasting, family))[1]
        order = option("name-as-sort-order")
        if order == "all" or (order == "first" and place == 0):
            if option("demote-non-dropping-particle") in ("never", "sort-only"):
                family, lasting = _together(lasting, family), None
            given = _together(given, dropping, lasting)
            given, family = self._formatted(given, family)
            return join(
                [part for part in (family, given, suffix) if part], option("sort-separator")
            )
        given, family = self._formatted(given, _together(lasting, family))
        if given and _EAST_ASIAN.match(str(family)) and _EAST_ASIAN.match(str(given)):
            return f"{family}{given}"
        whole = _together(given, dropping, family)
        gap = ", " if name.get("comma-suffix") else " "
        return f"{whole}{gap}{suffix}" if suffix else whole

    def _formatted(self, given: Any, family: Any) -> tuple[Any, Any]:
        given, family = (String(part) if part else part for part in (given, family))
        for part in self.findall("cs:name-part", self.nsmap):
            if (part.get("name") == "given" and not given) or not family:
                continue
            given, family = part.format_part(given, family)
        return given, family

    def initialize(self, given: str, mark: str, context: Any) -> str:
        """Return the initials; words that begin with no capital are written out.

        So are whole names in scripts that have none: Arabic, Hebrew, Indic, Chinese, Georgian.
        """
        given = unicodedata.normalize("NFC", given)
        if not any(letter.isupper() for letter in given):
            return given
        hyphens = self.get_option("initialize-with-hyphen", context)
        words = given if hyphens else given.replace("-", " ")
        pieces = [_initials(part, mark) for part in words.split("-")]
        kept = [p for n, p in enumerate(pieces) if p and (n == 0 or any(c.isupper() for c in p))]
        return "-".join(kept)


def _initials(words: str, mark: str) -> str:
    text = ""
    for word in words.replace(".", " ").split():
        first = next((letter for letter in word if letter.lower() != letter.upper()), word[0])
        text += f"{first}{mark}" if first.isupper() else f" {word} "
    return " ".join(text.split())


def _together(*parts: Any) -> Any:
    """The parts with blanks between, but for particles that lean on the next: `d'`, `al-`."""
    text = ""
    for part in parts:
        if part:
            leaning = not text or text.endswith(_JOINED_PARTICLE)
            text += f"{'' if leaning else ' '}{part}"
    return text
