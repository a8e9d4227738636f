# What changes when other rules take the place of those in use, and what a gate finds.
comparison-title = What the new rules would change
comparison-nothing-takes-effect = Nothing takes effect here. This shows what the rules would answer.
comparison-nobody-decided = Both orders are proposals. Nobody has decided them.
comparison-packs = The packs that were compared
comparison-column-kind = decides
comparison-cases = { $cases ->
    [0] no cases, so nothing was tested
    [one] { $cases } case, { $failed } failed
   *[other] { $cases } cases, { $failed } failed
}
comparison-only-before = Only among the old packs, so not compared: { $packs }.
comparison-only-after = Only among the new packs, so not compared: { $packs }.
comparison-case-fails = { $pack }: { $file }: { $case }
comparison-from-to = { $before } → { $after }
comparison-none = nothing
comparison-text = The text of the rules: { $pack }
comparison-same-text = The two packs have the same text.
comparison-version-kept = Note: the text changed and the version is still { $version }. Give the new pack a version of its own in pack.toml, so that people can tell them apart.
comparison-criterion-new = the criterion `{ $name }` is new, as number { $at }
comparison-criterion-gone = the criterion `{ $name }` is gone; it was number { $at }
comparison-criterion-moved = the criterion `{ $name }` moves from number { $before } to number { $after }
comparison-criterion-rewritten = the script of `{ $name }` is changed
comparison-parameter-from = { $name } from { $from }: { $change }
comparison-parameter-between = { $name } from { $from } to { $until }: { $change }
comparison-later-days = All answers here are of { $as_of }. On { $days }, the rules get other values, come into force or go out of force, and nothing here says what changes then. Ask again with { $ask }.
comparison-file = { $file } (+{ $added } −{ $removed } lines)
comparison-files = Files that differ: { $files }.
comparison-placed = Placed: { $before } before, { $after } after. { $gained ->
    [one] { $gained } run gets
   *[other] { $gained } runs get
} a place, { $lost ->
    [one] { $lost } loses its place.
   *[other] { $lost } lose theirs.
}
comparison-losers = What the runs lack that lose their places
comparison-effects = Effect on groups
comparison-effects-note = Everything but seats and expected participants counts runs, not people. A run that belongs to several groups counts in each. Ranks are added up. In the columns of seats and participants, a plus says that some runs state no number, and a question mark that none does.
comparison-effect-by = By { $dimension }
comparison-by-target-group = target group
comparison-by-organiser = organiser
comparison-by-lender = who lends course leaders
comparison-by-municipality = municipality
comparison-by-level = level
comparison-by-change = How many change from what to what
comparison-groups-read = { $count ->
    [one] The target groups of { $count } run are our reading
   *[other] The target groups of { $count } of { $runs } runs are our reading
}: no row states them.
comparison-column-runs = wished runs
comparison-column-placed = placed
comparison-column-gained = gain
comparison-column-lost = lose
comparison-column-seats = seats
comparison-column-expected = expected participants
comparison-column-risen = ranks up
comparison-column-fallen = ranks down
comparison-column-pairs = pairs
comparison-column-offers = offers
comparison-column-obligations = obligations
comparison-all-runs = all wished runs
comparison-everyone = the whole country
comparison-effect-none = No group changes.
comparison-unchanged = { $count ->
    [one] { $count } group
   *[other] { $count } groups
} without change left out. `--all` shows everything.
comparison-answers = What the rules answer: { $pack } ({ $kind })
comparison-answers-none = No answer changes ({ $runs ->
    [one] { $runs } run
   *[other] { $runs } runs
}).
comparison-answers-counts = { $changed ->
    [one] { $changed } of { $runs } answers changes
   *[other] { $changed } of { $runs } answers change
}. Cannot be told: { $before } before, { $after } after.
comparison-rule-new = Only the new pack has this rule.
comparison-rule-gone = Only the old pack has this rule.
comparison-relations-counts = { $changed ->
    [one] { $changed } of { $pairs } pairs changes
   *[other] { $changed } of { $pairs } pairs change
}. Cannot be told: { $before } before, { $after } after.
comparison-merged = Offers that become one ({ $count })
comparison-split = Offers that come apart ({ $count })
comparison-pairs = Pairs that change
comparison-obligations-counts = { $changed ->
    [one] { $changed } of { $obligations } obligations changes
   *[other] { $changed } of { $obligations } obligations change
}. Cannot be told: { $before } before, { $after } after.
comparison-statuses = Obligations that change
comparison-gate = What must not happen
comparison-gate-passed = “{ $phrase }”: does not happen. Looked at { $records }.
comparison-gate-broken = “{ $phrase }”: happens { $broken ->
    [one] { $broken } time
   *[other] { $broken } times
}. Looked at { $records }:
comparison-gate-nothing = “{ $phrase }”: looked at { $records }. With nothing to look at, nothing is guarded, so this is not passed.
comparison-gate-unsure = Of { $count } of them it cannot be told whether they meet the criterion. They are looked at as if they did.
comparison-gate-doubt = { $what }: cannot be told for sure
comparison-gate-runs = { $count ->
    [one] { $count } run
   *[other] { $count } runs
}
comparison-gate-answers = { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}
comparison-gate-pairs = { $count ->
    [one] { $count } pair of offers
   *[other] { $count } pairs of offers
}
comparison-gate-obligations = { $count ->
    [one] { $count } obligation
   *[other] { $count } obligations
}
