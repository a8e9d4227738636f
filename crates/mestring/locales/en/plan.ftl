# The proposal for the capacity, and what a freed room could be used for.
plan-title = Proposal for the capacity
plan-nobody-decided = This is a proposal. Nobody has decided it, except where a role is named as having decided.
plan-period = The plan may use the days from { $from } to { $until }.
plan-no-runs = No run is wished for.
plan-counts = { $runs ->
    [one] { $placed } of { $runs } wished run has a place in the proposal.
   *[other] { $placed } of { $runs } wished runs have a place in the proposal.
}
plan-order = Order of priority: { $criteria }. A run is never set aside for one that ranks below it.
plan-order-most = Order of priority: { $criteria }. Each class has the most participants that it can have once the classes above have theirs; within a class a run may yield to others for that.
plan-order-numbers = Where a criterion gives a bare number, the highest goes first.
plan-classes = Runs form one class where { $count ->
    [one] the first criterion holds them equal
   *[other] the first { $count } criteria hold them equal
}:
plan-classes-rank = Runs form one class where all criteria hold them equal.
plan-class = class { $class }
plan-class-unknown = cannot tell: { $criteria }
plan-class-none = none of them
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
plan-label-hubs = Followed in
plan-label-leaders = Course leaders
plan-label-given = Format
plan-label-short = Short of
plan-label-criteria = Criteria
plan-label-reading = Our reading
plan-label-above = Above the next by
plan-label-places = Possible number
plan-places = between { $best } and { $worst } of { $runs }, once everything that is missing is known
plan-place-sure = { $best } of { $runs }, whatever is missing
plan-label-requirement = Requirement
plan-label-format = Proposed format
plan-label-assumed = Assumed
plan-no-room-needed = needs no room
plan-followed-in = followed in { $rooms }
plan-decided-held = { $role } decided on { $on } that it is held.
plan-decided-refused = { $role } decided on { $on } that it is not held.
plan-decided-other = { $role } decided on { $on }: { $answer }.
plan-decided-reason = Reason: { $reason }
plan-requirement-met = met
plan-requirement-not-met = not met
plan-above-points = more points
plan-above-longest = the course was held longer ago, or never
plan-above-draw = a draw (seed { $seed }), since all else is equal
plan-above-criterion = { $criterion }: { $own }; the next: { $next }
plan-above-unknown-last = { $criterion }: { $own }; the next: { $next }. What cannot be told goes last.
plan-above-unknown-first = { $criterion }: { $own }; the next: { $next }. What cannot be told goes first.
plan-above-points-unknown-last = the next run's points cannot be summed, since a fact is missing, and such runs go last
plan-above-points-unknown-first = its points cannot be summed, since a fact is missing, and such runs go first
plan-short-any = The run would fit if any one of these were solved.
plan-short-all = All of this must be solved before the run fits.
plan-held-by = { $lack }; used by { $holders }
plan-holder = { $run } (class { $class })
plan-holder-decided = { $run } (decided before the plan)
plan-lack-decided = { $role } decided on { $on } that it is not held
plan-lack-not-stated = { $column } not stated for the run
plan-lack-window = whenever it starts among the days that it wishes for, there is no time for all sessions within the plan
plan-lack-closed = closed days and school breaks leave no start among the days that it wishes for with time for all sessions within the plan
plan-lack-budget-days = it can begin only in the days of { $budgets }, from { $from } to { $until }, and none of them is a start that it wishes for with time for all sessions within the plan
plan-lack-budgets-apart = it draws on { $budgets }, which have no day in common on which it could begin; name the budgets of one period
plan-lack-lead-time = the course is new here and takes { $weeks ->
    [one] a week
   *[other] { $weeks } weeks
} to make ready: it can begin from { $from }, and then no start is left among the days that it wishes for
plan-lack-no-room = the centre has no room for runs in the list of rooms
plan-lack-room-too-small = no room is large enough: the run needs { $needs ->
    [one] { $needs } seat
   *[other] { $needs } seats
}, the largest has { $largest }
plan-lack-room-seats-unknown = no room states its seats, and the run needs { $needs }
plan-lack-equipment = no large enough room has { $missing }
plan-lack-freed-too-small = the freed room is too small: the run needs { $needs ->
    [one] { $needs } seat
   *[other] { $needs } seats
}, it has { $seats }
plan-lack-freed-seats-unknown = the seats of the freed room are not stated, and the run needs { $needs }
plan-lack-freed-equipment = the freed room has no { $missing }
plan-lack-room-taken = no room is free for all sessions: other runs have it
plan-lack-room-not-open = no room is open for all sessions
plan-lack-room-not-free = no room is both open and free for all sessions
plan-lack-no-hub-room-seats = { $organisation } has too few rooms that would do for those who follow the run there: { $needs ->
    [one] { $needs } seat is needed
   *[other] { $needs } seats are needed
}
plan-lack-no-hub-room = { $organisation } has too few rooms that would do for those who follow the run there
plan-lack-hub-room-taken = at { $organisation } no room is free for all sessions for those who follow the run there: other runs have it
plan-lack-hub-room-not-open = at { $organisation } no room is open for all sessions for those who follow the run there
plan-lack-hub-room-not-free = at { $organisation } too few rooms are open and free for all sessions for those who follow the run there
plan-lack-no-leader = no confirmed course leader with `{ $competence }` ({ $asked ->
    [0] none asked
   *[other] { $asked } asked
}, { $wished ->
    [0] none wished for
   *[other] { $wished } wished for
})
plan-lack-too-few-leaders = { $needs } course leaders with `{ $competence }` are needed at the same time, and { $confirmed ->
    [one] one is confirmed
   *[other] { $confirmed } are confirmed
} ({ $asked ->
    [0] none asked
   *[other] { $asked } asked
}, { $wished ->
    [0] none wished for
   *[other] { $wished } wished for
})
plan-lack-leader-taken = no course leader with `{ $competence }` is free for all sessions ({ $count } confirmed): those who could lead other runs
plan-lack-leader-not-at-work = no course leader with `{ $competence }` is available for all sessions ({ $count } confirmed)
plan-lack-leader-at-limit = no course leader with `{ $competence }` has half-days enough left ({ $count } confirmed)
plan-lack-leader-not-free = no course leader with `{ $competence }` is free for all sessions ({ $count } confirmed)
plan-lack-same-leader = { $competences } need a course leader each, and only { $leaders } is free
plan-lack-budget = the budget { $budget } has too little left: the run needs { $needs }, and what remains is { $left }
plan-lack-too-many-needs = it needs { $needs } course leaders at one session; { $most } is the most that can be planned for
plan-lack-too-many-hubs = it needs { $needs } course leaders and rooms elsewhere at one session, both together; { $most } is the most that can be planned for
plan-label-proof = Proof
plan-proof-no-way = Proven: it has no way even if nothing else is planned.
plan-proof-budget = Proven: { $name } does not reach for this run and { $holders }, whenever they are held.
plan-proof-half-days = Proven: the half-days that { $name } may lead do not reach for this run and { $holders }, whenever they are held.
plan-proof-conflict = Proven: it cannot be held together with { $holders }, whenever { $count ->
    [one] that is held. Without it, it could.
   *[other] these are held. Without any one of them it could.
}
plan-proof-full = Proven: the free half-days of { $names } do not reach for { $count ->
    [0] this run
   *[other] this run and { $holders }, whenever they are held
}: { $missing ->
    [one] one is missing.
   *[other] { $missing } are missing.
}
plan-proof-none = Not proven: other times for those that count before it were searched for and not found, which proves nothing.
plan-levels = How far each class came
plan-stopped = The search was stopped before its end: the plan can be used, but less was tried.
plan-column-runs = runs
plan-column-placed = placed
plan-column-participants = participants expected
plan-column-sureness = can more be placed?
plan-level-held = decided to hold
plan-level-unknown = (and { $count ->
    [one] one run that states none
   *[other] { $count } runs that state none
})
plan-sure-all = all have a place
plan-sure-all-weighed = all that were weighed have a place
plan-sure-not-weighed = { $count } not weighed
plan-sure-unknown = { $count } refused without saying how many they expect, counted as none
plan-sure-strict = no: every refusal is proven
plan-sure-most = no: more participants are impossible, proven
plan-sure-given = no, proven while the classes above keep what they have
plan-sure-at-most = at most { $bound } participants while the classes above keep what they have
plan-sure-not = not found, not proven
plan-label-deadline = Deadline
plan-after-deadline = it begins after its deadline, { $on }
plan-label-remedies = Would let it in
plan-remedy = { $change }: then { $sessions }
plan-remedy-also = { $remedy } ({ $runs } would get in too, before it)
plan-remedy-loses = { $remedy }; this takes the place of { $runs }
plan-remedies-none = no single change was found that does (another start, day or part of the day, a leader, a room, other times for those there are, half-days, equipment, a budget)
plan-remedies-note = What would let a refused run in was each time verified by planning again with that change alone.
plan-remedies-left = For { $count } refused { $count ->
    [one] run
   *[other] runs
} of lower priority it was not looked for what would let them in: it would take too long.
plan-remedy-start-later = the run may begin as late as { $until }
plan-remedy-start-earlier = the run may begin as early as { $from }
plan-remedy-weekday = the run may be held on { $weekday ->
    [monday] Mondays
    [tuesday] Tuesdays
    [wednesday] Wednesdays
    [thursday] Thursdays
    [friday] Fridays
    [saturday] Saturdays
   *[sunday] Sundays
} too
plan-remedy-half-day = the run may be held in { $part ->
    [morning] the morning
    [afternoon] the afternoon
   *[evening] the evening
} too
plan-remedy-ready = the course is ready by { $from }
plan-remedy-in-breaks = the run may lie in school breaks
plan-remedy-open-then = the centre is open for courses { $times }
plan-remedy-confirm-asked = { $leader }, who was asked, says yes
plan-remedy-confirm-wished = { $leader }, who is wished for, is asked and says yes
plan-remedy-leader-then = { $leader } can also lead { $times }
plan-remedy-half-days = { $leader } may lead { $more ->
    [one] one half-day more
   *[other] { $more } half-days more
}
plan-remedy-leader = one more course leader with `{ $competence }`, { $times }
plan-remedy-room-then = { $room } is open also { $times }
plan-remedy-equip = { $room } gets { $equipment }
plan-remedy-room = one more room, { $times }
plan-remedy-room-equipped = one more room with { $equipment }, { $times }
plan-remedy-room-seats = one more room with { $seats } seats, { $times }
plan-remedy-room-seats-equipped = one more room with { $seats } seats and { $equipment }, { $times }
plan-remedy-hub = at { $organisation }: { $change }
plan-remedy-budget = { $more } more in { $budget }
plan-times-weekly = { $day } { $part }, weeks { $first }–{ $last } (from { $from })
plan-room-taken = { $name }: { $holder } has it on { $times }
plan-room-closed = { $name } is closed by the calendar: { $times }
plan-room-not-open = { $name } is not open: { $times }
plan-leader-taken = { $name } leads { $holder }: { $times }
plan-leader-away = { $name } is away by the calendar: { $times }
plan-leader-not-at-work = { $name } does not lead courses then: { $times }
plan-leader-at-limit = { $name } may lead at most { $limit } half-days, and the run needs { $needs }
plan-leader-leads = { $name } may lead at most { $limit } half-days and leads { $taken } already, for { $holders }; the run needs { $needs }
plan-times = { $days } ({ $part })
plan-times-many = { $count } days from { $first } to { $last }

plan-badly = Decided runs that stand badly
plan-badly-note = These runs are decided and still to be held. The plan leaves them as they stand; what is wrong is for people to mend.
plan-column-wrong = what is wrong
plan-column-mend = what would mend it
plan-badly-whole-day = the part of the day is not stated, so that the run takes the whole day: { $days }
plan-badly-room-twice = { $room } is given twice at the same times, to the run and to those who follow it elsewhere
plan-badly-asked = { $leader } was asked and has not answered
plan-badly-wished = { $leader } is wished for and not yet asked
plan-badly-over-limit = { $leader } may lead at most { $limit } half-days and leads { $taken } in decided runs
plan-badly-too-small = { $room } has { $seats } seats, and { $expected } are expected
plan-badly-hub-only = { $room } is only for groups that follow runs held elsewhere
plan-badly-holiday = a public holiday: { $times }
plan-badly-closed = the centre is closed: { $times }
plan-badly-school-break = a school break, in which the run may not lie: { $times }
plan-badly-overdrawn = this run overdraws { $budget } by { $over }
plan-badly-overdrawn-with = this run and { $runs } together overdraw { $budget } by { $over }
plan-mend-room-taken = another room, or other times, for one of the two
plan-mend-leader-taken = another course leader, or other times, for one of the two
plan-mend-room-or-time = another room, or other times
plan-mend-leader-or-time = another course leader, or other times
plan-mend-room = another room
plan-mend-confirm = a yes, or another course leader
plan-mend-limit = another course leader for some of them, or a higher limit
plan-mend-day = another first day
plan-mend-break = another first day, or a yes in “{ $column }”
plan-mend-part = state it in “{ $column }”
plan-mend-budget = more in the budget, or less that draws on it

plan-freed-title = Freed: { $room }, { $slot }
plan-freed-room-alone = A free room alone frees nothing. What each run lacks besides is named.
plan-freed-held = The decided run { $run } has { $room } then, so it is not free. It would be if that run were cancelled or moved; `run_cancelled` with `{ $id }` in the file of `mestring plan --what-if` shows all that would give. What follows holds if the room were free.
plan-freed-holiday = { $date } is a public holiday ({ $name }), on which no session is laid. Ask about another day.
plan-freed-closed = The calendar has the whole centre closed then, and no session is laid. Ask about another day, or take the closed time out of the calendar.
plan-freed-school-break = It is a school break by the calendar: only runs with yes under `in_breaks` can be held then.
plan-freed-not-open = { $room } is not open then. It can be used on { $days } ({ $parts }): ask about such a time, or add to `weekdays` and `half_days` of the room.
plan-freed-out-of-use = { $room } can be used from { $from } to { $until } only: ask about a day among them, or change `from` and `until` of the room.
plan-freed-out-of-use-before = { $room } can be used from { $from } only: ask about a later day, or change `from` of the room.
plan-freed-out-of-use-after = { $room } can be used until { $until } only: ask about an earlier day, or change `until` of the room.
plan-freed-weekend = It is a { $day }. Runs are held Monday to Friday unless their `weekdays` say otherwise, so only those that name the day can use it.
plan-freed-nobody = No run that waits for a place can use this time.
plan-freed-hub = { $run }, for a group that follows it there
plan-freed-counts = { $runs ->
    [one] { $runs } run could use the time.
   *[other] { $runs } runs could use the time.
} { $ready ->
    [0] None of them has all else that it needs.
    [one] { $ready } has all else that it needs.
   *[other] { $ready } have all else that they need.
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
plan-moved-class = only the class changes

# What the most participants cost.
price-title = What the most participants cost
price-local-choice = This order is a local choice: the plan ranks courses by steps, not by how many they reach.
price-column-strict-placed = placed in strict order
price-column-strict = participants
price-column-most-placed = placed with most participants
price-column-most = participants
price-same = Both orders place the same runs.
price-loses = Placed in strict order only: { $runs }.
price-gains = Placed for the sake of more participants: { $runs }.

# What is scarcest.
scarce-title = What is scarce
scarce-how = Found by planning again with one more course leader or room that is free at all times, or a budget without a limit, and nothing else changed. What is free less often may let in fewer, or others.
scarce-nothing = No single course leader, room or budget more would let another run in.
scarce-column-more = one more
scarce-column-gains = lets in
scarce-column-loses = in the place of
scarce-column-participants = participants more
scarce-leader = course leader with `{ $competence }`
scarce-room = room
scarce-hub-room = room at { $organisation }, to follow runs in
scarce-budget = money or hours in { $budget }
scarce-one-leader = What hangs on one course leader
scarce-hangs = `{ $competence }`, which { $leader } alone has: { $count ->
    [one] one run ({ $runs })
   *[other] { $count } runs ({ $runs })
}{ $refused ->
    [0] .
   *[other] , and { $refused } without a place.
}
scarce-hangs-refused = `{ $competence }`, which { $leader } alone has: no run with a place, { $refused } without.

# What it gives that runs may be held digitally.
digital-title = Digital instead of in a room
digital-counts = The format rule lets { $may ->
    [one] one run
   *[other] { $may } runs
} be held digitally that { $may ->
    [one] was
   *[other] were
} asked for in a room; { $held ->
    [0] none of them is.
    [one] one of them is.
   *[other] { $held } of them are.
}
digital-half-days = Compared with the plan in which no run may be held digitally that was asked for in a room: rooms are used for { $half_days } half-days, there for { $without }.
digital-column-frees = frees
digital-column-used-by = used then by
digital-frees-nothing = no room: in that plan it has no place
digital-gains = Have a place by it: { $runs }.
digital-loses = Have no place by it, since runs of higher priority came in: { $runs }.
digital-label-instead = Instead of
digital-instead = { $format }, as it was asked for; the format rule lets it be held digitally

# Need beside capacity.
need-title = Need beside capacity
need-how = Seats are those of runs that the plan places, and of decided ones that begin from { $from } to { $until }; where none are stated, the participants that they expect. Participants are those of runs that the centre held from { $year } to { $as_of }.
need-no-people = Who waits is told as the desk states it. How many are referred is known from a person store alone: give one with --people.
need-people = No count of people below { $fewest } is told, and no sum from which one could be worked out. A row of a target group counts those who are referred to the group and to no course.
need-trend-how = Referrals are counted over the last 26 weeks and compared with the 26 weeks before, with an exact 95 % interval of the ratio of the two rates.
need-no-history = How many are referred cannot be told: the person store does not say from which day on it keeps every referral (history_from in store.toml).
need-groups = By target group
need-groups-how = A course of several target groups stands in each of them.
need-offers = By course
need-column-group = target group
need-column-offer = course
need-column-waiting = waiting, as stated
need-column-people = waiting, counted
need-column-referrals = referrals a month
need-column-trend = against the half-year before
need-column-seats = seats planned
need-column-refused = runs without a place
need-column-held = came last year
need-not-known = not known
need-waiting-since = { $count }, since { $day }
need-total-unknown = { $known }, and { $unknown } not known
need-seats = { $count } in { $runs ->
    [one] one run
   *[other] { $runs } runs
}
need-held = { $count } to { $runs ->
    [one] one run
   *[other] { $runs } runs
}
need-few = <{ $fewest }
need-referrals-few = { $few } in half a year
need-trend-few = too few to tell
need-undated = { $month }, and { $undated } without a day
need-between = between { $low } and { $high }
need-trend-more = more: { $ratio } times as many ({ $low } to { $high })
need-trend-fewer = fewer: { $ratio } times as many ({ $low } to { $high })
need-trend-cannot-tell = cannot tell: { $ratio } times as many ({ $low } to { $high })
need-digital = { $offer } is held digitally: of { $waiting } who wait, { $cannot } said that they cannot take part digitally, and of { $unknown } nobody knows.
