# Det kommandoen seier ved sida av resultatet.
cli-findings-hidden = { $count } av dei er ikkje viste her. `--all` viser alt.
cli-checked = { $pack }: { $errors } feil, { $warnings ->
    [one] { $warnings } åtvaring
   *[other] { $warnings } åtvaringar
}, { $notes ->
    [one] { $notes } merknad
   *[other] { $notes } merknader
}
cli-tested = { $pack }: { $cases ->
    [one] { $cases } døme
   *[other] { $cases } døme
}, { $failed } feila
cli-no-cases = { $pack }: ingen døme, så ingenting blei prøvd
cli-script-columnar = { $rule }: høgst { $operations ->
    [one] { $operations } operasjon
   *[other] { $operations } operasjonar
}, kan køyrast over kolonnar
cli-script-not-columnar = { $rule }: høgst { $operations ->
    [one] { $operations } operasjon
   *[other] { $operations } operasjonar
}, kan ikkje køyrast over kolonnar, for linje { $line } set saman ein tekst
cli-example-wrong = Feil:
cli-example-right = Rett:

cli-made = { $folder }: ei arbeidsmappe å byrje med, { $files } filer med { $packs ->
    [one] { $packs } regelpakke
   *[other] { $packs } regelpakkar
}. Alle rader er oppdikta: byt dei ut med dykkar eigne.
cli-made-next = Neste: `mestring report { $folder }`
cli-exported = { $workbook }: { $tables ->
    [one] { $tables } tabell
   *[other] { $tables } tabellar
}, { $rows ->
    [one] { $rows } rad
   *[other] { $rows } rader
}
cli-import-table = { $list }: blir lesen som tabellen { $table }
cli-import-no-table = { $list }: ingen tabell passar. Sei kva for ein med `--as`
cli-import-not-read = blir ikkje lesen
cli-import-kept = Ingenting er skrive i arbeidsmappa. Gjettinga ligg i { $mapping }: rett henne der, og importer på nytt med `--yes`.
cli-import-into = Ingenting er skrive. Sei med `--into` kva arbeidsmappe lista skal inn i.
cli-imported = { $file }: { $added ->
    [one] { $added } rad
   *[other] { $added } rader
} lagde til, { $changed ->
    [one] { $changed } celle
   *[other] { $changed } celler
} endra
cli-of = { $part } av { $whole }
cli-column-heading = overskrift
cli-column-column = kolonne
cli-column-how = kvifor
cli-column-unreadable = kan ikkje lesast
cli-column-sample = døme
cli-how-kept = avgjort før
cli-how-name = namnet
cli-how-alias = eit anna namn
cli-how-part = del av overskrifta
cli-how-spelling = nesten same skrivemåte

cli-pack-fails = OBS: Regelpakken i { $pack } svarer ikkje slik døma hennar ventar, så det som følgjer, kan vere feil. Køyr `mestring rules test { $pack }`.
