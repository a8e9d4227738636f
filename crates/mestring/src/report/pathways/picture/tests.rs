use std::collections::BTreeMap;

use mestring_model::Lang;
use mestring_model::id::Slug;
use quick_xml::Reader;
use quick_xml::events::Event;

use super::*;
use crate::fixture::desk;
use crate::pathways::{Scope, pathways};
use crate::topics::Topics;

/// A pathway with a step of each look, one of them in words that mean something in XML.
fn drawn(lang: Lang, steps: usize) -> String {
    let more: String = (0..steps)
        .map(|at| {
            format!(
                "\n    x{at} | lunge | {} | private | follow_up | asthma | | no | yes",
                at + 60
            )
        })
        .collect();
    let text = format!(
        "target_groups
    id | name | name_nb | name_nn | topics
    lung | Lung | Lunge | Lunge | lung_disease

    area
    municipality | name
    4601 | Bergen
    4631 | Alver

    pathways
    id | name_nb | target_group
    lunge | KOLS <\"&'> \u{1}\u{FFFF} og annet | lung

    pathway_steps
    id | pathway | order | level | kind | topics | audience | needed | illustrative
    a | lunge | 10 | municipal | early_information | copd | patients | yes |
    b | lunge | 20 | specialist | start_course | copd | patients | yes |
    c | lunge | 30 | interlevel | group_course | smoking | patients | no | yes
    d | lunge | 40 | municipal | coping | nutrition | patients | |
    e | lunge | 50 | voluntary | peers | sarcoidosis | patients | no | yes{more}

    offers
    id | title | level | lifecycle | audience | topics | reach | municipalities
    A | Kols | municipal | established | patients | copd | | 4601; 4631
    B | Kols | specialist | | patients | copd | | 4601; 4631
    C | Slutt | interlevel | established | patients | smoking | | 4601
    D | Mat | voluntary | established | patients | nutrition | national |"
    );
    let desk = desk(&text);
    let scope = Scope {
        group: Some(Slug::new("lunge").unwrap()),
        municipality: None,
    };
    let day = "2026-11-22".parse().unwrap();
    let found = pathways(&desk, &Topics::of(&desk), &BTreeMap::new(), &scope, day);
    let texts = Texts::new(lang);
    let view = View {
        desk: &desk,
        texts: &texts,
        all: false,
    };
    picture(&view, &found, &found.pathways[0])
}

/// An element with its attributes, and the text in it.
#[derive(Debug, Default)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    text: String,
}

/// The elements of a picture by a parser that is not ours; a picture that is no XML ends the test.
fn elements(picture: &str) -> Vec<Element> {
    let mut reader = Reader::from_str(picture);
    reader.config_mut().check_end_names = true;
    let (mut all, mut open): (Vec<Element>, Vec<usize>) = (Vec::new(), Vec::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(own) => {
                open.push(all.len());
                all.push(element(&own));
            }
            Event::Empty(own) => all.push(element(&own)),
            Event::Text(own) => {
                if let Some(at) = open.last() {
                    all[*at].text.push_str(&own);
                }
            }
            Event::GeneralRef(own) => {
                let at = *open.last().unwrap();
                all[at].text.push_str(&format!("&{};", &*own));
            }
            Event::End(_) => {
                open.pop();
            }
            Event::Eof => break,
            other => panic!("{other:?} has no place in a picture"),
        }
    }
    assert!(open.is_empty());
    all
}

fn element(own: &quick_xml::events::BytesStart<'_>) -> Element {
    let attributes = own.attributes().map(|own| {
        let own = own.unwrap();
        let key = own.key.as_ref().to_owned();
        (key, own.value.into_owned())
    });
    Element {
        name: own.name().as_ref().to_owned(),
        attributes: attributes.collect(),
        text: String::new(),
    }
}

#[test]
fn a_picture_is_xml_that_needs_nothing_else_and_is_told_to_those_who_do_not_see_it() {
    for lang in [Lang::En, Lang::Nb, Lang::Nn] {
        let picture = drawn(lang, 0);
        let all = elements(&picture);
        let root = &all[0];
        assert_eq!(root.name, "svg");
        assert_eq!(root.attributes["role"], "img");
        assert_eq!(root.attributes["aria-labelledby"], "title about");
        assert_eq!(
            (all[1].name.as_str(), all[2].name.as_str()),
            ("title", "desc")
        );
        assert!(
            all[1].text.contains("KOLS &lt;&quot;&amp;&#39;&gt;"),
            "{}",
            all[1].text
        );
        let known = [
            "svg", "title", "desc", "defs", "marker", "path", "rect", "text", "circle", "g",
        ];
        for own in &all {
            assert!(known.contains(&own.name.as_str()), "{}", own.name);
            for (key, value) in &own.attributes {
                let own_link = value == "url(#arrow)" || key == "xmlns";
                assert!(
                    own_link || !value.contains("url(") && !value.contains("http"),
                    "{key}"
                );
                assert!(
                    !key.starts_with("on") && key != "href" && key != "style",
                    "{key}"
                );
            }
        }
        assert!(all.len() > 40);
    }
}

#[test]
fn every_look_has_a_sign_a_frame_and_words_of_its_own() {
    let picture = drawn(Lang::Nb, 0);
    let all = elements(&picture);
    let frames: BTreeMap<(&str, &str), usize> = all
        .iter()
        .filter(|own| own.name == "rect" && own.attributes.contains_key("rx"))
        .map(|own| {
            (
                own.attributes["stroke-dasharray"].as_str(),
                own.attributes["stroke-width"].as_str(),
            )
        })
        .fold(BTreeMap::new(), |mut counts, own| {
            *counts.entry(own).or_insert(0) += 1;
            counts
        });
    // Five steps, each framed otherwise, and one box in the lowest lane.
    assert_eq!(frames.len(), 5, "{frames:?}");
    let text = |wanted: &str| {
        all.iter()
            .filter(|own| own.name == "text" && own.text == wanted)
            .count()
    };
    for look in Look::ALL {
        // One at its step and one in the legend.
        assert_eq!(text(look.sign()), 2, "{look:?}");
    }
    assert!(picture.contains("dekket: 1, ingenting tilbys: 1"));
    assert!(picture.contains("*3"));
}

#[test]
fn everything_stands_inside_the_page_and_words_inside_their_boxes() {
    for steps in [0, 4, 20] {
        let picture = drawn(Lang::Nn, steps);
        let all = elements(&picture);
        let of = |own: &Element, key: &str| -> f64 { own.attributes[key].parse().unwrap() };
        let size: Vec<f64> = all[0].attributes["viewBox"]
            .split(' ')
            .map(|own| own.parse().unwrap())
            .collect();
        // The picture has the proportions of the page that it is printed on.
        assert!((size[2] / size[3] - 277.0 / 190.0).abs() < 0.01);
        let boxes: Vec<_> = all
            .iter()
            .filter(|own| own.name == "rect" && own.attributes.contains_key("rx"))
            .map(|own| {
                (
                    of(own, "x"),
                    of(own, "y"),
                    of(own, "width"),
                    of(own, "height"),
                )
            })
            .collect();
        assert!(boxes.len() > steps);
        for (x, y, w, h) in &boxes {
            assert!(x + w <= size[2] && y + h <= size[3]);
        }
        let mut inside = 0;
        for own in all
            .iter()
            .filter(|own| own.name == "text" && !own.attributes.contains_key("text-anchor"))
        {
            let (x, y) = (of(own, "x"), of(own, "y"));
            let wide = own.text.chars().count() as f64 * of(own, "font-size") * 0.6;
            assert!(y <= size[3] && x + wide <= size[2] + 1.0, "{}", own.text);
            let around = boxes
                .iter()
                .find(|(bx, by, w, h)| (*bx..bx + w).contains(&x) && (*by..by + h).contains(&y));
            if let Some((bx, _, w, _)) = around {
                assert!(x + wide <= bx + w + 1.0, "{} in {w}", own.text);
                inside += 1;
            }
        }
        assert!(inside > 10, "{inside}");
    }
}

#[test]
fn a_picture_stays_as_it_is() {
    insta::assert_snapshot!(drawn(Lang::En, 0));
}
