"""A box for words opens in a language only where somebody on call can read it (S17)."""

import datetime as dt
import re

import pytest
from django.utils import timezone
from django.utils.translation import override

from participation.listening.domain import interpreters
from participation.listening.models import InterpreterChoice, InterpreterDays, InterpreterWanted
from surveys.responses import registry
from surveys.responses.domain.languages import other_languages
from surveys.responses.models import ChangeRequest, Draft, Piece, Response, Words
from tests.factories.listening import put_on_call
from tests.factories.made import a_drawing, a_voice_note
from tests.factories.responses import a_ticket, child_client, question_url
from tests.responses.test_pieces import made
from tests.responses.walking import START, begin, heard, send

pytestmark = pytest.mark.usefixtures("monday", "people")
ALOUD = "/me/say/before/aloud/Q09/"
CHANGE = "/me/say/before/change/"
NOBODY = "Today nobody here can read"
TIGRINYA = "ኩዕሶ እፈቱ"


def on_call(**about):
    return put_on_call(now=timezone.now(), **about)


def page_of(client, number=1):
    return client.get(question_url(number)).content.decode()


def has_box(page):
    return "<textarea" in page


def has_voice(page):
    return 'name="aloud"' in page


def test_without_anybody_on_call_no_box_and_no_voice_is_offered():
    client = begin(a_ticket(language="ti"))
    page = page_of(client)
    assert NOBODY in page
    assert "ትግርኛ" in page
    assert not has_box(page)
    assert not has_voice(page)
    assert client.get(ALOUD).status_code == 404
    for way in ('name="draw"', 'value="talk"', 'value="in_english"', 'value="interpreter"', 'name="skip"'):
        assert way in page, way


def test_with_somebody_on_call_the_box_and_the_voice_open():
    on_call()
    client = begin(a_ticket(language="ti"))
    page = page_of(client)
    assert NOBODY not in page
    assert has_box(page)
    assert has_voice(page)
    assert client.get(ALOUD).status_code == 200


def test_english_asks_nobody(django_assert_num_queries):
    ticket = a_ticket()
    with django_assert_num_queries(0):
        assert registry.may_write_in(ticket, "en", now=timezone.now())


@pytest.mark.parametrize("language", ["ar", "am"])
def test_an_interpreter_of_another_language_opens_nothing(language):
    on_call(language=language)
    assert not has_box(page_of(begin(a_ticket(language="ti"))))


@pytest.mark.parametrize("first", [-10, 8])
def test_only_the_days_on_call_count(first):
    now = timezone.now()
    put_on_call(days=5, now=now + dt.timedelta(days=first))
    assert not interpreters.may_write_in(a_ticket(language="ti"), "ti", now)


def test_a_weekend_is_served_by_whoever_is_on_call_when_it_is_read():
    saturday = dt.datetime(2026, 11, 28, 12, tzinfo=dt.UTC)
    put_on_call(days=1, now=saturday + dt.timedelta(days=2))
    assert interpreters.may_write_in(a_ticket(language="ti"), "ti", saturday)
    assert not interpreters.may_write_in(a_ticket(language="ti"), "ti", saturday - dt.timedelta(days=1))


def test_the_language_chosen_in_this_visit_counts_not_only_the_card():
    ticket = a_ticket()
    client = begin(ticket)
    assert has_box(page_of(client))
    with override("ar"):
        from surveys.responses.domain.languages import own_language

        assert own_language(ticket) == "ar"
    with override("en-gb"):
        assert own_language(ticket) == "en"


@pytest.mark.parametrize("choice", [{"gender": "woman"}, {"nobody_known": True}])
def test_whom_the_young_person_would_be_ok_with_decides(choice):
    """A man only on call does not open the box for somebody who asked for a woman; knowing is asked by a person."""
    days = on_call(gender="man")
    ticket = a_ticket(language="ti")
    InterpreterChoice.objects.create(ticket=ticket, **choice)
    assert interpreters.may_write_in(ticket, "ti", timezone.now()) is ("gender" not in choice)
    interpreters.refuse(ticket, days.interpreter, now=timezone.now())
    assert not interpreters.may_write_in(ticket, "ti", timezone.now())


def test_a_refused_interpreter_stays_open_to_everybody_else():
    days = on_call()
    mine, another = a_ticket(language="ti"), a_ticket(language="ti")
    interpreters.refuse(mine, days.interpreter, now=timezone.now())
    assert not has_box(page_of(begin(mine)))
    assert has_box(page_of(begin(another)))


def test_english_can_be_written_instead_and_stays_chosen():
    client = begin(a_ticket(language="ti"))
    answer = client.post(question_url(1), {"go": "in_english", "in": "ti"})
    assert answer["Location"] == question_url(1)
    for number in (1, 2):
        page = page_of(client, number)
        assert NOBODY not in page
    client.post(question_url(1), {"words-Q09": "I like football", "in": "en", "next": "yes"})
    send(client)
    assert Words.objects.get().language == "en"


def test_another_visit_starts_in_its_own_language_again():
    ticket = a_ticket(language="ti")
    begin(ticket).post(question_url(1), {"go": "in_english"})
    assert not has_box(page_of(child_client(ticket)))


def test_words_carry_the_language_they_are_in_and_are_not_touched():
    on_call()
    client = begin(a_ticket(language="ti"))
    client.post(question_url(1), {"words-Q09": TIGRINYA, "in": "ti", "next": "yes"})
    send(client)
    response = Response.objects.get()
    assert heard(response)["Q09"].words == TIGRINYA
    assert (heard(response)["Q09"].language, response.language) == ("ti", "ti")
    assert TIGRINYA not in str(Words.objects.values_list("text", flat=True))
    assert other_languages([response.pk]) == {response.pk: ("ti",)}


def test_i_wrote_this_in_english_counts_for_the_page():
    on_call()
    client = begin(a_ticket(language="ti"))
    assert "I wrote this in English" in page_of(client)
    client.post(question_url(1), {"words-Q09": "Football", "in": ["ti", "en"], "next": "yes"})
    send(client)
    assert Words.objects.get().language == "en"


@pytest.mark.parametrize("said", ["xx", "", "../etc", "en-gb"])
def test_a_language_nobody_offered_is_the_young_persons_own(said):
    on_call()
    client = begin(a_ticket(language="ti"))
    client.post(question_url(1), {"words-Q09": TIGRINYA, "in": said, "next": "yes"})
    send(client)
    assert Words.objects.get().language == "ti"


def test_words_typed_while_somebody_was_on_call_are_kept_when_nobody_is_by_now():
    on_call()
    client = begin(a_ticket(language="ti"))
    page_of(client)
    InterpreterDays.objects.all().delete()
    client.post(question_url(1), {"words-Q09": TIGRINYA, "in": "ti", "next": "yes"})
    assert made(client, a_voice_note(2), url=ALOUD, name="v.wav", kind="audio/wav").status_code == 302
    send(client)
    assert heard(Response.objects.get())["Q09"].words == TIGRINYA


def test_a_voice_carries_its_language_and_a_drawing_needs_none():
    on_call()
    client = begin(a_ticket(language="ti"))
    made(client, a_voice_note(2), url=ALOUD, name="v.wav", kind="audio/wav")
    made(client, a_drawing())
    send(client)
    assert set(Piece.objects.values_list("kind", "language")) == {("voice", "ti"), ("drawing", "en")}


def test_a_draft_kept_before_languages_still_opens():
    from surveys.responses.domain.drafts import _from_json

    assert _from_json('["answered", [], "x", false]').given.language == "en"
    assert _from_json('["answered", [], "x", true, true]').given.made
    typed = _from_json('["answered", [], "x", false, false, "page", ["answered", [], "y", false, true]]')
    assert (typed.given.language, typed.before.language, typed.before.made) == ("en", "en", True)


def test_looking_tells_nobody_going_on_tells_once():
    ticket = a_ticket(language="ti")
    client = begin(ticket)
    InterpreterWanted.objects.all().delete()
    page_of(client)
    assert not InterpreterWanted.objects.exists()
    for _ in range(2):
        client.post(question_url(1), {"skip": "yes"})
    (wish,) = InterpreterWanted.objects.all()
    assert (wish.ticket, wish.language) == (ticket, "ti")


def test_starting_tells_a_person_and_where_somebody_is_on_call_nobody():
    begin(a_ticket(language="ti"))
    assert InterpreterWanted.objects.count() == 1
    on_call(language="ar")
    begin(a_ticket(language="ar"))
    assert InterpreterWanted.objects.count() == 1


def test_where_nobody_is_named_only_the_language_and_the_day_are_kept():
    client = child_client(a_ticket(kind="consultation", language="ti"))
    client.post("/me/say/consultation/")
    assert InterpreterWanted.objects.get().ticket is None
    page = client.get("/me/say/consultation/1/").content.decode()
    assert 'value="interpreter"' not in page
    assert client.get("/me/interpreter/").status_code == 404


def test_a_wish_to_change_needs_no_words_where_there_is_no_box():
    ticket = a_ticket(language="ti")
    client = begin(ticket)
    send(client)
    page = client.get(CHANGE).content.decode()
    assert not has_box(page)
    assert NOBODY in page
    assert client.post(CHANGE, {"kind": "change"})["Location"] == "/me/say/before/asked/"
    assert ChangeRequest.objects.get().language == "en"


def test_a_wish_to_change_carries_its_language():
    on_call()
    client = begin(a_ticket(language="ti"))
    send(client)
    assert has_box(client.get(CHANGE).content.decode())
    assert client.post(CHANGE, {"kind": "change"}).status_code == 422
    client.post(CHANGE, {"kind": "change", "words": TIGRINYA, "in": "ti"})
    assert ChangeRequest.objects.get().language == "ti"


def test_whoever_interprets_stands_among_those_who_see_it_and_can_be_refused():
    on_call(name="Selam")
    ticket = a_ticket(language="ti")
    client = begin(ticket)
    who = "/me/say/before/who/"
    assert "Selam" in client.get(who).content.decode()
    assert "Selam" in client.get(START).content.decode()
    person = next(each for each in registry.who_reads(ticket) if each.name == "Selam")
    client.post(who, {"not_them": person.user_id})
    assert "Selam" not in client.get(who).content.decode()
    assert not has_box(page_of(client))


def test_the_start_page_says_it_before_the_first_question():
    ticket = a_ticket(language="ti")
    assert NOBODY in child_client(ticket).get(START).content.decode()
    on_call()
    page = child_client(ticket).get(START).content.decode()
    assert NOBODY not in page
    assert "You can write in" in page


def test_asking_for_somebody_keeps_the_choice_and_tells_a_person():
    ticket = a_ticket(language="ti")
    client = begin(ticket)
    InterpreterWanted.objects.all().delete()
    assert 'value="ti" selected' in client.get("/me/interpreter/").content.decode()
    form = {"language": "ti", "gender": "woman", "nobody_known": "on"}
    assert client.post("/me/interpreter/", form)["Location"] == "/me/interpreter/asked/"
    choice = InterpreterChoice.objects.get(ticket=ticket)
    assert (choice.gender, choice.nobody_known) == ("woman", True)
    assert InterpreterWanted.objects.filter(ticket=ticket, language="ti").count() == 1
    page = client.get("/me/interpreter/").content.decode()
    assert not re.search(r'(value="woman"|nobody_known")[^>]*checked', page)  # nothing chosen is shown back
    assert client.post("/me/interpreter/", {"language": "en"}).status_code == 422
    assert client.post("/me/interpreter/", {}).status_code == 422


def test_a_language_on_a_late_page_is_kept_too():
    import time_machine as clock

    on_call()
    ticket = a_ticket(language="ti")
    client = begin(ticket)
    with clock.travel(timezone.now() + dt.timedelta(hours=1), tick=False):
        client.post(question_url(1), {"words-Q09": TIGRINYA, "in": "ti", "next": "yes"})
    from surveys.responses.domain.drafts import given_so_far

    assert given_so_far(Draft.objects.get())["Q09"].language == "ti"
