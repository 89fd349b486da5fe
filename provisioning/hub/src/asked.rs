//! Which kiosks have asked for content, as they themselves say; in memory only.

use axum::http::{HeaderMap, header};
use chrono::{DateTime, Utc};
use serde::Serialize;
use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};
use wayside_model::KioskId;

/// How many kiosks are remembered; the one that has not asked for longest makes room.
pub const MAX_KIOSKS: usize = 10_000;

/// Longest name of an agent in bytes.
const MAX_AGENT_LEN: usize = 80;

/// One kiosk's last request for what is new.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Asked {
    pub kiosk: String,
    pub at: DateTime<Utc>,
    /// The release on its screen; none while its store is empty.
    pub release: Option<u64>,
    /// The program that asked.
    pub agent: String,
}

/// The kiosks that have asked since the hub started.
#[derive(Debug, Default)]
pub struct AskedKiosks(Mutex<BTreeMap<KioskId, Asked>>);

impl AskedKiosks {
    /// Remembers a request, if its headers name a kiosk.
    pub fn note(&self, headers: &HeaderMap, now: DateTime<Utc>) {
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
        let Some(kiosk) = text(crate::KIOSK_HEADER).and_then(|id| KioskId::new(id).ok()) else { return };
        let asked = Asked {
            kiosk: kiosk.to_string(),
            at: now,
            release: text(crate::RELEASE_HEADER).and_then(|release| release.parse().ok()),
            agent: text(header::USER_AGENT.as_str()).unwrap_or_default().chars().take(MAX_AGENT_LEN).collect(),
        };
        let mut kiosks = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kiosks.len() >= MAX_KIOSKS && !kiosks.contains_key(&kiosk) {
            let oldest = kiosks.iter().min_by_key(|(_, asked)| asked.at).map(|(id, _)| id.clone());
            oldest.map(|id| kiosks.remove(&id));
        }
        kiosks.insert(kiosk, asked);
    }

    /// Lists them, the latest first.
    pub fn list(&self) -> Vec<Asked> {
        let mut list: Vec<Asked> = self.0.lock().unwrap_or_else(PoisonError::into_inner).values().cloned().collect();
        list.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| a.kiosk.cmp(&b.kiosk)));
        list
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    fn now() -> DateTime<Utc> {
        "2026-11-22T18:00:00Z".parse().unwrap()
    }

    fn headers(kiosk: &str, release: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(crate::KIOSK_HEADER, kiosk.parse().unwrap());
        headers.insert(crate::RELEASE_HEADER, release.parse().unwrap());
        headers.insert(header::USER_AGENT, "wayside-agent/0.1".parse().unwrap());
        headers
    }

    #[test]
    fn a_kiosk_is_remembered_by_its_name() {
        let check = |kiosk: &str, release: &str, expect: Option<Option<u64>>| {
            let asked = AskedKiosks::default();
            asked.note(&headers(kiosk, release), now());
            assert_eq!(asked.list().first().map(|a| a.release), expect, "{kiosk} {release}");
        };
        check("union-station", "7", Some(Some(7)));
        check("union-station", "none", Some(None));
        check("<script>", "7", None);
        check(&"x".repeat(500), "7", None);
    }

    #[test]
    fn the_kiosk_that_has_not_asked_for_longest_makes_room() {
        let asked = AskedKiosks::default();
        for n in 0..=MAX_KIOSKS {
            asked.note(&headers(&format!("kiosk-{n}"), "1"), now() + TimeDelta::seconds(i64::try_from(n).unwrap()));
        }
        let list = asked.list();
        assert_eq!(list.len(), MAX_KIOSKS);
        assert_eq!(list[0].kiosk, format!("kiosk-{MAX_KIOSKS}"));
        assert_eq!(list.last().unwrap().kiosk, "kiosk-1");
    }
}
