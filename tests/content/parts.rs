//! Part files that nobody should draw with: each is refused with a place and a way out.

use press::art;

/// What is said of a prop with this inside.
fn told_of(name: &str, inside: &str) -> String {
    let root = std::env::temp_dir().join(format!("vac-xin-so-parts-{}-{name}", std::process::id()));
    std::fs::create_dir_all(root.join("props")).unwrap();
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-100 -100 200 200\"><style>.red{{fill:#e2574c}}</style>{inside}</svg>"
    );
    std::fs::write(root.join("props/thing.svg"), svg).unwrap();
    let (found, faults) = art::load(&root);
    std::fs::remove_dir_all(root).unwrap();
    assert_eq!(
        found.props.contains_key("thing"),
        faults.is_empty(),
        "a part with faults is left out"
    );
    faults
        .iter()
        .flat_map(|(_, _, faults)| faults)
        .map(|fault| format!("{} {}\n", fault.message, fault.hint))
        .collect()
}

#[test]
fn a_plain_drawing_is_taken() {
    assert_eq!(
        told_of(
            "right",
            "<g id=\"prop\"><circle class=\"red\" cx=\"0\" cy=\"0\" r=\"9\"/></g>"
        ),
        ""
    );
}

#[test]
fn scripts_words_pictures_and_links_are_refused() {
    for foreign in [
        "<script>alert(1)</script>",
        "<text>hi</text>",
        "<image href=\"x.png\"/>",
        "<a href=\"https://example.org\"/>",
        "<use href=\"#x\"/>",
    ] {
        let name: String = foreign
            .chars()
            .filter(char::is_ascii_lowercase)
            .take(6)
            .collect();
        assert!(
            told_of(&name, &format!("<g id=\"prop\">{foreign}</g>"))
                .contains("is not allowed in art"),
            "{foreign}"
        );
    }
}

#[test]
fn handlers_styles_and_foreign_clips_are_refused() {
    assert!(
        told_of(
            "handler",
            "<g id=\"prop\"><circle class=\"red\" r=\"9\" onclick=\"x()\"/></g>"
        )
        .contains("attribute onclick is not allowed")
    );
    assert!(
        told_of(
            "style",
            "<g id=\"prop\"><circle style=\"fill:red\" r=\"9\"/></g>"
        )
        .contains("name the colour in <style>")
    );
    assert!(
        told_of(
            "clip",
            "<g id=\"prop\" clip-path=\"url(https://example.org/x.svg#a)\"/>"
        )
        .contains("clip path of another file")
    );
}

#[test]
fn an_unknown_colour_an_unnamed_layer_and_broken_xml_say_what_to_do() {
    assert!(
        told_of(
            "colour",
            "<g id=\"prop\"><circle class=\"rad\" r=\"9\"/></g>"
        )
        .contains("the palette has no colour “rad”")
    );
    assert!(told_of("layer", "<g><circle class=\"red\" r=\"9\"/></g>").contains("name the layer"));
    assert!(told_of("xml", "<g id=\"prop\">").contains("not a valid SVG file"));
}

#[test]
fn entities_cannot_be_made_to_explode() {
    assert!(
        told_of(
            "entity",
            "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><g id=\"prop\"/>"
        )
        .contains("not a valid SVG file")
    );
}
