//! What the fuzz targets share. `Cargo.toml` beside this folder says how to build and run them.
//!
//! | target | input |
//! |---|---|
//! | `csv` | the bytes of a CSV file |
//! | `workbook` | an `.xlsx` file, or else the XML of a sheet, its texts and its styles, parted by [`PART`] |
//! | `settings` | the text of a `desk.toml` |
//! | `pack` | `pack.toml`, the script `rule.rhai` and its cases, parted by [`PART`] |
//! | `hostile` | any bytes: choices from which a script is put together that means harm |
//! | `desk_table` | a table's name on the first line, then the bytes of its CSV file |
//! | `decision_log` | the lines of a decision log; a line that begins with `{"format"` is an entry that still lacks its hashes |
//!
//! A target fails on a panic, and where what it read breaks a promise that its reader makes.

#[path = "../../mestring-rules/tests/support/hostile.rs"]
pub mod hostile;

/// The line that parts the texts of an input, so that a person can read and write a seed.
pub const PART: &str = "\n---\n";

/// The parts of an input, as many as are asked for; those that are missing are empty.
///
/// ```
/// let [a, b, c] = mestring_fuzz::parts(b"one\n---\ntwo");
/// assert_eq!((a, b, c), (&b"one"[..], &b"two"[..], &b""[..]));
/// ```
pub fn parts<const N: usize>(data: &[u8]) -> [&[u8]; N] {
    let mut rest = Some(data);
    std::array::from_fn(|_| {
        let all = rest.take().unwrap_or_default();
        let at = all
            .windows(PART.len())
            .position(|window| window == PART.as_bytes());
        let Some((part, after)) = at.and_then(|at| all.split_at_checked(at)) else {
            return all;
        };
        rest = after.get(PART.len()..);
        part
    })
}
