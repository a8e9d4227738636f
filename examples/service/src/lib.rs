//! A small HTTP service that embeds `mestring`: it ranks the runs of a desk, applies what happens
//! between two plans, and takes up edited rules while it runs.
//!
//! | request | answer |
//! |---|---|
//! | `GET /health` | version, packs with hashes, what was refused of the last edit |
//! | `GET /proposal?as_of=2026-11-22` | the order of priority, with every reason |
//! | `POST /events` | what a freed or lost room, a cancelled run, a closed day and the like open |
//! | `POST /what-if` | the least change of the plan if several of those happened; nothing is kept |
//! | `GET /schema`, `GET /schema/NAME` | JSON Schema of each of them |
//!
//! Read in this order: [`service`] (the state that requests share), [`pool`] (where the work is done),
//! [`routes`], [`wire`] (events as JSON), [`problem`] (errors as JSON), [`schema`], [`reload`] (folders
//! of rules that are followed).
//!
//! [`start`] joins them to paths, and [`args`] reads the command line.
//!
//! It is an example: it keeps the desk in memory, has no users and no rights, and stands behind
//! something that has both.

pub mod args;
pub mod pool;
pub mod problem;
pub mod reload;
pub mod routes;
pub mod schema;
pub mod service;
pub mod start;
mod trace;
pub mod wire;

pub use routes::{app, serve};
pub use service::Service;

/// The guide for those who embed, whose code runs as tests of this crate.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/guides/embed.md")]
pub struct EmbedGuide;
