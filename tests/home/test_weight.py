"""What the first pages weigh (look.md, G10). Pages of questions: tests/responses/test_weight_of_questions.py."""

import re

import pytest
from django.test import Client

from tests.home.cards import card_with_code, type_code
from tests.weighing import FIRST_PAGE, FURTHER_PAGE, REQUESTS, Phone

pytestmark = pytest.mark.django_db


def test_the_first_page_asks_for_at_most_six_files_and_sixty_kilobytes() -> None:
    weight, asked = Phone().opens("/")
    assert asked <= REQUESTS
    assert weight <= FIRST_PAGE


def test_a_later_page_adds_at_most_fifteen_kilobytes() -> None:
    phone = Phone()
    phone.opens("/")
    type_code(phone.client, card_with_code())
    assert phone.opens("/me/")[0] <= FURTHER_PAGE


def test_nothing_comes_from_another_host(client: Client) -> None:
    for page in ("/", "/help/", "/help/reading/"):
        html = client.get(page).content.decode()
        assert not re.findall(r'(?:src|<link[^>]+href)="(?:https?:)?//', html)
