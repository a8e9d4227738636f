//! The tables behind folding, and the words that say nothing about a course's subject.

use super::fold::{Token, tokens};

/// Abbreviations as they are folded, and whether the same letters in lower case mean them too.
/// Where they do not, the lower-case word is another one: *du*, *me*, *act*.
pub(super) const ABBREVIATIONS: &[(&str, bool)] = &[
    ("ACT", false),
    ("ADD", false),
    ("ADHD", true),
    ("ALS", false),
    ("AMD", false),
    ("BUP", true),
    ("CFS", true),
    ("COPD", true),
    ("CP", true),
    ("CRPS", true),
    ("DM", false),
    ("DM1", true),
    ("DM2", true),
    ("DMT", true),
    ("DMT1", true),
    ("DMT2", true),
    ("DPS", true),
    ("DU", false),
    ("EDS", true),
    ("FASD", true),
    ("FND", true),
    ("HIV", true),
    ("IBD", true),
    ("IBS", true),
    ("ICD", true),
    ("KIB", true),
    ("KID", true),
    ("KOLS", true),
    ("LMS", true),
    ("ME", false),
    ("MS", true),
    ("OCD", true),
    ("PNES", true),
    ("POTS", false),
    ("PTSD", true),
    ("RA", false),
    ("SLE", false),
    ("TIA", false),
];

/// Whole words of nynorsk (and variants) and the bokmål word each is folded to, ascending.
pub(super) const WHOLE: &[(&str, &str)] = &[
    ("anna", "annen"),
    ("auga", "øye"),
    ("auge", "øye"),
    ("augo", "øye"),
    ("berre", "bare"),
    ("betre", "bedre"),
    ("born", "barn"),
    ("borna", "barn"),
    ("borni", "barn"),
    ("dei", "de"),
    ("deira", "deres"),
    ("desse", "disse"),
    ("dykk", "dere"),
    ("ei", "en"),
    ("eigen", "egen"),
    ("eit", "et"),
    ("fleire", "flere"),
    ("frå", "fra"),
    ("gjere", "gjøre"),
    ("haust", "høst"),
    ("hausten", "høst"),
    ("heim", "hjem"),
    ("heime", "hjem"),
    ("hjemme", "hjem"),
    ("hovud", "hode"),
    ("ikkje", "ikke"),
    ("korleis", "hvordan"),
    ("kva", "hva"),
    ("kvar", "hver"),
    ("kven", "hvem"),
    ("lære", "læring"),
    ("meir", "mer"),
    ("mykje", "mye"),
    ("nedsett", "nedsatt"),
    ("nokon", "noen"),
    ("nokre", "noen"),
    ("nye", "ny"),
    ("nytt", "ny"),
    ("saman", "sammen"),
    ("sine", "sin"),
    ("sitt", "sin"),
    ("sjølv", "selv"),
    ("skulderen", "skulder"),
    ("skuldra", "skulder"),
    ("skuldre", "skulder"),
    ("skuldrene", "skulder"),
    ("stad", "sted"),
    ("sysken", "søsken"),
    ("syskjen", "søsken"),
    ("uka", "uke"),
    ("uken", "uke"),
    ("ukene", "uke"),
    ("uker", "uke"),
    ("vaksen", "voksen"),
    ("vaksne", "voksen"),
    ("veka", "uke"),
    ("veke", "uke"),
    ("vekene", "uke"),
    ("veker", "uke"),
    ("vener", "venn"),
    ("vere", "være"),
    ("voksne", "voksen"),
];

/// Parts of words and the bokmål part each is folded to, wherever they stand in a word. Each is long
/// or odd enough not to occur in other words of this field.
pub(super) const PARTS: &[(&str, &str)] = &[
    ("meistr", "mestr"),
    ("skule", "skole"),
    ("skular", "skoler"),
    ("skulane", "skolene"),
    ("hjart", "hjert"),
    ("pårørand", "pårørend"),
    ("sjuk", "syk"),
    ("tilvis", "henvis"),
    ("visning", "vising"),
    ("sjølv", "selv"),
    ("kreftramma", "kreftrammed"),
    ("kreftrammet", "kreftrammed"),
    ("slagramma", "slagrammed"),
    ("slagrammet", "slagrammed"),
    ("tilbod", "tilbud"),
    ("teneste", "tjeneste"),
    ("deltakar", "deltaker"),
    ("brukar", "bruker"),
    ("leiar", "leder"),
    ("haldar", "holder"),
    ("kosthald", "kosthold"),
    ("pleiar", "pleier"),
    ("rettleiing", "veiledning"),
    ("rettlei", "veiled"),
    ("kvardag", "hverdag"),
    ("førebygg", "forebygg"),
    ("handtering", "håndtering"),
    ("svevn", "søvn"),
    ("hugs", "husk"),
    ("tryggleik", "trygghet"),
    ("avhengigheit", "avhengighet"),
    ("utmatting", "utmattels"),
    ("utmattelse", "utmattels"),
    ("einsem", "ensom"),
    ("einsam", "ensom"),
    ("nedsetting", "nedsettels"),
    ("nedsettelse", "nedsettels"),
    ("nedsetjing", "nedsettels"),
    ("liding", "lidels"),
    ("lidelse", "lidels"),
    ("belasting", "belastning"),
    ("betennelse", "betennels"),
    ("vaksenliv", "voksenliv"),
    ("framand", "fremmed"),
    ("rørsle", "bevegels"),
    ("bevegelse", "bevegels"),
    ("hovudverk", "hodepine"),
    ("hodeverk", "hodepine"),
    ("matlagning", "matlaging"),
    ("plutseleg", "plutselig"),
    ("vanleg", "vanlig"),
    ("alvorleg", "alvorlig"),
    ("føresett", "foresatt"),
    ("innvandrar", "innvandrer"),
    ("åleine", "alene"),
];

/// Words that endings are not taken off, since what is left would be another word.
pub(super) const KEPT: &[&str] = &[
    "alene", "cancer", "center", "diabetes", "eller", "etter", "krefter", "lever", "over",
    "senter", "under", "voksen",
];

/// Folded words that say nothing about a course's subject.
const GENERIC: &[&str] = &[
    "arrangement",
    "av",
    "de",
    "deg",
    "dag",
    "deltak",
    "den",
    "digital",
    "digitalt",
    "din",
    "ditt",
    "du",
    "eller",
    "en",
    "et",
    "etter",
    "for",
    "fra",
    "ha",
    "har",
    "hos",
    "hvordan",
    "i",
    "informasjon",
    "introduksjon",
    "kurs",
    "kveld",
    "led",
    "lev",
    "liv",
    "læring",
    "med",
    "mestr",
    "mestring",
    "mer",
    "møt",
    "møteplass",
    "nettkurs",
    "og",
    "om",
    "opplæring",
    "oppfølging",
    "på",
    "samling",
    "samtal",
    "seminar",
    "skol",
    "som",
    "start",
    "startkurs",
    "tem",
    "temakveld",
    "til",
    "tilbud",
    "undervisning",
    "ved",
    "å",
    "grupp",
    "gruppebasert",
    "kurskalend",
    "treningsbasert",
    "grunnkurs",
    "mestringskurs",
    "læringskurs",
    "lavterskel",
    "pasient",
    "person",
];

/// Folded words that say when or in which round a course is held, and not what it is about.
const EDITION: &[&str] = &[
    "april",
    "august",
    "desemb",
    "ettermiddag",
    "febru",
    "formiddag",
    "fredag",
    "halvår",
    "høst",
    "janu",
    "juli",
    "juni",
    "lørdag",
    "mai",
    "mandag",
    "mars",
    "novemb",
    "oktob",
    "onsdag",
    "oppstart",
    "semest",
    "septemb",
    "somm",
    "søndag",
    "tirsdag",
    "torsdag",
    "uke",
    "vint",
    "vår",
];

/// True for a folded word that says when a course is held or which round it is: a season, a month, a
/// day of the week, a start.
pub(super) fn is_edition(folded: &str) -> bool {
    EDITION.contains(&folded)
}

/// A compound without the generic word that it ends in (`hjerteskol` without `skol`); the word itself
/// where it ends in none or little would be left.
pub(super) fn without_generic_end(folded: &str) -> &str {
    const SHORTEST_END: usize = 4;
    const SHORTEST_REST: usize = 3;
    let ends = GENERIC
        .iter()
        .filter(|word| word.chars().count() >= SHORTEST_END)
        .filter_map(|word| folded.strip_suffix(word))
        .filter(|rest| rest.chars().count() >= SHORTEST_REST);
    ends.min_by_key(|rest| rest.len()).unwrap_or(folded)
}

/// True for a folded word that says nothing about a course's subject: course, school, group,
/// learning, coping, small words and numbers.
pub fn is_generic(folded: &str) -> bool {
    folded.chars().all(|letter| letter.is_ascii_digit()) || GENERIC.contains(&folded)
}

/// True where a text holds generic words alone, or no words at all.
///
/// ```
/// use mestring_data::text::only_generic;
/// assert!(only_generic("Lærings- og mestringskurs"));
/// assert!(!only_generic("Kurs om kols"));
/// ```
pub fn only_generic(text: &str) -> bool {
    tokens(text)
        .iter()
        .all(|Token { folded, .. }| is_generic(folded) || folded == "lærings")
}
