"""Before the first question: who will see this, and what happens with it."""

from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from surveys.questionnaires.domain.choosing import find_questionnaire
from surveys.questionnaires.models import QuestionnaireVersion
from surveys.responses import registry
from surveys.responses.access import CardRequest, chosen_level, with_card
from surveys.responses.domain.drafts import find_draft
from surveys.responses.domain.filling_in import begin_form
from surveys.responses.domain.opening import is_in_time, sent_response, ticket_form
from surveys.responses.models import TicketForm
from surveys.responses.views.asking import asking_of, closed_page, page, require_form
from surveys.responses.views.writing import tell_if_shut


@with_card
@require_http_methods(["GET", "HEAD", "POST"])
def say(request: CardRequest, form: str) -> HttpResponseBase:
    require_form(form)
    opened = ticket_form(request.ticket, form)
    if opened is None:
        raise Http404
    if sent_response(request.ticket, form=form):
        return redirect("say_sent", form=form)
    version = _version(request, opened)
    draft = find_draft(request.ticket, form=form)
    if version is None or not is_in_time(opened, now=request.now):
        return closed_page(request, opened)
    if draft is None and registry.why_shut(version, ticket=request.ticket, now=request.now):
        return closed_page(request, opened)
    if request.method != "POST":
        return _start_page(
            request, opened, begun=draft is not None, total=len((draft.version if draft else version).schema)
        )
    draft = draft or begin_form(
        request.ticket, form=form, version=version, helper=request.sitting.helper, now=request.now
    )
    asking = asking_of(opened, draft, request.ticket)
    tell_if_shut(request)
    return redirect("say_question", form=form, number=asking.number)


def _version(request: CardRequest, opened: TicketForm) -> QuestionnaireVersion | None:
    """The card's own questions, or the same ones in the words that were asked for (S6)."""
    own, level = opened.questionnaire, chosen_level(request)
    if level == own.level:
        return own.current_version()
    other = find_questionnaire(opened.form, band=request.ticket.band, level=level, length=own.length)
    version = other.current_version() if other else None
    return version if version is not None and version.named == own.named else own.current_version()


def _start_page(request: CardRequest, opened: TicketForm, *, begun: bool, total: int) -> HttpResponseBase:
    context = {
        **page(request, opened),
        "readers": registry.who_reads(request.ticket),
        "begun": begun,
        "total": total,
        "title": opened.questionnaire.title,
    }
    return render(request, "pages/responses/say.html", context)
