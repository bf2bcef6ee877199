"""Change with small numbers: two clear steps or nothing."""

import pytest

from surveys.releases.disclosure.trend import NO_CLEAR_CHANGE, Point, trend_words


def line(*counts: int | None, n: int = 50, version: int = 1) -> list[Point]:
    return [Point(f"r{i}", count, n if count is not None else None, version) for i, count in enumerate(counts)]


def test_two_clear_steps_in_one_direction_are_told():
    assert trend_words(line(10, 20, 30)) == "getting better"
    assert trend_words(line(30, 20, 10)) == "getting harder"


@pytest.mark.parametrize(
    "points",
    [
        line(10, 30),
        line(10, 15, 20),
        line(10, 20, 10),
        line(10, None, 30),
        line(5, 15, 25, n=15),
        [*line(10, 20), Point("r2", 30, 50, version=2)],
    ],
    ids=["one step", "below ten", "there and back", "a gap", "too few", "another wording"],
)
def test_anything_less_is_no_clear_change(points):
    assert trend_words(points) == NO_CLEAR_CHANGE


def test_more_people_answering_is_not_an_improvement():
    points = [Point("a", 10, 20), Point("b", 20, 40), Point("c", 30, 60)]
    assert trend_words(points) == NO_CLEAR_CHANGE
