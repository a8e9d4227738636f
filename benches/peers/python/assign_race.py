"""Races `mestring.assign` against other ways to assign people to runs, in one process, by turns.

`python assign_race.py` runs 10,000 x 200 and 100,000 x 2,000; `--million` adds the grouped
1,000,000 x 2,000, `--slow` networkx and matching at 10,000. Times are CPU time of the process and
include making the model from columns in memory; every optimum is compared before a time counts.
"""

from __future__ import annotations

import argparse
import gc
import resource
import statistics
import time
from typing import TYPE_CHECKING, NamedTuple

import mestring
import networkx as nx
import numpy as np
from matching.games import HospitalResident
from mestring import synthetic
from ortools.graph.python import min_cost_flow

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Whole = NDArray[np.int64]

CLASSES = 5
# A whole class more than any chain of moves costs: 2,000 runs, twice, at 999 each.
CLASS_WEIGHT = 4_000_000
CHANGES = 1000


class Queue(NamedTuple):
    """A queue as frames for us and as columns for others."""

    frames: tuple[mestring.Frame, mestring.Frame, mestring.Frame]
    classes: Whole
    seats: Whole
    person: Whole
    run: Whole
    cost: Whole

    def value(self, served: dict[int, int], cost: int) -> int:
        """Put served people and cost into the one number that a flow minimises."""
        people = {c: int((self.classes == c).sum()) for c in range(1, CLASSES + 1)}
        left = sum((CLASSES + 1 - c) * (people[c] - served.get(c, 0)) for c in people)
        return left * CLASS_WEIGHT + cost


def queue(shape: synthetic.Shape, people: int, runs: int, seed: int) -> Queue:
    frames = synthetic.queue(shape, people, runs, seed=seed)
    column = lambda frame, name: np.array(frame.column(name), dtype=np.int64)  # noqa: E731
    return Queue(
        frames,
        column(frames[0], "class"),
        column(frames[1], "seats"),
        *(column(frames[2], name) for name in ("person", "run", "cost")),
    )


def ours(given: Queue, threads: int = 1) -> tuple[int, mestring.Assignment]:
    assignment = mestring.assign(*given.frames, within_class="cost", threads=threads)
    reached = assignment.objective
    served = {number: own[0] for number, own in reached["classes"].items()}
    return given.value(served, reached["cost"]), assignment


def or_tools(given: Queue) -> int:
    people, runs = len(given.classes), len(given.seats)
    sink = people + runs
    everybody = np.arange(people)
    flow = min_cost_flow.SimpleMinCostFlow()
    flow.add_arcs_with_capacity_and_unit_cost(
        np.concatenate([given.person, everybody, people + np.arange(runs)]),
        np.concatenate([people + given.run, np.full(people, sink), np.full(runs, sink)]),
        np.concatenate([np.ones(len(given.run) + people, np.int64), given.seats]),
        np.concatenate(
            [
                given.cost,
                (CLASSES + 1 - given.classes) * CLASS_WEIGHT,
                np.zeros(runs, np.int64),
            ]
        ),
    )
    flow.set_nodes_supplies(
        np.concatenate([everybody, [sink]]),
        np.concatenate([np.ones(people, np.int64), [-people]]),
    )
    if flow.solve() != flow.OPTIMAL:
        message = "OR-Tools found no optimum"
        raise RuntimeError(message)
    return flow.optimal_cost()


def network_x(given: Queue) -> int:
    graph = nx.DiGraph()
    for person, number in enumerate(given.classes.tolist()):
        graph.add_node(("person", person), demand=-1)
        graph.add_edge(
            ("person", person), "sink", capacity=1, weight=(CLASSES + 1 - number) * CLASS_WEIGHT
        )
    for run, seats in enumerate(given.seats.tolist()):
        graph.add_edge(("run", run), "sink", capacity=seats, weight=0)
    for person, run, cost in zip(
        given.person.tolist(), given.run.tolist(), given.cost.tolist(), strict=True
    ):
        graph.add_edge(("person", person), ("run", run), capacity=1, weight=cost)
    graph.add_node("sink", demand=len(given.classes))
    return int(nx.network_simplex(graph)[0])


def matching_package(given: Queue) -> int:
    """Find a stable matching, which is no optimum, so that its value is not compared."""
    wishes: dict[int, list[tuple[int, int]]] = {}
    for person, run, cost in zip(
        given.person.tolist(), given.run.tolist(), given.cost.tolist(), strict=True
    ):
        wishes.setdefault(person, []).append((cost, run))
    residents = {person: [run for _, run in sorted(own)] for person, own in wishes.items()}
    order = np.argsort(given.classes, kind="stable").tolist()
    wanted: dict[int, list[int]] = {run: [] for run in range(len(given.seats))}
    for person in order:
        for run in residents.get(person, []):
            wanted[run].append(person)
    seats = {run: int(own) for run, own in enumerate(given.seats) if wanted[run]}
    wanted = {run: own for run, own in wanted.items() if own}
    game = HospitalResident.create_from_dictionaries(residents, wanted, seats)
    matched = game.solve()
    return sum(len(own) for own in matched.values())


def timed(work: Callable[[], int]) -> tuple[float, int]:
    gc.collect()
    start = time.process_time()
    value = work()
    return time.process_time() - start, value


def race(shape: synthetic.Shape, people: int, runs: int, seeds: range) -> None:
    own, theirs = [], []
    for seed in seeds:
        given = queue(shape, people, runs, seed)
        seconds, value = timed(lambda given=given: ours(given)[0])
        own.append(seconds)
        assignment = ours(given)[1]
        if assignment.check()["gap"] != (0, 0):
            message = "the certificate does not hold"
            raise RuntimeError(message)
        seconds, other = timed(lambda given=given: or_tools(given))
        theirs.append(seconds)
        if value != other:
            message = f"{shape} {people} seed {seed}: {value} and {other}"
            raise RuntimeError(message)
    ratio = statistics.median(theirs) / statistics.median(own)
    line = f"{shape:21} {people:>9,} x {runs:>5,}  {spread(own)}"
    print(f"{line}  OR-Tools {spread(theirs)}  {ratio:5.1f} times", flush=True)


def spread(seconds: list[float]) -> str:
    return f"{statistics.median(seconds):8.3f} s ({min(seconds):.3f}-{max(seconds):.3f})"


def changes(people: int, runs: int) -> None:
    """Change one seat or person after the other, each with its check."""
    given = queue("grouped", people, runs, 1)
    start = time.perf_counter()
    _, assignment = ours(given, threads=2)
    wall = time.perf_counter() - start
    print(f"{people:,} x {runs:,} on 2 threads, wall time: {wall:.1f} s, from frames", flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of the process, with the frames and their lists: {peak:.0f} MiB")
    assignment.add_seats(0)
    assignment.remove_seats(0)
    draws = np.random.default_rng(1)
    times = []
    for number in range(CHANGES):
        run, person = int(draws.integers(runs)), int(draws.integers(people))
        chosen = draws.choice(runs, 12, replace=False)
        costs = {int(own): int(draws.integers(1000)) for own in chosen}
        start = time.process_time()
        try:
            match number % 4:
                case 0:
                    assignment.add_seats(run)
                case 1:
                    assignment.remove_seats(run)
                case 2:
                    assignment.remove_person(person)
                case _:
                    assignment.add_person(people + number, 1 + number % CLASSES, costs)
        except mestring.AssignError:
            continue
        times.append((time.process_time() - start) * 1000)
    assignment.check()
    times.sort()
    at = lambda share: times[min(int(len(times) * share), len(times) - 1)]  # noqa: E731
    print(
        f"{len(times)} changes of a seat or a person, CPU time with check: "
        f"median {at(0.5):.3f} ms, 99 of 100 within {at(0.99):.2f} ms, most {times[-1]:.2f} ms"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--million", action="store_true")
    parser.add_argument("--slow", action="store_true")
    parser.add_argument("--seeds", type=int, default=3)
    options = parser.parse_args()
    seeds = range(1, options.seeds + 1)
    for people, runs in [(10_000, 200), (100_000, 2_000)]:
        for shape in ("grouped", "grouped_with_digital", "mixed"):
            race(shape, people, runs, seeds)
    if options.slow:
        given = queue("grouped", 10_000, 200, 1)
        own = statistics.median(timed(lambda: ours(given)[0])[0] for _ in range(5))
        for name, work in [("networkx", network_x), ("matching", matching_package)]:
            seconds, value = timed(lambda work=work: work(given))
            same = name == "matching" or value == ours(given)[0]
            print(
                f"{name:10} {seconds:8.2f} s, {seconds / own:5.0f} times ours"
                f" ({own:.3f} s), same: {same}"
            )
    if options.million:
        race("grouped", 1_000_000, 2_000, range(1, 2))
        changes(1_000_000, 2_000)


if __name__ == "__main__":
    main()
