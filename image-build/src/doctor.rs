//! `doctor`: what works on this machine, and how to mend what does not.

use crate::{
    arguments::Options,
    build, debian,
    display::{self, Display},
    hub,
    packages::{Use, for_uses},
    picture, process,
    size::Size,
    state::State,
    vulkan,
};
use std::{
    fmt, fs,
    net::TcpListener,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

/// Where Debian's packages put the fonts, as the kiosk looks for them.
const FONT_FOLDERS: &[&str] = &["/usr/share/fonts/truetype/noto", "/usr/share/fonts/opentype/noto"];

/// Fonts with the languages that are written in them.
const FONTS: &[(&str, &str)] = &[
    ("NotoSans-Regular.ttf", "English, Spanish, Filipino, Vietnamese, French, Russian"),
    ("NotoSansCJK-Regular.ttc", "Korean, Chinese, Japanese"),
    ("NotoSansArabic-Regular.ttf", "Arabic, Farsi"),
    ("NotoSansArmenian-Regular.ttf", "Armenian"),
    ("NotoSansThai-Regular.ttf", "Thai"),
    ("NotoSansKhmer-Regular.ttf", "Khmer"),
    ("NotoSansDevanagari-Regular.ttf", "Hindi"),
];

/// A cold build needs this much, in bytes: what is compiled and the crates' sources.
const BUILD_BYTES: u64 = 8 << 30;

/// Keys, repository and stores of the sample city, in bytes, with room to spare.
const STATE_BYTES: u64 = 1 << 30;

/// One thing that works or does not.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Finding {
    mark: Mark,
    what: String,
    detail: String,
    fix: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Works,
    /// It works without, or only the tests or the comparison need it.
    Note,
    Missing,
}

impl Finding {
    fn works(what: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { mark: Mark::Works, what: what.into(), detail: detail.into(), fix: String::new() }
    }

    fn note(what: impl Into<String>, detail: impl Into<String>, fix: impl Into<String>) -> Self {
        Self { mark: Mark::Note, what: what.into(), detail: detail.into(), fix: fix.into() }
    }

    fn missing(what: impl Into<String>, detail: impl Into<String>, fix: impl Into<String>) -> Self {
        Self { mark: Mark::Missing, what: what.into(), detail: detail.into(), fix: fix.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = match self.mark {
            Mark::Works => "ok",
            Mark::Note => "note",
            Mark::Missing => "missing",
        };
        write!(f, "{mark:<8} {:<22} {}", self.what, self.detail)?;
        if !self.fix.is_empty() {
            write!(f, "; {}", self.fix)?;
        }
        Ok(())
    }
}

/// Prints what works and what does not; the exit code is 1 where the kiosk cannot run here.
pub fn examine(options: &Options) -> u8 {
    let mut findings = vec![system()];
    findings.extend(packages());
    findings.extend([cargo(), drivers(), desktop(), port(), namespaces()]);
    findings.extend(fonts());
    findings.push(space(
        "space to build",
        &build::target_folder(),
        BUILD_BYTES,
        "choose another folder with CARGO_TARGET_DIR",
    ));
    match State::open(options) {
        Ok(state) => {
            findings.push(space(
                "space for content",
                state.root(),
                STATE_BYTES,
                "choose another folder with --state DIR",
            ));
            findings.push(shared_data());
            findings.push(drawing(options, &state));
        }
        Err(failure) => findings.push(Finding::missing("state folder", failure.to_string(), "")),
    }
    for finding in &findings {
        println!("{finding}");
    }
    u8::from(findings.iter().any(|f| f.mark == Mark::Missing))
}

fn system() -> Finding {
    let name = debian::system_name();
    if debian::is_debian_12() {
        Finding::works("system", name)
    } else {
        Finding::note("system", name, "packages are known for Debian 12; on others install what they hold by yourself")
    }
}

fn packages() -> Vec<Finding> {
    let uses = [
        (Use::Build, "packages to build"),
        (Use::Draw, "packages to draw"),
        (Use::Test, "packages to test"),
        (Use::Bench, "packages to compare"),
    ];
    uses.map(|(needed_for, what)| {
        let packages = for_uses(&[needed_for]);
        match debian::missing(&packages) {
            None => Finding::note(what, "cannot tell: this system has no dpkg-query", ""),
            Some(missing) if missing.is_empty() => Finding::works(what, format!("all {}", packages.len())),
            Some(missing) => {
                let names: Vec<&str> = missing.iter().map(|p| p.name).collect();
                let make = if matches!(needed_for, Use::Build | Use::Draw) { Finding::missing } else { Finding::note };
                make(what.to_owned(), names.join(" "), debian::install_line(&missing))
            }
        }
    })
    .into()
}

fn cargo() -> Finding {
    match build::cargo(&["--version"]).output() {
        Ok(output) if output.status.success() => {
            Finding::works("cargo", String::from_utf8_lossy(&output.stdout).trim().to_owned())
        }
        _ => Finding::missing("cargo", "cannot be run", "install Rust's toolchain"),
    }
}

fn drivers() -> Finding {
    let names: Vec<String> =
        vulkan::drivers().iter().filter_map(|p| Some(p.file_stem()?.to_string_lossy().into_owned())).collect();
    let card = if vulkan::has_graphics_card() { "a graphics card" } else { "no graphics card: draws on the processor" };
    if names.is_empty() {
        Finding::missing("Vulkan driver", "none", "install mesa-vulkan-drivers")
    } else {
        Finding::works("Vulkan driver", format!("{card} ({})", names.join(" ")))
    }
}

fn desktop() -> Finding {
    if display::has_desktop() {
        Finding::works("display", "a desktop answers")
    } else if process::is_on_path("Xvfb") {
        Finding::works("display", "no desktop: runs in memory, with a live screenshot")
    } else {
        Finding::missing("display", "no desktop and no Xvfb", "install xvfb")
    }
}

fn port() -> Finding {
    let first = *hub::PORTS.start();
    match (TcpListener::bind(("127.0.0.1", first)), hub::free_port()) {
        (Ok(_), _) => Finding::works("hub's port", format!("127.0.0.1:{first} is free")),
        (Err(_), Ok(free)) => Finding::works("hub's port", format!("{first} is taken; {free} is free")),
        (Err(_), Err(failure)) => Finding::missing("hub's port", failure.to_string(), ""),
    }
}

fn namespaces() -> Finding {
    let arguments: &[&str] =
        if debian::is_root() { &["--net", "true"] } else { &["--user", "--map-root-user", "--net", "true"] };
    if process::ask("unshare", arguments).is_some() {
        Finding::works("network namespaces", "permitted: a kiosk can be run without any network")
    } else {
        Finding::note(
            "network namespaces",
            "not permitted here",
            "the test that needs them says so; outside a container: sysctl kernel.unprivileged_userns_clone=1",
        )
    }
}

fn fonts() -> Vec<Finding> {
    let find = |name: &str| FONT_FOLDERS.iter().map(|folder| Path::new(folder).join(name)).find(|path| path.is_file());
    let check = |(name, languages): &(&str, &str)| match find(name) {
        Some(_) => Finding::works(format!("font {}", name.split('-').next().unwrap_or(name)), *languages),
        None => Finding::missing(
            format!("font {name}"),
            format!("for {languages}"),
            "install fonts-noto-core and fonts-noto-cjk",
        ),
    };
    FONTS.iter().map(check).collect()
}

fn space(what: &str, folder: &Path, needed: u64, fix: &str) -> Finding {
    // The folder may not exist yet; its file system is that of the first one above that does.
    let existing = folder.ancestors().find(|f| f.exists()).unwrap_or(Path::new("/"));
    let detail = |free: u64| format!("{:.1} GB free in {}", free as f64 / 1e9, folder.display());
    match free_bytes(existing) {
        Some(free) if free >= needed => Finding::works(what, detail(free)),
        Some(free) => {
            Finding::note(what, detail(free), format!("{:.0} GB are needed from nothing; {fix}", needed as f64 / 1e9))
        }
        None => Finding::note(what, format!("cannot tell for {}", folder.display()), ""),
    }
}

fn free_bytes(folder: &Path) -> Option<u64> {
    let printed = process::ask("df", &["--output=avail", "--block-size=1", &folder.to_string_lossy()])?;
    printed.lines().nth(1)?.trim().parse().ok()
}

fn shared_data() -> Finding {
    let folder: PathBuf = build::root().join("../shared/data");
    if fs::read_dir(&folder).is_ok() {
        Finding::works("shared data", "present")
    } else {
        Finding::note("shared data", "not beside the repository", "nothing here needs it")
    }
}

/// Draws one picture where the kiosk was built and has content: the whole way from store to screen.
fn drawing(options: &Options, state: &State) -> Finding {
    let store = state.store(&options.kiosk);
    if !build::program_folder().join(build::KIOSK.name).is_file() || !store.is_dir() {
        return Finding::note("drawing", "not tried", "`cargo appliance run` builds the kiosk and fills its store");
    }
    let failed = |why: String| Finding::missing("drawing", why, "run `cargo appliance run --once --screenshot a.png`");
    let size = Size { width_px: 1080, height_px: 1920 };
    let display = match Display::headless(size) {
        Ok(display) => display,
        Err(failure) => return failed(failure.to_string()),
    };
    let picture = state.root().join("doctor.png");
    let mut command: Command = picture::kiosk(&store, options);
    command.args(["--size", &size.to_string(), "--once", "--screenshot"]).arg(&picture);
    display.give_to(&mut command);
    let started = Instant::now();
    match process::finish("kiosk", command) {
        Ok(status) if status.success() => {
            Finding::works("drawing", format!("{} in {:.1} s", picture.display(), started.elapsed().as_secs_f64()))
        }
        Ok(status) => failed(format!("the kiosk ended with {status}")),
        Err(failure) => failed(failure.to_string()),
    }
}
