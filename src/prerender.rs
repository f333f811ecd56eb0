//! Every page as HTML, on the host. Strings in, strings out; `bin/prerender.rs` reads and writes, by `files`.

pub mod document;
pub mod figure;
pub mod files;
pub mod hosts;
pub mod offline;
pub mod policy;
pub mod reviews;
pub mod sbom;
pub mod schema;
pub mod settings;
pub mod sound;

use self::figure::body_map::For;
use crate::app::islands::Island;
use crate::app::shell::shell;
use crate::content::book::Book;
use crate::content::{Pack, Sound, Words, fill};
use crate::core::position::Step;
use crate::evidence::{Claims, Studies};
use crate::faq::Search;
use crate::practitioners::Asks;
use crate::prepare::{Gift, Give, GiveProps, GiveWords, Prepare};
use crate::route::Route;
use crate::ui::{Base, PageHead, far_figure};
use crate::walkthrough::{self, Walkthrough, WalkthroughProps};
use crate::{evidence, faq, pages, practitioners, prepare};
use serde::Serialize;
use yew::LocalServerRenderer;
use yew::prelude::*;

/// The scene beside the heading of the walkthrough, where there's room for it.
const WALK_SCENE: &str = "diaphragm";

/// Renders what stands in `#app` for a page.
/// `finds` is the address of the file that finds things.
pub async fn app_html(book: &Book, words: &Words, finds: &str, route: Route) -> String {
    let page = match route {
        Route::Walk => {
            let props = WalkthroughProps { words: words.clone() };
            html! {
                <>
                    <PageHead heading={book.pages[route.place()].heading.clone()}>
                        <p class="lead">{ &*book.labels.walk_is() }</p>
                    </PageHead>
                    <div class="walk__scene">{ far_figure(&Base(book.base.clone().into()), WALK_SCENE, None) }</div>
                    <div id="walk-list">
                        { island::<Walkthrough>(Island::Walkthrough, props) }
                        { walkthrough::steps::steps(book) }
                    </div>
                </>
            }
        }
        Route::Faq => faq::page(book, island::<Search>(Island::Search, faq::props(book, finds))),
        _ => still_page(book, route),
    };
    let page = html! { <>{ page }{ checked(book, route) }</> };
    render(shell(book, route, page), &book.base).await
}

/// Makes the pack of a book: what is only read becomes HTML. `sound` is the folder of the recordings
/// below the base path.
pub async fn pack(book: &Book, sound: &str) -> Pack {
    let base = &book.base;
    let mut steps = Vec::new();
    for (place, step) in book.steps.iter().enumerate() {
        steps.push(Step {
            id: step.id.clone(),
            kind: step.kind,
            title: step.title.clone(),
            lines: book.spoken.lines[place].clone(),
            drawn: figure::drawn(book, &step.id),
        });
    }
    Pack {
        labels: book.labels.clone(),
        steps,
        plans: book.plans.clone(),
        sound: Sound {
            folder: sound.into(),
            bells: book.spoken.bells,
            hellos: book.spoken.hellos.clone(),
            stay: book.spoken.stay.clone(),
            taste: book.spoken.taste.clone(),
            hear: render(walkthrough::form::hear(&book.labels), base).await.into(),
            form: render(walkthrough::form::form(&book.labels), base).await.into(),
        },
    }
}

/// An island, with its props as JSON behind it.
fn island<C>(island: Island, props: C::Properties) -> Html
where
    C: BaseComponent,
    C::Properties: Clone + Serialize,
{
    let json = json(&props);
    html! {
        <>
            <div data-island={island.name()} data-on-use={island.wakes_on_use().then_some("")}><C ..props /></div>
            { json }
        </>
    }
}

/// The props of an island, as JSON in the element behind it.
fn json(props: &impl Serialize) -> Html {
    // A script of data ends only where `</` stands in it.
    let json = serde_json::to_string(props).expect("props are plain data").replace("</", "<\\/");
    html! { <script type="application/json" data-props="">{ Html::from_html_unchecked(json.into()) }</script> }
}

/// The page to prepare with: the island is its form, and the sheet in it is what the program draws.
fn preparing(book: &Book) -> Html {
    let [tapped, seen, by_hand] = [For::Tapping, For::Looking, For::Pen].map(figure::body_map::map);
    let props = prepare::props(book, &seen);
    let json = json(&props);
    let sheet = html! { <Prepare ..props /> };
    html! { <>{ prepare::page(book, Island::Prepare.name(), [&tapped, &by_hand], sheet) }{ json }</> }
}

/// What puts ticked lines on the page to hand over.
fn give(book: &Book, gift: Gift) -> Html {
    let legends = &book.legends;
    let (give, none) = match gift {
        Gift::Questions => (&legends.ask_take, &legends.ask_untold),
        Gift::Doctor => (&legends.check_take, &legends.check_untold),
    };
    let words = GiveWords {
        give: give.clone(),
        open: legends.to_page.clone(),
        none: none.clone(),
        given: legends.check_taken.clone(),
        unkept: legends.check_untaken.clone(),
        failed: legends.check_lost.clone(),
    };
    island::<Give>(Island::Give, GiveProps { gift, words })
}

/// A page that is only read.
fn still_page(book: &Book, route: Route) -> Html {
    let page = match route {
        Route::Home => pages::home::page(book, &figure::drawn(book, pages::home::HERO)),
        Route::Guide => pages::guide::page(book, |step| figure::drawn(book, step)),
        Route::Prepare => preparing(book),
        Route::Safety => pages::about::safety(book, give(book, Gift::Doctor)),
        Route::Evidence => {
            let studies = island::<Studies>(Island::Studies, evidence::studies(book));
            let claims = island::<Claims>(Island::Claims, evidence::claims(book));
            evidence::page(book, studies, claims)
        }
        Route::Practitioners => {
            let asks = island::<Asks>(Island::Asks, practitioners::props(book));
            practitioners::page(book, asks, give(book, Gift::Questions))
        }
        _ => pages::page(book, route),
    };
    html! { <div class="still">{ page }</div> }
}

/// When what a page says was last checked, below the pages whose words say that they're checked.
fn checked(book: &Book, route: Route) -> Html {
    let day = || book.month(book.reviewed());
    html! {
        if book.pages[route.place()].checked {
            <p class="version">{ fill(&book.legends.reviewed, &[("date", &day())]) }</p>
        }
    }
}

#[derive(PartialEq, Properties)]
struct FragmentProps {
    base: AttrValue,
    content: Html,
}

/// Content that nothing in the browser has to know about.
#[component]
fn Fragment(props: &FragmentProps) -> Html {
    html! {
        <ContextProvider<Base> context={Base(props.base.clone())}>
            { props.content.clone() }
        </ContextProvider<Base>>
    }
}

/// Renders content to plain HTML.
async fn render(content: Html, base: &str) -> String {
    let props = FragmentProps { base: base.to_owned().into(), content };
    LocalServerRenderer::<Fragment>::with_props(props).hydratable(false).render().await
}
