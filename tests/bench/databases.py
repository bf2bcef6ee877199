"""Databases for one run: files in a folder that goes with it, or names on the PostgreSQL that the run was given."""

import os
import sqlite3
from pathlib import Path
from urllib.parse import urlsplit

from tests.promises.servers import Site


def vendor() -> str:
    return "PostgreSQL" if os.environ.get("DATABASE_URL", "").startswith("postgres") else "SQLite"


def site(folder: Path, name: str, *, settings: str = "tests.bench.settings", like: Site | None = None) -> Site:
    """A site named `name`, empty or a copy of `like`, whose server and processes have ended."""
    own = folder / name
    own.mkdir()
    keys = Path(like.env["KEY_RING_FILE"]) if like else None
    if vendor() == "SQLite":
        url = f"sqlite:///{own / 'store.sqlite3'}"
        if like is not None:
            source, copy = sqlite3.connect(like.folder / "store.sqlite3"), sqlite3.connect(own / "store.sqlite3")
            source.backup(copy)
            source.close(), copy.close()
    else:
        url = _on_postgres(name, like)
    return Site(own, settings=settings, database_url=url, keys=keys)


def _on_postgres(name: str, like: Site | None) -> str:
    import psycopg

    given = os.environ["DATABASE_URL"]
    template = f" TEMPLATE {_name_of(like)}" if like else ""
    with psycopg.connect(given, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE bench_{name}{template}")
    return f"{given.rpartition('/')[0]}/bench_{name}"


def _name_of(site: Site) -> str:
    return urlsplit(site.env["DATABASE_URL"]).path.lstrip("/")
