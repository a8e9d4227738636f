//! Calculations that have no result.

use super::declare::faults;

faults! {
    /// Calculations that have no result, for every record or for some.
    NumberFault {
        /// A divisor that is 0 for every record.
        DividedByZero = DIVIDED_BY_ZERO "divided-by-zero",
            "this is 0, and nothing can be divided by 0",
            "divide by another number, or take the division away";
        /// A divisor that is 0 for some records.
        MayBeZero { divisor: String } = MAY_BE_ZERO "may-be-zero",
            "`{divisor}` can be 0, and nothing can be divided by 0",
            "ask first: `if {divisor} != 0 {{ … }} else {{ … }}`, and say in `else` what holds then";
        /// A calculation between written numbers whose result is larger than any number.
        NumberTooLarge = RESULT_TOO_LARGE "number-too-large",
            "this has no result that a rule can calculate with",
            "use smaller numbers";
        /// A whole number to a power below 0, which is no whole number.
        NegativePower = RESULT_TOO_LARGE "power-below-zero",
            "a whole number to a power below 0 has no result",
            "write the number with decimals: `10.0 ** -2`";
        /// A calculation whose result is too large for records where the other side is larger than
        /// something.
        MayBeTooLarge { other: String, limit: String } = MAY_BE_TOO_LARGE "may-be-too-large",
            "where `{other}` is above {limit}, the result is larger than any number that a rule can \
             calculate with",
            "use smaller numbers";
    }
}
