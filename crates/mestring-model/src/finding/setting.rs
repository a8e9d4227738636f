//! What is wrong with the settings of a desk, and with the packs that it or somebody chose.

use chrono::NaiveDate;

use super::argument::Known;
use super::declare::problems;
use super::failing::FailingCase;

problems! {
    /// Why a setting of `desk.toml` cannot be used.
    SettingProblem {
        /// A key that is no setting.
        NoSuchSetting {
            /// The key.
            key: String,
            /// The nearest setting, if one is near.
            nearest: Option<String>,
            /// The settings there are.
            known: Known,
        } = "D031" Error "no-such-setting",
        "`{key}` is not a setting",
        "did you mean `{nearest}`? the settings are: {known}",
        without "the settings are: {known}";
        /// Something else than a text.
        NotText {
            /// The value as written.
            value: String,
        } = "D031" Error "setting-not-text",
        "`{value}` is not a text",
        "write a text between quotation marks";
        /// Something else than a date.
        NotADate {
            /// The value as written.
            value: String,
        } = "D031" Error "setting-not-a-date",
        "`{value}` is not a date",
        "write a date, such as 2026-12-31";
        /// Something else than a whole number, zero or more.
        NotWhole {
            /// The value as written.
            value: String,
        } = "D031" Error "setting-not-whole",
        "`{value}` is not a whole number, zero or more",
        "write digits without quotation marks";
        /// Something else than true or false.
        NotTrueOrFalse {
            /// The value as written.
            value: String,
        } = "D031" Error "setting-not-true-or-false",
        "`{value}` is neither true nor false",
        "write `true` or `false` without quotation marks";
        /// Something else than a table of packs.
        NotATable {
            /// The value as written.
            value: String,
        } = "D031" Error "setting-not-a-table",
        "`{value}` is not a table",
        "write a table: `[packs]`";
        /// A language that the product does not speak.
        NotALanguage {
            /// The value as written.
            value: String,
        } = "D031" Error "not-a-language",
        "`{value}` is not a language",
        "write `nb`, `nn` or `en`";
        /// A choice of a pack that names no place.
        NoPackPlace {
            /// The value as written.
            value: String,
        } = "D031" Error "no-pack-place",
        "`{value}` does not say where the pack is",
        "write `{ path = \"FOLDER\" }` or `{ shipped = \"NAME\", version = \"1.0.0\" }`";
        /// A folder where the table of a pack is meant.
        PackWithoutKey {
            /// The value as written.
            value: String,
            /// The table.
            write: String,
        } = "D031" Error "pack-without-key",
        "`{value}` does not say whether it is a folder or a shipped pack",
        "write `{write}`";
        /// A backslash that took the letter behind it with it.
        BackslashInText {
            /// The text with slashes in its stead.
            write: String,
        } = "D031" Error "setting-backslash",
        "in quotes, `\\` and the letter behind it stand for another sign",
        "write `{write}`";
        /// A text of nothing.
        EmptyText = "D031" Error "setting-empty",
        "there is nothing between the quotation marks",
        "write something, or take the line away";
        /// A key that is none of those of a pack.
        NoSuchPackKey {
            /// The key.
            key: String,
            /// The nearest, if one is near.
            nearest: Option<String>,
        } = "D031" Error "no-such-pack-key",
        "`{key}` is not a key of a pack",
        "did you mean `{nearest}`? the keys are: path, shipped, version",
        without "the keys are: path, shipped, version";
        /// A plan that ends before it starts, so that a report has no proposal.
        EmptyPeriod {
            /// The plan's first day.
            from: NaiveDate,
            /// The plan's last day.
            until: NaiveDate,
        } = "C002" Error "empty-period",
        "the plan may use no days: it starts {from} and ends {until}",
        "set `plan_from` and `plan_until` in desk.toml; the report has no proposal";
    }
}

problems! {
    /// Why an event that somebody wrote down cannot be used.
    EventProblem {
        /// A file in which nothing happens.
        NoEvents = "D037" Error "no-events",
        "there is no event",
        "write `[[event]]` and below it what happened, such as `kind = \"leader_away\"`";
        /// Something else than a list of events.
        NotEvents {
            /// The value as written.
            value: String,
        } = "D037" Error "not-events",
        "`{value}` is no list of events",
        "write `[[event]]` above the keys of each event";
        /// A kind that no event has.
        NoSuchKind {
            /// The word.
            kind: String,
            /// The nearest kind, if one is near.
            nearest: Option<String>,
            /// The kinds there are.
            kinds: String,
        } = "D037" Error "no-such-event-kind",
        "`{kind}` is no kind of event",
        "did you mean `{nearest}`? the kinds are: {kinds}",
        without "the kinds are: {kinds}";
        /// A key that events of the kind do not have.
        NoSuchEventKey {
            /// The key.
            key: String,
            /// The nearest, if one is near.
            nearest: Option<String>,
            /// The keys there are.
            keys: String,
        } = "D037" Error "no-such-event-key",
        "`{key}` is not a key of such an event",
        "did you mean `{nearest}`? the keys are: {keys}",
        without "the keys are: {keys}";
        /// A key without which nobody knows what happened.
        Lacks {
            /// The key.
            key: String,
        } = "D037" Error "event-lacks",
        "the event does not say `{key}`",
        "write a line `{key} = …` below its `[[event]]`";
        /// A cut of a budget that says no amount, or two.
        OneAmount = "D037" Error "event-one-amount",
        "a cut of a budget says either `amount`, in kroner, or `hours`",
        "write one of the two below its `[[event]]`";
        /// Something else than a part of a day.
        NotAHalfDay {
            /// The value as written.
            value: String,
        } = "D037" Error "not-a-half-day",
        "`{value}` is no part of a day",
        "write `morning`, `afternoon` or `evening`; for several parts `half_days = [\"morning\", \"evening\"]`";
    }
}

problems! {
    /// What is worth knowing about a pack that was chosen.
    PackProblem {
        /// A shipped pack has another version than the desk was written for.
        OtherVersion {
            /// The pack's name.
            name: String,
            /// The version that the desk names.
            wanted: String,
            /// The version that is shipped.
            shipped: String,
        } = "C011" Warning "pack-other-version",
        "the desk was written for {name} {wanted}, and {shipped} is shipped",
        "read what changed, then write `{shipped}`; or keep the old pack in a folder of your own";
        /// A workbook that is written names a folder of rules, which it does not hold itself.
        OwnRules {
            /// The pack's key in `[packs]`.
            name: String,
            /// The way from the workbook to the folder.
            way: String,
        } = "C026" Warning "pack-own-rules",
        "the rules for `{name}` are your own and lie in `{way}`",
        "a workbook holds no rules: move that folder with it, so that the way from one to the other stays the same";
        /// A workbook that is written names a folder of rules that cannot be read.
        UnreadRules {
            /// The pack's key in `[packs]`.
            name: String,
            /// The way from the workbook to the folder.
            way: String,
        } = "C026" Warning "pack-unread-rules",
        "the rules for `{name}` cannot be read in `{way}`",
        "mend the folder or correct the setting; a workbook holds no rules, only the way to them";
        /// No question uses a pack of this kind.
        NotUsed {
            /// The pack's name and version.
            pack: String,
            /// Its kind.
            kind: String,
        } = "C012" Warning "pack-not-used",
        "no question uses a pack of kind `{kind}`, such as `{pack}`",
        "leave it out here";
        /// A pack answers otherwise than its own cases expect.
        CasesFail {
            /// The pack's name and version.
            pack: String,
            /// How many cases it has.
            cases: usize,
            /// How many of them fail.
            failed: usize,
            /// The first of those.
            first: FailingCase,
            /// Where the pack was given: its folder, or its key in `[packs]`.
            place: String,
        } = "C021" Error "pack-cases-fail",
        "the pack {pack} does not answer as its own cases expect, so its answers may be wrong: {failed} of {cases} fail, the first {first}",
        "run `mestring rules test {place}`, then mend the rule or the case";
        /// A parameter's first value holds from a later date, so that a part of a report is missing.
        NotYetValid {
            /// The pack's name.
            pack: String,
            /// The parameter.
            parameter: String,
            /// The date of the question.
            as_of: NaiveDate,
            /// The first date on which the parameter has a value.
            from: NaiveDate,
        } = "C023" Error "pack-not-yet-valid",
        "the pack {pack} cannot be asked on {as_of}: its parameter `{parameter}` has values from {from} only",
        "add an earlier value to pack.toml; what the pack decides is left out here";
        /// A parameter's last value has run out, so that a part of a report is missing.
        Expired {
            /// The pack's name.
            pack: String,
            /// The parameter.
            parameter: String,
            /// The date of the question.
            as_of: NaiveDate,
            /// The last date on which the parameter had a value.
            until: NaiveDate,
        } = "C023" Error "pack-expired",
        "the pack {pack} cannot be asked on {as_of}: its parameter `{parameter}` has values until {until} only",
        "add a later value to pack.toml; what the pack decides is left out here";
        /// A pack is used before the first day on which it is in force.
        BeforeValidity {
            /// The pack's name and version.
            pack: String,
            /// The date of the question.
            as_of: NaiveDate,
            /// The first day on which it is in force.
            from: NaiveDate,
        } = "C034" Warning "pack-before-validity",
        "the pack {pack} is in force from {from}, and the question is of {as_of}: its answers do not hold yet",
        "use the pack that is in force on the day, or correct `valid_from` in its pack.toml";
        /// A pack is used after the last day on which it was in force.
        AfterValidity {
            /// The pack's name and version.
            pack: String,
            /// The date of the question.
            as_of: NaiveDate,
            /// The last day on which it was in force.
            until: NaiveDate,
        } = "C034" Warning "pack-after-validity",
        "the pack {pack} was in force until {until}, and the question is of {as_of}: its answers hold no longer",
        "use the pack that is in force on the day, or correct `valid_until` in its pack.toml";
    }
}
