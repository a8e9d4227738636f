//! Reference pathways: what people of a target group are to be taught, step by step, from the
//! municipality by way of the hospital and back.
//!
//! The tables stand as a desk's own would, and are read by the same readers. Each pathway and each
//! step names its source, a public guideline, plan or page, of which facts alone are taken; a step
//! without a source is of our making and marked illustrative. Where an agreement of a trust with its
//! municipalities describes the pathway of a group, a desk writes that one in its place.
//!
//! ```
//! use mestring_data::pathway;
//! use mestring_model::noun::Level;
//!
//! let copd: Vec<_> = pathway::steps().iter().filter(|own| own.pathway.as_str() == "copd").collect();
//! assert_eq!((copd[0].level, copd[1].level), (Level::Municipal, Level::Specialist));
//! ```

use std::sync::OnceLock;

use mestring_model::noun::{Pathway, PathwayStep, TargetGroup};
use mestring_model::record::Record;
use mestring_model::{Desk, Finding, RawTable};

use crate::topic::GROUPS;

/// The pathways as shipped.
const PATHWAYS: &str = include_str!("../data/pathways.csv");

/// Their steps.
const STEPS: &str = include_str!("../data/pathway_steps.csv");

/// The reference pathways, in the order in which they are shipped: the four focus groups, then
/// chronic conditions.
pub fn pathways() -> &'static [Pathway] {
    &shipped().0.pathways
}

/// Their steps, in the order of each pathway.
pub fn steps() -> &'static [PathwayStep] {
    &shipped().0.pathway_steps
}

/// The shipped rows as a desk of their own, with what is wrong with them; a test asserts that nothing
/// is.
fn shipped() -> &'static (Desk, Vec<Finding>) {
    static SHIPPED: OnceLock<(Desk, Vec<Finding>)> = OnceLock::new();
    SHIPPED.get_or_init(|| {
        let mut groups = RawTable::with_headings("", ["id", "name", "name_nb", "name_nn"]);
        for group in GROUPS {
            groups.push(vec![group.id.to_owned(); 4]);
        }
        Desk::builder()
            .table(TargetGroup::TABLE.name, groups)
            .table(Pathway::TABLE.name, table(Pathway::TABLE.name, PATHWAYS))
            .table(
                PathwayStep::TABLE.name,
                table(PathwayStep::TABLE.name, STEPS),
            )
            .build()
    })
}

/// A shipped table as it is written.
fn table(name: &str, text: &str) -> RawTable {
    let mut lines = text.lines().filter(|line| !line.starts_with('#'));
    let cells = |line: &str| -> Vec<String> { line.split('|').map(str::to_owned).collect() };
    let headings = lines.next().map(cells).unwrap_or_default();
    let mut table = RawTable::with_headings(name, headings);
    lines.for_each(|line| table.push(cells(line)));
    table
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use mestring_model::noun::Level;

    use super::*;
    use crate::topic::{Lexicon, group};

    #[test]
    fn every_row_is_read_without_a_fault_and_every_line_is_a_row() {
        let (desk, findings) = shipped();
        assert_eq!(findings, &[]);
        let rows = |text: &str| text.lines().filter(|line| !line.starts_with('#')).count() - 1;
        assert_eq!(desk.pathways.len(), rows(PATHWAYS));
        assert_eq!(desk.pathway_steps.len(), rows(STEPS));
        assert!(desk.pathways.len() >= 9 && desk.pathway_steps.len() >= 36);
    }

    #[test]
    fn the_four_focus_groups_come_first_and_each_pathway_is_a_loop_of_steps_in_order() {
        let focus: Vec<_> = pathways().iter().take(4).collect();
        for own in focus {
            let id = own.target_group.as_ref().unwrap().as_str();
            assert!(group(id).unwrap().focus, "{id}");
        }
        for pathway in pathways() {
            let own: Vec<_> = steps()
                .iter()
                .filter(|step| step.pathway == pathway.id)
                .collect();
            let levels: BTreeSet<Level> = own.iter().map(|step| step.level).collect();
            assert!(own.len() >= 4, "{}", pathway.id);
            assert!(levels.contains(&Level::Municipal), "{}", pathway.id);
            assert!(own.windows(2).all(|pair| pair[0].order < pair[1].order));
            // The municipality has a step after the last one at the hospital or before the first.
            assert!(levels.contains(&Level::Specialist), "{}", pathway.id);
        }
        let known: BTreeSet<_> = pathways().iter().map(|own| &own.id).collect();
        assert!(steps().iter().all(|step| known.contains(&step.pathway)));
    }

    #[test]
    fn every_step_has_a_source_or_is_marked_and_its_topics_are_known() {
        let lexicon = Lexicon::shipped();
        let mut sourced = 0;
        for step in steps() {
            let marked = step.origin.illustrative;
            assert_eq!(marked, step.origin.source.is_none(), "{}", step.id);
            assert_eq!(marked, step.origin.date.is_none(), "{}", step.id);
            sourced += usize::from(!marked);
            assert!(!step.topics.is_empty(), "{}", step.id);
            for topic in &step.topics {
                assert!(lexicon.id(topic.as_str()).is_some(), "{}: {topic}", step.id);
            }
            // What nobody says is needed is not called needed.
            assert!(
                !(marked && step.needed.into_known() == Some(true)),
                "{}",
                step.id
            );
        }
        assert!(sourced >= 15, "{sourced}");
        assert!(
            pathways()
                .iter()
                .all(|own| own.origin.source.is_some() && own.origin.date.is_some())
        );
    }
}
