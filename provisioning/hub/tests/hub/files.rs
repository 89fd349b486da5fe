//! Files: whole, in part, conditional, compressed where due, and none but the repository's.

use crate::{
    fixture::{City, PICTURE_LEN, picture},
    running::{Hub, now},
};
use std::{fs, os::unix::fs::symlink};
use wayside_hub::Limits;
use wayside_repository::Target;

const FOREVER: &str = "public, max-age=31536000, immutable";

async fn city_and_hub() -> (City, Hub) {
    let city = City::new(now());
    city.publish("first", now());
    let hub = Hub::start(city.repository(), Limits::default()).await;
    (city, hub)
}

fn picture_target() -> Target {
    Target::of("plaza.png", &picture("first")).unwrap()
}

#[tokio::test]
async fn metadata_is_tagged_by_its_hash_and_only_the_timestamp_is_asked_again() {
    let (city, hub) = city_and_hub().await;
    for (name, cache) in [
        ("timestamp.json", "no-cache"),
        ("1.root.json", FOREVER),
        ("1.targets.json", FOREVER),
        ("1.snapshot.json", FOREVER),
    ] {
        let bytes = fs::read(city.repository().join("metadata").join(name)).unwrap();
        let path = format!("/metadata/{name}");
        let answer = hub.get(&path, &[]).await;
        let tag = format!("\"{}\"", Target::of(name, &bytes).unwrap().sha256());
        assert_eq!((answer.status, &answer.body), (200, &bytes), "{name}");
        assert_eq!(answer.header("etag"), Some(tag.as_str()), "{name}");
        assert_eq!(answer.header("cache-control"), Some(cache), "{name}");
        assert_eq!(answer.header("content-type"), Some("application/json"), "{name}");
        let again = hub.get(&path, &[("if-none-match", &tag)]).await;
        assert_eq!((again.status, again.body.len()), (304, 0), "{name}");
        assert_eq!(again.header("etag"), Some(tag.as_str()), "{name}");
    }
    let absent = hub.get("/metadata/2.root.json", &[]).await;
    assert_eq!((absent.status, absent.header("cache-control")), (404, Some("no-cache")));

    let before = hub.get("/metadata/timestamp.json", &[]).await;
    city.publish("second", now());
    let after = hub.get("/metadata/timestamp.json", &[("if-none-match", before.header("etag").unwrap())]).await;
    assert_eq!(after.status, 200);
    assert_ne!(after.body, before.body);
}

#[tokio::test]
async fn targets_come_whole_or_in_part() {
    let (_city, hub) = city_and_hub().await;
    let (bytes, target) = (picture("first"), picture_target());
    let path = format!("/{}", target.path());
    let tag = format!("\"{}\"", target.sha256());
    let whole = hub.get(&path, &[]).await;
    assert_eq!((whole.status, &whole.body), (200, &bytes));
    assert_eq!(whole.header("etag"), Some(tag.as_str()));
    assert_eq!(whole.header("cache-control"), Some(FOREVER));
    assert_eq!(whole.header("content-type"), Some("image/png"));
    assert_eq!(whole.header("accept-ranges"), Some("bytes"));
    assert_eq!(whole.header("x-content-type-options"), Some("nosniff"));
    let head = hub.ask("HEAD", &path, &[]).await;
    let len = PICTURE_LEN.to_string();
    assert_eq!((head.status, head.header("content-length"), head.body.len()), (200, Some(len.as_str()), 0));

    let check = async |headers: &[(&str, &str)], status: u16, expect: &[u8], range: Option<&str>| {
        let answer = hub.get(&path, headers).await;
        assert_eq!(answer.status, status, "{headers:?}");
        assert_eq!(answer.body, expect, "{headers:?}");
        assert_eq!(answer.header("content-range"), range, "{headers:?}");
    };
    check(&[("range", "bytes=10-19")], 206, &bytes[10..20], Some("bytes 10-19/600000")).await;
    check(&[("range", "bytes=599990-")], 206, &bytes[599_990..], Some("bytes 599990-599999/600000")).await;
    check(&[("range", "bytes=-5")], 206, &bytes[599_995..], Some("bytes 599995-599999/600000")).await;
    check(&[("range", "bytes=600000-")], 416, b"", Some("bytes */600000")).await;
    check(&[("range", "bytes=10-19"), ("if-range", &tag)], 206, &bytes[10..20], Some("bytes 10-19/600000")).await;
    check(&[("range", "bytes=10-19"), ("if-range", "\"other\"")], 200, &bytes, None).await;
    check(&[("if-none-match", &tag)], 304, b"", None).await;
    check(&[("if-none-match", "\"other\"")], 200, &bytes, None).await;
    check(&[("range", "lines=1-2")], 416, b"", Some("bytes */600000")).await;
}

#[tokio::test]
async fn only_long_json_is_compressed_and_its_tag_says_so() {
    let (city, hub) = city_and_hub().await;
    let places = city.file("targets", ".places.json");
    let places_len = fs::read(&places).unwrap().len();
    let places = format!("/targets/{}", places.file_name().unwrap().to_str().unwrap());
    let offers = city.file("targets", ".offers.json");
    let offers = format!("/targets/{}", offers.file_name().unwrap().to_str().unwrap());
    let picture = format!("/{}", picture_target().path());
    let check = async |path: &str, accept: &str, expect: Option<&str>| {
        let answer = hub.get(path, &[("accept-encoding", accept)]).await;
        assert_eq!((answer.status, answer.header("content-encoding")), (200, expect), "{path} {accept}");
        let tag = answer.header("etag").unwrap().to_owned();
        assert_eq!(tag.starts_with("W/"), expect.is_some(), "{path} {accept}: {tag}");
        let again = hub.get(path, &[("accept-encoding", accept), ("if-none-match", &tag)]).await;
        assert_eq!(again.status, 304, "{path} {accept}");
        answer.body.len()
    };
    assert!(check(&places, "gzip", Some("gzip")).await < places_len / 4);
    assert!(check(&places, "br, gzip", Some("br")).await < places_len / 4);
    assert_eq!(check(&places, "identity", None).await, places_len);
    check(&offers, "gzip", None).await;
    assert_eq!(check(&picture, "gzip, br", None).await, PICTURE_LEN);
    check("/metadata/1.targets.json", "gzip", Some("gzip")).await;

    let part = hub.get(&places, &[("accept-encoding", "gzip"), ("range", "bytes=10-29")]).await;
    assert_eq!((part.status, part.header("content-encoding"), part.body.len()), (206, None, 20));
}

#[tokio::test]
async fn nothing_outside_the_repository_can_be_asked_for() {
    let (city, hub) = city_and_hub().await;
    let secret = city.repository().parent().unwrap().join("secret.json");
    fs::write(&secret, "the secret").unwrap();
    let hash = "0".repeat(64);
    symlink(&secret, city.repository().join("metadata/9.root.json")).unwrap();
    symlink(&secret, city.repository().join(format!("targets/{hash}.secret.json"))).unwrap();
    fs::create_dir(city.repository().join("metadata/8.root.json")).unwrap();
    fs::write(city.repository().join("secret.json"), "the secret").unwrap();
    for path in [
        "/secret.json",
        "/../secret.json",
        "/metadata/../../secret.json",
        "/metadata/..%2f..%2fsecret.json",
        "/metadata/%2e%2e/secret.json",
        "/metadata/..%5c..%5csecret.json",
        "/targets/../metadata/timestamp.json",
        "/targets/%2e%2e%2fmetadata%2ftimestamp.json",
        "/targets//etc/passwd",
        "/metadata/9.root.json",
        "/metadata/8.root.json",
        &format!("/targets/{hash}.secret.json"),
        &format!("/targets/{hash}.%2e%2e%2fsecret.json"),
        "/metadata/1.root.json%00",
        "/metadata/%ff.root.json",
        "/.lock",
        "/metadata",
        "/metadata/",
    ] {
        let answer = hub.ask_raw(path).await;
        let status = answer.split(' ').nth(1).unwrap_or_default();
        assert!(matches!(status, "404" | "400"), "{path}: {answer}");
        assert!(!answer.contains("the secret") && !answer.contains("signatures"), "{path}: {answer}");
    }
    for method in ["POST", "PUT", "DELETE"] {
        assert_eq!(hub.ask(method, "/metadata/timestamp.json", &[]).await.status, 405, "{method}");
    }
}
