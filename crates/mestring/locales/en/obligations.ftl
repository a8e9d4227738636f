# Duties and promises.
obligations-title = Obligations
obligations-none = The desk lists no obligations.
obligations-counts = { $count ->
    [one] { $count } obligation: { $statuses }.
   *[other] { $count } obligations: { $statuses }.
}
obligations-status = { $status } ({ $count })
obligations-column-obligation = obligation
obligations-column-kind = kind
obligations-column-clause = where
obligations-column-bound = who
obligations-column-due = next date
obligations-column-missing = what is missing
obligations-party = whether { $party } has joined
obligations-missed = no evidence for { $periods }
obligations-no-evidence = evidence that it was done
obligations-recurrence = how often it is to be done
obligations-parties = whether the parties have joined
obligations-record = nobody keeps a record, so that nothing found says nothing
obligations-unrecorded = Of { $count } of { $of } nobody has said whether what is done is recorded, so that nothing found says nothing. Write yes or no in the column “{ $column }” of the table “{ $table }”, and what was done in “{ $evidence }”.
obligations-stands-in = { $agreement } (binds { $who })
obligations-no-agreement = No agreement, statute or plan is named
obligations-bound-parties = the parties
obligations-bound-count = { $count } organisations
obligations-passed = { $date }, passed
