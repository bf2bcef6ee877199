"""In which language the boxes of a page are, and whether they are open (S17)."""

from dataclasses import dataclass

from core.languages import LANGUAGES, autonym
from surveys.responses import registry
from surveys.responses.access import CardRequest
from surveys.responses.domain.languages import ENGLISH, own_language

IN_ENGLISH = "writes_english"  # kept with the visit: the language this young person writes English instead of


@dataclass(frozen=True)
class Writing:
    """`own` is the young person's language, `language` that of the boxes; `is_shut`: nobody on call can read it."""

    own: str
    language: str
    is_shut: bool

    @property
    def own_name(self) -> str:
        return autonym(self.own)

    @property
    def is_other(self) -> bool:
        return self.language != ENGLISH


def writing_of(request: CardRequest) -> Writing:
    own = own_language(request.ticket)
    language = ENGLISH if request.session.get(IN_ENGLISH) == own else own
    return Writing(own, language, is_shut=not registry.may_write_in(request.ticket, language, now=request.now))


def write_english(request: CardRequest) -> None:
    """They would rather write English than not at all; until they choose another language."""
    request.session[IN_ENGLISH] = own_language(request.ticket)


def written_in(request: CardRequest) -> str:
    """The language of the page that was posted: meanwhile another tab may have chosen another one."""
    said = request.POST.get("in", "")
    return said if said in LANGUAGES else writing_of(request).language


def tell_if_shut(request: CardRequest) -> None:
    """Only ever after something was posted and kept: looking at a page writes nothing."""
    writing = writing_of(request)
    if writing.is_shut:
        registry.tell_no_interpreter(request.ticket, writing.own, now=request.now)
