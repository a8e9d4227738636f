//! Folders and files: the only place that touches the file system.
#![expect(
    clippy::disallowed_methods,
    reason = "this module is where files are touched"
)]

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use mestring_model::pack_file::right;

use crate::MAX_FILE_BYTES;
use crate::csv_text::refuse_name;
use crate::error::ExchangeError;

mod beside;
mod create;
mod lines;

pub use create::{create, is_free};
pub use lines::{LockedLines, each_line};

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A folder.
    Folder,
    /// A file.
    File,
}

/// What stands at a path, links followed.
///
/// # Errors
/// [`ExchangeError::NotFound`] with the nearest name beside it, [`ExchangeError::Io`].
pub fn kind(path: &Path) -> Result<Kind, ExchangeError> {
    match fs::metadata(path) {
        Ok(about) if about.is_dir() => Ok(Kind::Folder),
        Ok(_) => Ok(Kind::File),
        Err(error) => Err(failed("read", path, error)),
    }
}

/// A file's bytes.
///
/// # Errors
/// [`ExchangeError::NotFound`], [`ExchangeError::NotAFile`], [`ExchangeError::TooLarge`] above
/// [`MAX_FILE_BYTES`] (nothing is read then), [`ExchangeError::Io`].
pub fn read_file(path: &Path) -> Result<Vec<u8>, ExchangeError> {
    if kind(path)? == Kind::Folder {
        return Err(ExchangeError::NotAFile { path: shown(path) });
    }
    let read = |error| failed("read", path, error);
    let file = fs::File::open(path).map_err(read)?;
    // A file may grow while it is read, and a pipe has no size.
    let mut bytes = Vec::new();
    let size = file.metadata().map_err(read)?.len();
    let count = if size > MAX_FILE_BYTES {
        size
    } else {
        file.take(MAX_FILE_BYTES + 1)
            .read_to_end(&mut bytes)
            .map_err(read)? as u64
    };
    if count > MAX_FILE_BYTES {
        return Err(ExchangeError::too_large(&shown(path), count));
    }
    Ok(bytes)
}

/// The names of the files in a folder, in order, without its subfolders, hidden files (`.name`)
/// and the locks (`~$name`) that Office keeps beside an open file.
///
/// # Errors
/// [`ExchangeError::NotFound`], [`ExchangeError::NotAFolder`], [`ExchangeError::Io`].
pub fn file_names(folder: &Path) -> Result<Vec<String>, ExchangeError> {
    if kind(folder)? == Kind::File {
        return Err(not_a_folder(folder));
    }
    let list = |error| failed("list", folder, error);
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(list)? {
        let entry = entry.map_err(list)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let skipped = name.starts_with('.') || name.starts_with("~$");
        if !skipped && matches!(kind(&entry.path()), Ok(Kind::File)) {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// The files of a folder by name that have one of the endings (`csv`, without the dot; in any
/// case).
///
/// # Errors
/// As [`file_names`] and [`read_file`]; [`ExchangeError::NationalNumber`] for a name that holds
/// one.
pub fn read_folder(
    folder: &Path,
    endings: &[&str],
) -> Result<BTreeMap<String, Vec<u8>>, ExchangeError> {
    let mut files = BTreeMap::new();
    for name in file_names(folder)? {
        let ending = Path::new(&name)
            .extension()
            .map(|ending| ending.to_string_lossy().to_lowercase());
        if ending.is_some_and(|ending| endings.contains(&ending.as_str())) {
            refuse_name(&name)?;
            let bytes = read_file(&folder.join(&name))?;
            files.insert(name, bytes);
        }
    }
    Ok(files)
}

/// The texts of a pack by file name: `pack.toml`, `*.rhai` and `*.test.toml`, one level deep.
///
/// What has nearly such a name, as `x.rhai.txt` and a folder `x.rhai/`, stands among them without its
/// text: it is no part of the pack, and the check says so.
///
/// Byte order marks are taken off and line ends made `\n`, so that a pack has the same content, and
/// hash, on every system that it is checked out on.
///
/// # Errors
/// As [`file_names`] and [`read_file`]; [`ExchangeError::NotAPack`] without `pack.toml`,
/// [`ExchangeError::NotUtf8`].
pub fn read_pack(folder: &Path) -> Result<BTreeMap<String, String>, ExchangeError> {
    let mut texts = BTreeMap::new();
    for name in file_names(folder)? {
        if is_of_pack(&name) {
            let path = folder.join(&name);
            let text = String::from_utf8(read_file(&path)?)
                .map_err(|_| ExchangeError::NotUtf8 { path: shown(&path) })?;
            let text = text
                .strip_prefix('\u{feff}')
                .unwrap_or(&text)
                .replace("\r\n", "\n");
            texts.insert(name, text);
        }
    }
    let beside = beside::beside(folder)?;
    if !texts.contains_key("pack.toml") {
        let near = beside.into_iter().filter(|name| is_near_manifest(name));
        return Err(ExchangeError::NotAPack {
            path: shown(folder),
            // Whatever order the folder is read in.
            near: near.min(),
        });
    }
    texts.extend(beside.into_iter().map(|name| (name, String::new())));
    Ok(texts)
}

/// True for the name of a file of a pack.
fn is_of_pack(name: &str) -> bool {
    name == "pack.toml" || name.ends_with(".rhai") || name.ends_with(".test.toml")
}

/// True for a file that was meant for `pack.toml`.
fn is_near_manifest(name: &str) -> bool {
    right(name).as_deref() == Some("pack.toml")
}

/// The folders of packs that a path stands for: the folder itself, or, where it is no pack, those of
/// its folders that are, in the order of their names.
///
/// A path that stands for no pack is given back, so that reading it says why.
pub fn packs(folder: &Path) -> Vec<PathBuf> {
    let is_pack = |path: &Path| path.join("pack.toml").is_file();
    let own = vec![folder.to_owned()];
    if is_pack(folder) {
        return own;
    }
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut packs: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    packs.retain(|path| is_pack(path));
    packs.sort();
    if packs.is_empty() { own } else { packs }
}

/// Packs, each with its folder and its texts by file name.
pub type PackTexts = Vec<(String, BTreeMap<String, String>)>;

/// The packs that a path stands for, as [`packs`] finds them, each with its folder and its texts.
///
/// # Errors
/// As [`read_pack`].
pub fn read_packs(folder: &Path) -> Result<PackTexts, ExchangeError> {
    let read = |path: PathBuf| Ok((path.display().to_string(), read_pack(&path)?));
    packs(folder).into_iter().map(read).collect()
}

/// Writes a file so that a reader sees the old content or the new, never half: into a new file
/// beside it, which is flushed to the disk and then takes the old one's name and permissions.
///
/// # Errors
/// [`ExchangeError::NotFound`] for a missing folder, [`ExchangeError::NotAFile`],
/// [`ExchangeError::Io`]. The old file is then as it was.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), ExchangeError> {
    if matches!(kind(path), Ok(Kind::Folder)) {
        return Err(ExchangeError::NotAFile { path: shown(path) });
    }
    let (mut file, beside) = create_beside(path)?;
    let written = (|| {
        file.write_all(bytes)?;
        if let Ok(old) = fs::metadata(path) {
            file.set_permissions(old.permissions())?;
        }
        file.sync_all()?;
        drop(file);
        fs::rename(&beside, path)
    })();
    if let Err(error) = written {
        // The first failure is what the user has to know; a rest that cannot be removed is hidden.
        let _ = fs::remove_file(&beside);
        return Err(failed("write", path, error));
    }
    // The rename itself is on the disk only once the folder is; not every system can say so.
    if let Some(folder) = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        let _ = fs::File::open(folder).and_then(|folder| folder.sync_all());
    }
    Ok(())
}

/// Removes a file, where it is there.
///
/// # Errors
/// [`ExchangeError::Io`].
pub fn remove_file(path: &Path) -> Result<(), ExchangeError> {
    match fs::remove_file(path) {
        Err(error) if !is_absence(&error) => Err(failed("remove", path, error)),
        _ => Ok(()),
    }
}

/// The way from a folder to a path, with `/`, as a file in that folder writes it; the whole path
/// where no way leads there (another drive). Neither has to be there.
///
/// # Errors
/// [`ExchangeError::Io`] where a folder above cannot be looked at.
pub fn way(from: &Path, to: &Path) -> Result<String, ExchangeError> {
    let (from, to) = (real(from)?, real(to)?);
    let same = from
        .components()
        .zip(to.components())
        .take_while(|(a, b)| a == b)
        .count();
    if same == 0 {
        return Ok(to.display().to_string());
    }
    let up = from.components().skip(same).map(|_| "..".to_owned());
    let down = to.components().skip(same);
    let down = down.map(|part| part.as_os_str().to_string_lossy().into_owned());
    let way: Vec<String> = up.chain(down).collect();
    Ok(if way.is_empty() {
        ".".to_owned()
    } else {
        way.join("/")
    })
}

/// The path without links and without `..`; what is not there yet stands as it is written.
fn real(path: &Path) -> Result<PathBuf, ExchangeError> {
    // The folder of a bare file name is the one that the program runs in.
    let empty = path.as_os_str().is_empty();
    let path = if empty { Path::new(".") } else { path };
    let full = std::path::absolute(path).map_err(|error| failed("read", path, error))?;
    let mut found = PathBuf::new();
    for part in full.components() {
        if part == std::path::Component::ParentDir {
            found.pop();
            continue;
        }
        found.push(part);
        match fs::canonicalize(&found) {
            Ok(real) => found = real,
            Err(error) if is_absence(&error) => {}
            Err(error) => return Err(failed("read", &found, error)),
        }
    }
    Ok(found)
}

/// A new hidden file beside a path.
fn create_beside(path: &Path) -> Result<(fs::File, PathBuf), ExchangeError> {
    const TRIES: u32 = 100;
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let mut last = io::Error::from(io::ErrorKind::AlreadyExists);
    for number in 0..TRIES {
        let beside = path.with_file_name(format!(".{name}.{}.{number}", std::process::id()));
        match fs::File::create_new(&beside) {
            Ok(file) => return Ok((file, beside)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => last = error,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(not_found(path.parent().unwrap_or(path)));
            }
            Err(error) => return Err(failed("write", path, error)),
        }
    }
    Err(failed("write", path, last))
}

/// The root of the git work tree that a path lies in, or would lie in once it is made.
///
/// # Errors
/// [`ExchangeError::Io`] where a folder above cannot be looked at: whether it is a work tree is then
/// not known, and a store of persons must not be written on a guess.
pub fn git_work_tree(path: &Path) -> Result<Option<PathBuf>, ExchangeError> {
    above(path, ".git")
}

/// The desk that a path lies in, or would lie in once it is made; a desk itself too.
///
/// # Errors
/// [`ExchangeError::Io`] where a folder above cannot be looked at.
pub fn desk_above(path: &Path) -> Result<Option<PathBuf>, ExchangeError> {
    above(path, crate::settings::FILE)
}

/// The nearest folder, the path itself or above it, in which something has a name.
fn above(path: &Path, name: &str) -> Result<Option<PathBuf>, ExchangeError> {
    let full = resolved(path)?;
    for folder in full.ancestors() {
        match fs::symlink_metadata(folder.join(name)) {
            Ok(_) => return Ok(Some(folder.to_path_buf())),
            Err(error) if is_absence(&error) => {}
            Err(error) => return Err(failed("read", folder, error)),
        }
    }
    Ok(None)
}

/// The path without links, as far as it exists.
fn resolved(path: &Path) -> Result<PathBuf, ExchangeError> {
    let full = std::path::absolute(path).map_err(|error| failed("read", path, error))?;
    for folder in full.ancestors() {
        match fs::canonicalize(folder) {
            Ok(real) => return Ok(real),
            Err(error) if is_absence(&error) => {}
            Err(error) => return Err(failed("read", folder, error)),
        }
    }
    Ok(full)
}

fn is_absence(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

fn failed(verb: &'static str, path: &Path, source: io::Error) -> ExchangeError {
    match source.kind() {
        io::ErrorKind::NotFound => return not_found(path),
        io::ErrorKind::NotADirectory => {
            let is_file = |part: &&Path| fs::metadata(part).is_ok_and(|about| about.is_file());
            let file = path.ancestors().find(is_file);
            return not_a_folder(file.unwrap_or(path));
        }
        _ => {}
    }
    ExchangeError::Io {
        verb,
        path: shown(path),
        source,
    }
}

fn not_a_folder(file: &Path) -> ExchangeError {
    let parent = file
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty());
    ExchangeError::NotAFolder {
        path: shown(file),
        parent: shown(parent.unwrap_or(Path::new("."))),
    }
}

/// The first part of the path that is not there, with the name beside it that is nearest.
fn not_found(path: &Path) -> ExchangeError {
    let missing = path
        .ancestors()
        .filter(|part| !part.as_os_str().is_empty())
        .take_while(|part| fs::symlink_metadata(part).is_err())
        .last()
        .unwrap_or(path);
    ExchangeError::NotFound {
        path: shown(missing),
        nearest: nearest(missing),
    }
}

/// The name in the same folder that differs least, if it differs in at most a third of its letters.
fn nearest(missing: &Path) -> Option<String> {
    let name = missing.file_name()?.to_string_lossy().to_lowercase();
    let parent = missing
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty());
    let siblings = fs::read_dir(parent.unwrap_or(Path::new("."))).ok()?;
    siblings
        .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
        .map(|sibling| {
            (
                strsim::damerau_levenshtein(&name, &sibling.to_lowercase()),
                sibling,
            )
        })
        .filter(|(distance, _)| distance * 3 <= name.chars().count())
        .min()
        .map(|(_, sibling)| shown(&parent.unwrap_or(Path::new("")).join(sibling)))
}

/// A path for messages: with `/`, and without national numbers.
pub(crate) fn shown(path: &Path) -> String {
    let text = path.display().to_string();
    let text = if std::path::MAIN_SEPARATOR == '/' {
        text
    } else {
        text.replace('\\', "/")
    };
    crate::national_id::masked(&text).into_owned()
}
