"""The council, its numbers, and everybody who signs in."""

import datetime as dt

from allauth.account.models import EmailAddress

from accounts.domain.granting import grant_role
from accounts.models import User
from core.models import Council
from home.demo.cast import COUNCIL, LOGINS, OTHERS, Login

People = dict[str, User]


def make_council(*, now: dt.datetime) -> Council:
    """01632 numbers are kept free for stories by Ofcom."""
    council, _ = Council.objects.update_or_create(
        name=COUNCIL,
        defaults={
            "duty_team_name": "Willowmere duty team",
            "duty_phone": "01632 960100",
            "duty_email": "duty@willowmere.example",
            "out_of_hours_name": "Willowmere night team",
            "out_of_hours_phone": "01632 960199",
            "advocacy_name": "Speak Up Willowmere",
            "advocacy_phone": "01632 960150",
            "not_safe_now_phone": "01632 960111",
            "contacts_reviewed_on": now.date(),
        },
    )
    return council


def make_people(*, now: dt.datetime) -> People:
    return {login.key: _make(login, now=now) for login in (*LOGINS, *OTHERS)}


def _make(login: Login, *, now: dt.datetime) -> User:
    user = User.objects.create_user(
        login.email,
        login.password,
        first_name=login.first_name,
        last_name=login.last_name,
        what_they_do=login.what_they_do,
        date_joined=now,
    )
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    for role in login.roles:
        grant_role(user, role, by=None, now=now)
    return user
