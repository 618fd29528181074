//! The stage: shots, split panels, frames, eyes, and that the same intent gives the same bytes.

use press::art::body_layer;
use press::letter;
use press::stage::{Piece, Sheet, Shelf, Staged, Window, print, stage};
use press::staging::{Frame, Look, Staging, View};
use press::{check, load};
use vac_xin_so::model::{Lang, Panel};

use super::{art, face};

/// A panel of these lines, proven.
fn panel(lines: &str) -> (Panel, Staging) {
    let head = include_str!("../works/right/ke/mot-truyen/work.toml")
        .split("[[panel]]")
        .next()
        .unwrap();
    let text = format!(
        "{head}[[panel]]\nid = \"p1\"\nalt = {{ vi = \"Một tranh.\", en = \"A picture.\" }}\n{lines}"
    );
    let path = std::path::Path::new("ke/mot-truyen/work.toml");
    let checked = check::check(load::text(path, &text), &art().names());
    let told = checked.found.render(&checked.sources, false);
    let proven = checked.works.first().unwrap_or_else(|| panic!("{told}"));
    let panel = proven.work.story.panels().next().unwrap().clone();
    let staging = proven.stagings[&panel.id].clone();
    (panel, staging)
}

fn staged(lines: &str) -> (Panel, Staging, Staged) {
    let (panel, staging) = panel(lines);
    let staged = stage(&staging, art());
    (panel, staging, staged)
}

/// The look of each face that is drawn, by character.
fn looks(pieces: &[Piece]) -> Vec<(String, Look)> {
    let mut all = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Part(key, _) if key.shelf == Shelf::Character && key.layer.contains("face-") => {
                all.push((key.file.clone(), key.look));
            }
            Piece::Tinted(_, inside) | Piece::Within(_, inside) => all.extend(looks(inside)),
            Piece::Part(..) | Piece::Plain(_) => {}
        }
    }
    all
}

const TWO: &str = "place = \"living-room\"\nactor = [{ who = \"ti\", at = \"left\", facing = \"right\" }, { who = \"me\", at = \"right\", facing = \"left\" }]\n";

#[test]
fn who_speaks_up_to_a_grown_up_looks_up_and_she_looks_down() {
    let lines = format!(
        "{TWO}shot = \"full\"\nballoon = [{{ who = \"ti\", vi = \"Mẹ ơi!\", en = \"Mum!\" }}]"
    );
    let (_, _, staged) = staged(&lines);
    let looks = looks(&staged.pieces);
    assert!(looks.contains(&("ti".into(), Look::Up)), "{looks:?}");
    assert!(looks.contains(&("me".into(), Look::Down)), "{looks:?}");
}

#[test]
fn who_holds_a_phone_and_is_silent_looks_at_it_and_an_author_has_the_last_word() {
    let with = |look: &str| {
        let lines =
            format!("place = \"bedroom\"\nactor = [{{ who = \"mai\", pose = \"phone\"{look} }}]");
        looks(&staged(&lines).2.pieces)
    };
    assert_eq!(with(""), vec![("mai".to_owned(), Look::Down)]);
    assert_eq!(
        with(", look = \"back\""),
        vec![("mai".to_owned(), Look::Back)]
    );
}

#[test]
fn over_a_shoulder_the_first_is_large_seen_from_behind_and_before_the_others() {
    let lines = "place = \"bedroom\"\nshot = \"over-shoulder\"\nactor = [{ who = \"bin\" }, { who = \"mai\", at = \"right\" }]";
    let (_, _, staged) = staged(lines);
    let behind = |piece: &Piece| matches!(piece, Piece::Part(key, _) if key.file == "bin" && key.layer == body_layer(View::Back, "stand", "home"));
    assert!(staged.front.iter().any(behind), "Bin's back is drawn last");
    assert!(staged.faces[0].height() > staged.faces[1].height());
}

#[test]
fn a_screen_in_the_hands_leaves_room_for_its_words() {
    let lines = "place = \"bedroom\"\nshot = \"screen-in-hand\"\nscreen = { kind = \"chat\", title = { vi = \"Bạn\", en = \"Friend\" }, me = \"mai\" }\nactor = [{ who = \"mai\" }]\nballoon = [{ kind = \"message\", from = \"them\", vi = \"Chào!\", en = \"Hi!\" }]";
    let (panel, staging, staged) = staged(lines);
    let column = staged.column.expect("a column for messages");
    let placed = letter::letter(&panel, &staging, &staged, Lang::Vi, face()).unwrap();
    assert_eq!(
        column.union(placed[0].bounds()),
        column,
        "the message is on the screen"
    );
    assert!(staged.screen_scale < 0.9);
}

#[test]
fn the_halves_of_a_split_panel_keep_to_their_sides() {
    let lines = "place = \"bedroom\"\ntime = \"night\"\nactor = [{ who = \"mai\", pose = \"phone\" }]\nbeside = { place = \"kitchen\", actor = [{ who = \"me\", pose = \"phone\", facing = \"left\" }] }\nballoon = [{ who = \"mai\", vi = \"Mẹ ơi!\", en = \"Mum!\" }, { who = \"me\", vi = \"Ơi!\", en = \"Yes!\" }]";
    let (panel, staging, staged) = staged(lines);
    assert!(staged.faces[0].center().x < 500.0 && staged.faces[1].center().x > 500.0);
    let windows: Vec<Window> = staged
        .pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Within(window, _) => Some(*window),
            Piece::Part(..) | Piece::Tinted(..) | Piece::Plain(_) => None,
        })
        .collect();
    assert_eq!(
        windows,
        vec![Window::Left(staging.shape), Window::Right(staging.shape)]
    );
    assert!(letter::letter(&panel, &staging, &staged, Lang::Vi, face()).is_ok());
}

#[test]
fn a_frame_holds_the_whole_picture_and_its_clip_path_is_on_the_page_once() {
    let lines = format!("{TWO}frame = \"cloud\"\neffect = \"sparkle\"\nroll = -4");
    let (_, staging, staged) = staged(&lines);
    assert_eq!(staging.frame, Frame::Cloud);
    assert!(matches!(
        staged.pieces.first(),
        Some(Piece::Within(Window::Framed(Frame::Cloud, _), _))
    ));
    let mut sheet = Sheet::of([&staged, &staged], art());
    let parts = sheet.bring(&staged, art()) + &sheet.bring(&staged, art());
    assert_eq!(parts.matches("<clipPath id=\"_.cloud-square\"").count(), 1);
    for id in references(&print(&staged.pieces, art())) {
        assert_eq!(parts.matches(&format!(" id=\"{id}\"")).count(), 1, "{id}");
    }
}

#[test]
fn every_reference_on_a_page_leads_somewhere() {
    let checked = check::check(
        load::library(&super::project().join("assets/library")),
        &art().names(),
    );
    for proven in &checked.works {
        let all: Vec<Staged> = proven
            .stagings
            .values()
            .map(|staging| stage(staging, art()))
            .collect();
        let mut sheet = Sheet::of(&all, art());
        let parts: String = all
            .iter()
            .map(|staged| sheet.bring(staged, art()))
            .collect();
        let mut wanted = references(&parts);
        for staged in &all {
            wanted.extend(references(&print(&staged.pieces, art())));
        }
        wanted.sort();
        wanted.dedup();
        assert!(wanted.len() > 50);
        for id in wanted {
            assert!(
                parts.contains(&format!(" id=\"{id}\"")),
                "{}: nothing is called {id}",
                proven.work.id
            );
        }
    }
}

fn references(markup: &str) -> Vec<String> {
    let of = |before: &str, after: char| {
        markup
            .split(before)
            .skip(1)
            .filter_map(|rest| rest.split(after).next())
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    [of("href=\"#", '"'), of("url(#", ')')].concat()
}

#[test]
fn the_same_intent_gives_the_same_bytes() {
    let lines =
        format!("{TWO}frame = \"jagged\"\neffect = \"burst\"\nshape = \"tall\"\ntime = \"night\"");
    let drawn = || {
        let (_, _, staged) = staged(&lines);
        Sheet::of([&staged], art()).bring(&staged, art()) + &print(&staged.pieces, art())
    };
    assert_eq!(drawn(), drawn());
}

#[test]
fn what_two_say_at_once_has_a_tail_for_each() {
    let lines = format!(
        "{TWO}balloon = [{{ who = \"ti\", with = \"me\", vi = \"Cơm nóng!\", en = \"Hot rice!\" }}]"
    );
    let (panel, staging, staged) = staged(&lines);
    let placed = letter::letter(&panel, &staging, &staged, Lang::En, face()).unwrap();
    let tips = [placed[0].tail, placed[0].second].map(|aim| aim.expect("a tail").tip);
    assert!(
        tips[0].x < tips[1].x,
        "to Tí on the left, to Mum on the right"
    );
    assert_eq!(
        panel.balloons[0].who.as_ref().map(|who| who.in_(Lang::En)),
        Some("Ti and Mum")
    );
}

#[test]
fn a_voice_from_a_device_points_at_the_device() {
    let lines = "place = \"bedroom\"\nactor = [{ who = \"mai\", pose = \"phone\" }]\nballoon = [{ kind = \"electronic\", who = \"nguoi-la\", vi = \"A lô?\", en = \"Hello?\" }]";
    let (panel, staging, staged) = staged(lines);
    let placed = letter::letter(&panel, &staging, &staged, Lang::Vi, face()).unwrap();
    let aim = placed[0].tail.expect("a tail");
    assert_eq!(aim.mouth, staged.devices[0]);
}

/// The drawings of a shelf, as file and layer, wherever they stand.
fn drawn(pieces: &[Piece], shelf: Shelf) -> Vec<String> {
    let mut all = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Part(key, _) if key.shelf == shelf => {
                all.push(format!("{} {}", key.file, key.layer));
            }
            Piece::Tinted(_, inside) | Piece::Within(_, inside) => all.extend(drawn(inside, shelf)),
            Piece::Part(..) | Piece::Plain(_) => {}
        }
    }
    all
}

#[test]
fn a_held_phone_shows_what_the_author_says_else_a_call_where_a_voice_comes_out_of_it_else_a_chat() {
    let shown = |shows: &str, kind: &str| {
        let lines = format!(
            "place = \"kitchen\"\nactor = [{{ who = \"mai\", pose = \"phone\"{shows} }}]\nballoon = [{{ kind = \"{kind}\", who = \"mai\", vi = \"A lô?\", en = \"Hello?\" }}]"
        );
        let (_, _, staged) = staged(&lines);
        let mut all = drawn(&staged.pieces, Shelf::Prop);
        all.retain(|name| name.contains("shows-"));
        all
    };
    assert_eq!(shown("", "speech"), ["phone shows-chat"]);
    assert_eq!(shown("", "electronic"), ["phone shows-call"]);
    let film = ", shows = \"film\"";
    assert_eq!(shown(film, "electronic"), ["phone shows-film"]);
}

#[test]
fn a_screen_is_held_by_the_hands_of_its_owner() {
    let (_, _, staged) = staged(
        "screen = { kind = \"chat\", title = { vi = \"Mai\", en = \"Mai\" }, me = \"duc\" }\nballoon = [{ kind = \"message\", from = \"me\", vi = \"Ừ.\", en = \"OK.\" }]",
    );
    let skin = art().characters["duc"].part.skin();
    let tinted = |piece: &Piece| matches!(piece, Piece::Tinted(tint, _) if *tint == skin);
    assert!(staged.pieces.iter().any(tinted));
}
