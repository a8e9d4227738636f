# Hvem som tilbyr hva, til hvem, på hvilket nivå.
overview-title = Kartlegging: målgrupper og nivå
overview-no-area = Arbeidsmappen oppgir ikke kommunene i området. Derfor regnes alle tilbud som innenfor rekkevidde.
overview-no-offers = Arbeidsmappen har ingen tilbud.
overview-column-group = målgruppe
overview-group-unknown = målgruppe ikke kjent
overview-level-unknown = nivå ikke kjent
overview-established = { $count } etablert
overview-planned = { $count } under planlegging
overview-starting-up = { $count } i startgropa
overview-state-not-stated = { $count }, status ikke oppgitt
overview-discontinued = { $count } avsluttet
overview-outside = { $count } utenfor området
overview-reach-unknown = { $count }, rekkevidde ikke kjent
overview-none-confirmed = ingen, bekreftet av { $of ->
    [one] den eneste { $who }
   *[other] alle { $of } { $who }
}, eldste svar { $date }
overview-none-partly = ingen, bekreftet av { $none } av { $of } { $who }{ $others ->
    [0] {""}
    [one] { " " }og { $others } annen
   *[other] { " " }og { $others } andre
}, { $date }
overview-none-nobody-to-ask = ingen, svarer { $others }, { $date }; arbeidsmappen har ingen { $who } å spørre
overview-answer-not-entered = svart { $date }, ikke ført inn
overview-not-asked = ikke spurt
overview-levels-silent = Ingen tilbud, og ingen er spurt: { $levels }.
overview-places = { $inside } tilbud er innenfor rekkevidde av området, { $outside } er utenfor, og for { $unknown } er rekkevidden ikke kjent.
overview-derived = Målgruppen er oppgitt for { $stated } tilbud, utledet av tittel, tema og deltakere for { $derived }, og ikke kjent for { $none }.
overview-sources = Kilder: { $stated } med dato, { $missing } uten. Halvparten er høyst { $median ->
    [one] { $median } dag
   *[other] { $median } dager
} gamle, den eldste er { $oldest }. { $old } er eldre enn { $limit } dager.
overview-listing-years = Sider: { $stated } med årstall, { $missing } uten. Halvparten er høyst { $median } år gamle, den eldste er { $oldest }. { $old } er sikkert eldre enn tolv måneder (mer enn { $limit } kalenderår tilbake).
overview-way-in = Veien inn er fullstendig for { $complete } av { $offers } tilbud: om det trengs henvisning er kjent for { $referral }, en dato for { $dates }, en nettside for { $page }.
overview-fill-title = Hvor mye som er kjent om tilbudene
overview-fill-bounds = Andeler er grenser: minst hvis alle rader uten svar betyr nei, mest hvis alle rader uten svar betyr ja.
overview-column-fact = opplysning
overview-column-stated = oppgitt
overview-column-asked-unknown = spurt, ikke kjent
overview-column-silent = ikke oppgitt
overview-column-share = andel med ja
overview-share = { $lower }–{ $upper } %
overview-no-answer = spurt { $date }, ikke svart ({ $asked } av { $of } { $who } spurt)
overview-answers = svart: { $answered } av { $of } { $who }, { $none } med ingen
overview-contradicted = { $count ->
    [one] MOTSTRID: { $count } svar om ingen tilbud, men samme organisasjon har tilbud her
   *[other] MOTSTRID: { $count } svar om ingen tilbud, men de samme organisasjonene har tilbud her
}
overview-who-specialist = { $count ->
    [one] sykehus eller senter
   *[other] sykehus og sentre
}
overview-who-municipal = { $count ->
    [one] kommune
   *[other] kommuner
}
overview-who-voluntary = { $count ->
    [one] brukerorganisasjon
   *[other] brukerorganisasjoner
}
overview-who-private = { $count ->
    [one] privat tilbyder
   *[other] private tilbydere
}
overview-who-interlevel = { $count ->
    [one] kommune eller sykehus
   *[other] kommuner og sykehus
}
overview-to-ask = En tom rute regnes som bekreftet først når alle som skal spørres på nivået, har svart at de ikke har noe. Disse skal spørres: { $levels }.
overview-to-ask-level = { $level }: { $count } { $who }
overview-to-ask-unlisted = { $count ->
    [one] { $count } kommune i området står ikke blant organisasjonene, så ingen kan svare for den.
   *[other] { $count } kommuner i området står ikke blant organisasjonene, så ingen kan svare for dem.
}
