//! The command line.

use std::path::PathBuf;

use chrono::NaiveDate;

/// What is printed for `--help`, and beside what is wrong.
pub const USAGE: &str = "\
mestring-service DESK [--packs DIR] [--listen ADDRESS] [--as-of DATE] [--threads N]

  DESK             a desk: a folder of tables, or a workbook
  --packs DIR      the packs in this folder, in place of those that desk.toml chooses; they are
                   followed while the service runs, as those of desk.toml are
  --listen ADDRESS where to listen; 127.0.0.1:8080 where nothing is said
  --as-of DATE     the date of questions that name none; else the desk's, else today in Norway
  --threads N      how many requests are worked on at a time; else one for each processor";

/// What the command line says.
#[derive(Debug, PartialEq, Eq)]
pub struct Args {
    /// The desk.
    pub desk: PathBuf,
    /// A folder of packs.
    pub packs: Option<PathBuf>,
    /// Where to listen.
    pub listen: String,
    /// The date of questions that name none.
    pub as_of: Option<NaiveDate>,
    /// How many requests are worked on at a time.
    pub threads: Option<usize>,
}

impl Args {
    /// Reads the arguments after the program's name; `None` where help is asked for.
    ///
    /// # Errors
    /// Says which argument is wrong.
    pub fn read(given: impl IntoIterator<Item = String>) -> Result<Option<Args>, String> {
        let mut desk = None;
        let mut args = Args {
            desk: PathBuf::new(),
            packs: None,
            listen: "127.0.0.1:8080".to_owned(),
            as_of: None,
            threads: None,
        };
        let mut given = given.into_iter();
        while let Some(own) = given.next() {
            let mut value = || given.next().ok_or(format!("`{own}` needs a value"));
            match own.as_str() {
                "--help" | "-h" => return Ok(None),
                "--packs" => args.packs = Some(value()?.into()),
                "--listen" => args.listen = value()?,
                "--as-of" => {
                    let text = value()?;
                    let date = text
                        .parse()
                        .map_err(|_| format!("`{text}` is no day; write it as 2026-11-22"))?;
                    args.as_of = Some(date);
                }
                "--threads" => {
                    let text = value()?;
                    let count = text.parse().ok().filter(|count| *count > 0);
                    args.threads = Some(count.ok_or(format!("`{text}` is no number of threads"))?);
                }
                option if option.starts_with('-') => {
                    return Err(format!("there is no option `{option}`"));
                }
                _ if desk.is_some() => return Err(format!("`{own}` stands after the desk")),
                path => desk = Some(PathBuf::from(path)),
            }
        }
        args.desk = desk.ok_or("name a desk")?;
        Ok(Some(args))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_read_and_wrong_ones_named() {
        let read = |text: &str| Args::read(text.split_whitespace().map(str::to_owned));
        let args = read("--listen [::1]:9 d --as-of 2026-11-22 --threads 3")
            .unwrap()
            .unwrap();
        assert_eq!((args.listen.as_str(), args.threads), ("[::1]:9", Some(3)));
        assert_eq!(args.as_of, NaiveDate::from_ymd_opt(2026, 11, 22));
        assert_eq!(read("d -h").unwrap(), None);
        for (given, wrong) in [
            ("", "name a desk"),
            ("a b", "`b` stands after"),
            ("a --threads 0", "`0` is no number"),
            ("a --as-of today", "`today` is no day"),
            ("a --pack", "no option `--pack`"),
            ("a --packs", "`--packs` needs a value"),
        ] {
            let error = read(given).unwrap_err();
            assert!(error.contains(wrong), "{given}: {error}");
        }
    }
}
