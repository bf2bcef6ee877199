"""Words that the database and the pages of polls share."""

from django.db.models import TextChoices


class Mode(TextChoices):
    """Chosen when the poll is made and never changed."""

    ROOM = "room", "One screen in a room, passed on"
    PHONES = "phones", "Each on their own phone, with the code"


class IfTooFew(TextChoices):
    """Said before anyone answers: what becomes of counts of fewer than ten."""

    AGAIN = "again", "Keep the counts for a second go of this poll"
    DESTROY = "destroy", "Destroy the counts"


class State(TextChoices):
    DRAFT = "draft", "Not open yet"
    OPEN = "open", "Open"
    CLOSED = "closed", "Closed, settling"
    TOO_FEW = "too_few", "Too few: can go a second time"
    DONE = "done", "In a summary"
    DESTROYED = "destroyed", "Counts destroyed"


class Progress(TextChoices):
    """All that anyone sees before the freeze (rule 14), refreshed once a week and never falling."""

    UNDER_10 = "under_10", "under 10"
    FROM_10 = "from_10", "10 or more"
    FROM_20 = "from_20", "20 or more"
    FROM_50 = "from_50", "50 or more"


class Split(TextChoices):
    """What answers can be split by; each has "did not say", so that everybody has a place."""

    NONE = "", "By nothing"
    GENDER = "gender", "Girls, boys and others"
    SEND_NEED = "send_need", "Needing help with learning, talking or moving"
