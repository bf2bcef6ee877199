"""The demo world is what people's scripts are told it is, and never comes near real children."""

import json
from contextlib import contextmanager

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import Role, User
from participation.champions.models import Champion
from participation.influence.enums import ReplyKind
from participation.influence.models import YouSaid
from participation.meetings.domain.agreed_word import try_word
from participation.meetings.models import Invitation
from participation.subgroups.models import Membership, Part
from surveys.releases.models import Contribution, Release, Window
from surveys.responses.codes import read_code, slow_digest
from surveys.responses.domain.tickets import find_ticket
from surveys.responses.models import Response

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("demo world")]
LIVE = ("8-11", "12-15", "16-17", "18-25", "easy-read", "consultation")
OVER = ("used", "expired", "revoked")
ADDRESSES = {"leaflet", "invite_page", "statement", "queue", "pack", "changed"}


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker, tmp_path_factory):
    file = tmp_path_factory.mktemp("demo") / "demo.json"
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_demo", json=file, verbosity=0)
        yield json.loads(file.read_text())
        transaction.set_rollback(True)


@contextmanager
def assert_no_query():
    with CaptureQueriesContext(connection) as asked:
        try:
            yield
        finally:
            assert len(asked) == 0


def past_quarters():
    return Window.objects.filter(programme__slug="quarterly").exclude(frozen_at=None)


def test_the_file_for_scripts_has_exactly_the_keys_that_were_promised(world):
    assert set(world) == {"codes", "words", "logins", "addresses"}
    assert set(world["codes"]) == {*LIVE, *OVER}
    assert set(world["words"]) <= set(LIVE)
    assert set(world["logins"]) == set(Role.values)
    assert set(world["addresses"]) == ADDRESSES


def test_live_codes_open_the_band_they_are_named_after_and_the_others_open_nothing(world):
    now = timezone.now()
    tickets = {name: find_ticket(code, now=now) for name, code in world["codes"].items()}
    assert {name: ticket.band for name, ticket in tickets.items() if name in LIVE[:4]} == {b: b for b in LIVE[:4]}
    assert tickets["easy-read"].level == "easy-read"
    assert tickets["consultation"].is_unnamed
    assert [tickets[name] for name in OVER] == [None] * 3
    for name, word in world["words"].items():
        assert try_word(Invitation.objects.get(ticket=tickets[name]), word, now=now).is_right


def test_every_login_holds_its_role_and_opens_with_its_password(world):
    for role, login in world["logins"].items():
        user = User.objects.get(email=login["email"])
        assert user.has_role(role)
        assert user.check_password(login["password"])


def test_every_address_opens_for_whom_it_is_meant(world):
    for name, role in (("leaflet", None), ("changed", None), ("statement", "chair"), ("queue", "reader")):
        client = Client()
        if role:
            client.force_login(User.objects.get(email=world["logins"][role]["email"]))
        assert client.get(world["addresses"][name]).status_code == 200, name
    for role in ("subgroup_member", "young_member"):
        client = Client()
        client.force_login(User.objects.get(email=world["logins"][role]["email"]))
        assert client.get(world["addresses"]["pack"]).status_code == 200, role


def test_six_past_quarters_and_an_open_one_with_32_invitations_and_18_to_24_answers_each(world):
    assert past_quarters().count() == 6
    assert Window.objects.filter(programme__slug="quarterly", frozen_at=None).count() == 1
    printed = [slow_digest(read_code(code)) for code in world["codes"].values()]
    for window in past_quarters():
        invited = Invitation.objects.filter(created_at__gte=window.opens_at, created_at__lt=window.closes_at).exclude(
            ticket__code_digest__in=printed
        )
        assert invited.count() == 32
        answered = Response.objects.filter(form="before", ticket__invitation__in=invited).count()
        assert 18 <= answered <= 24


def test_releases_come_out_of_the_freeze_and_hold(world):
    for release in Release.objects.all():
        assert release.verified()
    assert Contribution.objects.filter(release__ref="consultation-100").count() >= 90
    assert Contribution.objects.filter(release__ref="consultation-27").count() >= 20


def test_a_reporting_year_is_told_group_by_group(world):
    content = Release.objects.get(window__programme__slug="yearly").verified()
    assert content.covers
    for form in ("before", "after"):
        groupings = {each.characteristic: each.groups for each in content.sheet(form).groupings}
        assert len(groupings["gender"]) == 2, "asked on the longer set alone, told for both"


def test_214_champions_a_teenager_in_the_group_and_replies_in_each_state_one_overdue(world):
    assert Champion.objects.count() == 214
    assert Membership.objects.filter(subgroup__slug="vyp", part=Part.YOUNG_MEMBER).count() == 1
    published = YouSaid.objects.exclude(published_at=None)
    assert {reply.kind for reply in published} == set(ReplyKind.values)
    assert published.filter(told_on=None, due__lt=timezone.localdate()).count() == 1


def test_a_second_run_builds_nothing_again_and_names_the_same_codes(world, tmp_path, capsys):
    before = Response.objects.count()
    call_command("load_demo", json=tmp_path / "again.json")
    assert "already there" in capsys.readouterr().out
    assert Response.objects.count() == before
    assert json.loads((tmp_path / "again.json").read_text()) == world


@pytest.mark.parametrize("reset", [False, True])
def test_it_refuses_under_production_settings_before_it_touches_anything(settings, reset):
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="never goes into production"), assert_no_query():
        call_command("load_demo", reset=reset)
