//! The gallery: model sheets of everything there is to draw with. What an artist or author opens first.
#![expect(
    clippy::disallowed_methods,
    reason = "this is where the sheets are written"
)]

use std::fmt::Write as _;
use std::path::Path;

use kurbo::Rect;
use vac_xin_so::model::{Balloon, BalloonKind, Lang, Panel, Shape, Text};

use crate::art::{Art, Part, SHOWS};
use crate::check::{EFFECTS, FRAMES, KINDS};
use crate::letter::{self, Face, escape};
use crate::stage::{self, Shelf};
use crate::staging::{Actor, Beside, Cue, Facing, Set, Shot, Source, Staging, Time, View};

/// The strings that try a balloon hardest: stacked marks, long syllables, one word, many short ones.
const HARDEST: [(&str, &str); 4] = [
    ("Ừ!", "Oh!"),
    (
        "Ngượng nghịu quá, tớ lỡ gửi nhầm rồi…",
        "How embarrassing, I sent it to the wrong group…",
    ),
    (
        "Đừng chuyển khoản, đừng gửi ảnh, kể với người lớn!",
        "Do not pay, send no picture, tell a grown-up!",
    ),
    (
        "Nghiêng ngả, khuếch khoác, quỷnh quàng!",
        "Extraordinarily straightforward, isn't it?",
    ),
];

/// Writes the gallery into a folder: `index.html` and a page a character and kind.
///
/// # Errors
/// A sentence that says what could not be written.
pub fn write(art: &Art, face: &Face, font: &Path, out: &Path) -> Result<(), String> {
    let put = |name: &str, bytes: &[u8]| {
        std::fs::write(out.join(name), bytes).map_err(|why| format!("{name}: {why}"))
    };
    std::fs::create_dir_all(out).map_err(|why| format!("{}: {why}", out.display()))?;
    let font = std::fs::read(font).map_err(|why| format!("{}: {why}", font.display()))?;
    put("itim.woff2", &font)?;
    let mut pages: Vec<(String, String, String)> = art
        .characters
        .keys()
        .map(|who| {
            let name = art.characters[who].name.in_(Lang::Vi).to_owned();
            (format!("{who}.html"), name, character(who, art))
        })
        .collect();
    pages.push(("places.html".into(), "Places".into(), places(art)));
    pages.push((
        "props.html".into(),
        "Props".into(),
        shelf(Shelf::Prop, &art.props, art),
    ));
    pages.push(("screens.html".into(), "Screens".into(), screens(art)));
    pages.push(("marks.html".into(), "Marks".into(), marks(art)));
    pages.push(("shots.html".into(), "Shots".into(), shots(art, face)));
    pages.push((
        "balloons.html".into(),
        "Balloons".into(),
        balloons(art, face),
    ));
    let links: String = pages
        .iter()
        .map(|(file, name, _)| format!("<a href=\"{file}\">{}</a> ", escape(name)))
        .collect();
    for (file, name, body) in &pages {
        put(file, frame(name, &links, body).as_bytes())?;
    }
    let all: String = art
        .characters
        .keys()
        .map(|who| {
            cell(
                who,
                &stage::figure_svg(who, "stand", "joy", View::Front, "home", art),
                FIGURE,
            )
        })
        .collect();
    put(
        "index.html",
        frame("Gallery", &links, &sheet("The cast, at one scale", &all)).as_bytes(),
    )
}

/// The box of a figure, with room for lifted arms.
const FIGURE: Rect = Rect::new(-600.0, -1820.0, 600.0, 110.0);

fn frame(name: &str, links: &str, body: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{0}</title>\
         <style>@font-face{{font-family:Itim;src:url(itim.woff2)}}body{{font:16px Itim,sans-serif;margin:16px;background:#f3ead8;color:#2b2430}}\
         nav a{{margin-right:.6em}}section{{display:grid;grid-template-columns:repeat(auto-fill,minmax(170px,1fr));gap:8px}}\
         section.large{{grid-template-columns:repeat(auto-fill,minmax(420px,1fr))}}figure{{margin:0;background:#fffdf7;border-radius:8px;padding:4px}}\
         figcaption{{text-align:center}}svg{{display:block;width:100%}}</style><nav>{links}</nav><h1>{0}</h1>{body}",
        escape(name)
    )
}

fn sheet(title: &str, cells: &str) -> String {
    format!("<h2>{}</h2><section>{cells}</section>", escape(title))
}

fn cell(name: &str, inside: &str, view: Rect) -> String {
    format!(
        "<figure><svg viewBox=\"{:.0} {:.0} {:.0} {:.0}\">{inside}</svg><figcaption>{}</figcaption></figure>",
        view.x0,
        view.y0,
        view.width(),
        view.height(),
        escape(name)
    )
}

fn character(who: &str, art: &Art) -> String {
    let names = art.names();
    let Some(can) = names.characters.get(who) else {
        return String::new();
    };
    let mut out = String::new();
    for (view, faces, title) in [
        (View::Front, &can.faces, "Expressions"),
        (View::Profile, &can.profile, "Expressions, profile"),
        (View::Back, &vec![String::new()], "From behind"),
    ] {
        let cells: String = faces
            .iter()
            .filter_map(|face| {
                let (head, bounds) = stage::head_svg(who, face, view, art)?;
                Some(cell(face, &head, bounds))
            })
            .collect();
        if !cells.is_empty() {
            out.push_str(&sheet(title, &cells));
        }
    }
    let profile = !can.profile.is_empty();
    for wear in &can.wears {
        for (view, title, there) in [
            (View::Front, "Poses", true),
            (View::Profile, "Poses, profile", profile),
            (View::Back, "Poses, from behind", can.back),
        ] {
            if !there {
                continue;
            }
            let face = if can.faces.iter().any(|f| f == "joy") {
                "joy"
            } else {
                "calm"
            };
            let cells: String = can
                .poses
                .iter()
                .map(|pose| {
                    cell(
                        pose,
                        &stage::figure_svg(who, pose, face, view, wear, art),
                        FIGURE,
                    )
                })
                .collect();
            out.push_str(&sheet(&format!("{title}: {wear}"), &cells));
        }
    }
    out
}

fn places(art: &Art) -> String {
    let mut out = String::new();
    for (name, part) in &art.places {
        let mut cells = String::new();
        for (time, light) in [
            (Time::Day, "day"),
            (Time::Evening, "evening"),
            (Time::Night, "night"),
        ] {
            let inside = stage::part_svg(Shelf::Place, name, &["far", "mid"], time, art);
            cells.push_str(&cell(light, &inside, part.view));
        }
        for near in part.suffixes("near-") {
            let layer = format!("near-{near}");
            let inside = stage::part_svg(Shelf::Place, name, &[&layer], Time::Day, art);
            cells.push_str(&cell(&layer, &inside, Rect::new(0.0, 0.0, 1000.0, 1000.0)));
        }
        let _ = write!(
            out,
            "<h2>{name}</h2><section class=\"large\">{cells}</section>"
        );
    }
    out
}

fn shelf(kind: Shelf, parts: &std::collections::BTreeMap<String, Part>, art: &Art) -> String {
    let cells: String = parts
        .iter()
        .flat_map(|(name, part)| {
            // A screen shows one thing after the other.
            let shows = part.suffixes(SHOWS);
            let shows = if shows.is_empty() {
                vec![None]
            } else {
                shows.into_iter().map(Some).collect()
            };
            shows.into_iter().map(move |shows| {
                let layers = stage::prop_layers(part, shows.as_deref());
                let layers: Vec<&str> = layers.iter().map(String::as_str).collect();
                let inside = stage::part_svg(kind, name, &layers, Time::Day, art);
                let title = shows.map_or_else(|| name.clone(), |one| format!("{name} {one}"));
                cell(&title, &inside, part.view)
            })
        })
        .collect();
    sheet("All", &cells)
}

fn screens(art: &Art) -> String {
    let cells: String = art
        .screens
        .iter()
        .map(|(name, part)| {
            let mut inside = stage::part_svg(Shelf::Screen, name, &["far", "mid"], Time::Day, art);
            for slot in part.slots() {
                let Some(place) = part.slot(slot) else { continue };
                let b = place.bounds;
                let _ = write!(
                    inside,
                    "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"none\" stroke=\"#c3c\" stroke-width=\"4\" stroke-dasharray=\"12 8\"/><text x=\"{}\" y=\"{}\" font-size=\"34\" fill=\"#c3c\">{slot}</text>",
                    b.x0, b.y0, b.width(), b.height(), b.x0 + 6.0, b.y0 + 34.0
                );
            }
            cell(name, &inside, part.view)
        })
        .collect();
    format!("<section class=\"large\">{cells}</section>")
}

fn marks(art: &Art) -> String {
    let mut cells = String::new();
    for (file, part) in &art.marks {
        for layer in part.suffixes("") {
            let inside = stage::part_svg(Shelf::Mark, file, &[&layer], Time::Day, art);
            cells.push_str(&cell(
                &layer,
                &inside,
                Rect::new(-110.0, -110.0, 110.0, 110.0),
            ));
        }
    }
    sheet("Marks", &cells)
}

/// What the stage can do with the same three people: every shot, frame, air and shape.
fn shots(art: &Art, face: &Face) -> String {
    let actor = |who: &str, x: f64, facing: Facing| Actor {
        pose: "talk".into(),
        x,
        facing,
        ..Actor::of(who)
    };
    let base = |shot: Shot, shape: Shape| Staging {
        actors: vec![
            actor("bin", 230.0, Facing::Right),
            actor("mai", 620.0, Facing::Left),
            actor("ba", 860.0, Facing::Left),
        ],
        cues: vec![Cue {
            source: Source::Actor(1),
            slot: None,
            at: None,
        }],
        ..Staging::of(shape, Set::place("living-room".into(), shot))
    };
    let show = |name: &str, staging: Staging| {
        let kind = BalloonKind::Speech;
        let (panel, _) = trial(kind, Text::new("Nhìn này!", "Look!"));
        let staged = stage::stage(&staging, art);
        let words = letter::letter(&panel, &staging, &staged, Lang::Vi, face)
            .map(|placed| letter::print(&placed, &staging, &staged, Lang::Vi))
            .unwrap_or_default();
        let view = Rect::new(0.0, 0.0, 1000.0, f64::from(staging.shape.height()));
        cell(
            name,
            &format!("{}{words}", stage::cover(&staged, art)),
            view,
        )
    };
    let mut out = String::new();
    let all = [
        ("wide", Shot::Wide),
        ("full", Shot::Full),
        ("medium", Shot::Medium),
        ("close", Shot::Close),
        ("over-shoulder", Shot::OverShoulder),
    ];
    for shape in Shape::ALL {
        let cells: String = all
            .iter()
            .map(|(name, shot)| show(name, base(*shot, shape)))
            .collect();
        out.push_str(&sheet(&format!("Shots: {}", shape.name()), &cells));
    }
    let framed: String = FRAMES
        .iter()
        .map(|(name, frame)| {
            let frame = *frame;
            show(
                name,
                Staging {
                    frame,
                    ..base(Shot::Medium, Shape::Square)
                },
            )
        })
        .collect();
    out.push_str(&sheet("Frames", &framed));
    let aired: String = EFFECTS
        .iter()
        .map(|(name, effect)| {
            let effect = Some(*effect);
            show(
                name,
                Staging {
                    effect,
                    ..base(Shot::Medium, Shape::Square)
                },
            )
        })
        .collect();
    out.push_str(&sheet("Air", &aired));
    let mut split = base(Shot::Medium, Shape::Square);
    split.actors.truncate(2);
    split.actors.iter_mut().for_each(|actor| actor.x = 500.0);
    split.beside = Some(Beside {
        set: Set::place("kitchen".into(), Shot::Medium),
        from: 1,
    });
    let rolled = Staging {
        roll: -6.0,
        ..base(Shot::Medium, Shape::Square)
    };
    out.push_str(&sheet(
        "Split and roll",
        &[show("split", split), show("roll", rolled)].concat(),
    ));
    out
}

/// Every kind of balloon with the hardest words, in every language.
fn balloons(art: &Art, face: &Face) -> String {
    let mut out = String::new();
    for &(name, kind) in KINDS {
        let mut cells = String::new();
        for (vi, en) in HARDEST {
            for lang in Lang::ALL {
                let (panel, staging) = trial(kind, Text::new(vi, en));
                let mut staged = stage::Staged::default();
                staged.mouths.push(kurbo::Point::new(520.0, 760.0));
                staged.faces.push(Rect::new(380.0, 560.0, 640.0, 860.0));
                staged.bodies.push(Rect::new(380.0, 560.0, 640.0, 1000.0));
                let inside = match letter::letter(&panel, &staging, &staged, lang, face) {
                    Ok(placed) => letter::print(&placed, &staging, &staged, lang),
                    Err(_) => "<text x=\"40\" y=\"120\" font-size=\"60\">no room</text>".to_owned(),
                };
                let head = stage::cover(&staged, art);
                let mouth = "<circle cx=\"520\" cy=\"740\" r=\"120\" fill=\"#eebf98\"/>";
                cells.push_str(&cell(
                    lang.tag(),
                    &format!("{head}{mouth}{inside}"),
                    Rect::new(0.0, 0.0, 1000.0, 1000.0),
                ));
            }
        }
        out.push_str(&sheet(name, &cells));
    }
    out
}

fn trial(kind: BalloonKind, text: Text) -> (Panel, Staging) {
    let source = match kind {
        BalloonKind::Caption | BalloonKind::Sound | BalloonKind::Message => Source::Nobody,
        BalloonKind::Speech
        | BalloonKind::Thought
        | BalloonKind::Shout
        | BalloonKind::Whisper
        | BalloonKind::Electronic => Source::Actor(0),
    };
    let panel = Panel {
        id: "thu".parse().unwrap_or_else(|_| unreachable!("a plain id")),
        shape: Shape::Square,
        framed: false,
        alt: Text::new("…", "…"),
        balloons: vec![Balloon {
            kind,
            who: None,
            text,
        }],
    };
    let set = Set::place(String::new(), Shot::Medium);
    let staging = Staging {
        cues: vec![Cue {
            source,
            slot: None,
            at: None,
        }],
        ..Staging::of(Shape::Square, set)
    };
    (panel, staging)
}
