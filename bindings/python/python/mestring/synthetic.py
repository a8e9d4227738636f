"""Made-up data from a seed: nobody in it exists.

>>> people, runs, choices = queue("grouped", 1000, 50, seed=1)
>>> len(people), len(runs)
(1000, 50)
>>> people.columns
['person', 'class', 'deadline', 'waiting_since', 'municipality', 'distance', 'language', 'group']
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mestring._core import synthetic_queue

if TYPE_CHECKING:
    from typing import Literal

    from mestring._core import Frame

__all__ = ["queue"]


def queue(
    shape: Literal["grouped", "grouped_with_digital", "mixed"],
    people: int,
    runs: int,
    *,
    seed: int,
) -> tuple[Frame, Frame, Frame]:
    """Make people who wait, runs with seats for nine of ten of them, and choices.

    `shape` is `grouped` (each person chooses among the runs of one target group, by travel,
    format, language and time), `grouped_with_digital` (the same, and 20 digital runs are open to
    all) or `mixed` (each person chooses 5 to 20 runs of all, at costs that say nothing). The same
    seed makes the same frames.

    >>> import mestring
    >>> mestring.assign(*queue("mixed", 200, 10, seed=3), seed=1).objective["served"] > 100
    True
    """
    return synthetic_queue(shape, people, runs, seed)
