"""Template filters for plain text that staff have written."""

from django import template

from core.linking import linked

register = template.Library()
register.filter("linked", linked)
