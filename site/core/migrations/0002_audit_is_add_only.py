"""The database itself refuses to change or remove audit rows, on both vendors (AC-46)."""

from django.db import migrations

from core.add_only import AddOnlyTable


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]

    operations = [
        AddOnlyTable("core_auditentry"),
        AddOnlyTable("core_auditseal"),
    ]
