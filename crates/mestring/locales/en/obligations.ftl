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
obligations-column-source = stands in
obligations-column-due = next date
obligations-column-missing = what is missing
obligations-party = whether { $party } has joined
obligations-missed = no evidence for { $periods }
obligations-no-evidence = evidence that it was done
obligations-record = whether a record of evidence is kept
