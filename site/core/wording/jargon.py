"""Office words and their plain twins (domain §2.4)."""

import re

from core.wording.lists import Hit, Term, find_terms, flatten


def _caps(avoid: str, say: str) -> Term:
    return Term(avoid, say, capitals=True)


JARGON: tuple[Term, ...] = (
    Term("strategy meeting", "a meeting to plan how to keep you safe"),
    Term("multi-agency", "people from different teams"),
    Term("child protection conference", "a meeting about keeping you safe"),
    Term("safeguarding", "keeping you safe", (r"safeguard",)),
    Term(
        "looked after child",
        "child in care, or your name",
        (r"looked after (?:child|children|young people)",),
    ),
    _caps("LAC / CLA", "child in care, or your name"),
    Term("placement", "home, where you live", (r"placements?",)),
    Term("placement breakdown", "when living there did not work out"),
    Term(
        "contact (with family)",
        "family time, seeing your family",
        (r"contact (?:centre|session|time|visit|arrangement)", r"supervised contact"),
    ),
    Term("respite", "a short break"),
    Term("siblings", "brothers and sisters", (r"sibling",)),
    Term("care plan", "the plan for looking after you"),
    Term("pathway plan", "your plan for leaving care"),
    _caps("IRO", "the person who runs your review and checks promises are kept"),
    Term("chair", "the person who runs the meeting", (r"chair(?:person|man|woman)?",)),
    Term("advocate", "someone on your side who helps you say what you think", (r"advocates?", r"advocacy")),
    Term("allocated worker", "your worker (name)", (r"allocated (?:social )?worker",)),
    Term("keyworker", "the worker you see most", (r"key\s?worker",)),
    Term("practitioner / professional", "worker, adult who helps", (r"practitioner", r"professional")),
    Term("stakeholder", "people this matters to"),
    Term("referral", "asking another team to help", (r"referrals?", r"referred")),
    Term("assessment", "finding out what is going on and what would help"),
    Term("intervention", "help, support"),
    Term("disclosure", "telling someone", (r"disclos(?:e|es|ed|ing|ure)",)),
    Term("perpetrator", "the person who is hurting or using others"),
    Term("exploitation", "when someone uses you to get something they want", (r"exploitation",)),
    Term("grooming", "when someone pretends to be kind so they can use you", (r"grooming", r"groomed")),
    Term("coercion", "making you do something by pressure or threats", (r"coercion", r"coercive", r"coerced")),
    Term("county lines", "gangs using children to move or sell drugs"),
    _caps("NRM", "a way to get help if you have been trafficked"),
    Term("trafficking", "moving or hiding someone so they can be used", (r"trafficking", r"trafficked")),
    Term("modern slavery", "making someone work or do things for no choice"),
    Term("contextual safeguarding", "making the places you go safer"),
    Term("missing episode", "a time we did not know where you were"),
    Term("return home interview", "a chat after you come back"),
    _caps("MASH", "the team who answer calls about worries"),
    Term("front door", "the team who answer calls about worries"),
    Term("threshold", "the level where a team can help"),
    Term("disruption", "stopping the people causing harm"),
    Term("protective factors", "things and people that help keep you safe", (r"protective factor",)),
    Term("risk assessment", "looking at what could go wrong and what helps"),
    Term("vulnerable", "say what the worry is", (r"vulnerable", r"vulnerabilit(?:y|ies)")),
    Term("non-engagement", "has not wanted to talk with us yet", (r"non engagement",)),
    Term("outcome", "what changed"),
    Term("participation", "having your say"),
    Term("consultation", "asking what you think"),
    Term("confidential", "private", (r"confidential(?:ity|ly)?",)),
    Term("consent", "saying yes, because you want to"),
    Term("information sharing", "telling other people"),
    Term("personal data", "facts about you", (r"(?:personal )?data",)),
    Term("retention period", "how long we keep it"),
    Term("subject access request", "asking to see what we hold about you"),
    Term("corporate parent", "the council, which acts like a parent to you", (r"corporate parent(?:ing)?",)),
    Term("Section 47", "say what it means for the child", (r"section (?:17|20|47)", r"care order")),
    _caps("EHCP", "a plan for your learning and health"),
    _caps("SEND", "extra help with learning or a disability"),
    _caps("CAMHS", "the team who help with feelings"),
    _caps("UASC", "young person who came to the UK alone"),
    _caps("EAL", "speaks another language at home"),
    Term("care leaver", "young person who has left care"),
    Term("emergency accommodation", "somewhere to stay now"),
    _caps("VYP / EVYP", "the group of adults (and young people) who plan how to keep young people safe"),
)


def jargon(text: str) -> list[Hit]:
    """Office words that the text does not explain itself ("An advocate is …", "advocate means …")."""
    return [hit for hit in find_terms(text, JARGON) if not _explained(text, hit.term)]


def _explained(text: str, term: Term) -> bool:
    word = term.regex.pattern
    said = (
        rf"{word}[”\"’']*\s+(?:is|are|means?)\b|\bcalled\s+(?:an?\s+|the\s+)?[“\"‘']?(?:{word})"
        rf"|{word}\s+\(|{word}[.:]\s+(?:it|that|this)\s+means"
    )
    return re.search(said, flatten(text), term.regex.flags & re.IGNORECASE) is not None
