"""Words of estimation in judged claims, by ICD 203 (2015), section D.6.e."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing_app.model.claim import ClaimType, Likelihood

if TYPE_CHECKING:
    from briefing_app.loading.material import Material
    from briefing_app.loading.problem_list import Spot
    from briefing_app.model.claim import Claim

_ROWS: Final = {
    Likelihood.ALMOST_NO_CHANCE: ("almost no chance", "remote (?:chance|possibility|likelihood)"),
    Likelihood.VERY_UNLIKELY: ("very unlikely", "highly improbable"),
    Likelihood.UNLIKELY: ("unlikely", "improbable"),
    Likelihood.EVEN: ("(?:roughly )?even chance", "roughly even odds"),
    Likelihood.VERY_LIKELY: ("very likely", "highly probabl[ey]"),
    Likelihood.LIKELY: ("likely", "probabl[ey]"),
    Likelihood.ALMOST_CERTAIN: ("almost certain(?:ly)?", "nearly certain(?:ly)?"),
}


def _row(number: int) -> re.Pattern[str]:
    """A pattern with one group for each band, in the order of `_ROWS`."""
    words = "|".join(f"({band[number]})" for band in _ROWS.values())
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


_ROW_1: Final = _row(0)
_ROW_2: Final = _row(1)
_CONFIDENCE: Final = re.compile(r"\b(?:low|moderate|high|some|little|full) confidence\b", re.I)
# "May" with a capital is the month.
_VAGUE: Final = re.compile(
    r"\b(?:may|[Mm]ight|[Cc]ould|[Pp]ossibl[ey]|[Pp]erhaps|[Mm]aybe|[Cc]onceivabl[ey]|"
    r"[Pp]otentially|cannot be (?:ruled out|excluded))\b"
)
_LONGEST: Final = 2000  # characters; what is longer has been reported as too long to read
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
            and len(claim.text) <= _LONGEST
        ]

    def run(self) -> None:
        """Note words that say too little, or two things at once. Quoted words are left alone."""
        first_row = any(claim.likelihood for _, claim, _ in self._judged)
        second: list[tuple[Spot, str]] = []
        for spot, claim, text in self._judged:
            row_1, row_2 = _ROW_1.search(text), _ROW_2.search(text)
            first_row = first_row or row_1 is not None
            if row_2:
                second.append((spot, row_2[0]))
            estimate, confidence = row_1 or row_2, _CONFIDENCE.search(text)
            if estimate:
                self._band(spot, claim, estimate)
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

    def _band(self, spot: Spot, claim: Claim, found: re.Match[str]) -> None:
        said = list(_ROWS)[(found.lastindex or 1) - 1]
        if claim.likelihood is not None and claim.likelihood is not said:
            message = f"the sentence says '{found[0]}', the likelihood is {claim.likelihood.value}"
            self._problems.warning(spot, message)

    def _vague(self, spot: Spot, text: str) -> None:
        found = _VAGUE.search(text)
        if found and not _ATTRIBUTED.search(text):
            message = (
                f"'{found[0]}' says too little in a judgement; say how likely it is, or whose "
                "guess it is"
            )
            self._problems.warning(spot, message)
