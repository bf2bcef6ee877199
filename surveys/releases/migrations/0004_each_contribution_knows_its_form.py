"""What was counted before this knows its form, its age band, and which of a child's answers was the one."""

from typing import Any

from django.db import migrations

BANDS = ("8-11", "12-15", "16-17", "18-25")


def look_up(apps: Any, schema_editor: Any) -> None:
    """Newest first, as the freeze counted: what a child sent earlier was used up without counting."""
    contribution = apps.get_model("releases", "Contribution")
    response = apps.get_model("responses", "Response")
    sent = response.objects.order_by("-sent_at", "id").values_list("id", "form", "band", "counting_key")
    release_of = dict(contribution.objects.values_list("response_id", "release_id"))
    seen = set()
    for response_id, form, band, key in sent.iterator():
        if response_id not in release_of:
            continue
        child = (release_of[response_id], form, key)
        group = BANDS.index(band) if band in BANDS else None
        row = contribution.objects.filter(response_id=response_id)
        row.update(form=form, counted=child not in seen, group=group)
        seen.add(child)


class Migration(migrations.Migration):
    dependencies = [
        ("releases", "0003_corrections_notes_and_the_reporting_year"),
        ("responses", "0001_tickets_drafts_and_answers"),
    ]

    operations = [
        migrations.RunPython(look_up, migrations.RunPython.noop, elidable=True),
    ]
