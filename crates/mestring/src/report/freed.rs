//! Who could use a room that became free.

use mestring_model::id::RoomId;

use super::{Cell, Page, Table, Tone, View};
use crate::decide::FreedOption;
use crate::plan::Slot;

/// The runs that could use a slot of a room, in the order of priority, with what each lacks.
pub fn freed(view: &View<'_>, room: &RoomId, slot: Slot, options: &[FreedOption]) -> Page {
    let texts = view.texts;
    let mut page = Page::default();
    page.heading(
        2,
        texts.say(
            "plan-freed-title",
            &[
                ("room", view.room(room).into()),
                ("slot", view.slot(slot).into()),
            ],
        ),
    );
    page.text(Cell::new(texts.plain("plan-nobody-decided")).tone(Tone::Strong));
    page.text(texts.plain("plan-freed-room-alone"));
    if options.is_empty() {
        page.text(texts.plain("plan-freed-nobody"));
        return page;
    }
    let ready = options
        .iter()
        .filter(|option| option.shortages.is_empty())
        .count();
    page.text(texts.say(
        "plan-freed-counts",
        &[("ready", ready.into()), ("runs", options.len().into())],
    ));
    let mut table = Table::new([
        texts.plain("plan-column-rank"),
        texts.plain("plan-column-class"),
        texts.plain("plan-column-run"),
        texts.plain("plan-column-lacks"),
        texts.plain("plan-column-sessions"),
    ]);
    for (at, option) in options.iter().enumerate() {
        let lacks = if option.shortages.is_empty() {
            Cell::new(texts.plain("plan-freed-ready")).tone(Tone::Good)
        } else {
            let lacks = option.shortages.iter().map(|own| view.shortage(own));
            let lacks: Vec<String> = lacks.collect();
            Cell::new(lacks.join("\n")).tone(Tone::Bad)
        };
        table.row([
            Cell::figure(texts.count(at + 1)),
            Cell::figure(texts.count(option.class)),
            run(view, option).into(),
            lacks,
            view.slots(&option.sessions).into(),
        ]);
    }
    page.table(table);
    page
}

/// A run, and whether the room would be for a group that follows it there.
fn run(view: &View<'_>, option: &FreedOption) -> String {
    let run = view.run(&option.run);
    match option.as_hub {
        true => view.texts.say("plan-freed-hub", &[("run", run.into())]),
        false => run,
    }
}
