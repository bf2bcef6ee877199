"""What `allow` promises a view: somebody is signed in."""

from django.http import HttpRequest

from accounts.models import User


class StaffRequest(HttpRequest):
    user: User
