"""Turns one page of HTML into a tagged PDF. A program of its own: it knows no database, no key and no network.

Reads HTML from standard input and writes the PDF to standard output. The only files it opens are the stylesheets
under the folder it is given. Runs apart so that a page that takes too long can be stopped, and so that the memory
it needs is given back.
"""

import sys
from pathlib import Path
from urllib.parse import urlsplit

SCHEME = "paper"


def main(folder: str) -> None:
    from weasyprint import HTML  # type: ignore[import-untyped]  # ships no types
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # type: ignore[import-untyped]  # ships no types

    styles = Path(folder).resolve()

    class OwnStyles(URLFetcher):
        """Answers `paper:css/name.css`, and refuses every other address."""

        def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
            wanted = (styles / urlsplit(url).path).resolve()
            if urlsplit(url).scheme != SCHEME or wanted.suffix != ".css" or not wanted.is_relative_to(styles):
                raise ValueError("A paper holds its own stylesheets only.")
            return URLFetcherResponse(url, wanted.read_bytes(), {"Content-Type": "text/css"})

    page = HTML(string=sys.stdin.buffer.read().decode(), base_url=f"{SCHEME}:", url_fetcher=OwnStyles())
    sys.stdout.buffer.write(page.write_pdf(pdf_variant="pdf/ua-1"))


if __name__ == "__main__":
    main(sys.argv[1])
