"""Every page behind a card carries every control of domain.md §1.3; a page added later is walked, too."""

import re
from html.parser import HTMLParser

import pytest
from django.http import HttpResponse
from django.template import engines
from django.test import Client
from django.urls import reverse

from tests.factories.meetings import with_card
from tests.factories.responses import child_client
from tests.meetings.pages import child_session
from tests.promises.addresses import own_addresses
from tests.promises.who_may_what import CARD, WHO_MAY_WHAT
from tests.promises.world import World

ALWAYS = {"who", "read-size", "language", "with", "talk", "take_part", "advocate", "my_card"}
BEGUN, AFTER = {"stop", "save", "check"}, {"check"}
IDS = {"form": "before", "number": 1, "part": "Q09", "question": "Q09"}
TYPED = "wombatsdigdeep"
# pages that are only an answer to pressing something
PRESSED = {"take_part": {"choices": ["all-of-it"]}, "advocate": {"answer": "yes"}, "my_card": {}}


class Page(HTMLParser):
    """The controls of a page, and the form that each belongs to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.goes: set[str] = set()
        self.links: set[str] = set()
        self.names: set[str] = set()
        self.forms = 0
        self.reads_aloud = self.astray = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form" and told.get("id") == "page":
            self.forms += 1
        if tag == "a":
            self.links.add(told.get("href", ""))
        if told.get("name") == "go" and told.get("form"):
            self.goes.add(told["value"])
            self.astray |= told["form"] != "page"
        elif told.get("name"):
            self.names.add(told["name"])
        self.reads_aloud |= "data-read-aloud" in told


def missing(html: str, wanted: set[str]) -> set[str]:
    """What a page lacks; empty is right."""
    page = Page(html)
    lacks = wanted - page.goes
    lacks |= set() if page.goes & {"easier", "usual"} else {"easier words"}
    lacks |= {name for name, href in (("leave", "/x/"), ("help", "/help/")) if href not in page.links}
    lacks |= set() if page.reads_aloud else {"read it to me"}
    return lacks | (set() if page.forms == 1 and not page.astray else {"a form for the controls"})


def addresses() -> dict[str, str]:
    own = own_addresses()
    return {
        name: reverse(name, kwargs={part: IDS[part] for part in own[name].parts})
        for name, who in WHO_MAY_WHAT.items()
        if who == CARD
    }


def seen(client: Client) -> dict[str, HttpResponse]:
    """The pages that stand there for this card now."""
    answers = {name: client.get(address) for name, address in addresses().items()}
    return {name: answer for name, answer in answers.items() if answer.status_code == 200}


@pytest.fixture
def young(world: World) -> Client:
    """A card that nobody has used."""
    return child_client(
        with_card(worker=world.card.worker, chair=world.card.chair, word="kettle", behind=("when",)).fresh().ticket
    )


def lacking(pages: dict[str, HttpResponse], wanted: set[str]) -> dict[str, set[str]]:
    return {name: lacks for name, page in pages.items() if (lacks := missing(page.text, wanted))}


def test_every_page_has_every_control_before_while_and_after_answering(world: World, young: Client):
    before = seen(young)
    assert lacking(before, ALWAYS) == {}
    young.post(reverse("say", kwargs={"form": "before"}))
    during = seen(young)
    assert lacking(during, ALWAYS | BEGUN) == {}
    asking = world.child()
    asking.post(reverse("say_change", kwargs={"form": "before"}), {"kind": "take_back"})
    after = seen(asking)
    assert lacking(after, ALWAYS | AFTER) == {}
    pressed = {name: young.post(addresses()[name], given) for name, given in PRESSED.items()}
    assert lacking(pressed, ALWAYS | BEGUN) == {}
    never_seen = set(addresses()) - set(before) - set(during) - set(after)
    assert never_seen == {"invite_sound", "say_go", "say_keep", "say_sound", "still_here"}  # they show nothing


def test_a_page_without_the_frame_is_found(young: Client):
    bare = engines["django"].from_string('{% extends "base.html" %}{% block main %}<h1>Later</h1>{% endblock %}')
    assert missing(bare.render(), ALWAYS) >= {"who", "talk", "read it to me", "a form for the controls"}
    page = young.get("/me/").text
    assert missing(re.sub(r"<nav class=.frame.*?</nav>", "", page, flags=re.S), ALWAYS) >= {"who", "talk"}


def test_nothing_can_be_stopped_where_nothing_is_begun(young: Client):
    for name, page in seen(young).items():
        assert not Page(page.text).goes & BEGUN, name


def test_every_question_can_be_skipped_declined_and_kept_from_parents(young: Client):
    young.post(reverse("say", kwargs={"form": "before"}))
    for number in range(1, 9):
        text = young.get(reverse("say_question", kwargs={"form": "before", "number": number})).text
        assert {"skip", "hide"} <= Page(text).names, number
        assert "I don't want to say" in text.replace("&#x27;", "'"), number
        assert f"{number} of 8" in text, number


@pytest.mark.parametrize("begun", [False, True], ids=["before", "begun"])
def test_every_control_leads_somewhere_from_every_page(young: Client, begun: bool):
    if begun:
        young.post(reverse("say", kwargs={"form": "before"}))
    go = reverse("say_go", kwargs={"form": "before"})
    for control in ALWAYS | BEGUN | {"easier", "usual", "alone", "questions", "nonsense"}:
        for here in ("/me/", "/me/invite/", "/me/talk/", "/me/say/before/who/", "https://example.org/", "/me\\evil"):
            answer = young.post(go, {"go": control, "here": here}, follow=True)
            assert answer.status_code == 200, (control, here)
            path = answer.redirect_chain[-1][0] if answer.redirect_chain else ""
            assert path.startswith(("/me/", "/help/")) or not path, (control, here, path)


@pytest.mark.parametrize(
    ("page", "given", "sends"),
    [
        ("/me/talk/", {"about": TYPED}, {}),
        ("/me/take-part/", {"choices": ["someone-speaks"], "speaker": TYPED}, {}),
    ],
)
def test_what_is_typed_beside_the_questions_is_kept_by_every_control_and_never_shown(young, page, given, sends):
    go = reverse("say_go", kwargs={"form": "before"})
    for control in ALWAYS:
        young.post(go, {"go": control, "here": page, **given})
        text = young.get(page).text
        assert "What you started here is kept" in text, control
        assert TYPED not in text, control
        assert TYPED not in str(child_session(young).items()), control


def test_what_was_kept_goes_with_the_pages_own_button(young: Client):
    from participation.meetings.models import Invitation

    go = reverse("say_go", kwargs={"form": "before"})
    given = {"choices": ["someone-speaks"], "speaker": TYPED}
    young.post(go, {"go": "who", "here": "/me/take-part/", **given})
    assert young.post("/me/take-part/", {"speaker": ""}).status_code == 200
    kept = [each for each in Invitation.objects.all() if each.take_part]
    assert [(each.take_part, each.speaker.open()) for each in kept] == [(["someone-speaks"], TYPED)]
    assert "What you started here is kept" not in young.get("/me/take-part/").text


def test_ticks_on_the_review_page_survive_a_control_and_watched_is_not_shown_again(young: Client):
    young.post(reverse("say", kwargs={"form": "before"}))
    go, check = reverse("say_go", kwargs={"form": "before"}), reverse("say_check", kwargs={"form": "before"})
    young.post(go, {"go": "who", "here": check, "share": "people", "watched": "yes"})
    text = young.get(check).text
    assert 'value="people" checked' in text
    assert 'name="count" value="yes">' in text  # it was switched off, and stays so
    assert 'name="watched" value="yes">' in text
    young.post(check, {"send": "yes", "share": "people"})
    from surveys.responses.models import Response

    sent = Response.objects.values_list("share", "was_watched", "ok_to_count")
    assert ("people", "yes", False) in sent
