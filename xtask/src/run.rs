//! Calling other programs, from the project's root, with our tools on the path.

use std::path::PathBuf;
use std::process::Command;

use crate::{Done, tools};

/// The project's root: xtask is built in it.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A program to be called.
pub(crate) fn program(name: &str) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root()).env("PATH", tools::path());
    command
}

/// Calls a program and waits for it.
pub(crate) fn call(name: &str, args: &[&str], env: &[(&str, &str)]) -> Done {
    let status = program(name).args(args).envs(env.iter().copied()).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{name} {}: {status}", args.join(" "))),
        Err(why) => Err(format!("{name} cannot be started: {why}")),
    }
}

/// Calls cargo.
pub(crate) fn cargo(args: &[&str], env: &[(&str, &str)]) -> Done {
    call("cargo", args, env)
}

/// Calls Trunk. It reads `NO_COLOR` as a boolean of its own, so that is kept from it.
pub(crate) fn trunk(args: &[&str], env: &[(&str, &str)]) -> Done {
    let status = program("trunk")
        .args(args)
        .envs(env.iter().copied())
        .env_remove("NO_COLOR")
        .status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("trunk {}: {status}", args.join(" "))),
        Err(why) => Err(format!("trunk cannot be started: {why}")),
    }
}

/// What a program prints, or `None` if it cannot be called.
pub(crate) fn says(name: &str, args: &[&str]) -> Option<String> {
    let output = program(name).args(args).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
