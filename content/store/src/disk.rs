//! Changes to folders that outlive a power cut.

use crate::StoreError;
use std::{
    fs::{self, File},
    path::Path,
};

/// Makes a folder, and its name durable.
pub(crate) fn make_dir(path: &Path) -> Result<(), StoreError> {
    if path.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(path).map_err(|e| StoreError::io(path, e))?;
    path.parent().map_or(Ok(()), sync_dir)
}

/// Writes a folder's entries to the disk.
pub(crate) fn sync_dir(path: &Path) -> Result<(), StoreError> {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    File::open(path).and_then(|dir| dir.sync_all()).map_err(|e| StoreError::io(path, e))
}

/// Removes a file; one that is gone already is fine.
pub(crate) fn remove_file(path: &Path) -> Result<(), StoreError> {
    match fs::remove_file(path) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(StoreError::io(path, e)),
        _ => Ok(()),
    }
}

/// Lists the names in a folder; a folder that does not exist has none.
pub(crate) fn names(path: &Path) -> Result<Vec<String>, StoreError> {
    let entries = match fs::read_dir(path) {
        Ok(entries) => entries,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(e) => return Err(StoreError::io(path, e)),
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|e| StoreError::io(path, e))?;
        // A name that is not UTF-8 is nothing that this program wrote.
        names.extend(entry.file_name().into_string());
    }
    names.sort();
    Ok(names)
}
