use proptest::prelude::*;

use super::*;

fn lexicon() -> &'static Lexicon {
    Lexicon::shipped()
}

fn found(title: &str) -> String {
    let ids: Vec<String> = lexicon()
        .topics_of(title)
        .iter()
        .map(TopicId::to_string)
        .collect();
    ids.join(" ")
}

fn groups(title: &str) -> String {
    let suggested = lexicon().target_groups(&lexicon().topics_of(title), &Hints::of_title(title));
    let ids: Vec<String> = suggested
        .iter()
        .map(|found| format!("{}{}", if found.usually { "~" } else { "" }, found.group.id))
        .collect();
    ids.join(" ")
}

#[test]
fn the_shipped_rows_are_without_fault() {
    let rows = shipped::rows();
    assert_eq!(rows.len(), shipped::lines().count(), "a line does not read");
    assert!(rows.len() > 170);
    let mut ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), rows.len(), "an id stands twice");
    let empty = Lexicon {
        topics: BTreeMap::new(),
        matcher: Matcher::default(),
        organisations: Matcher::default(),
    };
    if let Err(error) = empty.extended(&rows) {
        panic!("{error}");
    }
    assert!(lexicon().ids().count() > 150);
}

#[test]
fn every_topic_is_found_by_its_own_names() {
    let mut seen = 0;
    for id in lexicon().ids() {
        for lang in Lang::ALL {
            let name = lexicon().name(id, lang).unwrap();
            let topics = lexicon().topics_of(name);
            assert!(topics.contains(id), "`{name}` gives {topics:?}, not {id}");
            seen += 1;
        }
    }
    assert!(seen > 450);
}

#[test]
fn titles_give_their_topics() {
    #[track_caller]
    fn check(title: &str, expected: &str) {
        assert_eq!(found(title), expected, "{title}");
    }
    // The condition at the head of a compound word, in both written forms.
    check("Hjerteskole", "heart");
    check("Hjarteskulen", "heart");
    check("diabeteskurs", "diabetes");
    check("Astmaskulen for foreldre", "asthma");
    check("Skulderskolen", "shoulder");
    check("Gruppetrening for hjertepasienter", "heart");
    // At its end.
    check("Leve med spiserørskreft", "cancer");
    check("Barneeksem", "eczema");
    // The longer term uses the shorter one up.
    check("Brystkreft", "breast_cancer");
    check("Kurs ved mammakreft", "breast_cancer");
    check("Diabetes type 2", "diabetes_type_2");
    check("DMT-2", "diabetes_type_2");
    check("Barn med diabetes", "diabetes_children");
    check("Hjertesvikt – rehabilitering", "heart_failure");
    // Two topics in one title.
    check("KOLS eller andre lungelidelser", "copd lung_disease");
    check("Angst og depresjon", "anxiety depression");
    check("Hjerte- og lungesykdom", "heart lung_disease");
    // Abbreviations are whole words.
    check("MS", "multiple_sclerosis");
    check("ms-skolen", "multiple_sclerosis");
    check("CFS/ME-kurs", "me_cfs");
    check("Kurs for deg som har fått kols", "copd");
    check("Kva kan du og me gjere?", "");
    check("Mestringskurs for ungdom - DU", "depression_youth");
    // Programmes mean their topic.
    check("KiD", "depression");
    check("Mestring av depresjon (KiD)", "depression");
    check("e-Tankevirus", "negative_thoughts");
    check("Tid til å være ung? (Selbu)", "parent_with_dementia");
    // A carers school is mostly, not always, on dementia.
    check("Pårørendeskolen", "carers_school");
    check("Pårørandeskule – demens", "carers_school dementia");
    // What counts only where nothing else is named.
    check("Mestringskurs for pårørende", "being_a_relative");
    check(
        "Kurs for pårørende til voksne med langvarig sykdom",
        "being_a_relative long_term_illness",
    );
    check("Kurs for kreftramma og pårørande", "cancer");
    check("Hjerterehabilitering", "heart");
    check("Rehabilitering på varme", "rehabilitation");
    check("Digitalt kostholdskurs", "nutrition");
    check("Kurs om diabetes og matlaging", "diabetes");
    // False friends.
    check("Hjertelig velkommen til kurs", "");
    check("Nyregistrerte deltakere", "");
    check("Nye krefter i hverdagen", "");
    check("Kurs på Røyken bibliotek", "");
    check("Blærekreft", "urological_cancer");
    check("Undervisning på russisk", "");
    // Titles that say nothing.
    check("Temakafe", "");
    check("Landskurs 2024", "");
    check("I gode og onde dager", "");
    check("Startkurs 2 tilpasset minoritetsbakgrunn", "");
    check("", "");
}

#[test]
fn topics_relate() {
    #[track_caller]
    fn check(a: &str, b: &str, expected: Fact<TopicRelation>) {
        let (one, other) = (lexicon().topics_of(a), lexicon().topics_of(b));
        assert_eq!(lexicon().relation(&one, &other), expected, "{a} / {b}");
    }
    use TopicRelation::{GroupMember, ParentChild, Same, Siblings, Unrelated};
    check("Multippel sklerose", "MS-kurs", Fact::Known(Same));
    check("Kurs i depresjonsmestring", "KiD", Fact::Known(Same));
    check("Beinmargskreft", "Blodkreft", Fact::Known(ParentChild));
    check("Diabetes type 2", "Diabeteskurs", Fact::Known(ParentChild));
    // A broad group holds conditions that are as different as any others.
    check("Beinmargskreft", "Kreft", Fact::Known(GroupMember));
    check("Hjertesvikt", "Hjerteskole", Fact::Known(GroupMember));
    check("Brystkreft", "Tarmkreft", Fact::Known(Unrelated));
    check("Hjerteskole", "Hjerterehabilitering", Fact::Known(Same));
    check(
        "KiD",
        "Kurs i mestring av belastning",
        Fact::Known(Siblings),
    );
    check(
        "Pårørendeskole",
        "Digitalt demenskurs",
        Fact::Known(ParentChild),
    );
    check("Morbus Crohn", "Ulcerøs kolitt", Fact::Known(Siblings));
    check("KOLS", "Astma", Fact::Known(Unrelated));
    check("KOLS", "Hjerteskole", Fact::Known(Unrelated));
    check("Hjerneslag", "Hjertesvikt", Fact::Known(Unrelated));
    check("Temakafe", "KOLS", Fact::NotStated);
}

#[test]
fn titles_suggest_target_groups() {
    #[track_caller]
    fn check(title: &str, expected: &str) {
        assert_eq!(groups(title), expected, "{title}");
    }
    check("Digitalt demenskurs", "frail_elderly dementia");
    check("Pårørendeskole", "~frail_elderly ~dementia");
    check("Pårørendeskole (demens)", "frail_elderly dementia");
    check("Yngre personer med demens", "dementia");
    check(
        "Kurs for foresatte til barn med ADHD",
        "children_youth mental_substance",
    );
    check("Angstkurs 13-18 år", "children_youth mental_substance");
    check("Unge voksne med kreft", "cancer");
    check("Hjerteskole (over 65 år)", "heart");
    check("Smertemestringskurs for likepersoner", "");
    check("Kurs i helsepedagogikk for helsepersonell", "");
    check("Flere kroniske tilstander", "multimorbidity");
    check("Slagskole", "stroke");
    check("Afasi", "stroke");
    check("Temakafe", "");
}

#[test]
fn the_audience_is_read_from_a_title() {
    use mestring_model::noun::Audience;
    for (title, expected) in [
        ("Pårørendekurs", Fact::Known(Audience::Relatives)),
        (
            "Temakveld for nære pårørende",
            Fact::Known(Audience::Relatives),
        ),
        ("Hjertepasienter og pårørende", Fact::Known(Audience::Both)),
        (
            "Personer med demens og nære pårørende",
            Fact::Known(Audience::Both),
        ),
        (
            "Kurs for helsepersonell",
            Fact::Known(Audience::Professionals),
        ),
        ("Hjerteskole", Fact::NotStated),
    ] {
        assert_eq!(Hints::of_title(title).audience, expected, "{title}");
    }
    assert_eq!(
        Hints::of_title("Kurs for barn under 12 år").oldest,
        Fact::Known(12)
    );
}

#[test]
fn the_focus_groups_are_four_and_every_group_is_in_use() {
    let focus: Vec<&str> = GROUPS
        .iter()
        .filter(|group| group.focus)
        .map(|group| group.id)
        .collect();
    assert_eq!(
        focus,
        [
            "frail_elderly",
            "children_youth",
            "mental_substance",
            "multimorbidity"
        ]
    );
    for target in GROUPS {
        let used = lexicon()
            .topics
            .values()
            .flat_map(|topic| topic.row.groups.iter().flatten())
            .any(|serves| serves.group == target.id);
        assert!(used, "{} is served by no topic", target.id);
    }
}

#[test]
fn codes_lead_to_the_narrowest_topic() {
    for (code, expected) in [
        ("J44.1", "copd"),
        ("c50", "breast_cancer"),
        ("G35", "multiple_sclerosis"),
    ] {
        let ids = lexicon().with_icd10(code);
        assert_eq!(
            ids.iter().map(TopicId::as_str).collect::<Vec<_>>(),
            [expected],
            "{code}"
        );
    }
    assert!(lexicon().with_icd10("").is_empty());
}

fn new(id: &str) -> TopicRow {
    let name = id.replace('_', " ");
    TopicRow {
        id: id.into(),
        nb: name.clone(),
        nn: name.clone(),
        en: name,
        ..TopicRow::default()
    }
}

#[test]
fn a_desk_adds_topics_and_terms() {
    let rows = [
        TopicRow {
            parents: vec!["diabetes".into()],
            terms: vec!["pustevansk*".into()],
            ..new("dyspnoea")
        },
        TopicRow {
            id: "heart".into(),
            terms: vec!["Blåtur".into()],
            ..TopicRow::default()
        },
    ];
    let own = lexicon().extended(&rows).unwrap();
    let ids = own.topics_of("Blåtur for deg med pustevansker");
    assert_eq!(
        ids.iter().map(TopicId::as_str).collect::<Vec<_>>(),
        ["dyspnoea", "heart"]
    );
    let diabetes = own.topics_of("Diabetes type 1");
    assert_eq!(
        own.relation(&ids, &diabetes),
        Fact::Known(TopicRelation::Siblings)
    );
    assert_eq!(
        lexicon().topics_of("Blåtur"),
        [],
        "the shipped lexicon stays as it is"
    );
}

#[test]
fn faulty_rows_are_refused_with_the_remedy() {
    let bad = |row: TopicRow| {
        let error = lexicon().extended(&[row]).unwrap_err();
        format!("{}: {error}", error.name())
    };
    let serves = |group: &str| {
        Some(vec![Serves {
            group: group.into(),
            usually: false,
        }])
    };
    let texts = [
        bad(new("Hjerte Syk")),
        bad(TopicRow {
            nn: String::new(),
            ..new("gardening")
        }),
        bad(TopicRow {
            parents: vec!["plants".into()],
            ..new("gardening")
        }),
        bad(TopicRow {
            parents: vec!["gardening".into()],
            ..new("gardening")
        }),
        bad(TopicRow {
            groups: serves("everybody"),
            ..new("gardening")
        }),
        bad(TopicRow {
            terms: vec!["grønn omsorg*".into()],
            ..new("gardening")
        }),
        bad(TopicRow {
            terms: vec!["KOLS".into()],
            ..new("gardening")
        }),
    ];
    insta::assert_snapshot!(texts.join("\n"), @"
    topic-bad-id: topic `Hjerte Syk`: that is no id; write lower-case English letters, digits and underscores
    topic-no-name: topic `gardening` is new and has no name in nynorsk; give it one in all three languages
    topic-unknown-parent: topic `gardening` is part of `plants`, which does not exist; add that topic or correct the id
    topic-circle: topic `gardening` is part of itself through its parents; take one of them out
    topic-unknown-group: topic `gardening` serves `everybody`, which is no target group; use one of: frail_elderly, children_youth, mental_substance, multimorbidity, allergy, blood, cancer, dementia, diabetes, endocrine, gastro, hearing_vision, heart, infection_immune, kidney, lifestyle, lung, neurology, pain_musculoskeletal, skin, stroke, urology_gynaecology
    topic-bad-term: topic `gardening`: the term `grønn omsorg*` cannot be matched; write words, with a star before or after a single one
    topic-term-taken: topic `gardening`: the term `KOLS` belongs to topic `copd` already; keep it in one of them
    ");
}

fn titles() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "kurs",
        "Hjerteskole",
        "KOLS",
        "MS",
        "DU",
        "pårørende",
        "kreft",
        "brystkreft",
        "diabetes",
        "type",
        "1",
        "2",
        "barn",
        "med",
        "og",
        "demens",
        "KiD",
        "depresjon",
        "crohn",
        "tarm",
        "2024",
        "hjertelig",
        "rehabilitering",
        "slag",
        "ung",
        "å",
        "-",
        "(",
        "voksne",
        "sykdom",
    ]);
    prop::collection::vec(words, 0..7).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn relation_is_the_same_both_ways(a in titles(), b in titles()) {
        let (a, b) = (lexicon().topics_of(&a), lexicon().topics_of(&b));
        prop_assert_eq!(lexicon().relation(&a, &b), lexicon().relation(&b, &a));
        prop_assert_eq!(lexicon().relation(&a, &b).is_known(), !a.is_empty() && !b.is_empty());
        if !a.is_empty() {
            prop_assert_eq!(lexicon().relation(&a, &a), Fact::Known(TopicRelation::Same));
        }
    }

    #[test]
    fn any_title_is_read(title in "\\PC{0,60}") {
        let topics = lexicon().topics_of(&title);
        prop_assert!(topics.windows(2).all(|pair| pair[0] < pair[1]));
        lexicon().target_groups(&topics, &Hints::of_title(&title));
    }

    #[test]
    fn folding_a_title_does_not_change_its_whole_word_topics(title in titles()) {
        // A folded title names at least nothing that the title does not.
        let own = lexicon().topics_of(&title);
        for topic in lexicon().topics_of(&crate::text::fold(&title)) {
            prop_assert!(own.contains(&topic), "{} in {}", topic, title);
        }
    }
}

#[test]
fn words_for_a_topic_are_the_topic() {
    use mestring_model::noun::TitleRelation::{self, EachOwn, OneAdds, Same};
    #[track_caller]
    fn check(a: &str, b: &str, expected: TitleRelation) {
        let (one, other) = (lexicon().content_words(a), lexicon().content_words(b));
        assert_eq!(
            one.relation(&other),
            Fact::Known(expected),
            "{a} / {b}: {one:?} {other:?}"
        );
        assert_eq!(other.relation(&one), Fact::Known(expected), "{b} / {a}");
    }
    check("Slagskole", "Hjerneslag - gruppebasert opplæring", Same);
    check("Mestringskurs for parkinsonsyke", "Parkinsons sykdom", Same);
    check("Brystkreftkurs", "Kurs om mammakreft", Same);
    check("Multippel sklerose", "MS-skolen", Same);
    check("Kurs for kreftramma", "Kreftskole", Same);
    check("Hjarteskule", "Hjertekurs", Same);
    check("Hjertekurs", "Hjertesviktkurs", EachOwn);
    check("Lungeskole", "KOLS-kurs", EachOwn);
    check(
        "Hjerteskole",
        "Hjerterehabilitering (Ullevålsmodellen)",
        OneAdds,
    );
    check(
        "Digitalt kostholdskurs: vekttap",
        "Digitalt kostholdskurs: vektoppgang",
        EachOwn,
    );
    check(
        "Kurs i depresjonsmestring - KiD",
        "Mestring av depresjon (KiD)",
        Same,
    );
}

#[test]
fn titles_name_programmes() {
    #[track_caller]
    fn check(title: &str, expected: &str) {
        let found = lexicon().programmes_of(title);
        let found: Vec<&str> = found.iter().map(TopicId::as_str).collect();
        assert_eq!(found.join(" "), expected, "{title}");
    }
    check("Mestring av depresjon (KiD)", "kid_course");
    check(
        "Kurs for yngre personer med demens (Møteplass for mestring)",
        "meeting_place_dementia",
    );
    check("Digitale Hverdagsgledekurs", "everyday_joy");
    check("Diabeteskurs", "");
}

#[test]
fn organisations_and_addresses_say_topics_outright() {
    #[track_caller]
    fn organisation(name: &str, expected: &str) {
        let found = lexicon().topics_of_organisation(name);
        let found: Vec<&str> = found.iter().map(TopicId::as_str).collect();
        assert_eq!(found.join(" "), expected, "{name}");
    }
    organisation("Diabetesforbundet", "diabetes");
    organisation("Munn- og halskreftforeningen", "head_neck_cancer");
    organisation("LHL-sykehuset Gardermoen", "heart lung_disease");
    organisation("Blindeforbundet, Hordaland", "vision");
    organisation("Bergen kommune", "");
    organisation("Pårørendesenteret", "");
    // What names an organisation names no topic in a title.
    assert_eq!(lexicon().topics_of("Kurs hos LHL"), []);
    #[track_caller]
    fn address(address: &str, expected: &str) {
        let found = lexicon().topics_of_address(address);
        let found: Vec<&str> = found.iter().map(TopicId::as_str).collect();
        assert_eq!(found.join(" "), expected, "{address}");
    }
    address(
        "https://example.org/kurs/pasienter-med-diabetes-mellitus-type.html",
        "diabetes",
    );
    address(
        "https://example.org/kols/tilbud-og-kurs/?tema=kreft#angst",
        "",
    );
    address(
        "https://example.org/livet-med-demens/s/5-54-248626",
        "dementia",
    );
    address("https://kreft.example.org", "");
    address("", "");
}
