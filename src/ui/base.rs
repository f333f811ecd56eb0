//! The base path, and links that come under it.

use crate::route::Route;
use yew::prelude::*;

/// The path that the site stands under: `/`, or for instance `/app/`.
#[derive(Clone, Debug, PartialEq)]
pub struct Base(pub AttrValue);

impl Base {
    /// The address of a page, with what follows its path (`#anchor` or nothing).
    pub fn to(&self, route: Route, rest: &str) -> AttrValue {
        let path = route.path();
        AttrValue::from(format!("{}{}{rest}", self.0, path.trim_start_matches('/')))
    }
}

/// Props of [`Link`].
#[derive(PartialEq, Properties)]
pub struct LinkProps {
    /// The page it leads to.
    pub to: Route,
    /// What follows the path, for instance `#sources`.
    #[prop_or_default]
    pub rest: AttrValue,
    /// The page being shown, if the link should say that it leads there.
    #[prop_or_default]
    pub here: Option<Route>,
    /// Classes.
    #[prop_or_default]
    pub class: Classes,
    /// What it says.
    pub children: Html,
}

/// A plain link to a page. The shell turns a click into navigation without a reload.
#[component]
pub fn Link(props: &LinkProps) -> Html {
    let base = use_context::<Base>().expect("the app provides the base path");
    let current = (props.here == Some(props.to)).then_some("page");
    html! {
        <a href={base.to(props.to, &props.rest)} class={props.class.clone()} aria-current={current}>
            { props.children.clone() }
        </a>
    }
}
