"""What editors work on. Nobody answers this row: they answer a frozen version of it (D3)."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from wagtail.fields import StreamField
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin

from core.age_bands import AgeBand, ReadingLevel
from surveys.questionnaires.blocks import ItemsBlock
from surveys.questionnaires.enums import FormKind, Length, VoiceFormat
from surveys.questionnaires.fields import TickedListField
from surveys.questionnaires.models.version import QuestionnaireVersion
from surveys.questionnaires.publish_gate import NotThroughTheGate, is_gate_open_for


class QuestionnaireQuerySet(models.QuerySet["Questionnaire"]):
    """Bulk writes skip ``save``, so the ones that could publish or unname are refused here."""

    def live(self) -> "QuestionnaireQuerySet":
        return self.filter(live=True)

    def update(self, **kwargs: Any) -> int:
        if kwargs.get("live") or "named" in kwargs:
            raise NotThroughTheGate
        return super().update(**kwargs)

    def bulk_create(self, objs: Any, *args: Any, **kwargs: Any) -> Any:
        if any(each.live for each in objs):
            raise NotThroughTheGate
        return super().bulk_create(objs, *args, **kwargs)

    def bulk_update(self, objs: Any, fields: Any, *args: Any, **kwargs: Any) -> int:
        if {"live", "named"} & set(fields):
            raise NotThroughTheGate
        return super().bulk_update(objs, fields, *args, **kwargs)


class Questionnaire(PreviewableMixin, DraftStateMixin, RevisionMixin, models.Model):
    """Named or not named is decided when the row is made and can never be switched."""

    live = models.BooleanField(default=False, editable=False)
    slug = models.SlugField(max_length=80, unique=True, help_text="A short name that stays.")
    title = models.CharField(max_length=120, help_text="Young people see this. Keep it neutral.")
    form = models.CharField("when it is asked", max_length=16, choices=FormKind.choices)
    band = models.CharField("age", max_length=8, choices=AgeBand.choices, blank=True, help_text="Empty: all.")
    level = models.CharField(
        "reading level", max_length=12, choices=ReadingLevel.choices, default=ReadingLevel.STANDARD
    )
    length = models.CharField(max_length=8, choices=Length.choices, blank=True)
    named = models.BooleanField(
        "the people named as readers know who sent it",
        default=True,
        help_text="Decided once. Without this, nobody can come and help: nobody knows who wrote.",
    )
    longer = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="shorter",
        verbose_name="longer set",
        help_text="One tap away from the short one, never required.",
    )
    items = StreamField(ItemsBlock(), blank=True, verbose_name="questions")
    space_note = models.TextField("how we make it safe to answer", blank=True, max_length=1000)
    voice_formats = TickedListField("ways they can say it", words=VoiceFormat.choices, default=list, blank=True)
    audience = models.CharField("whose job it is to listen", blank=True, max_length=200)
    influence_due = models.PositiveSmallIntegerField("days until they are told what happened", null=True, blank=True)
    purpose = models.TextField("why we ask", blank=True, max_length=1000)
    decision = models.TextField("what the answers can change", blank=True, max_length=1000)

    objects = QuestionnaireQuerySet.as_manager()

    class Meta:
        ordering = ["form", "band", "level", "length", "slug"]
        constraints = [
            models.UniqueConstraint(
                fields=["form", "band", "level", "length"],
                name="one_form_in_use",
                condition=Q(live=True) & ~Q(form=FormKind.CONSULTATION),
            ),
        ]
        indexes = [
            models.Index(
                fields=["form", "band", "level", "length"],
                name="questionnaire_choosing",
                condition=Q(live=True),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._refuse_switching_named()
        self._refuse_going_live_alone()
        super().save(*args, **kwargs)

    def current_version(self) -> QuestionnaireVersion | None:
        """The newest frozen version while the questionnaire is published, else None."""
        return self.versions.order_by("-number").first() if self.live else None

    def with_content_json(self, content: dict[str, Any]) -> "Questionnaire":
        """A revision can neither rename nor unname the row it belongs to."""
        restored: Questionnaire = super().with_content_json(content)
        restored.named, restored.slug = self.named, self.slug
        return restored

    def publish(self, revision: Any, user: Any = None, **kwargs: Any) -> None:
        """Every way of publishing ends here, and here it goes through the gate (D3)."""
        from surveys.questionnaires.domain.publishing import publish_revision

        publish_revision(self, revision, by=user, **kwargs)

    def _stored(self, name: str) -> Any:
        if self.pk is None:
            return None
        return Questionnaire.objects.filter(pk=self.pk).values_list(name, flat=True).first()

    def _refuse_switching_named(self) -> None:
        before = self._stored("named")
        if before is not None and before != self.named:
            raise ValidationError({"named": "Named or not named is decided once and cannot be switched."})

    def _refuse_going_live_alone(self) -> None:
        if self.live and not is_gate_open_for(self.pk) and not self._stored("live"):
            raise NotThroughTheGate

    def get_full_url(self) -> None:
        return None

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        from surveys.questionnaires.preview import modes_of

        return modes_of()

    @property
    def preview_sizes(self) -> list[dict[str, Any]]:
        """A phone first: that is what most young people hold."""
        from surveys.questionnaires.preview import SIZES

        return SIZES

    def serve_preview(self, request: HttpRequest, mode_name: str) -> Any:
        from surveys.questionnaires.preview import preview

        return preview(self, request, mode_name)
