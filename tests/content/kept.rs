//! What the press keeps from one run to the next: only what has changed is made anew, and the library is the
//! same as if all of it had been.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use press::print::{Content, Files, Frame, Site, Store, Workshop};
use press::{check, load, print};

use super::{art, face, project};

/// A project of two works in a folder of its own.
fn made(name: &str) -> PathBuf {
    let root = std::env::temp_dir().join(format!("vac-xin-so-kept-{}-{name}", std::process::id()));
    drop(fs::remove_dir_all(&root));
    for folder in [
        "art", "avatars", "fonts", "styles", "boot", "sw", "icons", "i18n",
    ] {
        let to = root.join("assets").join(folder);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::os::unix::fs::symlink(project().join("assets").join(folder), to).unwrap();
    }
    for slug in ["mot-truyen", "hai-truyen"] {
        let folder = root.join("assets/library/ke").join(slug);
        fs::create_dir_all(&folder).unwrap();
        fs::write(
            folder.join("work.toml"),
            include_str!("../works/right/ke/mot-truyen/work.toml"),
        )
        .unwrap();
    }
    root
}

/// Prints; the files, and how many works were as before.
fn run(root: &Path) -> (Files, usize) {
    let frame = Frame::read(
        "<meta data-classroom-js=\"c.js\" data-classroom-wasm=\"c.wasm\"><meta data-card-reader-js=\"r.js\" data-card-reader-wasm=\"r.wasm\">\
         <script data-js=\"app.js\" data-wasm=\"app.wasm\"></script>",
    )
    .unwrap();
    let terms = load::Terms::default();
    let shop = print::dressed(&Workshop {
        project: root,
        art: art(),
        face: face(),
        terms: &terms,
        frame,
        site: Site {
            url: "https://example.org/".into(),
        },
        editions: press::manifest::Manifest::default(),
        cache: root.join("target/press"),
    })
    .unwrap();
    let mut store = Store::open(&shop);
    let loaded = load::library_where(&root.join("assets/library"), &mut |raw| {
        store.wants(raw.shelf, raw.slug, raw.text)
    });
    let checked = check::check(loaded, &art().names());
    let lettered = print::letter(&checked.works, art(), face(), None).0;
    let taken = store.taken();
    (
        print::library(&checked.works, &lettered, &[], &shop, &mut store).unwrap(),
        taken,
    )
}

fn bytes(files: &Files) -> BTreeMap<String, Vec<u8>> {
    files
        .iter()
        .map(|(name, content)| match content {
            Content::Fresh(bytes) => (name.clone(), bytes.clone()),
            Content::Kept(path) => (name.clone(), fs::read(path).unwrap()),
        })
        .collect()
}

#[test]
fn a_second_run_makes_nothing_anew_and_gives_the_same_library() {
    let root = made("same");
    let (first, taken) = run(&root);
    assert_eq!(taken, 0);
    let (second, taken) = run(&root);
    assert_eq!(taken, 2);
    assert_eq!(bytes(&first), bytes(&second));
    fs::remove_dir_all(root).unwrap();
}

#[test]
fn a_change_to_one_work_costs_that_work() {
    let root = made("one");
    run(&root);
    let file = root.join("assets/library/ke/hai-truyen/work.toml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, format!("# A word to the next author.\n{text}")).unwrap();
    assert_eq!(run(&root).1, 1);
    fs::remove_dir_all(root).unwrap();
}

#[test]
fn a_store_with_a_hole_is_filled_again() {
    let root = made("hole");
    let (first, _) = run(&root);
    let one = fs::read_dir(root.join("target/press/files"))
        .unwrap()
        .flatten()
        .next()
        .unwrap();
    fs::remove_file(one.path()).unwrap();
    let (second, taken) = run(&root);
    assert!(taken < 2, "the work that lost a file is made anew");
    assert_eq!(bytes(&first), bytes(&second));
    fs::remove_dir_all(root).unwrap();
}

#[test]
fn what_is_linked_into_a_folder_is_never_written_into() {
    let root = made("link");
    run(&root);
    let (files, _) = run(&root);
    let out = root.join("dist");
    print::write(&files, &out).unwrap();
    let page = out.join("vi/mot-truyen/index.html");
    let kept = fs::read(&page).unwrap();
    let other: Files = [(
        "vi/mot-truyen/index.html".to_owned(),
        Content::Fresh(b"else".to_vec()),
    )]
    .into();
    print::write(&other, &out).unwrap();
    assert_eq!(fs::read(&page).unwrap(), b"else");
    assert_eq!(
        bytes(&run(&root).0)["vi/mot-truyen/index.html"],
        kept,
        "the store is whole"
    );
    fs::remove_dir_all(root).unwrap();
}
