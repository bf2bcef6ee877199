"""What every page behind a card carries: the same controls, wherever the young person is (domain.md §1.3, S24)."""

from dataclasses import dataclass
from typing import Any

from django.db import DatabaseError
from django.http import HttpRequest
from django.utils.translation import gettext as _

from surveys.questionnaires.enums import FormKind
from surveys.responses.access import chosen_level
from surveys.responses.domain.drafts import find_draft, latest_draft
from surveys.responses.models import Draft, Response, Sitting, Ticket

EASY = "easy-read"
MORE = "more"
PICTURES = {
    "who": "who-sees",
    "stop": "stop",
    "save": "save",
    "usual": "reading",
    "easier": "reading",
    "one_by_one": "questions",
    "together": "questions",
    "language": "language",
    "with": "sits-by-me",
    "talk": "talk",
    "take_part": "take-part",
    "advocate": "advocate",
    "check": "take-back",
    "my_card": "card",
}
"""A control → its picture, all on one sheet: static/img/controls.svg, drawn by `manage.py draw_controls`."""


@dataclass(frozen=True)
class Frame:
    """`form`: the form the controls are about. `begun`: it is started and not sent. `asks`: the page is one of its
    questions, and takes the controls itself. `away`: it is begun, and this page is neither a question nor the check.
    `pressed`: the control of the ease-of-reading bar that led back here; "More" is open at it.
    """

    form: str
    begun: bool = False
    sent: bool = False
    named: bool = True
    has_meeting: bool = False
    is_easy: bool = False
    together: bool = False
    asks: bool = False
    away: bool = False
    helper: str = ""
    pressed: str = ""

    @property
    def controls(self) -> list[tuple[str, str, str]]:
        """What each button sends, its words, and the picture beside them in Easy Read. Stop needs something begun."""
        there = {
            "who": (_("Who will see this"), True),
            "stop": (_("Stop"), self.begun),
            "save": (_("Save and come back"), self.begun),
            "usual": (_("Usual words"), self.is_easy),
            "easier": (_("Easier words"), not self.is_easy),
            "one_by_one": (_("One question at a time"), self.asks and self.together),
            "together": (_("A few questions on a page"), self.asks and not self.together),
            "language": (_("My language"), True),
            "with": (_("Do it with someone"), True),
            "talk": (_("I want to talk to someone"), True),
            "take_part": (_("How I take part"), self.has_meeting),
            "advocate": (_("I'd like an advocate"), self.has_meeting),
            "check": (_("See, change or take back"), self.begun or self.sent),
            "my_card": (_("Someone else has my card"), self.has_meeting),
        }
        return [(value, words, PICTURES[value]) for value, (words, is_there) in there.items() if is_there]


def frame_of(request: HttpRequest) -> Frame | None:
    """None where no card is open. Never fails: a page that says "not saved" carries the controls, too."""
    ticket: Ticket | None = getattr(request, "ticket", None)
    sitting: Sitting | None = getattr(request, "sitting", None)
    if ticket is None or sitting is None:
        return None
    shared: dict[str, Any] = {
        "named": not ticket.is_unnamed,
        "has_meeting": ticket.kind == "meeting",
        "helper": sitting.get_helper_display() if sitting.helper else "",
        "pressed": _pressed(request),
    }
    asked = _form_in(request)
    try:
        draft = _draft(request, ticket, asked)
        form = asked or (draft.form if draft else _form_of(ticket))
        if draft is None:
            sent = Response.objects.filter(ticket=ticket, form=form).exists()
            return Frame(form, sent=sent, is_easy=chosen_level(request) == EASY, **shared)
    except DatabaseError:
        return Frame(asked or FormKind.BEFORE, **shared)
    here = request.resolver_match.url_name if request.resolver_match else ""
    asks, away = here == "say_question", here not in ("say_question", "say_check")
    easy = draft.version.level == EASY
    return Frame(form, begun=True, is_easy=easy, together=draft.together, asks=asks, away=away, **shared)


def pressed_at(control: str, became: object) -> str:
    """The end of an address that comes back to a pressed control. What it became makes it another address each time:
    a browser that is there already goes nowhere.
    """
    return f"?{MORE}={control}.{became}".lower() + f"#read-{control}"


def _pressed(request: HttpRequest) -> str:
    return request.GET.get(MORE, "").partition(".")[0] if request.method == "GET" else ""


def _form_in(request: HttpRequest) -> str:
    found = request.resolver_match
    form = str(found.kwargs.get("form", "")) if found else ""
    return form if form in FormKind.values else ""


def _draft(request: HttpRequest, ticket: Ticket, form: str) -> Draft | None:
    """The one being answered on this page, else the one touched last."""
    asking = getattr(request, "asking", None)
    if asking is not None:
        draft: Draft = asking.draft
        return draft
    return find_draft(ticket, form=form) if form else latest_draft(ticket)


def _form_of(ticket: Ticket) -> str:
    """A card without forms (in custody) still has all controls; they lead to its own page."""
    return ticket.forms.order_by("opens_at").values_list("form", flat=True).first() or FormKind.BEFORE
