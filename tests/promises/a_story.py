"""One whole story with words that exist nowhere else, and everywhere a word could end up."""

import io
import json
import re

from django.contrib.sessions.models import Session
from django.core import mail
from django.db import connection
from django.test import Client
from django.urls import reverse

from accounts.models import Role
from participation.meetings.domain.starter import load_starter
from participation.meetings.models import Invitation
from surveys.responses.models import Response
from surveys.themes.domain.gathering import find_window
from surveys.themes.domain.making import NewTheme, save_themes
from tests.at_rest import bytes_at_rest
from tests.factories.accounts import UserFactory
from tests.factories.listening import put_on_rota
from tests.factories.meetings import MONDAY, a_council, publish_form
from tests.factories.releases import quarter_window
from tests.promises.world import signed_in

CANARIES = {
    "answer": "zqanswermarigoldfinch",
    "draft": "zqdraftpelicanharbour",
    "change": "zqchangeottermeadow",
    "talk": "zqtalkheronlantern",
    "contact": "zqcontactbadgertunnel",
    "nickname": "zqnicknamequillfeather",
    "place": "zqplacezanzibarhall",
    "person": "zqpersonbrodwenna",
    "parent": "zqparentosmunda",
    "word": "zqwordkettlecopper",
    "reply": "zqreplytaxifriday",
    "worry": "zqworrysaffrongate",
    "password": "zqpasswordthatwaswrong",
}
CODE = re.compile(r"(?<![\w-])[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}(?![\w-])")


class Sinks:
    """Everywhere a word could end up."""

    def __init__(self) -> None:
        self.stream = io.StringIO()

    def logs(self) -> str:
        return self.stream.getvalue()

    def outbox(self) -> str:
        return "".join(str(message.message()) + message.body for message in mail.outbox)

    def sessions(self) -> str:
        return json.dumps([session.get_decoded() for session in Session.objects.all()])

    def tables(self) -> str:
        """Every row of every table: answers, drafts, audit, tasks, indexes and logs of the CMS among them."""
        found = []
        with connection.cursor() as cursor:
            for table in connection.introspection.table_names(cursor):
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608  names of our own tables
                found += [f"{table}: {row!r}" for row in cursor.fetchall()]
        return "\n".join(found)

    def raw_store(self) -> str:
        return "".join(data.decode("latin-1") for data in bytes_at_rest().values())

    def hits(self, secrets: dict[str, str]) -> list[tuple[str, str]]:
        places = {name: getattr(self, name)() for name in ("logs", "outbox", "sessions", "tables", "raw_store")}
        return [
            (place, kind)
            for place, text in places.items()
            for kind, secret in secrets.items()
            if any(form.lower() in text.lower() for form in {secret, secret.replace("-", "")})
        ]


class Story:
    """From booking to the reply, by the pages that people use."""

    def __init__(self) -> None:
        self.worker = UserFactory(roles=[Role.MEETING_WORKER], first_name="Sam")
        self.chair = UserFactory(roles=[Role.CHAIR], first_name="Jo")
        self.reader = UserFactory(roles=[Role.READER], first_name="Robin")
        self.writer = UserFactory(roles=[Role.REPORT_WRITER], first_name="Amara")
        UserFactory(roles=[Role.SAFEGUARDING_LEAD], first_name="Martin")
        a_council()
        put_on_rota(self.reader, day=MONDAY.date(), days=60)
        self.version = publish_form("before")
        publish_form("after")
        load_starter(now=MONDAY)
        self.at_work, self.child = signed_in(self.worker), Client()

    def books(self) -> str:
        """Gives the code that is printed on the card."""
        booking = {
            "kind": "strategy",
            "day": "2026-12-03",
            "time": "16:00",
            "minutes": "45",
            "place": CANARIES["place"],
            "chair": str(self.chair.pk),
            "people-TOTAL_FORMS": "1",
            "people-INITIAL_FORMS": "0",
            "people-0-first_name": CANARIES["person"],
            "people-0-kind": "police",
            "young-nickname": CANARIES["nickname"],
            "young-band": "12-15",
            "young-level": "standard",
            "young-language": "en",
            "young-place": "community",
        }
        gate = {
            "safe": "yes",
            "decided_by": "Sam",
            "how": "worker",
            "where": "At our office",
            "by_whom": "Sam",
            "adults-TOTAL_FORMS": "1",
            "adults-INITIAL_FORMS": "0",
            "adults-0-kind": "birth_parent",
            "adults-0-who": CANARIES["parent"],
            "adults-0-decision": "hold",
        }
        card = {"card_number": "0", "agreed_word": CANARIES["word"], "behind": ["when"]}
        to_gate = self.at_work.post(reverse("book_meeting"), booking)
        to_card = self.at_work.post(to_gate["Location"], gate)
        printed = CODE.search(self.at_work.post(to_card["Location"], card).text)
        assert printed
        self.invitation = Invitation.objects.get()
        return printed.group()

    def answers(self, code: str) -> None:
        post = self.child.post
        post("/go/", {"code": "zqwrongcodethatwastyped"})
        assert post("/go/", {"code": code})["Location"] == "/me/ready/"
        post("/me/word/", {"word": "zqguessthatwaswrong", "next": "invite"})
        assert post("/me/word/", {"word": CANARIES["word"], "next": "invite"}).status_code == 302
        assert CANARIES["place"] in self.child.get("/me/invite/").text
        post("/me/say/before/")
        for number, question in enumerate(self.version.schema.questions, start=1):
            fields = {f"words-{part.id}": CANARIES["answer"] for part in question.parts if part.is_text}
            post(f"/me/say/before/{number}/", {**fields, "move": "next"})
        yes = {"count": "yes", "writers": "yes", "use_words": "yes"}
        sent = post("/me/say/before/check/", {"send": "yes", "key": "k" * 32, **yes})
        assert sent["Location"].endswith("/sent/")
        post("/me/say/before/change/", {"kind": "change", "words": CANARIES["change"]})
        once = self.child.get("/me/talk/").context["form"]["once"].value()
        talk = {"once": once, "about": CANARIES["talk"], "safe_contact": CANARIES["contact"], "how": "call"}
        assert post("/me/talk/", talk).status_code == 302

    def is_read_and_answered(self) -> None:
        response = Response.objects.get()
        reading = signed_in(self.reader)
        assert CANARIES["answer"] in reading.get(reverse("work_reading", args=[response.pk])).text
        reading.post(reverse("work_mark_read", args=[response.pk]))
        ids = [self.invitation.meeting_id, self.invitation.pk]
        in_the_chair = signed_in(self.chair)
        assert in_the_chair.get(reverse("statement", args=ids)).status_code == 200
        in_the_chair.get(reverse("statement_sheet", args=ids))
        line = {"kind": "decided", "text": CANARIES["reply"]}
        assert self.at_work.post(reverse("outcome_editor", args=ids), line).status_code == 302
        self.at_work.get(reverse("work_alerts"), follow=True)
        Client().post("/accounts/login/", {"login": self.worker.email, "password": CANARIES["password"]})

    def is_sorted_for_a_report(self) -> None:
        """A report writer opens the words, sorts one text and is worried about the next."""
        window = quarter_window(2026, 4)
        coding = find_window(window.pk, "before", now=MONDAY)
        assert coding is not None
        save_themes(coding, [NewTheme("School")], edition=0, by=self.worker, now=MONDAY)
        writing, ids = signed_in(self.writer), [window.pk, "before"]
        page = writing.get(reverse("work_theme_sort", args=ids))
        assert CANARIES["answer"] in page.text
        fixed = page.context["form"].initial
        writing.post(reverse("work_theme_sort", args=ids), {**fixed, "chosen": "none"})
        once = writing.get(reverse("work_theme_sort", args=ids)).context["worry"].initial
        worried = writing.post(reverse("work_theme_worried", args=ids), {**once, "about": CANARIES["worry"]})
        assert worried.status_code == 302

    def leaves_half_an_answer(self) -> None:
        """A second card, on which something was typed and not sent."""
        from tests.factories.responses import child_client, issued

        client = child_client(issued(now=MONDAY, version=self.version).ticket, now=MONDAY)
        client.post("/me/say/before/")
        for number, question in enumerate(self.version.schema.questions, start=1):
            fields = {f"words-{part.id}": CANARIES["draft"] for part in question.parts if part.is_text}
            client.post(f"/me/say/before/{number}/", {**fields, "move": "next"})
