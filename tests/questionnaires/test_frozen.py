"""A version and a wording never change: not by our classes, not by raw SQL, on either database."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from surveys.questionnaires.domain.bank import add_wording, load_bank, wordings_for
from surveys.questionnaires.models import (
    BankQuestion,
    Questionnaire,
    QuestionnaireVersion,
    VersionsNeverChange,
)
from surveys.questionnaires.starter.building import text
from tests.factories.questionnaires import QuestionnaireFactory, published

pytestmark = pytest.mark.django_db


def refused_by_the_database(statement, model, *values):
    """`{table}` in the statement becomes the model's own table."""
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(table=model._meta.db_table), values)


def test_a_version_cannot_be_saved_again_or_deleted():
    version = published()
    version.number = 7
    for change in (version.save, version.delete):
        with pytest.raises(VersionsNeverChange):
            change()


def test_versions_cannot_be_changed_in_bulk():
    version = published()
    for change in (
        lambda: QuestionnaireVersion.objects.update(number=7),
        lambda: QuestionnaireVersion.objects.all().delete(),
        lambda: QuestionnaireVersion.objects.bulk_update([version], ["number"]),
    ):
        with pytest.raises(VersionsNeverChange):
            change()


def test_the_database_refuses_to_edit_or_delete_a_version():
    published()
    refused_by_the_database("UPDATE {table} SET number = 7", QuestionnaireVersion)
    refused_by_the_database("DELETE FROM {table}", QuestionnaireVersion)
    assert QuestionnaireVersion.objects.get().number == 1


def test_a_questionnaire_with_a_version_cannot_be_deleted():
    version = published()
    with pytest.raises(ProtectedError):
        version.questionnaire.delete()


def test_the_database_refuses_to_switch_named():
    QuestionnaireFactory()
    refused_by_the_database("UPDATE {table} SET named = %s", Questionnaire, False)


def test_the_database_refuses_to_go_live_without_a_version():
    QuestionnaireFactory()
    refused_by_the_database("UPDATE {table} SET live = %s", Questionnaire, True)


def test_the_database_refuses_a_row_that_is_born_live():
    row = Questionnaire(slug="born-live", title="x", form="after", live=True)
    with pytest.raises(DatabaseError), transaction.atomic():
        super(Questionnaire, row).save()


def test_a_wording_of_the_bank_cannot_be_changed_or_deleted():
    load_bank(now=timezone.now())
    row = BankQuestion.objects.first()
    for change in (row.save, row.delete, BankQuestion.objects.all().delete):
        with pytest.raises(VersionsNeverChange):
            change()
    refused_by_the_database("UPDATE {table} SET wording = 'x'", BankQuestion)
    refused_by_the_database("DELETE FROM {table}", BankQuestion)


def test_a_change_of_words_makes_a_new_wording_and_leaves_published_versions_alone():
    version = published()
    before = version.schema.question("Q09").wording
    row = add_wording(text("Q09", "What goes well?"), key="Q09", band="12-15", level="standard", now=timezone.now())
    assert row.version == 2
    assert wordings_for("12-15", "standard")["Q09"].wording == "What goes well?"
    assert QuestionnaireVersion.objects.get(pk=version.pk).schema.question("Q09").wording == before


def test_loading_the_bank_again_never_takes_back_a_wording_chosen_since():
    load_bank(now=timezone.now())
    add_wording(text("Q09", "What goes well?"), key="Q09", band="12-15", level="standard", now=timezone.now())
    assert load_bank(now=timezone.now()) == 0
    assert wordings_for("12-15", "standard")["Q09"].wording == "What goes well?"
