//! Who holds what at the moment of a search, and the cheapest way in.

use super::problem::{Candidate, NEEDS, NONE, Placement, Problem};

/// A weight that no sum of weights below it reaches: such a run cannot be asked to leave.
pub(super) const LOCKED: u64 = 1 << 60;

/// Where a run stands: a candidate and one resource for each of its needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) candidate: u32,
    resources: [u32; NEEDS],
}

impl Spot {
    /// The candidate with no resource chosen.
    pub(super) fn of(candidate: u32) -> Self {
        Spot {
            candidate,
            resources: [NONE; NEEDS],
        }
    }

    /// Chooses the resource for the need; false where there is no such need.
    pub(super) fn choose(&mut self, need: usize, resource: u32) -> bool {
        self.resources
            .get_mut(need)
            .map(|of| *of = resource)
            .is_some()
    }

    /// Takes back the choice for the need.
    pub(super) fn clear(&mut self, need: usize) {
        self.choose(need, NONE);
    }

    pub(super) fn resources(&self) -> impl Iterator<Item = u32> + '_ {
        self.resources
            .iter()
            .copied()
            .filter(|resource| *resource != NONE)
    }
}

/// A timetable under construction: never two runs on one thing at once, never a sum overdrawn.
#[derive(Debug, Clone)]
pub(super) struct Board<'p> {
    pub(super) problem: &'p Problem,
    slots: usize,
    /// Who holds the resource at the slot: one row of slots a resource.
    holder: Vec<u32>,
    /// What is left of each sum.
    left: Vec<i64>,
    /// Who draws from the sum.
    drawers: Vec<Vec<u32>>,
    spots: Vec<Option<Spot>>,
    /// Options looked at: the measure of work, which does not depend on the machine.
    pub(super) steps: u64,
    options: Vec<Vec<(u64, u32)>>,
}

impl<'p> Board<'p> {
    pub(super) fn new(problem: &'p Problem) -> Self {
        let setting = problem.setting();
        let slots = setting.slots as usize;
        Board {
            problem,
            slots,
            holder: vec![NONE; slots * setting.resources.len()],
            left: (0u32..)
                .zip(&setting.sums)
                .map(|(sum, _)| problem.limit(sum))
                .collect(),
            drawers: vec![Vec::new(); setting.sums.len()],
            spots: vec![None; setting.runs.len()],
            steps: 0,
            options: vec![Vec::new(); NEEDS],
        }
    }

    pub(super) fn spot(&self, run: u32) -> Option<Spot> {
        self.spots.get(run as usize).copied().flatten()
    }

    pub(super) fn spots(&self) -> &[Option<Spot>] {
        &self.spots
    }

    pub(super) fn is_placed(&self, run: u32) -> bool {
        self.spot(run).is_some()
    }

    pub(super) fn left(&self, sum: u32) -> i64 {
        self.left.get(sum as usize).copied().unwrap_or(0)
    }

    pub(super) fn drawers(&self, sum: u32) -> &[u32] {
        self.drawers.get(sum as usize).map_or(&[], Vec::as_slice)
    }

    fn row(&self, resource: u32) -> &[u32] {
        let from = resource as usize * self.slots;
        self.holder.get(from..from + self.slots).unwrap_or(&[])
    }

    /// What the run draws from the sum where it stands.
    pub(super) fn draw_of(&self, run: u32, sum: u32) -> i64 {
        let own = self.problem.draw(run, sum);
        let Some((spot, candidate)) = self.standing(run) else {
            return own;
        };
        let leads = spot
            .resources()
            .filter(|of| self.problem.drawn(*of) == Some(sum))
            .count();
        own.saturating_add(
            i64::try_from(leads)
                .unwrap_or(0)
                .saturating_mul(candidate.units()),
        )
    }

    fn standing(&self, run: u32) -> Option<(Spot, &'p Candidate)> {
        let spot = self.spot(run)?;
        Some((
            spot,
            self.problem.candidates(run).get(spot.candidate as usize)?,
        ))
    }

    /// Puts the run on a spot that is free.
    pub(super) fn put(&mut self, run: u32, spot: Spot) {
        if let Some(at) = self.spots.get_mut(run as usize) {
            *at = Some(spot);
        }
        self.book(run, true);
    }

    /// Takes the run off, and says where it stood.
    pub(super) fn lift(&mut self, run: u32) -> Option<Spot> {
        self.book(run, false);
        self.spots.get_mut(run as usize)?.take()
    }

    fn book(&mut self, run: u32, on: bool) {
        let Some((spot, candidate)) = self.standing(run) else {
            return;
        };
        let mark = if on { run } else { NONE };
        for resource in spot.resources() {
            let from = resource as usize * self.slots;
            if let Some(row) = self.holder.get_mut(from..from + self.slots) {
                for slot in &candidate.slots {
                    if let Some(holder) = row.get_mut(*slot as usize) {
                        *holder = mark;
                    }
                }
            }
            if let Some(sum) = self.problem.drawn(resource) {
                self.draw(run, sum, candidate.units(), on);
            }
        }
        for (sum, amount) in self.problem.draws(run) {
            self.draw(run, *sum, *amount, on);
        }
    }

    fn draw(&mut self, run: u32, sum: u32, amount: i64, on: bool) {
        if let (Some(left), Some(drawers)) = (
            self.left.get_mut(sum as usize),
            self.drawers.get_mut(sum as usize),
        ) {
            if on {
                *left -= amount;
                drawers.push(run);
            } else {
                *left += amount;
                if let Some(at) = drawers.iter().position(|drawer| *drawer == run) {
                    drawers.swap_remove(at);
                }
            }
        }
    }

    /// The cheapest way in: its cost is the weights of the runs that would have to leave, each
    /// resource counted by itself, and once more what resources that draw from one sum need together.
    /// Ways at [`LOCKED`] or above are none. Among equals `pick` decides.
    pub(super) fn cheapest(
        &mut self,
        run: u32,
        weights: &[u64],
        pick: &mut dyn FnMut() -> u64,
    ) -> Option<(u64, Spot)> {
        let problem = self.problem;
        let base: u64 = (problem.draws(run).iter())
            .map(|(sum, amount)| self.relief(*sum, *amount, weights, |_| false))
            .fold(0, u64::saturating_add);
        if base >= LOCKED {
            return None;
        }
        let mut best: Option<(u64, u64, Spot)> = None;
        let mut options = std::mem::take(&mut self.options);
        for (at, candidate) in problem.candidates(run).iter().enumerate() {
            let mut bound = base;
            for (need, costs) in candidate.needs.iter().zip(&mut options) {
                costs.clear();
                self.steps += need.len() as u64;
                for option in need {
                    let cost = self.cost(run, *option, candidate, weights);
                    if cost < LOCKED {
                        costs.push((cost, *option));
                    }
                }
                bound += costs.iter().map(|(cost, _)| *cost).min().unwrap_or(LOCKED);
            }
            if bound >= LOCKED || best.is_some_and(|(cost, _, _)| cost < bound) {
                continue;
            }
            let tie = pick();
            let wanted = options.get_mut(..candidate.needs.len());
            let wanted = wanted.unwrap_or(&mut []);
            // Among resources at one cost the first is chosen, so it must not always be the same.
            for (nth, costs) in wanted.iter_mut().enumerate() {
                let turn = (tie >> (8 * nth)) % costs.len().max(1) as u64;
                costs.rotate_left(turn as usize);
            }
            let mut chosen = Choice {
                cost: LOCKED,
                tie,
                resources: [NONE; NEEDS],
            };
            let mut together = |taken: &[u32; NEEDS]| match problem.shares_sums() {
                true => self.together(run, candidate, taken, weights),
                false => 0,
            };
            choose(
                wanted,
                0,
                base,
                &mut [NONE; NEEDS],
                &mut together,
                &mut chosen,
            );
            if chosen.cost >= LOCKED {
                continue;
            }
            if best.is_none_or(|(cost, tie, _)| (chosen.cost, chosen.tie) < (cost, tie)) {
                let spot = Spot {
                    candidate: at as u32,
                    resources: chosen.resources,
                };
                best = Some((chosen.cost, chosen.tie, spot));
            }
        }
        self.options = options;
        best.map(|(cost, _, spot)| (cost, spot))
    }

    /// What it costs to free the resource for the run's candidate.
    fn cost(&self, run: u32, resource: u32, candidate: &Candidate, weights: &[u64]) -> u64 {
        let row = self.row(resource);
        let (mut cost, mut last, mut freed) = (0u64, NONE, 0i64);
        for slot in &candidate.slots {
            let holder = row.get(*slot as usize).copied().unwrap_or(NONE);
            // The sessions of one holder often follow one another; one that does not counts twice.
            if holder != NONE && holder != last {
                cost = cost.saturating_add(weight(weights, holder));
                let drawn = self
                    .problem
                    .drawn(resource)
                    .map_or(0, |sum| self.draw_of(holder, sum));
                freed = freed.saturating_add(drawn);
                last = holder;
            }
        }
        match self.problem.drawn(resource) {
            Some(sum) if cost < LOCKED => {
                let own = self.problem.draw(run, sum);
                let units = own.saturating_add(candidate.units());
                let gone = |run| {
                    let mut slots = candidate.slots.iter();
                    slots.any(|slot| row.get(*slot as usize) == Some(&run))
                };
                let missing = units.saturating_sub(freed);
                cost.saturating_add(self.relief(sum, missing, weights, gone))
            }
            _ => cost,
        }
    }

    /// What it costs that several of the resources draw from one sum.
    fn together(
        &self,
        run: u32,
        candidate: &Candidate,
        resources: &[u32; NEEDS],
        weights: &[u64],
    ) -> u64 {
        let drawn = |resource: &u32| self.problem.drawn(*resource);
        let mut cost = 0u64;
        for (nth, sum) in resources.iter().map(drawn).enumerate() {
            let Some(sum) = sum.filter(|sum| {
                let mut before = resources.iter().take(nth).map(drawn);
                before.all(|of| of != Some(*sum))
            }) else {
                continue;
            };
            let sharing = || resources.iter().filter(|of| drawn(of) == Some(sum));
            if sharing().count() < 2 {
                continue;
            }
            let mut holders: Vec<u32> = Vec::new();
            for resource in sharing() {
                let here = candidate
                    .slots
                    .iter()
                    .map(|slot| self.holder(*resource, *slot));
                holders.extend(here.filter(|holder| *holder != NONE));
            }
            holders.sort_unstable();
            holders.dedup();
            let units = sharing().map(|_| candidate.units());
            let wanted = units.fold(self.problem.draw(run, sum), i64::saturating_add);
            let freed = holders.iter().map(|holder| self.draw_of(*holder, sum));
            let freed = freed.fold(0, i64::saturating_add);
            let missing = wanted.saturating_sub(freed);
            let gone = |run| holders.binary_search(&run).is_ok();
            cost = cost.saturating_add(self.relief(sum, missing, weights, gone));
        }
        cost
    }

    /// The least weight that has to leave the sum so that the amount can be drawn: the lightest run
    /// that is enough alone, or all of them.
    /// Who is gone anyway is counted already.
    fn relief(&self, sum: u32, amount: i64, weights: &[u64], gone: impl Fn(u32) -> bool) -> u64 {
        let left = self.left(sum);
        if amount <= left {
            return 0;
        }
        // `amount` is above what is left, so nothing here can overflow.
        let missing = amount.saturating_sub(left);
        let (mut alone, mut all, mut freed) = (LOCKED, 0u64, 0i64);
        for drawer in self.drawers(sum) {
            let weight = weight(weights, *drawer);
            if weight < LOCKED && !gone(*drawer) {
                let draws = self.draw_of(*drawer, sum);
                (all, freed) = (all.saturating_add(weight), freed.saturating_add(draws));
                if draws >= missing {
                    alone = alone.min(weight);
                }
            }
        }
        match (alone < LOCKED, freed >= missing) {
            (true, _) => alone,
            (_, true) => all.saturating_mul(2),
            _ => LOCKED,
        }
    }

    /// Whether a run of the board may be put there with nobody leaving.
    pub(super) fn fits(&self, run: u32, spot: Spot) -> bool {
        let open = |resource| self.is_open(run, spot, resource);
        spot.resources().all(open) && self.short_of(run, spot).is_none()
    }

    /// Whether the resource is free at all slots of the spot's candidate.
    pub(super) fn is_open(&self, run: u32, spot: Spot, resource: u32) -> bool {
        let candidate = self.problem.candidates(run).get(spot.candidate as usize);
        let row = self.row(resource);
        candidate.is_some_and(|candidate| {
            candidate
                .slots
                .iter()
                .all(|slot| row.get(*slot as usize) == Some(&NONE))
        })
    }

    /// Who holds the resource at the slot; [`NONE`] where nobody does.
    pub(super) fn holder(&self, resource: u32, slot: u32) -> u32 {
        self.row(resource)
            .get(slot as usize)
            .copied()
            .unwrap_or(NONE)
    }

    /// A sum that would not reach for the run at the spot, and how much is missing.
    pub(super) fn short_of(&self, run: u32, spot: Spot) -> Option<(u32, i64)> {
        let candidate = self.problem.candidates(run).get(spot.candidate as usize)?;
        let mut wanted: Vec<(u32, i64)> = self.problem.draws(run).to_vec();
        for sum in spot
            .resources()
            .filter_map(|resource| self.problem.drawn(resource))
        {
            match wanted.iter_mut().find(|(of, _)| *of == sum) {
                Some((_, amount)) => *amount = amount.saturating_add(candidate.units()),
                None => wanted.push((sum, candidate.units())),
            }
        }
        let mut short = wanted
            .into_iter()
            .filter(|(sum, amount)| *amount > self.left(*sum));
        short
            .next()
            .map(|(sum, amount)| (sum, amount.saturating_sub(self.left(sum))))
    }

    /// Puts the run there; those in the way leave and are listed. On failure
    /// (a locked run in the way) all is as before.
    pub(super) fn force(&mut self, run: u32, spot: Spot, weights: &[u64]) -> Option<Vec<u32>> {
        let candidate = self.problem.candidates(run).get(spot.candidate as usize)?;
        let mut out: Vec<(u32, Spot)> = Vec::new();
        for resource in spot.resources() {
            for slot in &candidate.slots {
                let holder = self.holder(resource, *slot);
                if holder != NONE && weight(weights, holder) < LOCKED {
                    out.extend(self.lift(holder).map(|spot| (holder, spot)));
                }
            }
        }
        while let Some((sum, missing)) = self.short_of(run, spot) {
            let Some(holder) = self.lightest(sum, missing, weights) else {
                break;
            };
            out.extend(self.lift(holder).map(|spot| (holder, spot)));
        }
        if self.fits(run, spot) {
            self.put(run, spot);
            return Some(out.into_iter().map(|(holder, _)| holder).collect());
        }
        for (holder, spot) in out.into_iter().rev() {
            self.put(holder, spot);
        }
        None
    }

    /// Who should leave the sum: the lightest of those that are enough alone, or of all.
    fn lightest(&self, sum: u32, missing: i64, weights: &[u64]) -> Option<u32> {
        let light = self
            .drawers(sum)
            .iter()
            .copied()
            .filter(|run| weight(weights, *run) < LOCKED);
        light.min_by_key(|run| {
            let enough = self.draw_of(*run, sum) >= missing;
            (!enough, weight(weights, *run), *run)
        })
    }

    /// The spot of a placement, where it is one of the candidates left.
    pub(super) fn spot_of(&self, run: u32, placement: &Placement) -> Option<Spot> {
        let candidates = self.problem.candidates(run);
        let at = candidates
            .iter()
            .position(|candidate| candidate.pattern == placement.pattern)?;
        let candidate = candidates.get(at)?;
        let chosen = &placement.resources;
        let mut resources = [NONE; NEEDS];
        if chosen.len() != candidate.needs.len() {
            return None;
        }
        for (nth, (place, resource)) in resources.iter_mut().zip(chosen).enumerate() {
            let option = candidate.needs.get(nth)?.contains(resource);
            if !option || chosen.iter().filter(|other| *other == resource).count() > 1 {
                return None;
            }
            *place = *resource;
        }
        Some(Spot {
            candidate: u32::try_from(at).ok()?,
            resources,
        })
    }

    /// Where every run stands.
    pub(super) fn placements(&self) -> Vec<Option<Placement>> {
        let runs = 0..self.problem.len();
        runs.map(|run| {
            let (spot, candidate) = self.standing(run)?;
            Some(Placement {
                pattern: candidate.pattern,
                resources: spot.resources().collect(),
            })
        })
        .collect()
    }

    /// Stands everybody where `spots` says.
    pub(super) fn restore(&mut self, spots: &[Option<Spot>]) {
        let moved: Vec<(u32, Option<Spot>)> = (0..self.problem.len())
            .zip(spots)
            .filter(|(run, spot)| self.spot(*run) != **spot)
            .map(|(run, spot)| (run, *spot))
            .collect();
        for (run, _) in &moved {
            self.lift(*run);
        }
        for (run, spot) in moved {
            if let Some(spot) = spot {
                self.put(run, spot);
            }
        }
    }
}

/// The weight of a run; one that is not listed is locked.
pub(super) fn weight(weights: &[u64], run: u32) -> u64 {
    weights.get(run as usize).copied().unwrap_or(LOCKED)
}

struct Choice {
    cost: u64,
    tie: u64,
    resources: [u32; NEEDS],
}

/// One resource for each need, all different, at the least cost; `together` is what the whole choice
/// costs besides.
fn choose(
    wanted: &[Vec<(u64, u32)>],
    nth: usize,
    cost: u64,
    taken: &mut [u32; NEEDS],
    together: &mut dyn FnMut(&[u32; NEEDS]) -> u64,
    best: &mut Choice,
) {
    if cost >= best.cost {
        return;
    }
    let Some(options) = wanted.get(nth) else {
        let cost = cost.saturating_add(together(taken));
        if cost < best.cost {
            best.cost = cost;
            best.resources = *taken;
        }
        return;
    };
    for (more, resource) in options {
        if taken.iter().take(nth).any(|other| other == resource) || cost + more >= best.cost {
            continue;
        }
        if let Some(place) = taken.get_mut(nth) {
            *place = *resource;
        }
        choose(wanted, nth + 1, cost + more, taken, together, best);
        if let Some(place) = taken.get_mut(nth) {
            *place = NONE;
        }
    }
}
