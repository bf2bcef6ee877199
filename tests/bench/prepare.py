"""What a measured site holds before it is served, and what is asked of it afterwards."""

import json
import sys

import django

django.setup()

from django.utils import timezone  # noqa: E402  Django has to be set up first


def main(what: str, count: str = "0") -> object:
    if what == "leaflets":
        from home.demo.people import make_council
        from participation.leaflets.domain.starter import load_starter

        make_council(now=timezone.now())  # a page goes live only where the help numbers are known
        load_starter(now=timezone.now())
        return None
    if what == "kdf":
        return _cost_of_a_code()
    if what == "stored":
        from surveys.responses.models import Response

        return Response.objects.count()
    from tests.bench.__main__ import THREE
    from tests.factories.questionnaires import published
    from tests.factories.responses import issued
    from tests.promises.ready_cards import ready_cards

    many = int(count)
    version = published(form="consultation", named=False, length="", asked=THREE)
    three = [issued(version=version, kind="consultation").code for _ in range(many)]
    return {"three": three, "eight": ready_cards(many, children_a_meeting=50)}


def _cost_of_a_code(times: int = 15) -> float:
    """Milliseconds of CPU for the key derivation of one code, with the cost that the site uses."""
    import statistics
    import time

    from surveys.responses.codes import slow_digest

    took = []
    for number in range(times):
        began = time.process_time()
        slow_digest(f"code {number}")
        took.append((time.process_time() - began) * 1000)
    return statistics.median(took)


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:])))  # noqa: T201  told on the standard output
