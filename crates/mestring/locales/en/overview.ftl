# Who offers what, to whom, at which level.
overview-title = Overview: target groups and levels
overview-no-area = The desk lists no municipalities of the area, so every offer counts as in reach of it.
overview-no-offers = The desk lists no offers.
overview-column-group = target group
overview-group-unknown = target group not known
overview-level-unknown = level not known
overview-established = { $count } established
overview-planned = { $count } planned
overview-starting-up = { $count } starting up
overview-state-not-stated = { $count }, status not stated
overview-discontinued = { $count } discontinued
overview-outside = { $count } outside the area
overview-reach-unknown = { $count }, reach not known
overview-none-confirmed = none, confirmed by { $of ->
    [one] the only { $who }
   *[other] all { $of } { $who }
}, oldest answer { $date }
overview-none-partly = none, confirmed by { $none } of { $of } { $who }{ $others ->
    [0] {""}
    [one] { " " }and { $others } other
   *[other] { " " }and { $others } others
}, { $date }
overview-none-nobody-to-ask = none, answered { $others }, { $date }; the desk lists no { $who } to ask
overview-answer-not-entered = answered { $date }, not entered
overview-not-asked = not asked
overview-levels-silent = No offers, and nobody was asked: { $levels }.
overview-places = { $inside ->
    [one] { $inside } offer is
   *[other] { $inside } offers are
} in reach of the area, { $outside } outside it, and of { $unknown } the reach is not known.
overview-derived = The target group is stated for { $stated ->
    [one] { $stated } offer
   *[other] { $stated } offers
}, derived from title, topic and audience for { $derived }, and not known for { $none }.
overview-sources = Sources: { $stated } with a date, { $missing } without. Half are at most { $median ->
    [one] { $median } day
   *[other] { $median } days
} old, the oldest { $oldest }. { $old ->
    [one] { $old } is
   *[other] { $old } are
} older than { $limit } days.
overview-listing-years = Pages: { $stated } with a year, { $missing } without. Half are at most { $median ->
    [one] { $median } year
   *[other] { $median } years
} old, the oldest { $oldest }. { $old ->
    [one] { $old } is
   *[other] { $old } are
} certainly older than twelve months (more than { $limit } calendar year back).
overview-way-in = The way in is complete for { $complete } of { $offers ->
    [one] { $offers } offer
   *[other] { $offers } offers
}: whether a referral is needed is known for { $referral }, a date for { $dates }, a page for { $page }.
overview-fill-title = How much is known of the offers
overview-fill-bounds = Shares are bounds: the least if every silent row means no, the most if every silent row means yes.
overview-column-fact = fact
overview-column-stated = stated
overview-column-asked-unknown = asked, not known
overview-column-silent = not stated
overview-column-share = share with yes
overview-share = { $lower }–{ $upper } %
overview-no-answer = asked { $date }, no answer ({ $asked } of { $of } { $who } asked)
overview-answers = answered: { $answered } of { $of } { $who }, { $none } with none
overview-contradicted = { $count ->
    [one] CONFLICT: { $count } answer of none, and the same organisation has an offer here
   *[other] CONFLICT: { $count } answers of none, and the same organisations have offers here
}
overview-who-specialist = { $count ->
    [one] hospital or centre
   *[other] hospitals and centres
}
overview-who-municipal = { $count ->
    [one] municipality
   *[other] municipalities
}
overview-who-voluntary = { $count ->
    [one] user organisation
   *[other] user organisations
}
overview-who-private = { $count ->
    [one] private provider
   *[other] private providers
}
overview-who-interlevel = { $count ->
    [one] municipality or hospital
   *[other] municipalities and hospitals
}
overview-to-ask = An empty cell counts as confirmed only when all who are to be asked at its level have answered none. To be asked are: { $levels }.
overview-to-ask-level = { $level }: { $count } { $who }
overview-to-ask-unlisted = { $count ->
    [one] { $count } municipality of the area has no row among the organisations, so nobody can answer for it.
   *[other] { $count } municipalities of the area have no row among the organisations, so nobody can answer for them.
}
