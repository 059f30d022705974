"""What each word of a query may also be: its other spellings, and the words it begins.

The answer is a plan: the query's tree with its leaves turned into groups of spellings. Whatever
holds the index only has to say which documents have which group.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, TypeVar

import msgspec

from briefing_app.search.query.parts_of_years import part_of_year
from briefing_app.search.query.tree import And, Dates, Field, Node, Not, Or, Words
from briefing_app.search.words.amounts import (
    LONGEST_IN_WORDS,
    UNITS,
    in_figures,
    is_number,
    same_amounts,
)
from briefing_app.search.words.names import with_honorific
from briefing_app.search.words.stop_words import ROUGHLY, STOP_WORDS
from briefing_app.search.words.variants import ALIAS, ITSELF, JOINED, Variant
from briefing_app.search.words.written_days import years_ending

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing_app.search.words.aliases import Called
    from briefing_app.search.words.lexicon import Lexicon

    Phrase = tuple[str, ...]

_TWO_FIGURES = 2
_SHORTEST_LOOSE = 3  # letters of words that a hyphen joins
_LONGEST_ACRONYM = 5  # letters; a longer word in capitals is one that is shouted


class Group(msgspec.Struct, frozen=True):
    """A word of the query with all that it may be."""

    variants: tuple[Variant, ...]
    aliases: tuple[Variant, ...] = ()  # other spellings of the entities that it names
    entities: frozenset[str] = frozenset()  # the entities that it names
    exact: bool = False  # only the words as they are written, not what they name

    @property
    def guessed(self) -> bool:
        """Whether the word may be misspelt and corrections of it are among the variants."""
        return any(variant.guess for variant in self.variants)


class AllOf(msgspec.Struct, frozen=True):
    """Documents with every one of these."""

    parts: tuple[Plan, ...]


class AnyOf(msgspec.Struct, frozen=True):
    """Documents with one of these; `adding`: one with more of them is a better answer."""

    parts: tuple[Plan, ...]
    adding: bool = False


class NoneOf(msgspec.Struct, frozen=True):
    """Documents without this."""

    part: Plan


Plan = Group | AllOf | AnyOf | NoneOf | Field | Dates


class Marked(msgspec.Struct, frozen=True):
    """What is to be marked for one word or name: the group, else these single words."""

    group: Group
    words: tuple[Variant, ...] = ()


class Expansion(msgspec.Struct, frozen=True):
    """A query's plan, what is to be marked, and what was added to it.

    `named` are the names in it: (entity, its words); `added` are words that it does not have,
    `forms` other forms of those that it has.
    """

    plan: Plan | None
    marked: tuple[Marked, ...] = ()
    named: tuple[tuple[str, Phrase], ...] = ()
    added: tuple[Phrase, ...] = ()
    forms: tuple[Phrase, ...] = ()
    guessed: bool = False


def expand(root: Node | None, lexicon: Lexicon, *, unfinished: bool = False) -> Expansion:
    """Return the plan of a query; the language decides which words are mere fillers.

    `unfinished`: the last word is being typed and finds nothing so far, so it is guessed freely.
    """
    expander = _Expander(lexicon, unfinished=unfinished)
    plan = expander.plan(root, negated=False) if root is not None else None
    guessed = any(marked.group.guessed for marked in expander.marked)
    return Expansion(
        plan,
        _once(expander.marked),
        _once(expander.named),
        _once(expander.added),
        _once(expander.forms),
        guessed,
    )


class _Expander:
    def __init__(self, lexicon: Lexicon, *, unfinished: bool) -> None:
        self._unfinished = unfinished
        self._aliases = lexicon.aliases
        self._names = lexicon.names
        self._vocabulary = lexicon.vocabulary
        self._words = lexicon.variants
        self._drop_fillers = lexicon.language.lower().startswith("en")
        self.marked: list[Marked] = []
        self.named: list[tuple[str, Phrase]] = []
        self.added: list[Phrase] = []
        self.forms: list[Phrase] = []

    def plan(self, node: Node, *, negated: bool) -> Plan:
        match node:
            case Words():
                return self._all_of((node,), negated=negated)
            case And(nodes=nodes):
                return self._all_of(nodes, negated=negated)
            case Or(nodes=nodes):
                parts = _once(self.plan(n, negated=negated) for n in nodes)
                return AnyOf(parts, adding=True)
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
            count, called = self._name_at(nodes, at)
            if count > 1:
                run = [n for n in nodes[at : at + count] if isinstance(n, Words)]
                parts.append(self._name(run, called, negated=negated))
            elif not negated and (named := self._with_honorific(nodes[at : at + 3])):
                plan, count = named
                parts.append(plan)
            elif not called.entities and (part := part_of_year(nodes[at:])):
                dates, count = part
                parts.append(AnyOf((self._said(nodes[at : at + count]), dates)))
            elif not called.entities and (self._is_filler(node) or self._is_roughly(nodes[at:])):
                fillers.append(node)
            elif not negated and (amount := self._amount(nodes[at:])):
                plan, count = amount
                parts.append(plan)
            elif not negated and (joined := self._joined(nodes[at : at + 2])):
                parts.append(joined)
                count = 2
            elif not negated and not called.entities and self._is_loose(node):
                words = (msgspec.structs.replace(node, terms=(term,)) for term in node.terms)
                nothing = self._aliases.called(())
                parts.extend(self._word(word, nothing, negated=negated) for word in words)
            else:
                parts.append(self._word(node, called, negated=negated))
            at += count
        if not any(isinstance(part, Group | AllOf | AnyOf) for part in parts):
            nothing = self._aliases.called(())
            said = [node for node in fillers if node.terms[0] in self._vocabulary]
            parts.extend(self._word(node, nothing, negated=negated) for node in said)
        return parts[0] if len(parts) == 1 else AllOf(_once(parts))

    def _said(self, nodes: tuple[Node, ...]) -> Plan:
        """The words as they are, fillers left out."""
        words = (node for node in nodes if isinstance(node, Words) and not self._is_filler(node))
        return AllOf(tuple(self._group(node, guess=False, negated=True) for node in words))

    def _is_loose(self, node: Words) -> bool:
        """Whether words that a hyphen joins are nowhere together: `frontline-ally`."""
        parts = not (node.quoted or node.exact or node.prefix) and len(node.terms) > 1
        if not parts or any(len(t) < _SHORTEST_LOOSE or not t.isalpha() for t in node.terms):
            return False
        found = self._words.of(node.terms, typing=node.typing, guess=True)
        return not any(map(self._is_known, found.variants))

    def _is_known(self, variant: Variant) -> bool:
        """Whether anything may have a variant."""
        *before, last = variant.terms
        words = self._vocabulary
        if variant.prefix and not words.has((last,)):
            return words.completes(last) and all(word in words for word in before)
        return words.has(variant.terms)

    def _is_roughly(self, nodes: Sequence[Node]) -> bool:
        """Whether a word only says how exact the number after it is."""
        first, *others = nodes
        if not (isinstance(first, Words) and first.terms[0] in ROUGHLY and self._drop_fillers):
            return False
        after = next((n for n in others if not (isinstance(n, Words) and self._is_filler(n))), None)
        number = isinstance(after, Words) and is_number(after.terms[-1])
        return number and not (first.quoted or first.exact or first.prefix)

    def _is_filler(self, node: Words) -> bool:
        plain = not (node.quoted or node.exact or node.prefix or node.cased)
        return self._drop_fillers and plain and len(node.terms) == 1 and node.terms[0] in STOP_WORDS

    def _name_at(self, nodes: tuple[Node, ...], at: int) -> tuple[int, Called]:
        """Return how many words from here are a name, and whose; the longest name wins."""
        run: list[Phrase] = []
        for node in nodes[at : at + self._aliases.longest]:
            if not isinstance(node, Words) or node.quoted or node.exact or node.prefix:
                break
            run.append(node.terms)
        for count in range(len(run), 0, -1):
            called = self._aliases.called(tuple(t for terms in run[:count] for t in terms))
            if called.entities or called.phrases:
                return count, called
        return self._begun_name_at(nodes[at:], run)

    def _begun_name_at(self, nodes: tuple[Node, ...], run: list[Phrase]) -> tuple[int, Called]:
        """The same of a name that is being typed, if its last word so far begins no other word."""
        last = nodes[-1]
        if len(run) == len(nodes) and isinstance(last, Words) and last.typing:
            own = tuple(t for terms in run for t in terms)
            free = self._unfinished
            known = own[-1] in self._vocabulary or self._vocabulary.completes(own[-1])
            called = self._aliases.called(())
            if free or not known:
                called = self._aliases.begun(own, longer=free)
            if called.entities or called.phrases:
                return len(run), called
        return 1, self._aliases.called(())

    def _name(self, run: list[Words], called: Called, *, negated: bool) -> Plan:
        """A name of several words: these words, or any other spelling of whom they name."""
        own = tuple(term for node in run for term in node.terms)
        groups = tuple(self._group(node, guess=False, negated=negated) for node in run)
        aliases = self._spellings(called.entities, own)
        others = tuple(Variant(phrase, ALIAS) for phrase in called.phrases)
        if not negated:
            typing = groups[-1].variants[0].prefix
            whole = Group((Variant(own, ITSELF, typing),), entities=frozenset(called.entities))
            words = tuple(variant for group in groups for variant in group.variants)
            self.marked.append(Marked(whole, (*others, *words)))
            self._tell(called, own)
        if not (aliases or others):
            return AllOf(groups)
        return AnyOf((AllOf(groups), Group(others, aliases)))

    def _joined(self, nodes: tuple[Node, ...]) -> Plan | None:
        """Two words that the briefing writes as one: `Najib Ullah`."""
        words = [n for n in nodes if isinstance(n, Words)]
        if len(words) < 2 or any(
            n.quoted or n.exact or n.prefix or len(n.terms) > 1 or not n.terms[0].isalpha()
            for n in words
        ):
            return None
        one, other = (n.terms[0] for n in words)
        whole = one + other
        alike = [whole] if whole in self._vocabulary else []
        if not (one in self._vocabulary and other in self._vocabulary):
            alike.extend(term for term, _ in self._vocabulary.spellings(whole) if not alike)
        if not alike:
            return None
        return self._together(words, alike)

    def _together(self, words: list[Words], alike: list[str]) -> Plan:
        """The words as they are, or one of those that they may be together."""
        groups = tuple(self._group(node, guess=False, negated=False) for node in words)
        together = Group(tuple(Variant((term,), JOINED) for term in alike))
        self.marked.append(Marked(together, tuple(v for g in groups for v in g.variants)))
        self.added.extend((term,) for term in alike)
        return AnyOf((AllOf(groups), together))

    def _with_honorific(self, nodes: tuple[Node, ...]) -> tuple[Plan, int] | None:
        """`Siraj ud-Din`, `Siraj al Din`, `سراج الدین`, which the briefing writes as one word."""
        words: list[Words] = []
        for node in nodes:
            if not isinstance(node, Words) or node.quoted or node.exact or node.prefix:
                break
            words.append(node)
        for count in range(2, len(words) + 1):
            own = tuple(term for node in words[:count] for term in node.terms)
            whole = with_honorific(own)
            if whole:
                vocabulary = self._vocabulary
                alike = [whole] if whole in vocabulary else []
                alike.extend(term for term, _ in vocabulary.spellings(whole))
                return (self._together(words[:count], alike), count) if alike else None
        return None

    def _amount(self, nodes: tuple[Node, ...]) -> tuple[Plan, int] | None:
        """A number in words, or with `thousand` …, which the briefing writes in figures."""
        words: list[Words] = []
        for node in nodes[:LONGEST_IN_WORDS]:
            if not isinstance(node, Words) or node.quoted or node.exact or node.prefix:
                break
            words.append(node)
        ends = list(itertools.accumulate(len(node.terms) for node in words))
        number, last = in_figures([term for node in words for term in node.terms])
        count = ends.index(last) + 1 if last in ends else 0
        others: list[Phrase] = [(number,), *same_amounts((number,))] if count else []
        if not count and len(words) > 1 and words[1].terms[0] in UNITS:
            count = 2
            own = tuple(term for node in words[:2] for term in node.terms)
            others = same_amounts(own) if is_number(words[0].terms[-1]) else []
        known = [phrase for phrase in others if self._vocabulary.has(phrase)]
        if not known:
            return None
        groups = tuple(self._group(node, guess=False, negated=False) for node in words[:count])
        together = Group(tuple(Variant(phrase, JOINED) for phrase in known))
        self.marked.append(Marked(together, tuple(v for g in groups for v in g.variants)))
        return AnyOf((AllOf(groups), together)), count

    def _word(self, node: Words, called: Called, *, negated: bool) -> Group:
        """A word, or words joined by hyphens or quotes."""
        known = bool(called.entities or called.phrases)
        acronym = node.cased and len(node.terms[-1]) <= _LONGEST_ACRONYM
        sure = known or acronym or bool(node.years)
        plain = group = self._group(node, guess=not sure, negated=negated)
        others: tuple[Variant, ...] = ()
        if known and not group.exact:
            others = tuple(Variant(phrase, ALIAS) for phrase in called.phrases)
            group = msgspec.structs.replace(
                group,
                variants=(*group.variants, *others),
                aliases=self._spellings(called.entities, node.terms),
                entities=frozenset(called.entities),
            )
        meant = node.years or self._year_of(node)
        if meant and not group.exact:
            years = tuple(Variant((year,), JOINED) for year in meant)
            plain = group = msgspec.structs.replace(group, variants=(*group.variants, *years))
        if not negated:
            marked = msgspec.structs.replace(plain, entities=group.entities)
            self.marked.append(Marked(marked, others))
            self._tell(called, node.terms)
        return group

    def _year_of(self, node: Words) -> tuple[str, ...]:
        """Return the years that a number which is nowhere may stand for: the emirate of 96."""
        (number, *more) = node.terms
        two_figures = len(number) == _TWO_FIGURES and number.isdecimal()
        unknown = not more and number not in self._vocabulary
        return years_ending(number) if two_figures and unknown and node.start else ()

    def _group(self, node: Words, *, guess: bool, negated: bool) -> Group:
        """The word as it is typed and what it may be; what is excluded is not guessed at."""
        exact = node.exact or node.quoted
        prefix = node.prefix or (node.typing and not negated)
        if exact or negated or node.prefix:
            variants = [Variant(node.terms, ITSELF, prefix)]
            # quoted too where it may be a claim's id, which is one term: "R17"
            if len(node.terms) > 1 and (not exact or node.terms[-1].isdecimal()):
                variants.append(Variant(("".join(node.terms),), JOINED, prefix))
            return Group(tuple(variants), exact=exact)
        free = self._unfinished and prefix
        found = self._words.of(node.terms, typing=prefix, guess=guess or free, unfinished=free)
        self.added.extend(found.told)
        self.forms.extend(found.forms)
        return Group(found.variants)

    def _tell(self, called: Called, own: Phrase) -> None:
        self.named.extend((entity, own) for entity in called.entities)
        self.added.extend(called.phrases)

    def _spellings(self, entities: tuple[str, ...], own: Phrase) -> tuple[Variant, ...]:
        spellings = (s for entity in entities for s in self._names.spellings[entity])
        return tuple(Variant(s, ALIAS) for s in dict.fromkeys(spellings) if s != own)


_Item = TypeVar("_Item")


def _once(items: Iterable[_Item]) -> tuple[_Item, ...]:
    """Return the items, each once: a word that is pasted a thousand times is one word."""
    return tuple(dict.fromkeys(items))
