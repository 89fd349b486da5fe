//! What the agent last heard from the hub, for the screen's stale and offline notes.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, params};

/// Declares a closed set with the name under which each is stored.
macro_rules! stored {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident $tag:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),* }

        impl $name {
            pub const fn tag(self) -> &'static str {
                match self { $(Self::$variant => $tag),* }
            }

            fn from_tag(tag: &str) -> Option<Self> {
                match tag { $($tag => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

stored! {
    /// Whether the hub answers.
    Contact {
        /// No sync has been tried yet.
        Never "never",
        Online "online",
        Offline "offline",
    }
}

stored! {
    /// Why the last sync brought nothing, where it failed.
    SyncProblem {
        /// The hub cannot be reached or breaks off.
        Unreachable "unreachable",
        /// What came is not what the city signed: altered, expired or rolled back.
        Refused "refused",
        /// The signed release is not one that this software can show.
        Unusable "unusable",
        /// The disk is full or fails.
        Storage "storage",
    }
}

/// What the agent knows of its hub; the agent writes it, the screen reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SyncStatus {
    pub contact: Contact,
    /// When the last sync began.
    pub last_attempt: Option<DateTime<Utc>>,
    /// When the hub last answered, with whatever.
    pub last_contact: Option<DateTime<Utc>>,
    /// When the active release was last confirmed to be the city's newest.
    pub last_success: Option<DateTime<Utc>>,
    /// Since when the hub has not answered; none while it does.
    pub offline_since: Option<DateTime<Utc>>,
    /// Until when the city's signature vouches that the active release is the newest.
    pub fresh_until: Option<DateTime<Utc>>,
    pub problem: Option<SyncProblem>,
}

impl Default for SyncStatus {
    fn default() -> Self {
        Self {
            contact: Contact::Never,
            last_attempt: None,
            last_contact: None,
            last_success: None,
            offline_since: None,
            fresh_until: None,
            problem: None,
        }
    }
}

impl SyncStatus {
    /// Since when the content can no longer be called current, if it cannot; it holds even when the agent is dead.
    pub fn stale_since(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.fresh_until.filter(|until| *until < now)
    }
}

pub(crate) fn write(connection: &Connection, status: &SyncStatus) -> rusqlite::Result<()> {
    let ms = |at: Option<DateTime<Utc>>| at.map(|at| at.timestamp_millis());
    connection.execute(
        "INSERT OR REPLACE INTO sync_status
         (id, contact, last_attempt_ms, last_contact_ms, last_success_ms, offline_since_ms, fresh_until_ms, problem)
         VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            status.contact.tag(),
            ms(status.last_attempt),
            ms(status.last_contact),
            ms(status.last_success),
            ms(status.offline_since),
            ms(status.fresh_until),
            status.problem.map(SyncProblem::tag),
        ],
    )?;
    Ok(())
}

pub(crate) fn read(connection: &Connection) -> rusqlite::Result<SyncStatus> {
    let at = |ms: Option<i64>| ms.and_then(DateTime::from_timestamp_millis);
    let status = connection
        .query_row(
            "SELECT contact, last_attempt_ms, last_contact_ms, last_success_ms, offline_since_ms, fresh_until_ms,
             problem FROM sync_status WHERE id = 1",
            [],
            |row| {
                Ok(SyncStatus {
                    contact: Contact::from_tag(&row.get::<_, String>(0)?).unwrap_or(Contact::Never),
                    last_attempt: at(row.get(1)?),
                    last_contact: at(row.get(2)?),
                    last_success: at(row.get(3)?),
                    offline_since: at(row.get(4)?),
                    fresh_until: at(row.get(5)?),
                    problem: row.get::<_, Option<String>>(6)?.as_deref().and_then(SyncProblem::from_tag),
                })
            },
        )
        .optional()?;
    Ok(status.unwrap_or_default())
}
