# Det som er gale eller verdt å vite om dataa. Verdien seier kva som blei funne, `.remedy` kva som
# ville vere rett, `.without` det same når det ikkje er noko nært nok å føreslå.
finding-severity-error = feil
finding-severity-warning = åtvaring
finding-severity-note = merknad
finding-line = { $severity } { $code }: { $place }: { $found }
    .remedy = { $severity } { $code }: { $place }: { $found }; { $remedy }
finding-place-row = { $file }, rad { $row }
finding-place-line = { $file }, linje { $row }
finding-place-column = { $place }, kolonne `{ $column }`
finding-place-setting = { $place }, innstilling `{ $column }`
finding-with-effect = { $remedy }; { $effect }
finding-effect-not-stated = cella blei lesen som ikkje oppgitt
finding-effect-left-empty = cella blei ståande tom
finding-effect-row-left-out = rada blei utelaten
finding-effect-topic-left-out = rada blei ikkje teken med i temalista
finding-more = { $count } til av same slag er ikkje lista opp
    .remedy = rett dei som står her, og les på nytt

# Fleire funn med same årsak, som eitt.
finding-group-table-not-read = { $rows ->
    [one] denne rada viser
   *[other] den første av { $rows } rader som viser
} til `{ $table }`, men `{ $file }` blei ikkje lesen
    .remedy = rett det først: sjå { $cause } ovanfor
finding-group-row-left-out = { $rows ->
    [one] denne rada viser
   *[other] den første av { $rows } rader som viser
} til `{ $id }` i `{ $table }`, men rad { $row } i `{ $file }` blei utelaten
    .remedy = rett det først: sjå { $cause } ovanfor
finding-group-no-table = { $rows ->
    [one] denne rada viser
   *[other] den første av { $rows } rader som viser
} til `{ $table }`, men arbeidsmappa har ingen rader i den tabellen
    .remedy = legg til tabellen
finding-group-no-such-row = { $rows ->
    [one] denne rada viser
   *[other] den første av { $rows } rader som viser
} til `{ $id }`, men `{ $table }` har inga slik rad
    .remedy = meinte du `{ $nearest }`? legg til rada, eller rett id-en
    .without = legg til rada, eller rett id-en

# Tabellar, overskrifter og enkeltopplysningar.
finding-no-such-table = `{ $name }` er ikkje ein tabell i arbeidsmappa
    .remedy = meinte du `{ $nearest }`? tabellen blei ikkje lesen
    .without = tabellen blei ikkje lesen; tabellane er: { $known }
finding-second-column = to kolonnar tyder `{ $column }`
    .remedy = behald éin av dei; den første blei brukt
finding-no-such-column = `{ $heading }` er ikkje ein kolonne i `{ $table }`
    .remedy = meinte du `{ $nearest }`? kolonnen blei ikkje lesen
    .without = kolonnen blei ikkje lesen; `{ $table }` har: { $known }
finding-missing-column = kolonnen `{ $column }` manglar
    .remedy = legg til ein kolonne med overskrifta { $headings }
finding-fact-table = `{ $table }` er ikkje ein tabell der radene har id
    .remedy = skriv ein av: { $known }
finding-fact-column = `{ $column }` er ikkje ein kolonne i `{ $table }` som kan setjast
    .remedy = meinte du `{ $nearest }`?
    .without = skriv ein av: { $known }
finding-fact-row = `{ $table }` har inga rad `{ $id }`
    .remedy = meinte du `{ $nearest }`? skriv id-en til ei rad som står i ein tabell i arbeidsmappa
    .without = skriv id-en til ei rad som står i ein tabell i arbeidsmappa

# Celler.
finding-empty-cell = cella er tom
    .remedy = denne kolonnen må fyllast ut
finding-not-whole = `{ $text }` er ikkje eit heilt tal
    .remedy = skriv siffer, til dømes `12`, eller la cella stå tom når ingen oppgir det
finding-not-a-span = `{ $text }` er verken eit heilt tal eller eit spenn
    .remedy = skriv `8`, eller `8-12` med det minste talet først
finding-not-hours = `{ $text }` er ikkje eit tal på timar
    .remedy = skriv timar med høgst to desimalar, til dømes `13,5`
finding-not-kroner = `{ $text }` er ikkje eit beløp i kroner
    .remedy = skriv kroner med høgst to desimalar, til dømes `1 200` eller `1200,50`
finding-not-a-share = `{ $text }` er ikkje ein del i prosent
    .remedy = skriv prosent med prosentteikn, til dømes `85 %`
finding-not-a-date = `{ $text }` er ikkje ein dato
    .remedy = skriv heile datoen, til dømes `31.12.2026` eller `2026-12-31`
finding-no-such-date = `{ $text }` er ein dato som ikkje finst
    .remedy = sjå over dag og månad
finding-not-a-partial-date = `{ $text }` er verken ein dato eller ein del av ein dato
    .remedy = skriv `31.12.2026`, `2026-09`, `2026-haust`, `2026`, eller `12-31` utan år
finding-neither-yes-nor-no = `{ $text }` er verken ja eller nei
    .remedy = skriv `ja` eller `nei`, eller la cella stå tom når ingen oppgir det
finding-not-ages = `{ $text }` er ikkje ei aldersgruppe
    .remedy = skriv `18+`, `<65`, `<=55`, `14-20` eller `vaksne`
finding-not-a-municipality = `{ $text }` er ikkje eit kommunenummer
    .remedy = skriv dei fire siffera, til dømes `4601` for Bergen
finding-not-an-organisation-number = organisasjonsnummeret har ikkje ni siffer med rett kontrollsiffer
    .remedy = slå det opp i Einingsregisteret (Brønnøysund)
finding-not-a-url = `{ $text }` er ikkje ei nettadresse
    .remedy = skriv heile adressa, som byrjar med `https://`
finding-not-a-word = `{ $text }` er ikkje eit ord som kan stå her
    .remedy = meinte du `{ $nearest }`? eitt av: { $words }
    .without = skriv eitt av: { $words }
finding-not-an-id = `{ $text }` er ikkje ein id
    .remedy = skriv 1 til { $most } bokstavar, siffer, `-`, `_` eller `.`, utan mellomrom
finding-eleven-digits = elleve siffer der det skulle stå ein id
    .remedy = bruk aldri eit fødselsnummer som id; skriv eit kort namn, til dømes `KOLS-1`
finding-several-municipalities = { $count } kommunar heiter `{ $name }` { $date }
    .remedy = skriv nummeret: { $numbers }
finding-former-municipality = `{ $name }` har ikkje vore nokon kommune sidan { $since }
    .remedy = skriv det han blei til: { $became }
finding-no-municipality-of-name = ingen kommune heiter `{ $name }` { $date }
    .remedy = meinte du `{ $nearest }`? skriv namnet eller dei fire siffera
    .without = skriv namnet eller dei fire siffera, til dømes `4601` for Bergen
finding-several-rows-of-name = { $count } rader i `{ $table }` heiter `{ $name }`
    .remedy = skriv id-en: { $ids }
finding-no-row-of-name = `{ $table }` har inga rad med id eller namn `{ $name }`
    .remedy = meinte du `{ $nearest }`? legg til rada først, eller skriv id-en eller namnet til ei som finst
    .without = legg til rada først, eller skriv id-en eller namnet til ei som finst

# Celler i same rad.
finding-ends-before-start = den siste dagen er før den første
    .remedy = sjå over begge datoane
finding-latest-before-earliest = den seinaste starten er før den tidlegaste
    .remedy = sjå over begge datoane
finding-cancelled-after-start = siste dag for avlysing er etter første samling
    .remedy = sjå over begge datoane
finding-impossible-sessions = ingenting har så mange samlingar
    .remedy = skriv eit tal frå 1 til { $most }, eller la det stå tomt; inntil då blir det rekna som ukjent
finding-minimum-above-seats = minste tal er større enn talet på plassar
    .remedy = sjå over begge tala
finding-no-start = ei kursrekkje med status { $state } manglar start
    .remedy = skriv datoen for den første samlinga
finding-several-half-days = ei vedteken kursrekkje nemner fleire delar av dagen
    .remedy = skriv den som blei vedteken
finding-reserved-for-nobody = rada nemner verken organisasjon, områdeutval eller kommune
    .remedy = skriv kven plassane er haldne av for
finding-room-or-leader = rada nemner verken rom eller kurshaldar, eller begge
    .remedy = skriv eitt rom eller éin kurshaldar i kvar rad
finding-closed-leader = ein kurshaldar er ikkje stengd
    .remedy = skriv `oppteken`, eller nemn eit rom, eller ingen der heile senteret er stengt
finding-break-of-one = ein skuleferie gjeld heile senteret, og rada nemner eit rom eller ein kurshaldar
    .remedy = la begge stå tomme, eller skriv `oppteken`
finding-budget-of-money = eit budsjett av pengar oppgir `beløp` og ikkje noko anna
    .remedy = fyll ut berre `beløp`
finding-budget-of-hours = eit budsjett av rådgivartimar oppgir `timar` og ikkje noko anna
    .remedy = fyll ut berre `timar`
finding-answer-before-question = svaret kom før spørsmålet
    .remedy = sjå over begge datoane
finding-answer-without-date = det står eit svar utan dato
    .remedy = skriv når svaret kom
finding-due-of-recurring = ei plikt som kjem att, har éin einskild frist
    .remedy = la `forfall` stå tom, eller skriv `éin gong`
finding-no-answer = `{ $answer }` er ikkje eit svar om { $kind }
    .remedy = skriv eitt av: { $words }
finding-one-or-two = eit forhold nemner to tilbod, og ei kursrekkje står åleine
    .remedy = fyll ut `andre` berre for forhold mellom tilbod

# Rader som høyrer saman.
finding-taken-id = id-en `{ $id }` står alt i rad { $first }
    .remedy = gi rada sin eigen id; den første rada blei brukt, og denne blei utelaten
finding-taken-in-memory = id-en `{ $id }` er brukt alt
    .remedy = gi rada sin eigen id; den første rada blei brukt, og denne blei utelaten
finding-no-such-row = `{ $table }` har inga rad `{ $id }`
    .remedy = meinte du `{ $nearest }`? legg til rada, eller rett id-en
    .without = legg til rada, eller rett id-en
finding-no-table = `{ $table }` har inga rad `{ $id }`: arbeidsmappa har ingen rader i den tabellen
    .remedy = legg til tabellen med rada, eller la dette stå tomt
finding-table-not-read = `{ $table }` har inga rad `{ $id }`: `{ $file }` blei ikkje lesen
    .remedy = rett det først: sjå { $cause }
finding-row-left-out = `{ $table }` har inga rad `{ $id }`: rad { $row } i `{ $file }` blei utelaten
    .remedy = rett det først: sjå { $cause }
finding-contradicts-offers = `{ $organisation }` svara { $date } at han ikkje har noko tilbod for `{ $group }` på nivået { $level }, men dette av hans eigne er ført opp der: { $offers }
    .remedy = spør på nytt; eller rett målgrupper, nivå eller status i tilbodet
finding-shares-sum = delane i `{ $agreement }` blir { $sum } til saman
    .remedy = la dei bli 100 % til saman
finding-reserved-above-seats = `{ $run }` har { $seats } plassar, og { $reserved } av dei er haldne av for nokon
    .remedy = hald av høgst så mange som ho har; radene som står først, går først
finding-municipalities-unknown = ingen kommune er kjend for dei plassane er haldne av for, så ingen kunne fått dei
    .remedy = skriv kommunane i rada; til då er plassane opne for alle
finding-hub-room-elsewhere = rommet `{ $room }` høyrer ikkje til `{ $organisation }`
    .remedy = skriv eit rom der, eller rett kven rommet høyrer til
finding-hub-room-twice = `{ $run }` har rommet `{ $room }` to gonger samtidig
    .remedy = gje kvar gruppe sitt eige rom
finding-hub-without-room = `{ $run }` er vedteken, og det er ikkje oppgitt noko rom for gruppa som følgjer ho hos `{ $organisation }`, så ingenting er reservert der
    .remedy = skriv rommet når det er kjent
finding-hub-of-format = forma på `{ $run }` er { $format }, og ei gruppe ein annan stad kan berre følgje det som blir sendt ut
    .remedy = skriv `hybrid` eller `overført til møtestad` som form på kursrekkja, eller ta bort rada; til då blir rommet planlagt

# Referansedata: kommunar og tema.
finding-municipality-not-yet = `{ $number }` gjeld først frå { $from }
    .remedy = skriv nummeret som galdt på datoen
finding-municipality-ended = `{ $number }` gjeld ikkje lenger frå { $ended }
    .remedy = skriv { $successors }
    .without = slå det opp i lista over kommunar hos Statistisk sentralbyrå
finding-municipality-no-such = `{ $number }` er ikkje nummeret til ein kommune
    .remedy = meinte du `{ $nearest }`?
    .without = slå det opp i lista over kommunar hos Statistisk sentralbyrå
finding-topic-bad-id = temaet `{ $id }`: det er ikkje ein id
    .remedy = skriv små engelske bokstavar, siffer og understrek
finding-topic-no-name = temaet `{ $topic }` er nytt og manglar namn på { $language }
    .remedy = gi det namn på alle tre språka
finding-topic-unknown-parent = temaet `{ $topic }` er ein del av `{ $parent }`, som ikkje finst
    .remedy = legg til det temaet, eller rett id-en
finding-topic-circle = temaet `{ $topic }` er ein del av seg sjølv gjennom overtemaa sine
    .remedy = ta ut eitt av dei
finding-topic-unknown-group = temaet `{ $topic }` er for `{ $group }`, som ikkje er ei målgruppe
    .remedy = bruk ei av: { $known }
finding-topic-bad-term = temaet `{ $topic }`: uttrykket `{ $term }` kan ikkje brukast til å kjenne att titlar
    .remedy = skriv ord, med stjerne framfor eller bak når det er eitt ord
finding-topic-term-taken = temaet `{ $topic }`: uttrykket `{ $term }` høyrer alt til temaet `{ $other }`
    .remedy = behald det i eitt av dei

# Filer.
finding-file-too-large = `{ $file }` er på { $megabytes } MB, og grensa er { $limit } MB
    .remedy = behald berre dei radene og kolonnane som tabellen treng
finding-zip-as-csv = `{ $file }` blir lesen som CSV, men er ei arbeidsbok eller eit anna zip-arkiv
    .remedy = gi henne endinga `.xlsx` viss det er ei arbeidsbok
finding-other-zip-as-csv = `{ $file }` blir lesen som CSV, men er eit anna zip-arkiv, til dømes .ods eller .docx
    .remedy = lagre tabellen som `CSV UTF-8` eller som ei `.xlsx`-arbeidsbok
finding-old-workbook-as-csv = `{ $file }` blir lesen som CSV, men er ei gammal Excel-arbeidsbok (.xls) eller ei med passord
    .remedy = lagre tabellen som `CSV UTF-8` eller som ei `.xlsx`-arbeidsbok
finding-pdf-as-csv = `{ $file }` blir lesen som CSV, men er eit PDF-dokument
    .remedy = lagre tabellen som `CSV UTF-8` eller som ei `.xlsx`-arbeidsbok
finding-unmarked-utf16 = `{ $file }` blir lesen som CSV, men er tekst i UTF-16 utan byterekkjefølgjemerke
    .remedy = lagre fila som `CSV UTF-8`
finding-binary-as-csv = `{ $file }` blir lesen som CSV, men er ikkje tekst
    .remedy = lagre tabellen som `CSV UTF-8` eller som ei `.xlsx`-arbeidsbok
finding-national-number = her står eit fødselsnummer på elleve siffer
    .remedy = ingenting av tabellen blei lese; ta personar ut av fila og historikken hennar
finding-national-numbers = her står eit fødselsnummer på elleve siffer, det første av { $cells } i denne kolonnen
    .remedy = ingenting av tabellen blei lese; ta personar ut av fila og historikken hennar
finding-likely-number = her står elleve siffer som byrjar som ein fødselsdato; det kan vere eit fødselsnummer med skrivefeil
    .remedy = er det det, ta det ut av fila og historikken hennar
finding-likely-numbers = her står elleve siffer som byrjar som ein fødselsdato, dei første av { $cells } i denne kolonnen; det kan vere eit fødselsnummer med skrivefeil
    .remedy = er det det, ta det ut av fila og historikken hennar
finding-read-as = lesen som { $encoding }, skilt med { $separator }
finding-read-as-declared = lesen som { $encoding }, skilt med `{ $separator }`
finding-read-as-one-column = lesen som { $encoding }, éin kolonne
finding-open-quote = eit hermeteikn opnar ei celle i denne rada og blir aldri lukka; ingenting herifrå og nedover blei lese
    .remedy = lukk det eller ta det bort
finding-no-cells = det er ingen tabell her: inga celle er fylt ut
    .remedy = skriv overskriftene i den første rada
finding-no-cells-in-workbook = det er ingen tabell her: inga celle er fylt ut
    .remedy = skriv overskriftene i den første rada i eit ark
finding-empty-desk = arbeidsmappa har ingen rader
    .remedy = fyll ut ein tabell, eller byrj med `mestring new`

# Lister som blir tekne inn i ei arbeidsmappe.
finding-list-differs = lista seier `{ $list }`, arbeidsmappa `{ $desk }`
    .remedy = teksten i arbeidsmappa blei behalden; importer med `--update` for å ta lista sin
finding-desk-silent = lista seier `{ $list }`, arbeidsmappa ingenting
    .remedy = arbeidsmappa blei ståande som ho er; importer med `--update` for å ta teksten i lista
finding-rows-differ = lista seier `{ $list }`, og rad { $row } i `{ $file }` med same id `{ $first }`
    .remedy = den første rada blei teken med; gi den andre sin eigen id, eller slå dei saman
finding-first-row-silent = lista seier `{ $list }`, og rad { $row } i `{ $file }` med same id ingenting
    .remedy = den første rada blei teken med; gi den andre sin eigen id, eller slå dei saman
finding-no-cell = rada manglar `{ $column }`
    .remedy = denne kolonnen må fyllast ut
finding-list-row-left-out = rada blei utelaten
    .remedy = ei anna av cellene i rada seier kvifor
finding-no-table-fits = ingen tabell i arbeidsmappa passar til lista
    .remedy = sei kva for ein det er med `--as TABELL`: { $known }; eller ta eit anna ark med `--sheet NAMN`
finding-no-column-fits = lista blei lesen som `{ $table }`, og inga overskrift i henne er `{ $column }`, som må vere med
    .remedy = sei kva for ei det er med `--column "OVERSKRIFT={ $column }"`, eller kva tabell lista er, med `--as TABELL`
finding-import-waiting = { $cells ->
    [one] { $cells } celle som ein import utelét, ventar her
   *[other] { $cells } celler som ein import utelét, ventar her
}
    .remedy = rett lista og importer henne på nytt, eller fjern fila
finding-recoded = teiknkodinga til fila manglar ein bokstav som lista har
    .remedy = heile fila blir skriven som UTF-8

# Celler slik eit rekneark viser dei.
finding-damaged-letters = bokstavar var øydelagde før fila kom hit, som `Ã¸` for `ø`
    .remedy = eksporter lista på nytt som `CSV UTF-8`
finding-extra-cells = rada har { $cells } celler, og overskriftsrada { $headings }; ikkje lese: `{ $shown }`
    .remedy = set hermeteikn rundt ei celle som inneheld skiljeteiknet
finding-extra-cells-hidden = rada har { $cells } celler, og overskriftsrada { $headings }; ikkje lese: (ikkje vist, sidan det inneheld eit langt tal)
    .remedy = set hermeteikn rundt ei celle som inneheld skiljeteiknet
finding-few-cells = rada har { $cells ->
    [one] { $cells } celle
   *[other] { $cells } celler
}, og overskriftsrada { $headings }
    .remedy = cellene som manglar, blei lesne som tomme; sjå etter at inga er hoppa over midt i rada
finding-heading-twice = overskrifta står to gonger, i { $first } og { $second }
    .remedy = gi kvar kolonne si eiga overskrift; den første blei lesen
finding-no-heading = kolonnen har { $cells ->
    [one] { $cells } utfylt celle
   *[other] { $cells } utfylte celler
}, men inga overskrift
    .remedy = skriv ei overskrift over han, eller tøm kolonnen
finding-no-heading-not-read = kolonnen har { $cells ->
    [one] { $cells } utfylt celle
   *[other] { $cells } utfylte celler
}, men inga overskrift, og blei ikkje lesen
    .remedy = skriv ei overskrift over han, eller tøm kolonnen
finding-empty-rows-above = overskriftene blei henta frå denne rada; radene over er tomme
finding-title-above = overskriftene blei henta frå denne rada; radene over blei ikkje lesne
finding-rows-above = overskriftene blei henta frå denne rada; radene over blei ikkje lesne
    .remedy = viss det er feil, slett radene over overskriftene
finding-hidden-sheet = arket er skjult og blei lese likevel
finding-error-value = cella { $cell } inneheld feilen `{ $error }` og blei lesen som tom
    .remedy = rett formelen, eller skriv verdien
finding-formula = cella { $cell } inneheld ein formel; den sist utrekna verdien blei lesen
finding-formulas = { $cells } celler frå { $first } og nedover inneheld formlar; dei sist utrekna verdiane blei lesne
finding-not-computed = cella { $cell } inneheld ein formel som aldri er rekna ut
    .remedy = opne arbeidsboka i eit rekneark og lagre henne
finding-merged-cells = cellene { $range } er slått saman; verdien står berre i { $first }
    .remedy = del dei att, og skriv verdien i kvar celle han høyrer til
finding-empty-sheet = arket er tomt
finding-not-a-sheet = arket er ikkje ein tabell med celler
finding-no-year = cella { $cell } viser ein dag utan år
    .remedy = viss det blei skrive eit spenn som `8-12`, har reknearket gjort det om til ein dato: formater kolonnen som tekst og skriv det på nytt

# Innstillingar og regelpakkar.
finding-pack-without-key = `{ $value }` seier ikkje om det er ei mappe eller ei regelpakke som følgjer med
    .remedy = skriv `{ $write }`
finding-setting-backslash = i hermeteikn står `\` og bokstaven bak for eit anna teikn
    .remedy = skriv `{ $write }`
finding-setting-empty = det står ingenting mellom hermeteikna
    .remedy = skriv noko, eller ta linja bort
finding-no-such-pack-key = `{ $key }` er ikkje ein nøkkel for ei regelpakke
    .remedy = meinte du `{ $nearest }`? nøklane er: path, shipped, version
    .without = nøklane er: path, shipped, version
finding-no-such-setting = `{ $key }` er ikkje ei innstilling
    .remedy = meinte du `{ $nearest }`? innstillingane er: { $known }
    .without = innstillingane er: { $known }
finding-setting-not-text = `{ $value }` er ikkje ein tekst
    .remedy = skriv ein tekst mellom hermeteikn
finding-setting-not-a-date = `{ $value }` er ikkje ein dato
    .remedy = skriv ein dato, til dømes 2026-12-31
finding-setting-not-whole = `{ $value }` er ikkje eit heilt tal, null eller meir
    .remedy = skriv siffer utan hermeteikn
finding-setting-not-a-table = `{ $value }` er ikkje ein tabell
    .remedy = skriv ein tabell: `[packs]`
finding-not-a-language = `{ $value }` er ikkje eit språk
    .remedy = skriv `nb`, `nn` eller `en`
finding-no-pack-place = `{ $value }` seier ikkje kvar regelpakken er
    .remedy = skriv `{"{"} path = "MAPPE" {"}"}` eller `{"{"} shipped = "NAMN", version = "1.0.0" {"}"}`
finding-empty-period = planen har ingen dagar å bruke: han byrjar { $from } og sluttar { $until }
    .remedy = set `plan_from` og `plan_until` i desk.toml; rapporten har ikkje noko framlegg
finding-pack-other-version = arbeidsmappa blei skriven for { $name } { $wanted }, og { $shipped } følgjer med
    .remedy = les kva som er endra, og skriv så `{ $shipped }`; eller behald den gamle regelpakken i ei eiga mappe
finding-pack-own-rules = reglane for `{ $name }` er dykkar eigne og ligg i `{ $way }`
    .remedy = ei arbeidsbok inneheld ingen reglar: flytt mappa saman med henne, slik at vegen frå den eine til den andre er den same
finding-pack-unread-rules = reglane for `{ $name }` kan ikkje lesast i `{ $way }`
    .remedy = rett mappa eller innstillinga; ei arbeidsbok inneheld ingen reglar, berre vegen til dei
finding-pack-not-used = ingen spørsmål brukar ein regelpakke av typen `{ $kind }`, som `{ $pack }`
    .remedy = utelat han her
finding-pack-cases-fail = regelpakken { $pack } svarar ikkje slik hans eigne døme ventar, så svara kan vere feil: { $failed } av { $cases } feilar, den første er { $first }
    .remedy = køyr `mestring rules test { $place }`, og rett så regelen eller dømet
finding-pack-not-yet-valid = regelpakken { $pack } kan ikkje brukast { $as_of }: parameteren `{ $parameter }` har berre verdiar frå { $from }
    .remedy = legg til ein tidlegare verdi i pack.toml; det pakken avgjer, er utelate her
finding-pack-expired = regelpakken { $pack } kan ikkje brukast { $as_of }: parameteren `{ $parameter }` har berre verdiar til { $until }
    .remedy = legg til ein seinare verdi i pack.toml; det pakken avgjer, er utelate her
finding-pack-before-validity = regelpakken { $pack } gjeld frå { $from }, og det er spurt om { $as_of }: svara gjeld ikkje enno
    .remedy = bruk regelpakken som gjeld den dagen, eller rett `valid_from` i pack.toml
finding-pack-after-validity = regelpakken { $pack } galdt til { $until }, og det er spurt om { $as_of }: svara gjeld ikkje lenger
    .remedy = bruk regelpakken som gjeld den dagen, eller rett `valid_until` i pack.toml

# What the reader of TOML stops at, in desk.toml and in the files of a pack.
finding-toml-key-twice = denne nøkkelen står her for andre gong
    .remedy = ta ein av dei bort
finding-toml-no-quotes = dette er ingen verdi: ein tekst står mellom hermeteikn
    .remedy = skriv `"…"`
finding-toml-open-text = her byrjar ein tekst der hermeteikna aldri blir lukka
    .remedy = lukk han med `"` på same linje
finding-toml-no-value = her manglar ein verdi
    .remedy = skriv `nøkkel = verdi`
finding-toml-missing = her manglar `{ $sign }`
    .remedy = skriv `{ $sign }` her
finding-toml-unread = dette kan ikkje lesast som TOML
    .remedy = skriv `nøkkel = verdi` på ei eiga linje, tekstar i hermeteikn, lister i hakeparentesar
finding-toml-word-without-quotes = `{ $word }` er ingen verdi: ein tekst står mellom hermeteikn
    .remedy = skriv `"{ $word }"`
finding-toml-yes-no = `{ $word }` er ingen verdi: ja er `true`, og nei er `false`
    .remedy = skriv `{ $write }`
finding-toml-unknown = `{ $word }` er ingen verdi
    .remedy = skriv `"unknown"` om ei opplysning som nokon har spurt etter forgjeves, `"cannot tell: …"` som svar; lat vere å skrive det ingen seier
finding-toml-number = `{ $text }` er ikkje eit tal i TOML
    .remedy = skriv `{ $write }`
finding-toml-unit = `{ $text }` er ikkje eit tal
    .remedy = skriv `{ $write }`, utan eininga
finding-toml-number-too-large = `{ $text }` er større enn eit tal kan vere
    .remedy = det største heile talet er 9223372036854775807; skriv eit mindre
finding-toml-date = `{ $text }` er ikkje ein dato i TOML
    .remedy = skriv `{ $write }`
finding-toml-no-such-day = `{ $text }` er ein dag som ikkje finst
    .remedy = sjå på dagen og månaden; rekkjefølgja er år-månad-dag
finding-toml-quotes = `{ $sign }` er ikkje eit hermeteikn i TOML
    .remedy = skriv `"`; tekstbehandlarar byter det ut, ein rein tekstredigerar gjer det ikkje
finding-toml-open-bracket = `{ $sign }` opnar her ei liste eller ein tabell som aldri blir lukka
    .remedy = lukk med `{ $close }`
finding-toml-backslash = i hermeteikn står `\` og bokstaven bak for eit anna teikn
    .remedy = skriv `{ $write }`
finding-toml-colon = her står `:`, og TOML har `=` mellom ein nøkkel og verdien
    .remedy = skriv `{ $write }`
finding-toml-no-equals = `=` manglar mellom nøkkelen og verdien
    .remedy = skriv `{ $write }`
finding-toml-key-of-words = nøkkelen `{ $key }` har eit mellomrom i seg
    .remedy = skriv `{ $write }`
finding-toml-key-letter = `{ $sign }` kan ikkje stå i ein nøkkel
    .remedy = skriv nøkkelen med bokstavar frå a til z, siffer, `_` og `-`

# The person store. None of these texts says what a cell holds.
finding-no-such-store-table = `{ $name }` er ikkje ein tabell i eit personregister
    .remedy = meinte du `{ $nearest }`? tabellen blei ikkje lesen
    .without = tabellen blei ikkje lesen; eit personregister har: { $known }
finding-not-a-birth-year = `{ $text }` er ikkje eit fødselsår
    .remedy = skriv fire siffer, til dømes `1957`, og ikkje meir av datoen
finding-setting-not-true-or-false = `{ $value }` er verken true eller false
    .remedy = skriv `true` eller `false` utan hermeteikn
finding-patient-of-patient = ein som kjem som pasient, står som pårørande til nokon
    .remedy = skriv `pårørande` som rolle, eller ta bort id-en til pasienten
finding-own-relative = rada nemner seg sjølv som pasienten
    .remedy = skriv id-en til pasienten, eller la det stå tomt
finding-together-with-nobody = rada seier at dei kjem saman med nokon, og ikkje med kven
    .remedy = skriv id-en til pasienten i `pårørande til`, eller ta ordet bort
finding-referred-to-nothing = tilvisinga nemner verken eit tilbod eller ei målgruppe
    .remedy = skriv tilbodet eller målgruppa som personen ventar på
finding-deadline-before-referral = fristen er før tilvisinga
    .remedy = kontroller begge datoane
finding-told-before-placed = personen blei varsla før dagen for plasseringa
    .remedy = kontroller begge datoane
finding-cost-too-high = ein kostnad er høgst { $most }, og han blir no rekna som det
    .remedy = skriv eit mindre tal; for å stengje ute kursrekkja, ta bort rada
finding-second-row = rad { $first } gjeld alt same person, kursrekkje og dag
    .remedy = behald ei av dei to; den første blei brukt, og denne blei utelaten
finding-second-in-memory = ei anna rad gjeld alt same person, kursrekkje og dag
    .remedy = behald ei av dei to; den første blei brukt, og denne blei utelaten
finding-relative-of-relative = rada gjeld ein pårørande til ein som sjølv er pårørande
    .remedy = skriv id-en til pasienten
finding-no-municipality-of-person = nummeret er ikkje nokon kommune sitt { $on }
    .remedy = skriv dei fire siffera som gjeld den dagen
finding-after-question = dagen er etter { $as_of }, som er datoen det blir spurt om
    .remedy = rett dagen, eller spør om ein seinare dato
finding-no-people = registeret har inga rad i `{ $table }`
    .remedy = fyll ut ei rad for kvar person; utan den kan ingen vurderast

# Hendingar.
finding-no-events = det står inga hending her
    .remedy = skriv `[[event]]` og under den kva som hende, til dømes `kind = "leader_away"`
finding-not-events = `{ $value }` er inga liste over hendingar
    .remedy = skriv `[[event]]` over nøklane til kvar hending
finding-no-such-event-kind = `{ $kind }` er inga slags hending
    .remedy = meinte du `{ $nearest }`? slaga er: { $kinds }
    .without = slaga er: { $kinds }
finding-no-such-event-key = `{ $key }` er ikkje ein nøkkel for ei slik hending
    .remedy = meinte du `{ $nearest }`? nøklane er: { $keys }
    .without = nøklane er: { $keys }
finding-event-lacks = hendinga seier ikkje `{ $key }`
    .remedy = skriv ei linje `{ $key } = …` under `[[event]]`
finding-event-one-amount = eit kutt i eit budsjett seier anten `amount`, i kroner, eller `hours`
    .remedy = skriv éin av dei under `[[event]]`
finding-not-a-half-day = `{ $value }` er ikkje ein del av ein dag
    .remedy = skriv `formiddag`, `ettermiddag` eller `kveld`; for fleire delar `half_days = ["formiddag", "kveld"]`
finding-pathway-for-nobody = forløpet nemner inga målgruppe, så det gjeld ingen
    .remedy = skriv id-en til målgruppa
finding-no-such-pathway = det finst ikkje noko forløp `{ $pathway }`, verken blant dei som følgjer med eller i tabellen; steget står ikkje i noko forløp
    .remedy = meinte du `{ $nearest }`? legg til forløpet, eller rett id-en
    .without = legg til forløpet, eller rett id-en
finding-no-such-step = det finst ikkje noko steg `{ $step }`, verken blant dei som følgjer med eller i tabellen; kurset tel ikkje for noko steg
    .remedy = meinte du `{ $nearest }`? legg til steget, eller rett id-en
    .without = legg til steget, eller rett id-en
finding-named-does-not-fit = eit forløpsdokument nemner `{ $offer }` for steget `{ $step }`, men det passar ikkje der på grunn av { $fact }; det dekkjer ikkje steget for nokon
    .remedy = rett tilbodet eller steget, eller ta bort rada
finding-pathway-without-steps = forløpet `{ $pathway }` har ingen steg
    .remedy = legg til stega; det har ingen av dei som følgjer med, sidan rada tek plassen deira
finding-unknown-step-topics = inga temaliste kjenner { $topics }, så ingen tittel blir lesen som om han handlar om det
    .remedy = skriv eit tema som følgjer med, eller legg ordet til dei eigne temaa i arbeidsmappa
