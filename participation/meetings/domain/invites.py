"""The invite: the CMS text merged with the invitation; when, where and who only behind the word (S2, D14)."""

import datetime as dt
from dataclasses import dataclass

from core.age_bands import Audience, audience_for
from core.working_days import LONDON
from participation.meetings.enums import Behind
from participation.meetings.models import Invitation, InviteWording, Meeting

from .agreed_word import shows


@dataclass(frozen=True)
class WhenWhereWho:
    starts_at: dt.datetime
    clock: str
    minutes: int
    place: str
    people: list[tuple[str, str]]
    part_without: str = ""


@dataclass(frozen=True)
class InvitePage:
    title: str
    what: str
    why: str
    not_blame: str
    your_say: str
    before: str
    on_the_day: str
    afterwards: str
    choices: list[str]
    no_is_ok: str
    who_reads: str
    advocate: str
    rights: list[str]
    worker: str
    chair: str
    has_part_without: bool = False
    has_news: bool = False
    when: WhenWhereWho | None = None
    asks_word: bool = False
    is_easy_read: bool = False
    can_be_heard: bool = False


def invite_page(invitation: Invitation, *, level: str = "", opened: bool) -> InvitePage | None:
    """What this young person reads; None where no text is published for this kind of meeting.

    `level`: easier or usual words, where this visit asked for them (S6).
    """
    wording = wording_of(invitation, level=level)
    if wording is None:
        return None
    meeting = invitation.meeting
    may_show = shows(invitation, Behind.WHEN, opened=opened)
    return _merged(
        wording,
        worker=meeting.worker.first_name,
        chair=meeting.chair.first_name,
        has_part_without=bool(meeting.part_without),
        has_news=opened and invitation.needs_telling,
        when=_when(meeting) if may_show and not invitation.needs_telling and not meeting.is_cancelled else None,
        asks_word=invitation.behind_word and not opened,
        can_be_heard=wording.can_be_heard,
    )


def preview_page(wording: InviteWording) -> InvitePage:
    """As the editor sees it, with made-up names."""
    return _merged(wording, worker="Sam", chair="Jo")


def wording_of(invitation: Invitation, *, level: str = "") -> InviteWording | None:
    """The text this young person reads and hears."""
    audience = audience_for(invitation.band, level) if level else invitation.audience
    return wording_for(invitation.meeting.kind, audience, band=invitation.band)


def wording_for(kind: str, audience: str, *, band: str) -> InviteWording | None:
    """The live text for these readers, else the band's usual words. English until others are checked."""
    live = InviteWording.objects.filter(kind=kind, language="en", live=True)
    by_audience = {wording.audience: wording for wording in live.filter(audience__in=[audience, band])}
    return by_audience.get(audience) or by_audience.get(str(Audience(band)))


def _when(meeting: Meeting) -> WhenWhereWho:
    people = [(person.first_name.open(), person.does) for person in meeting.people.all()]
    return WhenWhereWho(
        starts_at=meeting.starts_at,
        clock=clock_of(meeting.starts_at),
        minutes=meeting.minutes,
        place=meeting.place.open(),
        people=people,
        part_without=meeting.part_without.open(),
    )


def clock_of(moment: dt.datetime) -> str:
    """As people say it, in London time: "4pm", "9:30am"."""
    local = moment.astimezone(LONDON)
    minutes = f":{local.minute:02d}" if local.minute else ""
    return f"{local.hour % 12 or 12}{minutes}{'am' if local.hour < 12 else 'pm'}"


def _merged(
    wording: InviteWording,
    *,
    worker: str,
    chair: str,
    has_part_without: bool = False,
    has_news: bool = False,
    when: WhenWhereWho | None = None,
    asks_word: bool = False,
    can_be_heard: bool = False,
) -> InvitePage:
    def said(text: str) -> str:
        return text.replace("{worker}", worker).replace("{chair}", chair)

    return InvitePage(
        title=said(wording.title),
        what=said(wording.what),
        why=said(wording.why),
        not_blame=said(wording.not_blame),
        your_say=said(wording.your_say),
        before=said(wording.before),
        on_the_day=said(wording.on_the_day),
        afterwards=said(wording.afterwards),
        choices=_lines(said(wording.choices)),
        no_is_ok=said(wording.no_is_ok),
        who_reads=said(wording.who_reads),
        advocate=said(wording.advocate),
        rights=_lines(said(wording.rights)),
        worker=worker,
        chair=chair,
        has_part_without=has_part_without,
        has_news=has_news,
        when=when,
        asks_word=asks_word,
        is_easy_read=wording.audience == Audience.EASY_READ,
        can_be_heard=can_be_heard,
    )


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
