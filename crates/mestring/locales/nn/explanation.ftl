# Kvifor ei kursrekkje står der ho står, og kva som ville løfta ho forbi ei anna.
explain-title = Kvifor { $run } står der ho står
explain-staff = For dei tilsette i senteret: her er andre kursrekkjer nemnde, og kva reglane svara om dei. Slikt skal aldri stå i eit brev.
explain-label-number = Nummer
explain-number = { $rank } av { $runs } i prioritert rekkjefølgje, klasse { $class }
explain-number-sure = dette: alle kriteria kan avgjerast
explain-label-after = Etter
explain-label-before = Framfor
explain-by = { $run }, på: { $by }
explain-points = Poeng i alt: { $points }
explain-label-clause = Ledd
explain-label-branch = Veg
explain-label-part = Avgjort av
explain-label-calls = Kalla frå
explain-label-comment = Regelen seier
explain-label-what = Kva han avgjer
explain-label-stopped = Stansa
explain-label-steps = Lagt saman
explain-label-read = Regelen las
explain-clause = { $text } ({ $file }, linje { $line })
explain-then = { $of } stemmer (linje { $line })
explain-else = { $of } stemmer ikkje (linje { $line })
explain-case = { $of } er { $case } (linje { $line })
explain-stopped = { $fact } er ikkje kjent og har noko å seie. Linje { $line }: { $text }
explain-plugin = kriteriet er eit programtillegg. Kva det las, står nedanfor
explain-step-start = = { $by } (linje { $line })
explain-step-add = + { $by } = { $after } (linje { $line })
explain-step-subtract = − { $by } = { $after } (linje { $line })
explain-step-multiply = × { $by } = { $after } (linje { $line })
explain-step-divide = ÷ { $by } = { $after } (linje { $line })
explain-step-answer = → { $after } (linje { $line })
explain-facts-title = Kvar opplysningane står
explain-column-fact = opplysning
explain-column-value = verdi
explain-column-stated = står i
explain-column-now = no
explain-column-enough = ville vore nok
explain-column-above = står då framfor på
explain-column-whose = kven som rår over ho
explain-from-held-runs = avleidd av { $count ->
    [0] lista over kursrekkjer, der kurset ikkje står som halde
    [one] éi kursrekkje av kurset som er halden
   *[other] { $count } kursrekkjer av kurset som er haldne
}
explain-from-last-run = avleidd av den siste kursrekkja av kurset som er halden
explain-from-runs-in-half-year = avleidd av lista over kursrekkjer: { $count ->
    [0] inga anna kursrekkje av kurset kjem før ho i halvåret
    [one] éi anna kursrekkje av kurset kjem før ho i halvåret
   *[other] { $count } andre kursrekkjer av kurset kjem før ho i halvåret
}
explain-from-days = dagar mellom datoen for spørsmålet og datoen i
explain-from-group-classes = avleidd av målgruppene til tilbodet og klassane deira
explain-from-reading = avleidd: rada oppgir inga målgruppe, så vi har lese tittelen og det rada elles seier
explain-from-evidence = avleidd av { $count ->
    [one] éin studie av kurs om temaet
   *[other] { $count } studiar av kurs om temaet
}
explain-more-cells = og { $count } til
explain-silent = inga rad oppgir det
explain-silent-cells = ingen oppgir det. Det kunne ha stått i { $cells }
explain-silent-setting = ingen oppgir det. Skriv i desk.toml, `{ $setting }`, frå når alle kursrekkjer står i lista
explain-stated = { $place } ({ $source })
explain-stated-dated = { $place } ({ $source }, { $date })
explain-made-up = oppdikta for å vise korleis systemet verkar
explain-made-up-source = { $source }; oppdikta for å vise korleis systemet verkar
explain-no-source = rada oppgir inga kjelde
explain-over-title = { $upper } står framfor { $lower }
explain-over-number = nummer { $rank } av { $runs } i prioritert rekkjefølgje, { $outcome }
explain-over-by = Det som skil dei: { $by }: { $upper } mot { $lower }.
explain-over-unknown-last = Det som skil dei: { $by }: { $upper } mot { $lower }. Det som ikkje kan avgjerast, går sist.
explain-over-unknown-first = Det som skil dei: { $by }: { $upper } mot { $lower }. Det som ikkje kan avgjerast, går først.
explain-over-tie = Reglane stiller dei likt. Det som skil dei: { $by }.
explain-no-sum = poeng som ikkje kan reknast ut, fordi ei opplysning manglar
explain-lift-title = Kva som ville løfta { $run }
explain-lift-none = Mellom verdiane som er prøvde, er det inga endring av éi opplysning som løfter ho: { $tried ->
    [one] { $tried } verdi
   *[other] { $tried } verdiar
} av { $facts ->
    [one] { $facts } opplysning
   *[other] { $facts } opplysningar
}, kvar prøvd ved å køyre reglane. Endringar av fleire opplysningar samstundes er ikkje prøvde.
explain-lift-some = Kvar av desse endringane åleine løfter ho. Dei er funne ved å køyre reglane med { $tried ->
    [one] { $tried } verdi
   *[other] { $tried } verdiar
} av { $facts ->
    [one] { $facts } opplysning
   *[other] { $facts } opplysningar
}. Der opplysninga er eit tal, står grensene for det som er nok, og reglane er køyrde på kvar av dei. Først kjem det senteret sjølv avgjer, så går det i den rekkjefølgja kriteria les opplysningane; for éi opplysning kjem den minste endringa først.
explain-lift-record = I kvar linje er éi opplysning endra i det reglane les, og saman med ho berre det linja nemner. I listene kan meir følgje med. Endre lista og spør igjen for å sjå alt. Ei opplysning som er feil oppgitt, kan rettast, same kven som rår over ho. Å stå lenger framme i rekkjefølgja gir ikkje i seg sjølv rom og kurshaldarar.
explain-lift-draw = Der loddtrekning avgjer, er det den registrerte, med same startverdi.
explain-whose-centre = senteret avgjer ho
explain-whose-course = kva kurset er, og kven det er for
explain-whose-need = kven som ventar, og fristane deira. Senteret kan ikkje endre ho
explain-whose-past = det har hendt. Ingen kan endre ho
explain-whose-evidence = det studiar eller fagfolk seier
explain-whose-undeclared = ikkje oppgitt

explain-outcome-placed = får plass: framlegget gir ho { $gives ->
    [both] rom og kurshaldarar
    [room] rom; ho oppgir ikkje at ho treng kurshaldarar
    [leaders] kurshaldarar; ho treng ikkje rom
   *[neither] samlingane; ho treng ikkje rom og oppgir ikkje at ho treng kurshaldarar
}
explain-outcome-refused = får ikkje plass: framlegget gir ho ingenting, fordi ho manglar det som står under
explain-outcome-not-considered = får ikkje plass: framlegget vurderer ikkje rom og kurshaldarar til ho. Grunnen står under
explain-not-considered = får ikkje plass, ikkje vurdert
explain-enough-any = kva tal som helst: det er nok at nokon oppgir det
explain-enough-least = minst { $least }
explain-enough-most = høgst { $most }
explain-enough-between = frå { $least } til { $most }
explain-enough-more = { $values }; eller éin av { $count } andre verdiar
explain-enough-with = og då òg { $fact }
