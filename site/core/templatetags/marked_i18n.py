"""Django's `i18n` tags; text that the language in use does not have is English, and says so (WCAG 3.1.2).

`{% translate "…" %}` then gives `<span lang="en" dir="ltr">…</span>`. In an attribute, an option, a text box or an
SVG a span cannot stand: there the `as` form is used, which is plain text. English pages are as Django makes them.
"""

import functools
from typing import Any

from django.template import Context, Library, Node, Variable
from django.template.base import Parser, Token
from django.templatetags import i18n
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import override

from core.catalogues import has_words_for, speaks_english
from core.languages import ENGLISH

register = Library()
register.tags.update(i18n.register.tags)
register.filters.update(i18n.register.filters)


def as_english(words: str) -> SafeString:
    return format_html('<span lang="en" dir="ltr">{}</span>', words)


class _MarksEnglish:
    """What both tags share: draw as Django does, or in English and marked as English."""

    asvar: str | None
    origin: Any
    message_context: Any

    def has_words(self, context: Context) -> bool:
        raise NotImplementedError

    def is_markup(self) -> bool:
        """Plain-text templates (e-mails) carry no tags."""
        return not str(getattr(self.origin, "template_name", "")).endswith(".txt")

    def context_of_message(self, context: Context) -> str | None:
        return self.message_context.resolve(context) if self.message_context else None


class MarkedTranslateNode(_MarksEnglish, i18n.TranslateNode):
    @functools.cached_property
    def message(self) -> Variable:
        """As written: Django switches translation on in its own variable, which all threads share."""
        return Variable(self.filter_expression.var.var)

    def render(self, context: Context) -> str:
        if speaks_english() or self.has_words(context):
            return super().render(context)
        with override(ENGLISH):
            words = super().render(context)
        return as_english(words) if words and self.is_markup() else words

    def has_words(self, context: Context) -> bool:
        with override(ENGLISH):
            message = str(self.message.resolve(context)).replace("%", "%%")
        return not message or has_words_for(message, context=self.context_of_message(context))


class MarkedBlockTranslateNode(_MarksEnglish, i18n.BlockTranslateNode):
    def render(self, context: Context, nested: bool = False) -> str:
        if nested or speaks_english() or self.has_words(context):
            return super().render(context, nested=nested)
        with override(ENGLISH):
            words = super().render(context)  # Django has escaped what was put into it
        return as_english(SafeString(words)) if words and self.is_markup() else words  # nosec B703 - see above

    def has_words(self, context: Context) -> bool:
        message, _names = self.render_token_list(self.singular)
        plural = self.render_token_list(self.plural)[0] if self.plural else ""
        return has_words_for(message, context=self.context_of_message(context), plural=plural)


def _as_marked(node: Node, marked: type[Node]) -> Node:
    """Django's parsing, our drawing."""
    node.__class__ = marked
    return node


@register.tag("translate")
@register.tag("trans")
def do_translate(parser: Parser, token: Token) -> Node:
    return _as_marked(i18n.do_translate(parser, token), MarkedTranslateNode)


@register.tag("blocktranslate")
@register.tag("blocktrans")
def do_block_translate(parser: Parser, token: Token) -> Node:
    return _as_marked(i18n.do_block_translate(parser, token), MarkedBlockTranslateNode)
