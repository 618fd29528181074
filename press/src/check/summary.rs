//! What was proven, in a few lines.

use vac_xin_so::model::Story;

use super::{Checked, Content};

/// One line a work, and one for all.
#[must_use]
pub fn summary(checked: &Checked) -> String {
    let mut out = String::new();
    for proven in &checked.works {
        let work = &proven.work;
        let panels = work.story.panels().count();
        let what = match (&work.story, &proven.paths) {
            (Story::Scenario(scenario), Some(paths)) => format!(
                "{} passages, {panels} panels, {} paths (longest {}), endings: {} safe, {} learned, {} helped",
                scenario.passages.len(),
                paths.count,
                paths.longest,
                paths.endings[0],
                paths.endings[1],
                paths.endings[2]
            ),
            _ => format!("{panels} panels"),
        };
        out.push_str(&format!("  {}: {what}\n", work.id));
    }
    for document in &checked.documents {
        let what = match &document.content {
            Content::Text(texts) => {
                let blocks = texts.values().next().map_or(0, Vec::len);
                format!("{}, {blocks} blocks", document.kind.name())
            }
            Content::Rules(rules, _) => format!("{} rules", rules.len()),
        };
        out.push_str(&format!(
            "  {}: {what}, {} panels\n",
            document.id,
            document.panels.len()
        ));
    }
    let works = checked.works.len() + checked.documents.len();
    let works = match works {
        1 => "1 work".to_owned(),
        _ => format!("{works} works"),
    };
    out.push_str(&format!(
        "{works} proven, {} findings\n",
        checked.found.len()
    ));
    out
}
