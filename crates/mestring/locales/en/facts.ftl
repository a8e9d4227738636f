# Facts that rules read, and units.
facts-yes = yes
facts-no = no
facts-none = none
facts-not-stated = not stated
facts-unknown = asked, not known

unit-none = { $count }
unit-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
unit-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
unit-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
unit-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
unit-runs = { $count ->
    [one] { $count } run
   *[other] { $count } runs
}
unit-persons = { $count ->
    [one] { $count } person
   *[other] { $count } persons
}
unit-sessions = { $count ->
    [one] { $count } session
   *[other] { $count } sessions
}
unit-seats = { $count ->
    [one] { $count } seat
   *[other] { $count } seats
}
unit-pieces = { $count ->
    [one] { $count } piece
   *[other] { $count } pieces
}
unit-percent = { $count } %
unit-percent-text = { $amount } %
unit-kroner = NOK { $amount }
unit-hours-text = { $amount } hours
unit-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
