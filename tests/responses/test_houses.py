"""Three Houses on one screen: what is said in one house is kept, declined and shared apart from the others (S8)."""

import re
from itertools import permutations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from surveys.responses.domain.drafts import given_so_far
from surveys.responses.models import Answer, Draft, Response
from tests.factories.made import a_drawing
from tests.factories.questionnaires import published
from tests.factories.responses import a_ticket, question_url
from tests.responses.walking import CANARY, CHECK, begin, heard, send

pytestmark = pytest.mark.django_db
HOUSES = ("Q06", "Q07", "Q08")
BOX = re.compile(r'<textarea[^>]* name="words-(Q\d+)"')
KEEP = "/me/say/before/1/keep/"


@pytest.fixture
def client():
    version = published(band="8-11", asked=("Q06-08", "Q17", "Q19", "Q28"))
    return begin(a_ticket(version=version, band="8-11"))


def fields(page):
    return re.findall(r'name="((?:hide|words)[^"]*)" value="([^"]*)"', page)


def ticks(page):
    return re.findall(r'name="heard" value="([^"]*)"( checked)?', page)


def in_draft():
    return given_so_far(Draft.objects.get())


def test_every_house_has_its_own_marks_and_none_is_for_all_of_them(client):
    page = client.get(question_url(1)).content.decode()
    for house in HOUSES:
        assert f'role="group" aria-labelledby="house-{house}"' in page
        assert page.count(f'id="house-{house}"') == 1
    assert sorted(fields(page)) == sorted(
        [(f"hide-{house}", "yes") for house in HOUSES] + [(f"words-{house}", "_declined") for house in HOUSES]
    )
    assert 'name="declined"' not in page


def test_a_question_without_houses_keeps_one_mark_for_all_of_it(client):
    page = client.get(question_url(2)).content.decode()
    assert fields(page) == [("hide", "yes")]


def test_worries_stay_from_parents_while_good_things_do_not(client):
    client.post(question_url(1), {"words-Q06": "Football", "words-Q07": CANARY, "hide-Q07": "yes"})
    assert {house: in_draft()[house].hide_from_parents for house in HOUSES} == {"Q06": False, "Q07": True, "Q08": False}
    send(client)
    assert dict(Answer.objects.filter(part_id__in=HOUSES).values_list("part_id", "hide_from_parents")) == {
        "Q06": False,
        "Q07": True,
        "Q08": False,
    }


def test_one_house_can_be_declined_while_the_words_of_the_others_stay(client):
    client.post(question_url(1), {"words-Q06": "Football", "words-Q07": ["", "_declined"], "words-Q08": ""})
    send(client)
    said = heard(Response.objects.get())
    assert [said[house].state for house in HOUSES] == ["answered", "declined", "skipped"]
    assert said["Q06"].words == "Football"


def test_what_is_typed_is_kept_with_the_marks_of_its_house_before_any_button(client):
    typed = {"page": "p", "last": "yes", "words-Q06": ["", "_declined"], "words-Q07": CANARY, "hide-Q07": "yes"}
    assert client.post(KEEP, typed).status_code == 204
    kept = in_draft()
    assert (kept["Q06"].state, kept["Q07"].text, kept["Q07"].hide_from_parents) == ("declined", CANARY, True)
    assert client.post(KEEP, {"page": "p", "last": "yes", "words-Q06": "Cake", "words-Q07": CANARY}).status_code == 204
    kept = in_draft()
    assert (kept["Q06"].text, kept["Q07"].hide_from_parents) == ("Cake", False)


def test_a_mark_can_be_added_to_one_house_later_and_stays(client):
    client.post(question_url(1), {"words-Q06": "Football", "words-Q07": CANARY})
    client.post(question_url(1), {"words-Q06": "", "words-Q07": "", "hide-Q07": "yes"})
    client.post(question_url(1), {"words-Q06": "", "words-Q07": ""})
    kept = in_draft()
    assert (kept["Q06"].text, kept["Q06"].hide_from_parents) == ("Football", False)
    assert (kept["Q07"].text, kept["Q07"].hide_from_parents) == (CANARY, True)


@pytest.mark.parametrize("name", ["hide", "hide-Q06-08"])
def test_a_page_opened_before_houses_had_marks_still_marks_all_of_them(client, name):
    client.post(question_url(1), {"words-Q06": "Football", "words-Q07": CANARY, name: "yes"})
    kept = in_draft()
    assert kept["Q06"].hide_from_parents
    assert kept["Q07"].hide_from_parents


def test_the_name_of_a_part_marks_nothing_where_the_question_is_no_house(client):
    client.post(question_url(4), {"words-Q28": CANARY, "hide-Q07": "yes"})
    assert not in_draft()["Q28"].hide_from_parents


def test_each_filled_house_has_a_tick_under_its_own_name_and_an_empty_one_has_none(client):
    client.post(question_url(1), {"words-Q06": "Football", "words-Q07": CANARY, "words-Q08": "_declined"})
    page = client.get(CHECK).content.decode()
    assert ticks(page) == [("Q06", ""), ("Q07", "")]
    label = re.search(r'<label[^>]*><input[^>]*value="Q07".*?</label>', page, re.S)
    assert "House of Worries" in label.group()
    assert "People at the meeting can hear this one" in label.group()
    assert CANARY not in page


def test_good_things_are_heard_and_worries_are_not(client):
    client.post(question_url(1), {"words-Q06": "Football", "words-Q07": CANARY})
    client.post(question_url(2), {"part-Q17": "all-of-it"})
    ticked = {"share": "people", "heard": ["Q06", "Q17"], "key": "k"}
    page = client.post(CHECK, {**ticked, "preview": "yes"}).content.decode()
    assert ticks(page) == [("Q06", " checked"), ("Q07", ""), ("Q17", " checked")]
    told = page[page.index("would hear</h2>") :].split("</ul>")[0]
    assert "House of Good Things" in told
    assert "House of Worries" not in told
    send(client, **ticked)
    said = heard(Response.objects.get())
    assert {part: said[part].share for part in ("Q06", "Q07", "Q08", "Q17")} == {
        "Q06": True,
        "Q07": False,
        "Q08": False,
        "Q17": True,
    }


def test_a_tick_for_all_houses_from_an_older_page_still_counts_for_each(client):
    client.post(question_url(1), {"words-Q06": "Football", "words-Q07": CANARY})
    send(client, share="people", heard=["Q06-08"])
    said = heard(Response.objects.get())
    assert [said[house].share for house in HOUSES] == [True, True, False]


def test_ticks_for_houses_without_the_choice_that_people_may_hear_share_nothing(client):
    client.post(question_url(1), {"words-Q06": "Football"})
    send(client, share="just", heard=["Q06"])
    assert not heard(Response.objects.get())["Q06"].share


@pytest.mark.parametrize(("number", "part", "mark"), [(1, "Q07", "hide-Q07"), (4, "Q28", "hide")])
def test_a_mark_ticked_before_they_go_off_to_draw_is_on_the_drawing(client, number, part, mark):
    client.post(question_url(number), {f"words-{part}": "", mark: "yes", "draw": part})
    drawing = SimpleUploadedFile("made.png", a_drawing(), "image/png")
    assert client.post(f"/me/say/before/draw/{part}/", {"made": drawing}).status_code == 302
    client.post(question_url(number), {f"words-{part}": "", "next": "yes"})
    send(client)
    said = heard(Response.objects.get())
    assert (said[part].state, said[part].hide_from_parents) == ("answered", True)
    assert [each for each in said if said[each].hide_from_parents] == [part]


def test_a_mark_ticked_before_another_house_comes_first_waits_for_the_words(client):
    client.post(question_url(1), {"words-Q07": "", "hide-Q07": "yes", "order": "Q08"})
    client.post(question_url(1), {"words-Q06": "Football", "words-Q07": CANARY})
    kept = in_draft()
    assert (kept["Q06"].hide_from_parents, kept["Q07"].hide_from_parents) == (False, True)


def test_a_mark_alone_is_no_answer(client):
    client.post(question_url(1), {"words-Q07": "", "hide-Q07": "yes", "order": "Q08"})
    send(client)
    said = heard(Response.objects.get())["Q07"]
    assert (said.state, said.hide_from_parents) == ("skipped", False)


@pytest.mark.parametrize("wanted", list(permutations(HOUSES)), ids="-".join)
def test_the_child_picks_any_order_of_the_houses_by_pressing_them(client, wanted):
    page = client.get(question_url(1)).content.decode()
    for house in reversed(wanted):  # what is pressed goes to the front, the others stay as they stand
        [press] = [order for order in re.findall(r'name="order" value="([^"]+)"', page) if order.startswith(house)]
        moved = client.post(question_url(1), {"order": press})
        page = client.get(moved["Location"]).content.decode()
    assert tuple(BOX.findall(page)) == wanted


@pytest.mark.parametrize("forged", ["Q99", "Q07.Q99", "Q07.", "..", "Q07.Q07"])
def test_an_order_that_nobody_could_press_shows_every_house_once(client, forged):
    page = client.get(client.post(question_url(1), {"order": forged})["Location"]).content.decode()
    assert sorted(BOX.findall(page)) == sorted(HOUSES)
