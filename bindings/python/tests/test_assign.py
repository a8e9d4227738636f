"""People to runs, as a researcher calls it."""

from __future__ import annotations

import datetime
import itertools
import threading
from typing import TYPE_CHECKING

import polars
import pytest

import mestring
from mestring import AssignError, FrameError, synthetic

if TYPE_CHECKING:
    from mestring.typing import IntoFrame, Values

PEOPLE: dict[str, Values] = {"person": ["a", "b", "c"], "class": [1, 2, 2]}
RUNS: dict[str, Values] = {"run": ["X", "Y"], "seats": [1, 1]}
CHOICES: dict[str, Values] = {
    "person": ["a", "a", "b", "c"],
    "run": ["X", "Y", "X", "X"],
    "cost": [0, 30, 5, 0],
}


def test_any_frame_and_any_kind_of_id_gives_the_same_places() -> None:
    """Frames of other packages, whole numbers as ids, decimals without a fraction as classes."""
    texts = mestring.assign(PEOPLE, RUNS, CHOICES).placements.to_dict()
    assert texts == {"person": ["a", "c"], "run": ["Y", "X"], "cost": [30, 0]}
    of_polars = mestring.assign(
        polars.DataFrame(PEOPLE), polars.DataFrame(RUNS), polars.DataFrame(CHOICES)
    )
    assert of_polars.placements.to_dict() == texts
    people = polars.DataFrame({"person": [1, 2, 3], "class": [1.0, 2.0, 2.0]})
    runs = {"run": [7, 8], "seats": [1, 1]}
    choices = {"person": [1, 1, 2, 3], "run": [7, 8, 7, 7], "cost": [0, 30, 5, 0]}
    numbers = mestring.assign(people, runs, choices).placements.to_dict()
    assert numbers == {"person": [1, 3], "run": [8, 7], "cost": [30, 0]}


def test_the_fair_order_decides_who_and_cost_only_where() -> None:
    """A deadline, then a longer wait, then the draw; never the preference cost."""
    names = ["late", "due", "long", "short"]
    people: dict[str, Values] = {
        "person": names,
        "class": [1, 1, 1, 1],
        "deadline": [datetime.date(2027, 1, 1), datetime.date(2026, 12, 1), None, None],
        "waiting_since": [None, None, datetime.date(2026, 1, 1), datetime.date(2026, 6, 1)],
    }
    choices: dict[str, Values] = {"person": names, "run": ["X"] * 4, "cost": [9, 8, 7, 0]}
    for seats, served in [(1, {"due"}), (2, {"due", "late"}), (3, {"due", "late", "long"})]:
        assignment = mestring.assign(people, {"run": ["X"], "seats": [seats]}, choices)
        assert set(assignment.placements.column("person")) == served
    by_cost = mestring.assign(people, {"run": ["X"], "seats": [1]}, choices, within_class="cost")
    assert by_cost.placements.column("person") == ["short"]
    assert by_cost.tied == 4


def test_a_draw_depends_on_the_seed_and_the_ids_alone() -> None:
    """Neither the order of the rows nor the number of threads changes who is drawn."""
    ids = [f"p{number}" for number in range(40)]
    drawn: list[tuple[int, frozenset[str]]] = []
    for seed, turned, threads in itertools.product([1, 2], [False, True], [1, 3]):
        order = list(reversed(ids)) if turned else ids
        people = {"person": order, "class": [1] * 40}
        choices = {"person": order, "run": ["X"] * 40, "cost": [0] * 40}
        runs = {"run": ["X"], "seats": [10]}
        got = mestring.assign(people, runs, choices, seed=seed, threads=threads)
        drawn.append((seed, frozenset(got.placements.column("person"))))
        assert got.tied == 0
    assert len(set(drawn)) == 2


def test_a_made_up_queue_is_proven_and_its_changes_too() -> None:
    """The certificate holds, and what one more seat is worth is what it gives."""
    people, runs, choices = synthetic.queue("grouped", 3000, 60, seed=4)
    assignment = mestring.assign(people, runs, choices, seed=1)
    assert assignment.check() == {"people": 3000, "choices": len(choices), "gap": (0, 0)}
    assert assignment.certificate.columns == ["run", "standing", "cost"]
    before = assignment.objective
    assert before["served"] == len(assignment.placements)
    assert len(assignment.placements) + len(assignment.unplaced) == 3000
    prices = assignment.prices
    worth = dict(
        zip(
            prices.column("run"),
            zip(prices.column("class"), prices.column("cost"), strict=True),
            strict=True,
        )
    )
    wanted = next(run for run, (own, _) in worth.items() if own is not None)
    moved = assignment.add_seats(wanted)
    after = assignment.objective
    serves, saves = worth[wanted]
    assert after["classes"][serves][0] == before["classes"][serves][0] + 1
    assert after["cost"] == before["cost"] - saves
    assert moved.columns == ["person", "from", "to"]
    assert moved.column("from").count(None) == 1
    back = assignment.remove_seats(wanted)
    assert back.column("to").count(None) == 1
    assert assignment.objective == before
    assignment.remove_person(0)
    assignment.add_person(5000, 1, {0: 3, 1: 4}, waiting_since=datetime.date(2020, 1, 1))
    assert assignment.check()["people"] == 3000


@pytest.mark.parametrize(
    ("people", "runs", "choices", "where", "code"),
    [
        ({"person": ["a"]}, RUNS, CHOICES, "people, column `class`", "F003"),
        ({"person": ["a"], "class": [0]}, RUNS, CHOICES, "people, column `class`, row 0", "F017"),
        ({"person": [None], "class": [1]}, RUNS, CHOICES, "people, column `person`, row 0", "F016"),
        (PEOPLE, {"run": ["X"], "seats": [-1]}, CHOICES, "runs, column `seats`, row 0", "F017"),
        (PEOPLE, {"run": ["X"], "seats": [1]}, CHOICES, "choices, column `run`, row 1", "F018"),
        (
            PEOPLE,
            RUNS,
            {"person": ["secret"], "run": ["X"], "cost": [1]},
            "choices, column `person`, row 0",
            "F018",
        ),
        (
            PEOPLE,
            RUNS,
            {"person": ["a"], "run": ["X"], "cost": [0.5]},
            "choices, column `cost`, row 0",
            "F005",
        ),
        (
            {**PEOPLE, "deadline": ["soon", None, None]},
            RUNS,
            CHOICES,
            "people, column `deadline`, row 0",
            "F005",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_place_and_nobodys_id(
    people: IntoFrame,
    runs: IntoFrame,
    choices: IntoFrame,
    where: str,
    code: str,
) -> None:
    """Errors say frame, column and row."""
    with pytest.raises(FrameError) as raised:
        mestring.assign(people, runs, choices)
    assert (raised.value.where, raised.value.code) == (where, code)
    assert raised.value.help
    assert "secret" not in str(raised.value)


def test_what_does_not_fit_together_is_an_assign_error() -> None:
    """Twice the same choice, a run that is not there, a person who is."""
    twice = {"person": ["a", "a"], "run": ["X", "X"], "cost": [1, 2]}
    with pytest.raises(AssignError, match="A006"):
        mestring.assign(PEOPLE, RUNS, twice)
    assignment = mestring.assign(PEOPLE, RUNS, CHOICES)
    with pytest.raises(AssignError, match="A005: no run has the id `Z`"):
        assignment.add_seats("Z")
    with pytest.raises(AssignError, match="A009"):
        assignment.remove_seats("X", 2)
    with pytest.raises(AssignError, match="A001"):
        assignment.add_person("a", 1, {})
    with pytest.raises(AssignError, match="A010"):
        assignment.remove_person("z")
    with pytest.raises(ValueError, match="did you mean `fair_order`"):
        mestring.assign(PEOPLE, RUNS, CHOICES, within_class="fair_ordr")


def test_progress_is_told_and_an_exception_stops_the_work() -> None:
    """The exception comes out as it was raised."""
    frames = synthetic.queue("grouped", 20_000, 100, seed=1)
    told: list[str] = []

    def note(step: str, done: int, of: int) -> None:
        assert 0 <= done <= of
        told.append(step)

    mestring.assign(*frames, on_progress=note)
    assert {"order", "cost", "prices"} <= set(told)

    def stop(step: str, done: int, of: int) -> None:
        if step == "cost":
            raise InterruptedError(step, done, of)

    with pytest.raises(InterruptedError, match="cost"):
        mestring.assign(*frames, on_progress=stop)


def test_one_assignment_may_be_asked_from_many_threads() -> None:
    """Changes come one after the other."""
    people, runs, choices = synthetic.queue("mixed", 2000, 40, seed=2)
    assignment = mestring.assign(people, runs, choices, seed=9)
    before = assignment.objective

    def change(run: int) -> None:
        for _ in range(5):
            assignment.add_seats(run)
            assignment.remove_seats(run)

    threads = [threading.Thread(target=change, args=(run,)) for run in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert assignment.objective == before
    assert assignment.check()["gap"] == (0, 0)


def test_no_person_stands_in_what_an_assignment_prints_of_itself() -> None:
    """Counts alone."""
    shown = repr(mestring.assign(PEOPLE, RUNS, CHOICES))
    assert shown == "<Assignment: 2 of 3 people have a place, cost 30>"


def test_of_two_who_are_equal_the_patient_stands_before_the_relative() -> None:
    """As a column of the people, and for somebody who is added."""
    people: dict[str, Values] = {"person": ["a", "b"], "class": [1, 1], "relative": [True, None]}
    choices: dict[str, Values] = {"person": ["a", "b"], "run": ["X", "X"], "cost": [0, 9]}
    runs: dict[str, Values] = {"run": ["X"], "seats": [1]}
    assignment = mestring.assign(people, runs, choices)
    assert assignment.placements.column("person") == ["b"]
    assert assignment.add_person("c", 1, {"X": 0}, relative=True).column("person") == []
    assert assignment.placements.column("person") == ["b"]
    assert assignment.add_person("d", 1, {"X": 0}).to_dict()["to"] == [None, "X"]


def test_a_group_that_is_too_small_is_cancelled_and_who_has_a_place_keeps_one() -> None:
    """Minimum groups count those who are expected to come."""
    people: dict[str, Values] = {
        "person": ["a", "b", "c"],
        "class": [1, 1, 2],
        "holds": [None, None, "Y"],
        "move_cost": [None, None, 10],
    }
    choices: dict[str, Values] = {
        "person": ["a", "b", "c", "c"],
        "run": ["X", "X", "Y", "X"],
        "cost": [0, 0, 0, 5],
    }
    runs: dict[str, Values] = {
        "run": ["X", "Y"],
        "seats": [3, 3],
        "minimum": [3, None],
        "no_show": [0.0, None],
    }
    moved = mestring.assign(people, runs, choices)
    assert moved.cancelled.column("run") == []
    assert moved.placements.column("run") == ["X", "X", "X"]
    assert moved.placements.column("cost") == [0, 0, 15]
    few = mestring.assign(people, {**runs, "no_show": [0.3, None]}, choices)
    assert few.cancelled.column("run") == ["X"]
    assert few.placements.column("person") == ["c"]
    assert (few.cancellations, few.check()["gap"]) == ("proven", (0, 0))
    with pytest.raises(AssignError, match="A014"):
        few.add_seats("X")
    with pytest.raises(FrameError, match="below 1"):
        mestring.assign(people, {**runs, "no_show": [1.0, None]}, choices)
