//! Which offers cover which step of which pathway.
//!
//! All pathways together are a table of steps; one group or one municipality is told in full.

use std::collections::BTreeMap;

use mestring_data::topic::Lexicon;
use mestring_model::noun::PathwayStep;
use mestring_model::quantity::MunicipalityNo;

use super::{Cell, Page, Table, Tone, View};
use crate::decide::municipality_name;
use crate::pathways::{Coverage, Fit, Named, PathwayCover, Pathways, Silence, StepCell, StepCover};
use crate::text::Texts;

mod cover;
mod gaps;
mod hand_over;
mod picture;
mod rows;

pub use gaps::pathway_gaps;
pub use picture::picture;
pub use rows::pathway_rows;

/// How many municipalities are named before the rest are counted.
const NAMED: usize = 6;

/// How many offers that are open to the whole country are named.
const OPEN: usize = 4;

/// Which pathways are told in full.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// All of them.
    Full,
    /// None: a table of their steps.
    Table,
}

/// The pathways as a table of steps, or in full.
pub fn pathways(view: &View<'_>, pathways: &Pathways, detail: Detail) -> Page {
    let texts = view.texts;
    let mut page = Page::default();
    page.heading(2, texts.plain("pathways-title"));
    if pathways.pathways.is_empty() {
        page.text(texts.plain("pathways-none"));
        return page;
    }
    page.text(texts.plain("pathways-how"));
    counts(texts, &mut page, pathways);
    page.text(legend(texts));
    for own in &pathways.pathways {
        page.heading(3, own.pathway.title(texts.lang()));
        head(view, &mut page, own);
        match detail {
            Detail::Table => page.table(steps(view, own)),
            Detail::Full => {
                page.table(cover::table(view, pathways, own));
                cover::against(view, &mut page, own);
                hand_over::hand_overs(view, &mut page, own);
                cover::twice(view, &mut page, own);
                cover::sources(view, &mut page, own);
            }
        }
    }
    if detail == Detail::Table {
        page.text(texts.plain("pathways-more"));
    }
    page
}

fn counts(texts: &Texts, page: &mut Page, pathways: &Pathways) {
    let steps = || pathways.pathways.iter().flat_map(|own| &own.steps);
    let known = pathways.municipalities.iter().flatten().count();
    let named = steps().flat_map(|own| &own.cells).flat_map(|own| &own.fits);
    let mut named: Vec<_> = named.filter(|own| own.named.is_some()).collect();
    named.sort_by_key(|own| &own.offer);
    named.dedup_by_key(|own| &own.offer);
    page.text(texts.say(
        "pathways-count",
        &[
            ("pathways", pathways.pathways.len().into()),
            ("steps", steps().count().into()),
            ("municipalities", known.into()),
            ("named", named.len().into()),
        ],
    ));
    if known == 0 {
        page.text(texts.plain("pathways-no-area"));
    }
    if pathways.without_topic > 0 {
        let count = pathways.without_topic.into();
        page.text(texts.say("pathways-without-topic", &[("count", count)]));
    }
    if !pathways.without_group.is_empty() {
        let ids = pathways.without_group.iter().map(|own| own.as_str());
        let ids = texts.list(ids.collect::<Vec<_>>());
        page.text(texts.say("pathways-without-group", &[("pathways", ids.into())]));
    }
}

/// What each sign means.
fn legend(texts: &Texts) -> String {
    texts.say(
        "pathways-legend",
        &[
            ("covered", sign(Coverage::Covered).into()),
            ("if", sign(Coverage::CoveredIf).into()),
            ("open", sign(Coverage::OpenOnly).into()),
            ("gap", sign(Coverage::NotCovered).into()),
        ],
    )
}

/// The sign of a state, which stands beside its words and never for colour alone.
pub(super) fn sign(state: Coverage) -> &'static str {
    match state {
        Coverage::Covered => "+",
        Coverage::CoveredIf => "?",
        Coverage::OpenOnly => "~",
        Coverage::NotCovered => "–",
    }
}

fn tone(state: Coverage) -> Tone {
    match state {
        Coverage::Covered => Tone::Good,
        Coverage::CoveredIf | Coverage::OpenOnly => Tone::Unsure,
        Coverage::NotCovered => Tone::Bad,
    }
}

/// Where a pathway comes from, and whose it is.
fn head(view: &View<'_>, page: &mut Page, own: &PathwayCover) {
    let texts = view.texts;
    let what = match own.shipped {
        true => "pathways-shipped",
        false => "pathways-own",
    };
    let group = own.pathway.target_group.as_ref();
    let group = group.map(|group| view.target_group(group));
    page.text(texts.say(
        "pathways-head",
        &[
            ("what", capital(&texts.plain(what)).into()),
            ("group", group.unwrap_or_default().into()),
        ],
    ));
    let origin = &own.pathway.origin;
    let source = match &origin.source {
        Some(source) => texts.say("pathways-source", &[("source", source.into())]),
        None => texts.plain("pathways-source-none"),
    };
    page.text(Cell::new(source).tone(Tone::Faint));
    let made_up = own.steps.iter().filter(|own| own.step.origin.illustrative);
    let made_up = made_up.count();
    if made_up > 0 {
        let args = [("count", made_up.into()), ("of", own.steps.len().into())];
        let text = texts.say("pathways-steps-made-up", &args);
        page.text(Cell::new(text).tone(Tone::Faint));
    }
}

/// A text with a capital first.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// A line for each step: what it is, for how many municipalities it is covered, and by which offers.
fn steps(view: &View<'_>, own: &PathwayCover) -> Table {
    let texts = view.texts;
    let mut table = Table::new([
        texts.plain("pathways-column-number"),
        texts.plain("pathways-column-step"),
        texts.plain("pathways-column-for"),
        texts.plain("pathways-column-who"),
    ]);
    for (at, step) in own.steps.iter().enumerate() {
        let name = step_name(texts, &step.step);
        table.row([
            Cell::figure(number(at, step)),
            format!("{name} ({})", needed(texts, &step.step)).into(),
            Cell::new(signs(step)).tone(worst(step)),
            ids(texts, step).into(),
        ]);
    }
    table
}

/// A step's number in its pathway, with a star where it is made up.
fn number(at: usize, step: &StepCover) -> String {
    let star = match step.step.origin.illustrative {
        true => "*",
        false => "",
    };
    format!("{star}{}", at + 1)
}

/// What kind of teaching a step is, and at which level.
fn step_name(texts: &Texts, step: &PathwayStep) -> String {
    texts.say(
        "pathways-step",
        &[
            ("kind", texts.term(step.kind).into()),
            ("level", texts.term(step.level).into()),
        ],
    )
}

fn needed(texts: &Texts, step: &PathwayStep) -> String {
    texts.plain(match step.needed.into_known() {
        Some(true) => "pathways-needed",
        Some(false) => "pathways-if-wanted",
        None => "pathways-needed-unknown",
    })
}

/// What a step is about, and for whom.
fn about(view: &View<'_>, step: &PathwayStep) -> String {
    let texts = view.texts;
    let audience = step.audience.into_known();
    let audience = audience.map_or_else(|| texts.plain("pathways-anybody"), |own| texts.term(own));
    if step.topics.is_empty() {
        return texts.say("pathways-about-group", &[("audience", audience.into())]);
    }
    let lexicon = Lexicon::shipped();
    let names = step.topics.iter().map(|topic| {
        let id = lexicon.id(topic.as_str());
        let name = id.and_then(|id| lexicon.name(&id, texts.lang()));
        name.unwrap_or(topic.as_str()).to_owned()
    });
    texts.say(
        "pathways-about",
        &[
            ("topics", texts.list(names.collect::<Vec<_>>()).into()),
            ("audience", audience.into()),
        ],
    )
}

/// How many municipalities have each state: `+ 2, – 16`.
fn signs(step: &StepCover) -> String {
    let counts = step.counts().into_iter();
    let parts = counts.map(|(state, count)| format!("{} {count}", sign(state)));
    parts.collect::<Vec<_>>().join(", ")
}

fn worst(step: &StepCover) -> Tone {
    let last = step.counts().into_keys().next_back();
    last.map_or(Tone::Plain, tone)
}

/// The offers of a step in all municipalities by id, each under the sign of how it fits.
fn ids(texts: &Texts, step: &StepCover) -> String {
    let mut by: BTreeMap<Kind, Vec<&str>> = BTreeMap::new();
    for fit in step.cells.iter().flat_map(|own| &own.fits) {
        let ids = by.entry(Kind::of(fit)).or_default();
        if !ids.contains(&fit.offer.as_str()) {
            ids.push(fit.offer.as_str());
        }
    }
    let parts = by.into_iter().map(|(kind, ids)| {
        let text = some(texts, &ids);
        match kind {
            Kind::Near => format!("{} {text}", sign(Coverage::Covered)),
            Kind::NearIf => format!("{} {text}", sign(Coverage::CoveredIf)),
            Kind::Open => format!("{} {text}", sign(Coverage::OpenOnly)),
            Kind::Coming => texts.say("pathways-coming", &[("offer", text.into())]),
        }
    });
    parts.collect::<Vec<_>>().join("; ")
}

/// The first of several offers, and how many more there are.
fn some(texts: &Texts, ids: &[&str]) -> String {
    let shown: Vec<&str> = ids.iter().take(OPEN).copied().collect();
    let text = shown.join(", ");
    match ids.len() - shown.len() {
        0 => text,
        more => texts.say(
            "pathways-open-more",
            &[("offers", text.into()), ("count", more.into())],
        ),
    }
}

/// How an offer fits, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Near,
    NearIf,
    Coming,
    /// For certain or if what nobody states is so.
    Open,
}

impl Kind {
    fn of(fit: &Fit) -> Self {
        match (fit.coming, fit.open, fit.is_certain()) {
            (true, ..) => Kind::Coming,
            (_, false, true) => Kind::Near,
            (_, false, false) => Kind::NearIf,
            (_, true, _) => Kind::Open,
        }
    }
}

/// The words for a state.
fn state(texts: &Texts, state: Coverage) -> String {
    texts.plain(match state {
        Coverage::Covered => "pathways-covered",
        Coverage::CoveredIf => "pathways-covered-if",
        Coverage::OpenOnly => "pathways-open-only",
        Coverage::NotCovered => "pathways-not-covered",
    })
}

/// What was asked and answered.
fn silence(texts: &Texts, silence: Silence) -> String {
    let date = silence.date().map(|date| texts.date(date));
    let date = ("date", date.unwrap_or_default().into());
    match silence {
        Silence::NoneConfirmed { .. } => texts.say("pathways-none-confirmed", &[date]),
        Silence::NonePartly { none, of, .. } => texts.say(
            "pathways-none-partly",
            &[date, ("none", none.into()), ("of", of.into())],
        ),
        Silence::Answered { .. } => texts.say("pathways-answered", &[date]),
        Silence::NoAnswer { .. } => texts.say("pathways-no-answer", &[date]),
        Silence::NotAsked => texts.plain("pathways-not-asked"),
    }
}

/// The document that names a course.
fn named(texts: &Texts, named: &Named) -> String {
    let document = ("document", named.document.as_str().into());
    let text = match named.date {
        Some(date) => texts.say(
            "pathways-named-dated",
            &[document, ("date", texts.date(date).into())],
        ),
        None => texts.say("pathways-named", &[document]),
    };
    match named.illustrative {
        true => texts.say("pathways-named-made-up", &[("named", text.into())]),
        false => text,
    }
}

/// Some of the municipalities: by name, or counted where they are many.
fn who(view: &View<'_>, some: &[Option<MunicipalityNo>], of: usize) -> String {
    let texts = view.texts;
    if some.len() == of && of > 1 {
        return texts.say("pathways-all", &[("count", of.into())]);
    }
    if some.len() > NAMED && !view.all {
        return texts.say("pathways-others", &[("count", some.len().into())]);
    }
    let names = some.iter().flatten();
    let names: Vec<String> = names
        .map(|own| municipality_name(view.desk, *own))
        .collect();
    match names.is_empty() {
        true => texts.plain("pathways-one"),
        false => texts.list(names),
    }
}

/// Things that are the same for several municipalities, in the order of their first; those for most
/// municipalities last, so that "the others" come after the ones that are named.
fn grouped<'a, T, K: Ord>(
    items: impl Iterator<Item = &'a T>,
    key: impl Fn(&T) -> K,
) -> Vec<Vec<&'a T>> {
    let mut at: BTreeMap<K, usize> = BTreeMap::new();
    let mut groups: Vec<Vec<&T>> = Vec::new();
    for item in items {
        let next = groups.len();
        let own = *at.entry(key(item)).or_insert(next);
        match groups.get_mut(own) {
            Some(group) => group.push(item),
            None => groups.push(vec![item]),
        }
    }
    groups.sort_by_key(Vec::len);
    groups
}

fn numbers(cells: &[&StepCell]) -> Vec<Option<MunicipalityNo>> {
    cells.iter().map(|own| own.municipality).collect()
}

#[cfg(test)]
mod tests;
