# What a plan would become if something happened.
what-if-title = What if
what-if-nobody-decided = This is a proposal. Nobody is moved, asked or told.
what-if-events = If this happened:
what-if-room-freed = { $room } is free { $slot }
what-if-run-cancelled = { $run } is not held
what-if-leader-away = { $leader } is away from { $from } to { $until }
what-if-leader-away-part = { $leader } is away from { $from } to { $until } ({ $parts })
what-if-seat-declined = somebody declines a seat in { $run }
what-if-room-lost = { $room } cannot be used from { $from } to { $until }
what-if-room-lost-part = { $room } cannot be used from { $from } to { $until } ({ $parts })
what-if-day-closed = the centre is closed { $from }
what-if-day-closed-part = the centre is closed { $from } ({ $parts })
what-if-days-closed = the centre is closed from { $from } to { $until }
what-if-days-closed-part = the centre is closed from { $from } to { $until } ({ $parts })
what-if-budget-cut = { $budget } has { $less } less
what-if-leader-confirmed = { $leader } says yes
what-if-no-change = No run of the plan changes.
what-if-changes = { $count ->
    [one] One run changes; all others stay where they are.
   *[other] { $count } runs change; all others stay where they are.
}
what-if-column-state = state
what-if-column-fate = what becomes of it
what-if-decided = decided (weight { $weight })
what-if-proposed = only proposed
what-if-moved = moves so that another run has a place
what-if-other-leader = the same times and room, another course leader
what-if-other-room = the same times, another room
what-if-replaced = lost its place, stands elsewhere
what-if-dropped = has no place any more
what-if-added = comes in
what-if-nowhere = no place
what-if-forced-least = { $moved ->
    [0] Proven: no run that could stay has to move.
   *[other] Proven: no plan that places the same runs moves less of what could have stayed: of what is decided first, then of what is only proposed, by weight and then by number. Nothing decided moves for what is only proposed.
}
what-if-forced-at-least = Not proven to be the least: some { $runs ->
    [one] run
   *[other] { $runs } runs
} at least must move; what was found moves more.
what-if-forced-open = Not proven to be the least: the search was ended before it could tell.
what-if-opened-least = Proven: those who come in do so with the fewest moves of what is only proposed; nothing that is decided moves for them.
what-if-opened-at-least = Those who come in may do so with fewer moves than were found, of what is only proposed; at least { $runs ->
    [one] one run
   *[other] { $runs } runs
} must move. Nothing that is decided moves for them.
what-if-opened-open = Whether those who come in could do so with fewer moves is not known. Nothing that is decided moves for them.
what-if-lacks = What { $run } lacks: { $lacks }
what-if-anew = A plan made anew, in strict order of priority, would give a place to { $gain }, and none to { $lose }.
what-if-anew-gain = A plan made anew, in strict order of priority, would give a place to { $gain } too.
what-if-anew-lose = A plan made anew, in strict order of priority, would give no place to { $lose }.
what-if-gap = { $run } has begun or cannot be moved and loses a course leader: { $sessions }. Free and able: { $leaders }.
what-if-gap-nobody = { $run } has begun or cannot be moved and loses a course leader: { $sessions }. Nobody else who is confirmed is free and able.
what-if-gap-dropped = { $run } could stay where it stood if somebody else led { $sessions }. Free and able: { $leaders }.
what-if-gap-dropped-nobody = { $run } loses a course leader: { $sessions }. Nobody else who is confirmed is free and able.
what-if-room-gap = { $run } has begun or cannot be moved and loses { $room }: { $sessions }. Large enough and free: { $rooms }.
what-if-room-gap-none = { $run } has begun or cannot be moved and loses { $room }: { $sessions }. No other room that would do is free.
what-if-shifted = { $run } is not held { $from }, and by its pattern { $to } instead.
what-if-shifted-not-free = { $run } is not held { $from }, and by its pattern { $to } instead. Its room or a course leader is not free { $taken }: set other dates or cancel it.
what-if-budget-left = { $budget } holds { $holds }, and { $left } is left when runs that were held or are decided have drawn what is known.
what-if-budget-over = { $budget } holds { $holds }, and runs that were held or are decided draw { $left } more than that. In the order in which they begin it no longer reaches for { $runs }.
what-if-budget-unknown = Nobody says what they draw on { $budget }: { $runs }.
what-if-back = { $run } gives back: { $what }.
what-if-back-nothing = { $run } had no room, no course leader and no budget to give back.
what-if-back-rooms = { $rooms } { $sessions }
what-if-back-leaders = { $leaders } ({ $count ->
    [one] { $count } half-day
   *[other] { $count } half-days
})
what-if-back-budget = { $amount } of { $budget }
what-if-back-budget-unknown = nobody says how much of { $budget }
what-if-seat = { $run } has { $free ->
    [0] no free seat now: more were expected than it has
    [one] { $free } free seat now
   *[other] { $free } free seats now
}. Who could be called, in order: `mestring next DESK { $id } --people STORE`.
what-if-seat-unknown = How many seats { $run } has free now is not known. Who could be called, in order: `mestring next DESK { $id } --people STORE`.
