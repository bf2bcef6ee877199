"""A form with more fields than any of ours is refused calmly before a page sees it (AC-15)."""

import pytest
from django.test import Client

from core.uploads import MOST_FIELDS

pytestmark = pytest.mark.django_db
OUTSIDE_THE_CMS = ("/", "/go/", "/help/talk/", "/me/talk/", "/accounts/login/", "/work/", "/groups/")
URL_ENCODED, MULTIPART = "application/x-www-form-urlencoded", "multipart/form-data; boundary=edge"


def many(count: int, content_type: str) -> bytes:
    if content_type == URL_ENCODED:
        return "&".join(["same=x"] * count).encode()
    part = '--edge\r\nContent-Disposition: form-data; name="same"\r\n\r\nx\r\n'
    return (part * count + "--edge--\r\n").encode()


def posted(path: str, count: int, content_type: str = URL_ENCODED) -> tuple[int, str]:
    answer = Client(raise_request_exception=False).post(path, many(count, content_type), content_type=content_type)
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize("content_type", [URL_ENCODED, MULTIPART])
@pytest.mark.parametrize("path", OUTSIDE_THE_CMS)
def test_one_field_too_many_gets_the_calm_page(path: str, content_type: str) -> None:
    status, page = posted(path, MOST_FIELDS + 1, content_type)
    assert status == 400
    assert "We could not read that" in page
    assert "What arrived here was not complete" in page


@pytest.mark.parametrize("path", OUTSIDE_THE_CMS)
def test_as_many_fields_as_may_be_are_read(path: str) -> None:
    status, _ = posted(path, MOST_FIELDS)
    assert status != 400


def test_the_editor_of_the_cms_may_send_more() -> None:
    assert posted("/cms/", MOST_FIELDS + 1)[0] != 400
    assert posted("/cms/", 1_001)[0] == 400
