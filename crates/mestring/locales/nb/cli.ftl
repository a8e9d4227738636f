# Det kommandoen sier ved siden av resultatet.
cli-findings-hidden = { $count } av dem vises ikke her. `--all` viser alt.
cli-checked = { $pack }: { $errors } feil, { $warnings ->
    [one] { $warnings } advarsel
   *[other] { $warnings } advarsler
}, { $notes ->
    [one] { $notes } merknad
   *[other] { $notes } merknader
}
cli-tested = { $pack }: { $cases ->
    [one] { $cases } eksempel
   *[other] { $cases } eksempler
}, { $failed } feilet
cli-no-cases = { $pack }: ingen eksempler, så ingenting ble prøvd
cli-script-columnar = { $rule }: høyst { $operations ->
    [one] { $operations } operasjon
   *[other] { $operations } operasjoner
}, kan kjøres over kolonner
cli-script-not-columnar = { $rule }: høyst { $operations ->
    [one] { $operations } operasjon
   *[other] { $operations } operasjoner
}, kan ikke kjøres over kolonner, for linje { $line } setter sammen en tekst
cli-example-wrong = Feil:
cli-example-right = Riktig:

cli-made = { $folder }: en arbeidsmappe å begynne med, { $files } filer med { $packs ->
    [one] { $packs } regelpakke
   *[other] { $packs } regelpakker
}. Alle rader er oppdiktet: bytt dem ut med deres egne.
cli-made-next = Neste: `mestring report { $folder }`
cli-exported = { $workbook }: { $tables ->
    [one] { $tables } tabell
   *[other] { $tables } tabeller
}, { $rows ->
    [one] { $rows } rad
   *[other] { $rows } rader
}
cli-import-table = { $list }: leses som tabellen { $table }
cli-import-no-table = { $list }: ingen tabell passer. Si hvilken med `--as`
cli-import-not-read = leses ikke
cli-import-kept = Ingenting er skrevet i arbeidsmappen. Gjetningen ligger i { $mapping }: rett den der, og importer på nytt med `--yes`.
cli-import-into = Ingenting er skrevet. Si med `--into` hvilken arbeidsmappe listen skal inn i.
cli-imported = { $file }: { $added ->
    [one] { $added } rad
   *[other] { $added } rader
} lagt til, { $changed ->
    [one] { $changed } celle
   *[other] { $changed } celler
} endret
cli-of = { $part } av { $whole }
cli-column-heading = overskrift
cli-column-column = kolonne
cli-column-how = hvorfor
cli-column-unreadable = kan ikke leses
cli-column-sample = eksempel
cli-how-kept = avgjort før
cli-how-name = navnet
cli-how-alias = et annet navn
cli-how-part = del av overskriften
cli-how-spelling = nesten samme stavemåte

cli-pack-fails = OBS: Regelpakken i { $pack } svarer ikke slik eksemplene dens venter, så det som følger, kan være feil. Kjør `mestring rules test { $pack }`.
