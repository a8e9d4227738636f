"""Explanations from Python: of one record, and of a run of a desk."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from mestring import Desk, MestringError, Pack

BENCHMARK = Path(__file__).parents[3] / "benches" / "peers" / "rule"
DAY = datetime.date(2026, 11, 22)
RECORD = {
    "expected_participants": 12,
    "focus_group": True,
    "waiting": 70,
    "format": "digital_live",
    "referral": True,
    "activity_appropriate": True,
    "user_involved": False,
    "activity": True,
    "hours": 0.5,
    "longest_wait_days": 181,
}


def test_the_steps_of_a_sum_lead_to_the_answer() -> None:
    """Each step has its number, its sum and the comment of its line."""
    explanation = Pack.load(BENCHMARK).explain(RECORD, as_of=DAY)
    reason = explanation["benchmark"]
    steps = reason["steps"]
    assert [step["change"] for step in steps] == [
        "start",
        *(["add"] * 4),
        "subtract",
        "add",
        "add",
        "multiply",
    ]
    assert steps[1]["clause"]["comment"] == "The course is established."
    assert steps[-1]["after"] == reason["answer"] == explanation.points
    assert reason["answer"] == pytest.approx(1270.5)
    assert explanation.to_dict() == {"benchmark": reason}
    assert "benchmark" in explanation
    assert list(explanation) == ["benchmark"]
    assert len(explanation) == 1
    with pytest.raises(KeyError):
        explanation["no_such_criterion"]


def test_what_cannot_be_told_says_where_the_rule_stopped() -> None:
    """None is not stated; the place is that of the fact."""
    reason = Pack.shipped("priority").explain({"focus_group": None})["focus_groups"]
    assert reason["fired"] == []
    assert reason["stopped"]["fact"] == "focus_group"
    assert reason["answer"]["cannot_tell"] == ["focus_group"]


@pytest.mark.parametrize(
    ("record", "says"),
    [
        ({"waitin": 3}, "did you mean `waiting`?"),
        ({"waiting": "many"}, "takes a whole number"),
        ({"format": "online"}, "`format` takes a word"),
        ({"waiting": object()}, "a object is no value of a fact"),
        ({"waiting": 2**70}, "up to 64 bits"),
    ],
)
def test_a_record_that_does_not_fit_says_why(record: dict[str, object], says: str) -> None:
    """The fact is named, with what would be right."""
    with pytest.raises(ValueError, match=r"waiti|format") as raised:
        Pack.shipped("priority").explain(record)
    assert says in str(raised.value)


def test_a_desk_explains_a_run_and_what_would_lift_it() -> None:
    """The dict is what the command writes as JSON."""
    desk = Desk.from_frames(
        {
            "offers": {"id": ["A"], "title": ["Startkurs diabetes type 2"]},
            "runs": {
                "id": ["R1", "R2"],
                "offer": ["A", "A"],
                "state": ["wished", "wished"],
                "waiting_since": ["2026-09-01", "2026-10-01"],
            },
        }
    )
    own = desk.explain("R2", as_of=DAY)
    assert (own["rank"], own["runs"], own["view"]) == (2, 2, "staff")
    assert own["facts"]["longest_wait_days"]["ground"]["from"][0]["row"] == 3
    json.dumps(own)
    versus = desk.explain("R1", "R2", as_of=DAY)
    assert versus["upper"]["run"] == "R1"
    assert versus["answers"]["upper"]["reads"] == {"amount": 82.0, "unit": "days"}
    # The runs of one course get turns by the draw where they wait equally long.
    (waits,) = (lift for lift in versus["lifts"] if lift["fact"] == "longest_wait_days")
    assert waits["to"] in (82, 83)
    assert waits["range"] == {"least": waits["to"], "most": None}
    assert waits["with"] == {}
    assert own["outcome"]["placed"] is False
    assert own["outcome"]["considered"] is False
    assert own["outcome"]["shortages"][0]["lack"] == {"what": "not_stated", "column": "sessions"}
    assert versus["tried"]["values"] > 0
    for ids, code in [(("R3", None), "C027"), (("R1", "R1"), "C029")]:
        with pytest.raises(MestringError) as raised:
            desk.explain(*ids, as_of=DAY)
        assert raised.value.code == code
