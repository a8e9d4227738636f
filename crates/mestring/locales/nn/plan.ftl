# Framlegget til bruk av kapasiteten, og kva eit ledig rom kan brukast til.
plan-title = Framlegg til bruk av kapasiteten
plan-nobody-decided = Dette er eit framlegg. Ingen har vedteke det, bortsett frå der det står kva rolle som har vedteke det.
plan-period = Planen kan bruke dagane frå { $from } til { $until }.
plan-no-runs = Ingen kursrekkjer er ønskte.
plan-counts = { $runs ->
    [one] { $placed } av { $runs } ønskt kursrekkje har fått plass i framlegget.
   *[other] { $placed } av { $runs } ønskte kursrekkjer har fått plass i framlegget.
}
plan-order = Prioritert rekkjefølgje: { $criteria }. Ei kursrekkje vik aldri for ei som står lågare.
plan-order-most = Prioritert rekkjefølgje: { $criteria }. Kvar klasse får flest moglege deltakarar når klassene over har fått sine; innanfor ein klasse kan ei kursrekkje vike for andre for det.
plan-order-numbers = Gir eit kriterium eit reint tal, går det høgaste først.
plan-classes = Kursrekkjer er i same klasse når { $count ->
    [one] det første kriteriet stiller dei likt
   *[other] dei { $count } første kriteria stiller dei likt
}:
plan-classes-rank = Kursrekkjer er i same klasse når alle kriteria stiller dei likt.
plan-class = klasse { $class }
plan-class-unknown = kan ikkje avgjerast: { $criteria }
plan-class-none = ingen av delane
plan-summary = I prioritert rekkjefølgje
plan-column-rank = nr.
plan-column-class = klasse
plan-column-run = kursrekkje
plan-column-outcome = utfall
plan-column-start = start
plan-column-room = rom
plan-column-lacks = kva ho manglar
plan-column-sessions = samlingar
plan-column-before = før
plan-column-after = etter
plan-column-because = fordi
plan-placed = får plass
plan-refused = får ikkje plass
plan-run = { $rank }. { $run }, klasse { $class }
plan-label-outcome = Utfall
plan-label-decided = Vedteke
plan-label-sessions = Samlingar
plan-label-room = Rom
plan-label-hubs = Blir følgd i
plan-label-leaders = Kurshaldarar
plan-label-given = Form
plan-label-short = Manglar
plan-label-criteria = Kriterium
plan-label-reading = Vår lesing
plan-label-above = Framfor neste på
plan-label-places = Mogleg nummer
plan-places = mellom { $best } og { $worst } av { $runs }, når alt som manglar, er kjent
plan-place-sure = { $best } av { $runs }, uansett kva som manglar
plan-label-requirement = Krav
plan-label-format = Føreslått form
plan-label-assumed = Gått ut frå
plan-no-room-needed = treng ikkje rom
plan-followed-in = blir følgd i { $rooms }
plan-decided-held = { $role } vedtok { $on } at ho skal haldast.
plan-decided-refused = { $role } vedtok { $on } at ho ikkje skal haldast.
plan-decided-other = { $role } vedtok { $on }: { $answer }.
plan-decided-reason = Grunngjeving: { $reason }
plan-requirement-met = oppfylt
plan-requirement-not-met = ikkje oppfylt
plan-above-points = fleire poeng
plan-above-longest = kurset blei halde for lengre tid sidan, eller aldri
plan-above-draw = loddtrekking (startverdi { $seed }), sidan alt anna er likt
plan-above-criterion = { $criterion }: { $own }. Neste: { $next }
plan-above-unknown-last = { $criterion }: { $own }. Neste: { $next }. Det som ikkje kan avgjerast, går sist.
plan-above-unknown-first = { $criterion }: { $own }. Neste: { $next }. Det som ikkje kan avgjerast, går først.
plan-above-points-unknown-last = poenga til den neste kan ikkje reknast ut, fordi ei opplysning manglar, og då går ho sist
plan-above-points-unknown-first = poenga kan ikkje reknast ut, fordi ei opplysning manglar, og då går ho først
plan-short-any = Kursrekkja får plass dersom éi av desse hindringane blir løyst.
plan-short-all = Alt dette må løysast før kursrekkja får plass.
plan-held-by = { $lack }. Brukt av { $holders }
plan-holder = { $run } (klasse { $class })
plan-holder-decided = { $run } (vedteken før planen)
plan-lack-decided = { $role } vedtok { $on } at ho ikkje skal haldast
plan-lack-not-stated = { $column } er ikkje oppgitt for kursrekkja
plan-lack-window = uansett når ho startar i ønskt tidsrom, blir det ikkje tid til alle samlingane innanfor planen
plan-lack-closed = stengde dagar og skuleferiar lèt ingen start vere att blant dagane det ønskjer, med tid til alle samlingane innanfor planen
plan-lack-budget-days = ho kan berre byrje i dagane til { $budgets }, frå { $from } til { $until }, og ingen av dei er ein start ho ønskjer, med tid til alle samlingane innanfor planen
plan-lack-budgets-apart = ho trekkjer på { $budgets }, som ikkje har nokon felles dag ho kunne byrja på; oppgi budsjetta for éin periode
plan-lack-lead-time = kurset er nytt her og det tek { $weeks ->
    [one] ei veke
   *[other] { $weeks } veker
} å gjere det klart: det kan ta til frå { $from }, og då er ingen start att blant dagane det ønskjer
plan-lack-no-room = senteret har ikkje noko rom for kursrekkjer i lista over rom
plan-lack-room-too-small = ikkje noko rom er stort nok: kursrekkja treng { $needs ->
    [one] { $needs } plass
   *[other] { $needs } plassar
}, det største har { $largest }
plan-lack-room-seats-unknown = ikkje noko rom oppgir kor mange det er plass til, og kursrekkja treng { $needs }
plan-lack-equipment = ikkje noko stort nok rom har { $missing }
plan-lack-freed-too-small = rommet som vart ledig, er for lite: kursrekkja treng { $needs ->
    [one] { $needs } plass
   *[other] { $needs } plassar
}, og det har { $seats }
plan-lack-freed-seats-unknown = plassane i rommet som vart ledig, er ikkje oppgjevne, og kursrekkja treng { $needs }
plan-lack-freed-equipment = rommet som vart ledig, manglar { $missing }
plan-lack-room-taken = ikkje noko rom er ledig til alle samlingane, fordi andre kursrekkjer har det
plan-lack-room-not-open = ikkje noko rom er ope til alle samlingane
plan-lack-room-not-free = ikkje noko rom er både ope og ledig til alle samlingane
plan-lack-no-hub-room-seats = { $organisation } har for få rom som passar for dei som følgjer kursrekkja der: { $needs ->
    [one] det trengst { $needs } plass
   *[other] det trengst { $needs } plassar
}
plan-lack-no-hub-room = { $organisation } har for få rom som passar for dei som følgjer kursrekkja der
plan-lack-hub-room-taken = hos { $organisation } er ikkje noko rom ledig til alle samlingane for dei som følgjer kursrekkja der, fordi andre kursrekkjer har det
plan-lack-hub-room-not-open = hos { $organisation } er ikkje noko rom ope til alle samlingane for dei som følgjer kursrekkja der
plan-lack-hub-room-not-free = hos { $organisation } er for få rom opne og ledige til alle samlingane for dei som følgjer kursrekkja der
plan-lack-no-leader = ingen stadfesta kurshaldar med `{ $competence }` ({ $asked ->
    [0] ingen spurt
   *[other] { $asked } spurt
}, { $wished ->
    [0] ingen ønskt
   *[other] { $wished } ønskt
})
plan-lack-too-few-leaders = { $needs } kurshaldarar med `{ $competence }` trengst samtidig, og { $confirmed ->
    [one] éin er stadfesta
   *[other] { $confirmed } er stadfesta
} ({ $asked ->
    [0] ingen spurt
   *[other] { $asked } spurt
}, { $wished ->
    [0] ingen ønskt
   *[other] { $wished } ønskt
})
plan-lack-leader-taken = ingen kurshaldar med `{ $competence }` er ledig til alle samlingane ({ $count } stadfesta): dei som kan, held andre kursrekkjer
plan-lack-leader-not-at-work = ingen kurshaldar med `{ $competence }` er tilgjengeleg til alle samlingane ({ $count } stadfesta)
plan-lack-leader-at-limit = ingen kurshaldar med `{ $competence }` har nok halvdagar att ({ $count } stadfesta)
plan-lack-leader-not-free = ingen kurshaldar med `{ $competence }` er ledig til alle samlingane ({ $count } stadfesta)
plan-lack-same-leader = { $competences } krev kvar sin kurshaldar, og berre { $leaders } er ledig
plan-lack-budget = det er for lite att på budsjettet { $budget }: kursrekkja treng { $needs }, og det står att { $left }
plan-lack-too-many-needs = ho treng { $needs } kurshaldarar på éi samling; { $most } er det meste som kan planleggjast
plan-lack-too-many-hubs = ho treng { $needs } kurshaldarar og rom andre stader på éi samling til saman; { $most } er det meste som kan planleggjast
plan-label-proof = Bevis
plan-proof-no-way = Bevist: ho har ikkje noka moglegheit sjølv om ikkje noko anna blir planlagt.
plan-proof-budget = Bevist: { $name } rekk ikkje til denne kursrekkja og { $holders }, uansett når dei blir haldne.
plan-proof-half-days = Bevist: dei halvdagane { $name } kan halde kurs, rekk ikkje til denne kursrekkja og { $holders }, uansett når dei blir haldne.
plan-proof-conflict = Bevist: ho kan ikkje haldast saman med { $holders }, uansett når { $count ->
    [one] den blir halden. Utan den kunne ho det.
   *[other] desse blir haldne. Utan kven som helst av dei kunne ho det.
}
plan-proof-full = Bevist: dei ledige halvdagane til { $names } rekk ikkje til { $count ->
    [0] denne kursrekkja
   *[other] denne kursrekkja og { $holders }, uansett når dei blir haldne
}: { $missing ->
    [one] éin manglar.
   *[other] { $missing } manglar.
}
plan-proof-none = Ikkje bevist: andre tider for dei som tel før, er leita etter og ikkje funne, og det beviser ingenting.
plan-levels = Kor langt kvar klasse rakk
plan-stopped = Leitinga blei stoppa før ho var ferdig: planen kan brukast, men mindre er prøvd.
plan-column-runs = kursrekkjer
plan-column-placed = får plass
plan-column-participants = forventa deltakarar
plan-column-sureness = kan fleire få plass?
plan-level-held = vedteken halden
plan-level-unknown = (og { $count ->
    [one] éi kursrekkje som ikkje oppgir tal
   *[other] { $count } kursrekkjer som ikkje oppgir tal
})
plan-sure-all = alle har plass
plan-sure-all-weighed = alle som er vurderte, har plass
plan-sure-not-weighed = { $count } ikkje vurdert
plan-sure-unknown = { $count } avslått utan å oppgi kor mange som er venta, rekna som ingen
plan-sure-strict = nei: kvart avslag er bevist
plan-sure-most = nei: fleire deltakarar er umogleg, bevist
plan-sure-given = nei, bevist så lenge klassane over held på det dei har
plan-sure-at-most = høgst { $bound } deltakarar så lenge klassane over held på det dei har
plan-sure-not = ikkje funne, ikkje bevist
plan-label-deadline = Frist
plan-after-deadline = ho byrjar etter fristen, { $on }
plan-label-remedies = Ville gitt plass
plan-remedy = { $change }: då { $sessions }
plan-remedy-also = { $remedy } ({ $runs } ville òg fått plass, før denne)
plan-remedy-loses = { $remedy }; då mistar { $runs } plassen
plan-remedies-none = inga enkelt endring er funnen som gjer det (annan start, dag eller del av dagen, ein kurshaldar, eit rom, andre tider for dei som finst, halvdagar, utstyr, eit budsjett)
plan-remedies-note = Det som ville gitt ei avslått kursrekkje plass, er kvar gong kontrollert ved å planleggje på nytt med den endringa åleine.
plan-remedies-left = For { $count } { $count ->
    [one] avslått kursrekkje
   *[other] avslåtte kursrekkjer
} lenger nede er det ikkje leita etter kva som ville gitt plass: det ville ta for lang tid.
plan-remedy-start-later = kursrekkja kan byrje så seint som { $until }
plan-remedy-start-earlier = kursrekkja kan byrje så tidleg som { $from }
plan-remedy-weekday = kursrekkja kan òg haldast på { $weekday ->
    [monday] måndagar
    [tuesday] tysdagar
    [wednesday] onsdagar
    [thursday] torsdagar
    [friday] fredagar
    [saturday] laurdagar
   *[sunday] sundagar
}
plan-remedy-half-day = kursrekkja kan òg haldast om { $part ->
    [morning] formiddagen
    [afternoon] ettermiddagen
   *[evening] kvelden
}
plan-remedy-ready = kurset er klart { $from }
plan-remedy-in-breaks = kursrekkja kan haldast i skuleferiar
plan-remedy-open-then = senteret held ope for kurs { $times }
plan-remedy-confirm-asked = { $leader }, som er spurd, seier ja
plan-remedy-confirm-wished = { $leader }, som er ønskt, blir spurd og seier ja
plan-remedy-leader-then = { $leader } kan òg halde kurs { $times }
plan-remedy-half-days = { $leader } kan halde kurs { $more ->
    [one] éin halvdag til
   *[other] { $more } halvdagar til
}
plan-remedy-leader = éin kurshaldar til med `{ $competence }`, { $times }
plan-remedy-room-then = { $room } er ope òg { $times }
plan-remedy-equip = { $room } får { $equipment }
plan-remedy-room = eitt rom til, { $times }
plan-remedy-room-equipped = eitt rom til med { $equipment }, { $times }
plan-remedy-room-seats = eitt rom til med { $seats } plassar, { $times }
plan-remedy-room-seats-equipped = eitt rom til med { $seats } plassar og { $equipment }, { $times }
plan-remedy-hub = hos { $organisation }: { $change }
plan-remedy-budget = { $more } meir i { $budget }
plan-times-weekly = { $day } { $part }, veke { $first }–{ $last } (frå { $from })
plan-room-taken = { $name } blir brukt av { $holder }: { $times }
plan-room-closed = { $name } er stengt ifølgje kalenderen: { $times }
plan-room-not-open = { $name } er ikkje ope: { $times }
plan-leader-taken = { $name } held { $holder }: { $times }
plan-leader-away = { $name } er borte ifølgje kalenderen: { $times }
plan-leader-not-at-work = { $name } held ikkje kurs då: { $times }
plan-leader-at-limit = { $name } kan halde høgst { $limit } halvdagar, og kursrekkja treng { $needs }
plan-leader-leads = { $name } kan halde høgst { $limit } halvdagar og har alt { $taken }, med { $holders }; kursrekkja treng { $needs }
plan-times = { $days } ({ $part })
plan-times-many = { $count } dagar frå { $first } til { $last }

plan-badly = Vedtekne kursrekkjer som står dårleg
plan-badly-note = Desse kursrekkjene er vedtekne og ikkje haldne enno. Planen lèt dei stå som dei står; det som er gale, må folk rette.
plan-column-wrong = kva som er gale
plan-column-mend = kva som ville retta det
plan-badly-whole-day = delen av dagen er ikkje oppgitt, så kursrekkja tek heile dagen: { $days }
plan-badly-room-twice = { $room } er gitt to gonger til dei same tidene, til kursrekkja og til dei som følgjer ho ein annan stad
plan-badly-asked = { $leader } er spurd og har ikkje svart
plan-badly-wished = { $leader } er ønskt og ikkje spurd enno
plan-badly-over-limit = { $leader } kan halde høgst { $limit } halvdagar og har { $taken } i vedtekne kursrekkjer
plan-badly-too-small = { $room } har { $seats } plassar, og { $expected } er venta
plan-badly-hub-only = { $room } er berre for grupper som følgjer kursrekkjer som blir haldne andre stader
plan-badly-holiday = ein heilagdag: { $times }
plan-badly-closed = senteret er stengt: { $times }
plan-badly-school-break = ein skuleferie, der kursrekkja ikkje kan liggje: { $times }
plan-badly-overdrawn = denne kursrekkja overskrid { $budget } med { $over }
plan-badly-overdrawn-with = denne kursrekkja og { $runs } overskrid til saman { $budget } med { $over }
plan-mend-room-taken = eit anna rom eller andre tider for ei av dei to
plan-mend-leader-taken = ein annan kurshaldar eller andre tider for ei av dei to
plan-mend-room-or-time = eit anna rom eller andre tider
plan-mend-leader-or-time = ein annan kurshaldar eller andre tider
plan-mend-room = eit anna rom
plan-mend-confirm = eit ja, eller ein annan kurshaldar
plan-mend-limit = ein annan kurshaldar for nokre av dei, eller ei høgare grense
plan-mend-day = ein annan første dag
plan-mend-break = ein annan første dag, eller eit ja i «{ $column }»
plan-mend-part = oppgi han i «{ $column }»
plan-mend-budget = meir i budsjettet, eller mindre som trekkjer på det

plan-freed-title = Ledig: { $room }, { $slot }
plan-freed-room-alone = Eit ledig rom åleine frigjer ingenting. Her står kva kvar kursrekkje elles manglar.
plan-freed-held = Den vedtekne kursrekkja { $run } har { $room } då, så det er ikkje ledig. Det ville blitt ledig om ho vart avlyst eller flytt; `run_cancelled` med `{ $id }` i fila til `mestring plan --what-if` viser alt det ville gitt. Det som følgjer, gjeld om rommet var ledig.
plan-freed-holiday = { $date } er heilagdag ({ $name }), og då blir inga samling lagd. Spør om ein annan dag.
plan-freed-closed = Kalenderen seier at heile senteret er stengt då, og inga samling blir lagd. Spør om ein annan dag, eller ta den stengde tida ut av kalenderen.
plan-freed-school-break = Det er skuleferie etter kalenderen: berre kursrekkjer med ja under `in_breaks` kan haldast då.
plan-freed-not-open = { $room } er ikkje ope då. Det kan brukast { $days } ({ $parts }): spør om ei slik tid, eller legg til i `weekdays` og `half_days` for rommet.
plan-freed-out-of-use = { $room } kan berre brukast frå { $from } til { $until }: spør om ein av dei dagane, eller endre `from` og `until` for rommet.
plan-freed-out-of-use-before = { $room } kan berre brukast frå { $from }: spør om ein seinare dag, eller endre `from` for rommet.
plan-freed-out-of-use-after = { $room } kan berre brukast til { $until }: spør om ein tidlegare dag, eller endre `until` for rommet.
plan-freed-weekend = Det er { $day }. Kursrekkjer blir haldne måndag til fredag når `weekdays` ikkje seier noko anna, så berre dei som nemner dagen, kan bruke han.
plan-freed-nobody = Inga kursrekkje som ventar på plass, kan bruke denne tida.
plan-freed-hub = { $run }, for ei gruppe som følgjer ho der
plan-freed-counts = { $runs ->
    [one] { $runs } kursrekkje kan bruke tida.
   *[other] { $runs } kursrekkjer kan bruke tida.
} { $ready ->
    [0] Ingen av dei har alt anna på plass.
   *[other] { $ready } har alt anna på plass.
}
plan-freed-ready = ingenting, ho kan få tida no

plan-moved-title = Kva desse reglane ville flytte
plan-moved-packs = Før: { $before }. Etter: { $after }.
plan-moved-none = Inga kursrekkje flyttar seg.
plan-moved-counts = { $moved ->
    [one] { $moved } av { $runs } kursrekkjer flyttar seg.
   *[other] { $moved } av { $runs } kursrekkjer flyttar seg.
}
plan-moved-ranks = { $before } → { $after }
plan-moved-because = mot { $run }: { $reason }
plan-moved-capacity = berre kapasiteten skifta hender
plan-reading-own = { $group } ({ $class }): kurset handlar om { $topic }, som lista over målgrupper i arbeidsmappa reknar med her; verken planen eller rada seier det
plan-reading-list = { $group } ({ $class }): kurset handlar om { $topic }, som temalista i programmet reknar med her; verken planen eller rada seier det
plan-reading-people = { $group } ({ $class }): ut frå deltakarane og alderen som rada eller tittelen nemner
plan-moved-class = berre klassen blir endra

# Kva flest deltakarar kostar.
price-title = Kva flest deltakarar kostar
price-local-choice = Denne rekkjefølgja er eit lokalt val: planen rangerer kurs etter trinn, ikkje etter kor mange dei når.
price-column-strict-placed = plass i streng rekkjefølgje
price-column-strict = deltakarar
price-column-most-placed = plass med flest deltakarar
price-column-most = deltakarar
price-same = Begge rekkjefølgjene gir dei same kursrekkjene plass.
price-loses = Plass berre i streng rekkjefølgje: { $runs }.
price-gains = Plass for å nå fleire deltakarar: { $runs }.

# Kva det er knapt med.
scarce-title = Kva det er knapt med
scarce-how = Funne ved å planleggje på nytt med éin kurshaldar eller eitt rom til som er ledig heile tida, eller eit budsjett utan grense, og ingenting anna endra. Det som er ledig sjeldnare, kan gje plass til færre, eller til andre.
scarce-nothing = Ingen enkelt kurshaldar, rom eller budsjett til ville gitt plass til enda ei kursrekkje.
scarce-column-more = éin eller eitt til
scarce-column-gains = gir plass til
scarce-column-loses = i staden for
scarce-column-participants = fleire deltakarar
scarce-leader = kurshaldar med `{ $competence }`
scarce-room = rom
scarce-hub-room = rom hos { $organisation } til å følgje kursrekkjer i
scarce-budget = pengar eller timar i { $budget }
scarce-one-leader = Kva som heng på éin kurshaldar
scarce-hangs = `{ $competence }`, som berre { $leader } har: { $count ->
    [one] éi kursrekkje ({ $runs })
   *[other] { $count } kursrekkjer ({ $runs })
}{ $refused ->
    [0] .
   *[other] , og { $refused } utan plass.
}
scarce-hangs-refused = `{ $competence }`, som berre { $leader } har: inga kursrekkje med plass, { $refused } utan.

# Kva det gir at kursrekkjer kan haldast digitalt.
digital-title = Digitalt i staden for i eit rom
digital-counts = Formregelen lèt { $may ->
    [one] éi kursrekkje
   *[other] { $may } kursrekkjer
} som er ønskt i eit rom, bli halden digitalt; { $held ->
    [0] ingen av dei blir det.
    [one] éi av dei blir det.
   *[other] { $held } av dei blir det.
}
digital-half-days = Jamført med planen der inga kursrekkje som er ønskt i eit rom, kan haldast digitalt: romma blir brukte { $half_days } halvdagar, der { $without }.
digital-column-frees = frigjer
digital-column-used-by = då brukt av
digital-frees-nothing = ikkje noko rom: i den planen har ho ingen plass
digital-gains = Får plass ved det: { $runs }.
digital-loses = Får ikkje plass ved det, fordi kursrekkjer med høgare prioritet kom inn: { $runs }.
digital-label-instead = I staden for
digital-instead = { $format }, som ho var ønskt; formregelen lèt henne bli halden digitalt

# Behov ved sida av kapasitet.
need-title = Behov ved sida av kapasitet
need-how = Plassane er dei i kursrekkjer som planen gir plass, og i vedtekne som tek til frå { $from } til { $until }; der ingen er oppgitt, deltakarane dei ventar. Deltakarane er dei i kursrekkjer som senteret heldt frå { $year } til { $as_of }.
need-no-people = Kor mange som ventar, er slik arbeidsmappa oppgir det. Kor mange som blir tilviste, viser berre eit personregister: oppgi eitt med --people.
need-people = Ingen tal på personar under { $fewest } blir viste, og ingen sum som eit slikt tal kan reknast ut av. Ei rad for ei målgruppe tel dei som er tilviste til gruppa og ikkje til eit kurs.
need-trend-how = Tilvisingar er talde over dei siste 26 vekene og jamførte med dei 26 vekene før, med eit eksakt 95 %-intervall for forholdet mellom dei to ratane.
need-no-history = Kor mange som blir tilviste, kan ikkje seiast: personregisteret seier ikkje frå kva dag det har alle tilvisingar (history_from i store.toml).
need-groups = Etter målgruppe
need-groups-how = Eit kurs for fleire målgrupper står i kvar av dei.
need-offers = Etter kurs
need-column-group = målgruppe
need-column-offer = kurs
need-column-waiting = ventar, som oppgitt
need-column-people = ventar, talde
need-column-referrals = tilvisingar i månaden
need-column-trend = mot halvåret før
need-column-seats = planlagde plassar
need-column-refused = kursrekkjer utan plass
need-column-held = kom siste år
need-not-known = ikkje kjent
need-waiting-since = { $count }, sidan { $day }
need-total-unknown = { $known }, og { $unknown } ikkje kjent
need-seats = { $count } i { $runs ->
    [one] éi kursrekkje
   *[other] { $runs } kursrekkjer
}
need-held = { $count } til { $runs ->
    [one] éi kursrekkje
   *[other] { $runs } kursrekkjer
}
need-few = <{ $fewest }
need-referrals-few = { $few } på eit halvt år
need-trend-few = for få til å seie noko
need-undated = { $month }, og { $undated } utan dato
need-between = mellom { $low } og { $high }
need-trend-more = fleire: { $ratio } gonger så mange ({ $low } til { $high })
need-trend-fewer = færre: { $ratio } gonger så mange ({ $low } til { $high })
need-trend-cannot-tell = kan ikkje seie det: { $ratio } gonger så mange ({ $low } til { $high })
need-digital = { $offer } blir halde digitalt: av { $waiting } som ventar, har { $cannot } sagt at dei ikkje kan delta digitalt, og om { $unknown } veit ingen det.
