//! What rules may not use, and what they use instead.

use mestring_rules::complaint::Feature;

use super::Said;

/// What a feature is called.
pub(super) fn of(own: &Feature) -> Option<Said<'_>> {
    use Feature as F;
    let id = match own {
        F::RecordCall { name } => {
            return Some(("rules-feature-record-call", vec![("name", name.into())]));
        }
        F::CallAhead { name } => {
            return Some(("rules-feature-call-ahead", vec![("name", name.into())]));
        }
        F::OwnFunction { name } => {
            return Some(("rules-feature-own-function", vec![("name", name.into())]));
        }
        F::HidingName { name } => {
            return Some(("rules-feature-hiding-name", vec![("name", name.into())]));
        }
        F::ForeignName { name } => {
            return Some(("rules-feature-foreign-name", vec![("name", name.into())]));
        }
        F::Loop => "rules-feature-loop",
        F::Try => "rules-feature-try",
        F::Throw => "rules-feature-throw",
        F::Export => "rules-feature-export",
        F::EmptyLet => "rules-feature-empty-let",
        F::EmptyReturn => "rules-feature-empty-return",
        F::Unit => "rules-feature-unit",
        F::Map => "rules-feature-map",
        F::Index => "rules-feature-index",
        F::Interpolation => "rules-feature-interpolation",
        F::Letter => "rules-feature-letter",
        F::SafeDot => "rules-feature-safe-dot",
        F::Module => "rules-feature-module",
        F::FunctionValue { .. } => "rules-feature-function-value",
        F::StrangeCall => "rules-feature-strange-call",
        F::HelperMethod { .. } => "rules-feature-helper-method",
        F::Property { .. } => "rules-feature-property",
        F::SecondFunction => "rules-feature-second-function",
        F::TypedFunction => "rules-feature-typed-function",
        F::Change => "rules-feature-change",
        F::RecordChange => "rules-feature-record-change",
        F::Operator { .. } => "rules-feature-operator",
        F::Case => "rules-feature-case",
        F::DecimalSwitch => "rules-feature-decimal-switch",
        F::OtherList => "rules-feature-other-list",
        F::Constant => "rules-feature-constant",
        F::Statement => "rules-feature-statement",
        F::Expression => "rules-feature-expression",
        F::AfterDot => "rules-feature-after-dot",
        _ => return None,
    };
    Some((id, vec![]))
}

/// What a rule writes instead; none where there is nothing.
pub(super) fn advice(own: &Feature) -> Option<Said<'_>> {
    use Feature as F;
    let id = match own {
        F::FunctionValue { name } => {
            let form = format!("{name}(…)");
            return Some(("rules-feature-call-it-help", vec![("form", form.into())]));
        }
        F::Property { name } => {
            let form = format!(".{name}()");
            return Some(("rules-feature-call-it-help", vec![("form", form.into())]));
        }
        F::HelperMethod { name } => {
            let form = format!("{name}(…)");
            return Some(("rules-write", vec![("form", form.into())]));
        }
        F::RecordCall { name } => {
            return Some((
                "rules-feature-record-call-help",
                vec![("name", name.into())],
            ));
        }
        F::Operator {
            instead: Some(form),
        } => return Some(("rules-write", vec![("form", (*form).into())])),
        F::Loop => "rules-feature-loop-help",
        F::Try => "rules-feature-try-help",
        F::Throw => "rules-feature-throw-help",
        F::EmptyLet => "rules-feature-empty-let-help",
        F::EmptyReturn => "rules-feature-empty-return-help",
        F::Unit => "rules-feature-unit-help",
        F::Index => "rules-never-equal-list-help",
        F::Interpolation => "rules-feature-interpolation-help",
        F::Letter => "rules-feature-letter-help",
        F::SafeDot => "rules-feature-safe-dot-help",
        F::CallAhead { .. } => "rules-feature-call-ahead-help",
        F::SecondFunction => "rules-feature-second-function-help",
        F::TypedFunction => "rules-feature-typed-function-help",
        F::OwnFunction { .. } | F::HidingName { .. } => "rules-feature-other-name-help",
        F::ForeignName { .. } => "rules-feature-foreign-name-help",
        F::Change => "rules-feature-change-help",
        F::Case => "rules-feature-case-help",
        F::DecimalSwitch => "rules-feature-decimal-switch-help",
        F::OtherList => "rules-feature-other-list-help",
        _ => return None,
    };
    Some((id, vec![]))
}
