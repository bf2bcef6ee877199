"""Who has no card gets nothing at the front door and takes nothing from who has one (AC-7 to AC-10, AC-16, ASVS-25)."""

import ast
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from core.misses import EVERYWHERE, FROM_ONE_SOURCE, count_miss, is_slowed
from home.views.front_door import MISS_KIND
from surveys.responses.codes import ALPHABET, new_code, read_code
from surveys.responses.domain.tickets import find_ticket
from surveys.responses.models import Sitting, Ticket
from tests.factories.meetings import MONDAY
from tests.home.cards import card_with_code, expired_code, revoked_code, type_code, used_code, without_token

pytestmark = pytest.mark.django_db
CODE, LIVE, GUESSES = "ACDE-FGHJ-KMNP", 500, 1_000
BOTS = (
    "WhatsApp/2.23",
    "facebookexternalhit/1.1",
    "Slackbot-LinkExpanding 1.0",
    "Googlebot/2.1",
    "Outlook-SafeLinks/1",
)
SUBJECT = re.compile(r'<meta[^>]+property="(?:og|twitter):', re.IGNORECASE)


@pytest.fixture(autouse=True)
def _clock() -> Iterator[None]:
    with time_machine.travel(MONDAY, tick=False):
        yield


def hits(live: set[str], guess: Callable[[], str], tries: int) -> int:
    return sum(guess() in live for _ in range(tries))


def test_a_thousand_guesses_at_five_hundred_live_codes_hit_none_and_a_code_of_digits_would_be_hit() -> None:
    """AC-7: what protects a code is its length, so the same guesser is set on a shorter one to show that he guesses."""
    dice = random.Random(7)

    def drawn(signs: str, length: int) -> Callable[[], str]:
        return lambda: "".join(dice.choices(signs, k=length))

    assert hits({read_code(new_code()) for _ in range(LIVE)}, drawn(ALPHABET, 12), GUESSES * 100) == 0
    digits = drawn("0123456789", 5)
    assert hits({digits() for _ in range(LIVE)}, digits, GUESSES) > 0


def test_a_thousand_guesses_typed_at_the_front_door_open_none_of_five_hundred_cards_and_a_right_code_does() -> None:
    """AC-7, over HTTP from ten places, long after each is asked for patience: no guess is answered with a visit."""
    dice, right = random.Random(77), [card_with_code(new_code()) for _ in range(LIVE)][-1]
    guessers = [Client(REMOTE_ADDR=f"192.0.2.{number}") for number in range(10)]
    answers = [type_code(guessers[n % 10], "".join(dice.choices(ALPHABET, k=12))) for n in range(GUESSES)]
    assert {answer.status_code for answer in answers} == {200}
    assert [bool(answer.context["slowed"]) for answer in answers].count(False) == FROM_ONE_SOURCE * 10
    assert not Sitting.objects.exists()
    assert type_code(guessers[0], right)["Location"].startswith("/me/")  # the same guesser, had he hit
    assert Sitting.objects.count() == 1


def test_while_everywhere_is_guessed_from_a_right_code_still_opens_at_once() -> None:
    """AC-7, AC-8: the limit for one place and the one for all are used up; a young person notices nothing."""
    for number in range(EVERYWHERE):
        count_miss(MISS_KIND, f"somewhere {number}", now=timezone.now())
    for _ in range(FROM_ONE_SOURCE + 1):
        type_code(Client(), "1111-1111-1111")
    assert is_slowed(MISS_KIND, "a place nobody guessed from", now=timezone.now())
    card_with_code(CODE)
    opened = type_code(Client(), CODE)
    assert opened.status_code == 302
    assert opened["Location"].startswith("/me/")


def told(answer: HttpResponse) -> tuple[Any, ...]:
    """All that somebody outside can see of an answer, but for what is random in every one."""
    cookies = {name: (morsel["max-age"], morsel["path"], morsel["samesite"]) for name, morsel in answer.cookies.items()}
    headers = {name: value for name, value in answer.items() if name != "Content-Length"}
    return answer.status_code, headers, cookies, without_token(answer)


def work_for(code: str) -> list[str]:
    """The shapes of the statements that a try costs."""
    with CaptureQueriesContext(connection) as queries:
        type_code(Client(), code)
    return [re.sub(r"'[^']*'|\d+", "?", each["sql"]) for each in queries]


STATES: dict[str, Callable[[str], str]] = {
    "absent": lambda code: code,
    "used": used_code,
    "expired": expired_code,
    "revoked": revoked_code,
    "no code at all": lambda code: "hello?",
}


@pytest.mark.parametrize("state", STATES)
def test_no_state_of_a_code_can_be_told_from_another_by_answer_cookie_header_or_work(state: str) -> None:
    """AC-9, ASVS-25: by what is seen and by what is done; never by the clock, which lies on a busy machine."""
    type_code(Client(), "1111-1111-1111")  # the window's row of misses is there now
    code = STATES[state](CODE)
    assert told(type_code(Client(), code)) == told(type_code(Client(), "2222-2222-2222"))
    assert work_for(code) == work_for("2222-2222-2222")


def test_what_can_be_told_apart_is_told_apart() -> None:
    """The look above sees a difference where there is one: a right code."""
    card_with_code(CODE)
    wrong, right = type_code(Client(), "2222-2222-2222"), type_code(Client(), CODE)
    assert all(one != other for one, other in zip(told(wrong)[::2], told(right)[::2], strict=True))
    Ticket.objects.all().delete()
    card_with_code(CODE)
    assert work_for(CODE) != work_for("2222-2222-2222")


@pytest.mark.parametrize("agent", BOTS)
def test_previews_and_scanners_use_no_code_up_and_take_no_word_along(agent: str) -> None:
    """AC-10: a hundred looks at every address that a chat or a mail could hold."""
    card_with_code(CODE)
    bot = Client(headers={"user-agent": agent})
    for number in range(100):
        address = ("/", "/go/", "/me/", f"/?code={CODE}", f"/go/?code={CODE}")[number % 5]
        for answer in (bot.get(address), bot.head(address)):
            assert "noindex" in answer["X-Robots-Tag"]
            assert "noarchive" in answer["X-Robots-Tag"]
            assert not SUBJECT.search(answer.content.decode())
    assert not Sitting.objects.exists()
    assert find_ticket(CODE, now=timezone.now()) is not None
    assert type_code(Client(), CODE).status_code == 302
    assert Sitting.objects.count() == 1  # what a use looks like


# words that cost (AC-16) --------------------------------------------------------------------------------


ROOMS_OF_WORDS = ("surveys/responses", "surveys/themes", "participation/listening", "participation/meetings/domain")
CLEANERS = {"nh3", "bleach", "html5lib", "lxml", "markdown"}


def imports_of(file: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            names |= {each.name.partition(".")[0] for each in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names


def test_no_room_that_holds_a_childs_words_parses_them_as_markup() -> None:
    """AC-16: words are plain text, so no cleaner's worst case can be reached with them."""
    files = [file for room in ROOMS_OF_WORDS for file in (settings.BASE_DIR / room).rglob("*.py")]
    assert len(files) > 50
    assert {str(file): found for file in files if (found := imports_of(file) & CLEANERS)} == {}
    assert imports_of(settings.BASE_DIR / "site" / "core" / "linking.py") & CLEANERS  # how it looks where staff write


@pytest.mark.parametrize("text", ["<b>" * 100_000, "<" * 300_000, "&lt;" * 75_000, "((((" * 75_000])
@pytest.mark.parametrize("address", ["/go/", "/help/talk/"])
def test_three_hundred_kilobytes_are_refused_before_anything_is_asked_of_the_store(address: str, text: str) -> None:
    """AC-16, AC-15: refused by their size, unread; what a person could have typed goes on to be looked at."""
    client = Client()
    assert client.post(address, {"code": text[:9_000], "about": text[:9_000]}).status_code in (200, 422)
    with CaptureQueriesContext(connection) as queries:
        answer = client.post(address, {"code": text, "about": text, "words": text})
    assert answer.status_code in (400, 413)
    assert b"<title>" in answer.content
    assert not [each["sql"] for each in queries if each["sql"].startswith(("INSERT", "UPDATE"))]
    assert text[:200] not in answer.content.decode()
