from django import forms


class SampleForm(forms.Form):
    """One field of each kind, for the style page."""

    name = forms.CharField(label="What people call you", help_text="A first name is enough.")
    email = forms.EmailField(label="E-mail")
    kind = forms.ChoiceField(label="Kind", choices=[("a", "First"), ("b", "Second")], required=False)
    way = forms.ChoiceField(
        label="Which way", choices=[("a", "By phone"), ("b", "In the room")], widget=forms.RadioSelect
    )
    days = forms.MultipleChoiceField(
        label="Which days",
        choices=[("m", "Monday"), ("t", "Tuesday")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    week = forms.ChoiceField(
        label="Which week",
        choices=[("this", "This week"), ("next", "Next week")],
        widget=forms.RadioSelect,
        required=False,
    )
    note = forms.CharField(label="Note", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    agreed = forms.BooleanField(label="The young person agreed to this", required=False)
