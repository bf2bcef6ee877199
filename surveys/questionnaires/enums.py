"""Words that the database and the editor share."""

from django.db.models import TextChoices


class FormKind(TextChoices):
    """When a form is asked. A release has one sheet for each (D6)."""

    BEFORE = "before", "Before the meeting"
    AFTER = "after", "After the meeting"
    LATER = "later", "Three months later"
    CONSULTATION = "consultation", "Consultation"


class Length(TextChoices):
    """Short is what everyone gets first; long is one tap away and never required (S23)."""

    SHORT = "short", "Short"
    LONG = "long", "Long"


class VoiceFormat(TextChoices):
    """The ways a young person can say it (Lundy: voice)."""

    TICKS = "ticks", "Ticks and faces"
    TEXT = "text", "Writing"
    SYMBOLS = "symbols", "Pictures and symbols"
    AUDIO = "audio", "Talking or a voice note"
    WITH_HELP = "with-help", "With someone helping"
    LANGUAGE = "language", "In their own language"
    PAPER = "paper", "On paper"
