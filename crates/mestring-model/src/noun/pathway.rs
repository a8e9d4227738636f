//! Pathways: what people with a condition are to be taught, where, in which order.

use chrono::NaiveDate;

use crate::fact::Fact;
use crate::finding::RowProblem;
use crate::id::{OfferId, Slug, TargetGroupId};
use crate::noun::{Audience, Level};
use crate::{Lang, records, terms};

terms! {
    /// What kind of teaching a step of a pathway is.
    StepKind "step_kind" {
        /// Information soon after, or before, the diagnosis.
        EarlyInformation = "early_information", "tidlig informasjon", "tidleg informasjon", ["informasjon"];
        /// A start course at the diagnosis.
        StartCourse = "start_course", "startkurs ved diagnose", "startkurs ved diagnose", ["startkurs"];
        /// A group course on living with the condition.
        GroupCourse = "group_course", "gruppekurs", "gruppekurs", ["kurs"];
        /// Coping with everyday life, and changes of lifestyle.
        Coping = "coping", "mestring og levevaner", "meistring og levevanar", ["mestring", "meistring", "levevaner", "levevanar", "livsstil"];
        /// Follow-up and repetition.
        FollowUp = "follow_up", "oppfølging", "oppfølging";
        /// Teaching for relatives.
        Relatives = "relatives", "opplæring av pårørende", "opplæring av pårørande", ["pårørende", "pårørande"];
        /// Meeting others who live with the same: peers take part.
        Peers = "peers", "møte med likepersoner", "møte med likepersonar", ["likepersoner", "likepersonar"];
    }

    /// By which of its facts an offer fits a step of a pathway.
    StepFact "step_fact" {
        /// What it is about, or whom it serves.
        Topics = "topics", "tema", "tema";
        /// Who takes part.
        Audience = "audience", "deltakergruppe", "deltakargruppe";
        /// Where in the health service it stands.
        Level = "level", "nivå", "nivå";
        /// Whether people of the municipality can take part.
        Reach = "reach", "rekkevidde", "rekkjevidd";
        /// Whether it is on offer.
        Status = "status", "status", "status";
        /// Whether peers take part in the teaching.
        Peers = "peers", "likepersoner", "likepersonar";
    }
}

records! {
    /// A pathway of a target group: a loop from the municipality, by way of the hospital or not, and
    /// back to the municipality. A row with the id of a shipped pathway takes its place with all its
    /// steps.
    Pathway[Slug] of "pathways" "forløp" "forløp" check pathway_cells; {
        /// Its name in English.
        name: Option<String>, "engelsk navn", "engelsk namn";
        /// Its name in bokmål.
        name_nb: Option<String>, "navn", "bokmålsnamn";
        /// Its name in nynorsk.
        name_nn: Option<String>, "nynorsk navn", "namn";
        /// The target group whose pathway it is.
        target_group: Option<TargetGroupId>, "målgruppe", "målgruppe";
        /// Yes where a shipped pathway of that id is not to be used.
        left_out: Option<bool>, "brukes ikke", "blir ikkje brukt";
    }

    /// A step of a pathway, of the desk's own or of a shipped one. A row with the id of a shipped step
    /// takes its place.
    PathwayStep[Slug] of "pathway_steps" "forløpssteg" "forløpssteg" {
        /// The pathway that it is a step of, shipped or of the desk's own.
        pathway: Slug, "forløp", "forløp";
        /// Where it stands in the pathway: lower numbers come first.
        order: u32, "rekkefølge", "rekkjefølgje", ["steg nr"];
        /// Where in the health service it is to be given.
        level: Level, "nivå", "nivå";
        /// What kind of teaching it is.
        kind: StepKind, "type", "type";
        /// What it is about; empty: whatever serves the target group.
        topics: Vec<Slug>, "tema", "tema";
        /// Who is to be taught; empty: nobody says.
        audience: Fact<Audience>, "deltakere", "deltakarar", ["for hvem", "for kven"];
        /// Yes: everybody on the pathway is to be offered it. No: those who want or need it.
        needed: Fact<bool>, "nødvendig", "naudsynt", ["nødvendig steg", "naudsynt steg"];
    }

    /// A course that a pathway document names: it alone makes a course an integrated part of a pathway.
    PathwayCourse of "pathway_courses" "forløpskurs" "forløpskurs" {
        /// The step, shipped or of the desk's own.
        step: Slug, "steg", "steg";
        /// The offer that the document names.
        offer: OfferId, "tilbud", "tilbod";
        /// The pathway document, with the page or section.
        document: String, "dokument", "dokument";
        /// When the document was made or took effect.
        document_date: Fact<NaiveDate>, "dokumentdato", "dokumentdato";
    }
}

impl Pathway {
    /// Its name in a language, or in another where it has none in that; its id where it has no name.
    pub fn title(&self, lang: Lang) -> &str {
        let (en, nb, nn) = (&self.name, &self.name_nb, &self.name_nn);
        let order = match lang {
            Lang::En => [en, nb, nn],
            Lang::Nb => [nb, nn, en],
            Lang::Nn => [nn, nb, en],
        };
        let first = order.into_iter().flatten().next();
        first.map_or(self.id.as_str(), String::as_str)
    }
}

fn pathway_cells(pathway: &Pathway) -> Vec<(&'static str, RowProblem)> {
    let for_nobody = pathway.target_group.is_none() && pathway.left_out != Some(true);
    match for_nobody {
        true => vec![("target_group", RowProblem::PathwayForNobody)],
        false => Vec::new(),
    }
}
