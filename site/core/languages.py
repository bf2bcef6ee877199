"""The languages a young person may ask for. English is complete; the others wait for a named checker (D31, R14)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    code: str
    own_name: str
    right_to_left: bool = False


LANGUAGES: dict[str, Language] = {
    language.code: language
    for language in (
        Language("en", "English"),
        Language("ar", "العربية", right_to_left=True),
        Language("ckb", "کوردیی ناوەندی", right_to_left=True),
        Language("ps", "پښتو", right_to_left=True),
        Language("prs", "دری", right_to_left=True),
        Language("fa", "فارسی", right_to_left=True),
        Language("ti", "ትግርኛ"),
        Language("am", "አማርኛ"),
        Language("vi", "Tiếng Việt"),
        Language("sq", "Shqip"),
        Language("ro", "Română"),
        Language("pl", "Polski"),
        Language("uk", "Українська"),
        Language("ur", "اردو", right_to_left=True),
        Language("cy", "Cymraeg"),
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
    return ENGLISH if code == "en" else code


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
