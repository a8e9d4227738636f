//! What a title, or a source, says of the people a course is for.

use mestring_model::Fact;
use mestring_model::noun::Audience;

use crate::text::{NumberKind, Token, numbers, tokens};

/// What is known of the people a course is for, apart from its topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hints {
    /// Who the course is for.
    pub audience: Fact<Audience>,
    /// The course concerns children or young people, as participants or as the ones whose relatives
    /// come. Titles say yes or nothing.
    pub young: Fact<bool>,
    /// The youngest age in years.
    pub youngest: Fact<u32>,
    /// The oldest age in years.
    pub oldest: Fact<u32>,
}

/// Beginnings of words for the people who come with a patient.
const RELATIVES: &[&str] = &[
    "pårørend",
    "foreldre",
    "foresatt",
    "ektefelle",
    "besteforeldre",
];

/// Beginnings of words for people who teach, represent or work.
const TRAINERS: &[(&str, Audience)] = &[
    ("helsepersonell", Audience::Professionals),
    ("fagperson", Audience::Professionals),
    ("fagfolk", Audience::Professionals),
    ("helsepedagog", Audience::Professionals),
    ("student", Audience::Students),
    ("likeperson", Audience::UserRepresentatives),
    ("tillitsval", Audience::UserRepresentatives),
    ("brukerrepresentant", Audience::UserRepresentatives),
    ("brukermedvirker", Audience::UserRepresentatives),
];

/// Up to this age people are children and young people (health statistics draw the line at 24).
const YOUNG_UNTIL: u32 = 24;

impl Hints {
    /// What a title says of its people; silence is not stated.
    ///
    /// ```
    /// use mestring_data::topic::Hints;
    /// use mestring_model::{Fact, noun::Audience};
    /// let hints = Hints::of_title("Foreldrekurs for dei som har barn med autisme");
    /// assert_eq!(hints.audience, Fact::Known(Audience::Relatives));
    /// assert_eq!(hints.young, Fact::Known(true));
    /// assert_eq!(Hints::of_title("Hjerteskole (over 65 år)").youngest, Fact::Known(65));
    /// ```
    pub fn of_title(title: &str) -> Hints {
        let words = tokens(title);
        let ages: Vec<u32> = numbers(title)
            .iter()
            .filter(|number| number.kind == NumberKind::Age)
            .filter_map(|number| number.text.parse().ok())
            .collect();
        let (youngest, oldest) = match ages.as_slice() {
            [age] if says(&words, &["under", "inntil"]) => (Fact::NotStated, Fact::Known(*age)),
            [age] => (Fact::Known(*age), Fact::NotStated),
            [one, other] => (Fact::Known(*one.min(other)), Fact::Known(*one.max(other))),
            _ => (Fact::NotStated, Fact::NotStated),
        };
        let young = if says_young(&words) {
            Fact::Known(true)
        } else {
            Fact::NotStated
        };
        Hints {
            audience: audience(&words),
            young,
            youngest,
            oldest,
        }
    }

    /// True where the people are surely children or young people.
    pub(super) fn surely_young(&self) -> bool {
        self.young == Fact::Known(true)
            || self.audience == Fact::Known(Audience::Children)
            || self.oldest.known().is_some_and(|age| *age <= YOUNG_UNTIL)
    }

    /// True where the course is for people who teach or represent: it serves no patient group.
    pub(super) fn for_trainers(&self) -> bool {
        matches!(
            self.audience,
            Fact::Known(
                Audience::Professionals | Audience::Students | Audience::UserRepresentatives
            )
        )
    }
}

fn audience(words: &[Token]) -> Fact<Audience> {
    let begins =
        |word: &Token, starts: &[&str]| starts.iter().any(|start| word.plain.starts_with(start));
    for word in words {
        if let Some((_, audience)) = TRAINERS
            .iter()
            .find(|(start, _)| word.plain.starts_with(start))
        {
            return Fact::Known(*audience);
        }
    }
    let Some(at) = words.iter().position(|word| begins(word, RELATIVES)) else {
        return Fact::NotStated;
    };
    // "… og pårørende", "… og nære pårørende": somebody is named before them.
    let before = |steps: usize| {
        at.checked_sub(steps)
            .and_then(|at| words.get(at))
            .map(|word| word.plain.as_str())
    };
    let with_others = at > 1 && (before(1) == Some("og") || (before(2) == Some("og") && at > 2));
    Fact::Known(if with_others {
        Audience::Both
    } else {
        Audience::Relatives
    })
}

/// True where a title speaks of children or young people; *unge voksne* are neither.
fn says_young(words: &[Token]) -> bool {
    words.iter().enumerate().any(|(at, word)| {
        let adults = words
            .get(at + 1)
            .is_some_and(|next| next.folded.starts_with("voks"));
        let young = matches!(
            word.folded.as_str(),
            "barn" | "ung" | "baby" | "spedbarn" | "småbarn"
        ) || ["ungdom", "tenåring", "barne"]
            .iter()
            .any(|start| word.plain.starts_with(start));
        young && !adults
    })
}

fn says(words: &[Token], any: &[&str]) -> bool {
    words.iter().any(|word| any.contains(&word.plain.as_str()))
}
