"""The pack's own words: a teenager reads them (§2.2, subgroup summary)."""

import re
from pathlib import Path

from django.conf import settings

from core.wording import TARGETS, readability
from core.wording.targets import SUBGROUP_SUMMARY
from participation.subgroups.domain.numbers import ABOUT
from surveys.releases.domain.shown import METHOD, NOT_YET

PAGES = Path(settings.BASE_DIR) / "templates/pages/subgroups"
FILES = [*PAGES.glob("pack*.html"), *PAGES.glob("parts/*.html"), PAGES / "_large.html", PAGES / "_replies.html"]
SAID = re.compile(r'\{% translate "([^"]+)" %\}|\{% blocktranslate[^%]*%\}(.*?)\{% endblocktranslate %\}', re.DOTALL)


def own_words() -> list[str]:
    found = [first or second for path in FILES for first, second in SAID.findall(path.read_text())]
    return [re.sub(r"\{\{[^}]*\}\}", "10", words) for words in found] + [METHOD, NOT_YET, ABOUT]


def test_the_packs_own_words_are_for_a_reading_age_of_twelve() -> None:
    target = TARGETS[SUBGROUP_SUMMARY]
    told = readability("\n".join(own_words()))
    assert told.words > 300
    assert told.age <= target.reading_age
    assert told.mean <= target.mean
    assert [words for words in own_words() if readability(words).longest > target.longest] == []
