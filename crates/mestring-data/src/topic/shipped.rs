//! Reading the shipped lexicon.

use super::{Serves, TopicKind, TopicRow};

/// The table as shipped; its first lines say how it is written.
const SHIPPED: &str = include_str!("../../data/topics.csv");

/// The rows of the shipped table. A test asserts that every line reads.
pub(super) fn rows() -> Vec<TopicRow> {
    lines().filter_map(read).collect()
}

/// The lines that hold a topic.
pub(super) fn lines() -> impl Iterator<Item = &'static str> {
    SHIPPED
        .lines()
        .filter(|line| !line.starts_with('#') && !line.starts_with("id;"))
}

fn read(line: &str) -> Option<TopicRow> {
    let cells: Vec<&str> = line.split(';').collect();
    let [id, kind, parents, groups, icd10, nb, nn, en, terms] = *cells.as_slice() else {
        return None;
    };
    let kind = match kind {
        "topic" => TopicKind::Topic,
        "group" => TopicKind::Group,
        "programme" => TopicKind::Programme,
        "last" => TopicKind::Last,
        "organisation" => TopicKind::Organisation,
        "not" => TopicKind::Not,
        _ => return None,
    };
    let words = |cell: &str| cell.split_whitespace().map(str::to_owned).collect();
    let groups = match groups {
        "" => None,
        "-" => Some(Vec::new()),
        some => Some(some.split_whitespace().map(serves).collect()),
    };
    Some(TopicRow {
        id: id.to_owned(),
        kind,
        parents: words(parents),
        groups,
        icd10: words(icd10),
        nb: nb.to_owned(),
        nn: nn.to_owned(),
        en: en.to_owned(),
        terms: terms
            .split('|')
            .filter(|term| !term.is_empty())
            .map(str::to_owned)
            .collect(),
    })
}

fn serves(cell: &str) -> Serves {
    match cell.strip_prefix('~') {
        Some(group) => Serves {
            group: group.to_owned(),
            usually: true,
        },
        None => Serves {
            group: cell.to_owned(),
            usually: false,
        },
    }
}
