"""The database refuses what our classes cannot see: raw edits of versions, going live unchecked, unnaming.

SQLite rebuilds a table when a column changes and loses its triggers: a later migration that alters one of
these tables must add them again. The tests in tests/questionnaires/test_frozen.py notice.
"""

from typing import Any

from django.db import migrations

from core.add_only import AddOnlyTable

TABLE, VERSIONS = "questionnaires_questionnaire", "questionnaires_questionnaireversion"
NO_VERSION = "NOT EXISTS (SELECT 1 FROM questionnaires_questionnaireversion WHERE questionnaire_id = NEW.id)"
GUARDS = [
    ("named_stays", "UPDATE", "NEW.named <> OLD.named", "named cannot be switched"),
    ("not_born_live", "INSERT", "NEW.live", "publish through the checks"),
    ("live_has_version", "UPDATE", f"NEW.live AND NOT OLD.live AND {NO_VERSION}", "publish through the checks"),
]
PG_FUNCTION = """
CREATE OR REPLACE FUNCTION questionnaires_{name}() RETURNS trigger AS $$
BEGIN IF {when} THEN RAISE EXCEPTION '{words}'; END IF; RETURN NEW; END $$ LANGUAGE plpgsql;
"""
PG_TRIGGER = (
    "CREATE TRIGGER questionnaires_{name} BEFORE {verb} ON {table} "
    "FOR EACH ROW EXECUTE FUNCTION questionnaires_{name}();"
)
SQLITE_TRIGGER = (
    "CREATE TRIGGER questionnaires_{name} BEFORE {verb} ON {table} WHEN {when} "
    "BEGIN SELECT RAISE(ABORT, '{words}'); END;"
)


def add_guards(apps: Any, schema_editor: Any) -> None:
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    for name, verb, when, words in GUARDS:
        values = {"name": name, "verb": verb, "when": when, "words": words, "table": TABLE}
        for statement in (PG_FUNCTION, PG_TRIGGER) if is_postgresql else (SQLITE_TRIGGER,):
            schema_editor.execute(statement.format(**values), params=None)


def drop_guards(apps: Any, schema_editor: Any) -> None:
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    for name, *_ in GUARDS:
        on_table = f" ON {TABLE}" if is_postgresql else ""
        schema_editor.execute(f"DROP TRIGGER IF EXISTS questionnaires_{name}{on_table};", params=None)


class Migration(migrations.Migration):
    dependencies = [("questionnaires", "0001_questionnaires_bank_and_versions")]

    operations = [
        AddOnlyTable(VERSIONS),
        AddOnlyTable("questionnaires_bankquestion"),
        migrations.RunPython(add_guards, drop_guards),
    ]
