"""The group at work: questions in each state, a note, a meeting with decisions, recommendations in each state."""

import datetime as dt
from typing import Any

from django.utils import timezone

from accounts.models import User
from home.demo.stage import Stage
from home.demo.when import at
from participation.influence.domain.recommendations import (
    close_recommendation,
    rewrite_recommendation,
    write_recommendation,
)
from participation.influence.enums import CameFrom, DidItFix, Progress, Verdict
from participation.subgroups.domain.challenges import answer, ask, name_answerer, read, tell
from participation.subgroups.domain.meetings import ask_decision, decide, plan_meeting
from participation.subgroups.domain.notes import agree_note, write_note
from participation.subgroups.domain.young import record_briefing
from participation.subgroups.models import Challenge, Subgroup
from surveys.releases.models import Release

DAY = dt.timedelta(days=1)


def play_group(stage: Stage, releases: list[Release]) -> None:
    """`releases`: what the group has, oldest first."""
    group = Subgroup.objects.get(slug="vyp")
    _note(stage, group, releases[-1])
    _meetings(stage, group, releases)
    _settled(stage, group)
    _answered(stage, group, releases[-1])
    _late(stage, group)
    ask(
        group,
        words="Who told young people what you decided last time?",
        by=stage.people["young_member"],
        release=releases[-1],
        now=stage.now,
    )


def _note(stage: Stage, group: Subgroup, release: Release) -> None:
    young, supporter = stage.people["young_member"], stage.people["supporter"]
    when = at((stage.now - 3 * DAY).date(), 16)
    held_on = min(timezone.localdate(when), timezone.localdate(stage.now))
    record_briefing(group, release, young=young, supporter=supporter, held_on=held_on, now=stage.now)
    words = "Please read the part about control out loud. Then be quiet for a minute and think about it."
    note = write_note(group, release, words=words, writer=young, ready=True, now=stage.now - DAY)
    agree_note(note, by=supporter, version=note.version, now=stage.now - DAY)


def _meetings(stage: Stage, group: Subgroup, releases: list[Release]) -> None:
    """One that was held, with a yes, a part and a no; one to come, with two decisions asked."""
    by, today = stage.people["participation_worker"], timezone.localdate(stage.now)
    then = stage.now - 80 * DAY
    held = plan_meeting(group, held_on=then.date(), releases=releases[-2:-1], by=by, now=then)
    decided: tuple[tuple[str, str, Verdict, dict[str, Any]], ...] = (
        ("Send the plan for the meeting to young people three days before.", "understood", Verdict.ACCEPTED, {}),
        (
            "Let each young person choose the room.",
            "had_control",
            Verdict.PART,
            {"reason": "We have four rooms. You can choose out of those."},
        ),
        (
            "Hold every meeting after school.",
            "took_part_as_wanted",
            Verdict.NOT,
            {"reason": "Some meetings have to happen within a day, to keep a young person safe."},
        ),
    )
    for asked, measure, verdict, fields in decided:
        decision = ask_decision(held, asked=asked, release=releases[-2], measure_id=measure, by=by, now=then)
        if verdict != Verdict.NOT:
            fields = {**fields, **_owner(stage), "due": today + 30 * DAY}
        decide(decision, verdict=verdict, by=by, now=then, **fields)
    coming = plan_meeting(group, held_on=today + 9 * DAY, releases=releases[-1:], by=by, now=stage.now)
    for asked, measure in (
        ("Give each young person one adult of their choice in the meeting?", "had_a_say"),
        ("Tell young people within five days what was decided?", "listened"),
    ):
        ask_decision(coming, asked=asked, release=releases[-1], measure_id=measure, by=by, now=stage.now)


def _owner(stage: Stage) -> dict[str, Any]:
    return {"owner": stage.people["subgroup_member"], "owner_role": "Head of children’s meetings"}


def _settled(stage: Stage, group: Subgroup) -> None:
    """One that is done, one that is late and stuck, and one from an inspection without an answer."""
    by, today = stage.people["participation_worker"], timezone.localdate(stage.now)
    begun = stage.now - 70 * DAY
    shared: dict[str, Any] = {"by": by, "now": begun, "audience_key": group.audience_key}
    done = write_recommendation(
        text="Put a photo of everyone who comes on the invite.",
        came_from=CameFrom.TASK_AND_FINISH,
        verdict=Verdict.ACCEPTED,
        due=today - 20 * DAY,
        **_owner(stage),
        **shared,
    )
    close_recommendation(
        done.pk,
        what_changed="Every invite now shows who comes, with a photo if they said yes to it.",
        did_it_fix=DidItFix.PARTLY,
        version=done.version,
        by=by,
        now=stage.now - 21 * DAY,
    )
    late = write_recommendation(
        text="A quiet place to wait, with a door.",
        came_from=CameFrom.SURVEY,
        verdict=Verdict.ACCEPTED,
        due=today - 9 * DAY,
        measure_id="listened",
        **_owner(stage),
        **shared,
    )
    rewrite_recommendation(late.pk, version=late.version, by=by, now=stage.now - 10 * DAY, progress=Progress.STUCK)
    write_recommendation(
        text="Show how often an advocate is offered.", came_from=CameFrom.INSPECTION, due=today + 20 * DAY, **shared
    )


def _answered(stage: Stage, group: Subgroup, release: Release) -> None:
    """Asked by the young member, answered, and told."""
    worker, asked_at = stage.people["participation_worker"], stage.now - 12 * DAY
    row = ask(
        group,
        words="Few of us feel we have control. What could we decide ourselves?",
        by=stage.people["young_member"],
        release=release,
        now=asked_at,
    )
    row = read(row, by=stage.people["supporter"], put_on=True, now=asked_at + DAY)
    row = _named(row, stage.people["subgroup_member"], "plans for the whole town", by=worker, now=asked_at + DAY)
    row = answer(
        row,
        words="You can choose who comes, where it is, and what we talk about first. From May it says so on the invite.",
        version=row.version,
        by=stage.people["subgroup_member"],
        now=stage.now - 3 * DAY,
    )
    told_on = timezone.localdate(stage.now - 2 * DAY)
    tell(row, told_on=told_on, by=stage.people["supporter"], now=stage.now - 2 * DAY)


def _late(stage: Stage, group: Subgroup) -> None:
    """Asked by a member; the named person has not answered in time."""
    worker, asked_at = stage.people["participation_worker"], stage.now - 30 * DAY
    row = ask(
        group,
        words="Why does it take three weeks until a young person hears what was decided?",
        by=stage.people["health_member"],
        now=asked_at,
    )
    row = read(row, by=worker, put_on=True, now=asked_at + DAY)
    _named(row, stage.people["police_member"], "from the police", by=worker, now=asked_at + DAY)


def _named(row: Challenge, answerer: User, role: str, *, by: User, now: dt.datetime) -> Challenge:
    return name_answerer(
        row, answerer=answerer, role=role, answer_by=row.answer_by, version=row.version, by=by, now=now
    )
