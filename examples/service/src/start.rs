//! From paths to a service: the desk is read, its packs are chosen, checked, tested and followed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::NaiveDate;
use mestring::decide::{LivePacks, Refusal};
use mestring::model::desk::PackChoice;
use mestring::model::{Finding, Settings};
use mestring_data::clock::date_in_norway;
use mestring_exchange::watch::{Pace, PackWatcher};
use mestring_exchange::{ExchangeError, desk, folder};
use mestring_rules::Plugins;

use crate::pool::Pool;
use crate::reload::follow;
use crate::service::Service;

/// Where a service gets what it works with.
#[derive(Debug, Clone)]
pub struct Sources {
    /// The desk.
    pub desk: PathBuf,
    /// A folder of packs, in place of those that the desk chooses.
    pub packs: Option<PathBuf>,
    /// The date of questions that name none; else the desk's, else today in Norway.
    pub as_of: Option<NaiveDate>,
    /// How many requests are worked on at a time.
    pub threads: usize,
    /// How fast edits of rules are followed.
    pub pace: Pace,
}

/// A service with what keeps its packs up to date.
pub struct Started {
    /// The service.
    pub service: Arc<Service>,
    /// Follows the folders of rules until it is dropped.
    pub watcher: PackWatcher,
    /// What was found wrong with the desk and the choice of packs.
    pub findings: Vec<Finding>,
}

/// Why a service does not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// A file cannot be read, or folders not followed.
    #[error(transparent)]
    Files(#[from] ExchangeError),
    /// A pack is wrong, or does not answer as its cases expect.
    #[error(transparent)]
    Packs(#[from] Refusal),
}

/// Reads everything and starts to follow the rules.
///
/// # Errors
/// The desk or a pack cannot be read, or a pack is wrong: a service that cannot answer does not start.
pub fn start(sources: &Sources) -> Result<Started, StartError> {
    let (desk, mut findings) = desk::read(&sources.desk)?;
    let (settings, folders) = match &sources.packs {
        Some(packs) => given(packs),
        None => chosen(&sources.desk, &desk.settings)?,
    };
    let read = |(key, folder): (&String, &PathBuf)| Ok((key.clone(), folder::read_pack(folder)?));
    let files = folders
        .iter()
        .map(read)
        .collect::<Result<_, ExchangeError>>()?;
    let fixed = sources.as_of.or(desk.settings.as_of);
    let today = move || fixed.unwrap_or_else(today);
    let (packs, about) = LivePacks::start(settings, Plugins::default(), &files, today())?;
    findings.extend(about);
    let packs = Arc::new(packs);
    // What changed since it was read above is offered by the watcher's first reading.
    let watcher = follow(folders, sources.pace, packs.clone(), today)?;
    let pool = Pool::new(sources.threads);
    Ok(Started {
        service: Arc::new(Service::new(desk, packs, pool, today)),
        watcher,
        findings,
    })
}

/// What is worth knowing and where the texts are, by key.
type Chosen = (Settings, BTreeMap<String, PathBuf>);

/// The packs in a folder, each under its folder's name.
fn given(packs: &Path) -> Chosen {
    let mut settings = Settings::default();
    let mut folders = BTreeMap::new();
    for path in folder::packs(packs) {
        let name = path
            .file_name()
            .map(|own| own.to_string_lossy().into_owned());
        let key = name.unwrap_or_default();
        let choice = PackChoice::Folder(path.display().to_string());
        settings.packs.insert(key.clone(), choice);
        folders.insert(key, path);
    }
    (settings, folders)
}

/// The packs that the desk chooses from folders; shipped ones have nothing to follow.
fn chosen(path: &Path, settings: &Settings) -> Result<Chosen, ExchangeError> {
    let settings = desk::located(path, settings)?;
    let folders = settings
        .packs
        .iter()
        .filter_map(|(key, choice)| match choice {
            PackChoice::Folder(path) => Some((key.clone(), PathBuf::from(path))),
            PackChoice::Shipped { .. } => None,
        });
    let folders = folders.collect();
    Ok((settings, folders))
}

/// The date in Norway, from the machine's clock.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place where the clock is read; the library takes a date"
)]
fn today() -> NaiveDate {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let seconds = since.map_or(0, |since| since.as_secs());
    date_in_norway(i64::try_from(seconds).unwrap_or(i64::MAX))
}
