//! Finding works: by words without marks, in both languages, by age and topic.

use vac_xin_so::model::{Ages, Card, Lang, NonEmpty, Text, Topic};
use vac_xin_so::reader::{Group, Index, Wish, fold};

fn card(vi: &str, en: &str, ages: (u8, u8), topic: Topic) -> Card {
    Card {
        id: "mot".parse().unwrap(),
        kind: "comic".into(),
        title: Text::new(vi, en),
        summary: Text::new("Bà biết mọi chiêu lừa đảo.", "Grandma knows every trick."),
        cover_alt: Text::new("…", "…"),
        cover: String::new(),
        ages: Ages {
            min: ages.0,
            max: ages.1,
        },
        topics: NonEmpty::new(vec![topic]).unwrap(),
        minutes: 5,
        steps: 14,
        endings: 0,
    }
}

fn cards() -> Vec<Card> {
    vec![
        card("Kim cương miễn phí", "Free diamonds", (8, 11), Topic::Scam),
        card(
            "Chỉ gửi một người",
            "Only one friend",
            (12, 15),
            Topic::Privacy,
        ),
        card(
            "Phim của con ngõ",
            "A film of the alley",
            (6, 8),
            Topic::Create,
        ),
    ]
}

fn found(words: &str, group: Option<Group>, topic: Option<Topic>) -> Vec<usize> {
    let cards = cards();
    let names = |topic: Topic, _: Lang| topic.name();
    let wish = Wish {
        words: words.into(),
        group,
        topic,
        quick: false,
    };
    Index::new(&cards, &names).find(&cards, &wish)
}

#[test]
fn marks_and_capitals_do_not_matter() {
    assert_eq!(fold("Lừa ĐẢO, ngượng nghịu!"), "lua dao nguong nghiu ");
    // Letters and marks that are stored apart.
    assert_eq!(fold("lu\u{31b}\u{300}a"), "lua");
    assert_eq!(found("lua dao", None, None), vec![0, 1, 2]);
    assert_eq!(found("KIM CUONG", None, None), vec![0]);
    assert_eq!(found("kim cương", None, None), vec![0]);
}

#[test]
fn either_language_finds_and_the_beginning_of_a_word_is_enough() {
    assert_eq!(found("diam", None, None), vec![0]);
    assert_eq!(found("alley film", None, None), vec![2]);
    assert_eq!(found("iamonds", None, None), Vec::<usize>::new());
}

#[test]
fn a_title_is_a_better_answer_than_a_summary() {
    let mut all = cards();
    all.push(card(
        "Mọi chiêu của bà",
        "Every trick",
        (8, 11),
        Topic::Scam,
    ));
    let names = |topic: Topic, _: Lang| topic.name();
    let wish = Wish {
        words: "trick".into(),
        ..Wish::default()
    };
    assert_eq!(Index::new(&all, &names).find(&all, &wish), vec![3, 0, 1, 2]);
}

#[test]
fn ages_and_topics_narrow() {
    assert_eq!(found("", Some(Group::Teens), None), vec![1]);
    assert_eq!(found("", Some(Group::Small), None), vec![0, 2]);
    assert_eq!(found("", None, Some(Topic::Create)), vec![2]);
    assert_eq!(found("film", Some(Group::Teens), None), Vec::<usize>::new());
    assert!(Wish::default().is_empty());
}

#[test]
fn who_has_little_time_finds_what_is_short() {
    let mut cards = cards();
    cards[1].minutes = 12;
    let names = |topic: Topic, _: Lang| topic.name();
    let wish = Wish {
        quick: true,
        ..Wish::default()
    };
    assert!(!wish.is_empty());
    assert_eq!(Index::new(&cards, &names).find(&cards, &wish), [0, 2]);
}

#[test]
fn every_work_stands_on_one_shelf_that_of_the_middle_of_its_ages() {
    let shelf = |min, max| Group::of(Ages { min, max });
    assert_eq!(shelf(6, 8), Group::Small);
    assert_eq!(shelf(8, 11), Group::Middle);
    assert_eq!(shelf(9, 12), Group::Middle);
    assert_eq!(shelf(11, 14), Group::Teens);
    assert_eq!(shelf(12, 15), Group::Teens);
}
