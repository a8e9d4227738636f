//! The text of each kind of complaint.

use mestring_rules::Complaint;

use super::Said;
use crate::text::Texts;

/// What was found; none for what is said in words of its own.
pub(super) fn of<'a>(texts: &Texts, own: &'a Complaint) -> Option<Said<'a>> {
    use Complaint as C;
    let sort = |sort| texts.sort(sort).into();
    Some(match own {
        C::NotAllowed(feature) => {
            let (id, args) = super::feature::of(feature)?;
            let what = texts.say(id, &args);
            ("rules-not-allowed", vec![("what", what.into())])
        }
        C::NoSuchFact { record, name, .. } => (
            "rules-no-such-fact",
            vec![("record", (*record).into()), ("name", name.into())],
        ),
        C::NoSuchParameter { name, .. } => ("rules-no-such-parameter", vec![("name", name.into())]),
        C::NoSuchFunction { name, .. } => ("rules-no-such-function", vec![("name", name.into())]),
        C::NoSuchName { name, .. } => ("rules-no-such-name", vec![("name", name.into())]),
        C::MisspeltKeyword { word, .. } => ("rules-misspelt-keyword", vec![("word", word.into())]),
        C::AssignmentForComparison => ("rules-assignment", vec![]),
        C::NoSuchWord { word, .. } => ("rules-no-such-word", vec![("word", word.into())]),
        C::NeverEqual { left, right } => (
            "rules-never-equal",
            vec![("left", sort(*left)), ("right", sort(*right))],
        ),
        C::NoCommonWord => ("rules-no-common-word", vec![]),
        C::WrongAnswer { gives, takes } => (
            "rules-wrong-answer",
            vec![
                ("gives", sort(*gives)),
                ("takes", texts.takes(*takes).into()),
            ],
        ),
        C::NoAnswer { takes } => (
            "rules-no-answer",
            vec![("takes", texts.takes(*takes).into())],
        ),
        C::FreeAnswer => ("rules-free-answer", vec![]),
        C::NoSuchAnswer { word, .. } => ("rules-no-such-answer", vec![("word", word.into())]),
        C::RecordAlone { name } => ("rules-record-alone", vec![("name", name.into())]),
        C::KnownOfOther { .. } => ("rules-known-of-other", vec![]),
        C::KnownAfterDot { .. } => ("rules-known-after-dot", vec![]),
        C::AssumedOfOther { .. } => ("rules-assumed-of-other", vec![]),
        other => return of_settled(texts, other),
    })
}

/// The same for what is settled, unused, too large or not known.
fn of_settled<'a>(texts: &Texts, own: &'a Complaint) -> Option<Said<'a>> {
    use Complaint as C;
    let answer = |yes| ("answer", texts.answer(yes).into());
    Some(match own {
        C::TooManyBytes { bytes, limit } => (
            "rules-too-many-bytes",
            vec![
                ("bytes", bytes.to_string().into()),
                ("limit", limit.to_string().into()),
            ],
        ),
        C::TooManyAssumed { limit } => ("rules-too-many-assumed", vec![("limit", (*limit).into())]),
        C::TooManyCalls { limit } => ("rules-too-many-calls", vec![("limit", (*limit).into())]),
        C::AskedAfterRead { name, .. } => ("rules-asked-after-read", vec![("name", name.into())]),
        C::NoHeader => ("rules-no-header", vec![]),
        C::HeaderLacks { lacks } => {
            let parts = texts.all(super::advice::header(texts, lacks));
            ("rules-header-lacks", vec![("parts", parts.into())])
        }
        C::UnusedValue => ("rules-unused-value", vec![]),
        C::UnusedFunction { name } => ("rules-unused-function", vec![("name", name.into())]),
        C::UnusedVariable { name } => ("rules-unused-variable", vec![("name", name.into())]),
        C::WholeDivision => ("rules-whole-division", vec![]),
        C::NeverReached => ("rules-never-reached", vec![]),
        C::AlwaysByConstants { yes } => ("rules-always-constants", vec![answer(*yes)]),
        C::AlwaysByItself { yes } => ("rules-always-itself", vec![answer(*yes)]),
        C::AlwaysByUnit {
            subject,
            bounds,
            yes,
        } => {
            let mut args = vec![
                ("subject", subject.into()),
                ("least", bounds.least.into()),
                answer(*yes),
            ];
            match bounds.most {
                Some(most) => {
                    args.push(("most", most.into()));
                    ("rules-always-between", args)
                }
                None => ("rules-always-least", args),
            }
        }
        C::AlwaysByWords { subject, yes } => (
            "rules-always-words",
            vec![("subject", subject.into()), answer(*yes)],
        ),
        C::DecidedBefore { yes, line } => (
            "rules-decided-before",
            vec![("line", line.to_string().into()), answer(*yes)],
        ),
        C::ArmCovered { line } => ("rules-arm-covered", vec![("line", line.to_string().into())]),
        C::EmptyRange => ("rules-empty-range", vec![]),
        C::ConstantSwitch => ("rules-constant-switch", vec![]),
        C::IgnoresRecord { record } => ("rules-ignores-record", vec![("record", (*record).into())]),
        C::DecimalsEqual => ("rules-decimals-equal", vec![]),
        C::BecomesDecimal { name } => ("rules-becomes-decimal", vec![("name", name.into())]),
        C::MixedNumbers => ("rules-mixed-numbers", vec![]),
        C::NoElse => ("rules-no-else", vec![]),
        C::NoDefault { .. } => ("rules-no-default", vec![]),
        C::NeverAssumed { name } => ("rules-never-assumed", vec![("name", name.into())]),
        C::WrongDefault { fact, given } => (
            "rules-wrong-default",
            vec![
                ("fact", texts.sort(*fact).into()),
                ("given", texts.sort(*given).into()),
            ],
        ),
        C::KnownTestLate { .. } => ("rules-known-test-late", vec![]),
        C::MayTakeLong { operations, limit } => (
            "rules-may-take-long",
            vec![
                ("operations", operations.to_string().into()),
                ("limit", limit.to_string().into()),
            ],
        ),
        C::ReadUnknown { name } => ("rules-read-unknown", vec![("name", name.into())]),
        _ => return None,
    })
}
