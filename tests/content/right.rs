//! Right works pass, and what is said of them is true.

use vac_xin_so::model::{Lang, Story};

use super::{found_in, project};

#[test]
fn right_works_pass_without_a_word() {
    let (checked, found) = found_in(&project().join("tests/works/right"));
    assert!(
        found.is_empty(),
        "{}",
        found.render(&checked.sources, false)
    );
    assert_eq!(checked.works.len(), 2);
}

#[test]
fn the_library_itself_passes() {
    let (checked, found) = found_in(&project().join("assets/library"));
    assert!(
        !found.has_errors(),
        "{}",
        found.render(&checked.sources, false)
    );
    for proven in &checked.works {
        for panel in proven.work.story.panels() {
            assert!(
                proven.stagings.contains_key(&panel.id),
                "{} is drawn",
                panel.id
            );
            for balloon in &panel.balloons {
                assert_ne!(balloon.text.in_(Lang::Vi), "", "{}", panel.id);
            }
        }
    }
}

#[test]
fn paths_are_counted_by_walking_them_all() {
    let (checked, _) = found_in(&project().join("tests/works/right"));
    let scenario = checked
        .works
        .iter()
        .find(|proven| matches!(proven.work.story, Story::Scenario(_)))
        .unwrap();
    let paths = scenario.paths.as_ref().unwrap();
    // tell · hide, tell after all · (hide, think again leads back to where one was)
    assert_eq!(
        (paths.count, paths.longest, paths.endings),
        (2, 3, [1, 0, 0])
    );
}
