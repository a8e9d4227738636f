# Kven som tilbyr kva, til kven, på kva nivå.
overview-title = Kartlegging: målgrupper og nivå
overview-no-area = Arbeidsmappa oppgir ikkje kommunane i området. Difor blir alle tilbod rekna som innanfor rekkjevidd.
overview-no-offers = Arbeidsmappa har ingen tilbod.
overview-column-group = målgruppe
overview-group-unknown = målgruppe ikkje kjend
overview-level-unknown = nivå ikkje kjent
overview-established = { $count } etablert
overview-planned = { $count } under planlegging
overview-starting-up = { $count } i startgropa
overview-state-not-stated = { $count }, status ikkje oppgitt
overview-discontinued = { $count } avslutta
overview-outside = { $count } utanfor området
overview-reach-unknown = { $count }, rekkjevidd ikkje kjend
overview-none-confirmed = ingen, stadfesta av { $of ->
    [one] den einaste { $who }
   *[other] alle { $of } { $who }
}, eldste svar { $date }
overview-none-partly = ingen, stadfesta av { $none } av { $of } { $who }{ $others ->
    [0] {""}
    [one] { " " }og { $others } annan
   *[other] { " " }og { $others } andre
}, { $date }
overview-none-nobody-to-ask = ingen, svarar { $others }, { $date }; arbeidsmappa har ingen { $who } å spørje
overview-answer-not-entered = svart { $date }, ikkje ført inn
overview-not-asked = ikkje spurt
overview-levels-silent = Ingen tilbod, og ingen er spurde: { $levels }.
overview-places = { $inside } tilbod er innanfor rekkjevidd av området, { $outside } er utanfor, og for { $unknown } er rekkjevidda ikkje kjend.
overview-derived = Målgruppa er oppgitt for { $stated } tilbod, utleidd av tittel, tema og deltakarar for { $derived }, og ikkje kjend for { $none }.
overview-sources = Kjelder: { $stated } med dato, { $missing } utan. Halvparten er høgst { $median ->
    [one] { $median } dag
   *[other] { $median } dagar
} gamle, den eldste er { $oldest }. { $old } er eldre enn { $limit } dagar.
overview-listing-years = Sider: { $stated } med årstal, { $missing } utan. Halvparten er høgst { $median } år gamle, den eldste er { $oldest }. { $old } er sikkert eldre enn tolv månader (meir enn { $limit } kalenderår tilbake).
overview-way-in = Vegen inn er fullstendig for { $complete } av { $offers } tilbod: om det trengst tilvising er kjent for { $referral }, ein dato for { $dates }, ei nettside for { $page }.
overview-fill-title = Kor mykje som er kjent om tilboda
overview-fill-bounds = Delar er grenser: minst dersom alle rader utan svar tyder nei, mest dersom alle rader utan svar tyder ja.
overview-column-fact = opplysning
overview-column-stated = oppgitt
overview-column-asked-unknown = spurt, ikkje kjent
overview-column-silent = ikkje oppgitt
overview-column-share = del med ja
overview-share = { $lower }–{ $upper } %
overview-no-answer = spurt { $date }, ikkje svart ({ $asked } av { $of } { $who } spurde)
overview-answers = svart: { $answered } av { $of } { $who }, { $none } med ingen
overview-contradicted = { $count ->
    [one] MOTSTRID: { $count } svar om ingen tilbod, men same organisasjon har tilbod her
   *[other] MOTSTRID: { $count } svar om ingen tilbod, men dei same organisasjonane har tilbod her
}
overview-who-specialist = { $count ->
    [one] sjukehus eller senter
   *[other] sjukehus og senter
}
overview-who-municipal = { $count ->
    [one] kommune
   *[other] kommunar
}
overview-who-voluntary = { $count ->
    [one] brukarorganisasjon
   *[other] brukarorganisasjonar
}
overview-who-private = { $count ->
    [one] privat tilbydar
   *[other] private tilbydarar
}
overview-who-interlevel = { $count ->
    [one] kommune eller sjukehus
   *[other] kommunar og sjukehus
}
overview-to-ask = Ei tom rute blir rekna som stadfesta først når alle som skal spørjast på nivået, har svart at dei ikkje har noko. Desse skal spørjast: { $levels }.
overview-to-ask-level = { $level }: { $count } { $who }
overview-to-ask-unlisted = { $count ->
    [one] { $count } kommune i området står ikkje blant organisasjonane, så ingen kan svare for han.
   *[other] { $count } kommunar i området står ikkje blant organisasjonane, så ingen kan svare for dei.
}
