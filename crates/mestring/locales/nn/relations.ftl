# Korleis tilbod står til kvarandre, og kva ein gjer med det.
relations-title = Tilbod side om side
relations-none = Det finst ikkje to tilbod å samanlikne.
relations-counts = { $count } par av tilbod: { $relations }.
relations-groups = Oppføringar som er eitt tilbod ({ $count })
relations-doubtful = { $count } par innanfor er vurdert annleis. Sjå på det før de slår saman.
relations-conflict = { $a } og { $b } ser ut til å vere eitt tilbod, men nokon har bestemt at { $c } og { $d } er to. Dei blir haldne frå kvarandre til nokon bestemmer.
relations-action = { $action } ({ $count })
relations-pair = { $a } og { $b }
relations-label-relation = Forhold
relations-label-why = Kvifor
relations-decided = bestemt av { $role } { $on }
relations-unused = { $count ->
    [one] { $count } avgjerd om tilbod blei ikkje brukt. Sjå JSON.
   *[other] { $count } avgjerder om tilbod blei ikkje brukte. Sjå JSON.
}
relations-kind-audience = deltakarar
relations-kind-catchment = opptaksområde
relations-kind-condition = tilstand
relations-kind-follow-up = oppfølging
relations-kind-format = form
relations-kind-format-variant = variant av forma
relations-kind-level = nivå
relations-kind-life-phase = livsfase
relations-kind-neighbour = naboområde
relations-kind-neighbour-time = naboområde, anna tid
relations-kind-neighbour-trust = naboføretak
relations-kind-patient-relative = pasient og pårørande
relations-kind-phase = fase i sjukdommen
relations-kind-programme = program
relations-kind-same-trust = same føretak
relations-kind-sibling-diagnosis = nærskyld diagnose
relations-kind-step = steg
relations-kind-theme = tema
relations-kind-time = tid
relations-kind-train-then-run = opplæring, deretter kurset
relations-counts-assumed = { $text } ({ $count } av dei berre dersom det ingen oppgir, er som gått ut frå)
relations-topics-from-titles = I { $count } par byggjer temaa på minst éin tittel, sidan rada ikkje oppgir tema.
relations-from-titles = lese ut av ein tittel, ikkje oppgitt: { $facts }
relations-action-assumed = { $action }, dersom det ingen oppgir, er som gått ut frå ({ $count })
relations-if = { $relation }, dersom { $conditions }; ingen oppgir det
relations-group-assumed = { $count } par som knyter dei saman, byggjer på noko ingen oppgir
