//! All answers of a desk in one: as text for people, as a document for machines.

use std::ops::ControlFlow;

use mestring::decide::{Decider, moved};
use mestring::report::{self, Unknowns, View, json};
use mestring::text::Texts;
use mestring_model::{Finding, Lang};

use crate::document::rendered;
use crate::errors::Error;

/// How a report is written.
pub struct Wanted {
    /// The language.
    pub lang: Lang,
    /// Long lists are printed in full.
    pub all: bool,
    /// The greatest number of characters in a line.
    pub width: usize,
}

/// The report as text. `own` answers with the desk's own packs, where `decider` has others.
pub fn text(
    decider: &Decider<'_>,
    own: Option<&Decider<'_>>,
    findings: &[Finding],
    wanted: &Wanted,
) -> Result<String, Error> {
    let texts = Texts::new(wanted.lang);
    let view = View {
        desk: decider.desk(),
        texts: &texts,
        all: wanted.all,
    };
    let seed = Some(decider.seed());
    let mut page = report::head(&view, decider.as_of(), &decider.packs(), seed);
    page.append(report::overview(&view, &decider.overview()));
    page.append(report::pathway_gaps(&view, &decider.pathway_cover()));
    let mut proposal = decider.proposal()?;
    decider.find_remedies(&mut proposal, &mut |_, _| ControlFlow::Continue(()))?;
    page.append(report::proposal(&view, &proposal));
    if let Some(own) = own {
        let before = own.proposal()?;
        let moves = moved(&before, &proposal);
        page.append(report::moved(&view, &before, &proposal, &moves));
    }
    let relations = decider.relations()?;
    page.append(report::relations(&view, &relations));
    let obligations = decider.obligations()?;
    page.append(report::obligations(&view, &obligations));
    let unknowns = Unknowns::of(Some(&proposal), Some(&relations), Some(&obligations));
    page.append(report::ending(&view, Some(&unknowns), findings));
    Ok(rendered(&page, wanted.width))
}

/// The same as JSON text.
pub fn document(
    decider: &Decider<'_>,
    own: Option<&Decider<'_>>,
    findings: &[Finding],
    all: bool,
) -> Result<String, Error> {
    let desk = decider.desk();
    let mut proposal = decider.proposal()?;
    decider.find_remedies(&mut proposal, &mut |_, _| ControlFlow::Continue(()))?;
    let relations = decider.relations()?;
    let obligations = decider.obligations()?;
    let unknowns = Unknowns::of(Some(&proposal), Some(&relations), Some(&obligations));
    let seed = Some(decider.seed());
    let mut parts = vec![
        (
            "head",
            json::head(desk, decider.as_of(), &decider.packs(), seed),
        ),
        ("overview", json::overview(&decider.overview())),
        ("pathway_gaps", json::pathway_gaps(&decider.pathway_cover())),
        ("proposal", json::proposal(desk, &proposal)),
        ("relations", json::relations(desk, &relations, all)),
        ("obligations", json::obligations(desk, &obligations)),
        ("missing", json::missing(&unknowns)),
        ("illustrative", json::illustrative(desk)),
        ("findings", json::findings(findings)),
    ];
    if let Some(own) = own {
        let before = own.proposal()?;
        let moves = moved(&before, &proposal);
        parts.push(("moved", json::moved(&before, &proposal, &moves)));
    }
    Ok(json::document(parts).to_string())
}
