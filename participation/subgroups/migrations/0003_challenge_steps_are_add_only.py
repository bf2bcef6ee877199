"""The database itself refuses to change or remove a step of a question's history, on both vendors."""

from django.db import migrations

from core.add_only import AddOnlyTable


class Migration(migrations.Migration):
    dependencies = [("subgroups", "0002_meetings_notes_and_challenges")]

    operations = [AddOnlyTable("subgroups_challengestep")]
