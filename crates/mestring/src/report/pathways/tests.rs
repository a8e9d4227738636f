use mestring_model::{Desk, Lang, Settings};

use super::*;
use crate::decide::{Decider, Packs, PathwayQuestion};
use crate::fixture::any_desk;
use crate::report::Layout;

/// What the example does not show: courses that a document names, answers of none, an agreement that is
/// only proposed, two offers for the same people.
const DESK: &str = "organisations
    id | name | kind | municipality
    trust | Helse Bergen | hospital | 4601
    bergen | Bergen kommune | municipality | 4601
    alver | Alver kommune | municipality | 4631
    lag | Et lag | user_organisation | 4601

    target_groups
    id | name | name_nb | name_nn | topics
    lung | Lung | Lunge | Lunge | lung_disease

    area
    municipality | name
    4601 | Bergen
    4631 | Alver

    pathways
    id | name | name_nb | name_nn | target_group | illustrative
    copd | Own COPD | Eget KOLS | Eige KOLS | lung | yes

    pathway_steps
    id | pathway | order | level | kind | topics | audience | needed | source
    first | copd | 1 | municipal | early_information | | patients | yes | Avtalen, side 2
    course | copd | 2 | specialist | group_course | copd | | |
    kin | copd | 3 | municipal | relatives | copd | relatives | no |

    pathway_courses
    step | offer | document | document_date | illustrative
    course | A | Forløp for KOLS | 2025-05-01 | yes
    course | B | Forløp for KOLS | |
    kin | A | Forløp for KOLS | |

    offers
    id | title | organisers | level | lifecycle | audience | topics | municipalities
    A | Pustekurs | trust | specialist | established | patients | | 4601; 4631
    B | Kols | trust | specialist | | both | copd | 4601

    asked
    target_group | level | organisation | asked | answered | none
    lung | municipal | bergen | 2026-10-01 | 2026-10-20 | yes
    lung | municipal | alver | 2026-10-01 | |

    agreements
    id | title | kind | from | proposed
    saer | Særavtale | special | | yes

    parties
    agreement | organisation | state
    saer | trust |
    saer | bergen |
    saer | alver |";

fn rendered(desk: &Desk, lang: Lang) -> String {
    let packs = Packs::shipped().unwrap();
    let day = "2026-11-22".parse().unwrap();
    let decider = Decider::new(desk, &packs, day, None);
    let question = PathwayQuestion {
        group: Some("lung".into()),
        municipality: None,
    };
    let found = decider.pathways(&question).unwrap();
    let texts = Texts::new(lang);
    let view = View {
        desk,
        texts: &texts,
        all: false,
    };
    let mut page = pathways(&view, &found, Detail::Full);
    page.append(pathway_gaps(&view, &found));
    Layout::plain().render(&page)
}

#[test]
fn what_the_example_does_not_show_in_three_languages() {
    let desk = any_desk(DESK);
    for lang in [Lang::En, Lang::Nb, Lang::Nn] {
        let text = rendered(&desk, lang);
        assert!(text.lines().all(|line| line.chars().count() <= 100));
        insta::assert_snapshot!(format!("own_{lang}"), text);
    }
}

#[test]
fn what_is_wrong_with_a_desks_own_pathways_is_found() {
    let text = DESK
        .replace("kin | copd | 3", "kin | cpod | 3")
        .replace("course | B | Forløp", "cuorse | B | Forløp")
        .replace(
            "course | copd | 2 | specialist | group_course | copd",
            "course | copd | 2 | specialist | group_course | kolz",
        );
    let text = format!("{text}\n\ntopics\n topic | terms\n own | noe eget").replace(
        "copd | Own COPD",
        "empty | Empty | | | lung |\n    nobodys | Nobody's | | | |\n    copd | Own COPD",
    );
    let packs = Packs::shipped().unwrap();
    let day = "2026-11-22".parse().unwrap();
    let said = [DESK, text.as_str()].map(|text| {
        let desk = any_desk(text);
        let findings = Decider::new(&desk, &packs, day, None).findings();
        let own = findings.iter().filter(|own| own.code().starts_with("D07"));
        own.map(ToString::to_string).collect::<Vec<_>>().join("\n")
    });
    insta::assert_snapshot!(said.join("\n\n"));
}

#[test]
fn without_pathways_the_report_has_no_part_for_them() {
    let desk = Desk::builder().settings(Settings::default()).build().0;
    let packs = Packs::shipped().unwrap();
    let day = "2026-11-22".parse().unwrap();
    let found = Decider::new(&desk, &packs, day, None).pathway_cover();
    let texts = Texts::new(Lang::En);
    let view = View {
        desk: &desk,
        texts: &texts,
        all: false,
    };
    assert_eq!(pathway_gaps(&view, &found), Page::default());
    let whole = Layout::plain().render(&pathways(&view, &found, Detail::Full));
    assert!(
        whole.ends_with("The desk lists no target group that has a pathway.\n"),
        "{whole}"
    );
}
