"""The answer behind an address of the queue."""

from uuid import UUID

from django.shortcuts import get_object_or_404

from surveys.responses.models import Response


def find_response(response_id: UUID) -> Response:
    """With all that its page shows beside the words. Who may open it is asked by the view. Raises Http404."""
    found = Response.objects.select_related("ticket", "version__questionnaire", "council")
    return get_object_or_404(found, pk=response_id)
