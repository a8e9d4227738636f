//! What would be right instead, for each kind of complaint.

use mestring_rules::Complaint;
use mestring_rules::complaint::Sort;

use super::{Said, among};
use crate::text::Texts;

/// What would be right; none where nothing is to be added, and for what is said in words of its own.
pub(super) fn of<'a>(texts: &Texts, own: &'a Complaint) -> Option<Said<'a>> {
    use Complaint as C;
    let id = match own {
        C::NotAllowed(feature) => return super::feature::advice(feature),
        C::NoSuchFact {
            record, among: own, ..
        } => {
            return among(own).or_else(|| {
                Some((
                    "rules-no-such-fact-help",
                    vec![("record", (*record).into())],
                ))
            });
        }
        C::NoSuchParameter { among: own, .. } => {
            return among(own).or_else(|| Some(("rules-no-such-parameter-help", vec![])));
        }
        C::NoSuchFunction {
            write: Some(form), ..
        } => return Some(("rules-write", vec![("form", form.into())])),
        C::NoSuchFunction { among: own, .. } if own.nearest.is_none() => {
            let all = own.all.join(", ");
            return Some(("rules-no-such-function-help", vec![("all", all.into())]));
        }
        C::NoSuchName {
            write: Some(form), ..
        } => return Some(("rules-write", vec![("form", form.into())])),
        C::NoSuchFunction { among: own, .. }
        | C::NoSuchName { among: own, .. }
        | C::NoSuchWord { among: own, .. }
        | C::NoSuchAnswer { among: own, .. } => return among(own),
        C::MisspeltKeyword { keyword, .. } => {
            return Some(("rules-near", vec![("near", keyword.into())]));
        }
        C::AssignmentForComparison => return Some(("rules-write", vec![("form", "==".into())])),
        C::RecordAlone { name } => {
            return Some(("rules-record-alone-help", vec![("name", name.into())]));
        }
        C::KnownOfOther { record } => {
            return Some((
                "rules-known-of-other-help",
                vec![("record", (*record).into())],
            ));
        }
        C::KnownAfterDot { record } => {
            let form = format!("known({record}.…)");
            return Some(("rules-write", vec![("form", form.into())]));
        }
        C::AssumedOfOther { record } => {
            let args = vec![("record", (*record).into())];
            return Some(("rules-assumed-of-other-help", args));
        }
        C::AskedAfterRead { record, name } => {
            let args = vec![("record", (*record).into()), ("name", name.into())];
            return Some(("rules-asked-after-read-help", args));
        }
        C::HeaderLacks { lacks } => {
            let parts = header(texts, lacks);
            let lines = parts.into_iter().map(|part| format!("`// {part}: …`"));
            let args = vec![("lines", texts.all(lines).into())];
            return Some(("rules-header-lacks-help", args));
        }
        C::IgnoresRecord { record } => {
            return Some((
                "rules-ignores-record-help",
                vec![("record", (*record).into())],
            ));
        }
        C::NoDefault { open } if !open.is_empty() => {
            let args = vec![("open", open.join("`, `").into())];
            return Some(("rules-no-default-open-help", args));
        }
        C::KnownTestLate {
            waits_for,
            operator,
        } => {
            let args = vec![("operator", (*operator).into()), ("fact", waits_for.into())];
            return Some(("rules-known-test-late-help", args));
        }
        other => fixed(other)?,
    };
    Some((id, vec![]))
}

/// Advice in which nothing varies.
fn fixed(own: &Complaint) -> Option<&'static str> {
    use Complaint as C;
    let is_list = |sort: &Sort| matches!(sort, Sort::Numbers | Sort::Texts | Sort::List);
    Some(match own {
        C::NeverEqual { left, right } if is_list(left) || is_list(right) => {
            "rules-never-equal-list-help"
        }
        C::NeverEqual { left, right } if [left, right].contains(&&Sort::YesNo) => {
            "rules-never-equal-yes-no-help"
        }
        C::NeverEqual { .. } => "rules-never-equal-help",
        C::NoCommonWord => "rules-no-common-word-help",
        C::WrongAnswer { .. } | C::NoAnswer { .. } => "rules-answer-help",
        C::FreeAnswer => "rules-free-answer-help",
        C::TooManyBytes { .. } => "rules-too-many-bytes-help",
        C::TooManyAssumed { .. } => "rules-too-many-assumed-help",
        C::TooManyCalls { .. } | C::MayTakeLong { .. } => "rules-too-many-calls-help",
        C::NoHeader => "rules-no-header-help",
        C::UnusedValue => "rules-unused-value-help",
        C::UnusedFunction { .. } | C::UnusedVariable { .. } => "rules-unused-help",
        C::WholeDivision => "rules-whole-division-help",
        C::NeverReached => "rules-never-reached-help",
        C::AlwaysByConstants { .. } | C::ConstantSwitch => "rules-always-constants-help",
        C::AlwaysByItself { .. } => "rules-always-itself-help",
        C::AlwaysByUnit { .. } => "rules-always-unit-help",
        C::AlwaysByWords { .. } => "rules-always-words-help",
        C::DecidedBefore { yes: true, .. } => "rules-decided-yes-help",
        C::DecidedBefore { yes: false, .. } => "rules-decided-no-help",
        C::ArmCovered { .. } => "rules-arm-covered-help",
        C::EmptyRange => "rules-empty-range-help",
        C::DecimalsEqual => "rules-decimals-equal-help",
        C::BecomesDecimal { .. } => "rules-becomes-decimal-help",
        C::MixedNumbers => "rules-mixed-numbers-help",
        C::NoElse => "rules-no-else-help",
        C::NoDefault { .. } => "rules-no-default-help",
        C::NeverAssumed { .. } => "rules-never-assumed-help",
        C::WrongDefault { .. } => "rules-wrong-default-help",
        C::ReadUnknown { .. } => "rules-read-unknown-help",
        _ => return None,
    })
}

/// The parts of a script's header in the language.
pub(super) fn header(texts: &Texts, parts: &[&str]) -> Vec<String> {
    let name = |part: &&str| match *part {
        "Why" => texts.plain("rules-header-why"),
        "Source" => texts.plain("rules-header-source"),
        _ => texts.plain("rules-header-what"),
    };
    parts.iter().map(name).collect()
}
