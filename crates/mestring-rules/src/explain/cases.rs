//! R201 to R314: cases, what happens while rules run, the days on which they hold, and plugins.

use super::Shows::{Cases, Manifest, Running};
use super::{Explanation, shown, told};
use crate::diagnostic as d;

const BOTH: &str = "[[case]]\nname = \"many sessions\"\ngiven = { sessions = 8 }\nexpect = true\n\n\
                    [[case]]\nname = \"few sessions\"\ngiven = { sessions = 3 }\nexpect = false\n";

/// A manifest of one criterion with some lines of its own.
macro_rules! pack {
    ($($line:literal)+) => {
        concat!(
            "name = \"long_courses\"\nversion = \"1.0.0\"\nkind = \"requirement\"\n",
            "criteria = [\"rule\"]\norigin.rule = \"local choice\"\n",
            "title.rule = { en = \"Long\", nb = \"Langt\", nn = \"Langt\" }\n",
            $($line, "\n"),+
        )
    };
}

pub(super) const ALL: &[Explanation] = &[
    shown(
        d::WRONG_CASE,
        Cases,
        "[[case]]\nname = \"many sessions\"\ngiven = { sesions = 8 }\nexpect = true\n",
        BOTH,
        [
            "A case gives facts that the record has, parameters that the pack has, and expects an answer that the kind of pack can give.",
            "Et eksempel gir opplysninger som posten har, parametere som pakken har, og venter et svar som slike pakker kan gi.",
            "Eit døme gir opplysningar som posten har, parameter som pakken har, og ventar eit svar som slike pakkar kan gi.",
        ],
    ),
    shown(
        d::CASE_FAILS,
        Cases,
        "[[case]]\nname = \"three sessions\"\ngiven = { sessions = 3 }\nexpect = true\n",
        BOTH,
        [
            "The rule answers something else than its case expects. One of the two is wrong; what the rule read stands below.",
            "Regelen svarer noe annet enn eksempelet venter. En av de to er feil; hva regelen leste, står nedenfor.",
            "Regelen svarer noko anna enn dømet ventar. Ein av dei to er feil; kva regelen las, står nedanfor.",
        ],
    ),
    shown(
        d::NO_CASE,
        Cases,
        "",
        BOTH,
        [
            "A rule without cases has not been shown to do what its writer means. Write two or three in NAME.test.toml.",
            "En regel uten eksempler har ikke vist at den gjør det forfatteren mener. Skriv to eller tre i NAVN.test.toml.",
            "Ein regel utan døme har ikkje vist at han gjer det forfattaren meiner. Skriv to eller tre i NAMN.test.toml.",
        ],
    ),
    shown(
        d::ONE_SIDED,
        Cases,
        "[[case]]\nname = \"many sessions\"\ngiven = { sessions = 8 }\nexpect = true\n",
        BOTH,
        [
            "Where all cases expect the same, a rule that always answers so would pass them too. Add one with another answer.",
            "Når alle eksempler venter det samme, ville også en regel som alltid svarer slik, bestå dem. Legg til ett med et annet svar.",
            "Når alle døme ventar det same, ville også ein regel som alltid svarer slik, greie dei. Legg til eitt med eit anna svar.",
        ],
    ),
    told(
        d::UNUSED_EXCUSE,
        [
            "A [[survivor]] in a case file says why no case notices a certain small change of the rule. By now a case notices it, or the line reads otherwise: take it away.",
            "En [[survivor]] i en fil med eksempler sier hvorfor ingen eksempler merker en viss liten endring av regelen. Nå merker et eksempel den, eller linjen er en annen: ta den bort.",
            "Ein [[survivor]] i ei fil med døme seier kvifor ingen døme merkar ei viss lita endring av regelen. No merkar eit døme ho, eller linja er ei anna: ta han bort.",
        ],
    ),
    shown(
        d::STOPPED,
        Running("priority"),
        "60.0 / run.sessions + 60 % run.sessions",
        "if run.sessions > 0 { 60 % run.sessions } else { 0 }",
        [
            "The rule met something it cannot calculate, such as a division by zero, or more operations than a rule may take. It then answers nothing.",
            "Regelen møtte noe den ikke kan regne ut, som en deling på null, eller flere operasjoner enn en regel kan bruke. Da svarer den ingenting.",
            "Regelen møtte noko han ikkje kan rekne ut, som ei deling på null, eller fleire operasjonar enn ein regel kan bruke. Då svarer han ingenting.",
        ],
    ),
    shown(
        d::WRONG_ANSWER,
        Running("preference"),
        "choice.travel_minutes - 30",
        "max(choice.travel_minutes - 30, 0)",
        [
            "The answer has the right type but not a value that this kind of pack takes: a preference is never below 0, a class never below 1, a number of points is finite.",
            "Svaret har riktig type, men ikke en verdi som slike pakker tar: et ønske er aldri under 0, en klasse aldri under 1, en poengsum er endelig.",
            "Svaret har rett type, men ikkje ein verdi som slike pakkar tek: eit ønske er aldri under 0, ein klasse aldri under 1, ein poengsum er endeleg.",
        ],
    ),
    told(
        d::PLUGIN_FAILED,
        [
            "A rule in Rust or Python ended with an error of its own. The message is the plugin's.",
            "En regel i Rust eller Python endte med en egen feil. Meldingen er utvidelsens egen.",
            "Ein regel i Rust eller Python enda med ein eigen feil. Meldinga er utvidinga si eiga.",
        ],
    ),
    told(
        d::NOT_VALID,
        [
            "The parameter's first value begins after the date of the question, or its last has ended. Add a value in pack.toml that holds on the date.",
            "Den første verdien til parameteret begynner etter datoen det spørres om, eller den siste er utløpt. Legg til en verdi i pack.toml som gjelder på datoen.",
            "Den første verdien til parameteret byrjar etter datoen det blir spurt om, eller den siste har gått ut. Legg til ein verdi i pack.toml som gjeld på datoen.",
        ],
    ),
    told(
        d::WRONG_RECORD,
        [
            "A program gave the pack another kind of record than it judges, such as a person to a pack that judges runs.",
            "Et program ga pakken en annen slags post enn den vurderer, som en person til en pakke som vurderer kursrekker.",
            "Eit program gav pakken ein annan slags post enn han vurderer, som ein person til ein pakke som vurderer kursrekkjer.",
        ],
    ),
    told(
        d::HOST,
        [
            "Another part of the program that embeds this library has turned on a feature of the script engine that takes a guard away or changes what rules mean. Rules do not run there.",
            "En annen del av programmet som bruker dette biblioteket, har slått på noe i skriptmotoren som fjerner et vern eller endrer hva regler betyr. Da kjøres ingen regler.",
            "Ein annan del av programmet som bruker dette biblioteket, har slått på noko i skriptmotoren som fjernar eit vern eller endrar kva reglar tyder. Då blir ingen reglar køyrde.",
        ],
    ),
    shown(
        d::SAME_NAME,
        Cases,
        "[[case]]\nname = \"sessions\"\ngiven = { sessions = 8 }\nexpect = true\n\n\
         [[case]]\nname = \"sessions\"\ngiven = { sessions = 3 }\nexpect = false\n",
        BOTH,
        [
            "A case is known by its name, so two of one name cannot be told apart where one of them fails. Often one was copied and its name forgotten.",
            "Et eksempel kjennes på navnet, så to med samme navn kan ikke skilles fra hverandre når ett av dem feiler. Ofte er det ene kopiert, og navnet glemt.",
            "Eit døme blir kjent på namnet, så to med same namn kan ikkje skiljast frå kvarandre når eitt av dei feilar. Ofte er det eine kopiert, og namnet gløymt.",
        ],
    ),
    shown(
        d::OUT_OF_RANGE,
        Cases,
        "[[case]]\nname = \"many sessions\"\ngiven = { sessions = 8, waiting = -3 }\nexpect = true\n\n\
         [[case]]\nname = \"few sessions\"\ngiven = { sessions = 3 }\nexpect = false\n",
        BOTH,
        [
            "What is counted and what has passed is never below 0, and a percentage lies between 0 and 100. A case with another number shows how the rule answers about something that never happens.",
            "Det som telles, og det som har gått, er aldri under 0, og en prosent ligger mellom 0 og 100. Et eksempel med et annet tall viser hva regelen svarer om noe som aldri skjer.",
            "Det som blir talt, og det som har gått, er aldri under 0, og ein prosent ligg mellom 0 og 100. Eit døme med eit anna tal viser kva regelen svarer om noko som aldri skjer.",
        ],
    ),
    told(
        d::WRONG_ENDING,
        [
            "Windows and word processors put `.txt` or `.docx` behind a name and hide it, so `rule.rhai` can be `rule.rhai.txt`. Such a file, and a folder with the name of a rule, is no part of the pack.",
            "Windows og tekstbehandlere setter `.txt` eller `.docx` bak et navn og skjuler det, så `regel.rhai` kan være `regel.rhai.txt`. En slik fil, og en mappe med navnet til en regel, hører ikke med i pakken.",
            "Windows og tekstbehandlarar set `.txt` eller `.docx` bak eit namn og gøymer det, så `regel.rhai` kan vere `regel.rhai.txt`. Ei slik fil, og ei mappe med namnet til ein regel, høyrer ikkje med i pakken.",
        ],
    ),
    shown(
        d::WRONG_VALIDITY,
        Manifest,
        pack!("valid_from = 2026-01-01" "valid_until = 2025-12-31"),
        pack!("valid_from = 2026-01-01" "valid_until = 2026-12-31"),
        [
            "`valid_from` and `valid_until` are the first and the last day on which the pack is in force. Both may be left out.",
            "`valid_from` og `valid_until` er den første og den siste dagen regelpakken gjelder. Begge kan utelates.",
            "`valid_from` og `valid_until` er den første og den siste dagen regelpakken gjeld. Begge kan utelatast.",
        ],
    ),
    shown(
        d::GAP,
        Manifest,
        pack!(
            "[[parameter]]" "id = \"least\"" "source = \"local choice\""
            "values = [{ from = 2025-01-01, until = 2025-06-30, value = 4 }, { from = 2026-01-01, value = 6 }]"
        ),
        pack!(
            "[[parameter]]" "id = \"least\"" "source = \"local choice\""
            "values = [{ from = 2025-01-01, until = 2025-12-31, value = 4 }, { from = 2026-01-01, value = 6 }]"
        ),
        [
            "On a day without a value the rules that read the parameter cannot be asked. A value without `until` holds until the next begins.",
            "På en dag uten verdi kan reglene som leser parameteret, ikke brukes. En verdi uten `until` gjelder til den neste begynner.",
            "På ein dag utan verdi kan reglane som les parameteret, ikkje brukast. Ein verdi utan `until` gjeld til den neste tek til.",
        ],
    ),
    shown(
        d::VALID_WITHOUT_VALUE,
        Manifest,
        pack!(
            "valid_from = 2024-01-01"
            "[[parameter]]" "id = \"least\"" "source = \"local choice\""
            "values = [{ from = 2025-01-01, value = 4 }]"
        ),
        pack!(
            "valid_from = 2025-01-01"
            "[[parameter]]" "id = \"least\"" "source = \"local choice\""
            "values = [{ from = 2025-01-01, value = 4 }]"
        ),
        [
            "The pack says that it is in force on days on which it cannot be asked, since a parameter has no value then.",
            "Regelpakken sier at den gjelder på dager da den ikke kan brukes, fordi et parameter ikke har noen verdi da.",
            "Regelpakken seier at han gjeld på dagar då han ikkje kan brukast, fordi eit parameter ikkje har nokon verdi då.",
        ],
    ),
    told(
        d::WRONG_DECLARATION,
        [
            "A plugin says which facts it reads, what kind of record it judges and its version. One of these cannot be: most often a fact is misspelt.",
            "En utvidelse sier hvilke opplysninger den leser, hva slags post den vurderer, og sin versjon. Noe av dette kan ikke stemme: oftest er en opplysning feilstavet.",
            "Ei utviding seier kva opplysningar ho les, kva slags post ho vurderer, og sin versjon. Noko av dette kan ikkje stemme: oftast er ei opplysning feilstava.",
        ],
    ),
    told(
        d::NOT_PURE,
        [
            "A plugin says of itself that its answer depends on more than the facts it reads, such as a clock or a service, so that nobody can replay it. A pack that wants it all the same names it: `impure = [\"plugin:NAME\"]` in pack.toml.",
            "En utvidelse sier om seg selv at svaret avhenger av mer enn opplysningene den leser, som en klokke eller en tjeneste, så ingen kan etterprøve det. En pakke som likevel vil ha den, nevner den: `impure = [\"plugin:NAVN\"]` i pack.toml.",
            "Ei utviding seier om seg sjølv at svaret kjem an på meir enn opplysningane ho les, som ei klokke eller ei teneste, så ingen kan etterprøve det. Ein pakke som likevel vil ha ho, nemner ho: `impure = [\"plugin:NAMN\"]` i pack.toml.",
        ],
    ),
];
