"""Drawings and voice notes: another way to answer a question that takes words. Sealed in the database, never a file."""

import base64

from django.db import models

from core.fields import SealedTextField
from core.sealed_rows import SealedRow
from surveys.responses.enums import PieceKind
from surveys.responses.models.drafts import Draft
from surveys.responses.models.responses import Answer


class _Piece(SealedRow):
    """`sealed` holds base64 of a PNG or WAV of ours: text, so that keys are rotated as for words.

    `language` is the one spoken; a drawing needs nobody to interpret it.
    """

    kind = models.CharField(max_length=8, choices=PieceKind.choices)
    seconds = models.PositiveSmallIntegerField(default=0)
    language = models.CharField(max_length=12, default="en")
    sealed = SealedTextField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.get_kind_display()

    def put(self, data: bytes) -> None:
        self.sealed = base64.b64encode(data).decode()

    def open(self) -> bytes:
        """Raises CannotOpen if it was changed or moved."""
        return base64.b64decode(self.sealed.open())


class DraftPiece(_Piece):
    """Drawn or spoken, not sent yet. Nobody looks at it, and it is never shown back (S15, D25)."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="pieces")
    part_id = models.CharField(max_length=40)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "part_id", "kind"], name="one_draft_piece_of_a_kind"),
        ]

    def sealing_context(self) -> tuple[str, ...]:
        return ("draft piece", str(self.draft_id), self.part_id, self.kind)


class Piece(_Piece):
    """What was sent. It goes when the words go."""

    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="pieces")

    class Meta:
        ordering = ["kind"]
        constraints = [models.UniqueConstraint(fields=["answer", "kind"], name="one_piece_of_a_kind")]

    def sealing_context(self) -> tuple[str, ...]:
        return ("piece", str(self.answer_id), self.kind)
