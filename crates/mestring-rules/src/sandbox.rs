//! The only script engine, stripped to what a rule needs, with every limit set.
//!
//! Layers, from the outside in: words that rules may not use are refused while the text is parsed;
//! the walk over the parsed text (see [`crate::script`]) then lets through only what is on its
//! lists; and whatever still runs does so without clock, printing or files, under the limits below.
//! The limits are counted in operations and sizes, never in seconds: the same rule stops at the
//! same place on every machine.

use std::mem::size_of;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, OnceLock};

use rhai::packages::{
    ArithmeticPackage, BasicArrayPackage, BasicIteratorPackage, BasicMathPackage, LogicPackage,
    MoreStringPackage, Package,
};
use rhai::{Engine, FLOAT, INT, OptimizationLevel, Position};

use crate::worded::worded;

/// How many times a script is asked again at most where facts are missing, each time under all limits.
pub const COMPLETIONS: usize = crate::completion::RUNS;
/// How many operations one answer may take. A rule of forty lines takes about a hundred.
pub const OPERATIONS: u64 = 20_000;
/// How many bytes a script may have.
pub const SOURCE_BYTES: usize = 32 * 1024;
/// How many bytes `pack.toml` and each file of cases may have.
pub const TOML_BYTES: usize = 256 * 1024;
/// How many functions a script may define.
pub const FUNCTIONS: usize = 64;
/// How many variables there may be at once.
pub const VARIABLES: usize = 128;
/// How many bytes a text that a rule builds may have.
pub const TEXT_BYTES: usize = 4 * 1024;
/// How many items a list that a rule builds may have.
pub const LIST_ITEMS: usize = 256;
/// How deep expressions may be nested.
pub const DEPTH: usize = 32;

/// Words that do not parse: they build or run code, print, or reach other files.
pub(crate) const DISABLED: &[&str] = &[
    "eval",
    "curry",
    "call",
    "Fn",
    "is_shared",
    "type_of",
    "is_def_var",
    "is_def_fn",
    "print",
    "debug",
    "import",
    "export",
    "global",
    "this",
];

// A host that turns on `only_i32`, `f32_float` or `no_float` stops here, while it is compiled.
const _: () = assert!(size_of::<INT>() == 8, "rhai's feature `only_i32` is on");
const _: () = assert!(size_of::<FLOAT>() == 8, "rhai's feature `f32_float` is on");

/// Some other crate in this build has turned on a feature of the script engine that changes what
/// rules mean or removes a guard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}; {}", self.found(), self.help())]
pub struct HostError {
    /// The Cargo feature of `rhai`.
    pub feature: &'static str,
    /// What it does to rules.
    pub effect: HostEffect,
}

impl HostError {
    /// What was found, English.
    pub(crate) fn found(&self) -> String {
        let HostError { feature, effect } = self;
        format!("rhai's feature `{feature}` is on in this build: {effect}")
    }

    /// What would be right, English.
    pub(crate) fn help(&self) -> String {
        "find the crate that turns it on with `cargo tree -e features -i rhai`".to_owned()
    }
}

worded! {
    /// What a feature of the script engine does to rules that they cannot stand.
    HostEffect {
        /// Errors would have no place.
        NoLines = "host-no-lines", "errors in rules would have no line";
        /// Limits and checks of calculations would be gone.
        NoChecks = "host-no-checks", "limits and overflow checks would be gone";
        /// Texts and lists could grow without end.
        NoSizes = "host-no-sizes", "limits on size would be gone";
        /// Scripts could run without end.
        NoOperations = "host-no-operations", "limits on operations would be gone";
        /// Numbers with decimals would be compared bit by bit.
        NoTolerance = "host-no-tolerance",
            "numbers with decimals would be compared without the tolerance that rules have elsewhere";
        /// Calls are parsed in a way that this crate does not know.
        OtherCalls = "host-other-calls",
            "calls are parsed in another way, and coverage cannot be counted";
    }
}

/// A new engine with every guard set and nothing registered but the packages.
///
/// # Errors
/// Refuses a build in which rhai's features take a guard away.
pub(crate) fn engine() -> Result<Engine, HostError> {
    check_host()?;
    Ok(guarded_engine())
}

/// Looks whether some other crate of this build has turned on a feature of the script engine that
/// rules cannot stand. Every pack asks this before it loads; a host may ask when it starts.
///
/// The engine is looked at once in a process.
///
/// # Errors
/// Names the feature, what it does to rules, and how to find the crate that turns it on.
///
/// ```
/// mestring_rules::sandbox::check_host()?;
/// # Ok::<(), mestring_rules::sandbox::HostError>(())
/// ```
pub fn check_host() -> Result<(), HostError> {
    static HOST: OnceLock<Result<(), HostError>> = OnceLock::new();
    *HOST.get_or_init(host)
}

fn guarded_engine() -> Engine {
    let mut engine = Engine::new_raw();
    for package in packages() {
        engine.register_global_module(package.clone());
    }
    engine
        .set_optimization_level(OptimizationLevel::None)
        .set_strict_variables(true)
        .set_allow_looping(false)
        .set_allow_anonymous_fn(false)
        .set_allow_shadowing(false)
        .set_fail_on_invalid_map_property(true)
        .set_max_operations(OPERATIONS)
        .set_max_call_levels(DEPTH)
        .set_max_expr_depths(DEPTH, DEPTH)
        .set_max_variables(VARIABLES)
        .set_max_functions(FUNCTIONS)
        .set_max_modules(0)
        .set_max_string_size(TEXT_BYTES)
        .set_max_array_size(LIST_ITEMS)
        .set_max_map_size(LIST_ITEMS)
        .on_print(|_| {})
        .on_debug(|_, _, _| {})
        // The deadline: it counts operations, because the core reads no clock.
        .on_progress(|done| (done > OPERATIONS).then(|| "too many operations".into()));
    for word in DISABLED {
        engine.disable_symbol(*word);
    }
    engine
}

/// Holds an engine to the operations that were counted before its script runs: in builds with debug
/// assertions, such as every test and every fuzz target, more than those are a fault of the count.
pub(crate) fn hold(engine: &mut Engine, counted: u64) {
    engine.on_progress(move |done| {
        debug_assert!(done <= counted, "{done} operations, {counted} counted");
        (done > OPERATIONS).then(|| "too many operations".into())
    });
}

/// The packages are built once and shared: an engine per script costs little.
fn packages() -> &'static [Arc<rhai::Module>] {
    static PACKAGES: OnceLock<Vec<Arc<rhai::Module>>> = OnceLock::new();
    PACKAGES.get_or_init(|| {
        vec![
            LogicPackage::new().as_shared_module(),
            ArithmeticPackage::new().as_shared_module(),
            BasicMathPackage::new().as_shared_module(),
            MoreStringPackage::new().as_shared_module(),
            BasicArrayPackage::new().as_shared_module(),
            BasicIteratorPackage::new().as_shared_module(),
        ]
    })
}

/// A look at what the engine does, which some feature would change.
struct Canary {
    feature: &'static str,
    effect: HostEffect,
    sings: fn() -> bool,
}

const CANARIES: &[Canary] = &[
    Canary {
        feature: "no_position",
        effect: HostEffect::NoLines,
        sings: || Position::new(3, 4).line() == Some(3),
    },
    Canary {
        feature: "no_position",
        effect: HostEffect::NoLines,
        sings: || {
            let error = guarded_engine().eval::<INT>("1 +\n 2 + no_such_name");
            error.is_err_and(|error| {
                let at = error.unwrap_inner().position();
                (at.line(), at.position()) == (Some(2), Some(6))
            })
        },
    },
    Canary {
        feature: "unchecked",
        effect: HostEffect::NoChecks,
        sings: || {
            guarded_engine()
                .eval::<INT>("9223372036854775807 + 1")
                .is_err()
        },
    },
    Canary {
        feature: "unchecked",
        effect: HostEffect::NoSizes,
        sings: || {
            let doubling = "s += s; ".repeat(12);
            let script = format!("let s = \"0123456789abcdef\"; {doubling} s");
            guarded_engine()
                .eval::<rhai::ImmutableString>(&script)
                .is_err()
        },
    },
    Canary {
        feature: "unchecked",
        effect: HostEffect::NoOperations,
        sings: || {
            let mut engine = Engine::new_raw();
            engine.set_max_operations(200);
            engine.run("let n = 0; while n < 5000 { n += 1; }").is_err()
        },
    },
    Canary {
        feature: "unchecked",
        effect: HostEffect::NoTolerance,
        sings: || {
            guarded_engine()
                .eval::<bool>("0.1 + 0.2 == 0.3")
                .unwrap_or(false)
        },
    },
];

/// Looks once at the engine this build has.
fn host() -> Result<(), HostError> {
    for canary in CANARIES {
        if !guard(canary.sings).unwrap_or(false) {
            return Err(HostError {
                feature: canary.feature,
                effect: canary.effect,
            });
        }
    }
    Ok(())
}

/// Runs what other people's code may make panic: the one place where a panic is caught.
pub(crate) fn guard<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_build_has_every_guard() {
        assert_eq!(host(), Ok(()));
        assert!(CANARIES.len() >= 6);
    }

    #[test]
    fn a_lost_guard_names_the_feature_and_how_to_find_it() {
        let error = HostError {
            feature: "unchecked",
            effect: HostEffect::NoChecks,
        };
        insta::assert_snapshot!(error, @"rhai's feature `unchecked` is on in this build: limits and overflow checks would be gone; find the crate that turns it on with `cargo tree -e features -i rhai`");
    }

    #[test]
    #[should_panic(expected = "operations, 1 counted")]
    fn more_operations_than_were_counted_are_a_fault() {
        let mut engine = guarded_engine();
        hold(&mut engine, 1);
        let _ = engine.eval::<INT>("let a = 1; a + 2 * 3");
    }

    #[test]
    fn a_panic_is_caught() {
        assert_eq!(guard(|| 3), Some(3));
        assert_eq!(guard(|| -> i32 { panic!("on purpose") }), None);
    }
}
