"""What shipped content is made of. The words are in the files beside this one, in `domain.plain_format`."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Fact:
    """A claim that a person has to check and date before anyone relies on it (D31)."""

    fact: str
    source: str = ""


@dataclass(frozen=True)
class Version:
    title: str
    text: str


@dataclass(frozen=True)
class Family:
    """A leaflet. `versions` goes by the value of `Audience`; the slug and title are neutral (D22)."""

    slug: str
    title: str
    intro: str
    versions: dict[str, Version]
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Summary:
    slug: str
    title: str
    intro: str
    audience: str
    text: str
    report_title: str
    report_by: str
    report_parts: str
    report_date: str = ""
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Campaign:
    slug: str
    title: str
    intro: str
    audience: str
    text: str
    other_names: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = field(default=())
