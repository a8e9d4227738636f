//! Offers side by side: what to do about each pair, and why.

use mestring_model::facts::Judged;
use mestring_model::noun::{Action, HumanVerdict, Relation};

use super::{Cell, Page, Table, Tone, View};
use crate::relate::{Conflict, OfferGroup, Related, Relations, is_one_offer};
use crate::text::Texts;

/// The actions that a report lists, those first that ask for most.
const LISTED: [Action; 5] = [
    Action::Merge,
    Action::Coordinate,
    Action::LookAt,
    Action::Keep,
    Action::Ask,
];

/// Spaces left of what is said of a pair.
const INDENT: usize = 2;

/// The kinds of relation with their texts; another kind of a pack is printed as it is written.
const KINDS: [(&str, &str); 20] = [
    ("audience", "relations-kind-audience"),
    ("catchment", "relations-kind-catchment"),
    ("condition", "relations-kind-condition"),
    ("follow_up", "relations-kind-follow-up"),
    ("format", "relations-kind-format"),
    ("format_variant", "relations-kind-format-variant"),
    ("level", "relations-kind-level"),
    ("life_phase", "relations-kind-life-phase"),
    ("neighbour", "relations-kind-neighbour"),
    ("neighbour_time", "relations-kind-neighbour-time"),
    ("neighbour_trust", "relations-kind-neighbour-trust"),
    ("patient_relative_pair", "relations-kind-patient-relative"),
    ("phase", "relations-kind-phase"),
    ("programme", "relations-kind-programme"),
    ("same_trust", "relations-kind-same-trust"),
    ("sibling_diagnosis", "relations-kind-sibling-diagnosis"),
    ("step", "relations-kind-step"),
    ("theme", "relations-kind-theme"),
    ("time", "relations-kind-time"),
    ("train_then_run", "relations-kind-train-then-run"),
];

/// Entries that are one offer, and the pairs by what there is to do about them.
pub fn relations(view: &View<'_>, relations: &Relations) -> Page {
    let texts = view.texts;
    let mut page = Page::default();
    page.heading(2, texts.plain("relations-title"));
    if relations.scope.compared == 0 {
        page.text(texts.plain("relations-none"));
        return page;
    }
    let counts: Vec<String> = relations
        .by_relation
        .iter()
        .filter(|(_, count)| **count > 0)
        .map(|(relation, count)| {
            let text = format!("{} {}", texts.count(*count), texts.term(*relation));
            let assumed = relations.on_assumption.get(relation).copied().unwrap_or(0);
            if assumed == 0 || !is_strong(*relation) {
                return text;
            }
            let args = [("text", text.into()), ("count", assumed.into())];
            texts.say("relations-counts-assumed", &args)
        })
        .collect();
    page.text(texts.say(
        "relations-counts",
        &[
            ("count", relations.scope.compared.into()),
            ("relations", counts.join(", ").into()),
        ],
    ));
    let scope = relations.scope;
    if scope.compared < scope.possible {
        let compared = texts.count(scope.compared);
        let possible = texts.count(scope.possible);
        let args = [("compared", compared.into()), ("possible", possible.into())];
        page.text(texts.say("relations-scope", &args));
    }
    let derived = relations.pairs.iter().filter(|own| own.derived.topics);
    let count = derived.count();
    if count > 0 {
        page.text(texts.say("relations-topics-derived", &[("count", count.into())]));
    }
    groups(view, &mut page, relations);
    conflicts(view, &mut page, relations);
    for action in LISTED {
        let pairs = relations.pairs.iter().filter(|own| own.action == action);
        // A strong claim on what nobody states does not stand beside one on what is known.
        let (ifs, pairs): (Vec<&Related>, Vec<&Related>) =
            pairs.partition(|own| is_strong(own.relation) && own.rests_on_assumption());
        listed(view, &mut page, "relations-action", action, &pairs);
        listed(view, &mut page, "relations-action-assumed", action, &ifs);
    }
    if !relations.unused.is_empty() {
        let count = relations.unused.len();
        page.text(texts.say("relations-unused", &[("count", count.into())]));
    }
    page
}

/// The pairs that ask for an action, under a heading of their own.
fn listed(view: &View<'_>, page: &mut Page, heading: &str, action: Action, pairs: &[&Related]) {
    let texts = view.texts;
    if pairs.is_empty() {
        return;
    }
    let args = [
        ("action", texts.term(action).into()),
        ("count", pairs.len().into()),
    ];
    page.heading(3, texts.say(heading, &args));
    let (shown, left_out) = view.shown(pairs);
    for pair in shown {
        let (a, b) = (view.offer(&pair.a), view.offer(&pair.b));
        page.item(
            "-",
            texts.say("relations-pair", &[("a", a.into()), ("b", b.into())]),
        );
        let mut table = Table::labels(INDENT);
        let relation = Cell::new(relation(view, pair)).tone(tone(action));
        table.label(texts.plain("relations-label-relation"), relation);
        table.label(texts.plain("relations-label-why"), why(view, pair));
        page.table(table);
    }
    view.left_out(page, left_out);
}

/// True for the relations that say that one of two entries is too many.
fn is_strong(relation: Relation) -> bool {
    is_one_offer(relation) || relation == Relation::Competing
}

fn tone(action: Action) -> Tone {
    match action {
        Action::Merge | Action::Coordinate => Tone::Strong,
        Action::Ask => Tone::Unsure,
        Action::LookAt | Action::Keep | Action::None => Tone::Plain,
    }
}

fn groups(view: &View<'_>, page: &mut Page, relations: &Relations) {
    let texts = view.texts;
    if relations.groups.is_empty() {
        return;
    }
    page.heading(
        3,
        texts.say(
            "relations-groups",
            &[("count", relations.groups.len().into())],
        ),
    );
    let (shown, left_out) = view.shown(&relations.groups);
    for group in shown {
        page.item("-", self::group(view, relations, group));
    }
    view.left_out(page, left_out);
}

fn group(view: &View<'_>, relations: &Relations, group: &OfferGroup) -> String {
    let mut sentences = vec![
        view.texts
            .list(group.offers.iter().map(|id| view.offer(id))),
    ];
    let assumed = |at: &&usize| {
        let pair = relations.pairs.get(**at);
        pair.is_some_and(Related::rests_on_assumption)
    };
    for (id, count) in [
        (
            "relations-group-assumed",
            group.joined_by.iter().filter(assumed).count(),
        ),
        ("relations-doubtful", group.doubtful.len()),
    ] {
        if count > 0 {
            sentences.push(view.texts.say(id, &[("count", count.into())]));
        }
    }
    sentences.join(". ")
}

fn conflicts(view: &View<'_>, page: &mut Page, relations: &Relations) {
    for Conflict { pair, against } in &relations.conflicts {
        let (Some(pair), Some(against)) =
            (relations.pairs.get(*pair), relations.pairs.get(*against))
        else {
            continue;
        };
        let text = view.texts.say(
            "relations-conflict",
            &[
                ("a", pair.a.as_str().into()),
                ("b", pair.b.as_str().into()),
                ("c", against.a.as_str().into()),
                ("d", against.b.as_str().into()),
            ],
        );
        page.item("!", Cell::new(text).tone(Tone::Unsure));
    }
}

/// The relation with its kind, in words; a strong one with what it takes for granted.
pub(super) fn relation(view: &View<'_>, pair: &Related) -> String {
    let named = named(view, pair);
    if !(is_strong(pair.relation) && pair.rests_on_assumption()) {
        return named;
    }
    let conditions = view
        .texts
        .list(view.assumed_facts(Judged::Pair, &pair.verdict));
    let args = [
        ("relation", named.into()),
        ("conditions", conditions.into()),
    ];
    view.texts.say("relations-if", &args)
}

fn named(view: &View<'_>, pair: &Related) -> String {
    let relation = view.texts.term(pair.relation);
    let Some(kind) = &pair.kind else {
        return relation;
    };
    format!("{relation}: {}", self::kind(view.texts, kind))
}

/// The kind of a relation, in words.
pub(super) fn kind(texts: &Texts, kind: &str) -> String {
    let known = KINDS.iter().find(|(code, _)| *code == kind);
    known.map_or_else(|| kind.replace('_', " "), |(_, id)| texts.plain(id))
}

/// Who decided, or else the facts that the rule read.
pub(super) fn why(view: &View<'_>, pair: &Related) -> String {
    if let Some(decided) = pair.decided.and_then(|at| view.desk.verdicts.get(at)) {
        return self::decided(view, decided);
    }
    let mut lines = Vec::new();
    if pair.verdict.answer.cannot_tell() {
        lines.push(view.answer(Judged::Pair, &pair.verdict.answer));
    }
    lines.push(view.read(Judged::Pair, &pair.verdict));
    let read = |fact: &&str| pair.verdict.read.iter().any(|own| own.name == *fact);
    let derived: Vec<String> = pair
        .derived
        .facts()
        .filter(read)
        .map(|fact| view.texts.fact_name(Judged::Pair, fact))
        .collect();
    if !derived.is_empty() {
        let facts = view.texts.list(derived);
        lines.push(
            view.texts
                .say("relations-derived", &[("facts", facts.into())]),
        );
    }
    // What a strong relation assumes stands beside it.
    if !is_strong(pair.relation) {
        lines.extend(view.assumptions(Judged::Pair, &[&pair.verdict]));
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

fn decided(view: &View<'_>, verdict: &HumanVerdict) -> String {
    let texts = view.texts;
    let on = texts.date(verdict.on);
    let text = texts.say(
        "relations-decided",
        &[("role", (&verdict.role).into()), ("on", on.into())],
    );
    match &verdict.reason {
        Some(reason) => {
            let reason = texts.say("plan-decided-reason", &[("reason", reason.into())]);
            format!("{text}\n{reason}")
        }
        None => text,
    }
}
