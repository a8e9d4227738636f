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
obligations-column-source = står i
obligations-column-due = neste dato
obligations-column-missing = hva som mangler
obligations-party = om { $party } har sluttet seg til
obligations-missed = ingen dokumentasjon for { $periods }
obligations-no-evidence = dokumentasjon på at det er gjort
obligations-record = om det føres dokumentasjon
