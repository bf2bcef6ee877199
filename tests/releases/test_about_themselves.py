"""The standing five by gender, though the after form never asks: from answers to a frozen year."""

import datetime as dt

import pytest
from django.utils import timezone

from surveys.releases.domain import freezing, making, publishing
from surveys.releases.domain.freezing import freeze_window
from surveys.releases.domain.years import make_year_window, yearly_programme
from surveys.releases.models import Contribution, Release
from surveys.responses.domain import counting
from surveys.responses.models import Response
from tests.factories.questionnaires import published
from tests.factories.releases import AFTER_FREEZE, quarter_window
from tests.factories.responses import issued, sent, ticks
from tests.responses.conftest import nobody_hooked_in  # noqa: F401 - nobody has to be on the rota here

pytestmark = pytest.mark.django_db
SAID_AT = dt.datetime(2026, 2, 10, 12, tzinfo=timezone.get_default_timezone())  # in the year before
HELD_AT = SAID_AT + dt.timedelta(days=180)
BEFORE = ("Q09", "Q11", "Q16", "Q17", "Q18", "Q19", "Q28", "equality")
FIVE = ("Q27a", "Q27b", "Q27c", "Q27d", "Q27e")
GENDERS = ("girl-woman", "boy-man")
CHILDREN = 40


@pytest.fixture
def children() -> list[Response]:
    """Forty, half of them girls: who they are stands on the before form alone. Gives the before forms back."""
    forms = [
        published(form="before", length="long", asked=BEFORE, now=SAID_AT),
        published(form="after", length="", asked=FIVE, now=SAID_AT),
    ]
    said = []
    for number in range(CHILDREN):
        who = {"E-gender": ticks(GENDERS[number % 2])}
        how = {part: ticks(("yes", "no", "a-bit")[(number // 2 + place) % 3]) for place, part in enumerate(FIVE)}
        for version, answers, at in zip(forms, (who, how), (SAID_AT, HELD_AT), strict=True):
            ticket = issued(version=version, now=at, respondent_key=f"{number + 1:032x}").ticket
            said.append(sent(ticket, answers=answers, now=at, key=ticket.pk.hex))
    return said[::2]


def the_year(of: dt.datetime = HELD_AT) -> Release:
    """The window of a year that has no quarters to wait for: what matters here is who stands in which group."""
    window = make_year_window(yearly_programme(), first=of.date())
    return freeze_window(window, now=window.due_at + dt.timedelta(hours=1))


def groups_by_gender(release: Release) -> list[str]:
    sheet = release.verified().sheet("after")
    assert sheet is not None
    grouping = next(each for each in sheet.groupings if each.characteristic == "gender")
    return [group.label for group in grouping.groups]


def test_the_five_are_told_by_what_children_said_on_the_before_form(children):
    release = the_year()
    assert len(groups_by_gender(release)) == 2
    told = {(table.measure, table.characteristic) for table in release.verified().sheet("after").tables}
    assert {name for _, name in told} == {"gender"}, "the only one that two groups could be made of"
    stood = Contribution.objects.filter(release=release, form="after", characteristic="gender", counted=True)
    assert sorted(stood.values_list("group", flat=True)) == [0] * 20 + [1] * 20


def test_without_it_nobody_could_be_told_apart(children, monkeypatch):
    """The control: a door that looks at the after form alone."""
    monkeypatch.setattr(counting, "_said_last", lambda *asked: {})
    assert groups_by_gender(the_year()) == []


@pytest.fixture
def taken_back_while_we_count(children, monkeypatch):
    """Twenty-nine take their before form back after counting and before publishing. Gives what was made, in turn.

    Those forms were counted a year ago: nothing else in this year would notice.
    """
    the_year(SAID_AT)
    make, made = freezing.make, []

    def and_then_taken_back(task, *, secret):
        made.append(make(task, secret=secret))
        gone = [response.pk for response in children[: CHILDREN - 11]]
        Response.objects.filter(pk__in=gone).update(take_back_asked_at=HELD_AT)
        return made[-1]

    monkeypatch.setattr(freezing, "make", and_then_taken_back)
    return made


def test_a_before_form_taken_back_while_we_count_is_not_used(taken_back_while_we_count):
    release = the_year()
    assert len(taken_back_while_we_count) == 2, "the count begins again without them"
    stood = Contribution.objects.filter(release=release, form="after", characteristic="gender", counted=True)
    assert groups_by_gender(release) == []
    assert set(stood.values_list("group", flat=True)) == {None}


def test_without_looking_again_it_would_be_used(taken_back_while_we_count, monkeypatch):
    """The control: a freeze that only looks at the after forms again."""
    for room in (making, publishing):
        monkeypatch.setattr(room, "told_about_themselves", lambda window: b"")
    assert len(groups_by_gender(the_year())) == 2
    assert len(taken_back_while_we_count) == 1


def test_p05_a_before_form_taken_back_after_the_freeze_moves_nothing(children):
    release = freeze_window(quarter_window(), now=AFTER_FREEZE)
    content, stood = release.verified(), list(Contribution.objects.order_by("pk").values())
    Response.objects.filter(pk__in=[each.pk for each in children]).update(take_back_asked_at=AFTER_FREEZE)
    assert Release.objects.get().verified() == content
    assert list(Contribution.objects.order_by("pk").values()) == stood
