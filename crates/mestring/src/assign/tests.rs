//! The engines against a slow readable reference.

mod brute_force;
mod changes;
mod explained;
mod holds;
mod input;
mod minimum;
mod reserve;
mod solved;
mod together;
