//! The functions of the engine that rules may call, with their types.

use super::types::Type;

/// A function of the engine that rules may call, as `f(x)` or `x.f()`.
pub(crate) struct Function {
    pub name: &'static str,
    /// The type of its result for argument types; none where they do not fit.
    pub types: fn(&[Type]) -> Option<Type>,
    /// How to call it.
    pub form: &'static str,
}

/// Every function that rules may call, besides `known`.
pub(crate) const FUNCTIONS: &[Function] = &[
    Function {
        name: "min",
        types: two_numbers,
        form: "min(number, number)",
    },
    Function {
        name: "max",
        types: two_numbers,
        form: "max(number, number)",
    },
    Function {
        name: "abs",
        types: same_number,
        form: "abs(number)",
    },
    Function {
        name: "floor",
        types: decimals,
        form: "floor(number with decimals)",
    },
    Function {
        name: "ceiling",
        types: decimals,
        form: "ceiling(number with decimals)",
    },
    Function {
        name: "round",
        types: decimals,
        form: "round(number with decimals)",
    },
    Function {
        name: "to_int",
        types: to_int,
        form: "to_int(number)",
    },
    Function {
        name: "to_float",
        types: to_float,
        form: "to_float(number)",
    },
    Function {
        name: "len",
        types: length,
        form: "len(list or text)",
    },
    Function {
        name: "is_empty",
        types: emptiness,
        form: "is_empty(list or text)",
    },
    Function {
        name: "contains",
        types: contains,
        form: "contains(list or text, item)",
    },
    Function {
        name: "starts_with",
        types: two_texts,
        form: "starts_with(text, text)",
    },
    Function {
        name: "ends_with",
        types: two_texts,
        form: "ends_with(text, text)",
    },
];

fn two_numbers(types: &[Type]) -> Option<Type> {
    match types {
        [Type::Int, Type::Int] => Some(Type::Int),
        [a, b] if a.is_number() && b.is_number() => Some(Type::Number),
        _ => None,
    }
}

fn same_number(types: &[Type]) -> Option<Type> {
    match types {
        [number] if number.is_number() => Some(number.clone()),
        _ => None,
    }
}

fn decimals(types: &[Type]) -> Option<Type> {
    matches!(types, [Type::Number]).then_some(Type::Number)
}

fn to_int(types: &[Type]) -> Option<Type> {
    same_number(types).map(|_| Type::Int)
}

fn to_float(types: &[Type]) -> Option<Type> {
    same_number(types).map(|_| Type::Number)
}

fn length(types: &[Type]) -> Option<Type> {
    matches!(types, [Type::List(_) | Type::Text(_)]).then_some(Type::Int)
}

fn emptiness(types: &[Type]) -> Option<Type> {
    matches!(types, [Type::List(_) | Type::Text(_)]).then_some(Type::Bool)
}

fn two_texts(types: &[Type]) -> Option<Type> {
    matches!(types, [Type::Text(_), Type::Text(_)]).then_some(Type::Bool)
}

fn contains(types: &[Type]) -> Option<Type> {
    match types {
        [Type::List(_), _] | [Type::Text(_), Type::Text(_)] => Some(Type::Bool),
        [Type::Range, Type::Int] => Some(Type::Bool),
        _ => None,
    }
}

/// A text of the engine's functions for the rules reference: one line each.
pub(crate) fn forms() -> impl Iterator<Item = &'static str> {
    FUNCTIONS.iter().map(|function| function.form)
}

#[cfg(test)]
mod tests {
    use super::super::types::Texts;
    use super::*;

    #[test]
    fn every_listed_function_runs_in_the_engine_with_the_type_it_promises() {
        let text = || Type::Text(Texts::free());
        let list = || Type::List(Box::new(text()));
        let values = [
            (Type::Int, "7"),
            (Type::Number, "-2.5"),
            (text(), "\"abc\""),
            (list(), "[\"abc\", \"b\"]"),
            (Type::Range, "(1..9)"),
        ];
        let engine = crate::sandbox::engine().unwrap();
        let mut seen = 0;
        let mut run = |function: &Function, kinds: &[Type], call: String| {
            let Some(promised) = (function.types)(kinds) else {
                return;
            };
            let value = engine
                .eval::<rhai::Dynamic>(&call)
                .unwrap_or_else(|e| panic!("{call}: {e}"));
            let kept = match promised {
                Type::Bool => value.is_bool(),
                Type::Int => value.is_int(),
                Type::Number => value.is_float(),
                _ => false,
            };
            assert!(kept, "{call} gave {value:?}");
            seen += 1;
        };
        for function in FUNCTIONS {
            for (kind, text) in &values {
                run(
                    function,
                    std::slice::from_ref(kind),
                    format!("{}({text})", function.name),
                );
                for (other, second) in &values {
                    run(
                        function,
                        &[kind.clone(), other.clone()],
                        format!("{}({text}, {second})", function.name),
                    );
                }
            }
        }
        assert!(seen >= 25, "only {seen} calls were tried");
        assert_eq!(forms().count(), FUNCTIONS.len());
    }
}
