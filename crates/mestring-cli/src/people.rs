//! The questions about people: who gets a place, and who is next.

use std::path::Path;

use chrono::NaiveDate;
use mestring::assign::WithinClass;
use mestring::decide::{Decider, Holders, PlaceSettings, Places};
use mestring::report::{self, Page, json};
use mestring_exchange::person_store;
use mestring_model::{Finding, PersonStore, finding};
use serde_json::Value;

use crate::args::{Assign, Common, Next};
use crate::ask::code;
use crate::desk::{Loaded, load};
use crate::error::CommandError;
use crate::output::Output;
use crate::surroundings::Surroundings;

/// A desk and a person store, and what was found in both.
struct Both {
    loaded: Loaded,
    store: PersonStore,
    as_of: NaiveDate,
    findings: Vec<Finding>,
}

/// Reads both. The date is the option, then the store's, then the desk's, then today.
fn both(
    common: &Common,
    surroundings: &Surroundings,
    desk: &Path,
    people: &Path,
) -> Result<Both, CommandError> {
    let (mut store, about) = person_store::read(people)?;
    let mut loaded = load(common, surroundings, desk)?;
    if let (None, Some(as_of)) = (common.as_of, store.settings.as_of) {
        loaded.as_of = as_of;
    }
    store.settings.seed = common.seed.or(store.settings.seed);
    let as_of = loaded.as_of;
    let mut findings = [loaded.findings.as_slice(), &about].concat();
    findings.extend(store.check(&loaded.desk, as_of));
    findings.extend(mestring_data::check::check_people(&store, as_of));
    Ok(Both {
        loaded,
        store,
        as_of,
        findings,
    })
}

/// Who gets a place in which run, or what one person may be told of it.
pub(crate) fn assign(
    common: &Common,
    surroundings: &Surroundings,
    asked: &Assign,
    output: &mut Output<'_>,
) -> Result<u8, CommandError> {
    let both = both(common, surroundings, &asked.desk, &asked.people)?;
    let decider = both.decider(common);
    let settings = PlaceSettings {
        within_class: match asked.by_cost {
            true => WithinClass::Cost,
            false => WithinClass::FairOrder,
        },
        no_show: asked.no_show.unwrap_or_default(),
        holders: match asked.keep_places {
            true => Holders::Stay,
            false => Holders::WhereNeeded,
        },
        compare: asked.compare,
        ..PlaceSettings::default()
    };
    let places = decider.places(&both.store, settings)?;
    let view = output.view(&both.loaded.desk);
    let Some(person) = &asked.letter else {
        let more = places.more_seats()?;
        let blocked = places.blocked();
        let page = (!common.json).then(|| {
            let mut page = report::places(&view, &places);
            page.append(report::blocked(&view, &blocked));
            page.append(report::more_seats(&view, &more));
            page
        });
        let parts = [
            ("places", json::places(&places)),
            ("blocked", json::blocked(&blocked)),
            ("more_seats", json::more_seats(&more)),
        ];
        return both.finish(&decider, &places, page, parts, output);
    };
    // A letter has its text alone: neither what rules judged nor what was found of others.
    places.person(person)?;
    let all = places.wishes_of(person);
    if common.json {
        let part = ("letter", json::letter(&all));
        output.json(&json::document([part]))?;
    } else {
        output.page(&report::letter(&view, &places, &all))?;
    }
    Ok(code(&both.findings))
}

/// Who is next for a seat that becomes free in a run.
pub(crate) fn next(
    common: &Common,
    surroundings: &Surroundings,
    asked: &Next,
    output: &mut Output<'_>,
) -> Result<u8, CommandError> {
    let both = both(common, surroundings, &asked.desk, &asked.people)?;
    let decider = both.decider(common);
    // A seat is free today: the runs are held as they stand, and nobody who has a place moves for it.
    let settings = PlaceSettings {
        holders: Holders::Stay,
        minimum_groups: false,
        ..PlaceSettings::default()
    };
    let places = decider.places(&both.store, settings)?;
    let next = places.next(&both.loaded.desk, &asked.run)?;
    let view = output.view(&both.loaded.desk);
    let page = (!common.json).then(|| report::next_in_line(&view, &places, &next));
    let part = ("next", json::next_in_line(&next));
    both.finish(&decider, &places, page, [part], output)
}

impl Both {
    fn decider(&self, common: &Common) -> Decider<'_> {
        let Loaded { desk, packs, .. } = &self.loaded;
        Decider::new(desk, packs, self.as_of, common.seed)
    }

    /// Writes a result with what it rests on: the page, or where there is none the parts as JSON.
    fn finish<const N: usize>(
        &self,
        decider: &Decider<'_>,
        places: &Places,
        page: Option<Page>,
        parts: [(&'static str, Value); N],
        output: &mut Output<'_>,
    ) -> Result<u8, CommandError> {
        let desk = &self.loaded.desk;
        let mut findings = [self.findings.as_slice(), &decider.findings()].concat();
        finding::sort(&mut findings);
        match page {
            None => {
                let head = json::head(desk, self.as_of, &places.packs, places.seed);
                let mut all = vec![("head", head)];
                all.extend(parts);
                all.push(("illustrative", json::illustrative(desk)));
                all.push(("findings", json::findings(&findings)));
                output.json(&json::document(all))?;
            }
            Some(own) => {
                let view = output.view(desk);
                let mut page = report::head(&view, self.as_of, &places.packs, places.seed);
                page.append(own);
                page.append(report::ending(&view, None, &findings));
                output.page(&page)?;
            }
        }
        Ok(code(&findings))
    }
}
