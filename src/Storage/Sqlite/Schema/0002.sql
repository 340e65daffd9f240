-- Short-lived things beside the log: no state, no change, no revision. Whoever reads takes a note older than a day for none.
CREATE TABLE notes (
    account TEXT NOT NULL,
    name    TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (account, name)
) STRICT;
CREATE INDEX notes_by_age ON notes (account, made_at);
