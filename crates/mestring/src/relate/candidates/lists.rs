//! For each record its nearest by one text.

use super::parallel;
use super::report::TextReport;
use super::scratch::{Reads, Scratch};
use super::search::{Search, Text};
use super::side::{OneText, Side, Slot};
use super::table::Rows;
use super::terms::{Lexicon, similarity};
use super::top::{Asking, Near, nearest};

/// A record and how near it is, in millionths.
pub(super) type NearSlot = (Slot, u32);

/// One text of the search, of one table or of two, with everybody's nearest.
#[derive(Debug)]
pub(super) struct Column {
    lexicon: Lexicon,
    a: Side,
    /// The second table, where there are two.
    b: Option<Side>,
    /// For each slot its nearest, a few more than are taken: what comes next says by how much the
    /// last one is ahead.
    from_a: Vec<Vec<NearSlot>>,
    from_b: Vec<Vec<NearSlot>>,
    /// How many of the nearest are taken.
    pub(super) taken: usize,
}

impl Column {
    /// Compares everybody with everybody as far as that is needed.
    pub(super) fn of(
        at: usize,
        how: &Text,
        search: &Search,
        a: &Rows<'_>,
        b: Option<&Rows<'_>>,
    ) -> (Column, TextReport) {
        let mut lexicon = Lexicon::default();
        let mut side = |rows: &Rows<'_>| {
            let column = rows.texts.get(at).map_or(&[][..], Vec::as_slice);
            Side::of(column, how, search, &mut lexicon)
        };
        let mut own = side(a);
        let mut other = b.map(&mut side);
        let distinct = own.texts.len() + other.as_ref().map_or(0, |own| own.texts.len());
        let counts = |own: &Side| own.counts(lexicon.len());
        let (asking, asked) = (counts(&own), other.as_ref().map(counts));
        let weighed = lexicon.weigh(how, &asking, asked.as_deref(), distinct as u64);
        own.post(&lexicon);
        if let Some(other) = other.as_mut() {
            other.post(&lexicon);
        }
        let with = |own: &Side| own.text_of.iter().flatten().count() as u64;
        let records = with(&own) + other.as_ref().map_or(0, with);
        let taken = match how.most_pairs {
            Some(most) => how.top.min(most.checked_div(records).unwrap_or(0) as usize),
            None => how.top,
        };
        let sides = [Some(&own), other.as_ref()];
        let all_cut = sides.iter().flatten().flat_map(|own| &own.norms);
        let mut report = TextReport {
            column: how.column().to_owned(),
            without: sides
                .iter()
                .flatten()
                .map(|own| own.text_of.iter().filter(|text| text.is_none()).count())
                .sum(),
            distinct,
            terms: lexicon.len(),
            cut: weighed.cut,
            cut_for_cost: weighed.cut - weighed.cut_by_share,
            all_cut: all_cut.filter(|norm| **norm == 0).count(),
            asked: how.top,
            taken,
            estimated: match &other {
                None => (records * taken as u64).min(pairs_of(with(&own))),
                Some(other) => (records * taken as u64).min(with(&own) * with(other)),
            },
            ..TextReport::default()
        };
        let mut column = Column {
            from_a: Vec::new(),
            from_b: Vec::new(),
            lexicon,
            a: own,
            b: other,
            taken,
        };
        let asked = column.b.as_ref().unwrap_or(&column.a);
        let (from_a, reads) = column.lists(&column.a, asked, how, search);
        report.add(reads);
        let mut from_b = Vec::new();
        if let Some(b) = &column.b {
            let (lists, reads) = column.lists(b, &column.a, how, search);
            report.add(reads);
            from_b = lists;
        }
        let tied = |own: &&Vec<NearSlot>| {
            let last = taken.checked_sub(1).and_then(|last| own.get(last));
            last.is_some_and(|last| own.get(taken).is_some_and(|next| next.1 == last.1))
        };
        report.tied = from_a.iter().chain(&from_b).filter(tied).count();
        (column.from_a, column.from_b) = (from_a, from_b);
        (column, report)
    }

    /// The nearest of each record of a side among those of another, or of the same.
    fn lists(
        &self,
        side: &Side,
        asked: &Side,
        how: &Text,
        search: &Search,
    ) -> (Vec<Vec<NearSlot>>, Reads) {
        if self.taken == 0 {
            return (vec![Vec::new(); side.text_of.len()], Reads::default());
        }
        let same = self.b.is_none();
        // One more than is taken says what was left out; in one table a record meets itself too.
        let need = self.taken.max(2) + 1 + usize::from(same);
        let before = |one: Slot, other: Slot| one < other;
        let of_texts = parallel::each(
            side.texts.len(),
            search.on_threads(),
            Scratch::default,
            |scratch, text| {
                let Some(own) = side.texts.get(text) else {
                    return (Vec::new(), Reads::default());
                };
                let asking = Asking {
                    terms: &own.terms,
                    norm: side.norm(text as u32),
                    top: need,
                    at_least: how.at_least,
                };
                scratch.reads = Reads::default();
                let near = nearest(asked, &self.lexicon, asking, scratch, &before);
                let equal = if same {
                    Some(text as u32)
                } else {
                    asked.find(&own.folded)
                };
                (members(asked, near, equal, need, &before), scratch.reads)
            },
        );
        let mut reads = Reads::default();
        for (_, own) in &of_texts {
            reads.postings += own.postings;
            reads.compared += own.compared;
        }
        let lists = side.text_of.iter().enumerate().map(|(slot, text)| {
            let of = text.and_then(|text| of_texts.get(text as usize));
            let all = of.map_or(&[][..], |(list, _)| list.as_slice()).iter();
            let others = all.filter(|(other, _)| !same || *other as usize != slot);
            others.take(self.taken.max(2) + 1).copied().collect()
        });
        (lists.collect(), reads)
    }

    /// The nearest of a record of the first table, and whether they are taken.
    pub(super) fn list_a(&self, slot: Slot) -> &[NearSlot] {
        self.from_a.get(slot as usize).map_or(&[], Vec::as_slice)
    }

    /// The nearest of a record of the other table, which is the first where there is one.
    pub(super) fn list_b(&self, slot: Slot) -> &[NearSlot] {
        let lists = if self.b.is_some() {
            &self.from_b
        } else {
            &self.from_a
        };
        lists.get(slot as usize).map_or(&[], Vec::as_slice)
    }

    /// How near two records are, in millionths; `None` where one has no text.
    pub(super) fn near(&self, a: Slot, b: Slot) -> Option<u32> {
        let one = self.a.text_of(a)?;
        let other = self.b.as_ref().unwrap_or(&self.a).text_of(b)?;
        Some(between(&self.lexicon, one, other))
    }

    /// The pairs that the text found: in one table the lesser slot first.
    pub(super) fn pairs(&self) -> Vec<(Slot, Slot)> {
        let one = self.b.is_none();
        let of = |lists: &[Vec<NearSlot>], turned: bool| {
            let lists = lists.iter().enumerate();
            let pairs = lists.flat_map(|(slot, own)| {
                own.iter()
                    .take(self.taken)
                    .map(move |(other, _)| match turned {
                        true => (*other, slot as Slot),
                        false if one => (*other.min(&(slot as Slot)), *other.max(&(slot as Slot))),
                        false => (slot as Slot, *other),
                    })
            });
            pairs.collect::<Vec<_>>()
        };
        let mut all = of(&self.from_a, false);
        all.extend(of(&self.from_b, true));
        all.sort_unstable();
        all.dedup();
        all
    }
}

impl TextReport {
    fn add(&mut self, reads: Reads) {
        self.postings += reads.postings;
        self.compared += reads.compared;
    }
}

/// How near two texts are: equal ones wholly, even where every term of theirs is cut.
fn between(lexicon: &Lexicon, one: (&OneText, u64), other: (&OneText, u64)) -> u32 {
    let ((one, a), (other, b)) = (one, other);
    if one.folded == other.folded {
        return 1_000_000;
    }
    similarity(lexicon.product(&one.terms, &other.terms), a, b)
}

/// The records of the nearest texts, nearest first and then by id, as many as are needed. The equal
/// text is among them even where every term of it is cut.
pub(super) fn members(
    asked: &Side,
    mut near: Vec<Near>,
    equal: Option<u32>,
    need: usize,
    before: &impl Fn(Slot, Slot) -> bool,
) -> Vec<NearSlot> {
    if let Some(equal) = equal
        && near.iter().all(|(text, _)| *text != equal)
    {
        near.insert(0, (equal, 1_000_000));
    }
    let mut all: Vec<NearSlot> = Vec::new();
    for (text, near) in near {
        let own = asked.texts.get(text as usize);
        let own = own.map_or(&[][..], |own| own.members.as_slice());
        all.extend(own.iter().take(need).map(|slot| (*slot, near)));
    }
    all.sort_unstable_by(|a, b| {
        let by_id = || match before(a.0, b.0) {
            true => std::cmp::Ordering::Less,
            false if before(b.0, a.0) => std::cmp::Ordering::Greater,
            false => std::cmp::Ordering::Equal,
        };
        b.1.cmp(&a.1).then_with(by_id)
    });
    all.truncate(need);
    all
}

fn pairs_of(records: u64) -> u64 {
    records * records.saturating_sub(1) / 2
}
