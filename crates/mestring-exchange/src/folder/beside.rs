//! What lies in a pack's folder and has nearly the name of one of its files.

use std::fs;
use std::path::Path;

use mestring_model::pack_file::right;

use super::{Kind, failed, kind};
use crate::ExchangeError;

/// The names in a pack's folder that hold the name of a file of a pack without being one, such as
/// `rule.rhai.txt`; those of folders end in `/`. In no order.
pub(super) fn beside(folder: &Path) -> Result<Vec<String>, ExchangeError> {
    let list = |error| failed("list", folder, error);
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(list)? {
        let entry = entry.map_err(list)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let skipped = name.starts_with('.') || name.starts_with("~$");
        let lower = name.to_lowercase();
        let holds_one = [".rhai", ".test.toml"]
            .iter()
            .any(|own| lower.contains(own));
        if skipped || !(holds_one || right(&name).is_some()) {
            continue;
        }
        match kind(&entry.path()) {
            Ok(Kind::Folder) => names.push(format!("{name}/")),
            Ok(Kind::File) if !super::is_of_pack(&name) => names.push(name),
            _ => {}
        }
    }
    Ok(names)
}
