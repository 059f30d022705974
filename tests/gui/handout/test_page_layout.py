"""Where pages stand, and how large they are shown."""

from __future__ import annotations

import pytest

from briefing_app.gui.handout.page_layout import GAP_PX, MARGIN_PX, Fit, PageLayout, next_step

A4, ACROSS = (595.0, 842.0), (842.0, 595.0)


def laid_out(sizes, columns=1, *, scale=0.75, width=900, fitted=False, mirrored=False):
    layout = PageLayout(sizes, columns)
    layout.lay_out(scale, width, fitted=fitted, mirrored=mirrored)
    return layout


@pytest.mark.parametrize(
    ("sizes", "columns", "rows"),
    [
        ([A4] * 3, 1, [[0], [1], [2]]),
        ([A4] * 3, 2, [[0, 1], [2]]),
        ([A4, A4, A4, ACROSS, A4, A4], 2, [[0, 1], [2], [3], [4, 5]]),
        ([ACROSS, ACROSS], 2, [[0], [1]]),
        ([], 2, []),
    ],
)
def test_a_page_that_lies_across_has_a_row_of_its_own(sizes, columns, rows) -> None:
    assert [list(row) for row in PageLayout(sizes, columns).rows] == rows


def test_no_two_pages_touch_and_all_lie_in_the_whole() -> None:
    layout = laid_out([A4, A4, ACROSS, A4, A4], 2, width=1300)
    for number, box in enumerate(layout.boxes):
        assert box.left() >= MARGIN_PX
        assert box.right() < layout.width - MARGIN_PX + 1
        assert box.bottom() < layout.height - MARGIN_PX + 1
        for other in layout.boxes[number + 1 :]:
            assert not box.adjusted(0, 0, GAP_PX - 1, GAP_PX - 1).intersects(other)


def test_mirrored_the_second_page_stands_at_the_left() -> None:
    plain, mirrored = laid_out([A4] * 2, 2), laid_out([A4] * 2, 2, mirrored=True)
    assert plain.boxes[0].x() < plain.boxes[1].x()
    assert mirrored.boxes[0].x() > mirrored.boxes[1].x()


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("fit", [Fit.WIDTH, Fit.PAGE])
def test_fitted_pages_fill_the_view_and_never_more(columns, fit) -> None:
    layout = PageLayout([A4] * 5 + [ACROSS], columns)
    layout.lay_out(layout.scale_for(fit, 1000, 800), 1000, fitted=True, mirrored=False)
    assert layout.width == 1000
    row = layout.boxes[:columns]
    across = row[-1].right() - row[0].left() + 1
    high = row[0].height()
    if fit is Fit.WIDTH:
        assert across == pytest.approx(1000 - 2 * MARGIN_PX, abs=2)
    else:
        assert across <= 1000 - 2 * MARGIN_PX + 2
        assert high <= 800 - 2 * MARGIN_PX + 2
        assert across >= 958 or high >= 758


def test_places_lead_there_and_back() -> None:
    layout = laid_out([A4, A4, ACROSS, A4], 1)
    for page in range(4):
        y = layout.to_pixels(page, 100.0)
        assert layout.page_at(y) == page
        assert layout.to_points(page, y) == pytest.approx(100.0, abs=1)
        assert page in layout.pages_between(y, y + 10)
    assert list(layout.pages_between(0, layout.height)) == [0, 1, 2, 3]
    assert layout.beside(1, 1) == 2
    assert layout.beside(3, 1) == 3
    assert layout.beside(0, -1) == 0


def test_nothing_is_no_fault() -> None:
    layout = laid_out([])
    assert layout.page_at(10) == -1
    assert list(layout.pages_between(0, 100)) == []
    assert layout.scale_for(Fit.WIDTH, 500, 500) == 1.0


@pytest.mark.parametrize(
    ("scale", "step", "expected"),
    [(1.0, 1, 1.1), (1.0, -1, 0.9), (0.93, 1, 1.0), (6.0, 1, 6.0), (0.2, -1, 0.2)],
)
def test_zoom_goes_by_steps(scale, step, expected) -> None:
    assert next_step(scale, step) == expected
