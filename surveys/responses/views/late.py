"""A page left open too long still gives up its words: they are sealed away, then the code is asked for
(D21).
"""

import datetime as dt
import functools
from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from core.languages import LANGUAGES
from surveys.responses.access import late_sitting
from surveys.responses.domain.drafts import find_draft, given_to, keep_draft_answers
from surveys.responses.domain.languages import own_language
from surveys.responses.domain.opening import is_in_time, ticket_form
from surveys.responses.domain.screens import screens_of
from surveys.responses.domain.sittings import is_live
from surveys.responses.forms import merged, page_mark, read_screen
from surveys.responses.models import Sitting
from surveys.responses.views.asking import questions_for


def keeps_late_words(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Nothing is shown and nobody is let in: after this the view sends the child to the front door."""

    @functools.wraps(view)
    def guarded(request: HttpRequest, form: str, number: int) -> HttpResponseBase:
        if request.method == "POST":
            now = timezone.now()
            put_down_late(request, form, number, now=now)
        return view(request, form=form, number=number)

    return guarded


def put_down_late(request: HttpRequest, form: str, number: int, *, now: dt.datetime) -> bool:
    """Whether there was a visit that had just run out, and a page of a form to put down."""
    sitting = late_sitting(request, now)
    return sitting is not None and not is_live(sitting, now=now) and _put_down(request, sitting, form, number, now)


def _put_down(request: HttpRequest, sitting: Sitting, form: str, number: int, now: dt.datetime) -> bool:
    draft = find_draft(sitting.ticket, form=form)
    opened = ticket_form(sitting.ticket, form)
    if draft is None or opened is None or not is_in_time(opened, now=now):
        return False
    screens = screens_of(questions_for(draft, sitting.ticket), together=draft.together)
    if not 1 <= number <= len(screens):
        return False
    screen = screens[number - 1]
    said = request.POST.get("in", "")
    language = said if said in LANGUAGES else own_language(sitting.ticket)
    posted = read_screen(screen, request.POST, may_hide=not sitting.was_helped, language=language)
    kept = merged(posted.given, given_to(draft, screen, page=page_mark(request.POST)), hide=posted.hidden)
    keep_draft_answers(draft, kept, position=number, now=now)
    return True
