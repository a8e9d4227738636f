//! Which code each complaint has.

use super::Complaint;
use crate::diagnostic::{self as d, Code};

impl Complaint {
    /// Its stable code.
    pub fn code(&self) -> Code {
        use Complaint as C;
        match self {
            C::Host(_) => d::HOST,
            C::PackFault(own) => own.code(),
            C::CaseFault(own) => own.code(),
            C::TomlFault(own) => own.code(),
            C::TomlSlip(_) => d::NOT_TOML,
            C::ParseFault(own) => own.code(),
            C::TypeFault(own) => own.code(),
            C::NumberFault(own) => own.code(),
            C::NotAllowed(_) => d::NOT_ALLOWED,
            C::NoSuchFact { .. } => d::NO_SUCH_FACT,
            C::NoSuchParameter { .. } => d::NO_SUCH_PARAMETER,
            C::NoSuchFunction { .. } => d::NO_SUCH_FUNCTION,
            C::NoSuchName { .. } => d::NO_SUCH_NAME,
            C::MisspeltKeyword { .. } => d::MISSPELT_KEYWORD,
            C::AssignmentForComparison => d::ASSIGNMENT,
            C::NoSuchWord { .. } => d::NO_SUCH_WORD,
            C::NeverEqual { .. } | C::NoCommonWord => d::NEVER_EQUAL,
            C::WrongAnswer { .. } | C::NoAnswer { .. } | C::FreeAnswer | C::NoSuchAnswer { .. } => {
                d::WRONG_RESULT
            }
            C::RecordAlone { .. } => d::RECORD_USE,
            C::KnownOfOther { .. } | C::KnownAfterDot { .. } | C::AssumedOfOther { .. } => {
                d::UNKNOWN_USE
            }
            C::TooManyBytes { .. } | C::TooManyAssumed { .. } | C::TooManyCalls { .. } => {
                d::TOO_LARGE
            }
            C::AskedAfterRead { .. } => d::KNOWN_FIRST,
            C::NoHeader | C::HeaderLacks { .. } => d::NO_HEADER,
            C::UnusedValue | C::UnusedFunction { .. } => d::UNUSED,
            C::UnusedVariable { .. } => d::UNUSED_VARIABLE,
            C::WholeDivision => d::WHOLE_DIVISION,
            C::NeverReached => d::NEVER_REACHED,
            C::AlwaysByConstants { .. }
            | C::AlwaysByItself { .. }
            | C::AlwaysByUnit { .. }
            | C::AlwaysByWords { .. }
            | C::ConstantSwitch => d::ALWAYS_SAME,
            C::DecidedBefore { .. } => d::DECIDED_BEFORE,
            C::ArmCovered { .. } | C::EmptyRange => d::CASE_COVERED,
            C::IgnoresRecord { .. } => d::IGNORES_RECORD,
            C::DecimalsEqual => d::DECIMALS_EQUAL,
            C::BecomesDecimal { .. } => d::BECOMES_DECIMAL,
            C::MixedNumbers => d::MIXED_NUMBERS,
            C::NoElse => d::NO_ELSE,
            C::NoDefault { .. } => d::NO_DEFAULT,
            C::NeverAssumed { .. } => d::NEVER_ASSUMED,
            C::WrongDefault { .. } => d::WRONG_DEFAULT,
            C::KnownTestLate { .. } => d::KNOWN_TEST_LATE,
            C::ReadUnknown { .. } => d::READ_UNKNOWN,
            C::MayTakeLong { .. } => d::MAY_TAKE_LONG,
        }
    }
}
