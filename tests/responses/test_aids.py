"""Easier words, a longer set, somebody beside me: and what then is not asked."""

import re
from urllib.parse import urlsplit

import pytest

from surveys.responses.models import Draft, DraftAnswer, Response
from tests.factories.questionnaires import published
from tests.factories.responses import a_ticket, question_url
from tests.responses.walking import CANARY, CHECK, begin, heard, send

pytestmark = pytest.mark.django_db
CHECK_GO = "/me/say/before/go/"
CYCLES = ("size", "space", "tint", "letters", "contrast", "calm")


def landed_at(answer):
    return urlsplit(answer["Location"]).path


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


def test_one_press_of_the_bar_keeps_the_words_and_comes_back_to_the_same_page(client):
    for control, chosen in (("size", "reading-bigger"), ("space", "reading-space"), ("calm", "calm")):
        answer = client.post(question_url(1), {"words-Q09": CANARY, "go": f"read-{control}"})
        assert landed_at(answer) == question_url(1)
        assert chosen in client.get(question_url(1)).content.decode()
        assert DraftAnswer.objects.get(part_id="Q09")
    answer = client.post(question_url(1), {"go": "read-all"})
    assert answer["Location"] == "/help/reading/?back=" + question_url(1).replace("/", "%2F")
    for elsewhere in ("/me/", "/me/take-part/", "/me/invite/"):
        answer = client.post("/me/say/before/go/", {"go": "read-tint", "here": elsewhere})
        assert landed_at(answer) == elsewhere
    client.post("/me/say/before/go/", {"go": "read-nonsense", "here": "/me/"})
    assert "nonsense" not in client.get("/me/").content.decode()


@pytest.mark.parametrize("control", CYCLES)
def test_a_press_of_the_bar_comes_back_to_that_very_button_with_more_open_this_once(client, control):
    for here, press in ((question_url(1), question_url(1)), ("/me/", "/me/say/before/go/"), (CHECK, CHECK_GO)):
        answer = client.post(press, {"go": f"read-{control}", "here": here})
        assert answer["Location"].endswith(f"#read-{control}")
        page = client.get(answer["Location"]).text
        assert re.search(r'<details class="who more" open>.*?</details>', page, re.S)
        assert page.count(f'id="read-{control}"') == 1
        assert re.search(rf'<button[^>]* id="read-{control}" form="page"[^>]* value="read-{control}"', page)
        again = client.get(here).text
        assert '<details class="who more">' in again
        assert 'id="read-' not in again


@pytest.mark.parametrize("control", CYCLES)
def test_a_second_press_of_the_same_button_is_another_address_so_that_a_script_goes_there_too(client, control):
    press = {"go": f"read-{control}"}
    assert client.post(question_url(1), press)["Location"] != client.post(question_url(1), press)["Location"]


def test_an_answer_that_came_back_to_be_mended_does_not_open_more(client):
    page = client.post("/me/talk/?more=size.bigger", {}).text
    assert '<details class="who more">' in page


@pytest.mark.parametrize("forged", ["/me/?first=1", "/me/#elsewhere", "/me/?more=size.bigger#read-size"])
def test_what_is_tacked_on_to_the_place_to_come_back_to_goes_nowhere(client, forged):
    answer = client.post("/me/say/before/go/", {"go": "read-space", "here": forged})
    assert answer["Location"] == "/me/?more=space.true#read-space"


def test_after_hearing_that_no_easier_version_is_there_the_bar_leads_back_to_the_question(client):
    page = client.post(CHECK_GO, {"go": "easier", "here": CHECK}).text
    here = re.search(r'name="here" value="([^"]+)"', page).group(1)
    answer = client.post(CHECK_GO, {"go": "read-size", "here": here}, follow=True)
    assert answer.status_code == 200


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
