//! How often relations agree with labels, in words and figures.

use mestring_model::noun::Relation;
use mestring_model::term::Term as _;

use super::relations::{relation, why};
use super::{Cell, Page, Table, Tone, View};
use crate::relate::score::{ClassScore, Labelled, RelationClass, Score};

/// The score, a table of labels against answers, those labelled competing by themselves, and with `all`
/// every miss.
pub fn score(view: &View<'_>, score: &Score, labelled: &[Labelled<'_>]) -> Page {
    let texts = view.texts;
    let mut page = Page::default();
    page.heading(2, texts.plain("score-title"));
    page.text(texts.say("score-how", &[("pairs", score.pairs.into())]));
    let Some(macro_f1) = score.macro_f1 else {
        page.text(Cell::new(texts.plain("score-none")).tone(Tone::Unsure));
        return page;
    };
    let (low, high) = score.macro_f1_ci.unwrap_or((0.0, 1.0));
    page.text(texts.say(
        "score-macro",
        &[
            ("macro", figure(view, macro_f1).into()),
            ("low", figure(view, low).into()),
            ("high", figure(view, high).into()),
        ],
    ));
    page.text(
        texts.say(
            "score-cannot-tell",
            &[
                ("count", score.cannot_tell.into()),
                (
                    "share",
                    texts
                        .percent(basis_points(score.cannot_tell_share()))
                        .into(),
                ),
            ],
        ),
    );
    let worst = score.complementary_called_duplicate;
    let tone = if worst == 0 { Tone::Plain } else { Tone::Bad };
    let text = texts.say("score-worst", &[("count", worst.into())]);
    page.text(Cell::new(text).tone(tone));
    page.table(classes(view, &score.classes));
    page.heading(3, texts.plain("score-confusion"));
    page.table(confusion(view, score));
    let misses: Vec<&Labelled<'_>> = labelled.iter().filter(|own| own.is_miss()).collect();
    page.heading(
        3,
        texts.say("score-misses", &[("count", misses.len().into())]),
    );
    let (shown, left_out) = view.shown(&misses);
    for own in shown {
        let (a, b) = (view.offer(&own.related.a), view.offer(&own.related.b));
        page.item(
            "-",
            texts.say("relations-pair", &[("a", a.into()), ("b", b.into())]),
        );
        let mut table = Table::labels(2);
        table.label(texts.plain("score-label"), label(view, own));
        table.label(texts.plain("score-answer"), relation(view, own.related));
        table.label(texts.plain("relations-label-why"), why(view, own.related));
        page.table(table);
    }
    view.left_out(&mut page, left_out);
    page
}

fn label(view: &View<'_>, own: &Labelled<'_>) -> String {
    let relation = view.texts.term(own.label.relation);
    match &own.label.kind {
        Some(kind) if !kind.is_empty() => format!("{relation} ({kind})"),
        _ => relation,
    }
}

fn classes(view: &View<'_>, classes: &[ClassScore]) -> Table {
    let texts = view.texts;
    let mut table = Table::new([
        texts.plain("score-column-class"),
        texts.plain("score-column-labelled"),
        texts.plain("score-column-answered"),
        texts.plain("score-column-met"),
        texts.plain("score-column-f1"),
    ]);
    for own in classes {
        let f1 = own.f1.map_or_else(|| "–".to_owned(), |f1| figure(view, f1));
        table.row([
            Cell::new(class(view, own.class)),
            Cell::figure(texts.count(own.labelled)),
            Cell::figure(texts.count(own.answered)),
            Cell::figure(texts.count(own.met)),
            Cell::figure(f1),
        ]);
    }
    table
}

fn class(view: &View<'_>, class: RelationClass) -> String {
    view.texts.plain(match class {
        RelationClass::OneListing => "score-class-one-listing",
        RelationClass::Overlapping => "score-class-overlapping",
        RelationClass::Complementary => "score-class-complementary",
        RelationClass::Different => "score-class-different",
    })
}

/// A row for each label, a column for each answer that was given.
fn confusion(view: &View<'_>, score: &Score) -> Table {
    let texts = view.texts;
    let seen = |of: fn(&(Relation, Relation)) -> Relation| -> Vec<Relation> {
        let all = Relation::all().iter().copied();
        all.filter(|own| score.confusion.keys().any(|pair| of(pair) == *own))
            .collect()
    };
    let (labels, answers) = (seen(|pair| pair.0), seen(|pair| pair.1));
    let headings = answers.iter().map(|own| texts.term(*own));
    let mut table = Table::new(
        [texts.plain("score-column-label")]
            .into_iter()
            .chain(headings),
    );
    for label in labels {
        let counts = answers.iter().map(|answer| {
            let count = score.confusion.get(&(label, *answer)).copied().unwrap_or(0);
            Cell::figure(texts.count(count))
        });
        table.row([Cell::new(texts.term(label))].into_iter().chain(counts));
    }
    table
}

/// Two decimals, as the language writes them.
fn figure(view: &View<'_>, value: f64) -> String {
    view.texts.decimal(value, 2)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share lies between 0 and 1"
)]
fn basis_points(share: f64) -> u32 {
    (share * 10_000.0).round() as u32
}
