//! What is offered, to whom, and where it is shown.

use crate::fact::Fact;
use crate::finding::RowProblem;
use crate::id::{OfferId, OrganisationId, Slug, TargetGroupId};
use crate::noun::{
    Audience, Format, Language, Level, Lifecycle, MOST_SESSIONS, Profession, UserRole,
};
use crate::quantity::{Ages, Hours, MunicipalityNo, PartialDate, Price, Span};
use crate::record::{Cell, CellError, Kind, Shape};
use crate::{Lang, records, terms};

terms! {
    /// How far an offer reaches.
    Reach "reach" {
        /// The municipalities that are listed.
        Municipalities = "municipalities", "kommuner", "kommunar";
        /// The area of the hospital trust that organises it.
        TrustArea = "trust_area", "foretaksområde", "føretaksområde", ["helseforetak", "helseføretak"];
        /// A county.
        County = "county", "fylke", "fylke";
        /// A health region.
        Region = "region", "helseregion", "helseregion";
        /// The whole country.
        National = "national", "hele landet", "heile landet", ["nasjonalt", "landsdekkende", "landsdekkjande"];
    }

    /// Why a target group stands where it does in the order of priority.
    TargetGroupClass "target_group_class" {
        /// A focus group of the centre's plan.
        Focus = "focus", "satsingsgruppe", "satsingsgruppe", ["fokus"];
        /// A large patient population with a chronic condition.
        LargeChronic = "large_chronic", "stor kronikergruppe", "stor kronikargruppe";
        /// Another group.
        Other = "other", "annen", "anna";
    }

    /// What kind of page or list shows an offer.
    ListingKind "listing_kind" {
        /// The organiser's own page.
        OwnPage = "own_page", "egen nettside", "eiga nettside";
        /// A list of courses on the organiser's page.
        OwnList = "own_page_list", "egen kursliste", "eiga kursliste";
        /// A catalogue of somebody else.
        OtherCatalogue = "other_catalogue", "annen katalog", "annan katalog";
        /// News of the organiser.
        OwnNews = "news_own", "egen nyhet", "eiga nyheit";
        /// News of somebody else.
        OtherNews = "news_other", "nyhet i avis", "nyheit i avis";
        /// A national list.
        NationalList = "national_list", "nasjonal liste", "nasjonal liste";
        /// A national collection of examples.
        NationalExample = "national_example", "nasjonalt eksempel", "nasjonalt døme";
        /// A report.
        Report = "report", "rapport", "rapport";
        /// The description of a grant.
        Grant = "grant", "tilskudd", "tilskot";
        /// An article.
        Article = "article", "artikkel", "artikkel";
        /// A magazine.
        Magazine = "magazine", "blad", "blad";
        /// A bank of ideas.
        IdeaBank = "ideabank", "idébank", "idébank";
    }
}

/// A web address: it starts with `http://` or `https://` and has no spaces.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Url(String);

impl Url {
    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Cell for Url {
    const SHAPE: Shape = Shape::of(Kind::Url);

    fn read(text: &str) -> Result<Self, CellError> {
        let known = text.starts_with("https://") || text.starts_with("http://");
        if known && !text.contains(char::is_whitespace) {
            Ok(Url(text.to_owned()))
        } else {
            Err(CellError::NotAUrl {
                text: text.to_owned(),
            })
        }
    }

    fn write(&self, _: Lang) -> String {
        self.0.clone()
    }
}

records! {
    /// A group of people who share a need. Relatives belong to the patients' group.
    TargetGroup[TargetGroupId] of "target_groups" "målgrupper" "målgrupper" {
        /// Its name in English.
        name: String, "engelsk navn", "engelsk namn";
        /// Its name in bokmål.
        name_nb: String, "navn", "bokmålsnamn";
        /// Its name in nynorsk.
        name_nn: String, "nynorsk navn", "namn";
        /// Why it stands where it does in the order of priority.
        class: Fact<TargetGroupClass>, "klasse", "klasse";
        /// The topics by which offers are recognised as meant for it.
        topics: Vec<Slug>, "tema", "tema";
        /// How many people in the area belong to it.
        eligible: Fact<u32>, "antall i området", "tal i området";
    }

    /// A word that the topic list should know, added to the shipped list.
    TopicTerm of "topics" "tema" "tema" {
        /// The topic's short name.
        topic: Slug, "tema", "tema";
        /// The words by which a title names it.
        terms: Vec<String>, "ord", "ord";
        /// The topic that it is part of.
        parent: Option<Slug>, "overtema", "overtema";
    }

    /// A course, group or meeting that somebody offers. Not stated is not "no".
    Offer[OfferId] of "offers" "tilbud" "tilbod" check offer_cells; {
        /// The title as the page or list shows it.
        title: String, "tittel", "tittel", ["navn", "namn", "kurs", "kursnavn", "kursnamn", "tilbud", "tilbod"];
        /// Who organises it.
        organisers: Vec<OrganisationId>, "arrangører", "arrangørar", ["arrangør", "organiser"];
        /// Where in the health service it stands.
        level: Fact<Level>, "nivå", "nivå";
        /// How far it has come, as the source states it.
        lifecycle: Fact<Lifecycle>, "status", "status";
        /// The target groups it serves.
        target_groups: Fact<Vec<TargetGroupId>>, "målgrupper", "målgrupper", ["målgruppe", "target_group"];
        /// Who takes part.
        audience: Fact<Audience>, "deltakere", "deltakarar", ["deltaker", "deltakar", "for hvem", "for kven"];
        /// Their ages.
        ages: Fact<Ages>, "alder", "alder", ["age_group"];
        /// What it is about.
        topics: Fact<Vec<Slug>>, "tema", "tema";
        /// How it is given.
        format: Fact<Format>, "form", "form";
        /// The number of sessions.
        sessions: Fact<Span>, "samlinger", "samlingar", ["antall samlinger", "tal samlingar"];
        /// Teaching hours in all.
        hours: Fact<Hours>, "timer", "timar", ["hours_total", "timer totalt"];
        /// Seats in a run.
        seats: Fact<Span>, "plasser", "plassar", ["capacity", "kapasitet"];
        /// How many must be expected to come for a run to be held.
        minimum: Fact<u32>, "minste antall", "minste tal";
        /// The weeks that it takes from the decision to the first session while the course is new here.
        lead_weeks: Fact<u32>, "ledetid i uker", "leietid i veker";
        /// A referral is required.
        referral: Fact<bool>, "henvisning", "tilvising", ["referral_required"];
        /// Physical activity is part of it.
        activity: Fact<bool>, "fysisk aktivitet", "fysisk aktivitet", ["has_physical_activity"];
        /// Somebody has judged that physical activity is appropriate in it.
        activity_appropriate: Fact<bool>, "aktivitet hensiktsmessig", "aktivitet føremålstenleg";
        /// Users take part in it in some way that the source does not detail.
        user_involved: Fact<bool>, "brukermedvirkning", "brukarmedverknad", ["user_representative_involved"];
        /// Who brings user knowledge into the planning.
        user_planning: Fact<Vec<UserRole>>, "bruker i planlegging", "brukar i planlegging";
        /// Who brings user knowledge into the teaching.
        user_delivery: Fact<Vec<UserRole>>, "bruker i gjennomføring", "brukar i gjennomføring";
        /// Who brings user knowledge into the evaluation.
        user_evaluation: Fact<Vec<UserRole>>, "bruker i evaluering", "brukar i evaluering";
        /// Those who bring user knowledge are paid.
        user_paid: Fact<bool>, "bruker lønnes", "brukar blir lønt";
        /// The professions that teach.
        professions: Fact<Vec<Profession>>, "faggrupper", "faggrupper";
        /// How far it reaches.
        reach: Fact<Reach>, "rekkevidde", "rekkjevidd";
        /// The municipalities whose people it is for.
        municipalities: Fact<Vec<MunicipalityNo>>, "kommuner", "kommunar", ["municipality_no", "kommunenummer", "kommune"];
        /// The language it is held in.
        language: Fact<Language>, "språk", "språk";
        /// The dates that the source states.
        dates: Fact<Vec<PartialDate>>, "datoer", "datoar", ["start_dates", "start", "oppstart", "startdato", "kursstart", "dato"];
        /// What taking part costs.
        price: Fact<Price>, "pris", "pris", ["price_nok", "egenandel", "eigendel"];
    }

    /// An entry as a page or list shows it. One offer may have several.
    Listing of "listings" "oppføringer" "oppføringar" {
        /// The offer that it shows.
        offer: OfferId, "tilbud", "tilbod";
        /// Where it is shown.
        url: Url, "nettadresse", "nettadresse", ["source_url", "lenke", "lenkje"];
        /// What kind of page it is.
        kind: Fact<ListingKind>, "sidetype", "sidetype", ["source_type"];
        /// The language of the page: `nb`, `nn` or another code.
        page_language: Fact<String>, "sidespråk", "sidespråk";
        /// The year of the page.
        year: Fact<u32>, "år", "år", ["year_of_page"];
    }
}

fn offer_cells(offer: &Offer) -> Vec<(&'static str, RowProblem)> {
    let mut wrong = Vec::new();
    if let Fact::Known(sessions) = &offer.sessions
        && (sessions.least() == 0 || sessions.most() > MOST_SESSIONS)
    {
        let most = MOST_SESSIONS;
        wrong.push(("sessions", RowProblem::ImpossibleSessions { most }));
    }
    if let (Fact::Known(minimum), Fact::Known(seats)) = (offer.minimum, &offer.seats)
        && minimum > seats.most()
    {
        wrong.push(("minimum", RowProblem::MinimumAboveSeats));
    }
    wrong
}
