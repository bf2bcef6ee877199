"""The database itself refuses to change or remove a step of a reply's history, on both vendors."""

from django.db import migrations

from core.add_only import AddOnlyTable


class Migration(migrations.Migration):
    dependencies = [("influence", "0001_first_tables")]

    operations = [AddOnlyTable("influence_yousaidstep")]
