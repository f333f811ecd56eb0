//! The built site in real browsers, as people meet it. One file a theme; each
//! journey is one test an engine, such as `walk::keyboard::firefox`.

mod axe;
mod base;
mod early;
mod harness;
mod hidden;
mod html;
mod hydration;
mod looks;
mod made;
mod navigation;
mod no_script;
mod offline;
mod reading;
mod refused;
mod requests;
mod scenes;
mod screen_reader;
mod search;
mod settings;
mod sound;
mod sound_choices;
mod sounding;
mod steady;
mod update;
mod walk;
mod walk_60;
mod walking;
