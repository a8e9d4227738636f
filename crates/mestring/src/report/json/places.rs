//! Who gets a place in which run.

use serde_json::{Map, Value, json};

use super::answer::{answer, known};
use super::plan::{pack, rule};
use super::{date, maybe_date};
use crate::assign::{Cancellations, Separates};
use crate::decide::{
    Ask, Asked, Blocked, BlockingRun, ChainStep, ComparedGroup, Expected, Group, MoreSeats,
    NextInLine, Outcome, Overlap, Parted, PersonPlace, PlaceComparison, Places, ReservedPlaces,
    RunPlaces, Step, TogetherPlaces,
};
use crate::people::{FEWEST_PLACES, Wish};

/// The proposal with everybody's outcome, for the staff of the centre.
pub fn places(places: &Places) -> Value {
    let mut all = places_summary(places);
    if let Some(all) = all.as_object_mut() {
        let mut add =
            |name: &str, part: Vec<Value>| all.insert(name.to_owned(), Value::Array(part));
        add("packs", places.packs.iter().map(pack).collect());
        add("eligibility", places.eligibility.iter().map(rule).collect());
        add("preference", places.preference.iter().map(rule).collect());
        add("parted", places.parted.iter().map(parted).collect());
        add("overlaps", places.overlaps.iter().map(overlap).collect());
        add("runs", places.runs.iter().map(run).collect());
        add("people", places.people.iter().map(person).collect());
        add("asks", places.asks.iter().map(ask).collect());
    }
    all
}

/// How places were to be given and how many people have one, without anybody.
pub fn places_summary(places: &Places) -> Value {
    let classes: Vec<Value> = places
        .by_class()
        .into_iter()
        .map(|(class, (people, served))| {
            json!({ "class": class, "people": people, "with_place": served })
        })
        .collect();
    json!({
        "decided": false,
        "view": "staff",
        "synthetic": places.synthetic,
        "within_class": places.settings.within_class.code(),
        "seed": places.seed.map(|seed| seed.to_string()),
        "no_show": places.settings.no_show.code(),
        "holders": places.settings.holders.code(),
        "moves_come_first": places.moves_come_first(),
        "cancellations_proven": places.cancellations().map(|own| *own == Cancellations::Proven),
        "together": places.together().map(together),
        "by_class": classes,
        "cost": places.cost,
        "comparison": places.comparison.as_ref().map(comparison),
    })
}

fn run(own: &RunPlaces) -> Value {
    json!({
        "run": own.run.as_str(),
        "starts": date(own.starts),
        "seats": own.seats,
        "places": own.places,
        "kept": own.kept,
        "given": own.given,
        "moved_in": own.moved_in,
        "moved_out": own.moved_out,
        "waiting": own.waiting,
        "group": own.group.as_ref().map(group),
        "expected": own.expected.as_ref().map(expected),
        "next_class": own.next_class,
        "reserved": own.reserved.iter().map(reserved).collect::<Vec<_>>(),
    })
}

/// How many have no place by each way, by its code.
fn comparison(own: &PlaceComparison) -> Value {
    let groups = own.groups.iter().map(|group| {
        let which = match group.group {
            ComparedGroup::Everybody => Value::Null,
            ComparedGroup::Class(class) => json!(class),
            ComparedGroup::Distance(band) => json!(band.code()),
            ComparedGroup::Language(language) => json!(language.code()),
        };
        let without = own.ways.iter().zip(&group.without);
        let without = without.map(|(way, count)| (way.code().to_owned(), json!(count)));
        let without: Map<String, Value> = without.collect();
        json!({ "by": group.group.by(), "group": which, "people": group.people, "without_place": without })
    });
    let ways = own.ways.iter().map(|way| way.code());
    json!({ "ways": ways.collect::<Vec<_>>(), "groups": groups.collect::<Vec<_>>() })
}

fn overlap(own: &Overlap) -> Value {
    let runs = own.runs.iter().map(|run| run.as_str());
    json!({ "person": own.person.as_str(), "runs": runs.collect::<Vec<_>>() })
}

/// The offer that somebody waits for; null where they wait for runs for their target groups.
fn wish(own: &Wish) -> Value {
    match own {
        Wish::Offer(offer) => json!({ "offer": offer.as_str() }),
        Wish::Groups => json!({ "offer": null }),
    }
}

fn parted(own: &Parted) -> Value {
    json!({
        "patient": own.patient.as_str(),
        "patient_in": own.patient_in.as_ref().map(|run| run.as_str()),
        "relative": own.relative.as_str(),
        "relative_in": own.relative_in.as_ref().map(|run| run.as_str()),
    })
}

fn together(own: &TogetherPlaces) -> Value {
    json!({
        "wanted": own.wanted,
        "parties": own.parties,
        "placed": own.placed,
        "proven": own.proven,
        "proven_people": own.proven_people,
        "patient_has_place": own.patient_has_place,
        "relative_has_place": own.relative_has_place,
        "no_common_run": own.no_common_run,
        "patient_not_placed": own.patient_not_placed,
        "too_many": own.too_many,
        "apart": own.apart,
    })
}

fn reserved(own: &ReservedPlaces) -> Value {
    let municipalities = own.municipalities.iter().map(ToString::to_string);
    json!({
        "organisation": own.organisation.as_ref().map(|id| id.as_str()),
        "committee": own.committee.as_ref().map(|id| id.as_str()),
        "municipalities": municipalities.collect::<Vec<_>>(),
        "stated": own.stated,
        "seats": own.seats,
        "until": maybe_date(own.until),
        "state": own.state.code(),
        "people": own.people,
        "would_do": own.would_do,
        "home_unknown": own.home_unknown,
        "next_class": own.next_class,
    })
}

fn group(own: &Group) -> Value {
    json!({
        "minimum": own.minimum,
        "needs": own.needs,
        "cancel_by": maybe_date(own.cancel_by),
        "decided_by": own.decided_by,
        "would_do": own.would_do,
        "proposal": own.state.code(),
    })
}

fn expected(own: &Expected) -> Value {
    let rate = match own {
        Expected::Stored(rate) => Some(json!({
            "missed": rate.missed,
            "sessions": rate.sessions,
            "places": rate.places,
            "of": if rate.of_offer { "offer" } else { "all_offers" },
        })),
        Expected::Unknown { places } => {
            Some(json!({ "places": places, "fewest_places": FEWEST_PLACES }))
        }
        Expected::Everybody | Expected::Asked(_) => None,
    };
    json!({
        "by": own.code(),
        "no_show_basis_points": own.no_show().basis_points(),
        "recorded": rate,
    })
}

fn person(own: &PersonPlace) -> Value {
    json!({
        "person": own.person.as_str(),
        "waits_for": wish(&own.wish),
        "wishes": own.wishes,
        "class": own.verdict.as_ref().map(|verdict| answer(&verdict.answer)),
        "deadline": known(own.deadline.map(date)),
        "waiting_since": known(own.since.map(date)),
        "relative": known(own.relative.map(Value::from)),
        "starts_by_deadline": known(own.starts_by_deadline.map(Value::from)),
        "outcome": outcome(&own.outcome),
    })
}

fn outcome(own: &Outcome) -> Value {
    use mestring_model::term::Term;
    let is = own.code();
    match own {
        Outcome::Kept { run, state } => {
            json!({ "is": is, "run": run.as_str(), "state": state.code() })
        }
        Outcome::Given { run, cost, parts } => {
            let parts = parts
                .iter()
                .map(|(rule, part)| (rule.to_string(), json!(part)));
            let parts: Map<String, Value> = parts.collect();
            json!({ "is": is, "run": run.as_str(), "cost": cost, "parts": parts })
        }
        Outcome::Moved {
            from,
            run,
            state,
            notice,
            because,
            cost,
        } => json!({
            "is": is,
            "from": from.as_str(),
            "run": run.as_str(),
            "state": state.code(),
            "notice_days": notice,
            "because": because.code(),
            "cost": cost,
        }),
        Outcome::Lost { run, state } => {
            json!({ "is": is, "run": run.as_str(), "state": state.code() })
        }
        Outcome::Full { runs, cancelled } => {
            json!({ "is": is, "runs": runs, "cancelled": cancelled })
        }
        Outcome::NoRun {
            considered,
            because,
        } => {
            let because = because
                .iter()
                .map(|(rule, count)| (rule.to_string(), json!(count)));
            let because: Map<String, Value> = because.collect();
            json!({ "is": is, "considered": considered, "because": because })
        }
        Outcome::Ask { considered } => json!({ "is": is, "considered": considered }),
    }
}

fn ask(own: &Ask) -> Value {
    let (person, run) = match &own.of {
        Asked::Person(person) | Asked::Clinic(person) => (Some(person.as_str()), None),
        Asked::Run(run) => (None, Some(run.as_str())),
        Asked::Centre => (None, None),
    };
    json!({
        "of": own.of.code(),
        "person": person,
        "run": run,
        "judged": own.judged.code(),
        "fact": &*own.fact,
        "people": own.people,
    })
}

/// What one more seat in each run would reach, and a further run like it.
pub fn more_seats(more: &MoreSeats) -> Value {
    let runs = more.runs.iter().map(|own| {
        let served = own.served.iter();
        let served = served.map(|(class, count)| json!({ "class": class, "people": count }));
        json!({
            "run": own.run.as_str(),
            "waiting": own.waiting,
            "one_seat": {
                "class": own.class,
                "moves": own.moves,
                "chain": own.chain.iter().map(chain_step).collect::<Vec<_>>(),
            },
            "further_run": {
                "places": own.places,
                "served": own.served(),
                "by_class": served.collect::<Vec<_>>(),
                "moves": own.further_moves,
            },
        })
    });
    json!({
        "decided": false,
        "view": "staff",
        "runs": runs.collect::<Vec<_>>(),
        "left_out": more.left_out,
    })
}

fn chain_step(own: &ChainStep) -> Value {
    json!({
        "class": own.class,
        "from": own.from.as_ref().map(|run| run.as_str()),
        "to": own.to.as_str(),
    })
}

/// Why people have no place, by groups of people who are alike.
pub fn blocked(blocked: &Blocked) -> Value {
    let run = |own: &BlockingRun| {
        let classes = own.classes.iter();
        let classes = classes.map(|(class, people)| json!({ "class": class, "people": people }));
        json!({
            "run": own.run.as_str(),
            "seats": own.seats,
            "kept_for_others": own.kept,
            "by_class": classes.collect::<Vec<_>>(),
            "before_by": own.before_by.map(Separates::code),
        })
    };
    let groups = blocked.groups.iter().map(|own| {
        json!({
            "class": own.class,
            "people": own.people,
            "runs": own.runs.iter().map(run).collect::<Vec<_>>(),
        })
    });
    json!({
        "decided": false,
        "view": "staff",
        "groups": groups.collect::<Vec<_>>(),
        "left_out": blocked.left_out,
    })
}

/// What one person may be told of each thing they wait for: their own outcome, and never who holds a place.
pub fn letter(all: &[&PersonPlace]) -> Value {
    let of_each = all.iter().map(|own| {
        let outcome = match &own.outcome {
            // How many runs are full of whom, and what a place costs, is no part of a letter.
            Outcome::Full { .. } => json!({ "is": "full" }),
            Outcome::Given { run, .. } => json!({ "is": "given", "run": run.as_str() }),
            Outcome::Moved { from, run, .. } => {
                json!({ "is": "moved", "from": from.as_str(), "run": run.as_str() })
            }
            other => outcome(other),
        };
        json!({
            "waits_for": wish(&own.wish),
            "outcome": outcome,
            "starts_by_deadline": known(own.starts_by_deadline.map(Value::from)),
        })
    });
    json!({
        "decided": false,
        "view": "letter",
        "wishes": of_each.collect::<Vec<_>>(),
    })
}

/// Who is next for a seat that becomes free, and who moves.
pub fn next_in_line(next: &NextInLine) -> Value {
    let steps = |steps: &[Step]| -> Vec<Value> { steps.iter().map(step).collect() };
    json!({
        "decided": false,
        "view": "staff",
        "run": next.run.as_str(),
        "free": steps(&next.free),
        "over": next.over,
        "steps": steps(&next.steps),
    })
}

fn step(step: &Step) -> Value {
    json!({
        "person": step.person.as_str(),
        "class": step.class,
        "deadline": known(step.deadline.map(date)),
        "waiting_since": known(step.since.map(date)),
        "starts_by_deadline": known(step.starts_by_deadline.map(Value::from)),
        "from": step.from.as_ref().map(|run| run.as_str()),
        "to": step.to.as_ref().map(|run| run.as_str()),
    })
}
