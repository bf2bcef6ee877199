"""A dot never leaves its drawing, and no line runs through a gap or a new wording."""

from hypothesis import given
from hypothesis import strategies as st

from home.dots import BASE, TOP, dots_of
from surveys.releases.domain.trends import TrendPoint


def point(count: int | None, n_shown: int | None = 25, **more: object) -> TrendPoint:
    return TrendPoint("2026-Q3", count, n_shown if count is not None else None, "words", str(count), **more)


POINTS = st.lists(
    st.one_of(st.just(point(None)), st.integers(0, 20).map(lambda step: point(5 * step, 100))), min_size=1, max_size=8
)


@given(POINTS)
def test_dots_and_bands_stay_inside_and_gaps_are_gaps(points: list[TrendPoint]) -> None:
    for told, dot in zip(points, dots_of(points), strict=True):
        assert 0 < dot.x < 100
        assert dot.is_gap == (told.count is None)
        if not dot.is_gap:
            assert TOP <= dot.band_top <= dot.y <= dot.band_bottom <= BASE


def test_a_line_runs_between_neighbours_only() -> None:
    made = dots_of([point(5), point(10), point(None), point(15), point(20, is_new_question=True), point(20)])
    assert [dot.line_from is not None for dot in made] == [False, True, False, False, False, True]
    assert [dot.new_question_at is not None for dot in made] == [False, False, False, False, True, False]


def test_a_bound_is_drawn_as_one() -> None:
    assert dots_of([TrendPoint("2026-Q3", 45, 50, "more than 45 of 50", "more than 45")])[0].how_many == ">45"
