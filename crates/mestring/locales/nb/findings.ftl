# Det som er galt eller verdt å vite om dataene. Verdien sier hva som ble funnet, `.remedy` hva som
# ville være rett, `.without` det samme når det ikke er noe nært nok å foreslå.
finding-severity-error = feil
finding-severity-warning = advarsel
finding-severity-note = merknad
finding-line = { $severity } { $code }: { $place }: { $found }
    .remedy = { $severity } { $code }: { $place }: { $found }; { $remedy }
finding-place-row = { $file }, rad { $row }
finding-place-line = { $file }, linje { $row }
finding-place-column = { $place }, kolonne `{ $column }`
finding-place-setting = { $place }, innstilling `{ $column }`
finding-with-effect = { $remedy }; { $effect }
finding-effect-not-stated = cellen ble lest som ikke oppgitt
finding-effect-left-empty = cellen ble stående tom
finding-effect-row-left-out = raden ble utelatt
finding-effect-topic-left-out = raden ble ikke tatt med i temalisten
finding-more = { $count } til av samme slag er ikke listet opp
    .remedy = rett dem som står her, og les på nytt

# Flere funn med samme årsak, som ett.
finding-group-table-not-read = { $rows ->
    [one] denne raden viser
   *[other] den første av { $rows } rader som viser
} til `{ $table }`, men `{ $file }` ble ikke lest
    .remedy = rett det først: se { $cause } ovenfor
finding-group-row-left-out = { $rows ->
    [one] denne raden viser
   *[other] den første av { $rows } rader som viser
} til `{ $id }` i `{ $table }`, men rad { $row } i `{ $file }` ble utelatt
    .remedy = rett det først: se { $cause } ovenfor
finding-group-no-table = { $rows ->
    [one] denne raden viser
   *[other] den første av { $rows } rader som viser
} til `{ $table }`, men arbeidsmappen har ingen rader i den tabellen
    .remedy = legg til tabellen
finding-group-no-such-row = { $rows ->
    [one] denne raden viser
   *[other] den første av { $rows } rader som viser
} til `{ $id }`, men `{ $table }` har ingen slik rad
    .remedy = mente du `{ $nearest }`? legg til raden, eller rett id-en
    .without = legg til raden, eller rett id-en

# Tabeller, overskrifter og enkeltopplysninger.
finding-no-such-table = `{ $name }` er ikke en tabell i arbeidsmappen
    .remedy = mente du `{ $nearest }`? tabellen ble ikke lest
    .without = tabellen ble ikke lest; tabellene er: { $known }
finding-second-column = to kolonner betyr `{ $column }`
    .remedy = behold én av dem; den første ble brukt
finding-no-such-column = `{ $heading }` er ikke en kolonne i `{ $table }`
    .remedy = mente du `{ $nearest }`? kolonnen ble ikke lest
    .without = kolonnen ble ikke lest; `{ $table }` har: { $known }
finding-missing-column = kolonnen `{ $column }` mangler
    .remedy = legg til en kolonne med overskriften { $headings }
finding-fact-table = `{ $table }` er ikke en tabell der radene har id
    .remedy = skriv en av: { $known }
finding-fact-column = `{ $column }` er ikke en kolonne i `{ $table }` som kan settes
    .remedy = mente du `{ $nearest }`?
    .without = skriv en av: { $known }
finding-fact-row = `{ $table }` har ingen rad `{ $id }`
    .remedy = mente du `{ $nearest }`? skriv id-en til en rad som står i en tabell i arbeidsmappen
    .without = skriv id-en til en rad som står i en tabell i arbeidsmappen

# Celler.
finding-empty-cell = cellen er tom
    .remedy = denne kolonnen må fylles ut
finding-not-whole = `{ $text }` er ikke et helt tall
    .remedy = skriv sifre, for eksempel `12`, eller la cellen stå tom når ingen oppgir det
finding-not-a-span = `{ $text }` er verken et helt tall eller et spenn
    .remedy = skriv `8`, eller `8-12` med det minste tallet først
finding-not-hours = `{ $text }` er ikke et antall timer
    .remedy = skriv timer med høyst to desimaler, for eksempel `13,5`
finding-not-kroner = `{ $text }` er ikke et beløp i kroner
    .remedy = skriv kroner med høyst to desimaler, for eksempel `1 200` eller `1200,50`
finding-not-a-share = `{ $text }` er ikke en andel
    .remedy = skriv prosent med prosenttegn, for eksempel `85 %`
finding-not-a-date = `{ $text }` er ikke en dato
    .remedy = skriv hele datoen, for eksempel `31.12.2026` eller `2026-12-31`
finding-no-such-date = `{ $text }` er en dato som ikke finnes
    .remedy = se over dag og måned
finding-not-a-partial-date = `{ $text }` er verken en dato eller en del av en dato
    .remedy = skriv `31.12.2026`, `2026-09`, `2026-høst`, `2026`, eller `12-31` uten år
finding-neither-yes-nor-no = `{ $text }` er verken ja eller nei
    .remedy = skriv `ja` eller `nei`, eller la cellen stå tom når ingen oppgir det
finding-not-ages = `{ $text }` er ikke en aldersgruppe
    .remedy = skriv `18+`, `<65`, `<=55`, `14-20` eller `voksne`
finding-not-a-municipality = `{ $text }` er ikke et kommunenummer
    .remedy = skriv de fire sifrene, for eksempel `4601` for Bergen
finding-not-an-organisation-number = organisasjonsnummeret har ikke ni sifre med riktig kontrollsiffer
    .remedy = slå det opp i Enhetsregisteret (Brønnøysund)
finding-not-a-url = `{ $text }` er ikke en nettadresse
    .remedy = skriv hele adressen, som begynner med `https://`
finding-not-a-word = `{ $text }` er ikke et ord som kan stå her
    .remedy = mente du `{ $nearest }`? ett av: { $words }
    .without = skriv ett av: { $words }
finding-not-an-id = `{ $text }` er ikke en id
    .remedy = skriv 1 til { $most } bokstaver, sifre, `-`, `_` eller `.`, uten mellomrom
finding-eleven-digits = elleve sifre der det skulle stå en id
    .remedy = bruk aldri et fødselsnummer som id; skriv et kort navn, for eksempel `KOLS-1`
finding-several-municipalities = { $count } kommuner heter `{ $name }` { $date }
    .remedy = skriv nummeret: { $numbers }
finding-former-municipality = `{ $name }` har ikke vært noen kommune siden { $since }
    .remedy = skriv det den ble til: { $became }
finding-no-municipality-of-name = ingen kommune heter `{ $name }` { $date }
    .remedy = mente du `{ $nearest }`? skriv navnet eller de fire sifrene
    .without = skriv navnet eller de fire sifrene, for eksempel `4601` for Bergen
finding-several-rows-of-name = { $count } rader i `{ $table }` heter `{ $name }`
    .remedy = skriv id-en: { $ids }
finding-no-row-of-name = `{ $table }` har ingen rad med id eller navn `{ $name }`
    .remedy = mente du `{ $nearest }`? legg til raden først, eller skriv id-en eller navnet til en som finnes
    .without = legg til raden først, eller skriv id-en eller navnet til en som finnes

# Celler i samme rad.
finding-ends-before-start = den siste dagen er før den første
    .remedy = se over begge datoene
finding-latest-before-earliest = den seneste starten er før den tidligste
    .remedy = se over begge datoene
finding-cancelled-after-start = siste dag for avlysing er etter første samling
    .remedy = se over begge datoene
finding-impossible-sessions = ingenting har så mange samlinger
    .remedy = skriv et tall fra 1 til { $most }, eller la det stå tomt; inntil da regnes det som ukjent
finding-minimum-above-seats = minste antall er større enn antall plasser
    .remedy = se over begge tallene
finding-no-start = en kursrekke med status { $state } mangler start
    .remedy = skriv datoen for den første samlingen
finding-several-half-days = en vedtatt kursrekke nevner flere deler av dagen
    .remedy = skriv den som ble vedtatt
finding-reserved-for-nobody = raden nevner verken organisasjon, områdeutvalg eller kommune
    .remedy = skriv hvem plassene er forbeholdt
finding-room-or-leader = raden nevner verken rom eller kursholder, eller begge
    .remedy = skriv ett rom eller én kursholder i hver rad
finding-closed-leader = en kursholder er ikke stengt
    .remedy = skriv `opptatt`, eller nevn et rom, eller ingen der hele senteret er stengt
finding-break-of-one = en skoleferie gjelder hele senteret, og raden nevner et rom eller en kursholder
    .remedy = la begge stå tomme, eller skriv `opptatt`
finding-budget-of-money = et budsjett av penger oppgir `beløp` og ikke noe annet
    .remedy = fyll ut bare `beløp`
finding-budget-of-hours = et budsjett av rådgivertimer oppgir `timer` og ikke noe annet
    .remedy = fyll ut bare `timer`
finding-answer-before-question = svaret kom før spørsmålet
    .remedy = se over begge datoene
finding-answer-without-date = det står et svar uten dato
    .remedy = skriv når svaret kom
finding-due-of-recurring = en forpliktelse som kommer igjen, har én enkelt frist
    .remedy = la `forfall` stå tom, eller skriv `én gang`
finding-no-answer = `{ $answer }` er ikke et svar om { $kind }
    .remedy = skriv ett av: { $words }
finding-one-or-two = et forhold nevner to tilbud, og en kursrekke står alene
    .remedy = fyll ut `andre` bare for forhold mellom tilbud

# Rader som hører sammen.
finding-taken-id = id-en `{ $id }` står allerede i rad { $first }
    .remedy = gi raden sin egen id; den første raden ble brukt, og denne ble utelatt
finding-taken-in-memory = id-en `{ $id }` er brukt allerede
    .remedy = gi raden sin egen id; den første raden ble brukt, og denne ble utelatt
finding-no-such-row = `{ $table }` har ingen rad `{ $id }`
    .remedy = mente du `{ $nearest }`? legg til raden, eller rett id-en
    .without = legg til raden, eller rett id-en
finding-no-table = `{ $table }` har ingen rad `{ $id }`: arbeidsmappen har ingen rader i den tabellen
    .remedy = legg til tabellen med raden, eller la dette stå tomt
finding-table-not-read = `{ $table }` har ingen rad `{ $id }`: `{ $file }` ble ikke lest
    .remedy = rett det først: se { $cause }
finding-row-left-out = `{ $table }` har ingen rad `{ $id }`: rad { $row } i `{ $file }` ble utelatt
    .remedy = rett det først: se { $cause }
finding-contradicts-offers = `{ $organisation }` svarte { $date } at den ikke har noe tilbud for `{ $group }` på nivået { $level }, men dette av dens egne er oppført der: { $offers }
    .remedy = spør på nytt; eller rett målgrupper, nivå eller status i tilbudet
finding-shares-sum = andelene i `{ $agreement }` blir { $sum } til sammen
    .remedy = la dem bli 100 % til sammen
finding-reserved-above-seats = `{ $run }` har { $seats } plasser, og { $reserved } av dem er forbeholdt noen
    .remedy = hold av høyst så mange som den har; radene som står først, går først
finding-municipalities-unknown = ingen kommune er kjent for dem plassene er forbeholdt, så ingen kunne fått dem
    .remedy = skriv kommunene i raden; til da er plassene åpne for alle
finding-hub-room-elsewhere = rommet `{ $room }` hører ikke til `{ $organisation }`
    .remedy = skriv et rom der, eller rett hvem rommet tilhører
finding-hub-room-twice = `{ $run }` har rommet `{ $room }` to ganger samtidig
    .remedy = gi hver gruppe sitt eget rom
finding-hub-without-room = `{ $run }` er vedtatt, og det er ikke oppgitt noe rom for gruppen som følger den hos `{ $organisation }`, så ingenting er reservert der
    .remedy = skriv rommet når det er kjent
finding-hub-of-format = formen på `{ $run }` er { $format }, og en gruppe et annet sted kan bare følge det som sendes ut
    .remedy = skriv `hybrid` eller `overført til møtested` som form på kursrekken, eller ta bort raden; til da blir rommet planlagt

# Referansedata: kommuner og tema.
finding-municipality-not-yet = `{ $number }` gjelder først fra { $from }
    .remedy = skriv nummeret som gjaldt på datoen
finding-municipality-ended = `{ $number }` gjelder ikke lenger fra { $ended }
    .remedy = skriv { $successors }
    .without = slå det opp i listen over kommuner hos Statistisk sentralbyrå
finding-municipality-no-such = `{ $number }` er ikke nummeret til en kommune
    .remedy = mente du `{ $nearest }`?
    .without = slå det opp i listen over kommuner hos Statistisk sentralbyrå
finding-topic-bad-id = temaet `{ $id }`: det er ikke en id
    .remedy = skriv små engelske bokstaver, sifre og understrek
finding-topic-no-name = temaet `{ $topic }` er nytt og mangler navn på { $language }
    .remedy = gi det navn på alle tre språkene
finding-topic-unknown-parent = temaet `{ $topic }` er en del av `{ $parent }`, som ikke finnes
    .remedy = legg til det temaet, eller rett id-en
finding-topic-circle = temaet `{ $topic }` er en del av seg selv gjennom sine overtema
    .remedy = ta ut ett av dem
finding-topic-unknown-group = temaet `{ $topic }` er for `{ $group }`, som ikke er en målgruppe
    .remedy = bruk en av: { $known }
finding-topic-bad-term = temaet `{ $topic }`: uttrykket `{ $term }` kan ikke brukes til å kjenne igjen titler
    .remedy = skriv ord, med stjerne foran eller bak når det er ett ord
finding-topic-term-taken = temaet `{ $topic }`: uttrykket `{ $term }` hører allerede til temaet `{ $other }`
    .remedy = behold det i ett av dem

# Filer.
finding-file-too-large = `{ $file }` er på { $megabytes } MB, og grensen er { $limit } MB
    .remedy = behold bare de radene og kolonnene som tabellen trenger
finding-zip-as-csv = `{ $file }` leses som CSV, men er en arbeidsbok eller et annet zip-arkiv
    .remedy = gi den endelsen `.xlsx` hvis den er en arbeidsbok
finding-other-zip-as-csv = `{ $file }` leses som CSV, men er et annet zip-arkiv, for eksempel .ods eller .docx
    .remedy = lagre tabellen som `CSV UTF-8` eller som en `.xlsx`-arbeidsbok
finding-old-workbook-as-csv = `{ $file }` leses som CSV, men er en gammel Excel-arbeidsbok (.xls) eller en med passord
    .remedy = lagre tabellen som `CSV UTF-8` eller som en `.xlsx`-arbeidsbok
finding-pdf-as-csv = `{ $file }` leses som CSV, men er et PDF-dokument
    .remedy = lagre tabellen som `CSV UTF-8` eller som en `.xlsx`-arbeidsbok
finding-unmarked-utf16 = `{ $file }` leses som CSV, men er tekst i UTF-16 uten byterekkefølgemerke
    .remedy = lagre den som `CSV UTF-8`
finding-binary-as-csv = `{ $file }` leses som CSV, men er ikke tekst
    .remedy = lagre tabellen som `CSV UTF-8` eller som en `.xlsx`-arbeidsbok
finding-national-number = her står et fødselsnummer på elleve sifre
    .remedy = ingenting av tabellen ble lest; ta personer ut av filen og historikken dens
finding-national-numbers = her står et fødselsnummer på elleve sifre, det første av { $cells } i denne kolonnen
    .remedy = ingenting av tabellen ble lest; ta personer ut av filen og historikken dens
finding-likely-number = her står elleve sifre som begynner som en fødselsdato; det kan være et fødselsnummer med skrivefeil
    .remedy = er det det, ta det ut av filen og historikken dens
finding-likely-numbers = her står elleve sifre som begynner som en fødselsdato, de første av { $cells } i denne kolonnen; det kan være et fødselsnummer med skrivefeil
    .remedy = er det det, ta det ut av filen og historikken dens
finding-read-as = lest som { $encoding }, skilt med { $separator }
finding-read-as-declared = lest som { $encoding }, skilt med `{ $separator }`
finding-read-as-one-column = lest som { $encoding }, én kolonne
finding-open-quote = et anførselstegn åpner en celle i denne raden og lukkes aldri; ingenting herfra og nedover ble lest
    .remedy = lukk det eller ta det bort
finding-no-cells = det er ingen tabell her: ingen celle er fylt ut
    .remedy = skriv overskriftene i den første raden
finding-no-cells-in-workbook = det er ingen tabell her: ingen celle er fylt ut
    .remedy = skriv overskriftene i den første raden i et ark
finding-empty-desk = arbeidsmappen har ingen rader
    .remedy = fyll ut en tabell, eller begynn med `mestring new`

# Lister som tas inn i en arbeidsmappe.
finding-list-differs = listen sier `{ $list }`, arbeidsmappen `{ $desk }`
    .remedy = teksten i arbeidsmappen ble beholdt; importer med `--update` for å ta listens
finding-desk-silent = listen sier `{ $list }`, arbeidsmappen ingenting
    .remedy = arbeidsmappen ble stående som den er; importer med `--update` for å ta listens tekst
finding-rows-differ = listen sier `{ $list }`, og rad { $row } i `{ $file }` med samme id `{ $first }`
    .remedy = den første raden ble tatt med; gi den andre sin egen id, eller slå dem sammen
finding-first-row-silent = listen sier `{ $list }`, og rad { $row } i `{ $file }` med samme id ingenting
    .remedy = den første raden ble tatt med; gi den andre sin egen id, eller slå dem sammen
finding-no-cell = raden mangler `{ $column }`
    .remedy = denne kolonnen må fylles ut
finding-list-row-left-out = raden ble utelatt
    .remedy = en annen av cellene i raden sier hvorfor
finding-no-table-fits = ingen tabell i arbeidsmappen passer til listen
    .remedy = si hvilken det er med `--as TABELL`: { $known }; eller ta et annet ark med `--sheet NAVN`
finding-no-column-fits = listen ble lest som `{ $table }`, og ingen overskrift i den er `{ $column }`, som må være med
    .remedy = si hvilken det er med `--column "OVERSKRIFT={ $column }"`, eller hvilken tabell listen er, med `--as TABELL`
finding-import-waiting = { $cells ->
    [one] { $cells } celle som en import utelot, venter her
   *[other] { $cells } celler som en import utelot, venter her
}
    .remedy = rett listen og importer den på nytt, eller fjern filen
finding-recoded = tegnkodingen til filen mangler en bokstav som listen har
    .remedy = hele filen skrives som UTF-8

# Celler slik et regneark viser dem.
finding-damaged-letters = bokstaver var ødelagt før filen kom hit, som `Ã¸` for `ø`
    .remedy = eksporter listen på nytt som `CSV UTF-8`
finding-extra-cells = raden har { $cells } celler, og overskriftsraden { $headings }; ikke lest: `{ $shown }`
    .remedy = sett anførselstegn rundt en celle som inneholder skilletegnet
finding-extra-cells-hidden = raden har { $cells } celler, og overskriftsraden { $headings }; ikke lest: (vises ikke, siden det inneholder et langt tall)
    .remedy = sett anførselstegn rundt en celle som inneholder skilletegnet
finding-few-cells = raden har { $cells ->
    [one] { $cells } celle
   *[other] { $cells } celler
}, og overskriftsraden { $headings }
    .remedy = cellene som mangler, ble lest som tomme; se etter at ingen er hoppet over midt i raden
finding-heading-twice = overskriften står to ganger, i { $first } og { $second }
    .remedy = gi hver kolonne sin egen overskrift; den første ble lest
finding-no-heading = kolonnen har { $cells ->
    [one] { $cells } utfylt celle
   *[other] { $cells } utfylte celler
}, men ingen overskrift
    .remedy = skriv en overskrift over den, eller tøm kolonnen
finding-no-heading-not-read = kolonnen har { $cells ->
    [one] { $cells } utfylt celle
   *[other] { $cells } utfylte celler
}, men ingen overskrift, og ble ikke lest
    .remedy = skriv en overskrift over den, eller tøm kolonnen
finding-empty-rows-above = overskriftene ble hentet fra denne raden; radene over er tomme
finding-title-above = overskriftene ble hentet fra denne raden; radene over ble ikke lest
finding-rows-above = overskriftene ble hentet fra denne raden; radene over ble ikke lest
    .remedy = hvis det er feil, slett radene over overskriftene
finding-hidden-sheet = arket er skjult og ble lest likevel
finding-error-value = cellen { $cell } inneholder feilen `{ $error }` og ble lest som tom
    .remedy = rett formelen, eller skriv verdien
finding-formula = cellen { $cell } inneholder en formel; den sist beregnede verdien ble lest
finding-formulas = { $cells } celler fra { $first } og nedover inneholder formler; de sist beregnede verdiene ble lest
finding-not-computed = cellen { $cell } inneholder en formel som aldri er beregnet
    .remedy = åpne arbeidsboken i et regneark og lagre den
finding-merged-cells = cellene { $range } er slått sammen; verdien står bare i { $first }
    .remedy = del dem igjen, og skriv verdien i hver celle den hører til
finding-empty-sheet = arket er tomt
finding-not-a-sheet = arket er ikke en tabell med celler
finding-no-year = cellen { $cell } viser en dag uten år
    .remedy = hvis det ble skrevet et spenn som `8-12`, har regnearket gjort det om til en dato: formater kolonnen som tekst og skriv det på nytt

# Innstillinger og regelpakker.
finding-pack-without-key = `{ $value }` sier ikke om det er en mappe eller en regelpakke som følger med
    .remedy = skriv `{ $write }`
finding-setting-backslash = i anførselstegn står `\` og bokstaven bak for et annet tegn
    .remedy = skriv `{ $write }`
finding-setting-empty = det står ingenting mellom anførselstegnene
    .remedy = skriv noe, eller ta linjen bort
finding-no-such-pack-key = `{ $key }` er ikke en nøkkel for en regelpakke
    .remedy = mente du `{ $nearest }`? nøklene er: path, shipped, version
    .without = nøklene er: path, shipped, version
finding-no-such-setting = `{ $key }` er ikke en innstilling
    .remedy = mente du `{ $nearest }`? innstillingene er: { $known }
    .without = innstillingene er: { $known }
finding-setting-not-text = `{ $value }` er ikke en tekst
    .remedy = skriv en tekst mellom anførselstegn
finding-setting-not-a-date = `{ $value }` er ikke en dato
    .remedy = skriv en dato, for eksempel 2026-12-31
finding-setting-not-whole = `{ $value }` er ikke et helt tall, null eller mer
    .remedy = skriv sifre uten anførselstegn
finding-setting-not-a-table = `{ $value }` er ikke en tabell
    .remedy = skriv en tabell: `[packs]`
finding-not-a-language = `{ $value }` er ikke et språk
    .remedy = skriv `nb`, `nn` eller `en`
finding-no-pack-place = `{ $value }` sier ikke hvor regelpakken er
    .remedy = skriv `{"{"} path = "MAPPE" {"}"}` eller `{"{"} shipped = "NAVN", version = "1.0.0" {"}"}`
finding-empty-period = planen har ingen dager å bruke: den begynner { $from } og slutter { $until }
    .remedy = sett `plan_from` og `plan_until` i desk.toml; rapporten har ikke noe forslag
finding-pack-other-version = arbeidsmappen ble skrevet for { $name } { $wanted }, og { $shipped } følger med
    .remedy = les hva som er endret, og skriv så `{ $shipped }`; eller behold den gamle regelpakken i en egen mappe
finding-pack-own-rules = reglene for `{ $name }` er deres egne og ligger i `{ $way }`
    .remedy = en arbeidsbok inneholder ingen regler: flytt mappen sammen med den, slik at veien fra den ene til den andre er den samme
finding-pack-unread-rules = reglene for `{ $name }` kan ikke leses i `{ $way }`
    .remedy = rett mappen eller innstillingen; en arbeidsbok inneholder ingen regler, bare veien til dem
finding-pack-not-used = ingen spørsmål bruker en regelpakke av typen `{ $kind }`, som `{ $pack }`
    .remedy = utelat den her
finding-pack-cases-fail = regelpakken { $pack } svarer ikke slik dens egne eksempler venter, så svarene kan være feil: { $failed } av { $cases } feiler, den første er { $first }
    .remedy = kjør `mestring rules test { $place }`, og rett så regelen eller eksemplet
finding-pack-not-yet-valid = regelpakken { $pack } kan ikke brukes { $as_of }: parameteren `{ $parameter }` har bare verdier fra { $from }
    .remedy = legg til en tidligere verdi i pack.toml; det pakken avgjør, er utelatt her
finding-pack-expired = regelpakken { $pack } kan ikke brukes { $as_of }: parameteren `{ $parameter }` har bare verdier til { $until }
    .remedy = legg til en senere verdi i pack.toml; det pakken avgjør, er utelatt her
finding-pack-before-validity = regelpakken { $pack } gjelder fra { $from }, og det er spurt om { $as_of }: svarene gjelder ikke ennå
    .remedy = bruk regelpakken som gjelder den dagen, eller rett `valid_from` i pack.toml
finding-pack-after-validity = regelpakken { $pack } gjaldt til { $until }, og det er spurt om { $as_of }: svarene gjelder ikke lenger
    .remedy = bruk regelpakken som gjelder den dagen, eller rett `valid_until` i pack.toml

# What the reader of TOML stops at, in desk.toml and in the files of a pack.
finding-toml-key-twice = denne nøkkelen står her for andre gang
    .remedy = ta en av dem bort
finding-toml-no-quotes = dette er ingen verdi: en tekst står mellom anførselstegn
    .remedy = skriv `"…"`
finding-toml-open-text = her begynner en tekst der anførselstegnene aldri lukkes
    .remedy = lukk den med `"` på samme linje
finding-toml-no-value = her mangler en verdi
    .remedy = skriv `nøkkel = verdi`
finding-toml-missing = her mangler `{ $sign }`
    .remedy = skriv `{ $sign }` her
finding-toml-unread = dette kan ikke leses som TOML
    .remedy = skriv `nøkkel = verdi` på en egen linje, tekster i anførselstegn, lister i hakeparenteser
finding-toml-word-without-quotes = `{ $word }` er ingen verdi: en tekst står mellom anførselstegn
    .remedy = skriv `"{ $word }"`
finding-toml-yes-no = `{ $word }` er ingen verdi: ja er `true`, og nei er `false`
    .remedy = skriv `{ $write }`
finding-toml-unknown = `{ $word }` er ingen verdi
    .remedy = skriv `"unknown"` om en opplysning som noen har spurt etter forgjeves, `"cannot tell: …"` som svar; utelat det ingen sier
finding-toml-number = `{ $text }` er ikke et tall i TOML
    .remedy = skriv `{ $write }`
finding-toml-unit = `{ $text }` er ikke et tall
    .remedy = skriv `{ $write }`, uten enheten
finding-toml-number-too-large = `{ $text }` er større enn et tall kan være
    .remedy = det største hele tallet er 9223372036854775807; skriv et mindre
finding-toml-date = `{ $text }` er ikke en dato i TOML
    .remedy = skriv `{ $write }`
finding-toml-no-such-day = `{ $text }` er en dag som ikke finnes
    .remedy = se på dagen og måneden; rekkefølgen er år-måned-dag
finding-toml-quotes = `{ $sign }` er ikke et anførselstegn i TOML
    .remedy = skriv `"`; tekstbehandlere bytter det ut, en ren tekstredigerer gjør det ikke
finding-toml-open-bracket = `{ $sign }` åpner her en liste eller tabell som aldri lukkes
    .remedy = lukk den med `{ $close }`
finding-toml-backslash = i anførselstegn står `\` og bokstaven bak for et annet tegn
    .remedy = skriv `{ $write }`
finding-toml-colon = her står `:`, og TOML har `=` mellom en nøkkel og verdien
    .remedy = skriv `{ $write }`
finding-toml-no-equals = `=` mangler mellom nøkkelen og verdien
    .remedy = skriv `{ $write }`
finding-toml-key-of-words = nøkkelen `{ $key }` har et mellomrom i seg
    .remedy = skriv `{ $write }`
finding-toml-key-letter = `{ $sign }` kan ikke stå i en nøkkel
    .remedy = skriv nøkkelen med bokstaver fra a til z, sifre, `_` og `-`

# The person store. None of these texts says what a cell holds.
finding-no-such-store-table = `{ $name }` er ikke en tabell i et personregister
    .remedy = mente du `{ $nearest }`? tabellen ble ikke lest
    .without = tabellen ble ikke lest; et personregister har: { $known }
finding-not-a-birth-year = `{ $text }` er ikke et fødselsår
    .remedy = skriv fire sifre, for eksempel `1957`, og ikke mer av datoen
finding-setting-not-true-or-false = `{ $value }` er verken true eller false
    .remedy = skriv `true` eller `false` uten anførselstegn
finding-patient-of-patient = en som kommer som pasient, står som pårørende til noen
    .remedy = skriv `pårørende` som rolle, eller ta bort id-en til pasienten
finding-own-relative = raden nevner seg selv som pasienten
    .remedy = skriv id-en til pasienten, eller la det stå tomt
finding-together-with-nobody = raden sier at de kommer sammen med noen, og ikke med hvem
    .remedy = skriv pasientens id i `pårørende til`, eller ta ordet bort
finding-referred-to-nothing = henvisningen nevner verken et tilbud eller en målgruppe
    .remedy = skriv tilbudet eller målgruppen som personen venter på
finding-deadline-before-referral = fristen er før henvisningen
    .remedy = kontroller begge datoene
finding-told-before-placed = personen ble varslet før dagen for plasseringen
    .remedy = kontroller begge datoene
finding-cost-too-high = en kostnad er høyst { $most }, og den regnes nå som det
    .remedy = skriv et mindre tall; for å utelukke kursrekken, ta bort raden
finding-second-row = rad { $first } gjelder allerede samme person, kursrekke og dag
    .remedy = behold en av de to; den første ble brukt, og denne ble utelatt
finding-second-in-memory = en annen rad gjelder allerede samme person, kursrekke og dag
    .remedy = behold en av de to; den første ble brukt, og denne ble utelatt
finding-relative-of-relative = raden gjelder en pårørende til en som selv er pårørende
    .remedy = skriv id-en til pasienten
finding-no-municipality-of-person = nummeret er ikke en kommunes { $on }
    .remedy = skriv de fire sifrene som gjelder den dagen
finding-after-question = dagen er etter { $as_of }, som er datoen det spørres om
    .remedy = rett dagen, eller spør om en senere dato
finding-no-people = registeret har ingen rader i `{ $table }`
    .remedy = fyll ut en rad for hver person; uten den kan ingen vurderes

# Hendelser.
finding-no-events = det står ingen hendelse her
    .remedy = skriv `[[event]]` og under den hva som skjedde, for eksempel `kind = "leader_away"`
finding-not-events = `{ $value }` er ingen liste over hendelser
    .remedy = skriv `[[event]]` over nøklene til hver hendelse
finding-no-such-event-kind = `{ $kind }` er ingen slags hendelse
    .remedy = mente du `{ $nearest }`? slagene er: { $kinds }
    .without = slagene er: { $kinds }
finding-no-such-event-key = `{ $key }` er ikke en nøkkel for en slik hendelse
    .remedy = mente du `{ $nearest }`? nøklene er: { $keys }
    .without = nøklene er: { $keys }
finding-event-lacks = hendelsen sier ikke `{ $key }`
    .remedy = skriv en linje `{ $key } = …` under `[[event]]`
finding-event-one-amount = et kutt i et budsjett sier enten `amount`, i kroner, eller `hours`
    .remedy = skriv én av dem under `[[event]]`
finding-not-a-half-day = `{ $value }` er ikke en del av en dag
    .remedy = skriv `formiddag`, `ettermiddag` eller `kveld`; for flere deler `half_days = ["formiddag", "kveld"]`
finding-pathway-for-nobody = forløpet nevner ingen målgruppe, så det gjelder ingen
    .remedy = skriv id-en til målgruppen
finding-no-such-pathway = det finnes ikke noe forløp `{ $pathway }`, verken blant dem som følger med eller i tabellen; steget står ikke i noe forløp
    .remedy = mente du `{ $nearest }`? legg til forløpet, eller rett id-en
    .without = legg til forløpet, eller rett id-en
finding-no-such-step = det finnes ikke noe steg `{ $step }`, verken blant dem som følger med eller i tabellen; kurset teller ikke for noe steg
    .remedy = mente du `{ $nearest }`? legg til steget, eller rett id-en
    .without = legg til steget, eller rett id-en
finding-named-does-not-fit = et forløpsdokument nevner `{ $offer }` for steget `{ $step }`, men det passer ikke der på grunn av { $fact }; det dekker ikke steget for noen
    .remedy = rett tilbudet eller steget, eller ta bort raden
finding-pathway-without-steps = forløpet `{ $pathway }` har ingen steg
    .remedy = legg til stegene; det har ingen av dem som følger med, siden raden tar deres plass
finding-unknown-step-topics = ingen temaliste kjenner { $topics }, så ingen tittel blir lest som om den handler om det
    .remedy = skriv et tema som følger med, eller legg ordet til arbeidsmappens egne tema
