"""Before the first question: who will see this, and what happens with it."""

from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from surveys.responses import registry
from surveys.responses.access import CardRequest, with_card
from surveys.responses.domain.drafts import find_draft
from surveys.responses.domain.filling_in import begin_form
from surveys.responses.domain.opening import is_in_time, sent_response, ticket_form
from surveys.responses.models import TicketForm
from surveys.responses.views.aids import go_to
from surveys.responses.views.asking import Asking, closed_page, page, questions_for, require_form


@with_card
@require_http_methods(["GET", "HEAD", "POST"])
def say(request: CardRequest, form: str) -> HttpResponseBase:
    require_form(form)
    opened = ticket_form(request.ticket, form)
    if opened is None:
        raise Http404
    if sent_response(request.ticket, form=form):
        return redirect("say_sent", form=form)
    version = opened.questionnaire.current_version()
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
    asking = Asking(opened, draft, questions_for(draft, request.ticket))
    if target := request.POST.get("go"):
        return go_to(request, asking, target, asking.number)
    return redirect("say_question", form=form, number=asking.number)


def _start_page(request: CardRequest, opened: TicketForm, *, begun: bool, total: int) -> HttpResponseBase:
    context = {
        **page(request, opened),
        "readers": registry.who_reads(request.ticket),
        "begun": begun,
        "total": total,
        "is_easy": request.ticket.level == "easy-read",
        "title": opened.questionnaire.title,
    }
    return render(request, "pages/responses/say.html", context)
