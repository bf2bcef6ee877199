"""Real servers for tests: gunicorn as in production, on a free port, ended by the numbers of its own processes."""

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ANSWERS_WITHIN = 60  # seconds until a server that was started must answer
LET_GO = 0.05


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def wait_until(holds, *, seconds: float = ANSWERS_WITHIN, what: str) -> None:
    """Waits for the condition, not for a time; says what it waited for when it gives up."""
    pause = threading.Event()
    for _ in range(int(seconds / LET_GO)):
        if holds():
            return
        pause.wait(LET_GO)
    raise AssertionError(f"Not within {seconds:.0f} seconds: {what}")


class Site:
    """The whole site in a folder and a database of its own. `env` is all a process of it needs to know."""

    def __init__(self, folder: Path, *, settings: str, database_url: str = "", keys: Path | None = None) -> None:
        self.folder, self.port = folder, free_port()
        self.server: subprocess.Popen[bytes] | None = None
        self.log = folder / f"server-{self.port}.log"
        self.env = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": settings,
            "PYTHONPATH": f"{ROOT / 'site'}{os.pathsep}{ROOT}",
            "DATA_DIR": str(folder),
            "KEY_RING_FILE": str(keys or folder / "keys.json"),
            "BIND": f"127.0.0.1:{self.port}",
            "BASE_URL": f"http://127.0.0.1:{self.port}",
            "RATE_LIMITS_OFF": "1",
        }
        self.env.pop("DATABASE_URL", None)
        if database_url:
            self.env["DATABASE_URL"] = database_url

    def run(self, *arguments: str, text: str = "") -> str:
        """A Python process of this site, to its end. Gives its output; its errors stop the test."""
        done = subprocess.run(
            [sys.executable, *arguments], cwd=ROOT, env=self.env, input=text, capture_output=True, text=True
        )
        assert done.returncode == 0, f"{arguments}: {done.stderr[-3000:]}"
        return done.stdout

    def build(self) -> None:
        """Keys and tables."""
        if not Path(self.env["KEY_RING_FILE"]).exists():
            self.run("manage.py", "create_keys")
        self.run("manage.py", "migrate", "--verbosity", "0")

    def start(
        self,
        app: str = "config.wsgi:application",
        *,
        under: Sequence[str] = (),
        workers: int = 2,
        threads: int = 4,
        answers: int = 0,
    ) -> None:
        """`app` may be a variant that breaks a promise on purpose; `under` is a program to run the server in."""
        command = [*under, sys.executable, "-m", "gunicorn", "--config", "site/config/gunicorn.conf.py"]
        command += ["--workers", str(workers), "--threads", str(threads), "--log-level", "warning", app]
        with self.log.open("ab") as log:
            self.server = subprocess.Popen(
                command, cwd=ROOT, env=self.env, stdout=log, stderr=log, start_new_session=True
            )
        wait_until(lambda: self.answers("/healthz"), what=f"an answer of the server; see {self.log}")

    def answers(self, path: str) -> bool:
        assert self.server is None or self.server.poll() is None, self.log.read_text()[-3000:]
        try:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
            connection.request("GET", path)
            return connection.getresponse().status < 500
        except OSError:
            return False

    def processes(self) -> list[int]:
        """The server and all it started, by number."""
        assert self.server is not None
        return [self.server.pid, *_children(self.server.pid)]

    def workers(self) -> list[int]:
        """The processes that answer requests: those that started nothing themselves."""
        return [pid for pid in self.processes() if not _children(pid)]

    def kill(self) -> None:
        """`kill -9` of everything at once; no process gets to say goodbye."""
        if self.server is None:
            return
        for pid in self.processes():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.server.wait()
        self.server = None

    def stop(self) -> None:
        """As a deploy does it; what does not end in time is killed."""
        if self.server is None:
            return
        everyone = self.processes()
        self.server.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.server.wait(timeout=25)
        for pid in everyone:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.server.wait()
        self.server = None


def _children(pid: int) -> list[int]:
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        direct = [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except OSError:
        return []
    return [one for child in direct for one in (child, *_children(child))]


def database_url_of_this_run() -> str:
    """The database the test itself writes to, so that a server shows what the test made."""
    from django.db import connection

    told = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{told['NAME']}"
    return f"postgres://{told['USER']}@{told['HOST']}:{told['PORT']}/{told['NAME']}"


@contextlib.contextmanager
def site_of_this_run() -> Iterator[Site]:
    """A site over the test's own database and keys; not yet started.

    Other processes write to the database meanwhile, so the test looks through a fresh connection afterwards:
    a statement that somebody left open would show it the past.
    """
    from django.conf import settings
    from django.db import connection

    with tempfile.TemporaryDirectory(prefix="your-turn-served-") as folder:
        site = Site(
            Path(folder),
            settings="tests.promises.served_settings",
            database_url=database_url_of_this_run(),
            keys=Path(settings.KEY_RING_FILE),
        )
        try:
            yield site
        finally:
            site.kill()
            connection.close()


class Cluster:
    """A PostgreSQL of this test alone, which it may kill and start again."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="your-turn-told-"))
        told = self.folder / "env"
        self.keeper = subprocess.Popen(
            ["sh", ".ci/with-postgres", "sh", "-c", f'echo "$DATABASE_URL $POSTGRES_PID_FILE" > {told}; cat'],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
        )
        wait_until(lambda: told.exists() and told.read_text().endswith("\n"), what="a PostgreSQL of our own")
        self.url, pid_file = told.read_text().split()
        self.pid_file = Path(pid_file)

    def _as_owner(self, *command: str) -> bool:
        who = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.getuid() == 0 else []
        return subprocess.run([*who, *command], cwd="/", stdout=subprocess.DEVNULL).returncode == 0

    def kill(self) -> None:
        """`kill -9` of the server and everything it started."""
        pid = int(self.pid_file.read_text().splitlines()[0])
        everyone = (pid, *_children(pid))
        for each in everyone:
            with contextlib.suppress(ProcessLookupError):
                os.kill(each, signal.SIGKILL)
        wait_until(lambda: not any(map(_is_running, everyone)), what="the end of PostgreSQL")

    def start(self) -> None:
        data = self.pid_file.parent
        port = self.url.rpartition(":")[2].partition("/")[0]
        program = str(sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1] / "pg_ctl")
        options = f"-p {port} -k {data.parent} -h 127.0.0.1 -c max_connections=120"
        command = [program, "-D", str(data), "-l", str(data.parent / "log"), "-w", "-o", options, "start"]
        # the kernel may take a moment to give back what the killed processes held
        wait_until(lambda: self._as_owner(*command), what=f"PostgreSQL to start again; see {data.parent / 'log'}")

    def close(self) -> None:
        assert self.keeper.stdin is not None
        self.keeper.stdin.close()
        self.keeper.wait(timeout=60)


def _is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
