//! The press: `press check` proves the content; `press print --out DIR` prints the library into the
//! folder where Trunk has put the app (Trunk's `post_build` hook calls it). For authors: `press new` begins a
//! work, `press import` makes one of a Twine story.
#![expect(clippy::print_stdout, reason = "it speaks to the one who builds")]

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use press::diagnostic::{Diagnostics, Span};
use press::manifest::{Kind, Manifest, WHOLE};
use press::print::{Frame, Site, Workshop};
use press::{art, begin, check, editions, import, letter, load, print};

const USAGE: &str = "press check [NAME…] | press new comic|scenario|guide NAME \
    | press import FILE.twee [--shelf SHELF] [--name NAME] | press print --out DIR \
    | press editions --out DIR | press bundle --made DIR --out DIST | press gallery --out DIR   [--project DIR]";

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let command = args.next().unwrap_or_default();
    let rest: Vec<String> = args.collect();
    let option = |name: &str| {
        rest.iter()
            .position(|arg| arg == name)
            .and_then(|at| rest.get(at + 1))
            .cloned()
    };
    let project = PathBuf::from(option("--project").unwrap_or_else(|| ".".into()));
    let done = match command.as_str() {
        "check" => {
            prove(&project, &words(&rest)).map(|shop| println!("{}", shop.summary.trim_end()))
        }
        "new" => start(&project, &words(&rest)),
        "import" => bring(&project, &words(&rest), option("--shelf"), option("--name")),
        "print" => print_library(
            &project,
            option("--out").or_else(|| std::env::var("TRUNK_STAGING_DIR").ok()),
        ),
        "editions" => make_editions(&project, option("--out")),
        "bundle" => bundle(&project, option("--made"), option("--out")),
        "gallery" => show(
            &project,
            option("--out").as_deref().unwrap_or("target/gallery"),
        ),
        _ => Err(USAGE.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            println!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// The words of a command that are neither options nor their values.
fn words(rest: &[String]) -> Vec<String> {
    let mut words = Vec::new();
    let mut args = rest.iter();
    while let Some(arg) = args.next() {
        if arg.starts_with("--") {
            args.next();
        } else {
            words.push(arg.clone());
        }
    }
    words
}

/// Begins a work.
fn start(project: &Path, words: &[String]) -> Result<(), String> {
    let [kind, name @ ..] = words else {
        return Err(USAGE.to_owned());
    };
    let file = begin::work(&project.join(LIBRARY), kind, &name.join(" "))?;
    println!(
        "{}: a small one to change.\nLook at it with cargo xtask serve; cargo xtask check {} tells what is wrong.",
        file.display(),
        name.join(" ")
    );
    Ok(())
}

/// Makes a scenario of a Twine story.
fn bring(
    project: &Path,
    words: &[String],
    shelf: Option<String>,
    name: Option<String>,
) -> Result<(), String> {
    let [file] = words else {
        return Err(USAGE.to_owned());
    };
    let path = Path::new(file);
    #[expect(clippy::disallowed_methods, reason = "no file of the library")]
    let text =
        std::fs::read_to_string(path).map_err(|why| format!("{file} cannot be read: {why}"))?;
    let part =
        |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    let story = import::twee(&part(path.file_name()), &text)?;
    let title = story.title.unwrap_or_else(|| part(path.file_stem()));
    let name = name.unwrap_or_else(|| begin::slug(&title));
    let shelf = shelf.unwrap_or_else(|| begin::SCENARIOS.to_owned());
    let made = begin::write(&project.join(LIBRARY), &shelf, &name, &story.text)
        .map_err(|why| format!("{why} Say it with --name."))?;
    for note in &story.notes {
        println!("{note}");
    }
    println!(
        "{}: {} passages, {} notes.\nNow its pictures and its English: cargo xtask check {name} tells every to-do; the library is printed when none is left.",
        made.display(),
        story.passages,
        story.notes.len()
    );
    Ok(())
}

/// Writes the model sheets; faults of the drawings are told, and what is sound is shown.
fn show(project: &Path, out: &str) -> Result<(), String> {
    let (art, faults) = art::load(&project.join("assets/art"));
    for (file, _, faults) in &faults {
        for fault in faults {
            println!("{}: {} ({})", file.display(), fault.message, fault.hint);
        }
    }
    let font = project.join("assets/fonts/itim-400.woff2");
    let face = letter::Face::open(&font).map_err(|why| why.to_string())?;
    press::gallery::write(&art, &face, &font, &project.join(out))?;
    println!(
        "the gallery: {}",
        project.join(out).join("index.html").display()
    );
    Ok(())
}

/// Where the works lie in a project.
const LIBRARY: &str = "assets/library";

/// Everything proven: ready to be printed.
struct Proof {
    art: art::Art,
    face: letter::Face,
    works: Vec<check::Proven>,
    lettered: Vec<print::Lettered>,
    documents: Vec<(check::Document, print::Lettered)>,
    terms: load::Terms,
    summary: String,
}

/// Loads, checks and letters everything, or the works of some names; an error holds every diagnostic.
fn prove(project: &Path, names: &[String]) -> Result<Proof, String> {
    let library = project.join(LIBRARY);
    let loaded = if names.is_empty() {
        load::library(&library)
    } else {
        load::some(&library, names)?
    };
    let (art, faults) = art::load(&project.join("assets/art"));
    let face = letter::Face::open(&project.join("assets/fonts/itim-400.woff2"))
        .map_err(|why| why.to_string())?;
    prove_these(project, loaded, art, faults, face)
}

/// The same for works that were loaded already.
fn prove_these(
    project: &Path,
    mut loaded: load::Loaded,
    art: art::Art,
    faults: art::Faults,
    face: letter::Face,
) -> Result<Proof, String> {
    let mut found = Diagnostics::default();
    for (path, text, faults) in faults {
        let file = loaded.sources.add(&path, text);
        for fault in faults {
            found
                .error(
                    &Span {
                        file,
                        range: fault.range,
                    },
                    fault.message,
                )
                .hint(fault.hint);
        }
    }
    let terms = loaded.terms.clone();
    let mut checked = check::check(loaded, &art.names());
    let misfits = project.join("target/press/misfits");
    let (lettered, unfit) = print::letter(&checked.works, &art, &face, Some(&misfits));
    let (papers, unfit_papers) = print::letter(&checked.documents, &art, &face, Some(&misfits));
    checked.found.extend(found);
    checked.found.extend(unfit);
    checked.found.extend(unfit_papers);
    let mut told = checked
        .found
        .render(&checked.sources, std::io::stdout().is_terminal());
    if checked.found.has_errors() {
        told.push_str(&format!(
            "{} findings: nothing is printed until the errors are gone.",
            checked.found.len()
        ));
        return Err(told);
    }
    told.push_str(&check::summary(&checked));
    Ok(Proof {
        art,
        face,
        works: checked.works,
        lettered,
        terms,
        documents: checked.documents.into_iter().zip(papers).collect(),
        summary: told,
    })
}

fn print_library(project: &Path, out: Option<String>) -> Result<(), String> {
    let out = PathBuf::from(out.ok_or("where to? --out DIR")?);
    let frame_file = out.join("index.html");
    #[expect(clippy::disallowed_methods, reason = "Trunk's page, not an author's")]
    let html = std::fs::read_to_string(&frame_file)
        .map_err(|why| format!("{}: {why}", frame_file.display()))?;
    let (art, faults) = art::load(&project.join("assets/art"));
    let face = letter::Face::open(&project.join("assets/fonts/itim-400.woff2"))
        .map_err(|why| why.to_string())?;
    let no_terms = load::Terms::default();
    let mut store = print::Store::open(&workshop(project, &html, &art, &face, &no_terms)?);
    let library = project.join(LIBRARY);
    let heads = load::heads(&library);
    let mut loaded = load::library_where(&library, &mut |raw| {
        let text = [&[raw.text][..], &raw.bodies, &[heads.seen_by(raw.text)]].concat();
        store.wants(raw.shelf, raw.slug, &text.concat())
    });
    if store.has_twins() {
        store.forget_all();
        loaded = load::library(&library);
    }
    let proof = prove_these(project, loaded, art, faults, face)?;
    let taken = store.taken();
    let shop = workshop(project, &html, &proof.art, &proof.face, &proof.terms)?;
    let files = print::library(
        &proof.works,
        &proof.lettered,
        &proof.documents,
        &shop,
        &mut store,
    )?;
    print::write(&files, &out).map_err(|why| format!("{}: {why}", out.display()))?;
    print!("{}", proof.summary);
    println!("{} files printed; {taken} works as before", files.len());
    Ok(())
}

/// Makes the editions of every work: books to print and for readers' apps, and what spreads it.
fn make_editions(project: &Path, out: Option<String>) -> Result<(), String> {
    let out = PathBuf::from(out.ok_or("where to? --out DIR")?);
    let start = std::time::Instant::now();
    let proof = prove(project, &[])?;
    let face = |name: &str| {
        letter::Face::open(&project.join(format!("assets/fonts/{name}.woff2")))
            .map_err(|why| why.to_string())
    };
    let faces = editions::Faces {
        display: face("itim-400")?,
        text: face("be-vietnam-pro-400")?,
    };
    let shop = Workshop {
        project,
        art: &proof.art,
        face: &proof.face,
        terms: &proof.terms,
        frame: Frame::none(),
        site: Site { url: site_url() },
        editions: Manifest::default(),
        cache: project.join("target/press"),
    };
    let works: Vec<(check::Proven, print::Lettered)> =
        proof.works.into_iter().zip(proof.lettered).collect();
    let made = editions::all(&works, &proof.documents, &shop, &faces)?;
    let manifest =
        editions::write(&made, &out).map_err(|why| format!("{}: {why}", out.display()))?;
    println!(
        "{} files of editions in {:.0} s",
        manifest.0.len(),
        start.elapsed().as_secs_f32()
    );
    Ok(())
}

/// Puts the editions into the printed library, with the library as one file, and tells all sizes.
fn bundle(project: &Path, made: Option<String>, out: Option<String>) -> Result<(), String> {
    let [made, out] = [made, out].map(|folder| folder.ok_or("--made DIR --out DIST"));
    let (made, out) = (PathBuf::from(made?), PathBuf::from(out?));
    let manifest = editions::bundle(project, &made, &out)?;
    let megabytes = |bytes: usize| format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10);
    for kind in Kind::ALL {
        let own: Vec<usize> = manifest
            .0
            .iter()
            .filter(|(name, _)| {
                vac_xin_so::model::Lang::ALL
                    .iter()
                    .any(|lang| name.ends_with(&format!("-{}-{}", lang.tag(), kind.ending())))
            })
            .map(|(_, bytes)| *bytes)
            .collect();
        println!(
            "{:24} {:4} files, {}",
            kind.ending(),
            own.len(),
            megabytes(own.iter().sum())
        );
    }
    for name in WHOLE {
        println!(
            "{name:24} {}",
            megabytes(manifest.0.get(name).copied().unwrap_or(0))
        );
    }
    Ok(())
}

/// All that printing needs, in the frame that Trunk has made.
fn workshop<'a>(
    project: &'a Path,
    html: &str,
    art: &'a art::Art,
    face: &'a letter::Face,
    terms: &'a load::Terms,
) -> Result<Workshop<'a>, String> {
    print::dressed(&Workshop {
        project,
        art,
        face,
        terms,
        frame: Frame::read(html)?,
        site: Site { url: site_url() },
        editions: std::env::var_os("EDITIONS")
            .map(|folder| Manifest::read(Path::new(&folder)))
            .unwrap_or_default(),
        cache: project.join("target/press"),
    })
}

/// The site's own address: `SITE_URL`, or a stand-in that every host can see is one.
fn site_url() -> String {
    let mut url =
        std::env::var("SITE_URL").unwrap_or_else(|_| "https://vac-xin-so.example/".into());
    if !url.ends_with('/') {
        url.push('/');
    }
    url
}
