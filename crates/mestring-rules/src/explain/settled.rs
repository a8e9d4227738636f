//! R119 to R143: what can never be, what is settled already, and what may not be known.

use super::Shows::Script;
use super::{Explanation, shown, told};
use crate::diagnostic as d;

pub(super) const ALL: &[Explanation] = &[
    shown(
        d::NEVER_EQUAL,
        Script("requirement"),
        "run.sessions == \"six\"",
        "run.sessions == 6",
        [
            "Values of two types, or words of two lists without a common word, are never equal. The rule would answer the same about every record.",
            "Verdier av to typer, eller ord fra to lister uten noe felles ord, er aldri like. Regelen ville svart det samme om hver post.",
            "Verdiar av to typar, eller ord frå to lister utan noko felles ord, er aldri like. Regelen ville svart det same om kvar post.",
        ],
    ),
    shown(
        d::NEVER_REACHED,
        Script("requirement"),
        "return run.activity;\nrun.sessions >= 6",
        "if run.activity { return true; }\nrun.sessions >= 6",
        [
            "The rule has answered on every way before this place.",
            "Regelen har svart på hver vei før dette stedet.",
            "Regelen har svart på kvar veg før denne staden.",
        ],
    ),
    shown(
        d::ALWAYS_SAME,
        Script("requirement"),
        "run.waiting >= 0",
        "run.waiting > 0",
        [
            "The condition does not depend on the record: nothing in it varies, both sides are the same, or the unit or the list of words of the fact leaves one answer. A count is never below 0, a percentage lies between 0 and 100.",
            "Betingelsen avhenger ikke av posten: ingenting i den varierer, begge sider er like, eller enheten eller ordlisten til opplysningen gir bare ett svar. Et antall er aldri under 0, en prosent ligger mellom 0 og 100.",
            "Vilkåret er ikkje avhengig av posten: ingenting i det varierer, begge sider er like, eller eininga eller ordlista til opplysninga gir berre eitt svar. Eit tal på noko er aldri under 0, ein prosent ligg mellom 0 og 100.",
        ],
    ),
    shown(
        d::DECIDED_BEFORE,
        Script("priority"),
        "if run.sessions >= 3 { 1 } else if run.sessions >= 6 { 2 } else { 0 }",
        "if run.sessions >= 6 { 2 } else if run.sessions >= 3 { 1 } else { 0 }",
        [
            "On every way to this place the condition has been answered: it stands in the chain before, is its opposite, or follows from a narrower one. In a chain of `else if` the first that fits decides.",
            "På hver vei hit er betingelsen allerede besvart: den står tidligere i kjeden, er det motsatte, eller følger av en strengere. I en kjede av `else if` avgjør den første som passer.",
            "På kvar veg hit er vilkåret alt svart på: det står tidlegare i kjeda, er det motsette, eller følgjer av eit strengare. I ei kjede av `else if` avgjer den første som passar.",
        ],
    ),
    shown(
        d::CASE_COVERED,
        Script("requirement"),
        "switch run.sessions { 1..=6 => false, 4..10 => true, 5..7 => true, _ => run.activity }",
        "switch run.sessions { 1..=6 => false, 7..10 => true, _ => run.activity }",
        [
            "A `switch` takes the first case that fits. Here an earlier case or condition has taken every value of this one, or its range holds no number.",
            "En `switch` tar det første tilfellet som passer. Her har et tidligere tilfelle eller en betingelse tatt alle verdier i dette, eller området har ingen tall.",
            "Ein `switch` tek det første tilfellet som passar. Her har eit tidlegare tilfelle eller eit vilkår teke alle verdiar i dette, eller området har ingen tal.",
        ],
    ),
    shown(
        d::IGNORES_RECORD,
        Script("requirement"),
        "p.least > 3",
        "run.sessions >= p.least",
        [
            "A rule that reads no fact answers the same about every record, so it separates nothing.",
            "En regel som ikke leser noen opplysning, svarer det samme om hver post, så den skiller ingenting.",
            "Ein regel som ikkje les noka opplysning, svarer det same om kvar post, så han skil ingenting.",
        ],
    ),
    shown(
        d::UNUSED_VARIABLE,
        Script("requirement"),
        "let long = run.sessions >= 6;\nrun.activity",
        "let long = run.sessions >= 6;\nlong && run.activity",
        [
            "The variable was given a value that nothing reads. But reading a fact into it still stops the rule where the fact is not known. A name that begins with `_` is left alone.",
            "Variabelen fikk en verdi som ingenting leser. Men å lese en opplysning inn i den stopper likevel regelen der opplysningen ikke er kjent. Et navn som begynner med `_`, får stå.",
            "Variabelen fekk ein verdi som ingenting les. Men å lese ei opplysning inn i han stoppar likevel regelen der opplysninga ikkje er kjend. Eit namn som byrjar med `_`, får stå.",
        ],
    ),
    shown(
        d::DECIMALS_EQUAL,
        Script("requirement"),
        "run.hours == 7.5",
        "run.hours >= 7.5 && run.hours < 8.0",
        [
            "Numbers with decimals carry the rounding of every calculation, so they are seldom quite equal. The engine takes them for equal within one rounding; say a range instead.",
            "Tall med desimaler bærer med seg avrundingen fra hver utregning, så de er sjelden helt like. Motoren regner dem som like innenfor én avrunding; oppgi heller et område.",
            "Tal med desimalar ber med seg avrundinga frå kvar utrekning, så dei er sjeldan heilt like. Motoren reknar dei som like innanfor éi avrunding; oppgi heller eit område.",
        ],
    ),
    shown(
        d::BECOMES_DECIMAL,
        Script("priority"),
        "let points = 10;\nif run.focus_group { points *= 1.1; }\npoints",
        "let points = 10.0;\nif run.focus_group { points *= 1.1; }\npoints",
        [
            "On one way the variable stays whole, on the other it has decimals; a later division would drop the remainder only on the first. Begin with decimals, or round.",
            "På én vei er variabelen fortsatt et helt tall, på den andre har den desimaler; en senere deling ville kuttet resten bare på den første. Begynn med desimaler, eller avrund.",
            "På éin veg er variabelen framleis eit heilt tal, på den andre har han desimalar; ei seinare deling ville kutta resten berre på den første. Byrj med desimalar, eller rund av.",
        ],
    ),
    shown(
        d::MIXED_NUMBERS,
        Script("requirement"),
        "(run.hours ?? 6) / 4 >= 1.5",
        "(run.hours ?? 6.0) / 4 >= 1.5",
        [
            "The value is whole on one way and has decimals on another: 6 / 4 is 1, 6.0 / 4 is 1.5. Write the whole number with `.0`.",
            "Verdien er hel på én vei og har desimaler på en annen: 6 / 4 er 1, 6.0 / 4 er 1.5. Skriv det hele tallet med `.0`.",
            "Verdien er heil på éin veg og har desimalar på ein annan: 6 / 4 er 1, 6.0 / 4 er 1.5. Skriv det heile talet med `.0`.",
        ],
    ),
    shown(
        d::NO_ELSE,
        Script("requirement"),
        "if run.sessions >= 6 { run.activity }",
        "if run.sessions >= 6 { run.activity } else { false }",
        [
            "Where an `if` gives a value, it must say what holds otherwise too; else there would be no value, which no comparison notices.",
            "Når en `if` gir en verdi, må den også si hva som ellers gjelder; ellers ble det ingen verdi, og det merker ingen sammenligning.",
            "Når ein `if` gir ein verdi, må han òg seie kva som elles gjeld; elles blei det ingen verdi, og det merkar inga samanlikning.",
        ],
    ),
    shown(
        d::NO_DEFAULT,
        Script("requirement"),
        "switch run.level { \"municipal\" => true, \"specialist\" => false }",
        "switch run.level { \"municipal\" => true, \"specialist\" => false, _ => run.activity }",
        [
            "Where a `switch` gives a value, `_` says what holds in every other case, also for words that the list gets later.",
            "Når en `switch` gir en verdi, sier `_` hva som gjelder i alle andre tilfeller, også for ord som listen får senere.",
            "Når ein `switch` gir ein verdi, seier `_` kva som gjeld i alle andre tilfelle, også for ord som lista får seinare.",
        ],
    ),
    shown(
        d::NEVER_ASSUMED,
        Script("requirement"),
        "run.seats > 3 && (run.seats ?? 0) < 20",
        "run.seats > 3 && run.seats < 20",
        [
            "The fact was read or asked for on every way to this place, so it is known, and what stands right of `??` is never used.",
            "Opplysningen er lest eller spurt om på hver vei hit, så den er kjent, og det som står til høyre for `??`, brukes aldri.",
            "Opplysninga er lesen eller spurd om på kvar veg hit, så ho er kjend, og det som står til høgre for `??`, blir aldri brukt.",
        ],
    ),
    shown(
        d::WRONG_DEFAULT,
        Script("requirement"),
        "(run.sessions ?? \"six\") >= 6",
        "(run.sessions ?? 6) >= 6",
        [
            "What stands in for a fact must be what the fact itself could be, or the rest of the rule compares two types.",
            "Det som står i stedet for en opplysning, må være noe opplysningen selv kunne vært, ellers sammenligner resten av regelen to typer.",
            "Det som står i staden for ei opplysning, må vere noko opplysninga sjølv kunne vore, elles samanliknar resten av regelen to typar.",
        ],
    ),
    shown(
        d::KNOWN_TEST_LATE,
        Script("requirement"),
        "run.activity && (run.referral ?? false)",
        "(run.referral ?? false) && run.activity",
        [
            "Logic goes left to right, and a fact that is not known stops the rule. With the test that can always be told in front, the rule answers more often: no `&&` anything is no.",
            "Logikken går fra venstre mot høyre, og en ukjent opplysning stopper regelen. Med testen som alltid kan avgjøres først, svarer regelen oftere: nei `&&` hva som helst er nei.",
            "Logikken går frå venstre mot høgre, og ei ukjend opplysning stoppar regelen. Med testen som alltid kan avgjerast først, svarer regelen oftare: nei `&&` kva som helst er nei.",
        ],
    ),
    shown(
        d::READ_UNKNOWN,
        Script("requirement"),
        "if known(run.seats) { true } else { run.seats > 12 }",
        "if known(run.seats) { run.seats > 12 } else { run.activity }",
        [
            "On this way the rule has asked and learnt that the fact is not known. Reading it can only end in \"cannot tell\"; perhaps the branches are swapped.",
            "På denne veien har regelen spurt og fått vite at opplysningen ikke er kjent. Å lese den kan bare ende i «kan ikke avgjøres»; kanskje er grenene byttet om.",
            "På denne vegen har regelen spurt og fått vite at opplysninga ikkje er kjend. Å lese ho kan berre ende i «kan ikkje avgjerast»; kanskje er greinene bytte om.",
        ],
    ),
    shown(
        d::MAY_TAKE_LONG,
        Script("requirement"),
        "fn a(n) { n + n + n + n }\n\
         fn b(n) { a(n) + a(n) + a(n) + a(n) }\n\
         fn c(n) { b(n) + b(n) + b(n) + b(n) }\n\
         fn d(n) { c(n) + c(n) + c(n) + c(n) }\n\
         fn e(n) { d(n) + d(n) + d(n) + d(n) }\n\
         fn f(n) { e(n) + e(n) + e(n) + e(n) }\n\
         f(run.seats) > 4096",
        "4096 * run.seats > 4096",
        [
            "Rules have no loops, so the longest way through one is counted before it runs. This one could need more operations than an answer may take; it would then stop without an answer.",
            "Regler har ingen løkker, så den lengste veien gjennom en regel telles før den kjøres. Denne kan trenge flere operasjoner enn et svar kan bruke; da stopper den uten svar.",
            "Reglar har ingen løkker, så den lengste vegen gjennom ein regel blir talt før han blir køyrd. Denne kan trenge fleire operasjonar enn eit svar kan bruke; då stoppar han utan svar.",
        ],
    ),
    told(
        d::MORE_FAULTS,
        [
            "The check lists so many things of one file and no more. The file is refused even if those that are listed are only advice, since what comes after them was not looked at.",
            "Kontrollen lister opp så mange ting om én fil, og ikke flere. Filen avvises selv om de som er listet opp, bare er råd, siden det som kommer etter dem, ikke er sett på.",
            "Kontrollen listar opp så mange ting om éi fil, og ikkje fleire. Fila blir avvist sjølv om dei som er lista opp, berre er råd, sidan det som kjem etter dei, ikkje er sett på.",
        ],
    ),
    told(
        d::FILE_TOO_LARGE,
        [
            "A pack is read whole into memory, so its files have a largest size: many times that of the packs that are shipped. Split the pack, or the cases of its rules.",
            "En pakke leses i sin helhet inn i minnet, så filene har en største størrelse: mange ganger den i pakkene som følger med. Del pakken, eller eksemplene til reglene.",
            "Ein pakke blir lesen heil inn i minnet, så filene har ein største storleik: mange gonger den i pakkane som følgjer med. Del pakken, eller døma til reglane.",
        ],
    ),
    shown(
        d::DIVIDED_BY_ZERO,
        Script("requirement"),
        "run.waiting % 0 == 1",
        "run.waiting % 2 == 1",
        [
            "Nothing can be divided by 0: the rule would stop at every record that comes here.",
            "Ingenting kan deles på 0: regelen ville stoppe ved hver post som kommer hit.",
            "Ingenting kan delast på 0: regelen ville stoppe ved kvar post som kjem hit.",
        ],
    ),
    shown(
        d::MAY_BE_ZERO,
        Script("requirement"),
        "100 * run.waiting.to_float() / run.seats >= 50.0",
        "run.seats > 0 && 100 * run.waiting.to_float() / run.seats >= 50.0",
        [
            "Where this is 0, a division of whole numbers stops the rule, and one with decimals gives no number. Ask before, and say what holds where it is 0. `max(run.seats, 1)` does as well, where that is meant. A parameter that is 0 on one of its dates is told too.",
            "Der dette er 0, stopper en deling av hele tall regelen, og en deling med desimaler gir ikke noe tall. Spør først, og si hva som gjelder når det er 0. `max(run.seats, 1)` går like bra, der det er det som menes. Et parameter som er 0 på en av datoene sine, blir også nevnt.",
            "Der dette er 0, stoppar ei deling av heile tal regelen, og ei deling med desimalar gir ikkje noko tal. Spør først, og sei kva som gjeld når det er 0. `max(run.seats, 1)` går like bra, der det er det som er meint. Eit parameter som er 0 på ein av datoane sine, blir òg nemnt.",
        ],
    ),
    shown(
        d::NUMBER_TOO_LARGE,
        Script("requirement"),
        "run.seats < 99999999999999999999",
        "run.seats < 1_000",
        [
            "A whole number has room for 9223372036854775807 at most. A larger one would become a number with decimals and lose its last digits, and comparisons with it would always answer the same.",
            "Et helt tall har plass til høyst 9223372036854775807. Et større ville blitt et tall med desimaler og mistet de siste sifrene, og sammenligninger med det ville alltid svart det samme.",
            "Eit heilt tal har plass til høgst 9223372036854775807. Eit større ville blitt eit tal med desimalar og mista dei siste sifra, og samanlikningar med det ville alltid svart det same.",
        ],
    ),
    shown(
        d::DATE_IN_SCRIPT,
        Script("requirement"),
        "run.days_to_deadline < 2026-01-31",
        "run.days_to_deadline < 30",
        [
            "Rules have no dates: `2026-01-31` is a calculation, and gives 1994. Facts count days to and from a date; what holds from a date is a parameter of pack.toml with several values.",
            "Regler har ingen datoer: `2026-01-31` er et regnestykke og gir 1994. Opplysninger teller dager til og fra en dato; det som gjelder fra en dato, er et parameter i pack.toml med flere verdier.",
            "Reglar har ingen datoar: `2026-01-31` er eit reknestykke og gir 1994. Opplysningar tel dagar til og frå ein dato; det som gjeld frå ein dato, er eit parameter i pack.toml med fleire verdiar.",
        ],
    ),
    shown(
        d::RESULT_TOO_LARGE,
        Script("requirement"),
        "run.waiting >= 10 ** 30",
        "run.waiting >= 10 ** 3",
        [
            "Whole numbers go to about 9 followed by 18 digits. What is larger stops the rule.",
            "Hele tall går til omtrent 9 med 18 sifre etter. Det som er større, stopper regelen.",
            "Heile tal går til omtrent 9 med 18 siffer etter. Det som er større, stoppar regelen.",
        ],
    ),
    shown(
        d::MAY_BE_TOO_LARGE,
        Script("requirement"),
        "run.waiting * 1000000000000000 >= run.sessions",
        "run.waiting * 1000 >= run.sessions",
        [
            "The written number is so large that the result of the calculation is larger than any number there is, for some records. The rule would stop there.",
            "Tallet som står skrevet, er så stort at svaret på regnestykket blir større enn alle tall som finnes, for noen poster. Regelen ville stoppe der.",
            "Talet som står skrive, er så stort at svaret på reknestykket blir større enn alle tal som finst, for nokre postar. Regelen ville stoppe der.",
        ],
    ),
];
