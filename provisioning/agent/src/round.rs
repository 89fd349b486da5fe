//! What a round of the agent means for the screen's note about the hub.

use chrono::{DateTime, TimeDelta, Utc};
use wayside_store::{Contact, SyncStatus};
use wayside_sync::{SyncError, Synced};

/// How often an unchanged status is written, so that polling does not wear out the disk.
const REWRITE_AFTER: TimeDelta = TimeDelta::seconds(30);

/// The status after a sync that began at `began` and ended at `now`.
pub(crate) fn status_after(
    before: &SyncStatus,
    began: DateTime<Utc>,
    now: DateTime<Utc>,
    synced: &Result<Synced, SyncError>,
) -> SyncStatus {
    let is_contact = match synced {
        Ok(_) => true,
        Err(error) => error.is_contact(),
    };
    let mut status = SyncStatus { last_attempt: Some(began), ..*before };
    if is_contact {
        status.contact = Contact::Online;
        status.last_contact = Some(now);
        status.offline_since = None;
    } else {
        status.contact = Contact::Offline;
        status.offline_since = before.offline_since.or(Some(now));
    }
    match synced {
        Ok(synced) => {
            status.last_success = Some(now);
            status.fresh_until = Some(synced.fresh_until);
            status.problem = None;
        }
        Err(error) => status.problem = Some(error.problem()),
    }
    status
}

/// Whether the screen has to know: something other than a moment has changed, or the moments are old.
pub(crate) fn is_news(written: &SyncStatus, status: &SyncStatus) -> bool {
    let facts = |s: &SyncStatus| (s.contact, s.offline_since, s.fresh_until, s.problem);
    facts(written) != facts(status)
        || written.last_attempt.is_none_or(|at| status.last_attempt.is_some_and(|now| now - at >= REWRITE_AFTER))
}

#[cfg(test)]
mod tests {
    use super::*;
    use wayside_repository::ClientError;
    use wayside_store::{StoreError, SyncProblem};
    use wayside_sync::{Downloaded, Outcome};

    fn at(seconds: i64) -> DateTime<Utc> {
        "2026-11-22T18:00:00Z".parse::<DateTime<Utc>>().unwrap() + TimeDelta::seconds(seconds)
    }

    fn success() -> Synced {
        let outcome = Outcome::UpToDate { version: 1 };
        Synced { outcome, fresh_until: at(1000), downloaded: Downloaded::default() }
    }

    fn unreachable() -> Result<Synced, SyncError> {
        Err(ClientError::Unreachable { file: "timestamp.json".to_owned(), reason: "refused".to_owned() }.into())
    }

    fn altered() -> Result<Synced, SyncError> {
        let wrong = StoreError::WrongHash { target: "a".to_owned(), expected: "b".to_owned(), found: "c".to_owned() };
        Err(wrong.into())
    }

    #[test]
    fn the_status_follows_the_rounds() {
        let check = |rounds: &[Result<Synced, SyncError>], expect: (Contact, Option<i64>, Option<SyncProblem>)| {
            let mut status = SyncStatus::default();
            for (round, synced) in rounds.iter().enumerate() {
                let now = at(i64::try_from(round).unwrap());
                status = status_after(&status, now, now, synced);
            }
            let offline_since = status.offline_since.map(|since| (since - at(0)).num_seconds());
            assert_eq!((status.contact, offline_since, status.problem), expect);
        };
        check(&[], (Contact::Never, None, None));
        check(&[Ok(success())], (Contact::Online, None, None));
        check(
            &[Ok(success()), unreachable(), unreachable()],
            (Contact::Offline, Some(1), Some(SyncProblem::Unreachable)),
        );
        check(&[unreachable(), Ok(success())], (Contact::Online, None, None));
        check(&[unreachable(), altered()], (Contact::Online, None, Some(SyncProblem::Refused)));
    }

    #[test]
    fn an_unchanged_status_is_written_only_now_and_then() {
        let written = status_after(&SyncStatus::default(), at(0), at(0), &Ok(success()));
        assert!(is_news(&SyncStatus::default(), &written));
        let check = |seconds: i64, synced: &Result<Synced, SyncError>, expect: bool| {
            let status = status_after(&written, at(seconds), at(seconds), synced);
            assert_eq!(is_news(&written, &status), expect, "{seconds} s");
        };
        check(1, &Ok(success()), false);
        check(30, &Ok(success()), true);
        check(1, &unreachable(), true);
        check(1, &altered(), true);
    }
}
