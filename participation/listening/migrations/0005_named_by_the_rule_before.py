"""Answers sent before the names were kept: named are those whom the text of that day named by its rule, as far as the
rota still says so. Without this nobody could read what waits.
"""

from django.db import migrations

AT_ONCE = 500


def name_them(apps, schema_editor):
    Response = apps.get_model("responses", "Response")
    leads = _ids(apps.get_model("accounts", "RoleGrant").objects.filter(role="safeguarding_lead"), "user_id")
    duties = list(apps.get_model("listening", "ReaderDuty").objects.values_list("ends_on", "user_id"))
    waiting = Response.objects.filter(words_gone_at=None).only("pk", "ticket_id", "sent_at", "readers_named")
    batch = []
    for response in waiting.order_by("pk").iterator(chunk_size=AT_ONCE):
        batch.append(response)
        if len(batch) == AT_ONCE:
            _name(apps, Response, batch, leads, duties)
            batch = []
    _name(apps, Response, batch, leads, duties)


def _name(apps, Response, batch, leads, duties):
    tickets = [response.ticket_id for response in batch if response.ticket_id]
    listening = {name: apps.get_model("listening", name).objects for name in ("Listener", "NotThem", "Reading")}
    named = _grouped(listening["Listener"].filter(ticket_id__in=tickets), "ticket_id", "user_id")
    refused = _grouped(listening["NotThem"].filter(ticket_id__in=tickets), "ticket_id", "user_id")
    read = _grouped(listening["Reading"].filter(response__in=batch), "response_id", "reader_id")
    for response in batch:
        turns = {str(user) for ends, user in duties if ends >= response.sent_at.date()}
        everyone = leads | turns | named.get(response.ticket_id, set()) | read.get(response.pk, set())
        response.readers_named = sorted(everyone - refused.get(response.ticket_id, set()))
    Response.objects.bulk_update(batch, ["readers_named"])


def _ids(rows, field):
    return {str(each) for each in rows.values_list(field, flat=True)}


def _grouped(rows, key, value):
    found = {}
    for owner, person in rows.values_list(key, value):
        found.setdefault(owner, set()).add(str(person))
    return found


class Migration(migrations.Migration):
    dependencies = [
        ("listening", "0004_a_name_before_the_words"),
        ("accounts", "0003_report_writers_role"),
    ]

    operations = [migrations.RunPython(name_them, migrations.RunPython.noop, elidable=True)]
