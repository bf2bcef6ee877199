"""A file somebody keeps: its name says nothing of what it is about, and in a browser it may do nothing at all."""

from django.http import HttpResponse


def file_to_keep(body: bytes, *, content_type: str, name: str) -> HttpResponse:
    answer = HttpResponse(body, content_type=content_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer
