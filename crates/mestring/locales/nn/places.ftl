# Kven som får plass i kva kursrekkje.
places-title = Plassar: eit framlegg
places-nobody-decided = Dette er eit framlegg. Ingen har vedteke det, og ingen plass er gitt før nokon har gjort det.
places-order-draw = Personane står etter klasse, så etter fristen i tilvisinga, så etter kor lenge dei har venta, så pasientar framfor pårørande, så etter ei trekking med startverdien { $seed }. Berre den rekkjefølgja avgjer kven som får plass; kva som passar best, avgjer berre kva kursrekkje dei får.
places-order-no-draw = Personane står etter klasse, så etter fristen i tilvisinga, så etter kor lenge dei har venta, så pasientar framfor pårørande. Ingen startverdi er oppgitt, så blant dei som er like i alt dette, avgjer kva som passar best.
places-order-cost = Personane står berre etter klasse; innan ein klasse avgjer kva som passar best, og dei som bur langt unna, fell ut først.
places-by-class = Etter klasse
places-class-untold = { $count ->
    [one] For { $count } person kan klassen ikkje avgjerast.
   *[other] For { $count } personar kan klassen ikkje avgjerast.
}
places-runs = Kursrekkjer
places-no-runs = Inga kursrekkje som er vedteken og ikkje har begynt, tek imot nokon.
places-people = Personar
places-nobody = Ingen ventar.
places-asks = Kva ein må spørje om
places-column-class = klasse
places-column-people = personar
places-column-with-place = med plass
places-column-run = kursrekkje
places-column-starts = start
places-column-seats = plassar
places-column-kept = behaldne
places-column-given = gitt no
places-column-next = éin plass til
places-column-person = person
places-column-outcome = utfall
places-column-of = kven
places-column-fact = kva
places-column-concerns = personar som ventar på det
places-column-from = frå
places-column-to = til
places-next-class = ein i klasse { $class }
places-next-nobody = ingen
places-cost = Plassane som blir gitt no, kjem på { $cost } minutt etter reglane for ønske.
places-kept = held på plassen i { $run } ({ $state })
places-given = { $run }, { $cost } minutt
places-full = ingen plass att: { $runs ->
    [one] { $runs } kursrekkje ville passe, og dei som står framfor, tek ho
   *[other] { $runs } kursrekkjer ville passe, og dei som står framfor, tek dei
}
places-none-considered = inga kursrekkje av det personen ventar på
places-no-run = { $runs ->
    [one] kursrekkja passar ikkje
   *[other] ingen av { $runs } kursrekkjer passar
}
places-kept-out = ikkje «{ $rule }» ({ $runs ->
    [one] { $runs } kursrekkje
   *[other] { $runs } kursrekkjer
})
places-cannot-tell = kan ikkje avgjerast: sjå kva ein må spørje om
places-ask-birth-year = fødselsåret, eller alderen ved start
places-ask-group = målgruppa
places-ask-role = rolla: pasient eller pårørande
places-ask-referral = om det finst ei tilvising
places-ask-home = bustadskommunen
places-letter-title = Til eit brev til éin person
places-letter-draft = Eit utkast. Ingenting er vedteke, og ingenting er sendt.
places-letter-accepted = Du har plass på «{ $course }», som startar { $starts }.
places-letter-offered = Du har fått tilbod om plass på «{ $course }», som startar { $starts }. Vi ventar på svaret ditt.
places-letter-given = Det er plass til deg på «{ $course }», som startar { $starts }.
places-letter-full = Det er ikkje plass til deg enno. Kursa som passar for deg, er fulle.
places-letter-order = Plassane blir gitt etter reglane for kven som går framfor, så etter fristen i tilvisinga, så etter kor lenge folk har venta, så til pasientar framfor pårørande.
places-letter-order-draw = Plassane blir gitt etter reglane for kven som går framfor, så etter fristen i tilvisinga, så etter kor lenge folk har venta, så til pasientar framfor pårørande, så ved loddtrekking.
places-letter-order-cost = Plassane blir gitt etter reglane for kven som går framfor, så til dei plassen passar best for.
places-letter-no-run = Det er ikkje noko kurs no som passar. Dette manglar:
places-letter-ask = Vi må vite meir før vi kan seie om det er plass til deg:
places-next-title = Dersom ein plass blir ledig i { $run }
places-next-free = { $count ->
    [one] Éin plass er ledig i ho alt. Han er føreslegen for:
   *[other] { $count } plassar er ledige i ho alt. Dei er føreslegne for:
}
places-next-more = For éin til etter det:
places-next-over = { $count ->
    [one] Éin person meir har plass i ho enn ho har plassar, så ein plass som blir ledig, er ikkje til nokon.
   *[other] { $count } personar meir har plass i ho enn ho har plassar, så ein plass som blir ledig, er ikkje til nokon.
}
places-next-none = Ingen ventar på han som han ville hjelpe.
places-next-moves = { $count ->
    [0] Ingen flyttar; plassen går til den som står for tur.
    [one] { $count } person flyttar, slik at den som står for tur, får plass.
   *[other] { $count } personar flyttar, slik at den som står for tur, får plass.
}
places-without = utan plass
places-column-because = fordi
places-synthetic = Alle i personregisteret er oppdikta.
places-deadline = frist { $date }
places-no-deadline = ingen frist
places-deadline-unknown = fristen er ukjend
places-since = ventar sidan { $date }
places-no-since = det er ikkje oppgitt sidan når
places-since-unknown = kor lenge dei har venta er ukjent
places-letter-none = Det er ikkje noko kurs no av det du ventar på.
places-letter-ask-course = Vi må vite meir om kurset før vi kan seie om det er plass til deg.
places-order-holders = Dei som har ein plass, står framfor alle som ikkje har det.
places-moved = ville bli spurd om å flytte frå { $from } ({ $state }) til { $run }: { $why }
places-moved-cancelled = kursrekkja ville bli avlyst
places-moved-for-others = slik at nokon andre får plass, eller ei kursrekkje nok folk
places-lost = har plass i { $run } ({ $state }), som ville bli avlyst, og det finst ingen annan
places-full-cancelled = { $cancelled ->
    [one] { $cancelled } av dei ville bli avlyst
   *[other] { $cancelled } av dei ville bli avlyste
}
places-groups = Minste grupper
places-groups-proposal = At ei kursrekkje ville bli avlyst, er eit framlegg: rolla i tabellen avgjer, og kan halde ho likevel.
places-groups-proven = Ingen andre avlysingar ville gje plass til nokon som står lenger framme, eller til dei same for mindre; det er prova.
places-groups-bound = Leitinga etter kva kursrekkjer som skulle avlysast, vart broten av; eit anna val kan gje fleire plass.
places-groups-not-counted = Minste grupper er ikkje vurderte her: alle kursrekkjer blir rekna som haldne.
places-column-minimum = må møte
places-column-needs = plassar det tek
places-column-have = ville ha
places-column-would-do = kunne gå der
places-column-cancel-by = avlyst seinast
places-column-decides = avgjer
places-column-proposal = framlegg
places-group-enough = hald ho
places-group-cancelled = avlys ho
places-group-too-late = hald ho: siste dag for avlysing er passert
places-group-not-counted = ikkje vurdert
places-expected = Kven som er venta å møte
places-expected-minimum = Berre minste grupper reknar med det: inga kursrekkje gir fleire plassar enn ho har.
places-expected-both = Både minste grupper og plassar reknar med det: kursrekkjene gir fleire plassar enn dei har, slik at omtrent så mange møter som det er plassar, og omtrent annakvar gong fleire.
places-column-no-show = møter ikkje
places-column-rests-on = byggjer på
places-expected-everybody = alle er venta å møte, slik det vart bede om
places-expected-asked = slik det vart bede om
places-expected-stored-offer = kursrekkjene til tilbodet: { $missed } av { $sessions } oppmøte vart det ikkje noko av, blant { $places } personar med plass
places-expected-stored-all = kursrekkjer av alle tilbod: { $missed } av { $sessions } oppmøte vart det ikkje noko av, blant { $places } personar med plass
places-expected-unknown = kan ikkje avgjerast, så alle blir rekna med: det finst oppmøte for { $places } personar med plass
places-expected-fewest = Ein del blir oppgitt frå { $fewest } personar med plass: med færre endrar éin person meir eller mindre han med meir enn 3 %.
places-moves = Kven som ville bli spurd om å flytte
places-moves-weight = Ingen blir flytta fordi ei anna kursrekkje passar nokon betre, berre der det trengst. Mellom dei som kunne flytte, tel under ei vekes varsel som åtte personar med fire veker eller meir, under to veker som fire, under fire veker som to: eit lokalt val.
places-moves-capped = Det er så mange personar her at ei flytting kan vege mindre enn alt ho sparer i ønske.
places-column-notice = dagars varsel
places-column-gives = gir
places-letter-moved = Du har plass på «{ $course }», som startar { $starts }. Vi vil gjerne spørje om du kan ta ein annan plass i staden:
places-letter-moved-to = «{ $course }», som startar { $starts }
places-letter-lost = Du har plass på «{ $course }», som startar { $starts }. Få er påmelde, og det er ikkje sikkert at kurset blir halde. Vi har ikkje nokon annan plass til deg enno.
places-letter-full-cancelled = Det er ikkje plass til deg enno. Kursa som passar for deg, er fulle, eller få er påmelde og det er ikkje sikkert at dei blir haldne.
places-more-seats = Kva fleire plassar ville gje
places-more-none = I inga kursrekkje ville éin plass til gje plass til nokon som ikkje har.
places-column-waiting = utan plass, kunne gå der
places-column-further = éi slik kursrekkje til
places-column-further-classes = av dei
places-column-further-moves = ville flytte
places-more-served = { $places } plassar ville gje { $served } fleire plass
places-more-class = { $count } i klasse { $class }
places-more-moves = { $count ->
    [one] { $count } person ville flytte
   *[other] { $count } personar ville flytte
}
places-more-by-itself = Kvar rad står for seg: to saman kan gje færre plass enn begge. Ei kursrekkje til blir rekna for å passe dei same personane like godt som ho i rada.
places-more-groups = Minste grupper avgjer kven som ville flytte, så det blir ikkje sagt her; kor mange som ville få plass, gjeld for dei kursrekkjene som blir haldne.
places-more-left-out = { $count ->
    [one] Éi kursrekkje til er utelaten her: færre utan plass kunne gå der.
   *[other] { $count } kursrekkjer til er utelatne her: færre utan plass kunne gå der.
}
places-reserved = Plassar som er haldne av for nokon
places-column-reserved-for = for kven
places-column-reserved-seats = plassar haldne av
places-column-next-reserved = éin slik plass til
places-column-reserved-state = blir dei haldne av?
places-reserved-kept = ja
places-reserved-until = til og med { $until }
places-reserved-fewer = ja; lista seier { $stated }, og dei andre er lova bort eller finst ikkje
places-reserved-passed = nei: haldne av til og med { $until }, no opne for alle
places-reserved-for-nobody = nei: ingen av kommunane deira er kjende
places-reserved-no-seats = nei: kursrekkja oppgir ingen plassar
places-reserved-both = Dei som plassane er haldne av for, kan få dei andre plassane òg. Ein plass som er halden av og som ingen av dei tek, står ledig til siste dag har gått.
places-reserved-home-unknown = { $count ->
    [one] For { $count } person som kunne gå der, er det ikkje kjent kvar dei bur; dei har ingen plass som er halden av.
   *[other] For inntil { $count } personar som kunne gå i ei av desse kursrekkjene, er det ikkje kjent kvar dei bur; dei har ingen plass som er halden av.
}
places-together = Pårørande som kjem saman med pasienten
places-together-parties = Pårørande som vil kome saman med pasienten: { $wanted }. Følgje som blir plasserte i éi kursrekkje eller ikkje i det heile: { $parties }; av dei ville { $placed } ha plass. Eit følgje står der pasienten står, og tel éin gong.
places-together-proven = Det er prova at inga anna fordeling gir plass til følgje som står tidlegare, eller til dei same for mindre kostnad.
places-together-bound = Leitinga etter kvar følgja skal, vart avbroten. For dei første { $people } personane i rekkjefølgja er det prova kven som får plass; etter dei kan ei anna fordeling gi fleire plass.
places-together-patient-has-place = { $count ->
    [one] { $count } pårørande vart vurdert for kursrekkja som pasienten har plass i, og inga anna.
   *[other] { $count } pårørande vart vurderte for kursrekkjene som pasientane har plass i, og ingen andre.
}
places-together-relative-has-place = { $count ->
    [one] { $count } pårørande har alt ein plass, og pasienten blir plassert åleine.
   *[other] { $count } pårørande har alt ein plass, og pasientane blir plasserte åleine.
}
places-together-no-common-run = { $count ->
    [one] For { $count } pårørande passar inga kursrekkje som òg passar for pasienten; begge blir plasserte åleine.
   *[other] For { $count } pårørande passar inga kursrekkje som òg passar for pasienten; dei blir plasserte åleine.
}
places-together-patient-not-placed = { $count ->
    [one] For { $count } pårørande ventar ikkje pasienten, eller klassen kan ikkje avgjerast; den pårørande blir plassert åleine.
   *[other] For { $count } pårørande ventar ikkje pasienten, eller klassen kan ikkje avgjerast; dei pårørande blir plasserte åleine.
}
places-together-too-many = { $count } pårørande vil kome i følgje på meir enn seks; dei blir plasserte åleine.
places-together-apart = { $count ->
    [one] { $count } pårørande ville ha plass i ei kursrekkje som pasienten ville gå frå: spør dei før nokon flyttar.
   *[other] { $count } pårørande ville ha plass i kursrekkjer som pasientane ville gå frå: spør dei før nokon flyttar.
}
places-together-stay = Dei som kjem saman, står der dei står her, så plassen er for nokon som kjem åleine.
places-after-deadline = startar etter fristen på tilvisinga
places-after-deadline-unknown = om ho startar innan fristen, kan ikkje avgjerast: fristen er ikkje kjend
places-only-after-deadline = alle kursrekkjer som ville passe, startar etter fristen på tilvisinga
places-after-deadline-count = { $count ->
    [one] { $count } person ville få ein plass som startar etter fristen på tilvisinga.
   *[other] { $count } personar ville få plassar som startar etter fristen på tilvisinga.
}
places-only-after-deadline-count = { $count ->
    [one] For { $count } person utan plass startar alle kursrekkjer som ville passe, etter fristen på tilvisinga.
   *[other] For { $count } personar utan plass startar alle kursrekkjer som ville passe, etter fristen på tilvisinga.
}
places-after-deadline-unknown-count = { $count ->
    [one] For { $count } person med plass er det ikkje kjent om ho startar innan fristen.
   *[other] For { $count } personar med plass er det ikkje kjent om ho startar innan fristen.
}
places-letter-after-deadline = Kurset startar etter fristen på tilvisinga di. Du kan ta plassen likevel. Sei frå til oss om du ikkje kan vente så lenge, og snakk med den som tilviste deg.
places-letter-only-after-deadline = Kursa som ville passe for deg, startar etter fristen på tilvisinga di. Snakk med den som tilviste deg.
places-ask-clinic = klinikken som tilviste { $person }
places-ask-centre = senteret sine eigne lister
places-ask-run-ages = kva aldrar kurset er for
places-ask-run-group = kva målgruppe kurset er for
places-ask-run-role = kven kurset er for: pasientar, pårørande eller begge
places-ask-run-referral = om det trengst tilvising
places-ask-run-reach = kor langt kurset rekk
places-ask-run-way = kvar kurset blir halde, eller kor lang vegen dit er
places-ask-run-language = kva språk kurset blir halde på
places-ask-run-times = kva dagar og tider samlingane er på
places-ask-travel-limit = bustadskommunen, eller kor lang veg som går an
places-ask-languages = kva språk eit kurs kan følgjast på
places-ask-times = kva dagar og tider som passar
places-ask-deadline = fristen på tilvisinga
places-ask-referred-on = tilvisingsdatoen
places-letter-ask-clinic = Før vi kan seie om det er plass til deg, må vi få vite dette av den som tilviste deg:
places-letter-ask-day = Du kan kome lenger fram i køen når vi får vite dette av den som tilviste deg:
places-parted = Desse vil kome saman, og ville hamne i ulike kursrekkjer, eller berre éin av dei ville få plass: spør dei før dei får melding.
places-column-patient = pasient
places-column-patient-in = kursrekkja til pasienten
places-column-relative = pårørande
places-column-relative-in = kursrekkja til den pårørande
places-wish-groups = eit kurs for målgruppa
places-person-wish = { $person } ({ $wish })
places-wishes = { $count ->
    [one] { $count } person ventar på fleire kurs. Kvart kurs står i rekkjefølgja etter si eiga tilvising, og tel som éin person til.
   *[other] { $count } personar ventar på fleire kurs. Kvart kurs står i rekkjefølgja etter si eiga tilvising, og tel som éin person til.
}
places-overlaps = Desse ville få to plassar der samlingane kan liggje på same tid: spør kva for ein dei vil ha, før dei får melding.
places-column-other-run = anna kursrekkje
places-compare = Utan plass, etter andre måtar å gi plassar på
places-compare-whom = Her tel dei som ikkje hadde plass frå før, der klassen er avgjord, og som ei kursrekkje ville passe for, etter dei same svara frå reglane.
places-compare-ways = Tilvisingsrekkjefølgje: kvar tek den ledige kursrekkja som passar best, uansett klasse. Éin etter éin: det same i rekkjefølgja til dette framlegget. Utsett godtaking: kvar ber om kursrekkja som passar best, og kursrekkjene held på dei som står først. Desse tre flyttar ingen for at ein annan skal få plass, og ser verken på minste grupper eller på kven som vil kome saman.
places-way-fair-order = etter rekkjefølgja
places-way-cost = etter kva som passar i klassen
places-way-arrival = tilvisingsrekkjefølgje
places-way-greedy = éin etter éin
places-way-deferred-acceptance = utsett godtaking
places-column-group = gruppe
places-group-everybody = alle
places-group-class = klasse { $class }
places-group-under-30 = næraste kurs under 30 minutt unna, eller digitalt
places-group-from-30 = 30 til 59 minutt
places-group-from-60 = 60 til 119 minutt
places-group-from-120 = 120 minutt og meir
places-group-way-unknown = vegen er ikkje kjend
places-group-norwegian = kan følgje norsk
places-group-other-language = kan berre følgje andre språk
places-group-language-unknown = språket er ikkje kjent
places-more-hop = klasse { $class }: { $from } → { $to }
places-more-last-hop = klasse { $class }: utan plass → { $to }
places-blocked = Kvifor folk ikkje har plass
places-blocked-whom = Personar i same klasse som dei same kursrekkjene ville passe for, står saman. Det som går framfor, er det som set den siste som fekk plass der, direkte eller ved at andre flyttar, framfor den første av dei. Dei som kjem saman, er ikkje med: dei ventar på ei kursrekkje med plass til alle.
places-blocked-left-out = { $count ->
    [one] { $count } person til utan plass er utelaten her.
   *[other] { $count } personar til utan plass er utelatne her.
}
places-blocked-no-seats = ville bli avlyst, eller har ingen plass til dei
places-blocked-no-class = { $count } der klassen ikkje kan avgjerast
places-blocked-kept = { $count } plassar er reserverte for andre
places-column-blocking = ville passe
places-column-full-of = full av
places-column-before-by = dei går framfor på grunn av
places-before-holds = plassen dei alt har
places-before-class = ein tidlegare klasse
places-before-deadline = fristen
places-before-waiting = ventetida
places-before-patient = at dei er pasientar
places-before-draw = trekkinga
places-before-cost = kva som passar
