//! Which Vulkan driver the kiosk is given.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Folders in which drivers announce themselves.
const DRIVER_FOLDERS: &[&str] = &["/usr/share/vulkan/icd.d", "/etc/vulkan/icd.d", "/usr/local/share/vulkan/icd.d"];

/// Variables by which a person chooses drivers.
const CHOICES: &[&str] = &["VK_DRIVER_FILES", "VK_ICD_FILENAMES"];

/// Returns the files by which drivers announce themselves.
pub fn drivers() -> Vec<PathBuf> {
    let entries = DRIVER_FOLDERS.iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten().flatten();
    let mut files: Vec<PathBuf> =
        entries.map(|e| e.path()).filter(|p| p.extension().is_some_and(|e| e == "json")).collect();
    files.sort();
    files
}

/// Returns Mesa's driver that draws on the processor.
pub fn software_driver() -> Option<PathBuf> {
    drivers().into_iter().find(|p| p.file_name().is_some_and(|n| n.to_string_lossy().starts_with("lvp_icd")))
}

/// Whether there is a graphics card that may draw.
pub fn has_graphics_card() -> bool {
    let dri = fs::read_dir("/dev/dri").into_iter().flatten().flatten();
    dri.into_iter().any(|e| e.file_name().to_string_lossy().starts_with("renderD"))
        || Path::new("/dev/nvidia0").exists()
}

/// Gives a program the driver that fits its display.
///
/// On Xvfb only the software driver can present; a person's own choice of drivers stands.
pub fn choose_for(command: &mut Command, is_headless: bool) {
    let is_chosen = CHOICES.iter().any(|name| env::var_os(name).is_some());
    if !is_chosen
        && (is_headless || !has_graphics_card())
        && let Some(driver) = software_driver()
    {
        command.env("VK_DRIVER_FILES", driver);
    }
}
