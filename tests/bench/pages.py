"""G1, G10, G11: a public leaflet, the invite and a question against a constant page; what pages weigh; memory."""

import gzip
import re
from urllib.request import Request, urlopen

from tests.bench.load import Round, gets
from tests.bench.report import Report, figure
from tests.promises.servers import Site
from tests.promises.walk import Browser

FILES = re.compile(r'(?:href|src)="(/static/[^"]+)"')
CONSTANT = "/leaflets/constant/"


def measure_pages(
    report: Report, site: Site, bare: Site, *, leaflet: str, code: str, rounds: int, seconds: float
) -> None:
    child = Browser(site.port)
    child.type_code(code)
    question = child.begin()
    cookie = "; ".join(f"{name}={value}" for name, value in child.cookies.items())
    what = {
        "constant": (site, CONSTANT, ""),
        "bare constant": (bare, "/constant/", ""),
        "leaflet": (site, leaflet, ""),
        "invite": (site, "/me/invite/", cookie),
        "question": (site, question, cookie),
        "front door": (site, "/", ""),
    }
    for served, path, own in what.values():
        gets(served, path, seconds=1, cookie=own)  # warm: every worker has made each page once
    found: dict[str, list[Round]] = {name: [] for name in what}
    for _ in range(rounds):
        for name, (served, path, own) in what.items():
            found[name].append(gets(served, path, seconds=seconds, cookie=own))
    _tell(report, found)
    report.rounds["pages"] = found
    child.close()


def _tell(report: Report, found: dict[str, list[Round]]) -> None:
    def ratios(name: str, to: str, by: str = "rate") -> list[float]:
        return [getattr(a, by) / getattr(b, by) for a, b in zip(found[name], found[to], strict=True)]

    rates = {name: f"{sorted(each.rate for each in rounds)[len(rounds) // 2]:,.0f}/s" for name, rounds in found.items()}
    report.add(
        figure(
            "G1",
            "leaflet / constant page, same server and workers",
            ratios("leaflet", "constant"),
            goal=0.7,
            note=f"{rates['leaflet']} of {rates['constant']}",
        ),
        figure("G1", "  the same by the server's CPU time", ratios("leaflet", "constant", "work")),
        figure(
            "G1",
            "leaflet / constant page of a Django without any middleware of ours",
            ratios("leaflet", "bare constant"),
            note=f"of {rates['bare constant']}",
        ),
        figure("–", "front door / constant page", ratios("front door", "constant"), note=rates["front door"]),
        figure(
            "–",
            "invite (sealed words opened, private) / constant page",
            ratios("invite", "constant"),
            note=rates["invite"],
        ),
        figure(
            "–",
            "question (draft looked up, form) / constant page",
            ratios("question", "constant"),
            note=rates["question"],
        ),
    )
    everything = [each for rounds in found.values() for each in rounds]
    report.add(
        figure(
            "–",
            "loader's share of a core while pages are fetched",
            [each.own / each.seconds for each in everything],
            unit="core",
        ),
        figure(
            "–",
            "errors while pages are fetched",
            [sum(each.errors for each in everything)],
            unit="",
            goal=0,
            sense="<=",
        ),
    )


def measure_weight(report: Report, site: Site, *, code: str) -> None:
    """Over the wire: what a browser that understands gzip is sent, files of our own included."""
    html = _fetch(site, "/")
    first = {path: len(_fetch(site, path)) for path in set(FILES.findall(_plain(html)))}
    child = Browser(site.port)
    child.type_code(code)
    questions, new = [], dict[str, int]()
    where = child.begin()
    while not where.endswith("/check/"):
        page = child.get(where)
        text = page.body.decode()
        new |= {path: len(_fetch(site, path)) for path in set(FILES.findall(text)) - first.keys()}
        questions.append(len(page.body))
        from tests.promises.walk import filled_in

        where = child.post(where, filled_in(page, "A few words."), page=page).location
    report.add(
        figure(
            "G10",
            "first page with its files, over the wire",
            [(len(html) + sum(first.values())) / 1000],
            unit="kB",
            goal=60,
            sense="<=",
        ),
        figure("G10", "requests of the first page", [len(first) + 1], unit="", goal=6, sense="<="),
        figure(
            "G10",
            "a further question (files of the first one counted once: see JSON)",
            [each / 1000 for each in questions],
            unit="kB",
            goal=15,
            sense="<=",
        ),
    )
    report.rounds["weight"] = {"first": first, "html": len(html), "question files": new, "questions": questions}
    child.close()


def _fetch(site: Site, path: str) -> bytes:
    with urlopen(Request(f"http://127.0.0.1:{site.port}{path}", headers={"Accept-Encoding": "gzip"})) as answer:
        return bytes(answer.read())


def _plain(body: bytes) -> str:
    return (gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body).decode()
