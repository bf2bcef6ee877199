"""How many live here, entered by staff, and the action that stands beside a release."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from core.add_only import AddOnlyTable


class Migration(migrations.Migration):
    dependencies = [
        ("releases", "0004_each_contribution_knows_its_form"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Population",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("year", models.PositiveSmallIntegerField()),
                ("characteristic", models.CharField(max_length=20)),
                ("number", models.PositiveIntegerField()),
                ("figures", models.JSONField(default=dict)),
                ("source", models.CharField(blank=True, max_length=200)),
                ("as_of", models.DateField(null=True)),
                ("takes_back", models.PositiveIntegerField(null=True)),
                ("entered_at", models.DateTimeField()),
                (
                    "entered_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "population",
                "ordering": ["-year", "characteristic", "-number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("year", "characteristic", "number"), name="one_population_per_number"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "characteristic__in",
                                (
                                    "everyone",
                                    "age_band",
                                    "gender",
                                    "ethnic_group",
                                    "send_need",
                                    "where_i_live",
                                    "care_status",
                                ),
                            )
                        ),
                        name="population_of_a_known_kind",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReachAction",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.PositiveIntegerField()),
                ("text", models.CharField(blank=True, max_length=200)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "release",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reach_actions", to="releases.release"
                    ),
                ),
            ],
            options={
                "verbose_name": "reach action",
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(fields=("release", "number"), name="one_reach_action_per_number")
                ],
            },
        ),
        AddOnlyTable("releases_population"),
        AddOnlyTable("releases_reachaction"),
    ]
