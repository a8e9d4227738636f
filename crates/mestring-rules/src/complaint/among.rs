//! The names among which a misspelt one was looked for.

/// The names among which a misspelt one was looked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Among {
    /// The nearest, if any is near enough to be meant.
    pub nearest: Option<String>,
    /// All of them, where none is near and they are few; empty else.
    pub all: Vec<String>,
}

impl Among {
    /// Looks for a name among others.
    pub(crate) fn of<'a>(text: &str, among: impl IntoIterator<Item = &'a str>) -> Self {
        let names: Vec<&str> = among.into_iter().collect();
        let near = mestring_model::term::nearest(text, names.iter().copied());
        // One letter is near to every other.
        match near.filter(|near| near.len() > 1 || text.eq_ignore_ascii_case(near)) {
            Some(near) => Among {
                nearest: Some(near.to_owned()),
                all: Vec::new(),
            },
            None if names.len() <= 12 => Among {
                nearest: None,
                all: names.into_iter().map(str::to_owned).collect(),
            },
            None => Among::default(),
        }
    }
}

impl Among {
    /// `did you mean …?`, or the names that there are; empty where neither is known.
    pub(super) fn help(&self) -> String {
        match &self.nearest {
            Some(near) => format!("did you mean `{near}`?"),
            None if self.all.is_empty() => String::new(),
            None => format!("one of `{}`", self.all.join("`, `")),
        }
    }

    /// The same, or other advice.
    pub(super) fn help_or(&self, other: impl FnOnce() -> String) -> String {
        match self.nearest {
            Some(_) => self.help(),
            None if self.all.is_empty() => other(),
            None => self.help(),
        }
    }
}
