"""The database itself refuses to change or remove a release, on both vendors (rule 13)."""

from django.db import migrations

from core.add_only import AddOnlyTable


class Migration(migrations.Migration):
    dependencies = [("releases", "0001_releases_windows_and_shares")]

    operations = [AddOnlyTable("releases_release")]
