//! Packs in use that can be replaced while other threads ask: checked, tested, then swapped as a
//! whole, or not at all.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use arc_swap::{ArcSwap, ArcSwapOption};
use chrono::NaiveDate;
use mestring_model::{Finding, Settings};
use mestring_rules::{CaseResult, Pack, Plugins, RuleError};

use super::packs::{PackFiles, Packs, PacksError};
use super::{PackRef, pack_ref};

/// The packs that a service answers by.
///
/// A question takes a [`snapshot`](Self::snapshot) and keeps it to its end, so no answer is made by
/// two versions of a pack. An [`offer`](Self::offer) of other texts takes effect only if every text
/// is right, every case passes, and every parameter has a value on the date; otherwise the last good
/// packs stay, and what is wrong is returned once.
///
/// It is `Send + Sync` and touches nothing global: a process may hold several, with plugins of their
/// own. Readers never wait, neither for each other nor for an offer.
///
/// ```
/// use mestring::decide::{LivePacks, Offered, PackFiles};
/// use mestring::model::Settings;
/// use mestring_rules::Plugins;
///
/// let as_of = "2026-11-22".parse()?;
/// let (live, _) = LivePacks::start(
///     Settings::default(), Plugins::default(), &PackFiles::new(), as_of)?;
///
/// let mut files = mestring_packs::files("priority").ok_or("no pack `priority`")?;
/// let manifest = files.get_mut("pack.toml").ok_or("no pack.toml")?;
/// *manifest = manifest.replace("\"deadline\",\n    \"waiting\"", "\"waiting\",\n    \"deadline\"");
/// let offer = PackFiles::from([("priority".to_owned(), files.clone())]);
/// let before = live.snapshot();
/// assert!(matches!(live.offer(&offer, as_of), Offered::Swapped(_)));
/// assert_ne!(live.snapshot().priority().hash(), before.priority().hash());
///
/// files.insert("waiting.rhai".to_owned(), "// What: a typing error.\nrun.waitin".to_owned());
/// let wrong = PackFiles::from([("priority".to_owned(), files)]);
/// let Offered::Refused(refusal) = live.offer(&wrong, as_of) else { panic!() };
/// assert_eq!(refusal.problems[0].code(), "R103");
/// assert!(matches!(live.offer(&wrong, as_of), Offered::RefusedBefore));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct LivePacks {
    settings: Settings,
    plugins: Plugins,
    shipped: Packs,
    current: ArcSwap<Packs>,
    refused: ArcSwapOption<Refusal>,
    /// What was refused last. Held through an offer, so that offers come one after the other.
    last_refused: Mutex<Option<(PackFiles, NaiveDate)>>,
}

/// What came of an offer.
#[derive(Debug)]
#[non_exhaustive]
pub enum Offered {
    /// The packs are in use from now on.
    Swapped(Swap),
    /// They are those in use already.
    Unchanged,
    /// They are not taken up; the last good packs stay.
    Refused(Arc<Refusal>),
    /// The same texts were refused by the offer before, which said why.
    RefusedBefore,
}

/// Packs that took the place of others.
#[derive(Debug, Clone)]
pub struct Swap {
    /// The packs that were in use.
    pub before: Arc<Packs>,
    /// Those in use now.
    pub after: Arc<Packs>,
    /// How many cases passed, those of the packs that were not in use before.
    pub cases: usize,
    /// What is worth knowing and no error: C011 and C012, as [`Packs::chosen`] has them.
    pub findings: Vec<Finding>,
}

impl Swap {
    /// The packs that are in use now and were not before.
    pub fn changed(&self) -> Vec<PackRef> {
        let fresh = self.after.all().filter(|own| !in_use(&self.before, own));
        fresh.map(pack_ref).collect()
    }
}

/// Why offered packs are not taken up: everything that was found.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub struct Refusal {
    /// What is wrong, never empty.
    pub problems: Vec<OfferProblem>,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, problem) in self.problems.iter().enumerate() {
            let joint = if at == 0 { "" } else { "\n" };
            write!(f, "{joint}{}: {problem}", problem.code())?;
        }
        Ok(())
    }
}

/// One thing that keeps an offered pack from being taken up.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum OfferProblem {
    /// A text is wrong, by the key of its pack.
    #[error("{key}: {error}")]
    Text {
        /// The pack's key.
        key: String,
        /// What is wrong.
        error: RuleError,
    },
    /// The packs cannot be used together.
    #[error("{0}")]
    Together(PacksError),
    /// Nothing shows that the pack answers as its writer means.
    #[error("{pack}: it has no cases; write some beside its rules, in NAME.test.toml")]
    NoCases {
        /// The pack's key, or its folder where the desk names one.
        pack: String,
    },
    /// A rule does not answer as a case expects.
    #[error("{pack}: {}, case `{}`: {}", .result.criterion, .result.name, said(.result))]
    Case {
        /// The pack's key, or its folder where the desk names one.
        pack: String,
        /// The case.
        result: Box<CaseResult>,
    },
    /// A parameter has no value on the date of the offer.
    #[error("{pack}: {error}")]
    NotOnDate {
        /// The pack's name.
        pack: String,
        /// Which parameter, and when it has a value.
        error: RuleError,
    },
}

impl OfferProblem {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            OfferProblem::Text { error, .. } | OfferProblem::NotOnDate { error, .. } => {
                error.code()
            }
            OfferProblem::Together(error) => error.code(),
            OfferProblem::NoCases { .. } => "C043",
            OfferProblem::Case { .. } => Packs::CASES_FAIL,
        }
    }
}

/// What a case that failed says.
fn said(result: &CaseResult) -> String {
    let diagnostic = result.diagnostic();
    diagnostic.map_or_else(String::new, |own| own.message())
}

impl LivePacks {
    /// Starts with the packs that the settings choose and the shipped ones otherwise, with what is
    /// worth knowing about them (C011, C012).
    ///
    /// `files` holds the texts of every pack that comes from a folder, and each later offer holds
    /// them all again. Of the settings only the choice of packs is used.
    ///
    /// # Errors
    /// Everything that is wrong with the texts, their cases and, on the date, their parameters.
    pub fn start(
        settings: Settings,
        plugins: Plugins,
        files: &PackFiles,
        as_of: NaiveDate,
    ) -> Result<(Self, Vec<Finding>), Refusal> {
        let shipped = Packs::shipped().map_err(|error| Refusal {
            problems: problems(error),
        })?;
        let live = LivePacks {
            current: ArcSwap::from_pointee(shipped.clone()),
            refused: ArcSwapOption::empty(),
            last_refused: Mutex::new(None),
            settings,
            plugins,
            shipped,
        };
        let (packs, findings, _) = live.judge(&live.snapshot(), files, as_of)?;
        live.current.store(Arc::new(packs));
        Ok((live, findings))
    }

    /// The packs in use. A question keeps what it took, whatever is swapped meanwhile.
    pub fn snapshot(&self) -> Arc<Packs> {
        self.current.load_full()
    }

    /// Why the last offer was refused; none where it was taken up or changed nothing.
    pub fn refused(&self) -> Option<Arc<Refusal>> {
        self.refused.load_full()
    }

    /// Offers the texts of all packs that come from folders, by the keys under which
    /// [`start`](Self::start) had them.
    ///
    /// Packs whose texts did not change are neither read nor tested again. `as_of` is the date of
    /// the questions that the packs will answer next; what was refused for its date is not tried
    /// again until somebody offers it on another.
    pub fn offer(&self, files: &PackFiles, as_of: NaiveDate) -> Offered {
        // A thread that panicked while it held the lock left nothing half done: swaps are atomic.
        let mut last = self
            .last_refused
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let again = |(old, date): &(PackFiles, NaiveDate)| old == files && *date == as_of;
        if last.as_ref().is_some_and(again) {
            return Offered::RefusedBefore;
        }
        let before = self.snapshot();
        match self.judge(&before, files, as_of) {
            Err(refusal) => {
                let refusal = Arc::new(refusal);
                self.refused.store(Some(refusal.clone()));
                *last = Some((files.clone(), as_of));
                Offered::Refused(refusal)
            }
            Ok((packs, findings, cases)) => {
                self.refused.store(None);
                *last = None;
                if packs.refs() == before.refs() {
                    return Offered::Unchanged;
                }
                let after = Arc::new(packs);
                self.current.store(after.clone());
                Offered::Swapped(Swap {
                    before,
                    after,
                    cases,
                    findings,
                })
            }
        }
    }

    /// Reads, checks and tests what is not in use yet; gives the packs, what is worth knowing about
    /// them, and how many cases were run.
    fn judge(
        &self,
        before: &Packs,
        files: &PackFiles,
        as_of: NaiveDate,
    ) -> Result<(Packs, Vec<Finding>, usize), Refusal> {
        let load = |files: &_| {
            let known = before.all().find(|own| own.is_of(files));
            known.map_or_else(|| Pack::load(files, &self.plugins), |own| Ok(own.clone()))
        };
        let mut fresh = Vec::new();
        let look = |place: &str, pack: &Pack| {
            fresh.push((place.to_owned(), pack.clone()));
            None
        };
        let chosen = self
            .shipped
            .clone()
            .choose(&self.settings, files, load, look);
        let (packs, findings) = chosen.map_err(|error| Refusal {
            problems: problems(error),
        })?;
        let mut cases = 0;
        let mut wrong = Vec::new();
        for (place, pack) in fresh.iter().filter(|(_, own)| !in_use(before, own)) {
            let results = pack.test();
            cases += results.len();
            if results.is_empty() {
                wrong.push(OfferProblem::NoCases {
                    pack: place.clone(),
                });
            }
            let failed = results.into_iter().filter(|result| !result.passed());
            wrong.extend(failed.map(|result| OfferProblem::Case {
                pack: place.clone(),
                result: Box::new(result),
            }));
        }
        for pack in packs.all() {
            if let Err(error) = pack.parameters(as_of) {
                wrong.push(OfferProblem::NotOnDate {
                    pack: pack.manifest().name.clone(),
                    error,
                });
            }
        }
        if wrong.is_empty() {
            Ok((packs, findings, cases))
        } else {
            Err(Refusal { problems: wrong })
        }
    }
}

fn in_use(packs: &Packs, pack: &Pack) -> bool {
    packs.all().any(|own| own.hash() == pack.hash())
}

fn problems(error: PacksError) -> Vec<OfferProblem> {
    match error {
        PacksError::Text { errors } => errors
            .into_iter()
            .map(|(key, error)| OfferProblem::Text { key, error })
            .collect(),
        other => vec![OfferProblem::Together(other)],
    }
}

#[cfg(test)]
mod tests;
