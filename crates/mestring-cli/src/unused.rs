//! Options that every command takes and that one has no use for: given all the same, they are refused,
//! so that nobody takes the answer for one to what was meant.

use crate::args::{Args, Command, Rules};
use crate::error::{CommandError, Instead};

/// What a command does not use, with what to do instead.
type Unused = (&'static str, Instead);

const NO_DATE: Unused = ("--as-of", Instead::LeaveOut);
const NO_SEED: Unused = ("--seed", Instead::LeaveOut);
const NO_PACK: Unused = ("--pack", Instead::LeaveOut);

/// Refuses an option that was given and that the command does not use.
///
/// # Errors
/// The first such option, with what to write instead.
pub(crate) fn refuse(args: &Args) -> Result<(), CommandError> {
    let common = &args.common;
    let given = |option: &str| match option {
        "--as-of" => common.as_of.is_some(),
        "--seed" => common.seed.is_some(),
        _ => !common.packs.is_empty(),
    };
    let (command, all) = unused(&args.command);
    match all.into_iter().find(|(option, _)| given(option)) {
        None => Ok(()),
        Some((option, instead)) => Err(CommandError::NotUsed {
            command,
            option,
            instead,
        }),
    }
}

/// A command's name with the options that it does not use.
fn unused(command: &Command) -> (&'static str, Vec<Unused>) {
    match command {
        Command::Rules { command } => match command {
            Rules::Check { .. } => (
                "rules check",
                vec![("--pack", Instead::NameFolder), NO_DATE, NO_SEED],
            ),
            Rules::Test { on, .. } => {
                let mut all = vec![("--pack", Instead::NameFolder), NO_SEED];
                if on.is_none() {
                    all.push(("--as-of", Instead::NameDesk));
                }
                ("rules test", all)
            }
            Rules::Replay(asked) => {
                let mut all = vec![("--pack", Instead::With), ("--seed", Instead::OwnSeed)];
                // The date chooses among packs of one name; each entry is asked on its own date.
                if asked.with.is_empty() {
                    all.push(("--as-of", Instead::OwnDate));
                }
                ("rules replay", all)
            }
            Rules::ExplainCode { .. } => ("rules explain-code", vec![NO_PACK, NO_DATE, NO_SEED]),
            Rules::Diff(_) => ("rules diff", Vec::new()),
        },
        Command::Decide(_) => ("decide", vec![NO_PACK, ("--as-of", Instead::Date), NO_SEED]),
        Command::New { .. } => ("new", vec![NO_PACK, NO_SEED]),
        Command::Import(_) => ("import", vec![NO_PACK, NO_SEED]),
        Command::Export { .. } => ("export", vec![NO_PACK, NO_DATE, NO_SEED]),
        Command::Completions { .. } => ("completions", vec![NO_PACK, NO_DATE, NO_SEED]),
        // Questions to a desk name all three in their head.
        Command::Report { .. } => ("report", Vec::new()),
        Command::Overview { .. } => ("overview", Vec::new()),
        Command::Plan { .. } => ("plan", Vec::new()),
        Command::Freed(_) => ("freed", Vec::new()),
        Command::Explain(_) => ("explain", Vec::new()),
        Command::Assign(_) => ("assign", Vec::new()),
        Command::Next(_) => ("next", Vec::new()),
        Command::Relate { .. } => ("relate", Vec::new()),
        Command::Pathways(_) => ("pathways", Vec::new()),
        Command::Obligations { .. } => ("obligations", Vec::new()),
    }
}
