"""What `allow` makes sure of; for type checkers, never made."""

from django.http import HttpRequest

from accounts.models import User


class StaffRequest(HttpRequest):
    user: User
