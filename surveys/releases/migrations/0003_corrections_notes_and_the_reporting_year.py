"""Corrections keep both contributions; notes beside a release; the month in which the reporting year starts."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from core.add_only import AddOnlyTable


class Migration(migrations.Migration):

    dependencies = [
        ('releases', '0002_releases_are_add_only'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ReleaseNote',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('words', models.TextField(max_length=600)),
                ('written_at', models.DateTimeField()),
            ],
            options={
                'verbose_name': 'release note',
                'ordering': ['written_at', 'id'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='contribution',
            name='each_response_once',
        ),
        migrations.AddField(
            model_name='contribution',
            name='counted',
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name='contribution',
            name='form',
            field=models.CharField(default='', help_text='The sheet it was counted on.', max_length=20),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='contribution',
            name='group',
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='contribution',
            name='superseded',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='programme',
            name='year_starts',
            field=models.PositiveSmallIntegerField(default=4, help_text='The month in which the reporting year starts: the first of a quarter.'),
        ),
        migrations.AddConstraint(
            model_name='contribution',
            constraint=models.UniqueConstraint(condition=models.Q(('superseded', False)), fields=('response_id', 'characteristic'), name='each_response_once'),
        ),
        migrations.AddConstraint(
            model_name='programme',
            constraint=models.CheckConstraint(condition=models.Q(('year_starts__in', [1, 4, 7, 10])), name='a_year_is_whole_quarters'),
        ),
        migrations.AddField(
            model_name='releasenote',
            name='release',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notes', to='releases.release'),
        ),
        migrations.AddField(
            model_name='releasenote',
            name='written_by',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        AddOnlyTable('releases_releasenote'),
    ]
