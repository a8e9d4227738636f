//! Made-up records, the same on every machine.

/// The four groups that count, then three that do not.
pub const FORMATS: [&str; 7] = [
    "physical",
    "digital_live",
    "hybrid",
    "relayed",
    "self_paced",
    "anonymous",
    "telephone",
];

/// One record under the names of mestring's facts.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    pub expected_participants: i64,
    pub focus_group: bool,
    pub format: &'static str,
    pub waiting: i64,
    pub referral: bool,
    pub activity_appropriate: bool,
    pub user_involved: bool,
    pub activity: bool,
    pub hours: f64,
    pub longest_wait_days: i64,
}

/// So many records, from a seed of their own (SplitMix64).
pub fn rows(count: usize) -> Vec<Row> {
    let mut state = 42_u64;
    let mut next = move |below: u64| {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % below
    };
    (0..count)
        .map(|_| Row {
            focus_group: next(10) < 6,
            format: FORMATS[next(7) as usize],
            expected_participants: next(40) as i64,
            waiting: next(150) as i64,
            referral: next(10) < 4,
            activity_appropriate: next(10) < 5,
            user_involved: next(10) < 7,
            activity: next(10) < 3,
            longest_wait_days: next(400) as i64,
            hours: next(101) as f64 / 100.0,
        })
        .collect()
}

/// The rule as a Rust programmer writes it.
pub fn native(row: &Row) -> f64 {
    if row.expected_participants < 4 {
        return 0.0;
    }
    let mut points = 0.0;
    if row.focus_group {
        points += 1000.0;
    }
    if FORMATS[..4].contains(&row.format) {
        points += 100.0;
    }
    points += row.waiting.min(60) as f64;
    if row.referral && row.activity_appropriate {
        points += 20.0;
    }
    if !row.user_involved {
        points -= 50.0;
    }
    if row.activity {
        points += 10.0;
    }
    if row.hours >= 0.15 {
        points += 30.0 * row.hours;
    }
    if row.longest_wait_days > 180 {
        points *= 1.1;
    }
    points
}

/// A record as an object.
pub fn object(row: &Row) -> serde_json::Value {
    serde_json::json!({
        "expected_participants": row.expected_participants,
        "focus_group": row.focus_group,
        "format": row.format,
        "waiting": row.waiting,
        "referral": row.referral,
        "activity_appropriate": row.activity_appropriate,
        "user_involved": row.user_involved,
        "activity": row.activity,
        "hours": row.hours,
        "longest_wait_days": row.longest_wait_days,
    })
}

/// The records as CSV, for the race from Python.
pub fn csv(rows: &[Row]) -> String {
    let mut text =
        "expected_participants,focus_group,format,waiting,referral,activity_appropriate,\
                    user_involved,activity,hours,longest_wait_days,points\n"
            .to_owned();
    for row in rows {
        let yes = |own: bool| u8::from(own);
        text.push_str(&format!(
            "{},{},{},{},{},{},{},{},{:?},{},{:?}\n",
            row.expected_participants,
            yes(row.focus_group),
            row.format,
            row.waiting,
            yes(row.referral),
            yes(row.activity_appropriate),
            yes(row.user_involved),
            yes(row.activity),
            row.hours,
            row.longest_wait_days,
            native(row),
        ));
    }
    text
}
