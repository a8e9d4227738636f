//! In what way a course teaches, from its title.

use mestring_model::Fact;

use crate::text::tokens;

/// A kind of teaching. A person can sensibly take one after another: a course, then a group to talk in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Teaching {
    /// A course or a school.
    Course,
    /// Training, or rehabilitation.
    Training,
    /// A group in which people talk: conversation, self-help, bereavement.
    TalkGroup,
    /// A single evening, day or café on a theme.
    ThemeEvening,
    /// A camp or another stay.
    Stay,
    /// What comes after a course.
    FollowUp,
}

/// Beginnings and ends of words, as they stand before endings come off; the earlier row decides where a title
/// has several.
const WORDS: &[(Teaching, &[&str], &[&str])] = &[
    (
        Teaching::FollowUp,
        &[
            "oppfølging",
            "videregående",
            "vidaregåande",
            "påbygg",
            "repetisjon",
        ],
        &["oppfølging", "oppfølgingskurs", "oppfølgingsgruppe"],
    ),
    (
        Teaching::TalkGroup,
        &[
            "samtalegrupp",
            "selvhjelp",
            "sorggrupp",
            "likepersonsgrupp",
            "likemannsgrupp",
            "motivasjonsgrupp",
            "støttegrupp",
            "erfaringsgrupp",
        ],
        &[],
    ),
    (
        Teaching::ThemeEvening,
        &[
            "temakveld",
            "temadag",
            "temakaf",
            "temamøt",
            "kafe",
            "kafé",
            "foredrag",
            "informasjonsmøt",
            "informasjonsdag",
            "infomøt",
        ],
        &["kafe", "kafeen", "kafé", "foredrag", "møte"],
    ),
    (
        Teaching::Stay,
        &["leir", "helgeopphold", "opphold"],
        &["leir", "leiren", "opphold"],
    ),
    (
        Teaching::Training,
        &[
            "trening",
            "trim",
            "turgrupp",
            "utegrupp",
            "rehabilitering",
            "basseng",
        ],
        &["trening", "treningen", "rehabilitering", "trim"],
    ),
    (
        Teaching::Course,
        &["kurs", "skole", "grunnkurs", "startkurs"],
        &["kurs", "kurset", "kursene", "skole", "skolen", "skoler"],
    ),
];

impl Teaching {
    /// The kind of teaching that a title names; not stated where it names none.
    ///
    /// ```
    /// use mestring_data::topic::Teaching;
    /// use mestring_model::Fact;
    /// assert_eq!(Teaching::of_title("Hjarteskule"), Fact::Known(Teaching::Course));
    /// assert_eq!(Teaching::of_title("Samtalegrupper for pårørende"), Fact::Known(Teaching::TalkGroup));
    /// assert_eq!(Teaching::of_title("Multippel sklerose"), Fact::NotStated);
    /// ```
    pub fn of_title(title: &str) -> Fact<Teaching> {
        let words = tokens(title);
        let names = |starts: &[&str], ends: &[&str]| {
            words.iter().any(|word| {
                starts.iter().any(|start| word.plain.starts_with(start))
                    || ends.iter().any(|end| word.plain.ends_with(end))
            })
        };
        let found = WORDS
            .iter()
            .find(|(_, starts, ends)| names(starts, ends))
            .map(|(kind, ..)| *kind);
        found.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_name_their_teaching() {
        #[track_caller]
        fn check(title: &str, expected: impl Into<Option<Teaching>>) {
            assert_eq!(
                Teaching::of_title(title).into_known(),
                expected.into(),
                "{title}"
            );
        }
        check("Diabetesgrunnkurs", Teaching::Course);
        check("Pårørandeskulen", Teaching::Course);
        check("Treningsbasert hjerterehabilitering", Teaching::Training);
        check("Hjarterehabilitering", Teaching::Training);
        check("Kurs og trening for deg med kols", Teaching::Training);
        check("Temakveldar for pårørande", Teaching::ThemeEvening);
        check("Temakafé", Teaching::ThemeEvening);
        check("Helgekurs for par", Teaching::Course);
        check("Familieopphold", Teaching::Stay);
        check("Sommerleir", Teaching::Stay);
        check("Oppfølgingskurs diabetes", Teaching::FollowUp);
        check("Sorggruppe", Teaching::TalkGroup);
        check("Sjølvhjelpsgruppe", Teaching::TalkGroup);
        check("Rekreasjon", None);
        check("KOLS", None);
        check("", None);
    }

    #[test]
    fn the_words_are_written_as_titles_are_read() {
        let mut seen = 0;
        for (kind, starts, ends) in WORDS {
            for word in starts.iter().chain(*ends) {
                assert_eq!(Teaching::of_title(word), Fact::Known(*kind), "{word}");
                seen += 1;
            }
        }
        assert!(seen > 40, "{seen}");
    }
}
