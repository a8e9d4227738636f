//! One cell as the value of a fact.

use std::sync::Arc;

use mestring_model::Fact;
use mestring_model::facts::{FactType, FactValue};
use mestring_model::record::Column as _;
use mestring_model::term::{Word, nearest};

use super::cell::Cell;

/// Why a cell is not a value of a fact.
pub(super) enum Misfit {
    /// It is of another type.
    Kind,
    /// It is a text outside the fact's list; the nearest word of the list.
    Word(Option<&'static str>),
}

/// The value of a fact that a cell states. `codes` are those of the type's list of words, in its
/// order.
pub(super) fn value(
    kind: FactType,
    codes: &[Arc<str>],
    cell: &Cell<'_>,
) -> Result<Fact<FactValue>, Misfit> {
    if *cell == Cell::Empty {
        return Ok(Fact::NotStated);
    }
    if let Cell::Text(text) = cell {
        // A list may have a word that elsewhere means "asked, and nobody knows".
        if matches!(kind, FactType::Listed(_))
            && let Some(code) = listed(kind.words(), codes, text)
        {
            return Ok(Fact::Known(FactValue::Text(code)));
        }
        match Fact::<String>::from_cell(text.trim()) {
            Ok(Fact::NotStated) => return Ok(Fact::NotStated),
            Ok(Fact::Unknown) => return Ok(Fact::Unknown),
            Ok(Fact::Known(_)) | Err(_) => {}
        }
    }
    known(kind, codes, cell).map(Fact::Known)
}

fn known(kind: FactType, codes: &[Arc<str>], cell: &Cell<'_>) -> Result<FactValue, Misfit> {
    match (kind, cell) {
        (FactType::Bool, Cell::Bool(yes)) => Ok(FactValue::Bool(*yes)),
        (FactType::Bool, Cell::Text(text)) => match Option::<bool>::from_cell(text.trim()) {
            Ok(Some(yes)) => Ok(FactValue::Bool(yes)),
            Ok(None) | Err(_) => Err(Misfit::Kind),
        },
        (FactType::Bool, _) => match whole(cell) {
            Some(0) => Ok(FactValue::Bool(false)),
            Some(1) => Ok(FactValue::Bool(true)),
            _ => Err(Misfit::Kind),
        },
        (FactType::Int, _) => whole(cell).map(FactValue::Int).ok_or(Misfit::Kind),
        (FactType::Number, _) => number(cell).map(FactValue::Number).ok_or(Misfit::Kind),
        (FactType::Text, Cell::Text(text)) => Ok(FactValue::Text(text.trim().into())),
        (FactType::Listed(words), Cell::Text(text)) => {
            Err(Misfit::Word(nearest(text.trim(), spellings(words))))
        }
        (FactType::TextList | FactType::ListedList(_), Cell::Text(text)) => {
            let texts = Vec::<String>::from_cell(text.trim()).map_err(|_| Misfit::Kind)?;
            texts_of(
                kind.words(),
                codes,
                texts.iter().map(|text| Some(text.as_str())),
            )
        }
        (FactType::TextList | FactType::ListedList(_), Cell::List(cells)) => {
            let texts = cells.iter().map(|cell| match cell {
                Cell::Text(text) => Some(*text),
                _ => None,
            });
            texts_of(kind.words(), codes, texts)
        }
        _ => Err(Misfit::Kind),
    }
}

/// A list of texts, or of words where there is a list of words. A missing text among others is no
/// list: it could be anything.
fn texts_of<'a>(
    words: &'static [Word],
    codes: &[Arc<str>],
    texts: impl Iterator<Item = Option<&'a str>>,
) -> Result<FactValue, Misfit> {
    let texts = texts.map(|text| {
        let text = text.ok_or(Misfit::Kind)?.trim();
        if words.is_empty() {
            Ok(Arc::from(text))
        } else {
            let code = listed(words, codes, text);
            code.ok_or_else(|| Misfit::Word(nearest(text, spellings(words))))
        }
    });
    Ok(FactValue::List(texts.collect::<Result<_, _>>()?))
}

/// The code of the word that a text is.
fn listed(words: &[Word], codes: &[Arc<str>], text: &str) -> Option<Arc<str>> {
    let exact = words.iter().position(|word| word.code == text);
    let place = exact.or_else(|| words.iter().position(|word| word.matches(text)))?;
    codes.get(place).cloned()
}

fn spellings(words: &'static [Word]) -> impl Iterator<Item = &'static str> {
    words.iter().flat_map(|word| [word.code, word.nb, word.nn])
}

/// Every whole number a float can hold exactly lies between minus and plus this.
const EXACT: f64 = 9_007_199_254_740_992.0;

fn whole(cell: &Cell<'_>) -> Option<i64> {
    match cell {
        Cell::Whole(number) => i64::try_from(*number).ok(),
        Cell::Number(number) => {
            let exact = number.trunc() == *number && number.abs() <= EXACT;
            exact.then_some(*number as i64)
        }
        Cell::Text(text) => text.trim().parse().ok(),
        _ => None,
    }
}

fn number(cell: &Cell<'_>) -> Option<f64> {
    let number = match cell {
        Cell::Whole(number) => *number as f64,
        Cell::Number(number) => *number,
        Cell::Text(text) => text.trim().replacen(',', ".", 1).parse().ok()?,
        _ => return None,
    };
    number.is_finite().then_some(number)
}
