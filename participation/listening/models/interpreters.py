"""People who help to understand words in another language, and what a young person said about who that may be (S17)."""

from operator import itemgetter

from django.conf import settings
from django.db import models
from django.db.models import Q

from core.languages import ENGLISH_NAMES, english_name
from core.sealed_rows import UUIDRow
from participation.listening.enums import Gender
from participation.listening.models.readings import Reading

OTHER_LANGUAGES = sorted(((code, name) for code, name in ENGLISH_NAMES.items() if code != "en"), key=itemgetter(1))


class Interpreter(UUIDRow):
    """One person and one language; whoever speaks two stands here twice. Not a person who signs in."""

    language = models.CharField(max_length=12, choices=OTHER_LANGUAGES)
    name = models.CharField(max_length=60)
    how_reached = models.CharField(max_length=120)
    dialect = models.CharField(max_length=80, blank=True)
    gender = models.CharField(max_length=8, choices=Gender.choices, blank=True)

    class Meta:
        ordering = ["language", "name"]
        constraints = [models.UniqueConstraint(fields=["language", "name"], name="one_interpreter_of_a_name")]

    def __str__(self) -> str:
        return f"{self.name}, {english_name(self.language)}"


class InterpreterDays(UUIDRow):
    """The days from `starts_on` to `ends_on` on which they are on call, both included."""

    interpreter = models.ForeignKey(Interpreter, on_delete=models.CASCADE, related_name="days")
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        ordering = ["starts_on", "ends_on"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=models.F("starts_on")), name="on_call_ends_after_it_starts")
        ]

    def __str__(self) -> str:
        return f"{self.starts_on:%d %b} to {self.ends_on:%d %b}"


class InterpreterChoice(UUIDRow):
    """Whom a young person would be OK with. In a small community a neighbour is no interpreter (domain §6)."""

    ticket = models.OneToOneField("responses.Ticket", on_delete=models.CASCADE, related_name="interpreter_choice")
    nobody_known = models.BooleanField(default=False)
    gender = models.CharField(max_length=8, choices=Gender.choices, blank=True)
    refused = models.ManyToManyField(Interpreter, related_name="+")

    def __str__(self) -> str:
        return f"choice {self.pk}"


class InterpreterWanted(UUIDRow):
    """A language that had no interpreter on call. `ticket` is empty where answers are not named: a day says enough."""

    ticket = models.ForeignKey(
        "responses.Ticket", null=True, blank=True, on_delete=models.CASCADE, related_name="interpreters_wanted"
    )
    language = models.CharField(max_length=12, choices=OTHER_LANGUAGES)
    asked_on = models.DateField()
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["asked_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["ticket", "language"],
                condition=Q(done_at__isnull=True, ticket__isnull=False),
                name="one_open_wish_a_card",
            ),
            models.UniqueConstraint(
                fields=["language"],
                condition=Q(done_at__isnull=True, ticket__isnull=True),
                name="one_open_wish_a_language",
            ),
        ]

    def __str__(self) -> str:
        return f"wanted {self.pk}"


class Interpreting(UUIDRow):
    """Whoever read it understood these words through `name`, whom the young person accepts. No translation is kept."""

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="interpreted")
    language = models.CharField(max_length=12, choices=OTHER_LANGUAGES)
    interpreter = models.ForeignKey(Interpreter, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=60)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return f"interpreted {self.pk}"
