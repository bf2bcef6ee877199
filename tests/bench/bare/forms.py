"""The same eight questions on three pages, as stock form classes."""

from django import forms

SAY = [("yes", "Yes"), ("bit", "A bit"), ("no", "No"), ("unsaid", "I don't want to say")]
WAYS = [("room", "In the room"), ("call", "By phone"), ("worker", "My worker says it"), ("none", "Not this time")]


def words(label: str) -> forms.CharField:
    return forms.CharField(label=label, widget=forms.Textarea, max_length=2000, required=False)


def one(label: str, choices: list[tuple[str, str]] = SAY) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, required=False)


class First(forms.Form):
    good = words("What is going well?")
    worry = words("What are you worried about?")
    next = words("What do you want to happen next?")


class Second(forms.Form):
    explained = one("Did someone explain what the meeting is for?")
    ways = forms.MultipleChoiceField(
        label="How do you want to take part?", choices=WAYS, required=False, widget=forms.CheckboxSelectMultiple
    )
    without = words("Is there anything to say without someone there?")


class Third(forms.Form):
    advocate = one("Do you want someone to speak for you?")
    more = words("Anything else?")


PAGES: tuple[type[forms.Form], ...] = (First, Second, Third)
