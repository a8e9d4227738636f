# Forslaget til bruk av kapasiteten, og hva et ledig rom kan brukes til.
plan-title = Forslag til bruk av kapasiteten
plan-nobody-decided = Dette er et forslag. Ingen har vedtatt det, bortsett fra der det står hvilken rolle som har vedtatt det.
plan-period = Planen kan bruke dagene fra { $from } til { $until }.
plan-no-runs = Ingen kursrekker er ønsket.
plan-counts = { $runs ->
    [one] { $placed } av { $runs } ønsket kursrekke har fått plass i forslaget.
   *[other] { $placed } av { $runs } ønskede kursrekker har fått plass i forslaget.
}
plan-order = Prioritert rekkefølge: { $criteria }. Gir et kriterium et tall, går det høyeste først. En kursrekke viker aldri for en som står lavere.
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
plan-placed = plass
plan-refused = ikke plass
plan-run = { $rank }. { $run }, klasse { $class }
plan-label-outcome = Utfall
plan-label-decided = Vedtatt
plan-label-sessions = Samlinger
plan-label-room = Rom
plan-label-leaders = Kursholdere
plan-label-given = Form
plan-label-short = Mangler
plan-label-criteria = Kriterier
plan-label-reading = Vår lesning
plan-label-above = Foran neste på
plan-label-requirement = Krav
plan-label-format = Foreslått form
plan-label-assumed = Antatt
plan-no-room-needed = trenger ikke rom
plan-decided-held = { $role } vedtok { $on } at den skal holdes.
plan-decided-refused = { $role } vedtok { $on } at den ikke skal holdes.
plan-decided-other = { $role } vedtok { $on }: { $answer }.
plan-decided-reason = Begrunnelse: { $reason }
plan-requirement-met = oppfylt
plan-requirement-not-met = ikke oppfylt
plan-above-points = flere poeng
plan-above-longest = kurset ble holdt for lengre tid siden, eller aldri
plan-above-draw = loddtrekning (frø { $seed }), siden alt annet er likt
plan-short-any = Den får plass om én av disse blir løst.
plan-short-all = Disse mangler på én gang.
plan-held-by = { $lack }, brukt av { $holders }
plan-holder = { $run } (klasse { $class })
plan-holder-decided = { $run } (vedtatt før planen)
plan-lack-decided = { $role } vedtok { $on } at den ikke skal holdes
plan-lack-not-stated = kursrekken oppgir ikke { $column }
plan-lack-window = ingen start i vinduet gir tid til alle samlingene innenfor planen
plan-lack-room-too-small = ikke noe rom er stort nok: den trenger { $needs ->
    [one] { $needs } plass
   *[other] { $needs } plasser
}, det største har { $largest }
plan-lack-room-seats-unknown = ikke noe rom oppgir plassene sine: den trenger { $needs }
plan-lack-equipment = ikke noe stort nok rom har { $missing }
plan-lack-room-taken = rommet er opptatt på alle tider som passer
plan-lack-no-leader = ingen bekreftet kursholder med `{ $competence }`: { $asked } spurt, { $wished } ønsket
plan-lack-leader-taken = kursholdere med `{ $competence }` er opptatt, borte eller har nådd grensen sin ({ $count } bekreftet)
plan-lack-budget = budsjettet { $budget } har for lite igjen: den trenger { $needs }, { $left } er igjen

plan-freed-title = Ledig: { $room }, { $slot }
plan-freed-room-alone = Et ledig rom alene frigjør ingenting. Her står hva hver kursrekke ellers mangler.
plan-freed-nobody = Ingen kursrekke som venter på plass, kan bruke denne tiden.
plan-freed-counts = { $runs ->
    [one] { $runs } kursrekke kan bruke tiden. { $ready } mangler ingenting annet.
   *[other] { $runs } kursrekker kan bruke tiden. { $ready } av dem mangler ingenting annet.
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
