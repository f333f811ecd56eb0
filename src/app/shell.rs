//! The frame of every page: skip link, header with the doors, the page, footer.

use crate::content::book::Book;
use crate::route::Route;
use crate::ui::{Base, Glyph, Link, icon};
use yew::prelude::*;

/// The frame of a page, with the page in it.
pub fn shell(book: &Book, route: Route, page: Html) -> Html {
    let (labels, here) = (&book.labels, Some(route));
    let base = Base(book.base.clone().into());
    let name_of = |route: Route| book.pages[route.place()].nav.to_string();
    html! {
        <div class="site">
            <a class="skip" href="#main">{ &*labels.skip() }</a>
            <header class="head">
                <Link to={Route::Home} {here} class="head__mark">
                    <svg class="mark" viewBox="0 0 512 512" aria-hidden="true" focusable="false">
                        <use href="#glyph-mark" />
                    </svg>
                    <span>{ &*labels.name() }</span>
                </Link>
                <nav class="doors" aria-label={labels.nav_main().to_string()}>
                    <ul>
                        { for Route::DOORS.iter().map(|door| html! {
                            <li>
                                <Link to={*door} {here} class="doors__link">
                                    { icon(glyph(*door)) }
                                    <span>{ name_of(*door) }</span>
                                </Link>
                            </li>
                        }) }
                    </ul>
                </nav>
                <nav class="beside" aria-label={labels.nav_also().to_string()}>
                    <ul>
                        { for Route::BESIDE.iter().map(|route| html! {
                            <li><Link to={*route} {here} class="doors__link">{ name_of(*route) }</Link></li>
                        }) }
                    </ul>
                </nav>
                <a class="head__find" href={base.to(Route::Faq, "#search")}>
                    { icon(Glyph::MagnifyingGlass) }<span>{ &*labels.find() }</span>
                </a>
                <button type="button" class="head__settings" data-opens="settings">
                    { icon(Glyph::Sliders) }<span>{ &*labels.settings() }</span>
                </button>
            </header>
            <main id="main" class={classes!("page", class_of(route))}>
                { page }
                if let Some(next) = route.next() {
                    <p class="onward">
                        <span>{ &*labels.next() }</span>
                        <Link to={next}>{ name_of(next) }{ icon(Glyph::ArrowRight) }</Link>
                    </p>
                }
            </main>
            <footer class="foot">
                <p class="foot__crisis"><a href={base.to(Route::Safety, "#crisis-lines")}>{ &*labels.foot_crisis() }</a></p>
                <p>{ &*labels.foot() }</p>
                <p class="share"><a href={base.to(route, "")} data-share="" data-copied={labels.copied().to_string()}>{ &*labels.share() }</a></p>
                <nav aria-label={labels.nav_foot().to_string()}>
                    <ul>
                        { for Route::FOOT.iter().map(|route| html! {
                            <li><Link to={*route} {here}>{ name_of(*route) }</Link></li>
                        }) }
                    </ul>
                </nav>
            </footer>
        </div>
    }
}

fn glyph(route: Route) -> Glyph {
    match route {
        Route::Guide => Glyph::BookOpen,
        Route::Walk => Glyph::HandPalm,
        Route::Faq => Glyph::Question,
        _ => Glyph::NotePencil,
    }
}

fn class_of(route: Route) -> &'static str {
    match route {
        Route::Home => "page--home",
        Route::Guide => "page--guide",
        Route::Walk => "page--walk",
        Route::Faq => "page--faq",
        _ => "page--text",
    }
}
