//! The project's commands: `cargo xtask serve`, `test`, `build`, `check`, `new`, `import`, `gallery`, `bench`.
//!
//! Standard library only, so that it starts in a second: it installs what is missing and calls others.
//! Anything heavier is press or a test.
#![expect(clippy::print_stdout, reason = "it speaks to the one who builds")]

mod run;
mod slim;
mod test;
mod tools;

use std::process::ExitCode;

/// A command: its name, what it does, and its function.
type Command = (&'static str, &'static str, fn(&[String]) -> Done);

/// A command's result: what went wrong, in a sentence.
type Done = Result<(), String>;

const COMMANDS: &[Command] = &[
    (
        "serve",
        "[--port N]  builds the library and serves it on 127.0.0.1; stories and drawings reload",
        serve,
    ),
    (
        "test",
        "[STAGE [NAME]]  runs every test, or one stage, or one test of it; stages: fmt clippy unit content build sizes editions worker components chromium firefox webkit",
        test::test,
    ),
    (
        "build",
        "writes the library to dist/, ready for any static host",
        build,
    ),
    (
        "check",
        "[NAME…]  proves the content: stories, drawings, lettering; or the works of these names only",
        check,
    ),
    (
        "new",
        "comic|scenario|guide NAME  begins a work: a small story that passes check, to be changed",
        new,
    ),
    (
        "import",
        "FILE.twee [--shelf SHELF] [--name NAME]  makes a scenario of a Twine story, and tells what it leaves out",
        import,
    ),
    (
        "gallery",
        "writes model sheets of every character, place, prop, screen and balloon to target/gallery/",
        gallery,
    ),
    (
        "editions",
        "makes PDF, EPUB, CBZ, posters, the library as one file and as a zip, and puts them into dist/an-ban/",
        editions,
    ),
    (
        "print",
        "what Trunk calls: makes the app small and prints the library around it",
        print,
    ),
    (
        "bench",
        "[--json FILE]  prints the figures of sizes, speed and memory",
        bench,
    ),
];

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let name = args.first().map_or("", String::as_str);
    let Some((_, _, command)) = COMMANDS.iter().find(|(known, ..)| *known == name) else {
        println!("cargo xtask COMMAND\n");
        for (name, what, _) in COMMANDS {
            println!("  {name:7} {what}");
        }
        return if name.is_empty() {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        };
    };
    match command(&args[1..]) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            println!("\n✗ {why}");
            ExitCode::FAILURE
        }
    }
}

/// The value after a name: `--port 9000`.
fn option(args: &[String], name: &str) -> Option<String> {
    let at = args.iter().position(|arg| arg == name)?;
    args.get(at + 1).cloned()
}

fn serve(args: &[String]) -> Done {
    let port = option(args, "--port").unwrap_or_else(|| "8080".into());
    tools::for_building()?;
    let address = format!("http://127.0.0.1:{port}/");
    println!(
        "→ building the app and printing the library (the first time about 5 minutes, then seconds)"
    );
    println!("→ it will be at {address}");
    run::trunk(
        &[
            "serve",
            "--release",
            "--address",
            "127.0.0.1",
            "--port",
            &port,
        ],
        &[("SITE_URL", &address)],
    )
}

fn build(_: &[String]) -> Done {
    tools::for_building()?;
    println!(
        "→ building the app and printing the library (the first time about 5 minutes, then seconds)"
    );
    run::trunk(&["build", "--release"], &[])?;
    println!("✓ the library lies in dist/");
    Ok(())
}

fn check(args: &[String]) -> Done {
    press("check", args)
}

fn new(args: &[String]) -> Done {
    press("new", args)
}

/// The press runs in the project's root: a file is named from where the author stands.
fn import(args: &[String]) -> Done {
    let here = |arg: &String| {
        let path = std::path::absolute(arg).ok().filter(|path| path.is_file());
        path.map_or_else(|| arg.clone(), |path| path.to_string_lossy().into_owned())
    };
    press("import", &args.iter().map(here).collect::<Vec<_>>())
}

fn gallery(_: &[String]) -> Done {
    press("gallery", &[])
}

/// Books are made first, since the pages tell what there is; the library as one file is made of the pages.
fn editions(_: &[String]) -> Done {
    tools::for_building()?;
    let made = run::root().join("target/editions");
    let folder = made.to_string_lossy().into_owned();
    println!("→ making the editions of every work (about two minutes)");
    press("editions", &["--out".into(), folder.clone()])?;
    println!("→ building the library that offers them");
    run::trunk(&["build", "--release"], &[("EDITIONS", &folder)])?;
    press(
        "bundle",
        &["--made".into(), folder, "--out".into(), "dist".into()],
    )?;
    println!("✓ the editions lie in dist/an-ban/");
    Ok(())
}

/// Trunk has put the app into its folder: from here on it is ours.
fn print(_: &[String]) -> Done {
    let folder = std::env::var_os("TRUNK_STAGING_DIR")
        .ok_or("print is called by Trunk; you want `cargo xtask build`")?;
    slim::slim(std::path::Path::new(&folder))?;
    press("print", &[])
}

/// Calls the press, which tells by itself what is wrong.
fn press(command: &str, args: &[String]) -> Done {
    let mut all = vec![
        "run",
        "--quiet",
        "--release",
        "--package",
        "press",
        "--",
        command,
    ];
    all.extend(args.iter().map(String::as_str));
    run::cargo(&all, &[]).map_err(|_| format!("{command}: see above"))
}

fn bench(args: &[String]) -> Done {
    tools::for_building()?;
    tools::for_browsers(&["chromium"])?;
    run::trunk(&["build", "--release"], &[])?;
    let mut all = vec!["bench", "--features", "e2e", "--bench", "figures", "--"];
    all.extend(args.iter().map(String::as_str));
    run::cargo(&all, &[])
}
