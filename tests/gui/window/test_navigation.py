"""Back and forward through the places that were visited."""

from __future__ import annotations

import pytest

from briefing_app.gui.window.navigation import Navigation, Place

A, B, C = Place("history"), Place("terrorism", claim="R12"), Place("takeover", paragraph=3)


def walk(steps: str) -> Navigation:
    """`abc` visit places, `<` goes back, `>` goes forward."""
    navigation = Navigation()
    for step in steps:
        if step == "<":
            navigation.back()
        elif step == ">":
            navigation.forward()
        else:
            navigation.visit({"a": A, "b": B, "c": C}[step])
    return navigation


@pytest.mark.parametrize(
    ("steps", "current", "can_go_back", "can_go_forward"),
    [
        ("", None, False, False),
        ("a", A, False, False),
        ("a<", A, False, False),
        ("ab", B, True, False),
        ("ab<", A, False, True),
        ("ab<>", B, True, False),
        ("ab<c", C, True, False),
        ("ab<c<", A, False, True),
        ("aab", B, True, False),
        ("abc<<>", B, True, True),
    ],
)
def test_walks(steps: str, current: Place | None, can_go_back: bool, can_go_forward: bool) -> None:
    navigation = walk(steps)
    found = (navigation.current, navigation.can_go_back, navigation.can_go_forward)
    assert found == (current, can_go_back, can_go_forward)


def test_a_place_is_found_again_as_it_was_left() -> None:
    navigation = walk("a")
    navigation.leave(Place("history", scroll=480))
    navigation.visit(B)
    assert navigation.back() == Place("history", scroll=480)


def test_old_places_are_forgotten() -> None:
    navigation = Navigation()
    for number in range(Navigation.LIMIT + 50):
        navigation.visit(Place("history", paragraph=number))
    steps = 0
    while navigation.back():
        steps += 1
    assert steps == Navigation.LIMIT - 1
