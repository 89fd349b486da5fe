//! The four roles that sign.

use std::fmt;

/// A role of The Update Framework; each has a key of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Says whose keys count; kept offline.
    Root,
    /// Says which files belong to the release.
    Targets,
    /// Says which list of files is the current one.
    Snapshot,
    /// Says that all of this is still current; signed again every few days.
    Timestamp,
}

impl Role {
    pub const ALL: &[Self] = &[Self::Root, Self::Targets, Self::Snapshot, Self::Timestamp];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Root => "root",
            Self::Targets => "targets",
            Self::Snapshot => "snapshot",
            Self::Timestamp => "timestamp",
        }
    }

    /// Name of the role's metadata file at this version; the timestamp alone has no version in its name.
    pub(crate) fn file_name(self, version: u64) -> String {
        match self {
            Self::Timestamp => "timestamp.json".to_owned(),
            _ => format!("{version}.{}.json", self.name()),
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
