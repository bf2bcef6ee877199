import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from core.age_bands import AgeBand, ReadingLevel
from core.models import Council
from home import urls
from surveys.questionnaires.domain.starter import load_starter
from surveys.questionnaires.models import Questionnaire
from surveys.responses.domain.tickets import FormWindow, issue_ticket
from surveys.responses.enums import TicketKind
from tests.home.cards import card_with_code, type_code

pytestmark = pytest.mark.django_db


def _card(kind: str, questionnaire: Questionnaire, *, opens_in_days: int = -1) -> str:
    now = timezone.now()
    window = FormWindow(
        questionnaire.form,
        questionnaire,
        now + dt.timedelta(days=opens_in_days),
        now + dt.timedelta(days=opens_in_days + 9),
    )
    return issue_ticket(
        council=Council.objects.create(name="A council"),
        kind=kind,
        band=AgeBand.B12_15,
        level=ReadingLevel.STANDARD,
        expires_at=now + dt.timedelta(days=20),
        forms=[window],
        now=now,
    ).code


@pytest.fixture
def starter() -> None:
    load_starter(now=timezone.now())


def _named(**wanted: object) -> Questionnaire:
    return Questionnaire.objects.filter(live=True, named=True, form="before", **wanted).first()


def test_a_form_stands_on_my_page_only_while_it_is_open(client: Client, starter: None) -> None:
    type_code(client, _card(TicketKind.MEETING, _named()))
    assert 'href="/me/say/before/"' in client.get("/me/").content.decode()


def test_a_form_that_is_not_open_yet_is_not_offered(client: Client, starter: None) -> None:
    type_code(client, _card(TicketKind.MEETING, _named(), opens_in_days=2))
    assert 'href="/me/say/before/"' not in client.get("/me/").content.decode()


def test_every_card_offers_somebody_to_talk_to(client: Client) -> None:
    type_code(client, card_with_code())
    html = client.get("/me/").content.decode()
    assert "/me/talk/" in html
    assert "/me/card/" in html


def test_a_consultation_card_asks_for_no_visit(client: Client, starter: None) -> None:
    unnamed = Questionnaire.objects.filter(live=True, named=False).first()
    type_code(client, _card(TicketKind.CONSULTATION, unnamed))
    assert "/me/card/" not in client.get("/me/").content.decode()


def test_my_page_shows_no_code_and_no_word_of_the_child(client: Client) -> None:
    code = card_with_code()
    type_code(client, code)
    html = client.get("/me/").content.decode()
    assert code not in html
    assert code.replace("-", "") not in html


def test_every_page_of_this_room_says_who_may_see_it() -> None:
    without = [entry.name for entry in urls.urlpatterns if not hasattr(entry.callback, "access_rule")]
    assert without == []
