"""Every further page behind a card is light enough for an old phone, in Easy Read with its pictures, too (G10)."""

import pytest
from django.utils import timezone

from core.age_bands import AgeBand, ReadingLevel
from surveys.questionnaires.domain.bank import load_bank
from surveys.questionnaires.domain.starter import copy_of_starter
from surveys.questionnaires.starter.questionnaires import PLANS
from tests.factories.responses import issued, question_url
from tests.responses.walking import CHECK, START
from tests.weighing import FURTHER_PAGE, Phone

pytestmark = pytest.mark.django_db
BESIDE = ("/me/", f"{START}who/", f"{START}with/", f"{START}language/", f"{START}stop/", CHECK)


@pytest.mark.parametrize("level", ReadingLevel.values)
@pytest.mark.parametrize("band", AgeBand.values)
def test_every_further_page_of_a_child_weighs_at_most_fifteen_kilobytes(band: str, level: str) -> None:
    load_bank(now=timezone.now())
    phone = Phone()
    phone.opens("/")
    plan = next(plan for plan in PLANS if plan.slug == f"before-long-{band}-{level}")
    version = copy_of_starter(plan.slug, as_slug=plan.slug, title=plan.title, now=timezone.now()).current_version()
    assert version is not None
    card = issued(version=version, band=band, level=level)
    phone.client.post("/go/", {"code": card.code})
    phone.opens("/me/")
    phone.opens(START)
    phone.client.post(START)
    heavy = {}
    for path in (*(question_url(number) for number in range(1, len(version.schema) + 1)), *BESIDE):
        weight, _ = phone.opens(path)
        heavy |= {path: weight} if weight > FURTHER_PAGE else {}
    assert heavy == {}
