//! How long it takes to read, check, test and swap rules while a service runs. `README.md` beside
//! this file says how to run and read it.

use std::collections::BTreeMap;
use std::error::Error;
use std::hint::black_box;
use std::time::Duration;

use chrono::NaiveDate;
use criterion::Criterion;
use mestring::decide::{LivePacks, Offered, PackFiles};
use mestring_model::Settings;
use mestring_rules::Plugins;

type Outcome<T> = Result<T, Box<dyn Error>>;
type Files = BTreeMap<String, String>;

/// Copies of every rule of the priority pack, and of the two requirements: 10 × 6 + 20 × 2 = 100.
const PRIORITY: usize = 10;
const REQUIREMENTS: usize = 20;
const RULES: usize = 100;

/// A shipped pack with each of its rules so many times over, under names of their own, each with all
/// of its cases.
fn copies(pack: &str, name: &str, version: usize, count: usize) -> Outcome<Files> {
    let shipped = mestring_packs::files(pack).ok_or(format!("no pack `{pack}`"))?;
    let mut manifest: toml::Table = shipped.get("pack.toml").ok_or("no pack.toml")?.parse()?;
    manifest.insert("name".to_owned(), name.into());
    manifest.insert("version".to_owned(), format!("1.0.{version}").into());
    let criteria = manifest.get("criteria").and_then(toml::Value::as_array);
    let rules: Vec<String> = criteria
        .into_iter()
        .flatten()
        .filter_map(|own| Some(own.as_str()?.to_owned()))
        .collect();
    let copy = |rule: &str, number: usize| format!("{rule}_{number}");
    let mut files = Files::new();
    let mut criteria = Vec::new();
    for number in 0..count {
        for rule in &rules {
            let own = copy(rule, number);
            for ending in ["rhai", "test.toml"] {
                let text = shipped
                    .get(&format!("{rule}.{ending}"))
                    .ok_or("a file is missing")?;
                files.insert(format!("{own}.{ending}"), text.clone());
            }
            criteria.push(toml::Value::from(own));
        }
    }
    manifest.insert("criteria".to_owned(), criteria.into());
    manifest.remove("classes_until");
    for table in ["origin", "title", "number"] {
        let Some(own) = manifest.get_mut(table).and_then(toml::Value::as_table_mut) else {
            continue;
        };
        for rule in &rules {
            if let Some(value) = own.remove(rule) {
                own.extend((0..count).map(|number| (copy(rule, number), value.clone())));
            }
        }
    }
    files.insert("pack.toml".to_owned(), manifest.to_string());
    Ok(files)
}

/// A hundred rules in 41 packs, each of which differs from version to version.
fn hundred(version: usize) -> Outcome<PackFiles> {
    let mut all = PackFiles::new();
    all.insert(
        "priority".to_owned(),
        copies("priority", "priority", version, PRIORITY)?,
    );
    for number in 0..REQUIREMENTS {
        for pack in ["activity", "user_knowledge"] {
            let name = format!("{pack}_{number}");
            all.insert(name.clone(), copies(pack, &name, version, 1)?);
        }
    }
    let rules = all
        .values()
        .flat_map(BTreeMap::keys)
        .filter(|name| name.ends_with(".rhai"));
    match rules.count() {
        RULES => Ok(all),
        other => Err(format!("{other} rules, not {RULES}").into()),
    }
}

/// Offers two sets of rules by turns, each of which must be taken up.
fn turns(
    criterion: &mut Criterion,
    name: &str,
    sets: &[PackFiles; 2],
    as_of: NaiveDate,
) -> Outcome<()> {
    let [first, second] = sets;
    let (live, _) = LivePacks::start(Settings::default(), Plugins::default(), first, as_of)
        .map_err(|refusal| refusal.to_string())?;
    let cases = match live.offer(second, as_of) {
        Offered::Swapped(swap) => swap.cases,
        other => return Err(format!("{name}: {other:?}").into()),
    };
    if cases == 0 {
        return Err(format!("{name}: no case was run").into());
    }
    let mut turn = 0;
    criterion.bench_function(&format!("reload/{name}, {cases} cases"), |bencher| {
        bencher.iter(|| {
            turn = 1 - turn;
            let swapped = live.offer(if turn == 1 { first } else { second }, as_of);
            assert!(matches!(swapped, Offered::Swapped(_)), "{swapped:?}");
            black_box(swapped)
        });
    });
    Ok(())
}

fn main() -> Outcome<()> {
    let mut criterion = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(3))
        .configure_from_args();
    let as_of = "2026-11-22".parse()?;
    let (old, new) = (hundred(0)?, hundred(1)?);
    let mut edited = old.clone();
    edited.insert(
        "activity_0".to_owned(),
        copies("activity", "activity_0", 1, 1)?,
    );
    turns(&mut criterion, "100 rules", &[old.clone(), new], as_of)?;
    turns(&mut criterion, "1 rule of 100", &[old, edited], as_of)?;
    criterion.final_summary();
    Ok(())
}
