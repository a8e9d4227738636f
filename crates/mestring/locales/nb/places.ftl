# Hvem som får plass i hvilken kursrekke.
places-title = Plasser: et forslag
places-nobody-decided = Dette er et forslag. Ingen har vedtatt det, og ingen plass er gitt før noen har gjort det.
places-order-draw = Personene står etter klasse, så etter fristen i henvisningen, så etter hvor lenge de har ventet, så pasienter foran pårørende, så etter en trekning med startverdien { $seed }. Bare den rekkefølgen avgjør hvem som får plass; hva som passer best, avgjør bare hvilken kursrekke de får.
places-order-no-draw = Personene står etter klasse, så etter fristen i henvisningen, så etter hvor lenge de har ventet, så pasienter foran pårørende. Ingen startverdi er oppgitt, så blant dem som er like i alt dette, avgjør hva som passer best.
places-order-cost = Personene står bare etter klasse; innen en klasse avgjør hva som passer best, og de som bor langt unna, faller ut først.
places-by-class = Etter klasse
places-class-untold = { $count ->
    [one] For { $count } person kan klassen ikke avgjøres.
   *[other] For { $count } personer kan klassen ikke avgjøres.
}
places-runs = Kursrekker
places-no-runs = Ingen kursrekke som er vedtatt og ikke har begynt, tar imot noen.
places-people = Personer
places-nobody = Ingen venter.
places-asks = Hva det må spørres om
places-column-class = klasse
places-column-people = personer
places-column-with-place = med plass
places-column-run = kursrekke
places-column-starts = start
places-column-seats = plasser
places-column-kept = beholdt
places-column-given = gitt nå
places-column-next = én plass til
places-column-person = person
places-column-outcome = utfall
places-column-of = hvem
places-column-fact = hva
places-column-concerns = personer som venter på det
places-column-from = fra
places-column-to = til
places-next-class = en i klasse { $class }
places-next-nobody = ingen
places-cost = Plassene som gis nå, kommer på { $cost } minutter etter reglene for ønsker.
places-kept = beholder plassen i { $run } ({ $state })
places-given = { $run }, { $cost } minutter
places-full = ingen plass igjen: { $runs ->
    [one] { $runs } kursrekke ville passe, og de som står foran, tar den
   *[other] { $runs } kursrekker ville passe, og de som står foran, tar dem
}
places-none-considered = ingen kursrekke av det personen venter på
places-no-run = { $runs ->
    [one] kursrekken passer ikke
   *[other] ingen av { $runs } kursrekker passer
}
places-kept-out = ikke «{ $rule }» ({ $runs ->
    [one] { $runs } kursrekke
   *[other] { $runs } kursrekker
})
places-cannot-tell = kan ikke avgjøres: se hva det må spørres om
places-ask-birth-year = fødselsåret, eller alderen ved start
places-ask-group = målgruppen
places-ask-role = rollen: pasient eller pårørende
places-ask-referral = om det finnes en henvisning
places-ask-home = bostedskommunen
places-letter-title = Til et brev til én person
places-letter-draft = Et utkast. Ingenting er vedtatt, og ingenting er sendt.
places-letter-accepted = Du har plass på «{ $course }», som starter { $starts }.
places-letter-offered = Du har fått tilbud om plass på «{ $course }», som starter { $starts }. Vi venter på svaret ditt.
places-letter-given = Det er plass til deg på «{ $course }», som starter { $starts }.
places-letter-full = Det er ikke plass til deg ennå. Kursene som passer for deg, er fulle.
places-letter-order = Plassene gis etter reglene for hvem som går foran, så etter fristen i henvisningen, så etter hvor lenge folk har ventet, så til pasienter foran pårørende.
places-letter-order-draw = Plassene gis etter reglene for hvem som går foran, så etter fristen i henvisningen, så etter hvor lenge folk har ventet, så til pasienter foran pårørende, så ved loddtrekning.
places-letter-order-cost = Plassene gis etter reglene for hvem som går foran, så til dem plassen passer best for.
places-letter-no-run = Det er ikke noe kurs nå som passer. Dette mangler:
places-letter-ask = Vi må vite mer før vi kan si om det er plass til deg:
places-next-title = Hvis en plass blir ledig i { $run }
places-next-free = { $count ->
    [one] Én plass er ledig i den allerede. Den er foreslått for:
   *[other] { $count } plasser er ledige i den allerede. De er foreslått for:
}
places-next-more = For én til etter det:
places-next-over = { $count ->
    [one] Én person mer har plass i den enn den har plasser, så en plass som blir ledig, er ikke til noen.
   *[other] { $count } personer mer har plass i den enn den har plasser, så en plass som blir ledig, er ikke til noen.
}
places-next-none = Ingen venter på den som den ville hjelpe.
places-next-moves = { $count ->
    [0] Ingen flytter; plassen går til den som står for tur.
    [one] { $count } person flytter, slik at den som står for tur, får plass.
   *[other] { $count } personer flytter, slik at den som står for tur, får plass.
}
places-without = uten plass
places-column-because = fordi
places-synthetic = Alle i personregisteret er oppdiktet.
places-deadline = frist { $date }
places-no-deadline = ingen frist
places-deadline-unknown = fristen er ukjent
places-since = venter siden { $date }
places-no-since = det er ikke oppgitt siden når
places-since-unknown = hvor lenge de har ventet er ukjent
places-letter-none = Det er ikke noe kurs nå av det du venter på.
places-letter-ask-course = Vi må vite mer om kurset før vi kan si om det er plass til deg.
places-order-holders = De som har en plass, står foran alle som ikke har det.
places-moved = ville bli spurt om å flytte fra { $from } ({ $state }) til { $run }: { $why }
places-moved-cancelled = kursrekken ville bli avlyst
places-moved-for-others = slik at noen andre får plass, eller en kursrekke nok folk
places-lost = har plass i { $run } ({ $state }), som ville bli avlyst, og det finnes ingen annen
places-full-cancelled = { $cancelled ->
    [one] { $cancelled } av dem ville bli avlyst
   *[other] { $cancelled } av dem ville bli avlyst
}
places-groups = Minste grupper
places-groups-proposal = At en kursrekke ville bli avlyst, er et forslag: rollen i tabellen avgjør, og kan holde den likevel.
places-groups-proven = Ingen andre avlysninger ville gi plass til noen som står lenger fram, eller til de samme for mindre; det er bevist.
places-groups-bound = Letingen etter hvilke kursrekker som skulle avlyses, ble avbrutt; et annet valg kan gi flere plass.
places-groups-not-counted = Minste grupper er ikke vurdert her: alle kursrekker regnes som holdt.
places-column-minimum = må møte
places-column-needs = plasser det tar
places-column-have = ville ha
places-column-would-do = kunne gå der
places-column-cancel-by = avlyses senest
places-column-decides = avgjør
places-column-proposal = forslag
places-group-enough = hold den
places-group-cancelled = avlys den
places-group-too-late = hold den: siste dag for avlysing er passert
places-group-not-counted = ikke vurdert
places-expected = Hvem som ventes å møte
places-expected-minimum = Bare minste grupper regner med det: ingen kursrekke gir flere plasser enn den har.
places-expected-both = Både minste grupper og plasser regner med det: kursrekkene gir flere plasser enn de har, slik at omtrent så mange møter som det er plasser, og omtrent annenhver gang flere.
places-column-no-show = møter ikke
places-column-rests-on = bygger på
places-expected-everybody = alle ventes å møte, slik det ble bedt om
places-expected-asked = slik det ble bedt om
places-expected-stored-offer = tilbudets egne kursrekker: { $missed } av { $sessions } oppmøter uteble, blant { $places } personer med plass
places-expected-stored-all = kursrekker av alle tilbud: { $missed } av { $sessions } oppmøter uteble, blant { $places } personer med plass
places-expected-unknown = kan ikke avgjøres, så alle regnes med: det finnes oppmøte for { $places } personer med plass
places-expected-fewest = En andel oppgis fra { $fewest } personer med plass: med færre endrer én person mer eller mindre den med mer enn 3 %.
places-moves = Hvem som ville bli spurt om å flytte
places-moves-weight = Ingen flyttes fordi en annen kursrekke passer noen bedre, bare der det trengs. Mellom dem som kunne flytte, teller under en ukes varsel som åtte personer med fire uker eller mer, under to uker som fire, under fire uker som to: et lokalt valg.
places-moves-capped = Det er så mange personer her at en flytting kan veie mindre enn alt den sparer i ønsker.
places-column-notice = dagers varsel
places-column-gives = gir
places-letter-moved = Du har plass på «{ $course }», som starter { $starts }. Vi vil gjerne spørre om du kan ta en annen plass i stedet:
places-letter-moved-to = «{ $course }», som starter { $starts }
places-letter-lost = Du har plass på «{ $course }», som starter { $starts }. Få er påmeldt, og det er ikke sikkert at kurset blir holdt. Vi har ikke noen annen plass til deg ennå.
places-letter-full-cancelled = Det er ikke plass til deg ennå. Kursene som passer for deg, er fulle, eller få er påmeldt og det er ikke sikkert at de blir holdt.
places-more-seats = Hva flere plasser ville gi
places-more-none = I ingen kursrekke ville én plass til gi plass til noen som ikke har.
places-column-waiting = uten plass, kunne gå der
places-column-further = én slik kursrekke til
places-column-further-classes = av dem
places-column-further-moves = ville flytte
places-more-served = { $places } plasser ville gi { $served } flere plass
places-more-class = { $count } i klasse { $class }
places-more-moves = { $count ->
    [one] { $count } person ville flytte
   *[other] { $count } personer ville flytte
}
places-more-by-itself = Hver rad står for seg: to sammen kan gi færre plass enn begge. En kursrekke til regnes for å passe de samme personene like godt som den i raden.
places-more-groups = Minste grupper avgjør hvem som ville flytte, så det sies ikke her; hvor mange som ville få plass, gjelder for de kursrekkene som holdes.
places-more-left-out = { $count ->
    [one] Én kursrekke til er utelatt her: færre uten plass kunne gå der.
   *[other] { $count } kursrekker til er utelatt her: færre uten plass kunne gå der.
}
places-reserved = Plasser som er forbeholdt noen
places-column-reserved-for = for hvem
places-column-reserved-seats = plasser holdt av
places-column-next-reserved = én slik plass til
places-column-reserved-state = holdes de av?
places-reserved-kept = ja
places-reserved-until = til og med { $until }
places-reserved-fewer = ja; listen sier { $stated }, og de andre er lovet bort eller finnes ikke
places-reserved-passed = nei: holdt av til og med { $until }, nå åpne for alle
places-reserved-for-nobody = nei: ingen av kommunene deres er kjent
places-reserved-no-seats = nei: kursrekken oppgir ingen plasser
places-reserved-both = De som plassene er forbeholdt, kan få de andre plassene også. En plass som er holdt av og som ingen av dem tar, står ledig til siste dag har gått.
places-reserved-home-unknown = { $count ->
    [one] For { $count } person som kunne gå der, er det ikke kjent hvor de bor; de har ingen plass som er holdt av.
   *[other] For inntil { $count } personer som kunne gå i en av disse kursrekkene, er det ikke kjent hvor de bor; de har ingen plass som er holdt av.
}
places-together = Pårørende som kommer sammen med pasienten
places-together-parties = Pårørende som vil komme sammen med pasienten: { $wanted }. Følger som plasseres i én kursrekke eller ikke i det hele tatt: { $parties }; av dem ville { $placed } ha plass. Et følge står der pasienten står, og teller én gang.
places-together-proven = Det er bevist at ingen annen fordeling gir plass til følger som står tidligere, eller til de samme for mindre kostnad.
places-together-bound = Letingen etter hvor følgene skal, ble avbrutt. For de første { $people } personene i rekkefølgen er det bevist hvem som får plass; etter dem kan en annen fordeling gi flere plass.
places-together-patient-has-place = { $count ->
    [one] { $count } pårørende ble vurdert for kursrekken som pasienten har plass i, og ingen annen.
   *[other] { $count } pårørende ble vurdert for kursrekkene som pasientene har plass i, og ingen andre.
}
places-together-relative-has-place = { $count ->
    [one] { $count } pårørende har alt en plass, og pasienten plasseres alene.
   *[other] { $count } pårørende har alt en plass, og pasientene plasseres alene.
}
places-together-no-common-run = { $count ->
    [one] For { $count } pårørende passer ingen kursrekke som også passer for pasienten; begge plasseres alene.
   *[other] For { $count } pårørende passer ingen kursrekke som også passer for pasienten; de plasseres alene.
}
places-together-patient-not-placed = { $count ->
    [one] For { $count } pårørende venter ikke pasienten, eller klassen kan ikke avgjøres; den pårørende plasseres alene.
   *[other] For { $count } pårørende venter ikke pasienten, eller klassen kan ikke avgjøres; de pårørende plasseres alene.
}
places-together-too-many = { $count } pårørende vil komme i følger på mer enn seks; de plasseres alene.
places-together-apart = { $count ->
    [one] { $count } pårørende ville ha plass i en kursrekke som pasienten ville gå fra: spør dem før noen flytter.
   *[other] { $count } pårørende ville ha plass i kursrekker som pasientene ville gå fra: spør dem før noen flytter.
}
places-together-stay = De som kommer sammen, står der de står her, så plassen er for noen som kommer alene.
places-after-deadline = starter etter fristen på henvisningen
places-after-deadline-unknown = om den starter innen fristen, kan ikke avgjøres: fristen er ikke kjent
places-only-after-deadline = alle kursrekker som ville passe, starter etter fristen på henvisningen
places-after-deadline-count = { $count ->
    [one] { $count } person ville få en plass som starter etter fristen på henvisningen.
   *[other] { $count } personer ville få plasser som starter etter fristen på henvisningen.
}
places-only-after-deadline-count = { $count ->
    [one] For { $count } person uten plass starter alle kursrekker som ville passe, etter fristen på henvisningen.
   *[other] For { $count } personer uten plass starter alle kursrekker som ville passe, etter fristen på henvisningen.
}
places-after-deadline-unknown-count = { $count ->
    [one] For { $count } person med plass er det ikke kjent om den starter innen fristen.
   *[other] For { $count } personer med plass er det ikke kjent om den starter innen fristen.
}
places-letter-after-deadline = Kurset starter etter fristen på henvisningen din. Du kan ta plassen likevel. Si fra til oss om du ikke kan vente så lenge, og snakk med den som henviste deg.
places-letter-only-after-deadline = Kursene som ville passe for deg, starter etter fristen på henvisningen din. Snakk med den som henviste deg.
places-ask-clinic = klinikken som henviste { $person }
places-ask-centre = senterets egne lister
places-ask-run-ages = hvilke aldre kurset er for
places-ask-run-group = hvilken målgruppe kurset er for
places-ask-run-role = hvem kurset er for: pasienter, pårørende eller begge
places-ask-run-referral = om det trengs henvisning
places-ask-run-reach = hvor langt kurset rekker
places-ask-run-way = hvor kurset holdes, eller hvor lang veien dit er
places-ask-run-language = hvilket språk kurset holdes på
places-ask-run-times = hvilke dager og tider samlingene er på
places-ask-travel-limit = bostedskommunen, eller hvor lang vei som går an
places-ask-languages = hvilke språk et kurs kan følges på
places-ask-times = hvilke dager og tider som passer
places-ask-deadline = fristen på henvisningen
places-ask-referred-on = henvisningsdatoen
places-letter-ask-clinic = Før vi kan si om det er plass til deg, må vi få vite dette av den som henviste deg:
places-letter-ask-day = Du kan komme lenger fram i køen når vi får vite dette av den som henviste deg:
places-parted = Disse vil komme sammen, og ville havne i ulike kursrekker, eller bare én av dem ville få plass: spør dem før de får beskjed.
places-column-patient = pasient
places-column-patient-in = pasientens kursrekke
places-column-relative = pårørende
places-column-relative-in = den pårørendes kursrekke
places-wish-groups = et kurs for målgruppen
places-person-wish = { $person } ({ $wish })
places-wishes = { $count ->
    [one] { $count } person venter på flere kurs. Hvert kurs står i rekkefølgen etter sin egen henvisning, og telles som én person til.
   *[other] { $count } personer venter på flere kurs. Hvert kurs står i rekkefølgen etter sin egen henvisning, og telles som én person til.
}
places-overlaps = Disse ville få to plasser der samlingene kan ligge på samme tid: spør hvilken de vil ha, før de får beskjed.
places-column-other-run = annen kursrekke
places-compare = Uten plass, etter andre måter å gi plasser på
places-compare-whom = Her telles de som ikke hadde plass fra før, der klassen er avgjort, og som en kursrekke ville passe for, etter de samme svarene fra reglene.
places-compare-ways = Henvisningsrekkefølge: hver tar den ledige kursrekken som passer best, uansett klasse. Én etter én: det samme i rekkefølgen til dette forslaget. Utsatt godtaking: hver ber om kursrekken som passer best, og kursrekkene beholder dem som står først. Disse tre flytter ingen for at en annen skal få plass, og ser verken på minste grupper eller på hvem som vil komme sammen.
places-way-fair-order = etter rekkefølgen
places-way-cost = etter hva som passer i klassen
places-way-arrival = henvisningsrekkefølge
places-way-greedy = én etter én
places-way-deferred-acceptance = utsatt godtaking
places-column-group = gruppe
places-group-everybody = alle
places-group-class = klasse { $class }
places-group-under-30 = nærmeste kurs under 30 minutter unna, eller digitalt
places-group-from-30 = 30 til 59 minutter
places-group-from-60 = 60 til 119 minutter
places-group-from-120 = 120 minutter og mer
places-group-way-unknown = veien er ikke kjent
places-group-norwegian = kan følge norsk
places-group-other-language = kan bare følge andre språk
places-group-language-unknown = språket er ikke kjent
places-more-hop = klasse { $class }: { $from } → { $to }
places-more-last-hop = klasse { $class }: uten plass → { $to }
places-blocked = Hvorfor folk ikke har plass
places-blocked-whom = Personer i samme klasse som de samme kursrekkene ville passe for, står sammen. Det som går foran, er det som setter den siste som fikk plass der, direkte eller ved at andre flytter, foran den første av dem. De som kommer sammen, er ikke med: de venter på en kursrekke med plass til alle.
places-blocked-left-out = { $count ->
    [one] { $count } person til uten plass er utelatt her.
   *[other] { $count } personer til uten plass er utelatt her.
}
places-blocked-no-seats = ville bli avlyst, eller har ingen plass til dem
places-blocked-no-class = { $count } der klassen ikke kan avgjøres
places-blocked-kept = { $count } plasser er forbeholdt andre
places-column-blocking = ville passe
places-column-full-of = full av
places-column-before-by = de går foran på grunn av
places-before-holds = plassen de alt har
places-before-class = en tidligere klasse
places-before-deadline = fristen
places-before-waiting = ventetiden
places-before-patient = at de er pasienter
places-before-draw = trekningen
places-before-cost = hva som passer
