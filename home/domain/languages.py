"""A language opens when an administrator puts down who read it; it closes by itself when a word changes (ACC4)."""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction

from accounts.models import User
from core.audit import record
from core.catalogues import Catalogue, catalogue_of
from core.languages import LANGUAGES, Language, english_name
from core.models import CatalogueSignature

EMPTY, DRAFT, OPEN, LAPSED = "empty", "draft", "open", "lapsed"


class CannotSign(Exception):
    """Something that must be translated is not, or what pages show is not what lies in the catalogue."""


@dataclass(frozen=True)
class Standing:
    """How far one language is. `signature` is the newest that nobody withdrew, lapsed or not."""

    catalogue: Catalogue
    signature: CatalogueSignature | None

    @property
    def language(self) -> Language:
        return self.catalogue.language

    @property
    def english_name(self) -> str:
        return english_name(self.language.code)

    @property
    def state(self) -> str:
        if self.signature is None:
            return DRAFT if self.catalogue.n_translated else EMPTY
        same = self.signature.digest == self.catalogue.po.digest and self.catalogue.can_be_signed
        return OPEN if same else LAPSED

    @property
    def n_safety_translated(self) -> int:
        return sum(message.is_translated for message in self.catalogue.safety_texts)


def standings() -> list[Standing]:
    """Every language but English, in our usual order."""
    newest: dict[str, CatalogueSignature] = {}
    for signature in CatalogueSignature.objects.filter(withdrawn_at=None).order_by("recorded_at"):
        newest[signature.language] = signature
    return [Standing(catalogue_of(code), newest.get(code)) for code in LANGUAGES if code != "en"]


def standing_of(code: str) -> Standing | None:
    return next((standing for standing in standings() if standing.language.code == code), None)


@transaction.atomic
def sign_catalogue(
    code: str,
    *,
    digest: str,
    checker_name: str,
    checker_role: str,
    checked_on: dt.date,
    reason: str,
    by: User,
    now: dt.datetime,
) -> CatalogueSignature:
    """Opens the language as it was when the page was drawn. Raises CannotSign when it is another one by now."""
    catalogue = catalogue_of(code)
    if not catalogue.can_be_signed or catalogue.po.digest != digest:
        raise CannotSign
    signature = CatalogueSignature.objects.create(
        language=code,
        digest=digest,
        checker_name=checker_name,
        checker_role=checker_role,
        checked_on=checked_on,
        reason=reason,
        recorded_by=by,
        recorded_at=now,
    )
    record("language_opened", actor=by, subject=signature, detail={"language": code, "digest": digest}, now=now)
    return signature


@transaction.atomic
def withdraw_signatures(code: str, *, by: User, now: dt.datetime) -> int:
    """Closes the language at once. Returns how many signatures stood."""
    standing = CatalogueSignature.objects.select_for_update().filter(language=code, withdrawn_at=None)
    closed = 0
    for signature in standing:
        signature.withdrawn_at = now
        signature.save(update_fields=["withdrawn_at"])
        record("language_closed", actor=by, subject=signature, detail={"language": code}, now=now)
        closed += 1
    return closed
