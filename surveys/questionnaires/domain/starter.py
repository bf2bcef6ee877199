"""Brings in the questions and questionnaires we ship, through the same gate as everyone's."""

import datetime as dt
from dataclasses import replace
from typing import Any

from django.db import transaction

from surveys.questionnaires.blocks import bank_item
from surveys.questionnaires.domain.bank import load_bank
from surveys.questionnaires.domain.publishing import publish
from surveys.questionnaires.models import Questionnaire
from surveys.questionnaires.starter.questionnaires import PLANS, PROMISES, Plan


@transaction.atomic
def load_starter(*, by: Any = None, now: dt.datetime) -> list[Questionnaire]:
    """Makes and publishes what is missing and returns it; what is there, edited or not, stays as it is."""
    load_bank(now=now)
    there = {each.slug: each for each in Questionnaire.objects.filter(slug__in=[plan.slug for plan in PLANS])}
    made = []
    for plan in PLANS:
        if plan.slug not in there:
            questionnaire = _make(plan, longer=there.get(plan.longer))
            publish(questionnaire, by=by, now=now)
            there[plan.slug] = questionnaire
            made.append(questionnaire)
    return made


@transaction.atomic
def copy_of_starter(slug: str, *, as_slug: str, title: str, now: dt.datetime) -> Questionnaire:
    """A starter under a new name, published: for a further round of the same consultation."""
    plan = next(plan for plan in PLANS if plan.slug == slug)
    questionnaire = _make(replace(plan, slug=as_slug, title=title), longer=None)
    publish(questionnaire, by=None, now=now)
    return questionnaire


def _make(plan: Plan, *, longer: Questionnaire | None) -> Questionnaire:
    questionnaire = Questionnaire(
        slug=plan.slug,
        title=plan.title,
        form=plan.form,
        band=plan.band,
        level=plan.level,
        length=plan.length,
        named=plan.named,
        longer=longer,
        **PROMISES[plan.form],
    )
    questionnaire.items = [(item["type"], item["value"]) for item in map(bank_item, plan.asked)]
    questionnaire.save()
    return questionnaire
