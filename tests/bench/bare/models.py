import uuid

from django.db import models


class Submission(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    started_at = models.DateTimeField(auto_now_add=True)
    answers = models.JSONField(default=dict)
    is_complete = models.BooleanField(default=False)

    class Meta:
        app_label = "bare"

    def __str__(self) -> str:
        return str(self.pk)
