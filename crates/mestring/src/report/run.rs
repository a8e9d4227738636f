//! One wished run: what it gets or lacks, and every reason.

use std::borrow::Borrow;

use mestring_data::topic::Lexicon;
use mestring_model::facts::Judged;
use mestring_model::id::Slug;
use mestring_model::noun::{HumanVerdict, TargetGroupClass};
use mestring_model::{Answer, Fact, Verdict};

use super::digital::instead;
use super::plan::outcome;
use super::{Cell, Page, Table, Tone, View};
use crate::decide::{Above, Proposal, RankedRun, RuleTitle};
use crate::plan::{Outcome, Placement, PlannedRun, Refusal};
use crate::text::Texts;
use crate::topics::{GroupReading, ReadBy};

/// Spaces left of a run's lines.
const INDENT: usize = 4;

/// A run in the order of priority; `at` is its position, 0 first.
pub(super) fn run(
    view: &View<'_>,
    proposal: &Proposal,
    at: usize,
    planned: &PlannedRun,
    ranked: &RankedRun,
) -> Page {
    let texts = view.texts;
    let mut page = Page::default();
    page.heading(
        3,
        texts.say(
            "plan-run",
            &[
                ("rank", (at + 1).into()),
                ("run", view.run(&planned.run).into()),
                ("class", planned.class.into()),
            ],
        ),
    );
    let mut table = Table::labels(INDENT);
    table.label(texts.plain("plan-label-outcome"), outcome(view, planned));
    if let Some(decided) = planned.decided.and_then(|at| view.desk.verdicts.get(at)) {
        table.label(
            texts.plain("plan-label-decided"),
            self::decided(view, decided),
        );
    }
    match &planned.outcome {
        Outcome::Placed(placement) => placed(view, &mut table, placement),
        Outcome::Refused(refusal) => refused(view, &mut table, refusal),
    }
    let run = view.desk.runs.get(planned.index);
    if let Some((run, deadline)) = run.and_then(|own| Some((own, own.deadline.into_known()?)))
        && planned.starts_by_deadline(run) == Fact::Known(false)
    {
        let text = texts.say(
            "plan-after-deadline",
            &[("on", texts.date(deadline).into())],
        );
        table.label(
            texts.plain("plan-label-deadline"),
            Cell::new(text).tone(Tone::Bad),
        );
    }
    if planned.is_digital_instead() {
        let text = instead(view, ranked);
        table.label(texts.plain("digital-label-instead"), text);
    }
    let criteria = rules(view, &proposal.criteria, &ranked.verdicts);
    table.label(texts.plain("plan-label-criteria"), criteria.join("\n"));
    let readings = readings(view, &ranked.readings);
    if !readings.is_empty() {
        let cell = Cell::new(readings.join("\n")).tone(Tone::Unsure);
        table.label(texts.plain("plan-label-reading"), cell);
    }
    if let Some(above) = &ranked.above_next {
        let next = proposal.runs.get(at + 1);
        table.label(
            texts.plain("plan-label-above"),
            above_next(view, proposal, above, ranked, next),
        );
    }
    if let Some(places) = &ranked.places {
        let text = texts.say(
            if places.best == places.worst {
                "plan-place-sure"
            } else {
                "plan-places"
            },
            &[
                ("best", places.best.into()),
                ("worst", places.worst.into()),
                ("runs", proposal.runs.len().into()),
            ],
        );
        table.label(
            texts.plain("plan-label-places"),
            Cell::new(text).tone(Tone::Unsure),
        );
    }
    for (rule, verdict) in proposal.requirements.iter().zip(&ranked.requirements) {
        let cell =
            Cell::new(requirement(view, rule, verdict)).tone(View::answer_tone(&verdict.answer));
        table.label(texts.plain("plan-label-requirement"), cell);
    }
    if let Some(format) = &ranked.format {
        let answer = view.answer(Judged::Run, &format.answer);
        let origin = view.origin(&format.rule.origin);
        let text = because(view, format!("{answer} ({origin})"), format);
        let cell = Cell::new(text).tone(View::answer_tone(&format.answer));
        table.label(texts.plain("plan-label-format"), cell);
    }
    let verdicts: Vec<&Verdict> = ranked
        .verdicts
        .iter()
        .chain(&ranked.requirements)
        .chain(&ranked.format)
        .collect();
    let assumptions = view.assumptions(Judged::Run, &verdicts);
    if !assumptions.is_empty() {
        let cell = Cell::new(assumptions.join("\n")).tone(Tone::Unsure);
        table.label(texts.plain("plan-label-assumed"), cell);
    }
    page.table(table);
    page
}

pub(super) fn decided(view: &View<'_>, verdict: &HumanVerdict) -> String {
    let texts = view.texts;
    let id = match verdict.answer.as_str() {
        "held" => "plan-decided-held",
        "refused" => "plan-decided-refused",
        _ => "plan-decided-other",
    };
    let mut text = texts.say(
        id,
        &[
            ("role", (&verdict.role).into()),
            ("on", texts.date(verdict.on).into()),
            ("answer", (&verdict.answer).into()),
        ],
    );
    if let Some(reason) = &verdict.reason {
        text.push(' ');
        text.push_str(&texts.say("plan-decided-reason", &[("reason", reason.into())]));
    }
    text
}

pub(super) fn placed(view: &View<'_>, table: &mut Table, placement: &Placement) {
    let texts = view.texts;
    let sessions = texts.say(
        "unit-sessions",
        &[("count", placement.sessions.len().into())],
    );
    let sessions = format!("{sessions}: {}", view.slots(&placement.sessions));
    table.label(texts.plain("plan-label-sessions"), sessions);
    let room = placement.room.as_ref();
    let room = room.map_or_else(
        || texts.plain("plan-no-room-needed"),
        |room| view.room(room),
    );
    table.label(texts.plain("plan-label-room"), room);
    if !placement.hubs.is_empty() {
        let hubs = view.hubs(&placement.hubs).join("\n");
        table.label(texts.plain("plan-label-hubs"), hubs);
    }
    let leaders: Vec<String> = placement
        .leaders
        .iter()
        .map(|(competence, leader)| format!("{competence}: {}", view.leader(leader)))
        .collect();
    if !leaders.is_empty() {
        table.label(texts.plain("plan-label-leaders"), leaders.join("\n"));
    }
    let given = placement
        .format
        .map_or_else(|| texts.plain("facts-not-stated"), |own| texts.term(own));
    table.label(texts.plain("plan-label-given"), given);
}

pub(super) fn refused(view: &View<'_>, table: &mut Table, refusal: &Refusal) {
    let texts = view.texts;
    let mut lines: Vec<String> = refusal
        .shortages
        .iter()
        .map(|shortage| view.shortage(shortage))
        .collect();
    if refusal.shortages.len() > 1 {
        let id = if refusal.each_enough_alone {
            "plan-short-any"
        } else {
            "plan-short-all"
        };
        lines.push(texts.plain(id));
    }
    table.label(texts.plain("plan-label-short"), lines.join("\n"));
    if let Some(proof) = view.certainty(&refusal.certainty) {
        let tone = match refusal.certainty.is_proven() {
            true => Tone::Plain,
            false => Tone::Unsure,
        };
        table.label(texts.plain("plan-label-proof"), Cell::new(proof).tone(tone));
    }
    if let Some(remedies) = &refusal.remedies {
        let lines = remedies.iter().map(|remedy| view.remedy(remedy));
        let lines = lines.collect::<Vec<_>>().join("\n");
        let cell = match remedies.is_empty() {
            true => Cell::new(texts.plain("plan-remedies-none")).tone(Tone::Unsure),
            false => lines.into(),
        };
        table.label(texts.plain("plan-label-remedies"), cell);
    }
}

/// The target groups of the plan's steps that no row states: that the course serves them is our
/// reading, and whoever reads otherwise can state it.
pub(super) fn readings(view: &View<'_>, readings: &[GroupReading]) -> Vec<String> {
    let texts = view.texts;
    let readings = readings.iter().filter_map(|own| {
        let class = view.desk.target_group(&own.group)?.class.into_known()?;
        if !matches!(
            class,
            TargetGroupClass::Focus | TargetGroupClass::LargeChronic
        ) {
            return None;
        }
        let id = match own.by {
            ReadBy::OwnTopics => "plan-reading-own",
            ReadBy::TopicList => "plan-reading-list",
            ReadBy::People => "plan-reading-people",
        };
        let topic = own.topic.as_ref().map(|topic| topic_name(texts, topic));
        Some(texts.say(
            id,
            &[
                ("group", view.target_group(&own.group).into()),
                ("class", texts.term(class).into()),
                ("topic", topic.unwrap_or_default().into()),
            ],
        ))
    });
    readings.collect()
}

/// A topic as the shipped list names it; one of the desk's own by its short word.
fn topic_name(texts: &Texts, topic: &Slug) -> String {
    let lexicon = Lexicon::shipped();
    let id = lexicon.id(topic.as_str());
    let name = id.and_then(|id| lexicon.name(&id, texts.lang()));
    name.unwrap_or(topic.as_str()).to_owned()
}

/// Each rule with its answer, where it comes from, and what it read.
fn rules(view: &View<'_>, titles: &[RuleTitle], verdicts: &[Verdict]) -> Vec<String> {
    let pairs = titles.iter().zip(verdicts);
    pairs
        .map(|(rule, verdict)| {
            let title = rule.title(view.texts.lang());
            let answer = view.criterion(rule, verdict);
            let origin = view.origin(&rule.origin);
            because(view, format!("{title}: {answer} ({origin})"), verdict)
        })
        .collect()
}

/// The text with the facts that the rule read.
pub(super) fn because(view: &View<'_>, text: String, verdict: &Verdict) -> String {
    let read = view.read(Judged::Run, verdict);
    if read.is_empty() {
        text
    } else {
        format!("{text} [{read}]")
    }
}

fn requirement(view: &View<'_>, rule: &RuleTitle, verdict: &Verdict) -> String {
    let texts = view.texts;
    let answer = match &verdict.answer {
        Answer::Bool(true) => texts.plain("plan-requirement-met"),
        Answer::Bool(false) => texts.plain("plan-requirement-not-met"),
        other => view.answer(Judged::Run, other),
    };
    let title = rule.title(texts.lang());
    because(
        view,
        format!("{title}: {answer} ({})", view.origin(&rule.origin)),
        verdict,
    )
}

/// What puts a run above the next one, with what was answered of each.
fn above_next(
    view: &View<'_>,
    proposal: &Proposal,
    by: &Above,
    own: &RankedRun,
    next: Option<&RankedRun>,
) -> String {
    let texts = view.texts;
    let text = above(view, &proposal.criteria, proposal.seed, by);
    let cannot_tell = |run: &RankedRun| run.verdicts.iter().any(|own| own.answer.cannot_tell());
    let (id, here, there) = match (by, next) {
        (Above::Criterion(at), Some(next)) => {
            let rule = proposal.criteria.get(*at);
            let verdicts = (own.verdicts.get(*at), next.verdicts.get(*at));
            let (Some(rule), (Some(own), Some(next))) = (rule, verdicts) else {
                return text;
            };
            // What cannot be told goes last or first, as the pack says; here it shows which.
            let id = match (own.answer.cannot_tell(), next.answer.cannot_tell()) {
                (false, true) => "plan-above-unknown-last",
                (true, false) => "plan-above-unknown-first",
                _ => "plan-above-criterion",
            };
            (id, view.criterion(rule, own), view.criterion(rule, next))
        }
        (Above::Points, Some(next)) => match (cannot_tell(own), cannot_tell(next)) {
            (false, true) => return texts.plain("plan-above-points-unknown-last"),
            (true, false) => return texts.plain("plan-above-points-unknown-first"),
            _ => return text,
        },
        _ => return text,
    };
    texts.say(
        id,
        &[
            ("criterion", text.into()),
            ("own", here.into()),
            ("next", there.into()),
        ],
    )
}

/// What puts a run above another one.
pub(super) fn above<R: Borrow<RuleTitle>>(
    view: &View<'_>,
    rules: &[R],
    seed: u64,
    above: &Above,
) -> String {
    let texts = view.texts;
    match above {
        Above::Criterion(at) => {
            let rule = rules.get(*at);
            rule.map_or_else(String::new, |rule| {
                rule.borrow().title(texts.lang()).to_owned()
            })
        }
        Above::Points => texts.plain("plan-above-points"),
        Above::LongestSinceHeld => texts.plain("plan-above-longest"),
        Above::Draw => texts.say("plan-above-draw", &[("seed", seed.to_string().into())]),
    }
}
