"""How a young person takes part: said once, kept once, carried into the questions (D12)."""

import pytest
from django.urls import reverse

from surveys.responses.models import Answer
from tests.factories.meetings import with_card
from tests.meetings.pages import child, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock(monday, reader):
    return None


def test_how_they_take_part_is_kept_once_and_never_shown_back():
    a = with_card()
    client = child(a)
    given = {"choices": ["someone-speaks", "not-this-time"], "speaker": "My aunt Perpetua"}
    assert client.post(reverse("take_part"), given).status_code == 200
    assert a.fresh().take_part == ["someone-speaks", "not-this-time"]
    assert a.fresh().speaker.open() == "My aunt Perpetua"
    page = text_of(client.get(reverse("take_part")))
    assert "Perpetua" not in page
    assert " checked" not in page


@pytest.mark.parametrize("given", [{}, {"choices": ["fly"]}, {"choices": ["my-words"], "speaker": "x" * 300}])
def test_a_choice_that_cannot_be_kept_says_so_and_changes_nothing(given):
    a = with_card()
    answer = child(a).post(reverse("take_part"), given)
    assert answer.status_code == 400
    assert "Please look at this again" in text_of(answer)
    assert a.fresh().take_part == []


def test_the_questionnaire_confirms_what_was_chosen_on_the_invite():
    a = with_card()
    child(a).post(reverse("take_part"), {"choices": ["all-of-it"]})
    a.sends(wants="A quiet room", how=("my-words", "not-this-time"))
    assert a.fresh().take_part == ["my-words", "not-this-time"]


def sends_as_it_stands(client):
    client.post("/me/say/before/check/", {"send": "yes", "count": "yes", "key": "k" * 32})


def answered(a, part_id):
    return Answer.objects.get(response__ticket=a.fresh().ticket, part_id=part_id).options


def test_the_questionnaire_begins_with_what_was_chosen_on_the_invite_and_does_not_show_it():
    a = with_card()
    client = child(a)
    client.post(reverse("take_part"), {"choices": ["my-words", "someone-speaks"]})
    client.post(reverse("advocate"), {"answer": "have-one"})
    client.post("/me/say/before/")
    pages = [text_of(client.get(f"/me/say/before/{number}/")) for number in range(1, 9)]
    assert sum("You have answered this" in page for page in pages) == 2
    assert not any(" checked" in page for page in pages)
    sends_as_it_stands(client)
    assert answered(a, "Q17") == ["my-words", "someone-speaks"]
    assert answered(a, "Q19") == ["have-one"]


def test_a_choice_made_while_the_form_is_open_is_the_one_that_is_sent_and_kept():
    a = with_card()
    client = child(a)
    client.post(reverse("take_part"), {"choices": ["all-of-it"]})
    client.post("/me/say/before/")
    client.post(reverse("take_part"), {"choices": ["not-this-time"]})
    sends_as_it_stands(client)
    assert answered(a, "Q17") == a.fresh().take_part == ["not-this-time"]


def test_a_skipped_question_leaves_the_choice_as_it_was():
    a = with_card()
    child(a).post(reverse("take_part"), {"choices": ["all-of-it"]})
    a.sends(wants="A quiet room")
    assert a.fresh().take_part == ["all-of-it"]


def test_asking_for_an_advocate_tells_the_worker_once_and_says_nothing_in_the_mail(mailoutbox):
    a = with_card()
    client = child(a)
    for _ in range(2):
        assert client.post(reverse("advocate"), {"answer": "yes"}).status_code == 200
    assert a.fresh().advocate_wanted == "yes"
    assert [mail.to for mail in mailoutbox] == [[a.worker.email]]
    said = mailoutbox[0].subject + mailoutbox[0].body
    assert "advocate" not in said.lower()
