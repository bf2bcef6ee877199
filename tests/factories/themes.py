"""Words that may be read for a report, the people who read them, and quotes as far along as a test needs."""

from dataclasses import dataclass
from typing import Any

from accounts.models import Role, User
from surveys.releases.models import Window
from surveys.responses.domain.answers import GivenAnswer
from surveys.responses.domain.sending import SendingChoices
from surveys.responses.models import Answer, Response
from surveys.themes.domain.coding import code_text
from surveys.themes.domain.gathering import find_window
from surveys.themes.domain.making import NewTheme, save_themes
from surveys.themes.domain.quoting import Check, check, propose
from surveys.themes.models import QuoteCandidate, ThemeSet
from surveys.themes.registry import CodingWindow
from tests.factories.accounts import UserFactory
from tests.factories.listening import put_on_rota
from tests.factories.meetings import MONDAY
from tests.factories.releases import quarter_window
from tests.factories.responses import issued, sent

NAMES = ("Being listened to", "One worker who stays", "School")
PART = "Q11"


@dataclass
class Desk:
    """A window that is open, three report writers, a participation worker and a safeguarding lead."""

    window: Window
    writers: list[User]
    maker: User
    lead: User

    @property
    def coding(self) -> CodingWindow:
        found = find_window(self.window.pk, "before", now=MONDAY)
        assert found is not None
        return found

    def themes(self, *names: str) -> ThemeSet:
        new = [NewTheme(name) for name in names or NAMES]
        return save_themes(self.coding, new, edition=0, by=self.maker, now=MONDAY)

    def codes(self, answer: Answer, *looks: tuple[User, tuple[int, ...]]) -> None:
        """`codes(answer, (first, (0,)), (second, (0, 2)))`: who ticked which themes, by place."""
        themes = ThemeSet.objects.get(window_id=self.window.pk, form="before")
        ids = [str(theme.pk) for theme in themes.themes.all()]
        for writer, places in looks:
            chosen = [ids[place] for place in places]
            code_text(themes, answer, chosen=chosen, edition=themes.edition, by=writer, now=MONDAY)


def a_desk(writers: int = 3) -> Desk:
    people = [UserFactory(roles=[Role.REPORT_WRITER]) for _ in range(writers)]
    maker, lead = UserFactory(roles=[Role.PARTICIPATION_WORKER]), UserFactory(roles=[Role.SAFEGUARDING_LEAD])
    put_on_rota(UserFactory(roles=[Role.READER]), days=60)
    return Desk(quarter_window(2026, 4), people, maker, lead)


def says(
    text: str = "I want people to listen.",
    *,
    writers: bool = True,
    use_words: bool = True,
    may_quote: bool = True,
    hide: bool = False,
    key: str = "",
    **options: Any,
) -> Response:
    """One young person sends one text. `key` makes two answers come from one child."""
    ticket = issued(now=MONDAY, **({"respondent_key": key} if key else {}), **options).ticket
    given = GivenAnswer(text=text, may_quote=may_quote, hide_from_parents=hide)
    choices = SendingChoices(writers_may_read=writers, may_use_words=use_words)
    return sent(
        ticket, answers={PART: given} if text else {"Q19": GivenAnswer(options=("yes",))}, choices=choices, now=MONDAY
    )


def text_of(response: Response, part: str = PART) -> Answer:
    return Answer.objects.select_related("response__version", "response__ticket", "words").get(
        response=response, part_id=part
    )


def quote_from(
    response: Response, *, first: User, second: User | None, wording: str = "I want people to listen."
) -> QuoteCandidate:
    """Proposed by one; passed by the other, where there is one."""
    quote = propose(text_of(response), wording=wording, by=first, now=MONDAY)
    return check(quote, Check(passes=True, no_harm=True), by=second, now=MONDAY) if second else quote
