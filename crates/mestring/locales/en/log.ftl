log-question-plan = plan
log-question-relations = relations
log-question-obligations = obligations

log-added = Logged as entry { $number } ({ $hash }) of { $log }.
log-entry = Entry { $number }, { $question } of { $date }
log-same = { $entry }: the same. { $subjects ->
    [one] { $subjects } record
   *[other] { $subjects } records
}, { $verdicts ->
    [one] { $verdicts } verdict
   *[other] { $verdicts } verdicts
}.
log-differs = { $entry }: { $count ->
    [one] { $count } difference.
   *[other] { $count } differences.
}
log-failed = { $entry } cannot be replayed: { $why }
log-engine = It was made by mestring { $then } with { $scripts }; this is { $now }.
log-not-placed = Sessions, rooms and leaders were not asked again: they stand in the desk, not in the log. `--on DESK` asks them too.
log-not-stated = not stated
log-unknown = nobody knows
log-cannot-tell = cannot be told ({ $facts })
log-placed = placed
log-refused = not placed
log-none = none
log-settings = the settings

log-differs-table = Changed in the desk: { $table } ({ $then ->
    [one] { $then } row
   *[other] { $then } rows
} then, { $now } now).
log-differs-gone = { $subject }: in the log, and no longer in the desk.
log-differs-new = { $subject }: in the desk, and not in the log.
log-differs-fact = { $subject }: { $fact } was { $then }, is { $now }.
log-differs-pack = Rules for { $kind }: { $then } then, { $now } now.
log-differs-rule-gone = The rule `{ $rule }` of { $pack } is no longer asked.
log-differs-rule-new = The rule `{ $rule }` of { $pack } was not asked then.
log-differs-verdict = { $subject }, `{ $rule }`: { $then } then, { $now } now.
log-differs-reasons = { $subject }, `{ $rule }`: the same answer, from other facts or assumptions.
log-differs-rank = { $run }: rank { $then } (class { $classThen }) then, { $now } (class { $classNow }) now.
log-differs-outcome = { $run }: { $then } then, { $now } now.
log-differs-outcome-detail = { $run }: { $then } then and now, but otherwise. Then: { $before }. Now: { $after }.
log-differs-lacks = { $run }: { $then } then and now, for other reasons. Then: { $before }. Now: { $after }.
log-differs-first-day = First day of the plan: { $then } then, { $now } now.
log-differs-last-day = Last day of the plan: { $then } then, { $now } now.
log-differs-relations = Pairs of offers that are “{ $relation }”: { $then } then, { $now } now.
log-differs-actions = Pairs of offers with “{ $action }”: { $then } then, { $now } now.
log-leader = { $leader } ({ $competence })
log-hub = followed in { $room } ({ $organisation })
log-lack-decided-against = it was decided that it is not held
log-lack-not-stated = { $what } is not stated
log-lack-window = no time for all sessions within the plan
log-lack-closed = closed days and school breaks leave no time
log-lack-budget-days = no start in the days of the budget `{ $what }`
log-lack-lead-time = a new course, not ready within its window
log-lack-too-many-needs = more course leaders and rooms elsewhere at a session than can be planned for
log-lack-no-room = the centre has no room
log-lack-room-too-small = no room is large enough
log-lack-equipment = no room that is large enough has { $what }
log-lack-room = no room is free
log-lack-no-hub-room = too few rooms of `{ $what }` that would do for those who follow it there
log-lack-hub-room = no room of `{ $what }` is free for those who follow it there
log-lack-no-leader = no confirmed leader with `{ $what }`
log-lack-leader = no leader with `{ $what }` is free
log-lack-same-leader = no leader of its own for each of { $what }
log-lack-budget = too little is left of the budget `{ $what }`
log-nothing = nothing
log-differs-status = { $id }: { $then } then, { $now } now.

log-decision = Entry { $number }: { $by } decided on { $date } about { $run } of entry { $of }: { $outcome }, as proposed.
log-decision-other = Entry { $number }: { $by } decided on { $date } about { $run } of entry { $of }: { $outcome }, other than proposed. Reason: { $reason }
log-outcome-held = it is held
log-outcome-refused = it is not held
log-outcome-other = something else was done
log-noted = Noted as entry { $number } ({ $hash }) of { $log }. The proposal itself stays as it was.
log-row = So that the next plan follows it, add this row to the table { $table } of the desk:


log-summary = { $answers ->
    [one] { $answers } answer replayed: { $same } the same, { $differ } different, { $failed } not replayed.
   *[other] { $answers } answers replayed: { $same } the same, { $differ } different, { $failed } not replayed.
} { $bad ->
    [0] All lines are in order.
    [one] { $bad } line is not in order.
   *[other] { $bad } lines are not in order.
}
log-last = The last entry is { $number } ({ $hash }). That lines were cut off behind it cannot be seen in the file: compare the number and the hash with a copy that was kept elsewhere.
log-hashes = The hashes find what was changed, and what was lost between the first line and the last, by accident. They are no signature: who can write the file can write it anew.
log-progress = line { $number }
log-no-text = the log does not hold the text of the pack { $pack } before this entry
log-not-loaded = the pack { $pack } cannot be loaded by this version: { $error }
log-other-hash = the text of the pack { $pack } has another hash than the log says
log-no-such-fact = the log holds the fact `{ $fact }`, which this version does not have
log-other-fact = the log holds the fact `{ $fact }`, which is of another type in this version
