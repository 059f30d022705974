"""Collects what is wrong with a briefing, and finds the places only when something is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from briefing_app.loading.did_you_mean import nearest_name
from briefing_app.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Path = tuple[str | int, ...]
MOST_PROBLEMS: Final = 1000  # of each severity
_MOST_GUESSES: Final = 100


class Spot(NamedTuple):
    """A place in a YAML file: `path` leads there from the file's root, `shown` names it."""

    file: str
    path: Path = ()
    shown: Path = ()

    def at(self, *steps: str | int) -> Spot:
        """Return a place below this one."""
        return Spot(self.file, (*self.path, *steps), (*self.shown, *steps))


class _Pending(NamedTuple):
    spot: Spot
    severity: Severity
    message: str
    at_key: bool


class ProblemList:
    """Problems in the order in which they are met; `sorted_problems` gives them their places."""

    def __init__(self) -> None:
        self._found: list[Problem] = []
        self._pending: list[_Pending] = []
        self._counts = dict.fromkeys(Severity, 0)
        self._guesses_left = _MOST_GUESSES

    def error(self, spot: Spot, message: str, *, at_key: bool = False) -> None:
        """Note something that spoils a part of the briefing."""
        if self._has_room(Severity.ERROR):
            self._pending.append(_Pending(spot, Severity.ERROR, message, at_key))

    def warning(self, spot: Spot, message: str, *, at_key: bool = False) -> None:
        """Note something that the author should look at."""
        if self._has_room(Severity.WARNING):
            self._pending.append(_Pending(spot, Severity.WARNING, message, at_key))

    def meant(self, word: str, names: Iterable[str]) -> str:
        """Return the known name that a word seems to stand for, or nothing.

        Only so many guesses are made: a file can hold more wrong names than there is time for.
        """
        if self._guesses_left <= 0:
            return ""
        self._guesses_left -= 1
        return nearest_name(word, names)

    def did_you_mean(self, word: str, names: Iterable[str]) -> str:
        """Return `; did you mean 'x'?`, or nothing when no name is near."""
        near = self.meant(word, names)
        return f"; did you mean '{near}'?" if near else ""

    def add(self, problem: Problem) -> None:
        """Note a problem whose place is known already."""
        if self._has_room(problem.severity):
            self._found.append(problem)

    def _has_room(self, severity: Severity) -> bool:
        """Count a problem; whether it is still to be listed."""
        self._counts[severity] += 1
        return self._counts[severity] <= MOST_PROBLEMS

    @property
    def is_full(self) -> bool:
        """Whether there are more errors than anybody will read."""
        return self._counts[Severity.ERROR] > MOST_PROBLEMS

    def sorted_problems(self, texts: Mapping[str, str]) -> tuple[Problem, ...]:
        """Return every problem once, by file, line and column; `texts` holds the YAML files."""
        documents: dict[str, Any] = {}
        for pending in self._pending:
            spot = pending.spot
            if spot.file not in documents:
                documents[spot.file] = _with_places(texts.get(spot.file))
            document = documents[spot.file]
            line, column = document.place(spot.path, at_key=pending.at_key) if document else (0, 0)
            shown = ".".join(str(step) for step in spot.shown)
            self._found.append(
                Problem(spot.file, line, column, pending.severity, shown, pending.message)
            )
        self._pending.clear()
        for severity, count in self._counts.items():
            if count > MOST_PROBLEMS:
                message = f"{count - MOST_PROBLEMS:,} more of these are not listed"
                self._found.append(Problem("briefing.yaml", 0, 0, severity, "", message))
        return tuple(sorted(set(self._found)))


def _with_places(text: str | None) -> Any:
    if text is None:
        return None
    from briefing_app.loading.strict_yaml import parse_yaml

    return parse_yaml(text, with_places=True)


def name_list(names: Sequence[str]) -> str:
    """Return names as a sentence lists them: `a, b or c`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
