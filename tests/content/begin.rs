//! A work that was just begun is already a good one; what cannot be begun is refused, and nothing is written.

use std::fs;
use std::path::PathBuf;

use press::{begin, load};

use super::found_in;

/// An empty library in a folder of its own.
fn library(name: &str) -> PathBuf {
    let root = std::env::temp_dir().join(format!("vac-xin-so-begin-{}-{name}", std::process::id()));
    drop(fs::remove_dir_all(&root));
    fs::create_dir_all(&root).unwrap();
    root
}

#[test]
fn a_new_work_of_each_kind_passes_without_a_word() {
    for (kind, shelf) in [("comic", "truyen-tranh"), ("scenario", "tinh-huong")] {
        let library = library(kind);
        let file = begin::work(&library, kind, "ban-moi").unwrap();
        assert_eq!(file, library.join(shelf).join("ban-moi/work.toml"));
        let (checked, found) = found_in(&library);
        let told = found.render(&checked.sources, false);
        assert!(found.is_empty(), "{told}");
        assert_eq!(checked.works[0].work.kind(), kind);
        fs::remove_dir_all(library).unwrap();
    }
    let library = library("guide");
    let file = begin::work(&library, "guide", "the-moi").unwrap();
    assert!(file.with_file_name("vi.md").exists() && file.with_file_name("en.md").exists());
    let (checked, found) = found_in(&library);
    assert!(
        found.is_empty(),
        "{}",
        found.render(&checked.sources, false)
    );
    assert_eq!(checked.documents[0].id.as_str(), "the-moi");
    fs::remove_dir_all(library).unwrap();
}

#[test]
fn what_cannot_be_begun_is_refused_kindly_and_nothing_is_written() {
    for (kind, name, why) in [
        ("comic", "Bạn Mới", "How about “ban-moi”?"),
        ("comic", "ban moi", "How about “ban-moi”?"),
        ("comic", "bạn-mới", "How about “ban-moi”?"),
        ("comic", "../ban-moi", "How about “ban-moi”?"),
        ("comic", "", "cannot be empty"),
        ("comc", "ban-moi", "did you mean “comic”?"),
    ] {
        let library = library("refused");
        let told = begin::work(&library, kind, name).unwrap_err();
        assert!(told.contains(why), "{told}");
        assert!(load::names(&library).is_empty());
        fs::remove_dir_all(library).unwrap();
    }
}

#[test]
fn a_work_that_is_there_is_never_written_over() {
    let library = library("there");
    let file = begin::work(&library, "comic", "ban-moi").unwrap();
    fs::write(&file, "mine").unwrap();
    for kind in ["comic", "scenario"] {
        let told = begin::work(&library, kind, "ban-moi").unwrap_err();
        assert!(
            told.contains("already") && told.contains("“ban-moi-2”"),
            "{told}"
        );
    }
    assert_eq!(fs::read_to_string(file).unwrap(), "mine");
    assert_eq!(load::names(&library).len(), 1);
    fs::remove_dir_all(library).unwrap();
}

#[test]
fn some_works_can_be_read_without_a_word_about_the_others() {
    let library = library("some");
    begin::work(&library, "comic", "ban-moi").unwrap();
    let broken = begin::work(&library, "comic", "hong").unwrap();
    fs::write(broken, b"\xff").unwrap();
    let loaded = load::some(&library, &["ban-moi".to_owned()]).unwrap();
    assert!(loaded.found.is_empty());
    assert_eq!(loaded.drafts.len(), 1);
    let told = load::some(&library, &["ban-moii".to_owned()]).unwrap_err();
    assert!(told.contains("did you mean “ban-moi”?"), "{told}");
    fs::remove_dir_all(library).unwrap();
}
