"""A small world with one of everything, so that every address of the site has something to open."""

from dataclasses import dataclass, field
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Role, User
from participation.champions.domain.programme import AUDIENCE_KEY
from participation.influence.enums import ReplyKind
from participation.listening.enums import Route, Source, Urgency
from participation.listening.models import InterpreterWanted, LaterReader
from participation.meetings.domain.outcomes import write_line
from participation.meetings.domain.visits import ask_for_visit
from participation.meetings.enums import VisitReason
from participation.subgroups.domain.shelf import share_with_group
from participation.subgroups.models import Membership, Part
from surveys.releases.domain.sharing import share
from surveys.responses.enums import PieceKind
from surveys.responses.models import Answer, Piece, Response
from surveys.themes.domain.coding import code_text, next_text
from surveys.themes.domain.gathering import find_window
from surveys.themes.domain.making import NewTheme, save_themes
from surveys.themes.domain.quoting import propose
from tests.factories import champions, influence, leaflets, polls, releases, subgroups
from tests.factories.accounts import UserFactory
from tests.factories.listening import put_on_call, put_on_rota, raise_alert
from tests.factories.made import a_drawing
from tests.factories.meetings import MONDAY, Booked, with_card
from tests.factories.responses import child_client
from tests.promises.addresses import own_addresses

NOBODY, ANONYMOUS = "no_role", "anonymous"
WORDS_SENT = "I want the meeting after school."


@dataclass
class World:
    """`people`: one of each role, named for what is here. `others`: the same roles, with nothing to do with it."""

    card: Booked
    people: dict[str, User | None]
    others: dict[str, User | None]
    ids: dict[str, Any] = field(default_factory=dict)

    def address(self, name: str) -> str:
        """The address of a url name with ids of this world; KeyError when the world has no such thing yet."""
        entry = own_addresses()[name]
        return reverse(name, kwargs={part: self.ids[part] for part in entry.parts})

    def child(self, **options: Any) -> Client:
        return child_client(self.card.fresh().ticket, **options)


def signed_in(user: User | None, **options: Any) -> Client:
    client = Client(**options)
    if user is not None:
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def _one_of_each() -> dict[str, User | None]:
    people: dict[str, User | None] = {role: UserFactory(roles=[role]) for role in Role.values}
    return people | {NOBODY: UserFactory(), ANONYMOUS: None}


def build_world() -> World:
    """Needs the clock at MONDAY."""
    leaflets.council()
    people = _one_of_each()
    duty = put_on_rota(people[Role.READER], days=60)
    card = with_card(worker=people[Role.MEETING_WORKER], chair=people[Role.CHAIR])
    world = World(card, people, _one_of_each())
    response = card.sends(wants=WORDS_SENT)
    line = write_line(card.fresh(), kind="why", text="So that you can come.", by=card.worker, now=MONDAY)
    task = ask_for_visit(card.fresh(), reason=VisitReason.OTHER_HAS_CARD, now=MONDAY)
    world.ids |= {
        "meeting_id": card.meeting.pk,
        "invitation_id": card.invitation.pk,
        "line_id": line.pk,
        "task_id": task.pk,
        "response_id": response.pk,
        "duty_id": duty.pk,
        "form": "before",
        "number": 1,
        "part": "Q09",
        "question": "Q09",
        "code": "ar",
        "piece_id": drawn_with(response).pk,
        "pk": response.version.questionnaire_id,
        "name": "images/none.jpg",
        "family": "none",
        "page": "none",
        "film": 1,
    }
    _listening(world)
    _results(world)
    _themes(world, response)
    return world


def drawn_with(response: Response) -> Piece:
    answer = Answer.objects.filter(response=response).first()
    assert answer is not None
    piece = Piece(answer=answer, kind=PieceKind.DRAWING)
    piece.put(a_drawing())
    piece.save()
    return piece


def _listening(world: World) -> None:
    alert = raise_alert(
        source=Source.CARD,
        route=Route.WORKER,
        urgency=Urgency.TALK,
        ticket=world.card.fresh().ticket,
        once="once",
        now=MONDAY,
    )
    world.ids["alert_id"] = alert.pk
    ticket = world.card.fresh().ticket
    later = LaterReader(response_id=world.ids["response_id"], reader=world.people[Role.READER], at=MONDAY)
    later.save()
    world.ids["later_id"] = later.pk
    world.ids["days_id"] = put_on_call(now=MONDAY).pk
    world.ids["wanted_id"] = InterpreterWanted.objects.create(ticket=ticket, language="ti", asked_on=MONDAY.date()).pk


def _results(world: World) -> None:
    now = timezone.now()
    group = subgroups.group()
    for role, part in ((Role.SUBGROUP_MEMBER, Part.MEMBER), (Role.YOUNG_MEMBER, Part.YOUNG_MEMBER)):
        supporter = world.people[Role.SUBGROUP_MEMBER] if part == Part.YOUNG_MEMBER else None
        subgroups.add_member(group, user=world.people[role], part=part, supporter=supporter, by=None, now=MONDAY)
    release = releases.frozen_release()
    share_with_group(group, release, by=None, now=now)
    share(release, AUDIENCE_KEY, by=None, now=now)
    window = releases.quarter_window(2026, 4, programme=release.window.programme)
    reply = influence.said(kind=ReplyKind.WE_DID)
    meeting, asked = subgroups.meeting(group, release), subgroups.asked_question(group, release)
    world.ids |= {
        "group_meeting_id": meeting.pk,
        "challenge_id": asked.pk,
        "recommendation_id": influence.recommended().pk,
        "slug": group.slug,
        "release": release.ref,
        "characteristic": "age_band",
        "kind": "csv",
        "ref": release.ref,
        "release_id": release.pk,
        "window_id": window.pk,
        "group_id": group.pk,
        "member_id": Membership.objects.filter(subgroup=group).first().pk,
        "you_said_id": reply.pk,
        "champion_id": champions.champion().pk,
        "poll_id": polls.drafted(now=now).pk,
        "year": now.year,
        "about": "everyone",
    }


def _themes(world: World, response: Response) -> None:
    """The young person said yes to every report writer, and one of them has proposed a quote."""
    writers = [people[Role.REPORT_WRITER] for people in (world.people, world.others)]
    named = sorted(str(writer.pk) for writer in writers if writer)
    yes = {"writers_may_read": True, "may_use_words": True, "writers_named": named}
    Response.objects.filter(pk=response.pk).update(**yes, on_hold=False)  # as if nobody had asked to talk
    Answer.objects.filter(response=response).update(may_quote=True)
    window = find_window(world.ids["window_id"], "before", now=MONDAY)
    maker, writer = world.people[Role.PARTICIPATION_WORKER], writers[1]
    assert window is not None
    assert maker is not None
    assert writer is not None
    themes = save_themes(window, [NewTheme("Being listened to")], edition=0, by=maker, now=MONDAY)
    answer = next_text(themes, by=writer, now=MONDAY)
    assert answer is not None
    code_text(themes, answer, chosen=[], edition=themes.edition, by=writer, now=MONDAY)
    world.ids["quote_id"] = propose(answer, wording=WORDS_SENT, by=writer, now=MONDAY).pk
