//! Why people have no place: which runs block those who are alike, for the staff of the centre.

use crate::assign::Separates;
use crate::decide::{Blocked, BlockingRun};
use crate::report::{Cell, Page, Table, Tone, View};

/// Which runs are full of whom, for each group of people who have no place.
pub fn blocked(view: &View<'_>, blocked: &Blocked) -> Page {
    let texts = view.texts;
    let mut page = Page::default();
    if blocked.groups.is_empty() {
        return page;
    }
    page.heading(3, texts.plain("places-blocked"));
    let mut table = Table::new([
        texts.plain("places-column-class"),
        texts.plain("places-column-people"),
        texts.plain("places-column-blocking"),
        texts.plain("places-column-full-of"),
        texts.plain("places-column-before-by"),
    ]);
    for group in &blocked.groups {
        for (nth, run) in group.runs.iter().enumerate() {
            let (class, people) = match nth {
                0 => (group.class.to_string(), texts.count(group.people)),
                _ => Default::default(),
            };
            table.row([
                Cell::figure(class),
                Cell::figure(people),
                view.run(&run.run).into(),
                full_of(view, run),
                before_by(view, run),
            ]);
        }
    }
    page.table(table);
    page.text(texts.plain("places-blocked-whom"));
    if blocked.left_out > 0 {
        let args = [("count", blocked.left_out.into())];
        page.text(texts.say("places-blocked-left-out", &args));
    }
    page
}

/// Of how many people of each class the seats are full.
fn full_of(view: &View<'_>, run: &BlockingRun) -> Cell {
    let texts = view.texts;
    if run.seats == 0 {
        return Cell::new(texts.plain("places-blocked-no-seats")).tone(Tone::Bad);
    }
    let classes = run.classes.iter().map(|(class, count)| match class {
        Some(class) => {
            let args = [
                ("class", class.to_string().into()),
                ("count", (*count).into()),
            ];
            texts.say("places-more-class", &args)
        }
        None => texts.say("places-blocked-no-class", &[("count", (*count).into())]),
    });
    let mut text = classes.collect::<Vec<_>>().join("; ");
    if run.kept > 0 {
        let args = [("count", (run.kept as usize).into())];
        text.push_str(&format!("\n{}", texts.say("places-blocked-kept", &args)));
    }
    text.into()
}

fn before_by(view: &View<'_>, run: &BlockingRun) -> Cell {
    let Some(by) = run.before_by else {
        return Cell::from("");
    };
    let text = view.texts.plain(match by {
        Separates::Holds => "places-before-holds",
        Separates::Class => "places-before-class",
        Separates::Deadline => "places-before-deadline",
        Separates::Waiting => "places-before-waiting",
        Separates::Patient => "places-before-patient",
        Separates::Draw => "places-before-draw",
        Separates::Cost => "places-before-cost",
    });
    text.into()
}
