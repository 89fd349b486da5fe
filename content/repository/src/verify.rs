//! Checking a whole repository in a folder, as a kiosk would and then every file.

use crate::{Client, ClientError, Downloaded, FolderTransport, TargetError, Verified};
use chrono::{DateTime, Utc};
use std::path::Path;

/// What a repository in a folder holds, and what is wrong with its files.
#[derive(Debug)]
pub struct FolderReport {
    pub verified: Verified,
    /// Bytes of all files together.
    pub len: u64,
    /// Every file that is not the one that was signed.
    pub wrong: Vec<TargetError>,
}

/// Checks the metadata of a repository in a folder as a kiosk that trusts `root_json` would, then every file;
/// calls `progress` after each file with the number of bytes checked.
pub async fn verify_folder(
    folder: &Path,
    root_json: &[u8],
    now: DateTime<Utc>,
    mut progress: impl FnMut(u64),
) -> Result<FolderReport, ClientError> {
    let mut client = Client::forgetful(root_json, FolderTransport::new(folder))?;
    let verified = client.refresh(now).await?;
    let (mut len, mut wrong) = (0, Vec::new());
    for target in verified.targets() {
        if let Err(error) = Downloaded::new(target, folder.join(target.path())).verify() {
            wrong.push(error);
        }
        len += target.len();
        progress(len);
    }
    Ok(FolderReport { verified, len, wrong })
}
