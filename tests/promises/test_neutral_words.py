"""Nothing that can be seen in passing, or stays behind, tells what the place is for (AC-4, AC-39, S1, D22)."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core import mail
from django.http import HttpResponse
from django.template.loader import get_template
from django.test import Client
from django.utils import timezone

from core.mail import send_neutral
from tests.factories.accounts import UserFactory
from tests.promises.addresses import addresses_below, own_addresses
from tests.promises.neutral import TELLING
from tests.promises.who_may_what import CARD, FILES, OPEN, WHO_MAY_WHAT
from tests.promises.world import World

TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
PASSING = re.compile(  # what a lock screen, a preview, a tab or an app switcher takes from a page
    r'<meta[^>]+(?:name="(?:description|application-name|apple-mobile-web-app-title|twitter:[^"]+)"'
    r'|property="og:[^"]+")[^>]*>'
)
TOASTS = re.compile(r'<[^>]+class="[^"]*(?:messages?|toast)[^"]*"[^>]*>(.*?)</', re.DOTALL)
ACCOUNTS = (
    "/accounts/login/",
    "/accounts/login/code/",
    "/accounts/password/reset/",
    "/accounts/password/reset/done/",
    "/accounts/signup/",
    "/accounts/logout/",
    "/accounts/inactive/",
)


@pytest.fixture
def pages(world: World) -> dict[str, HttpResponse]:
    """Every page that a young person, or somebody who has their phone, can come across."""
    child, stranger = world.child(), Client()
    seen = {}
    for name, who in WHO_MAY_WHAT.items():
        if who in (OPEN, CARD) and name not in FILES:
            client = child if who == CARD else stranger
            seen[world.address(name)] = client.get(world.address(name), follow=name != "leave")
    return seen | {path: stranger.get(path) for path in (*ACCOUNTS, "/nope/")}


def test_the_list_of_telling_words_finds_them():
    for words in ("Child Sexual Exploitation", "Safeguarding team", "CSE help", "the police", "Derby City Council"):
        assert TELLING.search(words)
    assert not TELLING.search("Your Turn · Question 3 of 8 · because we said we care")


def test_titles_of_every_page_are_there_and_neutral(pages: dict[str, HttpResponse]):
    for path, page in pages.items():
        if page.status_code in (200, 404) and "html" in page["Content-Type"]:
            titles = TITLE.findall(page.text)
            assert len(titles) == 1, path
            assert titles[0].strip(), path
            assert not TELLING.search(titles[0]), (path, titles)


def test_no_page_hands_a_preview_to_other_apps(pages: dict[str, HttpResponse]):
    for path, page in pages.items():
        assert PASSING.findall(page.text) == [], path
        assert "application/ld+json" not in page.text, path


def test_addresses_that_stay_in_a_history_are_neutral():
    starts = ("me/", "help/", "go/", "x/", "changed/", "accounts/")
    ours = [address.path for start in starts for address in addresses_below(start)]
    assert len(ours) > 50
    assert [path for path in ours if TELLING.search(path)] == []
    assert [name for name in own_addresses() if TELLING.search(name)] == []


def test_no_page_forces_a_file_onto_the_phone(pages: dict[str, HttpResponse]):
    for path, page in pages.items():
        assert "attachment" not in page.headers.get("Content-Disposition", ""), path
        assert 'rel="manifest"' not in page.text, path
        assert not re.search(r"<a[^>]+\sdownload\b", page.text), path


def test_every_page_has_the_same_neutral_icon(pages: dict[str, HttpResponse]):
    icons = {tuple(re.findall(r'rel="icon" href="([^"]+)"', page.text)) for page in pages.values()} - {()}
    assert icons == {("/static/img/icon.svg",)}


def test_cookies_and_files_have_neutral_names(pages: dict[str, HttpResponse]):
    names = {name for page in pages.values() for name in page.cookies}
    production = (Path(settings.BASE_DIR) / "site/config/settings/production.py").read_text()
    names |= set(re.findall(r'COOKIE_NAME = "([^"]+)"', production))
    assert len(names) >= 3
    files = {path.name for path in (Path(settings.BASE_DIR) / "static").rglob("*")}
    assert [name for name in names | files if TELLING.search(name)] == []


def test_messages_on_screen_are_neutral(pages: dict[str, HttpResponse]):
    for path, page in pages.items():
        assert not [text for text in TOASTS.findall(page.text) if TELLING.search(text)], path


def _folders() -> list[Path]:
    found = [
        get_template(f"{app}/email/{name}_message.txt")
        for app, name in (("account", "login_code"), ("mfa", "totp_activated"))
    ]
    return [Path(settings.BASE_DIR) / "templates", *(Path(template.origin.name).parents[2] for template in found)]


MAILS = sorted(
    {
        path.relative_to(folder).as_posix()
        for folder in _folders()
        for path in folder.rglob("*.txt")
        if "email" in path.as_posix()
    }
)


def test_every_mail_there_is_was_found():
    assert {"emails/item.txt", "account/email/login_code_message.txt", "mfa/email/totp_activated_message.txt"} <= set(
        MAILS
    )


@pytest.mark.django_db
@pytest.mark.parametrize("name", MAILS)
def test_no_mail_says_more_than_that_there_is_a_task(name: str):
    user = UserFactory(first_name="Petronella", last_name="Quillwort")
    context = {"address": "https://your-turn.example", "code": "ABC123", "user": user, "username": ""}
    text = get_template(name).render(context)
    assert not TELLING.search(text), text
    assert "Petronella" not in text
    assert "Quillwort" not in text


def test_our_own_mail_holds_no_name_and_no_word(world: World, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        send_neutral(to=[world.card.worker.email], now=timezone.now())
    message = mail.outbox[-1]
    whole = f"{message.subject} {message.body} {message.from_email} {dict(message.message().items())}"
    assert not TELLING.search(whole)
    for private in (world.card.worker.first_name, "Quillfeather", "Zanzibarhall", str(world.ids["response_id"])):
        assert private not in message.subject + message.body
    assert message.attachments == []
