//! The built library in real browsers. `cargo xtask test chromium`, or one test: `cargo xtask test webkit deep_link`.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test stops where something is not as it says"
)]

#[path = "../browser/mod.rs"]
mod browser;

mod access;
mod dist;
mod faults;
mod film;
mod offline;
mod papers;
mod people;
mod reading;
mod room;
mod single;
mod views;
mod without;

use browser::{Engine, Wish, visit};

/// The same tests in every engine.
macro_rules! in_every_engine {
    ($($(#[$doc:meta])* $test:path => $name:ident, $wish:expr;)*) => {
        in_every_engine!(@ chromium Chromium $($name $test, $wish;)*);
        in_every_engine!(@ firefox Firefox $($name $test, $wish;)*);
        in_every_engine!(@ webkit WebKit $($name $test, $wish;)*);
    };
    (@ $module:ident $engine:ident $($name:ident $test:path, $wish:expr;)*) => {
        mod $module {
            use super::*;
            $(#[test] fn $name() { visit(Engine::$engine, &$wish, $test); })*
        }
    };
}

in_every_engine! {
    reading::a_child_opens_a_comic_and_reads_it_with_keys_clicks_and_taps => a_comic_is_read, Wish::default();
    reading::the_browsers_back_returns_to_the_panel_before => back_returns_to_the_panel_before, Wish::default();
    reading::a_link_to_panel_four_shows_that_panel => a_deep_link_shows_its_panel, Wish::default();
    reading::the_language_switch_keeps_the_place => the_switch_keeps_the_place, Wish::default();
    reading::a_scenario_is_played_left_and_played_another_way => a_scenario_is_played, Wish::default();
    reading::a_place_is_kept_and_offered_on_return => a_place_is_offered_on_return, Wish::default();
    reading::a_place_of_the_first_format_is_still_known => a_place_of_the_first_format_is_known, Wish::default();
    reading::a_corrupt_storage_does_not_stop_reading => a_corrupt_storage_does_not_matter, Wish::default();
    views::a_comic_is_seen_as_pages_and_as_a_strip_and_the_choice_is_kept => pages_and_strips, Wish::default();
    views::words_without_marks_and_ages_find_a_story => a_search_finds, Wish::default();
    views::a_class_sees_the_picture_alone_and_b_blanks_it => a_class_sees_the_picture, Wish::default();
    views::where_there_is_no_voice_a_kind_word_says_so_and_reading_goes_on => no_voice_is_told, Wish::default();
    views::a_late_voice_reads_a_panel_and_falls_silent_when_one_leaves => a_voice_reads_a_panel, Wish::default();
    views::a_voice_that_reads_on_waits_before_a_choice => a_voice_waits_before_a_choice, Wish::default();
    views::settings_dress_the_page_and_are_kept => settings_are_kept, Wish::default();
    people::each_animal_has_a_card_of_its_own_and_what_was_cleared_comes_back => each_animal_has_a_card, Wish::default();
    people::the_little_question_is_asked_before_and_after_and_again => the_question_is_asked, Wish::default();
    people::an_ending_shows_the_paths_found_and_gives_nothing_away => paths_are_shown, Wish::default();
    people::a_link_is_copied_or_shown_and_a_code_made_here_leads_to_the_place => a_link_is_shared, Wish::default();
    people::parents_find_three_questions_and_what_to_do => parents_are_told, Wish::default();
    people::two_taps_in_the_middle_bring_a_picture_near_and_away_again => two_taps_bring_near, Wish::default();
    people::a_scrolled_strip_keeps_the_place => a_strip_keeps_the_place, Wish::default();
    faults::a_full_or_forbidden_storage_forgets_only_when_the_page_is_closed => storage_is_refused, Wish::default();
    faults::two_tabs_do_not_overwrite_each_other => two_tabs, Wish::default();
    faults::a_wrong_clock_takes_no_stamp_away => the_clock_is_wrong, Wish::default();
    faults::a_turned_tablet_a_refused_fullscreen_and_a_lost_panel_do_no_harm => small_faults, Wish::default();
    faults::a_voice_that_hangs_is_called_missing_after_a_while => a_voice_hangs, Wish::default();
    faults::an_app_that_breaks_down_is_opened_anew_where_the_reader_was => a_broken_app, Wish::default();
    faults::five_hundred_random_taps_end_in_no_error => random_taps, Wish::default();
    papers::a_rule_is_answered_by_picture_and_by_keyboard => a_rule_is_answered, Wish::default();
    papers::ticks_are_kept_and_each_animal_has_its_own => ticks_are_kept, Wish::default();
    papers::a_day_adds_up_as_it_is_moved => a_day_adds_up, Wish::default();
    papers::when_something_happened_one_way_is_shown_and_nothing_is_kept => one_way_is_shown, Wish::default();
    papers::a_document_is_read_aloud_and_falls_silent => a_document_is_read_aloud, Wish::default();
    papers::doors_search_and_stories_lead_to_documents_and_back => doors_lead_to_documents, Wish::default();
    room::a_session_goes_from_plan_to_record_in_two_windows => a_session_goes_through, Wish::default();
    room::a_session_survives_a_full_storage_a_blocked_window_and_an_hour_of_sleep => a_session_survives, Wish::default();
    room::files_come_in_or_are_refused_and_nothing_is_lost => files_come_in, Wish::default();
    room::a_plan_travels_in_its_link_and_a_broken_one_is_told => a_plan_travels, Wish::default();
    room::without_a_camera_cards_are_entered_by_hand => cards_by_hand, Wish::default();
    single::the_library_is_one_file_that_is_read_without_a_server => one_file, Wish::default();
    without::a_page_whose_app_does_not_come_is_a_strip => no_app_is_a_strip, Wish::default();
    offline::after_one_visit_every_page_opens_without_a_server => every_page_opens_without_a_server, Wish::default();
    access::axe_finds_nothing => axe_finds_nothing, Wish::default();
    access::nothing_sticks_out => nothing_sticks_out, Wish::default();
    access::nothing_is_asked_of_another_origin => no_other_origin, Wish::default();
}

/// What one engine alone can show through `WebDriver`.
mod settings {
    use super::{Engine, Wish, offline, visit, without};

    fn no_script() -> Wish {
        Wish {
            no_script: true,
            ..Wish::default()
        }
    }

    mod chromium {
        use super::*;
        #[test]
        fn without_script_a_comic_is_a_strip_and_a_scenario_is_played() {
            visit(Engine::Chromium, &no_script(), without::without_script);
        }
        #[test]
        fn after_a_restart_the_library_opens_without_a_server() {
            offline::after_a_restart(Engine::Chromium);
        }
        #[test]
        fn a_new_version_is_told_and_taken_on_the_next_visit() {
            offline::a_new_version(Engine::Chromium);
        }
        #[test]
        fn a_broken_new_version_leaves_the_old_one_working() {
            visit(
                Engine::Chromium,
                &Wish::default(),
                offline::a_broken_new_version,
            );
        }
        #[test]
        fn a_class_votes_with_cards_before_a_camera() {
            let (film, truth) = super::super::film::film();
            let wish = Wish {
                film: Some(film),
                ..Wish::default()
            };
            let test = |visit, server, driver| async move {
                super::super::room::a_class_votes_with_cards(visit, truth).await;
                // Both are there until the end.
                drop::<(super::super::browser::Server, super::super::browser::Driver)>((
                    server, driver,
                ));
            };
            visit(Engine::Chromium, &wish, test);
        }
        #[test]
        fn nothing_shifts() {
            visit(
                Engine::Chromium,
                &Wish::default(),
                super::super::access::nothing_shifts,
            );
        }
    }

    mod firefox {
        use super::*;
        #[test]
        fn without_script_a_comic_is_a_strip_and_a_scenario_is_played() {
            visit(Engine::Firefox, &no_script(), without::without_script);
        }
        #[test]
        fn after_a_restart_the_library_opens_without_a_server() {
            offline::after_a_restart(Engine::Firefox);
        }
    }
}
