"""What each word of a query may also be: its other spellings, and the words it begins.

The answer is a plan: the query's tree with its leaves turned into groups of spellings. Whatever
holds the index only has to say which documents have which group.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

from briefing_app.search.query import And, Dates, Field, Node, Not, Or, Words
from briefing_app.search.stop_words import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.search.names import NameTable

ITSELF, ALIAS, JOINED = 1.0, 0.85, 0.8
PREFIX = 0.7  # factor for a word that only begins with what was typed


class Variant(msgspec.Struct, frozen=True):
    """One spelling of a group: terms that follow one another."""

    terms: tuple[str, ...]
    weight: float
    prefix: bool = False  # the last term may go on


class Group(msgspec.Struct, frozen=True):
    """A word of the query with all that it may be."""

    variants: tuple[Variant, ...]
    aliases: tuple[Variant, ...] = ()  # other spellings of the entities that it names
    entities: frozenset[str] = frozenset()  # the entities that it names
    exact: bool = False  # only the words as they are written, not what they name


class AllOf(msgspec.Struct, frozen=True):
    """Documents with every one of these."""

    parts: tuple[Plan, ...]


class AnyOf(msgspec.Struct, frozen=True):
    """Documents with one of these."""

    parts: tuple[Plan, ...]


class NoneOf(msgspec.Struct, frozen=True):
    """Documents without this."""

    part: Plan


Plan = Group | AllOf | AnyOf | NoneOf | Field | Dates


class Marked(msgspec.Struct, frozen=True):
    """What is to be marked for one word or name: the group, else these single words."""

    group: Group
    words: tuple[Variant, ...] = ()


class Expansion(msgspec.Struct, frozen=True):
    """A query's plan, what is to be marked, and the names in it: (entity, its words)."""

    plan: Plan | None
    marked: tuple[Marked, ...] = ()
    named: tuple[tuple[str, tuple[str, ...]], ...] = ()


def expand(root: Node | None, names: NameTable, *, language: str) -> Expansion:
    """Return the plan of a query; `language` (BCP 47) decides which words are mere fillers."""
    expander = _Expander(names, drop_fillers=language.lower().startswith("en"))
    plan = expander.plan(root, negated=False) if root is not None else None
    return Expansion(plan, _once(expander.marked), _once(expander.named))


class _Expander:
    def __init__(self, names: NameTable, *, drop_fillers: bool) -> None:
        self._names = names
        self._drop_fillers = drop_fillers
        self.marked: list[Marked] = []
        self.named: list[tuple[str, tuple[str, ...]]] = []

    def plan(self, node: Node, *, negated: bool) -> Plan:
        match node:
            case Words():
                return self._all_of((node,), negated=negated)
            case And(nodes=nodes):
                return self._all_of(nodes, negated=negated)
            case Or(nodes=nodes):
                return AnyOf(_once(self.plan(n, negated=negated) for n in nodes))
            case Not(node=inner):
                return NoneOf(self.plan(inner, negated=not negated))
            case _:
                return node

    def _all_of(self, nodes: tuple[Node, ...], *, negated: bool) -> Plan:
        parts: list[Plan] = []
        fillers: list[Words] = []
        at = 0
        while at < len(nodes):
            node = nodes[at]
            if not isinstance(node, Words):
                parts.append(self.plan(node, negated=negated))
                at += 1
                continue
            count, entities = self._name_at(nodes, at)
            if count > 1:
                run = [n for n in nodes[at : at + count] if isinstance(n, Words)]
                parts.append(self._name(run, entities, negated=negated))
            elif self._is_filler(node) and not entities:
                fillers.append(node)
            else:
                parts.append(self._word(node, entities, negated=negated))
            at += max(count, 1)
        if not any(isinstance(part, Group | AllOf | AnyOf) for part in parts):
            parts.extend(self._word(node, (), negated=negated) for node in fillers)
        return parts[0] if len(parts) == 1 else AllOf(_once(parts))

    def _is_filler(self, node: Words) -> bool:
        plain = not (node.quoted or node.exact or node.prefix or node.cased)
        return self._drop_fillers and plain and len(node.terms) == 1 and node.terms[0] in STOP_WORDS

    def _name_at(self, nodes: tuple[Node, ...], at: int) -> tuple[int, tuple[str, ...]]:
        """Return how many words from here are a name, and whose; the longest name wins."""
        run: list[tuple[str, ...]] = []
        for node in nodes[at : at + self._names.longest]:
            if not isinstance(node, Words) or node.quoted or node.exact or node.prefix:
                break
            run.append(node.terms)
        for count in range(len(run), 0, -1):
            entities = self._names.called(tuple(t for terms in run[:count] for t in terms))
            if entities:
                return count, entities
        return 1, ()

    def _name(self, run: list[Words], entities: tuple[str, ...], *, negated: bool) -> Plan:
        """A name of several words: these words, or any other spelling of whom they name."""
        groups = tuple(_group(node, negated=negated) for node in run)
        own = tuple(term for node in run for term in node.terms)
        typing = groups[-1].variants[0].prefix
        if not negated:
            self.named.extend((entity, own) for entity in entities)
            whole = Group((Variant(own, ITSELF, typing),), entities=frozenset(entities))
            words = tuple(variant for group in groups for variant in group.variants)
            self.marked.append(Marked(whole, words))
        aliases = self._aliases(entities, own)
        return AnyOf((AllOf(groups), Group((), aliases))) if aliases else AllOf(groups)

    def _word(self, node: Words, entities: tuple[str, ...], *, negated: bool) -> Group:
        """A word, or words joined by hyphens or quotes."""
        group = _group(node, negated=negated)
        if entities:
            aliases = self._aliases(entities, node.terms)
            group = msgspec.structs.replace(group, aliases=aliases, entities=frozenset(entities))
        if not negated:
            self.marked.append(Marked(group))
            self.named.extend((entity, node.terms) for entity in entities)
        return group

    def _aliases(self, entities: tuple[str, ...], own: tuple[str, ...]) -> tuple[Variant, ...]:
        spellings = (s for entity in entities for s in self._names.spellings[entity])
        return tuple(Variant(s, ALIAS) for s in dict.fromkeys(spellings) if s != own)


_Item = TypeVar("_Item")


def _once(items: Iterable[_Item]) -> tuple[_Item, ...]:
    """Return the items, each once: a word that is pasted a thousand times is one word."""
    return tuple(dict.fromkeys(items))


def _group(node: Words, *, negated: bool) -> Group:
    """The word as it is typed; what is excluded is not guessed at."""
    exact = node.exact or node.quoted
    prefix = node.prefix or (node.typing and not negated)
    variants = [Variant(node.terms, ITSELF, prefix)]
    if len(node.terms) > 1 and not exact:
        variants.append(Variant(("".join(node.terms),), JOINED, prefix))
    return Group(tuple(variants), exact=exact)
