//! What is wrong with pathways, their steps, and the courses that documents name.

use super::argument::Ids;
use super::declare::problems;
use crate::noun::StepFact;

problems! {
    /// Why rows about pathways do not fit each other, the shipped pathways or the offers.
    PathwayProblem {
        /// A step of a pathway that is neither shipped nor listed.
        NoSuchPathway {
            /// The pathway as the cell writes it.
            pathway: String,
            /// The nearest id, if one is near.
            nearest: Option<String>,
        } = "D071" Error "no-such-pathway",
        "there is no pathway `{pathway}`, neither shipped nor in the table; the step stands in none",
        "did you mean `{nearest}`? add the pathway, or correct the id",
        without "add the pathway, or correct the id";
        /// A document is said to name a course for a step that there is not.
        NoSuchStep {
            /// The step as the cell writes it.
            step: String,
            /// The nearest id, if one is near.
            nearest: Option<String>,
        } = "D072" Error "no-such-step",
        "there is no step `{step}`, neither shipped nor in the table; the course counts for none",
        "did you mean `{nearest}`? add the step, or correct the id",
        without "add the step, or correct the id";
        /// A document names a course whose facts speak against it.
        NamedDoesNotFit {
            /// The offer.
            offer: String,
            /// The step.
            step: String,
            /// The first fact that speaks against it.
            fact: StepFact,
        } = "D073" Warning "named-does-not-fit",
        "a pathway document names `{offer}` for the step `{step}`, and its {fact} does not fit there; it covers the step for nobody",
        "correct the offer or the step, or take the row away";
        /// A pathway of the desk's own without a step.
        NoSteps {
            /// The pathway.
            pathway: String,
        } = "D074" Warning "pathway-without-steps",
        "the pathway `{pathway}` has no steps",
        "add its steps; it has none of the shipped ones, since its row takes their place";
        /// Topics that no list knows.
        UnknownTopics {
            /// The topics.
            topics: Ids,
        } = "D075" Warning "unknown-step-topics",
        "no list of topics knows {topics}, so that no title is read as being about it",
        "write a shipped topic, or add the word to the desk's own topics";
    }
}
