"""Words of estimation in judged claims, by ICD 203 (2015), section D.6.e."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing_app.model.claim import ClaimType

if TYPE_CHECKING:
    from briefing_app.loading.material import Material
    from briefing_app.loading.problem_list import Spot

_ROW_1: Final = re.compile(
    r"\b(?:almost no chance|(?:very )?unlikely|roughly even chance|(?:very )?likely|"
    r"almost certain(?:ly)?)\b",
    re.IGNORECASE,
)
_ROW_2: Final = re.compile(
    r"\b(?:remote (?:chance|possibility|likelihood)|(?:highly )?improbable|roughly even odds|"
    r"(?:highly )?probabl[ey]|nearly certain(?:ly)?)\b",
    re.IGNORECASE,
)
_CONFIDENCE: Final = re.compile(r"\b(?:low|moderate|high|some|little|full) confidence\b", re.I)
# "May" with a capital is the month.
_VAGUE: Final = re.compile(
    r"\b(?:may|[Mm]ight|[Cc]ould|[Pp]ossibl[ey]|[Pp]erhaps|[Mm]aybe|[Cc]onceivabl[ey]|"
    r"[Pp]otentially|cannot be (?:ruled out|excluded))\b"
)
_QUOTED: Final = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’(?!\w)")
# A hedge is the speaker's own where the sentence says whose it is.
_ATTRIBUTED: Final = re.compile(
    r"\b(?:guess(?:es|ed)?|according to|in (?:his|her|its|their) view|"
    r"(?:author|article|report|analyst|government|paper|study|officials?)(?:[’']s|s)?\s+(?:\w+\s+)?"
    r"(?:view|judg|hold|held|think|thought|believ|suggest|suspect|argu|say|said|sees?\b|fear|warn|"
    r"expect|explain|read|assum|estimat|reckon|allow|conced|find|found))",
    re.IGNORECASE,
)


class WordingCheck:
    """Checks the sentences of assessments and forecasts."""

    def __init__(self, material: Material) -> None:
        self._problems = material.problems
        self._judged = [
            (spot.at("text"), claim, _QUOTED.sub(lambda m: " " * len(m[0]), claim.text))
            for spot, claim in material.claims
            if claim.type in (ClaimType.ASSESSMENT, ClaimType.FORECAST)
        ]

    def run(self) -> None:
        """Note words that say too little, or two things at once. Quoted words are left alone."""
        first_row = any(claim.likelihood for _, claim, _ in self._judged)
        second: list[tuple[Spot, str]] = []
        for spot, _, text in self._judged:
            row_1, row_2 = _ROW_1.search(text), _ROW_2.search(text)
            first_row = first_row or row_1 is not None
            if row_2:
                second.append((spot, row_2[0]))
            estimate, confidence = row_1 or row_2, _CONFIDENCE.search(text)
            if estimate and confidence:
                message = (
                    f"'{estimate[0]}' and '{confidence[0]}' in one sentence; how likely it is and "
                    "how sure you are belong apart"
                )
                self._problems.warning(spot, message)
            self._vague(spot, text)
        if first_row:
            for spot, word in second:
                message = (
                    f"'{word}' belongs to the second row of ICD 203's words; this briefing uses "
                    "the first (likely, unlikely …) too"
                )
                self._problems.warning(spot, message)

    def _vague(self, spot: Spot, text: str) -> None:
        found = _VAGUE.search(text)
        if found and not _ATTRIBUTED.search(text):
            message = (
                f"'{found[0]}' says too little in a judgement; say how likely it is, or whose "
                "guess it is"
            )
            self._problems.warning(spot, message)
