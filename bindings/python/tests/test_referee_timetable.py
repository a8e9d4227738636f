"""HiGHS as the referee for timetables: whole numbers, class by class, nothing of our engine.

The engine that places runs has no door in Python, so `examples/timetable_referee.rs` prints
settings and what it made of them.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections import defaultdict
from pathlib import Path
from typing import TypedDict

import highspy  # pyright: ignore[reportMissingTypeStubs]
import numpy as np
import pytest

ROOT = Path(__file__).parents[3]
SETTINGS = 40


class Resource(TypedDict):
    """What one run at a time can use, and the sum from which each used slot draws one."""

    free: list[int]
    draws: int | None


class Pattern(TypedDict):
    """A way to hold a run: its slots, and for each need the resources that would do."""

    slots: list[int]
    needs: list[list[int]]


class Run(TypedDict):
    """What asks for a place; `draws` are sums and amounts."""

    priority: int
    value: int
    draws: list[tuple[int, int]]
    patterns: list[Pattern]


class Level(TypedDict):
    """What a class reached, and whether our engine says that nothing is better."""

    priority: int
    value: int
    proven: bool


class Setting(TypedDict):
    """A setting, and its levels by our engine."""

    slots: int
    resources: list[Resource]
    sums: list[int]
    runs: list[Run]
    levels: list[Level]


class Model:
    """Choices of 0 or 1, and rows of them with an upper bound."""

    def __init__(self) -> None:
        """Start without choices and rows."""
        self.choices = 0
        self.rows: list[tuple[float, float, dict[int, float]]] = []

    def choice(self) -> int:
        """Make a choice."""
        self.choices += 1
        return self.choices - 1

    def row(self, lower: float, upper: float, terms: dict[int, float]) -> None:
        """Hold the sum of the terms between two bounds."""
        self.rows.append((lower, upper, terms))

    def maximise(self, gains: dict[int, float]) -> int:
        """Give the largest sum of the gains."""
        highs = highspy.Highs()
        highs.setOptionValue("output_flag", False)  # noqa: FBT003 (the option's value)
        highs.setOptionValue("mip_rel_gap", 0.0)
        # With its presolve 1.15.1 ends one of these with an error: its own answer breaks a row.
        highs.setOptionValue("presolve", "off")
        every = np.arange(self.choices)
        highs.addVars(self.choices, np.zeros(self.choices), np.ones(self.choices))
        costs = np.zeros(self.choices)
        for choice, gain in gains.items():
            costs[choice] = -gain
        highs.changeColsCost(self.choices, every, costs)
        whole = np.array([highspy.HighsVarType.kInteger] * self.choices)
        highs.changeColsIntegrality(self.choices, every, whole)
        for lower, upper, terms in self.rows:
            index = np.array(list(terms), dtype=np.int32)
            highs.addRow(lower, upper, len(index), index, np.array(list(terms.values())))
        highs.run()
        assert highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
        return -round(highs.getObjectiveValue())


class Timetable:
    """What a timetable may be, as a model."""

    def __init__(self, setting: Setting) -> None:
        """Say that no resource is used twice at once, and no sum overdrawn."""
        self.model = Model()
        self.resources = setting["resources"]
        self.users: dict[tuple[int, int], dict[int, float]] = defaultdict(dict)
        self.drawn: list[dict[int, float]] = [defaultdict(float) for _ in setting["sums"]]
        self.held = [self.add(run) for run in setting["runs"]]
        for picks in self.users.values():
            self.model.row(0, 1, picks)
        for limit, amounts in zip(setting["sums"], self.drawn, strict=True):
            self.model.row(0, limit, dict(amounts))

    def add(self, run: Run) -> int:
        """Hold the run in one of its ways, or not; the choice that says which."""
        held = self.model.choice()
        for at, amount in run["draws"]:
            self.drawn[at][held] += amount
        ways: dict[int, float] = {held: -1}
        for pattern in run["patterns"]:
            way = self.model.choice()
            ways[way] = 1
            for need in pattern["needs"]:
                self.pick(way, pattern["slots"], need)
        self.model.row(0, 0, ways)
        return held

    def pick(self, way: int, slots: list[int], need: list[int]) -> None:
        """Pick one of the resources that would do and are free, where the way is chosen."""
        picks: dict[int, float] = {way: -1}
        for option in need:
            resource = self.resources[option]
            if set(slots) <= set(resource["free"]):
                pick = self.model.choice()
                picks[pick] = 1
                for slot in slots:
                    self.users[option, slot][pick] = 1
                if resource["draws"] is not None:
                    self.drawn[resource["draws"]][pick] += len(slots)
        self.model.row(0, 0, picks)


@pytest.fixture(scope="module")
def settings() -> list[Setting]:
    """Give the settings with what our engine made of them."""
    cargo = shutil.which("cargo")
    assert cargo is not None, "the engine that is judged is built with cargo"
    example = ["run", "--quiet", "--package", "mestring", "--example", "timetable_referee"]
    printed = subprocess.run(  # noqa: S603 (our own program)
        [cargo, *example, "--", str(SETTINGS)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    found: list[Setting] = json.loads(printed.stdout)["settings"]
    return found


# Where nothing was built before, the example is.
@pytest.mark.timeout(1800)
def test_the_levels_of_a_timetable_are_those_of_highs(settings: list[Setting]) -> None:
    """Class by class the same most participants, while the classes before keep theirs."""
    assert len(settings) == SETTINGS
    refused = proven = 0
    for setting in settings:
        timetable = Timetable(setting)
        for level in setting["levels"]:
            gains: dict[int, float] = {
                own: run["value"]
                for own, run in zip(timetable.held, setting["runs"], strict=True)
                if run["priority"] == level["priority"]
            }
            assert timetable.model.maximise(gains) == level["value"]
            timetable.model.row(level["value"], highspy.kHighsInf, gains)
            refused += level["value"] < sum(gains.values())
            proven += level["proven"]
    # Neither empty nor trivial: most classes have runs without a place, and most are proven.
    assert refused > SETTINGS
    assert proven > 2 * SETTINGS
