"""The tiles of my page: the forms this card opens now, and every next step that a room offers for it."""

import datetime as dt
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from surveys.questionnaires.enums import FormKind
from surveys.responses.domain.opening import is_in_time
from surveys.responses.models import Draft, Response, Ticket
from surveys.responses.registry import NextStep, next_steps

PICTURES = {
    "invite": "invite",
    "take_part": "take-part",
    "advocate": "advocate",
    "talk": "talk",
    "outcome": "outcome",
    "agreed_word": "lock",
    "my_card": "card",
}


@dataclass(frozen=True)
class Tile:
    """Something to open, or, without an address, something good to know."""

    title: str
    text: str
    url: str = ""
    picture: str = "questions"
    done: bool = False
    mark: str = ""


def tiles_for(ticket: Ticket, *, now: dt.datetime) -> list[Tile]:
    """The invite first, then what can be said, then the other steps, then the ways to get someone."""
    steps = [_tile(step) for step in next_steps(ticket, now=now)]
    invite = [tile for tile in steps if tile.picture == "invite"]
    others = [tile for tile in steps if tile.picture != "invite"]
    return [*invite, *_forms(ticket, now=now), *others, *_always(ticket)]


def _forms(ticket: Ticket, *, now: dt.datetime) -> list[Tile]:
    sent = set(Response.objects.filter(ticket=ticket).values_list("form", flat=True))
    begun = set(Draft.objects.filter(ticket=ticket).values_list("form", flat=True))
    tiles = []
    for opened in ticket.forms.order_by("opens_at"):
        if opened.form in sent:
            tiles.append(_sent_tile(opened.form))
        elif is_in_time(opened, now=now):
            tiles.append(_open_tile(opened.form, begun=opened.form in begun))
    return tiles


def _open_tile(form: str, *, begun: bool) -> Tile:
    title, text = _form_words(form)
    if begun:
        text = _("You have started. Carry on where you were. Nobody reads it until you press Send.")
    return Tile(title, text, reverse("say", args=[form]), mark=_("Started") if begun else "")


def _form_words(form: str) -> tuple[str, str]:
    words = {
        FormKind.BEFORE: (_("Have my say"), _("Before the meeting. You can skip anything.")),
        FormKind.AFTER: (_("How was it for you?"), _("After the meeting. Five short questions.")),
        FormKind.LATER: (_("Did anything change?"), _("Some time has gone by. Tell us how it is now.")),
        FormKind.CONSULTATION: (
            _("Have my say"),
            _("What you think, in your own way. You can skip anything."),
        ),
    }
    return words[FormKind(form)]


def _sent_tile(form: str) -> Tile:
    return Tile(
        _("My words"),
        _("You sent them. You can say that you changed your mind, or ask to take them back."),
        reverse("say_change", args=[form]),
        "take-back",
        done=True,
        mark=_("Sent"),
    )


def _always(ticket: Ticket) -> list[Tile]:
    always = [
        Tile(
            _("Talk to someone"),
            _("Say who, how and when is safe. You don't have to say why."),
            reverse("talk"),
            "talk",
        )
    ]
    if not ticket.is_unnamed:
        always.append(
            Tile(
                _("Someone else has my card"),
                _("Tell us, and your worker talks with you about it."),
                reverse("my_card"),
                "card",
            )
        )
    return always


def _tile(step: NextStep) -> Tile:
    picture = PICTURES.get(step.url_name, "questions")
    return Tile(step.title, step.text, _address(step.url_name), picture, step.done, _("Done") if step.done else "")


def _address(url_name: str) -> str:
    """`url_name` is the name of a page, or an address ("/me/…")."""
    if not url_name or url_name.startswith("/"):
        return url_name
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return ""
