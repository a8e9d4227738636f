//! Making a folder with files in it.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use super::{failed, shown, write_file};
use crate::error::ExchangeError;

/// Makes a folder with files, which are named by their paths relative to it (`rules/x/pack.toml`).
/// The folder must not be there yet, or be empty; the folders above it are made.
///
/// ```
/// use std::collections::BTreeMap;
/// use mestring_exchange::folder::{create, file_names};
///
/// let folder = std::env::temp_dir().join(format!("mestring-create-{}", std::process::id()));
/// let files = BTreeMap::from([("rom.csv".to_owned(), b"id;navn\n".to_vec())]);
/// create(&folder, &files)?;
/// assert_eq!(file_names(&folder)?, ["rom.csv"]);
/// assert!(create(&folder, &files).is_err(), "what is there is never written over");
/// # std::fs::remove_dir_all(&folder).ok();
/// # Ok::<(), mestring_exchange::ExchangeError>(())
/// ```
///
/// # Errors
/// [`ExchangeError::Io`], also where something is in the folder already.
pub fn create(folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), ExchangeError> {
    if !is_free(folder)? {
        return Err(ExchangeError::Io {
            verb: "make",
            path: shown(folder),
            source: io::Error::from(io::ErrorKind::AlreadyExists),
        });
    }
    fs::create_dir_all(folder).map_err(|error| failed("make", folder, error))?;
    for (name, bytes) in files {
        let path = folder.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(|error| failed("make", parent, error))?;
        }
        write_file(&path, bytes)?;
    }
    Ok(())
}

/// True where nothing stands at a path, or an empty folder.
///
/// # Errors
/// [`ExchangeError::Io`] where the path cannot be looked at.
pub fn is_free(path: &Path) -> Result<bool, ExchangeError> {
    match fs::symlink_metadata(path) {
        Err(error) if super::is_absence(&error) => Ok(true),
        Err(error) => Err(failed("read", path, error)),
        Ok(own) if own.is_dir() => {
            // A folder of folders is not empty either, though it lists no files.
            let mut inside = fs::read_dir(path).map_err(|error| failed("list", path, error))?;
            Ok(inside.next().is_none())
        }
        Ok(_) => Ok(false),
    }
}
