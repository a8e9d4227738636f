//! Who could make a fact about a run otherwise.

/// Who could make a fact about a run otherwise. Any of them can also be stated wrongly, and then be
/// corrected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Control {
    /// The centre decides it: sessions, seats, format, who takes part in planning and teaching.
    Centre,
    /// It is what the course is, and whom it is for.
    Course,
    /// It is who needs the course: those who wait, their deadlines.
    Need,
    /// It has happened.
    Past,
    /// It is what studies or professional judgement say.
    Evidence,
    /// Nothing is declared of it.
    Undeclared,
}

impl Control {
    /// Who could make a fact about a run otherwise, by its declared name.
    pub fn of(fact: &str) -> Self {
        match fact {
            "number_in_half_year"
            | "format"
            | "sessions"
            | "hours"
            | "seats"
            | "referral"
            | "activity"
            | "user_involved"
            | "user_planning"
            | "user_delivery"
            | "user_evaluation"
            | "professions" => Control::Centre,
            "title"
            | "level"
            | "lifecycle"
            | "audience"
            | "target_groups"
            | "focus_group"
            | "large_chronic_group" => Control::Course,
            "days_to_deadline" | "waiting" | "longest_wait_days" | "expected_participants" => {
                Control::Need
            }
            "times_held" | "months_since_held" | "usual_per_half_year" => Control::Past,
            "digital_result" | "activity_appropriate" => Control::Evidence,
            _ => Control::Undeclared,
        }
    }

    /// A stable code: `centre`, `course`, `need`, `past`, `evidence`, `undeclared`.
    pub fn code(self) -> &'static str {
        match self {
            Control::Centre => "centre",
            Control::Course => "course",
            Control::Need => "need",
            Control::Past => "past",
            Control::Evidence => "evidence",
            Control::Undeclared => "undeclared",
        }
    }
}

#[cfg(test)]
mod tests {
    use mestring_model::facts::RunFacts;

    use super::Control;

    #[test]
    fn of_every_fact_about_a_run_it_is_declared_whose_it_is() {
        assert!(RunFacts::DECLARED.len() > 20);
        for decl in RunFacts::DECLARED {
            assert_ne!(Control::of(decl.name), Control::Undeclared, "{}", decl.name);
        }
    }
}
