//! The rows of the template: a table a text, a row a line, cells parted by `|`.
//!
//! ` / ` parts what a cell says in English, bokmål and nynorsk. `@-150` is the day 150 days before the
//! desk is made, `@52` one 52 days after.
//!
//! There is less room than the wished runs need, so that a change of the rules moves something: about
//! 26 Tuesday mornings in half a year, and 32 sessions wished for. docs/guides/change-a-rule.md shows
//! what each of its changes moves.

/// Each table by name.
pub(super) const TABLES: [(&str, &str); 9] = [
    ("organisations", ORGANISATIONS),
    ("area", AREA),
    ("target_groups", TARGET_GROUPS),
    ("offers", OFFERS),
    ("rooms", ROOMS),
    ("leaders", LEADERS),
    ("runs", RUNS),
    ("agreements", AGREEMENTS),
    ("obligations", OBLIGATIONS),
];

const ORGANISATIONS: &str = "\
id       | name                                      | kind         | municipality
centre   | Our centre / Vårt senter / Senteret vårt  | centre       |
hospital | The hospital / Sykehuset / Sjukehuset     | hospital     |
bergen   | Bergen kommune                            | municipality | 4601";

const AREA: &str = "\
municipality | name
4601         | Bergen
4631         | Alver";

const TARGET_GROUPS: &str = "\
id            | name           | name_nb            | name_nn             | class         | topics
diabetes      | diabetes       | diabetes           | diabetes            | large_chronic | diabetes
heart         | heart disease  | hjertesykdom       | hjartesjukdom       | large_chronic | heart
copd          | COPD           | KOLS               | KOLS                | large_chronic | copd
pain          | long-term pain | langvarige smerter | langvarige smerter  | large_chronic | chronic_pain
mental_health | mental illness | psykiske lidelser  | psykiske lidingar   | focus         | depression";

const OFFERS: &str = "\
id    | title                                                                                     | organisers       | level      | lifecycle   | target_groups | audience | ages | format   | sessions | hours | seats | referral | activity | activity_appropriate | user_involved | reach          | municipalities
DM2   | Starter course, type 2 diabetes / Startkurs diabetes type 2 / Startkurs diabetes type 2   | centre; hospital | specialist | established | diabetes      | patients | 18+  | physical | 4        | 10    | 16    | yes      | yes      | yes                  | yes           | trust_area     |
HEART | Heart school / Hjerteskole / Hjarteskule                                                  | centre; hospital | specialist | established | heart         | patients | 18+  | physical | 6        | 15    | 16    | yes      | yes      | yes                  | yes           | trust_area     |
COPD  | Living with COPD / Å leve med KOLS / Å leve med KOLS                                      | centre; hospital | specialist |             | copd          | patients | 18+  | physical | 5        | 12    | 14    | yes      | yes      | yes                  | yes           | trust_area     |
PAIN  | Living with long-term pain / Å leve med langvarige smerter / Å leve med langvarige smerter | centre           | specialist | planned     | pain          | patients | 18+  | physical | 5        | 12    | 14    | yes      | yes      | yes                  |               | trust_area     |
MOOD  | Coping with low mood / Mestring av nedstemthet / Meistring av nedstemtheit                | centre           | specialist | planned     | mental_health | patients | 18+  | physical | 8        | 20    | 12    | yes      |          |                      | yes           | trust_area     |
KID   | Coping with depression (KiD) / Mestring av depresjon (KiD) / Meistring av depresjon (KiD) | bergen           | municipal  | established | mental_health | patients | 18+  | physical | 10       | 25    | 8-12  | no       |          |                      | unknown       | municipalities | 4601";

const ROOMS: &str = "\
id | name                            | organisation | seats | equipment | weekdays | half_days
R1 | Course room / Kursrom / Kursrom | centre       | 20    | screen    | tuesday  | morning";

const LEADERS: &str = "\
id   | role                                                                          | organisation | profession      | competences         | state     | weekdays
DN1  | diabetes nurse 1 / diabetessykepleier 1 / diabetessjukepleiar 1               | hospital     | nurse           | diabetes            | confirmed | tuesday
PT1  | physiotherapist 1 / fysioterapeut 1 / fysioterapeut 1                         | hospital     | physiotherapist | heart; copd; pain   | confirmed |
PSY1 | psychologist 1 / psykolog 1 / psykolog 1                                      | hospital     | psychologist    | mood                | confirmed |
UR1  | user representative 1 / brukerrepresentant 1 / brukarrepresentant 1           | centre       |                 | user_representative | confirmed |";

const RUNS: &str = "\
id      | offer | state  | starts | half_days | needs                         | participants | waiting | waiting_since | deadline
DM2-1   | DM2   | held   | @-150  | morning   |                               | 12           |         |               |
HEART-1 | HEART | held   | @-450  | morning   |                               | 14           |         |               |
COPD-1  | COPD  | held   | @-900  | morning   |                               | 11           |         |               |
DM2-2   | DM2   | wished |        |           | diabetes; user_representative | 12           | 14      | @-60          |
DM2-3   | DM2   | wished |        |           | diabetes                      | 10           | 14      | @-60          |
HEART-2 | HEART | wished |        |           | heart; user_representative    | 14           | 11      | @-75          |
COPD-2  | COPD  | wished |        |           | copd                          | 12           | 9       | @-40          | @140
PAIN-1  | PAIN  | wished |        |           | pain                          | 12           | 20      | @-200         |
MOOD-1  | MOOD  | wished |        |           | mood; user_representative     | 10           | 12      | @-90          |";

const AGREEMENTS: &str = "\
id  | title                                                                                       | kind
act | Specialist Health Services Act / Spesialisthelsetjenesteloven / Spesialisthelsetenestelova | document";

const OBLIGATIONS: &str = "\
id    | title                                                                                               | kind    | agreement | clause | bound    | recurrence
teach | Teach patients and relatives / Opplæring av pasienter og pårørende / Opplæring av pasientar og pårørande | statute | act       | § 3-8  | hospital | continuous";
