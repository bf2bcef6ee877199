"""Rule 13: ten or more have changed and another release takes the place; fewer, and a note stands beside."""

import datetime as dt

import pytest
from django.db import DatabaseError, transaction

from core.plain_words import WordsRefused
from surveys.releases.disclosure.content import NOT_ENOUGH
from surveys.releases.domain import attacking, making
from surveys.releases.domain.corrections import NEXT, Replaced, correct_release
from surveys.releases.domain.freezing import freeze_window
from surveys.releases.domain.notes import notes_of
from surveys.releases.domain.sharing import find_shared, releases_for, share, stop_sharing
from surveys.releases.models import Contribution, Release, ReleaseNote
from tests.factories.releases import AFTER_FREEZE, quarter_window, row

pytestmark = pytest.mark.django_db
LATER = AFTER_FREEZE + dt.timedelta(days=20)
WHY = "Some answers were sent on the wrong form"


def many(count, **parts):
    return [row(**parts) for _ in range(count)]


@pytest.fixture
def release(answers):
    answers.rows = many(24, Q27a="yes", Q27d="no") + many(24, Q27a="no", Q27d="yes")
    return freeze_window(quarter_window(), now=AFTER_FREEZE)


def correct(release, reason=WHY):
    return correct_release(release, reason=reason, by=None, now=LATER)


def bytes_of(release):
    return Release.objects.get(pk=release.pk).sealed_bytes()


@pytest.mark.parametrize("gone", [0, 1, 9])
def test_fewer_than_ten_changed_is_a_note_and_changes_no_byte(answers, release, gone):
    before = bytes_of(release)
    del answers.rows[:gone]
    note = correct(release)
    assert isinstance(note, ReleaseNote)
    assert note.words == f"{WHY}. {NEXT}"
    assert Release.objects.count() == 1
    assert bytes_of(release) == before
    assert not Contribution.objects.filter(superseded=True).exists()


@pytest.mark.parametrize(("gone", "come"), [(10, 0), (0, 10), (5, 5), (20, 3)])
def test_ten_or_more_changed_is_a_release_that_takes_the_place(answers, release, gone, come):
    before = bytes_of(release)
    del answers.rows[:gone]
    answers.rows = many(come, Q27a="bit", Q27d="bit") + answers.rows
    new = correct(release)
    assert isinstance(new, Release)
    assert (new.supersedes, new.audited, new.ref) == (release, True, "2026-Q3-corrected-1")
    assert new.verified().sheet("after").n_shown == 5 * ((48 - gone + come) // 5)
    assert bytes_of(release) == before, "the old one stays as evidence, byte for byte"
    assert {each.release_id for each in Contribution.objects.filter(superseded=True)} == {release.pk}
    assert [note.words for note in notes_of(new)] == [f"{WHY}."]


def test_p10_after_a_correction_each_answer_stands_in_one_release(answers, release):
    del answers.rows[:12]
    new = correct(release)
    standing = list(Contribution.objects.filter(superseded=False))
    assert {each.release_id for each in standing} == {new.pk}
    assert len({each.response_id for each in standing}) == len(standing) == 36


def test_p09_the_old_release_is_part_of_the_attack_on_the_new(answers, release, monkeypatch):
    attacked = []
    real = attacking.hold_back
    monkeypatch.setattr(attacking, "hold_back", lambda block, **more: (attacked.append(block), real(block, **more))[1])
    del answers.rows[:12]
    correct(release)
    for block in attacked:
        assert {placed.release for placed in block.fixed} == {release.ref}
        assert all(sum(block.sizes[kind] for kind in placed.kinds) == 48 for placed in block.fixed)
        assert all(sum(block.sizes[kind] for kind in placed.kinds) == 36 for placed in block.proposed)
    assert len(attacked) == 2


def test_the_secret_of_a_correction_is_new(answers, release, monkeypatch):
    secrets = []
    real = making.make
    monkeypatch.setattr(
        "surveys.releases.domain.freezing.make",
        lambda task, *, secret: (secrets.append(bytes(secret)), real(task, secret=secret))[1],
    )
    del answers.rows[:12]
    correct(release)
    assert len(set(secrets)) == 1
    assert any(secrets[0])


def test_whoever_had_the_old_one_has_the_new_one_under_both_names(answers, release):
    share(release, "champions", by=None, now=AFTER_FREEZE)
    del answers.rows[:12]
    new = correct(release)
    assert releases_for("champions") == [new]
    for key in (release.ref, str(release.pk), new.ref, str(new.pk)):
        assert find_shared("champions", key) == new
        assert find_shared("subgroup:vyp", key) is None
    stop_sharing(new, "champions", by=None, now=LATER)
    assert find_shared("champions", release.ref) is None


def test_a_correction_is_corrected_but_never_twice(answers, release):
    del answers.rows[:10]
    new = correct(release)
    with pytest.raises(Replaced):
        correct(release)
    del answers.rows[:10]
    third = correct(new)
    assert third.ref == "2026-Q3-corrected-2"
    assert {note.release for note in notes_of(third)} == {new, third}


def test_a_correction_that_leaves_too_few_shows_no_figures(answers, release):
    answers.rows = answers.rows[:9]
    new = correct(release)
    assert {sheet.state for sheet in new.verified().sheets} == {NOT_ENOUGH}
    assert not Contribution.objects.filter(superseded=False).exists(), "the nine wait for the next window"


@pytest.mark.parametrize("reason", ["", "   ", "2 young people took it back", "x" * 301])
def test_a_reason_is_asked_for_and_holds_no_number(release, reason):
    with pytest.raises(WordsRefused):
        correct(release, reason=reason)
    assert not ReleaseNote.objects.exists()


def test_a_note_is_never_changed(release):
    note = correct(release)
    with pytest.raises(TypeError):
        note.save()
    with pytest.raises(DatabaseError), transaction.atomic():
        ReleaseNote.objects.filter(pk=note.pk).update(words="No.")
