# Forslaget til bruk av kapasiteten, og hva et ledig rom kan brukes til.
plan-title = Forslag til bruk av kapasiteten
plan-nobody-decided = Dette er et forslag. Ingen har vedtatt det, bortsett fra der det står hvilken rolle som har vedtatt det.
plan-period = Planen kan bruke dagene fra { $from } til { $until }.
plan-no-runs = Ingen kursrekker er ønsket.
plan-counts = { $runs ->
    [one] { $placed } av { $runs } ønsket kursrekke har fått plass i forslaget.
   *[other] { $placed } av { $runs } ønskede kursrekker har fått plass i forslaget.
}
plan-order = Prioritert rekkefølge: { $criteria }. En kursrekke viker aldri for en som står lavere.
plan-order-most = Prioritert rekkefølge: { $criteria }. Hver klasse får flest mulig deltakere når klassene over har fått sine; innenfor en klasse kan en kursrekke vike for andre for det.
plan-order-numbers = Gir et kriterium et rent tall, går det høyeste først.
plan-classes = Kursrekker er i samme klasse når { $count ->
    [one] det første kriteriet stiller dem likt
   *[other] de { $count } første kriteriene stiller dem likt
}:
plan-classes-rank = Kursrekker er i samme klasse når alle kriteriene stiller dem likt.
plan-class = klasse { $class }
plan-class-unknown = kan ikke avgjøres: { $criteria }
plan-class-none = ingen av delene
plan-summary = I prioritert rekkefølge
plan-column-rank = nr.
plan-column-class = klasse
plan-column-run = kursrekke
plan-column-outcome = utfall
plan-column-start = start
plan-column-room = rom
plan-column-lacks = hva den mangler
plan-column-sessions = samlinger
plan-column-before = før
plan-column-after = etter
plan-column-because = fordi
plan-placed = får plass
plan-refused = får ikke plass
plan-run = { $rank }. { $run }, klasse { $class }
plan-label-outcome = Utfall
plan-label-decided = Vedtatt
plan-label-sessions = Samlinger
plan-label-room = Rom
plan-label-hubs = Følges i
plan-label-leaders = Kursholdere
plan-label-given = Form
plan-label-short = Mangler
plan-label-criteria = Kriterier
plan-label-reading = Vår lesning
plan-label-above = Foran neste på
plan-label-places = Mulig nummer
plan-places = mellom { $best } og { $worst } av { $runs }, når alt som mangler, er kjent
plan-place-sure = { $best } av { $runs }, uansett hva som mangler
plan-label-requirement = Krav
plan-label-format = Foreslått form
plan-label-assumed = Antatt
plan-no-room-needed = trenger ikke rom
plan-followed-in = følges i { $rooms }
plan-decided-held = { $role } vedtok { $on } at den skal holdes.
plan-decided-refused = { $role } vedtok { $on } at den ikke skal holdes.
plan-decided-other = { $role } vedtok { $on }: { $answer }.
plan-decided-reason = Begrunnelse: { $reason }
plan-requirement-met = oppfylt
plan-requirement-not-met = ikke oppfylt
plan-above-points = flere poeng
plan-above-longest = kurset ble holdt for lengre tid siden, eller aldri
plan-above-draw = loddtrekning (startverdi { $seed }), siden alt annet er likt
plan-above-criterion = { $criterion }: { $own }. Neste: { $next }
plan-above-unknown-last = { $criterion }: { $own }. Neste: { $next }. Det som ikke kan avgjøres, går sist.
plan-above-unknown-first = { $criterion }: { $own }. Neste: { $next }. Det som ikke kan avgjøres, går først.
plan-above-points-unknown-last = poengene til den neste kan ikke regnes ut, fordi en opplysning mangler, og da går den sist
plan-above-points-unknown-first = poengene kan ikke regnes ut, fordi en opplysning mangler, og da går den først
plan-short-any = Kursrekken får plass hvis én av disse hindringene blir løst.
plan-short-all = Alt dette må løses før kursrekken får plass.
plan-held-by = { $lack }. Brukt av { $holders }
plan-holder = { $run } (klasse { $class })
plan-holder-decided = { $run } (vedtatt før planen)
plan-lack-decided = { $role } vedtok { $on } at den ikke skal holdes
plan-lack-not-stated = { $column } er ikke oppgitt for kursrekken
plan-lack-window = uansett når den starter i ønsket tidsrom, blir det ikke tid til alle samlingene innenfor planen
plan-lack-closed = stengte dager og skoleferier lar ingen start være igjen blant dagene det ønsker, med tid til alle samlingene innenfor planen
plan-lack-budget-days = den kan bare begynne i dagene til { $budgets }, fra { $from } til { $until }, og ingen av dem er en start den ønsker, med tid til alle samlingene innenfor planen
plan-lack-budgets-apart = den trekker på { $budgets }, som ikke har noen felles dag den kunne begynt på; oppgi budsjettene for én periode
plan-lack-lead-time = kurset er nytt her og det tar { $weeks ->
    [one] en uke
   *[other] { $weeks } uker
} å gjøre det klart: det kan begynne fra { $from }, og da er ingen start igjen blant dagene det ønsker
plan-lack-no-room = senteret har ikke noe rom for kursrekker i listen over rom
plan-lack-room-too-small = ikke noe rom er stort nok: kursrekken trenger { $needs ->
    [one] { $needs } plass
   *[other] { $needs } plasser
}, det største har { $largest }
plan-lack-room-seats-unknown = ikke noe rom oppgir hvor mange det er plass til, og kursrekken trenger { $needs }
plan-lack-equipment = ikke noe stort nok rom har { $missing }
plan-lack-freed-too-small = rommet som ble ledig, er for lite: kursrekken trenger { $needs ->
    [one] { $needs } plass
   *[other] { $needs } plasser
}, og det har { $seats }
plan-lack-freed-seats-unknown = plassene i rommet som ble ledig, er ikke oppgitt, og kursrekken trenger { $needs }
plan-lack-freed-equipment = rommet som ble ledig, mangler { $missing }
plan-lack-room-taken = ikke noe rom er ledig til alle samlingene, fordi andre kursrekker har det
plan-lack-room-not-open = ikke noe rom er åpent til alle samlingene
plan-lack-room-not-free = ikke noe rom er både åpent og ledig til alle samlingene
plan-lack-no-hub-room-seats = { $organisation } har for få rom som passer for dem som følger kursrekken der: { $needs ->
    [one] det trengs { $needs } plass
   *[other] det trengs { $needs } plasser
}
plan-lack-no-hub-room = { $organisation } har for få rom som passer for dem som følger kursrekken der
plan-lack-hub-room-taken = hos { $organisation } er ikke noe rom ledig til alle samlingene for dem som følger kursrekken der, fordi andre kursrekker har det
plan-lack-hub-room-not-open = hos { $organisation } er ikke noe rom åpent til alle samlingene for dem som følger kursrekken der
plan-lack-hub-room-not-free = hos { $organisation } er for få rom åpne og ledige til alle samlingene for dem som følger kursrekken der
plan-lack-no-leader = ingen bekreftet kursholder med `{ $competence }` ({ $asked ->
    [0] ingen spurt
   *[other] { $asked } spurt
}, { $wished ->
    [0] ingen ønsket
   *[other] { $wished } ønsket
})
plan-lack-too-few-leaders = { $needs } kursholdere med `{ $competence }` trengs samtidig, og { $confirmed ->
    [one] én er bekreftet
   *[other] { $confirmed } er bekreftet
} ({ $asked ->
    [0] ingen spurt
   *[other] { $asked } spurt
}, { $wished ->
    [0] ingen ønsket
   *[other] { $wished } ønsket
})
plan-lack-leader-taken = ingen kursholder med `{ $competence }` er ledig til alle samlingene ({ $count } bekreftet): de som kan, holder andre kursrekker
plan-lack-leader-not-at-work = ingen kursholder med `{ $competence }` er tilgjengelig til alle samlingene ({ $count } bekreftet)
plan-lack-leader-at-limit = ingen kursholder med `{ $competence }` har nok halvdager igjen ({ $count } bekreftet)
plan-lack-leader-not-free = ingen kursholder med `{ $competence }` er ledig til alle samlingene ({ $count } bekreftet)
plan-lack-same-leader = { $competences } krever hver sin kursholder, og bare { $leaders } er ledig
plan-lack-budget = det er for lite igjen på budsjettet { $budget }: kursrekken trenger { $needs }, og det gjenstår { $left }
plan-lack-too-many-needs = den trenger { $needs } kursholdere på én samling; { $most } er det meste som kan planlegges
plan-lack-too-many-hubs = den trenger { $needs } kursholdere og rom andre steder på én samling til sammen; { $most } er det meste som kan planlegges
plan-label-proof = Bevis
plan-proof-no-way = Bevist: den har ingen mulighet selv om ikke noe annet planlegges.
plan-proof-budget = Bevist: { $name } rekker ikke til denne kursrekken og { $holders }, uansett når de holdes.
plan-proof-half-days = Bevist: de halvdagene { $name } kan holde kurs, rekker ikke til denne kursrekken og { $holders }, uansett når de holdes.
plan-proof-conflict = Bevist: den kan ikke holdes sammen med { $holders }, uansett når { $count ->
    [one] den holdes. Uten den kunne den det.
   *[other] disse holdes. Uten en hvilken som helst av dem kunne den det.
}
plan-proof-full = Bevist: de ledige halvdagene til { $names } rekker ikke til { $count ->
    [0] denne kursrekken
   *[other] denne kursrekken og { $holders }, uansett når de holdes
}: { $missing ->
    [one] én mangler.
   *[other] { $missing } mangler.
}
plan-proof-none = Ikke bevist: andre tider for dem som teller før, er lett etter og ikke funnet, og det beviser ingenting.
plan-levels = Hvor langt hver klasse rakk
plan-stopped = Letingen ble stoppet før den var ferdig: planen kan brukes, men mindre er prøvd.
plan-column-runs = kursrekker
plan-column-placed = får plass
plan-column-participants = forventede deltakere
plan-column-sureness = kan flere få plass?
plan-level-held = vedtatt holdt
plan-level-unknown = (og { $count ->
    [one] én kursrekke som ikke oppgir tall
   *[other] { $count } kursrekker som ikke oppgir tall
})
plan-sure-all = alle har plass
plan-sure-all-weighed = alle som er vurdert, har plass
plan-sure-not-weighed = { $count } ikke vurdert
plan-sure-unknown = { $count } avslått uten å oppgi hvor mange som ventes, regnet som ingen
plan-sure-strict = nei: hvert avslag er bevist
plan-sure-most = nei: flere deltakere er umulig, bevist
plan-sure-given = nei, bevist så lenge klassene over beholder det de har
plan-sure-at-most = høyst { $bound } deltakere så lenge klassene over beholder det de har
plan-sure-not = ikke funnet, ikke bevist
plan-label-deadline = Frist
plan-after-deadline = den begynner etter fristen, { $on }
plan-label-remedies = Ville gitt plass
plan-remedy = { $change }: da { $sessions }
plan-remedy-also = { $remedy } ({ $runs } ville også fått plass, før denne)
plan-remedy-loses = { $remedy }; da mister { $runs } plassen
plan-remedies-none = ingen enkelt endring er funnet som gjør det (annen start, dag eller del av dagen, en kursholder, et rom, andre tider for dem som finnes, halvdager, utstyr, et budsjett)
plan-remedies-note = Det som ville gitt en avslått kursrekke plass, er hver gang kontrollert ved å planlegge på nytt med den endringen alene.
plan-remedies-left = For { $count } { $count ->
    [one] avslått kursrekke
   *[other] avslåtte kursrekker
} lenger ned er det ikke lett etter hva som ville gitt plass: det ville tatt for lang tid.
plan-remedy-start-later = kursrekken kan begynne så sent som { $until }
plan-remedy-start-earlier = kursrekken kan begynne så tidlig som { $from }
plan-remedy-weekday = kursrekken kan også holdes på { $weekday ->
    [monday] mandager
    [tuesday] tirsdager
    [wednesday] onsdager
    [thursday] torsdager
    [friday] fredager
    [saturday] lørdager
   *[sunday] søndager
}
plan-remedy-half-day = kursrekken kan også holdes om { $part ->
    [morning] formiddagen
    [afternoon] ettermiddagen
   *[evening] kvelden
}
plan-remedy-ready = kurset er klart { $from }
plan-remedy-in-breaks = kursrekken kan holdes i skoleferier
plan-remedy-open-then = senteret holder åpent for kurs { $times }
plan-remedy-confirm-asked = { $leader }, som er spurt, sier ja
plan-remedy-confirm-wished = { $leader }, som er ønsket, blir spurt og sier ja
plan-remedy-leader-then = { $leader } kan også holde kurs { $times }
plan-remedy-half-days = { $leader } kan holde kurs { $more ->
    [one] én halvdag til
   *[other] { $more } halvdager til
}
plan-remedy-leader = én kursholder til med `{ $competence }`, { $times }
plan-remedy-room-then = { $room } er åpent også { $times }
plan-remedy-equip = { $room } får { $equipment }
plan-remedy-room = ett rom til, { $times }
plan-remedy-room-equipped = ett rom til med { $equipment }, { $times }
plan-remedy-room-seats = ett rom til med { $seats } plasser, { $times }
plan-remedy-room-seats-equipped = ett rom til med { $seats } plasser og { $equipment }, { $times }
plan-remedy-hub = hos { $organisation }: { $change }
plan-remedy-budget = { $more } mer i { $budget }
plan-times-weekly = { $day } { $part }, uke { $first }–{ $last } (fra { $from })
plan-room-taken = { $name } brukes av { $holder }: { $times }
plan-room-closed = { $name } er stengt ifølge kalenderen: { $times }
plan-room-not-open = { $name } er ikke åpent: { $times }
plan-leader-taken = { $name } holder { $holder }: { $times }
plan-leader-away = { $name } er borte ifølge kalenderen: { $times }
plan-leader-not-at-work = { $name } holder ikke kurs da: { $times }
plan-leader-at-limit = { $name } kan holde høyst { $limit } halvdager, og kursrekken trenger { $needs }
plan-leader-leads = { $name } kan holde høyst { $limit } halvdager og har allerede { $taken }, med { $holders }; kursrekken trenger { $needs }
plan-times = { $days } ({ $part })
plan-times-many = { $count } dager fra { $first } til { $last }

plan-badly = Vedtatte kursrekker som står dårlig
plan-badly-note = Disse kursrekkene er vedtatt og ikke holdt ennå. Planen lar dem stå som de står; det som er galt, må folk rette.
plan-column-wrong = hva som er galt
plan-column-mend = hva som ville rettet det
plan-badly-whole-day = delen av dagen er ikke oppgitt, så kursrekken tar hele dagen: { $days }
plan-badly-room-twice = { $room } er gitt to ganger til de samme tidene, til kursrekken og til dem som følger den et annet sted
plan-badly-asked = { $leader } er spurt og har ikke svart
plan-badly-wished = { $leader } er ønsket og ikke spurt ennå
plan-badly-over-limit = { $leader } kan holde høyst { $limit } halvdager og har { $taken } i vedtatte kursrekker
plan-badly-too-small = { $room } har { $seats } plasser, og { $expected } er ventet
plan-badly-hub-only = { $room } er bare for grupper som følger kursrekker som holdes andre steder
plan-badly-holiday = en helligdag: { $times }
plan-badly-closed = senteret er stengt: { $times }
plan-badly-school-break = en skoleferie, der kursrekken ikke kan ligge: { $times }
plan-badly-overdrawn = denne kursrekken overskrider { $budget } med { $over }
plan-badly-overdrawn-with = denne kursrekken og { $runs } overskrider til sammen { $budget } med { $over }
plan-mend-room-taken = et annet rom eller andre tider for en av de to
plan-mend-leader-taken = en annen kursholder eller andre tider for en av de to
plan-mend-room-or-time = et annet rom eller andre tider
plan-mend-leader-or-time = en annen kursholder eller andre tider
plan-mend-room = et annet rom
plan-mend-confirm = et ja, eller en annen kursholder
plan-mend-limit = en annen kursholder for noen av dem, eller en høyere grense
plan-mend-day = en annen første dag
plan-mend-break = en annen første dag, eller et ja i «{ $column }»
plan-mend-part = oppgi den i «{ $column }»
plan-mend-budget = mer i budsjettet, eller mindre som trekker på det

plan-freed-title = Ledig: { $room }, { $slot }
plan-freed-room-alone = Et ledig rom alene frigjør ingenting. Her står hva hver kursrekke ellers mangler.
plan-freed-held = Den vedtatte kursrekken { $run } har { $room } da, så det er ikke ledig. Det ville blitt ledig om den ble avlyst eller flyttet; `run_cancelled` med `{ $id }` i filen til `mestring plan --what-if` viser alt det ville gitt. Det som følger, gjelder hvis rommet var ledig.
plan-freed-holiday = { $date } er helligdag ({ $name }), og da legges ingen samling. Spør om en annen dag.
plan-freed-closed = Kalenderen sier at hele senteret er stengt da, og ingen samling legges. Spør om en annen dag, eller ta den stengte tiden ut av kalenderen.
plan-freed-school-break = Det er skoleferie etter kalenderen: bare kursrekker med ja under `in_breaks` kan holdes da.
plan-freed-not-open = { $room } er ikke åpent da. Det kan brukes { $days } ({ $parts }): spør om en slik tid, eller legg til i `weekdays` og `half_days` for rommet.
plan-freed-out-of-use = { $room } kan bare brukes fra { $from } til { $until }: spør om en av de dagene, eller endre `from` og `until` for rommet.
plan-freed-out-of-use-before = { $room } kan bare brukes fra { $from }: spør om en senere dag, eller endre `from` for rommet.
plan-freed-out-of-use-after = { $room } kan bare brukes til { $until }: spør om en tidligere dag, eller endre `until` for rommet.
plan-freed-weekend = Det er { $day }. Kursrekker holdes mandag til fredag når `weekdays` ikke sier noe annet, så bare de som nevner dagen, kan bruke den.
plan-freed-nobody = Ingen kursrekke som venter på plass, kan bruke denne tiden.
plan-freed-hub = { $run }, for en gruppe som følger den der
plan-freed-counts = { $runs ->
    [one] { $runs } kursrekke kan bruke tiden.
   *[other] { $runs } kursrekker kan bruke tiden.
} { $ready ->
    [0] Ingen av dem har alt annet på plass.
   *[other] { $ready } har alt annet på plass.
}
plan-freed-ready = ingenting, den kan få tiden nå

plan-moved-title = Hva disse reglene ville flytte
plan-moved-packs = Før: { $before }. Etter: { $after }.
plan-moved-none = Ingen kursrekke flytter seg.
plan-moved-counts = { $moved ->
    [one] { $moved } av { $runs } kursrekker flytter seg.
   *[other] { $moved } av { $runs } kursrekker flytter seg.
}
plan-moved-ranks = { $before } → { $after }
plan-moved-because = mot { $run }: { $reason }
plan-moved-capacity = bare kapasiteten skiftet hender
plan-reading-own = { $group } ({ $class }): kurset handler om { $topic }, som arbeidsmappens liste over målgrupper regner med her; verken planen eller raden sier det
plan-reading-list = { $group } ({ $class }): kurset handler om { $topic }, som temalisten i programmet regner med her; verken planen eller raden sier det
plan-reading-people = { $group } ({ $class }): ut fra deltakerne og alderen som raden eller tittelen nevner
plan-moved-class = bare klassen endres

# Hva flest deltakere koster.
price-title = Hva flest deltakere koster
price-local-choice = Denne rekkefølgen er et lokalt valg: planen rangerer kurs etter trinn, ikke etter hvor mange de når.
price-column-strict-placed = plass i streng rekkefølge
price-column-strict = deltakere
price-column-most-placed = plass med flest deltakere
price-column-most = deltakere
price-same = Begge rekkefølgene gir de samme kursrekkene plass.
price-loses = Plass bare i streng rekkefølge: { $runs }.
price-gains = Plass for å nå flere deltakere: { $runs }.

# Hva det er knapt med.
scarce-title = Hva det er knapt med
scarce-how = Funnet ved å planlegge på nytt med én kursholder eller ett rom til som er ledig hele tiden, eller et budsjett uten grense, og ingenting annet endret. Det som er ledig sjeldnere, kan gi plass til færre, eller til andre.
scarce-nothing = Ingen enkelt kursholder, rom eller budsjett til ville gitt plass til enda en kursrekke.
scarce-column-more = én eller ett til
scarce-column-gains = gir plass til
scarce-column-loses = i stedet for
scarce-column-participants = flere deltakere
scarce-leader = kursholder med `{ $competence }`
scarce-room = rom
scarce-hub-room = rom hos { $organisation } til å følge kursrekker i
scarce-budget = penger eller timer i { $budget }
scarce-one-leader = Hva som henger på én kursholder
scarce-hangs = `{ $competence }`, som bare { $leader } har: { $count ->
    [one] én kursrekke ({ $runs })
   *[other] { $count } kursrekker ({ $runs })
}{ $refused ->
    [0] .
   *[other] , og { $refused } uten plass.
}
scarce-hangs-refused = `{ $competence }`, som bare { $leader } har: ingen kursrekke med plass, { $refused } uten.

# Hva det gir at kursrekker kan holdes digitalt.
digital-title = Digitalt i stedet for i et rom
digital-counts = Formregelen lar { $may ->
    [one] én kursrekke
   *[other] { $may } kursrekker
} som er ønsket i et rom, holdes digitalt; { $held ->
    [0] ingen av dem blir det.
    [one] én av dem blir det.
   *[other] { $held } av dem blir det.
}
digital-half-days = Sammenlignet med planen der ingen kursrekke som er ønsket i et rom, kan holdes digitalt: rommene brukes { $half_days } halvdager, der { $without }.
digital-column-frees = frigjør
digital-column-used-by = da brukt av
digital-frees-nothing = ikke noe rom: i den planen har den ingen plass
digital-gains = Får plass ved det: { $runs }.
digital-loses = Får ikke plass ved det, fordi kursrekker med høyere prioritet kom inn: { $runs }.
digital-label-instead = I stedet for
digital-instead = { $format }, som den var ønsket; formregelen lar den holdes digitalt

# Behov ved siden av kapasitet.
need-title = Behov ved siden av kapasitet
need-how = Plassene er de i kursrekker som planen gir plass, og i vedtatte som begynner fra { $from } til { $until }; der ingen er oppgitt, deltakerne de venter. Deltakerne er de i kursrekker som senteret holdt fra { $year } til { $as_of }.
need-no-people = Hvor mange som venter, er slik arbeidsmappen oppgir det. Hvor mange som henvises, vises bare av et personregister: oppgi ett med --people.
need-people = Ingen tall på personer under { $fewest } blir vist, og ingen sum som et slikt tall kan regnes ut av. En rad for en målgruppe teller dem som er henvist til gruppa og ikke til et kurs.
need-trend-how = Henvisninger er telt over de siste 26 ukene og sammenlignet med de 26 ukene før, med et eksakt 95 %-intervall for forholdet mellom de to ratene.
need-no-history = Hvor mange som henvises, kan ikke sies: personregisteret sier ikke fra hvilken dag det har alle henvisninger (history_from i store.toml).
need-groups = Etter målgruppe
need-groups-how = Et kurs for flere målgrupper står i hver av dem.
need-offers = Etter kurs
need-column-group = målgruppe
need-column-offer = kurs
need-column-waiting = venter, som oppgitt
need-column-people = venter, telt
need-column-referrals = henvisninger i måneden
need-column-trend = mot halvåret før
need-column-seats = planlagte plasser
need-column-refused = kursrekker uten plass
need-column-held = kom siste år
need-not-known = ikke kjent
need-waiting-since = { $count }, siden { $day }
need-total-unknown = { $known }, og { $unknown } ikke kjent
need-seats = { $count } i { $runs ->
    [one] én kursrekke
   *[other] { $runs } kursrekker
}
need-held = { $count } til { $runs ->
    [one] én kursrekke
   *[other] { $runs } kursrekker
}
need-few = <{ $fewest }
need-referrals-few = { $few } på et halvt år
need-trend-few = for få til å si noe
need-undated = { $month }, og { $undated } uten dato
need-between = mellom { $low } og { $high }
need-trend-more = flere: { $ratio } ganger så mange ({ $low } til { $high })
need-trend-fewer = færre: { $ratio } ganger så mange ({ $low } til { $high })
need-trend-cannot-tell = kan ikke si det: { $ratio } ganger så mange ({ $low } til { $high })
need-digital = { $offer } holdes digitalt: av { $waiting } som venter, har { $cannot } sagt at de ikke kan delta digitalt, og om { $unknown } vet ingen det.
