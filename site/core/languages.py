"""The languages a young person may ask for. English is complete; the others wait for a named checker (D31, R14)."""

from dataclasses import dataclass

from django.conf import settings

# Unicode's rules for whole numbers (CLDR 46).
ONE_AND_MANY = "nplurals=2; plural=(n != 1);"
UP_TO_ONE = "nplurals=2; plural=(n > 1);"
ALWAYS_ONE = "nplurals=1; plural=0;"
ARABIC = (
    "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5);"
)
POLISH = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
ROMANIAN = "nplurals=3; plural=(n==1 ? 0 : n==0 || (n%100>=1 && n%100<=19) ? 1 : 2);"
UKRAINIAN = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
WELSH = "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5);"


@dataclass(frozen=True)
class Language:
    """`plurals`: how many forms a counted word has, and which of them a number takes, as gettext writes it."""

    code: str
    own_name: str
    right_to_left: bool = False
    plurals: str = ONE_AND_MANY

    @property
    def direction(self) -> str:
        return "rtl" if self.right_to_left else "ltr"

    @property
    def n_plurals(self) -> int:
        return int(self.plurals.split(";")[0].removeprefix("nplurals="))


LANGUAGES: dict[str, Language] = {
    language.code: language
    for language in (
        Language("en", "English"),
        Language("ar", "العربية", right_to_left=True, plurals=ARABIC),
        Language("ckb", "کوردیی ناوەندی", right_to_left=True),
        Language("ps", "پښتو", right_to_left=True),
        Language("prs", "دری", right_to_left=True, plurals=UP_TO_ONE),
        Language("fa", "فارسی", right_to_left=True, plurals=UP_TO_ONE),
        Language("ti", "ትግርኛ", plurals=UP_TO_ONE),
        Language("am", "አማርኛ", plurals=UP_TO_ONE),
        Language("vi", "Tiếng Việt", plurals=ALWAYS_ONE),
        Language("sq", "Shqip"),
        Language("ro", "Română", plurals=ROMANIAN),
        Language("pl", "Polski", plurals=POLISH),
        Language("uk", "Українська", plurals=UKRAINIAN),
        Language("ur", "اردو", right_to_left=True),
        Language("cy", "Cymraeg", plurals=WELSH),
    )
}
# What tests read pages in (settings.PSEUDO_LOCALES): longer words with accents, and the same from right to left.
PSEUDO: dict[str, Language] = {
    language.code: language
    for language in (Language("en-xa", "[Éñĝļîšĥ]"), Language("ar-xb", "[ɥsᴉlƃuƎ]", right_to_left=True))
}
ENGLISH = "en-gb"  # what Django calls the language that everything is written in
LANGUAGE_CHOICES: list[tuple[str, str]] = [(item.code, item.own_name) for item in LANGUAGES.values()]


def for_django(code: str) -> str:
    """English is the language that the site is set to: tests read all of it in a made-up one."""
    return str(settings.LANGUAGE_CODE) if code == "en" else code


def is_right_to_left(code: str) -> bool:
    return code in LANGUAGES and LANGUAGES[code].right_to_left


def autonym(code: str) -> str:
    """What the language calls itself; the code where we do not know it."""
    return LANGUAGES[code].own_name if code in LANGUAGES else code


ENGLISH_NAMES: dict[str, str] = {
    "en": "English",
    "ar": "Arabic",
    "ckb": "Kurdish Sorani",
    "ps": "Pashto",
    "prs": "Dari",
    "fa": "Farsi",
    "ti": "Tigrinya",
    "am": "Amharic",
    "vi": "Vietnamese",
    "sq": "Albanian",
    "ro": "Romanian",
    "pl": "Polish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "cy": "Welsh",
}


def english_name(code: str) -> str:
    """What staff call the language; the code where we do not know it."""
    return ENGLISH_NAMES.get(code, code)


def language_of(active: str | None) -> str:
    """The language of ours behind what Django says is active: `en-gb` is English; so is a made-up test locale."""
    return active if active in LANGUAGES else "en"
