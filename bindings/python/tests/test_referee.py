"""Another solver as the referee: HiGHS, which knows nothing of levels, auctions or paths."""

from __future__ import annotations

from typing import TYPE_CHECKING

import highspy  # pyright: ignore[reportMissingTypeStubs]
import numpy as np
import pytest

import mestring
from mestring import synthetic

if TYPE_CHECKING:
    from typing import Literal

    from mestring import Frame
    from mestring.typing import Values

# A class weighs more than any chain of moves within it costs.
CLASS_WEIGHT = 100_000


def value(classes: list[int], assignment: mestring.Assignment) -> int:
    """Give what is minimised: a weight for each person left out, more for early classes; cost."""
    served = assignment.objective
    left = sum(
        (6 - number) * (classes.count(number) - placed)
        for number, (placed, _) in served["classes"].items()
    )
    return left * CLASS_WEIGHT + served["cost"]


def highs(classes: list[int], runs: Frame, choices: Frame, minimum: list[int] | None) -> int:
    """Minimise the same; with minimum groups a run is held or not, which takes whole numbers."""
    people, held = len(classes), len(runs)
    person, run, cost = (choices.column(name) for name in ("person", "run", "cost"))
    pairs = len(person)
    model = highspy.Highs()
    model.setOptionValue("output_flag", False)  # noqa: FBT003 (the option's value)
    model.setOptionValue("mip_rel_gap", 0.0)
    total = pairs + people + (held if minimum else 0)
    model.addVars(total, np.zeros(total), np.ones(total))
    weights = [(6 - number) * CLASS_WEIGHT for number in classes]
    costs = np.array([*cost, *weights, *([0] * (total - pairs - people))], dtype=float)
    model.changeColsCost(total, np.arange(total), costs)
    for number in range(people):
        own = [pair for pair in range(pairs) if person[pair] == number]
        index = np.array([*own, pairs + number], dtype=np.int32)
        model.addRow(1, 1, len(index), index, np.ones(len(index)))
    for number, seats in enumerate(runs.column("seats")):
        own = np.array([pair for pair in range(pairs) if run[pair] == number], dtype=np.int32)
        model.addRow(0, seats, len(own), own, np.ones(len(own)))
        if minimum:
            index = np.array([*own, pairs + people + number], dtype=np.int32)
            for lower, upper, bound in (
                (0, highspy.kHighsInf, minimum[number]),
                (-highspy.kHighsInf, 0, seats),
            ):
                values = np.array([1.0] * len(own) + [-float(bound)])
                model.addRow(lower, upper, len(index), index, values)
    if minimum:
        whole = [highspy.HighsVarType.kInteger] * total
        model.changeColsIntegrality(total, np.arange(total), np.array(whole))
    model.run()
    assert model.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return round(model.getObjectiveValue())


@pytest.mark.parametrize("shape", ["grouped", "grouped_with_digital", "mixed"])
@pytest.mark.parametrize("seed", [1, 2])
def test_the_optimum_is_that_of_highs(
    shape: Literal["grouped", "grouped_with_digital", "mixed"], seed: int
) -> None:
    """The same people by class, and the same cost."""
    people, runs, choices = synthetic.queue(shape, 300, 30, seed=seed)
    classes: list[int] = people.column("class")
    assignment = mestring.assign(people, runs, choices, within_class="cost")
    assert assignment.objective["served"] < len(people)
    assert value(classes, assignment) == highs(classes, runs, choices, None)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_runs_that_are_held_are_those_of_highs(seed: int) -> None:
    """Whole numbers: which runs reach their minimum group."""
    people, runs, choices = synthetic.queue("mixed", 40, 8, seed=seed)
    classes: list[int] = people.column("class")
    # More seats than people, and groups that cannot all be reached.
    seats: list[int] = [own + 4 for own in runs.column("seats")]
    minimum = [max(own - 2, 1) for own in seats]
    given: dict[str, Values] = {"run": runs.column("run"), "seats": seats, "minimum": minimum}
    assignment = mestring.assign(people, given, choices, within_class="cost")
    assert len(assignment.cancelled) > 0
    assert assignment.cancellations == "proven"
    assert value(classes, assignment) == highs(classes, mestring.Frame(given), choices, minimum)
