"""What a young person's page costs in queries, with every room hooked in: whoever adds one sees it here (G2)."""

from collections.abc import Iterator

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories.meetings import MONDAY
from tests.factories.responses import question_url
from tests.promises.ready_cards import ready_cards

pytestmark = pytest.mark.django_db
ASKED = 6  # the session, the visit with its card, the form, its draft, what is not asked there, what was given here
KEPT = ASKED + 2  # the answers in one statement, and the place to come back to
ALONE, TOGETHER = "one_by_one", "together"


@pytest.fixture
def child() -> Iterator[Client]:
    with time_machine.travel(MONDAY, tick=False):
        (code,) = ready_cards(1)
        client = Client()
        client.post("/go/", {"code": code})
        assert client.post("/me/say/before/").status_code == 302
        yield client


def cost(client: Client, page: int, post: dict[str, str] | None = None) -> int:
    """Statements that ask or write, without the frame of a transaction."""
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(question_url(page)) if post is None else client.post(question_url(page), post)
    assert answer.status_code == (200 if post is None else 302)
    return sum("SAVEPOINT" not in each["sql"] for each in queries)


@pytest.mark.parametrize("layout", [ALONE, TOGETHER])
def test_a_question_page_asks_the_database_six_times_however_many_questions_stand_on_it(child: Client, layout: str):
    child.post(question_url(1), {"go": layout})
    assert cost(child, 1) == ASKED


@pytest.mark.parametrize("layout", [ALONE, TOGETHER])
def test_a_page_of_answers_is_kept_in_one_statement_however_many_there_are(child: Client, layout: str):
    child.post(question_url(1), {"go": layout})
    assert cost(child, 1, {"words-Q09": "One", "words-Q11": "Two", "next": "yes"}) == KEPT


def test_a_version_is_fetched_once_in_the_life_of_a_process(child: Client):
    child.get(question_url(1))
    with CaptureQueriesContext(connection) as queries:
        child.get(question_url(1))
    assert not [each for each in queries if "questionnaireversion" in each["sql"]]
