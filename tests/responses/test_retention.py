import datetime as dt
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from core.models import AuditEntry
from surveys.responses.domain.changing import ask_to_change
from surveys.responses.domain.counting import rows_to_count
from surveys.responses.domain.retention import forget_old_words, record_copied, set_hold
from surveys.responses.models import ChangeRequest, Draft, Response, Words
from tests.factories.responses import a_ticket, child_client, sent, ticks, words

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
MEETING = NOW + 14 * DAY  # the card lives until 28 days after it


def a_response(**options):
    return sent(
        a_ticket(now=NOW, expires_in=42 * DAY, **options),
        answers={"Q09": words("private"), "Q19": ticks("yes")},
        now=NOW,
    )


def test_words_and_identity_go_ninety_days_after_the_meeting_and_not_a_day_before():
    response = a_response()
    record_copied(response, by=None, now=NOW)
    assert forget_old_words(now=MEETING + 90 * DAY).responses == 0
    assert Words.objects.count() == 1
    assert forget_old_words(now=MEETING + 91 * DAY).responses == 1
    assert Words.objects.count() == 0
    response.refresh_from_db()
    assert (response.ticket, response.respondent_key, response.sent_key) == (None, "", "")


def test_ticks_without_a_name_stay_for_the_years_count_under_the_same_mark():
    response = a_response()
    before = list(rows_to_count(forms=["before"], sent_before=NOW + DAY))
    record_copied(response, by=None, now=NOW)
    forget_old_words(now=MEETING + 91 * DAY)
    after = list(rows_to_count(forms=["before"], sent_before=NOW + DAY))
    assert [(row.record_key, row.parts) for row in after] == [(row.record_key, row.parts) for row in before]


def test_nothing_goes_before_it_is_copied_to_the_record_nor_under_a_hold():
    response = a_response()
    late = MEETING + 200 * DAY
    assert forget_old_words(now=late).waiting == 1
    record_copied(response, by=None, now=NOW)
    set_hold(response, held=True, by=None, now=NOW)
    assert forget_old_words(now=late).waiting == 1
    assert Words.objects.count() == 1
    set_hold(response, held=False, by=None, now=NOW)
    assert forget_old_words(now=late).responses == 1


def test_wishes_to_change_go_with_the_words():
    response = a_response()
    ask_to_change(response, kind="change", words="private", now=NOW)
    record_copied(response, by=None, now=NOW)
    forget_old_words(now=MEETING + 91 * DAY)
    assert not ChangeRequest.objects.exists()


def test_drafts_go_thirty_days_after_the_last_touch():
    ticket = a_ticket()
    client = child_client(ticket)
    client.post("/me/say/before/")
    now = timezone.now()
    assert forget_old_words(now=now + 30 * DAY - DAY).drafts == 0
    assert forget_old_words(now=now + 30 * DAY + DAY).drafts == 1
    assert not Draft.objects.exists()


def test_not_named_words_go_a_year_after_the_form_closed():
    ticket = a_ticket(kind="consultation", now=NOW, closes_in=14 * DAY)
    sent(ticket, answers={"Q09": words("private")}, now=NOW)
    assert forget_old_words(now=NOW + (14 + 365) * DAY).responses == 0
    assert forget_old_words(now=NOW + (14 + 367) * DAY).responses == 1
    assert Response.objects.count() == 1


def test_dry_run_says_what_would_go_and_touches_nothing():
    response = a_response()
    record_copied(response, by=None, now=NOW)
    out = StringIO()
    call_command("forget_old_words", "--dry-run", stdout=out)
    assert "words of 1 responses would go" in out.getvalue()
    assert Words.objects.count() == 1
    call_command("forget_old_words", stdout=out)
    assert Words.objects.count() == 0


def test_audit_keeps_the_count_and_not_the_content():
    response = a_response()
    record_copied(response, by=None, now=NOW)
    forget_old_words(now=MEETING + 91 * DAY)
    entry = AuditEntry.objects.get(action="responses.words_forgotten")
    assert entry.detail["responses"] == 1
    assert "private" not in str(entry.detail)


def test_stopped_half_way_it_can_run_again(monkeypatch):
    first, second = a_response(), a_response()
    for each in (first, second):
        record_copied(each, by=None, now=NOW)
    from surveys.responses.domain import retention

    real, calls = retention._forget, []

    def stop_at_second(response_id, *, now):
        if calls:
            raise KeyboardInterrupt
        calls.append(real(response_id, now=now))

    monkeypatch.setattr(retention, "_forget", stop_at_second)
    with pytest.raises(KeyboardInterrupt):
        forget_old_words(now=MEETING + 91 * DAY)
    monkeypatch.undo()
    assert forget_old_words(now=MEETING + 91 * DAY).responses == 1
    assert Words.objects.count() == 0
