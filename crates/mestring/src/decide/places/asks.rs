//! What keeps people without a place from being judged, and who can answer it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use mestring_model::facts::{ChoiceFacts, Judged};
use mestring_model::noun::Person;
use mestring_model::{Desk, Fact, PersonStore};

use super::judge::{Judging, Suit, missing};
use super::outcome::{Ask, Asked, Outcome, PersonPlace};
use super::settings::PlaceSettings;
use crate::assign::WithinClass;
use crate::people::{OpenRun, Waiting};

/// Who can answer a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    /// The person.
    Person,
    /// The clinic that referred the person.
    Clinic,
    /// Whoever holds the run.
    Run,
    /// The centre, whose desk does not say it.
    Centre,
}

/// Who can answer what rules read of a person; `None` for a fact that is not listed here.
fn of_person(fact: &str, own: &Waiting) -> Option<Who> {
    Some(match fact {
        "relative" | "age" | "target_groups" => Who::Person,
        // Which groups are focus groups is the centre's to say.
        "focus_group" if own.facts.target_groups.is_known() => Who::Centre,
        "focus_group" => Who::Person,
        "referred" | "days_to_deadline" | "days_waited" => Who::Clinic,
        _ => return None,
    })
}

/// Who can answer what rules read of a person with a run: whoever has not said what the fact rests on.
/// `None` for a fact that is not listed here.
fn of_choice(fact: &str, own: &Waiting, person: &Person, facts: &ChoiceFacts) -> Option<Who> {
    let home_known = person.municipality.is_known();
    let person_if = |of_person: bool| match of_person {
        true => Who::Person,
        // What is known of the person leaves only the run to ask about.
        false => Who::Run,
    };
    Some(match fact {
        "in_target_group" => person_if(!own.facts.target_groups.is_known()),
        "audience_fits" => person_if(!own.facts.relative.is_known()),
        "age_fits" => person_if(facts.age_limit.is_known()),
        "referral_fits" if !own.facts.referred.is_known() => Who::Clinic,
        "referral_fits" => Who::Run,
        "in_catchment" | "travel_minutes" => person_if(!home_known),
        "within_travel_limit" => person_if(
            !home_known || facts.travel_minutes.is_known() && !person.travel_limit.is_known(),
        ),
        "can_attend_digitally" => Who::Person,
        "language_fits" => person_if(!person.languages.is_known()),
        "time_fits" => person_if(!person.weekdays.is_known() || !person.half_days.is_known()),
        "starts_by_deadline" => Who::Clinic,
        "age_limit" | "format" | "first_format" | "language" => Who::Run,
        _ => return None,
    })
}

/// What the questions are worked out of.
pub(super) struct Known<'a> {
    pub(super) desk: &'a Desk,
    pub(super) store: &'a PersonStore,
    pub(super) waiting: &'a [Waiting],
    pub(super) open: &'a [OpenRun],
    pub(super) judging: &'a Judging,
    pub(super) people: &'a [PersonPlace],
    pub(super) settings: PlaceSettings,
}

/// Whom each question concerns, by their places in the store.
#[derive(Default)]
struct Concerned(BTreeMap<(Asked, Arc<str>), (Judged, BTreeSet<usize>)>);

impl Concerned {
    fn add(&mut self, of: Asked, judged: Judged, fact: &Arc<str>, person: usize) {
        let own = self.0.entry((of, fact.clone()));
        let (_, people) = own.or_insert_with(|| (judged, BTreeSet::new()));
        people.insert(person);
    }
}

/// What keeps people without a place from being judged, and of whom to ask it; and the days for want of
/// which people stand after others who have a place. What concerns most people comes first.
pub(super) fn asks(known: &Known<'_>) -> Vec<Ask> {
    let mut concerned = Concerned::default();
    let given = known.people.iter();
    let given = given.filter(|own| matches!(own.outcome, Outcome::Given { .. }));
    let last_class = given.filter_map(|own| own.class).max();
    for (at, (own, place)) in known.waiting.iter().zip(known.people).enumerate() {
        let person = known.store.people.get(own.person);
        let (false, Some(person)) = (place.outcome.has_place(), person) else {
            continue;
        };
        known.person(at, own, person, &mut concerned);
        if !matches!(place.outcome, Outcome::Full { .. }) {
            continue;
        }
        // Within a class a day changes nothing where nobody of the class or after it got a place; the class
        // itself may follow from it.
        let in_class = known.settings.within_class == WithinClass::FairOrder;
        let in_class = in_class && place.class <= last_class;
        for (day, fact) in [
            (own.deadline, "days_to_deadline"),
            (own.since, "days_waited"),
        ] {
            let verdicts = known.judging.class_verdicts(at).iter();
            let mut read = verdicts.flat_map(|own| &own.read);
            if day == Fact::Unknown && (in_class || read.any(|own| own.name == fact)) {
                let of = Asked::Clinic(person.id.clone());
                concerned.add(of, Judged::Person, &fact.into(), own.person);
            }
        }
    }
    let asks = concerned.0.into_iter();
    let asks = asks.map(|((of, fact), (judged, people))| Ask {
        of,
        judged,
        fact,
        people: people.len(),
    });
    let mut asks: Vec<Ask> = asks.collect();
    // Stable, so that equal counts stay by whom to ask, then by the fact.
    asks.sort_by_key(|own| std::cmp::Reverse(own.people));
    asks
}

impl Known<'_> {
    /// What keeps one person from being judged.
    fn person(&self, at: usize, own: &Waiting, person: &Person, concerned: &mut Concerned) {
        let judging = self.judging;
        let run = |run: usize| {
            let own = self.open.get(run);
            own.and_then(|own| self.desk.runs.get(own.run))
        };
        let of = |who: Option<Who>, of_run: Option<usize>| match (who, of_run.and_then(run)) {
            (Some(Who::Person), _) => Asked::Person(person.id.clone()),
            (Some(Who::Clinic), _) => Asked::Clinic(person.id.clone()),
            (Some(Who::Run) | None, Some(run)) => Asked::Run(run.id.clone()),
            (Some(Who::Run | Who::Centre) | None, _) => Asked::Centre,
        };
        for fact in missing(judging.class_verdicts(at)) {
            let of = of(of_person(&fact, own), None);
            concerned.add(of, Judged::Person, &fact, own.person);
        }
        let mut has_runs = false;
        for unseated in judging.unseated(at) {
            has_runs = true;
            let of = of(Some(Who::Run), Some(unseated));
            concerned.add(of, Judged::Run, &"seats".into(), own.person);
        }
        for (run, suit, facts) in judging.pairs_with_facts(at) {
            has_runs = true;
            let Suit::CannotTell(missing) = suit else {
                continue;
            };
            for fact in missing {
                let who = of_choice(fact, own, person, facts);
                concerned.add(of(who, Some(run)), Judged::Choice, fact, own.person);
            }
        }
        if own.facts.target_groups.known().is_none() && !has_runs {
            let of = Asked::Person(person.id.clone());
            concerned.add(of, Judged::Person, &"target_groups".into(), own.person);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::waiting;
    use crate::topics::Topics;

    /// A fact that is declared and not listed would be asked of the wrong one.
    #[test]
    fn whoever_can_answer_is_told_for_every_fact_that_rules_read() {
        let desk = crate::fixture::desk("offers\n id | title\n A | A");
        let store = crate::fixture::store("people\n id\n P");
        let day = "2026-11-22".parse().unwrap();
        let waiting = waiting(&desk, &Topics::of(&desk), &store, day);
        let ([own], [person]) = (waiting.as_slice(), store.people.as_slice()) else {
            panic!("one person");
        };
        let facts = ChoiceFacts::default();
        let choice = Judged::Choice.facts().iter();
        let choice = choice.map(|decl| (decl.name, of_choice(decl.name, own, person, &facts)));
        let of = Judged::Person.facts().iter();
        let of = of.map(|decl| (decl.name, of_person(decl.name, own)));
        let all: Vec<_> = choice.chain(of).collect();
        assert!(all.len() > 20, "{all:?}");
        assert!(all.iter().all(|(_, who)| who.is_some()), "{all:?}");
        assert_eq!(of_person("seats", own), None);
        assert_eq!(of_choice("seats", own, person, &facts), None);
    }
}
