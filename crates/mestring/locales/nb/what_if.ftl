# Hva planen ville blitt hvis noe skjedde.
what-if-title = Hva om
what-if-nobody-decided = Dette er et forslag. Ingen blir flyttet, spurt eller varslet.
what-if-events = Hvis dette skjedde:
what-if-room-freed = { $room } er ledig { $slot }
what-if-run-cancelled = { $run } blir ikke holdt
what-if-leader-away = { $leader } er borte fra { $from } til { $until }
what-if-leader-away-part = { $leader } er borte fra { $from } til { $until } ({ $parts })
what-if-seat-declined = noen takker nei til en plass i { $run }
what-if-room-lost = { $room } kan ikke brukes fra { $from } til { $until }
what-if-room-lost-part = { $room } kan ikke brukes fra { $from } til { $until } ({ $parts })
what-if-day-closed = senteret er stengt { $from }
what-if-day-closed-part = senteret er stengt { $from } ({ $parts })
what-if-days-closed = senteret er stengt fra { $from } til { $until }
what-if-days-closed-part = senteret er stengt fra { $from } til { $until } ({ $parts })
what-if-budget-cut = { $budget } har { $less } mindre
what-if-leader-confirmed = { $leader } sier ja
what-if-no-change = Ingen kursrekke i planen endres.
what-if-changes = { $count ->
    [one] Én kursrekke endres; alle andre blir stående.
   *[other] { $count } kursrekker endres; alle andre blir stående.
}
what-if-column-state = status
what-if-column-fate = hva som skjer med den
what-if-decided = vedtatt (vekt { $weight })
what-if-proposed = bare foreslått
what-if-moved = flyttes for at en annen skal få plass
what-if-other-leader = samme tider og rom, en annen kursholder
what-if-other-room = samme tider, et annet rom
what-if-replaced = mistet plassen, står et annet sted
what-if-dropped = har ikke plass lenger
what-if-added = får plass
what-if-nowhere = ingen plass
what-if-forced-least = { $moved ->
    [0] Bevist: ingen kursrekke som kunne bli stående, må flyttes.
   *[other] Bevist: ingen plan som gir de samme kursrekkene plass, flytter mindre av det som kunne blitt stående: først av det som er vedtatt, så av det som bare er foreslått, etter vekt og så etter antall. Ingenting vedtatt flyttes for noe som bare er foreslått.
}
what-if-forced-at-least = Ikke bevist å være det minste: minst { $runs ->
    [one] én kursrekke
   *[other] { $runs } kursrekker
} må flyttes; det som er funnet, flytter mer.
what-if-forced-open = Ikke bevist å være det minste: letingen ble avsluttet før det kunne sies.
what-if-opened-least = Bevist: de som får plass, får det med færrest flyttinger av det som bare er foreslått; ingenting vedtatt flyttes for dem.
what-if-opened-at-least = De som får plass, kan kanskje få det med færre flyttinger enn funnet av det som bare er foreslått; minst { $runs ->
    [one] én kursrekke
   *[other] { $runs } kursrekker
} må flyttes. Ingenting vedtatt flyttes for dem.
what-if-opened-open = Det er ikke kjent om de som får plass, kunne fått det med færre flyttinger. Ingenting vedtatt flyttes for dem.
what-if-lacks = Det { $run } mangler: { $lacks }
what-if-anew = En plan laget på nytt, i streng prioritert rekkefølge, ville gitt plass til { $gain }, og ikke til { $lose }.
what-if-anew-gain = En plan laget på nytt, i streng prioritert rekkefølge, ville også gitt plass til { $gain }.
what-if-anew-lose = En plan laget på nytt, i streng prioritert rekkefølge, ville ikke gitt plass til { $lose }.
what-if-gap = { $run } har begynt eller kan ikke flyttes, og mister en kursholder: { $sessions }. Ledig og i stand til det: { $leaders }.
what-if-gap-nobody = { $run } har begynt eller kan ikke flyttes, og mister en kursholder: { $sessions }. Ingen andre bekreftede er ledige og i stand til det.
what-if-gap-dropped = { $run } kunne blitt stående om noen andre holdt { $sessions }. Ledig og i stand til det: { $leaders }.
what-if-gap-dropped-nobody = { $run } mister en kursholder: { $sessions }. Ingen andre bekreftede er ledige og i stand til det.
what-if-room-gap = { $run } har begynt eller kan ikke flyttes, og mister { $room }: { $sessions }. Stort nok og ledig: { $rooms }.
what-if-room-gap-none = { $run } har begynt eller kan ikke flyttes, og mister { $room }: { $sessions }. Ikke noe annet rom som passer, er ledig.
what-if-shifted = { $run } holdes ikke { $from }, men etter sitt mønster { $to }.
what-if-shifted-not-free = { $run } holdes ikke { $from }, men etter sitt mønster { $to }. Rommet eller en kursholder er ikke ledig { $taken }: sett andre datoer, eller avlys den.
what-if-budget-left = { $budget } er på { $holds }, og { $left } er igjen når holdte og vedtatte kursrekker har brukt det som er kjent.
what-if-budget-over = { $budget } er på { $holds }, og holdte og vedtatte kursrekker bruker { $left } mer enn det. I rekkefølgen de begynner, rekker det ikke lenger til { $runs }.
what-if-budget-unknown = Ingen sier hva disse bruker av { $budget }: { $runs }.
what-if-back = { $run } gir tilbake: { $what }.
what-if-back-nothing = { $run } hadde ikke noe rom, ingen kursholder og ikke noe budsjett å gi tilbake.
what-if-back-rooms = { $rooms } { $sessions }
what-if-back-leaders = { $leaders } ({ $count ->
    [one] { $count } halvdag
   *[other] { $count } halvdager
})
what-if-back-budget = { $amount } av { $budget }
what-if-back-budget-unknown = ingen sier hvor mye av { $budget }
what-if-seat = { $run } har { $free ->
    [0] ingen ledig plass nå: flere var ventet enn den har plass til
    [one] { $free } ledig plass nå
   *[other] { $free } ledige plasser nå
}. Hvem som kan ringes, i rekkefølge: `mestring next DESK { $id } --people STORE`.
what-if-seat-unknown = Hvor mange ledige plasser { $run } har nå, er ikke kjent. Hvem som kan ringes, i rekkefølge: `mestring next DESK { $id } --people STORE`.
