"""How texts are cut so that a pack is one side of A4. Print is never made smaller.

What is cut ends in "…". The large print and the page "What changed" hold everything. Numbers are never left out,
and a young person's own words stand whole or not at all.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from participation.influence.domain.page import Reply
from participation.influence.domain.shown import ShownRecommendation


@dataclass(frozen=True)
class Room:
    """How many rows, and letters in each text, a sheet gives to what people wrote."""

    replies: int = 5
    said: int = 70
    answer: int = 130
    recommendations: int = 4
    recommended: int = 90
    decisions: int = 3
    decided: int = 110
    quotes: int = 3
    reach: int = 3
    notes: int = 2
    noted: int = 160
    who: int = 40


def rooms() -> Iterator[Room]:
    """From generous to bare: fewer answers first, then fewer things agreed, then fewer quotes."""
    yield Room()
    yield Room(answer=90, recommended=70, decided=80, said=50)
    for replies, recommendations in ((4, 3), (3, 3), (3, 2), (2, 2)):
        yield Room(replies, 50, 90, recommendations, 70, decided=80, reach=2, who=30)
    yield Room(2, 50, 60, 2, 60, decided=60, quotes=2, reach=2, notes=1, noted=110, who=24)
    yield Room(1, 26, 40, 1, 44, decided=44, quotes=1, reach=1, notes=1, noted=90, who=16)


def cut(text: str, letters: int) -> str:
    """At most `letters` long, in whole words where there are any, with "…" where something is left out."""
    text = " ".join(text.split())
    if len(text) <= letters:
        return text
    return text[: letters - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


def shorter_reply(reply: Reply, room: Room) -> Reply:
    return replace(
        reply,
        said=cut(reply.said, room.said),
        did=cut(reply.did, room.answer),
        reason=cut(reply.reason, room.answer // 2),
        instead=cut(reply.instead, room.answer // 2),
        decided_by=cut(reply.decided_by, room.who),
        owner_role=cut(reply.owner_role, room.who),
    )


def shorter_recommendation(one: ShownRecommendation, room: Room) -> ShownRecommendation:
    return replace(one, text=cut(one.text, room.recommended), owner_role=cut(one.owner_role, room.who))
