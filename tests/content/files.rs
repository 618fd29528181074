//! Files that are no stories: each is a clear diagnostic, never a panic.

use std::path::PathBuf;

use super::found_in;

/// A library with one file of any bytes.
fn with_file(name: &str, bytes: &[u8]) -> PathBuf {
    let root = std::env::temp_dir().join(format!("vac-xin-so-files-{}-{name}", std::process::id()));
    let work = root.join("ke/mot-truyen");
    std::fs::create_dir_all(&work).unwrap();
    std::fs::write(work.join("work.toml"), bytes).unwrap();
    root
}

fn told_of(name: &str, bytes: &[u8]) -> String {
    let root = with_file(name, bytes);
    let (checked, found) = found_in(&root);
    assert!(found.has_errors() && checked.works.is_empty());
    std::fs::remove_dir_all(root).unwrap();
    found.render(&checked.sources, false)
}

#[test]
fn an_empty_file_says_how_to_begin() {
    assert!(told_of("empty", b" \n").contains("this file is empty"));
}

#[test]
fn a_file_that_is_not_utf8_names_the_byte() {
    assert!(told_of("latin", b"[work]\ntitle = \"\xe9\"").contains("not UTF-8 (byte 16)"));
}

#[test]
fn a_zero_byte_is_no_text() {
    assert!(told_of("zero", b"[work]\n\0").contains("zero byte"));
}

#[test]
fn an_enormous_file_is_not_read() {
    assert!(told_of("huge", "# more\n".repeat(60_000).as_bytes()).contains("too large"));
}

#[test]
fn deep_nesting_is_refused_before_it_hurts() {
    let deep = format!("[work]\ntopics = {}", "[".repeat(50_000));
    assert!(told_of("deep", deep.as_bytes()).contains("nested too deeply"));
}

#[test]
fn a_missing_file_is_named() {
    let root = with_file("missing", b"");
    std::fs::remove_file(root.join("ke/mot-truyen/work.toml")).unwrap();
    let (checked, found) = found_in(&root);
    assert!(
        found
            .render(&checked.sources, false)
            .contains("has no work.toml")
    );
}

#[test]
fn a_file_outside_of_the_library_is_not_followed() {
    let root = with_file("outside", b"");
    let file = root.join("ke/mot-truyen/work.toml");
    std::fs::remove_file(&file).unwrap();
    std::os::unix::fs::symlink("/etc/hostname", &file).unwrap();
    let (checked, found) = found_in(&root);
    assert!(
        found
            .render(&checked.sources, false)
            .contains("outside of the library")
    );
}

#[test]
fn a_library_without_shelves_is_told() {
    let (checked, found) = found_in(&std::env::temp_dir().join("vac-xin-so-nothing-here"));
    assert!(
        found
            .render(&checked.sources, false)
            .contains("there is no shelf here")
    );
}

#[test]
fn the_same_name_on_two_shelves_is_told() {
    let root = with_file(
        "twice",
        include_bytes!("../works/right/ke/mot-truyen/work.toml"),
    );
    let second = root.join("khac/mot-truyen");
    std::fs::create_dir_all(&second).unwrap();
    std::fs::copy(
        root.join("ke/mot-truyen/work.toml"),
        second.join("work.toml"),
    )
    .unwrap();
    let (checked, found) = found_in(&root);
    assert!(
        found
            .render(&checked.sources, false)
            .contains("another work called “mot-truyen”")
    );
    assert_eq!(checked.works.len(), 1);
}
