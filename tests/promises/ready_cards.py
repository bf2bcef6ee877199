"""Cards whose questions are open now: `python -m tests.promises.ready_cards 20` prints their codes as JSON."""

import datetime as dt
import json
import sys


def ready_cards(count: int, *, band: str = "12-15", children_a_meeting: int = 10) -> list[str]:
    """Codes of meeting cards of a young person each, through the same functions as the web.

    Eight questions. Somebody is on the rota, so that boxes for words are open.
    """
    from django.utils import timezone

    from accounts.models import Role
    from participation.meetings.domain.booking import invite
    from participation.meetings.domain.cards import make_card
    from participation.meetings.domain.starter import load_starter
    from tests.factories import meetings
    from tests.factories.accounts import UserFactory
    from tests.factories.listening import put_on_rota

    now = timezone.now()
    meetings.publish_form("before", band=band)
    load_starter(now=now)
    put_on_rota(UserFactory(roles=[Role.READER]), day=timezone.localdate() - dt.timedelta(days=1), days=5)
    codes = []
    while len(codes) < count:
        a = meetings.booked(starts_at=now + dt.timedelta(days=6), band=band, now=now)
        others = [invite(a.meeting, band=band, now=now) for _ in range(children_a_meeting - 1)]
        invited = [a.invitation, *others]
        for each in invited[: count - len(codes)]:
            meetings.safe(meetings.Booked(a.meeting, each, a.worker, a.chair), now=now)
            codes.append(make_card(each, by=a.worker, card_number=0, now=now).code)
    return codes


def stored_words() -> dict[str, list[str]]:
    """For each card that sent: the words of its response, opened. Proves that what is stored can be read."""
    from surveys.responses.domain.hearing import heard_answers
    from surveys.responses.models import Response

    return {
        str(response.ticket_id): sorted({p.words for q in heard_answers(response) for p in q.parts if p.words})
        for response in Response.objects.all()
    }


if __name__ == "__main__":
    import django

    django.setup()
    told = stored_words() if sys.argv[1] == "stored" else ready_cards(int(sys.argv[1]))
    print(json.dumps(told))  # noqa: T201  told on the standard output
