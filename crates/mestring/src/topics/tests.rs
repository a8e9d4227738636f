use mestring_model::noun::Audience;
use mestring_model::term::Term;
use proptest::prelude::*;

use super::*;
use crate::fixture::desk;

const GROUPS: &str = "target_groups
    id | name | name_nb | name_nn | class | topics
    children_youth | Children | Barn | Barn | focus |
    mental | Mental health | Psykisk helse | Psykisk helse | focus | mental_substance; mental_health
    dementia | Dementia | Demens | Demens | large_chronic | dementia
    lunge | Lung | Lunge | Lunge | large_chronic | lung_disease
    frail_elderly | Frail older people | Skrøpelige eldre | Skrøpelege eldre | focus | frailty
    pust | Breath | Pust | Pust | other | pusteteknikk
    ";

fn about(topics: &str, row: &str) -> OfferTopics {
    let text = format!(
        "{GROUPS}\n\ntopics\ntopic | terms | parent\n{topics}\n\n\
         offers\nid | title | audience | ages | topics | target_groups\nA | {row}"
    );
    Topics::of(&desk(&text)).offers()[0].clone()
}

#[track_caller]
fn check(row: &str, topics: &str, groups: &str) {
    let about = about("", row);
    let shown: Vec<_> = about.topics.iter().map(Slug::as_str).collect();
    assert_eq!(shown.join(" "), topics, "topics of {row}");
    let shown: Vec<_> = about
        .target_groups
        .iter()
        .map(TargetGroupId::as_str)
        .collect();
    assert_eq!(shown.join(" "), groups, "groups of {row}");
}

#[test]
fn what_is_stated_wins() {
    check(
        "Kurs om kols | | | dementia | ",
        "dementia",
        "dementia frail_elderly",
    );
    check("Kurs om kols | | | | mental", "copd", "mental");
    check("Kurs om kols | | | none | none", "", "");
    let stated = about("", "Kurs om kols | | | none | none");
    assert!(!stated.topics_derived && !stated.groups_derived);
    let derived = about("", "Kurs om kols | | | unknown | unknown");
    assert!(derived.topics_derived && derived.groups_derived);
    assert_eq!(derived.topics.len(), 1);
}

#[test]
fn a_group_that_no_row_states_says_what_it_was_read_from() {
    #[track_caller]
    fn check(row: &str, expect: &str) {
        let about = about("", row);
        let shown = about.readings.iter().map(|own| {
            let topic = own.topic.as_ref().map_or("-", Slug::as_str);
            format!("{} {topic} {:?}", own.group, own.by)
        });
        assert_eq!(shown.collect::<Vec<_>>().join(", "), expect, "{row}");
        let groups: Vec<_> = about.readings.iter().map(|own| own.group.clone()).collect();
        assert!(groups.is_empty() || about.groups_derived);
        assert!(groups.is_empty() || groups == about.target_groups);
    }
    // The plan names the group; that dementia belongs to it is the topic list's reading.
    check(
        "Kurs om demens | | | | ",
        "dementia dementia OwnTopics, frail_elderly dementia TopicList",
    );
    check(
        "Kurs om skrøpelighet | | | | ",
        "frail_elderly frailty OwnTopics",
    );
    check("Kurs om kols | | | | ", "lunge copd OwnTopics");
    check(
        "Ungdomskurs | patients | 13-18 | | ",
        "children_youth - People",
    );
    // What a row states is no reading.
    check("Kurs om demens | | | | frail_elderly", "");
}

#[test]
fn topics_and_groups_are_derived_from_the_title() {
    // A part of the group's topic counts as the topic.
    check("Kurs om kols | | | | ", "copd", "lunge");
    check(
        "Kurs i mestring av depresjon | patients | | | ",
        "depression",
        "mental",
    );
    // What such courses usually serve, frail older people here, is not taken for served.
    check(
        "Pårørendeskule | relatives | | | ",
        "carers_school",
        "dementia",
    );
    check("Temakafé | | | | ", "", "");
}

#[test]
fn children_are_known_by_audience_ages_or_title() {
    check(
        "Kurs om kols | children | | | ",
        "copd",
        "children_youth lunge",
    );
    check(
        "Kurs om kols | patients | <18 | | ",
        "copd",
        "children_youth lunge",
    );
    check("Kurs om kols | patients | 18+ | | ", "copd", "lunge");
    // Relatives belong to the group of the one they are related to.
    check(
        "Foreldrekurs for barn med kols | relatives | | | ",
        "copd",
        "children_youth lunge",
    );
}

#[test]
fn courses_for_those_who_teach_serve_no_patient_group() {
    for audience in [
        Audience::Professionals,
        Audience::Students,
        Audience::UserRepresentatives,
    ] {
        let row = format!("Kurs om kols | {} | | | ", audience.code());
        check(&row, "copd", "");
    }
    check("Kurs for likepersoner: kols | | | | ", "copd", "");
}

#[test]
fn a_desk_adds_its_own_words() {
    let own = "pusteteknikk | Pusterommet; pusteøvelser | lung_disease \n copd | Kolsgjengen | ";
    let about = |title: &str| about(own, &format!("{title} | | | | "));
    let found = about("Pusterommet på Voss");
    assert_eq!(found.topics[0].as_str(), "pusteteknikk");
    let groups: Vec<_> = found
        .target_groups
        .iter()
        .map(TargetGroupId::as_str)
        .collect();
    assert_eq!(groups, ["lunge", "pust"]);
    assert_eq!(about("Kolsgjengen").topics[0].as_str(), "copd");
}

#[test]
fn a_bad_row_is_told_and_the_others_are_used() {
    // The parent of the first stands below it, and the second has a word that is taken.
    let desk = desk(
        "topics
         topic | terms | parent
         pusteteknikk | Pusterommet | pust
         kols2 | kols | pust
         pust | Pustekurs |
         løst | Løsøre |

         offers
         id | title
         A | Pusterommet
         B | Kols
         C | Pustekurs",
    );
    let topics = Topics::of(&desk);
    let shown: Vec<_> = topics
        .offers()
        .iter()
        .map(|about| about.topics[0].as_str())
        .collect();
    assert_eq!(shown, ["pusteteknikk", "copd", "pust"]);
    let problems: Vec<_> = topics
        .problems()
        .iter()
        .map(|problem| (problem.row, problem.error.name()))
        .collect();
    assert_eq!(problems, [(1, "topic-term-taken"), (3, "topic-bad-id")]);
    assert_eq!(
        topics.relation(0, 2),
        Fact::Known(TopicRelation::ParentChild)
    );
}

#[test]
fn topics_relate_as_the_lexicon_says_and_stated_words_to_themselves() {
    let desk = desk(
        "offers
         id | title | topics
         A | Kols |
         B | Astmaskole |
         C | Demens |
         D | Temakafé |
         E | Fotpleie | fotpleie
         F | Føter | fotpleie",
    );
    let topics = Topics::of(&desk);
    let check = |a: usize, b: usize, expect: Fact<TopicRelation>| {
        assert_eq!(topics.relation(a, b), expect);
        assert_eq!(topics.relation(b, a), expect);
    };
    check(0, 1, Fact::Known(TopicRelation::Unrelated));
    check(0, 2, Fact::Known(TopicRelation::Unrelated));
    check(0, 3, Fact::NotStated);
    check(0, 4, Fact::Known(TopicRelation::Unrelated));
    check(4, 5, Fact::Known(TopicRelation::Same));
    assert_eq!(topics.relation(0, 99), Fact::NotStated);
    assert_eq!(topics.offer(&desk.offers[4].id), topics.at(4));
    let counts = topics.counts();
    assert_eq!(
        (
            counts.topics_stated,
            counts.topics_derived,
            counts.topics_none
        ),
        (2, 3, 1)
    );
    assert_eq!(
        (
            counts.groups_stated,
            counts.groups_derived,
            counts.groups_none
        ),
        (0, 0, 6)
    );
}

proptest! {
    #[test]
    fn any_title_is_read_and_counted_once(titles in proptest::collection::vec("[a-zæøå ]{1,20}", 0..6)) {
        let rows: Vec<_> = titles.iter().enumerate().map(|(at, t)| format!("A{at} | k {t}")).collect();
        let desk = desk(&format!("{GROUPS}\n\noffers\nid | title\n{}", rows.join("\n")));
        let topics = Topics::of(&desk);
        let counts = topics.counts();
        prop_assert_eq!(topics.offers().len(), titles.len());
        prop_assert_eq!(
            counts.topics_stated + counts.topics_derived + counts.topics_none,
            titles.len()
        );
        let again = Topics::of(&desk);
        prop_assert_eq!(again.offers(), topics.offers());
    }
}

#[test]
fn topics_are_read_from_organisers_and_pages_where_the_title_names_none() {
    let desk = desk(
        "organisations
         id | name | kind | parent
         df | Diabetesforbundet | user_organisation |
         lag | Lokallaget i Voss | user_organisation | df
         lms | Kreftklinikken | hospital |
         kom | Voss kommune | municipality |

         offers
         id | title | organisers | topics
         A | Motivasjonsgrupper | df |
         B | Turgruppe | lag |
         C | Astmaskole | df |
         D | Treningsgruppe | lms |
         E | Temakveld | lms |
         F | Startkurs | kom |
         G | Temakveld | kom |
         H | Temakveld | df | fotpleie

         listings
         offer | url
         F | https://voss.example/tilbud/startkurs-diabetes-type-2
         A | https://voss.example/tilbud/kols",
    );
    let topics = Topics::of(&desk);
    let check = |id: &str, expect: &str| {
        let about = topics.offer(&OfferId::new(id).unwrap()).unwrap();
        let found: Vec<&str> = about.topics.iter().map(Slug::as_str).collect();
        assert_eq!(found.join(" "), expect, "{id}");
        assert_eq!(about.topics_derived, id != "H", "{id}");
    };
    check("A", "diabetes");
    // An association of users teaches its members, whatever the course is about; a hospital does not.
    check("B", "diabetes physical_activity");
    check("D", "physical_activity");
    check("C", "asthma");
    check("E", "cancer");
    check("F", "diabetes_type_2");
    check("G", "");
    check("H", "fotpleie");
}
