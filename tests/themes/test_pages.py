"""The staff pages of themes and quotes: what each role can do, what goes wrong, two people at once."""

from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Role, User
from core.models import AuditEntry
from participation.listening.models import Alert
from surveys.releases.models import Window
from surveys.themes.models import AgreedThemes, Coding, QuoteCandidate, ThemeSet
from tests.factories.accounts import UserFactory
from tests.factories.meetings import MONDAY
from tests.factories.releases import quarter_window
from tests.factories.themes import quote_from, says, text_of
from tests.promises.world import signed_in

WORDS = "zqI want people to listen zqmarigold"


def address(desk, name: str, **more: object) -> str:
    return reverse(name, kwargs={"window_id": desk.window.pk, "form": "before", **more})


def rows(*names: str, edition: int = 0) -> dict[str, str]:
    fields = {"themes-TOTAL_FORMS": "8", "themes-INITIAL_FORMS": "8", "edition": str(edition)}
    return fields | {f"themes-{place}-name": name for place, name in enumerate(names)}


def ticks(answer, themes: ThemeSet, *chosen: str) -> dict[str, object]:
    return {"answer": str(answer.pk), "edition": themes.edition, "chosen": list(chosen)}


def test_nothing_to_sort_is_said_kindly(desk):
    Window.objects.update(frozen_at=MONDAY)
    page = signed_in(desk.maker).get(reverse("work_themes")).text
    assert "Nothing to sort now" in page


def test_the_participation_worker_makes_themes_and_opens_no_words(desk):
    says(WORDS)
    client = signed_in(desk.maker)
    assert "Make themes" in client.get(reverse("work_themes")).text
    assert client.post(address(desk, "work_theme_set"), rows("School", "Being listened to")).status_code == 302
    assert [theme.name for theme in ThemeSet.objects.get().themes.all()] == ["School", "Being listened to"]
    for name in ("work_theme_sort", "work_theme_settle", "work_quotes", "work_quote_new"):
        assert client.get(address(desk, name)).status_code == 404, name
    assert "zqmarigold" not in client.get(address(desk, "work_theme_set")).text


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ((), "Write one theme at least."),
        (("School", "school"), "Two themes have the same name."),
        (("Absconding",), "Absconding"),
        (("x" * 61,), "60"),
    ],
)
def test_bad_themes_come_back_with_what_was_written(desk, names, said):
    answer = signed_in(desk.maker).post(address(desk, "work_theme_set"), rows(*names))
    assert answer.status_code == 422
    assert said in answer.text
    assert all(name in answer.text for name in names)
    assert not ThemeSet.objects.exists()


def test_nine_themes_are_refused(desk):
    fields = rows(*[f"Theme {number}" for number in range(9)]) | {"themes-TOTAL_FORMS": "9"}
    assert signed_in(desk.maker).post(address(desk, "work_theme_set"), fields).status_code == 422


def test_two_people_making_themes_at_once_lose_nothing(desk):
    desk.themes()
    answer = signed_in(desk.maker).post(address(desk, "work_theme_set"), rows("Food"))
    assert answer.status_code == 422
    assert "Somebody else saved themes" in answer.text
    assert 'value="Food"' in answer.text
    assert ThemeSet.objects.get().themes.count() == 3


def test_one_text_is_shown_without_a_name_and_that_it_was_opened_is_on_record(desk):
    desk.themes()
    response = says(WORDS, setting_label="Beech House")
    writer = desk.writers[0]
    page = signed_in(writer).get(address(desk, "work_theme_sort"))
    assert "zqmarigold" in page.text
    for hidden in ("Beech House", "12-15", str(response.pk), response.respondent_key, "1 of"):
        assert hidden not in page.text
    assert page.headers["Cache-Control"] == "no-store, private"
    assert AuditEntry.objects.filter(action="words.opened_for_report", actor=writer).count() == 1


def test_sorting_saves_goes_on_and_can_be_taken_back(desk):
    themes = desk.themes()
    answer = text_of(says(WORDS))
    client = signed_in(desk.writers[0])
    school = str(themes.themes.get(name="School").pk)
    assert client.post(address(desk, "work_theme_sort"), ticks(answer, themes, school)).status_code == 302
    assert Coding.objects.get().themes == [school]
    page = client.get(address(desk, "work_theme_sort")).text
    assert "Nothing waits for you now" in page
    assert client.post(address(desk, "work_theme_undo"), follow=True).status_code == 200
    assert not Coding.objects.exists()


@pytest.mark.parametrize(
    ("chosen", "said"),
    [([], "or “None of these”"), (["none", "School"], "by itself"), (["forged"], "not one of the available")],
)
def test_a_slip_is_said_in_plain_words_and_nothing_is_saved(desk, chosen, said):
    themes = desk.themes()
    ids = {theme.name: str(theme.pk) for theme in themes.themes.all()}
    answer = text_of(says(WORDS))
    fields = ticks(answer, themes, *[ids.get(one, one) for one in chosen])
    page = signed_in(desk.writers[0]).post(address(desk, "work_theme_sort"), fields)
    assert (page.status_code, said in page.text) == (422, True)
    assert not Coding.objects.exists()


def test_stale_and_forged_forms_are_answered_kindly(desk):
    themes = desk.themes()
    answer = text_of(says(WORDS))
    client = signed_in(desk.writers[0])
    stale = ticks(answer, themes, "none") | {"edition": themes.edition + 7}
    for fields in (stale, {"answer": str(uuid4()), "edition": 1, "chosen": "none"}, {"answer": "x"}, {}):
        page = client.post(address(desk, "work_theme_sort"), fields, follow=True)
        assert page.status_code == 200
    assert not Coding.objects.exists()


def test_where_two_differ_nobody_is_named(desk):
    themes = desk.themes()
    answer = text_of(says(WORDS))
    one, two, three = desk.writers
    desk.codes(answer, (one, (0,)), (two, (2,)))
    page = signed_in(three).get(address(desk, "work_theme_settle")).text
    assert "What people ticked" in page
    assert one.first_name not in page
    school = str(themes.themes.get(name="School").pk)
    signed_in(three).post(address(desk, "work_theme_settle"), ticks(answer, themes, school))
    assert AgreedThemes.objects.get().themes == [school]


def test_a_worry_reaches_the_safeguarding_lead_and_holds_the_answer(desk):
    desk.themes()
    response = says(WORDS)
    client = signed_in(desk.writers[0])
    once = client.get(address(desk, "work_theme_sort")).context["worry"]["once"].value()
    fields = {"answer": str(text_of(response).pk), "once": once, "about": "Somebody waits for them."}
    for _ in range(2):
        assert client.post(address(desk, "work_theme_worried"), fields).status_code == 302
    response.refresh_from_db()
    assert (Alert.objects.get().response_id, response.on_hold) == (response.pk, True)
    assert client.post(address(desk, "work_theme_worried"), fields | {"about": ""}).status_code == 422


def test_without_a_safeguarding_lead_no_words_are_opened(desk):
    desk.themes()
    says(WORDS)
    User.objects.filter(pk=desk.lead.pk).update(is_active=False)
    for name in ("work_theme_sort", "work_theme_settle", "work_quote_new"):
        page = signed_in(desk.writers[0]).get(address(desk, name)).text
        assert "zqmarigold" not in page
        assert "No words are opened just now" in page


def test_a_frozen_time_is_said_and_an_unknown_one_is_not_there(desk):
    desk.themes()
    client = signed_in(desk.writers[0])
    assert client.get(reverse("work_theme_set", args=[uuid4(), "before"])).status_code == 404
    assert client.get(reverse("work_theme_set", args=[desk.window.pk, "nothing"])).status_code == 404
    Window.objects.filter(pk=desk.window.pk).update(frozen_at=MONDAY)
    assert "frozen" in client.post(address(desk, "work_theme_sort"), {}, follow=True).text


def test_starting_again_asks_first(desk):
    themes = desk.themes()
    desk.codes(text_of(says(WORDS)), (desk.writers[0], (0,)))
    client = signed_in(desk.maker)
    assert "Start again?" in client.get(address(desk, "work_themes_again")).text
    assert Coding.objects.exists()
    client.post(address(desk, "work_themes_again"), {"sure": "yes"})
    assert not Coding.objects.exists()
    assert client.post(address(desk, "work_theme_set"), rows("Food", edition=themes.edition + 1)).status_code == 302


def test_a_quote_from_proposing_to_passing(desk):
    desk.themes()
    answer = text_of(says("My mum says zqmarigold listen."))
    one, two, _ = desk.writers
    page = signed_in(one).get(address(desk, "work_quote_new"))
    assert "<mark>mum" in page.text
    fields = {"answer": str(answer.pk), "wording": "Please listen.", "meaning_kept": "on"}
    assert signed_in(one).post(address(desk, "work_quote_new"), fields).status_code == 302
    quote = QuoteCandidate.objects.get()
    own = signed_in(one).get(address(desk, "work_quote", quote_id=quote.pk)).text
    assert "Somebody else checks it" in own
    assert "Please listen" not in signed_in(two).get(address(desk, "work_quotes")).text
    check = {"verdict": "pass", "no_harm": "on", "child_said": ""}
    signed_in(one).post(address(desk, "work_quote", quote_id=quote.pk), check)
    quote.refresh_from_db()
    assert quote.state == "proposed"
    signed_in(two).post(address(desk, "work_quote", quote_id=quote.pk), check)
    quote.refresh_from_db()
    assert (quote.state, quote.reworded, quote.checked_by) == ("passed", True, two)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "required"),
        ({"verdict": "pass"}, "Think about harm first"),
        ({"verdict": "pass", "no_harm": "on", "child_said": "no"}, "They said no"),
        ({"verdict": "back"}, "Say why"),
    ],
)
def test_a_check_that_is_not_whole_is_not_taken(desk, fields, said):
    desk.themes()
    one, two, _ = desk.writers
    quote = quote_from(says(), first=one, second=None)
    page = signed_in(two).post(address(desk, "work_quote", quote_id=quote.pk), fields)
    assert (page.status_code, said in page.text) == (422, True)


def test_two_people_checking_at_once_and_taking_out(desk):
    desk.themes()
    one, two, three = desk.writers
    quote = quote_from(says(), first=one, second=None)
    there = address(desk, "work_quote", quote_id=quote.pk)
    signed_in(two).post(there, {"verdict": "back", "reason": "zqreasonfinch"})
    page = signed_in(three).post(there, {"verdict": "pass", "no_harm": "on", "child_said": ""}, follow=True)
    assert "a moment faster" in page.text
    other = quote_from(says(), first=one, second=two)
    signed_in(three).post(address(desk, "work_quote_out", quote_id=other.pk), {"why": "child"})
    other.refresh_from_db()
    assert (other.state, other.withdrawn_why) == ("withdrawn", "child")


def test_a_report_writer_whom_the_child_was_not_shown_meets_nothing(desk):
    desk.themes()
    quote = quote_from(says(WORDS), first=desk.writers[0], second=None)
    late = signed_in(UserFactory(roles=[Role.REPORT_WRITER]))
    assert "zqmarigold" not in late.get(address(desk, "work_theme_sort")).text
    assert "Nothing to quote now" in late.get(address(desk, "work_quote_new")).text
    assert "No quotes yet" in late.get(address(desk, "work_quotes")).text
    assert late.get(address(desk, "work_quote", quote_id=quote.pk)).status_code == 404


def test_words_reasons_and_wording_go_nowhere_else(desk, caplog):
    """Not in the record, a session, an address, a message or a log; sealed in every table."""
    themes = desk.themes()
    one, two, _ = desk.writers
    answer = text_of(says(WORDS))
    client = signed_in(one)
    client.get(address(desk, "work_theme_sort"))
    client.post(address(desk, "work_theme_sort"), ticks(answer, themes, "none"))
    fields = {"answer": str(answer.pk), "wording": "zqwordingpelican", "meaning_kept": "on"}
    sent = client.post(address(desk, "work_quote_new"), fields)
    quote = QuoteCandidate.objects.get()
    back = {"verdict": "back", "reason": "zqreasonfinch"}
    signed_in(two).post(address(desk, "work_quote", quote_id=quote.pk), back)
    places = [sent["Location"], caplog.text, *map(str, AuditEntry.objects.values_list("action", "detail"))]
    places += [str(session.get_decoded()) for session in Session.objects.all()]
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608  names of our own tables
            places += [repr(row) for row in cursor.fetchall()]
    assert not [place for place in places for word in ("zqmarigold", "zqwording", "zqreason") if word in place]


@pytest.mark.parametrize("name", ["work_themes", "work_quotes"])
def test_a_list_asks_the_store_as_often_for_three_as_for_one(desk, name):
    desk.themes()
    one, two, _ = desk.writers
    client = signed_in(one)
    there = reverse(name) if name == "work_themes" else address(desk, name)

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(there).status_code == 200
        return len(asked)

    quote_from(says(), first=one, second=two)
    queries()  # the first visit makes the session
    few = queries()
    for _ in range(2):
        quote_from(says(), first=one, second=two)
    quarter_window(2026, 3)
    assert queries() == few
