"""The database itself refuses to change or remove a line of a recommendation's history, on both vendors."""

from django.db import migrations

from core.add_only import AddOnlyTable


class Migration(migrations.Migration):
    dependencies = [("influence", "0003_recommendations")]

    operations = [AddOnlyTable("influence_recommendationstep")]
