"""A policy option and the claims that bear on it."""

from __future__ import annotations

import enum

import msgspec


class Standing(enum.StrEnum):
    """Whether the author puts the option forward or only describes it."""

    AUTHOR = "author"
    DESCRIBED = "described"


class PolicyOption(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    rename={"in_favour": "for", "unresolved": "open"},
):
    """One course of action, set beside the others; claims are named by id."""

    id: str
    title: str
    standing: Standing
    summary: str = ""
    in_favour: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    unresolved: tuple[str, ...] = ()
