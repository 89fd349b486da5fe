//! `run`: hub, agent and kiosk together, until Ctrl-C.

use crate::{
    Failure,
    arguments::{Options, Screen},
    build,
    display::Display,
    hub, picture, process,
    service::{Change, Service},
    signals, state,
    state::State,
};
use std::{cell::RefCell, fs, rc::Rc, thread, time::Instant};

/// Runs everything until a signal, or until the kiosk's window is closed; returns the exit code.
pub fn run(options: &Options) -> Result<u8, Failure> {
    build::build(options, build::ALL)?;
    let state = State::open(options)?;
    let Some(_lock) = state.lock()? else {
        return Err(Failure::new(
            format!("another `cargo appliance` command is using {}", state.root().display()),
            "end that one, or give this one a folder of its own with --state DIR",
        ));
    };
    state.check_kiosk(&options.kiosk)?;
    match state.publish_if_needed() {
        Err(Failure::Interrupted(signal)) => return Err(Failure::Interrupted(signal)),
        Err(failure) if !state.has_release() => return Err(failure),
        Err(_) => eprintln!("The folder was not published; the last good release plays until it is mended."),
        Ok(()) => {}
    }
    forget_picture(&state)?;
    hub::forget_port(&state)?;

    let mut hub_service = start_hub(&state)?;
    let port = hub::wait_for_port(&state.port_file(), || matches!(hub_service.tend(Instant::now()), Ok(None)))
        .inspect_err(|_| hub_service.last_lines().iter().for_each(|line| eprintln!("  hub: {line}")))?;
    let agent = {
        let (state, kiosk) = (state.clone(), options.kiosk.clone());
        Service::start("agent", state.logs().join("agent.log"), move || {
            hub::agent(&state, &kiosk, port, hub::EAGER_SECS)
        })?
    };
    let size = options.size.unwrap_or_else(|| state::panel_of(&options.kiosk));
    let display = Rc::new(RefCell::new(Display::open(size, options.screen != Screen::Memory)?));
    let kiosk_started = Instant::now();
    let kiosk = start_kiosk(options, &state, &display)?;

    announce(options, &state, port, display.borrow().is_headless());
    let mut services = [kiosk, agent, hub_service];
    let mut watch = display.borrow().is_headless().then_some(kiosk_started);
    let code = loop {
        if signals::asked().is_some() {
            break 0;
        }
        if display.borrow_mut().revive()? {
            eprintln!("Xvfb ended; it was started again");
        }
        if let Some(code) = tend(&mut services)? {
            break code;
        }
        if let Some(since) = watch.filter(|_| state.live_picture().is_file()) {
            eprintln!("The kiosk shows its first picture, {:.1} s after its start.", since.elapsed().as_secs_f64());
            watch = None;
        }
        thread::sleep(process::POLL);
    };
    // The kiosk first, so that it does not show how the others go.
    let deadline = Instant::now() + process::GRACE;
    for service in &mut services {
        service.stop(deadline);
    }
    eprintln!("Stopped.");
    Ok(code)
}

/// Looks after the services; returns the exit code once the kiosk ended because it was asked to.
fn tend(services: &mut [Service]) -> Result<Option<u8>, Failure> {
    for service in services {
        let name = service.name;
        match service.tend(Instant::now())? {
            Some(Change::Ended { status, .. }) if name == "kiosk" && status.success() => {
                eprintln!("The kiosk's window was closed.");
                return Ok(Some(0));
            }
            Some(Change::Ended { status, again_in }) => {
                eprintln!("{name} ended ({status}); starting it again in {} s. Its last words:", again_in.as_secs());
                service.last_lines().iter().for_each(|line| eprintln!("  {line}"));
            }
            Some(Change::StartedAgain) => eprintln!("{name} was started again"),
            None => {}
        }
    }
    Ok(None)
}

fn start_hub(state: &State) -> Result<Service, Failure> {
    let port = hub::free_port()?;
    if port != *hub::PORTS.start() {
        eprintln!("Port {} is taken; the hub listens on {port}.", hub::PORTS.start());
    }
    let log = state.logs().join("hub.log");
    let state = state.clone();
    Service::start("hub", log, move || hub::hub(&state, port))
}

fn start_kiosk(options: &Options, state: &State, display: &Rc<RefCell<Display>>) -> Result<Service, Failure> {
    let (options, display) = (options.clone(), Rc::clone(display));
    let (store, live_picture) = (state.store(&options.kiosk), state.live_picture());
    Service::start("kiosk", state.logs().join("kiosk.log"), move || {
        let mut command = picture::kiosk(&store, &options);
        // A display without a window manager grants nobody the whole screen: the window is made as large.
        let is_headless = display.borrow().is_headless();
        if let Some(size) = options.size.or_else(|| is_headless.then(|| state::panel_of(&options.kiosk))) {
            command.arg("--size").arg(size.to_string());
        }
        if options.screen == Screen::Window {
            command.arg("--windowed");
        }
        if is_headless {
            command.arg("--live-screenshot").arg(&live_picture);
        }
        command.args(&options.kiosk_arguments);
        display.borrow().give_to(&mut command);
        command
    })
}

/// Removes the picture of an earlier run, which nobody should take for this one's.
fn forget_picture(state: &State) -> Result<(), Failure> {
    let file = state.live_picture();
    match fs::remove_file(&file) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(Failure::file("remove", &file, &e)),
        _ => Ok(()),
    }
}

fn announce(options: &Options, state: &State, port: u16, is_headless: bool) {
    let chosen_state =
        options.state.as_ref().map(|_| format!(" --state {}", state.root().display())).unwrap_or_default();
    println!("The kiosk {} is running.", options.kiosk);
    if is_headless {
        println!("  live screenshot   {}", state.live_picture().display());
    }
    println!("  hub               {}", hub::address(port));
    println!("  logs              {}", state.logs().display());
    let folder = state.folder();
    let chosen_folder = if folder == build::sample_city() { String::new() } else { format!(" {}", folder.display()) };
    println!("  publish an edit   edit {}, then: cargo appliance publish{chosen_folder}{chosen_state}", shown(&folder));
    println!("  stop              Ctrl-C");
}

/// Returns a path as a person in the repository would write it.
fn shown(path: &std::path::Path) -> String {
    path.strip_prefix(build::root()).unwrap_or(path).display().to_string()
}
