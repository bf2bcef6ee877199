"""Staff pages of polls: make one, open it and get its code once, close it."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.access import allow
from accounts.models import User
from surveys.polls.domain import running
from surveys.polls.domain.running import NotSo
from surveys.polls.forms import PollForm
from surveys.polls.models import Poll
from surveys.polls.permissions import can_run_polls


@allow(can_run_polls)
@require_http_methods(["GET", "HEAD", "POST"])
def work_polls(request: HttpRequest) -> HttpResponse:
    form = PollForm(request.POST) if request.method == "POST" else PollForm()
    if request.method == "POST" and form.is_valid():
        poll, questions = form.poll()
        try:
            running.make_poll(poll, questions, by=_person(request), now=timezone.now())
        except NotSo as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, "Saved. Look at it once more, then open it.")
            return redirect("work_poll", poll.pk)
    context = {"polls": Poll.objects.all()[:50], "form": form}
    return render(request, "pages/polls/work_polls.html", context, status=422 if form.errors else 200)


@allow(can_run_polls)
@require_safe
def work_poll(request: HttpRequest, poll_id: UUID) -> HttpResponse:
    return _show(request, get_object_or_404(Poll, pk=poll_id))


@allow(can_run_polls)
@require_POST
def work_poll_open(request: HttpRequest, poll_id: UUID) -> HttpResponse:
    """The answer to this one post holds the code; no address shows it again."""
    poll = get_object_or_404(Poll, pk=poll_id)
    try:
        code = running.open_poll(poll, by=_person(request), now=timezone.now())
    except NotSo as reason:
        messages.error(request, str(reason))
        return redirect("work_poll", poll.pk)
    poll.refresh_from_db()
    return _show(request, poll, code=code)


@allow(can_run_polls)
@require_POST
def work_poll_close(request: HttpRequest, poll_id: UUID) -> HttpResponse:
    running.close_poll(get_object_or_404(Poll, pk=poll_id), by=_person(request), now=timezone.now())
    messages.success(request, "Closed. After seven days it becomes a summary, if 10 or more took part.")
    return redirect("work_poll", poll_id)


def _person(request: HttpRequest) -> User:
    """Whom `allow` has let in."""
    return cast(User, request.user)


def _show(request: HttpRequest, poll: Poll, *, code: str = "") -> HttpResponse:
    return render(request, "pages/polls/work_poll.html", {"poll": poll, "code": code})
