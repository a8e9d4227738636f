"""Races mestring against rules engines that Python calls, on one rule, in one process, by turns.

`python race.py ROWS.csv` prints a table. The rows and right answers come from the race in Rust:
`cargo run --release -- rows ROWS.csv 20000` in `../rust`. Times are CPU time of the process.
"""

from __future__ import annotations

import csv
import json
import math
import statistics
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import cel
import datalogic_py
import mestring
import numpy as np
import zen
from openfisca_core import periods
from openfisca_core.entities import Entity
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

if TYPE_CHECKING:
    from collections.abc import Callable

FLAGS = ("focus_group", "referral", "activity_appropriate", "user_involved", "activity")
WHOLE = ("expected_participants", "waiting", "longest_wait_days")
GROUPS = ("physical", "digital_live", "hybrid", "relayed")
ROUNDS = 5
ROUND_SECONDS = 0.3

Row = dict[str, Any]


@dataclass
class Entry:
    """One engine: `work` answers about every record, so many of them."""

    name: str
    work: Callable[[], Any]
    records: int


def read(path: Path) -> tuple[list[Row], list[float]]:
    rows: list[Row] = []
    points: list[float] = []
    with path.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            points.append(float(line.pop("points")))
            row: Row = {name: line[name] == "1" for name in FLAGS}
            row |= {name: int(line[name]) for name in WHOLE}
            row |= {"format": line["format"], "hours": float(line["hours"])}
            rows.append(row)
    return rows, points


def plain(row: Row) -> float:
    if row["expected_participants"] < 4:
        return 0.0
    points = 0.0
    if row["focus_group"]:
        points += 1000.0
    if row["format"] in GROUPS:
        points += 100.0
    points += min(row["waiting"], 60)
    if row["referral"] and row["activity_appropriate"]:
        points += 20.0
    if not row["user_involved"]:
        points -= 50.0
    if row["activity"]:
        points += 10.0
    if row["hours"] >= 0.15:
        points += 30.0 * row["hours"]
    if row["longest_wait_days"] > 180:
        points *= 1.1
    return points


CEL = """expected_participants < 4 ? 0.0 : (
    (focus_group ? 1000.0 : 0.0)
    + (format in ['physical', 'digital_live', 'hybrid', 'relayed'] ? 100.0 : 0.0)
    + double(waiting < 60 ? waiting : 60)
    + (referral && activity_appropriate ? 20.0 : 0.0)
    - (!user_involved ? 50.0 : 0.0)
    + (activity ? 10.0 : 0.0)
    + (hours >= 0.15 ? 30.0 * hours : 0.0)
    ) * (longest_wait_days > 180 ? 1.1 : 1.0)"""

ZEN = """expected_participants < 4 ? 0 : (
    (focus_group ? 1000 : 0)
    + (format in ['physical', 'digital_live', 'hybrid', 'relayed'] ? 100 : 0)
    + min([waiting, 60])
    + (referral and activity_appropriate ? 20 : 0)
    - (not user_involved ? 50 : 0)
    + (activity ? 10 : 0)
    + (hours >= 0.15 ? 30 * hours : 0)
    ) * (longest_wait_days > 180 ? 1.1 : 1)""".replace("\n", " ")


def zen_graph() -> str:
    """A decision graph of one expression, which is what zen can trace."""
    node = {"expressions": [{"id": "e", "key": "points", "value": ZEN}]}
    nodes = [
        {"id": "in", "type": "inputNode", "name": "in", "position": {"x": 0, "y": 0}},
        {
            "id": "rule",
            "type": "expressionNode",
            "name": "rule",
            "position": {"x": 1, "y": 0},
            "content": node,
        },
        {"id": "out", "type": "outputNode", "name": "out", "position": {"x": 2, "y": 0}},
    ]
    edges = [
        {"id": "1", "sourceId": "in", "targetId": "rule", "type": "edge"},
        {"id": "2", "sourceId": "rule", "targetId": "out", "type": "edge"},
    ]
    return json.dumps({"nodes": nodes, "edges": edges})


def when(test: Any, then: Any) -> Any:
    return {"if": [test, then, 0]}


def var(name: str) -> Any:
    return {"var": name}


DATALOGIC = {
    "if": [
        {"<": [var("expected_participants"), 4]},
        0,
        {
            "*": [
                {
                    "+": [
                        when(var("focus_group"), 1000),
                        when({"in": [var("format"), list(GROUPS)]}, 100),
                        {"min": [var("waiting"), 60]},
                        when({"and": [var("referral"), var("activity_appropriate")]}, 20),
                        when({"!": [var("user_involved")]}, -50),
                        when(var("activity"), 10),
                        when({">=": [var("hours"), 0.15]}, {"*": [30, var("hours")]}),
                    ]
                },
                {"if": [{">": [var("longest_wait_days"), 180]}, 1.1, 1]},
            ]
        },
    ]
}


def openfisca(rows: list[Row]) -> Callable[[], Any]:
    """The rule as OpenFisca writes rules: one formula over columns, for one day."""
    entity = Entity("run", "runs", "A run.", "")
    system = TaxBenefitSystem([entity])
    day = periods.DateUnit.DAY

    def add(name: str, kind: type) -> None:
        attributes = {"value_type": kind, "entity": entity, "definition_period": day}
        system.add_variable(type(name, (Variable,), attributes | {"label": name}))

    for name in FLAGS:
        add(name, bool)
    for name in WHOLE:
        add(name, int)
    add("hours", float)
    # Its strings are slow; a whole number for each of the words is the kind way to ask.
    add("format", int)

    def formula(run: Any, period: Any) -> Any:
        points = np.where(run("focus_group", period), 1000.0, 0.0)
        points += np.where(run("format", period) < 4, 100.0, 0.0)
        points += np.minimum(run("waiting", period), 60)
        digital = run("referral", period) & run("activity_appropriate", period)
        points += np.where(digital, 20.0, 0.0)
        points -= np.where(run("user_involved", period), 0.0, 50.0)
        points += np.where(run("activity", period), 10.0, 0.0)
        hours = run("hours", period)
        points += np.where(hours >= 0.15, 30.0 * hours, 0.0)
        points *= np.where(run("longest_wait_days", period) > 180, 1.1, 1.0)
        return np.where(run("expected_participants", period) < 4, 0.0, points)

    attributes = {"value_type": float, "entity": entity, "definition_period": day}
    attributes |= {"label": "points", "formula": formula}
    system.add_variable(type("points", (Variable,), attributes))

    words = {word: at for at, word in enumerate(GROUPS)}
    columns = {name: np.array([row[name] for row in rows]) for name in (*FLAGS, *WHOLE, "hours")}
    columns["format"] = np.array([words.get(row["format"], 9) for row in rows])

    def work() -> Any:
        simulation = SimulationBuilder().build_default_simulation(system, len(rows))
        for name, column in columns.items():
            simulation.set_input(name, "2026-11-22", column)
        return simulation.calculate("points", "2026-11-22")

    return work


def entries(rows: list[Row]) -> list[Entry]:
    few = rows[:1000]
    pack = mestring.Pack.load(Path(__file__).parent.parent / "rule")
    frame = mestring.Frame({name: [row[name] for row in rows] for name in rows[0]})
    logic = datalogic_py.Engine().compile(json.dumps(DATALOGIC))
    handles = [datalogic_py.DataHandle(json.dumps(row)) for row in few]
    expression = zen.compile_expression(ZEN)
    decision = zen.ZenEngine().create_decision(zen_graph())
    program = cel.compile(CEL)
    contexts = [cel.Context(row) for row in few]
    many, one = len(rows), len(few)

    def traced(row: Row) -> float:
        answer = decision.evaluate(row, {"trace": True})
        assert answer["trace"]
        return answer["result"]["points"]

    return [
        Entry("plain Python", lambda: [plain(row) for row in rows], many),
        Entry("mestring, a ready frame", lambda: pack.score(frame).column("benchmark"), many),
        Entry("mestring, one with explanation", lambda: explained(pack, few), one),
        Entry(
            "datalogic-py, ready handles", lambda: [logic.evaluate_data(h) for h in handles], one
        ),
        Entry(
            "zen-engine, compiled expression", lambda: [expression.evaluate(r) for r in few], one
        ),
        Entry("zen-engine, graph with trace", lambda: [traced(row) for row in few], one),
        Entry("CEL, ready contexts", lambda: [program.execute(c) for c in contexts], one),
        Entry("OpenFisca, a frame, input and calculation", openfisca(rows), many),
        Entry("OpenFisca, one by one", lambda: [openfisca([row])()[0] for row in few[:3]], 3),
    ]


def explained(pack: mestring.Pack, rows: list[Row]) -> list[float]:
    out: list[float] = []
    for row in rows:
        points = pack.explain(row).points
        assert points is not None
        out.append(points)
    return out


def main() -> None:
    rows, points = read(Path(sys.argv[1]))
    field = entries(rows)
    differ: dict[str, str] = {}
    for entry in field:
        got = [float(own) for own in entry.work()]
        assert len(got) == entry.records, entry.name
        exact = sum(a != b for a, b in zip(got, points, strict=False))
        far = max(abs(a - b) / max(abs(b), 1.0) for a, b in zip(got, points, strict=False))
        assert far < 1e-4, f"{entry.name} answers something else, by {far}"
        differ[entry.name] = f"{exact / len(got):.0%}" + (f", by up to {far:.0e}" if exact else "")
    times: dict[str, list[float]] = {entry.name: [] for entry in field}
    for _ in range(ROUNDS):
        for entry in field:
            start, done, spent = time.process_time(), 0, 0.0
            while spent < ROUND_SECONDS:
                entry.work()
                done += entry.records
                spent = time.process_time() - start
            times[entry.name].append(spent / done * 1e9)
    frame = statistics.median(times["mestring, a ready frame"])
    print("| engine | ns a decision: median (least-most) | against mestring's frame | differ |")
    print("|---|---:|---:|---:|")
    for name, own in times.items():
        middle = statistics.median(own)
        digits = 0 if middle > 10 else 1
        spread = f"{min(own):.{digits}f}-{max(own):.{digits}f}"
        ratio = middle / frame
        shown = f"{ratio:.2f}" if ratio < 10 else f"{math.floor(ratio + 0.5)}"
        print(f"| {name} | {middle:.{digits}f} ({spread}) | {shown} | {differ[name]} |")


if __name__ == "__main__":
    main()
