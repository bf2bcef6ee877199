"""How a test walks through the form as a child would."""

from surveys.responses.domain.hearing import heard_answers
from tests.factories.responses import child_client

START = "/me/say/before/"
CHECK = "/me/say/before/check/"
CANARY = "quietcanaryword"


def begin(ticket):
    client = child_client(ticket)
    client.post(START)
    return client


def send(client, **choices):
    return client.post(CHECK, {"send": "yes", "key": "k" * 32, "count": "yes", **choices})


def heard(response):
    return {part.part_id: part for question in heard_answers(response) for part in question.parts}


def session_keys(key):
    from django.contrib.sessions.backends.db import SessionStore

    return set(SessionStore(key).keys())
