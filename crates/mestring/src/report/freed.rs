//! Who could use a room that became free.

use mestring_data::holiday;
use mestring_model::id::RoomId;
use mestring_model::noun::Weekday;

use super::{Cell, Page, Table, Tone, View};
use crate::decide::{FreedNote, FreedOption};
use crate::plan::Slot;

/// What keeps sessions away from a room at a time, and the runs that could use it, in the order of
/// priority, with what each lacks.
pub fn freed(
    view: &View<'_>,
    (room, slot): (&RoomId, Slot),
    notes: &[FreedNote],
    options: &[FreedOption],
) -> Page {
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
    for own in notes {
        page.text(Cell::new(freed_note(view, (room, slot), own)).tone(Tone::Bad));
    }
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

/// What keeps sessions away from a room at a time, and what to do instead.
pub fn freed_note(view: &View<'_>, (room, slot): (&RoomId, Slot), note: &FreedNote) -> String {
    let texts = view.texts;
    let room = ("room", view.room(room).into());
    match note {
        FreedNote::Held { run } => {
            let args = [
                room,
                ("run", view.run(run).into()),
                ("id", run.as_str().into()),
            ];
            texts.say("plan-freed-held", &args)
        }
        FreedNote::Holiday => {
            let name = holiday::name(slot.date, texts.lang()).unwrap_or_default();
            let args = [
                ("date", texts.date(slot.date).into()),
                ("name", name.into()),
            ];
            texts.say("plan-freed-holiday", &args)
        }
        FreedNote::Closed => texts.plain("plan-freed-closed"),
        FreedNote::SchoolBreak => texts.plain("plan-freed-school-break"),
        FreedNote::NotOpen {
            weekdays,
            half_days,
        } => {
            let days = texts.list(weekdays.iter().map(|own| texts.term(*own)));
            let parts = texts.list(half_days.iter().map(|own| texts.term(*own)));
            let args = [room, ("days", days.into()), ("parts", parts.into())];
            texts.say("plan-freed-not-open", &args)
        }
        FreedNote::OutOfUse { from, until } => {
            let id = match (from, until) {
                (Some(_), Some(_)) => "plan-freed-out-of-use",
                (Some(_), None) => "plan-freed-out-of-use-before",
                (None, _) => "plan-freed-out-of-use-after",
            };
            let day = |own: &Option<_>| own.map_or_else(String::new, |own| texts.date(own));
            let args = [
                room,
                ("from", day(from).into()),
                ("until", day(until).into()),
            ];
            texts.say(id, &args)
        }
        FreedNote::Weekend => {
            let day = texts.term(Weekday::of(slot.date));
            texts.say("plan-freed-weekend", &[("day", day.into())])
        }
    }
}

/// A run, and whether the room would be for a group that follows it there.
fn run(view: &View<'_>, option: &FreedOption) -> String {
    let run = view.run(&option.run);
    match option.as_hub {
        true => view.texts.say("plan-freed-hub", &[("run", run.into())]),
        false => run,
    }
}
