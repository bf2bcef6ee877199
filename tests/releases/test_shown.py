"""What templates show: published numbers, words worked out from them, and nothing else (P19)."""

import pytest

from surveys.releases.disclosure.content import PublishedSheet
from surveys.releases.domain.sharing import releases_for, share, stop_sharing
from surveys.releases.domain.shown import NOT_YET, shown_sheets, shown_tables
from surveys.releases.models import ReleaseShare
from tests.factories.accounts import UserFactory
from tests.factories.releases import AFTER_FREEZE, frozen_release, quarter_window, table

pytestmark = pytest.mark.django_db


def content_of(*counts, quarter=3, n_shown=50):
    sheet = PublishedSheet("after", "shown", n_shown, (table(n_shown=n_shown, counts=counts),))
    return frozen_release(quarter_window(2026, quarter), sheets=[sheet]).verified()


def test_a_table_has_its_numbers_words_and_sentence():
    shown = shown_tables(content_of(30, 10, 5, 5))[0]
    assert next(tuple(option) for option in shown.options) == ("Yes", 30, "about 6 in 10")
    assert shown.sentence == "About 6 in 10 said “Yes”."
    assert shown.n_shown == 50
    assert shown.described == "Yes 30, A bit 10, No 5, Did not say 5"


def test_p19_below_twenty_a_share_is_a_word():
    shown = shown_tables(content_of(10, 5, 0, 0, n_shown=15))[0]
    assert [option.share for option in shown.options] == ["most", "some", "hardly any", "hardly any"]


@pytest.mark.parametrize(
    ("sheet", "words"),
    [
        (PublishedSheet("after", "not_enough", None), NOT_YET),
        (PublishedSheet("after", "total_only", 10), "10 or more young people answered."),
        (PublishedSheet("after", "shown", 45), "45 young people or a few more answered."),
    ],
)
def test_the_total_is_said_in_words(sheet, words):
    assert shown_sheets(frozen_release(sheets=[sheet]).verified())[0].words == words


def test_a_trend_needs_two_clear_steps():
    first, second, third = (
        content_of(10, 0, 0, 40, quarter=1),
        content_of(20, 0, 0, 30, quarter=2),
        content_of(30, 0, 0, 20),
    )
    one_step = shown_tables(second, earlier=[first])[0].trend
    assert one_step.words == "no clear change"
    two_steps = shown_tables(third, earlier=[first, second])[0].trend
    assert two_steps.words == "getting better"
    assert [point.ref for point in two_steps.points] == ["2026-Q1", "2026-Q2", "2026-Q3"]


def test_a_release_without_figures_is_a_gap_in_the_line():
    first = content_of(10, 0, 0, 40, quarter=1)
    gap = frozen_release(quarter_window(2026, 2), sheets=[PublishedSheet("after", "not_enough", None)]).verified()
    trend = shown_tables(content_of(30, 0, 0, 20), earlier=[first, gap])[0].trend
    assert trend.words == "no clear change"
    assert trend.points[1].words == "not enough answers"


def test_a_release_is_seen_by_those_it_was_shared_with_newest_first():
    old, new = frozen_release(quarter_window(2026, 2)), frozen_release()
    worker = UserFactory()
    for release in (old, new, new):
        share(release, "subgroup:vyp", by=worker, now=AFTER_FREEZE)
    assert releases_for("subgroup:vyp") == [new, old]
    assert releases_for("champions") == []
    assert ReleaseShare.objects.count() == 2
    stop_sharing(new, "subgroup:vyp", by=worker, now=AFTER_FREEZE)
    assert releases_for("subgroup:vyp") == [old]


def test_a_corrected_release_takes_the_place_of_the_first():
    first = frozen_release()
    share(first, "champions", by=None, now=AFTER_FREEZE)
    correction = frozen_release(first.window, supersedes=first)
    share(correction, "champions", by=None, now=AFTER_FREEZE)
    assert releases_for("champions") == [correction]


def test_a_release_is_shared_with_groups_not_with_people():
    with pytest.raises(ValueError, match="subgroup or with champions"):
        share(frozen_release(), "someone@example.org", by=None, now=AFTER_FREEZE)
