//! From a phrase to a rule.

use std::collections::BTreeSet;

use mestring_data::municipality;
use mestring_model::id::UnitId;
use mestring_model::noun::Level;
use mestring_model::term::{Term, nearest};
use mestring_model::{Answer, Desk, Lang};

use super::{Dimension, FORMS, Forbids, Group, Loss, Rule, Subject};
use crate::decide::RuleTitle;
use crate::decide::compare::{Comparison, RunsCompared};

/// Why a phrase is none of a gate.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum GateError {
    /// No form of phrase is like it.
    #[error(
        "`{phrase}` is no phrase of a gate; {}",
        .nearest.as_deref().map_or_else(
            || format!("write one of: {}", FORMS.iter().map(|own| format!("`{}`", own.phrase)).collect::<Vec<_>>().join(", ")),
            |near| format!("did you mean `{near}`?"),
        )
    )]
    NoForm {
        /// The phrase.
        phrase: String,
        /// The nearest phrase that is one.
        nearest: Option<String>,
    },
    /// Nothing has the name.
    #[error(
        "`{phrase}`: no {what} is called `{name}`; {}",
        .nearest.as_deref().map_or_else(
            || "write `any`, or the name of a criterion or of a group of the desk".to_owned(),
            |near| format!("did you mean `{near}`?"),
        )
    )]
    NoName {
        /// The phrase.
        phrase: String,
        /// What the name should be of.
        what: &'static str,
        /// The name.
        name: String,
        /// The nearest name that exists.
        nearest: Option<String>,
    },
    /// Several things have the name.
    #[error("`{phrase}`: `{name}` is a name of several things; write {}", .ways.iter().map(|way| format!("`{way} {name}`")).collect::<Vec<_>>().join(" or "))]
    Ambiguous {
        /// The phrase.
        phrase: String,
        /// The name.
        name: String,
        /// The words that say which, before the name.
        ways: Vec<&'static str>,
    },
    /// A criterion that no run meets or fails, since it answers numbers.
    #[error(
        "`{phrase}`: the criterion `{name}` answers numbers, so no run meets it; name one that \
         answers yes or no, or write `any`"
    )]
    NotYesNo {
        /// The phrase.
        phrase: String,
        /// The criterion.
        name: String,
    },
}

impl GateError {
    /// The error's stable code.
    pub fn code(&self) -> &'static str {
        "C031"
    }
}

/// What a name without a word before it could be of.
pub const ANY_NAME: &str = "criterion or group";

/// The phrases without a subject.
const FIXED: [(&str, Forbids); 7] = [
    ("requirement fails", Forbids::RequirementFails),
    ("format changes", Forbids::FormatChanges),
    ("relation changes", Forbids::RelationChanges),
    ("listings merge", Forbids::ListingsMerge),
    ("listings split", Forbids::ListingsSplit),
    ("status changes", Forbids::StatusChanges),
    ("cannot tell grows", Forbids::CannotTellGrows),
];

/// What a subject can lose, with the words for it.
const LOSSES: [(&str, Loss); 3] = [
    ("loses place", Loss::Place),
    ("loses seats", Loss::Seats),
    ("loses rank", Loss::Rank),
];

/// What a name can be of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Criterion,
    TargetGroup,
    Organiser,
    Lender,
    Partner,
    Municipality,
    Level,
}

/// The words before a name that say what it is of.
const SORTS: [(&str, Sort); 7] = [
    ("criterion", Sort::Criterion),
    ("target group", Sort::TargetGroup),
    ("organiser", Sort::Organiser),
    ("lender", Sort::Lender),
    ("partner", Sort::Partner),
    ("municipality", Sort::Municipality),
    ("level", Sort::Level),
];

/// What a name without such a word may be of: an organisation is then a partner.
const BARE: [Sort; 5] = [
    Sort::Criterion,
    Sort::TargetGroup,
    Sort::Partner,
    Sort::Municipality,
    Sort::Level,
];

/// Reads a phrase of a gate. Names are those of the desk, in any language, and of the criteria that
/// were compared.
///
/// # Errors
/// A phrase of no known form, and a name of nothing or of several things.
pub fn read(text: &str, desk: &Desk, comparison: &Comparison) -> Result<Rule, GateError> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let phrase = words.join(" ");
    let rule = |forbids| Rule {
        phrase: phrase.clone(),
        forbids,
    };
    let lower = phrase.to_lowercase();
    if let Some((_, forbids)) = FIXED.iter().find(|(own, _)| *own == lower) {
        return Ok(rule(forbids.clone()));
    }
    // The name is taken as it was written: capitals may be several bytes when they are made small.
    let (name, verb) = words.split_at(words.len().saturating_sub(2));
    let (name, verb) = (name.join(" "), verb.join(" ").to_lowercase());
    let loss = LOSSES.iter().find(|(own, _)| *own == verb);
    let Some((_, loss)) = loss.filter(|_| !name.is_empty()) else {
        return Err(no_form(phrase, &lower, &name, &verb));
    };
    let names = Names {
        phrase: &phrase,
        desk,
        runs: comparison.runs.as_ref(),
    };
    Ok(rule(Forbids::Loses(names.subject(&name)?, *loss)))
}

fn no_form(phrase: String, lower: &str, name: &str, verb: &str) -> GateError {
    let fixed = nearest(lower, FIXED.iter().map(|(own, _)| *own)).map(str::to_owned);
    let lost = || {
        let verb = nearest(verb, LOSSES.iter().map(|(own, _)| *own))?;
        let name = if name.is_empty() { "any" } else { name };
        Some(format!("{name} {verb}"))
    };
    GateError::NoForm {
        nearest: fixed.or_else(lost),
        phrase,
    }
}

/// Everything that a name can be of.
struct Names<'a> {
    phrase: &'a str,
    desk: &'a Desk,
    runs: Option<&'a RunsCompared>,
}

impl Names<'_> {
    fn subject(&self, text: &str) -> Result<Subject, GateError> {
        if text.eq_ignore_ascii_case("any") {
            return Ok(Subject::Any);
        }
        for (word, sort) in SORTS {
            let rest = text
                .get(..word.len())
                .filter(|start| start.eq_ignore_ascii_case(word))
                .and_then(|_| text.get(word.len()..)?.strip_prefix(' '));
            if let Some(name) = rest {
                let found = self.find(sort, name)?;
                return found.ok_or_else(|| self.no_name(word, name, &[sort]));
            }
        }
        let mut found = Vec::new();
        for sort in BARE {
            if let Some(subject) = self.find(sort, text)? {
                found.push((sort, subject));
            }
        }
        if self.runs.is_none() && found.len() > 1 {
            // A group of the desk has the name, so no criterion needs to be supposed.
            found.retain(|(sort, _)| *sort != Sort::Criterion);
        }
        if found.len() > 1 {
            let ways = SORTS
                .iter()
                .filter(|(_, sort)| found.iter().any(|own| own.0 == *sort));
            return Err(GateError::Ambiguous {
                phrase: self.phrase.to_owned(),
                name: text.to_owned(),
                ways: ways.map(|(word, _)| *word).collect(),
            });
        }
        let only = found.pop().map(|(_, subject)| subject);
        only.ok_or_else(|| self.no_name(ANY_NAME, text, &BARE))
    }

    fn no_name(&self, what: &'static str, name: &str, sorts: &[Sort]) -> GateError {
        let all: Vec<String> = sorts.iter().flat_map(|sort| self.all(*sort)).collect();
        GateError::NoName {
            phrase: self.phrase.to_owned(),
            what,
            name: name.to_owned(),
            nearest: nearest(name, all.iter().map(String::as_str)).map(str::to_owned),
        }
    }

    /// The subject of a sort by its name.
    fn find(&self, sort: Sort, name: &str) -> Result<Option<Subject>, GateError> {
        if sort == Sort::Criterion {
            return self.criterion(name);
        }
        let groups = self.groups(sort, name);
        Ok((!groups.is_empty()).then_some(Subject::Groups(groups)))
    }

    fn criteria(&self) -> impl Iterator<Item = &RuleTitle> {
        let both = self.runs.into_iter();
        both.flat_map(|runs| runs.after.criteria.iter().chain(&runs.before.criteria))
    }

    fn criterion(&self, name: &str) -> Result<Option<Subject>, GateError> {
        let mut criteria = self.criteria();
        let found = criteria.find(|rule| {
            same(&rule.name, name) || rule.titles.iter().any(|title| same(title, name))
        });
        let Some(found) = found else {
            // Without packs of priority there are neither criteria nor runs to look at: the gate says
            // that it looked at nothing, and nobody can tell whether the name is right.
            let unheard = self.runs.is_none().then(|| name.to_owned());
            return Ok(unheard.map(Subject::Criterion));
        };
        let runs = self
            .runs
            .into_iter()
            .flat_map(|own| [&own.before, &own.after]);
        let numbers = runs.flat_map(|proposal| {
            let at = proposal
                .criteria
                .iter()
                .position(|rule| rule.name == found.name);
            let verdicts = proposal.runs.iter();
            verdicts.filter_map(move |run| run.verdicts.get(at?))
        });
        let mut numbers = numbers.filter(|own| matches!(own.answer, Answer::Number(_)));
        if numbers.next().is_some() {
            return Err(GateError::NotYesNo {
                phrase: self.phrase.to_owned(),
                name: found.name.clone(),
            });
        }
        Ok(Some(Subject::Criterion(found.name.clone())))
    }

    fn groups(&self, sort: Sort, name: &str) -> Vec<(Dimension, Group)> {
        let dimensions: &[Dimension] = match sort {
            Sort::Criterion => &[],
            Sort::TargetGroup => &[Dimension::TargetGroup],
            Sort::Organiser => &[Dimension::Organiser],
            Sort::Lender => &[Dimension::Lender],
            Sort::Partner => &[Dimension::Organiser, Dimension::Lender],
            Sort::Municipality => &[Dimension::Municipality],
            Sort::Level => &[Dimension::Level],
        };
        let of = |by: &Dimension| -> Vec<(Dimension, Group)> {
            let groups = self.named(*by, name);
            groups.into_iter().map(|group| (*by, group)).collect()
        };
        dimensions.iter().flat_map(of).collect()
    }

    /// The groups of a dimension that a name means; those of a lender with the units below it.
    fn named(&self, by: Dimension, name: &str) -> Vec<Group> {
        for (word, group) in [
            ("not stated", Group::NotStated),
            ("unknown", Group::Unknown),
        ] {
            if same(word, name) {
                return vec![group];
            }
        }
        let desk = self.desk;
        let organisations = || {
            let own = desk.organisations.iter();
            own.filter(|own| same(own.id.as_str(), name) || same(&own.name, name))
        };
        match by {
            Dimension::TargetGroup => {
                let own = desk.target_groups.iter().filter(|own| {
                    let names = [own.id.as_str(), &own.name, &own.name_nb, &own.name_nn];
                    names.into_iter().any(|own| same(own, name))
                });
                own.map(|own| Group::TargetGroup(own.id.clone())).collect()
            }
            Dimension::Organiser => organisations()
                .map(|own| Group::Organisation(own.id.clone()))
                .collect(),
            Dimension::Lender => {
                let whole: Vec<_> = organisations().map(|own| own.id.clone()).collect();
                let units = desk.units.iter().filter(|own| {
                    let named = same(own.id.as_str(), name) || same(&own.name, name);
                    named || whole.contains(&own.organisation)
                });
                let units = self.with_below(units.map(|own| own.id.clone()).collect());
                let whole = whole.into_iter().map(Group::Organisation);
                whole.chain(units.into_iter().map(Group::Unit)).collect()
            }
            Dimension::Municipality => {
                if same("everyone", name) {
                    return vec![Group::Everyone];
                }
                let today = municipality::all()
                    .iter()
                    .filter(|own| own.valid_until.is_none());
                let named = today.filter(|own| own.number == name || same(&own.name(), name));
                let named: Vec<Group> = named.map(|own| Group::Municipality(own.number)).collect();
                // Its people can also take part in what is for the whole country.
                let everyone = (!named.is_empty()).then_some(Group::Everyone);
                named.into_iter().chain(everyone).collect()
            }
            Dimension::Level => Level::parse(name).map(Group::Level).into_iter().collect(),
        }
    }

    /// Units with all that are parts of them.
    fn with_below(&self, mut units: BTreeSet<UnitId>) -> BTreeSet<UnitId> {
        loop {
            let below = self.desk.units.iter().filter(|own| {
                let above = own.parent.as_ref();
                !units.contains(&own.id) && above.is_some_and(|above| units.contains(above))
            });
            let below: Vec<UnitId> = below.map(|own| own.id.clone()).collect();
            if below.is_empty() {
                return units;
            }
            units.extend(below);
        }
    }

    /// Every name that a sort has, for the nearest one.
    fn all(&self, sort: Sort) -> Vec<String> {
        let desk = self.desk;
        match sort {
            Sort::Criterion => {
                let criteria = self.criteria();
                let names = criteria.flat_map(|own| std::iter::once(&own.name).chain(&own.titles));
                names.cloned().collect()
            }
            Sort::TargetGroup => {
                let groups = desk.target_groups.iter();
                let names = groups.flat_map(|own| {
                    [own.id.as_str(), &own.name, &own.name_nb, &own.name_nn].map(str::to_owned)
                });
                names.collect()
            }
            Sort::Organiser | Sort::Lender | Sort::Partner => {
                let organisations = desk.organisations.iter();
                let organisations =
                    organisations.flat_map(|own| [own.id.to_string(), own.name.clone()]);
                let units = desk.units.iter().filter(|_| sort != Sort::Organiser);
                let units = units.flat_map(|own| [own.id.to_string(), own.name.clone()]);
                organisations.chain(units).collect()
            }
            Sort::Municipality => {
                let today = municipality::all()
                    .iter()
                    .filter(|own| own.valid_until.is_none());
                today.map(|own| own.name()).collect()
            }
            Sort::Level => {
                let levels = Level::WORDS.iter();
                let words = levels.flat_map(|word| Lang::ALL.map(|lang| word.term(lang)));
                words.collect()
            }
        }
    }
}

fn same(own: &str, written: &str) -> bool {
    own.to_lowercase() == written.to_lowercase()
}
