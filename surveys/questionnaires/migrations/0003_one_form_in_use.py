"""Two people publishing at once cannot leave two forms in use for the same card.

A constraint with a condition is an index, so SQLite does not rebuild the table and its triggers stay.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("questionnaires", "0002_versions_never_change")]

    operations = [
        migrations.AddConstraint(
            model_name="questionnaire",
            constraint=models.UniqueConstraint(
                condition=models.Q(("live", True), models.Q(("form", "consultation"), _negated=True)),
                fields=("form", "band", "level", "length"),
                name="one_form_in_use",
            ),
        ),
    ]
