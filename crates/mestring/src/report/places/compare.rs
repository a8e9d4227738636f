//! What other ways to give places would cost, in people without a place.

use crate::assign::{Mode, WithinClass};
use crate::decide::{ComparedGroup, DistanceBand, LanguageGroup, Places, WayToGive};
use crate::report::{Cell, Page, Table, View};

/// How many have no place by each way, by class, by the way to courses and by language.
pub(super) fn compare(view: &View<'_>, places: &Places, page: &mut Page) {
    let texts = view.texts;
    let Some(own) = &places.comparison else {
        return;
    };
    page.heading(3, texts.plain("places-compare"));
    page.text(texts.plain("places-compare-whom"));
    let ways = own.ways.iter().map(|way| {
        texts.plain(match way {
            WayToGive::Engine(WithinClass::FairOrder) => "places-way-fair-order",
            WayToGive::Engine(WithinClass::Cost) => "places-way-cost",
            WayToGive::Other(Mode::Arrival) => "places-way-arrival",
            WayToGive::Other(Mode::Greedy) => "places-way-greedy",
            WayToGive::Other(Mode::DeferredAcceptance) => "places-way-deferred-acceptance",
        })
    });
    let head = [
        texts.plain("places-column-group"),
        texts.plain("places-column-people"),
    ];
    let mut table = Table::new(head.into_iter().chain(ways));
    for group in &own.groups {
        let name = match group.group {
            ComparedGroup::Everybody => texts.plain("places-group-everybody"),
            ComparedGroup::Class(class) => {
                texts.say("places-group-class", &[("class", class.to_string().into())])
            }
            ComparedGroup::Distance(band) => texts.plain(match band {
                DistanceBand::Under30 => "places-group-under-30",
                DistanceBand::From30 => "places-group-from-30",
                DistanceBand::From60 => "places-group-from-60",
                DistanceBand::From120 => "places-group-from-120",
                DistanceBand::Unknown => "places-group-way-unknown",
            }),
            ComparedGroup::Language(language) => texts.plain(match language {
                LanguageGroup::Norwegian => "places-group-norwegian",
                LanguageGroup::Other => "places-group-other-language",
                LanguageGroup::Unknown => "places-group-language-unknown",
            }),
        };
        let without = group.without.iter();
        let without = without.map(|count| Cell::figure(texts.count(*count)));
        let start = [Cell::from(name), Cell::figure(texts.count(group.people))];
        table.row(start.into_iter().chain(without));
    }
    page.table(table);
    page.text(texts.plain("places-compare-ways"));
}
