"""The wall between readers and answers: what a reader's request may read, and who stops it (D26, rule 1, P17).

`sorting` says which table is which, `zone` which requests read, `guard` refuses what names a walled table,
`router` sends readers' queries to their own connection, `sqlite` and `postgres` make that connection blind.
"""
