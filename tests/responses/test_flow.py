"""The pages, scripts off: what a child always has, and that nothing comes back."""

import re

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.urls import reverse

from surveys.responses import registry
from surveys.responses.domain.hearing import heard_answers, heard_changes
from surveys.responses.domain.tickets import find_ticket
from surveys.responses.models import ChangeRequest, Draft, DraftAnswer, Response
from tests.factories.questionnaires import published
from tests.factories.responses import a_ticket, child_client, issued, question_url

pytestmark = pytest.mark.django_db
START = "/me/say/before/"
CHECK = "/me/say/before/check/"
CANARY = "quietcanaryword"


@pytest.fixture
def ticket():
    return a_ticket()


@pytest.fixture
def client(ticket):
    client = child_client(ticket)
    assert client.post(START).status_code == 302
    return client


def begin(ticket):
    client = child_client(ticket)
    client.post(START)
    return client


def send(client, **choices):
    return client.post(CHECK, {"send": "yes", "key": "k" * 32, "count": "yes", **choices})


def heard(response):
    return {part.part_id: part for question in heard_answers(response) for part in question.parts}


def test_questions_cannot_be_reached_before_the_page_that_says_who_reads(ticket):
    client = child_client(ticket)
    assert client.get(question_url(1))["Location"] == START
    assert client.post(question_url(1), {"words-Q09": "x"})["Location"] == START
    assert client.post(CHECK, {"send": "yes"})["Location"] == START
    assert not Draft.objects.exists()


def test_start_page_names_everyone_who_reads_and_what_cannot_be_kept(ticket):
    registry.register_readers(
        lambda ticket: [
            registry.WhoReads("Sam", "your worker"),
            registry.WhoReads("Priya", "reads when Sam is away"),
        ]
    )
    page = child_client(ticket).get(START).content.decode()
    for words in (
        "Sam",
        "Priya",
        "It goes on your record",
        "Police or a court can ask for it",
        "Nobody reads this until you press Send.",
    ):
        assert words in page


@pytest.mark.parametrize(
    ("band", "words"),
    [("8-11", "could get hurt"), ("16-17", "being hurt or could be"), ("18-25", "adult: we normally ask")],
)
def test_limits_are_said_in_the_words_of_the_age(band, words):
    page = child_client(a_ticket(band=band)).get(START).content.decode()
    assert words in page


def test_named_page_never_says_anonymous_or_confidential(client):
    for url in (START, question_url(1), CHECK, "/me/say/before/who/"):
        page = client.get(url).content.decode().lower()
        assert "anonymous" not in page
        assert "confidential" not in page


MORE = (
    "who",
    "stop",
    "save",
    "bigger",
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
    assert "You have written something here. Write again to change it." in client.get(question_url(1)).content.decode()


def test_draft_is_not_in_the_raw_bytes_of_the_store(client):
    client.post(question_url(1), {"words-Q09": CANARY})
    if connection.vendor != "sqlite":
        pytest.skip("the file of SQLite")
    from pathlib import Path

    name = Path(connection.settings_dict["NAME"])
    for file in (name, name.with_name(name.name + "-wal")):
        assert not file.exists() or CANARY.encode() not in file.read_bytes()


def test_choices_are_not_shown_back_either(client):
    client.post(question_url(4), {"part-Q19": "yes"})
    assert " checked" not in client.get(question_url(4)).content.decode()


def test_empty_page_keeps_what_was_written_and_take_out_removes_it(client, ticket):
    client.post(question_url(1), {"words-Q09": CANARY})
    client.post(question_url(1), {"words-Q09": "", "next": "yes"})
    client.post(question_url(1), {"skip": "yes"})
    assert DraftAnswer.objects.get(part_id="Q09").sealed.open().count(CANARY) == 1
    client.post(question_url(1), {"take_out": "yes"})
    assert not DraftAnswer.objects.filter(part_id="Q09").exists()


def test_declining_replaces_what_was_written(client):
    client.post(question_url(1), {"words-Q09": CANARY})
    client.post(question_url(1), {"declined": "yes"})
    send(client)
    assert heard(Response.objects.get())["Q09"].state == "declined"


def test_whole_form_travels_from_first_page_to_what_the_reader_hears(client):
    client.post(question_url(1), {"words-Q09": "Football, and my gran", "hide": "yes"})
    client.post(question_url(2), {"skip": "yes"})
    client.post(question_url(3), {"declined": "yes"})
    client.post(question_url(4), {"part-Q19": "yes"})
    answer = send(client, share="people", heard=["Q09"], writers="yes", filled_by="me", watched="no")
    assert answer.status_code == 303
    thanks = client.get(answer["Location"]).content.decode()
    assert "It is saved" in thanks
    assert "gran" not in thanks
    response = Response.objects.get()
    parts = heard(response)
    assert parts["Q09"].words == "Football, and my gran"
    assert parts["Q09"].share
    assert parts["Q09"].hide_from_parents
    assert parts["Q11"].state == "skipped"
    assert parts["Q17"].state == "declined"
    assert parts["Q19"].options == ("yes",)
    assert not parts["Q19"].share
    assert parts["Q28"].state == "not_asked"
    assert (response.share, response.filled_by, response.was_watched, response.writers_may_read) == (
        "people",
        "me",
        "no",
        True,
    )
    assert not Draft.objects.exists()


def test_private_choices_are_the_ones_set_beforehand(client):
    page = client.get(CHECK).content.decode()
    assert 'value="just" checked' in page
    assert 'name="count" value="yes" checked' in page
    for off in ("writers", "use_words"):
        assert f'name="{off}" value="yes">' in page
    send(client)
    response = Response.objects.get()
    assert (response.share, response.ok_to_count, response.writers_may_read, response.may_use_words) == (
        "just",
        True,
        False,
        False,
    )


def test_preview_shows_which_answers_people_would_hear_and_sends_nothing(client):
    client.post(question_url(1), {"words-Q09": CANARY})
    page = client.post(
        CHECK, {"preview": "yes", "share": "people", "heard": ["Q09"], "key": "k", "writers": "yes"}
    ).content.decode()
    assert "What people at the meeting would hear" in page
    assert 'value="Q09" checked' in page
    assert 'name="writers" value="yes" checked' in page
    assert CANARY not in page
    assert not Response.objects.exists()


def test_after_send_no_page_of_any_kind_shows_the_words(client, ticket):
    given = issued()
    client = begin(given.ticket)
    client.post(question_url(1), {"words-Q09": CANARY})
    old_page = client.get(question_url(1))
    send(client)
    assert CANARY not in old_page.content.decode()
    later = begin(find_ticket(given.code, now=given.ticket.created_at))
    for browser in (client, later):
        for url in (
            START,
            question_url(1),
            CHECK,
            "/me/say/before/sent/",
            "/me/say/before/change/",
            "/me/say/before/saved/",
            "/me/say/before/who/",
        ):
            page = browser.get(url, follow=True)
            assert CANARY not in page.content.decode(), url


def test_send_gives_the_browser_a_new_session_key(client):
    before = client.cookies[settings.CHILD_SESSION_COOKIE_NAME].value
    send(client)
    assert client.cookies[settings.CHILD_SESSION_COOKIE_NAME].value != before


def test_double_send_and_going_back_say_calmly_that_we_have_it(client):
    assert send(client)["Location"] == "/me/say/before/sent/"
    for again in (send(client), client.get(CHECK), client.get(question_url(1)), client.get(START)):
        assert again["Location"] == "/me/say/before/sent/"
    assert "It is saved" in client.get("/me/say/before/sent/").content.decode()
    assert Response.objects.count() == 1


def test_words_of_a_second_tab_after_send_are_kept_on_the_page_and_change_nothing(client, ticket):
    tab = begin(ticket)
    send(client)
    page = tab.post(question_url(1), {"words-Q09": CANARY})
    assert page.status_code == 409
    assert CANARY in page.content.decode()
    assert not DraftAnswer.objects.exists()
    assert heard(Response.objects.get())["Q09"].state == "not_asked"


def test_change_and_take_back_are_wishes_that_a_reader_sees_and_erase_nothing(client):
    client.post(question_url(1), {"words-Q09": "first words"})
    send(client)
    assert (
        client.post("/me/say/before/change/", {"kind": "change", "words": CANARY})["Location"]
        == "/me/say/before/asked/"
    )
    client.post("/me/say/before/change/", {"kind": "take_back", "words": ""})
    response = Response.objects.get()
    assert heard(response)["Q09"].words == "first words"
    assert [(change.kind, change.words) for change in heard_changes(response)] == [
        ("change", CANARY),
        ("take_back", ""),
    ]
    assert response.take_back_asked_at is not None
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM responses_changerequest")
        assert CANARY not in str(cursor.fetchall())


@pytest.mark.parametrize(
    "posted",
    [{}, {"kind": "erase"}, {"kind": "change", "words": "  "}, {"kind": "change", "words": "a" * 2001}],
)
def test_wish_that_cannot_be_kept_stays_on_the_page(client, posted):
    send(client)
    page = client.post("/me/say/before/change/", posted)
    assert page.status_code == 422
    assert posted.get("words", "").strip() in page.content.decode()
    assert not ChangeRequest.objects.exists()


def test_stop_offers_to_delete_to_save_and_to_send(client):
    client.post(question_url(1), {"words-Q09": CANARY})
    assert client.post("/me/say/before/stop/", {"stop": "save"})["Location"] == "/me/say/before/saved/"
    assert Draft.objects.exists()
    assert "kept for later" in client.get("/me/say/before/saved/").content.decode()
    assert client.post("/me/say/before/stop/", {"stop": "send"})["Location"] == CHECK
    client.post("/me/say/before/stop/", {"stop": "delete"})
    assert not Draft.objects.exists()
    assert not DraftAnswer.objects.exists()
    assert "is gone" in client.get("/me/say/before/saved/").content.decode()


@pytest.mark.parametrize("control", MORE)
def test_every_control_under_more_keeps_what_was_typed_first(client, control):
    answer = client.post(question_url(1), {"words-Q09": CANARY, "go": control})
    assert answer.status_code in (200, 302)
    assert CANARY in DraftAnswer.objects.get(part_id="Q09").sealed.open()


def test_unknown_control_leads_back_to_the_question(client):
    assert client.post(question_url(1), {"go": "https://example.org"})["Location"] == question_url(1)


def test_easier_words_and_the_longer_set_carry_the_answers(ticket):
    easy = published(level="easy-read")
    long = published(length="long", asked=("Q09", "Q10", "Q11", "Q16", "Q17", "Q18", "Q19", "Q20", "Q28"))
    short = ticket.forms.get().questionnaire
    short.longer = long.questionnaire
    short.save()
    client = begin(ticket)
    client.post(question_url(1), {"words-Q09": CANARY, "go": "easier"})
    assert Draft.objects.get().version == easy
    client.post(question_url(1), {"go": "usual"})
    assert Draft.objects.get().version == short.current_version()
    assert "Show me the longer set" in client.get(CHECK).content.decode()
    client.post("/me/say/before/go/", {"go": "longer"})
    assert Draft.objects.get().version == long
    send(client)
    response = Response.objects.get()
    assert response.version == long
    assert heard(response)["Q09"].words == CANARY


def test_missing_easier_version_says_so_and_loses_nothing(client):
    page = client.post(question_url(1), {"words-Q09": CANARY, "go": "easier"})
    assert "don't have that version yet" in page.content.decode()
    assert DraftAnswer.objects.get(part_id="Q09")


def test_helper_is_named_on_every_page_and_asked_alone_never_stands_beside_one(client):
    assert 'name="hide"' in client.get(question_url(1)).content.decode()
    assert 'name="watched"' in client.get(CHECK).content.decode()
    client.post("/me/say/before/with/", {"helper": "carer"})
    for url in (question_url(1), CHECK, "/me/say/before/stop/"):
        page = client.get(url).content.decode()
        assert "Someone you live with" in page
        assert 'name="hide"' not in page
        assert 'name="watched"' not in page
    client.post("/me/say/before/with/", {"helper": ""})
    page = client.get(question_url(1)).content.decode()
    assert "Someone you live with" not in page
    assert 'name="hide"' not in page  # they may still look over a shoulder in this visit
    client.post(question_url(1), {"words-Q09": "x", "hide": "yes"})
    send(client, watched="yes")
    response = Response.objects.get()
    assert (response.helped_by, response.was_watched) == ("carer", "")
    assert not heard(response)["Q09"].hide_from_parents


def test_nothing_changes_on_screen_after_somebody_was_telling_me_what_to_put(client, ticket):
    yes = send(client, watched="yes")
    other = begin(a_ticket())
    no = send(other, watched="no")
    assert (yes.status_code, yes["Location"]) == (no.status_code, no["Location"])

    def plain(browser):
        return re.sub(r'csrfmiddlewaretoken" value="[^"]+"', "", browser.get("/me/say/before/sent/").content.decode())

    assert plain(client) == plain(other)


def test_not_them_reaches_the_room_that_keeps_it(client, ticket):
    off = []
    registry.register_readers(lambda ticket: [registry.WhoReads("Sam", "your worker", "sam-id")])
    registry.register_not_them(lambda ticket, user_id, now: off.append((ticket.pk, user_id)))
    assert "Not Sam" in client.get("/me/say/before/who/").content.decode()
    client.post("/me/say/before/who/", {"not_them": "somebody-else"})
    assert off == []
    assert (
        "We took them off" in client.post("/me/say/before/who/", {"not_them": "sam-id"}, follow=True).content.decode()
    )
    assert off == [(ticket.pk, "sam-id")]


def test_next_steps_with_the_real_day_stand_on_the_thank_you(client):
    registry.register_next_steps(lambda ticket, now: [registry.NextStep("Jo reads it", "By Thursday 26 November.")])
    send(client)
    assert "By Thursday 26 November." in client.get("/me/say/before/sent/").content.decode()


def test_form_without_a_reader_does_not_open(ticket):
    registry.register_gate(lambda version, ticket, now: "no rota")
    client = child_client(ticket)
    page = client.get(START).content.decode()
    assert "This is not open now" in page
    assert "no rota" not in page
    assert client.post(START).status_code == 409
    assert not Draft.objects.exists()


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
    client.post(question_url(1), {"take_out": "yes"})
    client.post(question_url(1), {"words-Q09": "Everyone may know this"})
    send(client)
    assert not heard(Response.objects.get())["Q09"].hide_from_parents


def test_whoever_began_while_somebody_read_writes_on_and_sends_when_the_last_reader_goes(client):
    client.post(question_url(1), {"words-Q09": CANARY})
    registry.register_gate(lambda version, ticket, now: "no rota")
    assert "<textarea" in client.get(question_url(2)).content.decode()
    client.post(question_url(2), {"words-Q11": "To stay at my school"})
    answer = client.post("/me/say/before/check/", {"send": "yes", "count": "yes"}, follow=True)
    assert "It is saved" in answer.content.decode()
    stored = heard(Response.objects.get())
    assert (stored["Q09"].words, stored["Q11"].words) == (CANARY, "To stay at my school")


@pytest.mark.parametrize(("language", "says_so"), [("en", False), ("ti", True)])
def test_a_box_says_that_words_in_another_language_need_a_person(language, says_so):
    client = begin(a_ticket(language=language))
    page = client.get(question_url(1)).content.decode()
    assert ("Please write in English here" in page) is says_so


@pytest.mark.parametrize(
    ("go", "leads_to"), [("with", "/me/say/before/with/"), ("language", "/me/say/before/language/")]
)
def test_help_with_the_form_can_be_had_before_the_first_question(ticket, go, leads_to):
    client = child_client(ticket)
    assert f'name="go" value="{go}"' in client.get(START).content.decode()
    assert client.post(START, {"go": go})["Location"] == leads_to


def test_easier_words_can_be_chosen_before_the_first_question(ticket):
    easy = published(level="easy-read")
    client = child_client(ticket)
    assert client.post(START, {"go": "easier"})["Location"] == question_url(1)
    assert Draft.objects.get().version == easy


def test_the_check_page_promises_only_people_who_really_read(client):
    sam = registry.WhoReads("Sam", "your worker", "sam", is_named=True)
    jo = registry.WhoReads("Jo", "runs the meeting", "jo", is_named=True)
    priya = registry.WhoReads("Priya", "reads on weekdays", "priya")
    people = [sam, jo, priya]
    registry.register_readers(lambda ticket: people)
    page = client.get(CHECK).content.decode()
    assert "Just my worker and the person who runs the meeting" in page
    assert "Sam, Jo, Priya" in page
    people.remove(jo)  # the child said "not them"
    page = client.get(CHECK).content.decode()
    assert "the person who runs the meeting" not in page
    assert "Sam, Priya" in page


def test_not_named_form_names_everyone_who_may_read_the_words():
    registry.register_readers(lambda ticket: [registry.WhoReads("Priya", "reads on weekdays", "priya-id")])
    client = child_client(a_ticket(kind="consultation"))
    for address in ("/me/say/consultation/", "/me/say/consultation/who/"):
        page = client.get(address).content.decode()
        assert "Priya" in page
        assert "reads on weekdays" in page
        assert 'name="not_them"' not in page


def test_not_named_form_says_first_that_nobody_can_come_and_ends_the_visit_with_send():
    client = child_client(a_ticket(kind="consultation"))
    page = client.get("/me/say/consultation/").content.decode()
    assert "We won't know who you are" in page
    client.post("/me/say/consultation/")
    client.post("/me/say/consultation/1/", {"words-Q09": CANARY})
    assert 'name="share"' not in client.get("/me/say/consultation/check/").content.decode()
    answer = client.post("/me/say/consultation/check/", {"send": "yes", "count": "yes"}, follow=True)
    assert "It is saved" in answer.content.decode()
    assert CANARY not in answer.content.decode()
    back = client.get("/me/say/consultation/1/")
    assert back["Location"] == "/me/say/consultation/sent/"
    assert 'href="/me/say/' not in client.get(back["Location"]).content.decode()
    assert Response.objects.get().ticket_id is None


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


def test_tick_from_a_version_with_other_options_is_said_and_never_breaks_the_send(client):
    from surveys.responses.domain.answers import GivenAnswer
    from surveys.responses.domain.drafts import keep_draft_answers

    draft = Draft.objects.get()
    keep_draft_answers(draft, {"Q19": GivenAnswer(options=("gone",))}, position=1, now=draft.started_at)
    assert "in another version of this form" in client.get(CHECK).content.decode()
    assert send(client).status_code == 303
    assert heard(Response.objects.get())["Q19"].state == "not_asked"


@pytest.mark.parametrize("kind", ["meeting", "consultation"])
def test_second_tap_on_send_with_the_old_cookie_hears_that_it_is_saved_and_opens_nothing_else(kind):
    ticket = a_ticket(kind=kind)
    form = ticket.forms.get().form
    client = child_client(ticket)
    client.post(f"/me/say/{form}/")
    old = client.cookies[settings.CHILD_SESSION_COOKIE_NAME].value
    client.post(f"/me/say/{form}/check/", {"send": "yes", "key": "a"})
    tap = Client()
    tap.cookies[settings.CHILD_SESSION_COOKIE_NAME] = old
    again = tap.post(f"/me/say/{form}/check/", {"send": "yes", "key": "a"})
    assert again["Location"] == f"/me/say/{form}/sent/"
    assert "It is saved" in tap.get(again["Location"]).content.decode()
    for url in ("/me/", f"/me/say/{form}/change/", f"/me/say/{form}/who/", f"/me/say/{form}/"):
        assert tap.get(url)["Location"] == f"/me/say/{form}/sent/"
    assert Response.objects.count() == 1
    assert session_keys(old) == {"finished", "named", "_session_expiry"}


def session_keys(key):
    from django.contrib.sessions.backends.db import SessionStore

    return set(SessionStore(key).keys())


def test_named_one_answer_code_is_used_up_and_its_thank_you_is_true():
    version = published(named=True, form="consultation")
    ticket = a_ticket(kind="consultation", version=version)
    client = child_client(ticket)
    client.post("/me/say/consultation/")
    thanks = client.post("/me/say/consultation/check/", {"send": "yes"}, follow=True).content.decode()
    assert "It is saved" in thanks
    assert "Nobody can see which answer is yours" not in thanks
    assert Response.objects.get().ticket == ticket
    ticket.refresh_from_db()
    assert ticket.used_on
