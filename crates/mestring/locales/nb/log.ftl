log-question-plan = plan
log-question-relations = forhold mellom tilbud
log-question-obligations = plikter

log-added = Ført som post { $number } ({ $hash }) i { $log }.
log-entry = Post { $number }, { $question } per { $date }
log-same = { $entry }: det samme. { $subjects ->
    [one] { $subjects } sak
   *[other] { $subjects } saker
}, { $verdicts ->
    [one] { $verdicts } svar fra reglene
   *[other] { $verdicts } svar fra reglene
}.
log-differs = { $entry }: { $count ->
    [one] { $count } forskjell.
   *[other] { $count } forskjeller.
}
log-failed = { $entry } kan ikke kjøres på nytt: { $why }
log-engine = Den ble laget av mestring { $then } med { $scripts }; dette er { $now }.
log-not-placed = Det ble ikke spurt på nytt om samlinger, rom og kursholdere: de står i arbeidsmappen, ikke i loggen. `--on MAPPE` spør om dem også.
log-not-stated = ikke oppgitt
log-unknown = ingen vet
log-cannot-tell = kan ikke avgjøres ({ $facts })
log-placed = har plass
log-refused = uten plass
log-none = ingen
log-settings = innstillingene

log-differs-table = Endret i arbeidsmappen: { $table } ({ $then ->
    [one] { $then } rad
   *[other] { $then } rader
} da, { $now } nå).
log-differs-gone = { $subject }: står i loggen, men ikke lenger i arbeidsmappen.
log-differs-new = { $subject }: står i arbeidsmappen, men ikke i loggen.
log-differs-fact = { $subject }: { $fact } var { $then }, er { $now }.
log-differs-pack = Regler for { $kind }: { $then } da, { $now } nå.
log-differs-rule-gone = Regelen `{ $rule }` i { $pack } brukes ikke lenger.
log-differs-rule-new = Regelen `{ $rule }` i { $pack } ble ikke brukt da.
log-differs-verdict = { $subject }, `{ $rule }`: { $then } da, { $now } nå.
log-differs-reasons = { $subject }, `{ $rule }`: samme svar, men ut fra andre opplysninger eller antakelser.
log-differs-rank = { $run }: nummer { $then } (klasse { $classThen }) da, nummer { $now } (klasse { $classNow }) nå.
log-differs-outcome = { $run }: { $then } da, { $now } nå.
log-differs-outcome-detail = { $run }: { $then } både da og nå, men på en annen måte. Da: { $before }. Nå: { $after }.
log-differs-lacks = { $run }: { $then } både da og nå, men av andre grunner. Da: { $before }. Nå: { $after }.
log-differs-first-day = Planens første dag: { $then } da, { $now } nå.
log-differs-last-day = Planens siste dag: { $then } da, { $now } nå.
log-differs-relations = Par av tilbud med forholdet «{ $relation }»: { $then } da, { $now } nå.
log-differs-actions = Par av tilbud med tiltaket «{ $action }»: { $then } da, { $now } nå.
log-leader = { $leader } ({ $competence })
log-hub = følges i { $room } ({ $organisation })
log-lack-decided-against = det er vedtatt at den ikke skal holdes
log-lack-not-stated = { $what } er ikke oppgitt
log-lack-window = ikke tid til alle samlingene innenfor planen
log-lack-closed = stengte dager og skoleferier lar ingen tid være igjen
log-lack-budget-days = ingen start i dagene til budsjettet `{ $what }`
log-lack-lead-time = et nytt kurs, som ikke er klart innen vinduet sitt
log-lack-too-many-needs = flere kursholdere og rom andre steder på en samling enn det kan planlegges for
log-lack-no-room = senteret har ikke noe rom
log-lack-room-too-small = ikke noe rom er stort nok
log-lack-equipment = ikke noe stort nok rom har { $what }
log-lack-room = ikke noe rom er ledig
log-lack-no-hub-room = for få rom hos `{ $what }` som passer for dem som følger den der
log-lack-hub-room = ikke noe rom hos `{ $what }` er ledig for dem som følger den der
log-lack-no-leader = ingen bekreftet kursholder med `{ $what }`
log-lack-leader = ingen kursholder med `{ $what }` er ledig
log-lack-same-leader = ikke én kursholder for hver av { $what }
log-lack-budget = for lite igjen på budsjettet `{ $what }`
log-nothing = ingenting
log-differs-status = { $id }: { $then } da, { $now } nå.

log-decision = Post { $number }: { $by } bestemte { $date } om { $run } i post { $of }: { $outcome }, som foreslått.
log-decision-other = Post { $number }: { $by } bestemte { $date } om { $run } i post { $of }: { $outcome }, annerledes enn foreslått. Begrunnelse: { $reason }
log-outcome-held = den skal holdes
log-outcome-refused = den skal ikke holdes
log-outcome-other = noe annet ble gjort
log-noted = Ført som post { $number } ({ $hash }) i { $log }. Selve forslaget står som det var.
log-row = For at neste plan skal følge dette, legg denne raden til i tabellen { $table } i arbeidsmappen:


log-summary = { $answers ->
    [one] { $answers } svar kjørt på nytt: { $same } det samme, { $differ } annerledes, { $failed } ikke kjørt.
   *[other] { $answers } svar kjørt på nytt: { $same } det samme, { $differ } annerledes, { $failed } ikke kjørt.
} { $bad ->
    [0] Alle linjer er i orden.
    [one] { $bad } linje er ikke i orden.
   *[other] { $bad } linjer er ikke i orden.
}
log-last = Den siste posten er { $number } ({ $hash }). At linjer er kuttet av bak den, kan ikke ses i filen: sammenlign nummeret og kontrollsummen med en kopi som er tatt vare på et annet sted.
log-hashes = Kontrollsummene finner det som er endret, og det som er mistet mellom den første og den siste linjen, ved et uhell. De er ingen signatur: den som kan skrive i filen, kan skrive den på nytt.
log-progress = linje { $number }
log-no-text = loggen inneholder ikke teksten til regelpakken { $pack } før denne posten
log-not-loaded = regelpakken { $pack } kan ikke leses inn av denne versjonen: { $error }
log-other-hash = teksten til regelpakken { $pack } har en annen kontrollsum enn loggen sier
log-no-such-fact = loggen har opplysningen `{ $fact }`, som denne versjonen ikke har
log-other-fact = loggen har opplysningen `{ $fact }`, som er av en annen type i denne versjonen
