"""What is not a picture, sent to the studio: plain words, nothing kept, never a fault."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from accounts.models import Role
from home.domain.cms_rights import give_cms_rights
from participation.meetings.models import Meeting
from tests.promises.naughty import is_plain
from tests.promises.world import World, signed_in

pytestmark = pytest.mark.django_db


def not_pictures() -> dict[str, bytes]:
    whole = io.BytesIO()
    Image.new("RGB", (40, 40), "red").save(whole, "PNG")
    return {
        "text.jpg": b"I am not a picture",
        "nothing.png": b"",
        "half.png": whole.getvalue()[:60],
        "script.png": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "page.gif": b"GIF89a<script>alert(1)</script>",
        "zeros.webp": b"\0" * 5_000,
        "bomb.png": whole.getvalue()[:16] + b"\xff\xff\xff\xff" * 2 + whole.getvalue()[24:],
    }


@pytest.mark.parametrize("name", not_pictures())
def test_what_is_not_a_picture_gets_plain_words_in_the_cms(world: World, settings, tmp_path, name: str) -> None:
    from wagtail.images import get_image_model

    settings.MEDIA_ROOT = tmp_path
    give_cms_rights()
    client = signed_in(world.people[Role.ADMINISTRATOR])
    assert client.get("/cms/images/add/").status_code == 200
    file = SimpleUploadedFile(name, not_pictures()[name], "image/png")
    answer = client.post("/cms/images/add/", {"title": "x", "description": "x", "collection": "1", "file": file})
    is_plain(answer, name)
    many = SimpleUploadedFile(name, not_pictures()[name], "image/png")
    is_plain(client.post("/cms/images/multiple/add/", {"title": "x", "files[]": many}), name)
    assert not get_image_model().objects.exists()
    assert Meeting.objects.exists()
