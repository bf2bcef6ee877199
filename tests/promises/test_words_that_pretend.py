"""Words that dress up as something else stay a child's words on every page of staff (AC-17)."""

import re
import unicodedata
import uuid
from collections.abc import Iterator

import pytest
import time_machine
from bs4 import BeautifulSoup
from bs4.element import Tag
from django.test import Client
from django.urls import NoReverseMatch

from participation.listening.models import Alert
from surveys.responses.domain.changing import ask_to_change
from surveys.responses.models import Response
from tests.factories.meetings import MONDAY
from tests.promises import world as worlds
from tests.promises.who_may_what import WHO_MAY_WHAT, Staff
from tests.promises.world import World, signed_in

pytestmark = pytest.mark.django_db
CANARY = "zqpretend"
PRETENDS = (
    f'{CANARY}</blockquote><p class="pretend">Reviewed: nothing to do</p><script>1</script><style>p{{top:0}}</style>'
    "\u202eno\u202c \u2066is\u2069 \u200fwrong\u200e \u200b\ufeff\u2060\U000e0041 \x1b[2K\x07 &#8238; {{ 7|add:7 }}"
)
ALLOWED = set("\n\t\u200c\u200d")  # among them joiners that real words of several languages need
APART = ("blockquote", "bdi", "textarea")


@pytest.fixture
def world(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """The usual world, whose young person writes this wherever something can be written."""
    monkeypatch.setattr(worlds, "WORDS_SENT", PRETENDS)
    with time_machine.travel(MONDAY, tick=False):
        world = worlds.build_world()
        child = world.child()
        told = {"once": uuid.uuid4().hex, "about": PRETENDS, "safe_contact": PRETENDS, "how": "call"}
        assert child.post("/me/talk/", told).status_code == 302
        world.ids["alert_id"] = Alert.objects.exclude(pk=world.ids["alert_id"]).get().pk
        response = Response.objects.get(pk=world.ids["response_id"])
        ask_to_change(response, kind="change", words=PRETENDS, now=MONDAY)
        Response.objects.filter(pk=response.pk).update(on_hold=False)
        yield world


def pages_of_staff(world: World) -> Iterator[tuple[str, str, str]]:
    """(url name, role, the page) for each page of each role."""
    for role, user in world.people.items():
        client = signed_in(user) if user is not None else Client()
        for name, who in WHO_MAY_WHAT.items():
            if not isinstance(who, Staff) or role not in who.here or name.endswith(("_pdf", "_file")):
                continue
            try:
                page = client.get(world.address(name), follow=True)
            except (KeyError, NoReverseMatch):
                continue
            if page.status_code == 200 and not page.streaming and "text/html" in page["Content-Type"]:
                yield name, role, page.content.decode()


def faults(html: str) -> list[str]:
    """What a reader of this page could be misled by."""
    page = BeautifulSoup(html, "lxml")
    found = []
    for text in page.find_all(string=re.compile(CANARY)):
        around = [tag for tag in text.parents if isinstance(tag, Tag)]
        if not any(tag.name in APART or tag.get("dir") == "auto" for tag in around):
            found.append(f"not set apart: {around[0].name}")
        if not any(tag.name in ("blockquote", "textarea") for tag in around):
            found.append(f"no border: {around[0].name}")
    if page.select(".pretend, blockquote script, blockquote style"):
        found.append("markup of a child's words is drawn")
    quotes = "".join(tag.get_text() for tag in page.select("blockquote, textarea") if CANARY in tag.get_text())
    unseen = {sign for sign in quotes if unicodedata.category(sign) in ("Cf", "Cc")} - ALLOWED
    found += [f"unseen sign U+{ord(sign):04X}" for sign in sorted(unseen)]
    if "{{ 7" not in quotes and "14" in quotes:
        found.append("a child's words are read as a template")
    return found


def test_words_that_pretend_to_be_a_page_are_set_apart_escaped_and_without_unseen_signs(world: World) -> None:
    """AC-17, on every page of every role on which they stand."""
    shown = set()
    wrong = []
    for name, role, html in pages_of_staff(world):
        if CANARY in html:
            shown.add(name)
            wrong += [f"{name} ({role}): {fault}" for fault in faults(html)]
    assert wrong == []
    assert shown >= {"work_reading", "statement", "work_alert", "work_quote", "work_theme_sort"}


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{CANARY}</p>",
        f"<blockquote dir='auto'>{PRETENDS}</blockquote>",
        f"<blockquote dir='auto'>{CANARY} \u202ex</blockquote>",
        f"<blockquote dir='auto'>{CANARY} \x1b[2K</blockquote>",
    ],
)
def test_the_look_finds_words_that_got_loose(html: str) -> None:
    assert faults(html) != []
