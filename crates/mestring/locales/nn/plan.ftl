# Framlegget til bruk av kapasiteten, og kva eit ledig rom kan brukast til.
plan-title = Framlegg til bruk av kapasiteten
plan-nobody-decided = Dette er eit framlegg. Ingen har vedteke det, bortsett frå der det står kva rolle som har vedteke det.
plan-period = Planen kan bruke dagane frå { $from } til { $until }.
plan-no-runs = Ingen kursrekkjer er ønskte.
plan-counts = { $runs ->
    [one] { $placed } av { $runs } ønskt kursrekkje har fått plass i framlegget.
   *[other] { $placed } av { $runs } ønskte kursrekkjer har fått plass i framlegget.
}
plan-order = Prioritert rekkjefølgje: { $criteria }. Gir eit kriterium eit tal, går det høgaste først. Ei kursrekkje vik aldri for ei som står lågare.
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
plan-placed = plass
plan-refused = ikkje plass
plan-run = { $rank }. { $run }, klasse { $class }
plan-label-outcome = Utfall
plan-label-decided = Vedteke
plan-label-sessions = Samlingar
plan-label-room = Rom
plan-label-leaders = Kurshaldarar
plan-label-given = Form
plan-label-short = Manglar
plan-label-criteria = Kriterium
plan-label-reading = Vår lesing
plan-label-above = Framfor neste på
plan-label-requirement = Krav
plan-label-format = Føreslått form
plan-label-assumed = Gått ut frå
plan-no-room-needed = treng ikkje rom
plan-decided-held = { $role } vedtok { $on } at ho skal haldast.
plan-decided-refused = { $role } vedtok { $on } at ho ikkje skal haldast.
plan-decided-other = { $role } vedtok { $on }: { $answer }.
plan-decided-reason = Grunngjeving: { $reason }
plan-requirement-met = oppfylt
plan-requirement-not-met = ikkje oppfylt
plan-above-points = fleire poeng
plan-above-longest = kurset blei halde for lengre tid sidan, eller aldri
plan-above-draw = loddtrekking (frø { $seed }), sidan alt anna er likt
plan-short-any = Ho får plass om éin av desse blir løyst.
plan-short-all = Desse manglar på éin gong.
plan-held-by = { $lack }, brukt av { $holders }
plan-holder = { $run } (klasse { $class })
plan-holder-decided = { $run } (vedteken før planen)
plan-lack-decided = { $role } vedtok { $on } at ho ikkje skal haldast
plan-lack-not-stated = kursrekkja oppgir ikkje { $column }
plan-lack-window = ingen start i vindauget gir tid til alle samlingane innanfor planen
plan-lack-room-too-small = ikkje noko rom er stort nok: ho treng { $needs ->
    [one] { $needs } plass
   *[other] { $needs } plassar
}, det største har { $largest }
plan-lack-room-seats-unknown = ikkje noko rom oppgir plassane sine: ho treng { $needs }
plan-lack-equipment = ikkje noko stort nok rom har { $missing }
plan-lack-room-taken = rommet er opptatt på alle tider som passar
plan-lack-no-leader = ingen stadfesta kurshaldar med `{ $competence }`: { $asked } spurt, { $wished } ønskt
plan-lack-leader-taken = kurshaldarar med `{ $competence }` er opptatt, borte eller har nådd grensa si ({ $count } stadfesta)
plan-lack-budget = budsjettet { $budget } har for lite att: ho treng { $needs }, { $left } er att

plan-freed-title = Ledig: { $room }, { $slot }
plan-freed-room-alone = Eit ledig rom åleine frigjer ingenting. Her står kva kvar kursrekkje elles manglar.
plan-freed-nobody = Inga kursrekkje som ventar på plass, kan bruke denne tida.
plan-freed-counts = { $runs ->
    [one] { $runs } kursrekkje kan bruke tida. { $ready } manglar ingenting anna.
   *[other] { $runs } kursrekkjer kan bruke tida. { $ready } av dei manglar ingenting anna.
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
