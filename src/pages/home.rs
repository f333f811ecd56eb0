//! The home page: what this is, what is known, the doors, and a few quiet notes. Only
//! read, so it is made on the host and travels as HTML.

use crate::content::book::Book;
use crate::core::Text;
use crate::route::Route;
use crate::ui::{Base, Glyph, icon, wide_figure};
use yew::prelude::*;

/// The scene across the page.
pub const HERO: &str = "room";

/// The home page.
///
/// `drawn` is the drawing in words.
pub fn page(book: &Book, drawn: &Text) -> Html {
    let home = &book.home;
    let base = Base(book.base.clone().into());
    html! {
        <>
            <div class="hero">
                <div class="hero__text">
                    <h1 tabindex="-1">{ &*book.pages[Route::Home.place()].heading }</h1>
                    <p class="lead">{ &*home.lead }</p>
                </div>
                <div class="hero__figure">{ wide_figure(&base, HERO, drawn) }</div>
            </div>
            <section class="known" aria-labelledby="known">
                <h2 id="known">{ &*home.known_title }</h2>
                <p class="known__line">{ &*home.known }</p>
                <p><a href={home.known_to.to_string()}>{ &*home.known_link }</a></p>
            </section>
            <ul class="ways">
                { for home.doors.iter().map(|door| html! {
                    <li class="way">
                        <a class="way__link" href={door.to.to_string()}>
                            { &*door.title }{ icon(Glyph::ArrowRight) }
                        </a>
                        <p>{ &*door.line }</p>
                    </li>
                }) }
            </ul>
            <div class="notes">
                { for home.notes.iter().map(|note| html! {
                    <section class="note">
                        <h2>{ &*note.title }</h2>
                        <p>{ &*note.text }</p>
                        if !note.to.is_empty() {
                            <p><a href={note.to.to_string()}>{ &*note.link }</a></p>
                        }
                    </section>
                }) }
            </div>
        </>
    }
}
