//! What can be wrong with `pack.toml`, and with the files and plugins that it names.

use chrono::NaiveDate;

use super::Among;
use super::declare::faults;

faults! {
    /// What can be wrong with `pack.toml`, or with the files and plugins that it names.
    PackFault {
        /// A pack without `pack.toml`.
        NoManifest = FILE_MISSING "pack-no-manifest",
            "the pack has no pack.toml", "a pack says there what it decides";
        /// A criterion without its script.
        NoScript { name: String, among: Among } = FILE_MISSING "pack-no-script",
            "the criterion `{name}` has no file {name}.rhai", "add the file, or take the criterion out of pack.toml";
        /// A criterion whose script has another ending.
        ScriptHasEnding { name: String, file: String } = FILE_MISSING "pack-script-has-ending",
            "the criterion `{name}` has no file {name}.rhai; there is `{file}`",
            "rename it to `{name}.rhai`; Windows shows the whole name where file name extensions are shown";
        /// A folder in the place of a criterion's script.
        ScriptIsFolder { name: String, file: String } = FILE_MISSING "pack-script-is-folder",
            "`{file}` is a folder, and the criterion `{name}` needs a file of that name",
            "rename the folder, and save the rule as a text file `{name}.rhai`";
        /// A file that is not read for its ending.
        WrongEnding { file: String, right: String } = WRONG_ENDING "pack-wrong-ending",
            "`{file}` is not read: its name is not quite that of a file of a pack",
            "rename it to `{right}`; Windows shows the whole name where file name extensions are shown";
        /// A folder with the name of a file.
        FolderForFile { file: String } = WRONG_ENDING "pack-folder-for-file",
            "`{file}` is a folder, and is not read", "put its files beside pack.toml, or rename it";
        /// A criterion whose plugin nobody registered.
        NoPlugin { name: String, among: Among } = NO_PLUGIN "pack-no-plugin",
            "no plugin `{name}` is registered",
            "the program that loads the pack registers it, a rule in Python with `python -m mestring … --plugin MODULE:NAME`";
        /// A plugin for another kind of record.
        PluginJudges { name: String, judges: &'static str, wanted: &'static str }
            = WRONG_DECLARATION "pack-plugin-judges",
            "the plugin `{name}` judges a {judges}, and this pack judges a {wanted}", "";
        /// A plugin with a version that cannot stand in a verdict.
        PluginVersion { name: String, version: String } = WRONG_DECLARATION "pack-plugin-version",
            "`{version}` is no version of the plugin `{name}`",
            "use letters, digits, `.`, `_` and `-`";
        /// A plugin that reads what the record does not have.
        PluginReads { name: String, fact: String, judges: &'static str, among: Among }
            = WRONG_DECLARATION "pack-plugin-reads",
            "the plugin `{name}` reads `{fact}`, which is no fact of a {judges}", "";
        /// A plugin that compares with numbers what is none, or what it does not read.
        PluginCompares { name: String, fact: String } = WRONG_DECLARATION "pack-plugin-compares",
            "the plugin `{name}` cannot compare `{fact}` with numbers",
            "name facts that are numbers, that it reads, and finite numbers";
        /// A plugin whose answers nobody can replay, in a pack that does not name it so.
        PluginImpure { name: String } = NOT_PURE "pack-plugin-impure",
            "the plugin `{name}` depends on more than the facts it reads",
            "write `impure = [\"plugin:{name}\"]` where that is meant";
        /// Something that is let in as impure and is no plugin of the pack.
        NoImpurePlugin { name: String, among: Among } = WRONG_VALUE "pack-no-impure-plugin",
            "`{name}` is no plugin among the criteria", "";
        /// A file that no criterion names.
        NoCriterionOfFile { name: String, among: Among } = UNUSED_FILE "pack-no-criterion-of-file",
            "no criterion is called `{name}`",
            "name it under `criteria` in pack.toml, or take the file away";
        /// A parameter that no script reads.
        UnusedParameter { name: String } = UNUSED_PARAMETER "pack-unused-parameter",
            "no script reads the parameter `{name}`", "take it away, or read it as `p.…`";
        /// Words for the absence of a fact that the rule does not read.
        NeverReads { rule: String, fact: String } = WRONG_VALUE "pack-never-reads",
            "the rule `{rule}` never reads `{fact}`",
            "name a fact whose absence the rule answers with a number, or take it away";
        /// A rule without cases.
        NoCase { rule: String } = NO_CASE "pack-no-case",
            "the rule `{rule}` has no cases", "write some in {rule}.test.toml";
        /// Cases of which none expects no.
        NoCaseNo { rule: String } = ONE_SIDED "pack-no-case-no",
            "no case expects no from the rule `{rule}`", "add one that does";
        /// Cases of which none expects yes.
        NoCaseYes { rule: String } = ONE_SIDED "pack-no-case-yes",
            "no case expects yes from the rule `{rule}`", "add one that does";
        /// Cases that all expect the same.
        CasesSame { rule: String } = ONE_SIDED "pack-cases-same",
            "all cases expect the same answer from the rule `{rule}`", "add one with another";
        /// Cases of which none can be told.
        NoCaseTold { rule: String } = ONE_SIDED "pack-no-case-told",
            "no case expects an answer from the rule `{rule}`", "add one that can be told";
        /// A name with signs that names do not have.
        NotAName { text: String } = WRONG_VALUE "pack-not-a-name",
            "`{text}` is no name of a pack", "use letters, digits, `.`, `_` and `-`";
        /// The same in a version.
        NotAVersion { text: String } = WRONG_VALUE "pack-not-a-version",
            "`{text}` is no version of a pack", "use letters, digits, `.`, `_` and `-`";
        /// A word that is not one of those that may stand there.
        NoSuchWord { word: String, key: &'static str, among: Among } = WRONG_VALUE "pack-no-such-word",
            "`{word}` cannot stand under `{key}`", "";
        /// A record that the kind of pack does not judge.
        OtherJudges { kind: &'static str, judges: &'static str } = WRONG_VALUE "pack-other-judges",
            "a pack of kind `{kind}` does not judge that", "write `judges = \"{judges}\"`";
        /// Several criteria where one rule answers.
        OneCriterion { kind: &'static str } = WRONG_VALUE "pack-one-criterion",
            "a pack of kind `{kind}` has one criterion", "one rule answers for the whole pack";
        /// A key that only priority packs have.
        PriorityOnly = WRONG_VALUE "pack-priority-only",
            "only a pack of kind `priority` says this", "take it away";
        /// A key that only format packs have.
        FormatOnly = WRONG_VALUE "pack-format-only",
            "only a pack of kind `format` says this", "take it away";
        /// A criterion that is named twice.
        CriterionTwice { name: String } = WRONG_VALUE "pack-criterion-twice",
            "the criterion `{name}` stands here twice", "name it once";
        /// A criterion that does not say where it comes from.
        NoOrigin { name: String } = NO_TITLE "pack-no-origin",
            "the criterion `{name}` has no origin",
            "add `{name} = \"local choice\"`, or its source, under [origin]";
        /// A criterion that does not say what it is called.
        NoTitle { name: String } = NO_TITLE "pack-no-title",
            "the criterion `{name}` has no title", "add [title.{name}] with en, nb and nn";
        /// An origin of nothing.
        EmptyOrigin { name: String } = NO_TITLE "pack-empty-origin",
            "the criterion `{name}` has no origin: there is nothing between the quotation marks",
            "write `\"local choice\"`, or its source";
        /// A title of nothing in one of the languages.
        EmptyTitle = NO_TITLE "pack-empty-title",
            "there is nothing between the quotation marks", "write what people read, in this language";
        /// A source of nothing.
        EmptySource = WRONG_VALUE "pack-empty-source",
            "there is nothing between the quotation marks",
            "write where it comes from, such as a law, a guideline or `local choice`";
        /// A pack without criteria.
        NoCriteria = WRONG_VALUE "pack-no-criteria", "a pack has at least one criterion", "";
        /// A table about a criterion that the pack does not have.
        StrayTable { table: &'static str, name: String, among: Among } = WRONG_VALUE "pack-stray-table",
            "[{table}] names `{name}`, which is no criterion", "";
        /// Classes in a pack whose criteria do not rank in order.
        NoClasses = WRONG_VALUE "pack-no-classes",
            "only criteria in order form classes", "take it away";
        /// Classes until a criterion that the pack does not have.
        NotACriterion { name: String, among: Among } = WRONG_VALUE "pack-not-a-criterion",
            "`{name}` is no criterion of this pack", "";
        /// Actions in another kind of pack.
        RelationOnly = WRONG_VALUE "pack-relation-only",
            "only a pack of kind `relation` has actions", "take [action] away";
        /// A relation without an action.
        NoAction { relation: &'static str } = WRONG_VALUE "pack-no-action",
            "[action] says nothing about `{relation}`",
            "add `{relation} = \"look_at\"`, or another action";
        /// A unit that facts do not have.
        NoUnit { unit: String, among: Among } = WRONG_VALUE "pack-no-unit",
            "`{unit}` is no unit", "";
        /// Words for numbers in a pack that does not rank by them.
        NumbersElsewhere { name: String } = WRONG_VALUE "pack-numbers-elsewhere",
            "only a pack of kind `priority` puts numbers into words",
            "take [number.{name}] away";
        /// A parameter's name that scripts could not write.
        ParameterName { name: String } = WRONG_PARAMETER "pack-parameter-name",
            "`{name}` is no name of a parameter", "use small letters a to z, digits and `_`";
        /// A parameter that stands in the file twice.
        ParameterTwice { name: String } = WRONG_PARAMETER "pack-parameter-twice",
            "the parameter `{name}` stands here twice", "give it several values instead";
        /// A parameter without a value.
        ParameterEmpty { name: String } = WRONG_PARAMETER "pack-parameter-empty",
            "the parameter `{name}` has no value", "";
        /// Something else than a date.
        NotADate { such: String } = WRONG_PARAMETER "pack-not-a-date",
            "this must be a date", "write it as {such}";
        /// A value that parameters do not have.
        NotAValue = WRONG_PARAMETER "pack-not-a-value",
            "a parameter cannot hold this", "write yes or no as true or false, a number, a text or a list of texts";
        /// A number that is infinite or none.
        NotFinite { text: String } = WRONG_PARAMETER "pack-not-finite",
            "`{text}` is no number that a rule can compare", "write digits";
        /// A value that ends before it begins.
        EndsFirst { until: NaiveDate, from: NaiveDate } = WRONG_PARAMETER "pack-ends-first",
            "the value holds until {until}, before it begins on {from}", "";
        /// A value that begins while another holds.
        StillHolds { from: NaiveDate } = WRONG_PARAMETER "pack-still-holds",
            "a value from {from} stands after one that still holds",
            "put the earliest first, each after the end of the one before";
        /// Values of different types.
        ValuesDiffer = WRONG_PARAMETER "pack-values-differ",
            "the values of a parameter are of one type",
            "write whole numbers with `.0` where others have decimals";
        /// Days between two values on which none holds.
        NoValueBetween { until: NaiveDate, from: NaiveDate } = GAP "pack-no-value-between",
            "no value holds between {until} and {from}",
            "let the earlier value hold until the day before, or take its `until` away";
        /// Something else than a day from or until which the pack is in force.
        NotADay { such: String } = WRONG_VALIDITY "pack-not-a-day",
            "this must be a date", "write it as {such}";
        /// A pack that ends before it begins.
        PackEndsFirst { until: NaiveDate, from: NaiveDate } = WRONG_VALIDITY "pack-pack-ends-first",
            "the pack is valid until {until}, before it begins on {from}",
            "change one of the two days";
        /// A pack that is in force before one of its parameters has a value.
        NoValueBefore { name: String, first: NaiveDate, from: NaiveDate }
            = VALID_WITHOUT_VALUE "pack-no-value-before",
            "`{name}` has no value before {first}",
            "give it one from {from}, or let the pack begin later";
        /// A pack that is in force when one of its parameters has a value no longer.
        NoValueAfter { name: String, last: NaiveDate, until: NaiveDate }
            = VALID_WITHOUT_VALUE "pack-no-value-after",
            "`{name}` has no value after {last}",
            "let it hold until {until}, or let the pack end earlier";
        /// A file with too many bytes.
        FileTooLarge { bytes: usize, limit: usize } = FILE_TOO_LARGE "pack-file-too-large",
            "the file has {bytes} bytes, and a TOML file of a pack may have {limit}",
            "split the pack, or its cases";
        /// More to say than is listed.
        MoreFaults { limit: usize } = MORE_FAULTS "pack-more-faults",
            "there is more to say about this file than the {limit} things that are listed",
            "mend these first";
    }
}
