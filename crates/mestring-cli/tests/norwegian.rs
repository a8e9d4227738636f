//! No English in what a reader of Norwegian is told: every command on the desk of Bergen, and the
//! situations in which one fails, in bokmål and nynorsk.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests fail by panicking, and this one works in a folder of its own"
)]

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use serde_json::Value;
use support::ask;

const BERGEN: &str = "../../examples/bergen";
const LMS: &str = "tests/fixtures/lms";
const RULES: &str = "../../rules";
const WRONG: &str = "tests/fixtures/feil";
const LANGUAGES: [&str; 2] = ["nb", "nn"];

/// Words that hold English together and are none in Norwegian, as `to`, `no` and `as` are.
const ENGLISH: [&str; 59] = [
    "a", "above", "after", "again", "an", "and", "are", "because", "been", "before", "between",
    "both", "but", "by", "cannot", "could", "did", "does", "each", "either", "every", "expects",
    "from", "given", "has", "have", "here", "into", "is", "it", "its", "made", "must", "none",
    "not", "nothing", "now", "of", "one", "only", "or", "other", "room", "rule", "rules", "should",
    "stands", "than", "that", "the", "then", "there", "this", "until", "was", "which", "with",
    "without", "write",
];

/// A date as English texts write it.
fn is_iso_date(word: &str) -> bool {
    let bytes = word.as_bytes();
    bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

/// A text without what is quoted from files and arguments: in backticks or in guillemets.
fn own_words(text: &str) -> String {
    let mut out = String::new();
    let (mut ticks, mut marks) = (false, 0_usize);
    for letter in text.chars() {
        match letter {
            '`' => ticks = !ticks,
            '«' => marks += 1,
            '»' => marks = marks.saturating_sub(1),
            _ if ticks || marks > 0 => {}
            _ => out.push(letter),
        }
    }
    out
}

/// The English words of a text, and dates that are written as no Norwegian does.
fn english(text: &str) -> BTreeSet<String> {
    let text = own_words(text).to_lowercase();
    let inside = |letter: char| letter.is_alphanumeric() || "-_./:".contains(letter);
    let words = text.split(|letter: char| !inside(letter));
    let words = words.map(|word| word.trim_matches(['.', ':', '/', '-']));
    let found = words.filter(|word| ENGLISH.contains(word) || is_iso_date(word));
    found.map(str::to_owned).collect()
}

/// What an explanation shows of a rule's own comments, which are in the language of who wrote them.
const COMMENTS: [&str; 4] = [
    "Regelen sier ",
    "Regelen seier ",
    "Hva den avgjør ",
    "Kva han avgjer ",
];

/// The lines of a text but for those that show what stands in a script or a file of cases: the line that
/// is underlined, the lines of a diff, the comments of rules and the reasons of cases.
fn told(text: &str) -> Vec<&str> {
    let (mut comment, mut diff) = (false, false);
    let told = text.lines().filter(|line| {
        let own = line.trim_start();
        let indent = line.len() - own.len();
        comment = COMMENTS.iter().any(|label| own.starts_with(label)) || comment && indent > 12;
        let number = own.split_once(" | ").map(|(number, _)| number);
        let underlined =
            number.is_some_and(|own| own.chars().all(|letter| letter.is_ascii_digit()));
        // What follows the head of a diff is as files have it, until a line begins with a letter.
        diff = line.starts_with("@@ ") || diff && !line.starts_with(char::is_alphanumeric);
        !(comment || underlined || diff || own.starts_with("= fordi: "))
    });
    told.collect()
}

/// What was looked at, and the English in it.
#[derive(Default)]
struct Seen {
    lines: usize,
    commands: usize,
    failures: usize,
    english: Vec<String>,
}

impl Seen {
    /// Looks at a text.
    fn text(&mut self, args: &[&str], text: &str) {
        let kept = told(text);
        self.lines += kept.len();
        // A quotation may go on over the end of a line.
        let found = english(&kept.join("\n"));
        if found.is_empty() {
            return;
        }
        let lines = kept.iter().filter(|line| !english(line).is_empty());
        let lines: Vec<&str> = lines.copied().take(8).collect();
        self.english
            .push(format!("{args:?}: {found:?}\n  {}", lines.join("\n  ")));
    }

    /// Asks in each language and looks at all that is said; of JSON at what people read.
    fn ask(&mut self, args: &[&str], json: bool) {
        for lang in LANGUAGES {
            let text = [args, &["--lang", lang]].concat();
            let (code, out, err) = ask(&text);
            self.commands += 1;
            self.failures += usize::from(code != 0);
            assert!(!out.is_empty() || !err.is_empty(), "{args:?} says nothing");
            self.text(&text, &out);
            self.text(&text, &err);
            if !json {
                continue;
            }
            let json = [args, &["--lang", lang, "--json"]].concat();
            let (_, out, err) = ask(&json);
            for line in [out.as_str(), &err] {
                let mut said = Vec::new();
                let documents = serde_json::Deserializer::from_str(line).into_iter::<Value>();
                documents.for_each(|own| messages(&own.unwrap(), &mut said));
                self.text(&json, &said.join("\n"));
            }
        }
    }
}

/// What JSON says in words: messages and help, and why an answer could not be given again.
fn messages(own: &Value, said: &mut Vec<String>) {
    match own {
        Value::Array(all) => all.iter().for_each(|own| messages(own, said)),
        Value::Object(all) => {
            for (key, own) in all {
                match own {
                    Value::String(text)
                        if ["message", "help", "failed", "problem", "remedy"]
                            .contains(&key.as_str()) =>
                    {
                        said.push(text.clone());
                    }
                    own => messages(own, said),
                }
            }
        }
        _ => {}
    }
}

/// A folder of the test's own, taken away at the end.
struct Own(PathBuf);

impl Own {
    fn new(name: &str) -> Self {
        let name = format!("mestring-norwegian-{name}-{}", std::process::id());
        let own = Own(std::env::temp_dir().join(name));
        let _ = fs::remove_dir_all(&own.0);
        fs::create_dir_all(&own.0).unwrap();
        own
    }

    fn at(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    fn write(&self, name: &str, text: &str) -> String {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self.at(name)
    }

    /// A copy of the small desk with a change of one of its files.
    fn desk(&self, file: &str, from: &str, to: &str) -> String {
        fs::create_dir_all(self.0.join("desk")).unwrap();
        for entry in fs::read_dir(LMS).unwrap() {
            let path = entry.unwrap().path();
            fs::copy(&path, self.0.join("desk").join(path.file_name().unwrap())).unwrap();
        }
        let path = self.0.join("desk").join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file} has no {from}");
        fs::write(path, text.replace(from, to)).unwrap();
        self.at("desk")
    }
}

impl Drop for Own {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn check(seen: &Seen, least_lines: usize, least_failures: usize) {
    assert!(seen.english.is_empty(), "\n{}", seen.english.join("\n"));
    assert!(seen.lines > least_lines, "only {} lines", seen.lines);
    assert!(
        seen.failures > least_failures,
        "only {} of {} commands fail",
        seen.failures,
        seen.commands
    );
}

#[test]
fn the_guard_knows_english_and_what_is_quoted() {
    let found = |text: &str| english(text).into_iter().collect::<Vec<_>>().join(" ");
    for (text, expected) in [
        (
            "linje 2 er ingen post: it is not closed by its hashes",
            "by is it its not",
        ),
        ("room da, room_too_small nå", "room"),
        ("until: 2027-06-25 da", "2027-06-25 until"),
        ("skriv `it is not` eller «the rule\nis wrong»", ""),
        ("`a` er `b`: en post i tilbud.csv, og en til", ""),
        ("25.06.2027 til 01.02.2027", ""),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn no_command_on_the_desk_of_bergen_says_anything_in_english() {
    let own = Own::new("bergen");
    let (made, book) = (own.at("made"), own.at("bok.xlsx"));
    let list = own.write("kurs.csv", "Kursnavn;Plasser;Dato\nLungeskole;åtte;i vår\n");
    let mut seen = Seen::default();
    let other = "tests/fixtures/regler/lengst_ventetid";
    for args in [
        vec!["report", BERGEN, "--all"],
        vec!["freed", BERGEN, "--room", "kurssal", "--date", "2027-02-02"],
        vec!["explain", BERGEN, "W27-08"],
        vec!["explain", BERGEN, "W27-08", "--over", "W27-01"],
        vec!["rules", "check", RULES, "--all"],
        vec!["rules", "test", RULES],
        vec!["rules", "diff", "desk", other, "--on", BERGEN],
        vec!["rules", "explain-code", "R103"],
        vec!["report", WRONG, "--all"],
    ] {
        seen.ask(&args, false);
    }
    for lang in LANGUAGES {
        for args in [
            vec!["new", &made],
            vec!["export", BERGEN, &book, "--overwrite"],
            vec!["import", &list, "--into", &made],
            vec!["import", &list, "--into", &made, "--yes"],
            vec!["report", &made, "--all"],
        ] {
            let args = [&args[..], &["--lang", lang]].concat();
            let (_, out, err) = ask(&args);
            seen.text(&args, &out);
            seen.text(&args, &err);
        }
        fs::remove_dir_all(&made).unwrap();
    }
    check(&seen, 2000, 1);
}

/// A pack of one rule.
fn pack(own: &Own, name: &str, script: &str, more: &str) -> String {
    let manifest = format!(
        "name = \"egen\"\nversion = \"1.0.0\"\nkind = \"requirement\"\n\
         criteria = [\"lang\"]\norigin.lang = \"local choice\"\n\
         title.lang = {{ en = \"Long\", nb = \"Lang\", nn = \"Lang\" }}\n{more}"
    );
    let cases = "[[case]]\nname = \"to\"\ngiven = { sessions = 2 }\nexpect = true\nbecause = \"mange\"\n\
                 [[case]]\nname = \"null\"\ngiven = { sessions = 0 }\nexpect = false\nbecause = \"fåe\"\n\
                 [[case]]\nname = \"tom\"\ngiven = {}\nexpect = true\nbecause = \"tom\"\n";
    let script = format!("// What: en prøve. Why: den er en. Source: lokalt valg.\n{script}\n");
    own.write(&format!("{name}/pack.toml"), &manifest);
    own.write(&format!("{name}/lang.rhai"), &script);
    own.write(&format!("{name}/lang.test.toml"), cases);
    own.at(name)
}

#[test]
fn nothing_that_fails_is_said_in_english() {
    let own = Own::new("fails");
    let mut seen = Seen::default();
    let desk = own.desk(
        "desk.toml",
        "plan_from = 2027-01-11",
        "plan_from = 2027-02-01",
    );
    let log = own.at("logg.jsonl");
    for question in ["plan", "relate", "obligations"] {
        assert_eq!(ask(&[question, LMS, "--log", &log]).0, 0);
    }
    let lines = fs::read_to_string(&log).unwrap();
    let lines: Vec<&str> = lines.lines().collect();
    let no_log = own.write("liste.csv", "Kurs;Plasser\n");
    let torn = own.write("avbrutt.jsonl", &format!("{}\nhei\n{}", lines[8], lines[4]));
    let answers = own.write("svar.jsonl", &format!("{}\n{}", lines[4], &lines[6][..200]));
    let fails = pack(&own, "feiler", "12 / run.sessions < 5", "");
    let wrong = pack(
        &own,
        "galt",
        "run.sesions > 5 & 3",
        "valid_from = 2026-06-01\nvalid_until = 2025-01-01\n[[parameter]]\nid = \"minst\"\n\
         source = \"lokalt\"\nvalues = [{ from = 2026-01-01, until = 2025-06-01, value = 1 }, \
         { from = 2025-03-01, value = 2 }]\n",
    );
    let relation = "../../rules/relation";
    let decide = ["decide", log.as_str(), "5", "--run"];
    let by = ["--by", "lms-leder", "--outcome", "other"];
    let of = |run: &'static str| [&decide[..], &[run], &by].concat();
    let dated =
        |date: &'static str| [&of("DM2-V27")[..], &["--date", date, "--reason", "x"]].concat();
    let gate = |phrase: &'static str| {
        vec![
            "rules", "diff", relation, relation, "--on", LMS, "--forbid", phrase,
        ]
    };
    for args in [
        // Arguments that are not understood.
        vec!["report", LMS, "--langauge", "x"],
        vec!["raport", LMS],
        vec!["report"],
        vec!["rules", "chek", LMS],
        vec!["freed", LMS],
        vec!["plan", LMS, "--as-of", "22.11.26"],
        vec!["plan", LMS, "--seed", "sju"],
        vec!["plan", LMS, "--seed"],
        vec!["plan", LMS, "--color", "blue"],
        vec![
            "freed",
            LMS,
            "--room",
            "STOR",
            "--date",
            "2027-01-18",
            "--half-day",
            "natt",
        ],
        vec!["report", "finnes/ikke"],
        vec!["report", RULES],
        vec!["report", "README.md"],
        vec!["freed", LMS, "--room", "STRO", "--date", "2027-02-02"],
        vec!["freed", LMS, "--room", "STOR", "--date", "2029-02-02"],
        vec!["explain", LMS, "R99"],
        vec!["explain", LMS, "KID-V27", "--over", "KID-V27"],
        vec!["plan", LMS, "--as-of", "2024-06-01"],
        vec!["plan", LMS, "--as-of", "2031-06-01"],
        vec!["plan", LMS, "--pack", relation, "--pack", relation],
        vec!["plan", LMS, "--pack", &wrong],
        vec!["plan", LMS, "--plugin", "egen:regel"],
        vec!["plan", LMS, "--log", &no_log],
        vec!["new", LMS],
        vec!["export", LMS, "bok.xls"],
        vec!["import", &no_log],
        vec!["import", &no_log, "--into", "bok.xlsx"],
        vec!["rules", "check", &wrong],
        vec!["rules", "check", "../../docs"],
        vec!["rules", "test", &fails],
        vec!["rules", "test", "tests/fixtures/regler/snudd"],
        vec!["rules", "diff", relation, "../../rules/format", "--on", LMS],
        vec!["rules", "diff", "relasjon", relation, "--on", LMS],
        gate("established loses place"),
        gate("established looses place"),
        gate("target group Diabets loses place"),
        vec!["rules", "replay", &no_log],
        vec!["rules", "replay", &torn],
        vec!["rules", "replay", &answers],
        vec!["rules", "replay", &log, "--on", &desk, "--all"],
        vec![
            "rules",
            "replay",
            &log,
            "--with",
            "../../rules/priority",
            "--as-of",
            "2026-11-22",
        ],
        vec![
            "decide",
            &log,
            "99",
            "--run",
            "DM2-V27",
            "--by",
            "lms-leder",
            "--outcome",
            "held",
        ],
        of("R99"),
        of("DM2-V27"),
        dated("2026-01-01"),
        dated("2027-01-01"),
        // A first decision of this test, then one more.
        [&of("DM2-V27")[..], &["--reason", "syk"]].concat(),
    ] {
        seen.ask(&args, true);
    }
    check(&seen, 400, 60);
}
