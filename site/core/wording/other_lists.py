"""The shorter lists: tone, sayings, capital letters everyone knows, public numbers, first names."""

from core.wording.lists import Term

TONE: tuple[Term, ...] = (
    Term("must", "say what happens, or what helps", (r"must", r"must not", r"mustn't")),
    Term("failure to", "say what happens next", (r"fail(?:ure|ed|s)? to",)),
    Term("you need to", "you can", (r"you(?:'ll)? need to", r"you(?:'ll)? have to", r"you are required to")),
    Term("if you don't", "say what happens, without a threat", (r"if you (?:don't|do not|won't|refuse)",)),
)

SAYINGS: tuple[Term, ...] = (
    Term("on the same page", "agree"),
    Term("touch base", "talk"),
    Term("slip through the net", "be missed", (r"slip(?:s|ped|ping)? through",)),
    Term("in the loop", "told what is going on"),
    Term("on board", "agree to help"),
    Term("on the radar", "known about", (r"on (?:the|our|your|their) radar",)),
    Term("going forward", "from now on"),
    Term("open door", "you can come and talk"),
    Term("a safe pair of hands", "someone you can trust", (r"safe pair of hands",)),
    Term("wrap around", "help from several people", (r"wrap\s?around",)),
    Term("step up", "help more", (r"step(?:s|ped|ping)? up to the",)),
    Term("reach out", "talk to", (r"reach(?:es|ed|ing)? out",)),
    Term("at the end of the day", "in the end"),
    Term("bottom line", "what matters most"),
    Term("piece of cake", "easy"),
    Term("under the weather", "not well"),
)

KNOWN_CAPITALS = frozenset(
    {
        "OK",
        "UK",
        "TV",
        "ID",
        "PC",
        "QR",
        "CEOP",
        "NSPCC",
        "NAPAC",
        "NHS",
        "BBC",
        "DVD",
        "PDF",
        "SMS",
        "AM",
        "PM",
    }
)

PUBLIC_NUMBERS = frozenset(
    {
        "999",
        "112",
        "111",
        "101",
        "18001",
        "55",
        "08001111",
        "116123",
        "116000",
        "08000121700",
        "08088010331",
        "08088021000",
        "08005999247",
    }
)
"""Digits of help numbers that anyone may print; checked with the help panel, dated there (†)."""

NAMES = """
aaliyah aaron abdul abdullah abigail adam agnieszka ahmed aisha alan alex alexander ali alice alison
amanda amelia amina amir amy andrea andrew angela anna anne anthony ashley asma barbara ben benjamin
bethany bilal brian callum carol caroline catherine charles charlotte chloe chris christine
christopher claire connor craig daniel danielle darren david dean deborah denise diane dylan edward
eleanor elizabeth ella ellie emily emma ethan eva evie farah fatima fiona freya gareth gary gemma
george grzegorz hannah harry hassan heather helen henry holly ibrahim imran isaac isabella isla jack
jacob jake james jamie jane janet jason jennifer jessica joanne joe john jonathan jordan joseph
joshua julie kamran karen kate katie keith kelly kevin khadija kieran kyle laura lauren layla leanne
leo lewis liam linda lisa logan louise lucas lucy luke malik maria mariam martin mary mason matthew
maya megan mehmet mia michael michelle mohamed mohammed molly muhammad natalie nathan neil nicola
nicole noah oliver olivia omar oscar paige pamela patricia paul pauline peter philip piotr poppy
priya rachel rebecca rhys richard robert rosie ruth ryan samantha samuel sana sandra sara sarah
scarlett sean shannon sharon simon sofia sophie stephanie stephen steven stuart susan suzanne tariq
thomas tracey tyler victoria wayne william yasmin yusuf zahra zainab zara zoe
"""

FIRST_NAMES = frozenset(NAMES.split())
