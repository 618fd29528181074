//! The rulebook: each rule a spread of its own, then what can be printed.

use maud::{Markup, html};
use vac_xin_so::ui::Words;

use super::Drawer;
use super::sheets::{FOLD, POSTER, PROMISE};
use crate::check::{Promise, Rule};

/// Every rule, and the ways to the sheets.
pub(super) fn rules(all: &[Rule], promise: &Promise, draw: &mut Drawer<'_>) -> Markup {
    let words = Words(draw.lang);
    html! {
        nav.rule-list aria-label=(words.rules_all()) {
            ol { @for rule in all { li { a href={ "#" (rule.id) "-dieu" } { (draw.say(&rule.title)) } } } }
        }
        @for (i, one) in all.iter().enumerate() { (rule(i + 1, one, draw)) }
        section.promise {
            h2 { (draw.say(&promise.title)) }
            ol { @for line in promise.lines.iter() { li { (draw.say(line)) } } }
            p.ways.no-print {
                a.button.strong href=(PROMISE) { (words.promise_sheet()) }
                a.button href=(POSTER) { (words.poster()) }
                a.button href=(FOLD) { (words.fold()) }
            }
        }
    }
}

fn rule(number: usize, rule: &Rule, draw: &mut Drawer<'_>) -> Markup {
    let words = Words(draw.lang);
    let name = |i: usize| format!("{}-{i}", rule.id);
    html! {
        section.rule id={ (rule.id) "-dieu" } aria-labelledby={ (rule.id) "-t" } {
            header.rule-head {
                span.rule-number aria-hidden="true" { (number) }
                h2 id={ (rule.id) "-t" } { span.unseen { (words.rule_n(number)) ": " } (draw.say(&rule.title)) }
                button.listen type="button" data-say=".rule" aria-label=(words.listen()) { (ear()) }
            }
            div.rule-body {
                (draw.panel(&rule.panel))
                div.rule-words {
                    p.why { (draw.say(&rule.why)) }
                    div.pair {
                        div.good { (draw.spot(&rule.good.0)) b { (words.rule_do()) } span { (draw.say(&rule.good.1)) } }
                        div.bad { (draw.spot(&rule.bad.0)) b { (words.rule_dont()) } span { (draw.say(&rule.bad.1)) } }
                    }
                }
            }
            div.try.ask.pictured role="radiogroup" aria-labelledby={ (rule.id) "-q" } {
                p.box-name { (words.rule_ask()) }
                p.asked id={ (rule.id) "-q" } { (draw.say(&rule.question)) }
                div.picture-answers {
                    @for (i, (picture, answer)) in rule.answers.iter().enumerate() {
                        input type="radio" autocomplete="off" name=(rule.id) id=(name(i));
                        label for=(name(i)) { (draw.spot(picture)) span { (draw.say(&answer.text)) } }
                    }
                    @for (i, (_, answer)) in rule.answers.iter().enumerate() {
                        p.said.{ "said-" (i) } aria-live="polite" data-right=[answer.right.then_some("")] {
                            span { b { @if answer.right { (words.right()) } @else { (words.think_again()) } " " } (draw.say(&answer.feedback)) }
                        }
                    }
                }
            }
        }
    }
}

/// An ear that hears: the sign of reading aloud.
fn ear() -> Markup {
    html! {
        svg viewBox="0 0 24 24" width="28" height="28" aria-hidden="true" focusable="false" {
            path d="M4 9v6h4l5 4V5L8 9zM16 8.5a5 5 0 0 1 0 7M18.5 6a8.5 8.5 0 0 1 0 12" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" {}
        }
    }
}
