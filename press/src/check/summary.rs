//! What was proven, in a few lines.

use vac_xin_so::model::Story;

use super::Checked;

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
    let works = checked.works.len();
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
