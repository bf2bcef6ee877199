"""A leaflet with a film, on a phone: it is not asked for before a tap, then it plays with its captions (ACC7)."""

import base64
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from core.captions import plain_captions
from core.films import scrubbed_film
from participation.leaflets.models import Film, LeafletVersionPage
from tests.factories.films import CAPTIONS
from tests.journeys.conftest import OpenPage
from tests.journeys.ground import lay_ground
from tests.journeys.looking import Look

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]

RECORD = """async (kind) => {
  const canvas = Object.assign(document.createElement("canvas"), { width: 160, height: 90 });
  const pen = canvas.getContext("2d");
  const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: kind });
  const parts = [];
  recorder.ondataavailable = (event) => parts.push(event.data);
  const over = new Promise((done) => { recorder.onstop = done; });
  recorder.start();
  for (let frame = 0; frame < 40; frame += 1) {
    pen.fillStyle = `rgb(${frame * 6},90,90)`;
    pen.fillRect(0, 0, 160, 90);
    await new Promise(requestAnimationFrame);
  }
  recorder.stop();
  await over;
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  return btoa(String.fromCharCode(...bytes));
}"""

PLAY = """film => new Promise((over, failed) => {
  Object.assign(film, { muted: true, onended: () => over(), onerror: failed });
  film.play().catch(failed);
})"""


def filmed_by(page: Page) -> bytes:
    """Chromium's own MP4, so that the film is one that it plays."""
    page.goto("/help/")
    return base64.b64decode(page.evaluate(RECORD, "video/mp4"))


def put_on_a_leaflet(data: bytes) -> tuple[str, Any]:
    film = Film(name="Saying no", captions=plain_captions(CAPTIONS))
    film.put(*scrubbed_film(data))
    film.save()
    page = LeafletVersionPage.objects.live().filter(audience="12-15").first()
    words = {"title": "Saying no", "warning": "A girl cries.", "in_bsl": True, "transcript": "You can say no."}
    page.body.append(("film", {"film": film, **words}))
    page.save()
    return page.get_url(), film


def test_a_film_waits_for_a_tap_and_plays_with_its_captions(open_page: OpenPage) -> None:
    lay_ground(now=timezone.now())
    page = open_page(phone=True)
    address, film = put_on_a_leaflet(filmed_by(page))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    look = Look(page)
    look.at(address)
    page.get_by_text("Show the film").click()
    look.here()
    assert look.wrong == []
    assert [url for url in asked if url.endswith(f"/film/{film.pk}/")] == []
    page.locator("video").evaluate(PLAY)
    heard = page.evaluate("[...document.querySelector('video').textTracks[0].cues].map(cue => cue.text)")
    assert heard == ["You can say no."]
