//! What would be right instead, English.

use super::{Complaint, Sort};

impl Complaint {
    /// What would be right, lower case, no full stop; empty where nothing is to be added.
    pub fn help(&self) -> String {
        use Complaint as C;
        let fixed = match self {
            C::Host(own) => return own.help(),
            C::PackFault(own) => return own.help(),
            C::CaseFault(own) => return own.help(),
            C::TomlFault(own) => return own.help(),
            C::TomlSlip(own) => return own.remedy(),
            C::ParseFault(own) => return own.help(),
            C::TypeFault(own) => return own.help(),
            C::NumberFault(own) => return own.help(),
            C::NotAllowed(feature) => return feature.help(),
            C::NoSuchFact { among, record, .. } => {
                return among
                    .help_or(|| format!("the rules reference lists the facts of `{record}`"));
            }
            C::NoSuchParameter { among, .. } => {
                return among.help_or(|| "add a [[parameter]] to pack.toml".to_owned());
            }
            C::NoSuchFunction {
                write: Some(write), ..
            } => return format!("write `{write}`"),
            C::NoSuchFunction { among, .. } => {
                return match &among.nearest {
                    Some(_) => among.help(),
                    None => format!("rules may call {}", among.all.join(", ")),
                };
            }
            C::NoSuchName {
                write: Some(write), ..
            } => return format!("write `{write}`"),
            C::NoSuchName { among, .. }
            | C::NoSuchWord { among, .. }
            | C::NoSuchAnswer { among, .. } => return among.help(),
            C::MisspeltKeyword { keyword, .. } => return format!("did you mean `{keyword}`?"),
            C::AssignmentForComparison => "write `==`",
            C::NeverEqual { left, right } if left.is_list() || right.is_list() => {
                "use `in` or `contains`"
            }
            C::NeverEqual { left, right } if [left, right].contains(&&Sort::YesNo) => {
                "yes and no are written `true` and `false`"
            }
            C::NeverEqual { .. } => "compare values of one type",
            C::NoCommonWord => "compare each with the word that is meant",
            C::WrongAnswer { .. } | C::NoAnswer { .. } => "the last value is the answer",
            C::FreeAnswer => "write each answer out, in quotes",
            C::RecordAlone { name } => {
                return format!("it may only stand left of a dot: `{name}.…`");
            }
            C::KnownOfOther { record } => {
                return format!("it asks about one fact: `known({record}.…)`");
            }
            C::KnownAfterDot { record } => return format!("write `known({record}.…)`"),
            C::AssumedOfOther { record } => {
                return format!("it follows a fact: `{record}.… ?? …`");
            }
            C::TooManyBytes { .. } => "split it into several criteria",
            C::TooManyAssumed { .. } => "split the rule",
            C::TooManyCalls { .. } | C::MayTakeLong { .. } => "use fewer helpers",
            C::AskedAfterRead { record, name } => {
                return format!("put `known({record}.{name})` first");
            }
            C::NoHeader => "begin with comment lines: What, Why and Source",
            C::HeaderLacks { lacks } => {
                let lines: Vec<String> = lacks.iter().map(|own| format!("`// {own}: …`")).collect();
                return format!("add {}", lines.join(" and "));
            }
            C::UnusedValue => "only the last one is",
            C::UnusedFunction { .. } | C::UnusedVariable { .. } => "take it away, or use it",
            C::WholeDivision => "write one with `.0`, or `to_float(…)`",
            C::NeverReached => "take it away, or put it before what ends the rule",
            C::AlwaysByConstants { .. } | C::ConstantSwitch => "compare with a fact",
            C::AlwaysByItself { .. } => "one side was probably meant to be something else",
            C::AlwaysByUnit { .. } => "look at the number and the direction of the comparison",
            C::AlwaysByWords { .. } => "take the test away",
            C::DecidedBefore { yes: true, .. } => "take the test away; in a chain write `else`",
            C::DecidedBefore { yes: false, .. } => "what depends on it never happens",
            C::ArmCovered { .. } => "take it away, or put it before what settles it",
            C::EmptyRange => "`a..b` goes from a to before b, `a..=b` to b",
            C::IgnoresRecord { record } => return format!("read a fact: `{record}.…`"),
            C::DecimalsEqual => "use `>=` and `<`, or whole numbers",
            C::BecomesDecimal { .. } => "begin it with decimals, such as `1.0`, or use `to_int(…)`",
            C::MixedNumbers => "write whole numbers with `.0` where others have decimals",
            C::NoElse => "say what holds otherwise: `else { … }`",
            C::NoDefault { open } if open.is_empty() => "say what holds otherwise: `_ => …`",
            C::NoDefault { open } => {
                return format!(
                    "say what holds otherwise: `_ => …`; no case names `{}`",
                    open.join("`, `")
                );
            }
            C::NeverAssumed { .. } => "take `??` and what follows away, or read it first here",
            C::WrongDefault { .. } => "let a value of the fact's own type stand in",
            C::KnownTestLate {
                waits_for,
                operator,
            } => {
                return format!(
                    "put it first: where it settles `{operator}`, the rule then answers without \
                     `{waits_for}`"
                );
            }
            C::ReadUnknown { .. } => "use it where it is known, or let a value stand in with `??`",
        };
        fixed.to_owned()
    }

    /// The name that was probably meant, where a misspelt one was found.
    pub fn nearest(&self) -> Option<&str> {
        use Complaint as C;
        match self {
            C::NoSuchFact { among, .. }
            | C::NoSuchParameter { among, .. }
            | C::NoSuchWord { among, .. }
            | C::NoSuchAnswer { among, .. } => among.nearest.as_deref(),
            // A form with something left open is no name.
            C::NoSuchName {
                write: Some(form), ..
            }
            | C::NoSuchFunction {
                write: Some(form), ..
            } if form.contains('…') => None,
            C::NoSuchName { among, write, .. } | C::NoSuchFunction { among, write, .. } => {
                write.as_deref().or(among.nearest.as_deref())
            }
            C::MisspeltKeyword { keyword, .. } => Some(keyword),
            C::PackFault(own) => own.among()?.nearest.as_deref(),
            C::CaseFault(own) => own.among()?.nearest.as_deref(),
            C::TomlFault(own) => own.among()?.nearest.as_deref(),
            _ => None,
        }
    }
}
