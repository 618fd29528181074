//! What a site has besides its works: icons, manifest, the page for lost links, headers for hosts.

use std::path::Path;

use vac_xin_so::model::Lang;
use vac_xin_so::reader::Animal;
use vac_xin_so::ui::Words;

use super::head::policy;
use super::{Files, Workshop, picture, styles};
use crate::stage;
use crate::staging::{Actor, Facing, Set, Shot, Staging};

/// The site's own address, for links that must be whole (previews, canonical addresses).
#[derive(Clone, Debug)]
pub struct Site {
    /// With a slash at its end.
    pub url: String,
}

pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, String> {
    #[expect(
        clippy::disallowed_methods,
        reason = "the site's own files, not an author's"
    )]
    std::fs::read(path).map_err(|why| format!("{}: {why}", path.display()))
}

pub(super) fn print(shop: &Workshop<'_>, files: &mut Files) -> Result<(), String> {
    let icon = styles::text(&shop.project.join("assets/icons/icon.svg"))?;
    for size in [180, 192, 512] {
        files.insert(
            format!("icons/icon-{size}.png"),
            picture::png(&icon, size, &[])?.into(),
        );
    }
    // In the bar the mark is round.
    let mark = icon
        .replace("viewBox=\"0 0 512 512\"", "viewBox=\"60 42 392 392\"")
        .replace("<path fill=\"#2f8f83\" d=\"M0 0h512v512H0z\"/>", "")
        .replace(
            "<path fill=\"#257a70\" d=\"M0 352c120-40 392-40 512 0v160H0z\"/>",
            "",
        );
    let avatars = Animal::ALL.iter().map(|animal| animal.name());
    for name in avatars.chain(["stamp-done", "stamp-booster", "stamp-all"]) {
        let drawn = bytes(&shop.project.join(format!("assets/avatars/{name}.svg")))?;
        files.insert(format!("icons/{name}.svg"), drawn.into());
    }
    files.insert("icons/mark.svg".into(), mark.into_bytes().into());
    files.insert("icons/icon.svg".into(), icon.into_bytes().into());
    files.insert("art/welcome.svg".into(), welcome(shop).into_bytes().into());
    files.insert(
        "manifest.webmanifest".into(),
        manifest().into_bytes().into(),
    );
    files.insert("404.html".into(), lost().into_bytes().into());
    files.insert("_headers".into(), headers(shop).into_bytes().into());
    files.insert(
        "robots.txt".into(),
        b"User-agent: *\nAllow: /\n".to_vec().into(),
    );
    Ok(())
}

/// The three who greet on the home page.
fn welcome(shop: &Workshop<'_>) -> String {
    let figure = |who: &str, pose: &str, face: &str, x: f64, facing| Actor {
        pose: pose.into(),
        face: face.into(),
        x,
        scale: 1.25,
        facing,
        ..Actor::of(who)
    };
    let set = Set::place("living-room".into(), Shot::Full);
    let staging = Staging {
        actors: vec![
            figure("mai", "talk", "joy", 250.0, Facing::Right),
            figure("bin", "cheer", "laugh", 740.0, Facing::Left),
            figure("te-te", "cheer", "joy", 500.0, Facing::Right),
        ],
        ..Staging::of(vac_xin_so::model::Shape::Wide, set)
    };
    let staged = stage::stage(&staging, shop.art);
    // The figures alone, on the page's own ground.
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"60 20 880 720\">{}</svg>",
        stage::figures(&staged, shop.art)
    )
}

fn manifest() -> String {
    let words = Words(Lang::Vi);
    let icon = |size: u32, purpose: &str| serde_json::json!({ "src": format!("icons/icon-{size}.png"), "sizes": format!("{size}x{size}"), "type": "image/png", "purpose": purpose });
    let manifest = serde_json::json!({
        "name": words.site(),
        "short_name": words.site(),
        "description": words.tagline(),
        "lang": "vi",
        "id": "./",
        "start_url": "./vi/",
        "scope": "./",
        "display": "standalone",
        "background_color": "#fff6e5",
        "theme_color": "#2f8f83",
        "icons": [icon(192, "any"), icon(512, "any"), icon(512, "maskable")],
    });
    manifest.to_string()
}

/// Kept whole in one file, since a host serves it at any depth.
fn lost() -> String {
    let style = "body{margin:0;min-height:100vh;display:grid;place-content:center;text-align:center;background:#fff6e5;color:#2b2430;font:1.2rem/1.5 system-ui,sans-serif;padding:1rem}a{display:inline-block;margin:.5rem;padding:.8rem 1.4rem;border-radius:2rem;background:#237067;color:#fff}";
    let (vi, en) = (Words(Lang::Vi), Words(Lang::En));
    format!(
        "<!doctype html><html lang=\"vi\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"robots\" content=\"noindex\"><title>404 · {}</title><style>{style}</style></head>\
         <body><main><h1>{}</h1><p>{}</p><p lang=\"en\">{}</p><p><a href=\"../\">{}</a><a href=\"../en/\" lang=\"en\">{}</a><a href=\"tel:111\">111</a></p></main></body></html>",
        policy(None, Some(style)),
        vi.site(),
        vi.not_found(),
        vi.not_found_more(),
        en.not_found_more(),
        vi.home(),
        en.home()
    )
}

/// For hosts that read a `_headers` file: the same policy as in the pages, and how long to keep what.
fn headers(shop: &Workshop<'_>) -> String {
    format!(
        "/*\n  Content-Security-Policy: {}; frame-ancestors 'self'\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n  \
         Permissions-Policy: camera=(), microphone=(), geolocation=()\n  Cache-Control: no-cache\n/fonts/*\n  Cache-Control: public, max-age=31536000, immutable\n\
         /*.wasm\n  Cache-Control: public, max-age=31536000, immutable\n",
        policy(shop.frame.reload.as_deref(), None)
    )
}
