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
cli-coverage-cases = { $pack }: døma når { $reached } av { $all } greiner og vilkår
cli-coverage-desk = { $pack }: postane i { $desk } når { $reached } av { $all } greiner og vilkår
cli-coverage-no-records = { $pack }: { $desk } har ingen postar som han vurderer
cli-coverage-failed = { $code }: ikkje noko svar om { $failed } av { $records } postar: { $why }
cli-not-looked-at = { $pack }: dekning, endringar og `--on` blir sett på når alle døma stemmer
cli-coverage-part = - { $file }:{ $line }:{ $column }: { $never }: { $text }
cli-never-tried = aldri prøvd: 0 av { $records }
cli-never-met = aldri oppfylt: 0 av { $tried }
cli-always-met = alltid oppfylt: { $tried } av { $tried }
cli-never-arm = dette tilfellet blir aldri valt: 0 av { $records }
cli-never-no-arm = aldri utan eit tilfelle som passar: 0 av { $records }
cli-never-stated = aldri oppgitt: 0 av { $tried }
cli-always-stated = alltid oppgitt: { $tried } av { $tried }
cli-changes = { $pack }: av { $all } små endringar merkar døma { $noticed }, { $excused } er unnskylde, { $survive } går upåakta
cli-change-survives = - { $file }:{ $line }:{ $column }: ingen døme merkar at `{ $from }` blir `{ $to }`: { $text }
cli-change-excused = - { $file }:{ $line }:{ $column }: at `{ $from }` blir `{ $to }`, er unnskyldt: { $because }
cli-in-pack = i regelpakken `{ $pack }`:
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
cli-written = Skrive: { $file }
cli-exported = { $workbook }: { $tables ->
    [one] { $tables } tabell
   *[other] { $tables } tabellar
}, { $rows ->
    [one] { $rows } rad
   *[other] { $rows } rader
}
cli-import-table = { $list }: blir lesen som tabellen { $table }
cli-import-no-table = { $list }: ingen tabell passar
cli-import-not-read = blir ikkje lesen
cli-import-all-named = { $list }: blir lesen som tabellen { $table }, alle { $count } overskriftene ved namn
cli-import-empty = { $count } ark utan rader er hoppa over.
cli-import-nothing = Ingenting kan takast inn, og ingenting er skrive.
cli-import-into = Ingenting er skrive. Sei med `--into` kva arbeidsmappe lista skal inn i.
cli-import-desk = Skrive i { $folder }
cli-import-desk-planned = Dette blir skrive i { $folder }
cli-import-new = { $folder } er ei ny arbeidsmappe
cli-import-new-planned = { $folder } blir ei ny arbeidsmappe
cli-imported = { $file }: { $added ->
    [one] { $added } rad
   *[other] { $added } rader
} lagde til, { $changed ->
    [one] { $changed } celle
   *[other] { $changed } celler
} endra
cli-import-planned = { $file }: { $added ->
    [one] { $added } rad
   *[other] { $added } rader
} blir lagde til, { $changed ->
    [one] { $changed } celle
   *[other] { $changed } celler
} blir endra
cli-import-by-name = Lese ved namn: { $names }{ $rest ->
    [0] .
   *[other] {" "}og { $rest } til.
}
cli-import-left = { $count ->
    [one] { $count } celle
   *[other] { $count } celler
} kom ikkje med i arbeidsmappa. { $file } tek vare på det lista seier, med grunnen: rett lista, og importer henne på nytt.
cli-import-left-planned = { $count ->
    [one] { $count } celle
   *[other] { $count } celler
} kjem ikkje med i arbeidsmappa. Grunnane står nedanfor. Med `--yes` tek { $file } vare på det lista seier.
cli-import-next = Neste: `mestring report { $folder }`
cli-import-not-yet = Ingenting er skrive enno. Stemmer dette, gi kommandoen på nytt med `--yes`. Er ei overskrift lesen som noko anna enn ho er, sei kva ho er med `--column "OVERSKRIFT=KOLONNE"`; `--column "OVERSKRIFT="` held henne utanfor.
cli-of = { $part } av { $whole }
cli-column-heading = overskrift
cli-column-column = kolonne
cli-column-how = kvifor
cli-column-unreadable = kan ikkje lesast
cli-column-sample = døme
cli-how-settled = bestemt av dykk
cli-how-name = namnet
cli-how-alias = eit anna namn
cli-how-part = del av overskrifta
cli-how-spelling = nesten same skrivemåte

cli-pack-fails = OBS: Regelpakken i { $pack } svarer ikkje slik døma hennar ventar, så det som følgjer, kan vere feil. Køyr `mestring rules test { $pack }`.

cli-not-looked-into = { $pack }: ikkje skript, så verken greiner eller endringar er sett på: { $plugins }
cli-page-written = Sida er skriven: { $file }
cli-script-interpreted = { $rule }: blir køyrd av tolken og er ikkje kompilert; svara er dei same, men kjem saktare: { $why } (linje { $line }, kolonne { $column })
cli-script-interpreted-whole = { $rule }: blir køyrd av tolken og er ikkje kompilert; svara er dei same, men kjem saktare: { $why }
cli-codes-questions = spørsmål, og det kommandoen blir beden om
cli-codes-desk = dataa til senteret
cli-codes-people = personar i kursrekkjer
cli-codes-frames = tabellar i Python og Rust
cli-codes-rules = reglar
cli-codes-files = filer, arbeidsbøker og avgjerdsloggar
cli-code-remedy = Kva som ville vore rett (på engelsk): { $remedy }
cli-code-more = { $code } er av typen { $severity } og gjeld: { $family }. Tydinga står på engelsk. `mestring rules explain-code` har ei liste over alle kodar; docs/reference/findings.md har alt som kan bli sagt under denne.
cli-codes-next = `mestring rules explain-code KODE` seier meir om éin; docs/reference/findings.md har det som ville vore rett, for kvar av dei. Tydingar som står på engelsk, finst berre på engelsk.
cli-no-settings = Ingenting vart svart på: desse innstillingane seier kva reglar og datoar som gjeld for arbeidsmappa.
cli-no-events = Ingenting vart svart på: kva som ville hendt, kan ikkje seiast ut frå desse hendingane.

# What a long work says on a terminal.
cli-progress-remedies = leitar etter det som ville gitt avslåtte kursrekkjer plass: { $done } av { $all }
cli-progress-plan = plasserer klasse { $done } av { $all }
cli-progress-digital = planlegg utan digitale måtar: klasse { $done } av { $all }
cli-progress-scarcity = leitar etter det som er knapt: { $done } av { $all }
