//! How problems are declared: their data, their code and severity, and their English texts, once.

use super::{Severity, Value};
use crate::Lang;

/// What is declared about one kind of problem.
#[derive(Debug, PartialEq, Eq)]
pub struct Declared {
    /// The name by which renderers know its texts: `no-such-column`. Each kind has its own.
    pub name: &'static str,
    /// The stable code; several kinds may share one.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// The names of its arguments.
    pub args: &'static [&'static str],
    /// What was found, English, with `{argument}` where an argument stands.
    pub found: &'static str,
    /// What would be right, English; empty where nothing has to be done.
    pub remedy: &'static str,
    /// What would be right where an argument is lacking: there is no word near enough to suggest.
    pub without: Option<&'static str>,
}

/// A problem that was declared with [`problems!`].
pub(crate) trait Explain {
    /// What is declared about its kind.
    fn declared(&self) -> &'static Declared;

    /// Its arguments as a language writes them; `None` where one is lacking.
    fn args(&self, lang: Lang) -> Vec<(&'static str, Option<Value>)>;

    /// What was found, English.
    fn found(&self) -> String {
        fill(self.declared().found, &self.args(Lang::En))
    }

    /// What would be right, English.
    fn remedy(&self) -> String {
        let (declared, args) = (self.declared(), self.args(Lang::En));
        let lacking = args.iter().any(|(_, value)| value.is_none());
        let pattern = declared.without.filter(|_| lacking);
        fill(pattern.unwrap_or(declared.remedy), &args)
    }
}

/// Puts arguments into a pattern. Braces around anything else are kept.
fn fill(pattern: &str, args: &[(&'static str, Option<Value>)]) -> String {
    let mut text = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let arg = after.split_once('}').and_then(|(name, after)| {
            let (_, value) = args.iter().find(|(own, _)| *own == name)?;
            Some((value, after))
        });
        match arg {
            Some((value, after)) => {
                if let Some(value) = value {
                    text.push_str(&value.to_string());
                }
                rest = after;
            }
            None => {
                text.push('{');
                rest = after;
            }
        }
    }
    text.push_str(rest);
    text
}

/// Declares an enum of problems.
///
/// Each variant has a doc comment, its arguments, and after `=` its code, severity, name, what was
/// found, what would be right and, if need be, what would be right `without` an argument that may
/// be lacking.
macro_rules! problems {
    (@without) => { None };
    (@without $without:literal) => { Some($without) };
    (
        $(#[doc = $doc:literal])+
        $enum:ident {
            $(
                $(#[doc = $about:literal])+
                $variant:ident $({ $( $(#[doc = $meaning:literal])+ $field:ident: $type:ty, )+ })?
                = $code:literal $severity:ident $name:literal,
                $found:literal,
                $remedy:literal
                $(, without $without:literal)? ;
            )+
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum $enum {
            $( $(#[doc = $about])+ $variant $({ $( $(#[doc = $meaning])+ $field: $type, )+ })?, )+
        }

        impl $enum {
            /// What is declared about each kind, in order.
            pub const DECLARED: &'static [$crate::finding::Declared] = &[$(
                $crate::finding::Declared {
                    name: $name,
                    code: $code,
                    severity: $crate::finding::Severity::$severity,
                    args: &[$($( stringify!($field) ),+)?],
                    found: $found,
                    remedy: $remedy,
                    without: $crate::finding::declare::problems!(@without $($without)?),
                },
            )+];

            /// The kind's name, such as `no-such-column`.
            pub fn name(&self) -> &'static str {
                $crate::finding::declare::Explain::declared(self).name
            }

            /// The stable code, which several kinds may share.
            pub fn code(&self) -> &'static str {
                $crate::finding::declare::Explain::declared(self).code
            }

            /// Edits the arguments that are texts of the user's files.
            pub(crate) fn edit_texts(&mut self, edit: &dyn Fn(&mut String)) {
                use $crate::finding::argument::Argument as _;
                match self { $(
                    $enum::$variant $({ $($field),+ })? => {
                        $($( $field.edit(edit); )+)?
                    }
                )+ }
            }

            /// Takes out the arguments that are texts of the user's files.
            #[allow(dead_code, reason = "some problems are never about persons")]
            pub(crate) fn hide_texts(&mut self) {
                use $crate::finding::argument::Argument as _;
                match self { $(
                    $enum::$variant $({ $($field),+ })? => {
                        $($( $field.hide(); )+)?
                    }
                )+ }
            }

            /// What was found, English, lower case, no full stop.
            pub fn found(&self) -> String {
                $crate::finding::declare::Explain::found(self)
            }

            /// What would be right, English, lower case, no full stop; empty where nothing has to
            /// be done.
            pub fn remedy(&self) -> String {
                $crate::finding::declare::Explain::remedy(self)
            }
        }

        impl $crate::finding::declare::Explain for $enum {
            fn declared(&self) -> &'static $crate::finding::Declared {
                match self { $(
                    $enum::$variant { .. } => const { &$crate::finding::Declared {
                        name: $name,
                        code: $code,
                        severity: $crate::finding::Severity::$severity,
                        args: &[$($( stringify!($field) ),+)?],
                        found: $found,
                        remedy: $remedy,
                        without: $crate::finding::declare::problems!(@without $($without)?),
                    } },
                )+ }
            }

            fn args(
                &self,
                lang: $crate::Lang,
            ) -> Vec<(&'static str, Option<$crate::finding::Value>)> {
                use $crate::finding::argument::Argument as _;
                match self { $(
                    $enum::$variant $({ $($field),+ })? => vec![
                        $($( (stringify!($field), $field.value(lang)) ),+)?
                    ],
                )+ }
            }
        }

        impl std::fmt::Display for $enum {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let (found, remedy) = (self.found(), self.remedy());
                f.write_str(&found)?;
                if !remedy.is_empty() {
                    write!(f, "; {remedy}")?;
                }
                Ok(())
            }
        }

        impl std::error::Error for $enum {}
    };
}

pub(crate) use problems;

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pattern: &str, expect: &str) {
        let args = [
            ("file", Some(Value::Text("a.csv".into()))),
            ("count", Some(Value::Count(3))),
            ("nearest", None),
        ];
        assert_eq!(fill(pattern, &args), expect);
    }

    #[test]
    fn patterns_are_filled_and_other_braces_kept() {
        check("`{file}` has {count} cells", "`a.csv` has 3 cells");
        check(
            "write `{ path = \"{file}\" }`",
            "write `{ path = \"a.csv\" }`",
        );
        check("{nearest}{other} {", "{other} {");
    }
}
