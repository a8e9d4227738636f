//! Prints a made-up catalogue of a whole country, to see how long `mestring relate` takes over one.
//!
//! ```text
//! cargo run --release --example large_catalogue -- 50000 > made-up.csv
//! mestring relate made-up.csv
//! ```
//!
//! Without a number it prints twenty offers.
#![expect(clippy::print_stdout, reason = "it prints the catalogue")]
#![expect(
    clippy::disallowed_methods,
    reason = "it reads its argument, how many offers there are to be"
)]

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let offers = match std::env::args().nth(1) {
        Some(number) => number.parse()?,
        None => 20,
    };
    let table = mestring::synthetic::catalogue(offers, 7);
    println!("{}", table.headings.join(";"));
    for row in table.rows {
        println!("{}", row.cells.join(";"));
    }
    Ok(())
}
