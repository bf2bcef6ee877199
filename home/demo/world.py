"""The whole demo world, in one transaction: either all of it is there, or nothing."""

import datetime as dt
from collections.abc import Callable

from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from core.models import Council
from home.demo.cards import deal_cards, waiting_answers
from home.demo.cast import COUNCIL
from home.demo.challenges import play_group
from home.demo.consultations import play_open, play_past
from home.demo.groups import make_champions, make_group, write_replies
from home.demo.people import make_council, make_people
from home.demo.polls import play_polls
from home.demo.quarters import freeze_quarter, make_windows, play_quarter
from home.demo.reach import enter_populations, write_what_we_will_do
from home.demo.stage import Stage
from home.demo.themes import sort_words
from home.domain.starter import load_starter
from participation.listening.domain.interpreters import put_on_call
from participation.listening.domain.rota import add_duty
from participation.listening.enums import Gender
from surveys.releases.domain.progress import refresh_progress
from surveys.releases.models import Release, Window


def is_there() -> bool:
    return Council.objects.filter(name=COUNCIL).exists()


@transaction.atomic
def build_world(*, now: dt.datetime, say: Callable[[str], None]) -> None:
    """Plays two years of a council. `say` is told what is being done, a line at a time."""
    say("Leaflets, invites and questions")
    council = make_council(now=now)  # first: a page without checked help numbers stays a draft
    load_starter(now=now)
    windows = make_windows(now=now)
    began = windows[0].opens_at
    say("The council, its people and its group")
    stage = Stage(council, make_people(now=began), now, say)
    _put_readers_on_the_rota(stage, began)
    _put_interpreters_on_call(stage)
    make_group(stage, now=began)
    years = [timezone.localdate(window.opens_at).year for window in windows]
    enter_populations(years, by=stage.people["participation_worker"], now=began)
    releases = _play_quarters(stage, windows)
    say("Consultations of 100 and of 27, and one that is open")
    play_past(
        stage,
        slug="consultation-100",
        title="Have your say about meetings",
        voices=100,
        days_ago=300,
        group="subgroup:vyp",
    )
    play_past(
        stage,
        slug="consultation-27",
        title="Have your say about places",
        voices=27,
        days_ago=120,
        group="subgroup:vyp",
    )
    play_open(stage, title="Have your say this season")
    play_group(stage, releases)
    DBTaskResult.objects.all().delete()  # two years of mail that nobody is waiting for; what follows is of today
    say("Cards to try, answers that wait to be read")
    deal_cards(stage)
    waiting_answers(stage)
    say("214 champions, and what adults replied")
    make_champions(stage, now=began)
    write_replies(stage, releases)
    write_what_we_will_do(stage, releases)
    play_polls(stage, group="subgroup:vyp")
    refresh_progress(now=now)


def _put_readers_on_the_rota(stage: Stage, began: dt.datetime) -> None:
    last = stage.now.date() + dt.timedelta(days=180)
    by = stage.people["safeguarding_lead"]
    add_duty(stage.people["reader"], starts_on=began.date(), ends_on=last, by=by, now=began)
    add_duty(stage.people["safeguarding_lead"], starts_on=began.date(), ends_on=last, cover=True, by=by, now=began)


def _put_interpreters_on_call(stage: Stage) -> None:
    """Arabic and Polish can be written; in every other language the boxes stay shut and say so (S17)."""
    people = (("ar", "Layla", "Levantine", Gender.WOMAN), ("pl", "Marek", "", Gender.MAN))
    for language, name, dialect, gender in people:
        put_on_call(
            language=language,
            name=name,
            how_reached="01632 960170, weekdays 9 to 5",
            dialect=dialect,
            gender=gender,
            starts_on=stage.now.date(),
            ends_on=stage.now.date() + dt.timedelta(days=180),
            by=stage.people["safeguarding_lead"],
            now=stage.now,
        )


def _play_quarters(stage: Stage, windows: list[Window]) -> list[Release]:
    releases = []
    for number, window in enumerate(windows):
        stage.say(f"Quarter {number + 1} of {len(windows)}")
        play_quarter(stage, window, number=number)
        sort_words(stage, window)
        if release := freeze_quarter(stage, window):
            releases.append(release)
    return releases
