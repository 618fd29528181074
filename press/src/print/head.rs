//! The frame of every page: what stands in `<head>`, and what Trunk has put into its `index.html`.

use std::fmt::Write as _;

use vac_xin_so::model::Lang;
use vac_xin_so::ui::{Leaf, Words};

use super::panel::attribute;
use super::{Workshop, csp_hash};

/// What Trunk has made: the names of the app's files, and the script with which `trunk serve` reloads.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    /// The glue script, relative to the root.
    pub js: String,
    /// The app, relative to the root.
    pub wasm: String,
    /// The classroom's glue and code, relative to the root.
    pub room: [String; 2],
    /// The same of the program that reads cards.
    pub cards: [String; 2],
    /// The script that starts it in a worker.
    pub cards_boot: String,
    /// The style sheet of the classroom.
    pub room_styles: String,
    /// The inline script that reloads the page while somebody works on it, if any.
    pub reload: Option<String>,
    /// The version of the whole library; known when everything else is.
    pub version: String,
    /// The names of what every page links, by what they are.
    pub boot: String,
    /// The one style sheet.
    pub styles: String,
    /// The two faces that every page needs at once: of balloons, and of plain words.
    pub fonts: [String; 2],
}

impl Frame {
    /// For what has no pages: editions.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// Reads Trunk's `index.html`.
    ///
    /// # Errors
    /// When the starter that `Trunk.toml` asks for is not in it.
    pub fn read(html: &str) -> Result<Self, String> {
        let of = |name: &str| {
            let start = html
                .find(&format!("{name}="))
                .ok_or_else(|| format!("index.html: Trunk has left no {name}"))?;
            // Trunk's minified page has no quotes.
            let rest = &html[start + name.len() + 1..];
            let value = match rest.strip_prefix('"') {
                Some(quoted) => quoted.split('"').next(),
                None => rest.split([' ', '>']).next(),
            }
            .unwrap_or_default();
            Ok::<_, String>(
                value
                    .trim_start_matches("./")
                    .trim_start_matches('/')
                    .to_owned(),
            )
        };
        // Trunk's own reload script is the only inline script there can be.
        let reload = html
            .split("<script>")
            .nth(1)
            .and_then(|rest| rest.split("</script>").next())
            .map(str::to_owned);
        Ok(Self {
            js: of("data-js")?,
            wasm: of("data-wasm")?,
            room: [of("data-classroom-js")?, of("data-classroom-wasm")?],
            cards: [of("data-card-reader-js")?, of("data-card-reader-wasm")?],
            cards_boot: String::new(),
            room_styles: String::new(),
            reload,
            version: String::new(),
            boot: String::new(),
            styles: String::new(),
            fonts: Default::default(),
        })
    }
}

/// What a page says of itself to the world.
#[derive(Clone, Debug)]
pub(super) struct About {
    pub(super) description: String,
    /// Its folder below the language's.
    pub(super) path: String,
    /// The picture of link previews, and what it shows.
    pub(super) picture: Option<(String, String)>,
    pub(super) article: bool,
}

/// Marks a page that was opened at a place of its own, before that place has arrived: without this the
/// first panel would flash up on a slow link. The one inline script; the policy names its hash.
const HEADED: &str = "if(location.hash)document.documentElement.dataset.to=''";

/// What a page may do: load from its own place, and nothing else.
pub(super) fn policy(reload: Option<&str>, style: Option<&str>) -> String {
    let (script, connect) = match reload {
        Some(script) => (format!(" {}", csp_hash(script)), " ws: wss:"),
        None => (String::new(), ""),
    };
    let style = style
        .map(|text| format!(" {}", csp_hash(text)))
        .unwrap_or_default();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {}{script}; style-src 'self'{style}; img-src 'self' data:; font-src 'self'; \
         connect-src 'self'{connect}; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'",
        csp_hash(HEADED)
    )
}

/// Who wakes a page.
#[derive(Clone, Copy, Debug)]
pub(super) enum Wakes<'a> {
    /// The app, by its island.
    App(&'a str),
    /// The classroom.
    Room,
}

pub(super) fn page(
    leaf: &Leaf,
    about: &About,
    body: &str,
    wakes: Wakes<'_>,
    shop: &Workshop<'_>,
) -> String {
    let frame = &shop.frame;
    let (lang, root) = (leaf.lang, leaf.root.as_str());
    let site = &shop.site.url;
    let title = attribute(&leaf.title());
    let description = attribute(&about.description);
    let address = |lang: Lang| format!("{site}{}/{}", lang.tag(), about.path);
    let mut head = format!(
        "<meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\">\
         <title>{title}</title><meta name=\"description\" content=\"{description}\">\
         <link rel=\"preload\" href=\"{root}{}\" as=\"font\" type=\"font/woff2\" crossorigin>\
         <link rel=\"preload\" href=\"{root}{}\" as=\"font\" type=\"font/woff2\" crossorigin>\
         <link rel=\"stylesheet\" href=\"{root}{}\">\
         <link rel=\"canonical\" href=\"{}\">",
        policy(frame.reload.as_deref(), None),
        frame.fonts[0],
        frame.fonts[1],
        frame.styles,
        address(lang)
    );
    for other in Lang::ALL {
        let _ = write!(
            head,
            "<link rel=\"alternate\" hreflang=\"{}\" href=\"{}\">",
            other.tag(),
            address(other)
        );
    }
    let _ = write!(
        head,
        "<link rel=\"alternate\" hreflang=\"x-default\" href=\"{}\">",
        address(Lang::Vi)
    );
    let locale = |lang: Lang| match lang {
        Lang::Vi => "vi_VN",
        Lang::En => "en_GB",
    };
    let _ = write!(
        head,
        "<meta property=\"og:type\" content=\"{}\"><meta property=\"og:site_name\" content=\"{}\">\
         <meta property=\"og:title\" content=\"{title}\"><meta property=\"og:description\" content=\"{description}\">\
         <meta property=\"og:url\" content=\"{}\"><meta property=\"og:locale\" content=\"{}\"><meta property=\"og:locale:alternate\" content=\"{}\">",
        if about.article { "article" } else { "website" },
        attribute(Words(lang).site()),
        address(lang),
        locale(lang),
        locale(lang.other())
    );
    if let Some((picture, alt)) = &about.picture {
        let alt = attribute(alt);
        let _ = write!(
            head,
            "<meta property=\"og:image\" content=\"{site}{picture}\"><meta property=\"og:image:type\" content=\"image/png\">\
             <meta property=\"og:image:width\" content=\"1200\"><meta property=\"og:image:height\" content=\"630\"><meta property=\"og:image:alt\" content=\"{alt}\">\
             <meta name=\"twitter:card\" content=\"summary_large_image\"><meta name=\"twitter:title\" content=\"{title}\">\
             <meta name=\"twitter:description\" content=\"{description}\"><meta name=\"twitter:image\" content=\"{site}{picture}\"><meta name=\"twitter:image:alt\" content=\"{alt}\">"
        );
    }
    let _ = write!(
        head,
        "<meta name=\"theme-color\" content=\"#2f8f83\"><meta name=\"color-scheme\" content=\"light dark\">\
         <link rel=\"icon\" href=\"{root}icons/icon-192.png\" type=\"image/png\" sizes=\"192x192\"><link rel=\"apple-touch-icon\" href=\"{root}icons/icon-180.png\">\
         <link rel=\"manifest\" href=\"{root}manifest.webmanifest\">"
    );
    let reload = frame
        .reload
        .as_ref()
        .map(|script| format!("<script>{script}</script>"))
        .unwrap_or_default();
    let (inside, js, wasm) = match wakes {
        Wakes::App(island) => (
            format!(
                "<div id=\"app\">{body}</div><script type=\"text/plain\" id=\"leaf\">{island}</script>"
            ),
            &frame.js,
            &frame.wasm,
        ),
        Wakes::Room => {
            let _ = write!(
                head,
                "<link rel=\"stylesheet\" href=\"{root}{}\">",
                frame.room_styles
            );
            (body.to_owned(), &frame.room[0], &frame.room[1])
        }
    };
    format!(
        "<!doctype html><html lang=\"{}\"><head>{head}<script>{HEADED}</script></head><body>{inside}\
         <script type=\"module\" src=\"{root}{}\" data-js=\"{js}\" data-wasm=\"{wasm}\"></script>{reload}</body></html>",
        lang.tag(),
        frame.boot,
    )
}
