"""Makes the people of this folder up, the same ones every time: `python3 generate.py`.

Nobody here is or was anybody. Names, dates of birth and numbers of the register are not made up
either: a person store has no place for them.
"""

import csv
import random
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).parent
AS_OF = date(2026, 11, 22)
DRAW = random.Random(2027)  # noqa: S311 (made-up people, the same every time)

# Municipality, weight, minutes to the course rooms in Bergen. The minutes are estimates.
HOMES = [
    (4601, 44, 20), (4627, 8, 30), (4626, 9, 45), (4624, 7, 45), (4623, 2, 50), (4625, 3, 90),
    (4631, 8, 40), (4630, 3, 45), (4628, 3, 50), (4629, 1, 80), (4634, 1, 90), (4635, 1, 120),
    (4632, 1, 70), (4633, 1, 110), (4621, 5, 90), (4622, 3, 100), (4620, 1, 130), (4619, 1, 150),
]  # fmt: skip
# Target group, how many patients, the oldest and youngest year of birth, their offers.
GROUPS = [
    ("lung", 34, (1938, 1975), ["IL05"]),
    ("frail_elderly", 16, (1932, 1961), ["IL01", ""]),
    ("multimorbidity", 17, (1940, 1985), ["IL03", ""]),
    ("heart", 17, (1942, 1980), ["IL06"]),
    ("dementia", 8, (1935, 1960), ["HB01"]),
]
RUNS = {"IL05": ["D27-02", "D27-03"], "IL01": ["D27-04"], "IL03": ["D27-05"], "IL06": ["D27-06"]}
DAYS = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag"]
PARTS = ["formiddag", "ettermiddag", "kveld"]
# Relatives who want to come with the patient.
TOGETHER = {"P011", "P069", "P083"}


def chance(share: float) -> bool:
    """True for about that share of calls."""
    return DRAW.random() < share


def sometimes(share: float, value: object) -> str:
    """The value for about that share of calls, an empty cell for the others."""
    return str(value) if chance(share) else ""


def norwegian(day: date) -> str:
    """A date as Norwegian lists write it."""
    return day.strftime("%d.%m.%Y")


def person(number: int, role: str, patient: str, group: str, years: tuple[int, int]) -> list[str]:
    """A row of the people."""
    home = DRAW.choices([own[0] for own in HOMES], [own[1] for own in HOMES])[0]
    days = "; ".join(sorted(DRAW.sample(DAYS, DRAW.randint(1, 3)), key=DAYS.index))
    parts = "; ".join(sorted(DRAW.sample(PARTS, DRAW.randint(1, 2)), key=PARTS.index))
    language = DRAW.choices(["norsk", "norsk; annet språk", "annet språk"], [88, 5, 7])[0]
    return [
        f"P{number:03}",
        role,
        patient,
        sometimes(0.94, DRAW.randint(*years)),
        sometimes(0.97, home),
        language,
        DRAW.choices(["ja", "nei", "", "ukjent"], [50, 28, 18, 4])[0],
        group,
        DRAW.choices([days, "ingen", ""], [35, 25, 40])[0],
        DRAW.choices([parts, "ingen", ""], [35, 25, 40])[0],
        sometimes(0.3, DRAW.choice([45, 60, 90, 120])),
        "",
    ]


def write(name: str, headings: list[str], rows: list[list[str]]) -> None:
    """Writes a table as the centre's spreadsheet would."""
    with (HERE / name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";", lineterminator="\n").writerows([headings, *rows])


def main() -> None:
    """Makes the tables."""
    people: list[list[str]] = []
    referrals: list[list[str]] = []
    placements: list[list[str]] = []
    attendance: list[list[str]] = []
    waits = [(group, years, offers) for group, count, years, offers in GROUPS for _ in range(count)]
    DRAW.shuffle(waits)
    for group, years, offers in waits:
        own = person(len(people) + 1, "pasient", "", group, years)
        people.append(own)
        offer = DRAW.choice(offers)
        referred = AS_OF - timedelta(days=DRAW.randint(3, 420))
        if chance(0.96):
            deadline = norwegian(referred + timedelta(days=DRAW.randint(120, 400)))
            row = [own[0], offer, "" if offer else group, norwegian(referred)]
            referrals.append([*row, sometimes(0.35, deadline)])
        if chance(0.12):
            for _ in range(1 + chance(0.25)):
                born = (years[0] + 5, years[1] + 25)
                people.append(person(len(people) + 1, "pårørende", own[0], "", born))
        if offer in RUNS and chance(0.15):
            run = DRAW.choice(RUNS[offer])
            day = AS_OF - timedelta(days=DRAW.randint(4, 25))
            state = DRAW.choice(["tilbudt", "takket ja", "takket nei"])
            placements.append([own[0], run, state, norwegian(day), norwegian(day)])
        elif group == "dementia" and chance(0.4):
            # Served already: they came to the run of the autumn.
            placements.append([own[0], "H26-05", "takket ja", "01.09.2026", "25.08.2026"])
            for week in range(4):
                session = norwegian(date(2026, 9, 15) + timedelta(weeks=week))
                came = DRAW.choices(["ja", "nei", ""], [80, 12, 8])[0]
                attendance.append([own[0], "H26-05", session, came])
    for own in people:
        own.insert(3, "ja" if own[0] in TOGETHER else "")
    columns = ["id", "rolle", "pårørende til", "sammen", "fødselsår", "kommunenummer", "språk"]
    columns += ["digitalt", "målgrupper", "ukedager", "deler av dagen", "reisegrense", "henvist"]
    write("personer.csv", columns, people)
    columns = ["person", "tilbud", "målgruppe", "henvist dato", "frist"]
    write("henvisninger.csv", columns, referrals)
    write("plasseringer.csv", ["person", "kursrekke", "status", "dato", "varslet"], placements)
    write("oppmøte.csv", ["person", "kursrekke", "samling", "møtte"], attendance)
    # By hand: somebody at the centre judged that this person can follow the course in a room.
    chosen = [["P004", "D27-04", "25"], ["P004", "D27-05", ""]]
    write("valg.csv", ["person", "kursrekke", "kostnad"], chosen)
    ways = [[str(home), "4601", str(minutes), "ja", "anslag"] for home, _, minutes in HOMES]
    write("reisetid.csv", ["fra", "til", "minutter", "illustrasjon", "merknad"], ways)
    as_of = f"as_of = {AS_OF.isoformat()}\nhistory_from = 2025-11-01\n"
    settings = f"synthetic = true\n{as_of}seed = 2027\n"
    (HERE / "store.toml").write_text(settings, encoding="utf-8")


if __name__ == "__main__":
    main()
