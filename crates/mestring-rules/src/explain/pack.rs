//! R001 to R009: `pack.toml` and the files beside it.

use super::Shows::Manifest;
use super::{Explanation, shown};
use crate::diagnostic as d;

/// A manifest of one criterion with some lines of its own.
macro_rules! pack {
    ($($line:literal)+) => {
        concat!("name = \"long_courses\"\nversion = \"1.0.0\"\n", $($line, "\n"),+)
    };
}

pub(super) const ALL: &[Explanation] = &[
    shown(
        d::FILE_MISSING,
        Manifest,
        pack!(
            "kind = \"requirement\"" "criteria = [\"rules\"]" "origin.rules = \"local choice\""
            "title.rules = { en = \"Long\", nb = \"Langt\", nn = \"Langt\" }"
        ),
        pack!(
            "kind = \"requirement\"" "criteria = [\"rule\"]" "origin.rule = \"local choice\""
            "title.rule = { en = \"Long\", nb = \"Langt\", nn = \"Langt\" }"
        ),
        [
            "Every criterion in pack.toml has a script of its name with the ending .rhai, and every pack has a pack.toml.",
            "Hvert kriterium i pack.toml har et skript med samme navn og endelsen .rhai, og hver pakke har en pack.toml.",
            "Kvart kriterium i pack.toml har eit skript med same namn og endinga .rhai, og kvar pakke har ei pack.toml.",
        ],
    ),
    shown(
        d::NOT_TOML,
        Manifest,
        pack!("kind = requirement"),
        pack!(
            "kind = \"requirement\"" "criteria = [\"rule\"]" "origin.rule = \"local choice\""
            "title.rule = { en = \"Long\", nb = \"Langt\", nn = \"Langt\" }"
        ),
        [
            "The file is written in TOML: `key = value`, texts in double quotes, lists in square brackets. The place is where reading stopped.",
            "Filen er skrevet i TOML: `nøkkel = verdi`, tekster i doble anførselstegn, lister i hakeparenteser. Stedet er der lesingen stoppet.",
            "Fila er skriven i TOML: `nøkkel = verdi`, tekstar i doble hermeteikn, lister i hakeparentesar. Staden er der lesinga stoppa.",
        ],
    ),
    shown(
        d::UNKNOWN_KEY,
        Manifest,
        pack!(
            "kind = \"requirement\"" "critera = [\"rule\"]" "origin.rule = \"local choice\""
            "title.rule = { en = \"Long\", nb = \"Langt\", nn = \"Langt\" }"
        ),
        pack!(
            "kind = \"requirement\"" "criteria = [\"rule\"]" "origin.rule = \"local choice\""
            "title.rule = { en = \"Long\", nb = \"Langt\", nn = \"Langt\" }"
        ),
        [
            "A key that the file does not have would be left out in silence, so it is an error. Most often it is misspelt.",
            "En nøkkel som filen ikke har, ville blitt oversett i stillhet, så den er en feil. Oftest er den feilstavet.",
            "Ein nøkkel som fila ikkje har, ville blitt oversett i det stille, så han er ein feil. Oftast er han feilstava.",
        ],
    ),
    shown(
        d::WRONG_VALUE,
        Manifest,
        pack!(
            "kind = \"requirment\"" "criteria = [\"rule\"]" "origin.rule = \"local choice\""
            "title.rule = { en = \"Long\", nb = \"Langt\", nn = \"Langt\" }"
        ),
        pack!(
            "kind = \"requirement\"" "criteria = [\"rule\"]" "origin.rule = \"local choice\""
            "title.rule = { en = \"Long\", nb = \"Langt\", nn = \"Langt\" }"
        ),
        [
            "The key takes one of a few words, a name without spaces, or what other lines of the file say. The message names what fits.",
            "Nøkkelen tar ett av noen få ord, et navn uten mellomrom, eller det andre linjer i filen sier. Meldingen sier hva som passer.",
            "Nøkkelen tek eitt av nokre få ord, eit namn utan mellomrom, eller det andre linjer i fila seier. Meldinga seier kva som passar.",
        ],
    ),
    shown(
        d::UNUSED_FILE,
        Manifest,
        pack!(
            "kind = \"requirement\"" "criteria = [\"long_courses\"]" "origin.long_courses = \"local choice\""
            "title.long_courses = { en = \"Long\", nb = \"Langt\", nn = \"Langt\" }"
        ),
        pack!(
            "kind = \"requirement\"" "criteria = [\"rule\"]" "origin.rule = \"local choice\""
            "title.rule = { en = \"Long\", nb = \"Langt\", nn = \"Langt\" }"
        ),
        [
            "A script or a file of cases that no criterion names decides nothing. Name it under `criteria`, or take it away.",
            "Et skript eller en fil med eksempler som intet kriterium nevner, avgjør ingenting. Nevn den under `criteria`, eller ta den bort.",
            "Eit skript eller ei fil med døme som ikkje noko kriterium nemner, avgjer ingenting. Nemn ho under `criteria`, eller ta ho bort.",
        ],
    ),
    shown(
        d::WRONG_PARAMETER,
        Manifest,
        pack!(
            "kind = \"requirement\"" "criteria = [\"rule\"]" "origin.rule = \"local choice\""
            "title.rule = { en = \"Long\", nb = \"Langt\", nn = \"Langt\" }"
            "[[parameter]]" "id = \"least\"" "source = \"local choice\""
            "values = [{ from = 2026-01-01, value = 6 }, { from = 2025-01-01, value = 4 }]"
        ),
        pack!(
            "kind = \"requirement\"" "criteria = [\"rule\"]" "origin.rule = \"local choice\""
            "title.rule = { en = \"Long\", nb = \"Langt\", nn = \"Langt\" }"
            "[[parameter]]" "id = \"least\"" "source = \"local choice\""
            "values = [{ from = 2025-01-01, value = 4 }, { from = 2026-01-01, value = 6 }]"
        ),
        [
            "A parameter's values stand in order of their dates, do not overlap, and are all of one type, so that on every date one value holds.",
            "Verdiene til et parameter står i rekkefølge etter dato, overlapper ikke, og er av samme type, så det på hver dato gjelder én verdi.",
            "Verdiane til eit parameter står i rekkjefølgje etter dato, overlappar ikkje, og er av same type, så det på kvar dato gjeld éin verdi.",
        ],
    ),
    shown(
        d::NO_PLUGIN,
        Manifest,
        pack!(
            "kind = \"requirement\"" "criteria = [\"rule\", \"plugin:scorer\"]"
            "origin = { rule = \"local choice\", scorer = \"local choice\" }"
            "title.rule = { en = \"Long\", nb = \"Langt\", nn = \"Langt\" }"
            "title.scorer = { en = \"Score\", nb = \"Poeng\", nn = \"Poeng\" }"
        ),
        pack!(
            "kind = \"requirement\"" "criteria = [\"rule\"]" "origin.rule = \"local choice\""
            "title.rule = { en = \"Long\", nb = \"Langt\", nn = \"Langt\" }"
        ),
        [
            "A criterion `plugin:NAME` is a rule in Rust or Python. The program that loads the pack registers it before; `python -m mestring … --plugin MODULE:NAME` registers one in Python.",
            "Et kriterium `plugin:NAVN` er en regel i Rust eller Python. Programmet som laster pakken, registrerer den først; `python -m mestring … --plugin MODUL:NAVN` registrerer en i Python.",
            "Eit kriterium `plugin:NAMN` er ein regel i Rust eller Python. Programmet som lastar pakken, registrerer han først; `python -m mestring … --plugin MODUL:NAMN` registrerer ein i Python.",
        ],
    ),
    shown(
        d::UNUSED_PARAMETER,
        Manifest,
        pack!(
            "kind = \"requirement\"" "criteria = [\"rule\"]" "origin.rule = \"local choice\""
            "title.rule = { en = \"Long\", nb = \"Langt\", nn = \"Langt\" }"
            "[[parameter]]" "id = \"most\"" "source = \"local choice\""
            "values = [{ from = 2025-01-01, value = 12 }]"
        ),
        pack!(
            "kind = \"requirement\"" "criteria = [\"rule\"]" "origin.rule = \"local choice\""
            "title.rule = { en = \"Long\", nb = \"Langt\", nn = \"Langt\" }"
        ),
        [
            "Who changes the parameter believes that something changes. Read it in a script as `p.…`, or take it away.",
            "Den som endrer parameteret, tror at noe endrer seg. Les det i et skript som `p.…`, eller ta det bort.",
            "Den som endrar parameteret, trur at noko endrar seg. Les det i eit skript som `p.…`, eller ta det bort.",
        ],
    ),
    shown(
        d::NO_TITLE,
        Manifest,
        pack!(
            "kind = \"requirement\"" "criteria = [\"rule\"]"
            "title.rule = { en = \"Long\", nb = \"Langt\", nn = \"Langt\" }"
        ),
        pack!(
            "kind = \"requirement\"" "criteria = [\"rule\"]" "origin.rule = \"local choice\""
            "title.rule = { en = \"Long\", nb = \"Langt\", nn = \"Langt\" }"
        ),
        [
            "Reports print what each criterion is called and where it comes from: a line of the plan, or a local choice.",
            "Rapporter viser hva hvert kriterium heter og hvor det kommer fra: en linje i planen, eller et lokalt valg.",
            "Rapportar viser kva kvart kriterium heiter og kvar det kjem frå: ei linje i planen, eller eit lokalt val.",
        ],
    ),
];
