//! Pages of a story: as a book to print, where choices lead to page numbers, and as screens for readers' apps, one
//! panel each.

use vac_xin_so::model::{Next, Panel, PanelId, Passage, Shape, Story, Work};

use super::page::{A5, MARGIN, Page, composed, largest, rows, sign};
use super::set::{JADE, SOFT, Setter, Style, TILE};
use super::{Book, say};

const WIDTH: f64 = A5.0 - 2.0 * MARGIN;

fn shaped(panels: &[Panel]) -> Vec<(PanelId, Shape)> {
    panels
        .iter()
        .map(|panel| (panel.id.clone(), panel.shape))
        .collect()
}

/// The words of panels, for those who do not see them.
fn told<'a>(book: &Book<'_>, panels: impl IntoIterator<Item = &'a Panel>) -> String {
    let one = |panel: &Panel| {
        let said: Vec<&str> = panel
            .balloons
            .iter()
            .map(|balloon| say(book, &balloon.text))
            .collect();
        format!("{} {}", say(book, &panel.alt), said.join(" "))
    };
    panels.into_iter().map(one).collect::<Vec<_>>().join("\n")
}

/// The cover of a book.
pub(super) fn cover(book: &Book<'_>, setter: &Setter<'_>) -> Page {
    let words = book.words();
    let mut page = Page::new(A5);
    let high = book
        .drawn
        .get(book.cover)
        .map_or(1000.0, |drawn| drawn.height);
    let wide = (WIDTH).min(330.0 * 1000.0 / high);
    page.ground.push_str(&format!("<rect width=\"{}\" height=\"{}\" fill=\"#fff6e5\"/><rect width=\"{}\" height=\"10\" fill=\"#237067\"/>", A5.0, A5.1, A5.0));
    let mut y = setter.put(
        &mut page.front,
        words.site(),
        Style::display(13.0).coloured(JADE).centred(),
        (MARGIN, 30.0),
        WIDTH,
    );
    y = setter.put(
        &mut page.front,
        book.title,
        Style::display(30.0).centred(),
        (MARGIN, y + 8.0),
        WIDTH,
    ) + 14.0;
    page.panels
        .push((book.cover.clone(), [(A5.0 - wide) / 2.0, y, wide]));
    y += wide * high / 1000.0 + 14.0;
    y = setter.put(
        &mut page.front,
        book.summary,
        Style::text(11.0).centred(),
        (MARGIN + 14.0, y),
        WIDTH - 28.0,
    ) + 6.0;
    let facts = format!(
        "{} · {}",
        words.ages(book.ages.min, book.ages.max),
        words.minutes(book.minutes)
    );
    setter.put(
        &mut page.front,
        &facts,
        Style::display(11.0).coloured(SOFT).centred(),
        (MARGIN, y),
        WIDTH,
    );
    setter.put(
        &mut page.front,
        words.footer(),
        Style::text(7.5).coloured(SOFT).centred(),
        (MARGIN, A5.1 - 26.0),
        WIDTH,
    );
    page.title = Some(book.title.to_owned());
    page.words = format!("{}. {}", book.title, book.summary);
    page
}

/// The last page: questions to talk about, and who helps.
pub(super) fn back(book: &Book<'_>, work: &Work, setter: &Setter<'_>) -> Page {
    let words = book.words();
    let mut page = Page::new(A5);
    let out = &mut page.front;
    let mut y = setter.put(
        out,
        words.talk(),
        Style::display(20.0).coloured(JADE),
        (MARGIN, 34.0),
        WIDTH,
    ) + 6.0;
    for question in work.talk.iter() {
        setter.put(out, "•", Style::display(12.0), (MARGIN, y), 12.0);
        y = setter.put(
            out,
            say(book, question),
            Style::text(11.5),
            (MARGIN + 14.0, y),
            WIDTH - 14.0,
        ) + 6.0;
    }
    y = setter.put(
        out,
        words.dose(),
        Style::display(16.0).coloured(JADE),
        (MARGIN, y + 10.0),
        WIDTH,
    ) + 4.0;
    y = setter.put(
        out,
        say(book, &work.dose.question),
        Style::text(11.5),
        (MARGIN, y),
        WIDTH,
    ) + 4.0;
    for answer in work.dose.answers.iter() {
        sign(&mut page.ground, '□', (MARGIN, y), 11.0);
        y = setter.put(
            out,
            say(book, &answer.text),
            Style::text(11.0),
            (MARGIN + 16.0, y),
            WIDTH - 16.0,
        ) + 3.0;
    }
    help(&mut page, words, setter);
    page.title = Some(words.talk().to_owned());
    page.words = [
        vec![words.talk()],
        work.talk.iter().map(|one| say(book, one)).collect(),
        vec![words.help_call(), words.help_call_more()],
    ]
    .concat()
    .join("\n");
    page
}

/// The box that is one tap, or one look, away in every edition.
pub(super) fn help(page: &mut Page, words: vac_xin_so::ui::Words, setter: &Setter<'_>) {
    let top = A5.1 - 158.0;
    page.ground.push_str(&format!("<rect x=\"{MARGIN}\" y=\"{top}\" width=\"{WIDTH}\" height=\"126\" rx=\"12\" fill=\"#fff6e5\" stroke=\"#237067\" stroke-width=\"2\"/>"));
    let out = &mut page.front;
    setter.put(
        out,
        "111",
        Style::display(44.0).coloured(TILE).centred(),
        (MARGIN + 8.0, top + 14.0),
        96.0,
    );
    setter.put(
        out,
        words.help_call_more(),
        Style::text(8.5).centred(),
        (MARGIN + 10.0, top + 66.0),
        92.0,
    );
    let mut y = top + 12.0;
    for line in [
        words.help_stop(),
        words.help_tell(),
        words.help_report(),
        words.help_kind(),
    ] {
        y = setter.put(
            out,
            line,
            Style::text(9.5),
            (MARGIN + 118.0, y),
            WIDTH - 130.0,
        ) + 4.0;
    }
}

/// The pages of the printed book.
pub(super) fn pages(book: &Book<'_>, work: &Work, setter: &Setter<'_>) -> Vec<Page> {
    let mut pages = vec![cover(book, setter)];
    match &work.story {
        Story::Comic(panels) => {
            for own in composed(&shaped(panels), (WIDTH, A5.1 - 2.0 * MARGIN - 14.0)) {
                let mut page = Page::new(A5);
                let foot = rows(
                    &mut page,
                    &own,
                    (MARGIN, 0.0),
                    (WIDTH, A5.1 - 2.0 * MARGIN - 14.0),
                );
                // What is lower than the page stands in its middle.
                let down = MARGIN + ((A5.1 - 2.0 * MARGIN - 14.0 - foot) / 2.0).max(0.0);
                for (_, place) in &mut page.panels {
                    place[1] += down;
                }
                let shown = page
                    .panels
                    .iter()
                    .filter_map(|(id, _)| panels.iter().find(|panel| panel.id == *id));
                page.words = told(book, shown);
                page.number(pages.len() + 1, setter);
                pages.push(page);
            }
        }
        Story::Scenario(scenario) => {
            for passage in scenario.passages.iter() {
                let number = |id| {
                    scenario
                        .passages
                        .iter()
                        .position(|one| one.id == id)
                        .unwrap_or(0)
                        + 1
                };
                let mut page = passage_page(book, passage, setter, &|id| number(id));
                page.number(pages.len() + 1, setter);
                pages.push(page);
            }
        }
    }
    pages.push(back(book, work, setter));
    pages
}

/// One passage on one page: its panels, and below them where it goes on.
fn passage_page(
    book: &Book<'_>,
    passage: &Passage,
    setter: &Setter<'_>,
    at: &dyn Fn(vac_xin_so::model::PassageId) -> usize,
) -> Page {
    let words = book.words();
    let mut page = Page::new(A5);
    let (text, small) = (Style::display(12.0), Style::text(10.0));
    let room = WIDTH - 26.0;
    // How high what follows is, so that the panels leave it room.
    let below: f64 = match &passage.next {
        Next::Choices(choices) => {
            choices
                .iter()
                .map(|choice| {
                    setter.height(&words.edition_go(say(book, &choice.text), 88), text, room) + 13.0
                })
                .sum::<f64>()
                + 26.0
        }
        Next::Ending(ending) => {
            ending
                .learned
                .iter()
                .map(|one| setter.height(one.in_(book.lang), small, room) + 4.0)
                .sum::<f64>()
                + 84.0
        }
    };
    let free = (WIDTH, A5.1 - 2.0 * MARGIN - 16.0 - below);
    let own = largest(&shaped(&passage.panels), free);
    let mut y = rows(&mut page, &own, (MARGIN, MARGIN), free) + 10.0;
    match &passage.next {
        Next::Choices(choices) => {
            y = setter.put(
                &mut page.front,
                words.choose(),
                Style::display(13.0).coloured(JADE),
                (MARGIN, y),
                WIDTH,
            ) + 4.0;
            for choice in choices.iter() {
                let to = at(choice.to.clone());
                let line = words.edition_go(say(book, &choice.text), to + 1);
                let high = setter.height(&line, text, room) + 8.0;
                page.ground.push_str(&format!("<rect x=\"{MARGIN}\" y=\"{y:.1}\" width=\"{WIDTH}\" height=\"{high:.1}\" rx=\"9\" fill=\"#ffedc2\" stroke=\"#2b2430\" stroke-width=\"1.2\"/>"));
                setter.put(&mut page.front, &line, text, (MARGIN + 13.0, y + 3.0), room);
                page.links.push(([MARGIN, y, WIDTH, high], to));
                y += high + 5.0;
            }
        }
        Next::Ending(ending) => {
            y = setter.put(
                &mut page.front,
                words.ending(ending.kind),
                Style::text(9.0).coloured(JADE),
                (MARGIN, y),
                WIDTH,
            );
            y = setter.put(
                &mut page.front,
                say(book, &ending.title),
                Style::display(16.0),
                (MARGIN, y),
                WIDTH,
            ) + 3.0;
            for one in ending.learned.iter() {
                setter.put(&mut page.front, "•", small, (MARGIN, y), 10.0);
                y = setter.put(
                    &mut page.front,
                    say(book, one),
                    small,
                    (MARGIN + 12.0, y),
                    room,
                ) + 3.0;
            }
            let to = at(ending.retry.clone());
            let line = words.edition_again(to + 1);
            page.links.push(([MARGIN, y, WIDTH, 20.0], to));
            setter.put(
                &mut page.front,
                &line,
                Style::display(11.0).coloured(JADE),
                (MARGIN, y + 3.0),
                WIDTH,
            );
        }
    }
    page.words = told(book, passage.panels.iter());
    page
}

/// A card between panels on a screen: 1000 units wide, as high as a square.
fn card(lines: &[(&str, Style)], setter: &Setter<'_>) -> Page {
    let mut page = Page::new((1000.0, 1000.0));
    page.ground
        .push_str("<rect width=\"1000\" height=\"1000\" fill=\"#fff6e5\"/>");
    let high: f64 = lines
        .iter()
        .map(|(line, style)| setter.height(line, *style, 820.0) + 24.0)
        .sum();
    let mut y = (500.0 - high / 2.0).max(40.0);
    for (line, style) in lines {
        y = setter.put(&mut page.front, line, *style, (90.0, y), 820.0) + 24.0;
    }
    page.words = lines
        .iter()
        .map(|(line, _)| *line)
        .collect::<Vec<_>>()
        .join("\n");
    page
}

/// The screens of readers' apps: a cover, one panel each, and cards where one chooses.
pub(super) fn screens(book: &Book<'_>, work: &Work, setter: &Setter<'_>) -> Vec<Page> {
    let words = book.words();
    let small = Style::text(34.0).coloured(SOFT).centred();
    let mut front = card(
        &[
            (words.site(), Style::display(40.0).coloured(JADE).centred()),
            (book.title, Style::display(88.0).centred()),
            (book.summary, Style::text(38.0).centred()),
            (&words.ages(book.ages.min, book.ages.max), small),
        ],
        setter,
    );
    front.title = Some(book.title.to_owned());
    let mut screens = vec![front];
    let screen = |panel: &Panel| {
        let mut page = Page::new((1000.0, f64::from(panel.shape.height())));
        page.panels.push((panel.id.clone(), [0.0, 0.0, 1000.0]));
        page.words = told(book, [panel]);
        page
    };
    match &work.story {
        Story::Comic(panels) => screens.extend(panels.iter().map(screen)),
        Story::Scenario(scenario) => {
            // Where each passage begins: its panels and one card each.
            let mut begins = Vec::new();
            let mut at = 1;
            for passage in scenario.passages.iter() {
                begins.push((passage.id.clone(), at));
                at += passage.panels.len() + 1;
            }
            let to = |id: &vac_xin_so::model::PassageId| {
                begins
                    .iter()
                    .find(|(own, _)| own == id)
                    .map_or(0, |(_, at)| *at)
            };
            for passage in scenario.passages.iter() {
                screens.extend(passage.panels.iter().map(screen));
                screens.push(match &passage.next {
                    Next::Choices(choices) => {
                        let ways: Vec<(&str, usize)> = choices
                            .iter()
                            .map(|choice| (say(book, &choice.text), to(&choice.to)))
                            .collect();
                        ways_card(words.choose(), &ways, book, setter)
                    }
                    Next::Ending(ending) => {
                        let mut lines = vec![
                            (words.ending(ending.kind), small),
                            (say(book, &ending.title), Style::display(64.0).centred()),
                        ];
                        lines.extend(
                            ending
                                .learned
                                .iter()
                                .map(|one| (say(book, one), Style::text(36.0).centred())),
                        );
                        let mut page = card(&lines, setter);
                        let again = words.edition_again(to(&ending.retry) + 1);
                        setter.put(
                            &mut page.front,
                            &again,
                            Style::display(40.0).coloured(JADE).centred(),
                            (90.0, 900.0),
                            820.0,
                        );
                        page.links
                            .push(([90.0, 880.0, 820.0, 90.0], to(&ending.retry)));
                        page
                    }
                });
            }
        }
    }
    let mut last: Vec<(&str, Style)> =
        vec![(words.talk(), Style::display(56.0).coloured(JADE).centred())];
    last.extend(
        work.talk
            .iter()
            .map(|one| (say(book, one), Style::text(36.0).centred())),
    );
    last.extend([
        ("111", Style::display(120.0).coloured(TILE).centred()),
        (words.help_call_more(), small),
    ]);
    let mut last = card(&last, setter);
    last.title = Some(words.talk().to_owned());
    screens.push(last);
    screens
}

/// A choice on a screen: each way is a button that leads to its passage, and says which screen that is.
fn ways_card(title: &str, ways: &[(&str, usize)], book: &Book<'_>, setter: &Setter<'_>) -> Page {
    let words = book.words();
    let mut page = card(&[], setter);
    let style = Style::display(44.0);
    let mut y = setter.put(
        &mut page.front,
        title,
        Style::display(60.0).coloured(JADE).centred(),
        (90.0, 90.0),
        820.0,
    ) + 40.0;
    for (text, to) in ways {
        let line = words.edition_go(text, to + 1);
        let high = setter.height(&line, style, 760.0) + 44.0;
        page.ground.push_str(&format!("<rect x=\"80\" y=\"{y:.0}\" width=\"840\" height=\"{high:.0}\" rx=\"34\" fill=\"#ffedc2\" stroke=\"#2b2430\" stroke-width=\"5\"/>"));
        setter.put(&mut page.front, &line, style, (120.0, y + 18.0), 760.0);
        page.links.push(([80.0, y, 840.0, high], *to));
        y += high + 26.0;
    }
    page.words = [vec![title], ways.iter().map(|(text, _)| *text).collect()]
        .concat()
        .join("\n");
    page
}
