//! Agreements, what they oblige to, and the evidence.

use chrono::NaiveDate;

use super::capacity::period;
use crate::fact::Fact;
use crate::finding::RowProblem;
use crate::id::{AgreementId, ObligationId, OrganisationId};
use crate::noun::{ObligationKind, Recurrence};
use crate::quantity::Share;
use crate::{records, terms};

terms! {
    /// What kind of agreement something is.
    AgreementKind "agreement_kind" {
        /// The overall agreement between a trust and its municipalities.
        Cooperation = "cooperation", "samarbeidsavtale", "samarbeidsavtale";
        /// A service agreement under it.
        Service = "service", "tjenesteavtale", "tenesteavtale";
        /// A special agreement that hangs on service agreements.
        Special = "special", "særavtale", "særavtale";
        /// The agreement by which owners run something together.
        Ownership = "ownership", "eieravtale", "eigaravtale";
        /// A statute, plan or guide that binds without being agreed.
        Document = "document", "styrende dokument", "styrande dokument", ["lov", "plan", "veileder", "rettleiar"];
    }

    /// Where a party stands with an agreement.
    PartyState "party_state" {
        /// It was proposed to the party.
        Proposed = "proposed", "foreslått", "føreslått";
        /// A committee recommended that the party join.
        Recommended = "recommended", "tilrådd", "tilrådd";
        /// It joined.
        Joined = "joined", "sluttet seg til", "slutta seg til";
        /// It left.
        Left = "left", "trådt ut", "gått ut";
    }

    /// What a piece of evidence shows.
    EvidenceKind "evidence_kind" {
        /// Something was offered.
        Offered = "offered", "tilbudt", "tilbode";
        /// Something was held or done.
        Done = "done", "gjennomført", "gjennomført";
        /// The method that was agreed was used.
        MethodUsed = "method_used", "metode brukt", "metode brukt";
        /// A report or document exists.
        Document = "document", "dokument", "dokument";
    }
}

records! {
    /// An agreement, statute or plan that obliges somebody.
    Agreement[AgreementId] of "agreements" "avtaler" "avtalar" check agreement_period; {
        /// Its title.
        title: String, "tittel", "tittel";
        /// What kind it is.
        kind: AgreementKind, "type", "type";
        /// The agreement it hangs on; that one prevails.
        parent: Option<AgreementId>, "overordnet", "overordna";
        /// In force from.
        from: Fact<NaiveDate>, "fra", "frå";
        /// In force until.
        until: Fact<NaiveDate>, "til", "til";
        /// It is proposed and not agreed.
        proposed: Option<bool>, "forslag", "framlegg";
    }

    /// A party to an agreement.
    Party of "parties" "parter" "partar" {
        /// The agreement.
        agreement: AgreementId, "avtale", "avtale";
        /// The party.
        organisation: OrganisationId, "organisasjon", "organisasjon";
        /// Where it stands; empty or unknown: nobody has said.
        state: Fact<PartyState>, "status", "status";
        /// Since when.
        since: Fact<NaiveDate>, "siden", "sidan";
        /// The share it carries; the shares of an agreement sum to 100 %.
        share: Option<Share>, "andel", "del";
    }

    /// A duty or promise.
    Obligation[ObligationId] of "obligations" "forpliktelser" "plikter" check obligation_dates; {
        /// What is to be done, short.
        title: String, "tittel", "tittel";
        /// What kind it is.
        kind: ObligationKind, "type", "type";
        /// The agreement, statute or plan it stands in.
        agreement: Option<AgreementId>, "avtale", "avtale";
        /// The clause or line.
        clause: Option<String>, "punkt", "punkt";
        /// Who is bound.
        bound: Vec<OrganisationId>, "hvem", "kven";
        /// From when; empty: as long as the agreement.
        from: Option<NaiveDate>, "fra", "frå";
        /// Until when.
        until: Option<NaiveDate>, "til", "til";
        /// The day by which it is to be met, where it is met once.
        due: Option<NaiveDate>, "forfall", "forfall", ["frist"];
        /// How often it comes back.
        recurrence: Fact<Recurrence>, "hyppighet", "kor ofte";
        /// Somebody keeps a record of the evidence, so that none means none.
        evidence_recorded: Fact<bool>, "dokumenteres", "blir dokumentert";
        /// Why it was waived.
        waived: Option<String>, "frafalt fordi", "fråfallen fordi";
    }

    /// A dated piece of evidence that an obligation was met.
    Evidence of "evidence" "dokumentasjon" "dokumentasjon" {
        /// The obligation.
        obligation: ObligationId, "forpliktelse", "plikt";
        /// When it happened.
        on: NaiveDate, "dato", "dato";
        /// What it shows.
        kind: EvidenceKind, "type", "type";
        /// What happened.
        what: String, "hva", "kva";
    }
}

fn agreement_period(agreement: &Agreement) -> Vec<(&'static str, RowProblem)> {
    period(agreement.from.into_known(), agreement.until.into_known())
}

fn obligation_dates(obligation: &Obligation) -> Vec<(&'static str, RowProblem)> {
    let mut wrong = period(obligation.from, obligation.until);
    let recurs = matches!(
        obligation.recurrence,
        Fact::Known(Recurrence::Yearly | Recurrence::HalfYearly | Recurrence::Continuous)
    );
    if recurs && obligation.due.is_some() {
        wrong.push(("due", RowProblem::DueOfRecurring));
    }
    wrong
}
