//! A cell of the overview, and who is to be asked before it counts as empty.

use chrono::NaiveDate;
use mestring_model::noun::Level;

use crate::overview::{Answers, Empty, Overview, OverviewCell};
use crate::report::{Cell, Page, Tone, View};
use crate::text::Texts;

/// The offers of a cell by state, and what was asked and answered about it.
pub(super) fn cell(texts: &Texts, cell: &OverviewCell) -> Cell {
    let states = cell.states;
    let counts = [
        ("overview-established", states.established),
        ("overview-planned", states.planned),
        ("overview-starting-up", states.starting_up),
        ("overview-state-not-stated", states.not_stated),
        ("overview-discontinued", states.discontinued),
        ("overview-outside", cell.outside),
        ("overview-reach-unknown", cell.reach_not_known),
    ];
    let counted = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(id, count)| texts.say(id, &[("count", count.into())]));
    let asked = cell.level.zip(cell.answers.as_ref());
    let why = asked.and_then(|(level, answers)| why(texts, level, cell.empty, answers));
    let against = cell
        .answers
        .as_ref()
        .map_or(0, |own| own.contradicted.len());
    let against =
        (against > 0).then(|| texts.say("overview-contradicted", &[("count", against.into())]));
    let (first, last) = if cell.empty.is_some() {
        (why, None)
    } else {
        (None, why)
    };
    let lines: Vec<String> = first
        .into_iter()
        .chain(counted)
        .chain(last)
        .chain(against)
        .collect();
    let tone = match cell.empty {
        Some(Empty::NoneConfirmed { .. }) => Tone::Bad,
        Some(_) => Tone::Unsure,
        None => Tone::Plain,
    };
    Cell::new(lines.join("\n")).tone(tone)
}

/// Why the cell is empty, or how many have answered about one that is not. That the answers
/// contradict what is listed is said beside it.
fn why(texts: &Texts, level: Level, empty: Option<Empty>, answers: &Answers) -> Option<String> {
    let say = |id: &str, date: Option<NaiveDate>| {
        let date = date.map(|date| texts.date(date)).unwrap_or_default();
        texts.say(
            id,
            &[
                ("date", date.into()),
                ("of", answers.to_ask.into()),
                ("who", who(texts, level, answers.to_ask).into()),
                ("asked", answers.asked.into()),
                ("answered", answers.answered.into()),
                ("none", answers.none.into()),
                ("others", answers.others_none.into()),
            ],
        )
    };
    match empty {
        Some(Empty::NoneConfirmed { oldest, .. }) => {
            Some(say("overview-none-confirmed", Some(oldest)))
        }
        Some(Empty::NonePartly { latest }) if answers.to_ask == 0 => {
            Some(say("overview-none-nobody-to-ask", Some(latest)))
        }
        Some(Empty::NonePartly { latest }) => Some(say("overview-none-partly", Some(latest))),
        Some(Empty::AnswerNotEntered { date }) => {
            Some(say("overview-answer-not-entered", Some(date)))
        }
        Some(Empty::AskedNoAnswer { date }) => Some(say("overview-no-answer", Some(date))),
        Some(Empty::NotAsked) => Some(texts.plain("overview-not-asked")),
        Some(Empty::Contradicted { .. }) => None,
        None => (answers.asked > 0).then(|| say("overview-answers", None)),
    }
}

/// What those who are to be asked at a level are called, as many as they are.
fn who(texts: &Texts, level: Level, count: usize) -> String {
    let id = match level {
        Level::Specialist => "overview-who-specialist",
        Level::Municipal => "overview-who-municipal",
        Level::Voluntary => "overview-who-voluntary",
        Level::Private => "overview-who-private",
        Level::Interlevel => "overview-who-interlevel",
    };
    texts.say(id, &[("count", count.into())])
}

/// Who is to be asked at each level, by name where they are few enough to read.
pub(super) fn to_ask(view: &View<'_>, page: &mut Page, overview: &Overview) {
    /// So many names are read at a glance; municipalities are known from the area.
    const NAMED: usize = 10;
    let texts = view.texts;
    let levels = overview.to_ask.iter().map(|(level, to_ask)| {
        let count = to_ask.count();
        let text = texts.say(
            "overview-to-ask-level",
            &[
                ("level", texts.term(*level).into()),
                ("count", count.into()),
                ("who", who(texts, *level, count).into()),
            ],
        );
        let named = matches!(level, Level::Specialist | Level::Voluntary | Level::Private);
        if !named || count == 0 || count > NAMED {
            return text;
        }
        let names = to_ask.organisations.iter().map(|id| view.organisation(id));
        format!("{text} ({})", names.collect::<Vec<_>>().join(", "))
    });
    let levels = levels.collect::<Vec<_>>().join("; ");
    page.text(texts.say("overview-to-ask", &[("levels", levels.into())]));
    let municipal = overview.to_ask.get(&Level::Municipal);
    let unlisted = municipal.map_or(0, |own| own.unlisted);
    if unlisted > 0 {
        page.text(texts.say("overview-to-ask-unlisted", &[("count", unlisted.into())]));
    }
}
