//! Share of voice.

use crate::city::{at, campaign, city, kiosk, names};
use std::collections::BTreeMap;
use wayside_model::Layer;
use wayside_schedule::{Reason, now_playing};

const NOON: &str = "2026-07-14T12:00:00-07:00";

/// A campaign's share, where it has one, and the lengths of its items in seconds.
type Sold<'a> = (Option<u8>, &'a [u32]);

/// Checks what each campaign has of the loop, and the base or its stand-in, in percent to one decimal.
fn check(base: &[u32], sold: &[Sold], expect: &[f64], expect_base: f64) {
    let mut release = city();
    if !base.is_empty() {
        campaign(&mut release, "everyday", Layer::Base, base);
    }
    for (n, (share, seconds)) in sold.iter().enumerate() {
        campaign(&mut release, &format!("sold-{n}"), Layer::Campaign, seconds).share_percent = *share;
    }
    let program = now_playing(&release, &kiosk(), at(NOON));
    let has: Vec<f64> = (0..sold.len())
        .map(|n| program.share_percent(|s| s.campaign.as_ref().is_some_and(|c| c.as_str() == format!("sold-{n}"))))
        .collect();
    let base = program.share_percent(|s| matches!(s.reason, Reason::Base | Reason::Fallback));
    let close = |a: f64, b: f64| (a - b).abs() <= 0.5;
    assert!(has.iter().zip(expect).all(|(a, b)| close(*a, *b)), "{sold:?}: {has:?}, not {expect:?}");
    assert!(close(base, expect_base), "{sold:?}: the base has {base}, not {expect_base}");
}

#[test]
fn each_campaign_has_its_share_of_time_and_the_base_the_rest() {
    check(&[10, 10, 10], &[(Some(25), &[10])], &[25.0], 75.0);
    check(&[10, 10, 10], &[(Some(10), &[10])], &[10.0], 90.0);
    // By time, not by count: a long item plays seldom.
    check(&[8; 20], &[(Some(20), &[30])], &[20.0], 80.0);
    check(&[60, 45], &[(Some(33), &[6, 7]), (Some(7), &[15])], &[33.0, 7.0], 60.0);
    check(&[10; 12], &[(Some(1), &[20])], &[1.0], 99.0);
    check(&[10], &[(Some(50), &[10; 30]), (Some(50), &[10])], &[50.0, 50.0], 0.0);
    // Without a share: an even part of what is left, beside the base.
    check(&[10], &[(None, &[10])], &[50.0], 50.0);
    check(&[10], &[(Some(40), &[10]), (None, &[10]), (None, &[15])], &[40.0, 20.0, 20.0], 20.0);
    check(&[10], &[(Some(100), &[10]), (None, &[10])], &[100.0, 0.0], 0.0);
    // Sold more than once over: scaled down.
    check(&[10], &[(Some(100), &[10]), (Some(60), &[10])], &[62.5, 37.5], 0.0);
    check(&[10], &[(Some(0), &[10])], &[0.0], 100.0);
    // No base: the fallback takes the rest, and what was sold stays what was sold.
    check(&[], &[(Some(20), &[10])], &[20.0], 80.0);
}

#[test]
fn turns_are_spread_evenly() {
    let mut release = city();
    campaign(&mut release, "a", Layer::Base, &[10, 10, 10]);
    campaign(&mut release, "s", Layer::Campaign, &[10]).share_percent = Some(25);
    assert_eq!(names(&now_playing(&release, &kiosk(), at(NOON))), ["a-1", "s-1", "a-2", "a-3"]);
}

#[test]
fn every_item_of_every_playlist_is_in_the_loop() {
    let mut release = city();
    campaign(&mut release, "everyday", Layer::Base, &[9; 20]);
    campaign(&mut release, "sold", Layer::Campaign, &[8; 7]).share_percent = Some(5);
    let names = names(&now_playing(&release, &kiosk(), at(NOON)));
    for (id, items) in [("everyday", 20), ("sold", 7)] {
        for n in 1..=items {
            assert!(names.contains(&format!("{id}-{n}")), "{id}-{n}");
        }
    }
}

/// A small generator, so that the many releases below are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below
    }
}

#[test]
fn shares_hold_to_within_one_item_at_every_moment_of_many_loops() {
    let mut dice = Dice(2028);
    for case in 0..300 {
        let mut release = city();
        let lengths = |dice: &mut Dice| -> Vec<u32> {
            (0..=dice.roll(12)).map(|_| 3 + u32::try_from(dice.roll(40)).unwrap()).collect()
        };
        let base = lengths(&mut dice);
        campaign(&mut release, "everyday", Layer::Base, &base);
        let mut rest: u64 = 100;
        let mut due = BTreeMap::new();
        for n in 0..=dice.roll(4) {
            let share = 1 + dice.roll(rest.div_ceil(2).min(60));
            rest -= share;
            let id = format!("sold-{n}");
            let seconds = lengths(&mut dice);
            campaign(&mut release, &id, Layer::Campaign, &seconds).share_percent = Some(u8::try_from(share).unwrap());
            due.insert(id, share);
        }
        due.insert("everyday".to_owned(), rest);
        let program = now_playing(&release, &kiosk(), at(NOON));
        let longest = program.slots.iter().map(|s| u64::from(s.seconds)).max().unwrap();
        let (mut played, mut total): (BTreeMap<&str, u64>, u64) = (BTreeMap::new(), 0);
        for slot in &program.slots {
            *played.entry(slot.campaign.as_ref().unwrap().as_str()).or_default() += u64::from(slot.seconds);
            total += u64::from(slot.seconds);
            for (id, share) in &due {
                // In hundredths of a second, to stay in whole numbers.
                let (has, owed) = (played.get(id.as_str()).copied().unwrap_or(0) * 100, share * total);
                assert!(has.abs_diff(owed) <= longest * 100, "case {case}: {id} has {has} of {owed} after {total} s");
            }
        }
        for (id, share) in &due {
            let has = program.share_percent(|s| s.campaign.as_ref().is_some_and(|c| c.as_str() == id));
            assert!((has - *share as f64).abs() <= 0.5, "case {case}: {id} has {has} %, due {share} %");
        }
    }
}
