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
cli-exported = { $workbook }: { $tables ->
    [one] { $tables } table
   *[other] { $tables } tables
}, { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}
cli-import-table = { $list }: taken for the table { $table }
cli-import-no-table = { $list }: no table fits; say which with `--as`
cli-import-not-read = not read
cli-import-kept = Nothing was written into the desk. The guess is kept in { $mapping }: correct it there, then import again with `--yes`.
cli-import-into = Nothing was written. Say with `--into` which desk folder the list is for.
cli-imported = { $file }: { $added ->
    [one] { $added } row
   *[other] { $added } rows
} added, { $changed ->
    [one] { $changed } cell
   *[other] { $changed } cells
} changed
cli-of = { $part } of { $whole }
cli-column-heading = heading
cli-column-column = column
cli-column-how = why
cli-column-unreadable = not readable
cli-column-sample = sample
cli-how-kept = settled earlier
cli-how-name = its name
cli-how-alias = another name of it
cli-how-part = part of the heading
cli-how-spelling = spelt nearly so

cli-pack-fails = Note: the pack in { $pack } does not answer as its own cases expect, so what follows may be wrong. Run `mestring rules test { $pack }`.
