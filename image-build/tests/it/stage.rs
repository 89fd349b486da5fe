//! A folder with small scripts in the places of hub, agent, kiosk and content tool.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    thread,
    time::{Duration, Instant},
};

/// How long a thing that should happen at once may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

static STAGES: AtomicU32 = AtomicU32::new(0);

/// Writes its arguments down and makes keys and repository.
const CONTENT: &str = r#"
case "$1" in
init-keys) mkdir -p "$2" && echo '{}' >"$2/root.json" ;;
publish) mkdir -p "$4" ;;
esac
"#;

/// Writes down its port and waits.
const HUB: &str = r#"
while [ $# -gt 0 ]; do
    case "$1" in
    --listen) listen=$2 ;;
    --port-file) echo "${listen##*:}" >"$2.new"; mv "$2.new" "$2" ;;
    esac
    shift
done
wait_for_ever
"#;

/// Ends at once when asked to sync once.
const AGENT: &str = r#"
case " $* " in *" --once "*) exit 0 ;; esac
wait_for_ever
"#;

/// Draws nothing, and waits.
const KIOSK: &str = "wait_for_ever\n";

/// A folder of its own with stand-ins; removed at the end.
pub struct Stage {
    pub folder: PathBuf,
}

impl Stage {
    pub fn new() -> Self {
        let number = STAGES.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("wayside-stage-{}-{number}", std::process::id()));
        let stage = Self { folder };
        for (name, script) in [("content", CONTENT), ("hub", HUB), ("agent", AGENT), ("kiosk", KIOSK)] {
            stage.script(name, script);
        }
        stage
    }

    /// Puts a script in the place of a program; it writes its arguments and process id down first.
    pub fn script(&self, name: &str, body: &str) {
        let notes = self.folder.join("notes");
        fs::create_dir_all(&notes).unwrap();
        let head = format!(
            "#!/bin/sh\necho \"$*\" >>'{0}/{name}'\necho $$ >>'{0}/{name}.pid'\n\
             wait_for_ever() {{ while :; do sleep 60; done }}\n",
            notes.display()
        );
        self.program("target/release", name, &(head + body));
    }

    /// Writes an executable file.
    pub fn program(&self, folder: &str, name: &str, text: &str) {
        let path = self.folder.join(folder).join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    /// Makes the command `appliance` with these arguments, on this stage.
    pub fn appliance(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_appliance"));
        let (name, flags) = arguments.split_first().unwrap();
        command.arg(name).arg("--state").arg(self.folder.join("state")).args(flags);
        command.env("CARGO_TARGET_DIR", self.folder.join("target"));
        command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Starts `appliance` with these arguments.
    pub fn start(&self, arguments: &[&str]) -> Child {
        let log = fs::File::create(self.folder.join("log")).unwrap();
        let mut command = self.appliance(arguments);
        command.stdout(log.try_clone().unwrap()).stderr(log);
        command.spawn().unwrap()
    }

    /// What the started `appliance` has said so far.
    pub fn said(&self) -> String {
        fs::read_to_string(self.folder.join("log")).unwrap_or_default()
    }

    /// The arguments of each start of a program.
    pub fn calls(&self, name: &str) -> Vec<String> {
        let notes = fs::read_to_string(self.folder.join("notes").join(name)).unwrap_or_default();
        notes.lines().map(str::to_owned).collect()
    }

    /// The process ids of each start of a program.
    pub fn pids(&self, name: &str) -> Vec<u32> {
        self.calls(&format!("{name}.pid")).iter().filter_map(|pid| pid.parse().ok()).collect()
    }

    pub fn path(&self, name: &str) -> String {
        self.folder.join(name).display().to_string()
    }

    /// Waits until something has happened.
    pub fn until(&self, what: &str, happened: impl Fn() -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while !happened() {
            assert!(Instant::now() < deadline, "{what} did not happen; appliance said:\n{}", self.said());
            thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // A stage that stays behind in the temporary folder does no harm.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Whether a process of this id is alive; one that only waits to be reaped is not.
pub fn is_alive(pid: u32) -> bool {
    let stat = fs::read_to_string(Path::new("/proc").join(pid.to_string()).join("stat")).unwrap_or_default();
    stat.rsplit(')').next().is_some_and(|rest| rest.split_whitespace().next().is_some_and(|state| state != "Z"))
}

pub fn signal(pid: u32, name: &str) {
    let status = Command::new("kill").arg(format!("-{name}")).arg(pid.to_string()).status().unwrap();
    assert!(status.success(), "kill -{name} {pid}");
}
