"""One poll that was held in a room and has become a summary, and one that a worker can open."""

import datetime as dt

from home.demo.cast import SEED
from home.demo.chance import dice_for
from home.demo.stage import Stage
from surveys.polls.domain.running import Question, close_poll, make_poll, open_poll
from surveys.polls.domain.splits import CATEGORIES
from surveys.polls.domain.voting import vote
from surveys.polls.enums import Mode, Split
from surveys.polls.models import Poll
from surveys.releases.domain.poll_freezing import freeze_due_polls
from surveys.releases.domain.sharing import share
from surveys.releases.models import Release

VOICES, DAYS_AGO = 46, 40
QUESTIONS: tuple[Question, ...] = (
    ("When should meetings start?", ["In school time", "After school", "Either is fine"]),
    ("Do you want to choose who comes?", ["Yes", "Some of them", "No"]),
    ("Would you like to see the room before?", ["Yes", "No"]),
)


def play_polls(stage: Stage, *, group: str) -> None:
    """Raises nothing where too few took part: then there is no summary."""
    by, held = stage.people["participation_worker"], stage.now - dt.timedelta(days=DAYS_AGO)
    poll = make_poll(_poll(stage, "When, where and who", Split.GENDER), QUESTIONS, by=by, now=held)
    open_poll(poll, by=by, now=held)
    for voice in range(VOICES):
        _one_voice(poll, voice, now=held)
    close_poll(poll, by=by, now=held + dt.timedelta(hours=2))
    frozen_at = held + dt.timedelta(days=8)
    freeze_due_polls(now=frozen_at)
    for release in Release.objects.filter(ref__startswith="poll-"):
        share(release, group, by=by, now=frozen_at)
    make_poll(_poll(stage, "What should the new room look like?", Split.NONE), QUESTIONS[2:], by=by, now=stage.now)


def _poll(stage: Stage, title: str, split: str) -> Poll:
    return Poll(
        title=title,
        mode=Mode.ROOM,
        split=split,
        decision="When meetings start, where they are and who is asked.",
        decided_by="Head of the meetings team",
        reply_on=stage.now.date() + dt.timedelta(days=30),
    )


def _one_voice(poll: Poll, voice: int, *, now: dt.datetime) -> None:
    dice = dice_for(SEED, "poll", voice)
    names = [name for name, _ in CATEGORIES[Split.GENDER]]
    chosen = {f"q{number}": dice.choice(("o1", "o1", "o2", "o3", "unsaid")) for number in (1, 2, 3)}
    category = dice.choices(names, weights=(45, 40, 4, 3, 8))[0]
    vote(poll, category=category, chosen=chosen, use_up=lambda: True, now=now)
