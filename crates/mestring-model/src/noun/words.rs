//! The closed lists of words that nouns and facts use.

use crate::terms;

terms! {
    /// Where in the health service something stands.
    Level "level" {
        /// Hospitals and other specialist health services.
        Specialist = "specialist", "spesialisthelsetjenesten", "spesialisthelsetenesta", ["spesialist", "sykehus", "sjukehus"];
        /// A municipality.
        Municipal = "municipal", "kommunalt", "kommunalt", ["kommune", "kommunal"];
        /// A user organisation or other voluntary body.
        Voluntary = "voluntary", "frivillig", "frivillig", ["brukerorganisasjon", "brukarorganisasjon"];
        /// A private provider.
        Private = "private", "privat", "privat";
        /// Two or more levels together.
        Interlevel = "interlevel", "på tvers av nivå", "på tvers av nivå", ["tverrnivå"];
    }

    /// How far an offer has come, as its source states it.
    Lifecycle "lifecycle" {
        /// Offered already.
        Established = "established", "etablert", "etablert";
        /// Decided or being prepared.
        Planned = "planned", "under planlegging", "under planlegging", ["planlagt"];
        /// On the way to its first run.
        StartingUp = "starting_up", "i startgropa", "i startgropa", ["starter opp", "startar opp"];
        /// No longer offered.
        Discontinued = "discontinued", "avsluttet", "avslutta", ["nedlagt", "lagt ned"];
    }

    /// Who a course is for.
    Audience "audience" {
        /// Patients.
        Patients = "patients", "pasienter", "pasientar", ["pasient", "brukere", "brukarar"];
        /// Relatives and carers.
        Relatives = "relatives", "pårørende", "pårørande";
        /// Patients and relatives together.
        Both = "both", "pasienter og pårørende", "pasientar og pårørande", ["begge", "pasient og pårørende", "pasient og pårørande"];
        /// Children and young people.
        Children = "children", "barn og unge", "barn og unge", ["barn", "children/youth", "ungdom"];
        /// Health professionals.
        Professionals = "professionals", "fagpersoner", "fagpersonar", ["helsepersonell", "fagfolk"];
        /// Students.
        Students = "students", "studenter", "studentar";
        /// User representatives and peers.
        UserRepresentatives = "user_representatives", "brukerrepresentanter", "brukarrepresentantar", ["brukermedvirkere", "likepersoner", "likepersonar", "brukarmedverkarar"];
    }

    /// How a course is given. Only live group and hybrid are "the same course, digital".
    Format "format" {
        /// People meet in a room.
        Physical = "physical", "fysisk", "fysisk", ["oppmøte"];
        /// A live group by video.
        DigitalLive = "digital_live", "digital gruppe", "digital gruppe", ["digitalt", "digital", "video"];
        /// Some in the room, some by video.
        Hybrid = "hybrid", "hybrid", "hybrid";
        /// Sent from one place to a group that meets in another.
        Relayed = "relayed", "overført til møtested", "overført til møtestad", ["hub"];
        /// A course that people take alone, in their own time.
        SelfPaced = "self_paced", "nettkurs i eget tempo", "nettkurs i eige tempo", ["nettkurs", "e-læring"];
        /// Online without names or cameras; no attendance of persons exists.
        Anonymous = "anonymous", "anonymt nettkurs", "anonymt nettkurs", ["anonymt"];
        /// By telephone.
        Telephone = "telephone", "telefon", "telefon";
    }

    /// What evidence says of a digital course against the same course in a room.
    DigitalResult "digital_result" {
        /// Not worse by more than the margin that was set beforehand.
        AsGood = "as_good", "like godt", "like godt";
        /// Worse by more than the margin.
        Worse = "worse", "dårligere", "dårlegare";
        /// The evidence does not decide; that is not "as good".
        Inconclusive = "inconclusive", "uavklart", "uavklart";
    }

    /// In which role users bring their knowledge.
    UserRole "user_role" {
        /// Represents a user organisation or a user panel.
        UserRepresentative = "user_representative", "brukerrepresentant", "brukarrepresentant", ["brukermedvirker", "brukarmedverkar"];
        /// Trained to share own experience with people in the same situation.
        Peer = "peer", "likeperson", "likeperson", ["likemann"];
        /// A user organisation as such.
        UserOrganisation = "user_organisation", "brukerorganisasjon", "brukarorganisasjon";
        /// Works at the centre because of own experience.
        ExperienceConsultant = "experience_consultant", "erfaringskonsulent", "erfaringskonsulent";
    }

    /// A profession that teaches.
    Profession "profession" {
        /// A doctor.
        Doctor = "doctor", "lege", "lege";
        /// A nurse.
        Nurse = "nurse", "sykepleier", "sjukepleiar";
        /// A physiotherapist.
        Physiotherapist = "physiotherapist", "fysioterapeut", "fysioterapeut";
        /// An occupational therapist.
        OccupationalTherapist = "occupational_therapist", "ergoterapeut", "ergoterapeut";
        /// A psychologist.
        Psychologist = "psychologist", "psykolog", "psykolog";
        /// A clinical dietitian.
        Dietitian = "dietitian", "klinisk ernæringsfysiolog", "klinisk ernæringsfysiolog", ["ernæringsfysiolog"];
        /// A social worker.
        SocialWorker = "social_worker", "sosionom", "sosionom";
        /// A pharmacist.
        Pharmacist = "pharmacist", "farmasøyt", "farmasøyt";
        /// A speech therapist.
        SpeechTherapist = "speech_therapist", "logoped", "logoped";
        /// A teacher or special-needs educator.
        Teacher = "teacher", "pedagog", "pedagog", ["spesialpedagog"];
        /// A social educator.
        SocialEducator = "social_educator", "vernepleier", "vernepleiar";
        /// Another profession.
        Other = "other", "annen faggruppe", "anna faggruppe";
    }

    /// The language a course is held in.
    Language "language" {
        /// Norwegian.
        Norwegian = "norwegian", "norsk", "norsk";
        /// Another language than Norwegian.
        Other = "other", "annet språk", "anna språk";
        /// Norwegian with an interpreter.
        Interpreted = "interpreted", "med tolk", "med tolk";
        /// Adapted to people with a minority background, the language not said.
        Adapted = "adapted", "tilpasset minoritetsbakgrunn", "tilpassa minoritetsbakgrunn";
    }

    /// What kind of thing an obligation is.
    ObligationKind "obligation_kind" {
        /// A duty in law or regulation.
        Statute = "statute", "lovpålagt", "lovpålagd", ["lov"];
        /// A goal in a plan, with a date by which it should be reached.
        Goal = "goal", "mål", "mål";
        /// A duty that goes on for as long as the agreement stands.
        StandingDuty = "standing_duty", "løpende plikt", "løpande plikt";
        /// What once was promised or paid, and is over.
        History = "history", "historikk", "historikk";
        /// What somebody proposes and nobody is bound by.
        Proposal = "proposal", "forslag", "framlegg";
    }

    /// How often an obligation comes back.
    Recurrence "recurrence" {
        /// It is met once.
        Once = "once", "én gang", "éin gong", ["engangs"];
        /// It comes back every calendar year.
        Yearly = "yearly", "årlig", "årleg";
        /// It comes back every half-year.
        HalfYearly = "half_yearly", "halvårlig", "halvårleg";
        /// It goes on; evidence grows old.
        Continuous = "continuous", "kontinuerlig", "kontinuerleg", ["løpende", "løpande"];
    }

    /// How the topics of two offers relate.
    TopicRelation "topic_relation" {
        /// They share a topic.
        Same = "same", "samme tema", "same tema";
        /// One's topic is part of the other's.
        ParentChild = "parent_child", "over- og undertema", "over- og undertema";
        /// Their topics are parts of the same topic.
        Siblings = "siblings", "søskentema", "syskentema";
        /// One's topic is a broad group of conditions, the other's one of them: heart disease, heart failure.
        GroupMember = "group_member", "sykdomsgruppe og en diagnose i den", "sjukdomsgruppe og ein diagnose i ho";
        /// Nothing connects their topics, or nothing but a broad group of conditions.
        Unrelated = "unrelated", "ulike tema", "ulike tema";
    }

    /// How the words of two titles relate that say what a course is about.
    TitleRelation "title_relation" {
        /// Neither has a word that the other lacks.
        Same = "same", "samme ord", "same ord";
        /// One has a word that the other lacks, and says more.
        OneAdds = "one_adds", "den ene sier mer", "den eine seier meir";
        /// Each has a word that the other lacks: weight loss against weight gain.
        EachOwn = "each_own", "hver sine ord", "kvar sine ord";
    }

    /// How the audiences of two offers relate.
    AudienceRelation "audience_relation" {
        /// The same people.
        Same = "same", "samme deltakere", "same deltakarar";
        /// One takes in the other: patients and relatives together, against one of them.
        Includes = "includes", "den ene omfatter den andre", "den eine omfattar den andre";
        /// Patients on one side, their relatives on the other.
        PatientRelative = "patient_relative", "pasient og pårørende hver for seg", "pasient og pårørande kvar for seg";
        /// People who teach or represent on one side, participants on the other.
        TrainerParticipant = "trainer_participant", "kursholdere mot deltakere", "kurshaldarar mot deltakarar";
        /// Different people.
        Disjoint = "disjoint", "ulike deltakere", "ulike deltakarar";
    }

    /// How the levels of two offers relate.
    LevelRelation "level_relation" {
        /// The same level.
        Same = "same", "samme nivå", "same nivå";
        /// One is given by two levels together, and takes in the other's.
        Includes = "includes", "den ene på tvers av nivå", "den eine på tvers av nivå";
        /// Different levels.
        Different = "different", "ulike nivå", "ulike nivå";
    }

    /// How the catchments of two offers relate.
    CatchmentRelation "catchment_relation" {
        /// The same area.
        Equal = "equal", "samme område", "same område";
        /// One area lies in the other.
        Contains = "contains", "det ene området ligger i det andre", "det eine området ligg i det andre";
        /// The areas share some municipalities.
        Overlaps = "overlaps", "områdene overlapper", "områda overlappar";
        /// The areas lie side by side.
        Adjoins = "adjoins", "naboområder", "naboområde";
        /// One at least is open to the whole country or digital.
        National = "national", "landsdekkende", "landsdekkjande";
        /// Nobody can use both.
        Disjoint = "disjoint", "adskilte områder", "åtskilde område";
    }

    /// How the formats of two offers relate.
    FormatRelation "format_relation" {
        /// The same format.
        Same = "same", "samme form", "same form";
        /// A live group in both, in a room and by video.
        LiveVariant = "live_variant", "samme kurs, digitalt og fysisk", "same kurs, digitalt og fysisk";
        /// Formats that cannot stand for each other.
        Different = "different", "ulik form", "ulik form";
    }

    /// How the runs of two offers lie in time.
    TimeRelation "time_relation" {
        /// No more than two years apart.
        Near = "near", "nær i tid", "nær i tid";
        /// More than two years apart.
        Apart = "apart", "langt fra hverandre i tid", "langt frå kvarandre i tid";
    }

    /// How the organisers of two offers relate.
    OrganiserRelation "organiser_relation" {
        /// The same organiser or the same fixed partnership.
        Same = "same", "samme arrangør", "same arrangør";
        /// They share an organiser.
        Shared = "shared", "felles arrangør", "felles arrangør";
        /// One is part of the other, or both of the same.
        Parent = "parent", "samme overordnede", "same overordna";
        /// Nothing connects them.
        Unrelated = "unrelated", "ulike arrangører", "ulike arrangørar";
    }

    /// How two offers relate.
    Relation "relation" {
        /// One offer, shown in two catalogues or on two pages.
        SameOffer = "same_offer", "samme tilbud", "same tilbod";
        /// The same organiser's same course at another date.
        Rerun = "rerun", "ny kursrekke", "ny kursrekkje";
        /// The same organiser's same course at another place.
        OtherSite = "other_site", "annet sted", "annan stad";
        /// Two organisers offer the same people the same thing in the same area.
        Competing = "competing", "konkurrerende", "konkurrerande", ["dupliserende", "dupliserande"];
        /// They share people and theme, and differ in form, place or part of either.
        Overlapping = "overlapping", "overlappende", "overlappande";
        /// The same person, or the patient and the relative, can sensibly take both.
        Complementary = "complementary", "utfyllende", "utfyllande";
        /// They have nothing to do with each other.
        Different = "different", "ulike", "ulike";
        /// What decides is not known.
        CannotTell = "cannot_tell", "kan ikke avgjøres", "kan ikkje avgjerast";
    }

    /// What a centre does about a relation.
    Action "action" {
        /// Make them one entry and keep both sources.
        Merge = "merge", "slå sammen", "slå saman";
        /// Talk with the other organiser.
        Coordinate = "coordinate", "samordne", "samordne";
        /// See whether something can be shared.
        LookAt = "look_at", "se nærmere på", "sjå nærare på";
        /// Keep both; the one leads to the other.
        Keep = "keep", "behold begge", "behald begge";
        /// Nothing.
        None = "none", "ingenting", "ingenting";
        /// Ask for the fact that is missing.
        Ask = "ask", "spør", "spør";
    }

    /// Whether a requirement is met.
    Met "met" {
        /// It is met.
        Met = "met", "oppfylt", "oppfylt";
        /// It is not met.
        NotMet = "not_met", "ikke oppfylt", "ikkje oppfylt";
        /// What decides is not known.
        CannotTell = "cannot_tell", "kan ikke avgjøres", "kan ikkje avgjerast";
    }

    /// How it stands with an obligation on a date.
    Status "status" {
        /// There is evidence that it is met.
        Met = "met", "oppfylt", "oppfylt";
        /// It is to be met, and the date has not passed.
        Due = "due", "forfaller", "forfell";
        /// The date has passed without evidence where evidence is recorded.
        Overdue = "overdue", "forfalt", "forfallen";
        /// It does not bind yet.
        NotYetInForce = "not_yet_in_force", "ikke trådt i kraft", "ikkje sett i kraft";
        /// It is over.
        Closed = "closed", "avsluttet", "avslutta";
        /// Somebody waived it, with a reason.
        Waived = "waived", "frafalt", "fråfallen";
        /// Somebody proposes it; nobody is bound.
        Proposed = "proposed", "foreslått", "føreslått";
        /// What decides is not known.
        CannotTell = "cannot_tell", "kan ikke avgjøres", "kan ikkje avgjerast";
    }
}
