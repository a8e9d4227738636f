# Who gets a place in which run.
places-title = Places: a proposal
places-nobody-decided = This is a proposal. Nobody has decided it, and no place is given before somebody has.
places-order-draw = People stand by class, then by the deadline on the referral, then by how long they have waited, then patients before relatives, then by a draw with the seed { $seed }. Who gets a place follows that order alone; what suits them best decides only which run they get.
places-order-no-draw = People stand by class, then by the deadline on the referral, then by how long they have waited, then patients before relatives. No seed is stated, so among those who are equal in all of it what suits best decides.
places-order-cost = People stand by class alone; within a class what suits best decides, and those who live far away are left out first.
places-by-class = By class
places-class-untold = { $count ->
    [one] Of { $count } person the class cannot be told.
   *[other] Of { $count } people the class cannot be told.
}
places-runs = Runs
places-no-runs = No run that is decided and has not begun takes people.
places-people = People
places-nobody = Nobody waits.
places-asks = What to ask
places-column-class = class
places-column-people = people
places-column-with-place = with a place
places-column-run = run
places-column-starts = start
places-column-seats = seats
places-column-kept = kept
places-column-given = given now
places-column-next = one more seat
places-column-person = person
places-column-outcome = outcome
places-column-of = of whom
places-column-fact = what
places-column-concerns = people it keeps waiting
places-column-from = from
places-column-to = to
places-next-class = somebody of class { $class }
places-next-nobody = nobody
places-cost = The places given now come to { $cost } minutes by the rules of preference.
places-kept = keeps the place in { $run } ({ $state })
places-given = { $run }, { $cost } minutes
places-full = no seat left: { $runs ->
    [one] { $runs } run would do, and those before take it
   *[other] { $runs } runs would do, and those before take them
}
places-none-considered = no run of what the person waits for
places-no-run = { $runs ->
    [one] the run would not do
   *[other] none of { $runs } runs would do
}
places-kept-out = not “{ $rule }” ({ $runs ->
    [one] { $runs } run
   *[other] { $runs } runs
})
places-cannot-tell = cannot be told: see what to ask
places-ask-birth-year = the year of birth, or the age at the start
places-ask-group = the target group
places-ask-role = the role: patient or relative
places-ask-referral = whether there is a referral
places-ask-home = the municipality of residence
places-letter-title = For a letter to one person
places-letter-draft = A draft. Nothing has been decided, and nothing has been sent.
places-letter-accepted = You have a place in “{ $course }”, which starts on { $starts }.
places-letter-offered = You have been offered a place in “{ $course }”, which starts on { $starts }. We wait for your answer.
places-letter-given = There is a place for you in “{ $course }”, which starts on { $starts }.
places-letter-full = There is no place for you yet. The courses that would suit you are full.
places-letter-order = Places are given by the rules for who comes first, then by the deadline on the referral, then by how long people have waited, then to patients before relatives.
places-letter-order-draw = Places are given by the rules for who comes first, then by the deadline on the referral, then by how long people have waited, then to patients before relatives, then by lot.
places-letter-order-cost = Places are given by the rules for who comes first, then to those whom the place suits best.
places-letter-no-run = There is no course now that would do. What is lacking:
places-letter-ask = We need to know more before we can say whether there is a place for you:
places-next-title = If a seat becomes free in { $run }
places-next-free = { $count ->
    [one] One seat is free in it already. It is proposed for:
   *[other] { $count } seats are free in it already. They are proposed for:
}
places-next-more = For one more after that:
places-next-over = { $count ->
    [one] One more person has a place in it than it has seats, so a seat that becomes free is for nobody.
   *[other] { $count } more people have a place in it than it has seats, so a seat that becomes free is for nobody.
}
places-next-none = Nobody waits for it whom it would serve.
places-next-moves = { $count ->
    [0] Nobody moves; the seat goes to who is next.
    [one] { $count } person moves, so that the one who is next gets a place.
   *[other] { $count } people move, so that the one who is next gets a place.
}
places-without = without a place
places-column-because = because
places-synthetic = Everybody in the person store is made up.
places-deadline = deadline { $date }
places-no-deadline = no deadline
places-deadline-unknown = the deadline is not known
places-since = waits since { $date }
places-no-since = since when is not stated
places-since-unknown = how long they have waited is not known
places-letter-none = There is no course now of what you wait for.
places-letter-ask-course = We need to know more about the course before we can say whether there is a place for you.
places-order-holders = Whoever has a place stands before all who have none.
places-moved = would be asked to move from { $from } ({ $state }) to { $run }: { $why }
places-moved-cancelled = the run would be cancelled
places-moved-for-others = so that somebody else has a place, or a run enough people
places-lost = has a place in { $run } ({ $state }), which would be cancelled, and there is no other
places-full-cancelled = { $cancelled ->
    [one] { $cancelled } of them would be cancelled
   *[other] { $cancelled } of them would be cancelled
}
places-groups = Minimum groups
places-groups-proposal = That a run would be cancelled is a proposal: the role in the table decides, and can hold it all the same.
places-groups-proven = No other runs to cancel would serve people who stand earlier, or the same people at less cost; that is proven.
places-groups-bound = The search for which runs to cancel was given up; another choice may serve more.
places-groups-not-counted = Minimum groups are not looked at here: every run counts as held.
places-column-minimum = must come
places-column-needs = places that takes
places-column-have = would have
places-column-would-do = could go there
places-column-cancel-by = cancelled at latest
places-column-decides = decides
places-column-proposal = proposal
places-group-enough = hold it
places-group-cancelled = cancel it
places-group-too-late = hold it: the last day to cancel has passed
places-group-not-counted = not looked at
places-expected = Who is expected to come
places-expected-minimum = Only minimum groups count with it: no run gives more places than it has seats.
places-expected-both = Minimum groups and places both count with it: runs give more places than they have seats, so that about as many come as there are seats, and about every second time more.
places-column-no-show = do not come
places-column-rests-on = rests on
places-expected-everybody = everybody is expected, as was asked for
places-expected-asked = as was asked for
places-expected-stored-offer = the offer’s own runs: { $missed } of { $sessions } attendances missed, by { $places } people with a place
places-expected-stored-all = runs of all offers: { $missed } of { $sessions } attendances missed, by { $places } people with a place
places-expected-unknown = cannot be told, so everybody is counted: { $places } people with a place are recorded
places-expected-fewest = A share is told from { $fewest } people with a place on: with fewer, one person more or less changes it by more than 3 %.
places-moves = Who would be asked to move
places-moves-weight = Nobody moves because another run suits somebody better, only where it is needed. Between those who could move, less than a week’s notice weighs as much as eight people with four weeks or more, less than two weeks as four, less than four weeks as two: a local choice.
places-moves-capped = There are so many people here that a move may weigh less than all that it saves in preference.
places-column-notice = days of notice
places-column-gives = gives
places-letter-moved = You have a place in “{ $course }”, which starts on { $starts }. We would like to ask whether you can take another place instead:
places-letter-moved-to = “{ $course }”, which starts on { $starts }
places-letter-lost = You have a place in “{ $course }”, which starts on { $starts }. Few have signed up, and it is not certain that it will be held. We have no other place for you yet.
places-letter-full-cancelled = There is no place for you yet. The courses that would suit you are full, or few have signed up and it is not certain that they will be held.
places-more-seats = What more seats would reach
places-more-none = In no run would one more seat serve somebody who has none.
places-column-waiting = without a place, could go there
places-column-further = one more run like it
places-column-further-classes = of whom
places-column-further-moves = would move
places-more-served = { $places } places would serve { $served } more
places-more-class = { $count } of class { $class }
places-more-moves = { $count ->
    [one] { $count } person would move
   *[other] { $count } people would move
}
places-more-by-itself = Each row stands by itself: two together may serve fewer than both. A further run is taken to suit the same people as well as the run in the row.
places-more-groups = Minimum groups settle who would move, so that is not told here; how many would be served holds for the runs that are held.
places-more-left-out = { $count ->
    [one] One more run is left out here: fewer people without a place could go there.
   *[other] { $count } more runs are left out here: fewer people without a place could go there.
}
places-reserved = Seats that are kept for some
places-column-reserved-for = for whom
places-column-reserved-seats = seats kept
places-column-next-reserved = one more such seat
places-column-reserved-state = are they kept?
places-reserved-kept = yes
places-reserved-until = until { $until }
places-reserved-fewer = yes; the desk says { $stated }, and the others are promised already or are not there
places-reserved-passed = no: kept until { $until }, now open to all
places-reserved-for-nobody = no: no municipality of theirs is known
places-reserved-no-seats = no: the run states no seats
places-reserved-both = The people for whom seats are kept may have the other seats too. A kept seat that none of them takes stays free until the last day has passed.
places-reserved-home-unknown = { $count ->
    [one] Of { $count } person who could go there it is not known where they live; they have no kept seat.
   *[other] Of up to { $count } people who could go to one of these runs it is not known where they live; they have no kept seat.
}
places-together = Relatives who come with the patient
places-together-parties = Relatives who want to come with the patient: { $wanted }. Parties that are placed in one run or not at all: { $parties }; of them { $placed } would have a place. A party stands where its patient stands, and counts once.
places-together-proven = That no other placement serves parties that stand earlier, or the same at less cost, is proven.
places-together-bound = The search for where parties go was given up. For the first { $people } people in the order it is proven who gets a place; after them another placement may serve more.
places-together-patient-has-place = { $count ->
    [one] { $count } relative was considered for the run in which the patient has a place, and for no other.
   *[other] { $count } relatives were considered for the runs in which the patients have a place, and for no others.
}
places-together-relative-has-place = { $count ->
    [one] { $count } relative has a place already, and the patient is placed alone.
   *[other] { $count } relatives have a place already, and the patients are placed alone.
}
places-together-no-common-run = { $count ->
    [one] For { $count } relative no run would do that would do for the patient too; both are placed alone.
   *[other] For { $count } relatives no run would do that would do for the patient too; they are placed alone.
}
places-together-patient-not-placed = { $count ->
    [one] For { $count } relative the patient does not wait, or their class cannot be told; the relative is placed alone.
   *[other] For { $count } relatives the patient does not wait, or their class cannot be told; the relatives are placed alone.
}
places-together-too-many = { $count } relatives want to come in parties of more than six; they are placed alone.
places-together-apart = { $count ->
    [one] { $count } relative would have a place in a run that the patient would leave: ask them before anybody moves.
   *[other] { $count } relatives would have a place in a run that the patient would leave: ask them before anybody moves.
}
places-together-stay = Those who come together stay where they are here, so the seat is for somebody who comes alone.
places-after-deadline = starts after the deadline on the referral
places-after-deadline-unknown = whether it starts by the deadline cannot be told: the deadline is not known
places-only-after-deadline = every run that would do starts after the deadline on the referral
places-after-deadline-count = { $count ->
    [one] { $count } person would have a place that starts after the deadline on the referral.
   *[other] { $count } people would have places that start after the deadline on the referral.
}
places-only-after-deadline-count = { $count ->
    [one] For { $count } person without a place every run that would do starts after the deadline on the referral.
   *[other] For { $count } people without a place every run that would do starts after the deadline on the referral.
}
places-after-deadline-unknown-count = { $count ->
    [one] Of { $count } person with a place it is not known whether it starts by the deadline.
   *[other] Of { $count } people with a place it is not known whether it starts by the deadline.
}
places-letter-after-deadline = The course starts after the deadline on your referral. You may take the place all the same. Tell us if you cannot wait that long, and talk with whoever referred you.
places-letter-only-after-deadline = The courses that would suit you start after the deadline on your referral. Talk with whoever referred you.
places-ask-clinic = the clinic that referred { $person }
places-ask-centre = the centre’s own lists
places-ask-run-ages = for which ages the course is
places-ask-run-group = for which target group the course is
places-ask-run-role = for whom the course is: patients, relatives or both
places-ask-run-referral = whether a referral is needed
places-ask-run-reach = how far the course reaches
places-ask-run-way = where the course is held, or how long the way there is
places-ask-run-language = in which language the course is held
places-ask-run-times = on which days and at which times the sessions are
places-ask-travel-limit = the municipality of residence, or how long a way can be managed
places-ask-languages = in which languages a course can be followed
places-ask-times = which days and times would do
places-ask-deadline = the deadline on the referral
places-ask-referred-on = the day of the referral
places-letter-ask-clinic = Before we can say whether there is a place for you, we need to know this from whoever referred you:
places-letter-ask-day = You may stand earlier once we know this from whoever referred you:
places-parted = These want to come together, and would be in different runs, or only one of them would have a place: ask them before they are told.
places-column-patient = patient
places-column-patient-in = patient’s run
places-column-relative = relative
places-column-relative-in = relative’s run
places-wish-groups = a course for the target group
places-person-wish = { $person } ({ $wish })
places-wishes = { $count ->
    [one] { $count } person waits for several courses. Each stands in the order by its own referral, and is counted as one more person.
   *[other] { $count } people wait for several courses. Each course stands in the order by its own referral, and is counted as one more person.
}
places-overlaps = These would have two places whose sessions may lie at the same time: ask them which they want before they are told.
places-column-other-run = other run
places-compare = Without a place, by other ways to give places
places-compare-whom = Counted are those who had no place before, whose class is told, and for whom some run would do, from the same answers of the rules.
places-compare-ways = Order of referral: each takes the free run that suits best, whatever the class. One by one: the same in the order of this proposal. Deferred acceptance: each asks for the run that suits best, and runs keep those who stand first. These three move nobody so that somebody else has a place, and look at no minimum group and at nobody who wants to come together.
places-way-fair-order = by the order
places-way-cost = by what suits within a class
places-way-arrival = order of referral
places-way-greedy = one by one
places-way-deferred-acceptance = deferred acceptance
places-column-group = group
places-group-everybody = all
places-group-class = class { $class }
places-group-under-30 = nearest course less than 30 minutes away, or digital
places-group-from-30 = 30 to 59 minutes
places-group-from-60 = 60 to 119 minutes
places-group-from-120 = 120 minutes and more
places-group-way-unknown = the way is not known
places-group-norwegian = follow Norwegian
places-group-other-language = follow other languages only
places-group-language-unknown = the language is not known
places-more-hop = class { $class }: { $from } → { $to }
places-more-last-hop = class { $class }: without a place → { $to }
places-blocked = Why people have no place
places-blocked-whom = People of one class for whom the same runs would do stand together. What comes before is what puts the last one who got a place there, directly or by moves of others, before the first of them. Those who come together are not among them: they wait for a run with seats for all.
places-blocked-left-out = { $count ->
    [one] { $count } more person without a place is left out here.
   *[other] { $count } more people without a place are left out here.
}
places-blocked-no-seats = would be cancelled, or has no seat for them
places-blocked-no-class = { $count } whose class cannot be told
places-blocked-kept = { $count } seats are kept for others
places-column-blocking = would do
places-column-full-of = full of
places-column-before-by = they come before by
places-before-holds = the place that they have already
places-before-class = an earlier class
places-before-deadline = the deadline
places-before-waiting = the wait
places-before-patient = being patients
places-before-draw = the draw
places-before-cost = what suits
