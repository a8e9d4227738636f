//! Who gets a place, as columns; and what rules read of people.

use std::collections::BTreeMap;

use mestring::decide::{
    Asked, Blocked, ChoiceRows, ComparedGroup, Expected, Group, MoreSeats, Outcome, PersonPlace,
    PersonRows, Places, RunPlaces, Step,
};
use mestring::frame::{Column, fact_columns};
use mestring::people::Wish;
use mestring_model::Answer;
use mestring_model::facts::Judged;
use mestring_model::id::{PersonId, RunId};
use mestring_model::noun::PlacementState;
use mestring_model::term::Term;

use super::{Columns, count, dates, text, texts, whole, yes_no};

/// Everybody who waits or has a place, and what becomes of each.
pub fn people(places: &Places) -> Columns {
    let people = || places.people.iter();
    let missing = people().map(|own| {
        let answer = own.verdict.as_ref().map(|verdict| &verdict.answer);
        Some(match answer {
            Some(Answer::CannotTell { missing, .. }) => {
                missing.iter().map(ToString::to_string).collect()
            }
            _ => Vec::new(),
        })
    });
    vec![
        persons(people()),
        wishes(people()),
        classes(people()),
        texts("cannot_tell", missing),
        dates("deadline", people().map(|own| own.deadline.into_known())),
        dates("waiting_since", people().map(|own| own.since.into_known())),
        outcomes(people()),
        text("run", people().map(|own| own.outcome.run().map(shown))),
        text("from", people().map(|own| from(&own.outcome).map(shown))),
        text("state", people().map(|own| state(&own.outcome))),
        whole("cost", people().map(|own| cost(&own.outcome))),
        yes_no(
            "starts_by_deadline",
            people().map(|own| own.starts_by_deadline.into_known()),
        ),
    ]
}

/// The people who have a place in the end.
pub fn placements(places: &Places) -> Columns {
    let people = || places.people.iter().filter(|own| own.outcome.has_place());
    vec![
        persons(people()),
        wishes(people()),
        text("run", people().map(|own| own.outcome.run().map(shown))),
        outcomes(people()),
        whole("cost", people().map(|own| cost(&own.outcome))),
    ]
}

/// The people who have none.
pub fn unplaced(places: &Places) -> Columns {
    let people = || places.people.iter().filter(|own| !own.outcome.has_place());
    let would_do = people().map(|own| match own.outcome {
        Outcome::Full { runs, .. } => count(runs),
        Outcome::NoRun { .. } => Some(0),
        _ => None,
    });
    let cancelled = people().map(|own| match own.outcome {
        Outcome::Full { cancelled, .. } => count(cancelled),
        _ => None,
    });
    let considered = people().map(|own| match own.outcome {
        Outcome::NoRun { considered, .. } | Outcome::Ask { considered } => count(considered),
        _ => None,
    });
    vec![
        persons(people()),
        wishes(people()),
        classes(people()),
        outcomes(people()),
        text("from", people().map(|own| from(&own.outcome).map(shown))),
        whole("would_do", would_do),
        whole("cancelled", cancelled),
        whole("considered", considered),
    ]
}

/// For whom no run would do: how many of the runs each rule kept them out of.
pub fn why(places: &Places) -> Columns {
    let rules = places.people.iter().flat_map(|own| {
        let because = match &own.outcome {
            Outcome::NoRun { because, .. } => Some(because),
            _ => None,
        };
        let because = because.into_iter().flatten();
        because.map(move |(rule, runs)| (own, rule, *runs))
    });
    let rows: Vec<_> = rules.collect();
    vec![
        persons(rows.iter().map(|own| own.0)),
        wishes(rows.iter().map(|own| own.0)),
        text("rule", rows.iter().map(|own| Some(own.1.to_string()))),
        whole("runs", rows.iter().map(|own| count(own.2))),
    ]
}

/// What each rule of preference adds to what a place costs.
pub fn costs(places: &Places) -> Columns {
    let parts = places.people.iter().flat_map(|own| {
        let given = match &own.outcome {
            Outcome::Given { run, parts, .. } => Some((run, parts)),
            _ => None,
        };
        let parts = given
            .into_iter()
            .flat_map(|(run, parts)| parts.iter().map(move |part| (run, part)));
        parts.map(move |(run, (rule, cost))| (&own.person, run, rule, *cost))
    });
    let rows: Vec<_> = parts.collect();
    vec![
        ids("person", rows.iter().map(|own| own.0)),
        text("run", rows.iter().map(|own| Some(own.1.to_string()))),
        text("rule", rows.iter().map(|own| Some(own.2.to_string()))),
        whole("cost", rows.iter().map(|own| Some(own.3))),
    ]
}

/// Who has a place and would be asked to move.
pub fn moves(places: &Places) -> Columns {
    let people = || {
        let people = places.people.iter();
        people.filter(|own| matches!(own.outcome, Outcome::Moved { .. }))
    };
    let because = people().map(|own| match &own.outcome {
        Outcome::Moved { because, .. } => Some(because.code().to_owned()),
        _ => None,
    });
    let notice = people().map(|own| match own.outcome {
        Outcome::Moved { notice, .. } => Some(notice),
        _ => None,
    });
    vec![
        persons(people()),
        text("from", people().map(|own| from(&own.outcome).map(shown))),
        text("to", people().map(|own| own.outcome.run().map(shown))),
        text("because", because),
        text("state", people().map(|own| state(&own.outcome))),
        whole("notice_days", notice),
        whole("cost", people().map(|own| cost(&own.outcome))),
    ]
}

/// The runs that take people.
pub fn runs(places: &Places) -> Columns {
    let runs = || places.runs.iter();
    let number = |name, of: fn(&RunPlaces) -> Option<u32>| {
        whole(name, runs().map(move |own| of(own).map(i64::from)))
    };
    vec![
        text("run", runs().map(|own| Some(own.run.to_string()))),
        dates("starts", runs().map(|own| Some(own.starts))),
        number("seats", |own| own.seats),
        number("places", |own| own.places),
        number("kept", |own| Some(own.kept)),
        number("over", |own| Some(own.over)),
        number("given", |own| Some(own.given)),
        number("moved_in", |own| Some(own.moved_in)),
        number("moved_out", |own| Some(own.moved_out)),
        number("waiting", |own| Some(own.waiting)),
        yes_no("cancelled", runs().map(|own| Some(own.is_cancelled()))),
        number("next_class", |own| own.next_class),
        no_show(runs()),
        expected_by(runs()),
    ]
}

/// The runs with a minimum group.
pub fn groups(places: &Places) -> Columns {
    let groups = || places.runs.iter().filter(|own| own.group.is_some());
    let number = |name, of: fn(&Group) -> u32| {
        whole(
            name,
            groups().map(move |own| Some(i64::from(of(own.group.as_ref()?)))),
        )
    };
    let own = |own: &RunPlaces| own.group.clone();
    vec![
        text("run", groups().map(|own| Some(own.run.to_string()))),
        number("minimum", |own| own.minimum),
        number("needs", |own| own.needs),
        whole("people", groups().map(|own| own.people().try_into().ok())),
        number("would_do", |own| own.would_do),
        text(
            "proposal",
            groups().map(|run| Some(own(run)?.state.code().to_owned())),
        ),
        dates("cancel_by", groups().map(|run| own(run)?.cancel_by)),
        text("decided_by", groups().map(|run| own(run)?.decided_by)),
        no_show(groups()),
        expected_by(groups()),
    ]
}

/// The seats that the desk keeps for some.
pub fn reserved(places: &Places) -> Columns {
    let rows = || {
        let runs = places.runs.iter();
        runs.flat_map(|run| run.reserved.iter().map(move |own| (run, own)))
    };
    let municipalities = rows().map(|(_, own)| {
        let all = own.municipalities.iter();
        Some(all.map(ToString::to_string).collect())
    });
    let number = |value: u32| Some(i64::from(value));
    vec![
        text("run", rows().map(|(run, _)| Some(run.run.to_string()))),
        text(
            "organisation",
            rows().map(|(_, own)| Some(own.organisation.as_ref()?.to_string())),
        ),
        text(
            "committee",
            rows().map(|(_, own)| Some(own.committee.as_ref()?.to_string())),
        ),
        texts("municipalities", municipalities),
        whole("stated", rows().map(|(_, own)| number(own.stated))),
        whole("seats", rows().map(|(_, own)| number(own.seats))),
        dates("until", rows().map(|(_, own)| own.until)),
        text(
            "state",
            rows().map(|(_, own)| Some(own.state.code().to_owned())),
        ),
        whole("people", rows().map(|(_, own)| number(own.people))),
        whole("would_do", rows().map(|(_, own)| number(own.would_do))),
        whole(
            "home_unknown",
            rows().map(|(_, own)| number(own.home_unknown)),
        ),
        whole(
            "next_class",
            rows().map(|(_, own)| own.next_class.map(i64::from)),
        ),
    ]
}

/// What to ask, and of whom.
pub fn asks(places: &Places) -> Columns {
    let asks = || places.asks.iter();
    let person = asks().map(|own| match &own.of {
        Asked::Person(person) | Asked::Clinic(person) => Some(person.as_str().to_owned()),
        Asked::Run(_) | Asked::Centre => None,
    });
    let run = asks().map(|own| match &own.of {
        Asked::Run(run) => Some(run.to_string()),
        Asked::Person(_) | Asked::Clinic(_) | Asked::Centre => None,
    });
    vec![
        text("of", asks().map(|own| Some(own.of.code().to_owned()))),
        text("person", person),
        text("run", run),
        text(
            "judged",
            asks().map(|own| Some(own.judged.code().to_owned())),
        ),
        text("fact", asks().map(|own| Some(own.fact.to_string()))),
        whole("people", asks().map(|own| count(own.people))),
    ]
}

/// Who has two places at what may be the same time.
pub fn overlaps(places: &Places) -> Columns {
    let rows = || places.overlaps.iter();
    let run = |at: usize| rows().map(move |own| own.runs.get(at).map(shown));
    vec![
        ids("person", rows().map(|own| &own.person)),
        text("run", run(0)),
        text("other", run(1)),
    ]
}

/// Who wanted to come together and would not.
pub fn parted(places: &Places) -> Columns {
    let rows = || places.parted.iter();
    vec![
        ids("patient", rows().map(|own| &own.patient)),
        text(
            "patient_in",
            rows().map(|own| own.patient_in.as_ref().map(shown)),
        ),
        ids("relative", rows().map(|own| &own.relative)),
        text(
            "relative_in",
            rows().map(|own| own.relative_in.as_ref().map(shown)),
        ),
    ]
}

/// Why people have no place: each group with each run that would do.
pub fn blocked(blocked: &Blocked) -> Columns {
    let groups = blocked.groups.iter().enumerate();
    let rows: Vec<_> = groups
        .flat_map(|(at, group)| group.runs.iter().map(move |run| (at, group, run)))
        .collect();
    let rows = || rows.iter();
    let before_by = rows().map(|(_, _, run)| Some(run.before_by?.code().to_owned()));
    vec![
        whole("group", rows().map(|(at, ..)| count(at + 1))),
        whole("class", rows().map(|(_, own, _)| Some(own.class.into()))),
        whole("people", rows().map(|(_, own, _)| count(own.people))),
        text("run", rows().map(|(_, _, run)| Some(shown(&run.run)))),
        whole("seats", rows().map(|(_, _, run)| Some(run.seats.into()))),
        whole("kept", rows().map(|(_, _, run)| Some(run.kept.into()))),
        text("before_by", before_by),
    ]
}

/// How many have no place by each way to give them: a row for each group and way.
pub fn comparison(places: &Places) -> Columns {
    let all = places.comparison.iter();
    let rows: Vec<_> = all
        .flat_map(|own| {
            own.groups.iter().flat_map(move |group| {
                let ways = own.ways.iter().zip(&group.without);
                ways.map(move |(way, without)| (group, way, *without))
            })
        })
        .collect();
    let rows = || rows.iter();
    let which = rows().map(|(own, ..)| match own.group {
        ComparedGroup::Everybody => None,
        ComparedGroup::Class(class) => Some(class.to_string()),
        ComparedGroup::Distance(band) => Some(band.code().to_owned()),
        ComparedGroup::Language(language) => Some(language.code().to_owned()),
    });
    let by = rows().map(|(own, ..)| Some(own.group.by().to_owned()));
    vec![
        text("by", by),
        text("group", which),
        whole("people", rows().map(|(own, ..)| count(own.people))),
        text("way", rows().map(|(_, way, _)| Some(way.code().to_owned()))),
        whole("without_place", rows().map(|(.., without)| count(*without))),
    ]
}

/// What one more seat in a run would reach, and a further run like it.
pub fn prices(more: &MoreSeats) -> Columns {
    let runs = || more.runs.iter();
    vec![
        text("run", runs().map(|own| Some(own.run.to_string()))),
        whole("waiting", runs().map(|own| Some(own.waiting.into()))),
        whole("class", runs().map(|own| Some(own.class.into()))),
        whole("moves", runs().map(|own| count(own.moves?))),
        whole("further_places", runs().map(|own| Some(own.places.into()))),
        whole("further_served", runs().map(|own| count(own.served()))),
        whole("further_moves", runs().map(|own| count(own.further_moves?))),
    ]
}

/// People who move for a seat, or get one.
pub fn steps(steps: &[Step]) -> Columns {
    let all = || steps.iter();
    vec![
        ids("person", all().map(|own| &own.person)),
        whole("class", all().map(|own| own.class.map(i64::from))),
        dates("deadline", all().map(|own| own.deadline.into_known())),
        dates("waiting_since", all().map(|own| own.since.into_known())),
        text("from", all().map(|own| own.from.as_ref().map(shown))),
        text("to", all().map(|own| own.to.as_ref().map(shown))),
    ]
}

/// How many people each outcome has, by its code.
pub fn outcome_counts(places: &Places) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for own in &places.people {
        *counts.entry(own.outcome.code()).or_default() += 1;
    }
    counts
}

/// What rules read of each person, after the id.
pub fn person_facts(rows: &PersonRows) -> Columns {
    let ids = ids("person", rows.people.iter());
    let offers = text("offer", rows.wishes.iter().map(offer));
    let facts = fact_columns(Judged::Person, &rows.facts);
    [ids, offers].into_iter().chain(facts).collect()
}

/// What rules read of each person with each run, after the ids.
pub fn choice_facts(rows: &ChoiceRows) -> Columns {
    let mut columns = vec![
        ids("person", rows.pairs.iter().map(|(person, _, _)| person)),
        text(
            "run",
            rows.pairs.iter().map(|(_, run, _)| Some(run.to_string())),
        ),
    ];
    // Columns are made once of what pairs share, and then written out for each.
    let places: Vec<usize> = rows.pairs.iter().map(|(_, _, at)| *at).collect();
    let facts = fact_columns(Judged::Choice, &rows.facts).into_iter();
    columns.extend(facts.map(|(name, column)| (name, spread(&column, &places))));
    columns
}

/// The values of a column at these places, in their order.
fn spread(column: &Column, places: &[usize]) -> Column {
    fn at<T: Clone>(values: &[Option<T>], places: &[usize]) -> Vec<Option<T>> {
        let places = places.iter();
        places
            .map(|at| values.get(*at).cloned().flatten())
            .collect()
    }
    match column {
        Column::Text(values) => Column::Text(at(values, places)),
        Column::Whole(values) => Column::Whole(at(values, places)),
        Column::Number(values) => Column::Number(at(values, places)),
        Column::Bool(values) => Column::Bool(at(values, places)),
        Column::Date(values) => Column::Date(at(values, places)),
        Column::Texts(values) => Column::Texts(at(values, places)),
    }
}

fn ids<'a>(name: &str, people: impl Iterator<Item = &'a PersonId>) -> (String, Column) {
    text(name, people.map(|own| Some(own.as_str().to_owned())))
}

fn persons<'a>(people: impl Iterator<Item = &'a PersonPlace>) -> (String, Column) {
    ids("person", people.map(|own| &own.person))
}

/// The offer that somebody waits for, or in whose run they have a place; nothing where they wait for any
/// run for their groups.
fn wishes<'a>(people: impl Iterator<Item = &'a PersonPlace>) -> (String, Column) {
    text("offer", people.map(|own| offer(&own.wish)))
}

fn offer(wish: &Wish) -> Option<String> {
    match wish {
        Wish::Offer(offer) => Some(offer.to_string()),
        Wish::Groups => None,
    }
}

fn classes<'a>(people: impl Iterator<Item = &'a PersonPlace>) -> (String, Column) {
    whole("class", people.map(|own| own.class.map(i64::from)))
}

fn outcomes<'a>(people: impl Iterator<Item = &'a PersonPlace>) -> (String, Column) {
    text(
        "outcome",
        people.map(|own| Some(own.outcome.code().to_owned())),
    )
}

/// The run in which somebody had a place that they would leave or lose.
fn from(outcome: &Outcome) -> Option<&RunId> {
    match outcome {
        Outcome::Moved { from, .. } => Some(from),
        Outcome::Lost { run, .. } => Some(run),
        _ => None,
    }
}

fn state(outcome: &Outcome) -> Option<String> {
    let code = |state: &PlacementState| state.code().to_owned();
    match outcome {
        Outcome::Kept { state, .. }
        | Outcome::Moved { state, .. }
        | Outcome::Lost { state, .. } => Some(code(state)),
        _ => None,
    }
}

fn cost(outcome: &Outcome) -> Option<i64> {
    match outcome {
        Outcome::Given { cost, .. } | Outcome::Moved { cost, .. } => Some(*cost),
        _ => None,
    }
}

fn no_show<'a>(runs: impl Iterator<Item = &'a RunPlaces>) -> (String, Column) {
    let share = |own: &Expected| f64::from(own.no_show().basis_points()) / 10_000.0;
    let shares = runs.map(|own| own.expected.as_ref().map(share));
    ("no_show".to_owned(), Column::Number(shares.collect()))
}

fn expected_by<'a>(runs: impl Iterator<Item = &'a RunPlaces>) -> (String, Column) {
    let code = |own: &Expected| own.code().to_owned();
    text(
        "expected_by",
        runs.map(|own| own.expected.as_ref().map(code)),
    )
}

fn shown(run: &RunId) -> String {
    run.to_string()
}
