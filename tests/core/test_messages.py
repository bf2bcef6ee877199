"""locale/ holds today's strings, each catalogue is compiled from its words, and numbers take the right form."""

import gettext
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from core.extracting import extract, pages_to_translate
from core.languages import LANGUAGES
from core.management.commands.messages import po_path, write
from core.po import SAFETY, Message, PoFile, merged, parse, read_po, text_of

ROOT = Path(settings.BASE_DIR)
OTHERS = [code for code in LANGUAGES if code != "en"]
FORMS = {  # one example number for each form, in order (CLDR)
    "ar": [0, 1, 2, 3, 11, 100],
    "ckb": [1, 2],
    "ps": [1, 2],
    "prs": [1, 2],
    "fa": [1, 2],
    "ti": [1, 2],
    "am": [1, 2],
    "vi": [5],
    "sq": [1, 2],
    "ro": [1, 2, 20],
    "pl": [1, 2, 5],
    "uk": [1, 2, 5],
    "ur": [1, 2],
    "cy": [0, 1, 2, 3, 6, 4],
}
MORE = {
    "ar": {10: 3, 12: 4, 102: 5, 103: 3},
    "pl": {12: 2, 22: 1, 25: 2, 0: 2},
    "uk": {21: 0, 11: 2, 22: 1, 12: 2},
    "ro": {0: 1, 19: 1, 101: 1, 120: 2},
    "fa": {0: 0},
    "am": {0: 0},
}


def test_the_translators_files_are_up_to_date_with_the_pages():
    """When this fails: make messages."""
    call_command("messages", check=True)


def test_the_check_can_fail(tmp_path, settings):
    settings.LOCALE_PATHS = [tmp_path]
    with pytest.raises(CommandError, match="Not up to date"):
        call_command("messages", check=True)


@pytest.mark.parametrize("code", OTHERS)
def test_each_number_takes_its_own_plural_form(code):
    plural = gettext.c2py(LANGUAGES[code].plurals.split("plural=")[1].rstrip(";"))
    assert LANGUAGES[code].n_plurals == len(FORMS[code])
    assert [plural(number) for number in FORMS[code]] == list(range(len(FORMS[code])))
    assert {number: plural(number) for number in MORE.get(code, {})} == MORE.get(code, {})


@pytest.mark.parametrize("code", OTHERS)
def test_no_catalogue_holds_a_guess(code):
    assert [
        message.id for message in read_po(po_path(ROOT / "locale", code)).messages if "fuzzy" in message.flags
    ] == []


def test_a_new_sentence_waits_empty_and_the_others_keep_their_translation():
    old = PoFile(messages=[Message("Leave", words=("Wyjdź",)), Message("Gone", words=("x",))])
    found = merged([Message("Leave"), Message("Leave now")], old, n_plurals=3)
    assert [(message.id, message.words) for message in found] == [("Leave", ("Wyjdź",)), ("Leave now", ("",))]


def test_a_file_read_and_written_again_is_the_same():
    first = Message(
        'a "b" \\ c\nd', context="x", words=("ą\n",), places=("a.html",), notes=(SAFETY,), flags=("python-format",)
    )
    text = text_of(PoFile("Language: pl\n", "top", [first, Message("%(n)s day", "%(n)s days", words=("a", "b", "c"))]))
    assert text_of(parse(text)) == text
    assert parse(text).by_key()[first.key] == first


def test_a_translation_that_loses_a_name_is_refused(tmp_path):
    message = Message("Ask %(name)s", words=("Zapytaj",), flags=("python-format",))
    with pytest.raises(CommandError, match="name"):
        write(tmp_path / "django.po", PoFile("Content-Type: text/plain; charset=UTF-8\n", "", [message]))


def test_staff_pages_are_not_given_to_translators():
    pages = pages_to_translate(ROOT / "templates")
    assert "pages/responses/say_question.html" in pages
    assert "components/help_footer.html" in pages
    assert [page for page in pages if "work_" in page or "desk" in page] == []


def test_choices_that_only_staff_see_are_not_given_to_translators():
    found = {message.id for message in extract(ROOT)}
    assert "Birth parent" not in found
    assert {"Yes, I'd like an advocate", "Go to all of it", "We did"} <= found


def shows_a_number(source: str) -> bool:
    return any(sign in source for sign in ("tel:", "duty_phone", "advocacy_phone", "out_of_hours_phone"))


def test_whatever_shows_a_help_number_is_a_safety_text():
    folder = ROOT / "templates"
    unmarked = [
        page
        for page in pages_to_translate(folder)
        if shows_a_number(source := (folder / page).read_text()) and "{# safety text #}" not in source
    ]
    assert unmarked == []


@pytest.mark.parametrize("words", ["Leave", "Need help now?", "Not saved yet", "I'm not safe now"])
def test_the_words_that_keep_a_child_safe_are_marked_for_the_checker(words):
    found = next(message for message in extract(ROOT) if message.id == words)
    assert SAFETY in found.notes


def test_words_of_choosing_and_answering_are_not_all_safety_texts():
    """A mark that is on everything would be read by nobody."""
    messages = extract(ROOT)
    assert 0 < sum(SAFETY in message.notes for message in messages) < len(messages) / 2
