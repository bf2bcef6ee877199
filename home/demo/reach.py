"""How many young people live in the made-up council, entered as staff would, and the one thing they will do."""

import datetime as dt

from accounts.models import User
from home.demo.stage import Stage
from surveys.releases.disclosure.content import EVERYONE
from surveys.releases.domain.populations import Entered, abouts, enter
from surveys.releases.domain.reach_actions import write_action
from surveys.releases.models import Release

SOURCE = "Made up for the demo"
# Made up, after the shape of domain.md §7.5: more girls are seen, most live at home.
PEOPLE: dict[str, dict[str, int]] = {
    EVERYONE: {EVERYONE: 118},
    "age_band": {"8-11": 14, "12-15": 46, "16-17": 33, "18-25": 25},
    "gender": {"girl-woman": 57, "boy-man": 55, "non-binary": 4, "another": 2},
    "ethnic_group": {"asian": 21, "black": 14, "mixed": 13, "white": 64, "other": 6},
}
ACTION = "Ask two boxing clubs and the college how they would like to be asked."


def enter_populations(years: list[int], *, by: User, now: dt.datetime) -> None:
    """One entry a year for whatever can be entered. What has no made-up figures stays empty, as it may."""
    for year in sorted(set(years)):
        for about, _ in abouts():
            if people := PEOPLE.get(about):
                enter(year, about, Entered(people, SOURCE, dt.date(year - 1, 3, 31)), seen=0, by=by, now=now)


def write_what_we_will_do(stage: Stage, releases: list[Release]) -> None:
    for release in releases[-1:]:
        write_action(release, ACTION, seen=0, by=stage.people["participation_worker"], now=stage.now)
