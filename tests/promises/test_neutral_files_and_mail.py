"""What lies in a download folder or an inbox of staff tells nobody in passing what it is about (AC-39, §3.5)."""

import re
from email.message import Message
from pathlib import Path

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.template.loader import get_template
from django.urls import NoReverseMatch
from wagtail.models import Page, get_page_models

from accounts.models import Role
from core.to_keep import file_to_keep
from home.domain.cms_rights import give_cms_rights
from tests.factories.accounts import UserFactory
from tests.promises.addresses import own_addresses
from tests.promises.neutral import TELLING
from tests.promises.test_cms_doors import every_cms_path
from tests.promises.who_may_what import WHO_MAY_WHAT, Staff
from tests.promises.world import World, signed_in

pytestmark = pytest.mark.django_db
DAYS = {"first": "2026-01-01", "last": "2026-03-31"}
KINDS = ("csv", "json", "ods")
SUBJECT = re.compile(r"_subject\.txt$")


def file_name(answer: HttpResponse) -> str:
    """The name under which a browser keeps this; empty where it is a page."""
    given = Message()
    given["Content-Disposition"] = answer.headers.get("Content-Disposition", "")
    return given.get_filename() or ""


def names_of_ours(world: World) -> dict[str, set[str]]:
    """By url name: what each address of staff gives to keep, asked by somebody who may."""
    found: dict[str, set[str]] = {}
    for name, who in WHO_MAY_WHAT.items():
        if not isinstance(who, Staff) or not who.here or name == "shared_tablet":
            continue
        client = signed_in(world.people[sorted(who.here)[0]])
        for kind in KINDS if "kind" in own_addresses()[name].parts else KINDS[:1]:
            world.ids["kind"] = kind
            try:
                answer = client.get(world.address(name), DAYS)
            except (KeyError, NoReverseMatch):
                continue
            if kept := file_name(answer):
                found.setdefault(name, set()).add(kept)
    return found


def test_every_file_that_staff_keep_has_a_name_that_tells_nothing(world: World):
    found = names_of_ours(world)
    assert {"pack_file", "pack_pdf", "pack_large_pdf", "work_evidence_pdf"} <= set(found)
    assert {name.rpartition(".")[2] for name in found["pack_file"]} == set(KINDS)
    assert [name for names in found.values() for name in names if TELLING.search(name)] == []
    private = (world.card.worker.first_name, str(world.ids["response_id"]), world.ids["slug"])
    assert [name for names in found.values() for name in names if any(word in name for word in private)] == []


def test_every_list_that_the_cms_gives_to_keep_has_a_name_that_tells_nothing():
    give_cms_rights()
    client = signed_in(UserFactory(roles=[Role.ADMINISTRATOR]), raise_request_exception=False)
    opened, kept = 0, set[str]()
    for path in every_cms_path().values():
        answers = [client.get(path, {"export": kind}) for kind in ("csv", "xlsx")]
        opened += any(answer.status_code == 200 for answer in answers)
        kept |= {file_name(answer) for answer in answers}
    assert opened > 20
    assert len(kept) > 5
    assert [name for name in kept if TELLING.search(name)] == []


def test_a_file_with_a_telling_name_would_be_found():
    told = file_name(file_to_keep(b"", content_type="text/csv", name="exploitation-2026.csv"))
    assert told == "exploitation-2026.csv"
    assert TELLING.search(told)


def _subjects() -> list[str]:
    """Of every message there is: ours have it in their first line, allauth's in a file of its own."""
    allauth = Path(get_template("account/email/base_message.txt").origin.name).parents[2]
    ours = Path(settings.BASE_DIR) / "templates"
    found = {path.relative_to(allauth).as_posix() for path in allauth.rglob("*_subject.txt")}
    found |= {path.relative_to(ours).as_posix() for path in ours.rglob("*.txt") if "email" in path.as_posix()}
    return sorted(found)


def subject_of(template: str) -> str:
    user = UserFactory(first_name="Petronella", last_name="Quillwort")
    context = {"address": "https://your-turn.example", "code": "ABC123", "user": user, "username": "Petronella"}
    text = str(get_template(template).render(context)).strip()
    prefix = settings.ACCOUNT_EMAIL_SUBJECT_PREFIX if SUBJECT.search(template) else ""
    return prefix + text.splitlines()[0]


@pytest.mark.parametrize("template", [name for name in _subjects() if SUBJECT.search(name) or "emails/" in name])
def test_every_subject_of_a_message_tells_nothing(template: str):
    subject = subject_of(template)
    assert subject
    assert not TELLING.search(subject)
    assert "Petronella" not in subject


def test_subjects_are_found_and_a_telling_one_would_be_seen():
    found = _subjects()
    assert {"emails/item.txt", "account/email/login_code_subject.txt", "mfa/email/totp_activated_subject.txt"} <= {
        *found
    }
    assert TELLING.search(settings.ACCOUNT_EMAIL_SUBJECT_PREFIX + "Derby safeguarding: you have something to read")


def test_the_cms_sends_no_message_with_the_title_of_a_page():
    """Its subjects are made of titles. Nothing of ours can set one off: no approval, no comments, no reset."""
    assert settings.WAGTAIL_WORKFLOW_ENABLED is False
    assert settings.WAGTAIL_PASSWORD_RESET_ENABLED is False
    commented = {
        model for model in get_page_models() if "comments" in model.get_edit_handler().get_form_class().formsets
    }
    assert commented == {Page}  # Wagtail's own root can be commented on, and is no page of ours
