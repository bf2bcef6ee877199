"""Every earlier place of a response is found by an index."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('releases', '0005_populations_and_reach_actions'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='contribution',
            index=models.Index(fields=['response_id'], name='where_a_response_stood'),
        ),
    ]
