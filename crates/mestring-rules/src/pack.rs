//! A pack: a folder of rules as text, read from memory.

mod files;
mod misnamed;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use mestring_model::facts::Judged;
use mestring_model::verdict::RuleRef;

use crate::bench::Bench;
use crate::case::{self, Case, CaseResult, Excuse};
use crate::complaint::{Among, Complaint, PackFault};
use crate::criterion::{Criterion, Rule};
use crate::diagnostic::Diagnostic;
use crate::error::RuleError;
use crate::kind::Kind;
use crate::manifest::{self, Declared, Manifest, Written};
use crate::parameter::Samples;
use crate::parameter::{ParamValue, Params};
use crate::plugin::{Plugged, Plugins};
use crate::priority::Ranking;
use crate::script::Script;
use crate::source::Source;
use files::{
    clean, hash, misspelt_criteria, named_in_criteria, unread_facts, unused_files,
    unused_parameters,
};
use misnamed::Misnamed;

/// The manifest's file.
pub const MANIFEST: &str = "pack.toml";
pub(crate) const SCRIPT: &str = ".rhai";
pub(crate) const CASES: &str = ".test.toml";

/// A pack whose text was checked. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Pack(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    manifest: Manifest,
    criteria: Vec<Criterion>,
    cases: Vec<Case>,
    excuses: Vec<Excuse>,
    /// The files that make the pack, by name.
    files: BTreeMap<String, String>,
    hash: Arc<str>,
    warnings: Vec<Diagnostic>,
}

impl Pack {
    /// Reads a pack from its files, named relative to its folder: `pack.toml`, `x.rhai` and
    /// `x.test.toml`. Other files are left alone; of those whose names end nearly so, such as
    /// `x.rhai.txt`, and of folders of such a name, which stand with a `/` behind it, it is said that
    /// they are not read.
    ///
    /// # Errors
    /// Everything that is wrong, at once.
    pub fn load(
        files: &BTreeMap<String, String>,
        plugins: &Plugins,
    ) -> Result<Pack, Vec<RuleError>> {
        let (pack, diagnostics) = Self::read(files, plugins);
        pack.ok_or_else(|| {
            let errors = diagnostics.into_iter().filter(Diagnostic::is_error);
            errors.map(RuleError::from).collect()
        })
    }

    /// Reads a pack with everything there is to say about its text; the pack is there where none of
    /// that is an error.
    pub(crate) fn read(
        files: &BTreeMap<String, String>,
        plugins: &Plugins,
    ) -> (Option<Pack>, Vec<Diagnostic>) {
        let mut misnamed = misnamed::misnamed(files);
        let files = clean(files);
        let source = |file: &'static str| files.get(file).map(|text| Source { file, text });
        let Some(manifest_source) = source(MANIFEST) else {
            let mut out = vec![Diagnostic::of(MANIFEST, None, PackFault::NoManifest.into())];
            misnamed::complain(&misnamed, &mut out);
            return (None, out);
        };
        let (manifest, mut out) = manifest::read(manifest_source);
        let Some(manifest) = manifest else {
            return (None, out);
        };
        misnamed.extend(misnamed::by_letters(&files, &manifest.criteria));
        let plugged = plugged(plugins, &manifest, &mut out);
        let hash: Arc<str> = hash(&files, &plugged).into();
        let sample = manifest.sample();
        let mut plugged = plugged.into_iter();
        let mut criteria = Vec::new();
        let mut cases = Vec::new();
        let mut excuses = Vec::new();
        for declared in &manifest.criteria {
            let rule = match declared.written {
                Written::Script => {
                    let files = (&files, misnamed.as_slice());
                    script(files, &manifest, declared, &sample, &mut out)
                        .map(|own| Rule::Script(Box::new(own)))
                }
                Written::Plugin => plugged
                    .next()
                    .flatten()
                    .map(|own| Rule::Plugin(Box::new(own))),
            };
            if let Some(rule) = rule {
                let reference = Arc::new(RuleRef {
                    pack: manifest.name.as_str().into(),
                    version: manifest.version.as_str().into(),
                    hash: hash.clone(),
                    rule: declared.name.as_str().into(),
                    origin: declared.origin.as_str().into(),
                });
                let title = declared.title.clone();
                criteria.push(Criterion {
                    reference,
                    title,
                    kind: manifest.kind,
                    rule,
                });
            }
            let file = format!("{}{CASES}", declared.name);
            if let Some(text) = files.get(&file) {
                let (read, wrong) =
                    case::read(Source { file: &file, text }, &declared.name, &manifest);
                cases.extend(read.cases);
                excuses.extend(read.excuses);
                out.extend(wrong);
            }
        }
        unused_files(&files, &manifest, &misnamed, &mut out);
        misspelt_criteria(&mut out);
        misnamed::complain(&misnamed, &mut out);
        unused_parameters(&manifest, &criteria, manifest_source, &mut out);
        unread_facts(&manifest, &criteria, manifest_source, &mut out);
        out.sort();
        if out.iter().any(Diagnostic::is_error) {
            return (None, out);
        }
        let warnings = out.clone();
        (
            Some(Pack(Arc::new(Inner {
                manifest,
                criteria,
                cases,
                excuses,
                files,
                hash,
                warnings,
            }))),
            out,
        )
    }

    /// Name and version: `priority 1.0.0`.
    pub fn id(&self) -> String {
        format!("{} {}", self.0.manifest.name, self.0.manifest.version)
    }

    /// SHA-256 over the files in order of their names and what its plugins declare, hexadecimal. Line
    /// ends do not count.
    pub fn hash(&self) -> &str {
        &self.0.hash
    }

    /// True where the pack was made of these files; how lines end does not count.
    pub fn is_of(&self, files: &BTreeMap<String, String>) -> bool {
        self.0.files == clean(files)
    }

    /// The files that make the pack, by name: the texts that [`hash`](Self::hash) is of, from which
    /// [`load`](Self::load) makes the same pack.
    pub fn files(&self) -> &BTreeMap<String, String> {
        &self.0.files
    }

    /// What it decides.
    pub fn kind(&self) -> Kind {
        self.0.manifest.kind
    }

    /// What kind of record it judges.
    pub fn judged(&self) -> Judged {
        self.kind().judged()
    }

    /// What `pack.toml` says.
    pub fn manifest(&self) -> &Manifest {
        &self.0.manifest
    }

    /// The criteria in order.
    pub fn criteria(&self) -> &[Criterion] {
        &self.0.criteria
    }

    /// What to know about the text that is no error.
    pub fn warnings(&self) -> &[Diagnostic] {
        &self.0.warnings
    }

    /// How verdicts of this pack rank runs.
    pub fn ranking(&self) -> Ranking {
        Ranking::of(&self.0.manifest)
    }

    /// The parameters on a date.
    ///
    /// # Errors
    /// Names the first parameter that has no value on the date.
    pub fn parameters(&self, as_of: NaiveDate) -> Result<Params, RuleError> {
        let manifest = &self.0.manifest;
        let values = manifest
            .parameters
            .iter()
            .map(|own| {
                Ok(ParamValue {
                    id: own.id.as_str().into(),
                    value: own.at(&manifest.name, as_of)?.clone(),
                    unit: own.unit.as_deref().map(Into::into),
                })
            })
            .collect::<Result<_, RuleError>>()?;
        Ok(Params { as_of, values })
    }

    /// The pack with its parameters of a date, ready to judge.
    ///
    /// # Errors
    /// Names the first parameter that has no value on the date.
    pub fn at(&self, as_of: NaiveDate) -> Result<Bench, RuleError> {
        Ok(Bench::new(self.clone(), self.parameters(as_of)?))
    }

    /// Runs every case.
    pub fn test(&self) -> Vec<CaseResult> {
        self.0.cases.iter().map(|case| case.run(self)).collect()
    }

    /// The text of one of its files; empty where it has none of the name.
    pub(crate) fn text(&self, file: &str) -> &str {
        self.0
            .files
            .get(file)
            .map(String::as_str)
            .unwrap_or_default()
    }

    /// The names of its files, in order.
    pub(crate) fn file_names(&self) -> impl Iterator<Item = &str> {
        self.0.files.keys().map(String::as_str)
    }

    pub(crate) fn excuses(&self) -> &[Excuse] {
        &self.0.excuses
    }

    pub(crate) fn cases(&self) -> &[Case] {
        &self.0.cases
    }
}

fn script(
    (files, misnamed): (&BTreeMap<String, String>, &[Misnamed]),
    manifest: &Manifest,
    declared: &Declared,
    sample: &Samples,
    out: &mut Vec<Diagnostic>,
) -> Option<Script> {
    let file = format!("{}{SCRIPT}", declared.name);
    let Some(text) = files.get(&file) else {
        let is_other = |name: &&str| !manifest.criteria.iter().any(|own| own.name == **name);
        let scripts = files.keys().filter_map(|name| name.strip_suffix(SCRIPT));
        // Those of the other criteria are not meant.
        let scripts = scripts.filter(is_other);
        let fault = misnamed::in_place_of(&declared.name, misnamed);
        let fault = fault.unwrap_or_else(|| PackFault::NoScript {
            name: declared.name.clone(),
            among: Among::of(&declared.name, scripts),
        });
        let manifest = files.get(MANIFEST).map_or("", String::as_str);
        let at = named_in_criteria(manifest, &declared.name);
        out.push(Diagnostic::of(MANIFEST, at, fault.into()));
        return None;
    };
    let source = Source { file: &file, text };
    let (script, wrong) = Script::compile(source, manifest.judges(), sample, manifest.kind.takes());
    // A parameter whose value is wrong is there all the same.
    let is_spoilt = |own: &Diagnostic| match &own.complaint {
        Complaint::NoSuchParameter { name, .. } => manifest.spoilt.contains(name),
        _ => false,
    };
    out.extend(wrong.into_iter().filter(|own| !is_spoilt(own)));
    script
}

/// The plugins that the manifest names, in its order; none in the place of one that cannot be used.
fn plugged(
    plugins: &Plugins,
    manifest: &Manifest,
    out: &mut Vec<Diagnostic>,
) -> Vec<Option<Plugged>> {
    let criteria = manifest.criteria.iter();
    let named = criteria.filter(|own| own.written == Written::Plugin);
    let taken = named.map(|declared| plugin(plugins, manifest, declared, out));
    taken.collect()
}

fn plugin(
    plugins: &Plugins,
    manifest: &Manifest,
    declared: &Declared,
    out: &mut Vec<Diagnostic>,
) -> Option<Plugged> {
    let name = &declared.name;
    let mut wrong = |fault: PackFault| out.push(Diagnostic::of(MANIFEST, None, fault.into()));
    let Some(judge) = plugins.get(name) else {
        wrong(PackFault::NoPlugin {
            name: name.clone(),
            among: Among::of(name, plugins.names()),
        });
        return None;
    };
    let plugged = Plugged::new(judge.clone());
    let cannot_be = plugged.declaration.wrong(manifest.judges());
    let fine = cannot_be.is_empty();
    cannot_be.into_iter().for_each(&mut wrong);
    let allowed = plugged.declaration.pure || declared.may_be_impure;
    if !allowed {
        wrong(PackFault::PluginImpure { name: name.clone() });
    }
    (fine && allowed).then_some(plugged)
}
