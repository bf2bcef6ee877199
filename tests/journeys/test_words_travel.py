"""One young person's words travel the whole way and appear nowhere else: in a real browser, scripts on and off."""

import datetime as dt
import io
import logging
import re
from collections.abc import Iterator

import pytest
import time_machine
from django.core import mail
from playwright.sync_api import Page, expect

from config.jobs import run_due
from core.logs import EventFormatter
from core.working_days import LONDON
from participation.listening.models import Reading
from participation.meetings.models import Invitation
from surveys.releases.domain.sharing import share
from surveys.releases.models import Release
from tests.at_rest import bytes_at_rest
from tests.journeys.conftest import OpenPage, open_card, press, sign_in
from tests.journeys.ground import Ground, lay_ground, let_others_answer

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]

MONDAY = dt.datetime(2026, 11, 2, 10, tzinfo=LONDON)
MEETING = dt.datetime(2026, 11, 12, 16, tzinfo=LONDON)
FROZEN = dt.datetime(2027, 1, 8, 9, tzinfo=LONDON)
PRIVATE, SHARED = "quokkawandersnorth", "marmaladesunrise"
NICKNAME, PLACE, WORD = "Zephyrine", "Larkspur Room", "copper kettle"
CANARIES = (PRIVATE, SHARED, NICKNAME, PLACE)


@pytest.fixture
def logs() -> Iterator[io.StringIO]:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(EventFormatter())
    logging.getLogger().addHandler(handler)
    yield stream
    logging.getLogger().removeHandler(handler)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_words_travel_the_whole_way_and_appear_nowhere_else(
    open_page: OpenPage, logs: io.StringIO, scripts: bool
) -> None:
    with time_machine.travel(MONDAY, tick=True):
        ground = lay_ground(now=MONDAY)
        let_others_answer(ground, voices=21, now=MONDAY)
        code = _worker_books_and_prints_the_card(open_page(scripts=scripts), ground)
        child = open_page(phone=True, scripts=scripts)
        _child_answers(child, code)
        _reader_reads_in_time(open_page(scripts=scripts), ground)
        statement = _chair_opens_the_statement(open_page(scripts=scripts), ground)
    with time_machine.travel(MEETING + dt.timedelta(hours=18), tick=True):
        _outcome_is_written(open_page(scripts=scripts), ground, statement)
        _told_in_person(open_page(scripts=scripts), ground)
        _child_sees_what_came_of_it(open_page(phone=True, scripts=scripts), code)
    with time_machine.travel(FROZEN, tick=True):
        pages = _subgroup_opens_the_pack(open_page(scripts=scripts), ground)
    _appear_nowhere_else(pages, logs)


def _worker_books_and_prints_the_card(page: Page, ground: Ground) -> str:
    sign_in(page, ground.people["worker"].email)
    page.goto("/work/meetings/")
    page.get_by_role("link", name="Book a meeting").click()
    page.locator("[name=day]").fill("2026-11-12")
    page.locator("[name=time]").fill("16:00")
    page.locator("[name=place]").fill(PLACE)
    page.locator("[name=chair]").select_option(label="Jo")
    page.locator("[name=people-0-first_name]").fill("Ade")
    page.locator("[name=people-0-kind]").select_option("police")
    page.locator("[name=young-nickname]").fill(NICKNAME)
    page.locator("[name=young-band]").select_option("12-15")
    page.get_by_role("button", name=re.compile("is it safe to tell")).click()
    return _pass_the_gate(page)


def _pass_the_gate(page: Page) -> str:
    expect(page.get_by_role("heading", level=1)).to_contain_text("safe")
    page.locator("[name=safe][value=yes]").check()
    page.locator("[name=how][value=worker]").check()
    page.locator("[name=where]").select_option(index=1)
    page.locator("[name=adults-0-kind]").select_option("birth_parent")
    page.locator("[name=adults-0-decision]").select_option("hold")
    page.get_by_role("button", name="Next: the card").click()
    page.locator("[name=agreed_word]").fill(WORD)
    for box in page.locator("[name=behind]").all():
        box.check()
    page.get_by_role("button", name=re.compile("Make the card")).click()
    card = page.locator("body").inner_text()
    found = re.search(r"(?<![\w-])[0-9A-Y]{4}-[0-9A-Y]{4}-[0-9A-Y]{4}(?![\w-])", card)
    assert found, "no code on the card"
    _printed_card_gives_nothing_away(page)
    return found[0]


def _printed_card_gives_nothing_away(page: Page) -> None:
    page.emulate_media(media="print")
    printed = page.locator("body").inner_text()
    page.emulate_media(media="screen")
    assert not [secret for secret in (NICKNAME, PLACE, WORD, "12 November", "16:00", "Ade") if secret in printed]


def _child_answers(page: Page, code: str) -> None:
    open_card(page, code)
    page.get_by_role("link", name="What it is about").click()
    expect(page.locator("main")).to_contain_text("not to blame you")
    expect(page.locator("main")).not_to_contain_text(PLACE)
    _choose_how_to_take_part(page)
    page.goto("/me/")
    page.get_by_role("link", name="Have my say").click()
    expect(page.locator("main")).to_contain_text("Priya")
    press(page, "Start")
    press(page, "Skip")
    page.locator("textarea").fill(SHARED)
    press(page, "Next")
    page.get_by_label("I don't want to say").check()
    press(page, "Next")
    page.locator("[name=part-Q19][value=yes]").check()
    press(page, "Next")
    page.locator("textarea").fill(PRIVATE)
    press(page, "Next")
    _check_and_send(page)
    _nothing_can_be_read_back(page, code)


def _choose_how_to_take_part(page: Page) -> None:
    page.goto("/me/take-part/")
    page.get_by_label("Have someone speak for me").check()
    page.get_by_role("button", name="Choose this").click()
    page.goto("/me/advocate/")
    page.get_by_label("Yes, I'd like an advocate").check()
    page.get_by_role("button", name="Tell us").click()
    expect(page.locator("main")).to_contain_text("Speak Up")


def _check_and_send(page: Page) -> None:
    check = page.locator("main")
    expect(check).to_contain_text("Just the people who read it")
    assert SHARED not in check.inner_text()
    page.locator("[name=share][value=people]").check()
    page.locator("[name=heard][value=Q11]").check()
    page.get_by_role("button", name="Send", exact=True).click()
    page.wait_for_url("**/sent/")
    expect(page.locator("main")).to_contain_text("saved")


def _nothing_can_be_read_back(page: Page, code: str) -> None:
    page.go_back()
    seen = page.content()
    open_card(page, code)
    for address in ("/me/", "/me/say/before/", "/me/say/before/2/", "/me/say/before/check/", "/me/what-happened/"):
        page.goto(address)
        seen += page.content()
    assert PRIVATE not in seen
    assert SHARED not in seen


def _reader_reads_in_time(page: Page, ground: Ground) -> None:
    sign_in(page, ground.people["reader"].email)
    page.goto("/work/queue/")
    page.get_by_role("link", name=NICKNAME, exact=True).click()
    expect(page.locator("main")).to_contain_text(SHARED)
    page.get_by_role("button", name="I have read this").click()
    reading = Reading.objects.select_related("response").get()
    assert reading.reader == ground.people["reader"]
    assert reading.read_at - reading.response.sent_at < dt.timedelta(days=1)


def _chair_opens_the_statement(page: Page, ground: Ground) -> str:
    sign_in(page, ground.people["chair"].email)
    page.goto(f"/work/meetings/{_the_invitation().meeting_id}/")
    page.get_by_role("link", name="What they say").click()
    expect(page.locator("main")).to_contain_text(SHARED)
    address = page.url
    page.goto(address + "sheet/")
    on_paper = page.locator("body").inner_text()
    assert SHARED in on_paper
    assert PRIVATE not in on_paper
    return address


def _the_invitation() -> Invitation:
    return Invitation.objects.get(ticket__responses__readings__isnull=False)


def _outcome_is_written(page: Page, ground: Ground, statement: str) -> None:
    sign_in(page, ground.people["chair"].email)
    page.goto(statement.replace("/statement/", "/outcome/"))
    page.locator("[name=kind]").select_option("decided")
    page.locator("[name=text]").fill("You can keep going to your club.")
    page.get_by_role("button", name="Add it").click()
    page.get_by_role("button", name="Safe if someone else reads it").click()


def _told_in_person(page: Page, ground: Ground) -> None:
    sign_in(page, ground.people["worker"].email)
    invitation = _the_invitation()
    page.goto(f"/work/meetings/{invitation.meeting_id}/")
    page.get_by_role("link", name="What came of it").click()
    page.locator("[name=told_by]").fill("Sam")
    page.locator("[name=day]").fill("2026-11-13")
    page.get_by_role("button", name="They were told").click()
    expect(page.locator("main")).to_contain_text("13 November")


def _child_sees_what_came_of_it(page: Page, code: str) -> None:
    open_card(page, code)
    page.goto("/me/what-happened/")
    expect(page.locator("main")).not_to_contain_text("keep going to your club")
    page.get_by_role("link", name="Type the word").click()
    page.locator("[name=word]").fill(WORD)
    page.get_by_role("button", name="Open").click()
    page.goto("/me/what-happened/")
    expect(page.locator("main")).to_contain_text("keep going to your club")
    assert SHARED not in page.content()


def _subgroup_opens_the_pack(page: Page, ground: Ground) -> str:
    run_due(now=FROZEN, last_night=None)
    release = Release.objects.get()
    share(release, "subgroup:vyp", by=ground.people["participation"], now=FROZEN)
    sign_in(page, ground.people["member"].email)
    page.goto("/groups/vyp/")
    page.get_by_role("link", name=re.compile("2026")).first.click()
    expect(page.locator("main")).to_contain_text("20 young people or a few more")
    seen = page.content()
    page.goto(page.url + "plain/")
    return seen + page.content()


def _appear_nowhere_else(pages: str, logs: io.StringIO) -> None:
    told = "".join(f"{message.subject}{message.body}{message.to}" for message in mail.outbox)
    stored = b"".join(bytes_at_rest().values())
    for canary in CANARIES:
        assert canary not in pages
        assert canary not in logs.getvalue()
        assert canary not in told
        assert canary.encode() not in stored
