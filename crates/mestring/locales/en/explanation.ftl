# Why a run stands where it does, and what would lift it over another.
explain-title = Why { $run } stands where it does
explain-staff = For the staff of the centre: it names other runs and what was answered of them, which no letter does.
explain-label-number = Number
explain-number = { $rank } of { $runs } in the order of priority, class { $class }
explain-number-sure = this one: every criterion can be told
explain-label-after = After
explain-label-before = Before
explain-by = { $run }, by: { $by }
explain-points = Points in all: { $points }
explain-label-clause = Clause
explain-label-branch = Way
explain-label-part = Decided by
explain-label-calls = Called by
explain-label-comment = The rule says
explain-label-what = What it decides
explain-label-stopped = Stopped
explain-label-steps = Added up
explain-label-read = Read
explain-clause = { $text } ({ $file }, line { $line })
explain-then = { $of } holds (line { $line })
explain-else = { $of } does not hold (line { $line })
explain-case = { $of } is { $case } (line { $line })
explain-stopped = { $fact } is not known and makes a difference; line { $line }: { $text }
explain-plugin = the criterion is a plugin; what it read stands below
explain-step-start = = { $by } (line { $line })
explain-step-add = + { $by } = { $after } (line { $line })
explain-step-subtract = − { $by } = { $after } (line { $line })
explain-step-multiply = × { $by } = { $after } (line { $line })
explain-step-divide = ÷ { $by } = { $after } (line { $line })
explain-step-answer = → { $after } (line { $line })
explain-facts-title = Where the facts are stated
explain-column-fact = fact
explain-column-value = value
explain-column-stated = stated in
explain-column-now = now
explain-column-enough = would be enough
explain-column-above = then above by
explain-column-whose = whose it is
explain-from-held-runs = derived from { $count ->
    [0] the list of runs, which has no held run of the course
    [one] one held run of the course
   *[other] { $count } held runs of the course
}
explain-from-last-run = derived from the last held run of the course
explain-from-runs-in-half-year = derived from the list of runs: { $count ->
    [0] no other run of the course comes before it in its half-year
    [one] one other run of the course comes before it in its half-year
   *[other] { $count } other runs of the course come before it in its half-year
}
explain-from-days = days between the date of the question and the date in
explain-from-group-classes = derived from the target groups of the offer and their classes
explain-from-reading = derived: the row states no target group, and we read the title and what else the row says
explain-from-evidence = derived from { $count ->
    [one] one study of courses on the topic
   *[other] { $count } studies of courses on the topic
}
explain-more-cells = and { $count } more
explain-silent = no row states it
explain-silent-cells = nobody states it; it could stand in { $cells }
explain-silent-setting = nobody states it; say in desk.toml, `{ $setting }`, from when every run is listed
explain-stated = { $place } ({ $source })
explain-stated-dated = { $place } ({ $source }, { $date })
explain-made-up = made up to show how the system works
explain-made-up-source = { $source }; made up to show how the system works
explain-no-source = the row names no source
explain-over-title = { $upper } stands above { $lower }
explain-over-number = number { $rank } of { $runs } in the order of priority, { $outcome }
explain-over-by = What separates them: { $by }: { $upper } against { $lower }.
explain-over-unknown-last = What separates them: { $by }: { $upper } against { $lower }. What cannot be told goes last.
explain-over-unknown-first = What separates them: { $by }: { $upper } against { $lower }. What cannot be told goes first.
explain-over-tie = The rules hold them equal. What separates them: { $by }.
explain-no-sum = points that cannot be summed, since a fact is missing
explain-lift-title = What would lift { $run }
explain-lift-none = Among the values that were tried, no change of one fact lifts it: { $tried ->
    [one] { $tried } value
   *[other] { $tried } values
} of { $facts ->
    [one] { $facts } fact
   *[other] { $facts } facts
}, each tried by running the rules. Changes of several facts at once were not tried.
explain-lift-some = Any one of these changes lifts it, found by running the rules with { $tried ->
    [one] { $tried } value
   *[other] { $tried } values
} of { $facts ->
    [one] { $facts } fact
   *[other] { $facts } facts
}. Where the fact is a number, the bounds of what is enough are given, and the rules were run at each. What the centre decides comes first, then the order in which the criteria read the facts; of one fact the least change comes first.
explain-lift-record = In each line one fact was changed in the record that the rules read, and with it only what the line names. In the lists more may follow; change the list and ask again to see all of it. A fact that is stated wrongly can be corrected, whoever it belongs to. Standing higher in the order does not by itself give a run a room and course leaders.
explain-lift-draw = Where a draw decides, it is the recorded one with the same seed.
explain-whose-centre = the centre decides it
explain-whose-course = what the course is and whom it is for
explain-whose-need = who waits, and their deadlines; the centre cannot change it
explain-whose-past = it has happened; nobody can change it
explain-whose-evidence = what studies or professionals say
explain-whose-undeclared = not declared

explain-outcome-placed = placed: the proposal gives it { $gives ->
    [both] a room and course leaders
    [room] a room; it states no need of course leaders
    [leaders] course leaders; it needs no room
   *[neither] its sessions; it needs no room and states no need of course leaders
}
explain-outcome-refused = not placed: the proposal gives it nothing, since it is short of what stands below
explain-outcome-not-considered = not placed: the proposal does not consider it for a room and course leaders; the reason stands below
explain-not-considered = not placed, not considered
explain-enough-any = any number: it is enough that it is stated
explain-enough-least = at least { $least }
explain-enough-most = at most { $most }
explain-enough-between = from { $least } to { $most }
explain-enough-more = { $values }; or one of { $count } more values
explain-enough-with = and with it { $fact }
