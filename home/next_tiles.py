"""The tiles of my page: every next step that a room offers for this card."""

import datetime as dt
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from surveys.responses.models import Ticket
from surveys.responses.registry import NextStep, next_steps

PICTURES = {
    "invite": "invite",
    "take_part": "take-part",
    "say": "questions",
    "say_who": "questions",
    "advocate": "advocate",
    "talk": "talk",
    "outcome": "outcome",
    "agreed_word": "lock",
    "my_card": "card",
    "change_my_mind": "take-back",
    "take_back": "take-back",
}


@dataclass(frozen=True)
class Tile:
    title: str
    text: str
    url: str
    picture: str
    done: bool


def tiles_for(ticket: Ticket, *, now: dt.datetime) -> list[Tile]:
    return [_tile(step) for step in next_steps(ticket, now=now)]


def _tile(step: NextStep) -> Tile:
    name = step.url_name.split(" ")[0]
    picture = PICTURES.get(name, "talk" if not name else "questions")
    return Tile(step.title, step.text, _address(step.url_name), picture, step.done)


def _address(url_name: str) -> str:
    """`url_name` is a name, a name and its arguments with spaces between ("say before"), or an address ("/me/say/")."""
    if not url_name or url_name.startswith("/"):
        return url_name
    name, *arguments = url_name.split(" ")
    try:
        return reverse(name, args=arguments)
    except NoReverseMatch:
        return ""
