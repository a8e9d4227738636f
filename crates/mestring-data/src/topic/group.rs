//! Target groups: the four focus groups of the national plan and groups with chronic conditions.

use std::collections::BTreeMap;

use mestring_model::Lang;

use super::{Hints, Lexicon, TopicId};

/// A group of people whom courses serve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TargetGroup {
    /// The id that tables and rules write.
    pub id: &'static str,
    /// One of the four groups that the national health and cooperation plan 2024-2027 puts first.
    pub focus: bool,
    nb: &'static str,
    nn: &'static str,
    en: &'static str,
}

impl TargetGroup {
    /// The group's name in a language.
    pub fn name(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Nb => self.nb,
            Lang::Nn => self.nn,
        }
    }
}

/// The target groups: first the four focus groups, then groups with chronic conditions. Which of
/// the latter are large is for a centre to say.
pub const GROUPS: &[TargetGroup] = &[
    focus(
        "frail_elderly",
        "eldre med skrøpelighet",
        "eldre med skrøpelegheit",
        "frail older people",
    ),
    focus(
        "children_youth",
        "barn og unge",
        "barn og unge",
        "children and young people",
    ),
    focus(
        "mental_substance",
        "personer med psykiske lidelser og rusproblematikk",
        "personar med psykiske lidingar og rusproblem",
        "people with mental disorders or substance use",
    ),
    focus(
        "multimorbidity",
        "personer med flere kroniske tilstander",
        "personar med fleire kroniske tilstandar",
        "people with several chronic conditions",
    ),
    chronic("allergy", "allergi", "allergi", "allergy"),
    chronic("blood", "blodsykdom", "blodsjukdom", "blood disease"),
    chronic("cancer", "kreft", "kreft", "cancer"),
    chronic("dementia", "demens", "demens", "dementia"),
    chronic("diabetes", "diabetes", "diabetes", "diabetes"),
    chronic(
        "endocrine",
        "hormonsykdom",
        "hormonsjukdom",
        "hormonal disease",
    ),
    chronic(
        "gastro",
        "mage- og tarmsykdom",
        "mage- og tarmsjukdom",
        "gastrointestinal disease",
    ),
    chronic(
        "hearing_vision",
        "hørsel, syn og balanse",
        "høyrsel, syn og balanse",
        "hearing, sight and balance",
    ),
    chronic(
        "heart",
        "hjerte- og karsykdom",
        "hjarte- og karsjukdom",
        "cardiovascular disease",
    ),
    chronic(
        "infection_immune",
        "infeksjon og immunsvikt",
        "infeksjon og immunsvikt",
        "infection and immune deficiency",
    ),
    chronic("kidney", "nyresykdom", "nyresjukdom", "kidney disease"),
    chronic(
        "lifestyle",
        "livsstil og overvekt",
        "livsstil og overvekt",
        "lifestyle and obesity",
    ),
    chronic("lung", "lungesykdom", "lungesjukdom", "lung disease"),
    chronic(
        "neurology",
        "nevrologisk sykdom",
        "nevrologisk sjukdom",
        "neurological disease",
    ),
    chronic(
        "pain_musculoskeletal",
        "smerte og muskel- og skjelettlidelser",
        "smerte og muskel- og skjelettlidingar",
        "pain and musculoskeletal conditions",
    ),
    chronic("skin", "hudsykdom", "hudsjukdom", "skin disease"),
    chronic("stroke", "hjerneslag", "hjerneslag", "stroke"),
    chronic(
        "urology_gynaecology",
        "urologisk og gynekologisk tilstand",
        "urologisk og gynekologisk tilstand",
        "urological and gynaecological conditions",
    ),
];

const fn focus(
    id: &'static str,
    nb: &'static str,
    nn: &'static str,
    en: &'static str,
) -> TargetGroup {
    TargetGroup {
        id,
        focus: true,
        nb,
        nn,
        en,
    }
}

const fn chronic(
    id: &'static str,
    nb: &'static str,
    nn: &'static str,
    en: &'static str,
) -> TargetGroup {
    TargetGroup {
        id,
        focus: false,
        nb,
        nn,
        en,
    }
}

/// The target group of an id.
pub fn group(id: &str) -> Option<&'static TargetGroup> {
    GROUPS.iter().find(|group| group.id == id)
}

/// A target group that a course seems to serve, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The group.
    pub group: &'static TargetGroup,
    /// The topic that suggests it; `None` where the people's age or role does.
    pub because: Option<TopicId>,
    /// True where such courses usually serve the group, though the title does not say so.
    pub usually: bool,
}

impl Lexicon {
    /// The target groups that a course on some topics seems to serve, in the order of [`GROUPS`].
    ///
    /// Relatives belong to the group of the one they are related to. High age alone makes nobody
    /// frail, so it suggests no group. Courses for professionals, students and user representatives
    /// serve no patient group.
    ///
    /// ```
    /// use mestring_data::topic::{Hints, Lexicon};
    /// let lexicon = Lexicon::shipped();
    /// let title = "Foreldrekurs for dei som har barn med epilepsi";
    /// let groups = lexicon.target_groups(&lexicon.topics_of(title), &Hints::of_title(title));
    /// assert_eq!(groups.iter().map(|s| s.group.id).collect::<Vec<_>>(), ["children_youth", "neurology"]);
    /// ```
    pub fn target_groups(&self, topics: &[TopicId], hints: &Hints) -> Vec<Suggestion> {
        if hints.for_trainers() {
            return Vec::new();
        }
        let mut found: BTreeMap<usize, Suggestion> = BTreeMap::new();
        let mut add = |id: &str, because: Option<&TopicId>, usually: bool| {
            let Some((at, group)) = GROUPS.iter().enumerate().find(|(_, group)| group.id == id)
            else {
                return;
            };
            let new = Suggestion {
                group,
                because: because.cloned(),
                usually,
            };
            let kept = found.entry(at).or_insert_with(|| new.clone());
            if kept.usually && !usually {
                *kept = new;
            }
        };
        if hints.surely_young() {
            add("children_youth", None, false);
        }
        for topic in topics {
            for (group, usually) in self.groups_of(topic, 0) {
                add(&group, Some(topic), usually);
            }
        }
        found.into_values().collect()
    }

    /// The groups of a topic, taken from its parents where it has none of its own.
    fn groups_of(&self, topic: &TopicId, depth: u8) -> Vec<(String, bool)> {
        let Some(row) = self.row(topic) else {
            return Vec::new();
        };
        match &row.groups {
            Some(own) => own
                .iter()
                .map(|serves| (serves.group.clone(), serves.usually))
                .collect(),
            // Topics are no part of themselves, so this ends; the bound is for the reader.
            None if depth < 16 => row
                .parents
                .iter()
                .filter_map(|parent| self.id(parent))
                .flat_map(|parent| self.groups_of(&parent, depth + 1))
                .collect(),
            None => Vec::new(),
        }
    }
}
