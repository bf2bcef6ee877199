"""The database itself refuses to change or remove a step of an alert, on both vendors."""

from django.db import migrations

from core.add_only import AddOnlyTable


class Migration(migrations.Migration):
    dependencies = [("listening", "0001_named_readers_and_alerts")]

    operations = [AddOnlyTable("listening_alertstep")]
