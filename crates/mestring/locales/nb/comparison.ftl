# Hva som endres når andre regler tar plassen til dem som er i bruk, og hva en sperre finner.
comparison-title = Hva de nye reglene ville endre
comparison-nothing-takes-effect = Ingenting trer i kraft her. Dette viser hva reglene ville svare.
comparison-nobody-decided = Begge rekkefølgene er forslag. Ingen har vedtatt dem.
comparison-packs = Regelpakkene som er sammenlignet
comparison-column-kind = avgjør
comparison-cases = { $cases ->
    [0] ingen eksempler, så ingenting ble prøvd
    [one] { $cases } eksempel, { $failed } feilet
   *[other] { $cases } eksempler, { $failed } feilet
}
comparison-only-before = Bare blant de gamle regelpakkene, og derfor ikke sammenlignet: { $packs }.
comparison-only-after = Bare blant de nye regelpakkene, og derfor ikke sammenlignet: { $packs }.
comparison-case-fails = { $pack }: { $file }: { $case }
comparison-from-to = { $before } → { $after }
comparison-none = ingenting
comparison-text = Teksten i reglene: { $pack }
comparison-same-text = De to regelpakkene har samme tekst.
comparison-version-kept = OBS: Teksten er endret, men versjonen er fortsatt { $version }. Gi den nye regelpakken sin egen versjon i pack.toml, så det går an å skille dem.
comparison-criterion-new = kriteriet `{ $name }` er nytt, som nummer { $at }
comparison-criterion-gone = kriteriet `{ $name }` er borte; det var nummer { $at }
comparison-criterion-moved = kriteriet `{ $name }` flyttes fra nummer { $before } til nummer { $after }
comparison-criterion-rewritten = skriptet til `{ $name }` er endret
comparison-parameter-from = { $name } fra { $from }: { $change }
comparison-parameter-between = { $name } fra { $from } til og med { $until }: { $change }
comparison-later-days = Alle svar her gjelder { $as_of }. { $days } får reglene andre verdier, trer i kraft eller går ut, og ingenting her sier hva som endres da. Spør på nytt med { $ask }.
comparison-file = { $file } (+{ $added } −{ $removed } linjer)
comparison-files = Filer som er ulike: { $files }.
comparison-placed = Får plass: { $before } før, { $after } etter. { $gained ->
    [one] { $gained } kursrekke vinner plass
   *[other] { $gained } kursrekker vinner plass
}, { $lost ->
    [one] { $lost } mister plassen.
   *[other] { $lost } mister plassen.
}
comparison-losers = Hva kursrekkene som mister plassen, mangler
comparison-effects = Virkning for grupper
comparison-effects-note = Alt unntatt plasser og forventede deltakere teller kursrekker, ikke personer. En kursrekke som hører til flere grupper, teller med i hver av dem. Hvor mange numre kursrekkene går opp eller ned i rekkefølgen, er lagt sammen. For plasser og deltakere betyr et pluss at noen kursrekker ikke oppgir tallet, og et spørsmålstegn at ingen gjør det.
comparison-effect-by = Etter { $dimension }
comparison-by-target-group = målgruppe
comparison-by-organiser = arrangør
comparison-by-lender = hvem som låner ut kursholdere
comparison-by-municipality = kommune
comparison-by-level = nivå
comparison-by-change = Hvor mange som endres fra hva til hva
comparison-groups-read = { $count ->
    [one] Målgruppene til { $count } kursrekke er vår lesning
   *[other] Målgruppene til { $count } av { $runs } kursrekker er vår lesning
}: ingen rad oppgir dem.
comparison-column-runs = ønskede kursrekker
comparison-column-placed = får plass
comparison-column-gained = vinner
comparison-column-lost = mister
comparison-column-seats = plasser
comparison-column-expected = forventede deltakere
comparison-column-risen = opp i rekken
comparison-column-fallen = ned i rekken
comparison-column-pairs = par
comparison-column-offers = tilbud
comparison-column-obligations = forpliktelser
comparison-all-runs = alle ønskede kursrekker
comparison-everyone = hele landet
comparison-effect-none = Ingen gruppe endres.
comparison-unchanged = { $count ->
    [one] { $count } gruppe
   *[other] { $count } grupper
} uten endring er utelatt. `--all` viser alt.
comparison-answers = Hva reglene svarer: { $pack } ({ $kind })
comparison-answers-none = Ingen svar endres ({ $runs ->
    [one] { $runs } kursrekke
   *[other] { $runs } kursrekker
}).
comparison-answers-counts = { $changed } av { $runs } svar endres. Kan ikke avgjøres: { $before } før, { $after } etter.
comparison-rule-new = Bare den nye regelpakken har denne regelen.
comparison-rule-gone = Bare den gamle regelpakken har denne regelen.
comparison-relations-counts = { $changed ->
    [one] { $changed } av { $pairs } par endres
   *[other] { $changed } av { $pairs } par endres
}. Kan ikke avgjøres: { $before } før, { $after } etter.
comparison-merged = Tilbud som blir til ett ({ $count })
comparison-split = Tilbud som skilles ({ $count })
comparison-pairs = Par som endres
comparison-obligations-counts = { $changed ->
    [one] { $changed } av { $obligations } forpliktelser endres
   *[other] { $changed } av { $obligations } forpliktelser endres
}. Kan ikke avgjøres: { $before } før, { $after } etter.
comparison-statuses = Forpliktelser som endres
comparison-gate = Hva som ikke må skje
comparison-gate-passed = «{ $phrase }»: skjer ikke. Så på { $records }.
comparison-gate-broken = «{ $phrase }»: skjer { $broken ->
    [one] { $broken } gang
   *[other] { $broken } ganger
}. Så på { $records }:
comparison-gate-nothing = «{ $phrase }»: så på { $records }. Når det ikke er noe å se på, blir ingenting passet på, så dette er ikke bestått.
comparison-gate-unsure = Om { $count } av dem kan det ikke avgjøres om de oppfyller kriteriet. De er med som om de gjør det.
comparison-gate-doubt = { $what }: kan ikke avgjøres sikkert
comparison-gate-runs = { $count ->
    [one] { $count } kursrekke
   *[other] { $count } kursrekker
}
comparison-gate-answers = { $count ->
    [one] { $count } svar
   *[other] { $count } svar
}
comparison-gate-pairs = { $count ->
    [one] { $count } par av tilbud
   *[other] { $count } par av tilbud
}
comparison-gate-obligations = { $count ->
    [one] { $count } forpliktelse
   *[other] { $count } forpliktelser
}
