"""The subgroup, its young member, the champions, and what adults replied."""

import datetime as dt

from django.utils import timezone

from home.demo.cast import LAST_NAMES, NICKNAMES, SEED, SETTINGS
from home.demo.chance import dice_for
from home.demo.stage import Stage
from participation.champions.domain.programme import add_champion, add_setting, add_young_champion
from participation.influence.domain.changes import publish_reply, write_reply
from participation.influence.enums import ReplyKind, Telling
from participation.subgroups.domain.groups import create_group
from participation.subgroups.domain.members import add_member
from participation.subgroups.models import Part, Subgroup
from surveys.releases.models import Release

CHAMPIONS, YOUNG = 214, 11
ALSO_CALLED = (
    "EVYP",
    "Vulnerable Young People subgroup",
    "Exploited and Vulnerable Young People subgroup",
)


def make_group(stage: Stage, *, now: dt.datetime) -> Subgroup:
    by = stage.people["participation_worker"]
    group = create_group(
        name="VYP",
        remit="Adults and a young person who plan how to keep young people safe in the whole town.",
        aliases=ALSO_CALLED,
        by=by,
        now=now,
    )
    for key in ("subgroup_member", "police_member", "health_member"):
        add_member(group, user=stage.people[key], part=Part.MEMBER, by=by, now=now)
    add_member(group, user=stage.people["supporter"], part=Part.SUPPORTER, by=by, now=now)
    add_member(
        group,
        user=stage.people["young_member"],
        part=Part.YOUNG_MEMBER,
        supporter=stage.people["supporter"],
        by=by,
        now=now,
    )
    return group


def make_champions(stage: Stage, *, now: dt.datetime) -> None:
    """214 in all; every fifth school still has none, so that the gaps page has something to say."""
    lead, dice = stage.people["champion_lead"], dice_for(SEED, "champions")
    places = [
        add_setting(name=name, kind=kind) for kind, names in SETTINGS.items() for number, name in enumerate(names)
    ]
    filled = [place for number, place in enumerate(places) if place.kind != "school" or number % 5]
    today = timezone.localdate(now)
    for number in range(CHAMPIONS - YOUNG):
        trained = today - dt.timedelta(days=dice.randint(20, 700))
        add_champion(
            name=f"{NICKNAMES[number % len(NICKNAMES)]} {LAST_NAMES[number % len(LAST_NAMES)]}",
            setting=filled[number % len(filled)],
            user=stage.people["champion"] if number == 0 else None,
            trained_on=trained,
            refresher_due=trained + dt.timedelta(days=365),
            by=lead,
            now=now,
        )
    for _ in range(YOUNG):
        add_young_champion(supporter=stage.people["supporter"], trained_on=today, by=lead, now=now)


def write_replies(stage: Stage, releases: list[Release]) -> None:
    """One in each state, and one whose day has passed."""
    today = timezone.localdate(stage.now)
    newest, older = releases[-1], releases[0]
    day = dt.timedelta(days=1)
    told = [Telling.FULL, Telling.FRIENDLY, Telling.FAST]
    replies: tuple[dict[str, object], ...] = (
        {
            "said": "Fewer people in the room.",
            "kind": ReplyKind.WE_DID,
            "did": "Six adults at most now come to a meeting, and you choose one of them.",
            "owner_role": "Head of children’s meetings",
            "told_on": today - 20 * day,
            "how_told": told,
            "release": older,
        },
        {
            "said": "Tell us why there is a meeting before it, not in it.",
            "kind": ReplyKind.WE_WILL,
            "did": "From next term every worker sits down with you before the meeting and says why.",
            "owner_role": "Manager of the workers",
            "due": today + 40 * day,
            "release": newest,
        },
        {
            "said": "Never hold meetings in school time.",
            "kind": ReplyKind.WE_CANT_BECAUSE,
            "reason": "Some meetings have to happen within a day, to keep a young person safe.",
            "decided_by": "The person who leads children’s services",
            "instead": "We ask you first which lessons you do not want to miss.",
            "owner_role": "Head of children’s meetings",
            "told_on": today - 6 * day,
            "how_told": told[:2],
            "release": newest,
        },
        {
            "said": "Come back and say what happened.",
            "kind": ReplyKind.OPEN,
            "owner_role": "The people who run meetings",
            "due": today + 14 * day,
            "release": newest,
        },
        {
            "said": "One worker who stays.",
            "kind": ReplyKind.WE_WILL,
            "did": "We are hiring three more workers, so that nobody has to change so often.",
            "owner_role": "Manager of the workers",
            "due": today - 9 * day,
            "release": older,
        },
    )
    by = stage.people["participation_worker"]
    for place, reply in enumerate(replies):
        written_at = stage.now - (len(replies) - place) * day
        row = write_reply(by=by, now=written_at, owner=by, **reply)
        publish_reply(row.pk, version=row.version, by=by, now=written_at)
    write_reply(by=by, now=stage.now, said="Food at the meeting.", kind=ReplyKind.OPEN, release=newest)
