"""One question a screen, scripts off: every control, and nothing shown back."""

import re

import pytest
from django.db import connection
from django.urls import reverse

from surveys.responses.models import Draft, DraftAnswer, Response
from tests.at_rest import bytes_at_rest
from tests.factories.questionnaires import published
from tests.factories.responses import a_ticket, question_url
from tests.responses.walking import CANARY, CHECK, START, begin, heard, send

pytestmark = pytest.mark.django_db
MORE = (
    "who",
    "stop",
    "save",
    "read-size",
    "read-calm",
    "read-all",
    "easier",
    "language",
    "with",
    "talk",
    "take_part",
    "advocate",
    "check",
)


def test_every_control_stands_on_every_page_of_the_form(client, ticket):
    total = len(ticket.forms.get().questionnaire.current_version().schema)
    for number in range(1, total + 1):
        page = client.get(question_url(number)).content.decode()
        for control in (
            'href="/x/"',
            'href="/help',
            "Next",
            "Skip",
            "I don't want to say",
            "Back",
            f"{number} of {total}",
            "data-read-aloud",
        ):
            assert control in page, (number, control)
        for control in MORE:
            assert f'name="go" value="{control}"' in page, (number, control)
    for url in (CHECK, "/me/say/before/stop/", "/me/say/before/with/", "/me/say/before/language/"):
        page = client.get(url).content.decode()
        for control in MORE:
            assert f'name="go" value="{control}"' in page, (url, control)


def test_each_box_says_when_we_read_and_that_nobody_reads_before_send(client):
    page = client.get(question_url(1)).content.decode()
    assert "<textarea" in page
    assert "We read these on weekdays" in page
    assert "Nobody reads this until you press Send." in page


def test_nothing_is_chosen_beforehand_and_nothing_is_required(client):
    for number in range(1, 6):
        page = client.get(question_url(number)).content.decode()
        assert " checked" not in page
        assert " required" not in page


def test_pressing_enter_means_next(client):
    client.post(question_url(1), {"words-Q09": "something"})
    page = client.get(question_url(1)).content.decode()
    form = page[page.index("data-once") :]
    assert re.search(r"<button[^>]*name=\"(\w+)\"", form).group(1) == "next"


def test_typed_words_are_kept_sealed_and_never_shown_back(client):
    client.post(question_url(1), {"words-Q09": CANARY, "next": "yes"})
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM responses_draftanswer")
        assert CANARY not in str(cursor.fetchall())
    assert DraftAnswer.objects.get().sealed.open().count(CANARY) == 1
    for url in (
        START,
        question_url(1),
        question_url(2),
        CHECK,
        "/me/say/before/stop/",
        "/me/say/before/saved/",
    ):
        assert CANARY not in client.get(url).content.decode()
    assert "You have answered this. Write again to change it." in client.get(question_url(1)).content.decode()


def test_draft_is_not_in_the_raw_bytes_of_the_store(client):
    client.post(question_url(1), {"words-Q09": CANARY})
    if connection.vendor != "sqlite":
        pytest.skip("the file of SQLite")
    assert CANARY.encode() not in b"".join(bytes_at_rest().values())


def test_choices_are_not_shown_back_either(client):
    client.post(question_url(4), {"part-Q19": "yes"})
    assert " checked" not in client.get(question_url(4)).content.decode()


def test_empty_page_keeps_what_was_written_and_take_out_removes_it(client, ticket):
    client.post(question_url(1), {"words-Q09": CANARY})
    client.post(question_url(1), {"words-Q09": "", "next": "yes"})
    client.post(question_url(1), {"skip": "yes"})
    assert DraftAnswer.objects.get(part_id="Q09").sealed.open().count(CANARY) == 1
    client.post(question_url(1), {"take_out": "Q09"})
    assert not DraftAnswer.objects.filter(part_id="Q09").exists()


def test_declining_replaces_what_was_written(client):
    client.post(question_url(1), {"words-Q09": CANARY})
    client.post(question_url(1), {"declined": "yes"})
    send(client)
    assert heard(Response.objects.get())["Q09"].state == "declined"


@pytest.mark.parametrize("control", MORE)
def test_every_control_under_more_keeps_what_was_typed_first(client, control):
    answer = client.post(question_url(1), {"words-Q09": CANARY, "go": control})
    assert answer.status_code in (200, 302)
    assert CANARY in DraftAnswer.objects.get(part_id="Q09").sealed.open()


def test_unknown_control_leads_back_to_the_question(client):
    assert client.post(question_url(1), {"go": "https://example.org"})["Location"] == question_url(1)


@pytest.mark.parametrize("later", [{"next": "yes"}, {"words-Q09": "Said in other words"}, {"skip": "yes"}])
def test_do_not_tell_my_parent_stays_when_the_child_comes_back_to_the_question(client, later):
    client.post(question_url(1), {"words-Q09": CANARY, "hide": "yes"})
    client.post(question_url(1), later)
    send(client)
    assert heard(Response.objects.get())["Q09"].hide_from_parents


def test_do_not_tell_my_parent_can_be_ticked_later_by_itself(client):
    client.post(question_url(1), {"words-Q09": CANARY})
    client.post(question_url(1), {"words-Q09": "", "hide": "yes"})
    send(client)
    part = heard(Response.objects.get())["Q09"]
    assert (part.words, part.hide_from_parents) == (CANARY, True)


def test_an_answer_taken_out_takes_its_mark_along(client):
    client.post(question_url(1), {"words-Q09": CANARY, "hide": "yes"})
    client.post(question_url(1), {"take_out": "Q09"})
    client.post(question_url(1), {"words-Q09": "Everyone may know this"})
    send(client)
    assert not heard(Response.objects.get())["Q09"].hide_from_parents


def test_titles_are_neutral_and_distinct(client):
    titles = [
        re.search(r"<title>(.*?)</title>", client.get(url).content.decode(), re.S).group(1)
        for url in (START, question_url(1), question_url(2), CHECK)
    ]
    assert len(set(titles)) == 4
    for title in titles:
        assert not re.search(r"exploit|abuse|cse|police|safeguard|social", title, re.I)


def test_three_houses_begin_with_the_one_the_child_likes():
    version = published(band="8-11", asked=("Q06-08", "Q17", "Q19", "Q28"))
    client = begin(a_ticket(version=version, band="8-11"))
    page = client.get(question_url(1)).content.decode()
    assert page.count("<textarea") == 3
    moved = client.post(question_url(1), {"words-Q06": CANARY, "order": "Q08"})
    page = client.get(moved["Location"]).content.decode()
    assert page.index('name="words-Q08"') < page.index('name="words-Q06"')
    assert CANARY in DraftAnswer.objects.get(part_id="Q06").sealed.open()


def test_further_question_pages_are_light_in_queries_and_bytes(client, django_assert_max_num_queries):
    client.get(question_url(1))
    with django_assert_max_num_queries(8):
        page = client.get(question_url(3))
    assert len(page.content) < 15_000


def test_get_changes_nothing(client):
    client.post(question_url(1), {"words-Q09": CANARY})
    before = list(Draft.objects.values()), DraftAnswer.objects.count()
    for url in (
        START,
        question_url(1),
        question_url(2),
        CHECK,
        "/me/say/before/stop/",
        "/me/say/before/sent/",
        "/me/say/before/who/",
    ):
        client.get(url)
        client.head(url)
    assert (list(Draft.objects.values()), DraftAnswer.objects.count()) == before
    assert not Response.objects.exists()
    assert client.get(reverse("say_go", kwargs={"form": "before"})).status_code == 405
