//! From a folder on disk to a signed release in one call.

use crate::{Progress, Studio, read_draft, read_folder, time};
use chrono::{DateTime, Utc};
use std::path::Path;
use wayside_model::Problems;
use wayside_repository::{Checked, Keys, Lifetimes, PublishError, Published, publish};

/// Why a folder was not published; the repository still serves what it served before.
#[derive(Debug, thiserror::Error)]
pub enum PublishFolderError {
    /// The folder has errors; warnings are among the problems too.
    #[error("the folder has {} errors: mend them first", .0.count(wayside_model::Severity::Error))]
    Problems(Problems),
    #[error(transparent)]
    Publish(#[from] PublishError),
}

/// Reads, checks, signs and publishes a folder; returns what was done and the warnings.
pub fn publish_folder(
    folder: &Path,
    repository: &Path,
    keys: &Keys,
    studio: &Studio,
    now: DateTime<Utc>,
    lifetimes: &Lifetimes,
    progress: &Progress,
) -> Result<(Published, Problems), PublishFolderError> {
    let files = read_folder(folder).map_err(PublishFolderError::Problems)?;
    let draft = read_draft(&files, studio, time::today_somewhere(now), progress);
    let checked = Checked::new(draft).map_err(PublishFolderError::Problems)?;
    let warnings = checked.warnings().clone();
    Ok((publish(repository, checked, keys, now, lifetimes)?, warnings))
}
