"""Who was asked, who took part, who was told: exact, for the freeze only, which protects them before anyone sees one.

Counted over cards, because names and invitations go 90 days after a meeting and a quarter may end later (D1, D5). A
young person with two meetings is one young person.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils import timezone

from participation.meetings.enums import News, SafeToTell, TakePart
from participation.meetings.models import Invitation
from surveys.questionnaires.enums import FormKind
from surveys.releases.registry import ExactCount
from surveys.responses.domain.sending import counting_key
from surveys.responses.enums import TicketKind
from surveys.responses.models import Response, Ticket

from .windows import CARD_LIVES

ASKED = "We asked what they think"
SENT = "They sent us something"
TOOK_PART = "They came, or took part another way"
DECLINED = "They said “not this time”"
NO_SAFE_WAY = "There was no safe way to ask yet"
TOLD = "They were told what came of it"
TOLD_ON_TIME = "They were told what came of it by the day we gave"
LONGEST_PROMISE = 28  # days, where no form on the card promised fewer


@dataclass
class _Young:
    """What is true of one young person in a window; several meetings add up."""

    asked: bool = False
    sent: bool = False
    took_part: bool = False
    said_not_now: bool = False
    not_safe_yet: bool = False

    @property
    def declined(self) -> bool:
        return self.asked and self.said_not_now and not self.took_part

    @property
    def no_safe_way(self) -> bool:
        return self.not_safe_yet and not self.asked


def count_asked(opens_at: dt.datetime, closes_at: dt.datetime) -> Iterator[ExactCount]:
    """Who is not in the answers, and why."""
    young = _young_people(opens_at, closes_at).values()
    yield ExactCount("no_safe_way", NO_SAFE_WAY, sum(one.no_safe_way for one in young), len(young))
    yield ExactCount("declined", DECLINED, sum(one.declined for one in young), len(young))


def count_taking_part(opens_at: dt.datetime, closes_at: dt.datetime) -> Iterator[ExactCount]:
    """Out of everyone with a meeting in the window; being told out of those whose day for it was in the window."""
    young = _young_people(opens_at, closes_at).values()
    yield ExactCount("asked", ASKED, sum(one.asked for one in young), len(young))
    yield ExactCount("sent", SENT, sum(one.sent for one in young), len(young))
    yield ExactCount("took_part", TOOK_PART, sum(one.took_part for one in young), len(young))
    told = _told(opens_at, closes_at)
    yield ExactCount("told", TOLD, sum(was_told for was_told, _ in told.values()), len(told))


def count_promises(opens_at: dt.datetime, closes_at: dt.datetime) -> Iterator[ExactCount]:
    told = _told(opens_at, closes_at)
    yield ExactCount("told_on_time", TOLD_ON_TIME, sum(in_time for _, in_time in told.values()), len(told))


def _young_people(opens_at: dt.datetime, closes_at: dt.datetime) -> Mapping[str, _Young]:
    young: dict[str, _Young] = defaultdict(_Young)
    cards = [card for card in _cards() if opens_at <= _meets(card) < closes_at]
    sent = _sent(cards)
    for card in cards:
        one = young[card.respondent_key]
        one.asked = True
        one.sent |= card.pk in sent
        one.took_part |= card.took_part_as not in ("", TakePart.NOT_NOW)
        one.said_not_now |= card.took_part_as == TakePart.NOT_NOW
    _add_what_invitations_know(young, opens_at, closes_at)
    return young


def _add_what_invitations_know(young: dict[str, _Young], opens_at: dt.datetime, closes_at: dt.datetime) -> None:
    """Those without a card, and those who chose "not this time" beforehand."""
    invited = Invitation.objects.filter(meeting__starts_at__gte=opens_at, meeting__starts_at__lt=closes_at)
    rows = invited.exclude(meeting__news=News.CANCELLED).select_related("participant")
    for invitation in rows.iterator():
        one = young[invitation.participant.respondent_key]
        one.said_not_now |= invitation.take_part == [TakePart.NOT_NOW]
        one.not_safe_yet |= invitation.safe_to_tell == SafeToTell.NOT_YET and not invitation.was_given


def _cards() -> Iterator[Ticket]:
    """Named cards of meetings that were not cancelled."""
    cards = Ticket.objects.filter(kind=TicketKind.MEETING).exclude(respondent_key="")
    return (
        cards.exclude(invitation__meeting__news=News.CANCELLED)
        .prefetch_related("forms__questionnaire")
        .iterator(chunk_size=2_000)
    )


def _meets(card: Ticket) -> dt.datetime:
    return card.expires_at - CARD_LIVES


def _sent(cards: list[Ticket]) -> set[object]:
    """By the child's keyed mark: the link to the card may have gone with the words."""
    times: dict[str, list[dt.datetime]] = defaultdict(list)
    since = min((card.created_at for card in cards), default=None)
    if since is None:
        return set()
    before = Response.objects.filter(form=FormKind.BEFORE, take_back_asked_at=None, doubted_at=None, sent_at__gte=since)
    for key, sent_at in before.values_list("counting_key", "sent_at").iterator():
        times[key].append(sent_at)
    return {
        card.pk
        for card in cards
        if any(card.created_at <= at < card.expires_at for at in times[counting_key(card.respondent_key)])
    }


def _told(opens_at: dt.datetime, closes_at: dt.datetime) -> Mapping[str, tuple[bool, bool]]:
    """For each young person whose day fell in the window: told of every meeting by its end, and each in time."""
    found: dict[str, tuple[bool, bool]] = {}
    first, last = timezone.localdate(opens_at), timezone.localdate(closes_at)
    for card in _cards():
        due = timezone.localdate(_meets(card)) + dt.timedelta(days=_promised_days(card))
        if first <= due < last:
            day = card.told_back_on
            told, in_time = found.get(card.respondent_key, (True, True))
            is_told, is_in_time = day is not None and day < last, day is not None and day <= due
            found[card.respondent_key] = (told and is_told, in_time and is_in_time)
    return found


def _promised_days(card: Ticket) -> int:
    """What the form before the meeting said (`influence_due`)."""
    before = [form.questionnaire.influence_due for form in card.forms.all() if form.form == FormKind.BEFORE]
    return min([days for days in before if days is not None], default=LONGEST_PROMISE)
