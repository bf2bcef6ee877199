"""Who lives in the demo world. All invented; the addresses end in .example, which can never receive mail (RFC 2606)."""

from dataclasses import dataclass

from accounts.roles import Role

COUNCIL = "Willowmere Council"
PASSWORD_TAIL = "-turns-12-pages"  # noqa: S105 - known to everybody; load_demo refuses production
SEED = "willowmere"


@dataclass(frozen=True)
class Login:
    """`key` names the sign-in in what load_demo prints."""

    key: str
    first_name: str
    last_name: str
    what_they_do: str
    roles: tuple[str, ...]

    @property
    def email(self) -> str:
        return f"{self.first_name.lower()}@willowmere.example"

    @property
    def password(self) -> str:
        return f"{self.first_name.lower()}{PASSWORD_TAIL}"


LOGINS: tuple[Login, ...] = (
    Login(
        "participation_worker",
        "Nadia",
        "Rahman",
        "helps young people have their say",
        (Role.PARTICIPATION_WORKER,),
    ),
    Login("meeting_worker", "Sam", "Okafor", "your worker", (Role.MEETING_WORKER,)),
    Login("chair", "Jo", "Whitfield", "runs the meeting", (Role.CHAIR,)),
    Login("reader", "Priya", "Nair", "reads what young people send", (Role.READER,)),
    Login("report_writer", "Amara", "Osei", "writes reports about what many of you say", (Role.REPORT_WRITER,)),
    Login(
        "safeguarding_lead",
        "Martin",
        "Boyle",
        "makes sure young people are kept safe",
        (Role.SAFEGUARDING_LEAD,),
    ),
    Login("subgroup_member", "Grace", "Adeyemi", "plans for the whole town", (Role.SUBGROUP_MEMBER,)),
    Login("young_member", "Ellis", "", "speaks up for young people", (Role.YOUNG_MEMBER,)),
    Login("champion_lead", "Hannah", "Price", "looks after the champions", (Role.CHAMPION_LEAD,)),
    Login("champion", "Tom", "Baker", "champion at a school", (Role.CHAMPION,)),
    Login("administrator", "Ruth", "Lindqvist", "looks after this site", (Role.ADMINISTRATOR,)),
    Login(
        "data_protection_officer",
        "Owen",
        "Clarke",
        "checks that data is kept safe",
        (Role.DATA_PROTECTION_OFFICER,),
    ),
)
# People without a part in the printed list: they make the world wide enough to see who may *not* see what.
OTHERS: tuple[Login, ...] = (
    Login("other_worker", "Mina", "Sato", "your worker", (Role.MEETING_WORKER,)),
    Login("other_chair", "Derek", "Hughes", "runs the meeting", (Role.CHAIR,)),
    Login("second_writer", "Bryn", "Lloyd", "writes reports with Amara", (Role.REPORT_WRITER,)),
    Login("supporter", "Lou", "Ferreira", "supports the young member", (Role.SUBGROUP_MEMBER,)),
    Login("police_member", "Anita", "Gill", "from the police", (Role.SUBGROUP_MEMBER,)),
    Login("health_member", "Carl", "Munro", "from health", (Role.SUBGROUP_MEMBER,)),
)

_FIRST_NAMES = """
Ash Bee Cass Dee Eddie Fern Gus Hari Indy Jem Kit Lex Max Nia Ola Pip Quinn Rae Sol Tay
Uma Vee Wes Xan Yaz Zak Ari Bo Cleo Dex Eve Finn Gia Hal Ivy Jax Kai Lou Mo Noor
"""
_FAMILY_NAMES = """
Abbott Bell Cole Dunn Ellis Frost Grant Hale Ivers Jones
Khan Lane Moss Nash Owens Patel Reid Shah Todd Webb
"""
NICKNAMES = _FIRST_NAMES.split()
LAST_NAMES = _FAMILY_NAMES.split()

SETTINGS: dict[str, tuple[str, ...]] = {
    "home": (
        "Beech House",
        "Canal View",
        "The Orchard",
        "Lantern Lodge",
        "Rook Lane",
        "Number Nine",
        "Fernbank",
    ),
    "social_work_team": (
        "Children in care team",
        "Leaving care team",
        "First response",
        "Families together",
        "Fostering",
    ),
    "school": tuple(
        f"{name} {kind}"
        for name in (
            "Ashdown",
            "Brook Street",
            "Castle Hill",
            "Dene",
            "Eastgate",
            "Foxley",
            "Greenway",
            "Highfield",
        )
        for kind in ("Primary", "Academy", "High", "Community School")
    ),
    "health": ("School nurses", "Young people’s clinic", "Hospital youth team"),
    "police": ("Neighbourhood team", "Missing from home team"),
    "voluntary": ("Youth shed", "Boxing gym", "Stepping stones", "The music room"),
}
