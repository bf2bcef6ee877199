"""What a young person makes never touches the disk unsealed; only the CMS, for public pictures, may use a file."""

from typing import Any

from django.core.files.uploadhandler import MemoryFileUploadHandler, SkipFile

from core.zones import CMS, zone_of


class InMemoryOutsideTheCMS(MemoryFileUploadHandler):
    """Reads a small upload into memory; a larger one is passed over, and the page says so in its own words."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        if self.request is None or zone_of(self.request.path) is not CMS:
            raise SkipFile
