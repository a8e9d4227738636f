//! Why a question has no answer, in each language.
//!
//! Each error has its texts in `errors.ftl` by a name of its own: what was found, and as the
//! attribute `help` what would be right. The English ones are what the error says of itself.

use mestring_model::facts::FactRowError;
use mestring_model::term::Term;
use mestring_rules::Kind;

use super::{Arg, Texts};
use crate::decide::compare::gate::{ANY_NAME, FORMS, GateError};
use crate::decide::{CompareError, DecideError, PacksError};
use crate::decision_log::{DecisionError, FORMAT, LineError, NoEntry, NotReplayed};

mod events;

/// What was found, and what would be right, which is empty where nothing is to be added.
pub type FoundAndHelp = (String, String);

impl Texts {
    /// Both texts of an error by its name.
    pub fn error(&self, name: &str, args: &[(&str, Arg<'_>)]) -> FoundAndHelp {
        let id = format!("error-{name}");
        let help = self.attribute(&id, "help", args).unwrap_or_default();
        (self.say(&id, args), help)
    }

    /// The same with the nearest name as the advice, where there is one.
    pub fn error_near(
        &self,
        name: &str,
        args: &[(&str, Arg<'_>)],
        nearest: Option<&str>,
    ) -> FoundAndHelp {
        let (found, help) = self.error(name, args);
        let near = nearest.map(|near| self.say("rules-near", &[("near", near.into())]));
        (found, near.unwrap_or(help))
    }

    /// Why a question has no answer.
    ///
    /// ```
    /// use mestring::decide::DecideError;
    /// use mestring::text::Texts;
    /// use mestring_model::Lang;
    /// use mestring_model::id::RunId;
    ///
    /// let error = DecideError::SameRun { run: RunId::new("W27-01")? };
    /// let (found, help) = Texts::new(Lang::Nb).decide_error(&error);
    /// assert_eq!(found, "kursrekken `W27-01` blir holdt opp mot seg selv");
    /// assert_eq!(help, "nevn en annen kursrekke");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn decide_error(&self, own: &DecideError) -> FoundAndHelp {
        match own {
            DecideError::Rule(error) => self.rule_error_parts(error),
            DecideError::Record {
                judged,
                record,
                error,
            } => {
                let (found, help) = self.rule_error_parts(error);
                (
                    format!("{}: {found}", self.on_record(*judged, record)),
                    help,
                )
            }
            DecideError::Obligations(own) => {
                let args = [
                    ("given", own.given.to_string().into()),
                    ("obligations", own.obligations.to_string().into()),
                ];
                self.error("count-mismatch", &args)
            }
            DecideError::NoSuchRoom { room, nearest } => {
                let args = [("room", room.as_str().into())];
                self.error_near("no-such-room", &args, nearest.as_deref())
            }
            DecideError::NoSuchRun { run, nearest } => {
                let args = [("run", run.as_str().into())];
                self.error_near("no-such-run", &args, nearest.as_deref())
            }
            DecideError::NoSuchPathway { name, nearest } => {
                let args = [("name", name.into())];
                self.error_near("no-such-pathway", &args, nearest.as_deref())
            }
            DecideError::NotInArea {
                municipality,
                nearest,
            } => {
                let args = [("municipality", municipality.into())];
                self.error_near("not-in-area", &args, nearest.as_deref())
            }
            DecideError::NotWished { run, state } => {
                let args = [
                    ("run", run.as_str().into()),
                    ("state", self.term(*state).into()),
                ];
                self.error("not-wished", &args)
            }
            DecideError::NoSuchPerson => self.error("no-such-person", &[]),
            DecideError::NotOpen { run, state } => {
                let state = self.term(*state);
                let args = [("run", run.as_str().into()), ("state", state.into())];
                self.error("not-open", &args)
            }
            DecideError::Assign(own) => {
                self.error("not-assigned", &[("reason", own.to_string().into())])
            }
            DecideError::Plan(_) => self.error("desk-too-large", &[]),
            DecideError::SameRun { run } => self.error("same-run", &[("run", run.as_str().into())]),
            DecideError::OutsidePeriod { date, from, until } => {
                let args = [
                    ("date", self.date(*date).into()),
                    ("from", self.date(*from).into()),
                    ("until", self.date(*until).into()),
                ];
                self.error("outside-period", &args)
            }
            DecideError::NotAfter { date, as_of } => {
                let args = [
                    ("date", self.date(*date).into()),
                    ("as_of", self.date(*as_of).into()),
                ];
                self.error("not-after", &args)
            }
            DecideError::EmptyPeriod { from, until } => {
                let args = [
                    ("from", self.date(*from).into()),
                    ("until", self.date(*until).into()),
                ];
                self.error("empty-period", &args)
            }
        }
    }

    /// Why packs cannot be used together, or at all. Of packs whose texts are wrong it says all that
    /// is, line by line.
    pub fn packs_error(&self, own: &PacksError) -> FoundAndHelp {
        match own {
            PacksError::Text { errors } => {
                let all = errors.iter();
                let all = all.map(|(pack, error)| format!("{pack}: {}", self.rule_error(error)));
                (all.collect::<Vec<_>>().join("\n"), String::new())
            }
            PacksError::NoSuchPack {
                key,
                name,
                nearest,
                shipped,
            } => {
                let args = [
                    ("key", key.into()),
                    ("name", name.into()),
                    ("shipped", shipped.join(", ").into()),
                ];
                self.error_near("no-such-shipped-pack", &args, nearest.as_deref())
            }
            PacksError::NotRead { key, path } => {
                let args = [("key", key.into()), ("path", path.into())];
                self.error("pack-not-read", &args)
            }
            PacksError::OtherKind { key, wanted, found } => {
                let args = [
                    ("key", key.into()),
                    ("wanted", wanted.code().into()),
                    ("found", found.code().into()),
                ];
                self.error("pack-other-kind", &args)
            }
            PacksError::TwoOfAKind {
                kind,
                first,
                second,
            } => {
                let args = [
                    ("kind", kind.code().into()),
                    ("first", first.into()),
                    ("second", second.into()),
                ];
                self.error("two-of-a-kind", &args)
            }
            PacksError::SameName {
                name,
                first,
                second,
            } => {
                let args = [
                    ("name", name.into()),
                    ("first", first.into()),
                    ("second", second.into()),
                ];
                self.error("packs-same-name", &args)
            }
            PacksError::NoneForKey { key, found } => {
                let args = [("key", key.into()), ("found", found.join(", ").into())];
                self.error("none-for-key", &args)
            }
            PacksError::BothInForce {
                as_of,
                first,
                second,
            } => {
                let mut args = vec![("first", first.into()), ("second", second.into())];
                match as_of {
                    None => self.error("both-in-force", &args),
                    Some(date) => {
                        args.push(("date", self.date(*date).into()));
                        self.error("both-in-force-on", &args)
                    }
                }
            }
            PacksError::Unused { pack, kind } => {
                let args = [("pack", pack.into()), ("kind", kind.code().into())];
                self.error("pack-unused", &args)
            }
            PacksError::Lacking { kind } => {
                self.error("pack-lacking", &[("kind", kind.code().into())])
            }
        }
    }

    /// Why packs cannot be compared.
    pub fn compare_error(&self, own: &CompareError) -> FoundAndHelp {
        match own {
            CompareError::With { place, error } => {
                let (found, help) = self.decide_error(error);
                let with = self.say("rules-with-pack", &[("pack", place.into())]);
                (format!("{with}: {found}"), help)
            }
            CompareError::Packs(error) => self.packs_error(error),
            CompareError::NoPair { before, after } => {
                let args = [
                    ("before", self.packs_listed(before).into()),
                    ("after", self.packs_listed(after).into()),
                ];
                self.error("no-pair", &args)
            }
            CompareError::NoRecords { place, kind } => {
                let args = [("place", place.into()), ("kind", kind.code().into())];
                self.error("no-records", &args)
            }
        }
    }

    fn packs_listed(&self, packs: &[(String, Kind)]) -> String {
        if packs.is_empty() {
            return self.plain("error-no-pack");
        }
        let packs = packs.iter();
        let packs = packs.map(|(place, kind)| format!("`{place}` ({})", kind.code()));
        packs.collect::<Vec<_>>().join(", ")
    }

    /// Why a phrase is none of a gate.
    pub fn gate_error(&self, own: &GateError) -> FoundAndHelp {
        match own {
            GateError::NoForm { phrase, nearest } => {
                let forms = FORMS.iter().map(|own| format!("`{}`", own.phrase));
                let forms = forms.collect::<Vec<_>>().join(", ");
                let args = [("phrase", phrase.into()), ("forms", forms.into())];
                self.error_near("gate-no-form", &args, nearest.as_deref())
            }
            GateError::NoName {
                phrase,
                what,
                name,
                nearest,
            } => {
                let mut args = vec![("phrase", phrase.into()), ("name", name.into())];
                let id = if *what == ANY_NAME {
                    "gate-no-name"
                } else {
                    args.push(("what", (*what).into()));
                    "gate-no-name-of"
                };
                self.error_near(id, &args, nearest.as_deref())
            }
            GateError::Ambiguous { phrase, name, ways } => {
                let ways = ways.iter().map(|way| format!("`{way} {name}`"));
                let ways = ways.reduce(|first, last| {
                    let args = [("first", first.into()), ("last", last.into())];
                    self.say("report-one-of-end", &args)
                });
                let args = [
                    ("phrase", phrase.into()),
                    ("name", name.into()),
                    ("ways", ways.unwrap_or_default().into()),
                ];
                self.error("gate-ambiguous", &args)
            }
            GateError::NotYesNo { phrase, name } => {
                let args = [("phrase", phrase.into()), ("name", name.into())];
                self.error("gate-not-yes-no", &args)
            }
        }
    }

    /// Why a decision cannot be noted.
    pub fn decision_error(&self, own: &DecisionError) -> FoundAndHelp {
        match own {
            DecisionError::NoPlan { number } => {
                self.error("no-plan", &[("number", number.to_string().into())])
            }
            DecisionError::NoSuchRun {
                number,
                run,
                nearest,
            } => {
                let args = [("number", number.to_string().into()), ("run", run.into())];
                self.error_near("no-run-in-entry", &args, nearest.as_deref())
            }
            DecisionError::NoReason { run, proposed } => {
                let name = match proposed {
                    true => "no-reason-placed",
                    false => "no-reason-refused",
                };
                self.error(name, &[("run", run.into())])
            }
            DecisionError::NoRole { by } => self.error("no-role", &[("by", by.into())]),
            DecisionError::BeforeProposal { number, on, since } => {
                let args = [
                    ("number", number.to_string().into()),
                    ("on", self.date(*on).into()),
                    ("since", self.date(*since).into()),
                ];
                self.error("decided-before-proposal", &args)
            }
            DecisionError::AfterToday { on, today } => {
                let args = [
                    ("on", self.date(*on).into()),
                    ("today", self.date(*today).into()),
                ];
                self.error("decided-after-today", &args)
            }
        }
    }

    /// What is wrong with a line of a decision log.
    pub fn line_error(&self, own: &LineError) -> FoundAndHelp {
        let number = ("number", own.number().to_string().into());
        match own {
            LineError::Unreadable { why, .. } => {
                let why = match why {
                    NoEntry::NotClosed => self.plain("error-line-not-closed"),
                    NoEntry::OtherForm { column } => {
                        let args = [("column", column.to_string().into())];
                        self.say("error-line-other-form", &args)
                    }
                    NoEntry::NotOne => self.plain("error-line-not-one"),
                    NoEntry::NotWhole => self.plain("error-line-not-whole"),
                };
                self.error("line-unreadable", &[number, ("why", why.into())])
            }
            LineError::Changed { .. } => self.error("line-changed", &[number]),
            LineError::Torn { .. } => self.error("line-torn", &[number]),
            LineError::Newer { format, .. } => {
                let format = ("format", format.to_string().into());
                let most = ("most", FORMAT.to_string().into());
                self.error("line-newer", &[number, format, most])
            }
            LineError::NotAfter { .. } => self.error("line-not-after", &[number]),
        }
    }

    /// Why an answer of a decision log could not be given again.
    pub fn not_replayed(&self, own: &NotReplayed) -> String {
        let pack = |id: &str, pack: &str| self.say(id, &[("pack", pack.into())]);
        match own {
            NotReplayed::NoText { pack: own } => pack("log-no-text", own),
            NotReplayed::NotLoaded { pack, error } => {
                let args = [
                    ("pack", pack.into()),
                    ("error", self.rule_error(error).into()),
                ];
                self.say("log-not-loaded", &args)
            }
            NotReplayed::OtherHash { pack: own } => pack("log-other-hash", own),
            NotReplayed::Rule(error) => self.rule_error(error),
            NotReplayed::Decide(error) => followed(self.decide_error(error)),
            NotReplayed::Packs(error) => followed(self.packs_error(error)),
            NotReplayed::Facts(FactRowError::NoSuchFact { name, .. }) => {
                self.say("log-no-such-fact", &[("fact", name.into())])
            }
            NotReplayed::Facts(error) => {
                let name = error.name();
                self.say("log-other-fact", &[("fact", name.into())])
            }
        }
    }
}

/// Both texts in one line.
pub fn followed((found, help): FoundAndHelp) -> String {
    match help.as_str() {
        "" => found,
        help => format!("{found}; {help}"),
    }
}

#[cfg(test)]
mod tests;
