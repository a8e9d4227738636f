# The proposal for the capacity, and what a freed room could be used for.
plan-title = Proposal for the capacity
plan-nobody-decided = This is a proposal. Nobody has decided it, except where a role is named as having decided.
plan-period = The plan may use the days from { $from } to { $until }.
plan-no-runs = No run is wished for.
plan-counts = { $runs ->
    [one] { $placed } of { $runs } wished run has a place in the proposal.
   *[other] { $placed } of { $runs } wished runs have a place in the proposal.
}
plan-order = Order of priority: { $criteria }. Where a criterion gives a number, the highest goes first. A run is never set aside for one that ranks below it.
plan-summary = In order of priority
plan-column-rank = rank
plan-column-class = class
plan-column-run = run
plan-column-outcome = outcome
plan-column-start = start
plan-column-room = room
plan-column-lacks = what it lacks
plan-column-sessions = sessions
plan-column-before = before
plan-column-after = after
plan-column-because = because
plan-placed = placed
plan-refused = not placed
plan-run = { $rank }. { $run }, class { $class }
plan-label-outcome = Outcome
plan-label-decided = Decided
plan-label-sessions = Sessions
plan-label-room = Room
plan-label-leaders = Course leaders
plan-label-given = Format
plan-label-short = Short of
plan-label-criteria = Criteria
plan-label-reading = Our reading
plan-label-above = Above the next by
plan-label-requirement = Requirement
plan-label-format = Proposed format
plan-label-assumed = Assumed
plan-no-room-needed = needs no room
plan-decided-held = { $role } decided on { $on } that it is held.
plan-decided-refused = { $role } decided on { $on } that it is not held.
plan-decided-other = { $role } decided on { $on }: { $answer }.
plan-decided-reason = Reason: { $reason }
plan-requirement-met = met
plan-requirement-not-met = not met
plan-above-points = more points
plan-above-longest = the course was held longer ago, or never
plan-above-draw = a draw (seed { $seed }), since all else is equal
plan-short-any = It would fit if any one of these were solved.
plan-short-all = These are short together.
plan-held-by = { $lack }, held by { $holders }
plan-holder = { $run } (class { $class })
plan-holder-decided = { $run } (decided before the plan)
plan-lack-decided = { $role } decided on { $on } that it is not held
plan-lack-not-stated = the run does not state { $column }
plan-lack-window = no start in its window leaves time for all sessions within the plan
plan-lack-room-too-small = no room is large enough: it needs { $needs ->
    [one] { $needs } seat
   *[other] { $needs } seats
}, the largest has { $largest }
plan-lack-room-seats-unknown = no room that states its seats: it needs { $needs }
plan-lack-equipment = no large enough room has { $missing }
plan-lack-room-taken = room taken at every time that fits
plan-lack-no-leader = no confirmed course leader with `{ $competence }`: { $asked } asked, { $wished } wished for
plan-lack-leader-taken = course leaders with `{ $competence }` are taken, away or at their limit ({ $count } confirmed)
plan-lack-budget = the budget { $budget } has too little left: it needs { $needs }, { $left } is left

plan-freed-title = Freed: { $room }, { $slot }
plan-freed-room-alone = A free room alone frees nothing. What each run lacks besides is named.
plan-freed-nobody = No run that waits for a place can use this time.
plan-freed-counts = { $runs ->
    [one] { $runs } run could use the time; { $ready } lacks nothing else.
   *[other] { $runs } runs could use the time; { $ready } of them lack nothing else.
}
plan-freed-ready = nothing, it can have the time now

plan-moved-title = What these rules would move
plan-moved-packs = Before: { $before }. After: { $after }.
plan-moved-none = No run moves.
plan-moved-counts = { $moved ->
    [one] { $moved } of { $runs } runs moves.
   *[other] { $moved } of { $runs } runs move.
}
plan-moved-ranks = { $before } → { $after }
plan-moved-because = against { $run }: { $reason }
plan-moved-capacity = only the capacity changed hands
plan-reading-own = { $group } ({ $class }): the course is about { $topic }, which the desk's list of target groups counts there; neither the plan nor the row says so
plan-reading-list = { $group } ({ $class }): the course is about { $topic }, which the shipped topic list counts there; neither the plan nor the row says so
plan-reading-people = { $group } ({ $class }): by the people and ages that the row or the title names
