# Det hver rapport begynner og slutter med.
report-no-name = Arbeidsmappe uten navn
report-as-of = Per dato
report-packs = Regelpakker
report-seed = Startverdi for loddtrekning
report-sources = Kilder
report-sources-one-day = { $count } tilbud, lest { $last }; { $silent } uten dato
report-sources-days = { $count } tilbud, lest fra { $first } til { $last }; { $silent } uten dato
report-sources-undated = { $count } tilbud, ingen med dato
report-list-end = { $first } og { $last }
report-one-of-end = { $first } eller { $last }
report-period = { $from } til { $until }
report-left-out = { $count ->
    [one] { $count } til er utelatt her. `--all` viser den.
   *[other] { $count } til er utelatt her. `--all` viser dem.
}
report-origin-local = lokalt valg
report-cannot-tell = kan ikke avgjøres uten opplysning om { $missing }
report-could-be = { $told }; svaret kan være { $answers }
report-not-stated = ikke oppgitt: { $facts }
report-immaterial = ikke kjent, og gjør ingen forskjell: { $facts }
report-unknown = spurt, ikke kjent: { $facts }
report-assumed = { $fact }: { $value }, antatt siden ingen oppgir det

report-rests-on = Hva rapporten bygger på
report-rows = { $table } ({ $count ->
    [one] { $count } rad
   *[other] { $count } rader
})
report-illustrative = Oppdiktet for å vise hvordan systemet virker: { $tables }.
report-nothing-illustrative = Ingen rader er merket som oppdiktet.
report-nothing-missing = Ingen regel stanset fordi en opplysning mangler.
report-missing = { $count ->
    [one] Én opplysning mangler, og regler kunne ikke svare. Spør etter den.
   *[other] { $count } opplysninger mangler, og regler kunne ikke svare. Spør først etter dem som holder flest svar tilbake.
}
report-column-fact = opplysning som mangler
report-column-count = svar
report-column-blocked = hva den holder tilbake
report-blocked-rule = { $rule }: { $count ->
    [one] { $count } kursrekke
   *[other] { $count } kursrekker
}
report-blocked-format = foreslått form: { $count ->
    [one] { $count } kursrekke
   *[other] { $count } kursrekker
}
report-blocked-relation = forhold: { $count } par av tilbud
report-blocked-status = status: { $count ->
    [one] { $count } forpliktelse
   *[other] { $count } forpliktelser
}
report-findings = Funnet i dataene: { $errors } feil, { $warnings ->
    [one] { $warnings } advarsel
   *[other] { $warnings } advarsler
}, { $notes ->
    [one] { $notes } merknad
   *[other] { $notes } merknader
}.

report-plugin-because = { $plugin } { $version } sier: { $because }
report-plugin-impure = besvart av { $plugin } { $version }, som avhenger av mer enn disse opplysningene, så ingen kan etterprøve svaret
