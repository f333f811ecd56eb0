//! How the scenes look: nothing cut, nothing over another, at every width, theme and size of text;
//! and a small set of them as they looked when somebody last looked, whatever the words are. Writes the gallery.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use browser::words::words;
use browser::{Page, Stage, journeys, scripts, site};
use image::imageops::FilterType;
use image::{DynamicImage, GenericImageView, Rgba, RgbaImage};
use serde_json::json;
use stillpoint::core::position::Kind;

use crate::scenes::SCENES;

journeys!(only Chromium: every_scene_fits, as_it_looked, every_place_is_drawn);

/// Name, width and height of the windows, and how much larger the text is.
const SIZES: [(&str, u32, u32, u32); 7] = [
    ("320", 320, 568, 100),
    ("390", 390, 844, 100),
    ("768", 768, 1024, 100),
    ("1440", 1440, 900, 100),
    ("1920", 1920, 1080, 100),
    ("390-text-200", 390, 844, 200),
    // 400 % zoom on a screen of 1280 × 1024.
    ("zoom-400", 320, 256, 100),
];
const SHORT: [&str; 3] = ["320", "1440", "390-text-200"];
const THEMES: [&str; 4] = ["light", "dark", "contrast", "forced"];

/// What is wrong with the page as it lies there.
const FAULTS: &str = r"
const wide = document.documentElement.clientWidth, faults = [];
const name = (it) => `<${it.localName} class='${it.getAttribute('class') ?? ''}'> ${it.textContent.trim().slice(0, 30)}`;
if (document.documentElement.scrollWidth > wide) faults.push(`the page is ${document.documentElement.scrollWidth} px wide of ${wide}`);
const hidden = (it) => !it.checkVisibility({ visibilityProperty: true, opacityProperty: true });
const floats = (it) => { for (; it; it = it.parentElement) if (['fixed', 'sticky'].includes(getComputedStyle(it).position)) return true; return false; };
const dialog = document.querySelector('dialog[open]');
// What lies below is laid out as for somebody who has come there.
for (const it of document.querySelectorAll('main *')) {
  if (getComputedStyle(it).contentVisibility === 'auto') it.style.contentVisibility = 'visible';
}
const all = [...(dialog ?? document.body).querySelectorAll('*')].filter((it) => !it.closest('svg') && !hidden(it));
const texts = [];
for (const it of all) {
  const style = getComputedStyle(it), box = it.getBoundingClientRect();
  if (box.width <= 1 || box.height <= 1 || it.closest('.skip, .unseen')) continue;
  const own = [...it.childNodes].filter((node) => node.nodeType === 3 && node.data.trim());
  if (['hidden', 'clip'].includes(style.overflowX) && own.length && it.scrollWidth > it.clientWidth + 1) faults.push(`cut: ${name(it)}`);
  let scrolls = false;
  for (let up = it; up && up !== dialog; up = up.parentElement) scrolls ||= ['auto', 'scroll'].includes(getComputedStyle(up).overflowX);
  if (!scrolls && (box.right > wide + 1 || box.left < -1)) faults.push(`beyond the edge: ${name(it)}`);
  if (scrolls || floats(it)) continue;
  for (const node of own) {
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) if (rect.width > 2) texts.push({ rect, it });
  }
}
texts.sort((a, b) => a.rect.top - b.rect.top);
texts.forEach(({ rect, it }, at) => {
  for (const other of texts.slice(at + 1)) {
    if (other.rect.top >= rect.bottom) break;
    const across = Math.min(rect.right, other.rect.right) - Math.max(rect.left, other.rect.left);
    const down = Math.min(rect.bottom, other.rect.bottom) - other.rect.top;
    // Letters of tight lines reach into each other's boxes a little.
    if (across > 2 && down > 0.45 * Math.min(rect.height, other.rect.height)) faults.push(`over each other: ${name(it)} and ${name(other.it)}`);
  }
});
for (const it of all.filter((it) => it.matches('a, button, summary, input') && !floats(it))) {
  const box = it.getBoundingClientRect();
  if (it.matches('button, summary, .button') && box.height < 23.5) faults.push(`only ${box.height.toFixed()} px high: ${name(it)}`);
}
return [...new Set(faults)].slice(0, 8)";

fn every_scene_fits(stage: &Stage) {
    let all = env::var_os("STILLPOINT_ALL").is_some();
    let host = stage.host_with_clock();
    let page = stage.page();
    let gallery = all.then(|| folder("target/gallery"));
    let mut found = Vec::new();
    for scene in &SCENES {
        for theme in if all { &THEMES[..] } else { &THEMES[..1] } {
            page.resize(390, 844, 1.0);
            colours(&page, theme);
            scene.open(&page, &host, if *theme == "forced" { "" } else { theme });
            for (size, width, height, text) in SIZES {
                if !all && !SHORT.contains(&size) {
                    continue;
                }
                page.resize(width, height, 1.0);
                page.eval("document.documentElement.style.fontSize = arguments[0]", &[larger(text)]);
                page.until("the window", &format!("return innerWidth === {width}"));
                let faults: Vec<String> = page.get(FAULTS);
                found.extend(faults.iter().map(|fault| format!("{}, {theme}, {size}: {fault}", scene.name)));
                if let Some(gallery) = &gallery {
                    let file = gallery.join(format!("{}-{theme}-{size}.png", scene.name));
                    fs::write(file, page.picture(false)).expect("a picture written");
                }
            }
            page.eval("document.documentElement.style.fontSize = ''", &[]);
        }
    }
    if let Some(gallery) = &gallery {
        fs::write(gallery.join("index.html"), contents()).expect("the gallery written");
        println!("The gallery is in {}", gallery.join("index.html").display());
    }
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

fn larger(text: u32) -> serde_json::Value {
    json!(if text == 100 { String::new() } else { format!("{text}%") })
}

fn colours(page: &Page, theme: &str) {
    let forced = if theme == "forced" { "active" } else { "none" };
    page.cdp(
        "Emulation.setEmulatedMedia",
        json!({ "features": [{ "name": "forced-colors", "value": forced }] }),
    );
}

/// The page that shows the pictures.
fn contents() -> String {
    let mut html = String::from(
        "<!doctype html><meta charset=utf-8><title>Gallery</title>
<style>body{font:16px/1.5 sans-serif;margin:1rem}figure{display:inline-block;margin:.5rem;vertical-align:top}
img{max-inline-size:20rem;max-block-size:30rem;border:1px solid #999}</style><h1>Gallery</h1>",
    );
    for scene in &SCENES {
        let _ = write!(html, "<h2>{}</h2>", scene.name);
        for theme in THEMES {
            for (size, ..) in SIZES {
                let file = format!("{}-{theme}-{size}.png", scene.name);
                let words = format!("{theme}, {size}");
                let _ = write!(
                    html,
                    "<figure><a href={file}><img loading=lazy src={file} alt='{words}'></a><figcaption>{words}</figcaption></figure>"
                );
            }
        }
    }
    html
}

/// Scenes whose looks are kept: what, in which theme, in which window.
const KEPT: [(&str, &str, u32, u32); 8] = [
    ("home", "light", 390, 844),
    ("home", "dark", 1440, 900),
    ("walk-holding", "light", 390, 844),
    ("walk-rest", "light", 390, 844),
    ("questions", "light", 768, 1024),
    ("settings", "contrast", 390, 844),
    ("prepare-places", "light", 390, 844),
    ("prepare-page", "dark", 1440, 900),
];

/// Pictures are compared at a quarter of their size: edges of letters differ between machines, places
/// and colours do not. A pixel differs from this distance in any colour on (of 255) …
const DISTANCE: u8 = 20;
/// … and so many of a hundred may differ.
const SHARE: f64 = 0.5;

fn as_it_looked(stage: &Stage) {
    let host = stage.host_with_clock();
    let page = stage.page();
    let references = folder("tests/browser/looks");
    let anew = env::var_os("STILLPOINT_LOOKED").is_some();
    let mut found = Vec::new();
    // Letters that come late are kept for the next page: from here on they are there.
    page.open_ready(&host, "/");
    page.until("the letters", crate::scenes::LETTERS);
    for (name, theme, width, height) in KEPT {
        let scene = SCENES.iter().find(|scene| scene.name == name).expect("a scene");
        page.resize(width, height, 1.0);
        scene.open(&page, &host, theme);
        page.inject(scripts::SAME_WORDS);
        let now = image::load_from_memory(&page.picture(false)).expect("a picture");
        let small = now.resize_exact(width / 4, height / 4, FilterType::Triangle);
        let file = references.join(format!("{name}-{theme}-{width}.png"));
        if anew {
            small.to_rgb8().save(&file).expect("a picture written");
            continue;
        }
        let kept =
            image::open(&file).unwrap_or_else(|why| panic!("{}: {why}; see CONTRIBUTING.md", file.display()));
        let (share, drawn) = differing(&kept, &small);
        println!("{name}, {theme}, {width}: {share:.2} % differ");
        if share > SHARE {
            let shown = folder("target/browser-failures").join(format!("looks-{name}-{theme}-{width}.png"));
            drawn.save(&shown).expect("a picture written");
            found.push(format!("{name}, {theme}, {width}: {share:.2} % differ, see {}", shown.display()));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The steps with hands, in the order of the words.
fn steps() -> Vec<&'static str> {
    words().steps.iter().filter(|step| step.kind != Kind::Quiet).map(|step| &*step.id).collect()
}

/// Every step: the hands are in the picture, and no two steps look alike. With the long run,
/// `target/gallery/places.png` shows them all, a column a step.
fn every_place_is_drawn(stage: &Stage) {
    let host = stage.host_with_clock();
    let page = stage.page();
    let holding = SCENES.iter().find(|scene| scene.name == "walk-holding").expect("a scene");
    let steps = steps();
    page.resize(640, 900, 1.0);
    holding.open(&page, &host, "light");
    let empty = figure(&page, "lying");
    let pictures: Vec<DynamicImage> = steps.iter().map(|step| figure(&page, step)).collect();
    for (nth, (step, picture)) in steps.iter().zip(&pictures).enumerate() {
        let (share, _) = differing(&empty, picture);
        assert!(share > 0.2, "{step} shows no hand: {share:.2} %");
        for (other, before) in steps.iter().zip(&pictures[..nth]) {
            let (share, _) = differing(before, picture);
            assert!(share > 0.1, "{step} looks like {other}: {share:.2} %");
        }
    }
    if env::var_os("STILLPOINT_ALL").is_some() {
        let (width, height) = (empty.width() / 2, empty.height() / 2);
        let mut sheet = RgbaImage::from_pixel(width * steps.len() as u32, height, Rgba([255; 4]));
        for (x, picture) in pictures.iter().enumerate() {
            let small = picture.resize(width, height, FilterType::Triangle).to_rgba8();
            image::imageops::overlay(&mut sheet, &small, i64::from(x as u32 * width), 0);
        }
        sheet.save(folder("target/gallery").join("places.png")).expect("a picture written");
    }
}

/// The stage with a scene, as a picture.
fn figure(page: &Page, scene: &str) -> DynamicImage {
    let show = "const it = document.querySelector('.held [data-turn=\"now\"] > svg');
        const one = it.firstElementChild.cloneNode();
        one.setAttribute('href', one.getAttribute('href').replace(/[^/]*svg/, `${arguments[0]}.svg`));
        it.replaceChildren(one)";
    page.eval(show, &[json!(scene)]);
    let there = "return document.querySelector('.held [data-turn=\"now\"] use').getBBox().width > 0";
    page.until("the scene", there);
    let script = "const it = document.querySelector('.held [data-turn=\"now\"]');
        document.getAnimations().forEach((one) => one.finish?.());
        const { x, y, width, height } = it.getBoundingClientRect();
        return { x: x + scrollX, y: y + scrollY, width, height, scale: 1 }";
    let clip = page.eval(script, &[]);
    image::load_from_memory(&page.picture_of(clip)).expect("a picture")
}

/// How many of a hundred pixels differ; and kept, new and difference side by side.
fn differing(kept: &DynamicImage, now: &DynamicImage) -> (f64, RgbaImage) {
    let (width, height) = now.dimensions();
    let (kept, now) = (kept.to_rgba8(), now.to_rgba8());
    let mut drawn = RgbaImage::new(width * 3, height);
    let mut count = 0_u32;
    for (x, y, new) in now.enumerate_pixels() {
        let old = kept.get_pixel_checked(x, y).copied().unwrap_or(Rgba([0; 4]));
        let far = (0..3).any(|at| old.0[at].abs_diff(new.0[at]) > DISTANCE);
        count += u32::from(far);
        drawn.put_pixel(x, y, old);
        drawn.put_pixel(width + x, y, *new);
        drawn.put_pixel(
            2 * width + x,
            y,
            if far { Rgba([200, 0, 0, 255]) } else { Rgba([245, 245, 245, 255]) },
        );
    }
    (100.0 * f64::from(count) / f64::from(width * height), drawn)
}

fn folder(path: &str) -> PathBuf {
    let folder = site::tests().join("..").join(Path::new(path));
    fs::create_dir_all(&folder).unwrap_or_else(|why| panic!("{}: {why}", folder.display()));
    folder
}
