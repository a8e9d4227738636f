//! What the core may not name: files, the environment, clocks, the network and random sources.
//!
//! Clippy refuses the commonest calls as they are typed; this rule refuses the modules themselves, so
//! that nothing is forgotten in a list of functions.

use super::names::{module, names};
use super::tree::source;
use super::{Look, Tree};

/// A path that is out of bounds, and the places that may name it all the same.
struct Ban {
    parts: &'static [&'static str],
    may: &'static [&'static str],
    reason: &'static str,
}

const EXCHANGE: &str = "crates/mestring-exchange/";
const COMMAND: &str = "crates/mestring-cli/";
const SERVICE: &str = "examples/service/";

const BANS: [Ban; 10] = [
    Ban {
        parts: &["std", "fs"],
        may: &[EXCHANGE],
        reason: "only mestring-exchange touches files",
    },
    Ban {
        parts: &["std", "net"],
        may: &[SERVICE],
        reason: "the libraries use no network",
    },
    Ban {
        parts: &["std", "env"],
        may: &[COMMAND, SERVICE],
        reason: "only programs read the environment",
    },
    Ban {
        parts: &["std", "process"],
        may: &[COMMAND, EXCHANGE, SERVICE],
        reason: "only the outer crates know that they are a process",
    },
    Ban {
        parts: &["std", "time", "SystemTime"],
        may: &[COMMAND, SERVICE],
        reason: "time is `as_of`; programs read the clock in one place",
    },
    Ban {
        parts: &["std", "time", "Instant"],
        may: &[SERVICE],
        reason: "time is `as_of`; benches measure, and a service says how long an answer took",
    },
    Ban {
        parts: &["std", "hash", "RandomState"],
        may: &[],
        reason: "it is seeded at random",
    },
    Ban {
        parts: &["std", "collections", "hash_map", "RandomState"],
        may: &[],
        reason: "it is seeded at random",
    },
    Ban {
        parts: &["getrandom"],
        may: &[],
        reason: "random work takes a seed",
    },
    Ban {
        parts: &["fastrand"],
        may: &[],
        reason: "random work takes a seed",
    },
];

/// Library code names no path of the table above, except where the table says so. Development crates and
/// the tests, benches and examples of a crate are no library code.
pub fn purity(tree: &Tree) -> Look {
    let mut look = Look::default();
    for (path, text) in tree.ending(&[".rs"]) {
        let Some((owner, file)) = source(path) else {
            continue;
        };
        if matches!(
            owner,
            "crates/xtask" | "crates/mestring-fuzz" | "benches/peers/rust"
        ) {
            continue;
        }
        look.seen += 1;
        match names(text, &module(file)) {
            Err(error) => look.fault(path, 0, error),
            Ok(found) => {
                for name in found {
                    let broken = BANS.iter().find(|ban| {
                        name.starts_with(ban.parts)
                            && !ban.may.iter().any(|place| path.starts_with(place))
                    });
                    if let Some(ban) = broken {
                        look.fault(
                            path,
                            name.line,
                            format!("`{}`: {}", name.shown(), ban.reason),
                        );
                    }
                }
            }
        }
    }
    look
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use super::*;

    #[test]
    fn each_place_keeps_to_its_own() {
        check(
            purity,
            &[
                ("crates/mestring-exchange/src/folder.rs", "use std::fs;"),
                (
                    "crates/mestring-cli/src/main.rs",
                    "fn main() { std::env::args(); }",
                ),
                ("crates/mestring/tests/plan.rs", "use std::fs;"),
                ("crates/xtask/src/a.rs", "use std::fs;"),
            ],
            &[],
        );
    }

    #[test]
    fn files_clocks_and_chance_in_the_core_are_faults() {
        check(
            purity,
            &[
                ("bindings/python/src/lib.rs", "use std::{fs::File, fmt};"),
                ("crates/mestring-exchange/src/a.rs", "use std::env::var;"),
                (
                    "crates/mestring/src/plan.rs",
                    "fn f() { std::time::SystemTime::now(); }",
                ),
                ("rules/lib.rs", "fn f() { getrandom::fill(b); }"),
            ],
            &[
                "bindings/python/src/lib.rs:1: `std::fs::File`: only mestring-exchange",
                "crates/mestring-exchange/src/a.rs:1: `std::env::var`: only programs",
                "crates/mestring/src/plan.rs:1: `std::time::SystemTime::now`: time is `as_of`",
                "rules/lib.rs:1: `getrandom::fill`: random work takes a seed",
            ],
        );
    }
}
