"""Two people read what young people let report writers read: themes for each quarter, and a few words to be told."""

import datetime as dt

from home.demo.stage import Stage
from surveys.questionnaires.enums import FormKind
from surveys.releases.models import Window
from surveys.responses.models import Answer
from surveys.themes.domain.coding import code_text, next_text
from surveys.themes.domain.gathering import find_window
from surveys.themes.domain.making import NewTheme, save_themes
from surveys.themes.domain.quotes import POOL
from surveys.themes.domain.quoting import Check, check, next_quotable, propose
from surveys.themes.domain.screening import screen
from surveys.themes.models import ThemeSet
from surveys.themes.registry import CodingWindow

# What a machine would take these few invented sentences to be about; people do this by reading.
THEMES = (
    (
        "Being listened to",
        "Heard, believed, asked first",
        ("listen", "believe", "ask", "about me", "reading out", "first"),
    ),
    (
        "Knowing what happens",
        "Told before and after, in plain words",
        ("know", "told", "tell", "say what", "explain", "why"),
    ),
    (
        "People who matter",
        "Family, friends, a worker who stays",
        ("worker", "sister", "brother", "mum", "nan", "mates"),
    ),
    (
        "School and free time",
        "School, training, things they like",
        ("school", "exam", "football", "train", "music", "class"),
    ),
    ("How meetings are", "The room, how long, who is there", ("room", "biscuits", "headphones", "short", "people in")),
)
QUOTED = ("Q11", "Q28")  # what they want, and anything else
READ_AFTER = dt.timedelta(days=1)


def sort_words(stage: Stage, window: Window) -> None:
    """Before the freeze: themes for what was said before meetings, all of it read twice, and some quotes."""
    now = min(window.closes_at + READ_AFTER, stage.now)
    coding = find_window(window.pk, FormKind.BEFORE, now=now)
    if coding is None:
        return
    new = [NewTheme(name, meaning) for name, meaning, _ in THEMES]
    themes = save_themes(coding, new, edition=0, by=stage.people["participation_worker"], now=now)
    is_over = window.closes_at <= stage.now
    _read(stage, themes, "report_writer", now=now)
    if is_over:
        _read(stage, themes, "second_writer", now=now)
    _quote(stage, coding, passed=is_over, now=now)


def _read(stage: Stage, themes: ThemeSet, writer: str, *, now: dt.datetime) -> None:
    ids = {theme.name: str(theme.pk) for theme in themes.themes.all()}
    while (answer := next_text(themes, by=stage.people[writer], now=now)) is not None:
        said = answer.words.text.open().lower()
        chosen = [ids[name] for name, _, signs in THEMES if any(sign in said for sign in signs)]
        code_text(themes, answer, chosen=chosen, edition=themes.edition, by=stage.people[writer], now=now)


def _quote(stage: Stage, coding: CodingWindow, *, passed: bool, now: dt.datetime) -> None:
    """From as many young people as it takes. In a quarter that is still open nobody has checked yet."""
    first, second = stage.people["report_writer"], stage.people["second_writer"]
    children: set[str] = set()
    skip = 0
    while len(children) <= POOL and skip < 60:
        answer = next_quotable(coding, by=first, skip=skip)
        skip += 1
        if answer is None or answer.response.counting_key in children or not _is_plain(answer):
            continue
        children.add(answer.response.counting_key)
        quote = propose(answer, wording=answer.words.text.open(), by=first, now=now)
        if passed:
            check(quote, Check(passes=True, no_harm=True), by=second, now=now)


def _is_plain(answer: Answer) -> bool:
    words = answer.words.text.open()
    return answer.part_id in QUOTED and len(words.split()) > 3 and not screen(words)
