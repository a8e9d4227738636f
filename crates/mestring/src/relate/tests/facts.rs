//! Each fact of a pair.

use mestring_model::Fact;
use mestring_model::facts::PairFacts;
use mestring_model::noun::{
    AudienceRelation, FormatRelation, LevelRelation, OrganiserRelation, TimeRelation, TitleRelation,
};

use super::{check, desk_of, facts_of, row};
use crate::relate::pair_facts;
use crate::topics::Topics;

#[test]
fn titles_are_compared_after_folding() {
    let title = |text: &str| row("", "").replace("Kurs om kols", text);
    let same = |facts: &PairFacts| facts.same_title;
    let alike = |facts: &PairFacts| facts.title_similarity;
    let (nb, nn) = (title("Hjerteskole i Bergen"), title("Hjarteskule i Bergen"));
    check(&nb, &nn, "", same, true);
    check(&nb, &nn, "", alike, 100);
    check(&nb, &title("Sorggruppe"), "", same, false);
    check(&nb, &title("–"), "", same, None);
    check(&nb, &title("–"), "", alike, None);
    let conflict = |facts: &PairFacts| facts.number_conflict;
    check(
        &title("Rehabilitering fase 2a"),
        &title("Rehabilitering fase 2b"),
        "",
        conflict,
        true,
    );
    check(
        &title("Landskurs 2024"),
        &title("Landskurs 2025"),
        "",
        conflict,
        false,
    );
    check(&nb, &title("Hjerteskole del 2"), "", conflict, false);
}

#[test]
fn titles_are_compared_word_by_word() {
    let title = |text: &str| row("", "").replace("Kurs om kols", text);
    let words = |facts: &PairFacts| facts.title_words;
    let loss = title("Digitalt kostholdskurs: vekttap");
    let gain = title("Digitalt kostholdskurs: vektoppgang");
    check(&loss, &gain, "", words, TitleRelation::EachOwn);
    let adds = title("Digitalt kostholdskurs");
    check(&loss, &adds, "", words, TitleRelation::OneAdds);
    let spring = title("Kosthaldskurs (våren 2026): vekttap");
    check(&loss, &spring, "", words, TitleRelation::Same);
    check(&title("Kurs"), &title("–"), "", words, None);
}

#[test]
fn titles_name_parts_teaching_and_programmes() {
    let title = |text: &str| row("", "").replace("Kurs om kols", text);
    let parts = |facts: &PairFacts| facts.parts_differ;
    let (plain, second) = (title("Hjerteskole"), title("Hjerteskole del 2"));
    check(&plain, &second, "", parts, true);
    check(&second, &title("Hjerteskole, del II"), "", parts, false);
    check(&second, &title("Hjerteskole del 1"), "", parts, true);
    check(&plain, &title("Hjerteskole 2026"), "", parts, false);
    let teaching = |facts: &PairFacts| facts.same_teaching;
    check(&plain, &title("Hjertekurs"), "", teaching, true);
    check(&plain, &title("Hjertetrening"), "", teaching, false);
    check(
        &title("Hjertesykdom"),
        &title("Hjertetrening"),
        "",
        teaching,
        false,
    );
    check(&title("Hjertesykdom"), &plain, "", teaching, None);
    let programme = |facts: &PairFacts| facts.same_programme;
    let kid = title("Mestring av depresjon (KiD)");
    check(&kid, &title("KID-kurs"), "", programme, true);
    check(&kid, &title("Tankevirus"), "", programme, false);
    check(&kid, &plain, "", programme, None);
}

#[test]
fn people_may_be_referred_to_one_trust() {
    let trust = |facts: &PairFacts| facts.same_trust;
    let of = |numbers: &str| row("municipalities", numbers);
    check(&of("4601"), &of("4625"), "", trust, true);
    check(&of("4601"), &of("5047"), "", trust, false);
    check(&of("4601"), &row("reach", "national"), "", trust, None);
    check(&of("4601"), &row("", ""), "", trust, None);
}

#[test]
fn what_titles_say_is_told_from_what_rows_state() {
    let read = |one: &str, other: &str| {
        let desk = desk_of(&format!("A | {one}\nB | {other}"), "");
        let rows = pair_facts(&desk, &Topics::of(&desk));
        rows[0].derived.facts().collect::<Vec<_>>().join(" ")
    };
    let plain = row("", "");
    assert_eq!(read(&plain, &plain), "topics");
    // A title that names nothing gives no fact, so that nothing rests on it.
    let silent = plain.replace("Kurs om kols", "Temakafé");
    assert_eq!(read(&plain, &silent), "");
    let titled = plain.replace(
        "Kurs om kols",
        "Kurs for pårørende til ungdom 13-18 år med kols",
    );
    assert_eq!(read(&titled, &titled), "topics audience ages_overlap");
    let stated = row("audience", "patients");
    assert_eq!(read(&stated, &stated), "topics");
    assert_eq!(read(&stated, &titled), "topics audience");
}

#[test]
fn audiences_relate_by_who_takes_part() {
    use AudienceRelation::{Disjoint, Includes, PatientRelative, Same, TrainerParticipant};
    let audience = |facts: &PairFacts| facts.audience;
    let of = |word: &str| row("audience", word);
    let aged = |word: &str, ages: &str| {
        of(word).replace(&format!("{word} | "), &format!("{word} | {ages}"))
    };
    check(&of("patients"), &of("patients"), "", audience, Same);
    check(&of("patients"), &of("both"), "", audience, Includes);
    check(&of("relatives"), &of("both"), "", audience, Includes);
    check(
        &of("patients"),
        &of("relatives"),
        "",
        audience,
        PatientRelative,
    );
    check(
        &of("relatives"),
        &of("children"),
        "",
        audience,
        PatientRelative,
    );
    check(
        &of("professionals"),
        &of("patients"),
        "",
        audience,
        TrainerParticipant,
    );
    check(
        &of("user_representatives"),
        &of("children"),
        "",
        audience,
        TrainerParticipant,
    );
    check(&of("students"), &of("patients"), "", audience, Disjoint);
    check(
        &of("professionals"),
        &of("user_representatives"),
        "",
        audience,
        Disjoint,
    );
    check(&of("patients"), &of("children"), "", audience, None);
    check(
        &aged("patients", "18+"),
        &of("children"),
        "",
        audience,
        Disjoint,
    );
    check(
        &aged("patients", "16-30"),
        &of("children"),
        "",
        audience,
        Includes,
    );
    check(
        &aged("both", "18+"),
        &aged("children", "14-20"),
        "",
        audience,
        Disjoint,
    );
    check(&of("patients"), &of(""), "", audience, None);
    // A title that names its people states them.
    let parents = row("", "").replace("Kurs om kols", "Foreldrekurs kols");
    check(&of("patients"), &parents, "", audience, PatientRelative);
    let ages = |facts: &PairFacts| facts.ages_overlap;
    check(&row("ages", "18+"), &row("ages", "<18"), "", ages, false);
    check(&row("ages", "18+"), &row("ages", "60+"), "", ages, true);
    check(&row("ages", "18+"), &row("ages", ""), "", ages, None);
    // They touch, and are not for the same people.
    check(&row("ages", "18+"), &row("ages", "16-19"), "", ages, false);
    let old = row("", "").replace("Kurs om kols", "Kols (over 65 år)");
    check(&row("ages", "18-30"), &old, "", ages, false);
}

#[test]
fn levels_formats_and_sessions() {
    let level = |facts: &PairFacts| facts.level;
    let of = |word: &str| row("level", word);
    check(
        &of("specialist"),
        &of("specialist"),
        "",
        level,
        LevelRelation::Same,
    );
    check(
        &of("specialist"),
        &of("interlevel"),
        "",
        level,
        LevelRelation::Includes,
    );
    check(
        &of("specialist"),
        &of("municipal"),
        "",
        level,
        LevelRelation::Different,
    );
    check(&of("specialist"), &of("unknown"), "", level, None);
    let common = |facts: &PairFacts| facts.common_level;
    let specialist = mestring_model::noun::Level::Specialist;
    check(&of("specialist"), &of("specialist"), "", common, specialist);
    check(&of("specialist"), &of("interlevel"), "", common, None);

    let format = |facts: &PairFacts| facts.format;
    let of = |word: &str| row("format", word);
    check(
        &of("physical"),
        &of("physical"),
        "",
        format,
        FormatRelation::Same,
    );
    check(
        &of("physical"),
        &of("digital_live"),
        "",
        format,
        FormatRelation::LiveVariant,
    );
    check(
        &of("hybrid"),
        &of("digital_live"),
        "",
        format,
        FormatRelation::LiveVariant,
    );
    check(
        &of("self_paced"),
        &of("digital_live"),
        "",
        format,
        FormatRelation::Different,
    );
    check(
        &of("relayed"),
        &of("physical"),
        "",
        format,
        FormatRelation::Different,
    );

    let sessions = |facts: &PairFacts| facts.same_sessions;
    let of = |span: &str| row("sessions", span);
    check(&of("8"), &of("8"), "", sessions, true);
    check(&of("8-10"), &of("8-10"), "", sessions, true);
    check(&of("8-10"), &of("8"), "", sessions, None);
    check(&of("8-10"), &of("11"), "", sessions, false);
    check(&of("8"), &of(""), "", sessions, None);
}

#[test]
fn runs_at_most_two_years_apart_are_near() {
    use TimeRelation::{Apart, Near};
    let time = |facts: &PairFacts| facts.time;
    let of = |dates: &str| row("dates", dates);
    check(&of("2022-03-01"), &of("2024-03-01"), "", time, Near);
    check(&of("2022-03-01"), &of("2024-03-02"), "", time, Apart);
    check(&of("2024-02-29"), &of("2026-02-28"), "", time, Near);
    check(&of("2024-02-29"), &of("2026-03-01"), "", time, Apart);
    check(&of("2010-autumn"), &of("2012"), "", time, Near);
    check(&of("2010-autumn"), &of("2013-01"), "", time, Apart);
    check(&of("2010; 2020"), &of("2021-04-06"), "", time, Near);
    check(&of("2022"), &of(""), "", time, None);
    // A day without a year takes the year of its page.
    let shown = "listings
        offer | url | year
        B | https://a.no/b | 2023";
    check(&of("2022"), &of("03-01"), shown, time, Near);
    check(&of("2020"), &of("03-01"), shown, time, Apart);
    // Dates come before the year of the page, and runs are dates.
    check(&of("2020"), &of("2018"), shown, time, Near);
    let held = "runs
        id | offer | state | starts
        R | B | held | 2021-05-01
        S | B | cancelled | 2026-05-01";
    check(&of("2022-05-01"), &of(""), held, time, Near);
    check(&of("2026-05-01"), &of(""), held, time, Apart);
}

#[test]
fn organisers_relate_by_who_they_are_part_of() {
    use OrganiserRelation::{Parent, Same, Shared, Unrelated};
    let organiser = |facts: &PairFacts| facts.organiser;
    let of = |ids: &str| row("organisers", ids);
    check(&of("lms; alver"), &of("alver; lms"), "", organiser, Same);
    check(&of("lms; alver"), &of("alver"), "", organiser, Shared);
    check(&of("lms"), &of("clinic"), "", organiser, Parent);
    check(&of("lms"), &of("trust"), "", organiser, Parent);
    check(&of("lms"), &of("alver"), "", organiser, Unrelated);
    check(&of("lms"), &of(""), "", organiser, None);
}

#[test]
fn a_page_is_the_same_under_both_its_addresses() {
    let page = |facts: &PairFacts| facts.same_page;
    let shown = |a: &str, b: &str| format!("listings\noffer | url\nA | {a}\nB | {b}");
    let check = |a: &str, b: &str, expect: bool| {
        check(&row("", ""), &row("", ""), &shown(a, b), page, expect);
    };
    check(
        "https://www.helse.no/kurs/",
        "http://Helse.no/kurs#tid",
        true,
    );
    check("https://helse.no/kurs", "https://helse.no/Kurs", false);
    check("https://helse.no", "https://helse.no/", true);
    let one = "listings\noffer | url\nA | https://helse.no";
    super::check(&row("", ""), &row("", ""), one, page, None);
}

#[test]
fn who_is_open_to_everyone_meets_all() {
    use mestring_model::noun::CatchmentRelation::{Adjoins, Equal, National};
    let catchment = |facts: &PairFacts| facts.catchment;
    let of = |number: &str| row("municipalities", number);
    check(&of("4601"), &of("4601"), "", catchment, Equal);
    check(&of("4601"), &of("4627"), "", catchment, Adjoins);
    check(
        &row("reach", "national"),
        &of("4601"),
        "",
        catchment,
        National,
    );
    check(&row("reach", "national"), &of(""), "", catchment, National);
    check(&of("4601"), &of(""), "", catchment, None);
}

#[test]
fn unknown_and_not_stated_stay_apart() {
    let desk = desk_of(
        &format!("A | {}\nB | {}", row("level", "unknown"), row("", "")),
        "",
    );
    let facts = facts_of(&desk);
    assert_eq!(facts.level, Fact::Unknown);
    assert_eq!(facts.format, Fact::NotStated);
    // What is always known is known of the barest rows.
    assert_eq!(facts.number_conflict, Fact::Known(false));
}
