"""Opening a language: administrators only, by a named person's word, on the record."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Role
from core.catalogues import catalogue_of, open_languages
from core.models import AuditEntry, CatalogueSignature
from surveys.responses.models import Ticket
from tests.factories.accounts import UserFactory
from tests.factories.catalogues import draft, locale_in, sign
from tests.factories.meetings import MONDAY, with_card
from tests.promises.world import signed_in

pytestmark = pytest.mark.django_db
ADDRESS = "/work/languages/ar/"


@pytest.fixture
def arabic(tmp_path):
    draft(tmp_path, "ar", lambda words: f"ar:{words}")
    with locale_in(tmp_path):
        yield


@pytest.fixture
def admin():
    return signed_in(UserFactory(roles=[Role.ADMINISTRATOR]))


def answers(**more: str) -> dict[str, str]:
    return {
        "digest": catalogue_of("ar").po.digest,
        "checker_name": "Amina Saleh",
        "checker_role": "registered interpreter",
        "checked_on": "2026-11-02",
        "reason": "signed sheet",
        "each_read": "on",
    } | more


def is_arabic_open() -> bool:
    return "ar" in {language.code for language in open_languages()}


def test_a_signature_opens_the_language_and_is_on_record(arabic, admin):
    assert admin.post(ADDRESS, answers()).status_code == 302
    assert is_arabic_open()
    entry = AuditEntry.objects.get(action="language_opened")
    assert entry.actor is not None
    assert entry.detail["language"] == "ar"
    assert CatalogueSignature.objects.get().checked_on == dt.date(2026, 11, 2)


@pytest.mark.parametrize("missing", ["checker_name", "checker_role", "checked_on", "reason", "each_read"])
def test_without_a_name_a_day_a_reason_and_the_tick_it_stays_closed(arabic, admin, missing):
    assert admin.post(ADDRESS, {**answers(), missing: ""}).status_code == 422
    assert not is_arabic_open()


def test_words_that_changed_after_the_page_was_read_are_not_signed(arabic, admin):
    page = admin.post(ADDRESS, answers(digest="0" * 64))
    assert page.status_code == 422
    assert "have changed since" in page.content.decode()
    assert not is_arabic_open()


def test_a_day_that_has_not_come_is_not_a_day_of_reading(arabic, admin):
    assert admin.post(ADDRESS, answers(checked_on="2099-01-01")).status_code == 422


def test_the_safety_texts_stand_side_by_side_with_their_direction(arabic, admin):
    page = admin.get(ADDRESS).content.decode()
    assert '<td data-label="English" lang="en">Need help now?</td>' in page
    assert 'lang="ar" dir="rtl">ar:Need help now?' in page
    assert "Draft, not checked by a person" in page


def test_an_empty_catalogue_cannot_be_signed(arabic, admin):
    page = admin.get("/work/languages/ti/").content.decode()
    assert "signed yet" in page
    assert 'name="checker_name"' not in page
    assert admin.post("/work/languages/ti/", answers(digest=catalogue_of("ti").po.digest)).status_code == 422


def test_the_list_says_how_far_each_language_is(arabic, admin):
    page = admin.get("/work/languages/").content.decode()
    assert page.count("Nothing yet") == 13
    assert page.count("Draft, not checked by a person") == 1
    sign("ar")
    assert (
        "<bdi>Amina Saleh</bdi>, registered interpreter, 2 November 2026"
        in admin.get("/work/languages/").content.decode()
    )
    CatalogueSignature.objects.update(digest="0" * 64)
    assert "Closed: words changed since it was signed" in admin.get("/work/languages/").content.decode()


def test_closing_a_language_takes_effect_at_once_and_is_on_record(arabic, admin):
    sign("ar")
    admin.post(reverse("work_language_withdraw", args=["ar"]))
    assert not is_arabic_open()
    assert AuditEntry.objects.filter(action="language_closed").count() == 1


def test_the_list_asks_the_database_once(arabic, django_assert_num_queries):
    from home.domain.languages import standings

    sign("ar")
    with django_assert_num_queries(1):
        assert len(standings()) == 14


def a_child(language: str) -> Client:
    """Types the code of a card on which this language stands."""
    card = with_card()
    Ticket.objects.filter(pk=card.fresh().ticket.pk).update(language=language)
    client = Client()
    client.post("/go/", {"code": card.card.code})
    return client


def test_a_card_in_an_open_language_begins_in_it(arabic, time_machine):
    time_machine.move_to(MONDAY, tick=False)
    sign("ar")
    page = a_child("ar").get("/me/").content.decode()
    assert '<html lang="ar" dir="rtl"' in page
    assert "ar:Leave" in page


def test_a_card_in_a_language_that_is_not_open_begins_in_english_and_says_so(arabic, time_machine):
    time_machine.move_to(MONDAY, tick=False)
    client = a_child("ar")
    assert '<html lang="en-gb"' in client.get("/me/").content.decode()
    page = client.get("/me/say/before/language/").content.decode()
    assert "Your card says: <bdi>العربية</bdi>" in page
    assert "Ask your worker for an interpreter" in page


def test_a_child_changes_the_language_in_the_middle(arabic, time_machine):
    time_machine.move_to(MONDAY, tick=False)
    sign("ar")
    client = a_child("en")
    assert 'value="ar" lang="ar" dir="rtl"' in client.get("/me/say/before/language/").content.decode()
    assert client.post("/me/say/before/language/", {"language": "ar"}).status_code == 302
    assert '<html lang="ar" dir="rtl"' in client.get("/me/").content.decode()
    client.post("/me/say/before/language/", {"language": "en"})
    assert '<html lang="en-gb"' in client.get("/me/").content.decode()


@pytest.mark.parametrize("nonsense", ["xx", "", "pl", "en-xa", "../ar"])
def test_a_language_that_is_not_open_is_never_kept(arabic, client, nonsense):
    client.post("/help/language/", {"language": nonsense})
    assert '<html lang="en-gb"' in client.get("/help/").content.decode()


def test_the_choice_at_the_front_door_is_kept_when_the_code_opens(arabic, client, time_machine):
    time_machine.move_to(MONDAY, tick=False)
    sign("ar")
    card = with_card()
    client.post("/help/language/", {"language": "ar", "back": "front_door"})
    client.post("/go/", {"code": card.card.code})
    assert '<html lang="ar" dir="rtl"' in client.get("/me/").content.decode()
