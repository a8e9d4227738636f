//! What rules may read about two offers. The same pair in either order has the same facts.

use super::facts;
use crate::noun::{
    AudienceRelation, CatchmentRelation, FormatRelation, Level, LevelRelation, OrganiserRelation,
    TimeRelation, TitleRelation, TopicRelation,
};

facts! {
    /// Two offers side by side.
    PairFacts, Pair {
        /// How much the titles look alike: cosine of their character trigrams after folding bokmål and nynorsk.
        title_similarity: i64, Some("percent"), "likhet i tittel", "likskap i tittel";
        /// The titles are the same after folding.
        same_title: bool, None, "samme tittel", "same tittel";
        /// How the words relate that say what the courses are about: places, years, numbers, seasons and words such as course or group set apart, and words for one topic taken for the same.
        title_words: TitleRelation, None, "innholdsord i titlene", "innhaldsord i titlane";
        /// The titles carry different numbers, such as part 1 and part 2.
        number_conflict: bool, None, "ulike tall i tittel", "ulike tal i tittel";
        /// One title names a part, step or phase, such as part 1 or phase 2b, and the other names another one or none.
        parts_differ: bool, None, "ulik del eller fase", "ulik del eller fase";
        /// Both titles name the same kind of teaching: course or school, training, talk group, theme evening, stay, or follow-up. A title that names none may be that of a course, and of nothing else.
        same_teaching: bool, None, "samme undervisningsform", "same undervisningsform";
        /// Both titles name the same programme, such as KiD.
        same_programme: bool, None, "samme kursprogram", "same kursprogram";
        /// How the topics relate.
        topics: TopicRelation, None, "temaforhold", "temaforhold";
        /// How the audiences relate.
        audience: AudienceRelation, None, "deltakerforhold", "deltakarforhold";
        /// The ages overlap by more than half of the narrower band.
        ages_overlap: bool, None, "aldersgruppene overlapper", "aldersgruppene overlappar";
        /// How the levels relate.
        level: LevelRelation, None, "nivåforhold", "nivåforhold";
        /// The level of both, where it is the same; not stated where they differ.
        common_level: Level, None, "felles nivå", "felles nivå";
        /// How the catchments relate.
        catchment: CatchmentRelation, None, "forhold mellom opptaksområder", "forhold mellom opptaksområde";
        /// People of both catchments are referred to the same hospital trust.
        same_trust: bool, None, "samme helseforetak", "same helseføretak";
        /// How the formats relate.
        format: FormatRelation, None, "formforhold", "formforhold";
        /// How the runs lie in time.
        time: TimeRelation, None, "tidsforhold", "tidsforhold";
        /// How the organisers relate.
        organiser: OrganiserRelation, None, "arrangørforhold", "arrangørforhold";
        /// Both are shown on the same page.
        same_page: bool, None, "samme nettside", "same nettside";
        /// Both have the same number of sessions.
        same_sessions: bool, None, "likt antall samlinger", "likt tal samlingar";
    }
}
