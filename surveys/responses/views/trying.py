"""Try it yourself: the draft's real screens, for whoever writes questions. Stores nothing, not even in the session."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.utils import translation
from django.views.decorators.http import require_http_methods

from accounts.access import allow
from core.age_bands import AgeBand, ReadingLevel
from core.languages import LANGUAGES
from surveys.questionnaires.domain.looking import draft_for
from surveys.questionnaires.enums import FormKind
from surveys.questionnaires.models import Questionnaire
from surveys.questionnaires.permissions import can_edit_questions
from surveys.questionnaires.schema import Schema
from surveys.questionnaires.schema_checks import NotASchema
from surveys.questionnaires.shown import shown_question
from surveys.responses.domain.answers import DECLINED
from surveys.responses.domain.drafts import state_of
from surveys.responses.domain.screens import Screen
from surveys.responses.domain.trying import Trying, read, written
from surveys.responses.enums import FilledBy
from surveys.responses.forms import Posted, Review, all_parts, merged, read_screen, skipped
from surveys.responses.frame import Frame
from surveys.responses.views.check import check_row

START, CHECK, SENT = "start", "check", "sent"
TO_MEND = 422
LEVELS = {"easier": ReadingLevel.EASY_READ.value, "usual": ReadingLevel.STANDARD.value}
TOGETHER = {"together": True, "one_by_one": False}
ELSEWHERE = {
    "draw": "Here a young person draws on the screen.",
    "aloud": "Here a young person records a voice note.",
    "who": "Here a young person sees by name who reads it, and can say “not them”.",
    "stop": "Here a young person chooses: save it for later, send what is done, or delete it.",
    "save": "Here what was written is kept locked, and the card opens it again.",
    "language": "Here a young person chooses a language. Use “Choose again” above to try one.",
    "with": "Here a young person says who is helping them.",
    "talk": "Here a young person asks to talk to someone.",
    "take_part": "Here a young person says how they want to take part.",
    "advocate": "Here a young person asks for an advocate.",
    "my_card": "Here a young person says that somebody else has their card.",
}
OTHERWISE = "Here a young person goes to a page of its own."


@dataclass(frozen=True)
class Tried:
    """One draft, tried as somebody."""

    draft: Questionnaire
    trying: Trying
    schema: Schema

    @cached_property
    def screens(self) -> tuple[Screen, ...]:
        return self.trying.screens(self.schema)

    def after(self, trying: Trying) -> "Tried":
        return Tried(self.draft, trying, self.schema)


@allow(can_edit_questions)
@require_http_methods(["GET", "HEAD", "POST"])
def try_questions(request: HttpRequest, pk: int) -> HttpResponse:
    draft: Questionnaire = get_object_or_404(Questionnaire, pk=pk).get_latest_revision_as_object()
    if request.method != "POST" or "choose" in request.POST:
        return _choose(request, draft)
    trying = _as_whom(draft, request.POST)
    try:
        tried = _tried(draft, trying, request.POST)
    except NotASchema as problem:
        return _choose(request, draft, trying, problem=str(problem))
    return _step(request, tried)


def _as_whom(draft: Questionnaire, post: QueryDict) -> Trying:
    """What the page says; whatever it cannot say stands as the questionnaire has it."""
    band, level, language = (post.get(name, "") for name in ("band", "level", "language"))
    return Trying(
        band=band if band in AgeBand.values else draft.band or AgeBand.B12_15.value,
        level=level if level in ReadingLevel.values else draft.level,
        language=language if language in LANGUAGES else "en",
        together=post.get("together") == "yes",
    )


def _tried(draft: Questionnaire, trying: Trying, post: QueryDict) -> Tried:
    go = post.get("go", "")
    trying = replace(trying, level=LEVELS.get(go, trying.level), together=TOGETHER.get(go, trying.together))
    schema = draft_for(draft, band=trying.band, level=trying.level, language=trying.language)
    return Tried(draft, replace(trying, given=read(post.getlist("kept"), schema)), schema)


def _step(request: HttpRequest, tried: Tried) -> HttpResponse:
    post = request.POST
    go = "draw" if "draw" in post else "aloud" if "aloud" in post else post.get("go", "")
    at = post.get("at", START)
    if "begin" in post:
        return _start(request, tried)
    if "send" in post:
        return _page(request, tried, SENT, told="This is what a young person reads after Send. Nothing was sent.")
    if "to" in post:
        return _go_to(request, tried, post["to"])
    if at == START and not go:
        return _go_to(request, tried, "1")
    if go in LEVELS or go in TOGETHER:
        return _go_to(request, tried, "1")
    if at.isdigit() and 1 <= _number(at) <= len(tried.screens):
        return _answer(request, tried, _number(at), go)
    if go == CHECK:
        return _go_to(request, tried, CHECK)
    return _go_to(request, tried, at, told=_told(go))


def _told(go: str) -> str:
    if go.startswith("read-"):
        return "Here the page gets easier to read: bigger, calmer, in another colour. While you try it out it stays."
    return ELSEWHERE.get(go, OTHERWISE) + " While you try it out, nothing happens." if go else ""


def _answer(request: HttpRequest, tried: Tried, number: int, go: str) -> HttpResponse:
    """As on the young person's page; then the words are dropped and only "there were some" travels on."""
    post, screen = request.POST, tried.screens[number - 1]
    if "take_out" in post:
        gone = [part.id for question in screen if question.id == post["take_out"] for part in question.parts]
        return _question(request, tried.after(tried.trying.without(gone)), number)
    if "order" in post:
        return _question(request, tried, number, first=post["order"])
    posted = read_screen(screen, post, may_hide=tried.draft.named)
    if posted.errors and not post.keys() & {"skip", "declined"}:
        return _question(request, tried, number, posted=posted, status=TO_MEND)
    if "declined" in post:
        given = all_parts(screen, DECLINED)
    elif "skip" in post:
        given = skipped(screen, tried.trying.given)
    else:
        given = merged(posted.given, tried.trying.given, hide=posted.hidden)
    after = tried.after(tried.trying.with_given(given))
    if go == CHECK:
        return _go_to(request, after, CHECK)
    if go:
        return _question(request, after, number, told=_told(go))
    return _go_to(request, after, str(number + 1))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0


def _go_to(request: HttpRequest, tried: Tried, to: str, *, told: str = "") -> HttpResponse:
    number = _number(to)
    if to == START or not tried.screens:
        return _start(request, tried, told=told)
    if number and number <= len(tried.screens):
        return _question(request, tried, number, told=told)
    return _check(request, tried, told=told)


def _choose(
    request: HttpRequest, draft: Questionnaire, trying: Trying | None = None, *, problem: str = ""
) -> HttpResponse:
    context = {
        "draft": draft,
        "trying": trying or _as_whom(draft, QueryDict()),
        "problem": problem,
        "bands": AgeBand.choices,
        "levels": ReadingLevel.choices,
        "languages": LANGUAGES.values(),
    }
    return render(request, "pages/questionnaires/try_choose.html", context)


def _frame(tried: Tried, at: str) -> Frame | None:
    """The controls of every page behind a card. They come back to this address; after sending there are none to try."""
    if at == SENT:
        return None
    return Frame(
        tried.draft.form,
        begun=True,
        named=tried.draft.named,
        has_meeting=tried.draft.form != FormKind.CONSULTATION,
        is_easy=tried.trying.level == ReadingLevel.EASY_READ,
        together=tried.trying.together,
        asks=True,
    )


def _start(request: HttpRequest, tried: Tried, *, told: str = "") -> HttpResponse:
    return _page(request, tried, START, told=told)


def _question(
    request: HttpRequest,
    tried: Tried,
    number: int,
    *,
    posted: Posted | None = None,
    first: str = "",
    told: str = "",
    status: int = 200,
) -> HttpResponse:
    posted = posted or Posted()
    screen = tried.screens[number - 1]
    questions = [
        shown_question(
            question,
            state=state_of(question, tried.trying.given),
            first=first,
            typed=posted.typed,
            errors=posted.errors,
        )
        for question in screen
    ]
    context: dict[str, Any] = {
        "questions": questions,
        "only": questions[0] if len(questions) == 1 else None,
        "has_text": any(each["has_text"] for each in questions),
        "number": number,
        "back_to": number - 1 or START,
        "errors": posted.errors,
        "may_hide": tried.draft.named,
        "may_make": tried.draft.named,
        "may_speak": tried.draft.named,
    }
    return _page(request, tried, str(number), told=told, status=status, **context)


def _check(request: HttpRequest, tried: Tried, *, told: str = "") -> HttpResponse:
    rows: list[dict[str, Any]] = []
    for page, screen in enumerate(tried.screens, start=1):
        for question in screen:
            rows.append(check_row(len(rows) + 1, page, question, tried.trying.given, Review()))
    context: dict[str, Any] = {"rows": rows, "review": Review(), "who_filled": FilledBy.choices, "may_ask_alone": True}
    return _page(request, tried, CHECK, told=told, **context)


def _page(
    request: HttpRequest, tried: Tried, at: str, *, told: str = "", status: int = 200, **context: Any
) -> HttpResponse:
    trying, draft = tried.trying, tried.draft
    name = at if at in (START, CHECK, SENT) else "question"
    whole = {
        "draft": draft,
        "trying": trying,
        "trying_band": AgeBand(trying.band).label,
        "trying_level": ReadingLevel(trying.level).label,
        "trying_language": LANGUAGES[trying.language].own_name,
        "kept": written(trying.given),
        "at": at,
        "told": told,
        "total": len(tried.screens),
        "named": draft.named,
        "band": trying.band,
        "both_read": True,
        "readers": [],
        "card": _frame(tried, at),
        **context,
    }
    with translation.override(trying.language):
        return render(request, f"pages/questionnaires/try_{name}.html", whole, status=status)
