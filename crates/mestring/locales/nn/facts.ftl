# Opplysningar som reglar les, og einingar.
facts-yes = ja
facts-no = nei
facts-none = ingen
facts-not-stated = ikkje oppgitt
facts-unknown = spurt, ikkje kjent

unit-none = { $count }
unit-days = { $count ->
    [one] { $count } dag
   *[other] { $count } dagar
}
unit-years = { $count } år
unit-minutes = { $count } minutt
unit-months = { $count ->
    [one] { $count } månad
   *[other] { $count } månader
}
unit-runs = { $count ->
    [one] { $count } kursrekkje
   *[other] { $count } kursrekkjer
}
unit-persons = { $count ->
    [one] { $count } person
   *[other] { $count } personar
}
unit-sessions = { $count ->
    [one] { $count } samling
   *[other] { $count } samlingar
}
unit-seats = { $count ->
    [one] { $count } plass
   *[other] { $count } plassar
}
unit-pieces = { $count ->
    [one] { $count } dokumentasjon
   *[other] { $count } dokumentasjonar
}
unit-percent = { $count } %
unit-percent-text = { $amount } %
unit-kroner = { $amount } kr
unit-hours-text = { $amount } timar
unit-hours = { $count ->
    [one] { $count } time
   *[other] { $count } timar
}
