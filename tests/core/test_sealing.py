"""Words at rest open only where they belong (ASVS 11.3.2, AC-43, D11)."""

import pytest
from django.core.exceptions import FieldError
from django.db import connection, models
from django.test.utils import isolate_apps
from hypothesis import given
from hypothesis import strategies as st

from core.fields import SealedTextField
from core.sealed_rows import SealedRow
from core.sealing import BLOCK, CannotOpen, open_sealed, seal

HERE = ("council", "questionnaire", "part", "response", "1")
no_surrogates = st.text(st.characters(exclude_categories=["Cs"]), max_size=600)


with isolate_apps("core"):  # its table is there in two tests only, so no other test may meet it among the models

    class Note(SealedRow):
        words = SealedTextField()

        class Meta:
            app_label = "core"


@given(no_surrogates)
def test_what_was_sealed_opens_to_exactly_what_was_written(text: str) -> None:
    assert open_sealed(seal(text, context=HERE), context=HERE) == text


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=4, max_size=200))
def test_a_token_never_contains_the_words(text: str) -> None:
    assert text not in seal(text, context=HERE).partition(":")[2] or text.isascii()


def test_words_moved_to_another_row_do_not_open() -> None:
    with pytest.raises(CannotOpen):
        open_sealed(seal("private", context=HERE), context=(*HERE[:-1], "2"))


@pytest.mark.parametrize("place", range(0, 64))
def test_one_changed_sign_anywhere_does_not_open(place: int) -> None:
    token = seal("private", context=HERE)
    at = 3 + place * 5
    changed = token[:at] + ("A" if token[at] != "A" else "B") + token[at + 1 :]
    with pytest.raises(CannotOpen):
        open_sealed(changed, context=HERE)


def test_an_unknown_key_is_refused_and_not_shown_as_blank() -> None:
    token = seal("private", context=HERE)
    with pytest.raises(CannotOpen):
        open_sealed("k99:" + token.partition(":")[2], context=HERE)


def test_short_and_longer_words_have_the_same_length_at_rest() -> None:
    assert len(seal("no", context=HERE)) == len(seal("a" * (BLOCK - 10), context=HERE))


@pytest.fixture
def notes(transactional_db: None) -> type[Note]:
    with connection.schema_editor() as editor:
        editor.create_model(Note)
    yield Note
    with connection.schema_editor() as editor:
        editor.delete_model(Note)


def test_the_database_never_holds_the_words(notes: type[Note]) -> None:
    note = notes(words="a purple elephant")
    note.save()
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM core_note")
        assert "purple" not in cursor.fetchone()[0]
    assert notes.objects.get().words.open() == "a purple elephant"


def test_printing_a_row_or_its_values_shows_no_words(notes: type[Note]) -> None:
    note = notes.objects.create(words="a purple elephant")
    shown = f"{note.words} {note.words!r} {list(notes.objects.values('words'))} {notes.objects.get().words}"
    assert "purple" not in shown
    assert "[sealed]" in shown


def test_update_and_search_are_refused(notes: type[Note]) -> None:
    note = notes.objects.create(words="first")
    with pytest.raises(FieldError):
        notes.objects.update(words="second")
    with pytest.raises(FieldError):
        notes.objects.filter(words="first").exists()
    note.words = "changed"
    with pytest.raises(FieldError):
        notes.objects.bulk_update([note], ["words"])


def test_words_swapped_between_two_rows_in_the_database_do_not_open(notes: type[Note]) -> None:
    first, second = notes.objects.create(words="mine"), notes.objects.create(words="yours")
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM core_note WHERE id = %s", [_key(second)])
        cursor.execute("UPDATE core_note SET words = %s WHERE id = %s", [cursor.fetchone()[0], _key(first)])
    with pytest.raises(CannotOpen):
        notes.objects.get(pk=first.pk).words.open()


def _key(row: models.Model) -> str:
    return row._meta.pk.get_db_prep_value(row.pk, connection)


def test_many_rows_at_once_are_sealed_too(notes: type[Note]) -> None:
    notes.objects.bulk_create([notes(words=f"word {number}") for number in range(3)])
    assert {note.words.open() for note in notes.objects.all()} == {"word 0", "word 1", "word 2"}
