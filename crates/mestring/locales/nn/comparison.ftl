# Kva som blir endra når andre reglar tek plassen til dei som er i bruk, og kva ei sperre finn.
comparison-title = Kva dei nye reglane ville endre
comparison-nothing-takes-effect = Ingenting tek til å gjelde her. Dette viser kva reglane ville svare.
comparison-nobody-decided = Begge rekkjefølgjene er framlegg. Ingen har vedteke dei.
comparison-packs = Regelpakkane som er samanlikna
comparison-column-kind = avgjer
comparison-cases = { $cases ->
    [0] ingen døme, så ingenting blei prøvd
    [one] { $cases } døme, { $failed } feila
   *[other] { $cases } døme, { $failed } feila
}
comparison-only-before = Berre blant dei gamle regelpakkane, og difor ikkje samanlikna: { $packs }.
comparison-only-after = Berre blant dei nye regelpakkane, og difor ikkje samanlikna: { $packs }.
comparison-case-fails = { $pack }: { $file }: { $case }
comparison-from-to = { $before } → { $after }
comparison-none = ingenting
comparison-text = Teksten i reglane: { $pack }
comparison-same-text = Dei to regelpakkane har same teksten.
comparison-version-kept = OBS: Teksten er endra, men versjonen er framleis { $version }. Gi den nye regelpakken sin eigen versjon i pack.toml, så det går an å skilje dei.
comparison-criterion-new = kriteriet `{ $name }` er nytt, som nummer { $at }
comparison-criterion-gone = kriteriet `{ $name }` er borte; det var nummer { $at }
comparison-criterion-moved = kriteriet `{ $name }` blir flytta frå nummer { $before } til nummer { $after }
comparison-criterion-rewritten = skriptet til `{ $name }` er endra
comparison-parameter-from = { $name } frå { $from }: { $change }
comparison-parameter-between = { $name } frå { $from } til og med { $until }: { $change }
comparison-later-days = Alle svar her gjeld { $as_of }. { $days } får reglane andre verdiar, blir sette i kraft eller går ut, og ingenting her seier kva som blir endra då. Spør på nytt med { $ask }.
comparison-file = { $file } (+{ $added } −{ $removed } linjer)
comparison-files = Filer som er ulike: { $files }.
comparison-placed = Får plass: { $before } før, { $after } etter. { $gained ->
    [one] { $gained } kursrekkje vinn plass
   *[other] { $gained } kursrekkjer vinn plass
}, { $lost ->
    [one] { $lost } mistar plassen.
   *[other] { $lost } mistar plassen.
}
comparison-losers = Kva kursrekkjene som mistar plassen, manglar
comparison-effects = Verknad for grupper
comparison-effects-note = Alt utanom plassar og forventa deltakarar tel kursrekkjer, ikkje personar. Ei kursrekkje som høyrer til fleire grupper, tel med i kvar av dei. Kor mange nummer kursrekkjene går opp eller ned i rekkjefølgja, er lagt saman. For plassar og deltakarar tyder eit pluss at nokre kursrekkjer ikkje oppgir talet, og eit spørjeteikn at ingen gjer det.
comparison-effect-by = Etter { $dimension }
comparison-by-target-group = målgruppe
comparison-by-organiser = arrangør
comparison-by-lender = kven som låner ut kurshaldarar
comparison-by-municipality = kommune
comparison-by-level = nivå
comparison-by-change = Kor mange som blir endra frå kva til kva
comparison-groups-read = { $count ->
    [one] Målgruppene til { $count } kursrekkje er vår lesnad
   *[other] Målgruppene til { $count } av { $runs } kursrekkjer er vår lesnad
}: inga rad oppgir dei.
comparison-column-runs = ønskte kursrekkjer
comparison-column-placed = får plass
comparison-column-gained = vinn
comparison-column-lost = mistar
comparison-column-seats = plassar
comparison-column-expected = forventa deltakarar
comparison-column-risen = opp i rekkja
comparison-column-fallen = ned i rekkja
comparison-column-pairs = par
comparison-column-offers = tilbod
comparison-column-obligations = plikter
comparison-all-runs = alle ønskte kursrekkjer
comparison-everyone = heile landet
comparison-effect-none = Inga gruppe blir endra.
comparison-unchanged = { $count ->
    [one] { $count } gruppe
   *[other] { $count } grupper
} utan endring er utelatne. `--all` viser alt.
comparison-answers = Kva reglane svarar: { $pack } ({ $kind })
comparison-answers-none = Ingen svar blir endra ({ $runs ->
    [one] { $runs } kursrekkje
   *[other] { $runs } kursrekkjer
}).
comparison-answers-counts = { $changed } av { $runs } svar blir endra. Kan ikkje avgjerast: { $before } før, { $after } etter.
comparison-rule-new = Berre den nye regelpakken har denne regelen.
comparison-rule-gone = Berre den gamle regelpakken har denne regelen.
comparison-relations-counts = { $changed ->
    [one] { $changed } av { $pairs } par blir endra
   *[other] { $changed } av { $pairs } par blir endra
}. Kan ikkje avgjerast: { $before } før, { $after } etter.
comparison-merged = Tilbod som blir til eitt ({ $count })
comparison-split = Tilbod som blir skilde ({ $count })
comparison-pairs = Par som blir endra
comparison-obligations-counts = { $changed ->
    [one] { $changed } av { $obligations } plikter blir endra
   *[other] { $changed } av { $obligations } plikter blir endra
}. Kan ikkje avgjerast: { $before } før, { $after } etter.
comparison-statuses = Plikter som blir endra
comparison-gate = Kva som ikkje må skje
comparison-gate-passed = «{ $phrase }»: skjer ikkje. Såg på { $records }.
comparison-gate-broken = «{ $phrase }»: skjer { $broken ->
    [one] { $broken } gong
   *[other] { $broken } gonger
}. Såg på { $records }:
comparison-gate-nothing = «{ $phrase }»: såg på { $records }. Når det ikkje er noko å sjå på, blir ingenting passa på, så dette er ikkje bestått.
comparison-gate-unsure = Om { $count } av dei kan det ikkje avgjerast om dei oppfyller kriteriet. Dei er med som om dei gjer det.
comparison-gate-doubt = { $what }: kan ikkje avgjerast sikkert
comparison-gate-runs = { $count ->
    [one] { $count } kursrekkje
   *[other] { $count } kursrekkjer
}
comparison-gate-answers = { $count ->
    [one] { $count } svar
   *[other] { $count } svar
}
comparison-gate-pairs = { $count ->
    [one] { $count } par av tilbod
   *[other] { $count } par av tilbod
}
comparison-gate-obligations = { $count ->
    [one] { $count } plikt
   *[other] { $count } plikter
}
