//! The desk's things and the rules' answers in words.

use mestring_model::facts::{FactValue, Judged};
use mestring_model::id::{LeaderId, OfferId, OrganisationId, RoomId, RunId, TargetGroupId};
use mestring_model::noun::{Format, Relation, Status};
use mestring_model::term::Term;
use mestring_model::verdict::{Assumption, CouldBe};
use mestring_model::{Answer, Fact, Lang, Verdict};
use mestring_rules::manifest::Measure;

use super::{Tone, View, relations};
use crate::decide::RuleTitle;
use crate::plan::Slot;
use crate::text::Texts;

/// How many possible answers are listed at most.
const MOST_ANSWERS: usize = 4;

/// A word that a rule answered: a format, a status, a relation with its kind, or what the pack wrote.
pub(super) fn word(texts: &Texts, word: &str) -> String {
    let format = Format::parse(word).map(|format| texts.term(format));
    let status = || Status::parse(word).map(|status| texts.term(status));
    let relation = || {
        let (code, kind) = word.split_once('/').unwrap_or((word, ""));
        let relation = texts.term(Relation::parse(code)?);
        Some(match kind {
            "" => relation,
            kind => format!("{relation}: {}", relations::kind(texts, kind)),
        })
    };
    let known = format.or_else(status).or_else(relation);
    known.unwrap_or_else(|| word.to_owned())
}

impl View<'_> {
    /// A run by the title of its offer and its own id.
    pub(super) fn run(&self, id: &RunId) -> String {
        let offer = self
            .desk
            .run(id)
            .and_then(|run| self.desk.offer(&run.offer));
        match offer {
            Some(offer) => format!("{} ({id})", offer.title),
            None => id.to_string(),
        }
    }

    /// An offer by its title and id.
    pub(super) fn offer(&self, id: &OfferId) -> String {
        match self.desk.offer(id) {
            Some(offer) => format!("{} ({id})", offer.title),
            None => id.to_string(),
        }
    }

    /// A room's name, or its id.
    pub(super) fn room(&self, id: &RoomId) -> String {
        self.desk
            .room(id)
            .map_or_else(|| id.to_string(), |room| room.name.clone())
    }

    /// What a leader's role is called; never a person.
    pub(super) fn leader(&self, id: &LeaderId) -> String {
        let leader = self.desk.leaders.iter().find(|leader| leader.id == *id);
        leader.map_or_else(|| id.to_string(), |leader| leader.role.clone())
    }

    /// An organisation's name, or its id.
    pub(super) fn organisation(&self, id: &OrganisationId) -> String {
        self.desk
            .organisation(id)
            .map_or_else(|| id.to_string(), |own| own.name.clone())
    }

    /// A target group's name in the language.
    pub(super) fn target_group(&self, id: &TargetGroupId) -> String {
        match self.desk.target_group(id) {
            Some(group) => match self.texts.lang() {
                Lang::En => group.name.clone(),
                Lang::Nb => group.name_nb.clone(),
                Lang::Nn => group.name_nn.clone(),
            },
            None => id.to_string(),
        }
    }

    /// Days and parts of the day; the part once where it is the same on all days.
    pub(super) fn slots(&self, slots: &[Slot]) -> String {
        let texts = self.texts;
        let Some(first) = slots.first() else {
            return String::new();
        };
        if slots.iter().all(|slot| slot.half_day == first.half_day) {
            let days: Vec<String> = slots.iter().map(|slot| texts.date(slot.date)).collect();
            let half_day = texts.term(first.half_day);
            return format!("{}, {half_day}", days.join(", "));
        }
        let slots = slots.iter().map(|slot| self.slot(*slot));
        slots.collect::<Vec<_>>().join(", ")
    }

    /// A day and a part of it.
    pub(super) fn slot(&self, slot: Slot) -> String {
        format!(
            "{} {}",
            self.texts.date(slot.date),
            self.texts.term(slot.half_day)
        )
    }

    /// A rule's answer.
    pub(super) fn answer(&self, judged: Judged, answer: &Answer) -> String {
        let texts = self.texts;
        match answer {
            Answer::Bool(yes) => texts.yes_no(*yes),
            Answer::Number(number) => texts.number(*number),
            Answer::Word(own) => word(texts, own),
            Answer::CannotTell { missing, could_be } => {
                let names = missing.iter().map(|name| texts.fact_name(judged, name));
                let names = texts.list(names);
                let text = texts.say("report-cannot-tell", &[("missing", names.into())]);
                match could_be {
                    // Of yes and no nobody needs to be told that it could be either, and a long list
                    // tells no more than that nothing is known.
                    CouldBe::OneOf(answers)
                        if answers.len() <= MOST_ANSWERS
                            && !matches!(answers.first(), Some(Answer::Bool(_))) =>
                    {
                        let answers = answers.iter().map(|own| self.answer(judged, own));
                        let answers = texts.one_of(answers);
                        texts.say(
                            "report-could-be",
                            &[("told", text.into()), ("answers", answers.into())],
                        )
                    }
                    _ => text,
                }
            }
        }
    }

    /// What a criterion of the priority pack answered, with its numbers as the pack says that people
    /// read them.
    pub(super) fn criterion(&self, rule: &RuleTitle, verdict: &Verdict) -> String {
        let number = rule.number.as_ref();
        match number.and_then(|number| Some((number, number.read(verdict)?))) {
            None => self.answer(Judged::Run, &verdict.answer),
            Some((_, Measure::Words(words))) => words.text(self.texts.lang()).to_owned(),
            Some((number, Measure::Amount(amount))) => {
                self.texts.measure(number.unit.as_deref(), amount)
            }
        }
    }

    /// How an answer to a question of yes or no is meant.
    pub(super) fn answer_tone(answer: &Answer) -> Tone {
        match answer {
            Answer::Bool(true) => Tone::Good,
            Answer::Bool(false) => Tone::Bad,
            Answer::CannotTell { .. } => Tone::Unsure,
            Answer::Number(_) | Answer::Word(_) => Tone::Plain,
        }
    }

    /// Where a rule comes from; what packs write is kept, but for the words of a local choice.
    pub(super) fn origin(&self, origin: &str) -> String {
        if origin == "local choice" {
            self.texts.plain("report-origin-local")
        } else {
            origin.to_owned()
        }
    }

    /// The facts that a rule read: those that are known with their values, then those of which
    /// nobody says anything, but for those that the rule assumed, then those that make no
    /// difference whatever they are.
    pub(super) fn read(&self, judged: Judged, verdict: &Verdict) -> String {
        let known = verdict.read.iter().filter(|own| own.value.is_known());
        let mut parts: Vec<String> = known
            .map(|own| self.fact(judged, own.name, &own.value))
            .collect();
        for (silence, id) in [
            (Fact::NotStated, "report-not-stated"),
            (Fact::Unknown, "report-unknown"),
        ] {
            let elsewhere = |name: &str| {
                verdict.assumed.iter().any(|own| own.name == name)
                    || verdict.immaterial.contains(&name)
            };
            let silent = verdict
                .read
                .iter()
                .filter(|own| own.value == silence && !elsewhere(own.name));
            let names: Vec<String> = silent
                .map(|own| self.texts.fact_name(judged, own.name))
                .collect();
            if !names.is_empty() {
                let names = self.texts.list(names);
                parts.push(self.texts.say(id, &[("facts", names.into())]));
            }
        }
        if !verdict.immaterial.is_empty() {
            let names = verdict.immaterial.iter();
            let names = self
                .texts
                .list(names.map(|name| self.texts.fact_name(judged, name)));
            parts.push(
                self.texts
                    .say("report-immaterial", &[("facts", names.into())]),
            );
        }
        parts.extend(self.plugin(verdict));
        parts.join("; ")
    }

    /// What a plugin says of its answer, and that nobody can replay it where it is not pure.
    fn plugin(&self, verdict: &Verdict) -> Vec<String> {
        let Some(note) = &verdict.plugin else {
            return Vec::new();
        };
        let args = |because: &str| {
            [
                ("plugin", verdict.rule.rule.to_string().into()),
                ("version", note.version.to_string().into()),
                ("because", because.to_owned().into()),
            ]
        };
        let because = note.because.as_deref();
        let mut parts = Vec::new();
        parts.extend(because.map(|own| self.texts.say("report-plugin-because", &args(own))));
        if !note.pure {
            parts.push(self.texts.say("report-plugin-impure", &args("")));
        }
        parts
    }

    /// A fact with what is known of it.
    pub(super) fn fact(&self, judged: Judged, name: &str, value: &Fact<FactValue>) -> String {
        let label = self.texts.fact_name(judged, name);
        format!("{label}: {}", self.fact_value(judged, name, value))
    }

    /// What is known of a fact.
    pub(super) fn fact_value(&self, judged: Judged, name: &str, value: &Fact<FactValue>) -> String {
        match value {
            Fact::Known(FactValue::List(ids)) if name == "target_groups" => {
                let names = ids.iter().map(|id| {
                    TargetGroupId::new(id)
                        .map_or_else(|_| id.to_string(), |id| self.target_group(&id))
                });
                self.texts.list(names)
            }
            _ => self.texts.fact_value(judged, name, value),
        }
    }

    /// An assumed value: words of a list and yes or no in the language, the rest as the rule writes
    /// it.
    fn assumed(&self, judged: Judged, own: &Assumption) -> String {
        let value = match &*own.assumed {
            "true" => FactValue::Bool(true),
            "false" => FactValue::Bool(false),
            text => match text.parse::<i64>() {
                Ok(number) => FactValue::Int(number),
                Err(_) => FactValue::Text(text.trim_matches('"').into()),
            },
        };
        self.texts.fact_value(judged, own.name, &Fact::Known(value))
    }

    /// The facts that a rule assumed, each with the value.
    pub(super) fn assumed_facts(&self, judged: Judged, verdict: &Verdict) -> Vec<String> {
        let mut all: Vec<String> = verdict
            .assumed
            .iter()
            .map(|own| {
                let fact = self.texts.fact_name(judged, own.name);
                format!("{fact}: {}", self.assumed(judged, own))
            })
            .collect();
        all.sort();
        all.dedup();
        all
    }

    /// What a rule assumed, if anything.
    pub(super) fn assumptions(&self, judged: Judged, verdicts: &[&Verdict]) -> Vec<String> {
        let mut all: Vec<String> = verdicts
            .iter()
            .flat_map(|verdict| &verdict.assumed)
            .map(|own| {
                let fact = self.texts.fact_name(judged, own.name);
                let value = self.assumed(judged, own);
                self.texts.say(
                    "report-assumed",
                    &[("fact", fact.into()), ("value", value.into())],
                )
            })
            .collect();
        all.sort();
        all.dedup();
        all
    }
}
