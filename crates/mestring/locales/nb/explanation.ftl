# Hvorfor en kursrekke står der den står, og hva som ville løfte den forbi en annen.
explain-title = Hvorfor { $run } står der den står
explain-staff = For de ansatte i senteret: her nevnes andre kursrekker og hva reglene svarte om dem. Slikt skal aldri stå i et brev.
explain-label-number = Nummer
explain-number = { $rank } av { $runs } i prioritert rekkefølge, klasse { $class }
explain-number-sure = dette: alle kriteriene kan avgjøres
explain-label-after = Etter
explain-label-before = Foran
explain-by = { $run }, på: { $by }
explain-points = Poeng i alt: { $points }
explain-label-clause = Ledd
explain-label-branch = Vei
explain-label-part = Avgjort av
explain-label-calls = Kalt fra
explain-label-comment = Regelen sier
explain-label-what = Hva den avgjør
explain-label-stopped = Stanset
explain-label-steps = Lagt sammen
explain-label-read = Lest
explain-clause = { $text } ({ $file }, linje { $line })
explain-then = { $of } stemmer (linje { $line })
explain-else = { $of } stemmer ikke (linje { $line })
explain-case = { $of } er { $case } (linje { $line })
explain-stopped = { $fact } er ikke kjent og har noe å si. Linje { $line }: { $text }
explain-plugin = kriteriet er et programtillegg. Hva det leste, står nedenfor
explain-step-start = = { $by } (linje { $line })
explain-step-add = + { $by } = { $after } (linje { $line })
explain-step-subtract = − { $by } = { $after } (linje { $line })
explain-step-multiply = × { $by } = { $after } (linje { $line })
explain-step-divide = ÷ { $by } = { $after } (linje { $line })
explain-step-answer = → { $after } (linje { $line })
explain-facts-title = Hvor opplysningene står
explain-column-fact = opplysning
explain-column-value = verdi
explain-column-stated = står i
explain-column-now = nå
explain-column-enough = ville vært nok
explain-column-above = står da foran på
explain-column-whose = hvem som rår over den
explain-from-held-runs = avledet av { $count ->
    [0] listen over kursrekker, der kurset ikke står som holdt
    [one] én kursrekke av kurset som er holdt
   *[other] { $count } kursrekker av kurset som er holdt
}
explain-from-last-run = avledet av den siste kursrekken av kurset som er holdt
explain-from-runs-in-half-year = avledet av listen over kursrekker: { $count ->
    [0] ingen annen kursrekke av kurset kommer før den i halvåret
    [one] én annen kursrekke av kurset kommer før den i halvåret
   *[other] { $count } andre kursrekker av kurset kommer før den i halvåret
}
explain-from-days = dager mellom datoen for spørsmålet og datoen i
explain-from-group-classes = avledet av målgruppene til tilbudet og klassene deres
explain-from-reading = avledet: raden oppgir ingen målgruppe, så vi har lest tittelen og det raden ellers sier
explain-from-evidence = avledet av { $count ->
    [one] én studie av kurs om temaet
   *[other] { $count } studier av kurs om temaet
}
explain-more-cells = og { $count } til
explain-silent = ingen rad oppgir det
explain-silent-cells = ingen oppgir det. Det kunne stått i { $cells }
explain-silent-setting = ingen oppgir det. Skriv i desk.toml, `{ $setting }`, fra når alle kursrekker står i listen
explain-stated = { $place } ({ $source })
explain-stated-dated = { $place } ({ $source }, { $date })
explain-made-up = oppdiktet for å vise hvordan systemet virker
explain-made-up-source = { $source }; oppdiktet for å vise hvordan systemet virker
explain-no-source = raden oppgir ingen kilde
explain-over-title = { $upper } står foran { $lower }
explain-over-number = nummer { $rank } av { $runs } i prioritert rekkefølge, { $outcome }
explain-over-by = Det som skiller dem: { $by }: { $upper } mot { $lower }.
explain-over-unknown-last = Det som skiller dem: { $by }: { $upper } mot { $lower }. Det som ikke kan avgjøres, går sist.
explain-over-unknown-first = Det som skiller dem: { $by }: { $upper } mot { $lower }. Det som ikke kan avgjøres, går først.
explain-over-tie = Reglene stiller dem likt. Det som skiller dem: { $by }.
explain-no-sum = poeng som ikke kan regnes ut, fordi en opplysning mangler
explain-lift-title = Hva som ville løfte { $run }
explain-lift-none = Blant verdiene som er prøvd, er det ingen endring av én opplysning som løfter den: { $tried ->
    [one] { $tried } verdi
   *[other] { $tried } verdier
} av { $facts ->
    [one] { $facts } opplysning
   *[other] { $facts } opplysninger
}, hver prøvd ved å kjøre reglene. Endringer av flere opplysninger samtidig er ikke prøvd.
explain-lift-some = Hver av disse endringene alene løfter den. De er funnet ved å kjøre reglene med { $tried ->
    [one] { $tried } verdi
   *[other] { $tried } verdier
} av { $facts ->
    [one] { $facts } opplysning
   *[other] { $facts } opplysninger
}. Der opplysningen er et tall, står grensene for det som er nok, og reglene er kjørt på hver av dem. Først kommer det senteret selv bestemmer, så går det i den rekkefølgen kriteriene leser opplysningene; for én opplysning kommer den minste endringen først.
explain-lift-record = I hver linje er én opplysning endret i det reglene leser, og sammen med den bare det linjen nevner. I listene kan mer følge med. Endre listen og spør igjen for å se alt. En opplysning som er feil oppgitt, kan rettes, uansett hvem som rår over den. Å stå lenger fremme i rekkefølgen gir ikke i seg selv rom og kursholdere.
explain-lift-draw = Der loddtrekning avgjør, er det den registrerte, med samme startverdi.
explain-whose-centre = senteret bestemmer den
explain-whose-course = hva kurset er, og hvem det er for
explain-whose-need = hvem som venter, og fristene deres. Senteret kan ikke endre den
explain-whose-past = det har skjedd. Ingen kan endre den
explain-whose-evidence = det studier eller fagfolk sier
explain-whose-undeclared = ikke oppgitt

explain-outcome-placed = får plass: forslaget gir den { $gives ->
    [both] rom og kursholdere
    [room] rom; den oppgir ikke at den trenger kursholdere
    [leaders] kursholdere; den trenger ikke rom
   *[neither] samlingene; den trenger ikke rom og oppgir ikke at den trenger kursholdere
}
explain-outcome-refused = får ikke plass: forslaget gir den ingenting, fordi den mangler det som står under
explain-outcome-not-considered = får ikke plass: forslaget vurderer ikke rom og kursholdere til den. Grunnen står under
explain-not-considered = får ikke plass, ikke vurdert
explain-enough-any = hvilket som helst tall: det er nok at noen oppgir det
explain-enough-least = minst { $least }
explain-enough-most = høyst { $most }
explain-enough-between = fra { $least } til { $most }
explain-enough-more = { $values }; eller én av { $count } andre verdier
explain-enough-with = og da også { $fact }
