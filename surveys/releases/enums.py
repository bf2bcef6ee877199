"""Words that the database and the staff pages share."""

from django.db.models import TextChoices


class Cadence(TextChoices):
    QUARTER = "quarter", "Every quarter"
    YEAR = "year", "Every year"
    ONE_OFF = "one_off", "Once"


class WindowState(TextChoices):
    """Where a window stands. Nothing here depends on how many have answered until it is frozen."""

    PLANNED = "planned", "Not open yet"
    OPEN = "open", "Open"
    SETTLING = "settling", "Closed, settling"
    DUE = "due", "Ready to freeze"
    FROZEN = "frozen", "Frozen"
    NOT_ENOUGH = "not_enough", "Not enough answers yet"


class Band(TextChoices):
    """All that staff see before the freeze (rule 14). A band never goes down within a window."""

    UNDER_10 = "under_10", "under 10"
    FROM_10 = "from_10", "10 or more"
    FROM_20 = "from_20", "20 or more"
    FROM_50 = "from_50", "50 or more"


class Counted(TextChoices):
    """What a response has been used for. A response is used once for each of these (rule 12)."""

    TOTAL = "total", "the total only"
    EVERYONE = "everyone", "figures for everyone"
    AGE_BAND = "age_band", "age band"
    GENDER = "gender", "gender"
    ETHNIC_GROUP = "ethnic_group", "ethnic group"
    SEND_NEED = "send_need", "special need or disability"
    WHERE_I_LIVE = "where_i_live", "where I live"
    CARE_STATUS = "care_status", "care status"
