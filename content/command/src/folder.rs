//! Reads an editor's folder from disk.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use wayside_model::Problems;
use wayside_model::source::Folder;

/// Largest file in bytes.
const MAX_FILE_LEN: u64 = 64 * 1024 * 1024;

/// Most bytes of all files together.
const MAX_FOLDER_LEN: u64 = 2 * 1024 * 1024 * 1024;

/// Most files.
const MAX_FILES: usize = 20_000;

/// Deepest nesting of folders.
const MAX_DEPTH: usize = 16;

/// Reads every file of a folder but those whose names begin with a dot; or reports every file that cannot be read.
///
/// Links are refused, because they can lead out of the folder and read differently on each computer.
pub fn read_folder(path: &Path) -> Result<Folder, Problems> {
    let mut walk = Walk {
        root: path.to_owned(),
        len: 0,
        is_full: false,
        folder: Folder::default(),
        problems: Problems::default(),
    };
    walk.folder("", 0);
    walk.problems.sort();
    if walk.problems.has_errors() { Err(walk.problems) } else { Ok(walk.folder) }
}

struct Walk {
    root: PathBuf,
    /// Bytes read so far.
    len: u64,
    /// A limit on the whole was reached and reported.
    is_full: bool,
    folder: Folder,
    problems: Problems,
}

impl Walk {
    /// Reads a folder at a path inside the root, which is empty for the root itself.
    fn folder(&mut self, inside: &str, depth: usize) {
        let path = self.root.join(inside);
        let named = if inside.is_empty() { self.root.display().to_string() } else { inside.to_owned() };
        if depth > MAX_DEPTH {
            self.problems.error(&named, None, "folders are nested too deeply here", "move the files further up");
            return;
        }
        let entries = match fs::read_dir(&path).and_then(Iterator::collect::<Result<Vec<_>, _>>) {
            Ok(entries) => entries,
            Err(error) => {
                self.problems.error(
                    &named,
                    None,
                    format!("the folder cannot be read: {error}"),
                    "check that it is there, that it is a folder and that you may read it",
                );
                return;
            }
        };
        for entry in entries {
            if self.is_full {
                return;
            }
            let name = entry.file_name();
            let Some(name) = name.to_str() else {
                let shown = join(inside, &name.to_string_lossy());
                self.problems.error(&shown, None, "the file's name is not Unicode", "rename the file");
                continue;
            };
            if !name.starts_with('.') {
                self.entry(&entry.path(), join(inside, name), depth);
            }
        }
    }

    fn entry(&mut self, path: &Path, inside: String, depth: usize) {
        let facts = match fs::symlink_metadata(path) {
            Ok(facts) => facts,
            Err(error) => return self.unreadable(&inside, &error),
        };
        if facts.is_symlink() {
            self.problems.error(
                &inside,
                None,
                "this is a link, which can lead out of the folder",
                "put a copy of the file in its place",
            );
        } else if facts.is_dir() {
            self.folder(&inside, depth + 1);
        } else if facts.is_file() {
            self.file(path, inside);
        } else {
            self.problems.error(&inside, None, "this is neither a file nor a folder", "remove it");
        }
    }

    fn file(&mut self, path: &Path, inside: String) {
        let mut bytes = Vec::new();
        let read = File::open(path).and_then(|file| file.take(MAX_FILE_LEN + 1).read_to_end(&mut bytes));
        if let Err(error) = read {
            return self.unreadable(&inside, &error);
        }
        let len = bytes.len() as u64;
        if len > MAX_FILE_LEN {
            let what = format!("the file is larger than {} MB", MAX_FILE_LEN / 1024 / 1024);
            return self.problems.error(&inside, None, what, "make it smaller");
        }
        self.len += len;
        self.is_full = self.len > MAX_FOLDER_LEN || self.folder.0.len() >= MAX_FILES;
        if self.is_full {
            let what = format!(
                "with this file the folder holds more than {MAX_FILES} files or {} GB",
                MAX_FOLDER_LEN / 1024 / 1024 / 1024
            );
            return self.problems.error(&inside, None, what, "remove what is not content");
        }
        self.folder.0.insert(inside, bytes);
    }

    fn unreadable(&mut self, inside: &str, error: &std::io::Error) {
        self.problems.error(
            inside,
            None,
            format!("the file cannot be read: {error}"),
            "check that you may read it, then try again",
        );
    }
}

fn join(inside: &str, name: &str) -> String {
    if inside.is_empty() { name.to_owned() } else { format!("{inside}/{name}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;

    /// Expects one problem with this file that says this.
    fn check(make: impl FnOnce(&Path), file: &str, what: &str) {
        let temp = tempfile::tempdir().unwrap();
        fs::write(temp.path().join("city.toml"), "").unwrap();
        make(temp.path());
        let problems = read_folder(temp.path()).unwrap_err();
        assert_eq!(problems.0.len(), 1, "{problems:?}");
        assert!(problems.0[0].file.ends_with(file), "{problems:?}");
        assert!(problems.0[0].what.contains(what), "{problems:?}");
    }

    #[test]
    fn files_come_with_forward_slashes_and_without_dotfiles() {
        let temp = tempfile::tempdir().unwrap();
        fs::create_dir_all(temp.path().join("a/b")).unwrap();
        fs::create_dir_all(temp.path().join(".git")).unwrap();
        for name in ["city.toml", "a/b/c.svg", ".hidden", ".git/config"] {
            fs::write(temp.path().join(name), name).unwrap();
        }
        let folder = read_folder(temp.path()).unwrap();
        assert_eq!(folder.0.keys().collect::<Vec<_>>(), ["a/b/c.svg", "city.toml"]);
        assert_eq!(folder.0["a/b/c.svg"], b"a/b/c.svg");
    }

    #[test]
    fn links_are_refused_wherever_they_lead() {
        check(|p| symlink("/etc/passwd", p.join("out.toml")).unwrap(), "out.toml", "link");
        check(|p| symlink("city.toml", p.join("in.toml")).unwrap(), "in.toml", "link");
        check(|p| symlink("/etc", p.join("etc")).unwrap(), "etc", "link");
        check(|p| symlink(".", p.join("loop")).unwrap(), "loop", "link");
        check(|p| symlink("nowhere", p.join("dead")).unwrap(), "dead", "link");
    }

    #[test]
    fn what_is_no_content_is_named() {
        check(
            |p| File::create(p.join("big.mp4")).unwrap().set_len(MAX_FILE_LEN + 1).unwrap(),
            "big.mp4",
            "larger than 64 MB",
        );
        check(|p| drop(std::os::unix::net::UnixListener::bind(p.join("socket")).unwrap()), "socket", "neither");
        check(|p| fs::write(p.join(std::ffi::OsStr::from_bytes(b"\xff.toml")), "").unwrap(), ".toml", "Unicode");
        check(|p| fs::create_dir_all(p.join("d/".repeat(MAX_DEPTH + 2))).unwrap(), "d", "too deeply");
    }

    #[test]
    fn a_folder_that_is_none_is_named() {
        let temp = tempfile::tempdir().unwrap();
        fs::write(temp.path().join("file"), "").unwrap();
        for name in ["nowhere", "file"] {
            let problems = read_folder(&temp.path().join(name)).unwrap_err();
            assert!(problems.0[0].file.ends_with(name), "{problems:?}");
        }
    }
}
