# Opplysninger som regler leser, og enheter.
facts-yes = ja
facts-no = nei
facts-none = ingen
facts-not-stated = ikke oppgitt
facts-unknown = spurt, ikke kjent

unit-none = { $count }
unit-days = { $count ->
    [one] { $count } dag
   *[other] { $count } dager
}
unit-years = { $count } år
unit-minutes = { $count ->
    [one] { $count } minutt
   *[other] { $count } minutter
}
unit-months = { $count ->
    [one] { $count } måned
   *[other] { $count } måneder
}
unit-runs = { $count ->
    [one] { $count } kursrekke
   *[other] { $count } kursrekker
}
unit-persons = { $count ->
    [one] { $count } person
   *[other] { $count } personer
}
unit-sessions = { $count ->
    [one] { $count } samling
   *[other] { $count } samlinger
}
unit-seats = { $count ->
    [one] { $count } plass
   *[other] { $count } plasser
}
unit-pieces = { $count ->
    [one] { $count } dokumentasjon
   *[other] { $count } dokumentasjoner
}
unit-percent = { $count } %
unit-percent-text = { $amount } %
unit-kroner = { $amount } kr
unit-hours-text = { $amount } timer
unit-hours = { $count ->
    [one] { $count } time
   *[other] { $count } timer
}
