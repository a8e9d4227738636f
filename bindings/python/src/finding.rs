//! What is wrong or worth knowing, for Python.

use mestring_rules::Diagnostic;
use pyo3::prelude::*;

use crate::errors::place_of;

/// One thing that is wrong or worth knowing about a desk or a pack.
///
/// The texts are English; the code is stable. `str()` gives all of it in one line.
///
/// >>> from mestring import Pack
/// >>> finding = Pack.check_files({})[0]
/// >>> finding.severity, finding.code, finding.where
/// ('error', 'R001', 'pack.toml')
/// >>> print(finding)
/// error R001: pack.toml: the pack has no pack.toml; a pack says there what it decides
#[pyclass(frozen, eq, hash, from_py_object, module = "mestring")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Finding {
    /// `note`, `warning` or `error`.
    #[pyo3(get)]
    severity: String,
    /// A stable code, such as `D012` or `R103`.
    #[pyo3(get)]
    code: String,
    /// Where it stands: file, row and column of a table, or file, line and column of a rule.
    #[pyo3(get)]
    r#where: String,
    /// What was found.
    #[pyo3(get)]
    found: String,
    /// What would be right; empty where nothing is to be added.
    #[pyo3(get)]
    help: String,
}

impl Finding {
    /// A finding of its parts.
    pub fn new(severity: &str, code: &str, place: String, found: String, help: String) -> Self {
        Finding {
            severity: severity.to_owned(),
            code: code.to_owned(),
            r#where: place,
            found,
            help,
        }
    }
}

impl From<&Diagnostic> for Finding {
    fn from(own: &Diagnostic) -> Self {
        let (found, help) = (own.message.clone(), own.help.clone());
        Finding::new(own.severity.code(), own.code, place_of(own), found, help)
    }
}

impl From<&mestring_model::Finding> for Finding {
    fn from(own: &mestring_model::Finding) -> Self {
        Finding::new(
            own.severity().code(),
            own.code(),
            own.place.to_string(),
            own.found(),
            own.remedy(),
        )
    }
}

#[pymethods]
impl Finding {
    #[new]
    #[pyo3(signature = (severity, code, r#where, found, help))]
    fn py_new(severity: &str, code: &str, r#where: String, found: String, help: String) -> Self {
        Finding::new(severity, code, r#where, found, help)
    }

    fn __getnewargs__(&self) -> (&str, &str, &str, &str, &str) {
        (
            &self.severity,
            &self.code,
            &self.r#where,
            &self.found,
            &self.help,
        )
    }

    fn __str__(&self) -> String {
        let Finding {
            severity,
            code,
            r#where,
            found,
            help,
        } = self;
        let join = if help.is_empty() { "" } else { "; " };
        format!("{severity} {code}: {where}: {found}{join}{help}")
    }

    fn __repr__(&self) -> String {
        format!(
            "<Finding {} {} at {}>",
            self.severity, self.code, self.r#where
        )
    }
}
