# Det kvar rapport byrjar og sluttar med.
report-no-name = Arbeidsmappe utan namn
report-as-of = Per dato
report-packs = Regelpakkar
report-seed = Startverdi for loddtrekking
report-sources = Kjelder
report-sources-one-day = { $count } tilbod, lesne { $last }; { $silent } utan dato
report-sources-days = { $count } tilbod, lesne frå { $first } til { $last }; { $silent } utan dato
report-sources-undated = { $count } tilbod, ingen med dato
report-list-end = { $first } og { $last }
report-one-of-end = { $first } eller { $last }
report-period = { $from } til { $until }
report-left-out = { $count ->
    [one] { $count } til er utelaten her. `--all` viser han.
   *[other] { $count } til er utelatne her. `--all` viser dei.
}
report-origin-local = lokalt val
report-cannot-tell = kan ikkje avgjerast utan opplysning om { $missing }
report-could-be = { $told }; svaret kan vere { $answers }
report-not-stated = ikkje oppgitt: { $facts }
report-immaterial = ikkje kjent, og gjer ingen skilnad: { $facts }
report-unknown = spurt, ikkje kjent: { $facts }
report-assumed = { $fact }: { $value }, gått ut frå sidan ingen oppgir det

report-rests-on = Kva rapporten byggjer på
report-rows = { $table } ({ $count ->
    [one] { $count } rad
   *[other] { $count } rader
})
report-illustrative = Oppdikta for å vise korleis systemet verkar: { $tables }.
report-nothing-illustrative = Ingen rader er merkte som oppdikta.
report-nothing-missing = Ingen regel stansa fordi ei opplysning manglar.
report-missing = { $count ->
    [one] Éi opplysning manglar, og reglar kunne ikkje svare. Spør etter henne.
   *[other] { $count } opplysningar manglar, og reglar kunne ikkje svare. Spør først etter dei som held flest svar tilbake.
}
report-column-fact = opplysning som manglar
report-column-count = svar
report-column-blocked = kva ho held tilbake
report-blocked-rule = { $rule }: { $count ->
    [one] { $count } kursrekkje
   *[other] { $count } kursrekkjer
}
report-blocked-format = føreslått form: { $count ->
    [one] { $count } kursrekkje
   *[other] { $count } kursrekkjer
}
report-blocked-relation = forhold: { $count } par av tilbod
report-blocked-status = status: { $count ->
    [one] { $count } plikt
   *[other] { $count } plikter
}
report-findings = Funne i dataa: { $errors } feil, { $warnings ->
    [one] { $warnings } åtvaring
   *[other] { $warnings } åtvaringar
}, { $notes ->
    [one] { $notes } merknad
   *[other] { $notes } merknader
}.

report-plugin-because = { $plugin } { $version } seier: { $because }
report-plugin-impure = svara på av { $plugin } { $version }, som kjem an på meir enn desse opplysningane, så ingen kan etterprøve svaret
