"""Plain dicts and text -> typed records, with every fault told in plain words.

The whole list is converted in one call; only if that fails is it walked value by value, so that
an honest briefing pays nothing for the messages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from msgspec import inspect

from briefing_app.loading.csl_record import csl_record
from briefing_app.loading.date_hints import date_hint
from briefing_app.loading.date_hooks import decode_hook
from briefing_app.loading.did_you_mean import in_brackets, key_hint, record_hint
from briefing_app.loading.problem_list import ProblemList, Spot, name_list
from briefing_app.model.dates import EdtfDate
from briefing_app.model.source import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T", bound=msgspec.Struct)

_MAX_DIGITS = 40
_BAD = object()  # stands for a value that could not be converted


class Records:
    """Converts records and remembers the ids of those that had to be left out."""

    def __init__(self, problems: ProblemList) -> None:
        self.problems = problems
        self.broken_ids: set[str] = set()
        # Fields whose value is lost and everything that holds them: checks leave those alone.
        self.spoilt: set[Spot] = set()

    def convert_list(self, raw: Any, kind: type[T], spot: Spot) -> list[tuple[Spot, T]]:
        """Return the records of a list that can be read, each with its place."""
        if raw is None:
            return []
        if not isinstance(raw, list):
            self.problems.error(spot, f"here a list of records is needed, not {_what(raw)}")
            return []
        if kind is Source:
            raw = [csl_record(item) for item in raw]
        try:
            records = msgspec.convert(raw, list[kind], strict=False, dec_hook=decode_hook)  # type: ignore[valid-type]
        except msgspec.ValidationError:
            return self._one_by_one(raw, kind, spot)
        return [(spot.at(n), record) for n, record in enumerate(records)]

    def _one_by_one(self, raw: list[Any], kind: type[T], spot: Spot) -> list[tuple[Spot, T]]:
        kept = []
        for number, item in enumerate(raw):
            if self.problems.is_full:
                self.problems.error(spot.at(number), "too many errors: the rest is not read")
                break
            record = self.convert(item, kind, spot.at(number))
            if record is not None:
                kept.append((spot.at(number), record))
        return kept

    def convert(self, raw: Any, kind: type[T], spot: Spot) -> T | None:
        """Return one record; None, with the reason noted, if it lacks something it cannot lack."""
        try:
            return msgspec.convert(raw, kind, strict=False, dec_hook=decode_hook)
        except msgspec.ValidationError:
            struct = inspect.type_info(kind)
            assert isinstance(struct, inspect.StructType)
            record = self._struct(raw, struct, spot)
            if record is _BAD:
                if isinstance(raw, dict) and isinstance(raw.get("id"), str):
                    self.broken_ids.add(raw["id"])
                return None
            return record  # type: ignore[no-any-return]

    def _struct(self, raw: Any, struct: inspect.StructType, spot: Spot) -> Any:
        if not isinstance(raw, dict):
            keys = ", ".join(f.encode_name for f in struct.fields if f.required) or "key: value"
            hint = _hint(raw, struct)
            self.problems.error(
                spot, f"here a set of keys is needed ({keys} …), not {_what(raw)}{hint}"
            )
            return _BAD
        written = self._known_keys(raw, struct, spot)
        values: dict[str, Any] = {}
        complete = True
        for field in struct.fields:
            key = written.get(field.encode_name)
            if key is None or raw[key] is None:
                if field.required:
                    state = "missing" if key is None else "empty"
                    place = spot if key is None else spot.at(key)
                    self.problems.error(place, f"'{field.encode_name}' is {state}")
                    complete = False
                continue
            value = self._value(raw[key], field.type, spot.at(key))
            if value is not _BAD:
                values[field.name] = value
                continue
            self._spoil(spot.at(key))
            complete = complete and not field.required
        return struct.cls(**values) if complete else _BAD

    def _spoil(self, spot: Spot) -> None:
        for length in range(1, len(spot.path) + 1):
            below = len(spot.path) - length
            shown = spot.shown[: len(spot.shown) - below]
            self.spoilt.add(Spot(spot.file, spot.path[:length], shown))

    def _known_keys(
        self, raw: dict[str, Any], struct: inspect.StructType, spot: Spot
    ) -> dict[str, str]:
        """Return, for each field that is there, the key under which it was written."""
        names = [field.encode_name for field in struct.fields]
        written = {name: name for name in names if name in raw}
        for key, value in raw.items():
            if key in written:
                continue
            free = [name for name in names if name not in written]
            self._spoil(spot.at(key))
            near = self.problems.meant(key, free)
            if near:
                written[near] = key
                hint = f"; did you mean '{near}'?"
            else:
                hint = key_hint(key, value) or f"; known here: {name_list(names)}"
            self.problems.error(spot.at(key), f"unknown key '{key[:60]}'{hint}", at_key=True)
        return written

    def _value(self, raw: Any, wanted: inspect.Type, spot: Spot) -> Any:
        if isinstance(wanted, inspect.UnionType):
            real = [t for t in wanted.types if not isinstance(t, inspect.NoneType)]
            if len(real) > 1:
                return self._name_or_list(raw, spot)
            wanted = real[0]
        match wanted:
            case inspect.StructType():
                return self._struct(raw, wanted, spot)
            case inspect.VarTupleType(item_type=item):
                return self._sequence(raw, item, spot)
            case inspect.EnumType(cls=enum):
                return self._enum(raw, [member.value for member in enum], enum, spot)
            case _:
                return self._leaf(raw, wanted, spot)

    def _name_or_list(self, raw: Any, spot: Spot) -> Any:
        if isinstance(raw, (str, list)):
            return raw
        self.problems.error(spot, f"here a file's name or a list is needed, not {_what(raw)}")
        return _BAD

    def _sequence(self, raw: Any, item: inspect.Type, spot: Spot) -> Any:
        if not isinstance(raw, list):
            self.problems.error(
                spot, f"here a list is needed, not {_what(raw)}{_list_hint(raw, item)}"
            )
            return _BAD
        values = [self._value(part, item, spot.at(n)) for n, part in enumerate(raw)]
        for number, value in enumerate(values):
            if value is _BAD:
                self._spoil(spot.at(number))
        return tuple(value for value in values if value is not _BAD)

    def _enum(self, raw: Any, allowed: Sequence[str], enum: Any, spot: Spot) -> Any:
        if isinstance(raw, str) and raw in allowed:
            return enum(raw)
        hint = self.problems.did_you_mean(raw, allowed) if isinstance(raw, str) else ""
        self.problems.error(spot, f"{_what(raw)} is not one of {name_list(list(allowed))}{hint}")
        return _BAD

    def _leaf(self, raw: Any, wanted: inspect.Type, spot: Spot) -> Any:
        expected = _EXPECTED.get(type(wanted), "a date")
        if isinstance(raw, str):
            if isinstance(wanted, inspect.StrType):
                return raw
            try:
                return _from_text(raw, wanted)
            except ValueError as error:
                is_date = isinstance(wanted, inspect.CustomType)
                reason = f": {error}{date_hint(raw)}" if is_date else ""
                self.problems.error(spot, f"{_what(raw)} is not {expected}{reason}")
                return _BAD
        hint = "; write 2021-08-15" if isinstance(wanted, inspect.CustomType) else ""
        self.problems.error(spot, f"here {expected} is needed, not {_what(raw)}{hint}")
        return _BAD


_EXPECTED: dict[type, str] = {
    inspect.StrType: "text",
    inspect.FloatType: "a number such as 272 or 1.5",
    inspect.IntType: "a whole number",
    inspect.BoolType: "true or false",
}


def _from_text(raw: str, wanted: inspect.Type) -> Any:
    """A date, number or yes-or-no from its text.

    Raises:
        ValueError: it is something else.
    """
    if isinstance(wanted, inspect.CustomType):
        return EdtfDate(raw)
    if len(raw) > _MAX_DIGITS:
        raise ValueError("too long")
    kind = {inspect.FloatType: float, inspect.IntType: int, inspect.BoolType: bool}[type(wanted)]
    try:
        return msgspec.convert(raw, kind, strict=False)
    except msgspec.ValidationError as error:
        raise ValueError(str(error)) from None


def _hint(raw: Any, struct: inspect.StructType) -> str:
    required = [field.encode_name for field in struct.fields if field.required]
    return record_hint(raw, [field.encode_name for field in struct.fields], required)


def _list_hint(raw: Any, item: inspect.Type) -> str:
    """How a list of one is written."""
    if isinstance(item, inspect.StructType):
        if isinstance(raw, dict):
            return "; put it in square brackets, [{…}], or write '- ' before it"
        inner = _hint(raw, item).removeprefix("; write ")
        return f"; write [{inner}]" if inner else ""
    return f"; write [{in_brackets(raw)}]" if isinstance(raw, str) and len(raw) < 40 else ""


def _what(raw: Any) -> str:
    """What is there, in a reader's words."""
    if raw is None:
        return "nothing"
    if isinstance(raw, list):
        return "a list"
    if isinstance(raw, dict):
        return "a set of keys"
    text = str(raw)
    return f"'{text}'" if len(text) <= 40 else f"'{text[:40]}…'"
