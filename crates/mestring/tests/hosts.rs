//! Two hosts in one process, with packs, versions and plugins of their own: neither sees the other's.
#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests fail the test"
)]

use mestring::decide::{Decider, LivePacks, Offered, PackFiles};
use mestring::model::facts::Judged;
use mestring::model::{Desk, RawTable, Settings};
use mestring_rules::{Declaration, Plugins};

/// A plugin that both hosts call `small_first`, and that each means in its own way.
fn small_first(at_most: i64) -> Plugins {
    let declared = Declaration::new("small_first", "1.0.0", Judged::Run);
    let declared = declared.comparing("sessions", [at_most as f64]);
    Plugins::default().with_fn(declared, move |run| {
        Ok((run.whole("sessions")? <= at_most).into())
    })
}

/// A priority pack of two rules: the plugin, then a script that turns its order round or not.
fn pack(version: &str, few_first: bool) -> PackFiles {
    let manifest = format!(
        "name = \"priority\"\nversion = \"{version}\"\nkind = \"priority\"\njudges = \"run\"\n\
         criteria = [\"plugin:small_first\", \"short\"]\n\
         [origin]\nsmall_first = \"local choice\"\nshort = \"local choice\"\n\
         [title.small_first]\nen = \"Small\"\nnb = \"Små\"\nnn = \"Små\"\n\
         [title.short]\nen = \"Short\"\nnb = \"Korte\"\nnn = \"Korte\"\n"
    );
    let sign = if few_first { "-" } else { "" };
    let script =
        format!("// What: order by length. Why: a test. Source: none.\n{sign}run.sessions\n");
    let case = format!(
        "[[case]]\nname = \"three\"\ngiven = {{ sessions = 3 }}\nexpect = {sign}3\nbecause = \"a test\"\n"
    );
    let files = [
        ("pack.toml", manifest),
        ("short.rhai", script),
        ("short.test.toml", case),
    ];
    let files = files.map(|(name, text)| (name.to_owned(), text));
    PackFiles::from([("priority".to_owned(), files.into())])
}

fn desk() -> Desk {
    let mut offers = RawTable::with_headings("offers.csv", ["id", "title", "sessions"]);
    let mut runs = RawTable::with_headings("runs.csv", ["id", "offer", "state"]);
    for sessions in 1..=6 {
        let id = format!("O{sessions}");
        offers.push(vec![
            id.clone(),
            format!("Kurs {sessions}"),
            sessions.to_string(),
        ]);
        runs.push(vec![format!("R{sessions}"), id, "wished".to_owned()]);
    }
    let builder = Desk::builder().table("offers", offers).table("runs", runs);
    let (desk, findings) = builder.build();
    assert!(findings.is_empty(), "{findings:?}");
    desk
}

/// A host: its packs, and the order that it must give with each of its two versions.
struct Host {
    live: LivePacks,
    versions: [(PackFiles, &'static str); 2],
}

impl Host {
    fn new(at_most: i64, versions: [(PackFiles, &'static str); 2]) -> Host {
        let plugins = small_first(at_most);
        let as_of = "2026-11-22".parse().unwrap();
        let (live, _) =
            LivePacks::start(Settings::default(), plugins, &versions[0].0, as_of).unwrap();
        Host { live, versions }
    }

    /// Swaps to and fro while asking; each answer must be that of the version it names.
    fn work(&self, desk: &Desk) -> usize {
        let as_of = "2026-11-22".parse().unwrap();
        let mut answers = 0;
        for turn in 1..=40 {
            let (files, order) = &self.versions[turn % 2];
            match self.live.offer(files, as_of) {
                Offered::Swapped(_) => {}
                other => panic!("{other:?}"),
            }
            let packs = self.live.snapshot();
            let proposal = Decider::new(desk, &packs, as_of, None).proposal().unwrap();
            let runs: String = proposal
                .plan
                .runs
                .iter()
                .map(|own| own.run.as_str())
                .collect();
            assert_eq!(runs.replace('R', ""), *order, "{}", proposal.pack.version);
            for ranked in &proposal.runs {
                assert_eq!(*ranked.verdicts[0].rule.hash, *packs.priority().hash());
            }
            answers += 1;
        }
        answers
    }
}

#[test]
fn two_hosts_in_one_process_do_not_see_each_other() {
    // The same names and versions on both sides; only texts and plugins differ.
    let north = Host::new(
        2,
        [
            (pack("1.0.0", true), "123456"),
            (pack("1.1.0", false), "216543"),
        ],
    );
    let south = Host::new(
        4,
        [
            (pack("1.0.0", false), "432165"),
            (pack("1.1.0", true), "123456"),
        ],
    );
    let desk = desk();
    let answers: usize = std::thread::scope(|scope| {
        let hosts = [&north, &south];
        let desk = &desk;
        let threads = hosts.map(|host| scope.spawn(move || host.work(desk)));
        threads.map(|thread| thread.join().unwrap()).iter().sum()
    });
    assert_eq!(answers, 80);

    // A host without the plugin refuses the pack that the others use.
    let as_of = "2026-11-22".parse().unwrap();
    let bare = LivePacks::start(
        Settings::default(),
        Plugins::default(),
        &pack("1.0.0", true),
        as_of,
    );
    let refusal = bare.unwrap_err();
    assert!(refusal.to_string().contains("small_first"), "{refusal}");
}

#[test]
fn what_hosts_share_between_threads_may_be_shared() {
    fn shared<T: Send + Sync + 'static>() {}
    shared::<LivePacks>();
    shared::<Offered>();
    shared::<mestring::decide::Packs>();
    shared::<mestring::decide::Event>();
    shared::<mestring::decide::Outlook>();
    shared::<mestring::decide::Refusal>();
}
