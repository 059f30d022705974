"""JSON Schema for editors, made from the record types, so that it cannot fall out of step.

Draft 2020-12. An editor reads `1992`, `2` and `1.10` as numbers where the loader keeps the text,
so text may be a number or a truth value here.
"""

from __future__ import annotations

import inspect as python_inspect
from typing import Any, Final

import msgspec
from msgspec import inspect

from briefing_app.loading.check_ids import ID
from briefing_app.loading.csl_record import KEY as CSL_KEY
from briefing_app.loading.csl_record import OTHERS
from briefing_app.loading.manifest import FORMAT, Manifest, ManifestSection
from briefing_app.model.claim import Claim
from briefing_app.model.entity import Entity
from briefing_app.model.option import PolicyOption
from briefing_app.model.source import Source

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_POINT: Final = (
    r"(?!0000|000X|00XX)[0-9]{2}(?:XX|[0-9]X|[0-9]{2}"
    r"(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?)[~?%]?"
)
_DATE: Final[dict[str, Any]] = {
    "description": "EDTF (ISO 8601-2): 2021, 2021-08, 2021-08-15, 195X, 19XX; ~ about, "
    "? uncertain, % both; 2001/2021 from … to, 2016/.. since, ../2021 until, 2016/ and /2021 where "
    "an end is not known",
    "anyOf": [
        {
            "type": "string",
            "pattern": rf"^(?:{_POINT}(?:/(?:{_POINT}|\.\.)?)?|(?:\.\.)?/{_POINT})$",
        },
        {"type": "integer", "minimum": 1000, "maximum": 9999},
    ],
}
_NUMBER: Final[dict[str, Any]] = {
    "anyOf": [
        {"type": "number"},
        {"type": "string", "pattern": r"^-?[0-9]{1,30}(?:\.[0-9]{1,30})?(?:[eE][+-]?[0-9]{1,3})?$"},
    ]
}
_OTHERS: Final = f"^(?:{'|'.join(sorted(OTHERS))})$"
_CSL_DATE: Final[dict[str, Any]] = {
    "description": "a date of CSL-JSON",
    "type": "object",
    "anyOf": [{"required": [key]} for key in ("date-parts", "literal", "raw")],
}
_TEXT: Final[dict[str, Any]] = {"type": ["string", "number", "boolean"]}
_ID: Final[dict[str, Any]] = {
    "type": "string",
    "pattern": f"^{ID.pattern.removesuffix(chr(92) + 'Z')}$",
}
_NOTHING: Final[dict[str, Any]] = {"type": "null"}


def schemas() -> dict[str, bytes]:
    """Return the schema files by name, ready to be written."""
    lists: dict[str, Any] = {
        "claims": Claim,
        "sources": Source,
        "entities": Entity,
        "options": PolicyOption,
    }
    files = {"briefing": _Schema(lists).manifest()}
    for name, kind in lists.items():
        files[name] = _Schema(lists).list_of(kind, name)
    return {
        f"{name}.schema.json": msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n"
        for name, content in files.items()
    }


class _Schema:
    """Builds one schema file; records go under `$defs`."""

    def __init__(self, lists: dict[str, Any]) -> None:
        self._lists = lists
        self._definitions: dict[str, Any] = {}

    def manifest(self) -> dict[str, Any]:
        """Return the schema of briefing.yaml."""
        reference = self._type(inspect.type_info(Manifest))
        for owner, names in ((Manifest, self._lists), (ManifestSection, ("options",))):
            properties = self._definitions[owner.__name__]["properties"]
            for name in names:
                item = self._type(inspect.type_info(self._lists[name]))
                in_place = {"type": "array", "items": item}
                properties[name] = {"anyOf": [{"type": "string"}, in_place, _NOTHING]}
        properties = self._definitions[Manifest.__name__]["properties"]
        properties["format"] = {"enum": [int(FORMAT), FORMAT]}
        return self._file("A briefing", reference)

    def list_of(self, kind: Any, name: str) -> dict[str, Any]:
        """Return the schema of a file of records."""
        items = self._type(inspect.type_info(kind))
        return self._file(f"The {name} of a briefing", {"type": ["array", "null"], "items": items})

    def _file(self, title: str, root: dict[str, Any]) -> dict[str, Any]:
        return {"$schema": _DIALECT, "title": title, **root, "$defs": self._definitions}

    def _type(self, kind: inspect.Type) -> dict[str, Any]:
        match kind:
            case inspect.StructType():
                return self._record(kind)
            case inspect.UnionType(types=types):
                return {"anyOf": [self._type(part) for part in types]}
            case inspect.VarTupleType(item_type=item) | inspect.ListType(item_type=item):
                return {"type": "array", "items": self._type(item)}
            case inspect.EnumType(cls=enum):
                words = python_inspect.getdoc(enum) or ""
                return {"description": words, "enum": [member.value for member in enum]}
            case _:
                return _LEAVES[type(kind)]

    def _record(self, struct: inspect.StructType) -> dict[str, Any]:
        name = struct.cls.__name__
        if name not in self._definitions:
            self._definitions[name] = {}  # a record inside itself would find it here
            properties = {}
            for field in struct.fields:
                if field.encode_name == CSL_KEY:
                    continue
                content = self._type(field.type)
                if field.encode_name == "id" and name != "Citation":
                    content = _ID
                if content is _TEXT and not field.required:
                    content = {"type": [*_TEXT["type"], "null"]}
                elif not field.required and _NOTHING not in content.get("anyOf", ()):
                    content = {"anyOf": [content, _NOTHING]}
                properties[field.encode_name] = content
            self._definitions[name].update(
                description=python_inspect.getdoc(struct.cls) or "",
                type="object",
                properties=properties,
                required=[field.encode_name for field in struct.fields if field.required],
                additionalProperties=False,
            )
            if struct.cls is Source:
                self._definitions[name]["patternProperties"] = {_OTHERS: {}}
                for field_name in ("issued", "accessed"):
                    properties[field_name]["anyOf"].append(_CSL_DATE)
        return {"$ref": f"#/$defs/{name}"}


_LEAVES: Final[dict[type, dict[str, Any]]] = {
    inspect.StrType: _TEXT,
    inspect.FloatType: _NUMBER,
    inspect.BoolType: {"enum": [True, False, "true", "false"]},
    inspect.CustomType: _DATE,
    inspect.NoneType: _NOTHING,
    inspect.AnyType: {},
}
