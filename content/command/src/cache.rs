//! Remembers prepared pictures on disk, so that an edited title does not draw all pictures again.

use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use wayside_model::source::PreparedPicture;

/// Counts up whenever pictures come out differently: another encoder, another version of the drawing library,
/// another rule of what may be drawn.
const GENERATION: &str = "wayside pictures 2";

/// How long a picture that nobody asks for stays.
const UNUSED_FOR: Duration = Duration::from_hours(60 * 24);

/// Largest remembered picture in bytes.
const MAX_LEN: u64 = 256 * 1024 * 1024;

/// What a prepared picture is made of: bytes, extension and size.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PictureKey(String);

impl PictureKey {
    pub fn of(bytes: &[u8], extension: &str, (width_px, height_px): (u32, u32)) -> Self {
        let mut hasher = Sha256::new();
        hasher.update(format!("{GENERATION}\n{extension}\n{width_px}x{height_px}\n"));
        hasher.update(bytes);
        Self(hex::encode(hasher.finalize()))
    }
}

/// A folder of prepared pictures.
///
/// It only saves time: what cannot be read counts as absent, and what cannot be written is drawn again next time.
#[derive(Debug, Clone)]
pub struct PictureCache {
    folder: PathBuf,
}

impl PictureCache {
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// The folder for caches of the person who runs this, where the system names one.
    pub fn of_user() -> Option<Self> {
        let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let caches = set("XDG_CACHE_HOME").filter(|p| p.is_absolute()).or_else(|| Some(set("HOME")?.join(".cache")))?;
        Some(Self::new(caches.join("wayside").join("pictures")))
    }

    /// Returns a remembered picture that is as it was written.
    pub fn get(&self, key: &PictureKey) -> Option<PreparedPicture> {
        let path = self.folder.join(&key.0);
        let mut file = File::open(&path).ok()?;
        let mut bytes = Vec::new();
        (&mut file).take(MAX_LEN).read_to_end(&mut bytes).ok()?;
        let picture = read_entry(bytes)?;
        // Marks it as used; without the right to do so it is merely drawn again one day.
        let _ = file.set_modified(SystemTime::now());
        Some(picture)
    }

    /// Remembers a picture.
    pub fn put(&self, key: &PictureKey, picture: &PreparedPicture) {
        let write = || -> std::io::Result<()> {
            fs::create_dir_all(&self.folder)?;
            let mut file = tempfile::NamedTempFile::new_in(&self.folder)?;
            file.write_all(&write_entry(picture))?;
            file.persist(self.folder.join(&key.0))?;
            Ok(())
        };
        // A full disk must not stop a publication that does not need the cache.
        let _ = write();
    }

    /// Removes what nobody has asked for in a long time.
    pub fn prune(&self, now: SystemTime) {
        let Ok(entries) = fs::read_dir(&self.folder) else { return };
        for entry in entries.flatten() {
            if is_unused(&entry.path(), now) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

fn is_unused(path: &Path, now: SystemTime) -> bool {
    fs::metadata(path)
        .and_then(|facts| facts.modified())
        .is_ok_and(|used| now.duration_since(used).is_ok_and(|age| age > UNUSED_FOR))
}

/// Writes a checksum, a line of facts and the picture.
fn write_entry(picture: &PreparedPicture) -> Vec<u8> {
    let mut rest = format!("{} {} {}\n", picture.extension, picture.width_px, picture.height_px).into_bytes();
    rest.extend_from_slice(&picture.bytes);
    let mut entry = Sha256::digest(&rest).to_vec();
    entry.append(&mut rest);
    entry
}

fn read_entry(mut entry: Vec<u8>) -> Option<PreparedPicture> {
    let (checksum, rest) = entry.split_at_checked(32)?;
    if Sha256::digest(rest)[..] != *checksum {
        return None;
    }
    let end = rest.iter().position(|b| *b == b'\n')?;
    let mut facts = std::str::from_utf8(&rest[..end]).ok()?.split(' ');
    let extension = facts.next()?.to_owned();
    let (width_px, height_px) = (facts.next()?.parse().ok()?, facts.next()?.parse().ok()?);
    entry.drain(..=32 + end);
    Some(PreparedPicture { bytes: entry, extension, width_px, height_px })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture() -> PreparedPicture {
        PreparedPicture { bytes: b"a\npicture".to_vec(), extension: "png".to_owned(), width_px: 3, height_px: 4 }
    }

    #[test]
    fn pictures_come_back_and_damaged_ones_do_not() {
        let temp = tempfile::tempdir().unwrap();
        let cache = PictureCache::new(temp.path().join("pictures"));
        let key = PictureKey::of(b"<svg/>", "svg", (3, 4));
        assert_eq!(cache.get(&key), None);
        cache.put(&key, &picture());
        assert_eq!(cache.get(&key), Some(picture()));
        let path = temp.path().join("pictures").join(&key.0);
        let good = fs::read(&path).unwrap();
        for at in 0..good.len() {
            let mut bad = good.clone();
            bad[at] ^= 1;
            fs::write(&path, &bad).unwrap();
            assert_eq!(cache.get(&key), None, "byte {at}");
            fs::write(&path, &good[..at]).unwrap();
            assert_eq!(cache.get(&key), None, "length {at}");
        }
    }

    #[test]
    fn every_part_of_the_key_counts() {
        let key = PictureKey::of(b"<svg/>", "svg", (3, 4));
        assert_eq!(key, PictureKey::of(b"<svg/>", "svg", (3, 4)));
        for other in [(&b"<svg />"[..], "svg", (3, 4)), (b"<svg/>", "png", (3, 4)), (b"<svg/>", "svg", (4, 3))] {
            assert_ne!(key, PictureKey::of(other.0, other.1, other.2));
        }
    }

    #[test]
    fn only_what_is_unused_is_removed() {
        let temp = tempfile::tempdir().unwrap();
        let cache = PictureCache::new(temp.path().to_owned());
        let key = PictureKey::of(b"", "svg", (3, 4));
        cache.put(&key, &picture());
        cache.prune(SystemTime::now());
        assert!(cache.get(&key).is_some());
        cache.prune(SystemTime::now() + UNUSED_FOR + Duration::from_mins(1));
        assert_eq!(cache.get(&key), None);
    }

    #[test]
    fn a_cache_that_cannot_be_written_is_no_error() {
        let temp = tempfile::tempdir().unwrap();
        fs::write(temp.path().join("file"), "").unwrap();
        let cache = PictureCache::new(temp.path().join("file"));
        let key = PictureKey::of(b"", "svg", (3, 4));
        cache.put(&key, &picture());
        assert_eq!(cache.get(&key), None);
    }
}
