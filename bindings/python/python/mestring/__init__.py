"""Rules, plans and evaluation data for centres that teach patients and relatives.

A `Pack` is a folder of rules as text. It judges frames of any package that speaks Arrow (pandas,
polars, pyarrow, DuckDB), or a dict of lists:

>>> import mestring
>>> pack = mestring.Pack.shipped("priority")
>>> scored = pack.score({"focus_group": [False, True], "times_held": [0, 0]})
>>> scored.column("rank")
[2, 1]

A `Desk` is everything a centre keeps lists of, read from a folder, a workbook or frames:

>>> desk = mestring.Desk.from_frames({"rooms": {"id": ["R1"], "name": ["Auditorium"]}})
>>> len(desk.findings)
0

People are assigned to runs with seats by a fair order, and then by preference cost:

>>> people = {"person": ["a", "b", "c"], "class": [1, 2, 2]}
>>> choices = {"person": ["a", "a", "b", "c"], "run": ["X", "Y", "X", "X"], "cost": [0, 30, 5, 0]}
>>> assignment = mestring.assign(people, {"run": ["X", "Y"], "seats": [1, 1]}, choices)
>>> assignment.placements.to_dict()
{'person': ['a', 'c'], 'run': ['Y', 'X'], 'cost': [30, 0]}

A `People` is who waits for the courses of a desk; they get places by the rules of its packs:

>>> places = mestring.synthetic.centre().assign()  # nobody in it exists
>>> places
<Places: 5 of 7 people have a place, 0 of 2 runs are cancelled>

A rule can be written in Python, too (`rule`, and `mestring.plugins`).

A missing value is "not stated": never zero and never no. Results are proposals until somebody
decided. Errors are of the classes in `mestring.errors`, each with `code`, `where` and `help`.
"""

from mestring import synthetic
from mestring._core import (
    Assignment,
    Desk,
    Explanation,
    Finding,
    Frame,
    NextInLine,
    Pack,
    People,
    Places,
    Record,
    WhatIf,
    assign,
    replay,
)
from mestring.errors import (
    AssignError,
    DeskError,
    FileError,
    FrameError,
    IgnoredColumnWarning,
    MestringError,
    PackError,
    RuleError,
    UnknownFactError,
)
from mestring.plugins import Rule, rule

__all__ = [
    "AssignError",
    "Assignment",
    "Desk",
    "DeskError",
    "Explanation",
    "FileError",
    "Finding",
    "Frame",
    "FrameError",
    "IgnoredColumnWarning",
    "MestringError",
    "NextInLine",
    "Pack",
    "PackError",
    "People",
    "Places",
    "Record",
    "Rule",
    "RuleError",
    "UnknownFactError",
    "WhatIf",
    "assign",
    "replay",
    "rule",
    "synthetic",
]
