"""The pack as it stands on one side of A4: the same ten parts, with long texts cut by stated rules."""

from dataclasses import replace

from participation.subgroups.domain.height import ONE_SIDE, height_of
from participation.subgroups.domain.notes import Note
from participation.subgroups.domain.packs import Pack
from participation.subgroups.domain.shortening import Room, cut, rooms, shorter_recommendation, shorter_reply

NOTE_LETTERS = 600  # a whole note; a second one only where both fit


def one_sheet(pack: Pack) -> Pack:
    """The most generous of the rooms that fits. Numbers stay; texts and rows go, and the large print has them all."""
    shown = pack
    for room in rooms():
        shown = in_room(pack, room)
        if height_of(shown) <= ONE_SIDE:
            break
    return shown


def in_room(pack: Pack, room: Room) -> Pack:
    also = cut(", ".join(pack.also_called), 60)
    return replace(
        pack,
        also_called=(also,) if also else (),
        told=replace(pack.told, quotes=pack.told.quotes[: room.quotes]),
        reach=replace(pack.reach, sentences=pack.reach.sentences[: room.reach]),
        reach_action=cut(pack.reach_action, room.answer),
        replies=tuple(shorter_reply(reply, room) for reply in pack.replies[: room.replies]),
        recommendations=tuple(
            shorter_recommendation(each, room) for each in pack.recommendations[: room.recommendations]
        ),
        decisions=tuple(
            replace(each, asked=cut(each.asked, room.decided)) for each in pack.decisions[: room.decisions]
        ),
        note=_note(pack.note),
        corrections=tuple(cut(words, room.noted) for words in pack.corrections[-room.notes :]),
    )


def _note(note: Note | None) -> Note | None:
    """A young person's words stand whole or not at all."""
    if note is None or sum(map(len, note.texts)) <= NOTE_LETTERS:
        return note
    return replace(note, texts=note.texts[:1])
