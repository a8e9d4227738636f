"""CP-SAT or HiGHS, class by class, on the centres of `plan_instances.py`, beside `timetable_bench`.

    python plan_race.py [--highs] INSTANCE.json SECONDS [TIMETABLE_BENCH]

One worker, an equal share of SECONDS per class: each class maximises the participants placed while
the classes before it keep what they reached. CP-SAT starts from the hint of the plan so far. With
the path of our program (`cargo build --release --example timetable_bench`) its lines follow.
"""

import importlib
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

# Only the solver that runs is loaded: OR-Tools carries a HiGHS of its own, and both in one process
# do not start.
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


# The best value found, if any, the bound, and whether the value is proven.
Answer = tuple[int | None, float, bool]


class CpSat:
    """A model of CP-SAT."""

    name = "CP-SAT"

    def __init__(self) -> None:
        """Start without choices."""
        self.api = importlib.import_module("ortools.sat.python.cp_model")
        self.model = self.api.CpModel()
        self.choices: list[Any] = []

    def choice(self) -> Any:
        """Make a choice of 0 or 1."""
        self.choices.append(self.model.new_bool_var(""))
        return self.choices[-1]

    def add(self, constraint: Any) -> None:
        """Add what has to hold."""
        self.model.add(constraint)

    def once(self, picks: list[Any]) -> None:
        """Let at most one of them be 1."""
        self.model.add_at_most_one(picks)

    def maximise(self, level: Any, seconds: float) -> Answer:
        """Maximise, and start the next time from what was found."""
        self.model.maximize(level)
        solver = self.api.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.max_time_in_seconds = seconds
        status = solver.solve(self.model)
        if status not in {self.api.OPTIMAL, self.api.FEASIBLE}:
            return None, solver.best_objective_bound, False
        self.model.clear_hints()
        for choice in self.choices:
            self.model.add_hint(choice, solver.value(choice))
        value = round(solver.objective_value)
        return value, solver.best_objective_bound, status == self.api.OPTIMAL


class Highs:
    """A model of HiGHS."""

    name = "HiGHS"

    def __init__(self) -> None:
        """Start without choices."""
        self.api = importlib.import_module("highspy")
        self.model = self.api.Highs()
        self.model.silent()
        self.model.setOptionValue("threads", 1)
        self.model.setOptionValue("mip_rel_gap", 0.0)

    def choice(self) -> Any:
        """Make a choice of 0 or 1."""
        return self.model.addBinary()

    def add(self, constraint: Any) -> None:
        """Add what has to hold; a sum of nothing is a truth and no constraint."""
        if constraint is not True:
            self.model.addConstr(constraint)

    def once(self, picks: list[Any]) -> None:
        """Let at most one of them be 1."""
        self.add(self.model.qsum(picks) <= 1)

    def maximise(self, level: Any, seconds: float) -> Answer:
        """Maximise; the solver's clock runs on from one time to the next."""
        self.model.setOptionValue("time_limit", self.model.getRunTime() + seconds)
        self.model.maximize(level)
        info = self.model.getInfo()
        if info.primal_solution_status != self.api.SolutionStatus.kSolutionStatusFeasible:
            return None, info.mip_dual_bound, False
        proven = self.model.getModelStatus() == self.api.HighsModelStatus.kOptimal
        return round(info.objective_function_value), info.mip_dual_bound, proven


class Year:
    """A centre's year as a model of a solver."""

    def __init__(self, d: dict[str, Any], solver: CpSat | Highs) -> None:
        """Make the variables and everything that has to hold."""
        d["booked"] = [set(slots) for slots in d["blocked"]]
        for leader in d["leaders"]:
            leader["free"] = set(leader["av"])
        self.solver = solver
        self.held: dict[int, Any] = {}
        self.at_once: dict[tuple[str, int, int], list[Any]] = {}
        self.load: list[list[Any]] = [[] for _ in d["leaders"]]
        for run in d["runs"]:
            self.add(run, patterns(d, run))
        for picks in self.at_once.values():
            if len(picks) > 1:
                self.solver.once(picks)
        for leader, half_days in zip(d["leaders"], self.load, strict=True):
            self.solver.add(sum(half_days) <= leader["max"])
        self.runs = [run for run in d["runs"] if run["id"] in self.held]
        for p in (0, 1):
            cost = sum(self.held[r["id"]] * r["cost"][p] for r in self.runs)
            self.solver.add(cost <= d["budget"][p])
        for topic, most in enumerate(d["reps"]):
            needs = [r["id"] for r in self.runs if r["rep"] and r["topic"] == topic]
            self.solver.add(sum(self.held[own] for own in needs) <= most)

    def add(self, run: dict[str, Any], ways: list[Pattern]) -> None:
        """Add a run, held in one of the ways or not."""
        if not ways:
            return
        held = self.held[run["id"]] = self.solver.choice()
        chosen = [self.solver.choice() for _ in ways]
        self.solver.add(sum(chosen) == held)
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
            picks = [self.solver.choice() for _ in options]
            self.solver.add(sum(picks) == way)
        for option, pick in zip(options, picks, strict=True):
            for slot in slots:
                self.at_once.setdefault((kind, option, slot), []).append(pick)
            if kind == "leader":
                self.load[option].append(pick * run["k"])

    def maximise(self, number: int, seconds: float) -> int | None:
        """Maximise the participants of a class, and keep what was reached; None without a plan."""
        level = sum(self.held[r["id"]] * r["n"] for r in self.runs if r["cls"] == number)
        start = time.process_time()
        value, bound, proven = self.solver.maximise(level, seconds)
        cpu = time.process_time() - start
        said = f"{self.solver.name} class {number}:"
        if value is None:
            print(f"{said} no plan found, bound {bound:.0f}, {cpu:.1f} CPU s")
            return None
        known = "proven" if proven else f"bound {bound:.0f}"
        print(f"{said} {value} {known}, {cpu:.1f} CPU s", flush=True)
        self.solver.add(level >= value)
        return value


def race(d: dict[str, Any], seconds: float, solver: CpSat | Highs) -> None:
    """Solve class by class, and print value, bound and CPU time of each."""
    year, values = Year(d, solver), []
    for number in CLASSES:
        value = year.maximise(number, seconds / len(CLASSES))
        if value is None:
            break
        values.append(value)
    print(solver.name, values)


if __name__ == "__main__":
    arguments = [own for own in sys.argv[1:] if own != "--highs"]
    if len(arguments) < 2:
        raise SystemExit(__doc__)
    centre = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    race(centre, float(arguments[1]), Highs() if "--highs" in sys.argv else CpSat())
    if len(arguments) > 2:
        subprocess.run([arguments[2], arguments[0]], check=True)  # noqa: S603 (our own program)
