"""A place with one of everything, so that every page of the journey has something to show."""

import datetime as dt
from dataclasses import dataclass

from accounts.models import User
from accounts.roles import Role
from home.demo.chance import dice_for, seeded_code
from home.demo.invited import Adults, Card, YoungPerson, answer, book_and_invite, give_card, hold_and_tell
from participation.champions.domain.programme import AUDIENCE_KEY
from participation.influence.enums import ReplyKind
from participation.listening.domain.rota import add_duty
from participation.listening.enums import Route, Source, Urgency
from participation.meetings.domain.visits import ask_for_visit
from participation.meetings.enums import VisitReason
from participation.meetings.models import Invitation
from participation.subgroups.models import Part
from surveys.questionnaires.enums import FormKind
from surveys.questionnaires.models import Questionnaire
from surveys.releases.disclosure.content import PublishedReach
from surveys.releases.domain.sharing import share
from surveys.releases.models import Window
from surveys.responses.domain.tickets import FormWindow, issue_ticket
from surveys.responses.enums import TicketKind
from surveys.responses.models import Answer, Response
from surveys.themes.domain.coding import code_text, next_text
from surveys.themes.domain.gathering import find_window
from surveys.themes.domain.making import NewTheme, save_themes
from surveys.themes.domain.quoting import next_quotable, propose
from tests.factories import champions, influence, polls, releases, subgroups
from tests.factories.listening import raise_alert
from tests.journeys.ground import Ground, lay_ground, person
from tests.subgroups.conftest import by_gender, sheet

WORD = "copper kettle"
WEEK = dt.timedelta(days=7)


@dataclass
class Village:
    """`codes`: "young", "easy-read", "teen", "told", "spare" and "consultation"."""

    ground: Ground
    codes: dict[str, str]
    told: Invitation | None = None

    def email(self, who: str) -> str:
        return str(self.ground.people[who].email)


def build_village(*, now: dt.datetime) -> Village:
    ground = lay_ground(now=now)
    ground.council.not_safe_now_phone = "01632 960111"
    ground.council.save()
    people = ground.people
    month_ago, yesterday = (now - 4 * WEEK).date(), (now - dt.timedelta(days=1)).date()
    add_duty(people["reader"], starts_on=month_ago, ends_on=yesterday, by=None, now=now)
    people["champion"] = person("Tom", Role.CHAMPION)
    people["champions"] = person("Hannah", Role.CHAMPION_LEAD)
    people["young member"] = person("Ellis", Role.YOUNG_MEMBER)
    people["administrator"] = person("Ruth", Role.ADMINISTRATOR)
    people["data protection"] = person("Owen", Role.DATA_PROTECTION_OFFICER)
    people["report writer"] = person("Amara", Role.REPORT_WRITER)
    people["second writer"] = person("Bryn", Role.REPORT_WRITER)
    village = Village(ground, {"consultation": _consultation(ground, now=now)})
    for name, band, level in (
        ("young", "8-11", "standard"),
        ("easy-read", "12-15", "easy-read"),
        ("teen", "12-15", "standard"),
        ("spare", "16-17", "standard"),
    ):
        village.codes[name] = _card(ground, name, band, level, now=now)
    village.told = _told_back(ground, now=now)
    village.codes["told"] = seeded_code("told", 0)
    _results(ground, people["young member"], now=now)
    _words_for_reports(ground, now=now)
    return village


def _adults(ground: Ground) -> Adults:
    return Adults(ground.council, ground.people["worker"], ground.people["chair"])


def _card(ground: Ground, name: str, band: str, level: str, *, now: dt.datetime) -> str:
    invitation = book_and_invite(
        YoungPerson(name.title(), band, level),
        _adults(ground),
        starts_at=now + WEEK,
        booked_at=now,
        dice=dice_for(name),
    )
    code = seeded_code(name, 0)
    give_card(invitation, Card(code, WORD), adults=_adults(ground), at=now)
    if name == "spare":
        ask_for_visit(invitation, reason=VisitReason.OTHER_HAS_CARD, now=now)
    return code


def _told_back(ground: Ground, *, now: dt.datetime) -> Invitation:
    """Sent before the meeting, heard there, told in person; and they ask to talk."""
    before, dice = now - 2 * WEEK, dice_for("told")
    invitation = book_and_invite(
        YoungPerson("Zephyrine"), _adults(ground), starts_at=now - WEEK, booked_at=before, dice=dice
    )
    give_card(invitation, Card(seeded_code("told", 0), WORD), adults=_adults(ground), at=before)
    answer(invitation, FormKind.BEFORE, at=before + dt.timedelta(hours=1), dice=dice)
    hold_and_tell(invitation, adults=_adults(ground), at=now - WEEK + dt.timedelta(hours=2), dice=dice)
    raise_alert(
        source=Source.CARD,
        route=Route.WORKER,
        urgency=Urgency.TALK,
        ticket=invitation.ticket,
        about="Can somebody talk with me?",
        once="once",
        now=now,
    )
    return invitation


def _consultation(ground: Ground, *, now: dt.datetime) -> str:
    questionnaire = Questionnaire.objects.get(slug="consultation-100")
    window = FormWindow(FormKind.CONSULTATION, questionnaire, now - WEEK, now + WEEK)
    return issue_ticket(
        council=ground.council,
        kind=TicketKind.CONSULTATION,
        band="12-15",
        level="standard",
        expires_at=now + WEEK,
        forms=[window],
        now=now,
    ).code


def _results(ground: Ground, young: User, *, now: dt.datetime) -> None:
    group = ground.group
    subgroups.add_member(group, user=young, part=Part.YOUNG_MEMBER, supporter=ground.people["member"], by=None, now=now)
    reach = (PublishedReach("everyone", "", "under_quarter", 120),)
    release = releases.frozen_release(sheets=[by_gender(sheet("after")), sheet("before")], reach=reach)
    for audience in (group.audience_key, AUDIENCE_KEY):
        share(release, audience, by=None, now=now)
    for kind in ReplyKind:
        influence.said(kind=kind, late=kind == ReplyKind.WE_WILL, now=now)
    champions.champion()
    subgroups.meeting(group, release)
    subgroups.asked_question(group, release, by=ground.people["member"], now=now)
    influence.recommended(audience_key=group.audience_key)
    polls.drafted(now=now)


def _words_for_reports(ground: Ground, *, now: dt.datetime) -> None:
    """One young person said yes to every report writer; one has begun to sort, one proposed a quote."""
    people, dice = ground.people, dice_for("quoted")
    young = YoungPerson("Quoted")
    invitation = book_and_invite(young, _adults(ground), starts_at=now + WEEK, booked_at=now, dice=dice)
    give_card(invitation, Card(seeded_code("quoted", 0), WORD), adults=_adults(ground), at=now)
    response = answer(invitation, FormKind.BEFORE, at=now, dice=dice)
    writers = [people["report writer"], people["second writer"]]
    yes = {"writers_may_read": True, "may_use_words": True, "writers_named": [str(each.pk) for each in writers]}
    Response.objects.filter(pk=response.pk).update(**yes, on_hold=False)
    Answer.objects.filter(response=response).update(may_quote=True, hide_from_parents=False)
    window = find_window(Window.objects.get(opens_at__lte=now, closes_at__gt=now).pk, FormKind.BEFORE, now=now)
    assert window is not None
    themes = save_themes(window, [NewTheme("Being heard")], edition=0, by=people["participation"], now=now)
    read = next_text(themes, by=writers[1], now=now)
    assert read is not None
    code_text(themes, read, chosen=[], edition=themes.edition, by=writers[1], now=now)
    text = next_quotable(window, by=writers[0])
    assert text is not None
    propose(text, wording="I want people to listen.", by=writers[0], now=now)
