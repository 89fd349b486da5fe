//! Which Debian packages the commands need, and what for.

use crate::arguments::Command;

/// What a package is needed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// To build any of the programs.
    Build,
    /// To draw the kiosk's screens.
    Draw,
    /// To prove things in the test suite.
    Test,
    /// To have a peer to measure against.
    Bench,
}

/// A Debian package with its reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Package {
    pub name: &'static str,
    pub needed_for: Use,
    pub why: &'static str,
}

const fn package(name: &'static str, needed_for: Use, why: &'static str) -> Package {
    Package { name, needed_for, why }
}

/// Every package, by use.
pub const PACKAGES: &[Package] = &[
    package("gcc", Use::Build, "links Rust programs; compiles SQLite and the cryptography's C code"),
    package("libc6-dev", Use::Build, "the C library's headers and start files"),
    package("pkg-config", Use::Build, "finds the Wayland library"),
    package("libwayland-dev", Use::Build, "windows on Wayland; the kiosk links it"),
    package("ca-certificates", Use::Build, "lets cargo fetch crates"),
    package("libvulkan1", Use::Draw, "loads the graphics driver"),
    package("mesa-vulkan-drivers", Use::Draw, "draws on the processor where there is no graphics card"),
    package("xvfb", Use::Draw, "a display for machines without one"),
    package("fonts-noto-core", Use::Draw, "the fonts of every language but Chinese, Japanese and Korean"),
    package("fonts-noto-cjk", Use::Draw, "the fonts for Chinese, Japanese and Korean"),
    package("libx11-6", Use::Draw, "windows on X"),
    package("libx11-xcb1", Use::Draw, "windows on X"),
    package("libxcursor1", Use::Draw, "the pointer on X"),
    package("libxi6", Use::Draw, "touch and keys on X"),
    package("libxrandr2", Use::Draw, "panel sizes on X"),
    package("libxkbcommon0", Use::Draw, "keyboard layouts"),
    package("libxkbcommon-x11-0", Use::Draw, "keyboard layouts on X"),
    package("pango1.0-tools", Use::Test, "the independent renderer that the order of mixed text is proved against"),
    package("iproute2", Use::Test, "network namespaces: the kiosk is run without any network"),
    package("util-linux", Use::Test, "`unshare`, for the same proof"),
    package("procps", Use::Test, "looks for processes left behind"),
    package("xdotool", Use::Test, "touches the kiosk's screen from outside"),
    package("chromium", Use::Bench, "the peer that speed and memory are printed beside"),
];

/// Returns the packages for some uses, in the table's order.
pub fn for_uses(uses: &[Use]) -> Vec<&'static Package> {
    PACKAGES.iter().filter(|p| uses.contains(&p.needed_for)).collect()
}

/// Returns what a command needs.
pub fn needed_by(command: &Command) -> Vec<&'static Package> {
    for_uses(match command {
        Command::Help | Command::Doctor => &[],
        Command::Publish(_) | Command::Content => &[Use::Build],
        Command::Run | Command::Picture(_) | Command::Gallery | Command::Pictures => &[Use::Build, Use::Draw],
        Command::Test => &[Use::Build, Use::Draw, Use::Test],
        Command::Bench => &[Use::Build, Use::Draw, Use::Bench],
    })
}
