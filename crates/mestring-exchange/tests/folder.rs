//! Folders and files on a real file system.
#![expect(
    clippy::disallowed_methods,
    reason = "these tests make the files that they read"
)]
#![expect(clippy::unwrap_used, reason = "a helper of tests fails the test")]

use std::fs;
use std::path::{Path, PathBuf};

use mestring_exchange::ExchangeError;
use mestring_exchange::folder::{
    Kind, file_names, git_work_tree, kind, read_file, read_folder, read_pack, remove_file, way,
    write_file,
};

/// A new folder for one test.
fn fresh(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("exchange")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The error's text with the test's folder left out.
fn text(error: &ExchangeError, folder: &Path) -> String {
    error
        .to_string()
        .replace(&folder.display().to_string(), "T")
}

#[test]
fn what_is_missing_is_told_with_what_is_near() {
    let folder = fresh("missing");
    fs::create_dir(folder.join("bergen")).unwrap();
    fs::write(folder.join("tilbud.csv"), "a;b").unwrap();
    let messages: Vec<String> = [
        "bergn",
        "Bergen",
        "bergn/rules/order",
        "tromsø",
        "tilbod.csv",
    ]
    .iter()
    .map(|name| text(&kind(&folder.join(name)).unwrap_err(), &folder))
    .collect();
    insta::assert_snapshot!(messages.join("\n"), @"
    X001: `T/bergn` is not there; did you mean `T/bergen`?
    X001: `T/Bergen` is not there; did you mean `T/bergen`?
    X001: `T/bergn` is not there; did you mean `T/bergen`?
    X001: `T/tromsø` is not there; check the path
    X001: `T/tilbod.csv` is not there; did you mean `T/tilbud.csv`?
    ");
    let wrong = [
        text(
            &file_names(&folder.join("tilbud.csv")).unwrap_err(),
            &folder,
        ),
        text(&read_file(&folder.join("bergen")).unwrap_err(), &folder),
        text(
            &write_file(&folder.join("bergen"), b"").unwrap_err(),
            &folder,
        ),
        text(
            &write_file(&folder.join("bergn/a.csv"), b"").unwrap_err(),
            &folder,
        ),
        text(&kind(&folder.join("tilbud.csv/x")).unwrap_err(), &folder),
    ];
    insta::assert_snapshot!(wrong.join("\n"), @"
    X002: `T/tilbud.csv` is a file, not a folder; give the folder that it lies in, `T`
    X003: `T/bergen` is a folder, not a file; give a file in it
    X003: `T/bergen` is a folder, not a file; give a file in it
    X001: `T/bergn` is not there; did you mean `T/bergen`?
    X002: `T/tilbud.csv` is a file, not a folder; give the folder that it lies in, `T`
    ");
}

#[test]
fn a_folder_gives_its_tables_in_order() {
    let folder = fresh("tables");
    for name in ["b.csv", "a.CSV", "~$b.xlsx", ".b.csv", "notat.txt", "uten"] {
        fs::write(folder.join(name), name).unwrap();
    }
    fs::create_dir(folder.join("sub.csv")).unwrap();
    let files = read_folder(&folder, &["csv", "xlsx"]).unwrap();
    assert_eq!(files.keys().collect::<Vec<_>>(), ["a.CSV", "b.csv"]);
    assert_eq!(files["b.csv"], b"b.csv");
    assert_eq!(
        file_names(&folder).unwrap(),
        ["a.CSV", "b.csv", "notat.txt", "uten"]
    );
}

#[test]
fn a_file_named_by_a_person_is_refused_without_the_digits() {
    let folder = fresh("person");
    // Invented: the month is above 80.
    fs::write(folder.join("018145 50016.csv"), "a;b").unwrap();
    let error = read_folder(&folder, &["csv"]).unwrap_err();
    insta::assert_snapshot!(error.to_string(), @"X010: eleven-digit national numbers stand in [national number].csv; nothing of the table was read; take people out of the file and its history");
}

#[test]
fn a_pack_is_its_texts() {
    let folder = fresh("pack");
    let error = read_pack(&folder).unwrap_err();
    insta::assert_snapshot!(text(&error, &folder), @"X012: the folder `T` has no `pack.toml`; a pack is a folder with `pack.toml` in it");
    fs::write(folder.join("pack.toml"), "\u{feff}name = \"a\"\r\n").unwrap();
    fs::write(folder.join("order.rhai"), "run.sessions\n").unwrap();
    fs::write(folder.join("order.test.toml"), "").unwrap();
    fs::write(folder.join("README.md"), "").unwrap();
    let texts = read_pack(&folder).unwrap();
    let names: Vec<&String> = texts.keys().collect();
    assert_eq!(names, ["order.rhai", "order.test.toml", "pack.toml"]);
    assert_eq!(texts["pack.toml"], "name = \"a\"\n");
    fs::write(folder.join("order.rhai"), b"// \xF8").unwrap();
    let error = read_pack(&folder).unwrap_err();
    insta::assert_snapshot!(text(&error, &folder), @"X011: `T/order.rhai` is not UTF-8 text; save it as UTF-8");
}

#[test]
fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
    let folder = fresh("write");
    let path = folder.join("plan.csv");
    write_file(&path, b"one").unwrap();
    write_file(&path, b"two").unwrap();
    assert_eq!(read_file(&path).unwrap(), b"two");
    let left: Vec<_> = fs::read_dir(&folder).unwrap().collect();
    assert_eq!(left.len(), 1);
}

#[cfg(unix)]
#[test]
fn a_replaced_file_keeps_its_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let path = fresh("mode").join("plan.csv");
    write_file(&path, b"one").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
    write_file(&path, b"two").unwrap();
    assert_eq!(
        fs::metadata(&path).unwrap().permissions().mode() & 0o777,
        0o600
    );
}

#[test]
fn a_file_above_the_limit_is_not_read() {
    let path = fresh("large").join("a.csv");
    let file = fs::File::create(&path).unwrap();
    file.set_len(mestring_exchange::MAX_FILE_BYTES + 1).unwrap();
    assert_eq!(read_file(&path).unwrap_err().code(), "X005");
}

#[test]
fn a_git_work_tree_is_found_from_inside_and_from_paths_to_be() {
    let folder = fresh("git");
    let root = fs::canonicalize(&folder).unwrap();
    fs::create_dir_all(folder.join("desk/.git")).unwrap();
    fs::create_dir_all(folder.join("desk/people/2026")).unwrap();
    let tree = Some(root.join("desk"));
    for inside in [
        "desk",
        "desk/people/2026",
        "desk/people/new/store.csv",
        "desk/../desk/x",
    ] {
        assert_eq!(
            git_work_tree(&folder.join(inside)).unwrap(),
            tree,
            "{inside}"
        );
    }
    // A linked work tree and a submodule have a file by that name.
    fs::create_dir_all(folder.join("linked")).unwrap();
    fs::write(folder.join("linked/.git"), "gitdir: ../desk/.git").unwrap();
    let found = git_work_tree(&folder.join("linked/a.csv")).unwrap();
    assert_eq!(found, Some(root.join("linked")));
    assert_eq!(git_work_tree(Path::new("/")).unwrap(), None);
}

#[cfg(unix)]
#[test]
fn a_link_into_a_work_tree_lies_in_it() {
    let folder = fresh("link");
    let root = fs::canonicalize(&folder).unwrap();
    fs::create_dir_all(folder.join("desk/.git")).unwrap();
    std::os::unix::fs::symlink(folder.join("desk"), folder.join("away")).unwrap();
    let found = git_work_tree(&folder.join("away/new.csv")).unwrap();
    assert_eq!(found, Some(root.join("desk")));
}

#[test]
fn kinds() {
    let folder = fresh("kinds");
    fs::write(folder.join("a.csv"), "").unwrap();
    assert_eq!(kind(&folder).unwrap(), Kind::Folder);
    assert_eq!(kind(&folder.join("a.csv")).unwrap(), Kind::File);
}

#[test]
fn the_way_from_a_folder_to_another() {
    let folder = fresh("way");
    fs::create_dir_all(folder.join("desk/rules")).unwrap();
    let check = |from: &str, to: &str, expect: &str| {
        assert_eq!(way(&folder.join(from), &folder.join(to)).unwrap(), expect);
    };
    check("desk", "desk/rules", "rules");
    check("out", "desk/rules", "../desk/rules");
    check("out/deep", "desk/../desk/rules", "../../desk/rules");
    check("desk/rules", "desk", "..");
    check("desk", "desk", ".");
    assert_eq!(
        way(Path::new(""), Path::new("rules/own")).unwrap(),
        "rules/own"
    );
}

#[test]
fn a_file_is_removed_where_it_is() {
    let folder = fresh("remove");
    let file = folder.join("a.csv");
    fs::write(&file, "a;b").unwrap();
    remove_file(&file).unwrap();
    assert!(!file.exists());
    remove_file(&file).unwrap();
}
