"""The living style page: every piece of the look on one page, as the site draws it today."""

from types import SimpleNamespace

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.access import allow, signed_in
from core.languages import LANGUAGES
from core.pictures import PICTURES, SIGNS
from home.forms import SampleForm
from surveys.releases.domain.shown import ShownOption, ShownTable
from surveys.releases.domain.trends import NOT_ENOUGH_WORDS, ShownTrend, TrendPoint
from surveys.responses.frame import Frame
from surveys.responses.registry import WhoReads

TOKENS = ("paper", "card", "ink", "ink-soft", "go", "sun", "coral", "mint", "sky", "lilac", "rose", "danger")
FACES = ("great", "ok", "mixed", "not-good", "bad", "dont-know", "skip")
TREND = ShownTrend(
    "no clear change",
    (
        TrendPoint("2026-Q1", 15, 40, "15 of 40", "15"),
        TrendPoint("2026-Q2", None, None, NOT_ENOUGH_WORDS),
        TrendPoint("2026-Q3", 10, 45, "10 of 45", "10"),
    ),
    "Yes",
)
TABLE = ShownTable(
    "listened",
    "People listened to me",
    45,
    (
        ShownOption("Yes", 10, "about 2 in 10", "10"),
        ShownOption("A bit", 25, "more than half", "25"),
        ShownOption("No", 5, "hardly any", "5"),
        ShownOption("Did not say", 5, "hardly any", "5"),
    ),
    "About 2 in 10 said yes.",
    TREND,
)
STEPS = [
    SimpleNamespace(title="Before", text="Tell us what you want people to know.", done=True),
    SimpleNamespace(title="On the day", text="Come, send words, or ask someone to speak for you."),
    SimpleNamespace(title="After", text="We tell you what was decided."),
]
CARD = Frame("before", begun=True, away=True, has_meeting=True, helper="a worker")
READERS = [WhoReads("Sam", "your worker"), WhoReads("Jo", "runs the meeting")]


@allow(signed_in)
@require_safe
def style(request: HttpRequest) -> HttpResponse:
    form = SampleForm(data={"email": "not an address"})
    context = {
        "tokens": TOKENS,
        "faces": FACES,
        "pictures": PICTURES,
        "icons": SIGNS,
        "table": TABLE,
        "steps": STEPS,
        "languages": [LANGUAGES[code] for code in ("en", "ar", "ti", "cy")],
        "readers": READERS,
        "sample": CARD,
        "form": form,
        "numbers": range(11),
        "page": Paginator(range(60), 20).get_page(2),
    }
    return render(request, "pages/home/style.html", context)
