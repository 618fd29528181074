//! How somebody likes to read, kept as a short note.

use vac_xin_so::reader::{Letters, Settings, Theme, View};

#[test]
fn what_was_chosen_is_read_back() {
    for view in View::ALL {
        for theme in Theme::ALL {
            for letters in Letters::ALL {
                for bits in 0..8 {
                    let settings = Settings {
                        view,
                        theme,
                        letters,
                        roomy: bits & 1 == 1,
                        on: bits & 2 == 2,
                        slow: bits & 4 == 4,
                    };
                    assert_eq!(Settings::read(&settings.note()), settings);
                }
            }
        }
    }
}

#[test]
fn a_note_that_is_broken_or_of_another_app_is_as_usual() {
    assert_eq!(Settings::read(""), Settings::default());
    assert_eq!(Settings::read("{\"view\":\"page\"}"), Settings::default());
    let some = Settings::read("holograms dark");
    assert_eq!(
        some,
        Settings {
            theme: Theme::Dark,
            ..Settings::default()
        }
    );
}
