"""The rooms that people who sign in can go to. Each room's own rule decides who has a key."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from accounts.access import signed_in
from accounts.models import User
from accounts.roles import CMS_ROLES, Role
from participation.champions.permissions import can_lead_champions, can_open_champions
from participation.evidence.permissions import can_print_evidence
from participation.influence.permissions import can_write_replies
from participation.listening.permissions import can_listen, can_see_rota
from participation.meetings.permissions import can_have_meetings
from participation.subgroups.permissions import can_look_after_groups, may_have_groups
from surveys.polls.permissions import can_run_polls
from surveys.releases.permissions import can_see_releases
from surveys.themes.permissions import can_see_themes


def may_open_languages(user: User) -> bool:
    return user.has_role(Role.ADMINISTRATOR)


def can_open_studio(user: User) -> bool:
    return user.has_role(*CMS_ROLES)


@dataclass(frozen=True)
class Room:
    title: str
    text: str
    url_name: str
    icon: str
    rule: Callable[[User], bool]


@dataclass(frozen=True)
class Link:
    title: str
    text: str
    url: str
    icon: str


ROOMS = (
    Room("Desk", "What waits for you.", "desk", "door", signed_in),
    Room(
        "Meetings",
        "Book a meeting, make a card, see how each young person takes part.",
        "work_meetings",
        "take-part",
        can_have_meetings,
    ),
    Room(
        "Hand over",
        "Give this tablet to a young person. You are signed out first.",
        "shared_tablet",
        "card",
        can_have_meetings,
    ),
    Room("To read", "What young people sent, and by when it is read.", "work_queue", "questions", can_listen),
    Room(
        "Asked to talk",
        "Young people who asked for someone. These come first.",
        "work_alerts",
        "talk",
        can_listen,
    ),
    Room("Rota", "Who reads on which day.", "work_rota", "people", can_see_rota),
    Room("Groups", "What young people told us, one page for each quarter.", "groups", "people", may_have_groups),
    Room(
        "Group members",
        "Who is in which group, and what is shared with it.",
        "work_groups",
        "people",
        can_look_after_groups,
    ),
    Room(
        "Summaries",
        "What may be told: windows, frozen numbers, who sees them.",
        "work_releases",
        "outcome",
        can_see_releases,
    ),
    Room(
        "Themes and quotes",
        "What many young people’s words are about, and words that may be printed.",
        "work_themes",
        "questions",
        can_see_themes,
    ),
    Room(
        "You said, we did",
        "Replies with a name and a day, and what is overdue.",
        "work_changes",
        "changed",
        can_write_replies,
    ),
    Room(
        "Recommendations",
        "What was decided or recommended, whose job it is, and what is late.",
        "work_recommendations",
        "changed",
        can_write_replies,
    ),
    Room("Polls", "A few questions for a group in a room.", "work_polls", "questions", can_run_polls),
    Room(
        "Evidence",
        "One set to print for an inspection.",
        "work_evidence",
        "outcome",
        can_print_evidence,
    ),
    Room(
        "Champions",
        "What to share with young people, and the summaries.",
        "champions",
        "advocate",
        can_open_champions,
    ),
    Room("Champions’ list", "Who is a champion, and where.", "work_champions", "advocate", can_lead_champions),
    Room("Languages", "Which languages are open, and who read them.", "work_languages", "talk", may_open_languages),
    Room(
        "Leaflets and questions",
        "Write leaflets and questionnaires.",
        "wagtailadmin_home",
        "reading",
        can_open_studio,
    ),
)


def links_for(user: User) -> list[Link]:
    """The rooms this person has a key for."""
    return [
        Link(room.title, room.text, url, room.icon)
        for room in ROOMS
        if room.rule(user) and (url := _address(room.url_name))
    ]


def _address(url_name: str) -> str:
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return ""
