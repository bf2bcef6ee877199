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
LANGUAGE_CHOICES: list[tuple[str, str]] = [(item.code, item.own_name) for item in LANGUAGES.values()]


def is_right_to_left(code: str) -> bool:
    return code in LANGUAGES and LANGUAGES[code].right_to_left


def autonym(code: str) -> str:
    """What the language calls itself; the code where we do not know it."""
    return LANGUAGES[code].own_name if code in LANGUAGES else code
