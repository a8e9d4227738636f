//! Who offers, owns, represents and meets.

use chrono::NaiveDate;

use crate::finding::RowProblem;
use crate::id::{BodyId, OrganisationId, UnitId};
use crate::noun::Level;
use crate::quantity::{MunicipalityNo, OrganisationNo};
use crate::{records, terms};

terms! {
    /// What kind of organisation something is.
    OrganisationKind "organisation_kind" {
        /// A regional health trust.
        RegionalTrust = "regional_trust", "regionalt helseforetak", "regionalt helseføretak", ["rhf"];
        /// A hospital trust or another hospital.
        Hospital = "hospital", "sykehus", "sjukehus", ["helseforetak", "helseføretak", "hf"];
        /// A learning and mastery centre.
        Centre = "centre", "lærings- og mestringssenter", "lærings- og meistringssenter", ["lms"];
        /// A municipality.
        Municipality = "municipality", "kommune", "kommune";
        /// A county.
        County = "county", "fylkeskommune", "fylkeskommune", ["fylke"];
        /// A user organisation.
        UserOrganisation = "user_organisation", "brukerorganisasjon", "brukarorganisasjon", ["pasientorganisasjon"];
        /// A private provider.
        Private = "private", "privat", "privat";
        /// A college or university.
        College = "college", "høgskole eller universitet", "høgskule eller universitet", ["høgskole", "høgskule", "universitet"];
        /// A national authority or competence service.
        National = "national", "nasjonalt organ", "nasjonalt organ";
        /// Something else.
        Other = "other", "annet", "anna";
    }

    /// What kind of unit of an organisation something is.
    UnitKind "unit_kind" {
        /// A hospital of a trust.
        Hospital = "hospital", "sykehus", "sjukehus";
        /// A division or clinic.
        Clinic = "clinic", "klinikk", "klinikk", ["divisjon"];
        /// A department or section.
        Department = "department", "avdeling", "avdeling", ["seksjon"];
        /// A municipal service, such as a healthy-life centre.
        Service = "service", "tjeneste", "teneste", ["frisklivssentral"];
    }

    /// What kind of body something is.
    BodyKind "body_kind" {
        /// A committee of municipalities (områdeutval).
        Committee = "committee", "områdeutvalg", "områdeutval", ["samarbeidsutvalg", "samarbeidsutval"];
        /// An expert group of the health community.
        ExpertGroup = "expert_group", "faggruppe", "faggruppe", ["fagutvalg", "fagutval"];
        /// A network.
        Network = "network", "nettverk", "nettverk";
        /// A working group of a body.
        WorkingGroup = "working_group", "arbeidsgruppe", "arbeidsgruppe";
        /// The health community of a trust and its municipalities.
        HealthCommunity = "health_community", "helsefellesskap", "helsefellesskap";
        /// A user panel.
        UserPanel = "user_panel", "brukerutvalg", "brukarutval";
    }

    /// In which role somebody is a member of a body.
    MemberRole "member_role" {
        /// Leads it.
        Chair = "chair", "leder", "leiar";
        /// Keeps its papers.
        Secretary = "secretary", "sekretær", "sekretær";
        /// Represents one or more municipalities.
        MunicipalRepresentative = "municipal_representative", "kommunerepresentant", "kommunerepresentant";
        /// Represents the specialist health service.
        SpecialistRepresentative = "specialist_representative", "representant fra spesialisthelsetjenesten", "representant frå spesialisthelsetenesta";
        /// Represents users.
        UserRepresentative = "user_representative", "brukerrepresentant", "brukarrepresentant";
        /// A member without another role.
        Member = "member", "medlem", "medlem";
    }
}

records! {
    /// An organisation that offers courses, lends people or rooms, or has made an agreement.
    Organisation[OrganisationId] of "organisations" "organisasjoner" "organisasjonar" {
        /// Its name.
        name: String, "navn", "namn";
        /// What kind it is.
        kind: OrganisationKind, "type", "type";
        /// The organisation that it is part of.
        parent: Option<OrganisationId>, "overordnet", "overordna";
        /// The municipality, where it is one or lies in one.
        municipality: Option<MunicipalityNo>, "kommunenummer", "kommunenummer", ["municipality_no", "kommune"];
        /// Its number in the register of legal entities.
        number: Option<OrganisationNo>, "organisasjonsnummer", "organisasjonsnummer";
        /// When it was last asked what it offers.
        asked: Option<NaiveDate>, "spurt", "spurt";
        /// When it last answered.
        answered: Option<NaiveDate>, "svart", "svart";
    }

    /// A part of an organisation that lends course leaders or rooms.
    Unit[UnitId] of "units" "enheter" "einingar" {
        /// Its name.
        name: String, "navn", "namn";
        /// What kind it is.
        kind: UnitKind, "type", "type";
        /// Whose part it is.
        organisation: OrganisationId, "organisasjon", "organisasjon";
        /// The unit above it.
        parent: Option<UnitId>, "overordnet", "overordna";
    }

    /// A body in which organisations meet: a committee, an expert group, a network.
    Body[BodyId] of "bodies" "organer" "organ" {
        /// Its name.
        name: String, "navn", "namn";
        /// What kind it is.
        kind: BodyKind, "type", "type";
        /// The body above it.
        parent: Option<BodyId>, "overordnet", "overordna";
        /// The roles that must be filled.
        needs: Vec<MemberRole>, "må ha", "må ha";
    }

    /// A seat in a body, by organisation and role, never by person.
    Member of "members" "medlemmer" "medlemmar" {
        /// The body.
        body: BodyId, "organ", "organ";
        /// Whose seat it is.
        organisation: OrganisationId, "organisasjon", "organisasjon";
        /// In which role.
        role: MemberRole, "rolle", "rolle";
        /// The municipalities that the seat represents.
        municipalities: Vec<MunicipalityNo>, "kommuner", "kommunar";
        /// Since when.
        from: Option<NaiveDate>, "fra", "frå";
        /// The last day.
        until: Option<NaiveDate>, "til", "til" ;
    }

    /// A municipality of the centre's area, with the committee that represents it.
    AreaMunicipality of "area" "område" "område" {
        /// The municipality's number.
        municipality: MunicipalityNo, "kommunenummer", "kommunenummer", ["kommune"];
        /// Its name.
        name: String, "navn", "namn";
        /// The committee that it belongs to.
        committee: Option<BodyId>, "områdeutvalg", "områdeutval";
    }

    /// A question put to somebody about what they offer, so that an empty cell of the overview is
    /// "none, confirmed" rather than silence.
    Asked of "asked" "spurt" "spurt" check answered_after_asked; {
        /// The target group that was asked about.
        target_group: crate::id::TargetGroupId, "målgruppe", "målgruppe";
        /// The level that was asked.
        level: Level, "nivå", "nivå";
        /// Who was asked.
        organisation: Option<OrganisationId>, "organisasjon", "organisasjon";
        /// When.
        asked: NaiveDate, "spurt dato", "spurt dato";
        /// When the answer came; empty while there is none.
        answered: Option<NaiveDate>, "svart dato", "svart dato";
        /// The answer was that there is no offer.
        none: Option<bool>, "ingen tilbud", "ingen tilbod";
    }
}

fn answered_after_asked(asked: &Asked) -> Vec<(&'static str, RowProblem)> {
    let mut wrong = Vec::new();
    if asked
        .answered
        .is_some_and(|answered| answered < asked.asked)
    {
        wrong.push(("answered", RowProblem::AnswerBeforeQuestion));
    }
    if asked.none.is_some() && asked.answered.is_none() {
        wrong.push(("answered", RowProblem::AnswerWithoutDate));
    }
    wrong
}
