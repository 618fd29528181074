//! Without script, or without the app: the pages are read as they were printed.

use crate::browser::server::Instead;
use crate::browser::{Driver, Server, Visit};
use crate::reading::{COMIC, SCENARIO};

/// The app's file, by its name in `dist`.
fn wasm() -> String {
    let dist = crate::browser::server::dist();
    let names = std::fs::read_dir(dist)
        .unwrap()
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned());
    names
        .into_iter()
        .find(|name| name.starts_with("app-") && name.ends_with(".wasm"))
        .expect("the app")
}

pub(crate) async fn a_page_whose_app_does_not_come_is_a_strip(
    visit: Visit,
    server: Server,
    _driver: Driver,
) {
    server.answer(&wasm(), Instead::Failure);
    visit.open(COMIC).await;
    visit
        .until(
            "the page knows that it is alone",
            "return document.documentElement.dataset.app === 'off'",
        )
        .await;
    assert_eq!(
        visit.panels_seen().await.len(),
        14,
        "all panels, one below the other"
    );
    visit.open(SCENARIO).await;
    visit.at_passage("tin-nhan").await;
    visit
        .browser
        .find(fantoccini::Locator::Css("[data-choice=hoi-nguoc]"))
        .await
        .unwrap()
        .click()
        .await
        .unwrap();
    visit.at_passage("lang-tranh").await;
}

pub(crate) async fn without_script(visit: Visit, _server: Server, _driver: Driver) {
    use fantoccini::Locator::Css;
    let shown = async |selector: &str| {
        let found = visit.browser.find_all(Css(selector)).await.unwrap();
        let mut count = 0;
        for one in found {
            count += usize::from(one.is_displayed().await.unwrap());
        }
        count
    };
    visit.open(COMIC).await;
    assert_eq!(shown("[data-panel]").await, 14, "a strip of all panels");
    assert_eq!(shown(".turn").await, 0, "nothing to turn");
    visit.open(SCENARIO).await;
    assert_eq!(shown("[data-passage]").await, 1);
    for (choice, passage) in [
        ("ke-meo", "hoi-nha"),
        ("noi-truong", "lo-noi"),
        ("dung-lai", "run-qua"),
        ("ke-het", "xong-hoc-duoc"),
    ] {
        let link = visit
            .browser
            .find(Css(&format!("[data-choice={choice}]")))
            .await
            .unwrap();
        link.click().await.unwrap();
        assert_eq!(
            shown("[data-passage]").await,
            1,
            "one passage after {choice}"
        );
        assert_eq!(shown(&format!("[data-passage={passage}]")).await, 1);
    }
    assert_eq!(shown("[data-ending=learned]").await, 1);
    visit
        .browser
        .find(Css("[data-passage=xong-hoc-duoc] [data-retry]"))
        .await
        .unwrap()
        .click()
        .await
        .unwrap();
    assert_eq!(shown("[data-passage=run-qua]").await, 1);
    visit
        .browser
        .find(Css(".help summary"))
        .await
        .unwrap()
        .click()
        .await
        .unwrap();
    assert_eq!(shown(".call-big").await, 1, "help opens without script");
    // Documents work without it: answers are answered, one way is shown.
    visit.open("vi/quy-tac-cua-em/").await;
    let answer = visit.browser.find(Css("label[for=r3-0]")).await.unwrap();
    answer.click().await.unwrap();
    assert_eq!(shown("#r3-dieu .said").await, 1, "the answer to one answer");
    visit.open("vi/co-chuyen-xay-ra/").await;
    let door = visit
        .browser
        .find(Css("#chuyen a[href='#bi-bat-nat']"))
        .await
        .unwrap();
    door.click().await.unwrap();
    assert_eq!(shown("[data-case]").await, 1, "one way");
}
