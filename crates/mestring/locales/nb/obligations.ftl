# Plikter og løfter.
obligations-title = Forpliktelser
obligations-none = Arbeidsmappen har ingen forpliktelser.
obligations-counts = { $count ->
    [one] { $count } forpliktelse: { $statuses }.
   *[other] { $count } forpliktelser: { $statuses }.
}
obligations-status = { $status } ({ $count })
obligations-column-obligation = forpliktelse
obligations-column-kind = type
obligations-column-clause = sted
obligations-column-bound = hvem
obligations-column-due = neste dato
obligations-column-missing = hva som mangler
obligations-party = om { $party } har sluttet seg til
obligations-missed = ingen dokumentasjon for { $periods }
obligations-no-evidence = dokumentasjon på at det er gjort
obligations-recurrence = hvor ofte det skal gjøres
obligations-parties = om partene har sluttet seg til
obligations-record = ingen fører dokumentasjon, så det at ingenting er funnet, sier ingenting
obligations-unrecorded = For { $count } av { $of } har ingen sagt om det som blir gjort, blir dokumentert. Da sier det ingenting at ingenting er funnet. Skriv ja eller nei i kolonnen «{ $column }» i tabellen «{ $table }», og det som er gjort, i «{ $evidence }».
obligations-stands-in = { $agreement } (gjelder { $who })
obligations-no-agreement = Ingen avtale, lov eller plan er oppgitt
obligations-bound-parties = partene
obligations-bound-count = { $count } organisasjoner
obligations-passed = { $date }, passert
