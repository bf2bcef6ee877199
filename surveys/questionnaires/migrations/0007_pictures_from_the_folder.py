"""Pictures are chosen from the folder of pictures. The column holds JSON as before: were it altered, SQLite would
rebuild the table and lose its triggers.
"""

import core.pictures
import surveys.questionnaires.blocks
import wagtail.fields
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('questionnaires', '0006_recordings'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
        migrations.AlterField(
            model_name='questionnaire',
            name='items',
            field=wagtail.fields.StreamField([('bank', 7), ('own', 22)], blank=True, block_lookup={0: ('wagtail.blocks.ChoiceBlock', [], {'choices': surveys.questionnaires.blocks.bank_choices, 'label': 'Question'}), 1: ('wagtail.blocks.CharBlock', (), {'help_text': 'Leave empty to use our words.', 'label': 'Say it another way', 'max_length': 200, 'required': False}), 2: ('wagtail.blocks.CharBlock', (), {'label': 'Another line under the question', 'max_length': 240, 'required': False}), 3: ('wagtail.blocks.ChoiceBlock', [], {'choices': core.pictures.picture_choices, 'required': False}), 4: ('wagtail.blocks.CharBlock', (), {'help_text': 'A question above, e.g. Q19.', 'label': 'Only after', 'max_length': 40, 'required': False}), 5: ('wagtail.blocks.CharBlock', (), {'help_text': 'The short names of the choices, with commas: yes, tell-me-more', 'label': 'when one of these was ticked', 'max_length': 200, 'required': False}), 6: ('wagtail.blocks.StructBlock', [[('part', 4), ('options', 5)]], {'required': False}), 7: ('wagtail.blocks.StructBlock', [[('key', 0), ('wording', 1), ('help', 2), ('symbol', 3), ('only_if', 6)]], {}), 8: ('wagtail.blocks.CharBlock', (), {'help_text': 'Starts with X, for example X01. It never changes.', 'max_length': 40}), 9: ('wagtail.blocks.CharBlock', (), {'label': 'Question', 'max_length': 200}), 10: ('wagtail.blocks.CharBlock', (), {'label': 'A line under the question', 'max_length': 240, 'required': False}), 11: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('all', 'Everyone named as a reader'), ('chair_only', 'Only the person who runs the meeting')], 'label': 'Who may read the answer?'}), 12: ('wagtail.blocks.CharBlock', (), {'help_text': 'Starts with X, for example X01-home. It never changes.', 'max_length': 40}), 13: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('faces3', 'Three faces with words'), ('faces5', 'Five faces with words'), ('scale', '0 to 10'), ('one', 'Choose one'), ('many', 'Choose any'), ('text', 'Write or talk'), ('houses', 'A house to fill')], 'label': 'How do they answer?'}), 14: ('wagtail.blocks.CharBlock', (), {'help_text': 'Leave empty if the question says it all.', 'max_length': 200, 'required': False}), 15: ('wagtail.blocks.CharBlock', (), {'max_length': 200, 'required': False}), 16: ('wagtail.blocks.RegexBlock', ('^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$',), {'help_text': 'A short name that never changes, such as “a-bit”.', 'max_length': 40}), 17: ('wagtail.blocks.CharBlock', (), {'help_text': 'What the young person sees.', 'max_length': 120}), 18: ('wagtail.blocks.StructBlock', [[('code', 16), ('label', 17), ('symbol', 3)]], {}), 19: ('wagtail.blocks.ListBlock', (18,), {'default': [], 'label': 'Choices'}), 20: ('wagtail.blocks.StructBlock', [[('code', 12), ('kind', 13), ('wording', 14), ('help', 15), ('options', 19)]], {}), 21: ('wagtail.blocks.ListBlock', (20,), {'min_num': 1}), 22: ('wagtail.blocks.StructBlock', [[('code', 8), ('wording', 9), ('help', 10), ('readers', 11), ('symbol', 3), ('parts', 21), ('only_if', 6)]], {})}, verbose_name='questions'),
        ),
            ],
        ),
    ]
