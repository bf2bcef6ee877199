import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from core.plain_words import WordsRefused
from surveys.responses import registry
from surveys.responses.domain.answers import DECLINED, SKIPPED, GivenAnswer, NotAnAnswer
from surveys.responses.domain.hearing import heard_answers
from surveys.responses.domain.sending import AlreadySent, Closed, SendingChoices, send_response
from surveys.responses.domain.sittings import open_sitting
from surveys.responses.domain.tickets import revoke
from surveys.responses.models import Answer, Draft, Response, Sitting, Ticket, Words
from tests.factories.questionnaires import published
from tests.factories.responses import a_ticket, sent, ticks, words

pytestmark = pytest.mark.django_db


def states(response):
    return {answer.part_id: answer.state for answer in response.answers.all()}


def test_skip_and_i_dont_want_to_say_and_never_reached_stay_three_different_things():
    response = sent(answers={"Q09": SKIPPED, "Q11": DECLINED, "Q19": ticks("yes")})
    assert states(response)["Q09"] == "skipped"
    assert states(response)["Q11"] == "declined"
    assert states(response)["Q19"] == "answered"
    assert states(response)["Q28"] == "not_asked"


def test_second_send_stores_nothing_and_returns_what_is_stored():
    ticket = a_ticket()
    first = sent(ticket, answers={"Q09": words("first")}, key="one")
    again = sent(ticket, answers={"Q09": words("first")}, key="one")
    other = sent(ticket, answers={"Q09": words("changed")}, key="two")
    assert first == again == other
    assert Response.objects.count() == 1
    assert [part.words for question in heard_answers(other) for part in question.parts if part.words] == ["first"]
    assert other.sent_key == "one"


def test_database_itself_refuses_a_second_response_of_a_form():
    first = sent()
    with pytest.raises(IntegrityError), transaction.atomic():
        Response.objects.create(
            council=first.council,
            version=first.version,
            form=first.form,
            ticket=first.ticket,
            respondent_key="x",
            counting_key="x",
            band="12-15",
            level="standard",
            sent_at=timezone.now(),
        )


@pytest.mark.parametrize(
    "shift",
    [{"opens_in": dt.timedelta(hours=1)}, {"closes_in": dt.timedelta(0)}, {"expires_in": dt.timedelta(0)}],
)
def test_form_outside_its_window_takes_nothing(shift):
    with pytest.raises(Closed):
        sent(a_ticket(**shift))
    assert not Response.objects.exists()


def test_revoked_ticket_takes_nothing():
    ticket = a_ticket()
    revoke(ticket, by=None, now=timezone.now())
    with pytest.raises(Closed):
        sent(ticket)


def test_closed_after_sending_still_says_what_is_stored():
    ticket = a_ticket()
    first = sent(ticket)
    assert sent(ticket, now=timezone.now() + dt.timedelta(days=400)) == first


def test_no_free_text_is_taken_while_nobody_reads():
    registry.register_gate(lambda version, ticket, now: "Nobody reads today.")
    with pytest.raises(Closed):
        sent()
    assert not Response.objects.exists()


@pytest.mark.parametrize(
    "answers",
    [
        {"Q99": words("x")},
        {"Q19": ticks("never-offered")},
        {"Q19": ticks("yes", "no")},
        {"Q19": words("text in a tick")},
        {"Q09": ticks("yes")},
    ],
)
def test_forged_parts_and_options_are_refused_and_nothing_is_stored(answers):
    ticket = a_ticket()
    with pytest.raises(NotAnAnswer):
        sent(ticket, answers=answers)
    assert not Response.objects.exists()


def test_too_long_words_are_refused_and_nothing_is_stored():
    with pytest.raises(WordsRefused):
        sent(answers={"Q09": words("a" * 2001)})
    assert not Response.objects.exists()


def test_declined_answer_keeps_no_words():
    response = sent(answers={"Q09": GivenAnswer(state="declined", text="typed first")})
    assert not Words.objects.filter(answer__response=response).exists()


def test_words_rest_sealed_apart_from_the_ticks():
    sent(answers={"Q09": words("canarycanary"), "Q19": ticks("yes")})
    tables = connection.introspection.table_names()
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608  names of our own tables
            assert "canarycanary" not in str(cursor.fetchall()), table
    assert Answer.objects.get(part_id="Q19").options == ["yes"]
    assert Words.objects.get().text.open() == "canarycanary"


def test_words_moved_to_another_answer_do_not_open():
    from core.sealing import CannotOpen

    response = sent(answers={"Q09": words("mine"), "Q11": words("other")})
    first, second = Words.objects.filter(answer__response=response).order_by("answer__part_id")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT text FROM responses_words WHERE id = %s",
            [first.pk.hex if connection.vendor == "sqlite" else first.pk],
        )
        token = cursor.fetchone()[0]
        cursor.execute(
            "UPDATE responses_words SET text = %s WHERE id = %s",
            [token, second.pk.hex if connection.vendor == "sqlite" else second.pk],
        )
    with pytest.raises(CannotOpen):
        heard_answers(response)


def test_only_ticked_answers_are_shared_and_only_when_people_may_hear():
    marked = {"Q09": words("a", share=True), "Q11": words("b")}
    private = sent(answers=marked)
    shared = sent(answers=marked, choices=SendingChoices(share="people"))
    assert not private.answers.filter(share=True).exists()
    assert [answer.part_id for answer in shared.answers.filter(share=True)] == ["Q09"]


def test_chair_only_answers_are_never_shared():
    version = published(asked=("Q09", "Q18", "Q19", "Q28", "Q16", "Q17"), length="long")
    chair_only = [question for question in version.schema.questions if question.is_chair_only]
    assert chair_only
    answers = {part.id: words("x", share=True) for question in chair_only for part in question.parts if part.is_text}
    response = sent(a_ticket(version=version), answers=answers, choices=SendingChoices(share="people"))
    assert not response.answers.filter(share=True).exists()
    assert all(not part.share for question in heard_answers(response) for part in question.parts)


def test_error_in_a_room_above_stores_nothing():
    def broken(response, now):
        raise RuntimeError

    registry.register_on_sent(broken)
    with pytest.raises(RuntimeError):
        sent()
    assert not Response.objects.exists()
    assert not Words.objects.exists()


def test_questions_left_out_at_this_meeting_are_not_stored_at_all():
    registry.register_left_out(lambda ticket: {"Q11"})
    response = sent(answers={"Q09": words("x")})
    assert "Q11" not in states(response)


# -- where answers are not named
# ---------------------------------------------------------------------------------


def unnamed():
    return a_ticket(kind="consultation")


def test_not_named_response_has_no_way_to_its_ticket():
    now = timezone.now()
    ticket = unnamed()
    open_sitting(ticket, now=now)
    response = sent(ticket, answers={}, now=now, key="the-key")
    response.refresh_from_db()
    assert response.ticket_id is None
    assert response.respondent_key == response.sent_key == response.setting_label == ""
    assert timezone.localtime(response.sent_at).time() == dt.time(0)
    assert not Draft.objects.filter(ticket=ticket).exists()
    assert not Sitting.objects.filter(ticket=ticket).exists()
    ticket.refresh_from_db()
    assert ticket.used_on == timezone.localdate(now)
    shared = {str(value) for value in Ticket.objects.filter(pk=ticket.pk).values_list()[0] if len(str(value)) > 20}
    assert not shared & {str(value) for value in Response.objects.filter(pk=response.pk).values_list()[0]} - {
        str(response.sent_at)
    }


def test_used_one_answer_code_stores_nothing_more():
    ticket = unnamed()
    sent(ticket, answers={})
    with pytest.raises(AlreadySent):
        sent(ticket, answers={})
    assert Response.objects.count() == 1


def test_database_refuses_a_link_between_a_card_and_a_not_named_response():
    response = sent(unnamed(), answers={})
    with pytest.raises(IntegrityError), transaction.atomic():
        Response.objects.filter(pk=response.pk).update(ticket=unnamed())


def test_row_order_tells_nothing_about_who_answered_when():
    from surveys.responses.domain.row_order import shuffle_rows

    version = published(named=False, form="consultation", length="")
    order = [sent(a_ticket(kind="consultation", version=version), answers={}).pk for _ in range(40)]
    shuffle_rows()
    column = "rowid" if connection.vendor == "sqlite" else "ctid"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM responses_response ORDER BY {column}")  # noqa: S608  names of our own tables
        stored = [str(row[0]).replace("-", "") for row in cursor.fetchall()]
    ranks = [stored.index(pk.hex) for pk in order]
    n = len(ranks)
    correlation = 1 - 6 * sum((a - b) ** 2 for a, b in enumerate(ranks)) / (n * (n * n - 1))
    assert abs(correlation) < 0.55


def test_send_costs_few_queries_however_many_answers(django_assert_max_num_queries):
    ticket = a_ticket()
    send_args = {"form": "before", "answers": {"Q09": words("x"), "Q11": words("y"), "Q19": ticks("yes")}}
    ticket.forms.get().questionnaire.current_version()
    with django_assert_max_num_queries(16):
        send_response(ticket, **send_args, idempotency_key="k", now=timezone.now())
