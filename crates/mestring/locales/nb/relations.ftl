# Hvordan tilbud forholder seg til hverandre, og hva som gjøres med det.
relations-title = Tilbud side om side
relations-none = Det finnes ikke to tilbud å sammenligne.
relations-counts = { $count } par av tilbud: { $relations }.
relations-groups = Oppføringer som er ett tilbud ({ $count })
relations-doubtful = { $count } par innenfor er vurdert annerledes. Se på det før dere slår sammen.
relations-conflict = { $a } og { $b } ser ut til å være ett tilbud, men noen har bestemt at { $c } og { $d } er to. De holdes fra hverandre til noen bestemmer.
relations-action = { $action } ({ $count })
relations-pair = { $a } og { $b }
relations-label-relation = Forhold
relations-label-why = Hvorfor
relations-decided = bestemt av { $role } { $on }
relations-unused = { $count ->
    [one] { $count } avgjørelse om tilbud ble ikke brukt. Se JSON.
   *[other] { $count } avgjørelser om tilbud ble ikke brukt. Se JSON.
}
relations-kind-audience = deltakere
relations-kind-catchment = opptaksområde
relations-kind-condition = tilstand
relations-kind-follow-up = oppfølging
relations-kind-format = form
relations-kind-format-variant = variant av formen
relations-kind-level = nivå
relations-kind-life-phase = livsfase
relations-kind-neighbour = naboområde
relations-kind-neighbour-time = naboområde, annen tid
relations-kind-neighbour-trust = naboforetak
relations-kind-patient-relative = pasient og pårørende
relations-kind-phase = fase i sykdommen
relations-kind-programme = program
relations-kind-same-trust = samme foretak
relations-kind-sibling-diagnosis = beslektet diagnose
relations-kind-step = trinn
relations-kind-theme = tema
relations-kind-time = tid
relations-kind-train-then-run = opplæring, deretter kurset
relations-counts-assumed = { $text } ({ $count } av dem bare hvis det ingen oppgir, er som antatt)
relations-topics-from-titles = I { $count } par bygger temaene på minst én tittel, siden raden ikke oppgir tema.
relations-from-titles = lest ut av en tittel, ikke oppgitt: { $facts }
relations-action-assumed = { $action }, hvis det ingen oppgir, er som antatt ({ $count })
relations-if = { $relation }, hvis { $conditions }; ingen oppgir det
relations-group-assumed = { $count } par som knytter dem sammen, bygger på noe ingen oppgir
