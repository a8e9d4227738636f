//! Every path that Rust code names, such as `std::fs::read` or `crate::plan::Plan`, resolved to
//! where it starts.
//!
//! The code is read as tokens, so comments, texts and doc examples are left out, and grouped, renamed
//! and relative imports (`use super::{assign, plan as p}`) are seen for what they name.

use std::str::FromStr as _;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// One path in code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The line from 1.
    pub line: usize,
    /// The parts of the path; `self` and `super` are resolved, so that a path inside the crate
    /// starts with `crate`.
    pub parts: Vec<String>,
}

impl Name {
    /// True where the path begins with these parts.
    ///
    /// ```
    /// let names = xtask::tidy::names::names("std::fs::read(path)", &[]).unwrap();
    /// assert!(names[0].starts_with(&["std", "fs"]));
    /// ```
    pub fn starts_with(&self, parts: &[&str]) -> bool {
        parts.len() <= self.parts.len()
            && self
                .parts
                .iter()
                .zip(parts)
                .all(|(have, want)| have == want)
    }

    /// The path as written in code.
    pub fn shown(&self) -> String {
        self.parts.join("::")
    }
}

/// The module of a file below `src`: `["plan", "chain"]` for `plan/chain.rs`, nothing for `lib.rs`.
pub fn module(file: &str) -> Vec<&str> {
    let stem = file.trim_end_matches(".rs");
    stem.split('/')
        .filter(|part| !matches!(*part, "lib" | "main" | "mod"))
        .collect()
}

/// Every path named in `code`, which stands in `module` of its crate. A single word, be it a
/// variable or a keyword, is a path of one part.
///
/// # Errors
/// When the code is not Rust.
pub fn names(code: &str, module: &[&str]) -> Result<Vec<Name>, String> {
    let tokens = TokenStream::from_str(code).map_err(|e| format!("does not read as Rust: {e}"))?;
    let mut reader = Reader {
        module: module.iter().map(|part| (*part).to_owned()).collect(),
        names: Vec::new(),
    };
    reader.tokens(&tokens.into_iter().collect::<Vec<_>>());
    Ok(reader.names)
}

struct Reader {
    module: Vec<String>,
    names: Vec<Name>,
}

impl Reader {
    fn tokens(&mut self, tokens: &[TokenTree]) {
        let mut rest = tokens;
        while let Some((first, after)) = rest.split_first() {
            rest = match (first, after) {
                (
                    TokenTree::Ident(word),
                    [TokenTree::Ident(name), TokenTree::Group(body), after @ ..],
                ) if *word == "mod" && body.delimiter() == Delimiter::Brace => {
                    self.module.push(name.to_string());
                    self.tokens(&body.stream().into_iter().collect::<Vec<_>>());
                    self.module.pop();
                    after
                }
                (TokenTree::Ident(_), _) => self.path(rest, &mut Vec::new()),
                (TokenTree::Group(group), _) => {
                    self.tokens(&group.stream().into_iter().collect::<Vec<_>>());
                    after
                }
                _ => after,
            };
        }
    }

    /// Reads one path, which may end in a group of paths, and gives the tokens after it.
    fn path<'t>(&mut self, tokens: &'t [TokenTree], parts: &mut Vec<String>) -> &'t [TokenTree] {
        match tokens {
            [TokenTree::Ident(word), after @ ..] => {
                parts.push(word.to_string());
                match colons(after) {
                    Some(further @ [TokenTree::Ident(_) | TokenTree::Group(_), ..]) => {
                        self.path(further, parts)
                    }
                    Some(further @ [TokenTree::Punct(star), ..]) if star.as_char() == '*' => {
                        self.path(further, parts)
                    }
                    _ => {
                        self.note(word.span().start().line, parts);
                        after
                    }
                }
            }
            [TokenTree::Group(group), after @ ..] if group.delimiter() == Delimiter::Brace => {
                let inside: Vec<TokenTree> = group.stream().into_iter().collect();
                for member in inside.split(is_comma) {
                    let rest = self.path(member, &mut parts.clone());
                    self.tokens(rest);
                }
                after
            }
            [TokenTree::Punct(star), after @ ..] if star.as_char() == '*' => {
                parts.push("*".to_owned());
                self.note(star.span().start().line, parts);
                after
            }
            // An empty member of a group, or something that is no path.
            [first, after @ ..] => {
                self.tokens(std::slice::from_ref(first));
                after
            }
            [] => tokens,
        }
    }

    fn note(&mut self, line: usize, parts: &[String]) {
        let mut from_root: Option<Vec<String>> = None;
        let mut rest = parts;
        while let Some((first, after)) = rest.split_first() {
            match first.as_str() {
                "crate" => from_root = Some(vec!["crate".to_owned()]),
                "self" if from_root.is_none() => from_root = Some(self.here()),
                "super" => {
                    let mut upper = from_root.take().unwrap_or_else(|| self.here());
                    // A `super` of the crate's root does not compile; stay there.
                    if 1 < upper.len() {
                        upper.pop();
                    }
                    from_root = Some(upper);
                }
                _ => break,
            }
            rest = after;
        }
        let mut resolved = from_root.unwrap_or_default();
        resolved.extend(rest.iter().cloned());
        self.names.push(Name {
            line,
            parts: resolved,
        });
    }

    fn here(&self) -> Vec<String> {
        std::iter::once("crate".to_owned())
            .chain(self.module.iter().cloned())
            .collect()
    }
}

/// The tokens after `::`, if these begin with it.
fn colons(tokens: &[TokenTree]) -> Option<&[TokenTree]> {
    match tokens {
        [TokenTree::Punct(one), TokenTree::Punct(two), after @ ..]
            if one.as_char() == ':'
                && two.as_char() == ':'
                && one.spacing() == proc_macro2::Spacing::Joint =>
        {
            Some(after)
        }
        _ => None,
    }
}

fn is_comma(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(code: &str, module: &[&str], expected: &[&str]) {
        let found = names(code, module).unwrap();
        // Single words are variables and keywords; paths are what rules ask about.
        let shown: Vec<String> = found
            .iter()
            .filter(|name| 1 < name.parts.len())
            .map(Name::shown)
            .collect();
        assert_eq!(shown, expected, "{code}");
    }

    #[test]
    fn paths_are_found_wherever_they_stand() {
        check("use std::fs;", &[], &["std::fs"]);
        check(
            "use std::{fs::{self, File}, io};",
            &[],
            &["std::fs::self", "std::fs::File", "std::io"],
        );
        check(
            "use crate::plan as p; use crate::*;",
            &["assign"],
            &["crate::plan", "crate::*"],
        );
        check("fn f() { ::std::fs::read(x)?; }", &[], &["std::fs::read"]);
        check(
            "let v = Vec::<crate::plan::Run>::new();",
            &[],
            &["crate::plan::Run"],
        );
        check(
            "log!(\"{}\", crate::plan::name(x));",
            &["assign"],
            &["crate::plan::name"],
        );
        check(
            "macro_rules! m { () => { $crate::plan::go() } }",
            &[],
            &["crate::plan::go"],
        );
    }

    #[test]
    fn relative_paths_are_resolved() {
        check("use super::plan;", &["assign"], &["crate::plan"]);
        check(
            "use super::super::plan;",
            &["assign", "cost"],
            &["crate::plan"],
        );
        check(
            "use self::cost::Cost;",
            &["assign"],
            &["crate::assign::cost::Cost"],
        );
        check(
            "mod tests { use super::*; }",
            &["assign"],
            &["crate::assign::*"],
        );
        check(
            "mod tests { use super::super::plan; }",
            &["assign"],
            &["crate::plan"],
        );
    }

    #[test]
    fn comments_and_texts_are_not_code() {
        let code = "//! use std::fs;\n/* crate::plan::x */ /// crate::plan::y\nconst A: &str = \"std::fs\";";
        check(code, &["assign"], &[]);
    }

    #[test]
    fn lines_are_counted_from_one() {
        let found = names("\n\nuse std::fs;", &[]).unwrap();
        assert_eq!(
            found
                .iter()
                .find(|name| 1 < name.parts.len())
                .map(|name| name.line),
            Some(3)
        );
    }

    #[test]
    fn modules_follow_files() {
        assert_eq!(module("lib.rs"), Vec::<&str>::new());
        assert_eq!(module("plan.rs"), ["plan"]);
        assert_eq!(module("plan/mod.rs"), ["plan"]);
        assert_eq!(module("plan/chain.rs"), ["plan", "chain"]);
    }

    #[test]
    fn broken_code_is_an_error() {
        assert!(names("fn f( {", &[]).is_err());
    }
}
