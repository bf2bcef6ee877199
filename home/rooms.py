"""The rooms that people who sign in can go to, by role. A room without an address yet is left out."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from accounts.models import Role, User


@dataclass(frozen=True)
class Room:
    title: str
    text: str
    url_name: str
    icon: str
    roles: frozenset[str]


@dataclass(frozen=True)
class Link:
    title: str
    text: str
    url: str
    icon: str


def _room(title: str, text: str, url_name: str, icon: str, *roles: str) -> Room:
    return Room(title, text, url_name, icon, frozenset(roles))


ROOMS = (
    _room("Desk", "What waits for you.", "desk", "door", *Role.values),
    _room(
        "Meetings",
        "Book a meeting, make a card, see how each young person takes part.",
        "work_meetings",
        "take-part",
        Role.MEETING_WORKER,
        Role.CHAIR,
        Role.PARTICIPATION_WORKER,
    ),
    _room(
        "To read",
        "What young people sent, and by when it is read.",
        "work_queue",
        "questions",
        Role.READER,
        Role.MEETING_WORKER,
        Role.CHAIR,
        Role.SAFEGUARDING_LEAD,
    ),
    _room(
        "Asked to talk",
        "Young people who asked for someone. These come first.",
        "work_alerts",
        "talk",
        Role.READER,
        Role.MEETING_WORKER,
        Role.SAFEGUARDING_LEAD,
    ),
    _room(
        "Rota",
        "Who reads on which day.",
        "work_rota",
        "people",
        Role.READER,
        Role.SAFEGUARDING_LEAD,
        Role.PARTICIPATION_WORKER,
        Role.ADMINISTRATOR,
    ),
    _room(
        "Groups",
        "What young people told us, one page for each quarter.",
        "groups",
        "people",
        Role.SUBGROUP_MEMBER,
        Role.YOUNG_MEMBER,
        Role.PARTICIPATION_WORKER,
        Role.SAFEGUARDING_LEAD,
        Role.CHAIR,
    ),
    _room(
        "You said, we did",
        "Replies with a name and a day, and what is overdue.",
        "work_changes",
        "changed",
        Role.PARTICIPATION_WORKER,
        Role.SUBGROUP_MEMBER,
        Role.CHAIR,
        Role.ADMINISTRATOR,
    ),
    _room(
        "Champions",
        "What champions share with young people, and the summaries.",
        "champions",
        "advocate",
        Role.CHAMPION,
        Role.CHAMPION_LEAD,
        Role.PARTICIPATION_WORKER,
    ),
    _room(
        "Leaflets and questions",
        "Write and publish leaflets and questionnaires.",
        "wagtailadmin_home",
        "reading",
        Role.PARTICIPATION_WORKER,
        Role.ADMINISTRATOR,
    ),
)


def links_for(user: User) -> list[Link]:
    """The rooms this person has a key for."""
    found = []
    for room in ROOMS:
        if not user.roles.isdisjoint(room.roles) and (url := _address(room.url_name)):
            found.append(Link(room.title, room.text, url, room.icon))
    return found


def _address(url_name: str) -> str:
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return ""
