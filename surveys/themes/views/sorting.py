"""One text at a time, without a name, for people who write reports. The only place besides quotes that opens words."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from accounts.access import allow
from core.plain_words import shown_safely
from surveys.responses.models import Answer
from surveys.themes import registry
from surveys.themes.domain.coding import (
    Changed,
    Frozen,
    code_text,
    find_text,
    looks_at,
    next_difference,
    next_text,
    undo_last,
)
from surveys.themes.domain.walls import NotForYou, asked, may_open, open_words
from surveys.themes.forms import SortForm, WorryForm
from surveys.themes.models import ThemeSet
from surveys.themes.permissions import can_write_reports
from surveys.themes.registry import CodingWindow
from surveys.themes.views.finding import TO_MEND, address_of, of_window, person, with_themes

LAST = "themes_last"  # in the session: the text this person sorted last, so that it can be taken back


@allow(can_write_reports)
@require_http_methods(["GET", "HEAD", "POST"])
@of_window
@with_themes
def work_theme_sort(request: HttpRequest, window: CodingWindow, themes: ThemeSet) -> HttpResponse:
    if request.method == "POST":
        return _take(request, window, themes, page="work_theme_sort")
    answer = next_text(themes, by=person(request), now=timezone.now())
    return _page(request, window, themes, answer)


@allow(can_write_reports)
@require_http_methods(["GET", "HEAD", "POST"])
@of_window
@with_themes
def work_theme_settle(request: HttpRequest, window: CodingWindow, themes: ThemeSet) -> HttpResponse:
    """Two people differ: a third looks, or one of the two looks again."""
    if request.method == "POST":
        return _take(request, window, themes, page="work_theme_settle")
    answer = next_difference(themes, by=person(request), now=timezone.now())
    return _page(request, window, themes, answer, settle=True)


@allow(can_write_reports)
@require_POST
@of_window
@with_themes
def work_theme_undo(request: HttpRequest, window: CodingWindow, themes: ThemeSet) -> HttpResponse:
    last = request.session.pop(LAST, "")
    answer = _text(themes, last)
    if answer is not None and undo_last(themes, answer, by=person(request), now=timezone.now()):
        messages.success(request, "Taken back. It comes round again.")
    else:
        messages.info(request, "There is nothing to take back.")
    return redirect("work_theme_sort", **address_of(window))


@allow(can_write_reports)
@require_POST
@of_window
@with_themes
def work_theme_worried(request: HttpRequest, window: CodingWindow, themes: ThemeSet) -> HttpResponse:
    """Somebody may get hurt: to the safeguarding lead at once. The text is held, and never quoted meanwhile."""
    form = WorryForm(request.POST)
    answer = _text(themes, request.POST.get("answer", ""))
    if answer is None:
        messages.info(request, "That text is not here any more. Please talk to the safeguarding lead.")
        return redirect("work_theme_sort", **address_of(window))
    if not may_open(person(request), answer):
        raise Http404
    if not form.is_valid():
        return _page(request, window, themes, answer, worry=form, status=TO_MEND)
    about, once = form.cleaned_data["about"], form.cleaned_data["once"]
    registry.tell_worry(answer.response, by=person(request), about=about, once=once, now=timezone.now())
    messages.success(
        request, "The safeguarding lead has been told. Please also talk to them: a person, not only a page."
    )
    return redirect("work_theme_sort", **address_of(window))


def _take(request: HttpRequest, window: CodingWindow, themes: ThemeSet, *, page: str) -> HttpResponse:
    form, now = SortForm(request.POST, themes=themes), timezone.now()
    answer = _text(themes, request.POST.get("answer", ""))
    if answer is None:
        messages.info(request, "That text is not here any more. Here is the next one.")
        return redirect(page, **address_of(window))
    if not form.is_valid():
        return _page(request, window, themes, answer, form=form, settle=page.endswith("settle"), status=TO_MEND)
    try:
        data = form.cleaned_data
        code_text(themes, answer, chosen=data["chosen"], edition=data["edition"], by=person(request), now=now)
    except NotForYou:
        raise Http404 from None
    except (Changed, Frozen):
        messages.info(request, "Somebody else changed this a moment ago, so nothing was saved. Here is the next one.")
        return redirect(page, **address_of(window))
    request.session[LAST] = str(answer.pk)
    return redirect(page, **address_of(window))


def _text(themes: ThemeSet, answer_id: str) -> Answer | None:
    try:
        return find_text(themes, UUID(answer_id), now=timezone.now())
    except ValueError:
        return None


def _page(
    request: HttpRequest,
    window: CodingWindow,
    themes: ThemeSet,
    answer: Answer | None,
    *,
    form: SortForm | None = None,
    worry: WorryForm | None = None,
    settle: bool = False,
    status: int = 200,
) -> HttpResponse:
    context = {"window": window, "themes": themes, "settle": settle, "can_undo": bool(request.session.get(LAST))}
    if answer is not None:
        try:
            words = open_words(answer, by=person(request), why="themes", now=timezone.now())
        except NotForYou:
            raise Http404 from None
        fixed = {"answer": answer.pk, "edition": themes.edition}
        context |= {
            "question": asked(answer),
            "words": shown_safely(words),
            "form": form or SortForm(initial=fixed, themes=themes),
            "worry": worry or WorryForm(initial={"answer": answer.pk, "once": uuid4().hex}, auto_id="worry_%s"),
            "seen": _seen(themes, answer) if settle else [],
        }
    return render(request, "pages/themes/work_theme_sort.html", context, status=status)


def _seen(themes: ThemeSet, answer: Answer) -> list[list[str]]:
    """What the people before ticked, by name of theme; never by name of person."""
    names = {str(theme.pk): theme.name for theme in themes.themes.all()}
    return [[names[one] for one in look.themes if one in names] for look in looks_at(themes, answer)]
