//! Blocks → markup. Everything that can be tried works without a script: radios and what is said to them.

use maud::{Markup, PreEscaped, html};
use vac_xin_so::ui::Words;

use super::Drawer;
use crate::doc::{Answer, Block, Box, Helper, Item, Prose, Slice};

/// The blocks of a text, one after another.
pub(super) fn blocks(blocks: &[Block], draw: &mut Drawer<'_>) -> Markup {
    html! { @for one in blocks { (block(one, draw)) } }
}

fn raw(prose: &Prose) -> PreEscaped<&str> {
    PreEscaped(prose.0.as_str())
}

fn block(block: &Block, draw: &mut Drawer<'_>) -> Markup {
    let words = Words(draw.lang);
    match block {
        Block::Prose(prose) => html! { (raw(prose)) },
        Block::Figure(panel, caption) => html! {
            figure { (draw.panel(panel)) @if !caption.0.is_empty() { figcaption { (raw(caption)) } } }
        },
        Block::Strip(panels) => html! {
            div.strip data-count=(panels.len()) { @for panel in panels { (draw.panel(panel)) } }
        },
        Block::Box(kind, title, inside) => boxed(*kind, title.as_deref(), inside, draw),
        Block::Check {
            id,
            link,
            prompt,
            answers,
        } => check(id, *link, prompt, answers, words),
        Block::Rate {
            id,
            labels,
            prompt,
            items,
        } => html! {
            section.try.rate id=(id) {
                (raw(prompt))
                @for (i, item) in items.iter().enumerate() { (rated(id, i, item, labels, words)) }
            }
        },
        Block::Pie { id, prompt, slices } => pie(id, prompt, slices, words),
        Block::Write {
            id,
            prompt,
            example,
        } => html! {
            section.try.write id=(id) {
                (raw(prompt))
                label { span { (words.write_here()) } textarea rows="3" autocomplete="off" {} }
                details { summary { (words.write_example()) } div { (raw(example)) } }
            }
        },
        Block::Tick { id, items } => html! {
            section.try.ticks id=(id) aria-label=(words.tick_title()) {
                h2 { (words.tick_title()) }
                ul { @for (i, item) in items.iter().enumerate() {
                    li { label { input type="checkbox" autocomplete="off" data-tick={ (draw.document.id) "/" (id) "-" (i) }; span { (raw(item)) } } }
                } }
            }
        },
        Block::Call(helpers) => call(helpers, words),
        Block::Law => law(draw),
        Block::Sheet { id, title, inside } => html! {
            section.paper-sheet id=(id) {
                @if !title.is_empty() { h2 { (title) } }
                (blocks(inside, draw))
                p.no-print { button.button type="button" data-print="" { (words.print_this()) } }
            }
        },
        Block::Plan(minutes, table) => html! {
            section.plan { p.plan-minutes { (words.plan_for(minutes)) } (raw(table)) }
        },
        Block::Case { id, title, inside } => html! {
            section.case id=(id) data-case="" aria-label=(title) {
                h2 { (title) }
                (blocks(inside, draw))
                p.ways.no-print {
                    a.button href="#chuyen" { (words.case_back()) }
                    a.button.exit data-exit="" href="about:blank" { (words.exit()) }
                }
            }
        },
    }
}

fn boxed(kind: Box, title: Option<&str>, inside: &[Block], draw: &mut Drawer<'_>) -> Markup {
    let words = Words(draw.lang);
    let own = match kind {
        Box::Say => Some(words.say_this()),
        Box::Now => Some(words.do_now()),
        Box::Proof => Some(words.keep_proof()),
        Box::Challenge => Some(words.challenge()),
        Box::Quote | Box::Note | Box::Steps => None,
    };
    let inside = blocks(inside, draw);
    let named = html! {
        @if let Some(own) = own { p.box-name { (own) } }
        @if let Some(title) = title { h3 { (title) } }
    };
    match kind {
        Box::Quote => html! { blockquote.pull { (inside) } },
        Box::Note => html! { aside.note-box { (named) (inside) } },
        Box::Steps | Box::Say | Box::Now | Box::Proof | Box::Challenge => {
            html! { section.box data-box=(kind.name()) { (named) (inside) } }
        }
    }
}

/// What is said to an answer: praise, or a kind second thought.
fn said(right: Option<bool>, prose: &Prose, words: Words) -> Markup {
    html! {
        @match right {
            Some(true) => { b { (words.right()) " " } }
            Some(false) => { b { (words.think_again()) " " } }
            None => {}
        }
        (raw(prose))
    }
}

fn check(id: &str, link: bool, prompt: &Prose, answers: &[Answer], words: Words) -> Markup {
    let name = |i: usize| format!("{id}-{i}");
    html! {
        div.try.ask id=(id) role="radiogroup" aria-labelledby={ (id) "-q" } data-link=[link.then_some("")] {
            div.asked id={ (id) "-q" } { (raw(prompt)) }
            @if link {
                div.address {
                    @for (i, answer) in answers.iter().enumerate() {
                        input type="radio" autocomplete="off" name=(id) id=(name(i)) aria-describedby={ (name(i)) "-s" };
                        label for=(name(i)) { (raw(&answer.text)) }
                    }
                    @for (i, answer) in answers.iter().enumerate() {
                        p.said.{ "said-" (i) } id={ (name(i)) "-s" } data-right=[answer.right.then_some("")] { (said(Some(answer.right), &answer.feedback, words)) }
                    }
                }
            } @else {
                @for (i, answer) in answers.iter().enumerate() {
                    div.reply {
                        input type="radio" autocomplete="off" name=(id) id=(name(i));
                        label for=(name(i)) { (raw(&answer.text)) }
                        p.said aria-live="polite" data-right=[answer.right.then_some("")] { span { (said(Some(answer.right), &answer.feedback, words)) } }
                    }
                }
            }
        }
    }
}

fn rated(id: &str, at: usize, item: &Item, labels: &[String], words: Words) -> Markup {
    let name = |i: usize| format!("{id}-{at}-{i}");
    let feedback = |label: usize| {
        let own = item.feedback.iter().find(|(to, _)| *to == Some(label));
        own.or_else(|| item.feedback.iter().find(|(to, _)| to.is_none()))
            .map(|(_, prose)| prose)
    };
    let right = |label: usize| (!item.right.is_empty()).then(|| item.right.contains(&label));
    html! {
        div.rate-item role="radiogroup" aria-labelledby={ (id) "-" (at) "-t" } {
            p.rate-text id={ (id) "-" (at) "-t" } { (raw(&item.text)) }
            div.labels {
                @for (i, label) in labels.iter().enumerate() {
                    input type="radio" autocomplete="off" name={ (id) "-" (at) } id=(name(i));
                    label for=(name(i)) { (label) }
                }
                @for i in 0..labels.len() {
                    @if let Some(prose) = feedback(i) {
                        p.said.{ "said-" (i) } aria-live="polite" data-right=[right(i).filter(|right| *right).map(|_| "")] { span { (said(right(i), prose, words)) } }
                    }
                }
            }
        }
    }
}

/// A day as a ring of 24 hours: the ring is drawn of the hours at the beginning; the app draws it anew.
fn pie(id: &str, prompt: &Prose, slices: &[Slice], words: Words) -> Markup {
    let mut from = 0u16;
    let arcs: Vec<(u16, u16)> = slices
        .iter()
        .map(|slice| {
            let start = from;
            from += u16::from(slice.hours);
            (start, u16::from(slice.hours))
        })
        .collect();
    html! {
        section.try.pie id=(id) data-pie="" {
            (raw(prompt))
            div.pie-both {
                svg viewBox="0 0 100 100" aria-hidden="true" focusable="false" {
                    circle.ring-all cx="50" cy="50" r="38" {}
                    @for (i, (start, hours)) in arcs.iter().enumerate() {
                        circle.arc.{ "arc-" (i) } cx="50" cy="50" r="38" pathLength="24" stroke-dasharray={ (hours) " 24" } stroke-dashoffset={ "-" (start) } {}
                    }
                }
                ul { @for (i, slice) in slices.iter().enumerate() {
                    li.{ "part-" (i) } {
                        label for={ (id) "-" (i) } { (raw(&slice.label)) ": " output { (words.hours(slice.hours)) } }
                        input type="range" autocomplete="off" min="0" max="16" step="1" value=(slice.hours) id={ (id) "-" (i) };
                        @if !slice.hint.0.is_empty() { p.hint { (raw(&slice.hint)) } }
                    }
                } }
            }
            p.pie-sum role="status" { (words.day_sum()) " " b { "24" } }
        }
    }
}

fn call(helpers: &[Helper], words: Words) -> Markup {
    html! {
        ul.calls { @for helper in helpers {
            @let (href, name, more) = match helper {
                Helper::Hotline => (Some("tel:111"), words.help_call(), words.help_call_more()),
                Helper::Police => (Some("tel:113"), words.call_113(), words.call_113_more()),
                Helper::Network => (Some("https://vn-cop.vn"), words.call_vn_cop(), words.call_vn_cop_more()),
                Helper::Platform => (None, words.call_platform(), words.call_platform_more()),
            };
            li {
                @if let Some(href) = href { a.button.strong href=(href) rel="noreferrer" { (name) } }
                @else { b.call-name { (name) } }
                span { (more) }
            }
        } }
    }
}

fn law(draw: &Drawer<'_>) -> Markup {
    let words = Words(draw.lang);
    let Some(law) = &draw.document.law else {
        return html! {};
    };
    html! {
        section.law-box {
            p.box-name { (words.law_says()) }
            p.law-sentence { (draw.say(&law.sentence)) }
            p.fine { cite { (draw.say(&law.source.text)) } " · " (words.checked_on(day(&law.source.checked, draw.lang))) }
            p.fine { (words.law_explains()) }
        }
    }
}

/// `2026-11-24` as people write it.
pub(super) fn day(iso: &str, lang: vac_xin_so::model::Lang) -> String {
    let mut parts = iso.split('-').map(|part| part.trim_start_matches('0'));
    let (year, month, day) = (
        parts.next().unwrap_or_default(),
        parts.next().unwrap_or_default(),
        parts.next().unwrap_or_default(),
    );
    match lang {
        vac_xin_so::model::Lang::Vi => format!("{day}/{month}/{year}"),
        vac_xin_so::model::Lang::En => {
            const MONTHS: [&str; 12] = [
                "January",
                "February",
                "March",
                "April",
                "May",
                "June",
                "July",
                "August",
                "September",
                "October",
                "November",
                "December",
            ];
            let name = month
                .parse::<usize>()
                .ok()
                .and_then(|month| MONTHS.get(month.wrapping_sub(1)))
                .copied()
                .unwrap_or(month);
            format!("{day} {name} {year}")
        }
    }
}
