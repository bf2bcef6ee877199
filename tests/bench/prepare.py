"""What a measured site holds before it is served. Cards are made with cheap codes only where their code is not typed."""

import json
import sys

import django

django.setup()

from django.utils import timezone  # noqa: E402


def main(what: str, count: str = "0") -> object:
    if what == "leaflets":
        from participation.leaflets.domain.starter import load_starter

        load_starter(now=timezone.now())
        return None
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


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:])))  # noqa: T201
