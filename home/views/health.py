"""For the machines that look after this server. No versions, no names, no details."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from core.access import open_to_all
from home.readiness import red_checks


@open_to_all
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers. Touches nothing else."""
    return HttpResponse("ok", content_type="text/plain")


@open_to_all
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """Everything a sent answer needs is there; 503 with the names of what is not."""
    red = red_checks(now=timezone.now())
    return JsonResponse({"ready": not red, "red": red}, status=503 if red else 200)
