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
overview-none-confirmed = ingen, stadfesta { $date } ({ $answered } av { $asked } har svart)
overview-answer-not-entered = svart { $date }, ikkje ført inn
overview-no-answer = spurt { $date }, ikkje svart
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
