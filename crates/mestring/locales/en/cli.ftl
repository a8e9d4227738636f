# What the command says beside results.
cli-findings-hidden = { $count ->
    [one] { $count } of them is not printed here; `--all` prints it.
   *[other] { $count } of them are not printed here; `--all` prints them.
}
cli-checked = { $pack }: { $errors ->
    [one] { $errors } error
   *[other] { $errors } errors
}, { $warnings ->
    [one] { $warnings } warning
   *[other] { $warnings } warnings
}, { $notes ->
    [one] { $notes } note
   *[other] { $notes } notes
}
cli-tested = { $pack }: { $cases ->
    [one] { $cases } case
   *[other] { $cases } cases
}, { $failed } failed
cli-no-cases = { $pack }: no cases, so nothing was tested
cli-coverage-cases = { $pack }: the cases reach { $reached } of { $all } branches and conditions
cli-coverage-desk = { $pack }: the records of { $desk } reach { $reached } of { $all } branches and conditions
cli-coverage-no-records = { $pack }: { $desk } holds no records that it judges
cli-coverage-failed = { $code }: no answer about { $failed } of { $records } records: { $why }
cli-not-looked-at = { $pack }: coverage, changes and `--on` are looked at when all cases hold
cli-coverage-part = - { $file }:{ $line }:{ $column }: { $never }: { $text }
cli-never-tried = never tried: 0 of { $records }
cli-never-met = never met: 0 of { $tried }
cli-always-met = always met: { $tried } of { $tried }
cli-never-arm = this case is never taken: 0 of { $records }
cli-never-no-arm = never without a case that fits: 0 of { $records }
cli-never-stated = never stated: 0 of { $tried }
cli-always-stated = always stated: { $tried } of { $tried }
cli-changes = { $pack }: of { $all } small changes the cases notice { $noticed }, { $excused } are excused, { $survive } survive
cli-change-survives = - { $file }:{ $line }:{ $column }: no case notices `{ $from }` changed to `{ $to }`: { $text }
cli-change-excused = - { $file }:{ $line }:{ $column }: `{ $from }` changed to `{ $to }` is excused: { $because }
cli-in-pack = in the pack `{ $pack }`:
cli-script-columnar = { $rule }: at most { $operations ->
    [one] { $operations } operation
   *[other] { $operations } operations
}, can run over columns
cli-script-not-columnar = { $rule }: at most { $operations ->
    [one] { $operations } operation
   *[other] { $operations } operations
}, cannot run over columns, since line { $line } puts a text together
cli-example-wrong = Wrong:
cli-example-right = Right:

cli-made = { $folder }: a desk to start from, { $files } files with { $packs ->
    [one] { $packs } rule pack
   *[other] { $packs } rule packs
}. Every row is made up: replace it with your own.
cli-made-next = Next: `mestring report { $folder }`
cli-written = Written: { $file }
cli-exported = { $workbook }: { $tables ->
    [one] { $tables } table
   *[other] { $tables } tables
}, { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}
cli-import-table = { $list }: taken for the table { $table }
cli-import-no-table = { $list }: no table fits
cli-import-not-read = not read
cli-import-all-named = { $list }: taken for the table { $table }, all { $count } headings by name
cli-import-empty = { $count ->
    [one] { $count } sheet has no rows and was passed over.
   *[other] { $count } sheets have no rows and were passed over.
}
cli-import-nothing = Nothing can be taken in, and nothing was written.
cli-import-into = Nothing was written. Say with `--into` which desk folder the list is for.
cli-import-desk = Written into { $folder }
cli-import-desk-planned = What would be written into { $folder }
cli-import-new = { $folder } is a new desk
cli-import-new-planned = { $folder } would be a new desk
cli-imported = { $file }: { $added ->
    [one] { $added } row
   *[other] { $added } rows
} added, { $changed ->
    [one] { $changed } cell
   *[other] { $changed } cells
} changed
cli-import-planned = { $file }: { $added ->
    [one] { $added } row
   *[other] { $added } rows
} to add, { $changed ->
    [one] { $changed } cell
   *[other] { $changed } cells
} to change
cli-import-by-name = Read by name: { $names }{ $rest ->
    [0] .
   *[other] {" "}and { $rest } more.
}
cli-import-left = { $count ->
    [one] { $count } cell was
   *[other] { $count } cells were
} left out of the desk. { $file } keeps what the list says, with the reason: mend the list and import it again.
cli-import-left-planned = { $count ->
    [one] { $count } cell
   *[other] { $count } cells
} would be left out of the desk, for the reasons given below. With `--yes`, { $file } keeps what the list says.
cli-import-next = Next: `mestring report { $folder }`
cli-import-not-yet = Nothing is written yet. If this is right, give the command again with `--yes`. If a heading is not what it was taken for, say what it is with `--column "HEADING=COLUMN"`; `--column "HEADING="` leaves it out.
cli-of = { $part } of { $whole }
cli-column-heading = heading
cli-column-column = column
cli-column-how = why
cli-column-unreadable = not readable
cli-column-sample = sample
cli-how-settled = settled by you
cli-how-name = its name
cli-how-alias = another name of it
cli-how-part = part of the heading
cli-how-spelling = spelt nearly so

cli-pack-fails = Note: the pack in { $pack } does not answer as its own cases expect, so what follows may be wrong. Run `mestring rules test { $pack }`.

cli-not-looked-into = { $pack }: no script, so neither branches nor changes are looked at: { $plugins }
cli-page-written = The page is written: { $file }
cli-script-interpreted = { $rule }: run by the interpreter and not compiled, with the same answers but slower: { $why } (line { $line }, column { $column })
cli-script-interpreted-whole = { $rule }: run by the interpreter and not compiled, with the same answers but slower: { $why }
cli-codes-questions = questions and what the command is asked to do
cli-codes-desk = the desk's data
cli-codes-people = people in runs
cli-codes-frames = frames in Python and Rust
cli-codes-rules = rules
cli-codes-files = files, workbooks and decision logs
cli-code-remedy = What would be right: { $remedy }
cli-code-more = { $code } is of the kind { $severity } and about: { $family }. `mestring rules explain-code` lists all codes; docs/reference/findings.md has each thing that may be said under this one.
cli-codes-next = `mestring rules explain-code CODE` says more of one; docs/reference/findings.md has what would be right for each.
cli-no-settings = Nothing was answered: these settings say by which rules and on which dates a desk is judged.
cli-no-events = Nothing was answered: what would happen cannot be told from these events.

# What a long work says on a terminal.
cli-progress-remedies = looking for what would let refused runs in: { $done } of { $all }
cli-progress-plan = placing class { $done } of { $all }
cli-progress-digital = planning without digital ways: class { $done } of { $all }
cli-progress-scarcity = looking for what is scarce: { $done } of { $all }
