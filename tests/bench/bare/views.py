from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from tests.bench.bare.forms import PAGES
from tests.bench.bare.models import Submission
from tests.bench.constant import BODY


def constant(request: HttpRequest) -> HttpResponse:
    return HttpResponse(BODY)


def page(request: HttpRequest, number: int, submission_id: UUID | None = None) -> HttpResponse:
    """Each page is stored when it is posted: three durable writes for one who answers."""
    form = PAGES[number - 1](request.POST or None)
    if request.method == "POST" and form.is_valid():
        found = get_object_or_404(Submission, pk=submission_id) if submission_id else Submission()
        found.answers = {**found.answers, **form.cleaned_data}
        found.is_complete = number == len(PAGES)
        found.save()
        if found.is_complete:
            return redirect("saved")
        return redirect("page", number=number + 1, submission_id=found.pk)
    return render(request, "page.html", {"form": form, "number": number})


def saved(request: HttpRequest) -> HttpResponse:
    return render(request, "saved.html")
