"""What a person does here. Our own table; Wagtail's groups follow from it (D10)."""

from django.db import models


class Role(models.TextChoices):
    PARTICIPATION_WORKER = "participation_worker", "Participation worker"
    MEETING_WORKER = "meeting_worker", "Worker"
    CHAIR = "chair", "Chair"
    READER = "reader", "Reader"
    REPORT_WRITER = "report_writer", "Report writer"
    SAFEGUARDING_LEAD = "safeguarding_lead", "Safeguarding lead"
    SUBGROUP_MEMBER = "subgroup_member", "Subgroup member"
    YOUNG_MEMBER = "young_member", "Young member"
    CHAMPION_LEAD = "champion_lead", "Champions’ lead"
    CHAMPION = "champion", "Champion"
    ADMINISTRATOR = "administrator", "Administrator"
    DATA_PROTECTION_OFFICER = "data_protection_officer", "Data protection officer"


CMS_ROLES = frozenset({Role.PARTICIPATION_WORKER, Role.ADMINISTRATOR})
EDITORS_GROUP, PUBLISHERS_GROUP = "Your Turn editors", "Your Turn publishers"
GROUP_OF_ROLE: dict[str, str] = {
    Role.PARTICIPATION_WORKER: EDITORS_GROUP,
    Role.ADMINISTRATOR: PUBLISHERS_GROUP,
}
