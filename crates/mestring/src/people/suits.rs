//! How a run suits a person, fact by fact. Each is worked out from what was read once of the person
//! and once of the run.

use chrono::NaiveDate;
use mestring_data::topic::Hints;
use mestring_model::facts::ChoiceFacts;
use mestring_model::id::{OfferId, TargetGroupId};
use mestring_model::noun::{Audience, Format, HalfDay, Interval, Language, Offer, Run, Weekday};
use mestring_model::quantity::{Ages, BirthYear};
use mestring_model::{Desk, Fact, PersonStore};

use super::home::{Homes, Seen};
use super::{OpenRun, Waiting};
use crate::topics::Topics;

/// What was read of a run.
pub(super) struct RunSide<'a> {
    pub(super) offer: &'a OfferId,
    pub(super) groups: &'a [TargetGroupId],
    starts: NaiveDate,
    audience: Fact<Audience>,
    ages: Fact<Ages>,
    referral: Fact<bool>,
    format: Fact<Format>,
    first_format: Fact<Format>,
    language: Fact<Language>,
    weekdays: Fact<Vec<Weekday>>,
    half_days: Fact<Vec<HalfDay>>,
    seen: Seen,
}

impl<'a> RunSide<'a> {
    pub(super) fn of(
        desk: &'a Desk,
        topics: &'a Topics,
        homes: &Homes,
        open: &OpenRun,
    ) -> Option<Self> {
        let run = desk.runs.get(open.run)?;
        let offer = desk.offer(&run.offer)?;
        let hints = Hints::of_title(&offer.title);
        let audience = offer.audience.or(hints.audience);
        Some(RunSide {
            offer: &run.offer,
            groups: topics
                .offer(&run.offer)
                .map_or(&[][..], |own| own.target_groups.as_slice()),
            starts: open.starts,
            audience,
            ages: ages(offer, &hints, audience),
            referral: offer.referral,
            format: run.format.or(offer.format),
            first_format: open.first_format,
            language: offer.language,
            weekdays: weekdays(run, open.starts),
            half_days: match run.half_days.as_slice() {
                [] => Fact::NotStated,
                own => Fact::Known(own.to_vec()),
            },
            seen: homes.seen(desk, run, offer),
        })
    }
}

/// The ages that a run is for: as the row or the title says; minors, where it is for children.
fn ages(offer: &Offer, hints: &Hints, audience: Fact<Audience>) -> Fact<Ages> {
    let year = |age: Fact<u32>| age.into_known().and_then(|age| u8::try_from(age).ok());
    let (from, to) = (year(hints.youngest), year(hints.oldest));
    let titled = match (from, to) {
        (None, None) => Fact::NotStated,
        (from, to) => Fact::from(Ages::new(from, to)),
    };
    let stated = offer.ages.or(titled);
    if audience == Fact::Known(Audience::Children) {
        stated.or(Fact::Known(Ages::MINORS))
    } else {
        stated
    }
}

/// The days of the week on which the sessions of a decided run lie.
fn weekdays(run: &Run, starts: NaiveDate) -> Fact<Vec<Weekday>> {
    match run.weekdays.as_slice() {
        // From one day to the next they lie on several; how many follow, the row does not say.
        [] if run.interval == Some(Interval::Daily) => Fact::NotStated,
        [] => Fact::Known(vec![Weekday::of(starts)]),
        own => Fact::Known(own.to_vec()),
    }
}

/// What was read of a person.
pub(super) struct PersonSide<'a> {
    waiting: &'a Waiting,
    born: Fact<BirthYear>,
    home: Fact<usize>,
    languages: Fact<&'a [Language]>,
    digital: Fact<bool>,
    weekdays: Fact<&'a [Weekday]>,
    half_days: Fact<&'a [HalfDay]>,
    travel_limit: Fact<i64>,
}

impl<'a> PersonSide<'a> {
    pub(super) fn of(store: &'a PersonStore, homes: &Homes, waiting: &'a Waiting) -> Option<Self> {
        let person = store.people.get(waiting.person)?;
        Some(PersonSide {
            waiting,
            born: person.birth_year,
            home: homes.number(person.municipality),
            languages: person.languages.as_ref().map(Vec::as_slice),
            digital: person.digital,
            weekdays: person.weekdays.as_ref().map(Vec::as_slice),
            half_days: person.half_days.as_ref().map(Vec::as_slice),
            travel_limit: person.travel_limit.map(i64::from),
        })
    }
}

/// The facts of a person with a run, small enough to be compared and counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Suits {
    in_target_group: Fact<bool>,
    audience_fits: Fact<bool>,
    age_limit: Fact<bool>,
    age_fits: Fact<bool>,
    referral_fits: Fact<bool>,
    in_catchment: Fact<bool>,
    travel_minutes: Fact<i64>,
    within_travel_limit: Fact<bool>,
    format: Fact<Format>,
    first_format: Fact<Format>,
    can_attend_digitally: Fact<bool>,
    language: Fact<Language>,
    language_fits: Fact<bool>,
    time_fits: Fact<bool>,
    starts_by_deadline: Fact<bool>,
}

impl Suits {
    pub(super) fn of(person: &PersonSide<'_>, run: &RunSide<'_>) -> Self {
        let travel_minutes = travel(person, run);
        Suits {
            in_target_group: in_target_group(person.waiting, run),
            audience_fits: run
                .audience
                .and_then(|audience| audience_fits(audience, person.waiting.facts.relative)),
            age_limit: run.ages.map(|_| true),
            age_fits: run
                .ages
                .and_then(|ages| age_fits(ages, person.born, run.starts)),
            referral_fits: referral_fits(run.referral, person.waiting.facts.referred),
            in_catchment: run.seen.inside(person.home),
            travel_minutes,
            within_travel_limit: within(travel_minutes, person.travel_limit),
            format: run.format,
            first_format: run.first_format,
            can_attend_digitally: person.digital,
            language: run.language,
            language_fits: run
                .language
                .and_then(|held| person.languages.and_then(|own| follows(held, own))),
            time_fits: time_fits(person, run),
            starts_by_deadline: person
                .waiting
                .starts_by_deadline(run.offer, run.groups, run.starts),
        }
    }

    pub(super) fn facts(self) -> ChoiceFacts {
        ChoiceFacts {
            in_target_group: self.in_target_group,
            audience_fits: self.audience_fits,
            age_limit: self.age_limit,
            age_fits: self.age_fits,
            referral_fits: self.referral_fits,
            in_catchment: self.in_catchment,
            travel_minutes: self.travel_minutes,
            within_travel_limit: self.within_travel_limit,
            format: self.format,
            first_format: self.first_format,
            can_attend_digitally: self.can_attend_digitally,
            language: self.language,
            language_fits: self.language_fits,
            time_fits: self.time_fits,
            starts_by_deadline: self.starts_by_deadline,
        }
    }
}

fn in_target_group(waiting: &Waiting, run: &RunSide<'_>) -> Fact<bool> {
    if waiting.offers.contains(run.offer) {
        return Fact::Known(true);
    }
    let groups = waiting.groups.as_ref();
    groups.and_then(|own| match run.groups {
        [] => Fact::NotStated,
        groups => Fact::Known(groups.iter().any(|group| own.contains(group))),
    })
}

fn audience_fits(audience: Audience, relative: Fact<bool>) -> Fact<bool> {
    match audience {
        Audience::Patients => relative.map(|relative| !relative),
        Audience::Relatives => relative,
        Audience::Both => Fact::Known(true),
        // Children who are patients; whether it also takes their parents, or the children of
        // patients, nobody has said.
        Audience::Children => relative.and_then(|relative| {
            if relative {
                Fact::NotStated
            } else {
                Fact::Known(true)
            }
        }),
        Audience::Professionals | Audience::Students | Audience::UserRepresentatives => {
            Fact::Known(false)
        }
    }
}

/// Of the year of birth two ages are possible on the run's first day; only where both lie on the same
/// side of the limits is it known.
fn age_fits(ages: Ages, born: Fact<BirthYear>, starts: NaiveDate) -> Fact<bool> {
    born.and_then(|born| {
        let oldest = born.age_in_year_of(starts);
        let holds = |age: i32| u8::try_from(age).is_ok_and(|age| ages.holds(age));
        match (holds(oldest), holds(oldest - 1)) {
            (one, other) if one == other => Fact::Known(one),
            _ => Fact::NotStated,
        }
    })
}

/// Who has a referral has what a run may ask for, also where nobody said whether it asks.
fn referral_fits(required: Fact<bool>, referred: Fact<bool>) -> Fact<bool> {
    match (required, referred) {
        (Fact::Known(false), _) | (_, Fact::Known(true)) => Fact::Known(true),
        (Fact::Known(true), referred) => referred,
        (Fact::Unknown, _) => Fact::Unknown,
        (Fact::NotStated, _) => Fact::NotStated,
    }
}

/// Minutes one way; none where nobody has to come, or the person takes part in a hybrid by video.
fn travel(person: &PersonSide<'_>, run: &RunSide<'_>) -> Fact<i64> {
    match run.format {
        Fact::Known(
            Format::DigitalLive | Format::SelfPaced | Format::Anonymous | Format::Telephone,
        ) => Fact::Known(0),
        Fact::Known(Format::Hybrid) => match person.digital {
            Fact::Known(true) => Fact::Known(0),
            _ => run.seen.way(person.home),
        },
        _ => run.seen.way(person.home),
    }
}

/// No way is within every limit.
fn within(minutes: Fact<i64>, limit: Fact<i64>) -> Fact<bool> {
    match minutes {
        Fact::Known(0) => Fact::Known(true),
        minutes => minutes.and_then(|minutes| limit.map(|limit| minutes <= limit)),
    }
}

/// Whether somebody who follows courses of some languages follows one held in this.
///
/// "Another language" is not said which, so that two of them may differ, and so may the one that a
/// course is adapted to.
fn follows(held: Language, own: &[Language]) -> Fact<bool> {
    let has = |language| own.contains(&language);
    match held {
        Language::Norwegian => Fact::Known(has(Language::Norwegian)),
        Language::Interpreted if has(Language::Norwegian) || has(Language::Interpreted) => {
            Fact::Known(true)
        }
        Language::Adapted if has(Language::Adapted) => Fact::Known(true),
        Language::Other if !has(Language::Other) => Fact::Known(false),
        Language::Interpreted | Language::Adapted | Language::Other => Fact::NotStated,
    }
}

/// Whether every session lies on a day and in a part of the day that the person asked for.
fn time_fits(person: &PersonSide<'_>, run: &RunSide<'_>) -> Fact<bool> {
    // Courses in one's own time lie at any.
    if let Fact::Known(Format::SelfPaced | Format::Anonymous) = run.format {
        return Fact::Known(true);
    }
    let days = lies_in(run.weekdays.as_ref(), person.weekdays);
    let parts = lies_in(run.half_days.as_ref(), person.half_days);
    match (days, parts) {
        (Fact::Known(false), _) | (_, Fact::Known(false)) => Fact::Known(false),
        (Fact::Known(true), Fact::Known(true)) => Fact::Known(true),
        (Fact::Unknown, _) | (_, Fact::Unknown) => Fact::Unknown,
        _ => Fact::NotStated,
    }
}

/// Whether all of the times are among those asked for; whoever asked for none takes any.
fn lies_in<T: PartialEq>(times: Fact<&Vec<T>>, asked: Fact<&[T]>) -> Fact<bool> {
    asked.and_then(|asked| {
        if asked.is_empty() {
            return Fact::Known(true);
        }
        times.map(|times| times.iter().all(|time| asked.contains(time)))
    })
}
