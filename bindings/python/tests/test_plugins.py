"""Rules in Python: what they may read, what they answer, how they fail, and where they run."""

from __future__ import annotations

import gc
import pickle
import random
import sys
import threading
import traceback
import weakref
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import mestring
from conftest import AS_OF, TABLES, write
from mestring import Desk, Pack, PackError, Record, Rule, RuleError, UnknownFactError, rule

if TYPE_CHECKING:
    from collections.abc import Callable

    from mestring.typing import Answer

THREE_WAYS = Path(__file__).parents[3] / "crates" / "mestring-rules" / "tests" / "three_ways"


@rule(judges="run", reads=["seats"], version="1.0.0")
def many_seats(run: Record) -> bool:
    return run.seats > 12


def files(*names: str, kind: str = "requirement", more: str = "") -> dict[str, str]:
    """Give the files of a pack of plugins."""
    criteria = ", ".join(f'"plugin:{name}"' for name in names)
    lines = [f'name = "own"\nversion = "1.0.0"\nkind = "{kind}"\ncriteria = [{criteria}]', more]
    for name in names:
        lines += [
            f'origin.{name} = "local choice"',
            f'title.{name} = {{ en = "{name}", nb = "{name}", nn = "{name}" }}',
        ]
    return {"pack.toml": "\n".join(lines)}


def asked(
    function: Callable[[Record], Any],
    data: dict[str, list[Any]],
    kind: str = "requirement",
    reads: tuple[str, ...] = ("seats", "format", "referral", "user_delivery", "hours"),
) -> list[object]:
    """Give the answers of a function about the rows of a frame."""
    own = rule(judges="run", reads=reads, version="1.0.0", name="own")(function)
    pack = Pack(files("own", kind=kind), plugins=[own])
    return pack.score(data).column("own")


def test_a_function_and_an_object_are_rules() -> None:
    """Both stand in one pack; each says what was missing."""

    class Atleast:
        version, judges, reads = "2.0.0", "run", ("sessions",)

        def __init__(self, name: str, least: int) -> None:
            self.name = name
            self.least = least

        def judge(self, run: Record) -> bool:
            return run.sessions >= self.least

    pack = Pack(
        files("many_seats", "six", "eight"),
        plugins=[many_seats, Atleast("six", 6), Atleast("eight", 8)],
    )
    assert pack.score({"seats": [20, None], "sessions": [6, 8]}).to_dict() == {
        "many_seats": [True, None],
        "six": [True, True],
        "eight": [False, True],
        "cannot_tell": [[], ["seats"]],
    }
    facts = pack.facts
    read = dict(zip(facts.column("name"), facts.column("read"), strict=True))
    assert [name for name, own in read.items() if own] == ["sessions", "seats"]


@pytest.mark.parametrize(
    ("answer", "kind", "expected"),
    [
        (True, "requirement", True),
        (3, "priority", 3.0),
        (2.5, "priority", 2.5),
        ("physical", "format", "physical"),
        ((False, "since it is so"), "requirement", False),
    ],
)
def test_what_a_rule_may_answer(answer: Answer, kind: str, expected: object) -> None:
    """Yes or no, numbers and words; NumPy's too."""
    assert asked(lambda _: answer, {"seats": [1]}, kind) == [expected]


def test_what_numpy_answers_is_taken() -> None:
    """A rule may calculate with NumPy."""
    numpy = pytest.importorskip("numpy")
    assert asked(lambda run: numpy.bool_(run.seats > 1), {"seats": [1, 2]}) == [False, True]
    assert asked(lambda run: numpy.int64(run.seats), {"seats": [1, 2]}, "priority") == [1.0, 2.0]
    assert asked(lambda run: numpy.float64(run.hours), {"hours": [1.5]}, "priority") == [1.5]


FAILING: list[tuple[Callable[[Record], Any], str]] = [
    (lambda _: None, "it answered None"),
    (lambda _: [True], "it answered a list"),
    (lambda _: (True, 3), "a tuple that is no answer with its reason"),
    (
        lambda _: 3,
        "rule `own` of pack `own` answered `3`, and a pack of kind `requirement` takes yes or no",
    ),
    (lambda run: run.seats > "x", "TypeError: '>' not supported"),
    (lambda run: run.seets, "AttributeError: `run` has no fact `seets`; did you mean `seats`?"),
    (lambda run: run.level, "`run.level` is not among the facts that `own` declares"),
    (lambda run: run.get("seats", "x"), "TypeError: `seats` takes a whole number, not a str"),
    (lambda run: run.get("format", "fysisk"), "TypeError: `format` takes a word"),
    (lambda run: getattr(run, "seets", True), "`run` has no fact `seets`"),
    (lambda run: hasattr(run, "level"), "`run.level` is not among the facts"),
]


@pytest.mark.parametrize(("function", "message"), FAILING)
def test_how_a_rule_fails(function: Callable[[Record], Any], message: str) -> None:
    """The error names the rule; what a record refused stands, also where Python looks away."""
    with pytest.raises(RuleError) as caught:
        asked(function, {"seats": [1], "format": ["physical"]})
    assert message in str(caught.value)
    assert "`own`" in str(caught.value)


def fails(run: Record) -> bool:
    """Fail with a place."""
    return bool(run.seats / 0)


def test_a_failure_keeps_its_traceback() -> None:
    """The exception of the rule is the cause, down to the line that raised it."""
    with pytest.raises(RuleError, match=r"ZeroDivisionError: .*\(test_plugins.py:\d+\)") as caught:
        asked(fails, {"seats": [1]})
    error = caught.value
    assert (error.code, error.where) == ("R303", "plugin `own` 1.0.0, row 0")
    assert isinstance(error.__cause__, ZeroDivisionError)
    frames = traceback.extract_tb(error.__cause__.__traceback__)
    assert frames[-1].name == "fails"
    assert frames[-1].line == "return bool(run.seats / 0)"
    with pytest.raises(KeyboardInterrupt):
        asked(interrupt, {"seats": [1]})


def interrupt(_: Record) -> bool:
    """Stop as a user does."""
    raise KeyboardInterrupt


def test_an_unknown_fact_is_never_a_value() -> None:
    """It ends the rule, also where the exception is caught."""

    def caught(run: Record) -> bool:
        try:
            return run.seats > 12
        except Exception:  # noqa: BLE001 (what is tested)
            return False

    data = {"seats": [13, None], "referral": [None, None]}
    assert asked(caught, data) == [True, None]
    assert asked(lambda run: run.get("seats", 20) > 12, data) == [True, True]
    assert asked(lambda run: run.known("seats"), data) == [True, False]

    def by_hand(run: Record) -> bool:
        if not run.known("seats"):
            missing = "referral"
            raise UnknownFactError(missing)
        return True

    own = rule(judges="run", reads=["seats", "referral"], version="1", name="own", pure=False)(
        by_hand
    )
    pack = Pack(files("own", more='impure = ["plugin:own"]'), plugins=[own])
    assert pack.score(data).column("cannot_tell") == [[], ["referral"]]


def test_a_rule_is_asked_again_for_what_is_missing() -> None:
    """Yes and no, words, and numbers with which it says it compares."""

    def either(run: Record) -> bool:
        return run.format == "physical" or run.referral

    assert asked(either, {"referral": [True, False]}) == [True, None]

    @rule(judges="run", reads=["referral"], compares={"seats": [12]}, version="1.0.0")
    def roomy(run: Record) -> bool:
        return run.seats > 12 or run.referral

    pack = Pack(files("roomy"), plugins=[roomy])
    assert pack.score({"referral": [True, False]}).column("roomy") == [True, None]


def test_facts_are_python_values() -> None:
    """Of the type of the fact; lists are fresh ones."""
    seen: list[object] = []

    def look(run: Record) -> bool:
        run.user_delivery.append("x")
        seen.extend([run.seats, run.format, run.referral, run.hours, run.user_delivery])
        return True

    data = {"seats": [1], "format": ["hybrid"], "referral": [True], "hours": [2.0]}
    asked(look, {**data, "user_delivery": [["peer"]]})
    assert seen == [1, "hybrid", True, 2.0, ["peer"]]
    assert [type(own) for own in seen] == [int, str, bool, float, list]
    assert set(dir(Record("pair", {}))) >= {"get", "known", "same_title"}
    assert repr(Record("run", {"title": "Yoga"})) == "<Record of a run>"
    for kind in ("run", "pair", "obligation", "person", "choice"):
        own = {name for name in vars(Record) if not name.startswith("_")}
        assert own.isdisjoint(set(dir(Record(kind, {}))) - own)


NO_PLUGINS: list[tuple[object, str]] = [
    (interrupt, "a function without `judge` is no plugin; give a function under"),
    (Rule, "a class is no plugin; give an object of it"),
    (3, "a int without `judge` is no plugin"),
]


@pytest.mark.parametrize(("plugin", "message"), NO_PLUGINS)
def test_what_is_no_plugin(plugin: Any, message: str) -> None:  # noqa: ANN401
    """What is given is named, with what would be right."""
    with pytest.raises(TypeError, match=message):
        Pack(files("own"), plugins=[plugin])


def test_declarations_are_checked() -> None:
    """A wrong fact, a wrong kind, a rule that is not pure, two of one name, one that is missing."""

    def refused(**given: Any) -> str:  # noqa: ANN401
        own: dict[str, Any] = {"judges": "run", "version": "1.0.0", "name": "own", **given}
        with pytest.raises((PackError, TypeError, ValueError)) as caught:
            Pack(files("own"), plugins=[rule(**own)(fails)])
        return str(caught.value)

    assert refused(reads=["seets"]).startswith("R313: the plugin `own` reads `seets`, which is no")
    assert refused(reads=["seets"]).endswith("did you mean `seats`?")
    assert refused(judges="pair").startswith("R313: the plugin `own` judges a pair, and this pack")
    assert refused(judges="room").startswith("`room` is no kind of record; one of: run, pair")
    assert refused(pure=False).startswith("R314: the plugin `own` depends on more than the facts")
    assert refused(compares={"format": [1]}).startswith("R313: the plugin `own` cannot compare")
    assert refused(name="owm").startswith("R007: no plugin `own` is registered; did you mean `owm`")
    assert refused(reads="seats") == 'give a list of names, such as reads=["seats"], not one text'
    with pytest.raises(ValueError, match="two plugins are called `many_seats`"):
        Pack(files("many_seats"), plugins=[many_seats, many_seats])


def test_the_version_of_a_rule_is_part_of_its_packs_identity() -> None:
    """A pack with a plugin of another version is another pack."""
    newer = rule(judges="run", reads=["seats"], version="1.0.1", name="many_seats")(many_seats)
    one, same, other = (Pack(files("many_seats"), [own]) for own in (many_seats, many_seats, newer))
    assert one == same
    assert one != other
    assert one.hash != other.hash


def test_a_pack_is_pickled_with_its_rules() -> None:
    """A rule travels by its name, as a function does; one without a name says so."""
    pack = Pack(files("many_seats"), plugins=[many_seats])
    copy = pickle.loads(pickle.dumps(pack))  # noqa: S301 (our own bytes)
    assert copy == pack
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as workers:
        assert workers.submit(score_elsewhere, pack).result() == [True, False]
    local = rule(judges="run", reads=["seats"], version="1", name="own")(lambda run: run.seats > 1)
    with pytest.raises((pickle.PicklingError, AttributeError), match=r"<lambda>|local object"):
        pickle.dumps(Pack(files("own"), plugins=[local]))


def score_elsewhere(pack: Pack) -> list[object]:
    """Score in a worker."""
    return pack.score({"seats": [13, 2]}).column("many_seats")


def test_threads_ask_one_rule() -> None:
    """Every thread gets its own answers; none waits for ever."""
    meeting = threading.Barrier(4, timeout=60)
    met = threading.local()

    @rule(judges="run", reads=["seats"], version="1.0.0", name="own")
    def meets(run: Record) -> float:
        if not hasattr(met, "done"):
            met.done = True
            meeting.wait()  # all four threads stand in a rule at once
        return run.seats * 2

    pack = Pack(files("own", kind="priority"), plugins=[meets])

    def ask(start: int) -> bool:
        seats = list(range(start, start + 500))
        return pack.score({"seats": seats}).column("own") == [2.0 * own for own in seats]

    with ThreadPoolExecutor(4) as threads:
        assert all(one.result() for one in [threads.submit(ask, 1000 * own) for own in range(4)])


def test_nothing_is_kept() -> None:
    """Records and failures go when the answers are there, and rules go with their pack."""

    def leaky(run: Record) -> bool:
        if run.seats == 0:
            raise ValueError
        return True

    own = rule(judges="run", reads=["seats"], version="1", name="own")(leaky)
    pack = Pack(files("own"), plugins=[own])

    def ask() -> None:
        pack.score({"seats": list(range(1, 200))})
        with pytest.raises(RuleError):
            pack.score({"seats": [0]})

    def held() -> tuple[int, int, int]:
        gc.collect()
        # Every record holds its class.
        errors = sum(isinstance(item, ValueError) for item in gc.get_objects())
        return sys.getrefcount(Record), sys.getrefcount(leaky), errors

    ask()
    before = held()
    for _ in range(20):
        ask()
    assert held() == before
    one_more = Record("run", {})
    assert held() != before
    del one_more
    gone = weakref.ref(own)
    del own, ask
    pack = Pack.shipped("format")
    gc.collect()
    # A reference that was let go outside the interpreter is given back at the next call.
    pack.test()
    assert gone() is None


def test_a_desk_works_by_rules_in_python(tmp_path: Path) -> None:
    """A pack of the desk's own folder names the rule, and another one in a question does."""
    toml = TABLES["desk.toml"] + '\n[packs]\npriority = { path = "rules" }\n'
    folder = write(tmp_path, {**TABLES, "desk.toml": toml})
    (folder / "rules").mkdir()
    write(folder / "rules", files("many_seats", kind="priority"))
    with pytest.raises(PackError, match="no plugin `many_seats` is registered"):
        Desk.open(folder)
    desk = Desk.open(folder, plugins=[many_seats])
    assert desk.plan().column("many_seats") == [None, None]
    named = rule(judges="run", reads=["title"], version="1", name="kols")(
        lambda run: "kols" in run.title
    )
    pack = Pack(files("kols", kind="priority"), plugins=[named])
    plan = desk.plan(packs=[pack])
    assert plan.column("run")[0] == "R2"
    assert "kols 1 says" not in desk.report(packs=[pack])


def test_a_rule_in_python_and_as_a_script_gives_the_same_verdicts() -> None:
    """The rule of the Rust tests, on random rows: answers, what was read, assumed and missing."""

    @rule(
        judges="run",
        reads=["focus_group", "days_to_deadline", "format", "sessions", "target_groups", "title"],
        compares={"seats": [12], "hours": [2.5]},
        version="1.0.0",
    )
    def same(run: Record) -> float:
        if run.focus_group and run.seats > 12:
            return 30.0
        if run.known("days_to_deadline") and run.days_to_deadline <= 14:
            return 20.5
        if run.format in {"digital_live", "hybrid"}:
            return 12.0 if run.get("sessions", 6) >= 8 else 10.0
        if run.hours < 2.5:
            return 1.0
        return 2.0 if "diabetes" in run.target_groups or run.title == "Startkurs" else 0.0

    pack = Pack.load(THREE_WAYS, plugins=[same])
    assert len(pack.test()) == 12
    assert all(pack.test().column("passed"))
    values: dict[str, list[Any]] = {
        "focus_group": [True, False],
        "seats": [0, 12, 13, 40],
        "days_to_deadline": [-3, 14, 15],
        "format": ["physical", "digital_live", "hybrid", "telephone"],
        "sessions": [1, 7, 8],
        "hours": [2.0, 2.5, 7.5],
        "target_groups": [[], ["kols"], ["kols", "diabetes"]],
        "title": ["Startkurs", "Å leve med kols"],
    }
    draw = random.Random(20261122)  # noqa: S311 (made-up rows)
    rows = 3000
    data = {
        name: [None if draw.random() < 0.25 else draw.choice(own) for _ in range(rows)]
        for name, own in values.items()
    }
    reasons = pack.reasons(data, as_of=AS_OF).to_dict()
    verdicts: dict[str, dict[int, list[tuple[object, ...]]]] = {"script": {}, "same": {}}
    columns = ("answer", "fact", "value", "assumed")
    for at, (row, criterion) in enumerate(zip(reasons["row"], reasons["criterion"], strict=True)):
        said = tuple(reasons[name][at] for name in columns)
        verdicts[criterion].setdefault(row, []).append(said)
    assert verdicts["script"] == verdicts["same"]
    assert len(verdicts["same"]) == rows
    told = [own[0][0] for own in verdicts["same"].values()]
    missing = [own for own in told if str(own).startswith("cannot tell")]
    assert len(missing) > 100
    assert len(told) - len(missing) > 1000
    assert mestring.rule is rule
