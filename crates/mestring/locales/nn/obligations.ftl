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
obligations-column-clause = stad
obligations-column-bound = kven
obligations-column-due = neste dato
obligations-column-missing = kva som manglar
obligations-party = om { $party } har slutta seg til
obligations-missed = ingen dokumentasjon for { $periods }
obligations-no-evidence = dokumentasjon på at det er gjort
obligations-recurrence = kor ofte det skal gjerast
obligations-parties = om partane har slutta seg til
obligations-record = ingen fører dokumentasjon, så det at ingenting er funne, seier ingenting
obligations-unrecorded = For { $count } av { $of } har ingen sagt om det som blir gjort, blir dokumentert. Då seier det ingenting at ingenting er funne. Skriv ja eller nei i kolonnen «{ $column }» i tabellen «{ $table }», og det som er gjort, i «{ $evidence }».
obligations-stands-in = { $agreement } (gjeld { $who })
obligations-no-agreement = Inga avtale, lov eller plan er oppgitt
obligations-bound-parties = partane
obligations-bound-count = { $count } organisasjonar
obligations-passed = { $date }, passert
