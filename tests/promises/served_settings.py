"""For servers that tests start: the settings of a developer's machine, with cheap codes and passwords."""

from config.settings.dev import *  # noqa: F403  settings build on settings

CODE_SCRYPT_N = 2**4
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
