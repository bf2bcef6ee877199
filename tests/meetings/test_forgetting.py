"""Names, places and replies go 90 days after the meeting, never before the words are in the record."""

import datetime as dt

import pytest

from participation.meetings.domain.forgetting import forget_old_meetings
from participation.meetings.domain.outcomes import write_line
from participation.meetings.models import Invitation, Meeting, OutcomeLine, Participant
from surveys.responses.domain.retention import forget_old_words, record_copied
from surveys.responses.models import Ticket
from tests.factories.meetings import MEETING_AT, MONDAY, with_card

pytestmark = pytest.mark.django_db
LATE = MEETING_AT + dt.timedelta(days=92)


def test_a_meeting_without_answers_goes_after_90_days_and_not_before():
    a = with_card()
    write_line(a.fresh(), kind="why", text="x", by=a.worker, now=MONDAY)
    assert forget_old_meetings(now=MEETING_AT + dt.timedelta(days=90)) == 0
    assert forget_old_meetings(now=LATE, dry_run=True) == 1
    assert Invitation.objects.count() == 1
    assert forget_old_meetings(now=LATE) == 1
    for model in (Invitation, Meeting, Participant, OutcomeLine):
        assert not model.objects.exists()
    assert Ticket.objects.count() == 1


def test_nothing_goes_while_words_are_not_yet_in_the_record(reader):
    a = with_card()
    response = a.sends(wants="x")
    assert forget_old_meetings(now=LATE) == 0
    record_copied(response, by=a.worker, now=LATE)
    forget_old_words(now=LATE)
    assert forget_old_meetings(now=LATE) == 1


def test_a_young_person_with_a_later_meeting_is_still_known():
    a = with_card()
    later = with_card(worker=a.worker, chair=a.chair, starts_at=LATE)
    later.invitation.participant = a.invitation.participant
    later.invitation.save()
    forget_old_meetings(now=LATE)
    assert Invitation.objects.get().pk == later.invitation.pk
    assert Participant.objects.filter(pk=a.invitation.participant.pk).exists()
