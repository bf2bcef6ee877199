"""The ground a journey stands on: what migrations and `load_starter` put in place, and the people of the story."""

import datetime as dt
from dataclasses import dataclass

from wagtail.models import Collection, Locale, Page

from accounts.models import User
from accounts.roles import Role
from core.models import Council
from home.demo.chance import dice_for
from home.demo.invited import Adults, Card, YoungPerson, answer, book_and_invite, give_card
from home.domain.starter import load_starter
from participation.listening.domain.rota import add_duty
from participation.subgroups.domain.groups import create_group
from participation.subgroups.domain.members import add_member
from participation.subgroups.models import Subgroup
from surveys.questionnaires.enums import FormKind
from surveys.releases.domain.windows import make_quarter_windows, quarterly_programme
from tests.factories.accounts import UserFactory

PASSWORD = "a-long-quiet-password"  # for people who exist only in a test


@dataclass
class Ground:
    council: Council
    people: dict[str, User]
    group: Subgroup


def lay_ground(*, now: dt.datetime) -> Ground:
    _lay_roots()
    council = Council.objects.create(
        name="Testford Council",
        duty_phone="01632 960100",
        out_of_hours_phone="01632 960199",
        advocacy_name="Speak Up",
        advocacy_phone="01632 960150",
        contacts_reviewed_on=now.date(),
    )
    load_starter(now=now)
    people = {
        "worker": person("Sam", Role.MEETING_WORKER),
        "chair": person("Jo", Role.CHAIR),
        "reader": person("Priya", Role.READER),
        "lead": person("Martin", Role.SAFEGUARDING_LEAD),
        "member": person("Grace", Role.SUBGROUP_MEMBER),
        "participation": person("Nadia", Role.PARTICIPATION_WORKER),
    }
    year = dt.timedelta(days=365)
    add_duty(people["reader"], starts_on=now.date(), ends_on=(now + year).date(), by=None, now=now)
    group = create_group(name="VYP", remit="Plans for the town.", aliases=["EVYP"], by=None, now=now)
    add_member(group, user=people["member"], by=None, now=now)
    make_quarter_windows(quarterly_programme(), first=now.date(), count=1)
    return Ground(council, people, group)


def let_others_answer(ground: Ground, *, voices: int, now: dt.datetime) -> None:
    """Enough other young people that a window has something to say."""
    adults = Adults(ground.council, ground.people["worker"], ground.people["chair"])
    for voice in range(voices):
        dice = dice_for("journey", voice)
        invitation = book_and_invite(
            YoungPerson(f"Other {voice}"), adults, starts_at=now + dt.timedelta(days=10), booked_at=now, dice=dice
        )
        give_card(invitation, Card(), adults=adults, at=now)
        answer(invitation, FormKind.BEFORE, at=now + dt.timedelta(hours=1), dice=dice)


def person(first_name: str, role: str) -> User:
    user = UserFactory(first_name=first_name, email=f"{first_name.lower()}@testford.example", roles=[role])
    user.set_password(PASSWORD)
    user.save()
    return user


def _lay_roots() -> None:
    """What a flush takes away and only migrations would bring back."""
    Locale.objects.get_or_create(language_code="en-gb")
    if not Page.objects.exists():
        Page.add_root(title="Root", slug="root")
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
