//! [`Shop`]: where a step works. It runs programs at the workspace root, shows what they print as
//! they print it, and keeps it for counting.

use std::ffi::OsString;
use std::io::{BufRead as _, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

/// The workspace root, the cargo in use, and the place where output goes.
pub struct Shop<'a> {
    root: PathBuf,
    cargo: OsString,
    out: &'a mut dyn Write,
}

/// A program with its arguments and extra environment, to be run by [`Shop::run`].
#[derive(Debug, Clone)]
pub struct Call {
    program: OsString,
    args: Vec<OsString>,
    env: Vec<(OsString, OsString)>,
    dir: Option<PathBuf>,
    hushed: bool,
}

impl Call {
    /// `program` with `args`.
    pub fn new<P, A>(program: P, args: impl IntoIterator<Item = A>) -> Self
    where
        P: Into<OsString>,
        A: Into<OsString>,
    {
        Self {
            program: program.into(),
            args: args.into_iter().map(Into::into).collect(),
            env: Vec::new(),
            dir: None,
            hushed: false,
        }
    }

    /// One more argument.
    #[must_use]
    pub fn arg(mut self, arg: impl Into<OsString>) -> Self {
        self.args.push(arg.into());
        self
    }

    /// One more environment variable.
    #[must_use]
    pub fn env(mut self, name: impl Into<OsString>, value: impl Into<OsString>) -> Self {
        self.env.push((name.into(), value.into()));
        self
    }

    /// Work in this folder instead of the workspace root.
    #[must_use]
    pub fn inside(mut self, dir: impl Into<PathBuf>) -> Self {
        self.dir = Some(dir.into());
        self
    }

    /// Keep the output without showing it, for questions rather than work.
    #[must_use]
    pub fn hushed(mut self) -> Self {
        self.hushed = true;
        self
    }

    /// The command line as a person would type it.
    pub fn shown(&self) -> String {
        let words = std::iter::once(&self.program).chain(&self.args);
        words
            .map(|word| word.to_string_lossy().into_owned())
            .collect::<Vec<_>>()
            .join(" ")
    }
}

impl<'a> Shop<'a> {
    /// A shop at `root` whose output goes to `out`.
    pub fn new(root: PathBuf, out: &'a mut dyn Write) -> Self {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        Self { root, cargo, out }
    }

    /// The workspace root.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A file's or folder's path from the workspace root.
    pub fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// The text of a file, if there is one.
    #[expect(
        clippy::disallowed_methods,
        reason = "steps ask whether a file is there"
    )]
    pub fn read(&self, relative: &str) -> Option<String> {
        std::fs::read_to_string(self.path(relative)).ok()
    }

    /// The names in a folder in order; none where there is no such folder.
    #[expect(clippy::disallowed_methods, reason = "steps ask what a folder holds")]
    pub fn list(&self, relative: &str) -> Vec<String> {
        let entries = std::fs::read_dir(self.path(relative))
            .into_iter()
            .flatten()
            .flatten();
        let mut names: Vec<String> = entries
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    /// Writes a file below the root.
    ///
    /// # Errors
    /// When the file cannot be written; the text names it.
    #[expect(
        clippy::disallowed_methods,
        reason = "steps remember what they installed"
    )]
    pub fn write(&self, relative: &str, text: &str) -> Result<(), String> {
        std::fs::write(self.path(relative), text)
            .map_err(|e| format!("cannot write {relative}: {e}"))
    }

    /// Makes an empty folder below the root; what stood in it is gone.
    ///
    /// # Errors
    /// When it cannot be made; the text names it.
    #[expect(clippy::disallowed_methods, reason = "steps begin anew")]
    pub fn empty_folder(&self, relative: &str) -> Result<(), String> {
        let path = self.path(relative);
        match std::fs::remove_dir_all(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
            _ => std::fs::create_dir_all(&path),
        }
        .map_err(|e| format!("cannot make {relative} empty: {e}"))
    }

    /// Prints one line.
    pub fn say(&mut self, line: &str) {
        // A reader that has gone away must not turn a verdict into a crash.
        let _ = writeln!(self.out, "{line}");
        let _ = self.out.flush();
    }

    /// A call of the cargo that runs this command.
    pub fn cargo<A: Into<OsString>>(&self, args: impl IntoIterator<Item = A>) -> Call {
        // Colour codes would stand between the words that `counts` looks for.
        Call::new(self.cargo.clone(), args).env("CARGO_TERM_COLOR", "never")
    }

    /// What `cargo metadata` says of the workspace.
    ///
    /// # Errors
    /// When cargo fails, or gives no JSON.
    pub fn metadata(&mut self, option: &str) -> Result<Value, String> {
        let call = self
            .cargo(["metadata", option, "--format-version", "1", "--quiet"])
            .hushed();
        metadata_in(&self.run(&call)?)
    }

    /// Runs `call` to its end and gives what it printed, both streams as one text.
    ///
    /// # Errors
    /// When the program is missing or ends with another status than 0; the text names the command.
    pub fn run(&mut self, call: &Call) -> Result<String, String> {
        let failed = |what: String| format!("`{}` {what}", call.shown());
        let (reader, writer) = std::io::pipe().map_err(|e| failed(format!("got no pipe: {e}")))?;
        let second = writer
            .try_clone()
            .map_err(|e| failed(format!("got no pipe: {e}")))?;
        let mut command = Command::new(&call.program);
        command
            .args(&call.args)
            .envs(call.env.iter().map(|(name, value)| (name, value)))
            .current_dir(call.dir.as_ref().unwrap_or(&self.root))
            .stdin(Stdio::null())
            .stdout(writer)
            .stderr(second);
        let started = command.spawn();
        // The command holds our ends of the pipe, and reading ends only when all of them are closed.
        drop(command);
        let mut child = started.map_err(|e| failed(format!("could not start: {e}")))?;

        let mut text = String::new();
        let mut lines = BufReader::new(reader);
        let mut line = Vec::new();
        while lines
            .read_until(b'\n', &mut line)
            .map_err(|e| failed(format!("broke off: {e}")))?
            > 0
        {
            let shown = String::from_utf8_lossy(&line);
            if !call.hushed {
                let _ = write!(self.out, "{shown}");
                let _ = self.out.flush();
            }
            text.push_str(&shown);
            line.clear();
        }
        let status = child.wait().map_err(|e| failed(format!("was lost: {e}")))?;
        if status.success() {
            Ok(text)
        } else if call.hushed {
            Err(failed(format!("ended with {status}: {}", text.trim())))
        } else {
            Err(failed(format!("ended with {status}")))
        }
    }
}

fn metadata_in(output: &str) -> Result<Value, String> {
    // Cargo may say something first, such as that it waits for another cargo.
    let json = output.lines().find(|line| line.starts_with('{'));
    serde_json::from_str(json.unwrap_or_default())
        .map_err(|e| format!("`cargo metadata` gave no JSON: {e}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metadata_is_read_behind_what_cargo_says_first() {
        let said = "    Blocking waiting for file lock\n{\"packages\":[]}\n";
        assert_eq!(metadata_in(said), Ok(serde_json::json!({"packages": []})));
        assert!(metadata_in("").is_err());
        assert!(metadata_in("{").is_err());
    }

    fn rustc(args: &[&str]) -> (Result<String, String>, String) {
        let mut out = Vec::new();
        let result = Shop::new(PathBuf::from("."), &mut out).run(&Call::new(
            std::env::var_os("RUSTC").unwrap_or("rustc".into()),
            args,
        ));
        (result, String::from_utf8(out).unwrap())
    }

    #[test]
    fn output_is_shown_and_kept() {
        let (result, shown) = rustc(&["--version"]);
        assert!(result.as_ref().unwrap().starts_with("rustc "));
        assert_eq!(result.unwrap(), shown);
    }

    #[test]
    fn both_streams_are_read_and_a_bad_status_is_an_error() {
        let (result, shown) = rustc(&["--no-such-option"]);
        assert!(shown.contains("no-such-option"), "{shown}");
        assert!(
            result.unwrap_err().contains("ended with exit status"),
            "status is named"
        );
    }

    #[test]
    fn a_missing_program_is_named() {
        let mut out = Vec::new();
        let call = Call::new("no-such-program-here", ["--help"]);
        let error = Shop::new(PathBuf::from("."), &mut out)
            .run(&call)
            .unwrap_err();
        assert!(
            error.starts_with("`no-such-program-here --help` could not start"),
            "{error}"
        );
    }
}
