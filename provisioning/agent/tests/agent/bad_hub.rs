//! Hubs that break off, never end, drip or answer nonsense: bounded, refused, resumed.

use crate::{
    bench::{Kiosk, LONG, now, start_agent},
    fixture::{City, PICTURE_LEN},
    slow_line::{Fault, MOVED, SlowLine},
};
use std::time::{Duration, Instant};
use wayside_agent::{AgentError, Config, Patience, run};
use wayside_store::SyncProblem;

/// Asks once with little patience.
async fn ask(kiosk: &Kiosk, line: &SlowLine) -> Result<(), AgentError> {
    let patience = Patience {
        connect: Duration::from_secs(5),
        byte: Duration::from_millis(400),
        answer: Duration::from_millis(800),
        min_bytes_per_sec: u64::MAX,
    };
    let config = Config { once: true, patience, ..kiosk.config(&line.address) };
    run(config, std::future::pending()).await
}

/// A kiosk with a first release on its screen, and a second one behind a line.
async fn bench() -> (City, Kiosk, SlowLine) {
    let city = City::new(now());
    city.publish("first", now());
    let line = SlowLine::start(&city).await;
    let kiosk = Kiosk::new(&city);
    kiosk.ask(&line.address).await.unwrap();
    city.publish("second", now());
    line.take_asked("");
    (city, kiosk, line)
}

#[tokio::test]
async fn a_bad_line_leaves_the_old_release_and_a_mended_one_brings_the_new() {
    use Fault::{CutAfter, Dripping, Endless, Silent, Status, Unanswered};
    let faults = [
        ("timestamp.json", Endless, SyncProblem::Refused),
        ("timestamp.json", Dripping, SyncProblem::Unreachable),
        ("timestamp.json", Silent, SyncProblem::Unreachable),
        ("timestamp.json", Unanswered, SyncProblem::Unreachable),
        ("timestamp.json", CutAfter(10), SyncProblem::Unreachable),
        ("timestamp.json", Status(503), SyncProblem::Unreachable),
        (".targets.json", Endless, SyncProblem::Refused),
        ("plaza.png", Endless, SyncProblem::Refused),
        ("plaza.png", Dripping, SyncProblem::Unreachable),
        ("plaza.png", Silent, SyncProblem::Unreachable),
        ("plaza.png", Unanswered, SyncProblem::Unreachable),
        ("plaza.png", CutAfter(1000), SyncProblem::Unreachable),
        ("plaza.png", Status(500), SyncProblem::Unreachable),
    ];
    for (end, fault, problem) in faults {
        let (_city, kiosk, line) = bench().await;
        line.break_for(end, fault);
        let began = Instant::now();
        let failed = ask(&kiosk, &line).await;
        assert!(matches!(failed, Err(AgentError::Sync(_))), "{end} {fault:?}: {failed:?}");
        assert!(began.elapsed() < Duration::from_secs(10), "{end} {fault:?} took {:?}", began.elapsed());
        assert_eq!(kiosk.status().problem, Some(problem), "{end} {fault:?}: {failed:?}");
        assert_eq!(kiosk.shown().as_deref(), Some("first"), "{end} {fault:?}");
        line.mend();
        kiosk.ask(&line.address).await.unwrap();
        assert_eq!(kiosk.shown().as_deref(), Some("second"), "{end} {fault:?}");
    }
}

/// The parts of the picture that the kiosk asks for after a cut at 200,000 bytes, with this fault in the second go.
async fn check_resume(second: Option<Fault>, expect: &[Option<&str>]) {
    let (_city, kiosk, line) = bench().await;
    line.break_for("plaza.png", Fault::CutAfter(200_000));
    ask(&kiosk, &line).await.unwrap_err();
    match second {
        Some(fault) => line.break_for("plaza.png", fault),
        None => line.mend(),
    }
    // Where the second go fails, the third must do.
    if kiosk.ask(&line.address).await.is_err() {
        line.mend();
        kiosk.ask(&line.address).await.unwrap();
    }
    let asked = line.take_asked("plaza.png");
    let ranges: Vec<Option<&str>> = asked.iter().map(|asked| asked.range.as_deref()).collect();
    assert_eq!(ranges, expect, "{second:?}");
    assert_eq!(kiosk.shown().as_deref(), Some("second"), "{second:?}");
}

#[tokio::test]
async fn a_cut_download_goes_on_where_it_was_cut() {
    check_resume(None, &[None, Some("bytes=200000-")]).await;
    check_resume(Some(Fault::WholeOnly), &[None, Some("bytes=200000-")]).await;
    check_resume(Some(Fault::OtherPart), &[None, Some("bytes=200000-"), None]).await;
    check_resume(Some(Fault::Status(416)), &[None, Some("bytes=200000-"), None]).await;
    check_resume(Some(Fault::CutAfter(300_000)), &[None, Some("bytes=200000-"), Some("bytes=500000-")]).await;
    const { assert!(PICTURE_LEN > 500_000) }
}

#[tokio::test]
async fn a_question_without_news_is_a_few_bytes() {
    let city = City::new(now());
    city.publish("first", now());
    let line = SlowLine::start(&city).await;
    let kiosk = Kiosk::new(&city);
    let agent = start_agent(kiosk.config(&line.address));
    kiosk.wait_for("first").await;
    let began = Instant::now();
    let conditional = loop {
        assert!(began.elapsed() < LONG, "the agent asks no more");
        let asked = line.take_asked("timestamp.json");
        if let Some(asked) = asked.into_iter().find(|asked| asked.if_none_match.is_some()) {
            break asked;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    };
    assert_eq!(conditional.status, 304);
    agent.stop().await.unwrap();
}

#[tokio::test]
async fn a_redirect_to_another_scheme_or_host_says_both_addresses_and_what_to_do() {
    let check = async |end: &'static str, to: &'static str| {
        let (_city, kiosk, line) = bench().await;
        line.break_for(end, Fault::Redirect(to));
        let error = ask(&kiosk, &line).await.unwrap_err().to_string();
        for said in [&format!("`{}/", line.address), &format!("`{to}/"), "--hub", &format!("such as `{to}`")] {
            assert!(error.contains(said), "{end} to {to}, `{said}`: {error}");
        }
        assert_eq!(kiosk.status().problem, Some(SyncProblem::Unreachable), "{end} to {to}");
        assert_eq!(kiosk.shown().as_deref(), Some("first"), "{end} to {to}");
    };
    check("timestamp.json", "https://127.0.0.1:9").await;
    check("timestamp.json", "http://localhost:9").await;
    check("plaza.png", "https://127.0.0.1:9").await;
}

#[tokio::test]
async fn a_redirect_within_the_hub_is_followed() {
    for end in ["timestamp.json", "plaza.png"] {
        let (_city, kiosk, line) = bench().await;
        line.break_for(end, Fault::Redirect(MOVED));
        kiosk.ask(&line.address).await.unwrap();
        assert_eq!(kiosk.shown().as_deref(), Some("second"), "{end}");
        assert!(line.take_asked(end).iter().any(|asked| asked.path.starts_with(MOVED)), "{end}");
    }
}
