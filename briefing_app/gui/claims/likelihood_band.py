"""A likelihood as a picture: the stretch of 0 to 100 per cent that its band takes (ICD 203)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.gui.kit.painted_label import scaled

if TYPE_CHECKING:
    from briefing_app.gui.kit.pen import Pen
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.claim import Likelihood

_WIDTH_PX, _TALL_PX = 120, 8
_LEAST_PX = 4  # the narrowest bands are 4 per cent wide


def band_width(theme: Theme) -> int:
    """Return how wide in px a band's scale is."""
    return scaled(theme, _WIDTH_PX)


def draw_band(pen: Pen, likelihood: Likelihood, x: float, middle: float) -> None:
    """Draw the scale from x on with its middle at a height: the band filled, a tick at 50 %."""
    theme = pen.theme
    width, tall = band_width(theme), scaled(theme, _TALL_PX)
    top = middle - tall / 2
    ground, edge = theme.colour("win"), theme.colour("edge")
    pen.fill(x, top, width, tall, ground, radius=tall / 2, frame=edge)
    pen.rule(x + width / 2, top - 2, 1, edge, tall + 4)
    low, high = likelihood.band_percent
    left = x + width * low / 100
    reach = max(width * (high - low) / 100, _LEAST_PX)
    pen.fill(left, top, reach, tall, theme.colour("judged"), radius=min(3.0, reach / 2))
