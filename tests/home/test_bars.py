from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from home.bars import bars

COUNTS = st.lists(st.integers(min_value=0, max_value=500).map(lambda count: count * 5), min_size=1, max_size=5)


@given(COUNTS)
def test_parts_of_a_bar_never_overlap_and_never_leave_the_bar(counts: list[int]) -> None:
    parts = bars([(str(place), count, "") for place, count in enumerate(counts)])
    assert [part.count for part in parts] == counts
    for before, after in pairwise(parts):
        assert abs(before.x + before.width - after.x) < 0.05
    assert all(0 <= part.x <= 100.05 for part in parts)
    if sum(counts):
        assert abs(sum(part.width for part in parts) - 100) < 0.1


def test_a_bar_of_nobody_has_no_width() -> None:
    assert [part.width for part in bars([("Yes", 0, ""), ("No", 0, "")])] == [0.0, 0.0]


def test_did_not_say_has_its_own_pattern() -> None:
    unsaid = bars([("Yes", 5, ""), ("Did not say", 5, "")])[1]
    assert "unsaid" in unsaid.fill
