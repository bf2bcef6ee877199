"""No page of a child, the public or an account has a word that no translator was given (D31).

The site is read in a made-up language whose every string stands between marks. What stands outside them was written
into a page by hand; data may (names, wordings, what the council calls its team).
"""

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.languages import LANGUAGES
from surveys.polls.enums import Split
from tests.factories.catalogues import locale_in
from tests.factories.meetings import with_card
from tests.factories.polls import opened
from tests.factories.responses import child_client
from tests.promises.who_may_what import CARD, FILES, OPEN, WHO_MAY_WHAT
from tests.promises.world import World, signed_in
from tests.pseudo import CLOSES, OPENS, write_pseudo

ENGLISH_WORD = re.compile(r"[A-Za-z]{2,}")
SPOKEN = {"aria-label", "alt", "title", "placeholder"}
HIDDEN = {"script", "style"}
# Never translated, on any page.
EXCEPTIONS = {
    "Your Turn": "the name of the site",
    **dict.fromkeys((language.own_name for language in LANGUAGES.values()), "a language by its own name"),
    **dict.fromkeys(
        ("Childline", "childline.org.uk", "Samaritans", "NAPAC", "CEOP", "ceop.police.uk", "Report Remove"),
        "a helpline or its address",
    ),
    **dict.fromkeys(
        ("Email", "Email address", "Password", "Forgot your password?", "This functionality requires JavaScript"),
        "the sign-in package brings its own translations",
    ),
}
MERGED = re.compile(r"\{\w+\}|\[\w+\]|Person\d+")  # where a wording names somebody
NO_PAGE = {
    "visit_ended": "always leads to the front door, which says that the code is needed again",
    "leave": "always leads out of the site",
    "go": "takes a code; looked at, it leads to the front door",
    **dict.fromkeys(("say_keep", "say_go"), "only takes what a page sends, and leads on"),
    "still_here": "answers a script, without a word",
    **dict.fromkeys(("healthz", "readyz"), "answers a machine"),
    **dict.fromkeys((*FILES, "say_sound", "invite_sound"), "a file, or nothing"),
}


class Reader(HTMLParser):
    """Collects what stands outside the marks: running text, and attributes that are read out."""

    def __init__(self) -> None:
        super().__init__()
        self.depth, self.hidden, self.outside = 0, 0, []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in HIDDEN
        spoken = [value or "" for name, value in attrs if name in SPOKEN]
        self.outside += [text for value in spoken for text in outside_marks(value)[0]]

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in HIDDEN

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            texts, self.depth = outside_marks(data, self.depth)
            self.outside += texts


def outside_marks(text: str, depth: int = 0) -> tuple[list[str], int]:
    found = [""]
    for sign in text:
        if sign == OPENS:
            depth += 1
            found.append("")
        elif sign == CLOSES:
            depth -= 1
        elif depth == 0:
            found[-1] += sign
    return found, depth


def english_on(page: str) -> set[str]:
    reader = Reader()
    reader.feed(page)
    assert reader.depth == 0, "a mark is open at the end of the page"
    return {" ".join(text.split()).strip(" ·:.,") for text in reader.outside if ENGLISH_WORD.search(text)}


def strings_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield " ".join(value.split())
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings_in(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from strings_in(inner)


def data_of_the_world() -> str:
    """Every text in the database, in one string."""
    found: list[str] = []
    for model in apps.get_models():
        names = [
            field.name
            for field in model._meta.concrete_fields
            if isinstance(field, models.CharField | models.TextField | models.JSONField)
        ]
        for row in model._default_manager.all() if names else []:
            for name in names:
                found += strings_in(getattr(row, name, ""))
    return MERGED.sub("*", "\n".join(found))


def visitors(world: World, begun: Client) -> dict[str, dict[str, Client]]:
    """Everybody to whom a page may look different: what leads on for one of them answers another."""
    fresh = with_card(worker=world.card.worker, chair=world.card.chair)
    cards = {"sent": asking(world.child()), "fresh": child_client(fresh.fresh().ticket), "begun": begun}
    return {CARD: cards, OPEN: {"passing by": Client(), "tablet": tablet(world), "voter": voter()}}


def asking(sent: Client) -> Client:
    """They want something back."""
    sent.post(reverse("say_change", kwargs={"form": "before"}), {"kind": "take_back"})
    return sent


def tablet(world: World) -> Client:
    """Handed over by a worker."""
    client = signed_in(world.card.worker)
    client.post("/work/shared/")
    return client


def voter() -> Client:
    """In a room, after the ballot of the one before."""
    client = Client()
    opened(now=timezone.now(), code="ACDE-FGHJ-KMNP", split=Split.GENDER)
    client.post("/go/", {"code": "ACDE-FGHJ-KMNP"})
    token = client.get("/go/poll/").context["token"]
    client.post("/go/poll/", {"token": token, "q1": "o1", "split": "boy-man"})
    return client


def pages(who: dict[str, dict[str, Client]], address_of: Callable[[str], str]) -> dict[tuple[str, str], str]:
    """By name and visitor, what answered under that name itself; what only led elsewhere is not here."""
    found = {}
    for name, rule in WHO_MAY_WHAT.items():
        if rule in (OPEN, CARD) and name not in NO_PAGE:
            for visitor, client in who[str(rule)].items():
                found[name, visitor] = _page(client, address_of(name))
    for address, status in (("/accounts/login/", 200), ("/nothing-here/", 404)):
        found[address, ""] = _page(Client(), address, status)
    return {key: page for key, page in found.items() if page}


def _page(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    is_page = "text/html" in answer.headers.get("Content-Type", "")
    return answer.content.decode() if is_page and answer.status_code == status else ""


def never_seen(seen: dict[tuple[str, str], str]) -> set[str]:
    """Pages of a child or the public that answered nobody of those who came by."""
    wanted = {name for name, rule in WHO_MAY_WHAT.items() if rule in (OPEN, CARD)} - set(NO_PAGE)
    return wanted - {name for name, _ in seen}


@pytest.fixture
def made_up(tmp_path: Path, settings):
    write_pseudo(tmp_path)
    with locale_in(tmp_path, LANGUAGE_CODE="en-xa"):
        yield


def test_every_word_on_a_page_was_given_to_translators(world: World, child: Client, made_up):
    who = visitors(world, child)
    data, seen = data_of_the_world(), pages(who, world.address)
    assert never_seen(seen) == set()
    wrong = [
        f"{name} ({visitor}): {text}"
        for (name, visitor), page in seen.items()
        for text in english_on(page)
        if text not in EXCEPTIONS and MERGED.sub("*", text) not in data
    ]
    assert not wrong, "\n".join(wrong)


def test_a_page_that_only_leads_elsewhere_is_not_taken_for_seen(world: World):
    """The control: with the card that has sent, and nobody but a passer-by, the questions are missed."""
    seen = pages({CARD: {"sent": world.child()}, OPEN: {"passing by": Client()}}, world.address)
    questions = {"say", "say_question", "say_draw", "say_aloud", "say_check", "say_stop", "say_asked"}
    assert never_seen(seen) == {*questions, "agreed_word", "poll_ballot", "poll_sent", "hand_over", "finished"}


@pytest.mark.parametrize(
    "page",
    ["<p>Hello there</p>", '<a aria-label="Close it">x</a>', f"<p>{OPENS}Ťéxţ{CLOSES} and more</p>"],
)
def test_the_search_for_written_in_words_can_fail(page):
    assert english_on(page)


@pytest.mark.parametrize(
    "page", [f"<p>{OPENS}Text <b>inside</b> text{CLOSES} 12</p>", "<script>var x</script>", '<p class="words">9–10</p>']
)
def test_the_search_for_written_in_words_passes_what_is_translated(page):
    assert not english_on(page)
