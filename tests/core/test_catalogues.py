"""A language is shown to a child only as a named person has read and signed it (S17, ACC4, D31)."""

from dataclasses import replace
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.catalogues import catalogue_of, is_open, open_languages
from core.management.commands.messages import po_path, write
from core.po import Message, read_po
from tests.factories.catalogues import draft, locale_in, sign

pytestmark = pytest.mark.django_db
LEAVE = "Leave"


def codes() -> list[str]:
    return [language.code for language in open_languages()]


def in_polish(words: str) -> str:
    return f"pl:{words}"


@pytest.fixture
def polish(tmp_path: Path):
    draft(tmp_path, "pl", in_polish)
    with locale_in(tmp_path):
        yield po_path(tmp_path, "pl")


def child_who_chose(code: str) -> Client:
    client = Client()
    client.post(reverse("help_language"), {"language": code})
    return client


def test_no_language_but_english_is_open_as_the_site_is_delivered():
    assert codes() == ["en"]


def test_a_complete_catalogue_that_nobody_signed_is_closed(polish):
    assert catalogue_of("pl").can_be_signed
    assert codes() == ["en"]
    assert not is_open("pl")


def test_a_signed_catalogue_is_open(polish):
    sign("pl")
    assert codes() == ["en", "pl"]


def test_a_withdrawn_signature_closes_it(polish):
    sign("pl", withdrawn_at=timezone.now())
    assert codes() == ["en"]


@pytest.mark.parametrize("change", ["a translation", "the English", "a new string"])
def test_a_change_of_any_word_closes_it(polish, change):
    sign("pl")
    po = read_po(polish)
    first = po.messages[0]
    new = {
        "a translation": replace(first, words=("other",)),
        "the English": replace(first, id="Other"),
        "a new string": Message(id="Fresh", words=("Nowe",)),
    }[change]
    po.messages = [*po.messages, new] if change == "a new string" else [new, *po.messages[1:]]
    write(polish, po)
    assert codes() == ["en"]


def test_words_on_pages_that_are_not_those_that_were_signed_close_it(polish):
    """The compiled file is what pages show; the checker saw the other one."""
    sign("pl")
    signed = polish.read_bytes()
    po = read_po(polish)
    po.messages = [
        type(each)(**{**vars(each), "words": tuple(f"x {words}" for words in each.words)}) for each in po.messages
    ]
    write(polish, po)
    polish.write_bytes(signed)
    assert codes() == ["en"]


def test_a_missing_safety_text_keeps_it_closed(tmp_path):
    every = {message.id for message in read_po(draft(tmp_path, "pl", in_polish)).messages}
    draft(tmp_path, "pl", in_polish, only=every - {LEAVE})
    with locale_in(tmp_path):
        sign("pl")
        assert [message.id for message in catalogue_of("pl").missing] == [LEAVE]
        assert codes() == ["en"]


def test_a_draft_is_never_shown_to_a_child_who_asks_for_it(polish):
    client = child_who_chose("pl")
    for name in ("front_door", "help", "help_leaving", "help_talk"):
        page = client.get(reverse(name)).content.decode()
        assert "pl:" not in page, name
        assert '<html lang="en-gb" dir="ltr"' in page, name


def test_a_session_that_kept_a_language_from_before_it_closed_is_in_english(polish):
    signature = sign("pl")
    client = child_who_chose("pl")
    assert "pl:Leave" in client.get("/").content.decode()
    signature.withdrawn_at = timezone.now()
    signature.save()
    assert "pl:" not in client.get("/").content.decode()


def test_a_signed_language_is_shown_in_safety_texts_too(polish):
    """The other side of the promise: were the signature not looked at, the tests above could not fail."""
    sign("pl")
    page = child_who_chose("pl").get(reverse("help")).content.decode()
    assert '<html lang="pl" dir="ltr"' in page
    assert "pl:Need help now?" in page
    assert "pl:Leave" in page


def test_words_without_a_translation_in_an_open_language_are_marked_as_english(tmp_path):
    every = {message.id for message in read_po(draft(tmp_path, "pl", in_polish)).messages}
    draft(tmp_path, "pl", in_polish, only=every - {"Type the code on your card"})
    with locale_in(tmp_path):
        sign("pl")
        page = child_who_chose("pl").get("/").content.decode()
    assert '<h1><span lang="en" dir="ltr">Type the code on your card</span></h1>' in page


def test_the_choice_is_gone_after_leaving(polish):
    sign("pl")
    client = child_who_chose("pl")
    client.get("/x/")
    assert "pl:" not in client.get("/").content.decode()


def test_the_desk_and_the_cms_stay_in_english(polish, client, django_user_model):
    from accounts.models import Role
    from tests.factories.accounts import UserFactory

    sign("pl")
    client.force_login(UserFactory(roles=[Role.ADMINISTRATOR]), backend="django.contrib.auth.backends.ModelBackend")
    client.post(reverse("account_language"), {"language": "pl"})
    for address in ("/work/", "/cms/"):
        page = client.get(address).content.decode()
        assert "pl:" not in page
        assert 'lang="pl"' not in page.replace('<button class="button button--small" name="language"', "")


def test_the_account_pages_speak_the_chosen_language(polish, client):
    sign("pl")
    client.post(reverse("account_language"), {"language": "pl"})
    assert "pl:Sign in" in client.get(reverse("account_login")).content.decode()


def test_languages_stand_by_their_own_names(polish):
    sign("pl")
    page = Client().get("/").content.decode()
    assert 'value="pl" lang="pl" dir="ltr">Polski</button>' in page


def test_the_front_door_shows_no_list_while_english_is_the_only_language():
    assert 'name="language"' not in Client().get("/").content.decode()
