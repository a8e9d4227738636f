# What every report begins and ends with.
report-no-name = Desk without a name
report-as-of = As of
report-packs = Rule packs
report-seed = Seed of draws
report-sources = Sources
report-sources-one-day = { $count } offers, read { $last }; { $silent } without a date
report-sources-days = { $count } offers, read from { $first } to { $last }; { $silent } without a date
report-sources-undated = { $count } offers, none with a date
report-list-end = { $first } and { $last }
report-one-of-end = { $first } or { $last }
report-period = { $from } to { $until }
report-left-out = { $count ->
    [one] { $count } more is left out here; `--all` prints it.
   *[other] { $count } more are left out here; `--all` prints them.
}
report-origin-local = local choice
report-cannot-tell = cannot tell without { $missing }
report-could-be = { $told }; it could be { $answers }
report-not-stated = not stated: { $facts }
report-immaterial = not known, and makes no difference: { $facts }
report-unknown = asked, not known: { $facts }
report-assumed = { $fact }: { $value }, assumed since nobody says

report-rests-on = What this report rests on
report-rows = { $table } ({ $count ->
    [one] { $count } row
   *[other] { $count } rows
})
report-illustrative = Made up to show how the system works: { $tables }.
report-nothing-illustrative = No row is marked as made up.
report-nothing-missing = No rule stopped at a missing fact.
report-missing = { $count ->
    [one] One missing fact kept rules from answering. Ask for it.
   *[other] { $count } missing facts kept rules from answering. Ask for those that keep back most answers first.
}
report-column-fact = missing fact
report-column-count = answers
report-column-blocked = what it kept back
report-blocked-rule = { $rule }: { $count ->
    [one] { $count } run
   *[other] { $count } runs
}
report-blocked-format = proposed format: { $count ->
    [one] { $count } run
   *[other] { $count } runs
}
report-blocked-relation = relation: { $count ->
    [one] { $count } pair of offers
   *[other] { $count } pairs of offers
}
report-blocked-status = status: { $count ->
    [one] { $count } obligation
   *[other] { $count } obligations
}
report-findings = Found in the data: { $errors ->
    [one] { $errors } error
   *[other] { $errors } errors
}, { $warnings ->
    [one] { $warnings } warning
   *[other] { $warnings } warnings
}, { $notes ->
    [one] { $notes } note
   *[other] { $notes } notes
}.

report-plugin-because = { $plugin } { $version } says: { $because }
report-plugin-impure = answered by { $plugin } { $version }, which depends on more than these facts, so nobody can replay it
