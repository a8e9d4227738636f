//! Two catalogues that list the same courses in other words.

use super::Draws;

mod words;

use words::{
    AUDIENCES, DAYS, FIRST, FORMS, HOLDERS, LAST, MIDDLE, NYNORSK, PARTS, THEMES, TOPICS, TROUBLES,
};

/// An entry of a catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// The entry's id, which says nothing.
    pub id: String,
    /// What the course is called.
    pub title: String,
    /// What is said about it; four in five entries say something.
    pub description: Option<String>,
    /// A page's address; one course in three has the same in both catalogues.
    pub page: Option<String>,
    /// What it is about, as a code, with where it is held; four in five entries state it.
    pub subject: Option<String>,
}

/// Two catalogues of made-up courses. Most courses stand in both, told in other words: misspelt, in
/// another order, in nynorsk, by another name of the topic, with or without the place. Beside many
/// stands one that is nearly the same and is not: another part, audience or place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listings {
    /// The first catalogue.
    pub first: Vec<Listing>,
    /// The second.
    pub second: Vec<Listing>,
    /// Which entries are the same course, by their rows.
    pub same: Vec<(usize, usize)>,
}

/// What a course is.
#[derive(Clone)]
struct Course {
    form: &'static str,
    topic: (String, String),
    themes: [&'static str; 3],
    audience: &'static str,
    place: String,
    part: u64,
    sessions: u64,
    day: &'static str,
    holder: &'static str,
    page: String,
}

impl Listings {
    /// Two catalogues of so many entries each, from a seed; nine courses in ten stand in both.
    ///
    /// ```
    /// use mestring::synthetic::Listings;
    ///
    /// let listings = Listings::new(100, 1);
    /// assert_eq!((listings.first.len(), listings.second.len()), (100, 100));
    /// assert!(listings.same.len() >= 80);
    /// assert_eq!(listings, Listings::new(100, 1));
    /// ```
    pub fn new(records: usize, seed: u64) -> Self {
        let mut draws = Draws::new(seed);
        let mut courses: Vec<Course> = Vec::with_capacity(records);
        for at in 0..records {
            let like = courses.last().filter(|_| draws.chance(0.25)).cloned();
            courses.push(match like {
                Some(own) => variant(own, at, &mut draws),
                None => course(at, &mut draws),
            });
        }
        let mut second: Vec<(Option<usize>, Listing)> = Vec::with_capacity(records);
        let mut first = Vec::with_capacity(records);
        for (at, own) in courses.iter().enumerate() {
            first.push(plain(own, at, &mut draws));
            second.push(if draws.chance(0.9) {
                (Some(at), retold(own, &mut draws))
            } else {
                let other = course(records + at, &mut draws);
                (None, retold(&other, &mut draws))
            });
        }
        // Rows say nothing about who is whom.
        for at in (1..second.len()).rev() {
            second.swap(at, draws.below(at as u64 + 1) as usize);
        }
        let mut same = Vec::new();
        for (row, (of, listing)) in second.iter_mut().enumerate() {
            listing.id = format!("b{row:06}");
            same.extend(of.map(|of| (of, row)));
        }
        same.sort_unstable();
        Listings {
            first,
            second: second.into_iter().map(|(_, own)| own).collect(),
            same,
        }
    }
}

fn one<T: Copy + Default>(of: &[T], draws: &mut Draws) -> T {
    of.get(draws.below(of.len() as u64) as usize)
        .copied()
        .unwrap_or_default()
}

fn place(draws: &mut Draws) -> String {
    let (first, middle) = (one(&FIRST, draws), one(&MIDDLE, draws));
    format!("{first}{middle}{}", one(&LAST, draws))
}

impl Course {
    /// The topic as one name for it, and the place.
    fn subject(&self) -> String {
        format!("{}, {}", self.topic.0, self.place)
    }
}

/// A topic by two names.
fn topic(draws: &mut Draws) -> (String, String) {
    if draws.chance(0.4) {
        let (one, other) = one(&TOPICS, draws);
        return (one.to_owned(), other.to_owned());
    }
    let (trouble, part) = (one(&TROUBLES, draws), one(&PARTS, draws));
    (
        format!("{trouble} i {part}"),
        format!("{part} med {trouble}"),
    )
}

fn course(at: usize, draws: &mut Draws) -> Course {
    Course {
        form: one(&FORMS, draws),
        topic: topic(draws),
        themes: [
            one(&THEMES, draws),
            one(&THEMES, draws),
            one(&THEMES, draws),
        ],
        audience: one(&AUDIENCES, draws),
        place: place(draws),
        part: if draws.chance(0.2) {
            1 + draws.below(3)
        } else {
            0
        },
        sessions: 1 + draws.below(12),
        day: one(&DAYS, draws),
        holder: one(&HOLDERS, draws),
        page: format!("https://kurs.example/{at}"),
    }
}

/// A course that is nearly the same as another.
fn variant(mut own: Course, at: usize, draws: &mut Draws) -> Course {
    match draws.below(4) {
        0 => own.part = 1 + own.part % 3,
        1 => own.audience = one(&AUDIENCES, draws),
        2 => own.place = place(draws),
        _ => own.topic = topic(draws),
    }
    own.page = format!("https://kurs.example/{at}");
    own
}

/// An entry of the first catalogue.
fn plain(own: &Course, at: usize, draws: &mut Draws) -> Listing {
    let part = if own.part > 0 {
        format!(" del {}", own.part)
    } else {
        String::new()
    };
    let Course {
        form,
        topic,
        audience,
        place,
        ..
    } = own;
    let place = if draws.chance(0.6) {
        format!(" i {place}")
    } else {
        String::new()
    };
    Listing {
        id: format!("a{at:06}"),
        title: format!("{form} om {} for {audience}{place}{part}", topic.0),
        description: draws.chance(0.8).then(|| {
            let Course {
                sessions,
                day,
                holder,
                themes: [a, b, c],
                place,
                ..
            } = own;
            format!("{sessions} samlinger på {day} i {place} med {holder}. Tema: {a}, {b} og {c}.")
        }),
        page: draws.chance(0.6).then(|| own.page.clone()),
        subject: draws.chance(0.8).then(|| own.subject()),
    }
}

/// The entry of the same course in the second catalogue.
fn retold(own: &Course, draws: &mut Draws) -> Listing {
    let topic = if draws.chance(0.2) {
        &own.topic.1
    } else {
        &own.topic.0
    };
    let mut parts = vec![
        own.form.to_owned(),
        topic.clone(),
        format!("for {}", own.audience),
    ];
    if draws.chance(0.6) {
        parts.push(own.place.clone());
    }
    if own.part > 0 {
        parts.push(format!(
            "{} {}",
            one(&["del", "trinn", "modul"], draws),
            own.part
        ));
    }
    if draws.chance(0.3) {
        let last = parts.len() as u64;
        parts.swap(draws.below(last) as usize, draws.below(last) as usize);
    }
    let mut title = parts.join(one(&[" ", " - ", ", "], draws));
    if draws.chance(0.3) {
        for (from, to) in NYNORSK {
            title = title.replace(from, to);
        }
    }
    while draws.chance(0.3) {
        title = misspelt(&title, draws);
    }
    Listing {
        id: String::new(),
        title,
        description: draws.chance(0.8).then(|| {
            let Course { place, sessions, day, holder, themes: [a, b, c], .. } = own;
            let told = format!("{place}: vi snakker om {b}, {a} og {c}. {holder} leder {sessions} samlinger, {day}.");
            if draws.chance(0.5) { misspelt(&told, draws) } else { told }
        }),
        page: draws.chance(0.6).then(|| own.page.clone()),
        subject: draws.chance(0.8).then(|| own.subject()),
    }
}

/// A text with one letter left out, doubled, or changed with the next.
fn misspelt(text: &str, draws: &mut Draws) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    let Some(last) = letters.len().checked_sub(2) else {
        return text.to_owned();
    };
    let at = draws.below(last as u64 + 1) as usize;
    match draws.below(3) {
        0 => {
            letters.remove(at);
        }
        1 => letters.swap(at, at + 1),
        _ => letters.insert(at, letters.get(at).copied().unwrap_or(' ')),
    }
    letters.into_iter().collect()
}
