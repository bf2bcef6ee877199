"""Words that put the blame on a child, and what to write instead: name what the adult does (domain §2.5)."""

from core.wording.lists import Hit, Term, find_terms

SELF = r"(?:themselves|themself|himself|herself|yourself|yourselves|myself)"
CHILD = r"(?:child|children|young person|young people|girl|boy|teenager|behaviour)"

BLAMING: tuple[Term, ...] = (
    Term(
        "putting themselves at risk",
        "the child is being put at risk by others, or the place is unsafe",
        (rf"put(?:s|ting)? {SELF} (?:at|in) (?:risk|danger)", rf"plac(?:e|es|ed|ing) {SELF} at risk"),
    ),
    Term(
        "risky behaviour / risk-taking",
        "signs that someone may be harming or controlling the child",
        (r"risky", r"risk taking", r"taking risks"),
    ),
    Term("promiscuous", "is being sexually abused", (r"promiscuous", r"promiscuity", r"sexually active")),
    Term(
        "child prostitute",
        "child who is being sexually exploited",
        (r"prostitut(?:e|es|ed|ion|ing)", r"selling sex"),
    ),
    Term(
        "boyfriend (of an abuser)",
        "the person exploiting the child, or “someone she says is her boyfriend”",
        (r"(?:older|adult|abusive|controlling) (?:boy|girl)friend",),
    ),
    Term(
        "in a relationship with an older man",
        "is being groomed or abused by an adult",
        (r"relationship with an? (?:older|adult) (?:man|woman|male|female|person)",),
    ),
    Term(
        "involved in CSE",
        "is a victim of exploitation",
        (r"involved (?:in|with) (?:cse|cce|(?:child |sexual |criminal )*exploitation)",),
    ),
    Term(
        "has been contacting adults online",
        "adults have been contacting the child",
        (r"contacting (?:adults|men|strangers) online",),
    ),
    Term(
        "sent explicit pictures",
        "was made, asked or pressured to share images",
        (r"sen(?:t|d|ds|ding) (?:explicit|nude|naked|indecent) (?:picture|photo|image|selfie|video)s?",),
    ),
    Term(
        "consented",
        "could not agree to being abused; was made to",
        (r"consented", r"consensual", r"consensually"),
    ),
    Term(
        "lifestyle choice",
        "has few real choices, because others have control",
        (r"lifestyle choice", r"choos(?:e|es|ing) this (?:life|lifestyle)"),
    ),
    Term(
        "drug dealer",
        "is being exploited to move or sell drugs",
        (r"drug deal(?:er|ing)", r"drugs? runner", r"dealer"),
    ),
    Term("plugging", "has been made to hide drugs inside the body", (r"plugging",)),
    Term("gang member", "is being exploited by a group", (r"gang (?:member|associated|affiliated|nominal)",)),
    Term(
        "recruits other children",
        "is being made to bring in other children under threat",
        (r"recruit(?:s|ed|ing)? (?:other )?(?:children|young people|peers|friends)",),
    ),
    Term("money mule", "their bank account is being used by criminals"),
    Term("slave", "child who has been trafficked", (r"slave", r"trafficked (?:girl|boy)")),
    Term(
        "absconded",
        "went missing; we did not know where they were",
        (r"abscond(?:er)?", r"r[au]n(?:s|ning)? off", r"awol"),
    ),
    Term(
        "streetwise",
        "is a child; has had to cope with too much",
        (r"street\s?wise", r"mature for (?:his|her|their|your) age"),
    ),
    Term("attention seeking", "is trying to tell us something", (r"attention seek(?:er|ing)",)),
    Term("manipulative", "has learned ways to get needs met", (r"manipulative",)),
    Term(
        "hard to reach",
        "we have not yet found the right way to help",
        (rf"(?:difficult|challenging) {CHILD}", r"hard to reach", r"difficult to engage"),
    ),
    Term(
        "refuses to engage",
        "does not feel able or safe to talk with us yet",
        (
            r"refus(?:e|es|ed|ing|al) to (?:engage|talk|co\s?operate)",
            r"(?:won't|will not|not|fails? to) engag(?:e|ing)",
        ),
    ),
    Term("hostile / aggressive", "is frightened or angry; showed distress", (r"hostile", r"aggressive")),
    Term(
        "failed to attend",
        "was not brought, or could not come",
        (r"fail(?:s|ed|ure)? to (?:attend|come|turn up)", r"did not attend", r"dna'd"),
    ),
    Term("alleged / claims that", "told us; said", (r"alleg(?:e|es|ed|edly|ation)", r"claim(?:s|ed)? that")),
    Term(
        "made a poor choice",
        "was targeted",
        (r"(?:poor|bad|wrong) choice", rf"brought (?:it|this) on {SELF}", rf"brought on {SELF}"),
    ),
    Term(
        "beyond parental control",
        "people outside the home have more control than the family can stop",
        (r"beyond (?:parental )?control",),
    ),
)


def blaming_words(text: str) -> list[Hit]:
    """Every blaming term in the text. Quotations and language examples are the caller's to leave out (R4)."""
    return list(find_terms(text, BLAMING))
