log-question-plan = plan
log-question-relations = forhold mellom tilbod
log-question-obligations = plikter

log-added = Ført som post { $number } ({ $hash }) i { $log }.
log-entry = Post { $number }, { $question } per { $date }
log-same = { $entry }: det same. { $subjects ->
    [one] { $subjects } sak
   *[other] { $subjects } saker
}, { $verdicts ->
    [one] { $verdicts } svar frå reglane
   *[other] { $verdicts } svar frå reglane
}.
log-differs = { $entry }: { $count ->
    [one] { $count } skilnad.
   *[other] { $count } skilnader.
}
log-failed = { $entry } kan ikkje køyrast på nytt: { $why }
log-engine = Han blei laga av mestring { $then } med { $scripts }; dette er { $now }.
log-not-placed = Det blei ikkje spurt på nytt om samlingar, rom og kurshaldarar: dei står i arbeidsmappa, ikkje i loggen. `--on MAPPE` spør om dei òg.
log-not-stated = ikkje oppgitt
log-unknown = ingen veit
log-cannot-tell = kan ikkje avgjerast ({ $facts })
log-placed = har plass
log-refused = utan plass
log-none = ingen
log-settings = innstillingane

log-differs-table = Endra i arbeidsmappa: { $table } ({ $then ->
    [one] { $then } rad
   *[other] { $then } rader
} då, { $now } no).
log-differs-gone = { $subject }: står i loggen, men ikkje lenger i arbeidsmappa.
log-differs-new = { $subject }: står i arbeidsmappa, men ikkje i loggen.
log-differs-fact = { $subject }: { $fact } var { $then }, er { $now }.
log-differs-pack = Reglar for { $kind }: { $then } då, { $now } no.
log-differs-rule-gone = Regelen `{ $rule }` i { $pack } blir ikkje brukt lenger.
log-differs-rule-new = Regelen `{ $rule }` i { $pack } blei ikkje brukt då.
log-differs-verdict = { $subject }, `{ $rule }`: { $then } då, { $now } no.
log-differs-reasons = { $subject }, `{ $rule }`: same svar, men ut frå andre opplysningar eller føresetnader.
log-differs-rank = { $run }: nummer { $then } (klasse { $classThen }) då, nummer { $now } (klasse { $classNow }) no.
log-differs-outcome = { $run }: { $then } då, { $now } no.
log-differs-outcome-detail = { $run }: { $then } både då og no, men på ein annan måte. Då: { $before }. No: { $after }.
log-differs-lacks = { $run }: { $then } både då og no, men av andre grunnar. Då: { $before }. No: { $after }.
log-differs-first-day = Den første dagen i planen: { $then } då, { $now } no.
log-differs-last-day = Den siste dagen i planen: { $then } då, { $now } no.
log-differs-relations = Par av tilbod med forholdet «{ $relation }»: { $then } då, { $now } no.
log-differs-actions = Par av tilbod med tiltaket «{ $action }»: { $then } då, { $now } no.
log-leader = { $leader } ({ $competence })
log-hub = blir følgd i { $room } ({ $organisation })
log-lack-decided-against = det er vedteke at ho ikkje skal haldast
log-lack-not-stated = { $what } er ikkje oppgitt
log-lack-window = ikkje tid til alle samlingane innanfor planen
log-lack-closed = stengde dagar og skuleferiar lèt inga tid vere att
log-lack-budget-days = ingen start i dagane til budsjettet `{ $what }`
log-lack-lead-time = eit nytt kurs, som ikkje er klart innan vindauget sitt
log-lack-too-many-needs = fleire kurshaldarar og rom andre stader på ei samling enn det kan planleggjast for
log-lack-no-room = senteret har ikkje noko rom
log-lack-room-too-small = ikkje noko rom er stort nok
log-lack-equipment = ikkje noko stort nok rom har { $what }
log-lack-room = ikkje noko rom er ledig
log-lack-no-hub-room = for få rom hos `{ $what }` som passar for dei som følgjer ho der
log-lack-hub-room = ikkje noko rom hos `{ $what }` er ledig for dei som følgjer ho der
log-lack-no-leader = ingen stadfesta kurshaldar med `{ $what }`
log-lack-leader = ingen kurshaldar med `{ $what }` er ledig
log-lack-same-leader = ikkje éin kurshaldar for kvar av { $what }
log-lack-budget = for lite att på budsjettet `{ $what }`
log-nothing = ingenting
log-differs-status = { $id }: { $then } då, { $now } no.

log-decision = Post { $number }: { $by } bestemte { $date } om { $run } i post { $of }: { $outcome }, som foreslått.
log-decision-other = Post { $number }: { $by } bestemte { $date } om { $run } i post { $of }: { $outcome }, annleis enn foreslått. Grunngjeving: { $reason }
log-outcome-held = ho skal haldast
log-outcome-refused = ho skal ikkje haldast
log-outcome-other = noko anna blei gjort
log-noted = Ført som post { $number } ({ $hash }) i { $log }. Sjølve framlegget står som det var.
log-row = For at neste plan skal følgje dette, legg denne rada til i tabellen { $table } i arbeidsmappa:


log-summary = { $answers ->
    [one] { $answers } svar køyrt på nytt: { $same } det same, { $differ } annleis, { $failed } ikkje køyrt.
   *[other] { $answers } svar køyrde på nytt: { $same } det same, { $differ } annleis, { $failed } ikkje køyrde.
} { $bad ->
    [0] Alle linjer er i orden.
    [one] { $bad } linje er ikkje i orden.
   *[other] { $bad } linjer er ikkje i orden.
}
log-last = Den siste posten er { $number } ({ $hash }). At linjer er kutta av bak han, kan ein ikkje sjå i fila: samanlikn nummeret og kontrollsummen med ein kopi som er teken vare på ein annan stad.
log-hashes = Kontrollsummane finn det som er endra, og det som er mista mellom den første og den siste linja, ved eit uhell. Dei er ingen signatur: den som kan skrive i fila, kan skrive ho på nytt.
log-progress = linje { $number }
log-no-text = loggen inneheld ikkje teksten til regelpakken { $pack } før denne posten
log-not-loaded = regelpakken { $pack } kan ikkje lesast inn av denne versjonen: { $error }
log-other-hash = teksten til regelpakken { $pack } har ein annan kontrollsum enn loggen seier
log-no-such-fact = loggen har opplysninga `{ $fact }`, som denne versjonen ikkje har
log-other-fact = loggen har opplysninga `{ $fact }`, som er av ein annan type i denne versjonen
