//! The functions of the engine that rules may call, with their types.

use super::types::Type;

/// A function of the engine that rules may call, as `f(x)` or `x.f()`.
pub(crate) struct Function {
    pub name: &'static str,
    /// The type of its result for argument types; none where they do not fit.
    pub types: fn(&[Type]) -> Option<Type>,
    /// How to call it.
    pub form: &'static str,
    /// What it gives, English.
    pub meaning: &'static str,
    /// An expression that calls it.
    pub example: &'static str,
    /// What that expression gives.
    pub gives: &'static str,
}

impl Function {
    /// How many values it takes.
    pub fn takes(&self) -> usize {
        self.form.split(',').count()
    }
}

/// Every function that rules may call, besides `known`.
pub(crate) const FUNCTIONS: &[Function] = &[
    Function {
        name: "min",
        types: two_numbers,
        form: "min(number, number)",
        meaning: "The smaller of two numbers.",
        example: "min(3, 7)",
        gives: "3",
    },
    Function {
        name: "max",
        types: two_numbers,
        form: "max(number, number)",
        meaning: "The larger of two numbers.",
        example: "max(3, 7)",
        gives: "7",
    },
    Function {
        name: "abs",
        types: same_number,
        form: "abs(number)",
        meaning: "The number without its sign.",
        example: "abs(-4)",
        gives: "4",
    },
    Function {
        name: "floor",
        types: decimals,
        form: "floor(number with decimals)",
        meaning: "The nearest whole number below.",
        example: "floor(2.7)",
        gives: "2.0",
    },
    Function {
        name: "ceiling",
        types: decimals,
        form: "ceiling(number with decimals)",
        meaning: "The nearest whole number above.",
        example: "ceiling(2.2)",
        gives: "3.0",
    },
    Function {
        name: "round",
        types: decimals,
        form: "round(number with decimals)",
        meaning: "The nearest whole number; halves go away from zero.",
        example: "round(2.5)",
        gives: "3.0",
    },
    Function {
        name: "to_int",
        types: to_int,
        form: "to_int(number)",
        meaning: "The number without its decimals, as a whole number.",
        example: "to_int(7.9)",
        gives: "7",
    },
    Function {
        name: "to_float",
        types: to_float,
        form: "to_float(number)",
        meaning: "The same number as one with decimals, so that a division keeps them.",
        example: "to_float(7) / 2",
        gives: "3.5",
    },
    Function {
        name: "len",
        types: length,
        form: "len(list or text)",
        meaning: "How many items a list has, or how many characters a text.",
        example: "len([\"copd\", \"heart\"])",
        gives: "2",
    },
    Function {
        name: "is_empty",
        types: emptiness,
        form: "is_empty(list or text)",
        meaning: "Yes where a list or text holds nothing.",
        example: "is_empty(\"\")",
        gives: "true",
    },
    Function {
        name: "contains",
        types: contains,
        form: "contains(list or text, item)",
        meaning: "Yes where the list has the item, or the text holds the other. `item in list` is the same.",
        example: "contains([\"copd\", \"heart\"], \"copd\")",
        gives: "true",
    },
    Function {
        name: "starts_with",
        types: two_texts,
        form: "starts_with(text, text)",
        meaning: "Yes where the first text begins with the second.",
        example: "starts_with(\"Heart school\", \"Heart\")",
        gives: "true",
    },
    Function {
        name: "ends_with",
        types: two_texts,
        form: "ends_with(text, text)",
        meaning: "Yes where the first text ends with the second.",
        example: "ends_with(\"Heart school\", \"school\")",
        gives: "true",
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

#[cfg(test)]
mod tests {
    use super::super::types::Texts;
    use super::*;

    #[test]
    fn every_example_gives_what_it_says() {
        let engine = crate::sandbox::engine().unwrap();
        for function in FUNCTIONS {
            let value = engine.eval::<rhai::Dynamic>(function.example).unwrap();
            assert_eq!(value.to_string(), function.gives, "{}", function.example);
            assert!(function.example.contains(function.name));
        }
    }

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
    }
}
