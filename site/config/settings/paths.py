"""The folders everything else is placed in."""

from pathlib import Path

import environ

BASE_DIR = Path(__file__).resolve().parents[3]
environ.Env.read_env(BASE_DIR / ".env")
env = environ.FileAwareEnv()

DATA_DIR = Path(env.str("DATA_DIR", str(BASE_DIR / ".data")))
KEY_RING_FILE = Path(env.str("KEY_RING_FILE", str(DATA_DIR / "keys.json")))
