"""The staff pages of years, plans, groups and corrections: plain, kind to mistakes, without a count."""

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import Role
from core.models import AuditEntry
from surveys.releases.disclosure.content import (
    PublishedGroup,
    PublishedGrouping,
    PublishedSheet,
)
from surveys.releases.domain.corrections import NEXT
from surveys.releases.domain.freezing import freeze_window
from surveys.releases.domain.shown import NOT_SHOWN
from surveys.releases.models import CharacteristicPlan, Programme, Release, ReleaseNote, Window
from tests.factories.accounts import UserFactory
from tests.factories.releases import AFTER_FREEZE, frozen_release, quarter_window, row, table

pytestmark = pytest.mark.django_db
LIST = "/work/releases/"


@pytest.fixture
def worker(client):
    person = UserFactory(roles=[Role.PARTICIPATION_WORKER])
    client.force_login(person)
    return person


def page(client, address, **options):
    return client.get(address, **options).content.decode()


def test_a_year_is_made_with_its_month_and_the_month_is_asked_once(client, worker):
    assert "The reporting year starts in" in page(client, LIST)
    client.post(reverse("work_year_new"), {"day": "2026-05-01", "starts": 1})
    assert Window.objects.get().opens_at.astimezone(timezone.get_default_timezone()).month == 1
    assert "The reporting year starts in" not in page(client, LIST)
    client.post(reverse("work_year_new"), {"day": "2027-05-01", "starts": 4})
    assert Programme.objects.get(slug="yearly").year_starts == 1


@pytest.mark.parametrize("sent", [{}, {"day": "soon"}, {"day": "2026-05-01", "starts": 2}, {"day": "2026-05-01"}])
def test_a_mistake_in_a_year_is_explained_and_nothing_is_made(client, worker, sent):
    assert client.post(reverse("work_year_new"), sent).status_code == 422
    assert not Window.objects.exists()


def test_the_plan_is_saved_and_shown_and_later_stays(client, worker, answers):
    address = reverse("work_year_plan", args=[2026])
    names = ("age_band", "gender", "ethnic_group", "send_need", "where_i_live")
    plan = dict.fromkeys(names, "year") | {"gender": "quarter"}
    assert client.post(address, plan).status_code == 302
    assert CharacteristicPlan.objects.get(characteristic="gender").cadence == "quarter"
    assert client.post(address, {**plan, "gender": "daily"}).status_code == 422
    freeze_window(quarter_window(2026, 2), now=AFTER_FREEZE)
    assert "its plan stays as it is" in page(client, address)
    said = client.post(address, {**plan, "gender": "year"}, follow=True).content.decode()
    assert "stays as it is" in said
    assert CharacteristicPlan.objects.get(characteristic="gender").cadence == "quarter"


@pytest.mark.parametrize("year", [0, 1999, 2101, 99999999999])
def test_a_year_outside_reason_is_not_found(client, worker, year):
    assert client.get(f"/work/releases/years/{year}/").status_code == 404


def grouped_release():
    """Gender can be told for one question of two; where they live for none."""
    groups = (PublishedGroup("Girls and young women", 20), PublishedGroup("All others", 10))
    tables = (
        table("listened"),
        table("understood"),
        *(_table_of(group.label, group.n_shown) for group in groups),
    )
    groupings = (PublishedGrouping("gender", groups), PublishedGrouping("where_i_live"))
    return frozen_release(sheets=[PublishedSheet("after", "shown", 30, tables, groupings)])


def _table_of(group, n_shown):
    from dataclasses import replace

    return replace(table("listened", n_shown=n_shown), characteristic="gender", group=group)


def test_groups_are_links_and_one_mark_stands_for_every_gap(client, worker):
    release = grouped_release()
    assert "Group by group" in page(client, reverse("work_release", args=[release.pk]))
    gender = page(client, reverse("work_release_by", args=[release.pk, "gender"]))
    assert "Girls and young women" in gender
    assert gender.count(NOT_SHOWN) == 1, "the other question could not be told by gender"
    assert NOT_SHOWN in page(client, reverse("work_release_by", args=[release.pk, "where_i_live"]))
    assert NOT_SHOWN in page(client, reverse("work_release_by", args=[release.pk, "care_status"]))
    assert client.get(f"/work/releases/{release.pk}/by/home/").status_code == 404


@pytest.mark.parametrize("queries", [1, 3])
def test_groups_take_the_same_queries_whatever_they_hold(client, worker, queries, django_assert_max_num_queries):
    groups = tuple(PublishedGroup(f"Group {number}", 10) for number in range(queries))
    tables = (table(), *(_table_of(group.label, 10) for group in groups))
    sheets = [PublishedSheet("after", "shown", 30, tables, (PublishedGrouping("gender", groups),))]
    address = reverse("work_release_by", args=[frozen_release(sheets=sheets).pk, "gender"])
    with django_assert_max_num_queries(10):
        client.get(address)


def test_a_small_correction_stands_beside_the_summary_in_words(client, worker, answers):
    answers.rows = [row(Q27a="yes") for _ in range(24)]
    release = freeze_window(quarter_window(2025, 4), now=timezone.now())
    address = reverse("work_release_correct", args=[release.pk])
    assert "If fewer have" in page(client, address)
    assert client.post(address, {"reason": "3 were wrong"}).status_code == 422
    assert client.post(address, {"reason": ""}).status_code == 422
    del answers.rows[:3]
    said = client.post(address, {"reason": "Some answers were on the wrong form"}, follow=True).content.decode()
    assert "Some answers were on the wrong form." in said
    assert NEXT in said
    assert ReleaseNote.objects.get().written_by == worker
    assert Release.objects.count() == 1


def test_a_big_correction_leads_to_the_new_summary_and_the_old_one_says_so(client, worker, answers):
    answers.rows = [row(Q27a="yes") for _ in range(40)]
    release = freeze_window(quarter_window(2025, 4), now=timezone.now())
    address = reverse("work_release_correct", args=[release.pk])
    del answers.rows[:12]
    said = client.post(address, {"reason": "A form was sent twice"}, follow=True).content.decode()
    new = Release.objects.get(supersedes=release)
    assert f"Summary {new.ref}" in said
    assert f"Open {new.ref}" in page(client, reverse("work_release", args=[release.pk]))
    again = client.post(address, {"reason": "A stale page, sent again"}, follow=True)
    assert again.redirect_chain[0][0] == reverse("work_release", args=[new.pk])
    assert Release.objects.count() == 2


def test_p27_whoever_meets_a_changed_release_has_it_reported(client, worker):
    window = quarter_window()
    release = Release(window=window, ref="x", frozen_at=window.due_at, content={}, signature="0" * 64)
    release.save(force_insert=True)
    for name, args in (("work_release", []), ("work_release_by", ["gender"])):
        assert client.get(reverse(name, args=[release.pk, *args])).status_code == 409
    assert AuditEntry.objects.filter(action="release.tampered", subject_id=str(release.pk)).count() == 2
