"""Made-up centres with a year of courses to place, as JSON, from a seed.

    python plan_instances.py loose RUNS ROOMS SEED OUT.json
    python plan_instances.py tight RUNS ROOMS SEED OUT.json [SHARE]

A year is 44 weeks of 5 days with 2 half-days: 440 slots. In the file stand

- `rooms`: seats and a mask of equipment; `blocked`: the slots in which each room is booked;
- `leaders`: topics they can lead (`comp`), slots in which they work (`av`), most half-days a year
  (`max`);
- `runs`: topic, class (1 first), sessions (`k`), weeks between two (`per`), digital or not, first
  and last week of the start (`win`), half-days of the week that would do (`half`), participants
  (`n`), equipment, what it costs each of two budgets, and whether it needs a user representative
  (`rep`);
- `budget`: the two budgets; `reps`: how many runs with a user representative each topic can have.

A loose centre has wide windows and budgets that do not reach for all; a tight one has narrow
windows, leaders who may lead no more than SHARE of the half-days they work, and budgets that almost
reach.
S, M and L are `loose 150 3 1`, `loose 250 4 2` and `loose 400 6 3`; T1, T2 and T3 are
`tight 200 3 11`, `tight 300 3 12` and `tight 400 4 13`.
"""

import json
import random
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

WEEKS, TOPICS, LEADERS = 44, 14, 40
WEEK = 10  # half-days
SLOTS = WEEKS * WEEK
ROOMS = [(16, 0b001), (24, 0b011), (10, 0b000), (12, 0b101), (40, 0b010), (20, 0b111)]


@dataclass(frozen=True)
class Kind:
    """What tells a loose centre from a tight one."""

    topics_of_leader: list[int]
    least_half_days: int
    share_led: float
    widths: list[int]
    budget: tuple[float, float]
    reps: float
    least_reps: int


def kind_of(name: str, share: float) -> Kind:
    """The kind with that name; only a tight centre takes a share."""
    if name == "loose":
        return Kind([2, 3, 3, 4], 6, 0.35, [4, 6, 8, 12], (0.86, 0.80), 0.7, 2)
    if name == "tight":
        return Kind([3, 4, 5, 6], 5, share, [1, 2, 4, 8], (0.97, 0.95), 0.95, 2)
    message = f"no kind `{name}`: loose or tight"
    raise SystemExit(message)


def leader(r: random.Random, kind: Kind) -> dict[str, Any]:
    """A leader who works the same half-days every week but for four weeks off."""
    position = r.choice([0.2, 0.2, 0.2, 0.4, 0.5, 0.6, 1.0])
    half_days = sorted(r.sample(range(WEEK), max(2, round(WEEK * position))))
    off = r.sample(range(WEEKS), 4)
    works = [w * WEEK + h for w in range(WEEKS) if w not in off for h in half_days]
    topics = r.choice(kind.topics_of_leader)
    return {
        "comp": sorted(r.sample(range(TOPICS), topics)),
        "av": works,
        "max": max(kind.least_half_days, int(len(works) * kind.share_led)),
    }


def class_of(group: int, *, established: bool) -> int:
    """Established courses of the first groups come first, then other established ones."""
    if established:
        return 1 if group <= 2 else 2
    return min(2 + group, 6)


def run(r: random.Random, kind: Kind, at: int) -> dict[str, Any]:
    """A run; the order of the draws is part of the instance."""
    topic = min(int(r.expovariate(0.22)), TOPICS - 1)
    established = r.random() < 0.45
    group = r.choice([1, 2, 3, 4, 5])
    sessions = r.choices([1, 2, 3, 4, 5, 6, 8], [18, 14, 8, 30, 8, 14, 8])[0]
    digital = r.random() < 0.18
    every = r.choice([1, 1, 1, 2]) if sessions <= 4 else 1
    span = (sessions - 1) * every + 1
    first = r.randrange(0, max(1, WEEKS - span - 8))
    last = min(WEEKS - span, first + r.choice(kind.widths))
    half_days = r.choice([3, 4, 5, 6, 10])
    half = sorted(r.sample(range(WEEK), half_days))
    participants = r.choice([8, 10, 10, 12, 12, 15, 18, 22, 30])
    cost = 4 * sessions + r.randrange(3, 15)
    shares = r.choice([(100, 0), (70, 30), (50, 50), (0, 100)])
    return {
        "id": at,
        "topic": topic,
        "cls": class_of(group, established=established),
        "k": sessions,
        "per": every,
        "dig": digital,
        "win": [first, last],
        "half": half,
        "n": participants,
        "eq": 0 if digital else r.choice([0, 0, 0, 1, 2, 4]),
        "cost": [cost * share // 100 for share in shares],
        "rep": r.random() < 0.5,
    }


def instance(name: str, runs: int, rooms: int, seed: int, share: float = 0.35) -> dict[str, Any]:
    """The centre of that kind, size and seed."""
    r = random.Random(seed)  # noqa: S311 (made-up centres, the same from the same seed)
    kind = kind_of(name, share)
    blocked = [sorted(r.sample(range(SLOTS), SLOTS // 10)) for _ in ROOMS[:rooms]]
    leaders = [leader(r, kind) for _ in range(LEADERS)]
    wanted = [run(r, kind, at) for at in range(runs)]
    total = [sum(x["cost"][p] for x in wanted) for p in (0, 1)]
    with_rep = [sum(x["rep"] for x in wanted if x["topic"] == t) for t in range(TOPICS)]
    return {
        "W": WEEKS,
        "rooms": [{"seats": seats, "eq": equipment} for seats, equipment in ROOMS[:rooms]],
        "blocked": blocked,
        "leaders": leaders,
        "runs": wanted,
        "budget": [int(total[p] * kind.budget[p]) for p in (0, 1)],
        "reps": [max(kind.least_reps, round(kind.reps * n)) for n in with_rep],
    }


if __name__ == "__main__":
    if len(sys.argv) < 6:
        raise SystemExit(__doc__)
    name, runs, rooms, seed, out = sys.argv[1:6]
    share = float(sys.argv[6]) if len(sys.argv) > 6 else 0.35
    made = instance(name, int(runs), int(rooms), int(seed), share)
    Path(out).write_text(json.dumps(made))
