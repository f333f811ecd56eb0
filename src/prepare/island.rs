//! The program of the page: hears what is done in the form, keeps it, and shows what follows from it.
//!
//! A component with `update` and not a reducer, because most of what happens ends outside: in the store, in the
//! fields, at the printer. Each is decided once, on the newest state, and carried out in order.

mod outside;

use self::outside::{Here, file_name};
use super::action::{Action, Paper, Use};
use super::form::Form;
use super::names::{Button, FORM, OWN_QUESTION, SHEET, join, spot};
use super::says::Says;
use super::sheet::{Headings, SheetView, marked_map};
use super::state::State;
use super::views::{self, FULL_SHEET, Offer, fresh};
use crate::core::Text;
use crate::core::sheet::Sheet;
use crate::platform::body::{LitFor, keep_awake};
use crate::platform::calendar::{self, Zone};
use crate::platform::events::{self, Listening};
use crate::platform::fields::{Done, Fields};
use crate::platform::file::{File, Link};
use crate::platform::portals::Portals;
use crate::platform::store::{Change, Shared, Status, Store, Subscription};
use crate::platform::{page, share};
use serde::{Deserialize, Serialize};
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`Prepare`].
#[derive(Clone, Deserialize, PartialEq, Properties, Serialize)]
pub struct PrepareProps {
    /// What the page asks.
    pub form: Form,
    /// What it says.
    pub says: Says,
    /// The drawing of the sheet, as HTML of ours.
    pub map: Text,
}

/// What the component hears.
#[derive(Debug)]
pub enum Heard {
    /// Something was done in the form.
    Done(Done),
    /// Something happened.
    Action(Action),
    /// The store is loaded.
    Loaded(Vec<(String, String)>),
    /// Something has come from the device later.
    News(Vec<(String, String)>),
    /// Something outside has changed that's shown: whether all is kept, or that a file is made.
    Outside,
    /// Somebody came back to the page.
    Back,
}

/// Files that were offered, as links: of the sheet, and of the dates.
#[derive(Default)]
struct Offers {
    sheet: Option<(Link, Offer)>,
    dates: Option<(Link, Offer)>,
}

/// The program of the page.
pub struct Prepare {
    state: State,
    sheet: Rc<Sheet>,
    marks: Vec<(String, &'static str)>,
    map: AttrValue,
    loaded: bool,
    offers: Offers,
    /// The sheet is to be made a file of, once it's drawn for that.
    wanted: Option<Use>,
    drawn: NodeRef,
    focus: Option<String>,
    outside: Option<Outside>,
}

/// What there is outside, once the component is in the page.
struct Outside {
    store: Store,
    fields: Fields,
    portals: Portals,
    zone: Zone,
    can_share: bool,
    _listening: (Listening, Listening, Subscription),
}

impl Component for Prepare {
    type Message = Heard;
    type Properties = PrepareProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self {
            state: State::default(),
            sheet: Rc::default(),
            marks: Vec::new(),
            map: ctx.props().map.to_string().into(),
            loaded: false,
            offers: Offers::default(),
            wanted: None,
            drawn: NodeRef::default(),
            focus: None,
            outside: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, heard: Heard) -> bool {
        match heard {
            Heard::Action(action) => self.act(ctx, action),
            Heard::Done(done) => match self.action(done) {
                Some(action) => self.act(ctx, action),
                None => return false,
            },
            Heard::Loaded(texts) => {
                self.loaded = true;
                self.act(ctx, Action::Come(texts));
            }
            Heard::News(texts) => self.act(ctx, Action::Come(texts)),
            // Away from it, the screen may go dark again.
            Heard::Back if self.state.full => keep_awake(LitFor::Sheet, true),
            Heard::Back | Heard::Outside => {}
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let PrepareProps { form, says, .. } = ctx.props();
        let act = ctx.link().callback(Heard::Action);
        let sheet = |id: &'static str, headings: Headings| {
            let (sheet, says, map) = (self.sheet.clone(), says.clone(), self.map.clone());
            let (marked, large) = (!self.marks.is_empty(), self.state.answers.is_large());
            html! { <SheetView {id} {sheet} {says} {map} {marked} {large} {headings} /> }
        };
        let alone = self.wanted.map(|_| sheet(SHEET, Headings::Alone));
        let sentence = self.state.answers.sentence(form);
        let sentence = if sentence.is_empty() { says.choose_first() } else { &sentence };
        let told = &self.state.told;
        let offered = |offer: &'_ Option<(Link, Offer)>| offer.as_ref().map(|(_, offer)| offer.clone());
        let [of_sheet, of_dates] = [&self.offers.sheet, &self.offers.dates].map(offered);
        let at = |id, content: Html| self.outside.as_ref().map(|outside| outside.portals.draw(id, content));
        let zone = self.outside.as_ref().map(|outside| views::zone(&outside.zone, says));
        let can_share = self.outside.as_ref().is_some_and(|outside| outside.can_share);
        let full = if self.state.full {
            sheet(FULL_SHEET, Headings::InPage)
        } else {
            html! {}
        };
        html! {
            <>
                { sheet(SHEET, Headings::InPage) }
                // Drawn for the moment in which a file is made of it.
                <div hidden=true ref={&self.drawn}>{ for alone }</div>
                { for at(spot::MARKED, fresh(&told.marked)) }
                { for at(spot::REHEARSE, fresh(sentence)) }
                { for at(spot::REHEARSE_TOLD, fresh(&told.rehearse)) }
                { for at(spot::ORDER, views::order(&self.state, says, &act)) }
                { for at(spot::SHEET_BUTTONS, if can_share { views::share(says, &act) } else { html! {} }) }
                { for at(spot::SHEET_STATUS, views::sheet_status(&told.sheet, of_sheet.as_ref(), self.status(), says)) }
                { for at(spot::UNDO, if self.state.erased.is_some() { views::undo(says, &act) } else { html! {} }) }
                { for at(spot::LISTS_TOLD, fresh(&told.lists)) }
                { for at(spot::ZONE, zone.unwrap_or_default()) }
                { for at(spot::DATES_STATUS, views::dates_status(&told.dates, of_dates.as_ref(), says)) }
                { for at(spot::FULL_SCREEN, views::full_screen(full, says, &act)) }
            </>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            self.arrive(ctx);
        }
        if let Some(how) = self.wanted.take() {
            self.make_file(ctx, how);
            // What was drawn for it goes.
            ctx.link().send_message(Heard::Outside);
        }
        if let Some(id) = self.focus.take() {
            page::focus_id(&id);
        }
    }

    fn destroy(&mut self, _: &Context<Self>) {
        keep_awake(LitFor::Sheet, false);
    }
}

impl Prepare {
    /// The component is in the page: it finds the form and what stands in it, and asks for what's kept.
    fn arrive(&mut self, ctx: &Context<Self>) {
        let shared = ctx.link().context::<Shared>(Callback::noop()).map(|(shared, _)| shared);
        let (Some(fields), shared) = (Fields::of(FORM), shared.unwrap_or_else(|| Shared::new(join))) else {
            return;
        };
        let store = shared.get();
        let hears = ctx.link().callback(Heard::Done);
        let returning = store.clone();
        let (tells, back) = (ctx.link().clone(), ctx.link().clone());
        let listening = (
            fields.listen(move |done| hears.emit(done)),
            // Another page may have written meanwhile.
            events::on_return(move || {
                returning.refresh();
                back.send_message(Heard::Back);
            }),
            store.subscribe(move |change| {
                tells.send_message(match change {
                    Change::Status(_) => Heard::Outside,
                    Change::News(texts) => Heard::News(texts.to_vec()),
                });
            }),
        );
        // Any file of this kind will do to ask: the sheet itself is made when it's wanted.
        let any = File::new("text/html", |take| take(b"-"));
        let name = file_name(&ctx.props().says);
        let found = fields.read();
        self.outside = Some(Outside {
            can_share: any.is_some_and(|any| share::can_share(&any, &name)),
            portals: Portals::take(&spot::ALL),
            zone: calendar::zone(),
            store: store.clone(),
            fields,
            _listening: listening,
        });
        self.act(ctx, Action::Find(found));
        let loaded = ctx.link().callback(Heard::Loaded);
        store.load(move |texts| loaded.emit(texts.to_vec()));
        ctx.link().send_message(Heard::Outside);
    }

    /// Whether all is kept; `None` before the device has told what it keeps.
    fn status(&self) -> Option<Status> {
        self.outside.as_ref().filter(|_| self.loaded).map(|outside| outside.store.status())
    }

    /// What somebody meant by what they did in the form.
    fn action(&self, done: Done) -> Option<Action> {
        let own =
            || self.outside.as_ref().map(|outside| outside.fields.value(OWN_QUESTION)).unwrap_or_default();
        Some(match done {
            Done::Changed(name, text) => Action::Write(name, text),
            Done::Tapped(place) => Action::Tap(place),
            Done::Entered(id) if id == OWN_QUESTION => Action::Add(own()),
            Done::Entered(_) => return None,
            Done::Pressed(name) => match Button::from_name(&name)? {
                Button::Add => Action::Add(own()),
                Button::Hear => Action::Hear,
                Button::Print => Action::Print(Paper::Sheet),
                Button::PrintBlank => Action::Print(Paper::Blank),
                Button::PrintLists => Action::Print(Paper::Lists),
                Button::Copy => Action::Copy,
                Button::Save => Action::File(Use::Save),
                Button::Show => Action::Show(true),
                Button::ResetLists => Action::ResetLists,
                Button::Erase => Action::Erase,
                Button::Weekly => Action::Weekly,
                Button::Calendar => Action::Calendar(calendar::now(), calendar::seed()),
            },
        })
    }

    fn act(&mut self, ctx: &Context<Self>, action: Action) {
        let PrepareProps { form, says, map } = ctx.props();
        let effects = self.state.step(action, form, says, &Here);
        let answers = &self.state.answers;
        let sheet = answers.sheet(form, says);
        if *self.sheet != sheet {
            self.sheet = Rc::new(sheet);
        }
        let marks = form.places.iter().filter_map(|(id, _)| Some((id.to_string(), answers.wish(id)?.name())));
        let marks: Vec<(String, &'static str)> = marks.collect();
        if self.marks != marks {
            self.map = marked_map(map, &marks);
            self.outside.iter().for_each(|outside| outside.fields.mark(&marks));
            self.marks = marks;
        }
        for effect in effects {
            self.carry_out(ctx, effect);
        }
    }
}
