"""A migration operation: triggers that refuse UPDATE and DELETE on a table, on SQLite and PostgreSQL."""

from typing import Any

from django.db.migrations.operations import RunPython

FUNCTION = """
CREATE OR REPLACE FUNCTION your_turn_add_only() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME; END $$ LANGUAGE plpgsql;
"""


def _statements(vendor: str, table: str, verb: str) -> tuple[str, str]:
    name = f"{table}_no_{verb.lower()}"
    if vendor == "postgresql":
        made = f"CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH ROW EXECUTE FUNCTION your_turn_add_only();"
        return made, f"DROP TRIGGER IF EXISTS {name} ON {table};"
    refusal = f"SELECT RAISE(ABORT, 'rows of {table} are only ever added');"
    return f"CREATE TRIGGER {name} BEFORE {verb} ON {table} BEGIN {refusal} END;", f"DROP TRIGGER IF EXISTS {name};"


class AddOnlyTable(RunPython):
    """`AddOnlyTable("app_model")`; pass `verbs=("UPDATE",)` for a table whose rows may be removed but never changed."""

    def __init__(self, table: str, verbs: tuple[str, ...] = ("UPDATE", "DELETE")) -> None:
        self.table, self.verbs = table, verbs
        super().__init__(self._add, self._drop)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return self.__class__.__qualname__, [self.table, self.verbs], {}

    def _add(self, apps: Any, schema_editor: Any) -> None:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(FUNCTION, params=None)
        for verb in self.verbs:
            schema_editor.execute(_statements(schema_editor.connection.vendor, self.table, verb)[0], params=None)

    def _drop(self, apps: Any, schema_editor: Any) -> None:
        for verb in self.verbs:
            schema_editor.execute(_statements(schema_editor.connection.vendor, self.table, verb)[1], params=None)

    def describe(self) -> str:
        return f"Only ever add to {self.table}"
