"""allauth bent to our rules: nobody signs up by themselves, and authenticator secrets rest sealed."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest

from core.sealing import open_sealed, seal

MFA_CONTEXT = ("accounts.mfa",)


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by an administrator."""
        return False


class MFAAdapter(DefaultMFAAdapter):
    def encrypt(self, text: str) -> str:
        return seal(text, context=MFA_CONTEXT)

    def decrypt(self, encrypted_text: str) -> str:
        """Raises core.sealing.CannotOpen."""
        return open_sealed(encrypted_text, context=MFA_CONTEXT)
