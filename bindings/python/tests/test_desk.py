"""Desks from frames and folders, and their answers."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from conftest import AS_OF, LONG_COURSES, TABLES, write
from mestring import Desk, DeskError, FileError, Pack, PackError

if TYPE_CHECKING:
    from pathlib import Path


def test_frames_and_files_make_the_same_desk(desk: Desk, tmp_path: Path) -> None:
    """There is one way from cells to nouns."""
    opened = Desk.open(write(tmp_path, TABLES))
    for table in ("offers", "runs", "rooms"):
        assert opened.table(table).to_dict() == desk.table(table).to_dict()
        assert len(opened.table(table)) > 0
    assert opened.plan().to_dict() == desk.plan().to_dict()
    assert opened.relations().to_dict() == desk.relations().to_dict()
    assert [f for f in opened.findings if f.severity == "error"] == []


def test_the_plan_is_in_the_order_of_the_pack(desk: Desk) -> None:
    """Scoring the desk's own facts ranks the runs as the plan does."""
    plan = desk.plan()
    assert plan.column("rank") == [1, 2]
    facts = desk.facts("run")
    scored = Pack.shipped("priority").score(facts, keep=["run", "offer"], as_of=AS_OF)
    ranks = dict(zip(scored.column("run"), scored.column("rank"), strict=True))
    in_plan = [ranks[run] for run in plan.column("run")]
    assert in_plan == sorted(in_plan)
    for criterion in Pack.shipped("priority").criteria.column("name"):
        by_run = dict(zip(scored.column("run"), scored.column(criterion), strict=True))
        assert plan.column(criterion) == [by_run[run] for run in plan.column("run")]


def test_a_refusal_is_proven_and_says_what_would_let_the_run_in() -> None:
    """Two runs on one room of one morning: the second is told what else would do."""
    desk = Desk.from_frames(
        {
            "offers": {"id": ["A"], "title": ["Course A"], "sessions": [2]},
            "rooms": {
                "id": ["hall"],
                "name": ["Hall"],
                "weekdays": ["monday"],
                "half_days": ["morning"],
            },
            "runs": {"id": ["R1", "R2"], "offer": ["A"] * 2, "state": ["wished"] * 2},
        },
        plan_from=datetime.date(2027, 1, 11),
        plan_until=datetime.date(2027, 1, 22),
    )
    plan = desk.plan(as_of=AS_OF, remedies=True)
    assert plan.column("placed") == [True, False]
    assert plan.column("proof") == [None, "conflict"]
    assert plan.column("would_let_in") == [
        None,
        [
            "room_then: hall at 2027-01-11 afternoon, 2027-01-18 afternoon",
            "room: at 2027-01-11 morning, 2027-01-18 morning",
        ],
    ]
    assert desk.plan(as_of=AS_OF).column("would_let_in") == [None, None]


def test_relations_come_from_the_pairs_facts(desk: Desk) -> None:
    """A relation pack that scores the pairs says what the desk says."""
    relations = desk.relations()
    scored = Pack.shipped("relation").score(desk.facts("pair"), keep=["a", "b"], as_of=AS_OF)
    assert scored.column("action") == relations.column("action")
    assert len(relations) == 1


def test_another_pack_takes_the_place_of_its_kind(desk: Desk) -> None:
    """What it moves is asked for apart."""
    files = Pack.shipped("priority").files
    other = Pack(
        {**files, "pack.toml": files["pack.toml"].replace('version = "', 'version = "9.', 1)}
    )
    assert len(desk.compare([], [other])["runs"]) == 0
    document = desk.document(packs=[other])
    assert document["proposal"]["pack"]["version"].startswith("9.")
    assert document["moved"]["before"]["version"] == Pack.shipped("priority").version
    assert "long" in desk.plan(packs=[Pack(LONG_COURSES)]).columns


def test_a_comparison_tells_of_days_that_it_was_not_asked_of(desk: Desk) -> None:
    """Dated values and the days in force stand beside the answers of one day."""
    least = """
        [[parameter]]
        id = "least"
        unit = "sessions"
        source = "local choice"
        values = [{ from = 2025-01-01, value = 6 }]
    """
    old = LONG_COURSES | {
        "pack.toml": LONG_COURSES["pack.toml"] + least,
        "long.rhai": LONG_COURSES["long.rhai"].replace("6", "p.least"),
    }
    new = old | {
        "pack.toml": old["pack.toml"]
        .replace("value = 6 }", "value = 6 }, { from = 2090-01-01, value = 4 }")
        .replace('version = "1.0.0"', 'version = "2.0.0"\nvalid_until = 2095-12-31'),
    }
    there = desk.compare([Pack(old)], [Pack(new)])
    first, last = datetime.date(2090, 1, 1), datetime.date(2096, 1, 1)
    assert there["later_days"].column("day") == [first, last]
    assert there["packs"].column("in_force_after") == [True]
    period = {name: values[0] for name, values in there["parameters"].to_dict().items()}
    assert period == {
        "kind": "requirement",
        "name": "long_courses",
        "parameter": "least",
        "from": first,
        "until": None,
        "before": "6",
        "after": "4",
        "unit_before": "sessions",
        "unit_after": "sessions",
        "asked": False,
    }
    then = desk.compare([Pack(old)], [Pack(new)], as_of=last)
    assert then["parameters"].column("asked") == [True]
    assert then["packs"].column("in_force_after") == [False]
    assert len(then["later_days"]) == 0


def test_two_sets_of_packs_are_compared(desk: Desk) -> None:
    """What changes comes as frames, the same whichever way it is asked."""
    short = {
        name: text.replace(">= 6", ">= 1").replace("1.0.0", "1.1.0")
        for name, text in LONG_COURSES.items()
    }
    old, new = [Pack(LONG_COURSES)], [Pack(short)]
    there, back = desk.compare(old, new), desk.compare(new, old)
    assert there["packs"].column("version_after") == ["1.1.0"]
    # The case of five sessions no longer holds.
    assert there["packs"].column("failed_after") == [1]
    assert there["answers"].column("run") == ["R1", "R2"]
    assert there["answers"].column("before") == ["no", "no"] == back["answers"].column("after")
    assert all(len(there[name]) == 0 for name in ("runs", "effects", "relations", "obligations"))

    same = desk.compare([], [Pack.shipped("priority")], forbid=["any loses place"])
    assert same["gate"].column("passed") == [True]
    assert same["gate"].column("looked_at") == [2]
    effects = same["effects"].to_dict()
    assert set(effects["by"]) == {
        "target_group",
        "organiser",
        "lender",
        "municipality",
        "level",
    }
    level = effects["by"].index("level")
    assert (effects["group"][level], effects["runs"][level]) == ("not_stated", 2)

    broken = desk.compare(new, old, forbid=["requirement fails"])["gate"]
    assert broken.column("broken") == [["R1", "R2"]]
    with pytest.raises(ValueError, match="did you mean `requirement fails`"):
        desk.compare(old, new, forbid=["requirements fail"])
    with pytest.raises(DeskError, match="nothing can be compared") as raised:
        desk.compare(old, [Pack.shipped("relation")])
    assert raised.value.code == "C030"


def test_the_report_speaks_three_languages(desk: Desk) -> None:
    """Text for people, within a width."""
    reports = {lang: desk.report(lang=lang, width=60) for lang in ("en", "nb", "nn")}
    assert len(set(reports.values())) == 3
    for report in reports.values():
        assert report.startswith("Oppdiktet senter\n")
        assert max(len(line) for line in report.splitlines()) <= 60
    with pytest.raises(ValueError, match="give en, nb or nn"):
        desk.report(lang="sv")


def test_the_document_is_the_commands_json(desk: Desk) -> None:
    """Codes instead of words, with a number of its format."""
    document = desk.document()
    assert document["mestring"]["format"] == 1
    assert document["head"]["as_of"] == AS_OF.isoformat()
    assert [run["run"] for run in document["proposal"]["runs"]] == desk.plan().column("run")


def test_freed_rooms(desk: Desk) -> None:
    """A room that does not exist is named, with the nearest that does."""
    day = datetime.date(2026, 12, 1)
    assert "lacks" in desk.freed("A", day, "morning").columns
    with pytest.raises(DeskError) as caught:
        desk.freed("B", day, "morning")
    assert caught.value.code == "C001"
    with pytest.raises(ValueError, match="half_day"):
        desk.freed("A", day, "night")


def test_a_run_is_followed_in_rooms_of_other_organisations() -> None:
    """The plan finds a room for each group, and says whose lacks one."""
    tables = {
        "organisations": {
            "id": ["stord", "odda"],
            "name": ["Stord", "Odda"],
            "kind": ["hospital", "hospital"],
        },
        "rooms": {
            "id": ["hall", "blue"],
            "name": ["Hall", "Blue"],
            "organisation": ["", "stord"],
            "hub_only": ["", "yes"],
        },
        "offers": {"id": ["A"], "title": ["Course"], "sessions": [2], "format": ["hybrid"]},
        "runs": {"id": ["R1", "R2"], "offer": ["A", "A"], "state": ["wished", "wished"]},
        "hubs": {"run": ["R1", "R2"], "organisation": ["stord", "odda"]},
    }
    desk = Desk.from_frames(tables)
    assert not desk.findings
    as_of = datetime.date(2026, 11, 22)
    plan = desk.plan(as_of=as_of, remedies=True)
    rows = dict(zip(plan.column("run"), range(2), strict=True))
    hubs, lacks = plan.column("hubs"), plan.column("lacks")
    assert (hubs[rows["R1"]], hubs[rows["R2"]]) == (["stord: blue"], None)
    assert lacks[rows["R2"]] == ["no_hub_room: odda"]
    (remedy,) = plan.column("would_let_in")[rows["R2"]]
    assert remedy.startswith("room: of odda at ")
    freed = desk.freed("blue", datetime.date(2026, 12, 1), "morning", as_of=as_of)
    assert freed.column("as_hub") == []


def test_decided_runs_that_stand_badly_are_told() -> None:
    """Each thing that is wrong is a row, with the other run and by how much."""
    tables = {
        "offers": {"id": ["A"], "title": ["Course"], "sessions": [1]},
        "rooms": {"id": ["hall"], "name": ["Hall"], "seats": [12]},
        "leaders": {"id": ["one"], "role": ["nurse 1"], "state": ["asked"]},
        "runs": {
            "id": ["R1", "R2"],
            "offer": ["A"] * 2,
            "state": ["decided"] * 2,
            "starts": ["2027-05-18", "2027-05-18"],
            "half_days": ["morning", ""],
            "room": ["hall", "hall"],
            "leaders": ["one", ""],
            "participants": [15, 12],
        },
    }
    found = Desk.from_frames(tables).badly_placed(as_of=datetime.date(2026, 11, 22))
    assert list(zip(*(found.column(name) for name in found.columns), strict=True)) == [
        ("R1", "Course", "taken", "hall", ["R2"], ["2027-05-18 morning"], None, None),
        ("R1", "Course", "not_confirmed", "one", [], [], "asked", None),
        ("R1", "Course", "too_small", "hall", [], [], None, 3),
        ("R2", "Course", "whole_day", None, [], ["2027-05-18"], None, None),
        ("R2", "Course", "taken", "hall", ["R1"], ["2027-05-18 morning"], None, None),
    ]
    later = Desk.from_frames(tables).badly_placed(as_of=datetime.date(2027, 5, 19))
    assert len(later) == 0


def test_wrong_tables_become_findings() -> None:
    """Reading never stops at a bad cell, and the place is the frame's."""
    desk = Desk.from_frames(
        {"rooms": {"id": ["A", "B"], "name": ["Aud", "Lab"], "seats": ["12", "many"]}, "romm": {}}
    )
    found = {finding.code: finding for finding in desk.findings}
    assert found["D011"].where == "rooms, row 3, column `seats`"
    assert "rom" in found["D001"].help
    assert len(desk.table("rooms")) == 2


def test_a_desk_holds_no_persons() -> None:
    """A table with national identity numbers is refused, and the number is not repeated."""
    # A number of the tax administration's synthetic population.
    number = "01814550016"
    with pytest.raises(FileError) as caught:
        Desk.from_frames({"rooms": {"id": ["A"], "name": [number]}})
    assert caught.value.code == "X010"
    assert "column `name`" in caught.value.where
    assert number not in str(caught.value)
    with pytest.raises(ValueError, match="holds no facts of a person"):
        Desk.from_frames({}).facts("person")


def test_a_desk_shows_counts_only(desk: Desk) -> None:
    """Neither a name nor a title."""
    shown = repr(desk) + desk._repr_html_()
    assert "2 offers" in shown
    assert "Auditorium" not in shown
    assert "diabetes" not in shown


def test_a_desks_own_pack_is_used(tmp_path: Path) -> None:
    """`desk.toml` names a folder; what is wrong in it stops the opening."""
    own = tmp_path / "rules"
    own.mkdir()
    write(own, LONG_COURSES)
    tables = {**TABLES, "desk.toml": TABLES["desk.toml"] + '[packs]\nlong = { path = "rules" }\n'}
    desk = Desk.open(write(tmp_path, tables))
    assert "long" in desk.plan().columns
    (own / "long.rhai").write_text(
        "// What: x. Why: y. Source: z.\nrun.sesions >= 6", encoding="utf-8"
    )
    with pytest.raises(PackError) as caught:
        Desk.open(tmp_path)
    assert caught.value.where == "pack `long`: long.rhai:2:5"


def test_packs_that_do_not_go_together_are_refused(desk: Desk, tmp_path: Path) -> None:
    """Two packs for one decision, a pack under another kind's key, a name that is not shipped."""
    priority = Pack.shipped("priority")
    with pytest.raises(PackError) as caught:
        desk.plan(packs=[priority, priority])
    assert caught.value.code == "C018"
    for choice, code in (("relation", "C017"), ("priorty", "C010")):
        packs = f'[packs]\npriority = {{ shipped = "{choice}" }}\n'
        write(tmp_path, {**TABLES, "desk.toml": TABLES["desk.toml"] + packs})
        with pytest.raises(PackError) as caught:
            Desk.open(tmp_path)
        assert caught.value.code == code
        assert len(caught.value.findings) == 1


def test_packs_that_are_not_what_they_seem_warn(desk: Desk) -> None:
    """A pack that no question uses, and one that does not do what its own cases say."""
    unused = LONG_COURSES["pack.toml"].replace("requirement", "funding")
    with pytest.warns(UserWarning, match="C012"):
        desk.plan(packs=[Pack({**LONG_COURSES, "pack.toml": unused})])
    turned = LONG_COURSES["long.rhai"].replace(">=", "<")
    with pytest.warns(UserWarning, match=r"C021.*2 of 2 fail"):
        desk.plan(packs=[Pack({**LONG_COURSES, "long.rhai": turned})])
