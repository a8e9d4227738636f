//! What a course is about, derived from its title, and whom such a course serves.
//!
//! The lexicon is of our own making: ids, names in three languages, the words that titles use
//! (synonyms, abbreviations, lay and Latin words), what each topic is part of, and which target
//! groups it serves. Prefixes of ICD-10 codes are given as facts for linking; no text of any
//! classification is copied. A desk adds its own rows with [`Lexicon::extended`].
//!
//! A title that says nothing gives no topic, and two offers of which one has no topic relate in a way
//! that is not stated. Words such as *rehabilitering*, *trening* or *pårørende* name a topic only
//! where a title names nothing else: in `Hjerterehabilitering` the heart is the topic.
//!
//! ```
//! use mestring_data::topic::Lexicon;
//! use mestring_model::{Fact, Lang, noun::TopicRelation};
//!
//! let lexicon = Lexicon::shipped();
//! let found = lexicon.topics_of("Lungeskule: kurs for deg med kols");
//! assert_eq!(found.iter().map(|id| id.as_str()).collect::<Vec<_>>(), ["copd", "lung_disease"]);
//! assert_eq!(lexicon.name(&found[0], Lang::Nb), Some("KOLS"));
//!
//! let crohn = lexicon.topics_of("Morbus Crohn");
//! let colitis = lexicon.topics_of("Kurs om ulcerøs kolitt");
//! assert_eq!(lexicon.relation(&crohn, &colitis), Fact::Known(TopicRelation::Siblings));
//! assert_eq!(lexicon.relation(&crohn, &lexicon.topics_of("Temakafé")), Fact::NotStated);
//! ```

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::{Arc, OnceLock};

use mestring_model::noun::TopicRelation;
use mestring_model::{Fact, Lang};

mod group;
mod hints;
mod matcher;
mod row;
mod shipped;
mod teaching;

pub use mestring_model::finding::LexiconError;

pub use group::{GROUPS, Suggestion, TargetGroup, group};
pub use hints::Hints;
pub use teaching::Teaching;

use matcher::Matcher;

use crate::text::{ContentWords, tokens};

/// The id of a topic: English, `snake_case`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TopicId(Arc<str>);

impl TopicId {
    /// The id as tables write it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for TopicId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TopicId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How the terms of a topic are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum TopicKind {
    /// A condition or a subject.
    #[default]
    Topic,
    /// A broad group of conditions, such as heart disease: two conditions in it are as different as any
    /// other two.
    Group,
    /// A named programme, whose name says its topic only to those who know it. It is no topic itself:
    /// its terms name the topics it is part of.
    Programme,
    /// A subject that counts only where a title names no other.
    Last,
    /// An organisation whose name says its topics only to those who know it. Its terms are read in names of
    /// organisations alone.
    Organisation,
    /// Words that look like a term and are none.
    Not,
}

impl TopicKind {
    /// True for a row that is a topic, and not a programme or a list of words.
    pub fn is_topic(self) -> bool {
        matches!(self, TopicKind::Topic | TopicKind::Group | TopicKind::Last)
    }
}

/// A target group that courses on a topic serve.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Serves {
    /// The group's id.
    pub group: String,
    /// True where such courses usually serve the group, though the topic does not say so.
    pub usually: bool,
}

/// A row of the lexicon, as shipped or as a desk writes it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TopicRow {
    /// The topic's id. A row with the id of a topic that exists already adds its terms to it; its
    /// other cells may then be empty.
    pub id: String,
    /// How the terms are read.
    pub kind: TopicKind,
    /// The ids of the topics it is part of.
    pub parents: Vec<String>,
    /// The target groups it serves; `None`: those of its parents.
    pub groups: Option<Vec<Serves>>,
    /// Beginnings of ICD-10 codes.
    pub icd10: Vec<String>,
    /// The name in bokmål.
    pub nb: String,
    /// The name in nynorsk.
    pub nn: String,
    /// The name in English.
    pub en: String,
    /// The words that titles use; `hjerte*` is also the beginning of a longer word, `*kreft` the end
    /// of one. The names are terms as well. Either written form of Norwegian will do.
    pub terms: Vec<String>,
}

/// A topic with all that it is part of.
#[derive(Debug, Clone)]
struct Topic {
    row: TopicRow,
    /// The topics above it, its parents among them.
    ancestors: BTreeSet<TopicId>,
}

/// Topics with their terms.
#[derive(Debug, Clone)]
pub struct Lexicon {
    topics: BTreeMap<TopicId, Topic>,
    matcher: Matcher,
    /// The terms for organisations, which are read in no title.
    organisations: Matcher,
}

impl Lexicon {
    /// The lexicon as shipped.
    pub fn shipped() -> &'static Lexicon {
        static SHIPPED: OnceLock<Lexicon> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            let empty = Lexicon {
                topics: BTreeMap::new(),
                matcher: Matcher::default(),
                organisations: Matcher::default(),
            };
            // A test asserts that the shipped rows are without fault.
            empty.extended(&shipped::rows()).unwrap_or(empty)
        })
    }

    /// This lexicon with rows added, or with terms added to its topics.
    ///
    /// # Errors
    /// [`LexiconError`] names the row and what would be right: an id that is no `snake_case`, a
    /// parent or a target group that does not exist, topics that are part of each other, a term that
    /// holds no word, or one that another topic has already.
    ///
    /// ```
    /// use mestring_data::topic::{Lexicon, TopicRow};
    /// let own = TopicRow { id: "copd".into(), terms: vec!["Pusterommet".into()], ..TopicRow::default() };
    /// let lexicon = Lexicon::shipped().extended(&[own])?;
    /// assert_eq!(lexicon.topics_of("Pusterommet")[0].as_str(), "copd");
    /// # Ok::<(), mestring_data::topic::LexiconError>(())
    /// ```
    pub fn extended(&self, rows: &[TopicRow]) -> Result<Lexicon, LexiconError> {
        let mut topics = self.topics.clone();
        for row in rows {
            row::check_row(row, topics.contains_key(row.id.as_str()))?;
            match topics.get_mut(row.id.as_str()) {
                Some(topic) => {
                    topic.row.terms.extend(row.terms.iter().cloned());
                    topic.row.icd10.extend(row.icd10.iter().cloned());
                }
                None => {
                    let topic = Topic {
                        row: row.clone(),
                        ancestors: BTreeSet::new(),
                    };
                    topics.insert(TopicId(row.id.as_str().into()), topic);
                }
            }
        }
        let above = ancestors(&topics)?;
        for (id, ancestors) in above {
            if let Some(topic) = topics.get_mut(&id) {
                topic.ancestors = ancestors;
            }
        }
        let rows = topics.iter().map(|(id, topic)| (id, &topic.row));
        let organisation = |row: &TopicRow| row.kind == TopicKind::Organisation;
        Ok(Lexicon {
            matcher: Matcher::build(rows.clone().filter(|(_, row)| !organisation(row)))?,
            organisations: Matcher::build(rows.filter(|(_, row)| organisation(row)))?,
            topics,
        })
    }

    /// The topics that a title names, by id, each once; empty where it names none.
    ///
    /// Longer terms go first and use their letters up, so `brystkreft` is breast cancer and not also
    /// cancer at large. Reading is by title alone.
    pub fn topics_of(&self, title: &str) -> Vec<TopicId> {
        self.matcher.topics_of(title)
    }

    /// The topics that the name of an organisation says outright, by id, each once: `Diabetesforbundet`, or
    /// `LHL`, whose members know what it stands for.
    ///
    /// ```
    /// use mestring_data::topic::Lexicon;
    /// let topics = Lexicon::shipped().topics_of_organisation("Norges Parkinsonforbund");
    /// assert_eq!(topics.iter().map(|id| id.as_str()).collect::<Vec<_>>(), ["parkinson"]);
    /// ```
    pub fn topics_of_organisation(&self, name: &str) -> Vec<TopicId> {
        let mut found = self.organisations.topics_outright(name);
        if found.is_empty() {
            found = self.matcher.topics_outright(name);
        }
        found.into_iter().collect()
    }

    /// The topics that the last part of a page's address says outright, by id, each once.
    ///
    /// ```
    /// use mestring_data::topic::Lexicon;
    /// let topics = Lexicon::shipped().topics_of_address("https://example.org/a/kurs-om-kols-2024.html");
    /// assert_eq!(topics.iter().map(|id| id.as_str()).collect::<Vec<_>>(), ["copd"]);
    /// ```
    pub fn topics_of_address(&self, address: &str) -> Vec<TopicId> {
        let path = address.split(['?', '#']).next().unwrap_or_default();
        let path = path.split_once("://").map_or(path, |(_, rest)| rest);
        let parts = path.split('/').skip(1).filter(|part| !part.is_empty());
        // A number or a lone extension names no page.
        let worded = |part: &&str| part.chars().filter(|own| own.is_alphabetic()).count() > 5;
        let last = parts.filter(worded).last().unwrap_or_default();
        let words = last.replace(['-', '_', '.', '+'], " ").replace("%20", " ");
        self.matcher.topics_outright(&words).into_iter().collect()
    }

    /// The named programmes that a title names, by id, each once: `kid_course` for KiD.
    pub fn programmes_of(&self, title: &str) -> BTreeSet<TopicId> {
        self.matcher.programmes_of(title)
    }

    /// The words of a title that say what the course is about; those that name a topic are taken for the
    /// topic, so that `Slagskole` and `Hjerneslag - gruppeopplæring` say the same.
    ///
    /// ```
    /// use mestring_data::topic::Lexicon;
    /// use mestring_model::{Fact, noun::TitleRelation};
    /// let words = |title| Lexicon::shipped().content_words(title);
    /// let relation = words("Slagskole").relation(&words("Hjerneslag - gruppeopplæring"));
    /// assert_eq!(relation, Fact::Known(TitleRelation::Same));
    /// ```
    pub fn content_words(&self, title: &str) -> ContentWords {
        let spans = self.matcher.spans_of(&tokens(title));
        ContentWords::with_spans(title, &spans)
    }

    /// The id of every topic, ascending; programmes, and words that are no terms, left out.
    pub fn ids(&self) -> impl Iterator<Item = &TopicId> {
        self.topics
            .iter()
            .filter(|(_, topic)| topic.row.kind.is_topic())
            .map(|(id, _)| id)
    }

    /// The topic of an id, if there is one.
    pub fn id(&self, text: &str) -> Option<TopicId> {
        let (id, topic) = self.topics.get_key_value(text)?;
        topic.row.kind.is_topic().then(|| id.clone())
    }

    /// The row of a topic, with the terms that were added to it.
    pub fn row(&self, id: &TopicId) -> Option<&TopicRow> {
        self.topics.get(id).map(|topic| &topic.row)
    }

    /// Everything that a topic is part of, by id, each with whether it is a broad group.
    pub fn above(&self, id: &TopicId) -> impl Iterator<Item = (&TopicId, bool)> {
        let ancestors = self.topics.get(id).map(|own| &own.ancestors);
        ancestors.into_iter().flatten().map(|above| {
            let topic = self.topics.get(above);
            let broad = topic.is_some_and(|own| own.row.kind == TopicKind::Group);
            (above, broad)
        })
    }

    /// The topic's name in a language.
    pub fn name(&self, id: &TopicId, lang: Lang) -> Option<&str> {
        let row = self.row(id)?;
        Some(match lang {
            Lang::En => &row.en,
            Lang::Nb => &row.nb,
            Lang::Nn => &row.nn,
        })
    }

    /// How the topics of two offers relate: the closest relation between any topic of the one and
    /// any of the other. The order of the two does not matter. Not stated where one has no topic.
    pub fn relation(&self, a: &[TopicId], b: &[TopicId]) -> Fact<TopicRelation> {
        let closest = a
            .iter()
            .flat_map(|a| b.iter().map(|b| self.between(a, b)))
            .min();
        closest.into()
    }

    fn between(&self, a: &TopicId, b: &TopicId) -> TopicRelation {
        if a == b {
            return TopicRelation::Same;
        }
        let (Some(one), Some(other)) = (self.topics.get(a), self.topics.get(b)) else {
            return TopicRelation::Unrelated;
        };
        let is_group = |topic: &Topic| topic.row.kind == TopicKind::Group;
        let above = if one.ancestors.contains(b) {
            Some(other)
        } else if other.ancestors.contains(a) {
            Some(one)
        } else {
            None
        };
        if let Some(above) = above {
            return match is_group(above) {
                true => TopicRelation::GroupMember,
                false => TopicRelation::ParentChild,
            };
        }
        let mut shared = one.ancestors.intersection(&other.ancestors).filter(|id| {
            let topic = self.topics.get(id.as_str());
            topic.is_some_and(|own| !is_group(own))
        });
        match shared.next() {
            Some(_) => TopicRelation::Siblings,
            None => TopicRelation::Unrelated,
        }
    }

    /// The topics whose ICD-10 beginnings fit a code best, by id; empty where none fits.
    ///
    /// ```
    /// use mestring_data::topic::Lexicon;
    /// assert_eq!(Lexicon::shipped().with_icd10("J44.1")[0].as_str(), "copd");
    /// ```
    pub fn with_icd10(&self, code: &str) -> Vec<TopicId> {
        let code = code.trim().to_uppercase();
        let fit = |topic: &Topic| {
            let fits = topic
                .row
                .icd10
                .iter()
                .filter(|start| code.starts_with(start.as_str()));
            fits.map(String::len).max()
        };
        let best = self.topics.values().filter_map(fit).max();
        let Some(best) = best else { return Vec::new() };
        self.topics
            .iter()
            .filter(|(_, topic)| fit(topic) == Some(best))
            .map(|(id, _)| id.clone())
            .collect()
    }
}

/// Everything above each topic; an error where a parent does not exist or a topic is above itself.
fn ancestors(
    topics: &BTreeMap<TopicId, Topic>,
) -> Result<BTreeMap<TopicId, BTreeSet<TopicId>>, LexiconError> {
    let mut above = BTreeMap::new();
    for (id, topic) in topics {
        let mut found: BTreeSet<TopicId> = BTreeSet::new();
        let mut open: Vec<(&str, &str)> = topic
            .row
            .parents
            .iter()
            .map(|parent| (id.as_str(), parent.as_str()))
            .collect();
        while let Some((child, parent)) = open.pop() {
            let Some((key, next)) = topics.get_key_value(parent) else {
                return Err(LexiconError::UnknownParent {
                    topic: child.to_owned(),
                    parent: parent.to_owned(),
                });
            };
            if key == id {
                return Err(LexiconError::Circle {
                    topic: id.to_string(),
                });
            }
            if found.insert(key.clone()) {
                open.extend(
                    next.row
                        .parents
                        .iter()
                        .map(|above| (parent, above.as_str())),
                );
            }
        }
        above.insert(id.clone(), found);
    }
    Ok(above)
}

#[cfg(test)]
mod tests;
