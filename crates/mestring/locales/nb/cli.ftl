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
cli-coverage-cases = { $pack }: eksemplene når { $reached } av { $all } grener og vilkår
cli-coverage-desk = { $pack }: postene i { $desk } når { $reached } av { $all } grener og vilkår
cli-coverage-no-records = { $pack }: { $desk } har ingen poster som den vurderer
cli-coverage-failed = { $code }: ikke noe svar om { $failed } av { $records } poster: { $why }
cli-not-looked-at = { $pack }: dekning, endringer og `--on` blir sett på når alle eksemplene stemmer
cli-coverage-part = - { $file }:{ $line }:{ $column }: { $never }: { $text }
cli-never-tried = aldri prøvd: 0 av { $records }
cli-never-met = aldri oppfylt: 0 av { $tried }
cli-always-met = alltid oppfylt: { $tried } av { $tried }
cli-never-arm = dette tilfellet blir aldri valgt: 0 av { $records }
cli-never-no-arm = aldri uten et tilfelle som passer: 0 av { $records }
cli-never-stated = aldri oppgitt: 0 av { $tried }
cli-always-stated = alltid oppgitt: { $tried } av { $tried }
cli-changes = { $pack }: av { $all } små endringer merker eksemplene { $noticed }, { $excused } er unnskyldt, { $survive } går upåaktet
cli-change-survives = - { $file }:{ $line }:{ $column }: ingen eksempler merker at `{ $from }` blir `{ $to }`: { $text }
cli-change-excused = - { $file }:{ $line }:{ $column }: at `{ $from }` blir `{ $to }`, er unnskyldt: { $because }
cli-in-pack = i regelpakken `{ $pack }`:
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
cli-written = Skrevet: { $file }
cli-exported = { $workbook }: { $tables ->
    [one] { $tables } tabell
   *[other] { $tables } tabeller
}, { $rows ->
    [one] { $rows } rad
   *[other] { $rows } rader
}
cli-import-table = { $list }: leses som tabellen { $table }
cli-import-no-table = { $list }: ingen tabell passer
cli-import-not-read = leses ikke
cli-import-all-named = { $list }: leses som tabellen { $table }, alle { $count } overskriftene ved navn
cli-import-empty = { $count } ark uten rader er hoppet over.
cli-import-nothing = Ingenting kan tas inn, og ingenting er skrevet.
cli-import-into = Ingenting er skrevet. Si med `--into` hvilken arbeidsmappe listen skal inn i.
cli-import-desk = Skrevet i { $folder }
cli-import-desk-planned = Dette blir skrevet i { $folder }
cli-import-new = { $folder } er en ny arbeidsmappe
cli-import-new-planned = { $folder } blir en ny arbeidsmappe
cli-imported = { $file }: { $added ->
    [one] { $added } rad
   *[other] { $added } rader
} lagt til, { $changed ->
    [one] { $changed } celle
   *[other] { $changed } celler
} endret
cli-import-planned = { $file }: { $added ->
    [one] { $added } rad
   *[other] { $added } rader
} legges til, { $changed ->
    [one] { $changed } celle
   *[other] { $changed } celler
} endres
cli-import-by-name = Lest ved navn: { $names }{ $rest ->
    [0] .
   *[other] {" "}og { $rest } til.
}
cli-import-left = { $count ->
    [one] { $count } celle
   *[other] { $count } celler
} kom ikke med i arbeidsmappen. { $file } tar vare på det listen sier, med grunnen: rett listen, og importer den på nytt.
cli-import-left-planned = { $count ->
    [one] { $count } celle
   *[other] { $count } celler
} kommer ikke med i arbeidsmappen. Grunnene står nedenfor. Med `--yes` tar { $file } vare på det listen sier.
cli-import-next = Neste: `mestring report { $folder }`
cli-import-not-yet = Ingenting er skrevet ennå. Stemmer dette, gi kommandoen på nytt med `--yes`. Er en overskrift lest som noe annet enn den er, si hva den er med `--column "OVERSKRIFT=KOLONNE"`; `--column "OVERSKRIFT="` holder den utenfor.
cli-of = { $part } av { $whole }
cli-column-heading = overskrift
cli-column-column = kolonne
cli-column-how = hvorfor
cli-column-unreadable = kan ikke leses
cli-column-sample = eksempel
cli-how-settled = bestemt av dere
cli-how-name = navnet
cli-how-alias = et annet navn
cli-how-part = del av overskriften
cli-how-spelling = nesten samme stavemåte

cli-pack-fails = OBS: Regelpakken i { $pack } svarer ikke slik eksemplene dens venter, så det som følger, kan være feil. Kjør `mestring rules test { $pack }`.

cli-not-looked-into = { $pack }: ikke skript, så verken grener eller endringer er sett på: { $plugins }
cli-page-written = Siden er skrevet: { $file }
cli-script-interpreted = { $rule }: kjøres av tolken og er ikke kompilert; svarene er de samme, men kommer saktere: { $why } (linje { $line }, kolonne { $column })
cli-script-interpreted-whole = { $rule }: kjøres av tolken og er ikke kompilert; svarene er de samme, men kommer saktere: { $why }
cli-codes-questions = spørsmål, og det kommandoen blir bedt om
cli-codes-desk = senterets egne data
cli-codes-people = personer i kursrekker
cli-codes-frames = tabeller i Python og Rust
cli-codes-rules = regler
cli-codes-files = filer, arbeidsbøker og beslutningslogger
cli-code-remedy = Hva som ville vært riktig (på engelsk): { $remedy }
cli-code-more = { $code } er av typen { $severity } og gjelder: { $family }. Betydningen står på engelsk. `mestring rules explain-code` har en liste over alle koder; docs/reference/findings.md har alt som kan bli sagt under denne.
cli-codes-next = `mestring rules explain-code KODE` sier mer om én; docs/reference/findings.md har det som ville vært riktig, for hver av dem. Betydninger som står på engelsk, finnes bare på engelsk.
cli-no-settings = Ingenting ble besvart: disse innstillingene sier hvilke regler og datoer som gjelder for arbeidsmappen.
cli-no-events = Ingenting ble besvart: hva som ville skjedd, kan ikke sies ut fra disse hendelsene.

# What a long work says on a terminal.
cli-progress-remedies = leter etter det som ville gitt avslåtte kursrekker plass: { $done } av { $all }
cli-progress-plan = plasserer klasse { $done } av { $all }
cli-progress-digital = planlegger uten digitale måter: klasse { $done } av { $all }
cli-progress-scarcity = leter etter det som er knapt: { $done } av { $all }
