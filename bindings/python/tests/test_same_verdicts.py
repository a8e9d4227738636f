"""The same verdicts from Rust, from Python and from the rules in plain Python, on the example.

The functions below say anew, without the package, what the scripts of the shipped packs say. They
read a dict of what is known; reading anything else is how they cannot tell, unless every value
that the fact can have gives the same answer.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any, NamedTuple

import pytest

from conftest import BERGEN, rows
from mestring import Desk, IgnoredColumnWarning, Pack

# The date that the example's `desk.toml` asks on.
AS_OF = date(2026, 11, 22)

Answer = bool | float | str


class CannotTellError(Exception):
    """A rule read a fact that is not known."""

    def __init__(self, fact: str) -> None:
        super().__init__(fact)
        self.fact = fact


class Facts(dict[str, Any]):
    """What is known of one record, by the facts' names."""

    def __missing__(self, name: str) -> bool:
        raise CannotTellError(name)


# The pack `priority`.


def established(run: Facts) -> bool:
    if "months_since_held" not in run and run["times_held"] == 0:
        return False
    return run["months_since_held"] <= 24 and (
        run["number_in_half_year"] <= max(run["usual_per_half_year"], 1)
    )


def focus_groups(run: Facts) -> bool:
    return run["focus_group"]


def large_groups(run: Facts) -> bool:
    return not run["focus_group"] and run["large_chronic_group"]


def deadline(run: Facts) -> int:
    return -run.get("days_to_deadline", 3650)


def waiting(run: Facts) -> int:
    return run["longest_wait_days"]


def longest_since_last_run(run: Facts) -> int:
    if "months_since_held" not in run and run["times_held"] == 0:
        return 240
    return run["months_since_held"]


# The requirements and the format.


def activity(run: Facts) -> bool:
    return run["activity"] or not run["activity_appropriate"]


def user_knowledge(run: Facts) -> bool:
    phases = ("user_planning", "user_delivery", "user_evaluation")
    return run.get("user_involved", True) and all(run[phase] != [] for phase in phases)


def course_format(run: Facts) -> str:
    asked = run["format"]
    if asked not in {"physical", "digital_live", "hybrid"}:
        return asked
    as_good = "hybrid" if asked == "hybrid" else "digital_live"
    return {"as_good": as_good, "worse": "physical"}.get(run["digital_result"], asked)


# The pack `relation`: one function for each group of questions, in the order they are asked.


def one_house(pair: Facts) -> bool:
    return pair["organiser"] in {"same", "shared", "parent"}


def meets(pair: Facts) -> bool:
    return pair["catchment"] in {"equal", "contains", "overlaps", "national"}


def alike(pair: Facts) -> bool:
    named = pair.get("same_title", False) or pair.get("same_programme", False)
    same = named or pair.get("title_words") == "same"
    return one_house(pair) and pair["topics"] == "same" and same


def theme(pair: Facts) -> str | None:
    if pair.get("audience") == "disjoint":
        return "different/audience"
    house = one_house(pair)
    if pair["topics"] == "unrelated":
        teachers = pair.get("audience") == "trainer_participant"
        return "different/audience" if teachers else "different/condition"
    return "different/condition" if pair["topics"] == "group_member" and not house else None


def audience(pair: Facts) -> str | None:
    people = pair.get("audience", "same")
    if people == "trainer_participant":
        return "complementary/train_then_run"
    if people == "patient_relative":
        together = one_house(pair) or meets(pair)
        return "complementary/patient_relative_pair" if together else "different/audience"
    if pair.get("ages_overlap", True):
        return None
    split = one_house(pair) and pair.get("same_programme", False)
    return "overlapping/audience" if split else "different/audience"


def steps_of_one_house(pair: Facts) -> str | None:
    if not one_house(pair):
        return None
    if pair.get("parts_differ", False):
        return "complementary/phase"
    other_teaching = not pair.get("same_teaching", True)
    special = pair["topics"] == "group_member"
    return "complementary/step" if special or other_teaching else None


def same_course(pair: Facts) -> str:
    if pair.get("format", "same") != "same":
        return "overlapping/format_variant"
    if pair.get("audience") == "includes":
        return "overlapping/audience"
    if pair.get("catchment") in {"overlaps", "adjoins", "disjoint"}:
        return "other_site"
    runs = pair.get("same_page", False) or pair.get("time") == "apart"
    return "rerun" if runs else "same_offer"


def one_organiser(pair: Facts) -> bool:
    units = pair["organiser"] == "parent" and pair.get("common_level") == "specialist"
    return pair["organiser"] in {"same", "shared"} or units


def organiser(pair: Facts) -> str | None:
    if not one_organiser(pair) or pair["topics"] != "same":
        return None
    if pair.get("number_conflict", False):
        return "complementary/step"
    if alike(pair) and pair["level"] != "different":
        return same_course(pair)
    looked_at = pair["organiser"] == "same" and pair["level"] != "different"
    return "overlapping/theme" if looked_at else None


def reach(pair: Facts) -> str | None:
    if pair["catchment"] == "disjoint":
        shared = pair.get("same_trust", False) and pair["level"] == "same"
        return "overlapping/same_trust" if shared else "different/catchment"
    named = pair.get("same_programme", False) or pair.get("same_title", False)
    if named and pair["catchment"] == "national" and pair["level"] != "same":
        return "overlapping/programme"
    if pair["level"] == "different":
        return "complementary/level"
    if meets(pair) and pair.get("parts_differ", False):
        return "complementary/phase"
    return None


def two_parts_of_one_owner(pair: Facts) -> str | None:
    if pair["organiser"] != "parent":
        return None
    if pair.get("common_level") == "municipal":
        return "overlapping/neighbour"
    return "overlapping/programme" if alike(pair) else "overlapping/same_trust"


def partly_the_same(pair: Facts) -> str | None:
    if not pair.get("same_teaching", True):
        return "overlapping/format"
    for fact, value, kind in (
        ("topics", "siblings", "sibling_diagnosis"),
        ("topics", "parent_child", "theme"),
        ("level", "includes", "level"),
        ("organiser", "shared", "theme"),
    ):
        if pair[fact] == value:
            return f"overlapping/{kind}"
    return None


def neighbours(pair: Facts) -> str | None:
    if pair["catchment"] != "adjoins":
        return None
    if pair["common_level"] == "specialist":
        return "overlapping/neighbour_trust"
    if pair.get("time") == "apart":
        return "overlapping/neighbour_time"
    return None if pair["common_level"] == "municipal" else "overlapping/neighbour"


def format_and_time(pair: Facts) -> str:
    same = pair.get("format", "same")
    if same == "live_variant" or (same == "same" and not pair.get("same_sessions", True)):
        return "overlapping/format_variant"
    if same == "different":
        return "overlapping/format"
    if pair.get("time") == "apart":
        return "overlapping/neighbour_time"
    if pair.get("title_words") == "each_own":
        return "overlapping/theme"
    return "competing" if pair["audience"] == "same" else "overlapping/audience"


def relation(pair: Facts) -> str:
    for question in (
        theme,
        audience,
        steps_of_one_house,
        organiser,
        reach,
        two_parts_of_one_owner,
        partly_the_same,
        neighbours,
    ):
        answer = question(pair)
        if answer is not None:
            return answer
    return format_and_time(pair)


# The pack `obligation`.


def not_binding(obligation: Facts) -> str | None:
    unbound = {"history": "closed", "proposal": "proposed"}.get(obligation["kind"])
    if unbound is not None:
        return unbound
    if obligation.get("waived", False):
        return "waived"
    if not obligation.get("parties_joined", True) or obligation.get("days_to_start", 0) > 0:
        return "not_yet_in_force"
    return "closed" if obligation.get("days_since_end", 0) > 0 else None


def by_evidence(obligation: Facts) -> str:
    recorded = obligation.get("evidence_recorded", False)
    if obligation["recurrence"] == "continuous":
        if "days_since_evidence" in obligation:
            return "met" if obligation["days_since_evidence"] <= 365 else "overdue"
        return "overdue" if recorded else "cannot_tell"
    if obligation.get("evidence_in_period", 0) > 0:
        return "met"
    if not recorded:
        return "cannot_tell"
    return "overdue" if obligation.get("days_to_due", 0) < 0 else "due"


def obligation_status(obligation: Facts) -> str:
    return not_binding(obligation) or by_evidence(obligation)


Rule = Callable[[Facts], Answer]

PACKS: dict[str, dict[str, Rule]] = {
    "priority": {
        "established": established,
        "focus_groups": focus_groups,
        "large_groups": large_groups,
        "deadline": deadline,
        "waiting": waiting,
        "longest_since_last_run": longest_since_last_run,
    },
    "activity": {"activity": activity},
    "user_knowledge": {"user_knowledge": user_knowledge},
    "format": {"format": course_format},
    "relation": {"relation": relation},
    "obligation": {"obligation": obligation_status},
}
# What the pack `relation` does about each relation.
ACTIONS = {
    "same_offer": "merge",
    "rerun": "merge",
    "other_site": "merge",
    "competing": "coordinate",
    "overlapping": "look_at",
    "complementary": "keep",
    "different": "none",
    "cannot_tell": "ask",
}
# How many records of each kind the example has.
RECORDS = {"run": 18, "pair": 8_385, "obligation": 45}
# The kinds of answers that each rule gives in the example: what was compared.
GIVEN = {
    "established": {"yes", "no"},
    "focus_groups": {"yes", "no", "cannot tell"},
    "large_groups": {"yes", "no", "cannot tell"},
    "deadline": {"number"},
    "waiting": {"number", "cannot tell"},
    "longest_since_last_run": {"number"},
    "activity": {"yes", "no", "cannot tell"},
    "user_knowledge": {"yes", "cannot tell"},
    "format": {"cannot tell"},
    "relation": {"word", "cannot tell"},
    "obligation": {"word"},
}


class Verdict(NamedTuple):
    """An answer, or the facts for want of which there is none."""

    answer: Answer | None
    missing: tuple[str, ...] = ()


class TooManyError(Exception):
    """The missing facts have more values together than are tried."""


class Completions:
    """What a rule answers for every value of the facts at which it stops."""

    def __init__(self, rule: Rule, values: dict[str, list[Any]]) -> None:
        self.rule = rule
        self.values = values
        self.left = 256
        self.answers: set[Answer] = set()
        self.missing: list[str] = []

    def ask(self, facts: Facts) -> None:
        """Take the answer, or ask again for every value of the fact that is missing."""
        try:
            self.answers.add(self.rule(facts))
        except CannotTellError as unknown:
            name = unknown.fact
            if name not in self.missing:
                self.missing.append(name)
            for value in self.values[name]:
                if self.left == 0:
                    raise TooManyError from None
                self.left -= 1
                self.ask(Facts({**facts, name: value}))


def told(rule: Rule, facts: Facts, values: dict[str, list[Any]]) -> Verdict:
    """Give the answer on which all completions agree."""
    completions = Completions(rule, values)
    with contextlib.suppress(TooManyError):
        completions.ask(facts)
        if len(completions.answers) == 1:
            return Verdict(completions.answers.pop())
    return Verdict(None, tuple(completions.missing))


def possible(fact: dict[str, Any]) -> list[Any]:
    """Give values that stand for all that a fact can be; `fact` is a row of `Pack.facts`."""
    words: list[str] = fact["words"] or []
    by_type: dict[str, list[Any]] = {
        "word": words,
        "yes/no": [False, True],
        # The packs ask of lists only whether anything stands in them.
        "list of words": [[], words[:1]],
        # On both sides of every limit that the packs set.
        "whole number": [0, 1, 2, 3, 23, 24, 25, 26],
    }
    return by_type.get(fact["type"], [])


@cache
def pack_values(pack: str) -> dict[str, list[Any]]:
    """Give the possible values of the facts that a pack reads."""
    return {fact["name"]: possible(fact) for fact in rows(Pack.shipped(pack).facts) if fact["read"]}


def judge(pack: str, facts: Facts) -> list[Verdict]:
    """Give the plain verdicts of a pack's rules, in their order."""
    return [told(rule, facts, pack_values(pack)) for rule in PACKS[pack].values()]


def named(verdicts: list[Verdict]) -> list[str]:
    """Give the facts that were missing, each once."""
    return list(dict.fromkeys(fact for own in verdicts for fact in own.missing))


def kind_of(answer: Answer | None) -> str:
    """Name the kind of an answer."""
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    if answer is None:
        return "cannot tell"
    return "word" if isinstance(answer, str) else "number"


def known(rows: list[dict[str, Any]]) -> list[Facts]:
    """Leave out what is not known."""
    return [
        Facts({fact: value for fact, value in row.items() if value is not None}) for row in rows
    ]


def places(keys: list[tuple[tuple[bool, float], ...]]) -> list[int]:
    """Give each key its place, where equal ones share one."""
    ordered = sorted(keys)
    return [ordered.index(key) + 1 for key in keys]


def order_key(verdicts: list[Verdict]) -> tuple[tuple[bool, float], ...]:
    """Put yes and the greater number first, and what cannot be told last."""
    answers = [own.answer for own in verdicts]
    return tuple((own is None, -float(own if own is not None else 0)) for own in answers)


@pytest.fixture(scope="module")
def bergen() -> Desk:
    """Open the example."""
    return Desk.open(BERGEN)


@pytest.mark.parametrize("name", PACKS)
def test_python_scores_as_the_plain_rules(bergen: Desk, name: str) -> None:
    """Every row, every criterion, and the name of the fact that was missing."""
    pack = Pack.shipped(name)
    assert pack.criteria.column("name") == list(PACKS[name])
    frame = bergen.facts(pack.judges)
    with pytest.warns(IgnoredColumnWarning):
        scored = pack.score(frame, as_of=AS_OF)
    plain = [judge(name, facts) for facts in known(rows(frame))]
    assert len(scored) == len(plain) == RECORDS[pack.judges]
    assert scored.column("cannot_tell") == [named(verdicts) for verdicts in plain]
    for at, criterion in enumerate(PACKS[name]):
        answers = [verdicts[at].answer for verdicts in plain]
        assert scored.column(criterion) == answers, criterion
        assert {kind_of(answer) for answer in answers} == GIVEN[criterion]
    if name == "priority":
        assert scored.column("rank") == places([order_key(verdicts) for verdicts in plain])


def test_the_plan_judges_as_the_plain_rules(bergen: Desk) -> None:
    """What Rust's plan says of each run, and the order it takes the runs in."""
    facts = bergen.facts("run")
    runs = dict(zip(facts.column("run"), known(rows(facts)), strict=True))
    plan = rows(bergen.plan(as_of=AS_OF))
    assert len(plan) == len(runs) == RECORDS["run"]
    packs = ("priority", "activity", "user_knowledge", "format")
    keys: list[tuple[tuple[bool, float], ...]] = []
    for row in plan:
        verdicts = [own for pack in packs for own in judge(pack, runs[row["run"]])]
        names = [rule for pack in packs for rule in PACKS[pack]]
        columns = ["proposed_format" if name == "format" else name for name in names]
        assert [row[column] for column in columns] == [own.answer for own in verdicts], row["run"]
        assert row["cannot_tell"] == named(verdicts), row["run"]
        keys.append(order_key(verdicts[: len(PACKS["priority"])]))
    assert keys == sorted(keys)
    # The plan's own three steps make the classes.
    classes = sorted({key[:3] for key in keys})
    assert [row["class"] for row in plan] == [classes.index(key[:3]) + 1 for key in keys]
    assert len(classes) > 1


def test_the_relations_are_those_of_the_plain_rule(bergen: Desk) -> None:
    """What Rust says of every two offers, whichever is named first."""
    facts = bergen.facts("pair")
    ids = zip(facts.column("a"), facts.column("b"), strict=True)
    pairs = dict(zip(map(frozenset[str], ids), known(rows(facts)), strict=True))
    relations = rows(bergen.relations(as_of=AS_OF))
    assert len(relations) == len(pairs) == RECORDS["pair"]
    seen: set[str] = set()
    for row in relations:
        [own] = judge("relation", pairs.pop(frozenset((row["a"], row["b"]))))
        whole, _, kind = str(own.answer or "cannot_tell").partition("/")
        found = (row["relation"], row["kind"], row["action"], row["cannot_tell"], row["decided"])
        assert found == (whole, kind or None, ACTIONS[whole], named([own]), False), row
        seen.add(whole)
    assert not pairs
    assert seen == set(ACTIONS)


def test_the_obligations_stand_as_the_plain_rule_says(bergen: Desk) -> None:
    """What Rust says of every duty and promise, and what is missing to tell."""
    facts = bergen.facts("obligation")
    duties = dict(zip(facts.column("obligation"), known(rows(facts)), strict=True))
    statuses = rows(bergen.obligations(as_of=AS_OF))
    assert len(statuses) == len(duties) == RECORDS["obligation"]
    for row in statuses:
        duty = duties.pop(row["obligation"])
        [own] = judge("obligation", duty)
        # Where the rule itself says that it cannot tell, it lacks how often and the record of
        # evidence, whichever of them nobody knows.
        gaps = [fact for fact in ("recurrence", "evidence_recorded") if fact not in duty]
        lacks = gaps if own.answer == "cannot_tell" else named([own])
        assert (row["status"], row["missing"]) == (own.answer or "cannot_tell", lacks), row
    assert not duties
    assert {row["status"] for row in statuses} == {"cannot_tell", "closed", "proposed"}


# How many answers each rule gives, cannot tell being one, where the test below changes the facts;
# a rule that is not here says yes, says no and cannot tell.
REACHED = {
    "deadline": 5,
    "waiting": 5,
    "longest_since_last_run": 5,
    "format": 7,
    "relation": 24,
    "obligation": 9,
}


def other_values(fact: dict[str, Any]) -> list[Any]:
    """Give values that a fact may have, and none; `fact` is a row of `Pack.facts`."""
    words: list[str] = fact["words"] or []
    by_type: dict[str, list[Any]] = {
        "word": [*words],
        "list of words": [[], *([word] for word in words)],
        "yes/no": [True, False],
        # Around nought and on both sides of the limits that the packs set.
        "whole number": [-1, 0, 1, 24, 25, 74, 75, 365, 366],
    }
    return [None, *by_type[fact["type"]]]


@pytest.mark.parametrize("name", PACKS)
def test_rules_agree_where_one_fact_is_changed(bergen: Desk, name: str) -> None:
    """Rules say then what they do not say of the example; a few records of each verdict do."""
    pack = Pack.shipped(name)
    read = [fact for fact in rows(pack.facts) if fact["read"]]
    names = [fact["name"] for fact in read]
    alike_records: dict[str, list[dict[str, Any]]] = {}
    for row, facts in zip(stated := rows(bergen.facts(pack.judges)), known(stated), strict=True):
        few = alike_records.setdefault(repr(judge(name, facts)), [])
        record = {fact: row[fact] for fact in names}
        if len(few) < 12 and record not in few:
            few.append(record)
    changed = [
        {**record, fact["name"]: value}
        for few in alike_records.values()
        for record in few
        for fact in read
        for value in other_values(fact)
    ]
    scored = pack.score({fact: [row[fact] for row in changed] for fact in names}, as_of=AS_OF)
    plain = [judge(name, facts) for facts in known(changed)]
    assert scored.column("cannot_tell") == [named(verdicts) for verdicts in plain]
    for at, criterion in enumerate(PACKS[name]):
        answers = [verdicts[at].answer for verdicts in plain]
        assert scored.column(criterion) == answers, criterion
        assert len(set(answers)) >= REACHED.get(criterion, 3), criterion
