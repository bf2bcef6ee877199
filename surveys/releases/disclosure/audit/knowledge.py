"""What one published number tells an attacker who knows the method and how many children stand in the group.

The draw moves a count up or down to a multiple of the base (rule 8), so a count lies less than one base away from what
was drawn. Then the number may have been capped at the shown size, or blunted (rule 9); both lose something, and what
is left is a range of numbers that may have been drawn.
"""

from dataclasses import dataclass

from surveys.releases.disclosure.extremes import HIGH, LOW, blunted
from surveys.releases.disclosure.parameters import Parameters
from surveys.releases.disclosure.rounding import group_size
from surveys.releases.disclosure.tables import Cell


class Doubtful(ValueError):
    """A table that this method can not have made. Nothing is certified with it."""


@dataclass(frozen=True, slots=True)
class Known:
    """Bounds of the true count, and of the number drawn before capping and blunting. All four are included."""

    least: int
    most: int
    drawn_least: int
    drawn_most: int

    def drew_otherwise_than(self, other: "Known") -> bool:
        """The two numbers can not have come from one draw, so not from the same set of children."""
        return self.drawn_most < other.drawn_least or other.drawn_most < self.drawn_least


def what_it_tells(cell: Cell, *, n: int, n_shown: int, rules: Parameters) -> Known:
    """`n`: children in the group. Raises Doubtful for a number that the rules can not have given."""
    if n_shown != group_size(n, base=rules.base):
        raise Doubtful("The shown size is not the size of these children.")
    most_drawn = -(-n // rules.base) * rules.base
    drawn_least, drawn_most = _drawn(cell, n_shown, most_drawn, rules)
    if not 0 <= drawn_least <= drawn_most <= most_drawn or drawn_least % rules.base or drawn_most % rules.base:
        raise Doubtful("No draw gives this number.")
    for drawn in (drawn_least, drawn_most):
        shown = blunted(min(drawn, n_shown), n_shown=n_shown, base=rules.base, extremes_from=rules.extremes_from)
        if (shown.count, shown.extreme) != (cell.count, cell.extreme):
            raise Doubtful("No draw gives this number.")
    reach = rules.base - 1
    return Known(max(0, drawn_least - reach), min(n, drawn_most + reach), drawn_least, drawn_most)


def _drawn(cell: Cell, n_shown: int, most_drawn: int, rules: Parameters) -> tuple[int, int]:
    if cell.extreme == HIGH:
        return cell.count + rules.base, most_drawn
    if cell.extreme == LOW:
        return 0, cell.count - rules.base
    if cell.count == n_shown:
        return cell.count, most_drawn
    return cell.count, cell.count
