"""Quotes: what stands where, propose one, check another's, take one out."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.access import allow
from core.plain_words import shown_safely
from surveys.responses.models import Answer
from surveys.themes.domain import quoting
from surveys.themes.domain.coding import find_text
from surveys.themes.domain.gathering import responses_in
from surveys.themes.domain.quoting import ChangedMeanwhile, Check, NotQuotable, SamePerson
from surveys.themes.domain.screening import pieces, screen
from surveys.themes.domain.walls import NotForYou, asked, open_words
from surveys.themes.forms import CheckForm, ProposeForm, WithdrawForm
from surveys.themes.models import QuoteCandidate, ThemeSet
from surveys.themes.permissions import can_write_reports
from surveys.themes.registry import CodingWindow
from surveys.themes.views.finding import TO_MEND, address_of, of_window, person, with_themes

NOT_QUOTABLE = "These words can not be quoted: there is no yes for them, somebody is worried, or police look into it."
ON_A_PAGE = 100


@allow(can_write_reports)
@require_safe
@of_window
@with_themes
def work_quotes(request: HttpRequest, window: CodingWindow, themes: ThemeSet) -> HttpResponse:
    """Where each stands. Its words are on a page of their own, so that opening them is on record."""
    mine = [quote for quote in _quotes(window) if str(person(request).pk) in quote.answer.response.writers_named][
        :ON_A_PAGE
    ]
    rows = [{"quote": quote, "own": quote.proposed_by_id == person(request).pk} for quote in mine]
    return render(request, "pages/themes/work_quotes.html", {"window": window, "rows": rows})


@allow(can_write_reports)
@require_http_methods(["GET", "HEAD", "POST"])
@of_window
@with_themes
def work_quote_new(request: HttpRequest, window: CodingWindow, themes: ThemeSet) -> HttpResponse:
    if request.method == "POST":
        return _propose(request, window, themes)
    asked_for = request.GET.get("skip", "0")
    skip = int(asked_for) if asked_for.isdecimal() and len(asked_for) < 6 else 0
    answer = quoting.next_quotable(window, by=person(request), skip=skip)
    return _new_page(request, window, answer, skip=skip)


@allow(can_write_reports)
@require_http_methods(["GET", "HEAD", "POST"])
@of_window
@with_themes
def work_quote(request: HttpRequest, window: CodingWindow, themes: ThemeSet, quote_id: UUID) -> HttpResponse:
    quote = _quote(window, quote_id)
    if request.method != "POST":
        return _quote_page(request, window, quote, CheckForm())
    form = CheckForm(request.POST)
    if not form.is_valid():
        return _quote_page(request, window, quote, form, status=TO_MEND)
    data = form.cleaned_data
    found = Check(data["verdict"] == CheckForm.PASS, data["no_harm"], data["child_said"], data["reason"])
    try:
        quoting.check(quote, found, by=person(request), now=timezone.now())
    except NotForYou:
        raise Http404 from None
    except SamePerson:
        messages.error(request, "You proposed this one. Somebody else checks it.")
    except NotQuotable:
        messages.error(request, NOT_QUOTABLE)
    except ChangedMeanwhile:
        messages.info(request, "Somebody else was a moment faster. Nothing was changed.")
    else:
        messages.success(request, "It can be printed." if found.passes else "It goes back, with your reason.")
    return redirect("work_quotes", **address_of(window))


@allow(can_write_reports)
@require_POST
@of_window
@with_themes
def work_quote_out(request: HttpRequest, window: CodingWindow, themes: ThemeSet, quote_id: UUID) -> HttpResponse:
    """Out, until the freeze, by anybody who writes reports: taking out needs no second person."""
    quote = _quote(window, quote_id)
    form = WithdrawForm(request.POST)
    if not form.is_valid():
        return _quote_page(request, window, quote, CheckForm(), out=form, status=TO_MEND)
    quoting.withdraw(quote, why=form.cleaned_data["why"], by=person(request), now=timezone.now())
    messages.success(request, "It is out, and will not be printed.")
    return redirect("work_quotes", **address_of(window))


def _quotes(window: CodingWindow) -> list[QuoteCandidate]:
    found = QuoteCandidate.objects.filter(answer__response__in=responses_in(window))
    return list(found.select_related("answer__response__version"))


def _quote(window: CodingWindow, quote_id: UUID) -> QuoteCandidate:
    found = QuoteCandidate.objects.filter(answer__response__in=responses_in(window))
    return get_object_or_404(
        found.select_related("answer__response__version", "answer__response__ticket", "answer__words"), pk=quote_id
    )


def _propose(request: HttpRequest, window: CodingWindow, themes: ThemeSet) -> HttpResponse:
    form = ProposeForm(request.POST)
    answer = _answer(themes, request.POST.get("answer", ""))
    if answer is None:
        messages.info(request, "That text is not here any more.")
        return redirect("work_quote_new", **address_of(window))
    if not form.is_valid():
        return _new_page(request, window, answer, form=form, status=TO_MEND)
    try:
        quoting.propose(answer, wording=form.cleaned_data["wording"], by=person(request), now=timezone.now())
    except NotForYou:
        raise Http404 from None
    except NotQuotable:
        messages.error(request, NOT_QUOTABLE)
    except ChangedMeanwhile:
        messages.info(request, "Somebody else has proposed from this text a moment ago.")
    else:
        messages.success(request, "Proposed. Somebody else checks it now.")
    return redirect("work_quotes", **address_of(window))


def _answer(themes: ThemeSet, answer_id: str) -> Answer | None:
    try:
        return find_text(themes, UUID(answer_id), now=timezone.now())
    except ValueError:
        return None


def _new_page(
    request: HttpRequest,
    window: CodingWindow,
    answer: Answer | None,
    *,
    form: ProposeForm | None = None,
    skip: int = 0,
    status: int = 200,
) -> HttpResponse:
    context: dict[str, object] = {"window": window, "next": skip + 1}
    if answer is not None:
        words = _opened(request, answer)
        flags = screen(words)
        context |= {
            "question": asked(answer),
            "words": pieces(words, flags),
            "marked": bool(flags),
            "form": form or ProposeForm(initial={"answer": answer.pk, "wording": words[: quoting.LONGEST]}),
        }
    return render(request, "pages/themes/work_quote_new.html", context, status=status)


def _quote_page(
    request: HttpRequest,
    window: CodingWindow,
    quote: QuoteCandidate,
    form: CheckForm,
    *,
    out: WithdrawForm | None = None,
    status: int = 200,
) -> HttpResponse:
    words = _opened(request, quote.answer)
    wording = shown_safely(quote.wording.open())
    flags = screen(wording)
    context = {
        "window": window,
        "quote": quote,
        "own": quote.proposed_by_id == person(request).pk,
        "question": asked(quote.answer),
        "words": words,
        "wording": pieces(wording, flags),
        "reasons": sorted({flag.reason for flag in flags}),
        "reason": shown_safely(quote.reason.open()),
        "form": form,
        "out": out or WithdrawForm(auto_id="out_%s"),
    }
    return render(request, "pages/themes/work_quote.html", context, status=status)


def _opened(request: HttpRequest, answer: Answer) -> str:
    try:
        return shown_safely(open_words(answer, by=person(request), why="quotes", now=timezone.now()))
    except NotForYou:
        raise Http404 from None
