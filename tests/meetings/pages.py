"""Browsers for the tests of meetings: a person who signed in, and a young person with a card."""

from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.test import Client
from django.urls import reverse

from accounts.models import User
from participation.meetings.domain.outcomes import mark_safe_if_read, told_in_person, write_line
from tests.factories.meetings import MONDAY, OFFICER, PLACE, Booked
from tests.factories.responses import child_client

SECRETS = (PLACE, OFFICER, "3 December", "4pm", "16:00", "45 minutes")
PAGES = ("invite", "take_part", "advocate", "my_card", "outcome")


def staff(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def child(a: Booked, **options: Any) -> Client:
    return child_client(a.fresh().ticket, **options)


def at(name: str, a: Booked, *more: Any) -> str:
    """The address of a staff page about this invitation."""
    return reverse(name, args=[a.meeting.pk, a.invitation.pk, *more])


def text_of(response: Any) -> str:
    return response.content.decode()


def open_word(client: Client, word: str, back_to: str = "invite") -> Any:
    return client.post(reverse("agreed_word"), {"word": word, "next": back_to})


def child_session(client: Client) -> SessionBase:
    key = client.cookies[settings.CHILD_SESSION_COOKIE_NAME].value
    return import_module(settings.SESSION_ENGINE).SessionStore(key)


def a_reply(a: Booked) -> None:
    """Two lines of what came of it: one safe to show on the card, one said only in person."""
    a.invitation.refresh_from_db()
    safe = write_line(a.invitation, kind="decided", text="Taxis on Fridays", by=a.worker, now=MONDAY)
    write_line(a.invitation, kind="why", text="Said only in person", by=a.worker, now=MONDAY)
    safe.invitation = a.fresh()
    mark_safe_if_read(safe, by=a.chair, now=MONDAY)
    told_in_person(a.fresh(), told_by="Sam", at=MONDAY, by=a.worker, now=MONDAY)
