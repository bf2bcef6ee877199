"""Template filters for plain text that staff have written."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from core.linking import linked

register = template.Library()
register.filter("linked", linked)


@register.filter
def said_in(text: str, language: str) -> str | SafeString:
    """Words in another language than their page say so; nothing is added where `language` is empty. English only
    stands in so, hence left to right. Not for attributes.
    """
    return format_html('<span lang="{}" dir="ltr">{}</span>', language, text) if language else text
