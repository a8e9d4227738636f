//! How often each published fact of the offers is filled in.

use std::collections::{BTreeMap, BTreeSet};

use mestring_model::noun::{Offer, OrganisationKind};
use mestring_model::quantity::Share;
use mestring_model::record::{ColumnDecl, Kind, Record};
use mestring_model::{Desk, Lang};

/// The kind of an organiser; `None` where an offer names none that the desk lists.
pub type OrganiserKind = Option<OrganisationKind>;

/// How often the columns of the table of offers are filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fill {
    /// Of all offers, in the order of the columns.
    pub all: Vec<ColumnFill>,
    /// The same of the offers that organisers of a kind have a part in; an offer of a hospital and a
    /// municipality counts under both.
    pub by_organiser: BTreeMap<OrganiserKind, Vec<ColumnFill>>,
}

/// How often a column is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ColumnFill {
    /// The column's English name.
    pub column: &'static str,
    /// Rows that state a value.
    pub known: usize,
    /// Rows where somebody was asked and nobody knows.
    pub unknown: usize,
    /// Rows that say nothing.
    pub not_stated: usize,
    /// Of a column of yes or no, and of one that lists things: how many say yes (or name something)
    /// and how many say no (or `none`).
    pub answers: Option<ShareBounds>,
}

/// What is known of a share when some rows do not say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ShareBounds {
    /// Rows that say yes.
    pub yes: usize,
    /// Rows that say no.
    pub no: usize,
    /// All rows.
    pub rows: usize,
}

impl ShareBounds {
    /// The least that the share can be: every silent row means no. Rounded down; `None` without rows.
    ///
    /// ```
    /// use mestring::overview::ShareBounds;
    /// let bounds = ShareBounds { yes: 20, no: 0, rows: 121 };
    /// assert_eq!(bounds.lower().unwrap().to_string(), "16.52 %");
    /// assert_eq!(bounds.upper().unwrap().to_string(), "100 %");
    /// ```
    pub fn lower(self) -> Option<Share> {
        self.share(self.yes, 0)
    }

    /// The most that the share can be: every silent row means yes. Rounded up; `None` without rows.
    pub fn upper(self) -> Option<Share> {
        let roundup = self.rows.saturating_sub(1);
        self.share(self.rows.saturating_sub(self.no), roundup)
    }

    fn share(self, part: usize, roundup: usize) -> Option<Share> {
        let whole = usize::from(Share::WHOLE.basis_points());
        let points = part
            .checked_mul(whole)?
            .checked_add(roundup)?
            .checked_div(self.rows)?;
        Share::from_basis_points(u16::try_from(points).ok()?)
    }
}

pub(super) fn fill(desk: &Desk) -> Fill {
    let columns: Vec<&'static ColumnDecl> = Offer::TABLE.columns().collect();
    let kinds: BTreeMap<_, _> = desk
        .organisations
        .iter()
        .map(|organisation| (&organisation.id, organisation.kind))
        .collect();
    let mut fill = Fill {
        all: empty(&columns),
        by_organiser: BTreeMap::new(),
    };
    for offer in &desk.offers {
        // The writer knows for every column what silence looks like.
        let cells = offer.write(Lang::En);
        let mut own: BTreeSet<OrganiserKind> = offer
            .organisers
            .iter()
            .map(|organiser| kinds.get(organiser).copied())
            .collect();
        if own.is_empty() {
            own.insert(None);
        }
        count(&mut fill.all, &columns, &cells);
        for kind in own {
            let of_kind = fill.by_organiser.entry(kind);
            count(of_kind.or_insert_with(|| empty(&columns)), &columns, &cells);
        }
    }
    fill
}

fn empty(columns: &[&'static ColumnDecl]) -> Vec<ColumnFill> {
    let facts = columns.iter().filter(|column| column.shape.fact);
    facts
        .map(|column| ColumnFill {
            column: column.name,
            known: 0,
            unknown: 0,
            not_stated: 0,
            answers: answers_yes_or_no(column).then(ShareBounds::default),
        })
        .collect()
}

fn answers_yes_or_no(column: &ColumnDecl) -> bool {
    column.shape.list || column.shape.kind == Kind::YesNo
}

/// Adds the cells of one row.
fn count(fills: &mut [ColumnFill], columns: &[&'static ColumnDecl], cells: &[String]) {
    let facts = columns
        .iter()
        .zip(cells)
        .filter(|(column, _)| column.shape.fact);
    for (fill, (_, cell)) in fills.iter_mut().zip(facts) {
        match cell.as_str() {
            "" => fill.not_stated += 1,
            "unknown" => fill.unknown += 1,
            _ => fill.known += 1,
        }
        if let Some(answers) = &mut fill.answers {
            answers.rows += 1;
            match cell.as_str() {
                "" | "unknown" => {}
                "no" | "none" => answers.no += 1,
                _ => answers.yes += 1,
            }
        }
    }
}
