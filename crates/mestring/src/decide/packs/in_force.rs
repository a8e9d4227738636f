//! Which pack of a folder of packs is in force on a date.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use mestring_model::finding::PackProblem;
use mestring_model::term::Term;
use mestring_model::{Finding, Place};
use mestring_rules::manifest::InForce;
use mestring_rules::{Pack, Plugins};

use super::{Files, Packs, PacksError, named};

/// A pack with the place that messages name, such as its folder, and its files.
#[derive(Debug, Clone)]
struct Candidate {
    place: String,
    files: Files,
    pack: Pack,
}

impl Packs {
    /// The files of each pack that a desk takes from a folder, where the folder may hold several
    /// packs: for each key of `[packs]` the one by its name or of its kind that is in force on the
    /// date. Each pack stands beside the place that messages name, such as its folder.
    ///
    /// Where none is in force, it is the one that was so last, else the one that will be so first;
    /// [`outside_validity`](Self::outside_validity) then says so. Without a date every pack counts
    /// as in force.
    ///
    /// # Errors
    /// C035, a folder of several packs that holds none for its key; C036, two packs in force on the
    /// date; and what is wrong in the texts of a folder that holds several.
    pub fn in_force(
        folders: BTreeMap<String, Vec<(String, Files)>>,
        as_of: Option<NaiveDate>,
        plugins: &Plugins,
    ) -> Result<BTreeMap<String, Files>, PacksError> {
        let mut chosen = BTreeMap::new();
        for (key, mut packs) in folders {
            if packs.len() < 2 {
                chosen.extend(packs.pop().map(|(_, files)| (key, files)));
                continue;
            }
            let all = load(packs, plugins)?;
            let names: Vec<String> = all.iter().map(|own| own.pack.id()).collect();
            let fitting = all
                .into_iter()
                .filter(|own| own.pack.manifest().name == key || own.pack.kind().code() == key);
            let Some(one) = choose(fitting.collect(), as_of)? else {
                return Err(PacksError::NoneForKey { key, found: names });
            };
            chosen.insert(key, one.files);
        }
        Ok(chosen)
    }

    /// Of packs that were given, those to use on a date: of several by one name the one that is in
    /// force, as [`in_force`](Self::in_force) chooses it. The order is that of the names.
    ///
    /// # Errors
    /// C036, two packs by one name are in force on the date; what is wrong in the texts.
    pub fn given_in_force(
        packs: Vec<(String, Files)>,
        as_of: NaiveDate,
        plugins: &Plugins,
    ) -> Result<Vec<(String, Pack)>, PacksError> {
        let mut by_name: BTreeMap<String, Vec<Candidate>> = BTreeMap::new();
        for own in load(packs, plugins)? {
            let name = own.pack.manifest().name.clone();
            by_name.entry(name).or_default().push(own);
        }
        let mut chosen = Vec::new();
        for packs in by_name.into_values() {
            let one = choose(packs, Some(as_of))?;
            chosen.extend(one.map(|own| (own.place, own.pack)));
        }
        Ok(chosen)
    }

    /// A finding for each pack that is not in force on a date (C034).
    pub fn outside_validity(&self, as_of: NaiveDate) -> Vec<Finding> {
        let outside = self
            .all()
            .filter_map(|pack| outside_validity(&pack.manifest().name, pack, as_of));
        outside.collect()
    }
}

/// The finding for a pack that is not in force on a date (C034), at the pack's place.
pub(in crate::decide) fn outside_validity(
    place: &str,
    pack: &Pack,
    as_of: NaiveDate,
) -> Option<Finding> {
    let id = pack.id();
    let problem = match pack.manifest().validity.on(as_of) {
        InForce::Yes => return None,
        InForce::From(from) => PackProblem::BeforeValidity {
            pack: id,
            as_of,
            from,
        },
        InForce::Until(until) => PackProblem::AfterValidity {
            pack: id,
            as_of,
            until,
        },
    };
    Some(Finding::new(
        Place::file(format!("{place}/pack.toml")),
        problem,
    ))
}

fn load(packs: Vec<(String, Files)>, plugins: &Plugins) -> Result<Vec<Candidate>, PacksError> {
    let (mut loaded, mut errors) = (Vec::new(), Vec::new());
    for (place, files) in packs {
        match Pack::load(&files, plugins) {
            Ok(pack) => loaded.push(Candidate { place, files, pack }),
            Err(wrong) => errors.extend(named(&place, wrong)),
        }
    }
    if errors.is_empty() {
        Ok(loaded)
    } else {
        Err(PacksError::Text { errors })
    }
}

/// The one that is in force on the date, else the last that was, else the first that will be.
fn choose(
    packs: Vec<Candidate>,
    as_of: Option<NaiveDate>,
) -> Result<Option<Candidate>, PacksError> {
    let (mut in_force, mut past, mut to_come) = (Vec::new(), Vec::new(), Vec::new());
    for own in packs {
        let on = as_of.map_or(InForce::Yes, |as_of| own.pack.manifest().validity.on(as_of));
        match on {
            InForce::Yes => in_force.push(own),
            InForce::Until(until) => past.push((until, own)),
            InForce::From(from) => to_come.push((from, own)),
        }
    }
    if let [first, second, ..] = in_force.as_slice() {
        return Err(PacksError::BothInForce {
            as_of,
            first: first.place.clone(),
            second: second.place.clone(),
        });
    }
    past.sort_by_key(|(until, _)| std::cmp::Reverse(*until));
    to_come.sort_by_key(|(from, _)| *from);
    let outside = past.into_iter().chain(to_come).map(|(_, own)| own);
    Ok(in_force.into_iter().chain(outside).next())
}
