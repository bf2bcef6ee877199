"""G2, G4, G5, G11: from the first question to "saved" against a bare Django survey on the same database."""

import statistics
import time
from collections.abc import Callable, Iterator

from tests.bench.load import Round, flows, memory_of
from tests.bench.report import Report, figure
from tests.promises.servers import Site
from tests.promises.walk import Browser, NotAnswered, filled_in

Walk = Callable[[], list[tuple[str, float]]]
TAIL_OF = ("question", "answer", "send")


def our_walk(site: Site, code: str, form: str, *, together: bool = False) -> Walk:
    """The code step is done beforehand and measured apart; so is choosing a few questions on a page."""
    browser = Browser(site.port)
    browser.type_code(code)
    where = browser.begin(form)
    if together:
        where = browser.post(where, {"go": "together"}, page=browser.get(where)).location
    browser.close()
    browser.took.clear()

    def walk() -> list[tuple[str, float]]:
        check = browser.answer_all(where, "A few words about it.")
        if not browser.send(check, form):
            raise NotAnswered("not saved")
        if b"It is saved" not in browser.get(f"/me/say/{form}/sent/", kind="sent").body:
            raise NotAnswered("not saved")
        browser.close()
        return browser.took

    return walk


def bare_walk(bare: Site) -> list[tuple[str, float]]:
    browser = Browser(bare.port)
    where = "/1/"
    while where != "/saved/":
        page = browser.get(where, kind="question")
        answer = browser.post(where, bare_filled_in(page), page=page, kind="answer")
        if answer.status != 302:
            raise NotAnswered(str(answer.status))
        where = answer.location
    if b"It is saved" not in browser.get(where, kind="sent").body:
        raise NotAnswered("not saved")
    browser.close()
    return browser.took


def bare_filled_in(page):
    import re

    fields = filled_in(page, "A few words about it.")
    for name in re.findall(rb'<textarea[^>]*? name="([^"]+)"|name="([^"]+)"[^>]*>\s*</textarea', page.body):
        fields[(name[0] or name[1]).decode()] = "A few words about it."
    for name, value in re.findall(rb'<input type="(?:radio|checkbox)" name="([^"]+)" value="([^"]+)"', page.body):
        fields.setdefault(name.decode(), value.decode())
    return fields


def measure_sends(
    report: Report, site: Site, bare: Site, *, eight: Iterator[str], three: Iterator[str], rounds: int, walks: int
) -> None:
    before = memory_of(site)
    found: dict[str, list[Round]] = {"bare": [], "together": [], "three": [], "eight": []}
    code_step: list[float] = []
    for _ in range(rounds):
        found["bare"].append(flows(bare, [lambda: bare_walk(bare)] * walks * 2))
        for name, codes, form in (
            ("together", eight, "before"),
            ("three", three, "consultation"),
            ("eight", eight, "before"),
        ):
            ready = [our_walk(site, next(codes), form, together=name == "together") for _ in range(walks)]
            found[name].append(flows(site, ready))
    for _ in range(8):
        began = time.perf_counter()
        Browser(site.port).fetch("GET", "/")
        plain = time.perf_counter() - began
        browser = Browser(site.port)
        browser.type_code(next(three))
        code_step.append(next(took for kind, took in browser.took if kind == "code") - plain)
    _tell(report, found, code_step)
    after = memory_of(site)
    report.add(
        figure(
            "G11",
            "memory of 2 workers after the load (PSS); before it in brackets",
            [after],
            unit="MiB",
            goal=250,
            sense="<=",
            note=f"[{before:.0f}]; the goal is 1.3 × 192",
        ),
    )
    report.rounds["sends"] = {name: [_without_took(each) for each in rounds_] for name, rounds_ in found.items()}


def _without_took(each: Round) -> dict[str, float]:
    return {"done": each.done, "seconds": each.seconds, "cpu": each.cpu, "own": each.own, "errors": each.errors}


def _requests(each: Round, *, by: str) -> float:
    return len(each.took) / getattr(each, by)


def _tell(report: Report, found: dict[str, list[Round]], code_step: list[float]) -> None:
    def sent(name: str, by: str) -> list[float]:
        return [getattr(a, by) / getattr(b, by) for a, b in zip(found[name], found["bare"], strict=True)]

    def asked(name: str, by: str) -> list[float]:
        pairs = zip(found[name], found["bare"], strict=True)
        return [_requests(a, by=by) / _requests(b, by=by) for a, b in pairs]

    rates = {name: f"{statistics.median(each.rate for each in rounds):.1f}/s" for name, rounds in found.items()}
    eight, bare = len(found["eight"][0].took), len(found["bare"][0].took)
    each_eight, each_bare = eight / max(1, found["eight"][0].done), bare / max(1, found["bare"][0].done)
    report.add(
        figure(
            "G2",
            "sent /s, 8 questions a few on a page, check and thanks / bare 3 pages (8 questions)",
            sent("together", "rate"),
            goal=0.6,
            note=f"{rates['together']} of {rates['bare']}",
        ),
        figure("G2", "  the same by the server's CPU time", sent("together", "work")),
        figure("G2", "  the same per request, by CPU time", asked("together", "cpu")),
        figure(
            "G2",
            "per request of the send, 8 questions one a screen / bare 3 pages of stock forms",
            asked("eight", "seconds"),
            goal=0.6,
            note=f"{each_eight:.0f} requests for one, bare {each_bare:.0f}",
        ),
        figure("G2", "  the same by the server's CPU time", asked("eight", "cpu")),
        figure(
            "G2",
            "sent /s, 3 questions on 3 pages, check and thanks / bare 3 pages (8 questions)",
            sent("three", "rate"),
            goal=0.6,
            note=f"{rates['three']} of {rates['bare']}",
        ),
        figure("G2", "  the same by the server's CPU time", sent("three", "work")),
        figure(
            "G2",
            "sent /s, 8 questions one a screen / bare 3 pages",
            sent("eight", "rate"),
            note=f"{rates['eight']} of {rates['bare']}",
        ),
        figure(
            "–",
            "the code step beyond a plain page, by the clock",
            [each * 1000 for each in code_step],
            unit="ms",
        ),
    )
    errors = sum(each.errors for rounds in found.values() for each in rounds)
    report.add(figure("G4", "errors at 8 clients", [errors], unit="", goal=0, sense="<="))
    for kind in TAIL_OF:
        took = sorted(seconds for each in found["eight"] for name, seconds in each.took if name == kind)
        middle, tail = took[len(took) // 2], took[int(len(took) * 0.95)]
        report.add(
            figure(
                "G5",
                f"p95 / p50 of '{kind}' at 8 clients",
                [tail / middle],
                goal=2,
                sense="<=",
                note=f"p50 {middle * 1000:.0f} ms",
            )
        )
    everything = [each for rounds in found.values() for each in rounds]
    report.add(
        figure(
            "–", "loader's share of a core while sending", [each.own / each.seconds for each in everything], unit="core"
        )
    )
