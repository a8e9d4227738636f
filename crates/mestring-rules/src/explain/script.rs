//! R101 to R118: names, types and what a script may contain.

use super::Shows::{Script, Whole};
use super::{Explanation, shown, told};
use crate::diagnostic as d;

pub(super) const ALL: &[Explanation] = &[
    shown(
        d::NOT_PARSED,
        Script("requirement"),
        "if run.sessions >= 6 { true } else { false",
        "if run.sessions >= 6 { true } else { false }",
        [
            "The script cannot be read from this place on: a bracket, comma or semicolon is missing or too much, or a text is not closed. Look just before the place too.",
            "Skriptet kan ikke leses fra dette stedet: en parentes, et komma eller et semikolon mangler eller er for mye, eller en tekst er ikke avsluttet. Se også rett foran stedet.",
            "Skriptet kan ikkje lesast frå denne staden: ein parentes, eit komma eller eit semikolon manglar eller er for mykje, eller ein tekst er ikkje avslutta. Sjå òg rett framfor staden.",
        ],
    ),
    shown(
        d::NOT_ALLOWED,
        Script("requirement"),
        "let groups = run.target_groups;\ngroups[0] == \"copd\"",
        "\"copd\" in run.target_groups",
        [
            "Rules are a small part of the script language: no loops, no changes of the record, nothing that reaches outside. So every rule ends, and can be checked and explained.",
            "Regler er en liten del av skriptspråket: ingen løkker, ingen endringer av posten, ingenting som når ut. Derfor blir hver regel ferdig, og kan kontrolleres og forklares.",
            "Reglar er ein liten del av skriptspråket: ingen løkker, ingen endringar av posten, ingenting som når ut. Difor blir kvar regel ferdig, og kan kontrollerast og forklarast.",
        ],
    ),
    shown(
        d::NO_SUCH_FACT,
        Script("requirement"),
        "run.sesions >= 6",
        "run.sessions >= 6",
        [
            "What stands right of the dot is no fact of this record. The page about facts lists them all.",
            "Det som står til høyre for punktumet, er ingen opplysning i denne posten. Siden om opplysninger har dem alle.",
            "Det som står til høgre for punktumet, er ikkje ei opplysning i denne posten. Sida om opplysningar har alle.",
        ],
    ),
    shown(
        d::NO_SUCH_PARAMETER,
        Script("requirement"),
        "run.sessions >= p.leest",
        "run.sessions >= p.least",
        [
            "Parameters are declared in pack.toml, each with its source and the dates on which its values hold.",
            "Parametere er oppgitt i pack.toml, hvert med kilde og datoene verdiene gjelder fra.",
            "Parameter er oppgjevne i pack.toml, kvart med kjelde og datoane verdiane gjeld frå.",
        ],
    ),
    shown(
        d::NO_SUCH_FUNCTION,
        Script("requirement"),
        "minimum(run.sessions, run.seats) >= 6",
        "min(run.sessions, run.seats) >= 6",
        [
            "Rules may call a short list of functions, which the message names, and helpers that the script itself defines.",
            "Regler kan kalle noen få funksjoner, som meldingen nevner, og hjelpefunksjoner som skriptet selv har.",
            "Reglar kan kalle nokre få funksjonar, som meldinga nemner, og hjelpefunksjonar som skriptet sjølv har.",
        ],
    ),
    shown(
        d::NO_SUCH_WORD,
        Script("requirement"),
        "run.format == \"digital\"",
        "run.format == \"digital_live\"",
        [
            "The fact is one of a list of words, and this is not among them: the comparison would be no for every record.",
            "Opplysningen er ett av en liste med ord, og dette er ikke blant dem: sammenligningen ville vært nei for hver post.",
            "Opplysninga er eitt av ei liste med ord, og dette er ikkje mellom dei: samanlikninga ville vore nei for kvar post.",
        ],
    ),
    shown(
        d::TYPES_DIFFER,
        Script("requirement"),
        "run.format > \"hybrid\"",
        "run.format in [\"physical\", \"hybrid\"]",
        [
            "Each value is yes or no, a whole number, a number, a text or a list, and not everything can be done with each.",
            "Hver verdi er ja eller nei, et helt tall, et tall, en tekst eller en liste, og ikke alt kan gjøres med alle.",
            "Kvar verdi er ja eller nei, eit heilt tal, eit tal, ein tekst eller ei liste, og ikkje alt kan gjerast med alle.",
        ],
    ),
    shown(
        d::WRONG_RESULT,
        Script("format"),
        "if run.activity { \"physical\" } else { \"digital\" }",
        "if run.activity { \"physical\" } else { \"digital_live\" }",
        [
            "Each kind of pack takes its own answers, such as yes or no, or one word of a list. Every way through the script must end with one of them.",
            "Hver slags pakke tar sine egne svar, som ja eller nei, eller ett ord fra en liste. Hver vei gjennom skriptet må ende med ett av dem.",
            "Kvar slags pakke tek sine eigne svar, som ja eller nei, eller eitt ord frå ei liste. Kvar veg gjennom skriptet må ende med eitt av dei.",
        ],
    ),
    shown(
        d::RECORD_USE,
        Script("requirement"),
        "let course = run;\ncourse.sessions >= 6",
        "run.sessions >= 6",
        [
            "The record and the parameters stand only left of a dot. So it can be said of every rule which facts it reads.",
            "Posten og parametrene står bare til venstre for et punktum. Slik kan det sies om hver regel hvilke opplysninger den leser.",
            "Posten og parametera står berre til venstre for eit punktum. Slik kan det seiast om kvar regel kva opplysningar han les.",
        ],
    ),
    shown(
        d::UNKNOWN_USE,
        Script("requirement"),
        "let seats = run.seats;\nknown(seats) && seats > 12",
        "known(run.seats) && run.seats > 12",
        [
            "Only a fact can be unknown. A rule that reads one which is not known stops there with \"cannot tell\", so `known(…)` and `??` stand at the fact itself.",
            "Bare en opplysning kan være ukjent. En regel som leser en som ikke er kjent, stopper der med «kan ikke avgjøres», så `known(…)` og `??` står ved selve opplysningen.",
            "Berre ei opplysning kan vere ukjend. Ein regel som les ei som ikkje er kjend, stoppar der med «kan ikkje avgjerast», så `known(…)` og `??` står ved sjølve opplysninga.",
        ],
    ),
    told(
        d::TOO_LARGE,
        [
            "A rule has limits, so that it always ends soon: the size of its text, how often it writes `??`, and in how many ways its helpers are called. Split it into several criteria.",
            "En regel har grenser, så den alltid blir fort ferdig: størrelsen på teksten, hvor ofte den skriver `??`, og på hvor mange måter hjelpefunksjonene kalles. Del den i flere kriterier.",
            "Ein regel har grenser, så han alltid blir fort ferdig: storleiken på teksten, kor ofte han skriv `??`, og på kor mange måtar hjelpefunksjonane blir kalla. Del han i fleire kriterium.",
        ],
    ),
    shown(
        d::KNOWN_FIRST,
        Script("requirement"),
        "run.seats > 12 && known(run.seats)",
        "known(run.seats) && run.seats > 12",
        [
            "A rule that reads a fact which is not known stops there. Asking afterwards always gets a yes: put the question first.",
            "En regel som leser en opplysning som ikke er kjent, stopper der. Å spørre etterpå gir alltid ja: still spørsmålet først.",
            "Ein regel som les ei opplysning som ikkje er kjend, stoppar der. Å spørje etterpå gir alltid ja: still spørsmålet først.",
        ],
    ),
    shown(
        d::NO_HEADER,
        Whole,
        "run.sessions >= 6",
        "// What:   a course of six sessions or more.\n// Why:    shorter courses are talks.\n// Source: local choice.\n\nrun.sessions >= 6",
        [
            "A rule begins with a comment that says what it decides, why, and where that comes from. It is what people read who do not read code. `Hva`, `Hvorfor`, `Kilde` do as well.",
            "En regel begynner med en kommentar som sier hva den avgjør, hvorfor, og hvor det kommer fra. Det er dette folk leser som ikke leser kode. `Hva`, `Hvorfor` og `Kilde` går like bra.",
            "Ein regel byrjar med ein kommentar som seier kva han avgjer, kvifor, og kvar det kjem frå. Det er dette folk les som ikkje les kode. `Kva`, `Kvifor` og `Kjelde` går like bra.",
        ],
    ),
    shown(
        d::UNUSED,
        Script("requirement"),
        "run.sessions >= 6;\nrun.activity",
        "run.sessions >= 6 && run.activity",
        [
            "A value on a line of its own is forgotten, unless it is the last: that one is the answer. A helper that nothing calls does nothing.",
            "En verdi på en egen linje blir glemt, hvis den ikke er den siste: den er svaret. En hjelpefunksjon som ingen kaller, gjør ingenting.",
            "Ein verdi på ei eiga linje blir gløymd, om han ikkje er den siste: den er svaret. Ein hjelpefunksjon som ingen kallar, gjer ingenting.",
        ],
    ),
    shown(
        d::WHOLE_DIVISION,
        Script("requirement"),
        "run.waiting / 4 >= 2",
        "run.waiting / 4.0 >= 2.0",
        [
            "7 / 2 is 3: between whole numbers the remainder is dropped. Where decimals are meant, one of the two needs them.",
            "7 / 2 er 3: mellom hele tall faller resten bort. Skal svaret ha desimaler, må ett av de to ha det.",
            "7 / 2 er 3: mellom heile tal fell resten bort. Skal svaret ha desimalar, må eitt av dei to ha det.",
        ],
    ),
    shown(
        d::NO_SUCH_NAME,
        Script("requirement"),
        "sessions >= 6",
        "run.sessions >= 6",
        [
            "Nothing in sight has this name. A fact stands after the record and a dot, a parameter after `p.`, and a variable is seen only within the braces in which `let` stands.",
            "Ingenting i sikte har dette navnet. En opplysning står etter posten og et punktum, et parameter etter `p.`, og en variabel synes bare innenfor klammene der `let` står.",
            "Ingenting i sikte har dette namnet. Ei opplysning står etter posten og eit punktum, eit parameter etter `p.`, og ein variabel er berre synleg innanfor klammene der `let` står.",
        ],
    ),
    shown(
        d::MISSPELT_KEYWORD,
        Script("requirement"),
        "if run.activity and run.sessions >= 6 { true } esle { false }",
        "if run.activity && run.sessions >= 6 { true } else { false }",
        [
            "The language has the words if, else, switch, let, return, true, false, in and fn, and the signs `&&` for and, `||` for or, `!` for not.",
            "Språket har ordene if, else, switch, let, return, true, false, in og fn, og tegnene `&&` for og, `||` for eller, `!` for ikke.",
            "Språket har orda if, else, switch, let, return, true, false, in og fn, og teikna `&&` for og, `||` for eller, `!` for ikkje.",
        ],
    ),
    shown(
        d::ASSIGNMENT,
        Script("requirement"),
        "if run.format = \"physical\" { true } else { false }",
        "if run.format == \"physical\" { true } else { run.activity }",
        [
            "`=` gives a variable a value; `==` asks whether two values are equal.",
            "`=` gir en variabel en verdi; `==` spør om to verdier er like.",
            "`=` gir ein variabel ein verdi; `==` spør om to verdiar er like.",
        ],
    ),
];
