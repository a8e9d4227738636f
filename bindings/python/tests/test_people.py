"""People who wait, as a researcher or a service asks about them: the same as the command says."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Literal, TypedDict

import polars
import pytest

from conftest import BERGEN, NUMBER, command, rows, said
from mestring import (
    Desk,
    DeskError,
    FileError,
    FrameError,
    Pack,
    People,
    Places,
    synthetic,
)

if TYPE_CHECKING:
    from pathlib import Path

    from mestring.typing import IntoFrame, Values

STORE = BERGEN.with_name("bergen_people")


class Options(TypedDict, total=False):
    """What `assign` may be asked."""

    within_class: str
    no_show: str | float
    keep_places: bool
    seed: int


@pytest.fixture(scope="module")
def people() -> People:
    """Open the example's store beside its desk."""
    return People.open(Desk.open(BERGEN), STORE)


@pytest.fixture(scope="module")
def places(people: People) -> Places:
    """Give the example's people places."""
    return people.assign()


@pytest.mark.parametrize(
    ("given", "options"),
    [
        ([], {}),
        (["--by-cost"], {"within_class": "cost"}),
        (["--no-show", "15%"], {"no_show": 0.15}),
        (["--no-show", "stored"], {"no_show": "stored"}),
        (["--no-show", "none", "--keep-places"], {"no_show": "none", "keep_places": True}),
        (["--seed", "1"], {"seed": 1}),
    ],
)
def test_the_same_places_as_the_command(people: People, given: list[str], options: Options) -> None:
    """Every option, every number, every finding."""
    asked = people.assign(**options)
    told = ("assign", BERGEN, "--people", STORE, *given)
    assert asked.document() == command(*told)
    assert asked.report(lang="nb") == said(*told, lang="nb")


def test_the_same_place_in_line_as_the_command(people: People) -> None:
    """Who is next, in frames and as one document."""
    line = people.next_for("D27-02")
    told = command("next", BERGEN, "D27-02", "--people", STORE)
    assert line.document() == told
    own = told["next"]
    assert (line.run, line.over) == ("D27-02", own["over"])
    for frame, steps in ((line.free, own["free"]), (line.steps, own["steps"])):
        assert frame.column("person") == [step["person"] for step in steps]
        assert frame.column("to") == [step["to"] for step in steps]
    assert len(line.steps) > 0
    assert line.report(lang="nn") == said("next", BERGEN, "D27-02", "--people", STORE, lang="nn")


def test_the_frames_say_what_the_document_says(places: Places) -> None:
    """Each person once, each cost as the sum of its parts, each count as in the document."""
    told = places.document()["places"]
    everybody = rows(places.people)
    assert [own["person"] for own in everybody] == [own["person"] for own in told["people"]]
    assert [own["outcome"] for own in everybody] == [own["outcome"]["is"] for own in told["people"]]
    placed, unplaced = rows(places.placements), rows(places.unplaced)
    assert len(placed) + len(unplaced) == len(everybody) == 100
    assert {own["person"] for own in placed} == {
        own["person"] for own in everybody if own["run"] is not None
    }
    assert sum(own["cost"] or 0 for own in placed) == told["cost"] > 0
    parts: Counter[str] = Counter()
    for part in rows(places.costs):
        parts[part["person"]] += part["cost"]
    given = {own["person"]: own["cost"] for own in placed if own["outcome"] == "given"}
    assert len(parts) > 30
    assert all(given[person] == cost for person, cost in parts.items())
    because = {
        own["person"]: own["outcome"]["because"]
        for own in told["people"]
        if own["outcome"]["is"] == "no_run"
    }
    why = rows(places.why)
    assert len(because) > 0
    assert {(own["person"], own["rule"]): own["runs"] for own in why} == {
        (person, rule): runs for person, rules in because.items() for rule, runs in rules.items()
    }
    assert [own["fact"] for own in rows(places.asks)] == [own["fact"] for own in told["asks"]]
    runs = {own["run"]: own for own in told["runs"]}
    for own in rows(places.runs):
        counted = ("seats", "places", "kept", "given", "waiting", "next_class")
        assert {key: own[key] for key in counted} == {key: runs[own["run"]][key] for key in counted}
    groups = {run: own["group"] for run, own in runs.items() if own["group"]}
    assert {own["run"]: own["proposal"] for own in rows(places.groups)} == {
        run: own["proposal"] for run, own in groups.items()
    }
    assert len(groups) == 3
    assert len(places.reserved) == sum(len(own["reserved"]) for own in runs.values()) > 0
    more = {own["run"]: own for own in places.document()["more_seats"]["runs"]}
    for own in rows(places.prices):
        assert own["class"] == more[own["run"]]["one_seat"]["class"]
        assert own["further_served"] == more[own["run"]]["further_run"]["served"]
    assert len(places.prices) == len(more) > 0


def test_who_would_move_is_told() -> None:
    """The run of somebody who has a place would be cancelled, and another is right for them."""
    desk = Desk.from_frames(
        {
            "offers": {
                "id": ["LUNG"],
                "title": ["Lungeskole"],
                "audience": ["both"],
                "format": ["telephone"],
                "referral": ["no"],
                "reach": ["national"],
            },
            "runs": {
                "id": ["K1", "K2"],
                "offer": ["LUNG", "LUNG"],
                "state": ["decided", "decided"],
                "starts": ["2027-02-02", "2027-03-02"],
                "seats": [5, 5],
                "minimum": [3, None],
            },
        }
    )
    tables: dict[str, IntoFrame] = {
        "people": {"id": ["A", "B"]},
        "referrals": {"person": ["A", "B"], "offer": ["LUNG", "LUNG"]},
        "placements": {
            "person": ["A"],
            "run": ["K1"],
            "state": ["accepted"],
            "on": ["2026-11-01"],
        },
    }
    people = People.from_frames(desk, tables, as_of=datetime.date(2026, 11, 22))
    assert people.findings == []
    places = people.assign()
    assert rows(places.moves) == [
        {
            "person": "A",
            "from": "K1",
            "to": "K2",
            "because": "cancelled",
            "state": "accepted",
            "notice_days": 72,
            "cost": 0,
        }
    ]
    assert places.summary["cancelled"] == ["K1"]
    assert repr(places) == "<Places: 2 of 2 people have a place, 1 of 2 runs are cancelled>"
    stays = people.assign(keep_places=True)
    assert len(stays.moves) == 0
    assert stays.unplaced.to_dict()["from"] == ["K1"]


def test_a_store_of_frames_is_the_store_of_the_folder(people: People, places: Places) -> None:
    """Frames of another package, headings and words in Norwegian."""
    names = people.tables
    assert dict(zip(names.column("name"), names.column("rows"), strict=True))["people"] > 100
    tables = {name: people.table(name, lang="nb").to_polars() for name in names.column("nb")}
    # The middle of a frame is a frame too.
    assert isinstance(tables["personer"], polars.DataFrame)
    again = People.from_frames(people.desk, tables, as_of=people.as_of, seed=2027, synthetic=True)
    assert repr(again) == repr(people)
    ours, theirs = again.assign().document(), places.document()
    assert ours["places"] == theirs["places"]
    assert ours["more_seats"] == theirs["more_seats"]
    # Of the folder it is also said how its files were read.
    files = [own for own in people.findings if own.code != "X101"]
    assert [(own.code, own.found) for own in again.findings] == [
        (own.code, own.found) for own in files
    ]
    assert len(people.findings) > len(files)


@pytest.mark.parametrize(
    ("judged", "packs"), [("person", ["class"]), ("choice", ["eligibility", "preference"])]
)
def test_packs_score_what_the_places_rest_on(
    people: People, places: Places, judged: Literal["person", "choice"], packs: list[str]
) -> None:
    """What the frames of facts give is what the proposal says."""
    facts = people.facts(judged)
    keep = [name for name in ("person", "offer", "run") if name in facts.columns]
    scored = {
        name: rows(Pack.shipped(name).score(facts, keep=keep, as_of=people.as_of)) for name in packs
    }
    told = {own["person"]: own for own in rows(places.people)}
    if judged == "person":
        assert [own["class"] for own in scored["class"]] == [own["class"] for own in told.values()]
        return
    by_hand = set(people.table("choices").column("person"))
    costs = {
        (own["person"], own["run"]): [
            own[rule] for rule in ("travel", "format", "language", "time", "deadline")
        ]
        for own in scored["preference"]
    }
    fits = {
        (own["person"], own["run"])
        for own in scored["eligibility"]
        if all(value is True for name, value in own.items() if name not in {*keep, "cannot_tell"})
    }
    seen = 0
    for own in told.values():
        pair = (own["person"], own["run"])
        if own["outcome"] == "given" and own["person"] not in by_hand:
            assert pair in fits
            assert sum(costs[pair]) == own["cost"]
            seen += 1
        if own["outcome"] == "no_run":
            assert not any(person == own["person"] for person, _ in fits)
    assert seen > 30


def store(folder: Path, files: dict[str, str]) -> Path:
    """Write a store of real people, as it says itself by silence."""
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_store_where_it_may_not_lie_is_refused_as_by_the_command(tmp_path: Path) -> None:
    """In a git work tree, in a desk, with a number of the register; never with a cell."""
    desk = Desk.open(BERGEN)
    people = {"people.csv": "id\nA\n"}
    assert len(People.open(desk, store(tmp_path / "own", people)).table("people")) == 1
    (tmp_path / "tree" / ".git").mkdir(parents=True)
    within = store(tmp_path / "a_desk" / "store", people)
    (tmp_path / "a_desk" / "desk.toml").write_text("", encoding="utf-8")
    (tmp_path / "a_desk" / "rooms.csv").write_text("id;name\nA;Sal\n", encoding="utf-8")
    for folder, code in [
        (store(tmp_path / "tree" / "store", people), "X132"),
        (within, "X133"),
        (store(tmp_path / "number", {"people.csv": f"id;note\nA;{NUMBER}\n"}), "X135"),
        (store(tmp_path / "empty", {"readme.txt": ""}), "X136"),
    ]:
        with pytest.raises(FileError) as raised:
            People.open(desk, folder)
        assert raised.value.code == code
        assert NUMBER not in str(raised.value)
    with pytest.raises(FileError) as raised:
        People.from_frames(desk, {"people": {"id": ["A"], "note": [NUMBER]}})
    assert (raised.value.code, raised.value.where) == ("X135", "people, row 2, column `note`")
    assert NUMBER not in str(raised.value)


def test_findings_name_the_place_and_never_the_cell() -> None:
    """Whatever stands in a cell may be about somebody."""
    people: dict[str, Values] = {"id": ["A", "B"], "birth_year": ["secret", "1950"]}
    referrals: dict[str, Values] = {"person": ["A"], "offer": ["hidden"]}
    desk = synthetic.centre().desk
    store = People.from_frames(desk, {"people": people, "referrals": referrals})
    said = [str(own) for own in store.findings]
    assert len(said) == 2
    assert not any("secret" in own or "hidden" in own for own in said)
    assert {own.where for own in store.findings} == {
        "people, row 2, column `birth_year`",
        "referrals, row 2, column `offer`",
    }
    with pytest.raises(FrameError):
        People.from_frames(desk, {"people": polars.DataFrame({"id": [b"A"]})})


def test_what_cannot_be_asked_is_named(people: People, places: Places) -> None:
    """With what would be right, and without repeating an id."""
    for no_show, error in [(1.0, ValueError), (15, ValueError), ("stord", ValueError)]:
        with pytest.raises(error, match="no_show"):
            people.assign(no_show=no_show)
    with pytest.raises(ValueError, match="did you mean `cost`"):
        people.assign(within_class="costs")
    with pytest.raises(ValueError, match="person, choice"):
        people.facts("run")
    with pytest.raises(ValueError, match=r"People\.facts"):
        people.desk.facts("person")
    with pytest.raises(ValueError, match="did you mean `people`"):
        people.table("peple")
    with pytest.raises(DeskError, match="did you mean `D27-02`"):
        people.next_for("D27-20")
    with pytest.raises(DeskError) as raised:
        places.letter("secret")
    assert raised.value.code == "C052"
    assert "secret" not in str(raised.value)


def test_a_letter_says_what_the_command_says(places: Places) -> None:
    """In the person's language."""
    told = said("assign", BERGEN, "--people", STORE, "--letter", "P042", lang="nn")
    assert places.letter("P042", lang="nn") == told


def test_nothing_prints_who_somebody_is(people: People, places: Places) -> None:
    """Neither as text nor in a notebook; the summary has counts alone."""
    line = people.next_for("D27-02")
    printed = [
        *(repr(own) for own in (people, places, line, places.people, line.steps)),
        people._repr_html_(),
        places._repr_html_(),
        places.people._repr_html_(),
        json.dumps(places.summary),
    ]
    ids = people.table("people").column("id")
    assert len(ids) > 100
    assert not any(own in text for own in ids for text in printed)
    assert places.summary["outcomes"] == dict(Counter(places.people.column("outcome")))
    assert repr(places).startswith("<Places: ")


def test_many_threads_get_the_same_places(people: People, places: Places) -> None:
    """The work is done without the interpreter, and nothing is shared that changes."""
    with ThreadPoolExecutor(4) as pool:
        asked = [pool.submit(people.assign) for _ in range(8)]
        answers = [own.result().placements.to_dict() for own in asked]
    assert answers == [places.placements.to_dict()] * 8
