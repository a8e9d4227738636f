"""Made-up data from a seed: nobody in it exists.

>>> people, runs, choices = queue("grouped", 1000, 50, seed=1)
>>> len(people), len(runs)
(1000, 50)
>>> people.columns
['person', 'class', 'deadline', 'waiting_since', 'municipality', 'distance', 'language', 'group']
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mestring._core import Desk, People, synthetic_queue

if TYPE_CHECKING:
    from typing import Literal

    from mestring._core import Frame
    from mestring.typing import IntoFrame

__all__ = ["centre", "queue"]


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


def centre() -> People:
    """Make a small centre: two courses, two runs that take people, and seven people who wait.

    >>> people = centre()
    >>> people
    <People: 7 people, 7 referrals>
    >>> people.desk
    <Desk: 2 target_groups, 2 offers, 2 runs>
    """
    desk = Desk.from_frames(
        {
            "target_groups": {
                "id": ["lung", "heart"],
                "name": ["Lung", "Heart"],
                "name_nb": ["Lunge", "Hjerte"],
                "name_nn": ["Lunge", "Hjarte"],
                "class": ["focus", "large_chronic"],
            },
            "offers": {
                "id": ["LUNG", "HEART"],
                "title": ["Lungeskole", "Hjerteskole på nett"],
                "target_groups": ["lung", "heart"],
                "audience": ["both", "both"],
                "format": ["telephone", "digital_live"],
                "referral": ["no", "no"],
                "reach": ["national", "national"],
            },
            "runs": {
                "id": ["K1", "K2"],
                "offer": ["LUNG", "HEART"],
                "state": ["decided", "decided"],
                "starts": [date(2027, 2, 2), date(2027, 2, 4)],
                "seats": [3, 4],
                "minimum": [None, 1],
            },
        },
        name="Oppdiktet senter",
        as_of=date(2026, 11, 22),
    )
    ids = ["A", "B", "C", "D", "E", "F", "G"]
    tables: dict[str, IntoFrame] = {
        "people": {
            "id": ids,
            "role": ["patient"] * 7,
            "target_groups": ["lung", "lung", "heart", "heart", "lung", "lung", "heart"],
            "digital": [None, None, "yes", "yes", "no", None, None],
        },
        "referrals": {
            "person": ids,
            "offer": ["LUNG", "LUNG", "HEART", "HEART", "LUNG", "LUNG", "HEART"],
            "referred_on": [date(2026, month, 1) for month in (5, 9, 6, 7, 4, 10, 8)],
            "deadline": [None, date(2026, 12, 20), None, None, None, None, None],
        },
    }
    return People.from_frames(desk, tables, seed=1, synthetic=True)
