"""Every theme can be read: text 4.5:1 on its ground, borders and rings 3:1 (WCAG 1.4.3, 1.4.11)."""

from __future__ import annotations

import tomllib

import pytest

from briefing_app import paths

THEMES = ("light", "dark", "high-contrast")
FAMILIES = ("reported", "said", "judged", "advised")
GROUNDS = ("win", "panel", "paper", "raised", "hover")


def values(theme: str) -> dict[str, str]:
    return tomllib.loads(paths.resource("themes", f"{theme}.toml").read_text("utf-8"))


def luminance(colour: str) -> float:
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


TEXT = [
    *((ink, ground) for ink in ("ink", "ink2", "ink3") for ground in GROUNDS),
    *(("ink", ground) for ground in ("accent_bg", "flash", "hit", "hit_current")),
    *((family, f"{family}_bg") for family in FAMILIES),
    *((family, "paper") for family in FAMILIES),
    *(("dimmed", ground) for ground in ("paper", "panel")),
    ("ink2", "flash"),
    ("accent", "paper"),
    ("accent", "win"),
    ("accent", "accent_bg"),
    ("accent_ink", "accent"),
    ("in_favour", "paper"),
    ("against", "paper"),
    ("warning", "warning_bg"),
    ("error", "error_bg"),
    ("ink", "warning_bg"),
    ("ink", "error_bg"),
]
CONTROLS = [
    *(("edge", ground) for ground in ("win", "panel", "paper", "raised")),
    *(("focus", ground) for ground in GROUNDS),
    *((f"{family}_mark_strong", "paper") for family in FAMILIES),
]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text(theme: str, ink: str, ground: str) -> None:
    colours = values(theme)
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground"), CONTROLS)
def test_controls(theme: str, ink: str, ground: str) -> None:
    colours = values(theme)
    assert contrast(colours[ink], colours[ground]) >= 3.0


def test_every_theme_has_the_same_roles() -> None:
    roles = [set(values(theme)) for theme in THEMES]
    assert roles[0] == roles[1] == roles[2]
