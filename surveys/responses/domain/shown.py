"""Who stood in the text on the page with Send. It goes with the form and comes back as it was shown (S7)."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core import signing

from surveys.responses import registry
from surveys.responses.models import Ticket
from surveys.responses.registry import WhoReads


@dataclass(frozen=True)
class Shown:
    """Ids as in `WhoReads.user_id`: who may read, and who may only if the young person says yes to a report."""

    readers: frozenset[str]
    writers: frozenset[str]

    def without(self, refused: frozenset[str]) -> "Shown":
        """Said no to since the page was opened (S10)."""
        return Shown(self.readers - refused, self.writers - refused)


def shown(readers: Iterable[WhoReads], writers: Iterable[WhoReads]) -> Shown:
    return Shown(_ids(readers), _ids(writers))


def shown_now(ticket: Ticket) -> Shown:
    """For a form that does not say whom it named."""
    return shown(registry.who_reads(ticket), registry.report_writers(ticket))


def signed(who: Shown, *, ticket: Ticket) -> str:
    """A field of the form: it says who was named on this page, also where the rota changes before Send."""
    return signing.dumps([sorted(who.readers), sorted(who.writers)], salt=_salt(ticket), compress=True)


def read_signed(text: str, *, ticket: Ticket) -> Shown | None:
    """None where it is missing, made up, or of another card."""
    try:
        readers, writers = signing.loads(text, salt=_salt(ticket))
    except signing.BadSignature:
        return None
    return Shown(frozenset(readers), frozenset(writers))


def _ids(people: Iterable[WhoReads]) -> frozenset[str]:
    return frozenset(person.user_id for person in people if person.user_id)


def _salt(ticket: Ticket) -> str:
    return f"who-was-shown:{ticket.pk}"
