//! Norwegian public holidays, computed for any year.
//!
//! The set is that of the act on public holidays of 1995 (helligdagsfreden) with 1 and 17 May after
//! the act of 1947; it is applied to every year, so for earlier years it is the present custom and
//! not the law of the time. Easter follows the Gregorian reckoning. Sundays that are nothing else,
//! Christmas Eve, New Year's Eve and school-free periods (winter holiday, autumn holiday, the days
//! around Easter) are not included: schools and owners of rooms set those themselves.

use chrono::{Datelike, Days, NaiveDate};
use mestring_model::Lang;

/// A public holiday of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holiday {
    /// The day.
    pub date: NaiveDate,
    kind: Kind,
}

impl Holiday {
    /// The holiday's name.
    pub fn name(&self, lang: Lang) -> &'static str {
        let (en, nb, nn) = self.kind.names();
        match lang {
            Lang::En => en,
            Lang::Nb => nb,
            Lang::Nn => nn,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    NewYear,
    MaundyThursday,
    GoodFriday,
    EasterSunday,
    EasterMonday,
    LabourDay,
    ConstitutionDay,
    Ascension,
    WhitSunday,
    WhitMonday,
    Christmas,
    BoxingDay,
}

/// When a holiday falls.
enum Falls {
    /// Month and day.
    Fixed(u32, u32),
    /// Days after Easter Sunday; before it where negative.
    Easter(i64),
}

impl Kind {
    const ALL: [Kind; 12] = [
        Kind::NewYear,
        Kind::MaundyThursday,
        Kind::GoodFriday,
        Kind::EasterSunday,
        Kind::EasterMonday,
        Kind::LabourDay,
        Kind::ConstitutionDay,
        Kind::Ascension,
        Kind::WhitSunday,
        Kind::WhitMonday,
        Kind::Christmas,
        Kind::BoxingDay,
    ];

    fn falls(self) -> Falls {
        match self {
            Kind::NewYear => Falls::Fixed(1, 1),
            Kind::MaundyThursday => Falls::Easter(-3),
            Kind::GoodFriday => Falls::Easter(-2),
            Kind::EasterSunday => Falls::Easter(0),
            Kind::EasterMonday => Falls::Easter(1),
            Kind::LabourDay => Falls::Fixed(5, 1),
            Kind::ConstitutionDay => Falls::Fixed(5, 17),
            Kind::Ascension => Falls::Easter(39),
            Kind::WhitSunday => Falls::Easter(49),
            Kind::WhitMonday => Falls::Easter(50),
            Kind::Christmas => Falls::Fixed(12, 25),
            Kind::BoxingDay => Falls::Fixed(12, 26),
        }
    }

    fn names(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Kind::NewYear => ("New Year's Day", "første nyttårsdag", "første nyttårsdag"),
            Kind::MaundyThursday => ("Maundy Thursday", "skjærtorsdag", "skjertorsdag"),
            Kind::GoodFriday => ("Good Friday", "langfredag", "langfredag"),
            Kind::EasterSunday => ("Easter Sunday", "første påskedag", "første påskedag"),
            Kind::EasterMonday => ("Easter Monday", "andre påskedag", "andre påskedag"),
            Kind::LabourDay => ("Labour Day", "1. mai", "1. mai"),
            Kind::ConstitutionDay => ("Constitution Day", "grunnlovsdagen", "grunnlovsdagen"),
            Kind::Ascension => (
                "Ascension Day",
                "Kristi himmelfartsdag",
                "Kristi himmelfartsdag",
            ),
            Kind::WhitSunday => ("Whit Sunday", "første pinsedag", "første pinsedag"),
            Kind::WhitMonday => ("Whit Monday", "andre pinsedag", "andre pinsedag"),
            Kind::Christmas => ("Christmas Day", "første juledag", "første juledag"),
            Kind::BoxingDay => ("Boxing Day", "andre juledag", "andre juledag"),
        }
    }

    fn in_year(self, year: i32) -> Option<NaiveDate> {
        let easter = easter_sunday(year)?;
        match self.falls() {
            Falls::Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day),
            Falls::Easter(after) => {
                let days = Days::new(after.unsigned_abs());
                if after < 0 {
                    easter.checked_sub_days(days)
                } else {
                    easter.checked_add_days(days)
                }
            }
        }
    }
}

/// Easter Sunday by the Gregorian reckoning (the anonymous algorithm printed by Meeus, Astronomical
/// Algorithms, ch. 8); `None` before 1583, where that calendar does not reach, or beyond chrono's
/// years.
pub fn easter_sunday(year: i32) -> Option<NaiveDate> {
    if year < 1583 {
        return None;
    }
    let golden = year % 19;
    let (century, in_century) = (year / 100, year % 100);
    let skipped_leaps = (8 * century + 13) / 25;
    let epact = (19 * golden + century - century / 4 - skipped_leaps + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - epact - in_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    let (month, day) = (
        u32::try_from(days / 31).ok()?,
        u32::try_from(days % 31).ok()? + 1,
    );
    NaiveDate::from_ymd_opt(year, month, day)
}

/// The public holidays of a year by date; two can fall on one day (17 May and Whit Sunday in 2043).
/// Empty before 1583.
///
/// ```
/// use mestring_data::holiday;
/// use mestring_model::Lang;
/// let whit = holiday::of_year(2026).into_iter().nth(9).unwrap();
/// assert_eq!((whit.date.to_string().as_str(), whit.name(Lang::En)), ("2026-05-25", "Whit Monday"));
/// ```
pub fn of_year(year: i32) -> Vec<Holiday> {
    let mut days: Vec<Holiday> = Kind::ALL
        .into_iter()
        .filter_map(|kind| {
            Some(Holiday {
                date: kind.in_year(year)?,
                kind,
            })
        })
        .collect();
    days.sort_by_key(|holiday| holiday.date);
    days
}

/// True on a public holiday; a Sunday that is nothing else is none.
pub fn is_holiday(date: NaiveDate) -> bool {
    Kind::ALL
        .into_iter()
        .any(|kind| kind.in_year(date.year()) == Some(date))
}

/// The name of the holiday on a day, if it is one; the first by the table's order where it is two.
pub fn name(date: NaiveDate, lang: Lang) -> Option<&'static str> {
    Kind::ALL
        .into_iter()
        .find(|kind| kind.in_year(date.year()) == Some(date))
        .map(|kind| Holiday { date, kind }.name(lang))
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn easter_falls_where_almanacs_put_it() {
        let known = "1900-04-15 1913-03-23 1943-04-25 1954-04-18 1961-04-02 1981-04-19 1999-04-04 \
                     2000-04-23 2008-03-23 2011-04-24 2016-03-27 2019-04-21 2020-04-12 2021-04-04 \
                     2022-04-17 2023-04-09 2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16 \
                     2029-04-01 2030-04-21 2035-03-25 2038-04-25 2049-04-18 2076-04-19 2100-03-28";
        let mut seen = 0;
        for text in known.split_whitespace() {
            let year = text[..4].parse().unwrap();
            assert_eq!(easter_sunday(year).unwrap().to_string(), text);
            seen += 1;
        }
        assert_eq!(seen, 28);
    }

    /// A slow second reckoning: the Paschal full moon from golden number and corrected epact, then
    /// the Sunday after it (the tables of the calendar reform in formula, Knuth 1.3.2 exercise 14).
    fn easter_by_full_moon(year: i32) -> NaiveDate {
        let golden = year % 19 + 1;
        let century = year / 100 + 1;
        let leaps = 3 * century / 4 - 12;
        let moon = (8 * century + 5) / 25 - 5;
        let mut epact = (11 * golden + 20 + moon - leaps).rem_euclid(30);
        if (epact == 25 && golden > 11) || epact == 24 {
            epact += 1;
        }
        let full = if epact > 23 { 74 - epact } else { 44 - epact };
        let march = NaiveDate::from_ymd_opt(year, 3, 1).unwrap();
        let mut day = march + Days::new(u64::try_from(full).unwrap() - 1);
        loop {
            day = day.succ_opt().unwrap();
            if day.weekday() == Weekday::Sun {
                return day;
            }
        }
    }

    #[test]
    fn two_reckonings_agree_for_six_centuries() {
        for year in 1600..2300 {
            assert_eq!(
                easter_sunday(year),
                Some(easter_by_full_moon(year)),
                "{year}"
            );
        }
    }

    #[test]
    fn the_year_2026_reads_right() {
        let text: Vec<String> = of_year(2026)
            .iter()
            .map(|day| {
                format!(
                    "{} {} / {}",
                    day.date,
                    day.name(Lang::Nb),
                    day.name(Lang::En)
                )
            })
            .collect();
        insta::assert_snapshot!(text.join("\n"), @"
        2026-01-01 første nyttårsdag / New Year's Day
        2026-04-02 skjærtorsdag / Maundy Thursday
        2026-04-03 langfredag / Good Friday
        2026-04-05 første påskedag / Easter Sunday
        2026-04-06 andre påskedag / Easter Monday
        2026-05-01 1. mai / Labour Day
        2026-05-14 Kristi himmelfartsdag / Ascension Day
        2026-05-17 grunnlovsdagen / Constitution Day
        2026-05-24 første pinsedag / Whit Sunday
        2026-05-25 andre pinsedag / Whit Monday
        2026-12-25 første juledag / Christmas Day
        2026-12-26 andre juledag / Boxing Day
        ");
    }

    #[test]
    fn years_outside_the_calendar_have_none() {
        assert!(of_year(1500).is_empty());
        assert!(of_year(i32::MAX).is_empty());
        assert!(!is_holiday(NaiveDate::MIN));
        assert!(!is_holiday(NaiveDate::MAX));
    }

    proptest! {
        #[test]
        fn a_year_is_as_its_days_say(year in 1900..2200) {
            let listed = of_year(year);
            prop_assert_eq!(listed.len(), 12);
            let mut days: Vec<NaiveDate> = listed.iter().map(|holiday| holiday.date).collect();
            days.dedup();
            let walked: Vec<NaiveDate> = NaiveDate::from_ymd_opt(year, 1, 1)
                .unwrap()
                .iter_days()
                .take_while(|day| day.year() == year)
                .filter(|day| is_holiday(*day))
                .collect();
            prop_assert_eq!(&days, &walked);
            for day in days {
                prop_assert!(Lang::ALL.into_iter().all(|lang| name(day, lang).is_some()));
            }
            let weekday = |kind: Kind| kind.in_year(year).unwrap().weekday();
            prop_assert_eq!(weekday(Kind::EasterSunday), Weekday::Sun);
            prop_assert_eq!(weekday(Kind::Ascension), Weekday::Thu);
            prop_assert_eq!(weekday(Kind::WhitMonday), Weekday::Mon);
        }
    }
}
