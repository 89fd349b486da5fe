//! Durable writes and bounded reads.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// Beginning of the names of files that are still being written; no reader takes such a file for a finished one.
pub(crate) const UNFINISHED: &str = ".new-";

/// A file or folder that could not be read or written.
#[derive(Debug, thiserror::Error)]
#[error("cannot {verb} `{}`: {source}", path.display())]
pub struct DiskError {
    pub verb: &'static str,
    pub path: PathBuf,
    pub source: io::Error,
}

impl DiskError {
    pub(crate) fn at(verb: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self { verb, path, source }
    }
}

/// Writes a file whole: a reader and a power cut find the old file or the new one, never a part.
///
/// The name becomes durable with the next [`sync_folder`] on the file's folder.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    let unfinished = unfinished_path(path);
    let mut file = File::create(&unfinished).map_err(DiskError::at("create", &unfinished))?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if let Err(source) = written {
        // The write failed already; what matters to the caller is that failure.
        let _ = fs::remove_file(&unfinished);
        return Err(DiskError::at("write", &unfinished)(source));
    }
    fs::rename(&unfinished, path).map_err(DiskError::at("replace", path))
}

/// Path of the file that becomes `path` once it is complete.
pub(crate) fn unfinished_path(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{UNFINISHED}{name}"))
}

/// Makes the names in a folder durable.
pub(crate) fn sync_folder(path: &Path) -> Result<(), DiskError> {
    File::open(path).and_then(|folder| folder.sync_all()).map_err(DiskError::at("sync", path))
}

/// Creates a folder and its parents and makes their names durable.
pub(crate) fn create_folder(path: &Path) -> Result<(), DiskError> {
    if path.is_dir() {
        return Ok(());
    }
    if let Some(parent) = path.parent().filter(|p| !p.as_os_str().is_empty()) {
        create_folder(parent)?;
    }
    match fs::create_dir(path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(DiskError::at("create", path)(error)),
        _ => match path.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => sync_folder(parent),
            _ => Ok(()),
        },
    }
}

/// Removes what interrupted writes left in a folder.
pub(crate) fn remove_unfinished(folder: &Path) -> Result<(), DiskError> {
    for name in names(folder)? {
        if name.starts_with(UNFINISHED) {
            let path = folder.join(name);
            fs::remove_file(&path).map_err(DiskError::at("remove", &path))?;
        }
    }
    Ok(())
}

/// Returns the names in a folder that are text, in order.
pub(crate) fn names(folder: &Path) -> Result<Vec<String>, DiskError> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(DiskError::at("list", folder))? {
        let entry = entry.map_err(DiskError::at("list", folder))?;
        if let Ok(name) = entry.file_name().into_string() {
            names.push(name);
        }
    }
    names.sort_unstable();
    Ok(names)
}

/// What a bounded read found.
pub(crate) enum Bounded {
    Missing,
    TooLarge,
    Bytes(Vec<u8>),
}

/// Reads a regular file of at most `max_len` bytes.
pub(crate) fn read_bounded(path: &Path, max_len: u64) -> Result<Bounded, DiskError> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Bounded::Missing),
        Err(error) => return Err(DiskError::at("read", path)(error)),
    };
    let mut bytes = Vec::new();
    file.take(max_len.saturating_add(1)).read_to_end(&mut bytes).map_err(DiskError::at("read", path))?;
    Ok(if bytes.len() as u64 > max_len { Bounded::TooLarge } else { Bounded::Bytes(bytes) })
}

/// One step of a publication; steps are planned first and then performed in order.
#[derive(Debug)]
pub(crate) enum Step {
    /// Writes a file whole.
    Write { path: PathBuf, bytes: Vec<u8> },
    /// Makes the names written so far durable before anything that refers to them is written.
    SyncFolder(PathBuf),
    /// Removes a file that nothing refers to any more.
    Remove(PathBuf),
}

impl Step {
    pub(crate) fn perform(&self) -> Result<(), DiskError> {
        match self {
            Self::Write { path, bytes } => write_whole(path, bytes),
            Self::SyncFolder(path) => sync_folder(path),
            Self::Remove(path) => match fs::remove_file(path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => Err(DiskError::at("remove", path)(error)),
                _ => Ok(()),
            },
        }
    }
}
