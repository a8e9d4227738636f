"""The same verdicts about people who wait, from Rust, from Python and from plain rules.

As `test_same_verdicts` has it for runs, pairs of offers and obligations.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import pytest

from conftest import BERGEN, rows
from mestring import Desk, Pack, People
from test_same_verdicts import AS_OF, Answer, Facts, Rule, Verdict, known, named, pack_values, told

if TYPE_CHECKING:
    from collections.abc import Callable

# The pack `class`, of people; `eligibility` and `preference`, of people with runs.


def person_class(person: Facts) -> int:
    if person.get("days_to_deadline", 10_000) <= 90:
        return 1
    return 2 if person.get("focus_group", False) else 3


def stated(fact: str) -> Callable[[Facts], bool]:
    """Give a rule that a fact alone decides."""

    def rule(choice: Facts) -> bool:
        return choice[fact]

    return rule


def within_age(choice: Facts) -> bool:
    return not choice.get("age_limit", False) or choice["age_fits"]


def can_come(choice: Facts) -> bool:
    asked = choice["format"]
    near = choice.get("within_travel_limit", True)
    if asked in {"physical", "relayed"}:
        return near
    if asked == "hybrid":
        return choice.get("can_attend_digitally", False) or near
    if asked in {"anonymous", "telephone"}:
        return asked == "telephone"
    return choice["can_attend_digitally"]


def way_there(choice: Facts) -> int:
    return choice.get("travel_minutes", 60)


def other_format(choice: Facts) -> int:
    first, own = choice.get("first_format"), choice.get("format")
    if first is None or own is None or first == own:
        return 0
    offline = not choice.get("can_attend_digitally", False)
    return 0 if first == "digital_live" and offline else 20


def other_language(choice: Facts) -> int:
    return 0 if choice.get("language_fits", True) else 120


def other_time(choice: Facts) -> int:
    return 0 if choice.get("time_fits", True) else 45


def late_start(choice: Facts) -> int:
    return 0 if choice.get("starts_by_deadline", True) else 240


PACKS: dict[str, dict[str, Rule]] = {
    "class": {"class": person_class},
    "eligibility": {
        "target_group": stated("in_target_group"),
        "audience": stated("audience_fits"),
        "age": within_age,
        "referral": stated("referral_fits"),
        "area": stated("in_catchment"),
        "way": can_come,
    },
    "preference": {
        "travel": way_there,
        "format": other_format,
        "language": other_language,
        "time": other_time,
        "deadline": late_start,
    },
}
# How many records of each pack's kind the example has, and how many combinations of what may be
# known of the facts that it reads.
RECORDS = {"class": 100, "eligibility": 130, "preference": 130}
COMBINATIONS = {"class": 15, "eligibility": 52_488, "preference": 20_736}
# How many answers each rule gives over all combinations, cannot tell being one, where not 3.
REACHED = {"travel": 3, "preference.format": 2, "language": 2, "time": 2, "deadline": 2}


def judge(pack: str, facts: Facts) -> list[Verdict]:
    """Give the plain verdicts of a pack's rules, in their order."""
    return [told(rule, facts, pack_values(pack)) for rule in PACKS[pack].values()]


def values(fact: dict[str, Any]) -> list[Any]:
    """Give values on all sides of what the packs ask, and none; `fact` is a row of `Pack.facts`."""
    words: list[str] = fact["words"] or []
    by_name = {"days_to_deadline": [-1, 0, 90, 91], "travel_minutes": [0, 60, 61]}
    by_type: dict[str, list[Any]] = {"word": words, "yes/no": [True, False]}
    return [None, *(by_name.get(fact["name"]) or by_type[fact["type"]])]


@pytest.fixture(scope="module")
def people() -> People:
    """Open the example's people beside their desk."""
    return People.open(Desk.open(BERGEN), BERGEN.with_name("bergen_people"))


@pytest.mark.parametrize("name", PACKS)
def test_python_scores_people_as_the_plain_rules(people: People, name: str) -> None:
    """Every row, every criterion, and the name of the fact that was missing."""
    pack = Pack.shipped(name)
    assert pack.criteria.column("name") == list(PACKS[name])
    frame = people.facts(pack.judges)
    read = {fact["name"] for fact in rows(pack.facts) if fact["read"]}
    facts = {fact: frame.column(fact) for fact in frame.columns if fact in read}
    scored = pack.score(facts, as_of=AS_OF)
    plain = [judge(name, own) for own in known(rows(frame))]
    assert len(scored) == len(plain) == RECORDS[name]
    assert scored.column("cannot_tell") == [named(verdicts) for verdicts in plain]
    for at, criterion in enumerate(PACKS[name]):
        assert scored.column(criterion) == [verdicts[at].answer for verdicts in plain], criterion


@pytest.mark.parametrize("name", PACKS)
def test_rules_about_people_agree_on_every_combination(name: str) -> None:
    """Whatever is known or not of each fact that the pack reads, all together."""
    pack = Pack.shipped(name)
    read = {fact["name"]: values(fact) for fact in rows(pack.facts) if fact["read"]}
    every = [dict(zip(read, own, strict=True)) for own in product(*read.values())]
    assert len(every) == COMBINATIONS[name]
    scored = pack.score({fact: [row[fact] for row in every] for fact in read}, as_of=AS_OF)
    plain = [judge(name, facts) for facts in known(every)]
    assert scored.column("cannot_tell") == [named(verdicts) for verdicts in plain]
    for at, criterion in enumerate(PACKS[name]):
        answers = [verdicts[at].answer for verdicts in plain]
        assert scored.column(criterion) == answers, criterion
        reached = REACHED.get(f"{name}.{criterion}", REACHED.get(criterion, 3))
        assert len(set(answers)) == reached, criterion


def test_places_rest_on_the_plain_rules(people: People) -> None:
    """The class of each person, who can go where, what it costs, and why others have no run."""
    places = people.assign(as_of=AS_OF)
    persons = rows(people.facts("person"))
    classes = {
        (row["person"], row["offer"]): judge("class", facts)[0].answer
        for row, facts in zip(persons, known(persons), strict=True)
    }
    told = rows(places.people)
    assert {(row["person"], row["offer"]): row["class"] for row in told} == classes
    by_hand = set(people.table("choices").column("person"))
    choices = [row for row in rows(people.facts("choice")) if row["person"] not in by_hand]
    refused: dict[tuple[str, str], int] = {}
    fits: dict[str, dict[str, Answer]] = {}
    for row, facts in zip(choices, known(choices), strict=True):
        verdicts = judge("eligibility", facts)
        for rule, own in zip(PACKS["eligibility"], verdicts, strict=True):
            if own.answer is False:
                key = (row["person"], rule)
                refused[key] = refused.get(key, 0) + 1
        if all(own.answer is True for own in verdicts):
            costs = [own.answer for own in judge("preference", facts)]
            fits.setdefault(row["person"], {})[row["run"]] = sum(map(int, filter(None, costs)))
    outcomes = {row["person"]: row for row in told if row["person"] not in by_hand}
    given = [row for row in outcomes.values() if row["outcome"] == "given"]
    assert len(given) > 30
    assert all(fits[row["person"]][row["run"]] == row["cost"] for row in given)
    full = [row for row in rows(places.unplaced) if row["outcome"] == "full"]
    full = [row for row in full if row["person"] not in by_hand]
    assert len(full) > 0
    assert all(len(fits[row["person"]]) == row["would_do"] for row in full)
    nowhere = [person for person, row in outcomes.items() if row["outcome"] == "no_run"]
    assert len(nowhere) > 0
    assert not set(nowhere) & set(fits)
    why = {(row["person"], row["rule"]): row["runs"] for row in rows(places.why)}
    assert why == {key: runs for key, runs in refused.items() if key[0] in nowhere}
