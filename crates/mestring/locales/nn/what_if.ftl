# Kva planen ville blitt om noko hende.
what-if-title = Kva om
what-if-nobody-decided = Dette er eit framlegg. Ingen blir flytte, spurde eller varsla.
what-if-events = Om dette hende:
what-if-room-freed = { $room } er ledig { $slot }
what-if-run-cancelled = { $run } blir ikkje halden
what-if-leader-away = { $leader } er borte frå { $from } til { $until }
what-if-leader-away-part = { $leader } er borte frå { $from } til { $until } ({ $parts })
what-if-seat-declined = nokon takkar nei til ein plass i { $run }
what-if-room-lost = { $room } kan ikkje brukast frå { $from } til { $until }
what-if-room-lost-part = { $room } kan ikkje brukast frå { $from } til { $until } ({ $parts })
what-if-day-closed = senteret er stengt { $from }
what-if-day-closed-part = senteret er stengt { $from } ({ $parts })
what-if-days-closed = senteret er stengt frå { $from } til { $until }
what-if-days-closed-part = senteret er stengt frå { $from } til { $until } ({ $parts })
what-if-budget-cut = { $budget } har { $less } mindre
what-if-leader-confirmed = { $leader } seier ja
what-if-no-change = Inga kursrekkje i planen blir endra.
what-if-changes = { $count ->
    [one] Éi kursrekkje blir endra; alle andre blir ståande.
   *[other] { $count } kursrekkjer blir endra; alle andre blir ståande.
}
what-if-column-state = status
what-if-column-fate = kva som skjer med ho
what-if-decided = vedteken (vekt { $weight })
what-if-proposed = berre føreslått
what-if-moved = blir flytt for at ei anna skal få plass
what-if-other-leader = same tider og rom, ein annan kurshaldar
what-if-other-room = same tider, eit anna rom
what-if-replaced = mista plassen, står ein annan stad
what-if-dropped = har ikkje plass lenger
what-if-added = får plass
what-if-nowhere = ingen plass
what-if-forced-least = { $moved ->
    [0] Bevist: inga kursrekkje som kunne bli ståande, må flyttast.
   *[other] Bevist: ingen plan som gir dei same kursrekkjene plass, flyttar mindre av det som kunne blitt ståande: først av det som er vedteke, så av det som berre er foreslått, etter vekt og så etter tal. Ingenting vedteke blir flytta for noko som berre er foreslått.
}
what-if-forced-at-least = Ikkje bevist å vere det minste: minst { $runs ->
    [one] éi kursrekkje
   *[other] { $runs } kursrekkjer
} må flyttast; det som er funne, flyttar meir.
what-if-forced-open = Ikkje bevist å vere det minste: leitinga blei avslutta før det kunne seiast.
what-if-opened-least = Bevist: dei som får plass, får det med færrast flyttingar av det som berre er føreslått; ingenting vedteke blir flytt for dei.
what-if-opened-at-least = Dei som får plass, kan kanskje få det med færre flyttingar enn funne av det som berre er føreslått; minst { $runs ->
    [one] éi kursrekkje
   *[other] { $runs } kursrekkjer
} må flyttast. Ingenting vedteke blir flytt for dei.
what-if-opened-open = Det er ikkje kjent om dei som får plass, kunne fått det med færre flyttingar. Ingenting vedteke blir flytt for dei.
what-if-lacks = Det { $run } manglar: { $lacks }
what-if-anew = Ein plan laga på nytt, i streng prioritert rekkjefølgje, ville gitt plass til { $gain }, og ikkje til { $lose }.
what-if-anew-gain = Ein plan laga på nytt, i streng prioritert rekkjefølgje, ville òg gitt plass til { $gain }.
what-if-anew-lose = Ein plan laga på nytt, i streng prioritert rekkjefølgje, ville ikkje gitt plass til { $lose }.
what-if-gap = { $run } har byrja eller kan ikkje flyttast, og mistar ein kurshaldar: { $sessions }. Ledig og i stand til det: { $leaders }.
what-if-gap-nobody = { $run } har byrja eller kan ikkje flyttast, og mistar ein kurshaldar: { $sessions }. Ingen andre stadfesta er ledige og i stand til det.
what-if-gap-dropped = { $run } kunne blitt ståande om nokon andre heldt { $sessions }. Ledig og i stand til det: { $leaders }.
what-if-gap-dropped-nobody = { $run } mistar ein kurshaldar: { $sessions }. Ingen andre stadfesta er ledige og i stand til det.
what-if-room-gap = { $run } har byrja eller kan ikkje flyttast, og mistar { $room }: { $sessions }. Stort nok og ledig: { $rooms }.
what-if-room-gap-none = { $run } har byrja eller kan ikkje flyttast, og mistar { $room }: { $sessions }. Ikkje noko anna rom som passar, er ledig.
what-if-shifted = { $run } blir ikkje halden { $from }, men etter mønsteret sitt { $to }.
what-if-shifted-not-free = { $run } blir ikkje halden { $from }, men etter mønsteret sitt { $to }. Rommet eller ein kurshaldar er ikkje ledig { $taken }: set andre datoar, eller avlys ho.
what-if-budget-left = { $budget } er på { $holds }, og { $left } er att når haldne og vedtekne kursrekkjer har brukt det som er kjent.
what-if-budget-over = { $budget } er på { $holds }, og haldne og vedtekne kursrekkjer bruker { $left } meir enn det. I rekkjefølgja dei byrjar, rekk det ikkje lenger til { $runs }.
what-if-budget-unknown = Ingen seier kva desse bruker av { $budget }: { $runs }.
what-if-back = { $run } gir tilbake: { $what }.
what-if-back-nothing = { $run } hadde ikkje noko rom, ingen kurshaldar og ikkje noko budsjett å gi tilbake.
what-if-back-rooms = { $rooms } { $sessions }
what-if-back-leaders = { $leaders } ({ $count ->
    [one] { $count } halvdag
   *[other] { $count } halvdagar
})
what-if-back-budget = { $amount } av { $budget }
what-if-back-budget-unknown = ingen seier kor mykje av { $budget }
what-if-seat = { $run } har { $free ->
    [0] ingen ledig plass no: fleire var venta enn ho har plass til
    [one] { $free } ledig plass no
   *[other] { $free } ledige plassar no
}. Kven som kan ringjast, i rekkjefølgje: `mestring next DESK { $id } --people STORE`.
what-if-seat-unknown = Kor mange ledige plassar { $run } har no, er ikkje kjent. Kven som kan ringjast, i rekkjefølgje: `mestring next DESK { $id } --people STORE`.
