//! The function `assign` and the class `Assignment`.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::NaiveDate;
use mestring::assign::{
    AssignError, Cancellations, Change, Order, Person, Progress, TogetherState, WithinClass,
};
use mestring::decide::assigned::{Assigned, Columns, Frames, Id};
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::types::PyMapping;
use pyo3::{type_hint_identifier, type_hint_subscript, type_hint_union};

use crate::arguments::{IntoFrame, TEXT, one_of};
use crate::errors::Error;
use crate::frame::Frame;
use crate::pack::frame;

/// A person's or a run's id from Python: a text or a whole number.
pub struct AnId(Id);

const AN_ID: PyStaticExpr = type_hint_union!(TEXT, type_hint_identifier!("builtins", "int"));

impl<'py> FromPyObject<'_, 'py> for AnId {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr = AN_ID;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(number) = object.extract::<i64>() {
            return Ok(AnId(Id::Whole(number)));
        }
        match object.extract::<String>() {
            Ok(text) => Ok(AnId(Id::Text(text.into()))),
            Err(_) => Err(Error::Type("an id is a text or a whole number".to_owned()).into()),
        }
    }
}

/// A function that is told how far the work has come.
pub struct OnProgress(Py<PyAny>);

impl<'py> FromPyObject<'_, 'py> for OnProgress {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr = type_hint_identifier!("mestring.typing", "OnProgress");

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if object.is_callable() {
            return Ok(OnProgress(object.to_owned().unbind()));
        }
        Err(Error::Type("`on_progress` is a function of three arguments".to_owned()).into())
    }
}

/// What a run costs a person, by the runs' ids.
pub struct Costs(Vec<(Id, i64)>);

impl<'py> FromPyObject<'_, 'py> for Costs {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr = type_hint_subscript!(
        type_hint_identifier!("collections.abc", "Mapping"),
        AN_ID,
        type_hint_identifier!("builtins", "int")
    );

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let items = object.cast::<PyMapping>()?.items()?.into_iter();
        let costs = items.map(|item| item.extract().map(|(id, cost): (AnId, i64)| (id.0, cost)));
        Ok(Costs(costs.collect::<PyResult<_>>()?))
    }
}

/// Assigns people to runs: the set of people that is best by a fair order, and for them the places of
/// least preference cost. Exact, and proven by prices (`Assignment.check`).
///
/// `people`: columns `person` and `class` (whole numbers, 1 is served first), and if wanted `deadline`
/// and `waiting_since` (dates), `relative` (true for somebody's relative, who stands after patients who
/// are equal in all before; an empty cell is no), and `holds` (the run in which somebody has a place
/// already; they keep one) with `move_cost` (what moving them costs more). `runs`: `run`, `seats`, and if wanted `minimum`
/// (people without whom the run is cancelled) and `no_show` (the share who are expected not to come;
/// seats and minimum then count those who come). `choices`: `person`, `run`, `cost` (whole numbers,
/// less is better; any unit). Any frame that speaks Arrow, or a dict of lists; ids are texts or whole
/// numbers.
///
/// `reserved`: `run`, `seats`, `group`: so many seats of the run are kept for a group, such as the people
/// of a municipality, who may have the open seats too. `members`: `group`, `person`, a row for each person
/// of each group. The result is as exact as without; `Assignment.reserved` says what became of the seats.
///
/// `together`: `person`, `with`: who comes with which patient. They are placed in the same run, in one that
/// both chose, or not at all, and stand where the patient stands. That is as hard as packing, so it is
/// searched for, in at most `branches` steps for each part of the problem that hangs together, and
/// `Assignment.together` says whether the result is proven to be the best, or for how many people.
///
/// Within a class the nearest deadline comes first, then the longest wait, then patients before
/// relatives, then a draw from `seed`,
/// which depends on nothing but the seed and the ids. Without a seed cost decides between people who
/// are equal in all else; `Assignment.tied` counts them. `within_class="cost"` lets cost decide within
/// each class, whatever the deadlines; people far from every run are then left out first.
///
/// `threads`: how many, by default as many as there are processors; the result is the same.
/// `on_progress` is called now and then with the step (`order`, `cost`, `prices`), what is done and
/// what there is to do; an exception from it, or an interrupt, stops the work.
///
/// >>> import mestring
/// >>> people = {"person": ["a", "b", "c"], "class": [1, 2, 2]}
/// >>> runs = {"run": ["X", "Y"], "seats": [1, 1]}
/// >>> choices = {"person": ["a", "a", "b", "c"], "run": ["X", "Y", "X", "X"], "cost": [0, 30, 5, 0]}
/// >>> assignment = mestring.assign(people, runs, choices, seed=1)
/// >>> assignment.objective
/// {'classes': {1: (1, 1), 2: (1, 2)}, 'served': 2, 'cost': 35}
/// >>> assignment
/// <Assignment: 2 of 3 people have a place, cost 35>
///
/// Raises FrameError for a column or cell that does not fit, AssignError for people, runs and choices
/// that do not fit together.
#[pyfunction]
#[pyo3(signature = (people, runs, choices, *, reserved = None, members = None, together = None, branches = 2000, seed = None, within_class = "fair_order", threads = None, on_progress = None))]
#[expect(clippy::too_many_arguments, reason = "arguments by name in Python")]
pub fn assign(
    py: Python<'_>,
    people: IntoFrame,
    runs: IntoFrame,
    choices: IntoFrame,
    reserved: Option<IntoFrame>,
    members: Option<IntoFrame>,
    together: Option<IntoFrame>,
    branches: usize,
    seed: Option<u64>,
    within_class: &str,
    threads: Option<usize>,
    on_progress: Option<OnProgress>,
) -> PyResult<Assignment> {
    let ways = [WithinClass::FairOrder, WithinClass::Cost];
    let within_class = one_of("within_class", within_class, ways, WithinClass::code)?;
    let order = Order { within_class, seed };
    let raised = Mutex::new(None);
    let tell = |progress: Progress| {
        let told = Python::attach(|py| {
            py.check_signals()?;
            if let Some(call) = &on_progress {
                call.0
                    .call1(py, (progress.step.code(), progress.done, progress.of))?;
            }
            Ok(())
        });
        match told {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                let mut raised = raised.lock().unwrap_or_else(PoisonError::into_inner);
                raised.get_or_insert(error);
                ControlFlow::Break(())
            }
        }
    };
    let threads = threads
        .unwrap_or_else(|| std::thread::available_parallelism().map_or(1, std::num::NonZero::get));
    let solved = py.detach(|| -> Result<_, Error> {
        let frames = Frames {
            people: &people.0.batches,
            runs: &runs.0.batches,
            choices: &choices.0.batches,
        };
        let mut problem = Assigned::problem(frames, order)?;
        if let Some(reserved) = &reserved {
            // Seats may be kept for groups that nobody belongs to.
            let members = members.as_ref().map_or(&[][..], |own| &own.0.batches);
            problem = problem.reserve(&reserved.0.batches, members)?;
        }
        if let Some(together) = &together {
            problem = problem.together(&together.0.batches, branches)?;
        }
        let tied = problem.tied();
        let solved = problem.solve_with(threads, &tell);
        Ok((
            tied,
            solved.map_err(|error| {
                Error::from(mestring::decide::assigned::AssignedError::from(error))
            })?,
        ))
    });
    let raised = raised.into_inner().unwrap_or_else(PoisonError::into_inner);
    match (solved, raised) {
        (Err(_), Some(error)) => Err(error),
        (Err(error), None) => Err(error.into()),
        (Ok((tied, assigned)), _) => Ok(Assignment {
            tied,
            assigned: Mutex::new(assigned),
        }),
    }
}

/// Who has a place in which run: a proposal until somebody decided.
///
/// `assign` makes it. Changes keep it as good as a new one, and move only whom they must; each gives
/// a frame of who moved: `person`, `from`, `to`, missing where there is no place.
///
/// >>> import mestring
/// >>> people = {"person": [1, 2, 3], "class": [1, 1, 2], "waiting_since": ["2026-01-05", "2026-03-01", None]}
/// >>> choices = {"person": [1, 2, 3], "run": ["X", "X", "X"], "cost": [9, 0, 0]}
/// >>> assignment = mestring.assign(people, {"run": ["X"], "seats": [1]}, choices)
/// >>> assignment.placements.to_dict()
/// {'person': [1], 'run': ['X'], 'cost': [9]}
/// >>> assignment.add_seats("X").to_dict()
/// {'person': [2], 'from': [None], 'to': ['X']}
/// >>> assignment.unplaced.to_dict()
/// {'person': [3], 'class': [2]}
#[pyclass(frozen, module = "mestring")]
pub struct Assignment {
    tied: usize,
    assigned: Mutex<Assigned>,
}

impl Assignment {
    fn held(&self) -> MutexGuard<'_, Assigned> {
        // A change that panicked may have left its half behind; nothing here panics.
        self.assigned.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn frame(&self, py: Python<'_>, columns: fn(&Assigned) -> Columns) -> PyResult<Frame> {
        frame(py.detach(|| columns(&self.held())))
    }

    fn change(
        &self,
        py: Python<'_>,
        change: impl FnOnce(&mut Assigned) -> Result<Change, Error> + Send,
    ) -> PyResult<Frame> {
        let moves = py.detach(|| -> Result<Columns, Error> {
            let mut held = self.held();
            let change = change(&mut held)?;
            Ok(held.moves(&change))
        });
        frame(moves?)
    }
}

/// What an assignment reaches, as a dict.
#[derive(IntoPyObject)]
struct Reached {
    classes: BTreeMap<u32, (usize, usize)>,
    served: usize,
    cost: i64,
}

/// What became of those who come together, as a dict.
#[derive(IntoPyObject)]
struct ComeTogether {
    parties: usize,
    placed: usize,
    proven: bool,
    proven_people: Option<usize>,
    branches: usize,
}

/// What was verified, as a dict.
#[derive(IntoPyObject)]
struct Verified {
    people: usize,
    choices: usize,
    gap: (i128, i128),
}

#[pymethods]
impl Assignment {
    /// Every person with a place: `person`, `run`, `cost`, in the order of the people.
    ///
    /// >>> import mestring
    /// >>> people = {"person": ["a", "b"], "class": [1, 2]}
    /// >>> choices = {"person": ["a", "b"], "run": ["X", "X"], "cost": [4, 0]}
    /// >>> assignment = mestring.assign(people, {"run": ["X"], "seats": [1]}, choices)
    /// >>> assignment.placements.to_dict()
    /// {'person': ['a'], 'run': ['X'], 'cost': [4]}
    #[getter]
    fn placements(&self, py: Python<'_>) -> PyResult<Frame> {
        self.frame(py, Assigned::placements)
    }

    /// Every person without a place: `person`, `class`, in the order of the people.
    ///
    /// >>> import mestring
    /// >>> people = {"person": ["a", "b"], "class": [1, 2]}
    /// >>> choices = {"person": ["a", "b"], "run": ["X", "X"], "cost": [4, 0]}
    /// >>> assignment = mestring.assign(people, {"run": ["X"], "seats": [1]}, choices)
    /// >>> assignment.unplaced.to_dict()
    /// {'person': ['b'], 'class': [2]}
    #[getter]
    fn unplaced(&self, py: Python<'_>) -> PyResult<Frame> {
        self.frame(py, Assigned::unplaced)
    }

    /// The runs that were cancelled for want of people: `run`.
    ///
    /// >>> import mestring
    /// >>> people = {"person": ["a", "b"], "class": [1, 1]}
    /// >>> runs = {"run": ["X", "Y"], "seats": [5, 5], "minimum": [2, 2]}
    /// >>> choices = {"person": ["a", "a", "b"], "run": ["X", "Y", "Y"], "cost": [0, 40, 0]}
    /// >>> assignment = mestring.assign(people, runs, choices)
    /// >>> assignment.cancelled.to_dict(), assignment.placements.column("cost")
    /// ({'run': ['X']}, [40, 0])
    #[getter]
    fn cancelled(&self, py: Python<'_>) -> PyResult<Frame> {
        self.frame(py, Assigned::cancelled)
    }

    /// What is known of the cancelled runs: "proven" (no others to cancel would serve better people, or
    /// as good ones at less cost), or "bound", where the search was given up before that was known.
    ///
    /// >>> import mestring
    /// >>> runs, nobody = {"run": ["X"], "seats": [5]}, {"person": ["a"], "class": [1]}
    /// >>> choices = {"person": ["a"], "run": ["X"], "cost": [0]}
    /// >>> mestring.assign(nobody, runs, choices).cancellations
    /// 'proven'
    #[getter]
    fn cancellations(&self) -> &'static str {
        match self.held().assignment().cancellations() {
            Cancellations::Proven => "proven",
            Cancellations::Bound(_) => "bound",
        }
    }

    /// What one more seat in each run is worth: `run`, `standing`, `cost`, `class`.
    ///
    /// `class` is that of the person whom the seat would serve, missing where it would serve nobody
    /// more; `cost` what it would then save in all, or cost where it is below zero. `standing` is the
    /// person's place in the order as a number, higher for who stands earlier. After changes a price
    /// still proves the result, and may lie above what one more seat is worth.
    ///
    /// >>> import mestring
    /// >>> people = {"person": ["a", "b"], "class": [1, 2]}
    /// >>> choices = {"person": ["a", "b"], "run": ["X", "X"], "cost": [4, 0]}
    /// >>> assignment = mestring.assign(people, {"run": ["X"], "seats": [1]}, choices)
    /// >>> prices = assignment.prices.to_dict()
    /// >>> prices["class"], prices["cost"]
    /// ([2], [0])
    #[getter]
    fn prices(&self, py: Python<'_>) -> PyResult<Frame> {
        self.frame(py, Assigned::prices)
    }

    /// What became of the reserved seats: `run`, `group`, `seats`, `people` (of the group, with a place in
    /// the run, in whichever seat), and what one more such seat is worth: `standing`, `cost`, `class`, as
    /// in `prices`, which are those of the open seats.
    ///
    /// >>> import mestring
    /// >>> people = {"person": ["a", "b", "c"], "class": [1, 2, 3]}
    /// >>> choices = {"person": ["a", "b", "c"], "run": ["X", "X", "X"], "cost": [0, 0, 0]}
    /// >>> kept = {"run": ["X"], "seats": [1], "group": ["Voss"]}
    /// >>> members = {"group": ["Voss"], "person": ["c"]}
    /// >>> runs = {"run": ["X"], "seats": [2]}
    /// >>> assignment = mestring.assign(people, runs, choices, reserved=kept, members=members)
    /// >>> assignment.placements.column("person")
    /// ['a', 'c']
    /// >>> frame = assignment.reserved.to_dict()
    /// >>> frame["group"], frame["people"], frame["class"], assignment.prices.column("class")
    /// (['Voss'], [1], [None], [2])
    #[getter]
    fn reserved(&self, py: Python<'_>) -> PyResult<Frame> {
        self.frame(py, Assigned::reserved)
    }

    /// What proves the result: the prices that `check` holds against every choice. Where seats are
    /// reserved, the prices in `reserved` belong to it.
    ///
    /// >>> import mestring
    /// >>> people = {"person": ["a", "b"], "class": [1, 2]}
    /// >>> choices = {"person": ["a", "b"], "run": ["X", "X"], "cost": [4, 0]}
    /// >>> assignment = mestring.assign(people, {"run": ["X"], "seats": [1]}, choices)
    /// >>> assignment.certificate.columns
    /// ['run', 'standing', 'cost']
    #[getter]
    fn certificate(&self, py: Python<'_>) -> PyResult<Frame> {
        self.frame(py, |assigned| {
            let mut prices = assigned.prices();
            prices.retain(|(name, _)| *name != "class");
            prices
        })
    }

    /// What became of those who come together: how many `parties` there are and how many are `placed`, whether
    /// it is `proven` that nothing better is possible, where it is not for how many `proven_people` who
    /// stand first in the order it is, and how many `branches` were solved. None where nobody comes together.
    ///
    /// >>> import mestring
    /// >>> people = {"person": ["a", "b", "c"], "class": [1, 1, 2]}
    /// >>> choices = {"person": ["a", "b", "c"], "run": ["X", "X", "X"], "cost": [0, 0, 0]}
    /// >>> pair = {"person": ["b"], "with": ["a"]}
    /// >>> runs = {"run": ["X"], "seats": [1]}
    /// >>> assignment = mestring.assign(people, runs, choices, together=pair)
    /// >>> assignment.placements.column("person"), assignment.together["placed"]
    /// (['c'], 0)
    /// >>> assignment.together["proven"], assignment.together["proven_people"]
    /// (True, None)
    #[getter]
    fn together(&self, py: Python<'_>) -> Option<ComeTogether> {
        let together = py.detach(|| self.held().assignment().together())?;
        let bound = match &together.state {
            TogetherState::Proven => None,
            TogetherState::Bound(bound) => Some(bound.proven),
        };
        Some(ComeTogether {
            parties: together.parties,
            placed: together.placed,
            proven: bound.is_none(),
            proven_people: bound,
            branches: together.branches,
        })
    }

    /// What is reached, in the order in which it counts: `classes` (for each class how many are
    /// served, and of how many), `served` in all, and `cost`.
    ///
    /// >>> import mestring
    /// >>> people = {"person": ["a", "b"], "class": [1, 2]}
    /// >>> choices = {"person": ["a", "b"], "run": ["X", "X"], "cost": [4, 0]}
    /// >>> assignment = mestring.assign(people, {"run": ["X"], "seats": [1]}, choices)
    /// >>> assignment.objective
    /// {'classes': {1: (1, 1), 2: (0, 1)}, 'served': 1, 'cost': 4}
    #[getter]
    fn objective(&self, py: Python<'_>) -> Reached {
        let objective = py.detach(|| self.held().assignment().objective());
        let classes = objective.classes.iter();
        Reached {
            served: objective.served(),
            cost: objective.cost,
            classes: classes
                .map(|own| (own.class, (own.served, own.people)))
                .collect(),
        }
    }

    /// How many people stood equal to somebody else at the start, so that cost decided between them.
    ///
    /// >>> import mestring
    /// >>> people = {"person": ["a", "b"], "class": [1, 2]}
    /// >>> choices = {"person": ["a", "b"], "run": ["X", "X"], "cost": [4, 0]}
    /// >>> assignment = mestring.assign(people, {"run": ["X"], "seats": [1]}, choices)
    /// >>> assignment.tied
    /// 0
    #[getter]
    fn tied(&self) -> usize {
        self.tied
    }

    /// Verifies the result from the prices, without the engines that found it: how many people and
    /// choices were looked at, and the gap between bound and result in standing and cost, which is
    /// zero. Where people come together, every branch of the search is solved again and verified too, so
    /// that takes as long as the search.
    ///
    /// >>> import mestring
    /// >>> people, runs = {"person": ["a"], "class": [1]}, {"run": ["X"], "seats": [1]}
    /// >>> mestring.assign(people, runs, {"person": ["a"], "run": ["X"], "cost": [0]}).check()
    /// {'people': 1, 'choices': 1, 'gap': (0, 0)}
    ///
    /// Raises AssignError where it does not hold.
    fn check(&self, py: Python<'_>) -> PyResult<Verified> {
        let checked = py.detach(|| {
            let held = self.held();
            held.assignment().check_together()?;
            held.assignment().check().map_err(AssignError::Broken)
        });
        let checked = checked
            .map_err(|error| Error::from(mestring::decide::assigned::AssignedError::from(error)))?;
        Ok(Verified {
            people: checked.people,
            choices: checked.choices,
            gap: checked.gap,
        })
    }

    /// Gives a run more seats, and says who moved.
    ///
    /// >>> import mestring
    /// >>> people = {"person": ["a", "b"], "class": [1, 2]}
    /// >>> choices = {"person": ["a", "b"], "run": ["X", "X"], "cost": [4, 0]}
    /// >>> assignment = mestring.assign(people, {"run": ["X"], "seats": [1]}, choices)
    /// >>> assignment.add_seats("X").to_dict()
    /// {'person': ['b'], 'from': [None], 'to': ['X']}
    #[pyo3(signature = (run, seats = 1))]
    fn add_seats(&self, py: Python<'_>, run: AnId, seats: u32) -> PyResult<Frame> {
        self.change(py, |held| Ok(held.add_seats(&run.0, seats)?))
    }

    /// Takes seats from a run, and says who moved.
    ///
    /// >>> import mestring
    /// >>> people = {"person": ["a", "b"], "class": [1, 2]}
    /// >>> choices = {"person": ["a", "b"], "run": ["X", "X"], "cost": [4, 0]}
    /// >>> assignment = mestring.assign(people, {"run": ["X"], "seats": [1]}, choices)
    /// >>> assignment.remove_seats("X").to_dict()
    /// {'person': ['a'], 'from': ['X'], 'to': [None]}
    #[pyo3(signature = (run, seats = 1))]
    fn remove_seats(&self, py: Python<'_>, run: AnId, seats: u32) -> PyResult<Frame> {
        self.change(py, |held| Ok(held.remove_seats(&run.0, seats)?))
    }

    /// Adds a person with the cost of each run that would do, and says who moved. Where seats of such a run
    /// are reserved, `groups` has to say to which groups the person belongs; `[]` for none.
    ///
    /// >>> import mestring
    /// >>> people, runs = {"person": ["a"], "class": [2]}, {"run": ["X"], "seats": [1]}
    /// >>> assignment = mestring.assign(people, runs, {"person": ["a"], "run": ["X"], "cost": [0]})
    /// >>> assignment.add_person("b", 1, {"X": 20}).to_dict()
    /// {'person': ['a', 'b'], 'from': ['X', None], 'to': [None, 'X']}
    #[pyo3(signature = (person, class_number, choices, *, deadline = None, waiting_since = None, relative = false, groups = None))]
    #[expect(clippy::too_many_arguments, reason = "arguments by name in Python")]
    fn add_person(
        &self,
        py: Python<'_>,
        person: AnId,
        class_number: u32,
        choices: Costs,
        deadline: Option<NaiveDate>,
        waiting_since: Option<NaiveDate>,
        relative: bool,
        groups: Option<Vec<AnId>>,
    ) -> PyResult<Frame> {
        let groups = groups.map(|own| own.into_iter().map(|id| id.0).collect::<Vec<_>>());
        self.change(py, |held| {
            let own = Person {
                id: "",
                class: class_number,
                deadline,
                waiting_since,
                relative,
                holds: None,
            };
            Ok(held.add_person(person.0, own, &choices.0, groups.as_deref())?)
        })
    }

    /// Removes a person, and says who moved.
    ///
    /// >>> import mestring
    /// >>> people = {"person": ["a", "b"], "class": [1, 2]}
    /// >>> choices = {"person": ["a", "b"], "run": ["X", "X"], "cost": [4, 0]}
    /// >>> assignment = mestring.assign(people, {"run": ["X"], "seats": [1]}, choices)
    /// >>> assignment.remove_person("a").to_dict()
    /// {'person': ['a', 'b'], 'from': ['X', None], 'to': [None, 'X']}
    fn remove_person(&self, py: Python<'_>, person: AnId) -> PyResult<Frame> {
        self.change(py, |held| Ok(held.remove_person(&person.0)?))
    }

    fn __repr__(&self, py: Python<'_>) -> String {
        let objective = py.detach(|| self.held().assignment().objective());
        let people: usize = objective.classes.iter().map(|own| own.people).sum();
        let (served, cost) = (objective.served(), objective.cost);
        format!("<Assignment: {served} of {people} people have a place, cost {cost}>")
    }
}
