# How offers relate, and what to do about it.
relations-title = Offers side by side
relations-none = There are no two offers to compare.
relations-counts = { $count ->
    [one] { $count } pair of offers
   *[other] { $count } pairs of offers
}: { $relations }.
relations-groups = Entries that are one offer ({ $count })
relations-doubtful = { $count ->
    [one] { $count } pair within it is judged otherwise; look at it before you merge.
   *[other] { $count } pairs within it are judged otherwise; look at them before you merge.
}
relations-conflict = { $a } and { $b } seem to be one offer, but somebody decided that { $c } and { $d } are two. They stay apart until somebody decides.
relations-action = { $action } ({ $count })
relations-pair = { $a } and { $b }
relations-label-relation = Relation
relations-label-why = Why
relations-decided = decided by { $role } on { $on }
relations-unused = { $count ->
    [one] { $count } decision about offers was not used: see the JSON.
   *[other] { $count } decisions about offers were not used: see the JSON.
}
relations-kind-audience = participants
relations-kind-catchment = catchment
relations-kind-condition = condition
relations-kind-follow-up = follow-up
relations-kind-format = format
relations-kind-format-variant = variant of the format
relations-kind-level = level
relations-kind-life-phase = phase of life
relations-kind-neighbour = neighbouring area
relations-kind-neighbour-time = neighbouring area, another time
relations-kind-neighbour-trust = neighbouring trust
relations-kind-patient-relative = patient and relative
relations-kind-phase = phase of illness
relations-kind-programme = programme
relations-kind-same-trust = same trust
relations-kind-sibling-diagnosis = related diagnosis
relations-kind-step = step
relations-kind-theme = theme
relations-kind-time = time
relations-kind-train-then-run = training, then the course
relations-counts-assumed = { $text } ({ $count } of them only if what nobody states is as assumed)
relations-topics-derived = { $count ->
    [one] In { $count } pair the topics are read from a title, an organiser's name or an address, since at least one row states none.
   *[other] In { $count } pairs the topics are read from titles, organisers' names or addresses, since at least one row states none.
}
relations-derived = read from a title, an organiser's name or an address, not stated: { $facts }
relations-action-assumed = { $action }, if what nobody states is as assumed ({ $count })
relations-if = { $relation }, if { $conditions }; nobody says
relations-group-assumed = { $count ->
    [one] { $count } pair that joins them rests on what nobody states
   *[other] { $count } pairs that join them rest on what nobody states
}
score-title = How often the rules agree with the labels
score-how = { $pairs ->
    [one] { $pairs } pair
   *[other] { $pairs } pairs
} count. The same offer, a rerun and another site are one class, one listing. Pairs labelled competing are shown by themselves; "competing" and "cannot tell" said of other pairs are misses.
score-none = Nothing counts: no pair is labelled one listing, overlapping, complementary or different.
score-macro = Macro F1: { $macro } (from { $low } to { $high } in 95 of 100 samples drawn from these pairs; pairs share offers, so the span is rather too narrow).
score-cannot-tell = Cannot tell: { $count } ({ $share }).
score-worst = Complementary pairs called one listing or competing: { $count }.
score-confusion = Labels and answers
score-column-class = class
score-column-labelled = labelled
score-column-answered = answered
score-column-met = both
score-column-f1 = F1
score-column-label = label
score-class-one-listing = one listing
score-class-overlapping = overlapping
score-class-complementary = complementary
score-class-different = different
score-misses = Misses ({ $count })
score-label = Label
score-answer = Answer
relations-scope = { $compared } of { $possible } pairs were compared: those whose topics and areas meet, or that one house offers. Nothing connects the others.
