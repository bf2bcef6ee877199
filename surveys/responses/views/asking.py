"""What every page of a form needs: which form, which draft, which questions; and the calm ways out when
there is none.
"""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Concatenate, ParamSpec

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from surveys.questionnaires.enums import FormKind
from surveys.questionnaires.schema import Schema
from surveys.responses import registry
from surveys.responses.access import CardRequest, chosen_level
from surveys.responses.domain.drafts import find_draft, ticked_in
from surveys.responses.domain.opening import is_in_time, sent_response, ticket_form
from surveys.responses.domain.screens import Screen, screens_of
from surveys.responses.models import Draft, Ticket, TicketForm
from surveys.responses.views.writing import writing_of

P = ParamSpec("P")
CONFLICT = 409
TALK = "/me/talk/"
WORDS = "words-"  # names of text boxes begin so


@dataclass(frozen=True)
class Asking:
    """A form being answered: its window, its draft, and the questions this young person is asked.

    `offered` has every follow-up in it, `schema` those whose answer was given.
    """

    opened: TicketForm
    draft: Draft
    offered: Schema
    schema: Schema

    @property
    def form(self) -> str:
        return self.opened.form

    @cached_property
    def screens(self) -> tuple[Screen, ...]:
        return screens_of(self.schema, together=self.draft.together)

    @property
    def total(self) -> int:
        return len(self.screens)

    @property
    def number(self) -> int:
        """The page to come back to; a follow-up that is not asked any more may have been the last."""
        return min(self.draft.position, self.total)


def require_form(form: str) -> None:
    if form not in FormKind.values:
        raise Http404


def questions_for(draft: Draft, ticket: Ticket) -> Schema:
    """Less what is not asked at this meeting, and less follow-ups whose answer was not given; in the language of
    this visit, as far as a person has checked its words.
    """
    return _asked(_offered(draft, ticket), draft)


def _offered(draft: Draft, ticket: Ticket) -> Schema:
    out = registry.left_out(ticket)
    schema = draft.version.schema.without(out) if out else draft.version.schema
    return schema.in_language(get_language())


def _asked(offered: Schema, draft: Draft) -> Schema:
    return offered.asked(ticked_in(draft, offered.triggers))


def asking_of(opened: TicketForm, draft: Draft, ticket: Ticket) -> Asking:
    offered = _offered(draft, ticket)
    return Asking(opened, draft, offered, _asked(offered, draft))


def as_it_stands(asking: Asking) -> Asking:
    """The same form after something was kept or chosen: what was ticked may have added or taken a follow-up."""
    return Asking(asking.opened, asking.draft, asking.offered, _asked(asking.offered, asking.draft))


def while_answering(
    view: Callable[Concatenate[CardRequest, Asking, P], HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """Gives the view the form being answered; without a draft it leads to the start, after sending to "we
    have it".
    """

    @functools.wraps(view)
    def guarded(request: CardRequest, form: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        require_form(form)
        opened = ticket_form(request.ticket, form)
        if opened is None:
            raise Http404
        draft = find_draft(request.ticket, form=form)
        if draft is None:
            return _without_draft(request, opened)
        if not is_in_time(opened, now=request.now):
            return closed_page(request, opened)
        request.asking = asking = asking_of(opened, draft, request.ticket)
        return view(request, asking, *args, **kwargs)

    return guarded


def begun_form(request: CardRequest, form: str) -> Asking | None:
    """The form as it stands, for pages that also work before it is begun and after it was sent."""
    opened, draft = ticket_form(request.ticket, form), find_draft(request.ticket, form=form)
    if opened is None or draft is None or not is_in_time(opened, now=request.now):
        return None
    return asking_of(opened, draft, request.ticket)


def _without_draft(request: CardRequest, opened: TicketForm) -> HttpResponse:
    if sent_response(request.ticket, form=opened.form) is None:
        return redirect("say", form=opened.form)
    words = typed_words(request)
    if not words:
        return redirect("say_sent", form=opened.form)
    return render(
        request,
        "pages/responses/say_change.html",
        {**page(request, opened), "words": words, "here": reverse("say_change", kwargs={"form": opened.form})},
        status=CONFLICT,
    )


def closed_page(request: CardRequest, opened: TicketForm) -> HttpResponse:
    """Says so plainly; what was just typed stays on the page."""
    later = opened.opens_at > request.now
    context = {
        **page(request, opened),
        "opens_at": opened.opens_at if later else None,
        "words": (words := typed_words(request)),
        "here": TALK if words else "",  # what is typed there goes along to a person, not to a form that is shut
    }
    return render(
        request,
        "pages/responses/say_closed.html",
        context,
        status=CONFLICT if request.method == "POST" else 200,
    )


def typed_words(request: CardRequest) -> str:
    """Everything typed into boxes of the page that was just posted, so that no answer page loses it."""
    boxes = [str(value).strip() for name, value in request.POST.items() if name.startswith(WORDS)]
    return "\n\n".join(box for box in boxes if box)


def page(request: CardRequest, opened: TicketForm) -> dict[str, Any]:
    """What the shared pieces of all these pages need."""
    ticket = request.ticket
    return {
        "form_kind": opened.form,
        "opened": opened,
        "named": not ticket.is_unnamed,
        "band": ticket.band,
        "is_easy": chosen_level(request) == "easy-read",
        "writing": SimpleLazyObject(lambda: writing_of(request)),  # asked only where there is a box for words
    }
