# Why a run stands where it does, and what would lift it over another.
explain-title = Why { $run } stands where it does
explain-staff = For the staff of the centre: it names other runs and what was answered of them, which no letter does.
explain-label-place = Place
explain-place = { $rank } of { $runs }, class { $class }
explain-place-sure = this one: every criterion can be told
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
explain-column-needed = would have to be
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
explain-over-places = Place { $upper } and place { $lower } of { $runs }.
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
}. Of each fact the least change stands here: first what the centre decides, then in the order in which the criteria read them.
explain-lift-record = One fact was changed in the record that the rules read, and nothing else. In the lists some facts hang together; change the list and ask again to see all that follows. A fact that is stated wrongly can be corrected, whoever it belongs to.
explain-lift-draw = Where a draw decides, it is the recorded one with the same seed.
explain-whose-centre = the centre decides it
explain-whose-course = what the course is and whom it is for
explain-whose-need = who waits, and their deadlines; the centre cannot change it
explain-whose-past = it has happened; nobody can change it
explain-whose-evidence = what studies or professionals say
explain-whose-undeclared = not declared
