"""Every page by every role, with people who would see it if the rule failed."""

import pytest
from django.urls import reverse

from accounts.models import Role
from participation.meetings.domain.outcomes import write_line
from participation.meetings.domain.visits import ask_for_visit
from participation.meetings.enums import VisitReason
from participation.meetings.urls import urlpatterns
from tests.factories.accounts import UserFactory
from tests.factories.meetings import MONDAY, with_card
from tests.meetings.pages import at, staff

pytestmark = pytest.mark.django_db

WORKER_ONLY = ["safe_to_tell", "card", "new_code", "change_word", "told_news", "took_part", "advocate_asked"]
BOTH = ["outcome_editor", "outcome_told"]
OF_MEETING = ["invite_person", "move_meeting", "cancel_meeting"]
POSTED = {"new_code", "change_word", "told_news", "took_part", "advocate_asked", "outcome_told"}


@pytest.fixture(autouse=True)
def _clock(monday, reader):
    return None


def asked(client, name, address):
    return (client.post(address) if name in POSTED else client.get(address)).status_code


def people_of(a):
    """The worker, the chair, and everybody who is somebody elsewhere."""
    other = with_card(worker=UserFactory(roles=[Role.MEETING_WORKER]), chair=UserFactory(roles=[Role.CHAIR]))
    people = {
        "my worker": a.worker,
        "my chair": a.chair,
        "other worker": other.worker,
        "other chair": other.chair,
    }
    return people | {role: UserFactory(roles=[role]) for role in Role.values} | {"nobody": UserFactory()}


def test_worker_pages_are_the_workers_alone():
    a = with_card()
    for who, person in people_of(a).items():
        for name in WORKER_ONLY:
            status = asked(staff(person), name, at(name, a))
            assert (status != 404) == (who == "my worker"), (who, name)
        for name in OF_MEETING:
            status = asked(staff(person), name, reverse(name, args=[a.meeting.pk]))
            assert (status != 404) == (who == "my worker"), (who, name)


def test_the_meeting_and_the_reply_are_for_worker_and_chair():
    a = with_card()
    for who, person in people_of(a).items():
        statuses = [asked(staff(person), name, at(name, a)) for name in BOTH]
        statuses.append(staff(person).get(reverse("work_meeting", args=[a.meeting.pk])).status_code)
        assert all((status != 404) == (who in ("my worker", "my chair")) for status in statuses), who


def test_the_list_is_for_people_who_have_meetings():
    a = with_card()
    for who, person in people_of(a).items():
        may = person.has_role(Role.MEETING_WORKER, Role.PARTICIPATION_WORKER, Role.CHAIR, Role.SAFEGUARDING_LEAD)
        assert (staff(person).get(reverse("work_meetings")).status_code == 200) == may, who
        may_book = person.has_role(Role.MEETING_WORKER, Role.PARTICIPATION_WORKER)
        assert (staff(person).get(reverse("book_meeting")).status_code == 200) == may_book, who


def test_a_list_shows_only_ones_own_meetings():
    a = with_card(nickname="Aurelia")
    b = with_card(nickname="Bartholomew")
    page = staff(a.worker).get(reverse("work_meetings")).content.decode()
    assert "Aurelia" in page
    assert "Bartholomew" not in page
    assert b.meeting.pk != a.meeting.pk


def staff_addresses(a):
    line = write_line(a.fresh(), kind="why", text="x", by=a.worker, now=MONDAY)
    task = ask_for_visit(a.fresh(), reason=VisitReason.OTHER_HAS_CARD, now=MONDAY)
    known = {
        "meeting_id": a.meeting.pk,
        "invitation_id": a.invitation.pk,
        "line_id": line.pk,
        "task_id": task.pk,
    }
    for pattern in urlpatterns:
        if str(pattern.pattern).startswith("work/"):
            needed = {name: known[name] for name in pattern.pattern.converters}
            yield pattern.name, reverse(pattern.name, kwargs=needed)


def test_without_signing_in_every_staff_page_leads_to_the_sign_in(client):
    a = with_card()
    for name, address in staff_addresses(a):
        for answer in (client.get(address), client.post(address)):
            assert answer.status_code in (302, 405), name
            assert answer.status_code == 405 or "/accounts/login/" in answer["Location"], name


def test_every_view_says_who_may_see_it():
    for pattern in urlpatterns:
        assert getattr(pattern.callback, "access_rule", None), pattern.name


def test_a_card_opens_no_staff_page_and_a_sign_in_opens_no_childs_page(client):
    a = with_card()
    signed_in = staff(a.worker)
    for pattern in urlpatterns:
        if str(pattern.pattern).startswith("me/"):
            assert signed_in.get(reverse(pattern.name)).status_code == 302
            assert client.get(reverse(pattern.name)).status_code == 302


def test_invitations_cannot_be_reached_through_another_meeting():
    a, b = with_card(), with_card()
    for name in WORKER_ONLY + BOTH:
        mixed = reverse(name, args=[b.meeting.pk, a.invitation.pk])
        assert asked(staff(b.worker), name, mixed) == 404, name
