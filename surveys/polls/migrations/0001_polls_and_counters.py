"""Polls, and counters in place of rows for people."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Poll',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('title', models.CharField(max_length=80)),
                ('mode', models.CharField(choices=[('room', 'One screen in a room, passed on'), ('phones', 'Each on their own phone, with the code')], max_length=8)),
                ('band', models.CharField(blank=True, choices=[('8-11', '8 to 11'), ('12-15', '12 to 15'), ('16-17', '16 and 17'), ('18-25', '18 to 25')], max_length=8)),
                ('questions', models.JSONField(default=list)),
                ('split', models.CharField(blank=True, choices=[('', 'By nothing'), ('gender', 'Girls, boys and others'), ('send_need', 'Needing help with learning, talking or moving')], max_length=12)),
                ('decision', models.CharField(max_length=300)),
                ('decided_by', models.CharField(max_length=120)),
                ('reply_on', models.DateField()),
                ('if_too_few', models.CharField(choices=[('again', 'Keep the counts for a second go of this poll'), ('destroy', 'Destroy the counts')], default='again', max_length=8)),
                ('state', models.CharField(choices=[('draft', 'Not open yet'), ('open', 'Open'), ('closed', 'Closed, settling'), ('too_few', 'Too few: can go a second time'), ('done', 'In a summary'), ('destroyed', 'Counts destroyed')], default='draft', max_length=10)),
                ('code_digest', models.CharField(blank=True, editable=False, max_length=64)),
                ('goes', models.PositiveSmallIntegerField(default=0)),
                ('opened_at', models.DateTimeField(blank=True, null=True)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('progress', models.CharField(choices=[('under_10', 'under 10'), ('from_10', '10 or more'), ('from_20', '20 or more'), ('from_50', '50 or more')], default='under_10', max_length=10)),
                ('progress_on', models.DateField(blank=True, null=True)),
                ('made_at', models.DateTimeField()),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-made_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Counter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('question', models.CharField(max_length=8)),
                ('category', models.CharField(blank=True, max_length=20)),
                ('option', models.CharField(max_length=8)),
                ('count', models.PositiveIntegerField(default=0)),
                ('mark_one', models.BigIntegerField(default=0)),
                ('mark_two', models.BigIntegerField(default=0)),
                ('poll', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='counters', to='polls.poll')),
            ],
        ),
        migrations.AddConstraint(
            model_name='poll',
            constraint=models.UniqueConstraint(condition=models.Q(('code_digest', ''), _negated=True), fields=('code_digest',), name='one_poll_a_code'),
        ),
        migrations.AddConstraint(
            model_name='counter',
            constraint=models.UniqueConstraint(fields=('poll', 'question', 'category', 'option'), name='one_counter_a_cell'),
        ),
    ]
