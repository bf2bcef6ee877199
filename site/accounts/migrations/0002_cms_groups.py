"""Two CMS groups that follow from roles: editors write drafts, publishers publish (D10, D32)."""

from django.db import migrations

from accounts.roles import EDITORS_GROUP, PUBLISHERS_GROUP


def make_groups(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    for name in (EDITORS_GROUP, PUBLISHERS_GROUP):
        Group.objects.get_or_create(name=name)
    # Wagtail's own example groups would be a second way to give rights
    Group.objects.filter(name__in=["Editors", "Moderators"]).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailcore", "0096_referenceindex_referenceindex_source_object_and_more"),
    ]

    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
