"""What would change if something happened, and what is scarce: the same as the command says."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from conftest import BERGEN, NUMBER, command, rows, said
from mestring import Desk, DeskError, FileError, synthetic

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

AWAY = BERGEN / "what_if" / "leader_away.toml"
LEADER = {
    "kind": "leader_away",
    "leader": "geriatri-1",
    "from": datetime.date(2027, 1, 25),
    "until": "2027-03-05",
    "half_days": None,
}


@pytest.fixture(scope="module")
def desk() -> Desk:
    """Open the example."""
    return Desk.open(BERGEN)


def test_the_same_as_the_command_from_a_file_and_from_dicts(desk: Desk) -> None:
    """Every number, every finding; and the desk is as it was."""
    before = desk.plan().to_dict()
    told = command("plan", BERGEN, "--what-if", AWAY)
    for events in (AWAY, str(AWAY), [LEADER]):
        found = desk.what_if(events)
        assert found.document() == told
    assert desk.plan().to_dict() == before
    found = desk.what_if([LEADER])
    own = told["what_if"]
    changes = rows(found.changes)
    assert [(row["run"], row["fate"]) for row in changes] == [
        (change["run"], change["fate"]) for change in own["changes"]
    ]
    assert len(changes) > 0
    parts = [found.moved, found.dropped, found.added]
    assert sum(len(part) for part in parts) == len(changes)
    assert set(found.moved.column("fate")) <= {"moved", "replaced"}
    for row, change in zip(changes, own["changes"], strict=True):
        for side in ("before", "after"):
            sessions = change[side] and [
                f"{slot['date']} {slot['half_day']}" for slot in change[side]["sessions"]
            ]
            assert row[f"sessions_{side}"] == sessions
    assert found.proven == {key: own[key] for key in ("forced", "opened")}
    assert found.plan.columns == desk.plan().columns
    assert [row["run"] for row in rows(found.plan)] == [
        run["run"] for run in own["proposal"]["runs"]
    ]
    assert found.anew.column("run") == [run["run"] for run in own["anew"]]
    assert len(found.without_leader) == len(own["without_leader"])
    assert found.report(lang="nn") == said("plan", BERGEN, "--what-if", AWAY, lang="nn")
    assert repr(found) == "<WhatIf: 1 event, 1 run changed>"


def test_what_is_lost_and_won_has_its_frames(desk: Desk) -> None:
    """As the document has it, for each kind of event; and the events can be asked again."""
    events: list[dict[str, object]] = [
        {"kind": "room_lost", "room": "kurssal", "from": "2027-08-30", "until": "2027-09-03"},
        {"kind": "day_closed", "from": datetime.date(2027, 9, 13)},
        {"kind": "budget_cut", "budget": "kursmidler-2027-1", "amount": 80000},
        {"kind": "budget_cut", "budget": "radgivertimer-2027-1", "hours": "7.5"},
        {"kind": "seat_declined", "run": "D27-05"},
        {"kind": "leader_confirmed", "leader": "psykisk-1"},
        {"kind": "run_cancelled", "run": "D27-01"},
    ]
    found = desk.what_if(events)
    told = found.document()["what_if"]
    frames = {
        "without_room": found.without_room,
        "shifted": found.shifted,
        "given_back": found.given_back,
        "seats": found.seats,
    }
    for key, frame in frames.items():
        assert len(frame) > 0, key
        assert frame.column("run") == [own["run"] for own in told[key]]
    budgets = rows(found.budgets)
    assert {row["budget"] for row in budgets} == {own["budget"] for own in told["budgets"]}
    assert {row["unit"] for row in budgets} == {"ore", "minutes"}
    assert desk.what_if(told["events"]).document()["what_if"] == told


def test_what_keeps_sessions_from_a_room_is_said(desk: Desk) -> None:
    """In the language that is asked for; nothing where nothing does."""
    day = datetime.date(2027, 5, 17)
    (note,) = desk.freed_notes("kurssal", day, "morning")
    assert "public holiday" in note
    (note,) = desk.freed_notes("kurssal", day, "morning", lang="nn")
    assert "heilagdag" in note
    (note,) = desk.freed_notes("kurssal", datetime.date(2027, 2, 2), "afternoon")
    assert "D27-01" in note
    assert desk.freed_notes("kurssal", datetime.date(2027, 2, 3), "afternoon") == []
    with pytest.raises(DeskError) as raised:
        desk.freed_notes("kursal", day, "morning")
    assert raised.value.code == "C001"


def test_several_events_happen_one_after_the_other(desk: Desk) -> None:
    """The second finds the desk as the first left it."""
    cancelled = {"kind": "run_cancelled", "run": "D27-01"}
    found = desk.what_if([LEADER, cancelled])
    assert [own["kind"] for own in found.document()["what_if"]["events"]] == [
        "leader_away",
        "run_cancelled",
    ]
    with pytest.raises(DeskError, match="event 2: ") as raised:
        desk.what_if([cancelled, cancelled])
    assert (raised.value.code, raised.value.where) == ("C046", "events, row 2")


@pytest.mark.parametrize(
    ("events", "error", "code", "where"),
    [
        ([], DeskError, "D037", "events"),
        ([{"kind": "flood"}], DeskError, "D037", "events, row 1, column `kind`"),
        ([LEADER, {"kind": "run_cancelled"}], DeskError, "D037", "events, row 2"),
        ([{"kind": "run_cancelled", "run": 7}], DeskError, "D031", "events, row 1, column `run`"),
        ([{**LEADER, "leader": NUMBER}], DeskError, "X010", "events, row 1"),
        ([{"kind": "run_cancelled", "run": "no-such"}], DeskError, "C027", "events, row 1"),
        ("none.toml", FileError, "X001", "none.toml"),
    ],
)
def test_what_cannot_have_happened_is_named(
    desk: Desk,
    events: str | Sequence[Mapping[str, object]],
    error: type[DeskError | FileError],
    code: str,
    where: str,
) -> None:
    """By the event and its key, with what would be right."""
    with pytest.raises(error) as raised:
        desk.what_if(events)
    assert (raised.value.code, raised.value.where) == (code, where)
    assert NUMBER not in str(raised.value)
    assert "[[event]]" not in str(raised.value)


def test_values_that_no_event_has_are_a_type_error(desk: Desk) -> None:
    """A moment is no day."""
    moment = datetime.datetime(2027, 1, 25, 9, tzinfo=datetime.UTC)
    for wrong in ([{**LEADER, "from": moment}], [["kind"]], [{"kind": 1.5}], 7):
        with pytest.raises(TypeError):
            desk.what_if(wrong)  # type: ignore[arg-type]


def test_what_is_scarce_is_what_the_command_says(desk: Desk) -> None:
    """Each by its frame."""
    told = command("plan", BERGEN)["scarcity"]
    scarce = desk.scarcity()
    bottlenecks = rows(scarce["bottlenecks"])
    assert len(bottlenecks) > 0
    assert bottlenecks == told["bottlenecks"]
    assert rows(scarce["one_leader"]) == told["one_leader"]
    assert len(synthetic.centre().desk.scarcity()["bottlenecks"]) == 0
