//! One criterion: the clause that fired, what is said of it, and what was added up.

use mestring_model::facts::Judged;
use mestring_rules::Reason;
use mestring_rules::reason::{Branch, Change, Clause, Comment, CommentFrom, Fired, Step, Way};

use super::super::{Cell, Page, Table, Tone, View};
use crate::decide::RuleTitle;
use crate::text::Texts;

/// Spaces left of what is said of a criterion.
const INDENT: usize = 4;

/// A criterion behind a mark, with its answer and every reason.
pub(super) fn criterion(view: &View<'_>, mark: &str, rule: &RuleTitle, reason: &Reason) -> Page {
    let texts = view.texts;
    let verdict = &reason.verdict;
    let mut page = Page::default();
    let (answer, origin) = (view.criterion(rule, verdict), view.origin(&rule.origin));
    let title = rule.title(texts.lang());
    page.heading(3, format!("{mark} {title}: {answer} ({origin})"));
    let mut table = Table::labels(INDENT);
    for fired in &reason.fired {
        clause(texts, &mut table, fired);
    }
    if let Some(stopped) = &reason.stopped {
        let fact = texts.fact_name(Judged::Run, stopped.fact);
        let text = texts.say(
            "explain-stopped",
            &[
                ("fact", fact.into()),
                ("line", stopped.line.into()),
                ("text", stopped.text.trim().into()),
            ],
        );
        let label = texts.plain("explain-label-stopped");
        table.label(label, Cell::new(text).tone(Tone::Unsure));
    }
    let plugin = reason.fired.is_empty() && reason.stopped.is_none();
    if plugin {
        let text = texts.plain("explain-plugin");
        table.label(texts.plain("explain-label-clause"), text);
    }
    if !reason.steps.is_empty() {
        let steps = reason.steps.iter().map(|own| step(texts, own));
        let steps = steps.collect::<Vec<_>>().join("\n");
        table.label(texts.plain("explain-label-steps"), steps);
    }
    let read = view.read(Judged::Run, verdict);
    if !read.is_empty() {
        table.label(texts.plain("explain-label-read"), read);
    }
    let assumed = view.assumptions(Judged::Run, &[verdict]);
    if !assumed.is_empty() {
        let cell = Cell::new(assumed.join("\n")).tone(Tone::Unsure);
        table.label(texts.plain("plan-label-assumed"), cell);
    }
    page.table(table);
    page
}

fn clause(texts: &Texts, table: &mut Table, fired: &Fired) {
    let own = &fired.clause;
    table.label(texts.plain("explain-label-clause"), at(texts, own));
    if let Some(branch) = &own.branch {
        table.label(texts.plain("explain-label-branch"), way(texts, branch));
    }
    if let Some(part) = &fired.decided_by {
        table.label(texts.plain("explain-label-part"), at(texts, part));
    }
    let calls = fired.called_by.iter().map(|call| at(texts, call));
    let calls: Vec<String> = calls.collect();
    if !calls.is_empty() {
        table.label(texts.plain("explain-label-calls"), calls.join("\n"));
    }
    if let Some(comment) = &own.comment {
        let label = match comment.from {
            CommentFrom::Clause | CommentFrom::Branch => "explain-label-comment",
            CommentFrom::Header => "explain-label-what",
        };
        table.label(texts.plain(label), comment.text.clone());
    }
}

/// A clause with its place.
fn at(texts: &Texts, clause: &Clause) -> String {
    texts.say(
        "explain-clause",
        &[
            ("text", (&clause.text).into()),
            ("file", (&*clause.file).into()),
            ("line", clause.line.into()),
        ],
    )
}

fn way(texts: &Texts, branch: &Branch) -> String {
    let id = match branch.way {
        Way::Then => "explain-then",
        Way::Else => "explain-else",
        Way::Case => "explain-case",
    };
    texts.say(
        id,
        &[
            ("of", (&branch.of).into()),
            ("case", (&branch.case).into()),
            ("line", branch.line.into()),
        ],
    )
}

fn step(texts: &Texts, own: &Step) -> String {
    let (by, after) = (
        texts.number(own.by.number()),
        texts.number(own.after.number()),
    );
    let id = match own.change {
        Change::Start => "explain-step-start",
        Change::Add => "explain-step-add",
        Change::Subtract => "explain-step-subtract",
        Change::Multiply => "explain-step-multiply",
        Change::Divide => "explain-step-divide",
        Change::Answer => "explain-step-answer",
    };
    let text = texts.say(
        id,
        &[
            ("by", by.into()),
            ("after", after.into()),
            ("line", own.clause.line.into()),
        ],
    );
    match &own.clause.comment {
        // What the rule as a whole decides says nothing of one step.
        Some(Comment { text: says, from }) if *from != CommentFrom::Header => {
            format!("{text}: {says}")
        }
        _ => format!("{text}: {}", own.clause.text),
    }
}
