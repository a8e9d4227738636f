# What is wrong or worth knowing about the data. The value says what was found; `.remedy` what would
# be right; `.without` the same where there is nothing near enough to suggest.
finding-severity-error = error
finding-severity-warning = warning
finding-severity-note = note
finding-line = { $severity } { $code }: { $place }: { $found }
    .remedy = { $severity } { $code }: { $place }: { $found }; { $remedy }
finding-place-row = { $file }, row { $row }
finding-place-line = { $file }, line { $row }
finding-place-column = { $place }, column `{ $column }`
finding-place-setting = { $place }, setting `{ $column }`
finding-with-effect = { $remedy }; { $effect }
finding-effect-not-stated = the cell was read as not stated
finding-effect-left-empty = the cell was left empty
finding-effect-row-left-out = the row was left out
finding-effect-topic-left-out = the row was left out of the topic list
finding-more = { $count ->
    [one] { $count } more of this kind is not listed
   *[other] { $count } more of this kind are not listed
}
    .remedy = mend the ones listed and read again

# Several findings with the same cause, as one.
finding-group-table-not-read = { $rows ->
    [one] this row refers
   *[other] the first of { $rows } rows that refer
} to `{ $table }`, but `{ $file }` was not read
    .remedy = mend that first: see { $cause } above
finding-group-row-left-out = { $rows ->
    [one] this row refers
   *[other] the first of { $rows } rows that refer
} to `{ $id }` in `{ $table }`, but row { $row } of `{ $file }` was left out
    .remedy = mend that first: see { $cause } above
finding-group-no-table = { $rows ->
    [one] this row refers
   *[other] the first of { $rows } rows that refer
} to `{ $table }`, but the desk has no row of that table
    .remedy = add the table
finding-group-no-such-row = { $rows ->
    [one] this row refers
   *[other] the first of { $rows } rows that refer
} to `{ $id }`, but `{ $table }` has no such row
    .remedy = did you mean `{ $nearest }`? add the row, or correct the id
    .without = add the row, or correct the id

# Tables, headings and single facts.
finding-no-such-table = `{ $name }` is not a table of a desk
    .remedy = did you mean `{ $nearest }`? the table was not read
    .without = the table was not read; a desk has: { $known }
finding-second-column = a second column means `{ $column }`
    .remedy = keep one of them; the first was used
finding-no-such-column = `{ $heading }` is not a column of `{ $table }`
    .remedy = did you mean `{ $nearest }`? the column was not read
    .without = the column was not read; `{ $table }` has: { $known }
finding-missing-column = the column `{ $column }` is missing
    .remedy = add a column with the heading { $headings }
finding-fact-table = `{ $table }` is not a table whose rows have ids
    .remedy = write one of: { $known }
finding-fact-column = `{ $column }` is not a column of `{ $table }` that can be set
    .remedy = did you mean `{ $nearest }`?
    .without = write one of: { $known }
finding-fact-row = `{ $table }` has no row `{ $id }`
    .remedy = did you mean `{ $nearest }`? write the id of a row that stands in a table of this desk
    .without = write the id of a row that stands in a table of this desk

# Cells.
finding-empty-cell = the cell is empty
    .remedy = this column must be filled in
finding-not-whole = `{ $text }` is not a whole number
    .remedy = write digits, such as `12`, or leave the cell empty where nobody says
finding-not-a-span = `{ $text }` is neither a whole number nor a range
    .remedy = write `8`, or `8-12` with the least first
finding-not-hours = `{ $text }` is not a number of hours
    .remedy = write hours with at most two decimals, such as `13,5`
finding-not-kroner = `{ $text }` is not an amount in kroner
    .remedy = write kroner with at most two decimals, such as `1 200` or `1200,50`
finding-not-a-share = `{ $text }` is not a share
    .remedy = write a percentage with its sign, such as `85 %`
finding-not-a-date = `{ $text }` is not a date
    .remedy = write the whole date, such as `31.12.2026` or `2026-12-31`
finding-no-such-date = `{ $text }` is a date that does not exist
    .remedy = check the day and the month
finding-not-a-partial-date = `{ $text }` is not a date or a part of one
    .remedy = write `31.12.2026`, `2026-09`, `2026-autumn`, `2026`, or `12-31` without a year
finding-neither-yes-nor-no = `{ $text }` is neither yes nor no
    .remedy = write `ja` or `nei`, or leave the cell empty where nobody says
finding-not-ages = `{ $text }` is not an age band
    .remedy = write `18+`, `<65`, `<=55`, `14-20` or `voksne`
finding-not-a-municipality = `{ $text }` is not a municipality number
    .remedy = write the four digits, such as `4601` for Bergen
finding-not-an-organisation-number = the organisation number does not have nine digits with a right control digit
    .remedy = look it up in the register of legal entities (Brønnøysund)
finding-not-a-url = `{ $text }` is not a web address
    .remedy = write the whole address, starting with `https://`
finding-not-a-word = `{ $text }` is not a word that can stand here
    .remedy = did you mean `{ $nearest }`? one of: { $words }
    .without = write one of: { $words }
finding-not-an-id = `{ $text }` is not an id
    .remedy = write 1 to { $most } letters, digits, `-`, `_` or `.`, without spaces
finding-eleven-digits = eleven digits where an id should stand
    .remedy = never use a national identity number as an id; write a short name such as `KOLS-1`
finding-several-municipalities = { $count } municipalities are called `{ $name }` on { $date }
    .remedy = write the number: { $numbers }
finding-former-municipality = `{ $name }` has been no municipality since { $since }
    .remedy = write what it became: { $became }
finding-no-municipality-of-name = no municipality is called `{ $name }` on { $date }
    .remedy = did you mean `{ $nearest }`? write its name or its four digits
    .without = write its name or its four digits, such as `4601` for Bergen
finding-several-rows-of-name = { $count } rows of `{ $table }` are called `{ $name }`
    .remedy = write the id: { $ids }
finding-no-row-of-name = `{ $table }` has no row with the id or name `{ $name }`
    .remedy = did you mean `{ $nearest }`? add the row first, or write the id or name of one that is there
    .without = add the row first, or write the id or name of one that is there

# Cells of one row.
finding-ends-before-start = the last day is before the first
    .remedy = check both dates
finding-latest-before-earliest = the latest start is before the earliest
    .remedy = check both dates
finding-cancelled-after-start = the last day to cancel is after the first session
    .remedy = check both dates
finding-impossible-sessions = nothing has so many sessions
    .remedy = write a number from 1 to { $most }, or leave it empty; until then it counts as not known
finding-minimum-above-seats = the minimum is more than the seats
    .remedy = check both numbers
finding-no-start = a run that is { $state } has no start
    .remedy = write the date of its first session
finding-several-half-days = a decided run names several parts of the day
    .remedy = name the one that was decided
finding-reserved-for-nobody = the row names no organisation, no committee and no municipality
    .remedy = write for whom the seats are kept
finding-room-or-leader = the row names neither a room nor a leader, or both
    .remedy = name one room or one leader in each row
finding-closed-leader = a course leader is not closed
    .remedy = write `taken`, or name a room, or nobody where the whole centre is closed
finding-break-of-one = a school break is one for the whole centre, and the row names a room or a course leader
    .remedy = leave both empty, or write `taken`
finding-budget-of-money = a budget of money states its `amount` and nothing else
    .remedy = fill in `amount` only
finding-budget-of-hours = a budget of adviser hours states its `hours` and nothing else
    .remedy = fill in `hours` only
finding-answer-before-question = the answer came before the question
    .remedy = check both dates
finding-answer-without-date = there is an answer without a date
    .remedy = write when the answer came
finding-due-of-recurring = an obligation that comes back has a single due date
    .remedy = leave `due` empty, or write `once`
finding-no-answer = `{ $answer }` is no answer about a { $kind }
    .remedy = write one of: { $words }
finding-one-or-two = a relation names two offers, and a run stands alone
    .remedy = fill in `second` for relations only

# Rows between each other.
finding-taken-id = the id `{ $id }` stands already in row { $first }
    .remedy = give the row an id of its own; the first row was used and this one left out
finding-taken-in-memory = the id `{ $id }` stands already
    .remedy = give the row an id of its own; the first row was used and this one left out
finding-no-such-row = `{ $table }` has no row `{ $id }`
    .remedy = did you mean `{ $nearest }`? add the row, or correct the id
    .without = add the row, or correct the id
finding-no-table = `{ $table }` has no row `{ $id }`: the desk has no row of that table
    .remedy = add the table with the row, or leave this empty
finding-table-not-read = `{ $table }` has no row `{ $id }`: `{ $file }` was not read
    .remedy = mend that first: see { $cause }
finding-row-left-out = `{ $table }` has no row `{ $id }`: row { $row } of `{ $file }` was left out
    .remedy = mend that first: see { $cause }
finding-contradicts-offers = `{ $organisation }` answered on { $date } that it offers nothing for `{ $group }` at the level { $level }, and of its own this is listed there: { $offers }
    .remedy = ask again; or correct the offer's target groups, level or status
finding-shares-sum = the shares of `{ $agreement }` sum to { $sum }
    .remedy = make them sum to 100 %
finding-reserved-above-seats = `{ $run }` has { $seats } seats, and { $reserved } of them are kept for some
    .remedy = keep at most as many as it has; the rows come first that stand first
finding-municipalities-unknown = of those for whom the seats are kept no municipality is known, so that nobody could have them
    .remedy = list the municipalities in the row; until then the seats are open to all
finding-hub-room-elsewhere = the room `{ $room }` is not one of `{ $organisation }`
    .remedy = name a room of that organisation, or correct whose room it is
finding-hub-room-twice = `{ $run }` has the room `{ $room }` twice at once
    .remedy = give each group a room of its own
finding-hub-without-room = `{ $run }` is decided, and no room of `{ $organisation }` is stated for those who follow it there, so that none is booked
    .remedy = name the room, once it is known
finding-hub-of-format = the format of `{ $run }` is { $format }, and groups can follow only what is sent out to them
    .remedy = write `hybrid` or `relayed` as the format of the run, or leave the row out; until then the room is planned

# Reference data: municipalities and topics.
finding-municipality-not-yet = `{ $number }` stands only from { $from }
    .remedy = write the number that stood on the date
finding-municipality-ended = `{ $number }` does not stand since { $ended }
    .remedy = write { $successors }
    .without = look it up in Statistics Norway's list of municipalities
finding-municipality-no-such = `{ $number }` is not a municipality's number
    .remedy = did you mean `{ $nearest }`?
    .without = look it up in Statistics Norway's list of municipalities
finding-topic-bad-id = topic `{ $id }`: that is no id
    .remedy = write lower-case English letters, digits and underscores
finding-topic-no-name = topic `{ $topic }` is new and has no name in { $language }
    .remedy = give it one in all three languages
finding-topic-unknown-parent = topic `{ $topic }` is part of `{ $parent }`, which does not exist
    .remedy = add that topic or correct the id
finding-topic-circle = topic `{ $topic }` is part of itself through its parents
    .remedy = take one of them out
finding-topic-unknown-group = topic `{ $topic }` serves `{ $group }`, which is no target group
    .remedy = use one of: { $known }
finding-topic-bad-term = topic `{ $topic }`: the term `{ $term }` cannot be matched
    .remedy = write words, with a star before or after a single one
finding-topic-term-taken = topic `{ $topic }`: the term `{ $term }` belongs to topic `{ $other }` already
    .remedy = keep it in one of them

# Files.
finding-file-too-large = `{ $file }` has { $megabytes } MB, the limit is { $limit } MB
    .remedy = keep only the rows and columns that the table needs
finding-zip-as-csv = `{ $file }` is read as CSV but is a workbook or another zip archive
    .remedy = give it the ending `.xlsx` if it is a workbook
finding-other-zip-as-csv = `{ $file }` is read as CSV but is another zip archive, such as .ods or .docx
    .remedy = save the table as `CSV UTF-8` or as an `.xlsx` workbook
finding-old-workbook-as-csv = `{ $file }` is read as CSV but is an old Excel workbook (.xls) or one with a password
    .remedy = save the table as `CSV UTF-8` or as an `.xlsx` workbook
finding-pdf-as-csv = `{ $file }` is read as CSV but is a PDF document
    .remedy = save the table as `CSV UTF-8` or as an `.xlsx` workbook
finding-unmarked-utf16 = `{ $file }` is read as CSV but is text in UTF-16 without its byte order mark
    .remedy = save it as `CSV UTF-8`
finding-binary-as-csv = `{ $file }` is read as CSV but is binary data
    .remedy = save the table as `CSV UTF-8` or as an `.xlsx` workbook
finding-national-number = an eleven-digit national number stands here
    .remedy = nothing of the table was read; take people out of the file and its history
finding-national-numbers = an eleven-digit national number stands here, the first of { $cells } in this column
    .remedy = nothing of the table was read; take people out of the file and its history
finding-likely-number = eleven digits stand here that begin like a date of birth; they may be a person's national number, mistyped
    .remedy = if so, take it out of the file and its history
finding-likely-numbers = eleven digits stand here that begin like a date of birth, the first of { $cells } in this column; they may be a person's national number, mistyped
    .remedy = if so, take it out of the file and its history
finding-read-as = read as { $encoding }, separated by { $separator }
finding-read-as-declared = read as { $encoding }, separated by `{ $separator }`
finding-read-as-one-column = read as { $encoding }, one column
finding-open-quote = a quotation mark opens a cell in this row and is never closed; nothing from here on was read
    .remedy = close it or take it away
finding-no-cells = there is no table: no cell is filled
    .remedy = write the headings in the first row
finding-no-cells-in-workbook = there is no table: no cell is filled
    .remedy = write the headings in the first row of a sheet
finding-empty-desk = the desk has no rows
    .remedy = fill in a table, or start from `mestring new`

# Lists taken into a desk.
finding-list-differs = the list says `{ $list }`, the desk `{ $desk }`
    .remedy = the desk's text was kept; import with `--update` to take the list's
finding-desk-silent = the list says `{ $list }`, the desk nothing
    .remedy = the desk was left as it is; import with `--update` to take the list's text
finding-rows-differ = the list says `{ $list }`, and row { $row } of `{ $file }` with the same id `{ $first }`
    .remedy = the first row was taken; give the other an id of its own, or make them one
finding-first-row-silent = the list says `{ $list }`, and row { $row } of `{ $file }` with the same id nothing
    .remedy = the first row was taken; give the other an id of its own, or make them one
finding-no-cell = the row has no `{ $column }`
    .remedy = this column must be filled in
finding-list-row-left-out = the row was left out
    .remedy = another of its cells says why
finding-no-table-fits = no table of a desk fits the list
    .remedy = say which it is with `--as TABLE`: { $known }; or take another sheet with `--sheet NAME`
finding-no-column-fits = the list was taken for `{ $table }`, and no heading of it is `{ $column }`, which must be there
    .remedy = say which it is with `--column "HEADING={ $column }"`, or which table the list is with `--as TABLE`
finding-import-waiting = { $cells ->
    [one] { $cells } cell that an import left out waits here
   *[other] { $cells } cells that an import left out wait here
}
    .remedy = mend the list and import it again, or remove the file
finding-recoded = the file's encoding lacks a letter of the list
    .remedy = the whole file is written as UTF-8

# Cells as a spreadsheet shows them.
finding-damaged-letters = letters were damaged before the file came here, as in `Ã¸` for `ø`
    .remedy = export the list again as `CSV UTF-8`
finding-extra-cells = the row has { $cells ->
    [one] { $cells } cell
   *[other] { $cells } cells
}, the heading has { $headings }; not read: `{ $shown }`
    .remedy = put quotation marks around a cell that holds the separator
finding-extra-cells-hidden = the row has { $cells ->
    [one] { $cells } cell
   *[other] { $cells } cells
}, the heading has { $headings }; not read: (not shown, as it holds a long number)
    .remedy = put quotation marks around a cell that holds the separator
finding-few-cells = the row has { $cells ->
    [one] { $cells } cell
   *[other] { $cells } cells
}, the heading has { $headings }
    .remedy = the missing cells are read as empty; check that none is left out in the middle
finding-heading-twice = the heading stands twice, in { $first } and { $second }
    .remedy = give each column a heading of its own; the first one is read
finding-no-heading = the column has { $cells ->
    [one] { $cells } filled cell
   *[other] { $cells } filled cells
} but no heading
    .remedy = write a heading above it or empty the column
finding-no-heading-not-read = the column has { $cells ->
    [one] { $cells } filled cell
   *[other] { $cells } filled cells
} but no heading and is not read
    .remedy = write a heading above it or empty the column
finding-empty-rows-above = the headings were taken from this row, the rows above are empty
finding-title-above = the headings were taken from this row, the rows above were not read
finding-rows-above = the headings were taken from this row, the rows above were not read
    .remedy = if that is wrong, delete the rows above the headings
finding-hidden-sheet = the sheet is hidden and was read all the same
finding-error-value = the cell { $cell } holds the error `{ $error }` and is read as empty
    .remedy = mend the formula or write the value
finding-formula = the cell { $cell } holds a formula; its last computed value was read
finding-formulas = { $cells } cells from { $first } down hold formulas; their last computed values were read
finding-not-computed = the cell { $cell } holds a formula that was never computed
    .remedy = open the workbook in a spreadsheet and save it
finding-merged-cells = the cells { $range } are merged; the value stands in { $first } alone
    .remedy = unmerge them and write the value into each cell that it belongs to
finding-empty-sheet = the sheet is empty
finding-not-a-sheet = the sheet is no table of cells
finding-no-year = the cell { $cell } shows a day without its year
    .remedy = if a range such as `8-12` was typed, the spreadsheet made it a date: format the column as text and type it again

# Settings and packs.
finding-pack-without-key = `{ $value }` does not say whether it is a folder or a shipped pack
    .remedy = write `{ $write }`
finding-setting-backslash = in quotes, `\` and the letter behind it stand for another sign
    .remedy = write `{ $write }`
finding-setting-empty = there is nothing between the quotation marks
    .remedy = write something, or take the line away
finding-no-such-pack-key = `{ $key }` is not a key of a pack
    .remedy = did you mean `{ $nearest }`? the keys are: path, shipped, version
    .without = the keys are: path, shipped, version
finding-no-such-setting = `{ $key }` is not a setting
    .remedy = did you mean `{ $nearest }`? the settings are: { $known }
    .without = the settings are: { $known }
finding-setting-not-text = `{ $value }` is not a text
    .remedy = write a text between quotation marks
finding-setting-not-a-date = `{ $value }` is not a date
    .remedy = write a date, such as 2026-12-31
finding-setting-not-whole = `{ $value }` is not a whole number, zero or more
    .remedy = write digits without quotation marks
finding-setting-not-a-table = `{ $value }` is not a table
    .remedy = write a table: `[packs]`
finding-not-a-language = `{ $value }` is not a language
    .remedy = write `nb`, `nn` or `en`
finding-no-pack-place = `{ $value }` does not say where the pack is
    .remedy = write `{"{"} path = "FOLDER" {"}"}` or `{"{"} shipped = "NAME", version = "1.0.0" {"}"}`
finding-empty-period = the plan may use no days: it starts { $from } and ends { $until }
    .remedy = set `plan_from` and `plan_until` in desk.toml; the report has no proposal
finding-pack-other-version = the desk was written for { $name } { $wanted }, and { $shipped } is shipped
    .remedy = read what changed, then write `{ $shipped }`; or keep the old pack in a folder of your own
finding-pack-own-rules = the rules for `{ $name }` are your own and lie in `{ $way }`
    .remedy = a workbook holds no rules: move that folder with it, so that the way from one to the other stays the same
finding-pack-unread-rules = the rules for `{ $name }` cannot be read in `{ $way }`
    .remedy = mend the folder or correct the setting; a workbook holds no rules, only the way to them
finding-pack-not-used = no question uses a pack of kind `{ $kind }`, such as `{ $pack }`
    .remedy = leave it out here
finding-pack-cases-fail = the pack { $pack } does not answer as its own cases expect, so its answers may be wrong: { $failed } of { $cases } fail, the first { $first }
    .remedy = run `mestring rules test { $place }`, then mend the rule or the case
finding-pack-not-yet-valid = the pack { $pack } cannot be asked on { $as_of }: its parameter `{ $parameter }` has values from { $from } only
    .remedy = add an earlier value to pack.toml; what the pack decides is left out here
finding-pack-expired = the pack { $pack } cannot be asked on { $as_of }: its parameter `{ $parameter }` has values until { $until } only
    .remedy = add a later value to pack.toml; what the pack decides is left out here
finding-pack-before-validity = the pack { $pack } is in force from { $from }, and the question is of { $as_of }: its answers do not hold yet
    .remedy = use the pack that is in force on the day, or correct `valid_from` in its pack.toml
finding-pack-after-validity = the pack { $pack } was in force until { $until }, and the question is of { $as_of }: its answers hold no longer
    .remedy = use the pack that is in force on the day, or correct `valid_until` in its pack.toml

# What the reader of TOML stops at, in desk.toml and in the files of a pack.
finding-toml-key-twice = this key stands here for the second time
    .remedy = take one of them away
finding-toml-no-quotes = this is no value: a text stands between quotes
    .remedy = write `"…"`
finding-toml-open-text = a text begins here whose quotes are never closed
    .remedy = close it with `"` on the same line
finding-toml-no-value = a value is missing here
    .remedy = write `key = value`
finding-toml-missing = `{ $sign }` is missing here
    .remedy = write `{ $sign }` here
finding-toml-unread = this cannot be read as TOML
    .remedy = write `key = value` on a line of its own, texts in quotes, lists in square brackets
finding-toml-word-without-quotes = `{ $word }` is no value: a text stands between quotes
    .remedy = write `"{ $word }"`
finding-toml-yes-no = `{ $word }` is no value: yes is `true`, and no is `false`
    .remedy = write `{ $write }`
finding-toml-unknown = `{ $word }` is no value
    .remedy = write `"unknown"` of a fact that somebody asked for in vain, `"cannot tell: …"` as an answer; leave out what nobody says
finding-toml-number = `{ $text }` is no number of TOML
    .remedy = write `{ $write }`
finding-toml-unit = `{ $text }` is no number
    .remedy = write `{ $write }`, without the unit
finding-toml-number-too-large = `{ $text }` is larger than a number can be
    .remedy = the largest whole number is 9223372036854775807; write a smaller one
finding-toml-date = `{ $text }` is no date of TOML
    .remedy = write `{ $write }`
finding-toml-no-such-day = `{ $text }` is a day that does not exist
    .remedy = look at the day and the month; the order is year-month-day
finding-toml-quotes = `{ $sign }` is no quotation mark of TOML
    .remedy = write `"`; word processors change it, a plain text editor does not
finding-toml-open-bracket = `{ $sign }` opens a list or table here that is never closed
    .remedy = close it with `{ $close }`
finding-toml-backslash = in quotes, `\` and the letter behind it stand for another sign
    .remedy = write `{ $write }`
finding-toml-colon = `:` stands here, and TOML has `=` between a key and its value
    .remedy = write `{ $write }`
finding-toml-no-equals = `=` is missing between the key and its value
    .remedy = write `{ $write }`
finding-toml-key-of-words = the key `{ $key }` has a space in it
    .remedy = write `{ $write }`
finding-toml-key-letter = `{ $sign }` cannot stand in a key
    .remedy = write the key in letters from a to z, digits, `_` and `-`

# The person store. None of these texts says what a cell holds.
finding-no-such-store-table = `{ $name }` is not a table of a person store
    .remedy = did you mean `{ $nearest }`? the table was not read
    .without = the table was not read; a person store has: { $known }
finding-not-a-birth-year = `{ $text }` is not a year of birth
    .remedy = write four digits, such as `1957`, and nothing else of the date
finding-setting-not-true-or-false = `{ $value }` is neither true nor false
    .remedy = write `true` or `false` without quotation marks
finding-patient-of-patient = somebody who comes as a patient is said to be somebody's relative
    .remedy = write `relative` as the role, or take the patient's id away
finding-own-relative = the row names itself as the patient
    .remedy = write the id of the patient, or leave it empty
finding-together-with-nobody = the row says that they come together with somebody, and not with whom
    .remedy = write the patient's id in `relative_of`, or take the word away
finding-referred-to-nothing = the referral names neither an offer nor a target group
    .remedy = name the offer or the target group that the person waits for
finding-deadline-before-referral = the deadline is before the referral
    .remedy = check both dates
finding-told-before-placed = the person was told before the day of the placement
    .remedy = check both dates
finding-cost-too-high = a cost is at most { $most }, which it now counts as
    .remedy = write a smaller number; to rule the run out, leave the row out
finding-second-row = row { $first } is about the same person, run and day already
    .remedy = keep one of the two; the first was used and this one left out
finding-second-in-memory = another row is about the same person, run and day already
    .remedy = keep one of the two; the first was used and this one left out
finding-relative-of-relative = the row is about a relative of somebody who is a relative as well
    .remedy = write the id of the patient
finding-no-municipality-of-person = the number is no municipality's on { $on }
    .remedy = write the four digits that stand on the date
finding-after-question = the day lies after { $as_of }, the date of the question
    .remedy = correct the day, or ask on a later date
finding-no-people = the store has no row in `{ $table }`
    .remedy = fill in a row for each person; without it nobody can be considered

# Events.
finding-no-events = there is no event
    .remedy = write `[[event]]` and below it what happened, such as `kind = "leader_away"`
finding-not-events = `{ $value }` is no list of events
    .remedy = write `[[event]]` above the keys of each event
finding-no-such-event-kind = `{ $kind }` is no kind of event
    .remedy = did you mean `{ $nearest }`? the kinds are: { $kinds }
    .without = the kinds are: { $kinds }
finding-no-such-event-key = `{ $key }` is not a key of such an event
    .remedy = did you mean `{ $nearest }`? the keys are: { $keys }
    .without = the keys are: { $keys }
finding-event-lacks = the event does not say `{ $key }`
    .remedy = write a line `{ $key } = …` below its `[[event]]`
finding-event-one-amount = a cut of a budget says either `amount`, in kroner, or `hours`
    .remedy = write one of the two below its `[[event]]`
finding-not-a-half-day = `{ $value }` is no part of a day
    .remedy = write `morning`, `afternoon` or `evening`; for several parts `half_days = ["morning", "evening"]`
finding-pathway-for-nobody = the pathway names no target group, so that it is nobody's
    .remedy = write the id of the target group
finding-no-such-pathway = there is no pathway `{ $pathway }`, neither shipped nor in the table; the step stands in none
    .remedy = did you mean `{ $nearest }`? add the pathway, or correct the id
    .without = add the pathway, or correct the id
finding-no-such-step = there is no step `{ $step }`, neither shipped nor in the table; the course counts for none
    .remedy = did you mean `{ $nearest }`? add the step, or correct the id
    .without = add the step, or correct the id
finding-named-does-not-fit = a pathway document names `{ $offer }` for the step `{ $step }`, and its { $fact } does not fit there; it covers the step for nobody
    .remedy = correct the offer or the step, or take the row away
finding-pathway-without-steps = the pathway `{ $pathway }` has no steps
    .remedy = add its steps; it has none of the shipped ones, since its row takes their place
finding-unknown-step-topics = no list of topics knows { $topics }, so that no title is read as being about it
    .remedy = write a shipped topic, or add the word to the desk's own topics
