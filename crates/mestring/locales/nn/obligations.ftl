# Plikter og lovnader.
obligations-title = Plikter
obligations-none = Arbeidsmappa har ingen plikter.
obligations-counts = { $count ->
    [one] { $count } plikt: { $statuses }.
   *[other] { $count } plikter: { $statuses }.
}
obligations-status = { $status } ({ $count })
obligations-column-obligation = plikt
obligations-column-kind = type
obligations-column-source = står i
obligations-column-due = neste dato
obligations-column-missing = kva som manglar
obligations-party = om { $party } har slutta seg til
obligations-missed = ingen dokumentasjon for { $periods }
obligations-no-evidence = dokumentasjon på at det er gjort
obligations-record = om det blir ført dokumentasjon
