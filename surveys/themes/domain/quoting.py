"""From a young person's words to a quote: one proposes, another checks, anybody may take it out (§4.4)."""

import datetime as dt
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from accounts.models import User
from core import audit
from core.plain_words import clean_words
from surveys.responses.models import Answer
from surveys.themes.domain.coding import place_for
from surveys.themes.domain.gathering import texts_in
from surveys.themes.domain.quotes import child_lets_us, never_quotable
from surveys.themes.domain.walls import NotForYou, may_open
from surveys.themes.enums import ChildSaid, Quoting, Withdrawn
from surveys.themes.models import QuoteCandidate
from surveys.themes.models.quotes import LIVE
from surveys.themes.registry import CodingWindow

LONGEST = 200  # characters: a sentence or two
REASON_LONGEST = 500


class NotQuotable(Exception):
    """No yes for this answer, an alert, a police matter, or taken out. The page says so in plain words."""


class SamePerson(Exception):
    """Whoever proposed it does not check it."""


class ChangedMeanwhile(Exception):
    """Somebody else was a moment faster."""


@dataclass(frozen=True)
class Check:
    """What the second person found. `passes` without `no_harm` is not taken."""

    passes: bool
    no_harm: bool = False
    child_said: str = ChildSaid.NOT_SHOWN
    reason: str = ""


def is_quotable(answer: Answer) -> bool:
    return child_lets_us(QuoteCandidate(answer=answer)) and not never_quotable(answer.response)


def next_quotable(window: CodingWindow, *, by: User, skip: int = 0) -> Answer | None:
    """A text this person may propose from; `skip` goes on to others and comes round again at the end."""
    free = texts_in(window).filter(may_quote=True, response__may_use_words=True, response__on_hold=False)
    texts = list(free.exclude(quote_candidates__state__in=[*LIVE, Quoting.WITHDRAWN]))
    texts.sort(key=lambda answer: place_for(answer, by))
    turn = skip % len(texts) if texts else 0
    in_turn = texts[turn:] + texts[:turn]
    return next((answer for answer in in_turn if is_quotable(answer) and may_open(by, answer)), None)


@transaction.atomic
def propose(answer: Answer, *, wording: str, by: User, now: dt.datetime) -> QuoteCandidate:
    """Raises NotForYou, NotQuotable, ChangedMeanwhile, WordsRefused."""
    if not may_open(by, answer):
        raise NotForYou
    words = " ".join(clean_words(wording, max_chars=LONGEST).split())
    if not words or not is_quotable(answer):
        raise NotQuotable
    if QuoteCandidate.objects.filter(answer=answer, state=Quoting.WITHDRAWN).exists():
        raise NotQuotable
    same = words == " ".join(answer.words.text.open().split())
    candidate = QuoteCandidate(answer=answer, wording=words, reworded=not same, proposed_by=by, proposed_at=now)
    try:
        with transaction.atomic():
            candidate.save(force_insert=True)
    except IntegrityError:
        raise ChangedMeanwhile from None
    audit.record("quote.proposed", actor=by, subject=candidate, now=now)
    return candidate


@transaction.atomic
def check(candidate: QuoteCandidate, found: Check, *, by: User, now: dt.datetime) -> QuoteCandidate:
    """The second person passes it or sends it back with a reason.

    Raises NotForYou, SamePerson, NotQuotable, ChangedMeanwhile, WordsRefused.
    """
    candidate = QuoteCandidate.objects.select_for_update().get(pk=candidate.pk)
    answer = Answer.objects.select_related("response__version", "response__ticket").get(pk=candidate.answer_id)
    if not may_open(by, answer):
        raise NotForYou
    if by.pk == candidate.proposed_by_id:
        raise SamePerson
    if candidate.state != Quoting.PROPOSED:
        raise ChangedMeanwhile
    passes = found.passes and found.no_harm and found.child_said != ChildSaid.NO
    if passes and not is_quotable(answer):
        raise NotQuotable
    candidate.state = Quoting.PASSED if passes else Quoting.SENT_BACK
    candidate.checked_by, candidate.checked_at = by, now
    candidate.harm_checked, candidate.child_said = found.no_harm, found.child_said
    candidate.reason = clean_words(found.reason, max_chars=REASON_LONGEST)
    candidate.save()
    audit.record("quote.passed" if passes else "quote.sent_back", actor=by, subject=candidate, now=now)
    return candidate


@transaction.atomic
def withdraw(candidate: QuoteCandidate, *, why: str, by: User, now: dt.datetime) -> QuoteCandidate:
    """Out for good: these words are not proposed again. Twice changes nothing."""
    candidate = QuoteCandidate.objects.select_for_update().get(pk=candidate.pk)
    if candidate.state == Quoting.WITHDRAWN:
        return candidate
    candidate.state, candidate.withdrawn_by, candidate.withdrawn_why = Quoting.WITHDRAWN, by, Withdrawn(why)
    candidate.save()
    audit.record("quote.withdrawn", actor=by, subject=candidate, detail={"why": why}, now=now)
    return candidate
