"""CP-SAT, class by class, on the centres of `plan_instances.py`, beside `timetable_bench`.

    python plan_race.py INSTANCE.json SECONDS [TIMETABLE_BENCH]

One worker, an equal share of SECONDS per class: each class maximises the participants placed while
the classes before it keep what they reached, from the hint of the plan so far. With the path of our
program (`cargo build --release --example timetable_bench`) its lines follow.
"""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from ortools.sat.python import cp_model

CLASSES = range(1, 7)
WEEK = 10


Pattern = tuple[list[int], list[int], list[int]]


def free_leaders(d: dict[str, Any], run: dict[str, Any], slots: list[int]) -> list[int]:
    """Leaders of the topic who work in all slots."""
    return [
        at
        for at, leader in enumerate(d["leaders"])
        if run["topic"] in leader["comp"]
        and leader["max"] >= run["k"]
        and set(slots) <= leader["free"]
    ]


def free_rooms(d: dict[str, Any], run: dict[str, Any], slots: list[int]) -> list[int]:
    """Rooms that are large enough, equipped and not booked; -1 for a run that needs none."""
    if run["dig"]:
        return [-1]
    return [
        at
        for at, room in enumerate(d["rooms"])
        if room["seats"] >= run["n"]
        and room["eq"] & run["eq"] == run["eq"]
        and not set(slots) & d["booked"][at]
    ]


def patterns(d: dict[str, Any], run: dict[str, Any]) -> list[Pattern]:
    """Slots, rooms and leaders of every way to hold the run."""
    found: list[Pattern] = []
    for week in range(run["win"][0], run["win"][1] + 1):
        for half in run["half"]:
            slots = [(week + i * run["per"]) * WEEK + half for i in range(run["k"])]
            if slots[-1] >= d["W"] * WEEK:
                continue
            leaders, rooms = free_leaders(d, run, slots), free_rooms(d, run, slots)
            if leaders and rooms:
                found.append((slots, rooms, leaders))
    return found


class Year:
    """A centre's year as a model of CP-SAT."""

    def __init__(self, d: dict[str, Any]) -> None:
        """Make the variables and everything that has to hold."""
        d["booked"] = [set(slots) for slots in d["blocked"]]
        for leader in d["leaders"]:
            leader["free"] = set(leader["av"])
        self.model = cp_model.CpModel()
        self.held: dict[int, Any] = {}
        self.everything: list[Any] = []
        self.at_once: dict[tuple[str, int, int], list[Any]] = {}
        self.load: list[list[Any]] = [[] for _ in d["leaders"]]
        for run in d["runs"]:
            self.add(run, patterns(d, run))
        for picks in self.at_once.values():
            if len(picks) > 1:
                self.model.add_at_most_one(picks)
        for leader, half_days in zip(d["leaders"], self.load, strict=True):
            self.model.add(sum(half_days) <= leader["max"])
        self.runs = [run for run in d["runs"] if run["id"] in self.held]
        for p in (0, 1):
            cost = sum(self.held[r["id"]] * r["cost"][p] for r in self.runs)
            self.model.add(cost <= d["budget"][p])
        for topic, most in enumerate(d["reps"]):
            needs = [r["id"] for r in self.runs if r["rep"] and r["topic"] == topic]
            self.model.add(sum(self.held[own] for own in needs) <= most)

    def add(self, run: dict[str, Any], ways: list[Pattern]) -> None:
        """Add a run, held in one of the ways or not."""
        if not ways:
            return
        held = self.held[run["id"]] = self.model.new_bool_var("")
        chosen = [self.model.new_bool_var("") for _ in ways]
        self.everything += [held, *chosen]
        self.model.add(sum(chosen) == held)
        for way, (slots, rooms, leaders) in zip(chosen, ways, strict=True):
            for kind, options in (("room", rooms), ("leader", leaders)):
                if options != [-1]:
                    self.pick(run, way, slots, kind, options)

    def pick(
        self, run: dict[str, Any], way: Any, slots: list[int], kind: str, options: list[int]
    ) -> None:
        """Pick one of the options for a way, for all its slots."""
        picks = [way]
        if len(options) > 1:
            picks = [self.model.new_bool_var("") for _ in options]
            self.model.add(sum(picks) == way)
            self.everything += picks
        for option, pick in zip(options, picks, strict=True):
            for slot in slots:
                self.at_once.setdefault((kind, option, slot), []).append(pick)
            if kind == "leader":
                self.load[option].append(pick * run["k"])

    def maximise(self, number: int, seconds: float) -> int | None:
        """Maximise the participants of a class, and keep what was reached; None without a plan."""
        level = sum(self.held[r["id"]] * r["n"] for r in self.runs if r["cls"] == number)
        self.model.maximize(level)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.max_time_in_seconds = seconds
        start = time.process_time()
        status = solver.solve(self.model)
        cpu = time.process_time() - start
        bound = solver.best_objective_bound
        if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            print(f"CP-SAT class {number}: no plan found, bound {bound:.0f}, {cpu:.1f} CPU s")
            return None
        value = round(solver.objective_value)
        known = "proven" if status == cp_model.OPTIMAL else f"bound {bound:.0f}"
        print(f"CP-SAT class {number}: {value} {known}, {cpu:.1f} CPU s", flush=True)
        self.model.add(level >= value)
        self.model.clear_hints()
        for variable in self.everything:
            self.model.add_hint(variable, solver.value(variable))
        return value


def race(d: dict[str, Any], seconds: float) -> None:
    """Solve class by class, and print value, bound and CPU time of each."""
    year, values = Year(d), []
    for number in CLASSES:
        value = year.maximise(number, seconds / len(CLASSES))
        if value is None:
            break
        values.append(value)
    print("CP-SAT", values)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        raise SystemExit(__doc__)
    race(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), float(sys.argv[2]))
    if len(sys.argv) > 3:
        subprocess.run([sys.argv[3], sys.argv[1]], check=True)  # noqa: S603 (our own program)
