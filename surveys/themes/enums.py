from django.db.models import TextChoices


class Quoting(TextChoices):
    """Where a proposed quote stands. Only a passed one can be told."""

    PROPOSED = "proposed", "Waits for a second person"
    PASSED = "passed", "Passed by two people"
    SENT_BACK = "sent_back", "Sent back"
    WITHDRAWN = "withdrawn", "Taken out"


class ChildSaid(TextChoices):
    """What the young person said of the exact words, where they could be shown them."""

    NOT_SHOWN = "", "Not shown to them"
    YES = "yes", "Shown to them: yes"
    NO = "no", "Shown to them: no"


class Withdrawn(TextChoices):
    CHILD = "child", "The young person asked"
    WORRY = "worry", "Somebody may get hurt"
    STAFF = "staff", "We should not use it"
