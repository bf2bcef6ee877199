"""From answers sent with a card to a frozen release, through the real door."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import Role
from surveys.releases.domain.freezing import NotEnough, freeze_window
from surveys.releases.domain.progress import refresh_progress
from surveys.releases.models import Contribution, Progress, Release
from surveys.responses.domain.sending import SendingChoices
from surveys.responses.models import Response
from tests.factories.accounts import UserFactory
from tests.factories.questionnaires import published
from tests.factories.releases import AFTER_FREEZE, quarter_window
from tests.factories.responses import issued, sent, ticks
from tests.releases.test_pages import stable

pytestmark = pytest.mark.django_db
LONDON = timezone.get_default_timezone()
IN_SEPTEMBER = dt.datetime(2026, 9, 10, 12, tzinfo=LONDON)
FIVE = ("Q27a", "Q27b", "Q27c", "Q27d", "Q27e")


@pytest.fixture
def version():
    return published(form="after", asked=FIVE, length="", now=IN_SEPTEMBER)


def answer(version, said="yes", *, now=IN_SEPTEMBER, respondent_key=None, **choices) -> Response:
    card = issued(version=version, now=now, respondent_key=respondent_key)
    return sent(
        card.ticket,
        answers={"Q27d": ticks(said)},
        choices=SendingChoices(**choices),
        now=now,
        key=card.ticket.pk.hex,
    )


def listened(release):
    table = release.verified().sheet("after").table("listened")
    return {cell.option: cell.count for cell in table.cells}


def test_answers_become_a_release(version):
    for said in ["yes"] * 15 + ["no"] * 8:
        answer(version, said)
    release = freeze_window(quarter_window(), now=AFTER_FREEZE)
    sheet = release.verified().sheet("after")
    assert sheet.n_shown == 20
    assert [table.measure for table in sheet.tables][:5] == [
        "understood",
        "had_a_say",
        "had_control",
        "listened",
        "agreed",
    ]
    shown = listened(release)
    assert shown["yes"] == 15
    assert shown["no"] in {5, 10}
    assert shown["a-bit"] == 0


def test_not_counted_taken_back_and_late_answers_are_left_out(version):
    for _ in range(9):
        answer(version)
    answer(version, ok_to_count=False)
    back = answer(version)
    Response.objects.filter(pk=back.pk).update(take_back_asked_at=IN_SEPTEMBER)
    late = answer(version, now=dt.datetime(2026, 10, 1, tzinfo=LONDON))
    window = quarter_window()
    assert freeze_window(window, now=AFTER_FREEZE) == NotEnough(window.pk)
    next_window = quarter_window(2026, 4)
    release = freeze_window(next_window, now=next_window.due_at)
    used = set(release.contributions.values_list("response_id", flat=True))
    assert late.pk in used
    assert back.pk not in used
    assert len(used) == 10


def test_of_a_childs_two_meetings_in_a_window_the_later_answer_counts(version):
    for number in range(20):
        answer(version, "no", respondent_key=f"{number:032x}")
        answer(version, "yes", respondent_key=f"{number:032x}", now=IN_SEPTEMBER + dt.timedelta(days=3))
    release = freeze_window(quarter_window(), now=AFTER_FREEZE)
    assert release.verified().sheet("after").n_shown == 20
    assert listened(release) == {"yes": 20, "a-bit": 0, "no": 0, "unsaid": 0}
    assert Contribution.objects.count() == 40


def test_p05_sending_taking_back_and_erasing_after_the_freeze_change_no_byte(version, client):
    responses = [answer(version) for _ in range(24)]
    window = quarter_window()
    release = freeze_window(window, now=AFTER_FREEZE)
    client.force_login(UserFactory(roles=[Role.DATA_PROTECTION_OFFICER]))
    address = reverse("work_release", args=[release.pk])
    client.get(address)
    before = stable(client.get(address))
    answer(version, "no")
    assert stable(client.get(address)) == before
    Response.objects.filter(pk=responses[0].pk).update(take_back_asked_at=AFTER_FREEZE)
    assert stable(client.get(address)) == before
    Response.objects.filter(pk=responses[1].pk).delete()
    assert stable(client.get(address)) == before
    assert freeze_window(window, now=AFTER_FREEZE + dt.timedelta(days=1)).pk == release.pk
    assert stable(client.get(address)) == before
    assert Release.objects.count() == 1


def test_a_release_is_opened_without_any_key_to_words_and_without_reading_answers(
    version, client, django_assert_max_num_queries
):
    for _ in range(22):
        answer(version)
    release = freeze_window(quarter_window(), now=AFTER_FREEZE)
    client.force_login(UserFactory(roles=[Role.DATA_PROTECTION_OFFICER]))
    with django_assert_max_num_queries(14) as queries:
        client.get(reverse("work_release", args=[release.pk]))
    assert not [query for query in queries.captured_queries if "responses_" in query["sql"]]


def test_p06_the_weekly_band_counts_real_answers(version):
    window = quarter_window()
    for _ in range(10):
        answer(version)
    refresh_progress(now=IN_SEPTEMBER + dt.timedelta(hours=1))
    assert Progress.objects.get(window=window, form="after").band == "from_10"
