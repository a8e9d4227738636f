//! Which lines differ between two texts.

/// How a line changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It stands in both texts.
    Kept,
    /// It stands in the old text only.
    Removed,
    /// It stands in the new text only.
    Added,
}

impl Change {
    /// The mark before the line, as in a unified diff.
    pub fn mark(self) -> char {
        match self {
            Change::Kept => ' ',
            Change::Removed => '-',
            Change::Added => '+',
        }
    }
}

/// A line of one of the texts, or of both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// How it changed.
    pub change: Change,
    /// Its text, without its end.
    pub text: String,
}

/// Lines that differ, with some that do not on each side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hunk {
    /// The number of its first line in the old text, 1 first.
    pub before: usize,
    /// The same in the new text.
    pub after: usize,
    /// Its lines, in order.
    pub lines: Vec<Line>,
}

/// Lines that are shown on each side of a change.
const BESIDE: usize = 2;

/// Texts with more pairs of lines than this between their first and last difference are not looked
/// into: all old lines count as gone and all new ones as added.
const MOST_PAIRS: usize = 4_000_000;

/// The lines that differ between two texts.
pub(super) fn hunks(old: &str, new: &str) -> Vec<Hunk> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let mut all: Vec<(usize, usize, Line)> = Vec::with_capacity(old.len().max(new.len()));
    let (mut at_old, mut at_new) = (0, 0);
    let ends = [(old.len(), new.len())];
    for (kept_old, kept_new) in common(&old, &new).into_iter().chain(ends) {
        for (change, from, until, lines) in [
            (Change::Removed, &mut at_old, kept_old, &old),
            (Change::Added, &mut at_new, kept_new, &new),
        ] {
            for text in lines.get(*from..until).unwrap_or_default() {
                all.push((0, 0, line(change, text)));
            }
            *from = until;
        }
        if let Some(text) = old.get(kept_old) {
            all.push((0, 0, line(Change::Kept, text)));
            (at_old, at_new) = (kept_old + 1, kept_new + 1);
        }
    }
    let (mut number_old, mut number_new) = (1, 1);
    for (before, after, line) in &mut all {
        (*before, *after) = (number_old, number_new);
        number_old += usize::from(line.change != Change::Added);
        number_new += usize::from(line.change != Change::Removed);
    }
    gather(&all)
}

fn line(change: Change, text: &str) -> Line {
    Line {
        change,
        text: text.to_owned(),
    }
}

/// Runs of lines that are near a change.
fn gather(all: &[(usize, usize, Line)]) -> Vec<Hunk> {
    let changed: Vec<usize> = all
        .iter()
        .enumerate()
        .filter(|(_, (_, _, line))| line.change != Change::Kept)
        .map(|(at, _)| at)
        .collect();
    let mut hunks: Vec<Hunk> = Vec::new();
    let mut shown = 0;
    for at in changed {
        let from = at.saturating_sub(BESIDE);
        let until = (at + BESIDE + 1).min(all.len());
        let begins = hunks.is_empty() || shown < from;
        let lines = all.get(if begins { from } else { shown }..until);
        let lines = lines.unwrap_or_default();
        if let (true, Some((before, after, _))) = (begins, lines.first()) {
            hunks.push(Hunk {
                before: *before,
                after: *after,
                lines: Vec::new(),
            });
        }
        if let Some(hunk) = hunks.last_mut() {
            hunk.lines
                .extend(lines.iter().map(|(_, _, line)| line.clone()));
        }
        shown = shown.max(until);
    }
    hunks
}

/// The places of a longest common part of two lists, in order.
pub(super) fn common<T: PartialEq>(old: &[T], new: &[T]) -> Vec<(usize, usize)> {
    let front = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let rest = old.len().min(new.len()) - front;
    let backwards = old.iter().rev().zip(new.iter().rev());
    let back = backwards.take(rest).take_while(|(a, b)| a == b).count();
    let inner = |list: &[T]| front..list.len() - back;
    let (rows, columns) = (inner(old), inner(new));
    let width = columns.len() + 1;
    let mut kept: Vec<(usize, usize)> = (0..front).map(|at| (at, at)).collect();
    if rows.len().saturating_mul(columns.len()) <= MOST_PAIRS {
        // How long the longest common part of what follows each pair of places is.
        let mut longest = vec![0_u32; (rows.len() + 1) * width];
        let of = |longest: &[u32], row: usize, column: usize| {
            longest.get(row * width + column).copied().unwrap_or(0)
        };
        for row in (0..rows.len()).rev() {
            for column in (0..columns.len()).rev() {
                let best = if old.get(front + row) == new.get(front + column) {
                    of(&longest, row + 1, column + 1) + 1
                } else {
                    of(&longest, row + 1, column).max(of(&longest, row, column + 1))
                };
                if let Some(own) = longest.get_mut(row * width + column) {
                    *own = best;
                }
            }
        }
        let (mut row, mut column) = (0, 0);
        while row < rows.len() && column < columns.len() {
            if old.get(front + row) == new.get(front + column) {
                kept.push((front + row, front + column));
                (row, column) = (row + 1, column + 1);
            } else if of(&longest, row + 1, column) >= of(&longest, row, column + 1) {
                row += 1;
            } else {
                column += 1;
            }
        }
    }
    kept.extend((0..back).map(|at| (rows.end + at, columns.end + at)));
    kept
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(old: &str, new: &str) -> String {
        let hunks = hunks(old, new);
        let lines = hunks.iter().flat_map(|hunk| {
            let head = format!("@ {} {}\n", hunk.before, hunk.after);
            let lines = hunk.lines.iter();
            let lines = lines.map(|own| format!("{}{}\n", own.change.mark(), own.text));
            std::iter::once(head).chain(lines).collect::<Vec<_>>()
        });
        lines.collect()
    }

    #[test]
    fn lines_that_differ_stand_with_those_beside_them() {
        let old = "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n";
        let new = "a\nb\nc\nD\ne\nf\ng\nh\ni\nj\nk\n";
        insta::assert_snapshot!(shown(old, new), @r"
        @ 2 2
         b
         c
        -d
        +D
         e
         f
        @ 9 9
         i
         j
        +k
        ");
        assert_eq!(shown(old, old), "");
        insta::assert_snapshot!(shown("", "a\n"), @"
        @ 1 1
        +a
        ");
    }

    #[test]
    fn texts_with_too_many_lines_are_not_looked_into() {
        let text = |mark: &str| -> String { (0..2100).map(|at| format!("{mark}{at}\n")).collect() };
        let (old, new) = (text("a") + "same\n", text("b") + "same\n");
        let lines: usize = hunks(&old, &new).iter().map(|own| own.lines.len()).sum();
        assert_eq!(lines, 4201);
    }

    proptest! {
        /// What is kept and removed is the old text, what is kept and added the new one.
        #[test]
        fn both_texts_come_back(old in "([a-c]\n){0,12}", new in "([a-c]\n){0,12}") {
            let pairs = common(&old.lines().collect::<Vec<_>>(), &new.lines().collect::<Vec<_>>());
            let kept: Vec<&str> = pairs.iter().filter_map(|(at, _)| old.lines().nth(*at)).collect();
            for (at_old, at_new) in &pairs {
                prop_assert_eq!(old.lines().nth(*at_old), new.lines().nth(*at_new));
            }
            prop_assert!(pairs.windows(2).all(|two| two[0].0 < two[1].0 && two[0].1 < two[1].1));
            let hunks = hunks(&old, &new);
            let count = |change| {
                let lines = hunks.iter().flat_map(|hunk| &hunk.lines);
                lines.filter(|line| line.change == change).count()
            };
            prop_assert_eq!(count(Change::Removed) + kept.len(), old.lines().count());
            prop_assert_eq!(count(Change::Added) + kept.len(), new.lines().count());
            for hunk in &hunks {
                let (mut before, mut after) = (hunk.before, hunk.after);
                for line in &hunk.lines {
                    if line.change != Change::Added {
                        prop_assert_eq!(old.lines().nth(before - 1), Some(line.text.as_str()));
                        before += 1;
                    }
                    if line.change != Change::Removed {
                        prop_assert_eq!(new.lines().nth(after - 1), Some(line.text.as_str()));
                        after += 1;
                    }
                }
            }
        }
    }
}
