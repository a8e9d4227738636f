//! What the packs say of people, and of people with runs.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use mestring_model::facts::{ChoiceFacts, FactRow};
use mestring_model::noun::{Format, MOST_CHOICE_COST};
use mestring_model::term::Term;
use mestring_model::{Answer, Fact, PersonStore, Verdict};
use mestring_rules::Judgement;

use super::Outcome;
use crate::decide::{DecideError, Decider};
use crate::people::{Choices, OpenRun, Pair, Waiting};
use crate::plan::facts_of_run;

/// What the packs say of a person with a run.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Suit {
    /// The run would do.
    Fits {
        /// What it costs.
        cost: i64,
        /// What each rule of the preference pack said; empty for a cost by hand.
        parts: Vec<(Arc<str>, i64)>,
    },
    /// The run would not do, by these rules.
    Not(Vec<Arc<str>>),
    /// Whether it would do, or what it costs, cannot be told without these facts.
    CannotTell(Vec<Arc<str>>),
}

/// A person with a run that they are considered for.
struct Considered {
    /// The run's place among the open ones.
    run: u32,
    /// The place of what is known of the two.
    facts: u32,
    /// The place of what is said of them.
    suit: u32,
}

/// The answers about everybody who waits.
pub(super) struct Judging {
    classes: Vec<Judgement>,
    pairs: Vec<Considered>,
    facts: Vec<ChoiceFacts>,
    /// What is said of pairs, once for all of which the same is said.
    suits: Vec<Suit>,
    /// Where the pairs of each person begin, and, at the end, where they end.
    starts: Vec<usize>,
    /// Who waits for a run without stated seats.
    without_seats: Vec<(u32, u32)>,
}

/// Asks the format pack about each open run. Where it cannot tell, no format is the first choice.
pub(super) fn name_formats(decider: &Decider<'_>, open: &mut [OpenRun]) -> Result<(), DecideError> {
    let Some(pack) = decider.packs.format() else {
        return Ok(());
    };
    let bench = pack.at(decider.as_of)?;
    for own in open {
        let run = decider.desk.runs.get(own.run);
        let facts =
            run.and_then(|run| facts_of_run(decider.desk, &decider.topics, run, decider.as_of));
        let Some(facts) = facts else { continue };
        let judgement = bench.judge(&facts.row())?;
        if let Some(Answer::Word(word)) = judgement.first().map(|own| &own.answer) {
            own.first_format = Fact::from(Format::parse(word));
        }
    }
    Ok(())
}

impl Judging {
    pub(super) fn of(
        decider: &Decider<'_>,
        store: &PersonStore,
        waiting: &[Waiting],
        choices: Choices,
    ) -> Result<Self, DecideError> {
        let people: Vec<FactRow> = waiting.iter().map(|own| own.facts.row()).collect();
        let rows: Vec<FactRow> = choices.facts.iter().map(ChoiceFacts::row).collect();
        let ask = |pack: &mestring_rules::Pack, rows: &[FactRow]| {
            let bench = pack.at(decider.as_of)?;
            let all = bench.judge_all(rows);
            all.map_err(|wrong| decider.on_record(bench.judged(), wrong))
        };
        let mut starts: Vec<usize> = Vec::with_capacity(waiting.len() + 1);
        let mut pairs = choices.pairs.iter().enumerate().peekable();
        for person in (0_u32..).take(waiting.len() + 1) {
            while pairs.next_if(|(_, pair)| pair.person < person).is_some() {}
            starts.push(pairs.peek().map_or(choices.pairs.len(), |(at, _)| *at));
        }
        let eligible = ask(decider.packs.eligibility(), &rows)?;
        let preferred = ask(decider.packs.preference(), &rows)?;
        let (pairs, suits) = suits(store, &choices.pairs, &eligible, &preferred);
        Ok(Judging {
            classes: ask(decider.packs.class(), &people)?,
            pairs,
            facts: choices.facts,
            suits,
            starts,
            without_seats: choices.without_seats,
        })
    }

    /// What the rules of classes said of a person.
    pub(super) fn class_verdicts(&self, person: usize) -> &[Verdict] {
        self.classes.get(person).map_or(&[], AsRef::as_ref)
    }

    pub(super) fn class_verdict(&self, person: usize) -> Option<&Verdict> {
        self.classes.get(person)?.first()
    }

    /// The class of a person, where the rule could tell.
    pub(super) fn class(&self, person: usize) -> Option<u32> {
        match self.class_verdict(person)?.answer {
            // A class is a whole number from 1; one above all is the last.
            Answer::Number(class) if class >= 1.0 => Some(class.min(f64::from(u32::MAX)) as u32),
            _ => None,
        }
    }

    fn pairs_of(&self, person: usize) -> &[Considered] {
        let (from, to) = (self.starts.get(person), self.starts.get(person + 1));
        let range = from.copied().unwrap_or(0)..to.copied().unwrap_or(0);
        self.pairs.get(range).unwrap_or_default()
    }

    /// What is said of a person with each run that they are considered for, by the run's place among
    /// the open ones, which ascends.
    pub(super) fn pairs(&self, person: usize) -> impl Iterator<Item = (usize, &Suit)> {
        let pairs = self.pairs_of(person).iter();
        pairs.filter_map(|pair| Some((pair.run as usize, self.suit(pair)?)))
    }

    /// As [`pairs`](Self::pairs), each with what is known of the two.
    pub(super) fn pairs_with_facts(
        &self,
        person: usize,
    ) -> impl Iterator<Item = (usize, &Suit, &ChoiceFacts)> {
        let pairs = self.pairs_of(person).iter();
        pairs.filter_map(|pair| {
            let facts = self.facts.get(pair.facts as usize)?;
            Some((pair.run as usize, self.suit(pair)?, facts))
        })
    }

    /// Whether a run, by its place among the open ones, starts by the deadline on a person's referral.
    pub(super) fn starts_by_deadline(&self, person: usize, run: usize) -> Fact<bool> {
        let pairs = self.pairs_of(person);
        let at = pairs.binary_search_by_key(&run, |pair| pair.run as usize);
        let pair = at.ok().and_then(|at| pairs.get(at));
        let facts = pair.and_then(|pair| self.facts.get(pair.facts as usize));
        facts.map_or(Fact::NotStated, |own| own.starts_by_deadline)
    }

    fn suit(&self, pair: &Considered) -> Option<&Suit> {
        self.suits.get(pair.suit as usize)
    }

    /// What becomes of a person who gets no place.
    pub(super) fn without_place(&self, person: usize) -> Outcome {
        let unseated = self.unseated(person).count();
        let (mut fits, mut open, mut considered) = (0, unseated, unseated);
        let mut because: BTreeMap<Arc<str>, usize> = BTreeMap::new();
        for (_, suit) in self.pairs(person) {
            considered += 1;
            match suit {
                Suit::Fits { .. } => fits += 1,
                Suit::CannotTell(_) => open += 1,
                Suit::Not(rules) => {
                    for rule in rules {
                        *because.entry(rule.clone()).or_default() += 1;
                    }
                }
            }
        }
        if fits > 0 && self.class(person).is_some() {
            Outcome::Full {
                runs: fits,
                cancelled: 0,
            }
        } else if open > 0 || self.class(person).is_none() {
            Outcome::Ask { considered }
        } else {
            Outcome::NoRun {
                considered,
                because,
            }
        }
    }

    /// The runs without stated seats that a person waits for.
    pub(super) fn unseated(&self, person: usize) -> impl Iterator<Item = usize> {
        let from = self
            .without_seats
            .partition_point(|(own, _)| (*own as usize) < person);
        let rest = self.without_seats.get(from..).unwrap_or_default().iter();
        rest.take_while(move |(own, _)| *own as usize == person)
            .map(|(_, run)| *run as usize)
    }
}

/// What is said of each pair, worked out once for all pairs of the same facts and the same choice by
/// hand.
fn suits(
    store: &PersonStore,
    pairs: &[Pair],
    eligible: &[Judgement],
    preferred: &[Judgement],
) -> (Vec<Considered>, Vec<Suit>) {
    let mut suits = Vec::new();
    // Only looked up, never walked: its order cannot show.
    let mut seen: HashMap<(Option<Option<u32>>, u32), u32> = HashMap::new();
    let pairs = pairs.iter().map(|pair| {
        let by_hand = pair.by_hand.map(|row| {
            let choice = store.choices.get(row as usize);
            choice.and_then(|own| own.cost.map(|cost| cost.min(MOST_CHOICE_COST)))
        });
        let suit = *seen.entry((by_hand, pair.facts)).or_insert_with(|| {
            let of = |all: &[Judgement]| all.get(pair.facts as usize).cloned();
            let (eligible, preferred) = (of(eligible), of(preferred));
            suits.push(suit(
                by_hand,
                eligible.as_deref().unwrap_or_default(),
                preferred.as_deref().unwrap_or_default(),
            ));
            u32::try_from(suits.len() - 1).unwrap_or(u32::MAX)
        });
        Considered {
            run: pair.run,
            facts: pair.facts,
            suit,
        }
    });
    (pairs.collect(), suits)
}

/// What is said of a pair. `by_hand` is there where somebody chose the run for the person, with its
/// cost where that is stated.
fn suit(by_hand: Option<Option<u32>>, eligible: &[Verdict], preferred: &[Verdict]) -> Suit {
    if by_hand.is_none() {
        let refusing = eligible
            .iter()
            .filter(|own| own.answer == Answer::Bool(false));
        let refusing: Vec<Arc<str>> = refusing.map(|own| own.rule.rule.clone()).collect();
        if !refusing.is_empty() {
            return Suit::Not(refusing);
        }
        let missing = missing(eligible);
        if !missing.is_empty() {
            return Suit::CannotTell(missing);
        }
    }
    if let Some(Some(cost)) = by_hand {
        return Suit::Fits {
            cost: i64::from(cost),
            parts: Vec::new(),
        };
    }
    let missing = missing(preferred);
    if !missing.is_empty() {
        return Suit::CannotTell(missing);
    }
    let parts: Vec<(Arc<str>, i64)> = preferred
        .iter()
        .filter_map(|own| match own.answer {
            // Whole and not negative, as the kind of pack sees to; beyond i64 it is as much.
            Answer::Number(cost) => Some((own.rule.rule.clone(), cost as i64)),
            _ => None,
        })
        .collect();
    let cost = parts
        .iter()
        .fold(0_i64, |sum, (_, part)| sum.saturating_add(*part));
    Suit::Fits { cost, parts }
}

/// The facts for want of which verdicts cannot be told, each once.
pub(super) fn missing(verdicts: &[Verdict]) -> Vec<Arc<str>> {
    let mut all: Vec<Arc<str>> = Vec::new();
    for verdict in verdicts {
        if let Answer::CannotTell { missing, .. } = &verdict.answer {
            for fact in missing {
                if !all.contains(fact) {
                    all.push(fact.clone());
                }
            }
        }
    }
    all
}
